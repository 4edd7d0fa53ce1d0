"""What a Monitor is worth where nothing but finding counts (find only), to a veteran.

The chatter of a zone is shared out among those who may have left it: personas on file here, personas that
only others hold, and operatives whom nobody knows yet.
"""

from __future__ import annotations

import attrs

from ..core.board import Entry
from ..core.geography import sighting_zones
from ..core.seat import bits
from .estimates import Estimate

UNKNOWN = 0.5
"""Chance that an operative nobody knows left a trace: propagandists mostly come to light first."""
FOUND = 0.7
"""What a persona newly on the Index is worth, in attributed personas."""
PLACED, CLOSER = 1.0, 0.45
"""What a sighting is worth that places a persona, and one that only narrows his home."""


@attrs.define
class Group:
    """How many traces of a group are expected here before the chatter is known, and what they are worth."""

    traces: float = 0.0
    worth: float = 0.0


def sighting(e: Estimate, entry: Entry) -> float:
    """What a sighting here would tell of a persona's home."""
    limit = e.view.scenario.numbers.attributed_zones
    allowed = sighting_zones(e.public, entry)
    narrowed = allowed & e.public.reach[e.zone]
    if allowed.bit_count() <= limit or narrowed in (0, allowed):
        return 0.0
    return PLACED if narrowed.bit_count() <= limit else CLOSER


def likely(e: Estimate, entry: Entry) -> float:
    """The chance that a persona left a trace here in the last network phase."""
    homes = bits(sighting_zones(e.public, entry))
    near = sum(1 / e.public.reach[home].bit_count() for home in homes if e.public.reach[home] >> e.zone & 1)
    left = e.view.scenario.chances.trace_left[entry.function] / 100
    return left * near / max(1, len(homes))


def gain_of_sighting(e: Estimate) -> float:
    """What a Monitor here brings if it succeeds, in attributed personas.

    Whoever is on file here is sighted by the first success of a round; each success opens one more.
    """
    known, new = Group(), Group()
    for persona in sorted(e.public.index):
        entry = e.public.index[persona]
        group = known if entry.held[e.zone] >= 0 else new
        chance = 0.0 if e.public.dark(persona) else likely(e, entry)
        group.traces += chance
        group.worth += chance * sighting(e, entry)
    hidden = UNKNOWN * max(0.0, e.unknown - (not e.leader_known)) / len(e.public.zones)
    new.traces += hidden
    new.worth += hidden * FOUND
    total = known.traces + new.traces
    if not total:
        return 0.0
    heard = e.view.seat.chatter
    successes = e.public.zones[e.zone].monitored
    waiting = max(0.0, heard * new.traces / total - successes)
    one = new.worth / new.traces if new.traces else 0.0
    return (0.0 if successes else heard * known.worth / total) + min(1.0, waiting) * one
