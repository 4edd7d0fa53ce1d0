"""The coach's bar over the room: what the last deed brought, and what to do now, with its key.

Pure functions from a look and an advice to lines.
"""

from __future__ import annotations

from ...coach.advice import Advice
from ...core.commands import AnyCommand, CallHour, GoNoGo
from ...core.words import Phase
from ...i18n import _
from ...session.questions import question_for
from ..keys import LETTER_OF
from ..look import Look
from ..text import Line, Row, Sheet, block, clip, line, width


def sheet(look: Look, advice: Advice | None, columns: int, *, reading: bool) -> Sheet:
    """The gain, then the task. `reading`: what is new is open until Enter."""
    if advice is None:
        return Sheet((), ())
    count = _("Coach {done}/{all}").format(done=advice.done, all=advice.all)
    found = gain_lines(count, advice.gain, columns)
    task, keys = advice.task, key_text(look, advice.command)
    if reading:
        task = _("Read what is new, then go on. Why they did it: 5 Journal, ▲ to a turn, ▸ opens it.")
        keys = _("Enter")
    return Sheet((), tuple(Row(of) for of in (*found, *task_lines(task, keys, columns))))


def last_text(advice: Advice) -> str:
    """The last word, after how many lessons."""
    return _("Coach {done}/{all}: {word}").format(done=advice.done, all=advice.all, word=advice.task)


def gain_lines(count: str, gain: str, columns: int) -> list[Line]:
    """How far the lessons are, and what the last deed brought."""
    if not gain:
        free = _("You may do anything else as well.")
        return [clip(line((count, "lead"), "  ", (free, "dim")), columns)]
    head = line((count, "lead"), ("  ✓ ", "good"))
    return hanging(head, block(gain, columns - width(head), "good"))


def hanging(head: Line, lines: list[Line]) -> list[Line]:
    """The lines, the first after `head`, the others below the first."""
    first, *rest = lines
    return [(*head, *first), *((*line(" " * width(head)), *of) for of in rest)]


def task_lines(task: str, keys: str, columns: int) -> list[Line]:
    """The key stands before the task."""
    head = line(("▸ ", "lead"), (keys, "key"), "  " if keys else "")
    return hanging(head, block(task, columns - width(head), "strong"))


def key_text(look: Look, command: AnyCommand | None) -> str:
    """The keys that do it from where the player stands, the yes to a question that will be asked as well."""
    keys = first_keys(look, command)
    asked = command is not None and question_for(look.view, command) is not None
    return _("{keys} Y").format(keys=keys) if asked else keys


def first_keys(look: Look, command: AnyCommand | None) -> str:
    """The keys up to such a question."""
    match command:
        case None:
            return ""
        case CallHour(call=True) | GoNoGo(go=True):
            return _("▼ Enter")
        case _ if look.view.public.phase is Phase.TURN and type(command) is not look.kind:
            return LETTER_OF[type(command)].upper() if type(command) in LETTER_OF else _("Enter")
        case _:
            return _("Enter")
