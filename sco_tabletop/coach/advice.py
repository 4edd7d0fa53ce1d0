"""The coach's word for the moment: what the last deed brought, and the one thing to do now.

From a zone's view and what it was told; the same two always give the same word.
"""

from __future__ import annotations

import attrs

from ..core.commands import AnyCommand
from ..core.view import View
from ..i18n import _
from .gains import gain_text
from .lessons import LESSONS, Lines, learned
from .path import next_command
from .tasks import task_text


@attrs.frozen
class Advice:
    """`gain` may be empty. `command` does what `task` asks for; None while others decide, and at the end.
    `done` of `all` lessons are learned."""

    gain: str
    task: str
    command: AnyCommand | None
    done: int
    all: int = len(LESSONS)


def advise(view: View, told: Lines) -> Advice:
    """For the decision that is due."""
    known = learned(told, view.zone)
    command = next_command(view, known)
    gain = gain_text(view, [event for _round, event in told])
    if command is not None:
        return Advice(gain, task_text(view, command), command, len(known))
    if view.public.result is None:
        wait = _("The others decide now. The journal tells what they do, and why.")
        return Advice(gain, wait, None, len(known))
    return Advice("", farewell(), None, len(known))


def farewell() -> str:
    """After the strike."""
    return _(
        "That was the whole process. Next is First Watch: there dice may fail, the network has a timetable, "
        "and nobody tells you what comes next; the staff answers when you ask it (H)."
    )
