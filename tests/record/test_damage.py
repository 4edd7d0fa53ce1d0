"""Damage: every cut loads or says why, every flipped bit is noticed, and the file is left as it was."""

from __future__ import annotations

from pathlib import Path

import pytest

from sco_tabletop.record.error import SaveError
from sco_tabletop.record.log import Writer
from sco_tabletop.record.read import read
from sco_tabletop.record.save import Decided
from tests.record.table import play, reread, short_bytes, short_entries


@pytest.fixture(scope="module")
def short(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """A short save with every kind of line."""
    return short_bytes(tmp_path_factory.mktemp("short"))


def test_the_short_save_reads(short: bytes) -> None:
    save = reread(short)
    assert save.entries == short_entries()
    assert not save.torn
    assert save.length == len(short)


def test_cut_at_every_byte(short: bytes) -> None:
    """Whole lines are never lost; less than a set-up says so."""
    whole = short_entries()
    for cut in range(len(short)):
        data = short[:cut]
        lines = data.count(b"\n")
        if lines < 2:
            with pytest.raises(SaveError, match="before the exercise was set up"):
                reread(data)
            continue
        save = reread(data)
        assert save.entries == whole[: lines - 1]
        assert save.torn == (not data.endswith(b"\n"))


def flip(data: bytes, place: int, bit: int) -> None:
    """A flip is an error that names its line; only the last newline can pass for a torn line."""
    flipped = bytearray(data)
    flipped[place] ^= 1 << bit
    if place == len(data) - 1:
        assert reread(bytes(flipped)).torn
        return
    number = data.count(b"\n", 0, place) + 1
    with pytest.raises(SaveError) as caught:
        reread(bytes(flipped))
    assert caught.value.line == number, (place, bit)
    assert str(caught.value).startswith(f"a.jsonl, line {number}: ")


def test_every_bit_of_a_line(short: bytes) -> None:
    lines = short.splitlines(keepends=True)
    begin = sum(map(len, lines[:3]))
    for place in range(begin, begin + len(lines[3])):
        for bit in range(8):
            flip(short, place, bit)


def test_a_bit_of_every_byte(short: bytes) -> None:
    for place in range(len(short)):
        flip(short, place, place % 8)


@pytest.mark.long
def test_every_bit(short: bytes) -> None:
    for place in range(len(short)):
        for bit in range(8):
            flip(short, place, bit)


def test_lines_cannot_be_left_out_doubled_or_swapped(short: bytes) -> None:
    lines = short.splitlines(keepends=True)
    for wrong in (
        [*lines[:3], *lines[4:]],
        [*lines[:4], lines[3], *lines[4:]],
        [*lines[:3], lines[4], lines[3], *lines[5:]],
    ):
        with pytest.raises(SaveError) as caught:
            reread(b"".join(wrong))
        assert caught.value.line in (4, 5)


def test_other_line_ends_are_damage(short: bytes) -> None:
    with pytest.raises(SaveError, match="line 1"):
        reread(short.replace(b"\n", b"\r\n"))


def test_a_damaged_file_is_left_as_it_was(short: bytes, tmp_path: Path) -> None:
    path = tmp_path / "damaged.jsonl"
    data = short[:-200] + b"?" + short[-199:]
    path.write_bytes(data)
    for use in (read, Writer.open):
        with pytest.raises(SaveError, match=r"damaged\.jsonl, line \d+: .*left as it was"):
            use(path)
    assert path.read_bytes() == data


@pytest.mark.parametrize("rest", [b"{", b'{"at":{"result":null}', b"\0" * 4096])
def test_a_torn_line_is_cut_off_before_going_on(short: bytes, tmp_path: Path, rest: bytes) -> None:
    path = tmp_path / "torn.jsonl"
    path.write_bytes(short + rest)
    assert read(path).torn
    assert path.read_bytes() == short + rest
    entry = next(e for e in play(decisions=3).entries if isinstance(e, Decided))
    writer, save = Writer.open(path)
    with writer:
        assert save.torn
        assert path.read_bytes() == short
        writer.append(entry)
    again = read(path)
    assert not again.torn
    assert again.entries == (*short_entries(), entry)
    assert path.read_bytes().startswith(short)


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (b"", "before the exercise was set up"),
        (b"\n", "not a save"),
        (b"# Read me\n\nSome text.\n", "not a save"),
        (b"[1]\n[2]\n", "not a save"),
        (b'{"format":true}\n', "not a save"),
        (b'{"format":0}\n', "not a save"),
        (b'{"format":1}\n', "does not end in its hash"),
        (b"\xff\xfe{\0\n", "not a save"),
    ],
)
def test_what_is_no_save_says_so(data: bytes, says: str) -> None:
    with pytest.raises(SaveError, match=says):
        reread(data)
