"""Reading a save: every line checked, a torn last line dropped, anything else wrong told with its line.

Knows bytes, lines and bounds; never writes. Must not know the rules.
"""

from __future__ import annotations

import os
import stat
from pathlib import Path
from typing import Final

from ..i18n import _
from .chain import START, open_line
from .codec import parse as parse_json
from .entries import entry_from_body
from .error import LineError, SaveError, damaged, reason, unusable
from .heading import header_from_body
from .save import Entry, Header, Save, line_of
from .seal import Unsealer
from .trail import Trail
from .upgrade import format_of, lift_entry, lift_header

MAX_BYTES: Final = 32 << 20
"""Bytes of the longest save: some thirty times a long exercise."""
BINARY: Final = getattr(os, "O_BINARY", 0) | getattr(os, "O_CLOEXEC", 0)


def read(path: Path) -> Save:
    """The save in a file. Raises SaveError; the file is left as it was in any case."""
    descriptor = open_file(path, os.O_RDONLY)
    try:
        return parse(path, load(path, descriptor))
    finally:
        os.close(descriptor)


def read_header(path: Path) -> Header:
    """Of a save how it was begun; the lines after the first are not looked at. Raises SaveError."""
    descriptor = open_file(path, os.O_RDONLY)
    try:
        first = load(path, descriptor).partition(b"\n")[0]
        return _header(first + b"\n", Unsealer())[0]
    except LineError as fault:
        raise damaged(path, 1, fault) from None
    finally:
        os.close(descriptor)


def open_file(path: Path, flags: int) -> int:
    """A descriptor of an existing plain file; raises SaveError."""
    try:
        if not stat.S_ISREG(path.stat().st_mode):
            raise unusable(path, _("it is not a file"))
        return os.open(path, flags | BINARY)
    except FileNotFoundError as error:
        sentence = _("There is no save {path}; `sco-tabletop saves` lists those that there are.")
        raise SaveError(sentence.format(path=path), path) from error
    except OSError as error:
        raise unusable(path, reason(error)) from error


def load(path: Path, descriptor: int) -> bytes:
    """Everything in an open file; raises SaveError if it cannot be read or is too long for a save."""
    pieces: list[bytes] = []
    left = MAX_BYTES + 1
    try:
        os.lseek(descriptor, 0, os.SEEK_SET)
        while left > 0 and (piece := os.read(descriptor, min(left, 1 << 20))):
            pieces.append(piece)
            left -= len(piece)
    except OSError as error:
        raise unusable(path, reason(error)) from error
    if left <= 0:
        raise unusable(path, _("it is too large for a save"))
    return b"".join(pieces)


def parse(path: Path, data: bytes) -> Save:
    """The save in these bytes; `path` is for messages. Raises SaveError."""
    length = data.rfind(b"\n") + 1
    lines = [line + b"\n" for line in data[:length].split(b"\n")[:-1]]
    if not lines:
        raise unopened(path)
    unsealer = Unsealer()
    try:
        header, link, number = _header(lines[0], unsealer)
    except LineError as fault:
        raise damaged(path, 1, fault) from None
    if len(lines) == 1:
        raise unopened(path)
    entries: list[Entry] = []
    trail = Trail()
    for line in lines[1:]:
        try:
            entry, link = _entry(line, link, number, trail, unsealer)
        except LineError as fault:
            raise damaged(path, line_of(len(entries) + 1), fault) from None
        entries.append(entry)
    return Save(path, header, tuple(entries), length < len(data), length, link, number)


def unopened(path: Path) -> SaveError:
    """The error for a file that ends before the set-up is complete."""
    sentence = _("{path} ends before the exercise was set up; delete it and begin a new exercise.")
    return SaveError(sentence.format(path=path), path)


def _header(line: bytes, unsealer: Unsealer) -> tuple[Header, str, int]:
    """The header, its hash, and the format of the file; the format is looked at before anything else."""
    try:
        first = parse_json(line)
    except LineError:
        raise LineError(_("this is not a save of SCO Tabletop")) from None
    number = format_of(first)
    body, link = open_line(line, START)
    return header_from_body(lift_header(body, number), unsealer), link, number


def _entry(line: bytes, previous: str, number: int, trail: Trail, unsealer: Unsealer) -> tuple[Entry, str]:
    body, link = open_line(line, previous)
    entry, at = entry_from_body(lift_entry(body, number), trail.count + 1, unsealer)
    try:
        stands = trail.add(entry)
    except ValueError:
        raise LineError(_("the line does not follow from those before it")) from None
    if at != stands:
        raise LineError(_("the line is wrong about where the exercise stands"))
    return entry, link
