"""The acts of a facilitated exercise as the log has them: number, time, round, whether they stand."""

from __future__ import annotations

from collections.abc import Sequence

from ..conduct.board import Happened
from .save import Conducted, Entry
from .trail import Trail


def happened(entries: Sequence[Entry]) -> tuple[Happened, ...]:
    """Every act, oldest first, also those that were taken back."""
    trail = Trail(entries)
    standing = set(trail.standing)
    return tuple(
        Happened(number, entry.act, entry.clock, trail.where(number).round, number in standing)
        for number, entry in enumerate(entries, start=1)
        if isinstance(entry, Conducted)
    )
