"""An old save in the present format: written beside it, on the disk, and only then put in its place.

Knows files and lines; must not know the rules. The old file stays as it was until the new one is whole.
"""

from __future__ import annotations

import os
from pathlib import Path
from typing import Final

from ..i18n import _
from .chain import START, close_line
from .entries import entry_to_body
from .error import LineError, SaveError, reason
from .heading import header_to_body
from .read import BINARY
from .save import Save
from .trail import Trail

BESIDE: Final = ".renewed"
"""Suffix of the new file while it is written: not one that a list of saves shows."""


def renew(save: Save, descriptor: int) -> None:
    """Put the save in its place in the present format, and close the old file. Raises SaveError."""
    beside = save.path.with_suffix(BESIDE)
    try:
        _write(beside, renewed(save))
        if os.name == "nt":  # where an open file cannot be replaced
            os.close(descriptor)
            descriptor = -1
        os.replace(beside, save.path)
    except (OSError, LineError) as error:
        beside.unlink(missing_ok=True)
        why = reason(error) if isinstance(error, OSError) else str(error)
        sentence = _(
            "{path} is of an older format and could not be written anew: {why}; make room and retry."
        )
        raise SaveError(sentence.format(path=save.path, why=why), save.path) from error
    finally:
        if descriptor >= 0:
            os.close(descriptor)


def renewed(save: Save) -> bytes:
    """All lines of a save, chained anew; a torn last line is not among them."""
    line, link = close_line(header_to_body(save.header), START)
    lines, trail = [line], Trail()
    for number, entry in enumerate(save.entries, start=1):
        line, link = close_line(entry_to_body(number, entry, trail.add(entry)), link)
        lines.append(line)
    return b"".join(lines)


def _write(path: Path, data: bytes) -> None:
    """The whole file, synced; what a crash left of an earlier try is written over."""
    descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC | BINARY, 0o666)
    try:
        rest = memoryview(data)
        while rest:
            rest = rest[os.write(descriptor, rest) :]
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
