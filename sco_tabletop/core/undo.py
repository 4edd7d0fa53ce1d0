"""The undo barrier: a pure function of events (R9 edge: what was learned or rolled stays)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Final

from .commands import AnyCommand, CallHour
from .events import AnyEvent, HourCalled, HourLeft, PhaseBegan

CALL_ALONE: Final = (HourCalled, HourLeft, PhaseBegan)
"""What a call says of itself: whether H-hour is called, and who is due."""


def may_undo(events: Iterable[AnyEvent]) -> bool:
    """True if nothing among these events revealed, rolled, or passed the decision on."""
    return not any(event.reveals or event.rolls or event.hands_over for event in events)


def may_recall(command: AnyCommand, events: Iterable[AnyEvent]) -> bool:
    """True for a chair's call (R4.2) that told nothing but itself. It is made before everybody, so it may be
    taken back as long as it is the last decision; whether it is, the caller knows."""
    return isinstance(command, CallHour) and all(isinstance(event, CALL_ALONE) for event in events)


def may_take_back(undone: Sequence[tuple[AnyCommand | None, Sequence[AnyEvent]]]) -> bool:
    """True if these last decisions (command, events) together are within the barrier."""
    if len(undone) == 1 and undone[0][0] is not None and may_recall(undone[0][0], undone[0][1]):
        return True
    return all(may_undo(events) for _command, events in undone)
