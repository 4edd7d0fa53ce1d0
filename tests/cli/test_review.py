"""Replay, report, branch and challenge codes on the command line."""

from __future__ import annotations

import io
import json
import re
import subprocess
import sys
from pathlib import Path

import pytest

from sco_tabletop.record.read import read
from sco_tabletop.review.code import challenge_of, encode
from tests.review.conducted import mixed, on_the_way, talked
from tests.review.saves import played, struck

from .test_cli import run

Capture = pytest.CaptureFixture[str]


def test_report_in_three_formats(capsys: Capture, tmp_path: Path) -> None:
    """To standard output, or to a file that is named; the full one after EndEx."""
    save = struck(tmp_path)
    status, out, err = run(capsys, "report", str(save.path))
    assert (status, err) == (0, "")
    assert "Full version, with the truth" in out
    page = tmp_path / "report.html"
    status, out, _ = run(capsys, "report", str(save.path), "--format", "html", "-o", str(page))
    assert (status, str(page) in out) == (0, True)
    assert page.read_text(encoding="utf-8").startswith("<!doctype html>")
    status, out, _ = run(capsys, "report", str(save.path), "--format", "json")
    assert status == 0
    assert json.loads(out)["version"] == "full"
    status, out, _ = run(capsys, "report", str(save.path), "--for", "tjk")
    assert "Version for Tajikistan" in out
    status, out, _ = run(capsys, "report", str(save.path), "--compare", "3")
    assert re.search(r"Percentile \d+ of \d bot exercises", out)


def test_a_running_exercise_is_reported_to_its_player(capsys: Capture, tmp_path: Path) -> None:
    """Partial, without the truth; another zone's version is not given out."""
    path = str(played(tmp_path, decisions=50).path)
    status, out, _ = run(capsys, "report", path)
    assert (status, "PARTIAL" in out, "Version for Kazakhstan" in out) == (0, True, True)
    status, out, err = run(capsys, "report", path, "--for", "TJK")
    assert (status, out) == (2, "")
    assert "until EndEx" in err
    status, out, _ = run(capsys, "report", path, "--for", "public")
    assert (status, "Public version" in out) == (0, True)


def test_a_facilitated_exercise_is_reported(capsys: Capture, tmp_path: Path) -> None:
    """Whole for the facilitator after EndEx, without his part for a zone."""
    path = str(mixed(tmp_path).path)
    for asked in ((), ("--for", "facilitator")):
        status, out, err = run(capsys, "report", path, *asked)
        assert (status, err) == (0, "")
        assert "MSEL as conducted" in out
        assert "The three mechanisms" in out
    status, out, _ = run(capsys, "report", path, "--for", "TJK")
    assert (status, "Version for Tajikistan" in out, "MSEL as conducted" in out) == (0, True, False)
    status, out, _ = run(capsys, "report", path, "--format", "json")
    assert json.loads(out)["ratings"] == {"intelligence-exchange.2": "M"}


