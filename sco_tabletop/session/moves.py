"""Leaving the table and coming back, as a list to choose from. The same list for screens and plain lines."""

from __future__ import annotations

import attrs

from ..core.scenario import Scenario
from ..i18n import _
from ..wording import words
from .begin import DEFAULT_TIER
from .players import Roster
from .seats import BOT, STANDS_BY
from .session import Session


@attrs.frozen
class Move:
    """`name` comes back, or leaves: for the player `to`, else for bots of `tier`, else the zones stand by."""

    name: str
    back: bool = False
    to: str = ""
    tier: str = STANDS_BY


def moves(roster: Roster) -> tuple[Move, ...]:
    """Everything that is possible: first coming back, then leaving, in the order of the players."""
    tier = next((seat.player for seat in roster.home if seat.kind == BOT), DEFAULT_TIER)
    found = [Move(p.name, back=True) for p in roster.players if p.name in roster.away]
    for name in roster.present:
        found += [Move(name, tier=tier), Move(name)]
        found += [Move(name, to=other) for other in roster.present if other != name]
    return tuple(found)


def move_text(scenario: Scenario, roster: Roster, move: Move) -> str:
    """What a line of the list says."""
    if move.back:
        zones = tuple(s.zone for s in roster.home if s.player == move.name)
    else:
        zones = roster.zones_of(move.name)
    where = ", ".join(words.zone_name(scenario, zone) for zone in zones)
    if move.back:
        text = _("{name} comes back and takes {zones} again")
    elif move.to:
        text = _("{name} leaves; {other} takes {zones}")
    elif move.tier:
        text = _("{name} leaves; bots ({tier}) play {zones}")
    else:
        text = _("{name} leaves; nobody plays {zones}")
    return text.format(name=move.name, other=move.to, tier=move.tier, zones=where or "-")


def wants_pin(roster: Roster, move: Move) -> bool:
    """True if the player's PIN is asked for: to come back, and to give the zones to somebody who will see."""
    return bool(roster.pin_of(move.name)) and (move.back or bool(move.to))


def carry_out(session: Session, move: Move, pin: str = "") -> None:
    """Do it. Raises TableError (a wrong PIN, for one) and SaveError."""
    if move.back:
        session.come_back(move.name, pin=pin)
    else:
        session.leave(move.name, move.to, tier=move.tier, pin=pin)
