"""The coach in plain lines: what the last deed brought, and what to do now, with its number."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ..coach.advice import Advice
from ..i18n import _
from .choices import Choice, numbers


def lines(advice: Advice, listed: Sequence[Choice]) -> Iterator[str]:
    """The gain, if there is one, and the task; the number in the list that does it."""
    count = _("Coach, {done} of {all} learned").format(done=advice.done, all=advice.all)
    if advice.gain:
        yield f"{count}: {advice.gain}"
    typed = numbers(advice.command, listed) if advice.command else ()
    yield _("Coach: {task} {numbers}").format(task=advice.task, numbers=typed_text(typed)).rstrip()


def typed_text(typed: Sequence[int]) -> str:
    """The number to type, and the second one if there is one."""
    match typed:
        case (number, second):
            return _("Number {number}, then {second}.").format(number=number, second=second)
        case (number,):
            return _("Number {number}.").format(number=number)
        case _:
            return ""
