"""Who sits where: the seats of an exercise, and what the rules make of them (R2.9)."""

from __future__ import annotations

from ..core.scenario import Scenario, Seating
from ..core.words import ChairRule
from ..record.save import SeatLine

HUMAN, BOT = "human", "bot"


def solo_seats(scenario: Scenario, zones: tuple[int, ...], bots: str = "analyst") -> tuple[SeatLine, ...]:
    """One person in `zones`, bots of one tier in all others."""
    return tuple(
        SeatLine(zone, "player", HUMAN) if zone in zones else SeatLine(zone, bots, BOT)
        for zone in range(len(scenario.zones))
    )


def humans(seats: tuple[SeatLine, ...]) -> tuple[int, ...]:
    """Zones that people play, in deck order."""
    return tuple(seat.zone for seat in seats if seat.kind == HUMAN)


def seating_of(seats: tuple[SeatLine, ...]) -> Seating:
    """Only zones that people play take the chair, if there are any; then one zone on each round."""
    return Seating(ChairRule.ROTATING, humans(seats))
