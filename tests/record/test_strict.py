"""Lines that hash well and still are wrong: made by another program, or by somebody who meant it."""

from __future__ import annotations

import tracemalloc
import zlib
from base64 import b64decode, b64encode
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from sco_tabletop.record import seal
from sco_tabletop.record.chain import MAX_LINE
from sco_tabletop.record.error import SaveError
from sco_tabletop.record.read import MAX_BYTES, read
from sco_tabletop.record.save import FORMAT
from sco_tabletop.record.seal import MAX_PIECE
from tests.record.table import Body, bodies, forged, reread, short_bytes

HEADER, OPENED, DRAWN, COMMITTED, BEYOND, BACK = 0, 1, 2, 5, 6, 7
"""Lines of the short save, from 0."""


@pytest.fixture(scope="module")
def short(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """A short save with every kind of line."""
    return short_bytes(tmp_path_factory.mktemp("short"))


def pack(data: bytes) -> str:
    return b64encode(zlib.compress(data)).decode()


def unpack(text: str) -> bytes:
    return zlib.decompress(b64decode(text))


def refused(short: bytes, line: int, change: Callable[[Body], Any]) -> str:
    """What reading says of a save after a change to one line."""
    with pytest.raises(SaveError) as caught:
        reread(forged(short, lambda lines: change(lines[line])))
    assert caught.value.line == line + 1
    return str(caught.value)


def test_forging_nothing_changes_nothing(short: bytes) -> None:
    assert forged(short, lambda _lines: None) == short


CASES: dict[str, tuple[int, Callable[[Body], Any], str]] = {
    "unknown kind": (DRAWN, lambda b: b.update(kind="Dreamt"), "no kind of line 'Dreamt'"),
    "kind is no text": (DRAWN, lambda b: b.update(kind=["Decided"]), "no kind of line"),
    "extra field": (DRAWN, lambda b: b.update(mood="good"), "missing or unknown"),
    "missing field": (DRAWN, lambda b: b.pop("by"), "missing or unknown"),
    "wrong number": (DRAWN, lambda b: b.update(n=3), "should be number 2"),
    "number is true": (OPENED, lambda b: b.update(n=True), "should be number 1"),
    "by is a number": (DRAWN, lambda b: b.update(by=3), "a field of 'Decided'"),
    "where it stands": (DRAWN, lambda b: b["at"].update(round=9), "where the exercise stands"),
    "a result": (DRAWN, lambda b: b["at"].update(result="failed"), "where the exercise stands"),
    "no such result": (DRAWN, lambda b: b["at"].update(result="won"), "a field of"),
    "where is a list": (DRAWN, lambda b: b.update(at=[1, None]), "a field of"),
    "events are a mapping": (DRAWN, lambda b: b.update(events={}), "not a list"),
    "unknown event": (DRAWN, lambda b: b["events"][0].update(type="Slept"), "no command or event 'Slept'"),
    "unknown command": (DRAWN, lambda b: b["command"].update(type="Sleep"), "no command or event 'Sleep'"),
    "command field": (DRAWN, lambda b: b["command"].update(zone="1"), "a field of 'DrawInject'"),
    "event field": (DRAWN, lambda b: b["events"][0].pop("card"), "a field of 'CardDrawn'"),
    "a hole too many": (DRAWN, lambda b: b["events"].append(None), "lacks an entry"),
    "a hole too few": (COMMITTED, lambda b: b["events"].remove(None), "an entry too many"),
    "not base64": (COMMITTED, lambda b: b.update(sealed="?" + b["sealed"]), "sealed part is damaged"),
    "not zlib": (COMMITTED, lambda b: b.update(sealed="AAAA"), "sealed part is damaged"),
    "sealed is null": (COMMITTED, lambda b: b.update(sealed=None), "sealed part is missing"),
    "sealed is no list": (COMMITTED, lambda b: b.update(sealed=pack(b"7")), "sealed part is damaged"),
    "sealed is no JSON": (COMMITTED, lambda b: b.update(sealed=pack(b"[" * 99_999)), "not JSON"),
    "sealed cut short": (
        COMMITTED,
        lambda b: b.update(sealed=b64encode(zlib.compress(unpack(b["sealed"]))[:-2]).decode()),
        "sealed part is damaged",
    ),
    "sealed with more behind": (
        COMMITTED,
        lambda b: b.update(sealed=b64encode(zlib.compress(unpack(b["sealed"])) + b"0").decode()),
        "sealed part is damaged",
    ),
    "rewind to nowhere": (BEYOND, lambda b: b.update(to=0), "does not follow"),
    "rewind to what was undone": (BACK, lambda b: b.update(to=4), "does not follow"),
    "rewind to itself": (BACK, lambda b: b.update(to=7), "does not follow"),
    "rewind to true": (BACK, lambda b: b.update(to=True), "a field of 'Rewound'"),
    "header field": (HEADER, lambda b: b.update(mood="good"), "field of the header"),
    "header without deck": (HEADER, lambda b: b.pop("deck"), "field of the header"),
    "no time": (HEADER, lambda b: b.update(created="yesterday"), "field of the header"),
    "time without zone": (HEADER, lambda b: b.update(created="2026-11-24T10:15:00"), "field of the header"),
    "seat of a cat": (HEADER, lambda b: b["seats"][0].update(kind="cat"), "field of the header"),
    "scenario": (HEADER, lambda b: b["scenario"]["numbers"].update(rounds="8"), "field of the header"),
    "seed is text": (HEADER, lambda b: b.update(sealed=pack(b'{"seed":"7"}')), "field of the header"),
    "no seed": (HEADER, lambda b: b.update(sealed=pack(b"{}")), "sealed part is damaged"),
}


@pytest.mark.parametrize("case", CASES)
def test_a_wrong_line_is_refused(short: bytes, case: str) -> None:
    line, change, says = CASES[case]
    assert says in refused(short, line, change)


def test_nothing_public_is_sealed_and_nothing_secret_open(short: bytes) -> None:
    def open_up(body: Body) -> None:
        items = unpack(body["sealed"])
        body.update(command={"type": "Commit", "zone": 0, "personas": [3, 5]})
        body.update(sealed=pack(b"[" + items[items.index(b"},{") + 2 :]))

    def close_up(body: Body) -> None:
        body.update(command=None, sealed=pack(b'[{"type":"DrawInject","zone":0}]'))

    assert "something secret stands open" in refused(short, COMMITTED, open_up)
    assert "something secret stands open" in refused(short, DRAWN, close_up)


def test_the_set_up_comes_once_and_first(short: bytes) -> None:
    def twice(lines: list[Body]) -> None:
        lines[2:] = [{**lines[1], "n": 2}]

    def never(lines: list[Body]) -> None:
        lines[1:3] = [{**lines[2], "n": 1}]

    for change, line in ((twice, 3), (never, 2)):
        with pytest.raises(SaveError, match="does not follow") as caught:
            reread(forged(short, change))
        assert caught.value.line == line


@pytest.mark.parametrize("line", [HEADER, DRAWN])
def test_a_zip_bomb_is_not_unpacked(short: bytes, line: int) -> None:
    packer = zlib.compressobj(9)
    bomb = b"".join(packer.compress(bytes(1 << 20)) for _ in range(200)) + packer.flush()
    data = forged(short, lambda lines: lines[line].update(sealed=b64encode(bomb).decode()))
    tracemalloc.start()
    with pytest.raises(SaveError, match="too large"):
        reread(data)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert peak < 8 * MAX_PIECE


def test_many_small_bombs_are_counted_together(short: bytes, monkeypatch: pytest.MonkeyPatch) -> None:
    total = sum(len(unpack(body["sealed"])) for body in bodies(short) if body["sealed"])
    monkeypatch.setattr(seal, "MAX_TOTAL", total)
    assert reread(short)
    monkeypatch.setattr(seal, "MAX_TOTAL", total - 1)
    with pytest.raises(SaveError, match="too large"):
        reread(short)


def test_a_newer_format_says_so(short: bytes) -> None:
    assert "newer version" in refused(short, HEADER, lambda b: b.update(format=FORMAT + 1))
    with pytest.raises(SaveError, match="newer version"):
        reread(b'{"format":7,"shape":"unknown"}\nanything\n')


def test_too_large_to_be_a_save(short: bytes, tmp_path: Path) -> None:
    long = tmp_path / "long.jsonl"
    with long.open("wb") as file:
        file.write(short)
        file.truncate(MAX_BYTES + 1)
    with pytest.raises(SaveError, match="too large for a save"):
        read(long)
    lines = short.splitlines(keepends=True)
    with pytest.raises(SaveError, match="line 3: the line is too long"):
        reread(b"".join([*lines[:2], b"x" * MAX_LINE + b"\n"]))


def test_what_is_no_file(tmp_path: Path) -> None:
    with pytest.raises(SaveError, match="not a file"):
        read(tmp_path)
    with pytest.raises(SaveError, match="There is no save"):
        read(tmp_path / "none.jsonl")
    with pytest.raises(SaveError, match="not a file"):
        read(Path("/dev/zero"))
