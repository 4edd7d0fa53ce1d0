"""A target of the strike with the doubt and the file that led there (R11.5). Knows a pool and one event."""

from __future__ import annotations

from ..core import doubt
from ..core.events import TeamStruck
from ..core.seat import bits
from .pool import Pool
from .records import Strike


def struck(pool: Pool, event: TeamStruck, round: int, line: int) -> Strike:
    """The strike as it stood just before: chance shown that the name was right, and what the file held."""
    entry = pool.public.index[event.persona]
    values = pool.values.get((event.zone, event.persona), {})
    file = tuple(
        (category, values.get(category, -1), bool(entry.unverified[event.zone] >> category & 1))
        for category in bits(max(0, entry.held[event.zone]))
    )
    return Strike(
        zone=event.zone,
        persona=event.persona,
        person=event.person,
        outcome=event.outcome,
        found=event.operative,
        doubt=doubt.right_percent(pool.scenario, entry, event.zone),
        file=file,
        round=round,
        line=line,
    )
