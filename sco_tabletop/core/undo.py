"""The undo barrier: a pure function of events (R9 edge: what was learned or rolled stays)."""

from __future__ import annotations

from collections.abc import Iterable

from .events import AnyEvent


def may_undo(events: Iterable[AnyEvent]) -> bool:
    """True if nothing among these events revealed, rolled, or passed the decision on."""
    return not any(event.reveals or event.rolls or event.hands_over for event in events)
