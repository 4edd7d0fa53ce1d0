"""`facilitate` on the command line: what it begins, what it refuses, and that the screen gets only a deck."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

from sco_tabletop import commands
from sco_tabletop.conduct.acts import Joined, Rating
from sco_tabletop.conduct.pace import reminder_minute
from sco_tabletop.conduct.script import DrawPolicy
from sco_tabletop.core.words import ChairRule
from sco_tabletop.record.listing import list_saves
from sco_tabletop.record.read import read
from sco_tabletop.record.save import Conducted, Save
from sco_tabletop.wording.rating import letter_meaning

from .test_cli import run

MANUAL = Path(commands.__file__).parent / "manual"
FACILITATE = ("facilitate", "first-watch", "--plain", "--seed", "4")


@pytest.fixture
def bare_deck(tmp_path: Path) -> Path:
    """First Watch without its script."""
    folder = tmp_path / "bare"
    folder.mkdir()
    for path in Path("decks/first-watch").glob("*.yaml"):
        if path.name != "script.yaml":
            (folder / path.name).write_text(path.read_text(encoding="utf-8"), encoding="utf-8")
    return folder


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("--players", "Ana:KAZ;Bo:KGX"), "KAZ, KGZ, TJK, UZB"),
        (("--players", "Ana:KAZ", "--called", "KGZ"), "not allowed with"),
        (("--players", ""), "1 to 16 letters"),
        (("--called", "KAZ,KGX"), "KAZ, KGZ, TJK, UZB"),
        (("--called", ""), "KAZ, KGZ, TJK, UZB"),
        (("--chair", "fixed"), "fixed:ZONE"),
        (("--called", "KAZ", "--chair", "fixed:KGZ"), "a zone that people play"),
        (("--bots", "genius"), "analyst"),
        (("--draw", "never"), "replace, mix, off"),
        (("--minutes", "9"), "from 10 to 480"),
        (("--minutes", "an hour"), "from 10 to 480"),
        (("--timer", "61"), "0 to 60"),
        (("--pins",), "--players"),
        (("--pin",), "before every PIN was given"),
        (("--name", "facilitator"), "choose another"),
        (("--seed", "x"), "--seed"),
        (("--difficulty", "easy"), "standard"),
    ],
)
def test_mistakes_are_one_sentence(tmp_path: Path, words: tuple[str, ...], told: str) -> None:
    """Status 2, one line on standard error, nothing written."""
    line = [sys.executable, "-m", "sco_tabletop", "--saves", str(tmp_path / "saves"), *FACILITATE, *words]
    done = subprocess.run(line, input="", capture_output=True, text=True, check=False)
    assert done.returncode == 2
    assert told in done.stderr
    assert len(done.stderr.strip().splitlines()) == 1
    assert not (tmp_path / "saves").exists()


def test_a_deck_without_a_script_is_misuse(capsys: pytest.CaptureFixture[str], bare_deck: Path) -> None:
    """With the way out in the same sentence."""
    code, out, err = run(capsys, "facilitate", str(bare_deck), "--plain")
    assert (code, out) == (2, "")
    assert "script.yaml" in err
    assert "sco-tabletop play" in err
    assert len(err.strip().splitlines()) == 1


def test_a_broken_script_is_bad(capsys: pytest.CaptureFixture[str], bare_deck: Path) -> None:
    """Status 1, with its place in the file."""
    (bare_deck / "script.yaml").write_text("format: 1\ntitle: x\ndraw: never\n", encoding="utf-8")
    code, out, err = run(capsys, "facilitate", str(bare_deck), "--plain")
    assert (code, out) == (1, "")
    assert "script.yaml:3:" in err


def test_without_a_terminal_no_screen(capsys: pytest.CaptureFixture[str]) -> None:
    """It names --plain."""
    code, out, err = run(capsys, "facilitate", "first-watch")
    assert (code, out) == (2, "")
    assert "--plain" in err


def test_the_set_up_screen_opens_for_the_deck(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where nobody said who plays; an option that the screen asks for is not swallowed."""
    opened: list[str] = []

    def fake(_start: object) -> int:
        opened.append(getattr(_start, "facilitate", "?"))
        return 0

    monkeypatch.setattr(commands, "terminal_trouble", lambda: "")
    monkeypatch.setattr("sco_tabletop.facilitating.terminal_trouble", lambda: "")
    monkeypatch.setattr("sco_tabletop.tui.app.run", fake)
    assert run(capsys, "facilitate", "first-watch")[0] == 0
    assert opened == ["first-watch"]
    code, _, err = run(capsys, "facilitate", "first-watch", "--minutes", "30")
    assert code == 2
    assert "--minutes goes with" in err
    assert opened == ["first-watch"]


