"""Drawing the card and leaving H-hour for later in one go, while there is nothing to strike.

A convenience of the front ends: the commands that are recorded are the same two (R4.1, R4.2).
"""

from __future__ import annotations

from ..core.commands import CallHour, DrawInject
from ..core.rejection import Rejection
from ..core.rules.depth import has_hour
from ..core.view import View
from ..core.words import Phase
from .session import Session
from .step import Step


def nothing_waits(view: View) -> bool:
    """True before the card of a round, if nobody is located anywhere and H-hour is not automatic yet."""
    public, scenario = view.public, view.scenario
    return (
        public.phase is Phase.INJECT
        and has_hour(scenario.depth)
        and public.round < scenario.numbers.rounds
        and not any(entry.located or entry.staged for entry in public.index.values())
    )


def draw(session: Session, zone: int) -> list[Step]:
    """Draw; then leave H-hour, unless the card asks the chair something first (then `leave` does, later)."""
    step = session.submit(DrawInject(zone))
    return [] if isinstance(step, Rejection) else [step, *leave(session, zone)]


def leave(session: Session, zone: int) -> list[Step]:
    """Leave H-hour for later if that is what is due."""
    if session.phase is not Phase.CALL or session.acting != zone:
        return []
    step = session.submit(CallHour(zone, call=False))
    return [] if isinstance(step, Rejection) else [step]
