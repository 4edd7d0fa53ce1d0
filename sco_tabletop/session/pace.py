"""How long it is to the planned end, in words. All of it public."""

from __future__ import annotations

from ..conduct.pace import minutes_left, reminder_minute
from ..i18n import _, n_
from .conducted import ConductedSession


def left_text(session: ConductedSession) -> str:
    """How long it is to the planned end."""
    left = minutes_left(session.conduct.script.minutes, session.clock)
    if left <= 0:
        return _("The planned time is over: EndEx, then the hot wash.")
    text = n_("{count} minute to the planned EndEx.", "{count} minutes to the planned EndEx.", left)
    return text.format(count=left)


def hot_wash_text(session: ConductedSession) -> str:
    """That time must be kept for the hot wash, from its minute on and until EndEx; else empty."""
    minutes, clock = session.conduct.script.minutes, session.clock
    if not session.started or session.finished or clock < reminder_minute(minutes) * 60:
        return ""
    left = minutes_left(minutes, clock)
    if left <= 0:
        return left_text(session)
    text = n_(
        "Keep time for the hot wash: {count} minute to the planned EndEx.",
        "Keep time for the hot wash: {count} minutes to the planned EndEx.",
        left,
    )
    return text.format(count=left)
