"""Verifying: EXACT for what was played, DIVERGED with the line for anything else."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import attrs
import pytest

from sco_tabletop.core.commands import Commit, EndTurn
from sco_tabletop.core.events import DiceAdvanced, DiceForked, Event, Monitored, StoodBy
from sco_tabletop.core.rejection import Rejection
from sco_tabletop.record.error import SaveError
from sco_tabletop.record.fold import fold
from sco_tabletop.record.read import read
from sco_tabletop.record.save import Decided, Entry, Opened, Rewound, Save
from sco_tabletop.record.verify import Diverged, Exact, other_rules, verify
from tests.record.table import Body, Table, bodies, chained, header, play, reread, write


@pytest.mark.parametrize("seed", range(6))
def test_what_was_played_is_exact(seed: int, tmp_path: Path) -> None:
    table = play(seed, rewinds=0.06 * (seed % 3))
    write(tmp_path / "a.jsonl", table.entries, header(seed))
    verdict = verify(read(tmp_path / "a.jsonl"))
    assert verdict == Exact(len(table.entries) + 1, "1")
    assert not other_rules(verdict)


def test_kinds_of_rewind_were_among_them() -> None:
    rewinds = [e for s in range(6) for e in play(s, rewinds=0.06 * (s % 3)).entries if isinstance(e, Rewound)]
    assert {rewind.beyond for rewind in rewinds} == {True, False}


def swap(save: Save, number: int, entry: Entry) -> Save:
    entries = list(save.entries)
    entries[number - 1] = entry
    return attrs.evolve(save, entries=tuple(entries))


def find(table: Table, wanted: Callable[[Entry], bool]) -> tuple[int, Entry]:
    return next((n, e) for n, e in enumerate(table.entries, 1) if wanted(e))


def has(kind: type[Event]) -> Callable[[Entry], bool]:
    return lambda entry: isinstance(entry, Decided) and any(type(e) is kind for e in entry.events)


def diverged(save: Save, number: int) -> Diverged:
    verdict = verify(save)
    assert isinstance(verdict, Diverged)
    assert verdict.line == number + 1
    assert verdict.expected == save.entries[number - 1].events
    assert verdict.got != verdict.expected
    return verdict


def test_a_roll_that_was_turned_round_in_the_file(tmp_path: Path) -> None:
    """The line hashes well, so reading takes it, folding goes on with it, and only verifying finds it."""
    table = play(5)
    number, _entry = find(table, has(Monitored))
    write(tmp_path / "a.jsonl", table.entries, header(5))
    lines: list[Body] = bodies((tmp_path / "a.jsonl").read_bytes())
    roll = next(e for e in lines[number]["events"] if e and e["type"] == "Monitored")
    roll["success"] = not roll["success"]
    forged = reread(chained(lines))
    diverged(forged, number)
    assert fold(forged) == table.state, "whether a roll succeeded is in the log, its effects are events"


def test_a_secret_event_changed() -> None:
    table = play(5)
    number, entry = find(table, has(DiceAdvanced))
    events = tuple(
        attrs.evolve(e, position=e.position + 1) if isinstance(e, DiceAdvanced) else e for e in entry.events
    )
    diverged(swap(table.save(), number, attrs.evolve(entry, events=events)), number)


def test_an_event_left_out_added_or_moved() -> None:
    table = play(5)
    number, entry = find(table, lambda e: isinstance(e, Decided) and len(e.events) > 2)
    for events in (entry.events[:-1], (*entry.events, StoodBy(0)), entry.events[1:] + entry.events[:1]):
        diverged(swap(table.save(), number, attrs.evolve(entry, events=events)), number)


def test_another_set_up() -> None:
    table = play(5)
    opened = table.entries[0]
    assert isinstance(opened, Opened)
    diverged(swap(table.save(), 1, Opened(opened.events[:-1])), 1)
    other = attrs.evolve(table.save(), header=header(6))
    diverged(other, 1)


def test_a_command_that_the_rules_refuse() -> None:
    table = play(5)
    number, entry = find(table, lambda e: isinstance(e, Decided))
    save = swap(table.save(), number, Decided("Ana", Commit(0, (1,)), entry.events))
    assert isinstance(diverged(save, number).got, Rejection)


def test_a_rewind_that_hides_the_barrier() -> None:
    """Going back beyond it for free, with other dice than it gives, or without saying so."""
    table = play(5, decisions=30)
    rewound = table.rewind(4)
    number = len(table.entries)
    assert verify(table.save()) == Exact(number + 1, "1")
    free = swap(table.save(), number, Rewound(4, False))
    assert diverged(free, number).got == rewound.events
    again = swap(table.save(), number, Rewound(4, True, (DiceForked(2), *rewound.events[1:])))
    diverged(again, number)
    silent = swap(table.save(), number, Rewound(4, True))
    diverged(silent, number)


def test_a_later_rewind_forks_again() -> None:
    table = play(5, decisions=30)
    table.rewind(4)
    table.rewind(2)
    assert verify(table.save()) == Exact(len(table.entries) + 1, "1")
    number = len(table.entries)
    same = Rewound(2, True, (DiceForked(1), *table.entries[-1].events[1:]))
    diverged(swap(table.save(), number, same), number)


def test_other_rules_are_reported_and_still_verified() -> None:
    table = play(5)
    save = table.save()
    verdict = verify(attrs.evolve(save, header=attrs.evolve(save.header, rules="0")))
    assert isinstance(verdict, Exact)
    assert verdict.rules == "0"
    assert other_rules(verdict)


def test_a_scenario_that_the_rules_cannot_play_is_no_crash() -> None:
    save = play(5, decisions=1).save()
    broken = attrs.evolve(save.header.scenario, cards=(), personas=())
    with pytest.raises(SaveError, match="line 2: the rules cannot decide it"):
        verify(attrs.evolve(save, header=attrs.evolve(save.header, scenario=broken)))


def test_the_line_after_the_end() -> None:
    table = play(5)
    table.keep(Decided("Ana", EndTurn(0), (StoodBy(0),)))
    assert isinstance(diverged(table.save(), len(table.entries)).got, Rejection)
