"""What can be read from the entries that stand: a zone's journal, and the decision that could be taken back.

Pure functions over entries; must not know the state.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence

from ..core.apply import redact
from ..core.events import AnyEvent, RoundBegan
from ..core.undo import may_undo
from ..record.save import Decided, Entry, SeatsChanged


def told_by_round(entries: Iterable[Entry], zone: int) -> tuple[tuple[int, AnyEvent], ...]:
    """(round, event) for everything that the zone was told."""
    lines: list[tuple[int, AnyEvent]] = []
    number = 0
    for entry in entries:
        for event in entry.events:
            if isinstance(event, RoundBegan):
                number = event.round
            if redact(event, zone) is not None:
                lines.append((number, event))
    return tuple(lines)


def last_decision(entries: Sequence[Entry], zones: Collection[int]) -> tuple[int, bool] | None:
    """(place, beyond the barrier?) of the last decision of one of these zones; None if there is none since
    the set-up or since seats changed hands."""
    for place in range(len(entries) - 1, 0, -1):
        entry = entries[place]
        if isinstance(entry, SeatsChanged):
            return None
        if isinstance(entry, Decided) and entry.command.zone in zones:
            last = place == len(entries) - 1
            return place, not (last and may_undo(entry.events))
    return None
