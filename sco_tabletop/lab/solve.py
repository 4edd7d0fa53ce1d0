"""Many deals of one deck, judged: the figures of `solve`. No save, no screen.

Each seed is dealt as an exercise would be, solved with open cards (R2.10), and played once by the oracle,
which sees everything but the dice to come.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import Any

import attrs

from ..core.engine import open_exercise
from ..core.scenario import Scenario, Seating
from ..core.solvable import Solution, deal_of, solve
from ..core.words import Depth, Result
from .oracle import play_oracle
from .spread import spread


@attrs.frozen
class Verdict:
    """One deal: what the solver says, and whether the player won it (None: nobody played)."""

    seed: int
    solution: Solution
    won: bool | None


def judge(scenario: Scenario, seed: int) -> Verdict:
    """Deal, solve, play. The oracle strikes, so it plays the full process only."""
    solution = solve(deal_of(open_exercise(scenario, Seating(), seed)[0]))
    if scenario.depth is not Depth.FULL:
        return Verdict(seed, solution, None)
    result = play_oracle(scenario, seed).state.public.result
    return Verdict(seed, solution, result in (Result.COMPLETE, Result.DECISIVE))


def judge_deals(
    scenario: Scenario, seeds: Sequence[int], jobs: int, progress: Callable[[int], None]
) -> dict[str, Any]:
    """Judge a deal for each seed in so many processes; `progress` hears how many are done.

    Returns the object that `solve --json` prints, the same for any `jobs`.
    """
    return figures(scenario, spread(partial(judge, scenario), seeds, jobs, progress))


def figures(scenario: Scenario, verdicts: Sequence[Verdict]) -> dict[str, Any]:
    """What is told of them. Figures over no deal at all are None."""
    sound = [v.solution for v in verdicts if v.solution.solvable]
    bad = [v for v in verdicts if not v.solution.solvable]
    slack = [solution.slack for solution in sound if solution.slack is not None]
    played = [v for v in verdicts if v.won is not None]
    return {
        "deck": scenario.deck,
        "difficulty": scenario.difficulty,
        "first_seed": verdicts[0].seed,
        "seeds": len(verdicts),
        "solvable": len(sound),
        "unsolvable": [v.seed for v in bad],
        "reasons": {str(v.seed): sorted({f.flaw.value for f in v.solution.faults}) for v in bad},
        "routes_min": min(min(v.solution.routes) for v in verdicts),
        "fewest_max": max((solution.fewest for solution in sound), default=None),
        "slack_min": min(slack, default=None),
        "slack_mean": round(sum(slack) / len(slack), 2) if slack else None,
        "earliest_max": max((solution.earliest for solution in sound), default=None),
        "won_by_oracle": sum(v.won is True for v in played) if played else None,
        "not_won": [v.seed for v in played if not v.won],
    }
