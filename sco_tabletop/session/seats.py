"""Who sits where: the seats of an exercise, and what the rules make of them (R2.9)."""

from __future__ import annotations

from typing import Final

from ..core.scenario import Scenario, Seating
from ..core.words import ChairRule
from ..record.save import SeatLine

HUMAN, BOT, NOBODY = "human", "bot", "nobody"
STANDS_BY: Final = ""
"""In the place of a tier: a zone without player and bot, which only stands by."""
ZONES_A_PERSON: Final = 4
"""Of so many zones one person has one: then how well he plays decides (see manual/measured.md)."""


def solo_zones(scenario: Scenario) -> tuple[int, ...]:
    """What one person plays if nothing is chosen: one zone in four, the first of the deck."""
    return tuple(range(max(1, len(scenario.zones) // ZONES_A_PERSON)))


def solo_seats(scenario: Scenario, zones: tuple[int, ...], bots: str = "analyst") -> tuple[SeatLine, ...]:
    """One person in `zones`, bots of one tier (or nobody, for STANDS_BY) in all others."""
    return tuple(
        SeatLine(zone, "player", HUMAN) if zone in zones else other_seat(zone, bots)
        for zone in range(len(scenario.zones))
    )


def other_seat(zone: int, bots: str) -> SeatLine:
    """The seat of a zone that no person plays."""
    return SeatLine(zone, bots, BOT) if bots else SeatLine(zone, "", NOBODY)


def humans(seats: tuple[SeatLine, ...]) -> tuple[int, ...]:
    """Zones that people play, in deck order."""
    return tuple(seat.zone for seat in seats if seat.kind == HUMAN)


def seating_of(seats: tuple[SeatLine, ...], chair: ChairRule = ChairRule.ROTATING, fixed: int = 0) -> Seating:
    """What the rules need to know: only zones that people play take the chair, if there are any, one zone on
    each round; or the zone `fixed` keeps it; or a facilitator without a zone has it."""
    if chair is ChairRule.FIXED:
        return Seating(chair, (fixed,))
    if chair is ChairRule.COMMANDER:
        return Seating(chair)
    return Seating(ChairRule.ROTATING, humans(seats))


def reseated(seating: Seating, seats: tuple[SeatLine, ...]) -> Seating:
    """The same rule for the chair after seats have changed hands."""
    return seating if seating.chair is not ChairRule.ROTATING else seating_of(seats)
