"""Analyse a persona with a discipline (R5.3)."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from ..commands import Analyse
from ..events import Analysed, LoanUsed
from ..rejection import Reason, Rejection
from ..seat import bits
from ..view import View
from ..words import CATEGORIES, Phase
from .files import true_value, write_traits
from .mechanic import Mechanic, missing_file

if TYPE_CHECKING:
    from ..desk import Desk

RULE = "R5.3"


def candidates(view: View) -> Iterable[Analyse]:
    board = view.public.zones[view.zone]
    able = sum(1 << d for d in range(CATEGORIES) if board.level(d) > 0)
    for persona, file in view.seat.files.items():
        for discipline in bits(able & file.missing):
            yield Analyse(view.zone, persona, discipline)


def refusal(view: View, command: Analyse) -> Rejection | None:
    """File, level >= 1, category not held, not frozen."""
    persona, discipline = command.persona, command.discipline
    missing = missing_file(view, persona, RULE)
    if missing:
        return missing
    if not 0 <= discipline < CATEGORIES or view.public.zones[command.zone].level(discipline) < 1:
        return Rejection(Reason.NO_LEVEL, RULE, persona=persona, discipline=discipline)
    if view.seat.files[persona].held >> discipline & 1:
        return Rejection(Reason.HELD, RULE, persona=persona, discipline=discipline)
    if view.public.frozen(persona):
        until = view.public.index[persona].frozen_until
        return Rejection(Reason.FROZEN, "R5.9", persona=persona, number=until)
    return None


def chance(view: View, command: Analyse) -> int:
    return view.scenario.chances.analyse[view.public.zones[command.zone].level(command.discipline)]


def resolve(desk: Desk, command: Analyse) -> None:
    """Success: the true value of that category. The first use of a loan in a round gives its action back."""
    zone, persona, category = command.zone, command.persona, command.discipline
    success = desk.zone_dice(zone).chance(chance(desk.view(zone), command))
    desk.emit(Analysed(zone, persona, category, success))
    if refunds(desk.view(zone), command):
        desk.emit(LoanUsed(zone, category))
    if success:
        write_traits(desk, zone, persona, ((category, true_value(desk, persona, category)),))


def refunds(view: View, command: Analyse) -> bool:
    """True if lent specialists do the work (R5.7): a loan that counts and was not used up in this round."""
    board, discipline = view.public.zones[command.zone], command.discipline
    lent = board.level(discipline) > board.levels[discipline]
    return lent and board.given_back[discipline] < view.scenario.numbers.loan_refund


MECHANIC = Mechanic(Analyse, RULE, Phase.TURN, candidates, refusal, resolve, chance)
