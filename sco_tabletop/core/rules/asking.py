"""Requests (R5.18): free, public, and they stand until the end of the next round."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from ..commands import Ask
from ..events import Asked
from ..rejection import Reason, Rejection
from ..seat import bits
from ..view import View
from ..words import ALL_TRAITS, Phase
from .mechanic import Mechanic, no_roll, unknown_zone

if TYPE_CHECKING:
    from ..desk import Desk

RULE = "R5.18"
WHOLE_FILE = -1


def candidates(view: View) -> Iterable[Ask]:
    if view.public.zones[view.zone].requests < 1:
        return
    for persona, entry in view.public.index.items():
        own = max(0, entry.held[view.zone])
        for to, held in enumerate(entry.held):
            if to == view.zone or held < 0:
                continue
            yield Ask(view.zone, persona, WHOLE_FILE, to)
            for category in bits(held & ~own):
                yield Ask(view.zone, persona, category, to)


def refusal(view: View, command: Ask) -> Rejection | None:
    """By the Index the other zone has what is asked for and this zone has not."""
    persona, category, to = command.persona, command.category, command.to
    missing = unknown_zone(view, to, RULE)
    if missing:
        return missing
    if view.public.zones[command.zone].requests < 1:
        return Rejection(Reason.NO_REQUEST, RULE)
    entry = view.public.index.get(persona)
    if entry is None:
        return Rejection(Reason.UNKNOWN_PERSONA, RULE, persona=persona)
    wanted = ALL_TRAITS if category == WHOLE_FILE else 1 << category if category >= 0 else 0
    theirs, own = entry.held[to], max(0, entry.held[command.zone])
    if theirs < 0 or (category != WHOLE_FILE and not theirs & wanted):
        return Rejection(Reason.NOT_WITH_THEM, RULE, persona=persona, zone=to, discipline=category)
    if category != WHOLE_FILE and own & wanted:
        return Rejection(Reason.HELD, RULE, persona=persona, discipline=category)
    return asked_before(view, command)


def asked_before(view: View, command: Ask) -> Rejection | None:
    """The same request does not stand twice."""
    for request in view.public.requests:
        same = (request.asker, request.holder, request.persona, request.category)
        if not request.answered and same == (command.zone, command.to, command.persona, command.category):
            return Rejection(Reason.ASKED, RULE, persona=command.persona, zone=command.to)
    return None


def resolve(desk: Desk, command: Ask) -> None:
    until = desk.state.public.round + 1
    desk.emit(Asked(command.zone, command.persona, command.category, command.to, until))


MECHANIC = Mechanic(Ask, RULE, Phase.TURN, candidates, refusal, resolve, no_roll)
