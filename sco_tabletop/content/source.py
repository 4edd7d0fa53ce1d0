"""Reading the files of a deck folder, which nobody has vouched for.

Knows folders and bytes; must not know YAML. A file is read only when it is a plain file of bounded size
that lies inside the folder, links followed.
"""

from __future__ import annotations

import hashlib
import os
import stat
from pathlib import Path
from typing import Final

from ..i18n import _
from .problems import DeckError, Problem, Problems

DECK_FILE: Final = "deck.yaml"
CARDS_FILE: Final = "injects.yaml"
FILES: Final = (DECK_FILE, CARDS_FILE)
"""The files that every deck has, all of which count for its digest."""

SCRIPT_FILE: Final = "script.yaml"
"""The file that a deck may have; it counts for the digest where it is there."""

MAX_BYTES: Final = 256 * 1024


def shown_path(path: Path) -> str:
    """The path as messages print it: relative to the present folder where that is shorter."""
    try:
        return path.absolute().relative_to(Path.cwd()).as_posix()
    except (ValueError, OSError):
        return path.as_posix()


def has_script(folder: Path) -> bool:
    """Whether something stands where a script would, readable or not."""
    return os.path.lexists(folder / SCRIPT_FILE)


def read_bytes(folder: Path, name: str) -> bytes:
    """The content of one file of the folder; raises DeckError."""
    path = folder / name
    try:
        real = path.resolve(strict=True)
        if not real.is_relative_to(folder.resolve(strict=True)):
            raise _refused(path, _("the file lies outside the folder of the deck."))
        if not stat.S_ISREG(real.stat().st_mode):
            raise _refused(path, _("this is not a plain file."))
        with real.open("rb") as stream:
            content = stream.read(MAX_BYTES + 1)
    except FileNotFoundError:
        raise _refused(path, _("the file is missing.")) from None
    except (OSError, RuntimeError, ValueError):
        raise _refused(path, _("the file cannot be read.")) from None
    if len(content) > MAX_BYTES:
        raise _refused(path, _("the file is larger than {limit} bytes.").format(limit=MAX_BYTES))
    return content


def read_text(folder: Path, name: str, problems: Problems) -> str | None:
    """The text of one file, or None after adding a problem."""
    try:
        content = read_bytes(folder, name)
    except DeckError as error:
        for problem in error.problems:
            problems.add(problem)
        return None
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError as error:
        before = content[: error.start]
        column = len(before[before.rfind(b"\n") + 1 :].decode("utf-8")) + 1
        file = shown_path(folder / name)
        message = _("the file is not UTF-8 text.")
        problems.add(Problem(file, before.count(b"\n") + 1, column, "", message))
        return None


def digest(folder: Path) -> str:
    """SHA-256 over names and contents of the deck's files, in hexadecimal; raises DeckError."""
    total = hashlib.sha256()
    for name in (*FILES, SCRIPT_FILE) if has_script(folder) else FILES:
        content = read_bytes(folder, name)
        total.update(f"{name}\0{len(content)}\0".encode())
        total.update(content)
    return total.hexdigest()


def _refused(path: Path, message: str) -> DeckError:
    return DeckError((Problem(shown_path(path), 0, 0, "", message),))
