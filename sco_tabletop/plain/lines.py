"""Reading one line a choice, printing lines. Knows streams only."""

from __future__ import annotations

import getpass
import re
import shutil
from typing import Final, TextIO
from unicodedata import east_asian_width

_PIECES: Final = re.compile(r"[^\s\u2e80-\uffef]+\s*|[\u2e80-\uffef]\s*|\s+")
"""A word with the blanks behind it, or one letter of a script that has no blanks."""


_FRONT: Final = re.compile(r" *(?:\d+\. +)?")
"""Blanks and the number of a choice."""


class EndOfInput(Exception):  # noqa: N818
    """Standard input has ended; everything is saved already."""


class Leave(Exception):  # noqa: N818
    """The player leaves; everything is saved."""


COLUMNS: Final = 78
"""Of a paragraph that is read out."""


def folded(text: str, columns: int) -> list[str]:
    """A text in lines of at most `columns` cells, broken between words; a word that is longer stays whole,
    one in a script without spaces is broken anywhere."""
    found, line, used = [], "", 0
    for piece in _PIECES.findall(text):
        wide = sum(2 if east_asian_width(letter) in "WF" else 1 for letter in piece.rstrip())
        if line and used + wide > columns:
            found.append(line.rstrip())
            line, used = "", 0
        line += piece
        used += wide + len(piece) - len(piece.rstrip())
    return [*found, line.rstrip()]


def hung(text: str, columns: int) -> list[str]:
    """One line in lines of at most `columns` cells; what follows stands under the words of the first, behind
    its blanks and its number."""
    found = _FRONT.match(text)
    front = found.group() if found else ""
    if not front:
        return folded(text, columns)
    first, *others = folded(text[len(front) :], max(1, columns - len(front)))
    return [front + first, *(" " * len(front) + line for line in others)]


class Console:
    """Where lines come from and go to."""

    def __init__(self, source: TextIO, target: TextIO) -> None:
        self._source, self._target = source, target

    def say(self, text: str = "") -> None:
        """Print one line (or several, if the text has them). A terminal gets it broken between words; a pipe
        or a file gets each sentence whole."""
        self._target.write(self._fitted(text) + "\n")

    def _fitted(self, text: str) -> str:
        if not self._target.isatty():
            return text
        columns = min(COLUMNS, shutil.get_terminal_size().columns - 1)
        return "\n".join(part for of in text.split("\n") for part in hung(of, columns))

    def read_out(self, text: str) -> None:
        """Print paragraphs (a blank line divides them), broken between words so that no line of a terminal
        cuts one. Where the lines of the text ended does not count."""
        for number, paragraph in enumerate(text.split("\n\n")):
            for one in ([""] if number else []) + folded(" ".join(paragraph.split()), COLUMNS):
                self.say(one)

    def ask(self, prompt: str) -> str:
        """Print the prompt and read a line without its end. Raises EndOfInput at the end of input."""
        self._target.write(self._fitted(prompt) + " ")
        self._target.flush()
        line = self._source.readline()
        if not line:
            self._target.write("\n")
            raise EndOfInput
        self._target.write("\n" if not self._source.isatty() else "")
        return line.strip()

    def ask_hidden(self, prompt: str) -> str:
        """Read a line that a terminal does not show. Raises EndOfInput at the end of input."""
        if not self._source.isatty():
            return self.ask(prompt)
        try:
            return getpass.getpass(prompt + " ").strip()
        except EOFError:
            raise EndOfInput from None
