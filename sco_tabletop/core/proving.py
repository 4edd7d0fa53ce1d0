"""What a file on an operative still lacks before his home may name him (R5.15), in actions (R2.10).

Knows masks of categories only, no zone and no time: who answers what where is `planning`'s.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from itertools import combinations
from typing import Final

import attrs

from .seat import Person, bits
from .words import ALL_TRAITS, CATEGORIES

FAR: Final = 99
"""More actions than any proof costs: it cannot be had."""


@attrs.frozen
class Ladder:
    """For every mask of categories held: `left`, the fewest further actions (0 suffices, FAR never does);
    `gain`, the categories whose answer is a step nearer; `looks`, the masks that one more look (R3.13) may
    leave a step nearer."""

    left: tuple[int, ...]
    gain: tuple[int, ...]
    looks: tuple[tuple[int, ...], ...]

    def first(self, look: int) -> tuple[int, ...]:
        """What a first look at a new persona shows if the lot is kind: the masks that leave least to do."""
        masks = shown(0, look)
        least = min(self.left[mask] for mask in masks)
        return tuple(mask for mask in masks if self.left[mask] == least)


def proofs(register: Sequence[Person], person: int, evidence: int) -> tuple[int, ...]:
    """All sets of categories (masks) that suffice to name him at home: as many as the evidence threshold
    asks for, and nobody else of his register fits (R5.15). What holds more suffices as well."""
    traits = register[person].traits
    alike = [sum(1 << i for i, p in enumerate(register) if p.traits[c] == v) for c, v in enumerate(traits)]
    found = []
    for mask in range(1, 1 << CATEGORIES):
        fits = (1 << len(register)) - 1
        for category in bits(mask):
            fits &= alike[category]
        if mask.bit_count() >= evidence and fits.bit_count() == 1:
            found.append(mask)
    return tuple(found)


@lru_cache(maxsize=4096)
def ladder(enough: tuple[int, ...], answers: int, look: int) -> Ladder:
    """The ladder up to the proofs `enough`, where `answers` can be had by Analyse, one an action, and `look`
    traits of one's choice by a Monitor that sees him again (0: none does)."""
    size = 1 << CATEGORIES
    left, gain = [FAR] * size, [0] * size
    looks: list[tuple[int, ...]] = [()] * size
    for mask in reversed(range(size)):  # a larger set is a larger number
        if mask in enough:
            left[mask] = 0
            continue
        answered = [mask | 1 << c for c in bits(answers & ~mask)]
        seen = shown(mask, look) if look else ()
        least = min((left[further] for further in (*answered, *seen)), default=FAR)
        if least < FAR:
            left[mask] = least + 1
            gain[mask] = sum(further ^ mask for further in answered if left[further] == least)
            looks[mask] = tuple(further for further in seen if left[further] == least)
    return Ladder(tuple(left), tuple(gain), tuple(looks))


def shown(mask: int, look: int) -> tuple[int, ...]:
    """What a file may hold after a look, by the lots of R3.13; the same if there is nothing to be shown."""
    missing = bits(ALL_TRAITS & ~mask)
    count = min(look, len(missing))
    return tuple(mask | sum(1 << c for c in drawn) for drawn in combinations(missing, count))
