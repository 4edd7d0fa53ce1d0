"""Doubt (R5.16): the chance that a name is right, from the Index alone, so that everybody sees the same.

Exact: W is counted in units of 4**-5, so a chance is a ratio of whole numbers.
"""

from __future__ import annotations

import attrs

from .board import UNCHECKED, Entry
from .scenario import Scenario
from .seat import bits
from .words import ALL_TRAITS, CATEGORIES

UNIT = 4**CATEGORIES
SURE = 100
"""Per cent of what is certain."""
CERTAIN = UNIT * 10**6
"""A hit elsewhere on five verified traits: he is theirs, whatever the own file says."""


@attrs.frozen
class Part:
    """What one other possible home adds to the doubt: `weight` in units of 4**-5, from `persons` candidates
    (hits, or the whole register if `unchecked`) that fit `tested` traits there."""

    zone: int
    persons: int
    tested: int
    unchecked: bool
    weight: int


def parts(scenario: Scenario, entry: Entry, zone: int, held: int) -> tuple[Part, ...]:
    """What each other possible home contributes to W for a name resting on `held` traits (a mask)."""
    traits = held.bit_count()
    found = []
    for other in bits(entry.possible & ~(1 << zone)):
        unchecked = entry.hits[other] == UNCHECKED
        persons = scenario.numbers.register_size if unchecked else entry.hits[other]
        tested = entry.tested[other]
        weight = persons * 4 ** (CATEGORIES - traits + tested)
        if tested == CATEGORIES and persons and not entry.unverified[other]:
            weight = CERTAIN  # no two persons share all five traits (R2.3)
        found.append(Part(other, persons, tested, unchecked, weight))
    return tuple(found)


def weight(scenario: Scenario, entry: Entry, zone: int) -> int:
    """W of a zone's file in units of 4**-5; 0 with five traits, all verified (certain)."""
    held = max(0, entry.held[zone])
    if held == ALL_TRAITS and not entry.unverified[zone]:
        return 0
    return sum(part.weight for part in parts(scenario, entry, zone, held))


def right(scenario: Scenario, entry: Entry, zone: int) -> float:
    """The chance 1/(1+W) that a name given by `zone` now is right, 0..1."""
    return UNIT / (UNIT + weight(scenario, entry, zone))


def right_percent(scenario: Scenario, entry: Entry, zone: int) -> int:
    """The same in whole per cent, rounded to the nearest; 100 only when certain."""
    return percent_of(weight(scenario, entry, zone))


def percent_of(weighed: int) -> int:
    """The chance that goes with a W in units of 4**-5."""
    total = UNIT + weighed
    rounded = (200 * UNIT + total) // (2 * total)
    return min(rounded, 99) if total > UNIT else 100


def rests_on_unverified(entry: Entry, zone: int) -> bool:
    """True if the file holds an unverified trait: the doubt takes it as true and has to say so."""
    return entry.unverified[zone] > 0
