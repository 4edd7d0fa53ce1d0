"""What if: a branch begins like its parent, goes its own way with new dice, and names where it came from."""

from __future__ import annotations

from pathlib import Path

import attrs
import pytest

from sco_tabletop.core.events import DiceForked
from sco_tabletop.core.words import Result
from sco_tabletop.record.error import SaveError
from sco_tabletop.record.fold import fold, fold_numbers
from sco_tabletop.record.read import read
from sco_tabletop.record.save import Rewound
from sco_tabletop.record.verify import Exact, verify
from sco_tabletop.review.branch import bot_seats, branch, by_round, origin, parent_of, play_out, rest
from sco_tabletop.review.compare import chances
from sco_tabletop.review.odds import fall_text, round_lines
from sco_tabletop.session.reopen import reopen
from tests.record.table import play, write

from .saves import played


def test_a_branch_is_a_save_of_its_own(tmp_path: Path) -> None:
    """Same entries up to the line, then new dice and practice; the parent's bytes are as they were."""
    save = played(tmp_path)
    before = save.path.read_bytes()
    path = branch(save, 60)
    made = read(path)
    assert made.entries[:59] == save.entries[:59]
    last = made.entries[-1]
    assert isinstance(last, Rewound)
    assert isinstance(last.events[0], DiceForked)
    state = fold(made)
    assert state.public.practice
    old = fold_numbers(save, range(1, 60))
    assert (state.public.round, state.public.acting) == (old.public.round, old.public.acting)
    assert state.seats == old.seats
    assert isinstance(verify(made), Exact)
    of = origin(made)
    assert of is not None
    assert (of.name, of.line) == (save.path.name, 60)
    parent = parent_of(made)
    assert parent is not None
    assert parent.entries == save.entries
    assert origin(save) is None
    assert save.path.read_bytes() == before


def test_a_person_plays_the_branch_on(tmp_path: Path) -> None:
    """It resumes like any save, at that decision, with the same person in the same seat."""
    save = played(tmp_path)
    session = reopen(branch(save, 60))
    assert session.humans == (0,)
    while not session.finished and not session.human_turn:
        session.bot_step()
    session.close()
    assert isinstance(verify(read(session.path)), Exact)


def test_bots_play_the_branch_out(tmp_path: Path) -> None:
    """All seats are bots, the result stands in the save, and it verifies."""
    save = played(tmp_path)
    path = branch(save, 40, bot_seats(save, "analyst"))
    result = play_out(path, "analyst")
    made = read(path)
    assert fold(made).public.result is result
    assert {seat.kind for seat in made.header.seats} == {"bot"}
    assert isinstance(verify(made), Exact)


def test_new_dice_after_the_branch(tmp_path: Path) -> None:
    """Played out by the same bots, several branches of one place do not all go alike."""
    save = played(tmp_path)
    events = set()
    for line in (10, 20, 30, 40):
        path = branch(save, line, bot_seats(save, "analyst"))
        play_out(path, "analyst")
        events.add(tuple(read(path).entries[-1].events))
    assert len(events) > 1


def test_branches_of_a_rewound_save_verify(tmp_path: Path) -> None:
    """Rewinds before the place come along; a place that was undone is the last before it that stands."""
    table = play(seed=5, decisions=60, rewinds=0.15)
    path = tmp_path / "parent.jsonl"
    write(path, table.entries, attrs.evolve(table.save().header, practice=True))
    save = read(path)
    assert any(isinstance(entry, Rewound) for entry in save.entries[:30])
    for line in range(2, len(save.entries) + 1, 7):
        made = read(branch(save, line))
        assert isinstance(verify(made), Exact)
        of = origin(made)
        assert of is not None
        assert of.line <= line


def test_no_branch_where_nothing_is_left_or_too_much_is_shown(tmp_path: Path) -> None:
    """After EndEx there is nothing to decide; an assessed exercise that runs has no what-ifs."""
    save = played(tmp_path)
    with pytest.raises(SaveError, match="over at line"):
        branch(save, 10_000)
    running = played(tmp_path, seed=8, decisions=40, practice=False)
    with pytest.raises(SaveError, match="open at EndEx"):
        branch(running, 20)
    practice = played(tmp_path, seed=8, decisions=40)
    assert branch(practice, 20).exists()
    with pytest.raises(SaveError, match="after EndEx"):
        rest(practice, 20, "analyst", 1, lambda _done, _total: None)


def test_how_likely_the_rest_is(tmp_path: Path) -> None:
    """Counts add up, progress is told, the interval holds the share; counting again gives the same."""
    save = played(tmp_path)
    told: list[tuple[int, int]] = []
    found = rest(save, 30, "analyst", 12, lambda done, total: told.append((done, total)))
    assert told == [(n, 12) for n in range(1, 13)]
    assert sum(found.results.values()) == found.games == 12
    assert found.won == found.results[Result.COMPLETE] + found.results[Result.DECISIVE]
    assert found.low <= found.won / 12 <= found.high
    assert found == rest(save, 30, "analyst", 12, lambda _done, _total: None)
    assert found == rest(save, 30, "analyst", 12, lambda _done, _total: None, jobs=2)


def test_the_rest_is_played_with_new_dice(tmp_path: Path) -> None:
    """From the beginning, over several deals, games of one deal do not all end alike."""
    different = 0
    for seed in range(1, 7):
        found = rest(played(tmp_path, seed), 2, "analyst", 6, lambda _done, _total: None)
        different += sum(count > 0 for count in found.results.values()) > 1
    assert different > 0


def test_a_parent_is_looked_for_beside_the_branch_only(tmp_path: Path) -> None:
    """A header cannot name a file elsewhere; a parent that is gone is no parent."""
    save = played(tmp_path)
    made = read(branch(save, 60))
    away = attrs.evolve(made.header, options={**made.header.options, "parent": "../../etc/passwd"})
    assert parent_of(attrs.evolve(made, header=away)) is None
    save.path.unlink()
    assert parent_of(made) is None


def test_in_which_round_it_was_decided(tmp_path: Path) -> None:
    """From the beginning of each round the same as from its line alone; the same for two processes."""
    save, told = played(tmp_path), list[tuple[int, int]]()
    found = by_round(save, "analyst", 3, lambda done, total: told.append((done, total)))
    rounds = fold(save).public.round
    assert [number for number, _line, _of in found] == list(range(1, rounds + 1))
    assert told[-1] == (3 * rounds, 3 * rounds)
    for _number, line, of in found:
        assert of == rest(save, line, "analyst", 3, lambda _done, _total: None)
    assert found == by_round(save, "analyst", 3, lambda _done, _total: None, jobs=2)
    assert len(round_lines(found, "analyst")) == rounds + 2
    running = played(tmp_path, decisions=40)
    with pytest.raises(SaveError, match="still runs"):
        by_round(running, "analyst", 1, lambda _done, _total: None)


def test_the_round_of_the_largest_fall() -> None:
    """20 of 20, 18, 2, 0 won: the intervals lie apart only from the second to the third, in round 2."""
    wins = [chances([Result.DECISIVE] * won + [Result.FAILED] * (20 - won)) for won in (20, 18, 2, 0)]
    found = tuple((number, 10 * number, of) for number, of in enumerate(wins, 1))
    assert "by 80 points, came in round 2; it begins at line 20" in fall_text(found)
    assert "luck" in fall_text(found[2:])
