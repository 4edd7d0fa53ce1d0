"""What a facilitator does to a round (R8.11 to R8.13): delivers an inject, passes the draw, calls EndEx.

Not commands of a seat: nobody's turn is needed, and no seat can do it.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Final

import attrs

from ..board import Public
from ..events import DrawPassed, InjectAnnounced, InjectDelivered
from ..message import Delivery, Message
from ..rejection import Reason, Rejection
from ..scenario import Effect, EffectKind
from ..words import EndReason, Phase, Result
from .ending import finish
from .injects import run
from .rounds import begin_call

if TYPE_CHECKING:
    from ..desk import Desk

ON_A_ZONE: Final = frozenset(
    {
        EffectKind.INFLUENCE,
        EffectKind.ACTIONS,
        EffectKind.LEAD,
        EffectKind.LOW_LEAD,
        EffectKind.TEAM_HELD,
    }
)
"""Effects that happen once for every zone that the inject goes to; the others happen once."""


@attrs.frozen
class Handout:
    """An inject to be delivered: its number and words, the zones it goes to (or everybody), what it does, and
    the minute of exercise time."""

    inject: str
    message: Message
    to: tuple[int, ...]
    everybody: bool
    effects: tuple[Effect, ...]
    minute: int


def deliver_refusal(public: Public, handout: Handout) -> Rejection | None:
    """R8.11: never after EndEx; while teams are being committed only an inject without effects."""
    if public.result is not None:
        return Rejection(Reason.OVER, "R7.1")
    unknown = [zone for zone in handout.to if not 0 <= zone < len(public.zones)]
    if unknown:
        return Rejection(Reason.UNKNOWN_ZONE, "R8.11", zone=unknown[0])
    if handout.effects and public.phase is Phase.COMMIT:
        return Rejection(Reason.WRONG_PHASE, "R8.11")
    return None


def deliver_resolve(desk: Desk, handout: Handout) -> None:
    """R8.11: the words to each recipient alone, or to everybody; then the effects in order."""
    delivery = Delivery(handout.inject, desk.state.public.round, handout.minute, handout.message)
    if handout.everybody:
        desk.emit(InjectAnnounced(delivery))
    for zone in handout.to:
        desk.emit(InjectDelivered(zone, delivery))
    for effect in handout.effects:
        for at in _zones(handout, effect):
            run(desk, (effect,), at)


def _zones(handout: Handout, effect: Effect) -> Iterable[int | None]:
    return handout.to if handout.to and effect.kind in ON_A_ZONE else (None,)


def pass_refusal(public: Public) -> Rejection | None:
    """R8.12: only when the round's card is due."""
    if public.result is not None:
        return Rejection(Reason.OVER, "R7.1")
    return None if public.phase is Phase.INJECT else Rejection(Reason.WRONG_PHASE, "R8.12")


def pass_resolve(desk: Desk) -> None:
    """R8.12: no card this round; the chair's call is due."""
    desk.emit(DrawPassed())
    begin_call(desk)


def endex_refusal(public: Public) -> Rejection | None:
    """R8.13: not twice."""
    return Rejection(Reason.OVER, "R7.1") if public.result is not None else None


def endex_resolve(desk: Desk) -> None:
    """R8.13: everything is opened, nothing is decided."""
    finish(desk, Result.UNDECIDED, EndReason.FACILITATOR)
