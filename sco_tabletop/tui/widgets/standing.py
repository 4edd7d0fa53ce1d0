"""How a facilitated exercise stands, on a line: exercise time, plan, running or not. All of it public."""

from __future__ import annotations

from ...core.words import COMMANDER
from ...i18n import _
from ...session.conducted import ConductedSession
from ...wording import words
from ...wording.times import minute_text, time_text
from ..text import Line, Part, Tone, clip, line

ROOMY = 110


def state(session: ConductedSession) -> tuple[str, Tone]:
    """Running, paused, not started, over: a glyph and words."""
    if session.finished:
        return _("■ EndEx"), "strong"
    if not session.started:
        return _("□ not started"), "lead"
    return (_("▸ running"), "good") if session.running else (_("■ PAUSED"), "alarm")


def round_text(session: ConductedSession) -> str:
    """Round, of the planned ones as long as it is one of them."""
    planned, most = session.conduct.script.rounds, session.scenario.numbers.rounds
    rounds = planned if session.round <= planned else most
    return _("R{round}/{rounds}").format(round=session.round, rounds=rounds)


def where(session: ConductedSession) -> str:
    """Round and phase; nothing where no rules decide."""
    if session.discussion:
        return _("discussion")
    text = _("{round} {phase}")
    return text.format(round=round_text(session), phase=words.phase_name(session.phase))


def times(session: ConductedSession) -> list[Part]:
    """Exercise time of the planned, and the state."""
    planned = minute_text(session.conduct.script.minutes)
    text = _("{time} of {planned}").format(time=time_text(session.clock), planned=planned)
    return [(text, "strong"), "  ", state(session)]


def public_head(session: ConductedSession, columns: int) -> Line:
    """The first line of the public view."""
    parts: list[Part] = [(_("EXERCISE"), "lead"), f" {session.scenario.title}  ", where(session), "  "]
    parts += times(session)
    if columns >= ROOMY and (story := story_time(session)):
        parts.append(_("  story time {story}").format(story=story))
    return clip(line(*parts), columns)


def story_time(session: ConductedSession) -> str:
    """The story time of the last announced inject that has one."""
    found = (of.message.story for of in reversed(session.view(COMMANDER).public.announced))
    return next((story for story in found if story), "")


def halted_text(session: ConductedSession) -> str:
    """Why nobody decides, and how it goes on; empty while it runs."""
    if session.finished:
        return _("EndEx. The hot wash follows.")
    if not session.started:
        return _(
            "The exercise has not started. The facilitator opens the console with F9; StartEx is there, on S."
        )
    if not session.running:
        text = _("Paused at {time}: nobody decides. The facilitator goes on with F9, then T.")
        return text.format(time=time_text(session.clock))
    return ""
