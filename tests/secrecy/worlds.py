"""Scenarios whose secrets cannot be mistaken for anything else: canaries."""

from __future__ import annotations

from collections.abc import Iterator

import attrs

from sco_tabletop.core.scenario import Scenario
from sco_tabletop.core.words import Depth
from tests.core.playout import SEATINGS, Step, by_kind, eventful, half_minded, walk

DATE = 777_777
PERSONAS, PERSONS = 3000, 20_000


def marked(zones: int) -> Scenario:
    """Many persona ids and code names, most of them like no other number, and a date that is no round."""
    base = eventful(zones)
    return attrs.evolve(
        base,
        numbers=attrs.evolve(base.numbers, main_rounds=(DATE,)),
        personas=tuple(f"Alias{n:04}" for n in range(PERSONAS)),
        persons=tuple(f"Person{n:05}" for n in range(PERSONS)),
    )


def short_exercises(count: int, first: int = 0) -> Iterator[Iterator[Step]]:
    """The same in both short depths (R10.1), where there is no date to hide."""
    for seed in range(first, first + count):
        base = marked((4, 8)[seed // 2 % 2])
        depth = (Depth.FIND, Depth.INVESTIGATE)[seed % 2]
        made = attrs.evolve(base, depth=depth, numbers=attrs.evolve(base.numbers, rounds=6))
        yield walk(made, SEATINGS[seed // 4 % 4], seed, (half_minded, by_kind)[seed // 2 % 2])


def exercises(count: int, first: int = 0) -> Iterator[Iterator[Step]]:
    """Playouts of the marked scenario over sizes, picks and seatings."""
    worlds = (marked(4), marked(8))
    for seed in range(first, first + count):
        pick = (by_kind, half_minded)[seed // 2 % 2]
        yield walk(worlds[seed % 2], SEATINGS[seed // 4 % 4], seed, pick)
