"""Counsel (R5.10), Protect (R5.11), Stand by and the end of a turn (R5.14): what a zone does at home."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from ..commands import Counsel, Protect, StandBy
from ..events import Counselled, ProtectionSet, StoodBy
from ..rejection import Reason, Rejection
from ..seat import bits
from ..view import View
from ..words import Cause, Phase
from .mechanic import Mechanic, never_refused, no_roll
from .tracks import move_influence

if TYPE_CHECKING:
    from ..desk import Desk


COUNSEL = "R5.10"


def counsel_candidates(view: View) -> Iterable[Counsel]:
    yield Counsel(view.zone, view.zone)
    if view.scenario.numbers.counsel_reach:
        for to in bits(view.public.reach[view.zone] & ~(1 << view.zone)):
            yield Counsel(view.zone, to)


def counsel_refusal(view: View, command: Counsel) -> Rejection | None:
    """Here or, if the deck allows, next door; and something to undo."""
    reach = view.public.reach[command.zone] if view.scenario.numbers.counsel_reach else 1 << command.zone
    if command.to not in bits(reach):
        return Rejection(Reason.NOT_ADJACENT, COUNSEL, zone=command.to)
    if view.public.zones[command.to].influence > 0:
        return None
    return Rejection(Reason.NO_INFLUENCE, COUNSEL, zone=command.to)


def counsel_resolve(desk: Desk, command: Counsel) -> None:
    desk.emit(Counselled(command.zone, command.to))
    move_influence(desk, command.to, -1, Cause.COUNSEL)


def protect_candidates(view: View) -> Iterable[Protect]:
    yield Protect(view.zone)


def protect_refusal(view: View, command: Protect) -> Rejection | None:
    """Warned of a plot still to fire, and not protected now."""
    if not view.public.warned(command.zone):
        return Rejection(Reason.NOT_WARNED, "R5.11", zone=command.zone)
    if view.public.protected(command.zone):
        until = view.public.zones[command.zone].protected_until
        return Rejection(Reason.PROTECTED, "R5.11", zone=command.zone, number=until)
    return None


def protect_resolve(desk: Desk, command: Protect) -> None:
    """For the network phases of this round and the next."""
    desk.emit(ProtectionSet(command.zone, desk.state.public.round + 1))


def stand_by_candidates(view: View) -> Iterable[StandBy]:
    yield StandBy(view.zone)


def stand_by_resolve(desk: Desk, command: StandBy) -> None:
    desk.emit(StoodBy(command.zone))


MECHANICS = (
    Mechanic(Counsel, "R5.10", Phase.TURN, counsel_candidates, counsel_refusal, counsel_resolve, no_roll),
    Mechanic(Protect, "R5.11", Phase.TURN, protect_candidates, protect_refusal, protect_resolve, no_roll),
    Mechanic(StandBy, "R5.14", Phase.TURN, stand_by_candidates, never_refused, stand_by_resolve, no_roll),
)
