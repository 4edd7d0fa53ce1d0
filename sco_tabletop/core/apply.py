"""`apply`, `redact`, `tell`: how events change the state, and what a zone is told of them.

Total: nothing here rolls or refuses. A view is the fold of `tell` over redacted events.
"""

from __future__ import annotations

from .events import AnyEvent, Told
from .state import State
from .view import View


def apply(state: State, event: AnyEvent) -> None:
    """Let an event happen to the full state (in place)."""
    if event.touches_public:
        event.on_public(state.public)
    if event.touches_seat:
        event.on_seat(state.seats[event.zone])  # type: ignore[union-attr]
    if event.touches_secret:
        event.on_secret(state.secret)


def redact(event: AnyEvent, zone: int) -> AnyEvent | None:
    """What `zone` is told of an event: all of it, or nothing. COMMANDER is told what is public."""
    if event.told is Told.PUBLIC:
        return event
    if event.told is Told.ZONE and event.zone == zone:  # type: ignore[union-attr]
        return event
    return None


def tell(view: View, event: AnyEvent) -> None:
    """Fold an event that the view's zone was told into the view (in place)."""
    if event.touches_public:
        event.on_public(view.public)
    if event.touches_seat and event.zone == view.zone:  # type: ignore[union-attr]
        event.on_seat(view.seat)