def begin(folder: Path, *words: str, answers: str = "") -> Save:
    """Begin with these options and this standard input; the one save that is there then."""
    line = [sys.executable, "-m", "sco_tabletop", "--saves", str(folder), *FACILITATE, *words]
    done = subprocess.run(line, input=answers, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    (info,) = list_saves(folder)
    assert str(info.path) in done.stdout
    return read(info.path)


def test_all_that_is_chosen_stands_in_the_save(tmp_path: Path) -> None:
    """Decisions called out, with everything that may be set."""
    words = [
        "--called",
        "KAZ,UZB",
        "--bots",
        "nobody",
        "--chair",
        "facilitator",
        "--draw",
        "mix",
        "--minutes",
        "45",
        "--automatic",
    ]
    save = begin(tmp_path, *words, "--name", "Dana", "--timer", "3")
    conduct = save.header.conduct
    assert conduct is not None
    assert (conduct.called, conduct.automatic, conduct.facilitator, conduct.pin) == (True, True, "Dana", "")
    assert (conduct.script.policy, conduct.script.minutes) == (DrawPolicy.MIX, 45)
    assert [seat.kind for seat in save.header.seats] == ["human", "nobody", "nobody", "human"]
    assert (save.header.seating.chair, save.header.timer) == (ChairRule.COMMANDER, 3)


def test_players_and_pins_from_a_pipe(tmp_path: Path) -> None:
    """The facilitator's PIN first, then the players'; they are written down as participants."""
    save = begin(tmp_path, "--players", "Ana:KAZ;Bo:KGZ", "--pin", "--pins", answers="12\n4711\n1234\n\n")
    conduct = save.header.conduct
    assert conduct is not None
    assert conduct.pin.startswith("scrypt$")
    assert [bool(player.pin) for player in save.header.players] == [True, False]
    joined = [entry.act for entry in save.entries if isinstance(entry, Conducted)]
    assert [act.name for act in joined if isinstance(act, Joined)] == ["Ana", "Bo"]


def test_the_guide_names_every_option_and_every_rating() -> None:
    """Options as `--help` has them, ratings and reminders as the program says them."""
    guide = " ".join((MANUAL / "facilitator.md").read_text(encoding="utf-8").split())
    line = [sys.executable, "-m", "sco_tabletop", "facilitate", "--help"]
    told = subprocess.run(line, capture_output=True, text=True, check=True).stdout
    options = set(re.findall(r"--[a-z]+", told)) - {"--help", "--lang", "--ascii", "--no", "--saves"}
    assert len(options) == 14
    for option in options:
        assert f"`{option}" in guide, option
    for rating in Rating:
        said = letter_meaning(rating).removesuffix(".").lower()
        assert said.removeprefix("as p").lower() in guide.lower(), rating
    for minutes in (60, 90, 120):
        assert str(reminder_minute(minutes)) in guide.split("keep time for the hot wash")[1][:120]


def test_the_command_loads_no_screen() -> None:
    """Textual stays out until a screen opens."""
    check = (
        "import sys\nfrom sco_tabletop.cli import main\n"
        "try:\n    main(['facilitate', 'first-watch', '--plain', '--draw', 'never'])\n"
        "except SystemExit as left:\n    assert left.code == 2\n"
        "import sco_tabletop.plain.conduct\nassert 'textual' not in sys.modules"
    )
    subprocess.run([sys.executable, "-c", check], check=True, capture_output=True)
