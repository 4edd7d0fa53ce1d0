"""Many exercises of one deck, counted: the figures of `simulate`. No save, no screen."""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Callable
from hashlib import sha256
from math import sqrt
from typing import Any

import attrs

from ..bots.policy import TIERS
from ..core.board import Public
from ..core.scenario import Scenario
from ..core.words import Result, Struck
from ..record.codec import feed
from .exercise import Played, play

ACTIONS = {
    "Monitor": "monitor",
    "Analyse": "analyse",
    "Trace": "trace",
    "Share": "share",
    "Bulletin": "bulletin",
    "Lend": "lend",
    "SendTeam": "send-team",
    "TakeDown": "take-down",
    "Counsel": "counsel",
    "Protect": "protect",
    "Locate": "locate",
    "Stage": "stage",
    "StandBy": "stand-by",
}
"""Command classes and the names that scripts rely on."""


@attrs.define
class Tally:
    """Sums over exercises."""

    results: Counter[str] = attrs.field(factory=Counter)
    actions: Counter[str] = attrs.field(factory=Counter)
    decisions: int = 0
    rounds: int = 0
    wrongful: int = 0

    def add(self, played: Played) -> None:
        """Count one finished exercise."""
        public = played.state.public
        assert public.result is not None
        self.results[public.result.value] += 1
        self.decisions += len(played.commands)
        self.rounds += public.round
        self.wrongful += wrongful(public)
        names = (ACTIONS.get(type(command).__name__) for command in played.commands)
        self.actions.update(name for name in names if name)


def wrongful(public: Public) -> int:
    """Wrongful detentions of a finished exercise (R7.1)."""
    return sum(capture.outcome is Struck.WRONGFUL for capture in public.captures)


def wilson(successes: int, games: int) -> tuple[float, float]:
    """The Wilson 95 % interval of a rate."""
    if not games:
        return 0.0, 1.0
    z = 1.959964
    rate, spread = successes / games, z * z / games
    middle = (rate + spread / 2) / (1 + spread)
    half = z * sqrt(rate * (1 - rate) / games + spread / (4 * games)) / (1 + spread)
    return max(0.0, middle - half), min(1.0, middle + half)


def simulate(
    scenario: Scenario, bots: str, games: int, first_seed: int, progress: Callable[[int], None]
) -> dict[str, Any]:
    """Play `games` exercises from `first_seed` on, all seats alike; `progress` hears how many are done.

    Returns the object that `simulate --json` prints. The digest covers every event of every exercise.
    """
    policies = dict.fromkeys(range(len(scenario.zones)), TIERS[bots])
    tally, hasher, began = Tally(), sha256(), time.perf_counter()
    for number in range(games):
        played = play(scenario, policies, first_seed + number)
        one = sha256()
        feed(one, played.events)
        hasher.update(one.digest())
        tally.add(played)
        progress(number + 1)
    seconds = time.perf_counter() - began
    won = tally.results[Result.COMPLETE.value] + tally.results[Result.DECISIVE.value]
    return {
        "deck": scenario.deck,
        "difficulty": scenario.difficulty,
        "bots": bots,
        "games": games,
        "first_seed": first_seed,
        "results": {result.value: tally.results[result.value] for result in Result},
        "won_rate": won / games,
        "won_interval": [round(bound, 4) for bound in wilson(won, games)],
        "decisions": tally.decisions,
        "rounds_mean": tally.rounds / games,
        "wrongful_detentions": tally.wrongful,
        "actions": {name: tally.actions[name] for name in ACTIONS.values()},
        "seconds": round(seconds, 3),
        "decisions_per_second": round(tally.decisions / seconds) if seconds else 0,
        "digest": hasher.hexdigest(),
    }
