"""Figures of the review that speak for an objective of the exercise. Knows a flow; decides nothing.

They fit by the id of the objective: the three mechanisms that the exercise tests have their own (R11.6 to
R11.8), and a wrongful detention harms, whatever the operation achieved. An objective of another id has none.
"""

from __future__ import annotations

from typing import Final

from ..conduct.rating import Gauge
from ..core.words import Result
from .measures import Figure, complement, coordination, exchange, measure
from .mechanisms import Mechanism
from .records import Flow

WRONGFUL: Final = "wrongful"
OBJECTIVES: Final = {
    Mechanism.EXCHANGE: "intelligence-exchange",
    Mechanism.COORDINATION: "operation-coordination",
    Mechanism.COMPLEMENT: "technology-complement",
}


def gauges(flow: Flow, levels: tuple[tuple[int, ...], ...], result: Result | None) -> tuple[Gauge, ...]:
    """Those that have anything to count; none before EndEx, and no coordination where the facilitator ended
    it before an hour could be called. Entries are numbers of entries, not lines of the file."""
    if result is None:
        return ()
    figures = {
        Mechanism.EXCHANGE: exchange(flow),
        Mechanism.COORDINATION: coordination(flow),
        Mechanism.COMPLEMENT: complement(flow, levels),
    }
    found = [
        Gauge(OBJECTIVES[of], of.value, figure.value, entries(figure))
        for of, figure in figures.items()
        if figure.value is not None and not (of is Mechanism.COORDINATION and result is Result.UNDECIDED)
    ]
    wrongful = measure(flow).wrongful
    if wrongful.value:
        where = OBJECTIVES[Mechanism.COORDINATION]
        found.append(Gauge(where, WRONGFUL, wrongful.value, entries(wrongful), harm=True))
    return tuple(found)


def entries(figure: Figure) -> tuple[int, ...]:
    """The numbers of the entries that stand on its lines."""
    return tuple(sorted({line - 1 for line in figure.lines if line}))
