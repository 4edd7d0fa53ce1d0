"""The command line as scripts use it: names, exit statuses, one sentence for each mistake."""

import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from sco_tabletop.cli import main


def run(capsys: pytest.CaptureFixture[str], *words: str) -> tuple[int, str, str]:
    """Exit status, standard output, standard error of a command."""
    with pytest.raises(SystemExit) as left:
        main(words)
    out, err = capsys.readouterr()
    status = left.value.code
    assert isinstance(status, int)
    return status, out, err


@pytest.mark.parametrize(
    ("words", "status", "told"),
    [
        (("play", "first-watc", "--plain"), 2, "did you mean first-watch"),
        (("play", "first-watch", "--plain", "--seats", "KGX"), 2, "KAZ, KGZ, TJK, UZB"),
        (("play", "first-watch", "--plain", "--seed", "x"), 2, "--seed"),
        (("play", "first-watch", "--plain", "--seed", "-4"), 2, "--seed"),
        (("play", "first-watch", "--plain", "--difficulty", "easy"), 2, "standard"),
        (("play", "first-watch"), 2, "--plain"),
        ((), 2, "--plain"),
        (("frob",), 2, "--help"),
        (("simulate", "first-watch", "--games", "0"), 2, "--games"),
        (("solve", "first-watch", "--seeds", "5:4"), 2, "5:4"),
        (("solve", "first-watch", "--seeds", "1:x"), 2, "--seeds"),
        (("solve", "first-watch", "--jobs", "0"), 2, "--jobs"),
        (("solve", "first-watch", "--difficulty", "easy"), 2, "standard"),
        (("--lang", "xx", "decks"), 2, "en"),
        (("verify", "no-such-save.jsonl"), 1, "no-such-save.jsonl"),
        (("deck", "check", "no-such-deck"), 1, "no-such-deck"),
    ],
)
def test_mistakes_are_one_sentence_with_a_way_out(
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
    words: tuple[str, ...],
    status: int,
    told: str,
) -> None:
    """Status 1 or 2, nothing on standard output, one line on standard error, nothing written."""
    monkeypatch.setenv("SCO_SAVES", str(tmp_path / "saves"))
    code, out, err = run(capsys, *words)
    assert code == status
    assert out == ""
    assert told in err
    assert len(err.strip().splitlines()) == 1
    assert not (tmp_path / "saves").exists()


def test_version_and_help(capsys: pytest.CaptureFixture[str]) -> None:
    """Both say what they should and end with 0."""
    assert run(capsys, "--version")[0] == 0
    status, out, _ = run(capsys, "--help")
    assert status == 0
    for command in ("play", "resume", "saves", "verify", "decks", "simulate", "solve"):
        assert command in out


def test_simulate_keeps_its_keys(capsys: pytest.CaptureFixture[str]) -> None:
    """The JSON keys that scripts rely on."""
    status, out, _ = run(capsys, "simulate", "first-watch", "--games", "3", "--bots", "random", "--json")
    figures = json.loads(out)
    assert status == 0
    assert set(figures) == {
        "deck", "difficulty", "bots", "games", "first_seed", "results", "won_rate", "won_interval",
        "decisions", "rounds_mean", "wrongful_detentions", "actions", "seconds",
        "decisions_per_second", "digest",
    }  # fmt: skip
    assert sum(figures["results"].values()) == 3


def test_solve_keeps_its_keys(capsys: pytest.CaptureFixture[str]) -> None:
    """The JSON keys that scripts rely on, and the same as lines."""
    status, out, err = run(capsys, "solve", "first-watch", "--seeds", "4:9", "--json")
    figures = json.loads(out)
    contract = {"seeds", "solvable", "unsolvable", "routes_min", "won_by_oracle", "not_won"}
    more = {
        "deck",
        "difficulty",
        "first_seed",
        "reasons",
        "fewest_max",
        "slack_min",
        "slack_mean",
        "earliest_max",
    }
    assert (status, err) == (0, "")
    assert set(figures) == contract | more
    assert (figures["seeds"], figures["solvable"], figures["unsolvable"]) == (6, 6, [])
    status, out, _ = run(capsys, "solve", "first-watch", "--seeds", "7")
    assert status == 0
    assert "seeds: 1\n" in out


