"""Send a team to an adjacent zone (R5.8)."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from ..commands import SendTeam
from ..events import TeamSent
from ..rejection import Reason, Rejection
from ..seat import bits
from ..view import View
from ..words import Phase
from .mechanic import Mechanic, no_roll, unknown_zone

if TYPE_CHECKING:
    from ..desk import Desk

RULE = "R5.8"


def candidates(view: View) -> Iterable[SendTeam]:
    if view.public.free_teams(view.zone) > 0:
        for to in bits(view.public.reach[view.zone] & ~(1 << view.zone)):
            yield SendTeam(view.zone, to)


def refusal(view: View, command: SendTeam) -> Rejection | None:
    missing = unknown_zone(view, command.to, RULE)
    if missing:
        return missing
    if not view.public.reach[command.zone] >> command.to & 1:
        return Rejection(Reason.NOT_ADJACENT, RULE, zone=command.to)
    if view.public.free_teams(command.zone) < 1:
        return Rejection(Reason.NO_TEAM, RULE, zone=command.zone)
    return None


def resolve(desk: Desk, command: SendTeam) -> None:
    desk.emit(TeamSent(command.zone, command.to))


MECHANIC = Mechanic(SendTeam, RULE, Phase.TURN, candidates, refusal, resolve, no_roll)
