"""The course of an exercise: every event that stands, with the line of the save on which it is written.

Knows saves and who is told what; must not know a screen. A course for a seat holds what that seat was told
and nothing else, so nothing computed from it can tell more.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import attrs

from ..core.apply import redact
from ..core.events import AnyEvent, ExerciseEnded, RoundBegan
from ..core.scenario import Scenario, Seating
from ..core.words import COMMANDER
from ..record.fold import history
from ..record.save import Decided, Save, SeatLine, line_of


@attrs.frozen
class Move:
    """One decision that stands, or the set-up. `line` is its line in the save, `round` the round in which it
    was taken, `by` who took it (a player or the tier of a bot), `zone` for whom; COMMANDER for the set-up."""

    line: int
    round: int
    by: str
    zone: int
    events: tuple[AnyEvent, ...]


@attrs.frozen
class Course:
    """An exercise as `reader` was told it: a zone, COMMANDER for the public board, None for everything.
    `conducted`: by a facilitator."""

    scenario: Scenario
    seating: Seating
    seats: tuple[SeatLine, ...]
    moves: tuple[Move, ...]
    reader: int | None = None
    conducted: bool = False

    @property
    def finished(self) -> bool:
        """True after EndEx, when everything has been opened; the staff of an exercise still writes then."""
        return any(isinstance(event, ExerciseEnded) for move in reversed(self.moves) for event in move.events)

    @property
    def rounds(self) -> int:
        """The last round that has begun."""
        return max((at.round for at in walk(self)), default=0)


@attrs.frozen
class At:
    """One event with its place."""

    line: int
    round: int
    event: AnyEvent


def walk(course: Course) -> Iterator[At]:
    """Every event in order; the event that begins a round belongs to it, the network phase to the old one."""
    number = 0
    for move in course.moves:
        for event in move.events:
            if isinstance(event, RoundBegan):
                number = event.round
            yield At(move.line, number, event)


def moves_of(steps: Iterable[tuple[int, str, int, tuple[AnyEvent, ...]]]) -> tuple[Move, ...]:
    """Moves from (line, by, zone, events), rounds counted along the way."""
    number, found = 0, []
    for line, by, zone, events in steps:
        found.append(Move(line, number, by, zone, events))
        for event in events:
            if isinstance(event, RoundBegan):
                number = event.round
    return tuple(found)


def course_of(save: Save) -> Course:
    """Everything that happened in a save and still stands after its rewinds."""
    header, steps = save.header, []
    for number in history(save.entries):
        entry = save.entries[number - 1]
        by, zone = (entry.by, entry.command.zone) if isinstance(entry, Decided) else ("", COMMANDER)
        steps.append((line_of(number), by, zone, entry.events))
    moves, conducted = moves_of(steps), header.conduct is not None
    return Course(header.scenario, header.seating, header.seats, moves, conducted=conducted)


def told_to(course: Course, reader: int) -> Course:
    """The same exercise with what `reader` was told of it; COMMANDER: what everybody was told."""
    if course.reader not in (None, reader):
        raise ValueError("a seat's course cannot be read by another seat")
    moves = tuple(
        attrs.evolve(move, events=tuple(e for e in move.events if redact(e, reader) is not None))
        for move in course.moves
    )
    return attrs.evolve(course, moves=moves, reader=reader)
