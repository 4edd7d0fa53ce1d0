"""The list of saves: both ends of each file, newest first, damage said."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from sco_tabletop.core.words import Result
from sco_tabletop.record import listing, read
from sco_tabletop.record.chain import open_line
from sco_tabletop.record.error import SaveError
from sco_tabletop.record.listing import SaveInfo, list_saves, newest_unfinished
from sco_tabletop.record.save import FORMAT, Rewound
from tests.record.table import Table, header, play, short_bytes, write


def put(folder: Path, name: str, table: Table, day: int) -> Path:
    path = folder / f"{name}.jsonl"
    write(path, table.entries, header(table.seed, f"2026-11-{day:02}T10:15:00+00:00"))
    return path


def test_newest_first_with_round_and_result(tmp_path: Path) -> None:
    over, begun, dealt = play(5), play(6, decisions=60), play(7, decisions=0)
    put(tmp_path, "over", over, 3)
    put(tmp_path, "begun", begun, 1)
    put(tmp_path, "dealt", dealt, 2)
    (tmp_path / "notes.txt").write_text("not a save")
    found = list_saves(tmp_path)
    assert [info.path.stem for info in found] == ["over", "dealt", "begun"]
    for info, table in zip(found, (over, dealt, begun), strict=True):
        public = table.state.public
        assert (info.deck, info.round, info.result) == ("small", public.round, public.result)
        assert info.damaged is None
    assert isinstance(found[0].result, Result)
    assert found[0].created == "2026-11-03T10:15:00+00:00"
    newest = newest_unfinished(tmp_path)
    assert newest is not None
    assert newest.path.stem == "dealt"


def test_a_rewind_out_of_the_end_is_unfinished(tmp_path: Path) -> None:
    table = play(5)
    back = table.rewind(3)
    assert isinstance(back, Rewound)
    put(tmp_path, "a", table, 1)
    (info,) = list_saves(tmp_path)
    assert (info.round, info.result) == (table.state.public.round, None)


def test_nothing_there(tmp_path: Path) -> None:
    assert list_saves(tmp_path) == ()
    assert list_saves(tmp_path / "none") == ()
    assert newest_unfinished(tmp_path) is None
    (tmp_path / "file").write_text("")
    with pytest.raises(SaveError):
        list_saves(tmp_path / "file")


def only(folder: Path, data: bytes) -> SaveInfo:
    (folder / "a.jsonl").write_bytes(data)
    (info,) = list_saves(folder)
    return info


def test_cut_at_every_byte_agrees_with_reading(tmp_path: Path) -> None:
    """Whatever can be read is listed as what was read, whatever cannot be is listed as damaged."""
    data = short_bytes(tmp_path / "..")
    for cut in (*range(0, len(data), 11), len(data)):
        info = only(tmp_path, data[:cut])
        if data[:cut].count(b"\n") < 2:
            assert info.damaged
            assert not info.unfinished
        else:
            assert read.read(info.path)
            assert (info.damaged, info.round, info.unfinished) == (None, 1, True)


def test_damage_at_both_ends_is_said_and_listed_last(tmp_path: Path) -> None:
    table = play(5, decisions=30)
    data = put(tmp_path, "sound", table, 1).read_bytes()
    wrong = {
        "created": data.replace(b'"created":"2026', b'"created":"year', 1),
        "empty": b"",
        "end": data[:-100] + b"?" + data[-99:],
        "format": data.replace(b'"format":%d' % FORMAT, b'"format":9', 1),
        "text": b"# Some text\n",
    }
    for name, content in wrong.items():
        (tmp_path / f"{name}.jsonl").write_bytes(content)
    (tmp_path / "folder.jsonl").mkdir()
    found = list_saves(tmp_path)
    assert found[0].path.stem == "sound"
    assert {info.path.stem for info in found if info.damaged} == {*wrong, "folder"}
    assert all(str(info.path) in (info.damaged or "") for info in found[1:])
    assert "newer version" in next(info.damaged or "" for info in found if info.path.stem == "format")


def test_a_long_save_is_not_read_whole(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """However long a save: a bounded part of it is read, and of its lines only the last."""
    table = play(5)
    path = put(tmp_path, "long", table, 1)
    lines: list[bytes] = []
    sizes: list[int] = []
    real_read = os.read

    def count(descriptor: int, size: int) -> bytes:
        data = real_read(descriptor, size)
        sizes.append(len(data))
        return data

    def watch(line: bytes, previous: str) -> object:
        lines.append(line)
        return open_line(line, previous)

    monkeypatch.setattr(listing, "open_line", watch)
    monkeypatch.setattr("sco_tabletop.record.listing.os.read", count)
    (info,) = list_saves(tmp_path)
    assert info.result is not None
    assert lines == [path.read_bytes().splitlines(keepends=True)[-1]]
    assert sum(sizes) <= 20 << 10 < path.stat().st_size


def test_a_last_line_longer_than_the_first_glance(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    put(tmp_path, "a", play(5, decisions=0), 1)
    whole = list_saves(tmp_path)
    monkeypatch.setattr(listing, "_TAIL", 50)
    assert list_saves(tmp_path) == whole
    assert whole[0].damaged is None
