"""A list of saves by a glance at both ends of each file, so that a thousand take less than a second.

Knows where in a file the few facts stand; damage in the middle is seen by `read`, not here. Never writes.
"""

from __future__ import annotations

import os
from datetime import datetime
from pathlib import Path
from typing import Any, Final

import attrs

from ..core.words import Result
from ..i18n import _
from .chain import MAX_LINE, TAIL, hash_of, open_line
from .codec import CONVERTER, MISFITS, parse
from .error import LineError, SaveError, damaged, damaged_end, reason, unusable
from .place import SUFFIX
from .read import open_file, unopened
from .save import At
from .upgrade import format_of, lift_entry, lift_header

_HEAD: Final = 4 << 10
_TAIL: Final = 16 << 10
_SPLIT: Final = b',"scenario":{'
"""The header's keys are sorted, so that all small ones the list needs stand before the scenario."""


@attrs.frozen
class SaveInfo:
    """One save in a list. `damaged` says what is wrong, the rest is then empty; `result` is None if it can
    go on; `created` is an ISO time in UTC."""

    path: Path
    deck: str = ""
    created: str = ""
    practice: bool = False
    round: int = 0
    result: Result | None = None
    damaged: str | None = None

    @property
    def unfinished(self) -> bool:
        """True if the exercise can be resumed."""
        return self.damaged is None and self.result is None


@attrs.frozen
class _Facts:
    """What the list takes from a header."""

    deck: str
    created: str
    practice: bool


def list_saves(folder: Path) -> tuple[SaveInfo, ...]:
    """The saves in a folder, newest first, damaged ones last; none if there is no such folder.

    Raises SaveError when the folder cannot be looked into.
    """
    try:
        paths = sorted(path for path in folder.iterdir() if path.suffix == SUFFIX)
    except FileNotFoundError:
        return ()
    except OSError as error:
        raise unusable(folder, reason(error)) from error
    return tuple(sorted((glance(path) for path in paths), key=_age, reverse=True))


def newest_unfinished(folder: Path) -> SaveInfo | None:
    """The newest save that can go on, None if there is none; raises SaveError as `list_saves` does."""
    return next((info for info in list_saves(folder) if info.unfinished), None)


def glance(path: Path) -> SaveInfo:
    """What a list says of one file."""
    try:
        descriptor = open_file(path, os.O_RDONLY)
        try:
            facts, number = _facts(path, descriptor)
            at = _at(path, descriptor, number)
        except OSError as error:
            raise unusable(path, reason(error)) from error
        finally:
            os.close(descriptor)
    except SaveError as error:
        return SaveInfo(path, damaged=str(error))
    return SaveInfo(path, facts.deck, facts.created, facts.practice, at.round, at.result)


def _age(info: SaveInfo) -> tuple[bool, float, str]:
    when = datetime.fromisoformat(info.created).timestamp() if info.damaged is None else 0.0
    return info.damaged is None, when, info.path.name


def _facts(path: Path, descriptor: int) -> tuple[_Facts, int]:
    """The head of the header and the format of the file."""
    data = os.read(descriptor, _HEAD)
    if not data:
        raise unopened(path)
    try:
        head = parse(data.split(_SPLIT)[0] + b"}")
        number = format_of(head)
        head = lift_header(head, number)
        facts = CONVERTER.structure(
            {name: head.get(name) for name in ("deck", "created", "practice")}, _Facts
        )
        if datetime.fromisoformat(facts.created).tzinfo is None:
            raise ValueError(facts.created)
    except LineError as fault:
        raise damaged(path, 1, fault) from None
    except MISFITS:
        raise damaged(path, 1, _("a field of the header is wrong")) from None
    return facts, number


def _at(path: Path, descriptor: int, number: int) -> At:
    """Where the exercise stands by the last complete line."""
    previous, line = _last(path, descriptor)
    try:
        body: dict[str, Any] = lift_entry(open_line(line, previous)[0], number)
        return CONVERTER.structure(body.get("at"), At)
    except LineError as fault:
        raise damaged_end(path, fault) from None
    except MISFITS:
        raise damaged_end(path, _("it does not say where the exercise stands")) from None


def _last(path: Path, descriptor: int) -> tuple[str, bytes]:
    """The last complete line, and the hash at the end of the line before it."""
    size, want = os.fstat(descriptor).st_size, _TAIL
    while True:
        start = os.lseek(descriptor, max(0, size - want), os.SEEK_SET)
        data = os.read(descriptor, want)
        end = data.rfind(b"\n") + 1
        begin = data.rfind(b"\n", 0, max(0, end - 1)) + 1
        if begin >= TAIL:
            return hash_of(data[:begin]) or "", data[begin:end]
        if start == 0 or want > 2 * MAX_LINE:
            raise unopened(path)
        want *= 4
