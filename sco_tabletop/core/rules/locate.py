"""Locate (R5.12) and Stage (R5.13): from a name to a team at the door."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Final

from ..commands import Locate, Stage
from ..events import Located, Staged
from ..rejection import Reason, Rejection
from ..view import View
from ..words import Discipline, Phase
from .mechanic import Mechanic, best_level, missing_file, no_roll

if TYPE_CHECKING:
    from ..desk import Desk

LOCATE, STAGE = "R5.12", "R5.13"
DISCIPLINES: Final = (Discipline.SIGNALS, Discipline.BORDER)


def locate_candidates(view: View) -> Iterable[Locate]:
    for persona in view.seat.names:
        yield Locate(view.zone, persona)


def locate_refusal(view: View, command: Locate) -> Rejection | None:
    """Named here, not located."""
    persona = command.persona
    missing = missing_file(view, persona, LOCATE)
    if missing:
        return missing
    if persona not in view.seat.names:
        return Rejection(Reason.NOT_NAMED, LOCATE, persona=persona)
    if view.public.index[persona].located >> command.zone & 1:
        return Rejection(Reason.LOCATED, LOCATE, persona=persona)
    return None


def locate_chance(view: View, command: Locate) -> int:  # noqa: ARG001
    """Best of signals and border (R1.2); the same for the right person and an innocent one."""
    return view.scenario.chances.locate[best_level(view, DISCIPLINES)]


def locate_resolve(desk: Desk, command: Locate) -> None:
    dice = desk.zone_dice(command.zone)
    success = dice.chance(locate_chance(desk.view(command.zone), command))
    site = dice.below(len(desk.state.scenario.zones[command.zone].sites)) if success else -1
    desk.emit(Located(command.zone, command.persona, success, site))


def stage_candidates(view: View) -> Iterable[Stage]:
    for persona in view.seat.names:
        yield Stage(view.zone, persona)


def stage_refusal(view: View, command: Stage) -> Rejection | None:
    """Located here, and a team without a task."""
    persona, zone = command.persona, command.zone
    missing = missing_file(view, persona, STAGE)
    if missing:
        return missing
    entry = view.public.index[persona]
    if not entry.located >> zone & 1:
        return Rejection(Reason.NOT_LOCATED, STAGE, persona=persona)
    if entry.staged >> zone & 1:
        return Rejection(Reason.STAGED, STAGE, persona=persona)
    if view.public.free_teams(zone) < 1:
        return Rejection(Reason.NO_TEAM, STAGE, zone=zone)
    return None


def stage_resolve(desk: Desk, command: Stage) -> None:
    desk.emit(Staged(command.zone, command.persona))


MECHANICS = (
    Mechanic(Locate, LOCATE, Phase.TURN, locate_candidates, locate_refusal, locate_resolve, locate_chance),
    Mechanic(Stage, STAGE, Phase.TURN, stage_candidates, stage_refusal, stage_resolve, no_roll),
)
