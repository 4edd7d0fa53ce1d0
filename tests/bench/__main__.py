"""Figures of speed on this machine, and as turns of an empty counting loop (comparable between machines)."""

from __future__ import annotations

import time
from collections.abc import Callable

from sco_tabletop.bots.policy import TIERS
from sco_tabletop.core.dice import Dice, stream_key
from sco_tabletop.core.engine import decide, open_exercise
from sco_tabletop.core.legal import legal
from sco_tabletop.core.rejection import Rejection
from sco_tabletop.core.scenario import Scenario, Seating
from sco_tabletop.core.state import observe
from sco_tabletop.lab.exercise import play
from tests.core.small import scenario
from tests.decks import first_watch

TURNS = 5_000_000


def calibration() -> float:
    """Seconds a turn of an empty counting loop takes in this process."""
    began, n = time.perf_counter(), 0
    while n < TURNS:
        n += 1
    return (time.perf_counter() - began) / TURNS


def uniform(deck: Scenario, seed: int) -> int:
    """One exercise of decisions drawn uniformly from all options, enumerated each time; how many."""
    state, _ = open_exercise(deck, Seating(), seed)
    dice, count = Dice(stream_key(seed, 0, "bench")), 0
    while state.public.result is None:
        happened = decide(state, dice.pick(legal(observe(state, state.public.acting))))
        assert not isinstance(happened, Rejection)
        count += 1
    return count


def by_policy(tier: str) -> Callable[[Scenario, int], int]:
    """One exercise of a bot tier in all seats."""
    return lambda deck, seed: len(
        play(deck, dict.fromkeys(range(len(deck.zones)), TIERS[tier]), seed).commands
    )


def measure(name: str, deck: Scenario, run: Callable[[Scenario, int], int], games: int) -> None:
    """Print decisions a second, and what a decision costs in turns of the counting loop."""
    turn = calibration()
    began = time.perf_counter()
    decisions = sum(run(deck, seed) for seed in range(1, games + 1))
    seconds = time.perf_counter() - began
    rate, loops = decisions / seconds, seconds / decisions / turn
    print(f"{name}: {rate:,.0f} decisions a second, {loops:,.0f} loops a decision ({decisions} decisions)")


if __name__ == "__main__":
    measure("random options, first-watch", first_watch(), uniform, 300)
    measure("random options, 8 zones", scenario(8), uniform, 100)
    measure("random bots, first-watch", first_watch(), by_policy("random"), 200)
    measure("analysts, first-watch", first_watch(), by_policy("analyst"), 100)
