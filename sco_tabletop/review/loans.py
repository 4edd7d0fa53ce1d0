"""Loans of disciplines (R5.7), and how often the borrower counted with them. Knows a pool."""

from __future__ import annotations

from typing import Final

import attrs

from ..core.events import Analysed, AnyEvent, Lent, Located, Monitored, Traced
from ..core.words import Discipline
from .pool import Pool
from .records import Loan

TRACING: Final = (Discipline.SIGNALS, Discipline.CYBER)
MONITORING: Final = (Discipline.SIGNALS, Discipline.CYBER, Discipline.LANGUAGE)
LOCATING: Final = (Discipline.SIGNALS, Discipline.BORDER)
"""What an action may count with, the best of them (R1.2)."""


class Loans:
    """Hears every event before the pool has taken it: a roll counts with the levels as they were."""

    def __init__(self, pool: Pool) -> None:
        self.pool = pool
        self._made: list[Loan] = []

    def event(self, event: AnyEvent, round: int, line: int) -> None:
        """A loan made, or an action that one of them helped."""
        match event:
            case Lent(zone=zone, to=to, discipline=discipline, level=level):
                self._made.append(Loan(zone, to, discipline, level, 0, round, line))
            case Analysed(zone=zone, discipline=discipline):
                self._use(zone, (discipline,))
            case Monitored(zone=zone):
                self._use(zone, MONITORING)
            case Traced(zone=zone):
                self._use(zone, TRACING)
            case Located(zone=zone):
                self._use(zone, LOCATING)
            case _:
                pass

    def _use(self, zone: int, disciplines: tuple[int, ...]) -> None:
        """The best of these disciplines counts; it is a loan's only where the zone's own are all below it."""
        board = self.pool.public.zones[zone]
        best = max(disciplines, key=board.level)
        used = board.level(best)
        if used <= max(board.levels[discipline] for discipline in disciplines):
            return
        for place, loan in enumerate(self._made):
            if (loan.to, loan.discipline, loan.level) == (zone, best, used):
                self._made[place] = attrs.evolve(loan, uses=loan.uses + 1)
                return

    def found(self) -> tuple[Loan, ...]:
        """All of them."""
        return tuple(self._made)
