"""What a script does to the deal: bots play a deck with its script and without, on the same deals.

Run it with `python -m tests.bench.scripted DECK GAMES SEED`. Every inject goes out the moment it is due, time
is spread evenly over the planned rounds, nothing of the pool is used. Where an inject has branches it is
completed with the first in one play, with the last in another. Without the script every round draws a card.
"""

from __future__ import annotations

import sys
import tempfile
from collections import Counter
from math import sqrt
from pathlib import Path

import attrs

from sco_tabletop.conduct.acts import Completed, Started
from sco_tabletop.conduct.board import Status
from sco_tabletop.conduct.script import Script
from sco_tabletop.content import load, load_script, locate
from sco_tabletop.core.scenario import Scenario, Seating
from sco_tabletop.core.words import Result
from sco_tabletop.lab.simulate import wilson
from sco_tabletop.record.save import ConductLine, SeatLine
from sco_tabletop.session.conducted import ConductedSession
from sco_tabletop.session.seats import BOT

TIER = "veteran"
PLAYS = ("without the script", "first branch", "last branch")


class Pace:
    """Exercise time: the planned minutes, spread evenly over rounds and zones."""

    def __init__(self) -> None:
        self.seconds = 0.0

    def __call__(self) -> float:
        return self.seconds


def conduct(
    deck: Scenario, script: Script, branch: int, seed: int, folder: Path
) -> tuple[bool, Counter[str]]:
    """One exercise: won or not, and the injects that went out."""
    pace = Pace()
    session = ConductedSession.create(
        deck,
        deck_digest="0" * 64,
        seats=tuple(SeatLine(zone, TIER, BOT) for zone in range(len(deck.zones))),
        seed=seed,
        practice=False,
        folder=folder,
        seating=Seating(),
        conduct=ConductLine(script, automatic=True),
    )
    session._now = pace
    act(session, None)
    turns, zone, round_ = 0, session.acting, session.round
    while not session.finished:
        session.pump()
        act(session, branch)
        session.bot_step()
        if session.round != round_:
            turns = 0
        elif session.acting != zone:
            turns += 1
        zone, round_ = session.acting, session.round
        passed = (round_ - 1 + min(1.0, turns / (len(deck.zones) + 1))) / script.rounds
        pace.seconds = max(pace.seconds, 60 * script.minutes * passed)
    session.open_console()
    out = Counter(number for number, item in session.console().board.items.items() if item.out)
    out["cards"] = session.round - len(session.console().board.passed)
    result = session.view(-1).public.result
    session.close()
    session.path.unlink()
    return result in (Result.COMPLETE, Result.DECISIVE), out


def act(session: ConductedSession, branch: int | None) -> None:
    """StartEx, or complete what is out and has branches."""
    session.open_console()
    if branch is None:
        session.do(Started())
    else:
        for item in tuple(session.console().board.items.values()):
            if item.status is Status.RELEASED and item.inject.branches:
                session.do(Completed(item.inject.id, "", item.inject.branches[branch].id))
    session.close_curtain()


def main(name: str, games: int, first: int) -> None:
    """All plays of all deals, and the paired differences to the play without the script."""
    deck = load(locate(name))
    script = load_script(locate(name), deck)
    assert script is not None
    bare = attrs.evolve(script, injects=())
    won: list[list[bool]] = []
    with tempfile.TemporaryDirectory() as folder:
        for play, of, branch in zip(PLAYS, (bare, script, script), (0, 0, -1), strict=True):
            played = [conduct(deck, of, branch, seed, Path(folder)) for seed in range(first, first + games)]
            won.append([one for one, _out in played])
            count, low_high = sum(won[-1]), wilson(sum(won[-1]), games)
            out = sum((of_one for _one, of_one in played), Counter[str]())
            interval = f"({100 * low_high[0]:.1f}-{100 * low_high[1]:.1f})"
            sent = ", ".join(f"{number} {times}" for number, times in sorted(out.items()))
            print(f"{play}: won {100 * count / games:.1f} {interval}; {sent}", flush=True)
    for play, of_play in zip(PLAYS[1:], won[1:], strict=True):
        differences = [int(a) - int(b) for a, b in zip(of_play, won[0], strict=True)]
        mean = sum(differences) / games
        spread = 1.96 * sqrt(sum((one - mean) ** 2 for one in differences) / max(1, games - 1) / games)
        print(f"{play} minus without: {100 * mean:+.1f} +- {100 * spread:.1f} points")


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]), int(sys.argv[3]))
