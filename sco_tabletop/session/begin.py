"""Beginning an exercise: what was chosen for the table becomes seats, chair and players.

The one place where command line and set-up screen meet; must not know either.
"""

from __future__ import annotations

from pathlib import Path
from typing import Final

import attrs

from ..bots.policy import TIERS
from ..core.scenario import Scenario
from ..core.words import ChairRule
from ..i18n import _
from .players import TableError, check_table, player_lines, shared_seats
from .seats import NOBODY, seating_of, solo_seats
from .session import Session

TIER_NAMES: Final[tuple[str, ...]] = tuple(name for name in TIERS if name != "random")
"""Bots that a person can sit down with, weakest first."""
DEFAULT_TIER: Final = "analyst"
"""Beside analysts one seat matters most; see manual/measured.md."""
LONGEST_TIMER: Final = 60


@attrs.frozen
class Table:
    """Who plays what. With `players` (names, each with zones) it is a hot-seat exercise; else one person has
    `zones`. `bots` is a tier, or STANDS_BY; `fixed` counts for a fixed chair; `timer` is minutes or 0."""

    players: dict[str, tuple[int, ...]] = attrs.field(factory=dict)
    zones: tuple[int, ...] = (0,)
    bots: str = DEFAULT_TIER
    chair: ChairRule = ChairRule.ROTATING
    fixed: int = 0
    timer: int = 0
    pins: dict[str, str] = attrs.field(factory=dict, repr=False)


def begin(
    table: Table, scenario: Scenario, *, deck_digest: str, seed: int, practice: bool, folder: Path
) -> Session:
    """Deal and save an exercise for this table. Raises TableError and SaveError."""
    if table.players:
        check_table(table.players, scenario)
        seats = shared_seats(scenario, table.players, table.bots)
    else:
        seats = solo_seats(scenario, table.zones, table.bots)
    if table.chair is ChairRule.FIXED and seats[table.fixed].kind == NOBODY:
        sentence = _("{zone} stands by, so it cannot hold the chair; give it to somebody.")
        raise TableError(sentence.format(zone=scenario.zones[table.fixed].name))
    if table.chair is not ChairRule.COMMANDER and not table.players and not table.zones:
        raise TableError(_("Nobody plays: choose a zone, or take the chair as facilitator."))
    return Session.create(
        scenario,
        deck_digest=deck_digest,
        seats=seats,
        seed=seed,
        practice=practice,
        folder=folder,
        seating=seating_of(seats, table.chair, table.fixed),
        players=player_lines(table.players, table.pins) if table.players else (),
        timer=table.timer,
    )
