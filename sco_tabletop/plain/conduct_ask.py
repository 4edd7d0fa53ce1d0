"""Several questions in a row at the facilitator's console: a 0 goes back one question and loses nothing.

Knows the desk for asking; must not know what the answers are for.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from ..i18n import _
from .conduct_desk import Desk

Question = Callable[[Any], Any]
"""Asks, given what was answered before (None: nothing); gives the answer back, None to go back."""


def walk(*questions: Question) -> list[Any] | None:
    """Ask one after the other; the answers. None if the first one is left."""
    said: list[Any] = [None] * len(questions)
    at = 0
    while 0 <= at < len(questions):
        answer = questions[at](said[at])
        if answer is None:
            at -= 1
        else:
            said[at] = answer
            at += 1
    return None if at < 0 else said


def line(desk: Desk, prompt: str, *, needed: bool = False) -> Question:
    """A line of text. Asked again, Enter keeps what was said; where one is needed an empty line goes back."""

    def ask(before: str | None) -> str | None:
        keeps = _("{prompt} Enter keeps: {text}").format(prompt=prompt, text=before)
        answer = desk.text(keeps if before else prompt)
        if answer == "" and before:
            return before
        return None if needed and answer == "" else answer

    return ask


def one_of(desk: Desk, lines: Sequence[str], head: str = "", *, last: bool = False) -> Question:
    """A place in a list. With `last` an empty line takes the last one, which then means none; else it goes
    back."""

    def ask(_before: int | None) -> int | None:
        if head:
            desk.say(head)
        for number, text in enumerate(lines, 1):
            desk.say(f"{number:>3}. {text}")
        prompt = _("Number, or 0 to go back:")
        if last:
            prompt = _("Number, Enter for the last one, or 0 to go back:")
        while True:
            answer = desk.console.ask(prompt)
            if answer.isdecimal() and 1 <= int(answer) <= len(lines):
                return int(answer) - 1
            if answer == "" and last:
                return len(lines) - 1
            if answer in ("", "0"):
                return None
            desk.say(_("That is none of these numbers."))

    return ask
