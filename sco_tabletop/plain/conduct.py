"""A facilitated exercise in plain lines."""

from __future__ import annotations

from ..session.conducted import ConductedSession
from .lines import Console
from .room import run as run_room


def run(session: ConductedSession, console: Console) -> None:
    """Conduct until EndEx, the end of input, or the facilitator leaves."""
    run_room(session, console)
