"""Reading a save: every line checked, a torn last line dropped, anything else wrong told with its line.

Knows bytes, lines and bounds; never writes. Must not know the rules.
"""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from ..i18n import _
from .chain import START, open_line
from .codec import parse as parse_json
from .entries import entry_from_body
from .error import Fault, SaveError, damaged, reason, unusable
from .heading import header_from_body
from .save import Entry, Header, Save, line_of
from .seal import Unsealer
from .trail import Trail
from .upgrade import format_of, lift_entry, lift_header

MAX_BYTES: Final = 32 << 20
"""Bytes of the longest save: some forty times a long exercise."""


def read(path: Path) -> Save:
    """The save in a file. Raises SaveError; the file is left as it was in any case."""
    try:
        with path.open("rb") as file:
            return parse(path, load(path, file.fileno()))
    except OSError as error:
        raise unusable(path, reason(error)) from error


def load(path: Path, descriptor: int) -> bytes:
    """Everything in an open file, from its beginning; raises SaveError if it is no file or too long."""
    status = os.fstat(descriptor)
    if not stat.S_ISREG(status.st_mode):
        raise unusable(path, _("it is not a file"))
    if status.st_size > MAX_BYTES:
        raise unusable(path, _("it is too large for a save"))
    os.lseek(descriptor, 0, os.SEEK_SET)
    pieces = []
    while piece := os.read(descriptor, 1 << 20):
        pieces.append(piece)
    return b"".join(pieces)


def parse(path: Path, data: bytes) -> Save:
    """The save in these bytes; `path` is for messages. Raises SaveError."""
    length = data.rfind(b"\n") + 1
    lines = data[:length].splitlines(keepends=True) if b"\r" not in data else _split(data[:length])
    if not lines:
        raise _unopened(path)
    unsealer = Unsealer()
    header, link, number = _header(path, lines[0], unsealer)
    if len(lines) == 1:
        raise _unopened(path)
    entries: list[Entry] = []
    for entry, link in _entries(path, lines[1:], link, number, unsealer):
        entries.append(entry)
    return Save(header, tuple(entries), length < len(data), length, link)
