"""Trace a persona's links (R5.4)."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Final

from ..commands import Trace
from ..events import Traced
from ..rejection import Reason, Rejection
from ..seat import bits
from ..view import View
from ..words import Discipline, Phase
from .files import read_traits, write_links
from .mechanic import Mechanic, best_level, missing_file

if TYPE_CHECKING:
    from ..desk import Desk

RULE = "R5.4"
DISCIPLINES: Final = (Discipline.SIGNALS, Discipline.CYBER)


def candidates(view: View) -> Iterable[Trace]:
    if best_level(view, DISCIPLINES) > 0:
        for persona, file in view.seat.files.items():
            if not file.exhausted:
                yield Trace(view.zone, persona)


def refusal(view: View, command: Trace) -> Rejection | None:
    """File, signals or cyber >= 1, not exhausted, not frozen."""
    persona = command.persona
    missing = missing_file(view, persona, RULE)
    if missing:
        return missing
    if best_level(view, DISCIPLINES) < 1:
        return Rejection(Reason.NO_LEVEL, RULE, persona=persona, discipline=Discipline.SIGNALS)
    if view.seat.files[persona].exhausted:
        return Rejection(Reason.EXHAUSTED, RULE, persona=persona)
    if view.public.frozen(persona):
        until = view.public.index[persona].frozen_until
        return Rejection(Reason.FROZEN, "R5.9", persona=persona, number=until)
    return None


def chance(view: View, command: Trace) -> int:  # noqa: ARG001
    return view.scenario.chances.analyse[best_level(view, DISCIPLINES)]


def resolve(desk: Desk, command: Trace) -> None:
    """Success: one link not on this file, ends not on the Index first; the last one, or none: exhausted."""
    zone, persona = command.zone, command.persona
    dice = desk.zone_dice(zone)
    success = dice.chance(chance(desk.view(zone), command))
    desk.emit(Traced(zone, persona, success))
    if not success:
        return
    secret, file = desk.state.secret, desk.state.seats[zone].files[persona]
    ends = [secret.operatives[number].persona for number in secret.operative(persona).links]
    fresh = sorted(end for end in ends if not file.links >> end & 1)
    hidden = [end for end in fresh if end not in desk.state.public.index]
    link = 1 << dice.pick(hidden or fresh) if fresh else 0
    write_links(desk, zone, persona, link, exhausted=len(fresh) <= 1)
    if hidden:
        read_traits(desk, dice, zone, bits(link))


MECHANIC = Mechanic(Trace, RULE, Phase.TURN, candidates, refusal, resolve, chance)