def test_the_facilitator_of_a_running_exercise_says_his_pin(
    capsys: Capture, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Without it only the public board; with it his own part, partial."""
    path = str(on_the_way(tmp_path, pin="2468").path)
    status, out, _ = run(capsys, "report", path)
    assert (status, "Public version" in out, "MSEL" in out) == (0, True, False)
    status, out, err = run(capsys, "report", path, "--for", "KAZ")
    assert (status, out) == (2, "")
    assert "until EndEx" in err
    monkeypatch.setattr("sys.stdin", io.StringIO("1111\n"))
    status, out, err = run(capsys, "report", path, "--for", "facilitator")
    assert (status, out) == (2, "")
    assert "not the PIN" in err
    monkeypatch.setattr("sys.stdin", io.StringIO("2468\n"))
    status, out, err = run(capsys, "report", path, "--for", "facilitator")
    assert (status, err) == (0, "")
    assert "PARTIAL" in out
    assert "MSEL as conducted" in out
    ordinary = str(played(tmp_path, decisions=20).path)
    status, out, err = run(capsys, "report", ordinary, "--for", "facilitator")
    assert (status, "has no facilitator" in err) == (2, True)


def test_a_discussion_is_not_compared(capsys: Capture, tmp_path: Path) -> None:
    """It has no figures; its own report says so."""
    path = str(talked(tmp_path).path)
    status, out, _ = run(capsys, "report", path)
    assert (status, "no rules were played" in out) == (0, True)
    status, out, err = run(capsys, "report", path, path)
    assert (status, out, len(err.splitlines())) == (2, "", 1)


def test_two_teams(capsys: Capture, tmp_path: Path) -> None:
    """Only the same deal is compared."""
    one, two = played(tmp_path, 5), played(tmp_path, 5, human="random")
    status, out, _ = run(capsys, "report", str(one.path), str(two.path))
    assert (status, "Side by side" in out) == (0, True)
    status, out, err = run(capsys, "report", str(one.path), str(played(tmp_path, 6).path))
    assert (status, out) == (1, "")
    assert "not the same deal" in err


def test_branch_and_odds(capsys: Capture, tmp_path: Path) -> None:
    """A branch to resume, one that bots play, and how the rest goes in many games."""
    save = played(tmp_path)
    status, out, _ = run(capsys, "branch", str(save.path), "--at", "40")
    assert status == 0
    path = Path(out.split("The branch: ")[1].split(". Play")[0])
    assert read(path).header.options["parent"] == save.path.name
    status, out, _ = run(capsys, "branch", str(save.path), "--at", "40", "--bots-play")
    assert (status, "ended it:" in out) == (0, True)
    status, out, _ = run(capsys, "branch", str(save.path), "--at", "40", "--odds", "4")
    assert (status, "played the rest 4 times" in out) == (0, True)
    status, _, err = run(capsys, "branch", str(save.path), "--at", "99999")
    assert (status, len(err.strip().splitlines())) == (1, 1)


def test_the_same_deal_by_its_code(capsys: Capture, tmp_path: Path) -> None:
    """`play CODE` deals what the save dealt: same set-up, seats, bots and mode."""
    save = played(tmp_path / "one", seed=4711, practice=False, zones=(1, 3))
    code = encode(challenge_of(save.header))
    assert code in run(capsys, "report", str(save.path))[1]
    words = [sys.executable, "-m", "sco_tabletop", "play", code, "--plain", "--saves", str(tmp_path / "two")]
    subprocess.run(words, input="", capture_output=True, text=True, check=True)
    (path,) = (tmp_path / "two").iterdir()
    again = read(path)
    assert again.entries[0] == save.entries[0]
    assert again.header.seats == save.header.seats
    assert (again.header.seed, again.header.practice) == (4711, False)


@pytest.mark.parametrize(
    ("words", "status", "told"),
    [
        (("report", "no-such.jsonl"), 1, "no-such.jsonl"),
        (("replay", "no-such.jsonl", "--plain"), 1, "no-such.jsonl"),
        (("replay", "no-such.jsonl"), 2, "--plain"),
        (("branch", "no-such.jsonl", "--at", "x"), 2, "--at"),
        (("branch", "no-such.jsonl"), 2, "--at"),
        (("report", "no-such.jsonl", "--compare", "x"), 2, "--compare"),
        (("play", "first-watch-standard-0000-2H21QFG", "--plain"), 2, "mistyped"),
        (("play", "first-watch-standard-0000-2H21QFG"), 2, "--plain"),
    ],
)
def test_mistakes_are_one_sentence(capsys: Capture, words: tuple[str, ...], status: int, told: str) -> None:
    """Status 1 or 2, one line on standard error."""
    code, out, err = run(capsys, *words)
    assert (code, out) == (status, "")
    assert told in err
    assert len(err.strip().splitlines()) == 1


def test_a_code_fixes_what_it_says(capsys: Capture, tmp_path: Path) -> None:
    """Seats, seed and difficulty may not be given beside it; another deck version is refused."""
    save = played(tmp_path)
    code = encode(challenge_of(save.header))
    status, _, err = run(capsys, "play", code, "--plain", "--seed", "4")
    assert (status, "leave these options out" in err) == (2, True)
    from attrs import evolve

    other = encode(evolve(challenge_of(save.header), mark="0000"))
    status, _, err = run(capsys, "play", other, "--plain")
    assert (status, "another version of the deck" in err) == (2, True)


def test_replay_in_plain_lines(capsys: Capture, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Reads choices from standard input and ends with it."""
    monkeypatch.setattr(sys, "stdin", io.StringIO("1\n"))
    status, out, _ = run(capsys, "replay", str(played(tmp_path).path), "--plain")
    assert (status, "Move 1 of" in out) == (0, True)


def test_reports_never_load_textual(tmp_path: Path) -> None:
    """Loading it costs a quarter of a second."""
    path = str(played(tmp_path).path)
    code = (
        "import sys\nfrom sco_tabletop.cli import main\n"
        "try:\n    main(sys.argv[1:])\nfinally:\n    assert 'textual' not in sys.modules\n"
    )
    for words in (["report", path], ["report", path, "--format", "html"], ["branch", path, "--at", "20"]):
        done = subprocess.run(
            [sys.executable, "-c", code, *words], capture_output=True, text=True, check=False
        )
        assert done.returncode == 0, done.stderr


def test_a_save_is_found_by_its_name(
    capsys: Capture, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """In the folder of saves, unless something of that name lies here; a name that is nowhere is refused."""
    (tmp_path / "here").mkdir()
    monkeypatch.chdir(tmp_path / "here")
    saves = ("--saves", str(tmp_path))
    path = struck(tmp_path).path
    name = path.relative_to(tmp_path).name
    status, out, err = run(capsys, *saves, "report", str(path.relative_to(tmp_path)))
    assert (status, err) == (0, "")
    assert name in out
    status, out, _ = run(capsys, *saves, "verify", str(path.relative_to(tmp_path)))
    assert (status, "EXACT" in out) == (0, True)
    (tmp_path / "here" / name).write_text("no save", encoding="utf-8")
    assert run(capsys, *saves, "report", name)[0] == 1
    assert run(capsys, *saves, "report", "nowhere.jsonl")[0] == 1
