"""Output that cannot hold every character: twins instead of a crash, from the command line."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from sco_tabletop.record.read import read
from sco_tabletop.record.verify import Exact, verify
from sco_tabletop.tui.ascii import TABLE
from sco_tabletop.twins import TWINS, twin_of

ONES = b"1\n" * 400


def program(encoding: str, folder: Path, *words: str, typed: bytes = b"") -> tuple[int, str, bytes]:
    """(exit status, what was printed, what went wrong) under an encoding of the standard streams."""
    command = [sys.executable, "-m", "sco_tabletop", *words, "--saves", str(folder)]
    environment = {**os.environ, "PYTHONIOENCODING": encoding}
    done = subprocess.run(command, input=typed, capture_output=True, env=environment, check=False)
    return done.returncode, done.stdout.decode(encoding), done.stderr


@pytest.mark.parametrize("encoding", ["ascii", "latin-1"])
def test_plain_lines_in_any_encoding(tmp_path: Path, encoding: str) -> None:
    """A whole exercise, its replay and its report; what the encoding lacks has its twin."""
    play = ("play", "first-watch", "--plain", "--seed", "5")
    status, text, wrong = program(encoding, tmp_path, *play, typed=ONES)
    assert (status, wrong) == (0, b"")
    assert "Result: " in text
    assert "Threat 0 -> " in text
    save = next(tmp_path.glob("*.jsonl"))
    assert isinstance(verify(read(save)), Exact)
    for words, typed in ((("replay", "--plain", str(save)), b"1\n0\n"), (("report", str(save)), b"")):
        status, text, wrong = program(encoding, tmp_path, *words, typed=typed)
        assert (status, wrong) == (0, b"")
        assert text


def test_ascii_lines_where_it_is_asked_for(tmp_path: Path) -> None:
    """`--ascii` goes for lines as it does for screens, whatever the terminal could show."""
    play = ("play", "first-watch", "--plain", "--ascii", "--seed", "5")
    status, text, wrong = program("utf-8", tmp_path, *play, typed=ONES)
    assert (status, wrong) == (0, b"")
    assert text.isascii()
    assert "Threat 0 -> " in text


@pytest.mark.parametrize("encoding", ["ascii", "utf-8"])
def test_bytes_that_are_no_text_are_no_number(tmp_path: Path, encoding: str) -> None:
    """They are taken as any other word that is none of the choices."""
    play = ("play", "first-watch", "--plain", "--seed", "5")
    status, text, wrong = program(encoding, tmp_path, *play, typed=b"\xff\xc3\n1\nq\n")
    assert (status, wrong) == (0, b"")
    assert "m map, i Index" in text


def test_every_twin_is_ascii_and_of_one_character() -> None:
    """So that nothing moves on a screen; a stream may write longer ones, and a mark for what has none."""
    assert all(twin.isascii() and len(twin) == 1 for twin in TWINS.values())
    assert set(map(ord, TWINS)) <= set(TABLE)
    error = UnicodeEncodeError("ascii", "a→…Жb", 1, 4, "")
    assert twin_of(error) == ("->...?", 4)
