"""Hot-seat from the command line: the table that is asked for, PINs from a pipe, resume before a curtain."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from sco_tabletop.core.words import ChairRule
from sco_tabletop.record.listing import list_saves
from sco_tabletop.record.read import read

from .test_cli import run

PLAY = ("play", "first-watch", "--plain", "--seed", "4")
TABLE = ("--players", "Ana:KAZ;Bo:KGZ,UZB")


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("--players", "Ana:KAZ"), "2 to 8 players"),
        (("--players", "Ana:KAZ;Bo:KGX"), "KAZ, KGZ, TJK, UZB"),
        ((*TABLE, "--seats", "KAZ"), "not allowed with"),
        ((*TABLE, "--chair", "fixed"), "fixed:ZONE"),
        ((*TABLE, "--chair", "fixed:XXX"), "KAZ, KGZ, TJK, UZB"),
        ((*TABLE, "--chair", "fixed:TJK", "--bots", "nobody"), "stands by"),
        ((*TABLE, "--bots", "genius"), "analyst"),
        ((*TABLE, "--bots", "random"), "analyst"),
        ((*TABLE, "--timer", "61"), "0 to 60"),
        ((*TABLE, "--timer", "-1"), "0 to 60"),
        (("--pins",), "--players"),
        (("--players", "Ana:KAZ;Bo:KAZ"), "Kazakhstan is given to Ana and to Bo"),
        (("--players", "Ana:KAZ,KAZ;Bo:KGZ"), "KAZ stands twice with Ana"),
        (("--players", ":KAZ;Bo:KGZ"), "1 to 16 letters, not ''"),
        (("--players", f"{'x' * 200}:KAZ;Bo:KGZ"), f"not '{'x' * 16}…'"),
        (("--players", "A\x1b[31m:KAZ;Bo:KGZ"), "not 'A?[31m'"),
        (("--players", "e\u0301:KAZ;\u00e9:KGZ"), "Two players are called"),
        (("--players", "Ana:KAZ;ana:KGZ"), "Two players are called"),
        (("--players", "veteran:KAZ;Bo:KGZ"), "choose another"),
    ],
)
def test_mistakes_are_one_sentence(
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
    words: tuple[str, ...],
    told: str,
) -> None:
    """Status 2, nothing on standard output, nothing written."""
    monkeypatch.setenv("SCO_SAVES", str(tmp_path / "saves"))
    code, out, err = run(capsys, *PLAY, *words)
    assert (code, out) == (2, "")
    assert told in err
    assert len(err.strip().splitlines()) == 1
    assert not (tmp_path / "saves").exists()


def begin(folder: Path, words: tuple[str, ...], answers: str) -> str:
    """The program with these options and this standard input; what it printed."""
    done = subprocess.run(
        [sys.executable, "-m", "sco_tabletop", "--saves", str(folder), *words],
        input=answers,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert done.stderr == ""
    return done.stdout


def test_the_table_stands_in_the_save(tmp_path: Path) -> None:
    """Players in their order, the chair, the timer, and of a PIN only what cannot be read."""
    begin(
        tmp_path,
        (*PLAY, *TABLE, "--chair", "fixed:UZB", "--timer", "7", "--bots", "nobody", "--pins"),
        "12\n1234\n\n",
    )
    header = read(list_saves(tmp_path)[0].path).header
    assert [(player.name, player.pin[:7]) for player in header.players] == [("Ana", "scrypt$"), ("Bo", "")]
    assert [seat.player for seat in header.seats] == ["Ana", "Bo", "", "Bo"]
    assert [seat.kind for seat in header.seats] == ["human", "human", "nobody", "human"]
    assert (header.seating.chair, header.seating.chair_zones, header.timer) == (ChairRule.FIXED, (3,), 7)


def test_names_in_any_writing_and_with_marks(tmp_path: Path) -> None:
    """Printed as they are; what looks like markup is a name."""
    text = begin(tmp_path, (*PLAY, "--players", "李明:KAZ;[/x]:KGZ,UZB"), "1\n1\n1\nw\n")
    assert "[/x] leaves; bots (analyst) play Kyrgyzstan, Uzbekistan" in text
    assert "李明 leaves; bots (analyst) play Kazakhstan" in text


def test_a_pin_that_is_none_is_said(tmp_path: Path) -> None:
    """And asked for again."""
    text = begin(tmp_path, (*PLAY, *TABLE, "--pins"), "12\nabcd\n1234\n\n")
    assert text.count("four to eight digits and nothing else") == 2


def test_a_facilitator_plays_no_zone(tmp_path: Path) -> None:
    """Without --seats everybody is a bot; with it the person has both."""
    begin(tmp_path / "a", (*PLAY, "--chair", "facilitator"), "1\n1\n")
    begin(tmp_path / "b", (*PLAY, "--chair", "facilitator", "--seats", "TJK"), "1\n1\n1\n")
    kinds = [[s.kind for s in read(list_saves(tmp_path / x)[0].path).header.seats] for x in "ab"]
    assert kinds == [["bot"] * 4, ["bot", "bot", "human", "bot"]]


def test_a_resume_asks_for_the_player_first(tmp_path: Path) -> None:
    """Bo's turn was open when the input ended; the resume prints nobody's file before Bo is there again."""
    text = begin(tmp_path, (*PLAY, *TABLE), "1\n1\n1\n1\n1\n1\n2\nf\n")
    assert "for Kyrgyzstan alone" in text
    again = begin(tmp_path, ("resume", "--plain"), "1\n9\np\n2\n")
    before, _found, after = again.partition("Since your last turn, for Kyrgyzstan alone")
    assert after
    assert "Only Bo opens this curtain" in before
    assert "Next: Bo for Kyrgyzstan" in before
    for private in ("File on", "fits:", "Chatter"):
        assert private not in before
