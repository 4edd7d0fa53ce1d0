"""Folding: what stands after rewinds, and the same state as the one that was played."""

from __future__ import annotations

import pytest

from sco_tabletop.core.commands import EndTurn
from sco_tabletop.core.engine import open_exercise
from sco_tabletop.core.events import (
    DiceForked,
    ExerciseEnded,
    Monitored,
    PracticeMarked,
    RoundBegan,
    StoodBy,
)
from sco_tabletop.core.scenario import Seating
from sco_tabletop.core.words import EndReason, Result
from sco_tabletop.record.error import SaveError
from sco_tabletop.record.fold import effective, events, fold, fold_numbers, history
from sco_tabletop.record.save import At, Decided, Entry, Opened, Rewound
from sco_tabletop.record.trail import Trail
from tests.record.table import SMALL, all_events, play, sit_down


def step(zone: int) -> Decided:
    return Decided("Ana", EndTurn(zone), (StoodBy(zone),))


FORK = (DiceForked(1), PracticeMarked(1))


@pytest.mark.parametrize(
    ("entries", "standing"),
    [
        ((), ()),
        ((Opened(()),), (1,)),
        ((Opened(()), step(0), step(1)), (1, 2, 3)),
        ((Opened(()), step(0), step(1), Rewound(2, False)), (1, 2)),
        ((Opened(()), step(0), step(1), Rewound(2, False), Rewound(1, False)), (1,)),
        ((Opened(()), step(0), step(1), Rewound(2, False), step(2), Rewound(2, False)), (1, 2)),
        ((Opened(()), step(0), step(1), Rewound(3, False)), (1, 2, 3)),
        ((Opened(()), step(0), step(1), Rewound(1, True, FORK), step(2)), (1, 4, 5)),
        ((Opened(()), step(0), Rewound(1, True, FORK), step(2), Rewound(3, False)), (1, 3)),
        ((Opened(()), step(0), Rewound(1, True, FORK), Rewound(1, True, FORK)), (1, 4)),
    ],
)
def test_what_stands(entries: tuple[Entry, ...], standing: tuple[int, ...]) -> None:
    assert history(entries) == standing
    assert effective(entries) == tuple(entries[n - 1] for n in standing)


def test_where_the_exercise_stands() -> None:
    began = Decided("Ana", EndTurn(0), (RoundBegan(2, 0, 0, 2, 1, 2, 1), Monitored(0, True)))
    ended = Decided("Ana", EndTurn(0), (ExerciseEnded(Result.PARTIAL, EndReason.STRIKE),))
    trail = Trail()
    entries = (Opened((RoundBegan(1, 0, 0, 2, 1, 2, 1),)), began, ended, Rewound(2, False), Rewound(1, True))
    ats = [trail.add(entry) for entry in entries]
    assert ats == [At(1), At(2), At(2, Result.PARTIAL), At(2), At(1)]
    assert (trail.count, trail.rewinds) == (5, 1)


@pytest.mark.parametrize("seed", range(6))
def test_fold_is_the_state_that_was_played(seed: int) -> None:
    table = play(seed, rewinds=0.08 * (seed % 3))
    assert fold(table.save()) == table.state
    assert fold(table.save()).public.result is not None


def test_fold_at_every_step() -> None:
    table = sit_down(3)
    live, opened = open_exercise(SMALL, Seating(), 3)
    assert table.entries == [Opened(opened)]
    assert fold(table.save()) == live
    for decisions in range(0, 60, 7):
        part = play(3, decisions, rewinds=0.1)
        assert fold(part.save()) == part.state


def test_a_rewind_within_the_barrier_is_as_if_it_never_was() -> None:
    table = next(t for t in (play(s, rewinds=0.2) for s in range(20)) if Rewound in free(t.entries))
    number, entry = next(
        (n, e) for n, e in enumerate(table.entries, 1) if isinstance(e, Rewound) and not e.beyond
    )
    save = table.save()
    before = history(table.entries[: number - 1])
    kept = [n for n in before if n <= entry.to]
    assert fold_numbers(save, history(table.entries[:number])) == fold_numbers(save, kept)
    assert len(kept) < len(before)


def free(entries: list[Entry]) -> set[type]:
    return {type(e) for e in entries if isinstance(e, Rewound) and not e.beyond}


def test_beyond_it_is_practice_with_other_dice() -> None:
    table = play(decisions=20)
    table.rewind(5)
    assert table.state.public.practice
    assert table.state.secret.fork == 1
    table.rewind(5)
    assert table.state.secret.fork == 2
    assert fold(table.save()) == table.state


def test_events_leave_out_what_was_undone() -> None:
    table = play(decisions=20)
    table.rewind(5)
    last = table.entries[-1].events
    assert list(events(table.save())) == [*all_events(table.entries[:5]), *last]
    assert last


def test_an_event_that_does_not_fit_is_told_with_its_line() -> None:
    table = play(decisions=3)
    table.keep(Decided("Ana", EndTurn(0), (Monitored(77, True),)))
    with pytest.raises(SaveError, match=r"a\.jsonl, line 6: an event does not fit") as caught:
        fold(table.save())
    assert caught.value.line == 6
