"""The hand that every check of a deck writes with: places a finding in its file.

Knows documents and problems; must not know what a deck means.
"""

from __future__ import annotations

from collections.abc import Sequence

import attrs

from ..i18n import _
from .problems import Problem, ProblemKind, Problems, Steps, dotted
from .tree import Document


@attrs.frozen
class Checking:
    """Adds problems in the places of one document."""

    document: Document
    problems: Problems

    def error(self, steps: Steps, message: str, *, key: bool = False) -> None:
        """Something wrong with the value at `steps`, or with its name when `key` is set."""
        if any(steps[:length] in self.document.broken for length in range(len(steps) + 1)):
            return
        place = self.document.key_place(steps) if key else self.document.place(steps)
        self.problems.add(Problem(self.document.file, *place, dotted(steps), message))

    def warning(self, steps: Steps, message: str) -> None:
        """Something that a deck can live with."""
        place = self.document.place(steps)
        problem = Problem(self.document.file, *place, dotted(steps), message, ProblemKind.WARNING)
        self.problems.add(problem)

    def has(self, steps: Steps) -> bool:
        """Whether the author wrote this field."""
        return steps in self.document.keys

    def count(self, steps: Steps, entries: Sequence[object], bounds: tuple[int, int]) -> None:
        """A list that is too short or too long."""
        low, high = bounds
        if not low <= len(entries) <= high:
            message = _("the list has {count} entries; {low} to {high} are allowed.")
            self.error(steps, message.format(count=len(entries), low=low, high=high))

    def within(self, steps: Steps, number: int, bounds: tuple[int, int]) -> None:
        """A number out of its bounds."""
        low, high = bounds
        if not low <= number <= high:
            message = _("{number} is out of bounds; {low} to {high} are allowed.")
            self.error(steps, message.format(number=number, low=low, high=high))

    def unique(self, steps: Steps, words: Sequence[str]) -> None:
        """Entries of a list that were there before, capitals aside."""
        self.unique_at([((*steps, index), word) for index, word in enumerate(words)])

    def unique_at(self, placed: Sequence[tuple[Steps, str]]) -> None:
        """Words at any places that were there before, capitals aside."""
        first: dict[str, Steps] = {}
        for steps, word in placed:
            before = first.setdefault(word.casefold(), steps)
            if before != steps:
                line, _column = self.document.place(before)
                message = _("{word} is used twice; first at line {line}.")
                self.error(steps, message.format(word=word, line=line))
