"""The coach in plain lines: what the last deed brought, and what to do now, with its number."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ..coach.advice import Advice
from ..core.commands import DrawInject
from ..i18n import _
from .choices import Choice


def lines(advice: Advice, listed: Sequence[Choice]) -> Iterator[str]:
    """The gain, if there is one, and the task; the number in the list that does it."""
    count = _("Coach, {done} of {all} learned").format(done=advice.done, all=advice.all)
    if advice.gain:
        yield f"{count}: {advice.gain}"
    yield _("Coach: {task} {numbers}").format(task=advice.task, numbers=numbers(advice, listed)).rstrip()


def numbers(advice: Advice, listed: Sequence[Choice]) -> str:
    """The number to type, and the second one where a list of targets follows."""
    for number, choice in enumerate(listed, 1):
        if choice.calm and isinstance(advice.command, DrawInject):
            return _("Number {number}.").format(number=number)
        if advice.command in choice.commands:
            if choice.asked:
                return _("Number {number}, then {second}.").format(number=number, second=1)
            if len(choice.commands) == 1:
                return _("Number {number}.").format(number=number)
            second = 1 + choice.commands.index(advice.command)
            return _("Number {number}, then {second}.").format(number=number, second=second)
    return ""
