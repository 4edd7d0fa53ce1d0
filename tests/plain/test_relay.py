"""Hot-seat in plain lines: blank page, messages first, the table, the timer."""

from __future__ import annotations

import io
from pathlib import Path

from sco_tabletop.core.commands import CallHour
from sco_tabletop.plain.lines import Console
from sco_tabletop.plain.relay import PAGE, Timer
from sco_tabletop.plain.room import run
from sco_tabletop.record.read import read
from sco_tabletop.record.save import Decided, SeatsChanged
from sco_tabletop.record.verify import Exact, verify
from sco_tabletop.session.begin import Table
from tests.session.test_curtain import sit_down

TABLE = Table({"Ana": (0,), "Bo": (1, 2)}, bots="")


def play(folder: Path, answers: str, table: Table = TABLE) -> tuple[str, Path]:
    """Feed lines to a hot-seat exercise; what was printed, and the save."""
    session = sit_down(folder, table)
    target = io.StringIO()
    run(session, Console(io.StringIO(answers), target))
    session.close()
    return target.getvalue(), session.path


def opening(text: str) -> str:
    """The key that the first curtain names."""
    return text.split(" types ")[1][0]


def test_a_turn_ends_under_a_blank_page(tmp_path: Path) -> None:
    """And it is said what that cannot hide."""
    key = opening(play(tmp_path / "a", "1\n1\n1\n")[0])
    text, _ = play(tmp_path / "b", f"1\n1\n1\n{key}\n1\n1\n")
    page = "\n" * PAGE + "\n-- The curtain is closed. --\nIn plain lines what was printed before"
    assert page in text
    assert "can be scrolled back to" in text
    assert text.index("Since your last turn, for Zone") < text.index("== Turn: Zone")


def test_unused_actions_stand_on_the_line_that_ends_the_turn(tmp_path: Path) -> None:
    """Before the turn is ended."""
    key = opening(play(tmp_path / "a", "1\n1\n1\n")[0])
    text, _ = play(tmp_path / "b", f"1\n1\n1\n{key}\n")
    assert "1. End the turn of Zone" in text
    assert " - unused: 2 actions" in text


def test_leaving_and_coming_back_by_numbers(tmp_path: Path) -> None:
    """With the PIN where files would be opened; both are written down."""
    table = Table(TABLE.players, pins={"Bo": "1234"}, bots="")
    answers = "1\n1\n1\nw\n6\n9999\nw\n6\n1234\nw\n1\n1234\nw\n0\nq\n"
    text, path = play(tmp_path, answers, table)
    assert "Bo leaves; Ana takes Zone 1, Zone 2" in text
    assert "That is not the PIN of Bo." in text
    assert text.count("Done, and written down.") == 2
    assert [e.away for e in read(path).entries if isinstance(e, SeatsChanged)] == [True, False]


def test_the_call_is_taken_back_at_the_curtain(tmp_path: Path) -> None:
    """Offered there, as long as nobody has decided since; then the key opens nothing."""
    key = opening(play(tmp_path / "a", "1\n1\n1\n")[0])
    text, path = play(tmp_path / "b", f"1\n1\n1\nu\n2\n{key}\nu\n1\n1\nu\n")
    assert text.count("u takes the chair's call back") == 2
    assert text.count("Undone.") == 1
    assert "Nothing can be undone" in text
    assert "Only" in text.rpartition("u takes the chair's call back")[2]
    calls = [
        e.command.call
        for e in read(path).entries
        if isinstance(e, Decided) and isinstance(e.command, CallHour)
    ]
    assert calls == [False, True]


def test_to_the_end_by_two(tmp_path: Path) -> None:
    """Behind every blank page stands the sentence on scrolling back; at the end how to look on."""
    text, path = play(tmp_path, "1\n1\n2\n" * 600)
    assert "Result: " in text
    assert text.count("-- The curtain is closed. --") == text.count("nothing here can hide that") > 6
    assert "'sco-tabletop replay --plain' shows what every seat knew" in text
    assert isinstance(verify(read(path)), Exact)


def test_the_conference_is_read_out_once_a_round(tmp_path: Path) -> None:
    """Index, requests and the last turns, before the chair decides."""
    text, _ = play(tmp_path, "1\nx\n1\n1\n")
    assert text.count("== Conference, round 1 ==") == 1
    assert "Requests that stand:" in text
    assert "has not acted yet" in text


def test_the_timer_reminds_once() -> None:
    """With a clock of our own; a new turn begins anew."""
    now, target = [0.0], io.StringIO()
    timer, console = Timer(2, lambda: now[0]), Console(io.StringIO(), target)
    for second, turn in (
        (0, (1, 1)),
        (119, (1, 1)),
        (121, (1, 1)),
        (500, (1, 1)),
        (500, (2, 1)),
        (621, (2, 1)),
    ):
        now[0] = second
        timer.remind(turn, console)
    assert target.getvalue().count("The time is up.") == 2
