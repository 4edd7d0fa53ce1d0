"""A table that writes down every event, so that a course can be made of a situation worked out on paper.

Registers are those of `tests.core.builder`: person k = 0..3 of every zone has (k, k, k) for hours, device and
money; style and route say the zone. Lines of the course count from 2 in the order of what was done.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import attrs

from sco_tabletop.core.commands import AnyCommand
from sco_tabletop.core.desk import Desk
from sco_tabletop.core.events import AnyEvent, LevelsDealt, RegisterDealt, RoundBegan, TeamsDealt
from sco_tabletop.core.scenario import Seating
from sco_tabletop.core.words import COMMANDER
from sco_tabletop.record.save import SeatLine
from sco_tabletop.review.course import Course, moves_of
from tests.core.builder import Table, table

NOTHING = ((0,) * 5,) * 4


@attrs.define
class Scribe(Table):
    """Each desk that is asked for, and each command, is one move of the course."""

    log: list[list[AnyEvent]] = attrs.field(factory=list)

    @property
    def desk(self) -> Desk:
        """A fresh desk whose events are kept."""
        desk = Desk(self.state)
        self.log.append(desk.events)
        return desk

    def act(self, command: AnyCommand) -> tuple[AnyEvent, ...]:
        """Decide a command, and keep what happened."""
        happened = super().act(command)
        self.log.append(list(happened))
        return happened

    @property
    def line(self) -> int:
        """The line of what was done last."""
        return len(self.log) + 1

    def course(self) -> Course:
        """Everything so far."""
        steps = ((line, "Ana", COMMANDER, tuple(events)) for line, events in enumerate(self.log, start=2))
        seats = tuple(SeatLine(zone, "Ana", "human") for zone in range(len(self.state.seats)))
        return Course(self.state.scenario, Seating(), seats, moves_of(steps))


def scribe(levels: Sequence[tuple[int, ...]] = NOTHING, **numbers: Any) -> Scribe:
    """Four zones in round 1 with these levels; no traces, every roll succeeds. Line 2 is the set-up."""
    it = table(main_round=0, **numbers)
    public, made = it.state.public, it.state.scenario.numbers
    for zone, printed in enumerate(levels):
        public.zones[zone].levels = list(printed)
    opened: list[AnyEvent] = [
        LevelsDealt(tuple(tuple(row) for row in levels)),
        TeamsDealt(tuple(board.teams for board in public.zones)),
        *(RegisterDealt(seat.zone, seat.register) for seat in it.state.seats),
        RoundBegan(1, 0, 0, made.actions, made.shares, made.requests, made.bulletins),
    ]
    return Scribe(it.state, log=[opened])
