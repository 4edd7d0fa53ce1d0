"""What can be wrong with a save: `SaveError` for people, `LineError` on the way there.

Knows sentences only; must not know what is in a save.
"""

from __future__ import annotations

from pathlib import Path

from ..i18n import _


class SaveError(Exception):
    """Something about a save cannot be done; its text is one sentence with the place and a way out.

    `path` is the file or folder, `line` the line counted from 1, 0 when no single line is meant.
    """

    def __init__(self, sentence: str, path: Path, line: int = 0) -> None:
        super().__init__(sentence)
        self.path = path
        self.line = line


class LineError(Exception):
    """What is wrong with a piece of a save, not yet knowing where; becomes a `SaveError` at the file."""


def damaged(path: Path, line: int, why: object) -> SaveError:
    """The error for a damaged line."""
    sentence = _(
        "{path}, line {line}: {why}; the file was left as it was - use another copy of it "
        "or begin a new exercise."
    )
    return SaveError(sentence.format(path=path, line=line, why=why), path, line)


def damaged_end(path: Path, why: object) -> SaveError:
    """The error for a damaged last line, where nobody counted the lines."""
    sentence = _(
        "{path}, last line: {why}; the file was left as it was - use another copy of it "
        "or begin a new exercise."
    )
    return SaveError(sentence.format(path=path, why=why), path)


def unusable(path: Path, why: object) -> SaveError:
    """The error when the system refuses the file or folder."""
    sentence = _("{path} cannot be used: {why}; choose another file or folder.")
    return SaveError(sentence.format(path=path, why=why), path)


def reason(error: OSError) -> str:
    """What the system says, without its error number."""
    return error.strerror or type(error).__name__
