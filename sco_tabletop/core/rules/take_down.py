"""Take down a persona's accounts (R5.9): quiet now, but the files freeze and the network listens up."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from ..commands import TakeDown
from ..events import TakenDown
from ..rejection import Reason, Rejection
from ..view import View
from ..words import Cause, Function, Phase, Track
from .mechanic import Mechanic, missing_file, no_roll
from .tracks import move_influence, move_preparation, move_track

if TYPE_CHECKING:
    from ..desk import Desk

RULE = "R5.9"

PREPARES = {
    Function.PLANNER: Cause.PLANS,
    Function.FINANCIER: Cause.FUNDS,
    Function.ARMOURER: Cause.WEAPONS,
}


def candidates(view: View) -> Iterable[TakeDown]:
    for persona in view.seat.files:
        yield TakeDown(view.zone, persona)


def refusal(view: View, command: TakeDown) -> Rejection | None:
    """File, not leader, not frozen."""
    persona = command.persona
    missing = missing_file(view, persona, RULE)
    if missing:
        return missing
    entry = view.public.index[persona]
    if entry.function is Function.LEADER:
        return Rejection(Reason.LEADER, RULE, persona=persona)
    if view.public.frozen(persona):
        return Rejection(Reason.FROZEN, RULE, persona=persona, number=entry.frozen_until)
    return None


def resolve(desk: Desk, command: TakeDown) -> None:
    zone, persona = command.zone, command.persona
    numbers, now = desk.state.scenario.numbers, desk.state.public.round
    desk.emit(TakenDown(zone, persona, now + numbers.dark_rounds, now + numbers.frozen_rounds))
    function = desk.state.public.index[persona].function
    if function in PREPARES:
        move_preparation(desk, -numbers.take_down_preparation, PREPARES[function])
    else:
        move_influence(desk, zone, -numbers.take_down_influence, Cause.TAKE_DOWN)
    move_track(desk, Track.ALERT, numbers.take_down_alert, Cause.TAKE_DOWN)


MECHANIC = Mechanic(TakeDown, RULE, Phase.TURN, candidates, refusal, resolve, no_roll)