def test_solve_says_bad_when_a_deal_cannot_be_won(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    """Status 1, and the seeds with their reason."""
    folder = tmp_path / "first-watch"
    shutil.copytree(Path(__file__).parents[2] / "decks" / "first-watch", folder)
    deck = folder / "deck.yaml"
    deck.write_text(deck.read_text(encoding="utf-8").replace("teams: [2, 1]", "teams: [1]"), encoding="utf-8")
    status, out, _ = run(capsys, "solve", str(folder), "--seeds", "1:2", "--json")
    figures = json.loads(out)
    assert status == 1
    assert figures["unsolvable"] == [1, 2]
    assert figures["reasons"] == {"1": ["no-team"], "2": ["no-team"]}
    assert figures["slack_min"] is figures["fewest_max"] is None


def test_decks_and_deck_check(capsys: pytest.CaptureFixture[str]) -> None:
    """The deck that ships is listed, and nothing is wrong with it."""
    assert "first-watch" in run(capsys, "decks")[1]
    status, out, _ = run(capsys, "deck", "check", "first-watch")
    assert (status, "0 errors and 0 warnings" in out) == (0, True)


def test_deck_show(capsys: pytest.CaptureFixture[str]) -> None:
    """A deck at a glance, with its script if it has one; an unknown one is named."""
    status, out, _ = run(capsys, "deck", "show", "xiamen-2019")
    assert (status, "Difficulty severe: 8 rounds\n" in out) == (0, True)
    assert "Script: Xiamen 2019 in ninety minutes; 90 minutes, 7 rounds, 7 injects, 6 contingencies\n" in out
    assert (
        "60 minutes of discussion, 5 injects, 5 contingencies\n"
        in run(capsys, "deck", "show", "first-watch")[1]
    )
    assert run(capsys, "deck", "show", "xiamen-2015")[1].endswith("Script: none\n")
    status, _, err = run(capsys, "deck", "show", "no-such-deck")
    assert (status, "no-such-deck" in err) == (1, True)


def test_deck_schema(capsys: pytest.CaptureFixture[str]) -> None:
    """One JSON object, a schema by file."""
    status, out, _ = run(capsys, "deck", "schema")
    assert (status, set(json.loads(out))) == (0, {"deck.yaml", "injects.yaml", "script.yaml"})


def test_play_resume_saves_verify(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    """One exercise begun in plain lines, left, listed, resumed to the end, and verified."""
    words = [sys.executable, "-m", "sco_tabletop"]
    options = ["--plain", "--saves", str(tmp_path)]
    begin = [*words, "play", "first-watch", "--seed", "7", "--seats", "KGZ,TJK", *options]
    first = subprocess.run(begin, input="1\n1\nq\n", capture_output=True, text=True, check=True)
    path = first.stdout.strip().splitlines()[-1].rsplit(" ", 1)[1].rstrip("'.")
    assert "unfinished" in run(capsys, "saves", "--saves", str(tmp_path))[1]
    resumed = subprocess.run(
        [*words, "resume", *options], input="1\n" * 400, capture_output=True, text=True, check=True
    )
    assert "Result: " in resumed.stdout
    assert "unfinished" not in run(capsys, "saves", "--saves", str(tmp_path))[1]
    assert run(capsys, "verify", path)[:2] == (0, f"{path}: EXACT\n")
    status, _, err = run(capsys, "resume", "--plain", "--saves", str(tmp_path))
    assert (status, "no unfinished exercise" in err) == (2, True)


@pytest.mark.parametrize(
    "words",
    [["--help"], ["decks"], ["simulate", "first-watch", "--games", "1"], ["play", "first-watch", "--plain"]],
)
def test_commands_without_a_screen_never_load_textual(words: list[str], tmp_path: Path) -> None:
    """Loading it costs a quarter of a second; plain commands must not pay."""
    code = (
        "import sys\nfrom sco_tabletop.cli import main\n"
        "try:\n    main(sys.argv[1:])\nfinally:\n    assert 'textual' not in sys.modules\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, *words, "--saves", str(tmp_path)],
        input="",
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
