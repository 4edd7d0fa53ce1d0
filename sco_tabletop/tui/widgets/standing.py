"""How a facilitated exercise stands, on a line: exercise time, plan, running or not. All of it public."""

from __future__ import annotations

from ...conduct.pace import minutes_left, reminder_minute
from ...core.words import COMMANDER
from ...i18n import _, n_
from ...session.conducted import ConductedSession
from ...wording import words
from ...wording.script import minute_text, time_text
from ..text import Line, Part, Tone, clip, line

ROOMY = 110


def state(session: ConductedSession) -> tuple[str, Tone]:
    """Running, paused, not started, over: a glyph and words."""
    if session.finished:
        return _("■ EndEx"), "strong"
    if not session.started:
        return _("□ not started"), "lead"
    return (_("▸ running"), "good") if session.running else (_("■ PAUSED"), "alarm")


def where(session: ConductedSession) -> str:
    """Round and phase; nothing where no rules decide."""
    if session.discussion:
        return _("discussion")
    text = _("R{round}/{rounds} {phase}")
    phase = words.phase_name(session.phase)
    return text.format(round=session.round, rounds=session.scenario.numbers.rounds, phase=phase)


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


def left_text(session: ConductedSession) -> str:
    """How long it is to the planned end."""
    left = minutes_left(session.conduct.script.minutes, session.clock)
    if left <= 0:
        return _("the planned end is reached")
    return n_("{count} minute to the planned end", "{count} minutes to the planned end", left).format(
        count=left
    )


def hot_wash_text(session: ConductedSession) -> str:
    """From its minute on: that time must be kept for the hot wash; else empty."""
    at = reminder_minute(session.conduct.script.minutes)
    if not session.started or session.finished or session.clock < at * 60:
        return ""
    return _("Hot wash: keep time for it; {left}.").format(left=left_text(session))


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
