"""Beginning a facilitated exercise: table and script become a session.

The one place where screens and lines meet; must not know either.
"""

from __future__ import annotations

from pathlib import Path

import attrs

from ..conduct.acts import Joined
from ..conduct.script import DrawPolicy, Script
from ..core.scenario import Scenario, Seating
from ..core.words import ChairRule
from ..i18n import _
from ..record.save import ConductLine, SeatLine
from . import pins
from .begin import DEFAULT_TIER
from .conducted import ConductedSession
from .players import FACILITATOR, TableError, check_table, player_lines, shared_seats
from .seats import HUMAN, other_seat, seating_of

PLAYER: str = "player"
"""The role of who sits at the keyboard, until somebody says it better."""


@attrs.frozen
class Setup:
    """How it is to be conducted. With `called` the facilitator enters the decisions of `zones` as they are
    called out; else `players` (names, each with zones) act behind the curtain. `bots` is a tier, or
    STANDS_BY, for all other zones. `policy` and `minutes` are those of the script if they are left out."""

    called: bool = False
    zones: tuple[int, ...] = ()
    players: dict[str, tuple[int, ...]] = attrs.field(factory=dict)
    bots: str = DEFAULT_TIER
    chair: ChairRule = ChairRule.ROTATING
    fixed: int = 0
    automatic: bool = False
    facilitator: str = ""
    pin: str = attrs.field(default="", repr=False)
    pins: dict[str, str] = attrs.field(factory=dict, repr=False)
    policy: DrawPolicy | None = None
    minutes: int = 0
    timer: int = 0


def begin_conducted(
    setup: Setup, scenario: Scenario, script: Script, *, deck_digest: str, seed: int, folder: Path
) -> ConductedSession:
    """Deal and save a facilitated exercise, before StartEx, console closed. Raises TableError, SaveError;
    ValueError for a malformed PIN."""
    seats = _seats(setup, scenario)
    script = attrs.evolve(
        script, policy=setup.policy or script.policy, minutes=setup.minutes or script.minutes
    )
    session = ConductedSession.create(
        scenario,
        deck_digest=deck_digest,
        seats=seats,
        seed=seed,
        practice=False,
        folder=folder,
        seating=_seating(setup, seats),
        players=() if setup.called else player_lines(setup.players, setup.pins),
        timer=setup.timer,
        conduct=ConductLine(script, setup.facilitator, setup.called, setup.automatic, pins.kept(setup.pin)),
    )
    session.open_console(setup.pin)
    for name, zones in ({} if setup.called else setup.players).items():
        for zone in zones[:1]:
            session.do(Joined(name, PLAYER, zone))
    session.close_curtain()
    return session


def _seats(setup: Setup, scenario: Scenario) -> tuple[SeatLine, ...]:
    if not setup.called:
        check_table(setup.players, scenario, least=1)
        return shared_seats(scenario, setup.players, setup.bots)
    if not setup.zones:
        raise TableError(_("No zone is played by people; choose at least one."))
    return tuple(
        SeatLine(zone, FACILITATOR, HUMAN) if zone in setup.zones else other_seat(zone, setup.bots)
        for zone in range(len(scenario.zones))
    )


def _seating(setup: Setup, seats: tuple[SeatLine, ...]) -> Seating:
    if setup.chair is ChairRule.FIXED and seats[setup.fixed].kind != HUMAN:
        raise TableError(_("Give the chair to a zone that people play, or take it as facilitator."))
    return seating_of(seats, setup.chair, setup.fixed)
