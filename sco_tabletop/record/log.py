"""The writer of a save: appends a line and has it on the disk before it says so.

Knows files and the chain; must not know the rules. One process owns the file as long as the writer is open.
"""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path
from types import TracebackType
from typing import Self

import attrs

from ..i18n import _
from .chain import START, close_line
from .entries import entry_to_body
from .error import LineError, SaveError, reason, unusable
from .heading import header_to_body
from .lock import lock
from .read import BINARY, MAX_BYTES, load, open_file, parse
from .renew import renew
from .save import FORMAT, Entry, Header, Opened, Save
from .trail import Trail


class Writer:
    """An open save; made by `create` and `open`. `path` is where it is, `trail` what has been written."""

    def __init__(self, path: Path, descriptor: int, trail: Trail, length: int, link: str) -> None:
        self.path = path
        self.trail = trail
        self._descriptor = descriptor
        self._length = length
        self._link = link

    @classmethod
    def create(cls, path: Path, header: Header, opened: Opened, rest: Iterable[Entry] = ()) -> Self:
        """A new save with its header, set-up and the `rest` on the disk, written in one piece.

        Raises SaveError, and never overwrites.
        """
        descriptor = _create(path)
        try:
            _own(path, descriptor)
            trail = Trail()
            data, link = _line(path, header_to_body(header), START)
            for entry in (opened, *rest):
                at = trail.add(entry)
                line, link = _line(path, entry_to_body(trail.count, entry, at), link)
                data += line
            _write(path, descriptor, 0, data)
            _sync_folder(path.parent)
        except BaseException:
            os.close(descriptor)
            path.unlink(missing_ok=True)
            raise
        return cls(path, descriptor, trail, len(data), link)

    @classmethod
    def open(cls, path: Path) -> tuple[Self, Save]:
        """Go on with a save, and what it holds; a torn tail is cut off. Raises SaveError.

        A save of an older format is first written anew in the present one, so that all its lines are of one.
        """
        descriptor = open_file(path, os.O_RDWR)
        try:
            _own(path, descriptor)
            save = parse(path, load(path, descriptor))
            if save.torn and save.format == FORMAT:
                _cut(path, descriptor, save.length)
        except BaseException:
            os.close(descriptor)
            raise
        if save.format < FORMAT:
            renew(save, descriptor)
            writer, anew = cls.open(path)
            return writer, attrs.evolve(anew, torn=save.torn)
        return cls(path, descriptor, Trail(save.entries), save.length, save.hash), save

    def append(self, entry: Entry) -> int:
        """Write an entry and return its number once it is on the disk.

        Raises SaveError when that fails; the file is then as before and the entry may be tried again.
        Raises ValueError for an entry that cannot come next, such as a rewind to one that no longer stands.
        """
        self._unchanged()
        body = entry_to_body(self.trail.count + 1, entry, self.trail.at(entry))
        line, link = _line(self.path, body, self._link)
        _write(self.path, self._descriptor, self._length, line)
        self.trail.add(entry)
        self._length += len(line)
        self._link = link
        return self.trail.count

    def close(self) -> None:
        """Give the save up; closing twice does nothing."""
        if self._descriptor >= 0:
            os.close(self._descriptor)
            self._descriptor = -1

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def _unchanged(self) -> None:
        """Refuse to go on with a file that was deleted, or written by somebody else."""
        if self._descriptor < 0:
            raise ValueError("the writer is closed")
        try:
            status = os.fstat(self._descriptor)
        except OSError as error:
            raise unusable(self.path, reason(error)) from error
        if status.st_nlink == 0 or status.st_size != self._length:
            sentence = _("{path} was changed or deleted by another program; resume a copy of it.")
            raise SaveError(sentence.format(path=self.path), self.path)


def _create(path: Path) -> int:
    try:
        return os.open(path, os.O_RDWR | os.O_CREAT | os.O_EXCL | BINARY, 0o666)
    except FileExistsError as error:
        sentence = _("{path} is there already and is not overwritten; choose another name.")
        raise SaveError(sentence.format(path=path), path) from error
    except OSError as error:
        raise unusable(path, reason(error)) from error


def _own(path: Path, descriptor: int) -> None:
    try:
        owned = lock(descriptor)
    except OSError as error:
        raise unusable(path, reason(error)) from error
    if not owned:
        sentence = _("{path} is in use by another SCO Tabletop; close that one first.")
        raise SaveError(sentence.format(path=path), path)


def _line(path: Path, body: dict[str, object], previous: str) -> tuple[bytes, str]:
    try:
        return close_line(body, previous)
    except LineError as fault:
        sentence = _("{path} was not written: {why}; change that and try again.")
        raise SaveError(sentence.format(path=path, why=fault), path) from None


def _write(path: Path, descriptor: int, start: int, data: bytes) -> None:
    """Write at `start`, which is the end, and have it on the disk; on failure cut back to `start`."""
    if start + len(data) > MAX_BYTES:
        sentence = _("{path} is full, nothing more can be added; begin a new exercise.")
        raise SaveError(sentence.format(path=path), path)
    try:
        os.lseek(descriptor, start, os.SEEK_SET)
        rest = memoryview(data)
        while rest:
            rest = rest[os.write(descriptor, rest) :]
        os.fsync(descriptor)
    except OSError as error:
        _cut_quietly(descriptor, start)
        sentence = _("{path} could not be written: {why}; make room on the disk and try again.")
        raise SaveError(sentence.format(path=path, why=reason(error)), path) from error
    except BaseException:
        _cut_quietly(descriptor, start)
        raise


def _cut(path: Path, descriptor: int, length: int) -> None:
    try:
        os.ftruncate(descriptor, length)
        os.fsync(descriptor)
    except OSError as error:
        raise unusable(path, reason(error)) from error


def _cut_quietly(descriptor: int, length: int) -> None:
    """After a failed write; what cannot be cut is a torn line, which reading drops."""
    try:
        os.ftruncate(descriptor, length)
        os.fsync(descriptor)
    except OSError:
        return


def _sync_folder(folder: Path) -> None:
    """Have the name of a new file on the disk, where folders can be synced at all."""
    if os.name == "nt":
        return
    try:
        descriptor = os.open(folder, os.O_RDONLY)
    except OSError:
        return
    try:
        os.fsync(descriptor)
    except OSError:
        return
    finally:
        os.close(descriptor)
