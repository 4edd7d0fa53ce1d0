"""What is wrong with a deck, and where: problems, the exceptions that carry them, the collector.

Knows places and wording only; must not know YAML or what a deck holds.
"""

from __future__ import annotations

import difflib
from collections.abc import Iterable
from enum import Enum
from typing import Final

import attrs

from ..i18n import _

Steps = tuple[str | int, ...]
"""The way to a value inside a file: names of fields and numbers of list entries."""

Place = tuple[int, int]
"""Line and column, both from 1."""

MAX_PROBLEMS: Final = 200
"""More are counted, not listed: a hostile file shall not fill the screen for an hour."""

SHOWN: Final = 40
_COMPARED: Final = 60


class ProblemKind(Enum):
    """An error keeps a deck from loading, a warning does not."""

    ERROR = "error"
    WARNING = "warning"


@attrs.frozen
class Problem:
    """One thing to mend. Line and column count from 1; 0 where the whole file or folder is meant."""

    file: str
    line: int
    column: int
    path: str
    message: str
    kind: ProblemKind = ProblemKind.ERROR

    def __str__(self) -> str:
        """`decks/x/injects.yaml:12:7: cards[3].kind: message`."""
        place = f"{self.file}:{self.line}:{self.column}" if self.line else self.file
        parts = [place, self.path, self.message] if self.path else [place, self.message]
        if self.kind is ProblemKind.WARNING:
            parts.insert(1, _("warning"))
        return ": ".join(parts)


class DeckError(Exception):
    """A deck cannot be used; carries every problem found, warnings left out."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems: tuple[Problem, ...] = tuple(problems)
        super().__init__("\n".join(str(problem) for problem in self.problems))


class UnknownDeck(DeckError):  # noqa: N818 - the name other modules know
    """No deck has this name or path; `known` are the names that would do."""

    def __init__(self, name: str, known: tuple[str, ...]) -> None:
        self.name = name
        self.known = known
        meant = suggestion(name, known)
        if meant:
            message = _("there is no such deck; did you mean {meant}? Decks found: {known}.").format(
                meant=meant, known=", ".join(known)
            )
        else:
            message = _("there is no such deck. Decks found: {known}.").format(known=", ".join(known))
        super().__init__((Problem(shown(name), 0, 0, "", message),))


class UnknownDifficulty(DeckError):  # noqa: N818 - the name other modules know
    """The deck does not declare this difficulty; `known` are those it has."""

    def __init__(self, name: str, known: tuple[str, ...], file: str, place: Place) -> None:
        self.name = name
        self.known = known
        message = _("the deck has no difficulty {name}; it has {known}.").format(
            name=shown(name), known=", ".join(known)
        )
        super().__init__((Problem(file, *place, "difficulties", message),))


class Problems:
    """Collects problems of one deck, in the order found, each once."""

    def __init__(self) -> None:
        self._found: dict[ProblemKind, dict[Problem, None]] = {kind: {} for kind in ProblemKind}
        self._left_out = 0

    def add(self, problem: Problem) -> None:
        """Errors and warnings have room of their own, so that warnings never crowd out an error."""
        found = self._found[problem.kind]
        if problem in found:
            return
        if len(found) < MAX_PROBLEMS:
            found[problem] = None
        elif problem.kind is ProblemKind.ERROR:
            self._left_out += 1

    def take(self, other: Problems) -> None:
        """What another collector holds, and how much it could not list."""
        for found in other._found.values():
            for problem in found:
                self.add(problem)
        self._left_out += other._left_out

    def all(self) -> tuple[Problem, ...]:
        """By file, then place; the last one says how many are not listed."""
        found = (problem for kind in ProblemKind for problem in self._found[kind])
        ordered = sorted(found, key=lambda problem: (problem.file, problem.line, problem.column))
        if self._left_out:
            message = _("{count} more problems are not listed.").format(count=self._left_out)
            ordered.append(Problem(ordered[-1].file, 0, 0, "", message))
        return tuple(ordered)

    def errors(self) -> tuple[Problem, ...]:
        return tuple(problem for problem in self.all() if problem.kind is ProblemKind.ERROR)


def suggestion(word: str, known: Iterable[str]) -> str:
    """The known word nearest to this one, or nothing."""
    if len(word) > _COMPARED:
        return ""
    lowered = {candidate.lower(): candidate for candidate in known if len(candidate) <= _COMPARED}
    near = difflib.get_close_matches(word.lower(), lowered, n=1, cutoff=0.6)
    return lowered[near[0]] if near else ""


def shown(value: object) -> str:
    """A value as a message may print it: short, one line, nothing that steers a terminal."""
    text = value if isinstance(value, str) else repr(value)
    cut = text if len(text) <= SHOWN else text[: SHOWN - 1] + "…"
    return "".join(letter if letter.isprintable() else "\N{REPLACEMENT CHARACTER}" for letter in cut)


def dotted(steps: Steps) -> str:
    """`cards[3].effects[0].kind`, entries counted from 0."""
    text = ""
    for step in steps:
        if isinstance(step, int):
            text += f"[{step}]"
        else:
            text += f".{shown(step)}" if text else shown(step)
    return text
