"""The replay: every view is the fold of what the seat was told; the truth only after EndEx and when asked."""

from __future__ import annotations

from copy import deepcopy
from pathlib import Path

import attrs
import pytest

from sco_tabletop.core.apply import apply
from sco_tabletop.core.events import CardDrawn, HourCalled, HourDecided, Named, TeamStruck
from sco_tabletop.core.state import blank_state, observe
from sco_tabletop.core.words import COMMANDER
from sco_tabletop.record.fold import history
from sco_tabletop.record.save import Decided
from sco_tabletop.review.replay import Goal, Replay
from tests.record.table import play

from .saves import played, stripped, struck


def test_at_every_position_a_seat_sees_what_it_saw(tmp_path: Path) -> None:
    """All seats and the public board, forwards, backwards and after changing eyes."""
    save = played(tmp_path)
    replay = Replay(save)
    state = blank_state(save.header.scenario, save.header.seating, save.header.seed)
    seen = []
    for number in history(save.entries):
        for event in save.entries[number - 1].events:
            apply(state, event)
        seen.append({zone: deepcopy(observe(state, zone)) for zone in (COMMANDER, *range(4))})
    assert replay.last == len(seen) - 1
    assert set(replay.seats) == {COMMANDER, 0, 1, 2, 3}
    for zone in replay.seats:
        replay.sit(zone)
        for position in (*range(replay.last + 1), *range(replay.last, -1, -7), 3, replay.last, 0):
            replay.go(position)
            assert replay.view == seen[position][zone]
    replay.go(40)
    for zone in (3, 1, COMMANDER, 0):
        replay.sit(zone)
        assert replay.view == seen[40][zone]


def test_lines_and_goals(tmp_path: Path) -> None:
    """To a line of the save, to the next inject, naming, H-hour and back; no further than there is."""
    replay = Replay(struck(tmp_path))
    hour = (HourCalled, HourDecided, TeamStruck)
    kinds = {Goal.INJECT: (CardDrawn,), Goal.NAMING: (Named,), Goal.HOUR: hour}
    for goal, kind in kinds.items():
        replay.go(0)
        count = 0
        while replay.seek(goal):
            assert any(isinstance(event, kind) for event in replay.move.events)
            count += 1
        expected = sum(any(isinstance(e, kind) for e in move.events) for move in replay.course.moves)
        assert count == expected > 0
    assert replay.seek(Goal.INJECT, forward=False)
    replay.to_line(30)
    assert replay.move.line == 30
    replay.to_line(10**6)
    assert replay.position == replay.last
    replay.step(5)
    assert replay.position == replay.last


def test_a_text_is_found_where_it_stands(tmp_path: Path) -> None:
    """Upper and lower case alike, on and back; what another seat was told is not found."""
    replay = Replay(played(tmp_path))
    assert replay.search("INTO YOUR FILE")
    assert any("Into your file" in text for text in replay.texts(replay.position))
    here = replay.position
    assert replay.search("into your file")
    assert replay.position > here
    assert replay.search("into your file", forward=False)
    assert replay.position == here
    assert not replay.search("no such text anywhere")
    assert replay.position == here
    replay.sit(COMMANDER)
    replay.go(0)
    assert not replay.search("into your file")


def test_the_truth_opens_at_endex_and_only_when_asked(tmp_path: Path) -> None:
    """A running exercise never shows it; a finished one does when asked, and puts it away again."""
    running = Replay(played(tmp_path, decisions=50))
    assert not running.finished
    assert not running.show_truth(True)
    running.go(running.last)
    assert running.members() == ()
    assert not any("[truth]" in text for place in range(running.last + 1) for text in running.texts(place))
    over = Replay(played(tmp_path))
    assert over.members() == ()
    assert not any("[truth]" in text for text in over.texts(0))
    assert over.show_truth(True)
    over.go(over.last)
    assert {m.persona for m in over.members()} == {o.persona for o in over.view.public.network}
    assert any("[truth]" in text for text in over.texts(0))
    over.show_truth(False)
    assert over.members() == ()


def test_a_running_exercise_is_read_with_the_own_eyes_only(tmp_path: Path) -> None:
    """Solo: the own zones and the public board. Several people at the table: the public board alone."""
    replay = Replay(played(tmp_path, decisions=50, zones=(0, 2)))
    assert replay.seats == (0, 2, COMMANDER)
    with pytest.raises(ValueError, match="not open"):
        replay.sit(1)
    seats = tuple(
        attrs.evolve(seat, player=f"player {seat.zone}") if seat.kind == "human" else seat
        for seat in replay.save.header.seats
    )
    header = attrs.evolve(replay.save.header, seats=seats)
    assert Replay(attrs.evolve(replay.save, header=header)).seats == (COMMANDER,)


def test_a_seat_reads_nothing_that_it_was_not_told(tmp_path: Path) -> None:
    """Without all that the seat was not told the replay is the same: lines, views, curves."""
    for decisions in (70, 10_000):
        save = played(tmp_path, seed=11, decisions=decisions)
        for zone in (0, COMMANDER):
            one, other = Replay(save), Replay(stripped(save, zone))
            one.sit(zone)
            other.sit(zone)
            assert one.flow() == other.flow()
            for position in range(one.last + 1):
                one.go(position)
                other.go(position)
                assert one.texts(position) == other.texts(position)
                assert one.view == other.view
                assert one.journal() == other.journal()


def test_what_was_undone_is_not_replayed() -> None:
    """The moves are the entries that stand, with their lines of the file."""
    save = play(seed=5, rewinds=0.1).save()
    replay = Replay(save)
    lines = [number + 1 for number in history(save.entries)]
    assert [move.line for move in replay.course.moves] == lines
    assert len(lines) < len(save.entries)
    decided = [save.entries[n - 1] for n in history(save.entries)]
    by = [entry.by for entry in decided if isinstance(entry, Decided)]
    assert [move.by for move in replay.course.moves if move.by] == by
