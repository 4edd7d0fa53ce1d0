"""Reading one line a choice, printing lines. Knows streams only."""

from __future__ import annotations

import getpass
from typing import TextIO


class EndOfInput(Exception):  # noqa: N818
    """Standard input has ended; everything is saved already."""


class Leave(Exception):  # noqa: N818
    """The player leaves; everything is saved."""


class Console:
    """Where lines come from and go to."""

    def __init__(self, source: TextIO, target: TextIO) -> None:
        self._source, self._target = source, target

    def say(self, text: str = "") -> None:
        """Print one line (or several, if the text has them)."""
        self._target.write(text + "\n")

    def ask(self, prompt: str) -> str:
        """Print the prompt and read a line without its end. Raises EndOfInput at the end of input."""
        self._target.write(prompt + " ")
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
