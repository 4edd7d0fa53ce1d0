"""Figures of the review on this machine: a replay step beside a move, a report, a list of 1,000 saves.

Run it with `python -m tests.bench.review`.
"""

from __future__ import annotations

import shutil
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from sco_tabletop.core.scenario import Scenario
from sco_tabletop.record.listing import list_saves
from sco_tabletop.record.read import read
from sco_tabletop.review.replay import Replay
from sco_tabletop.review.report.build import report
from sco_tabletop.review.report.dossier import gather
from sco_tabletop.review.report.html import html
from sco_tabletop.session.chronicle import chronicle
from sco_tabletop.session.session import Session
from tests.core.small import scenario
from tests.decks import first_watch
from tests.review.saves import played


def seconds(run: Callable[[], object]) -> float:
    """How long it takes."""
    began = time.perf_counter()
    run()
    return time.perf_counter() - began


def of_deck(name: str, deck: Scenario, folder: Path) -> None:
    """Move, replay step, step back, report."""
    save = played(folder, seed=5, of=deck)
    moves = len(save.entries)
    session = Session.create(
        deck, deck_digest="0", seats=save.header.seats, seed=5, practice=True, folder=folder
    )
    began, count = time.perf_counter(), 0
    while not session.finished and session.human_turn is False:
        session.bot_step()
        chronicle(session.journal(0))
        count += 1
    played(folder / "again", seed=5, of=deck)
    move = (time.perf_counter() - began) / (moves + count)
    replay = Replay(save)
    steps = range(replay.last)

    def forward() -> None:
        for _step in steps:
            replay.step(1)
            replay.texts(replay.position)
            chronicle(replay.journal())

    def back() -> None:
        for _step in steps:
            replay.step(-1)
            replay.texts(replay.position)
            chronicle(replay.journal())

    on, off = seconds(forward) / len(steps), seconds(back) / len(steps)
    written = seconds(lambda: html(report(gather(read(save.path)))))
    print(
        f"{name}: a move {1000 * move:.1f} ms; a replay step {1000 * on:.1f} ms on, {1000 * off:.1f} ms back"
    )
    print(f"{name}: read, full report as HTML {written:.2f} s ({moves} lines)")


def listing(folder: Path) -> None:
    """A thousand saves of whole exercises."""
    save = played(folder / "one")
    many = folder / "many"
    many.mkdir()
    for number in range(1000):
        shutil.copy(save.path, many / f"first-watch-{number:04}.jsonl")
    list_saves(many)
    print(f"1,000 saves listed in {seconds(lambda: list_saves(many)):.2f} s")


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as name:
        of_deck("first-watch", first_watch(), Path(name) / "a")
        of_deck("8 zones", scenario(8), Path(name) / "b")
        listing(Path(name))
