"""Lend a discipline (R5.7): technology complement."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from ..commands import Lend
from ..events import Lent
from ..rejection import Reason, Rejection
from ..view import View
from ..words import CATEGORIES, Phase
from .mechanic import Mechanic, no_roll, unknown_zone

if TYPE_CHECKING:
    from ..desk import Desk

RULE = "R5.7"


def candidates(view: View) -> Iterable[Lend]:
    board = view.public.zones[view.zone]
    if board.lent:
        return
    for discipline, level in enumerate(board.levels):
        if level >= view.scenario.numbers.lend_from:
            for to in range(len(view.public.zones)):
                if to != view.zone:
                    yield Lend(view.zone, discipline, to)


def refusal(view: View, command: Lend) -> Rejection | None:
    """Own printed level high enough, never lent before, the receiver below it."""
    board, discipline, to = view.public.zones[command.zone], command.discipline, command.to
    missing = unknown_zone(view, to, RULE)
    if missing:
        return missing
    if board.lent:
        return Rejection(Reason.LENT_BEFORE, RULE)
    needed = view.scenario.numbers.lend_from
    if not 0 <= discipline < CATEGORIES or board.levels[discipline] < needed:
        return Rejection(Reason.NO_LEVEL, RULE, discipline=discipline, number=needed)
    theirs = view.public.zones[to]
    if max(theirs.levels[discipline], theirs.borrowed[discipline]) >= board.levels[discipline]:
        return Rejection(Reason.NOT_BELOW, RULE, zone=to, discipline=discipline)
    return None


def resolve(desk: Desk, command: Lend) -> None:
    level = desk.state.public.zones[command.zone].levels[command.discipline]
    desk.emit(Lent(command.zone, command.discipline, command.to, level))


MECHANIC = Mechanic(Lend, RULE, Phase.TURN, candidates, refusal, resolve, no_roll)
