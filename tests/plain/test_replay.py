"""The replay in plain lines, as pipes and screen readers use it."""

from __future__ import annotations

import io
from pathlib import Path

from sco_tabletop.plain.lines import Console
from sco_tabletop.plain.replay import choices, run
from sco_tabletop.record.listing import list_saves
from sco_tabletop.review.replay import Replay
from tests.review.saves import played, struck


def feed(replay: Replay, answers: str) -> str:
    """What is printed for these answers."""
    target = io.StringIO()
    run(replay, Console(io.StringIO(answers), target))
    return target.getvalue()


def number(replay: Replay, text: str) -> str:
    """The number of a choice."""
    return str(1 + next(n for n, (name, _task) in enumerate(choices(replay)) if name.startswith(text))) + "\n"


def test_through_a_whole_exercise(tmp_path: Path) -> None:
    """The first choice always goes on; the last move tells the end; nothing is changed on the disk."""
    save = struck(tmp_path)
    before = save.path.read_bytes()
    replay = Replay(save)
    text = feed(replay, "1\n" * (replay.last + 3))
    assert replay.position == replay.last
    assert "EndEx." in text
    assert "[truth]" not in text
    assert save.path.read_bytes() == before


def test_every_choice_is_answered(tmp_path: Path) -> None:
    """Each number does something that is told; a wrong one says so; 0 leaves."""
    replay = Replay(struck(tmp_path))
    replay.go(20)
    answers = {"Go to a line": "40\n", "Search": "sighted\n", "Other eyes": "2\n"}
    for name, _task in choices(replay):
        extra = next((more for start, more in answers.items() if name.startswith(start)), "")
        text = feed(replay, number(replay, name) + extra + "0\n")
        assert text.count("Number, or 0 to leave:") == 2
        assert len(text.splitlines()) > 2 * len(choices(replay))
    assert "There is no choice 'x'." in feed(replay, "x\n0\n")
    assert len(list_saves(tmp_path)) >= 2


def test_what_this_zone_saw_here(tmp_path: Path) -> None:
    """Tracks, Index and files of the eyes chosen, at this moment; with the truth the network so far."""
    replay = Replay(struck(tmp_path))
    replay.go(30)
    see, eyes = number(replay, "What these eyes see"), number(replay, "Other eyes")
    own = feed(replay, see)
    other = feed(replay, eyes + "2\n" + see)
    assert "File on" in own
    assert "File on" in other
    assert [line for line in own.splitlines() if line.startswith("File")] != [
        line for line in other.splitlines() if line.startswith("File")
    ]
    assert "[truth]" not in own + other
    assert "[truth]" in feed(replay, number(replay, "With the truth") + see)


def test_a_running_exercise_keeps_its_truth(tmp_path: Path) -> None:
    """No truth, no odds, only the own eyes."""
    replay = Replay(played(tmp_path, decisions=50))
    text = feed(replay, number(replay, "With the truth") + number(replay, "How likely"))
    assert "The truth opens at EndEx." in text
    assert "is told after EndEx" in text
    assert "Kyrgyzstan\n" not in feed(replay, number(replay, "Other eyes") + "0\n")
