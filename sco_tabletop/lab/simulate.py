"""Many exercises of one deck, counted: the figures of `simulate`. No save, no screen."""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Callable, Sequence
from functools import partial
from hashlib import sha256
from math import sqrt
from typing import Any, Final

import attrs

from ..bots.policy import TIERS, without
from ..core.board import Public
from ..core.commands import (
    Analyse,
    Bulletin,
    Command,
    Counsel,
    Lend,
    Locate,
    Monitor,
    Protect,
    SendTeam,
    Share,
    Stage,
    StandBy,
    TakeDown,
    Trace,
)
from ..core.scenario import Scenario
from ..core.words import GRADES, Result, Struck
from ..record.codec import feed
from .exercise import Played, play
from .spread import spread

FORBIDDABLE: Final[dict[str, type[Command]]] = {
    "monitor": Monitor,
    "analyse": Analyse,
    "trace": Trace,
    "share": Share,
    "bulletin": Bulletin,
    "lend": Lend,
    "send-team": SendTeam,
    "take-down": TakeDown,
    "counsel": Counsel,
    "protect": Protect,
    "locate": Locate,
    "stage": Stage,
}
"""Action names that scripts rely on, as `--without` takes them."""
STAND_BY: Final = "stand-by"


@attrs.frozen
class Game:
    """What is counted of one exercise."""

    result: Result
    actions: Counter[str]
    decisions: int
    rounds: int
    wrongful: int
    digest: bytes


def play_one(scenario: Scenario, bots: str, forbidden: tuple[str, ...], seed: int) -> Game:
    """One exercise, all seats alike."""
    kinds = tuple(FORBIDDABLE[name] for name in forbidden)
    policy = without(bots, kinds) if kinds else TIERS[bots]
    return counted(play(scenario, dict.fromkeys(range(len(scenario.zones)), policy), seed))


def counted(played: Played) -> Game:
    """The figures of a finished exercise; the digest covers every event."""
    public = played.state.public
    assert public.result is not None
    hasher = sha256()
    feed(hasher, played.events)
    kinds = Counter[type[Command]](type(command) for command in played.commands)
    actions = Counter({name: kinds[kind] for name, kind in FORBIDDABLE.items()})
    actions[STAND_BY] = kinds[StandBy]
    return Game(public.result, actions, len(played.commands), public.round, wrongful(public), hasher.digest())


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
    scenario: Scenario,
    bots: str,
    games: int,
    first_seed: int,
    progress: Callable[[int], None],
    jobs: int = 1,
    forbidden: tuple[str, ...] = (),
) -> dict[str, Any]:
    """Play `games` exercises from `first_seed` on, all seats alike; `progress` hears how many are done.

    Returns the object that `simulate --json` prints. The digest covers every event of every exercise and is
    the same for any `jobs`; `forbidden` are names of actions that the bots never use.
    """
    began = time.perf_counter()
    work = partial(play_one, scenario, bots, forbidden)
    played = spread(work, range(first_seed, first_seed + games), jobs, progress)
    seconds = time.perf_counter() - began
    head = {"deck": scenario.deck, "difficulty": scenario.difficulty, "bots": bots}
    return {**head, "games": games, "first_seed": first_seed, **figures(played, seconds)}


def figures(played: Sequence[Game], seconds: float) -> dict[str, Any]:
    """What is told of many exercises that took so long together."""
    games, hasher, actions = len(played), sha256(), Counter[str]()
    for game in played:
        hasher.update(game.digest)
        actions.update(game.actions)
    results = Counter(game.result for game in played)
    won = results[Result.COMPLETE] + results[Result.DECISIVE]
    decisions = sum(game.decisions for game in played)
    return {
        "results": {result.value: results[result] for result in GRADES},
        "won_rate": won / games,
        "won_interval": [round(bound, 4) for bound in wilson(won, games)],
        "decisions": decisions,
        "rounds_mean": sum(game.rounds for game in played) / games,
        "wrongful_detentions": sum(game.wrongful for game in played),
        "actions": {name: actions[name] for name in (*FORBIDDABLE, STAND_BY)},
        "seconds": round(seconds, 3),
        "decisions_per_second": round(decisions / seconds) if seconds else 0,
        "digest": hasher.hexdigest(),
    }
