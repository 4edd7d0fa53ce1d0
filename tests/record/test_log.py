"""The writer: on the disk before it says so, never over another file, alone, and honest when it fails."""

from __future__ import annotations

import errno
import os
from collections.abc import Callable
from pathlib import Path

import pytest

from sco_tabletop.core.commands import EndTurn
from sco_tabletop.record import log
from sco_tabletop.record.error import SaveError
from sco_tabletop.record.log import Writer
from sco_tabletop.record.read import read
from sco_tabletop.record.save import Decided, Opened, Rewound
from tests.record.table import header, play, python, reread, write


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A save with set-up and three decisions."""
    path = tmp_path / "a.jsonl"
    write(path, play(decisions=3).entries)
    return path


def opened() -> Opened:
    first = play(decisions=0).entries[0]
    assert isinstance(first, Opened)
    return first


def test_what_is_written_is_read(path: Path) -> None:
    save = read(path)
    assert save.path == path
    assert save.header == header()
    assert list(save.entries) == play(decisions=3).entries


def test_secrets_are_sealed_and_the_first_line_says_how(path: Path) -> None:
    """Words are readable, but no seed, register, network or pile, and no command secret until the strike."""
    text = path.read_text(encoding="utf-8")
    first = text.splitlines()[0]
    assert "base64" in first
    assert "NOT encryption" in first
    assert '"DrawInject"' in text
    for secret in ("seed", "RegisterDealt", "OperativeJoined", "PileShuffled", "MainPlotSet", "DiceAdvanced"):
        assert f'"{secret}"' not in text


def test_going_on(path: Path) -> None:
    table = play(decisions=6)
    writer, save = Writer.open(path)
    with writer:
        numbers = [writer.append(entry) for entry in table.entries[4:]]
    assert len(save.entries) == 4
    assert numbers == [5, 6, 7]
    assert list(read(path).entries) == table.entries


def test_nothing_is_overwritten(path: Path) -> None:
    before = path.read_bytes()
    with pytest.raises(SaveError, match="there already"):
        Writer.create(path, header(), opened())
    assert path.read_bytes() == before


def test_no_folder(tmp_path: Path) -> None:
    with pytest.raises(SaveError, match="cannot be used"):
        Writer.create(tmp_path / "none" / "a.jsonl", header(), opened())


def test_everything_is_synced_before_it_counts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Each sync sees the whole new line; the folder is synced once, for the name of the file."""
    synced: list[tuple[bool, int]] = []
    real = os.fsync

    def watch(descriptor: int) -> None:
        status = os.fstat(descriptor)
        folder = os.path.samestat(status, os.stat(tmp_path))
        synced.append((folder, 0 if folder else status.st_size))
        real(descriptor)

    monkeypatch.setattr("sco_tabletop.record.log.os.fsync", watch)
    path, table = tmp_path / "a.jsonl", play(decisions=2)
    with Writer.create(path, header(), opened()) as writer:
        assert synced == [(False, path.stat().st_size), (True, 0)]
        for entry in table.entries[1:]:
            synced.clear()
            writer.append(entry)
            assert synced == [(False, path.stat().st_size)]


def test_a_second_writer_is_refused(path: Path) -> None:
    code = (
        "import sys; from pathlib import Path\n"
        "from sco_tabletop.record.log import Writer\n"
        "from sco_tabletop.record.error import SaveError\n"
        "try: Writer.open(Path(sys.argv[1])); print('open')\n"
        "except SaveError as error: print(error)\n"
    )
    writer, _save = Writer.open(path)
    with pytest.raises(SaveError, match="in use"):
        Writer.open(path)
    other = python(code, path)
    assert "is in use by another SCO Tabletop" in other.communicate()[0]
    assert read(path).entries
    writer.append(play(decisions=4).entries[4])
    writer.close()
    assert python(code, path).communicate()[0] == "open\n"
    assert len(read(path).entries) == 5


def test_a_new_save_is_owned_from_the_start(tmp_path: Path) -> None:
    writer = Writer.create(tmp_path / "a.jsonl", header(), opened())
    with writer, pytest.raises(SaveError, match="in use"):
        Writer.open(writer.path)
    Writer.open(tmp_path / "a.jsonl")[0].close()


def fails(code: int) -> Callable[..., int]:
    def fail(*_arguments: object) -> int:
        raise OSError(code, os.strerror(code))

    return fail


