"""Why an act of the staff is not possible now, asked without doing it. Only while the console is open."""

from __future__ import annotations

from ..conduct.acts import Act
from ..conduct.carry import refusal
from ..conduct.permit import why_not
from ..core.words import COMMANDER
from ..wording.rejections import rejection_text
from .conducted import ConductedSession


def hindered(session: ConductedSession, act: Act) -> str:
    """The sentence that doing it would be refused with; empty if it is possible. Raises CurtainClosed."""
    if trouble := why_not(session.console().board, act):
        return trouble
    view = session.view(COMMANDER)
    rejected = refusal(view.public, session.conduct.script, act, session.clock)
    return rejection_text(view, rejected) if rejected is not None else ""
