"""How far the network is attributed, and how calm it is, from the public board alone (R10.1, R10.3).

For views, bots and words as well as for the judgement at EndEx: everybody sees the same.
"""

from __future__ import annotations

from .board import Entry, Public
from .figures import influence_total
from .geography import sighting_zones
from .scenario import Scenario


def is_attributed(scenario: Scenario, public: Public, entry: Entry) -> bool:
    """R10.3: the sightings alone leave at most two zones; hits and no hits do not count."""
    return sighting_zones(public, entry).bit_count() <= scenario.numbers.attributed_zones


def attributed(scenario: Scenario, public: Public) -> tuple[int, ...]:
    """The attributed personas, ascending."""
    return tuple(p for p in sorted(public.index) if is_attributed(scenario, public, public.index[p]))


def influence_in_goal(scenario: Scenario, public: Public) -> bool:
    """R10.1: the mean influence is at most the goal, compared exactly (R1.5)."""
    return 10 * influence_total(public) <= scenario.numbers.influence_goal * len(public.zones)