@pytest.mark.parametrize(
    ("name", "code"), [("write", errno.ENOSPC), ("fsync", errno.EIO), ("lseek", errno.EIO)]
)
def test_a_failed_line_is_as_if_never_tried(
    path: Path, name: str, code: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    before, entry = path.read_bytes(), play(decisions=4).entries[4]
    writer, _save = Writer.open(path)
    with writer:
        with monkeypatch.context() as patch:
            patch.setattr(f"sco_tabletop.record.log.os.{name}", fails(code))
            with pytest.raises(SaveError, match=os.strerror(code)):
                writer.append(entry)
        assert path.read_bytes() == before
        assert writer.trail.count == 4
        assert writer.append(entry) == 5
    assert read(path).entries[4] == entry


def test_half_a_line_is_taken_back(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The disk takes some bytes at a time, and then no more."""
    before, entry, real, room = path.read_bytes(), play(decisions=4).entries[4], os.write, [150]

    def write_little(descriptor: int, data: memoryview) -> int:
        if room[0] <= 0:
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
        done = real(descriptor, data[: min(40, room[0])])
        room[0] -= done
        return done

    monkeypatch.setattr("sco_tabletop.record.log.os.write", write_little)
    writer, _save = Writer.open(path)
    with writer:
        with pytest.raises(SaveError, match="make room"):
            writer.append(entry)
        assert path.read_bytes() == before
        room[0] = 100_000
        writer.append(entry)
    assert read(path).entries[4] == entry


DISK_FULL = """
import resource, sys
from pathlib import Path
from sco_tabletop.record.error import SaveError
from sco_tabletop.record.log import Writer
from tests.record.table import header, play
folder = Path(sys.argv[1])
path, table = folder / "a.jsonl", play(decisions=4)
hard = resource.getrlimit(resource.RLIMIT_FSIZE)[1]
resource.setrlimit(resource.RLIMIT_FSIZE, (2000, hard))
try: Writer.create(folder / "b.jsonl", header(), table.entries[0])
except SaveError as error: print(error)
writer, save = Writer.open(path)
resource.setrlimit(resource.RLIMIT_FSIZE, (path.stat().st_size + 100, hard))
try: writer.append(table.entries[4])
except SaveError as error: print(error)
print(path.stat().st_size)
resource.setrlimit(resource.RLIMIT_FSIZE, (1 << 20, hard))
print(writer.append(table.entries[4]))
"""


@pytest.mark.skipif(os.name == "nt", reason="needs the limits of POSIX")
def test_a_full_disk_is_said_and_nothing_lost(path: Path) -> None:
    before = path.read_bytes()
    created, appended, size, number = python(DISK_FULL, path.parent).communicate()[0].splitlines()
    assert "b.jsonl could not be written" in created
    assert not (path.parent / "b.jsonl").exists()
    assert "a.jsonl could not be written" in appended
    assert (int(size), int(number)) == (len(before), 5)
    assert path.read_bytes().startswith(before)
    assert list(read(path).entries) == play(decisions=4).entries


def test_a_file_that_was_taken_away_or_changed(path: Path) -> None:
    entry = play(decisions=4).entries[4]
    writer, _save = Writer.open(path)
    with writer:
        whole = path.read_bytes()
        path.write_bytes(whole + b"x")
        with pytest.raises(SaveError, match="changed or deleted"):
            writer.append(entry)
        path.write_bytes(whole)
        writer.append(entry)
        path.unlink()
        with pytest.raises(SaveError, match="changed or deleted"):
            writer.append(entry)


def test_what_cannot_come_next_is_not_written(path: Path) -> None:
    before = path.read_bytes()
    writer, _save = Writer.open(path)
    with writer:
        for wrong in (Rewound(9, False), Rewound(0, False), opened()):
            with pytest.raises(ValueError):
                writer.append(wrong)
        odd = Decided("\ud800", EndTurn(0), ())
        with pytest.raises(SaveError, match="half a character"):
            writer.append(odd)
    assert path.read_bytes() == before
    with pytest.raises(ValueError, match="closed"):
        writer.append(Rewound(2, False))


def test_a_save_that_would_be_too_long_to_read_is_not_written(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = path.read_bytes()
    monkeypatch.setattr(log, "MAX_BYTES", len(before) + 10)
    writer, _save = Writer.open(path)
    with writer, pytest.raises(SaveError, match="is full"):
        writer.append(play(decisions=4).entries[4])
    assert reread(path.read_bytes()).entries == reread(before).entries
