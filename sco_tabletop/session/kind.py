"""Which kind of exercise a session runs, told without loading what the other kinds need.

Script, evaluation and the console are a tenth of the time until a room stands.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from .session import Session

if TYPE_CHECKING:
    from .conducted import ConductedSession


def as_conducted(session: Session) -> ConductedSession | None:
    """The session, if it is a facilitated one."""
    if not session.facilitated:
        return None
    from .conducted import ConductedSession

    return session if isinstance(session, ConductedSession) else None
