"""Scenarios whose secrets cannot be mistaken for anything else: canaries."""

from __future__ import annotations

from collections.abc import Iterator

import attrs

from sco_tabletop.core.scenario import Scenario
from tests.core.playout import SEATINGS, Step, by_kind, eventful, half_minded, walk

DATE = 777_777
PERSONAS, PERSONS = 3000, 20_000


def marked(zones: int) -> Scenario:
    """Many persona ids and code names, most of them like no other number, and a date that is no round."""
    base = eventful(zones)
    return attrs.evolve(
        base,
        numbers=attrs.evolve(base.numbers, main_rounds=(DATE,)),
        personas=tuple(f"Alias{n}" for n in range(PERSONAS)),
        persons=tuple(f"Person{n}" for n in range(PERSONS)),
    )


def exercises(count: int, first: int = 0) -> Iterator[Iterator[Step]]:
    """Playouts of the marked scenario over sizes, picks and seatings."""
    worlds = (marked(4), marked(8))
    for seed in range(first, first + count):
        pick = (by_kind, half_minded)[seed // 2 % 2]
        yield walk(worlds[seed % 2], SEATINGS[seed // 4 % 4], seed, pick)
