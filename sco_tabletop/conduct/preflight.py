"""Pre-flight: what a facilitator needs to know before StartEx.

What will fire, when and to whom; what cannot; the contingency pool; which tasks are exercised; whether the
deal can be won; how long it will take. A pure function to values: ids and parameters, no sentences (they are
in `wording`). Knows the script, the scenario, the facts as they stand, and a verdict of the solver (R2.10)
that somebody who may know the deal asked for. For the staff only.
"""

from __future__ import annotations

from collections.abc import Mapping
from enum import Enum
from typing import TYPE_CHECKING, Final

import attrs

from ..core.flaw import Fault
from ..core.rules.depth import plays_effect
from ..core.scenario import EffectKind, Scenario
from ..core.words import Depth
from .facts import Limits, limits
from .hindering import Ground, Hindrance, early_round, hindrances, releaser
from .quality import Remark, earliest, main_injects, quality
from .script import DrawPolicy, Fact, HelpClass, Inject, InjectType, Script

if TYPE_CHECKING:
    from ..core.solvable import Solution

INJECT_MINUTES: Final = 4
"""Assumed for an inject between turns: read aloud, talked over, answered. An estimate, not a measurement."""
DISCUSSION_MINUTES: Final = 11
"""Assumed for an inject that is all there is to talk about (draw policy off)."""
TURN_SECONDS: Final = 60
"""Assumed for one turn of one zone that people play; bots take no time."""
ROUND_SECONDS: Final = 60
"""Assumed for what a round takes beside turns and injects: the call of the chair, the network phase."""
COVERED: Final = frozenset({"due.minutes", "due.round", "due.when"})
"""Fields whose quality remarks say what a hindrance says better."""


@attrs.frozen
class Firing:
    """One inject as it will be. `round` and `minute`: the earliest (0 and -1: none is asked for). `hand`: the
    inject that it waits for, itself or over others, and that only a person releases; its own number if
    nothing makes it due; empty if it is due by itself. `unheard`: recipients whom no people play. `idle`:
    effects that this depth does not play."""

    inject: Inject
    round: int
    minute: int
    hand: str = ""
    unheard: tuple[int, ...] = ()
    idle: tuple[EffectKind, ...] = ()
    hindrances: tuple[Hindrance, ...] = ()


@attrs.frozen
class Exercised:
    """A critical task with the numbers of the injects that exercise it: planned ones that can be due, and
    those of the pool."""

    task: str
    planned: tuple[str, ...]
    pool: tuple[str, ...]


class Chance(Enum):
    """Whether the deal can be won. LATE: the best plan found needs more rounds than are planned; UNJUDGED:
    the solver was not asked; SHORT: it does not judge this depth; TALK: there is nothing to win."""

    WINNABLE = "winnable"
    LATE = "late"
    UNWINNABLE = "unwinnable"
    UNJUDGED = "unjudged"
    SHORT = "short"
    TALK = "talk"


@attrs.frozen
class Prospect:
    """The verdict. With a plan: `slack` in actions, `earliest` and `floor` in rounds (see `solve`)."""

    chance: Chance
    slack: int = 0
    earliest: int = 0
    floor: int = 0
    rounds: int = 0
    faults: tuple[Fault, ...] = ()


@attrs.frozen
class Estimate:
    """How long it will take, against the plan, and what was assumed. `fit`: rounds that the planned minutes
    have room for, beside the injects; 0 without rounds."""

    planned: int
    minutes: int
    injects: int
    inject_minutes: int
    rounds: int = 0
    turns: int = 0
    turn_seconds: int = 0
    round_seconds: int = 0
    fit: int = 0

    @property
    def over(self) -> int:
        """Minutes by which the estimate is beyond the plan; negative: room left."""
        return self.minutes - self.planned


@attrs.frozen
class Preflight:
    """Everything, in the order of the script. `fires`: due by themselves or after what a person releases;
    `asks`: nothing makes them due; `never`: not within the plan, with the reasons; `pool`: all contingencies
    by class; `staff`: lines that are delivered to nobody."""

    fires: tuple[Firing, ...]
    asks: tuple[Firing, ...]
    never: tuple[Firing, ...]
    pool: dict[HelpClass, tuple[Firing, ...]]
    staff: tuple[Inject, ...]
    tasks: tuple[Exercised, ...]
    prospect: Prospect
    estimate: Estimate
    remarks: tuple[Remark, ...]

    @property
    def missing(self) -> tuple[HelpClass, ...]:
        """Classes without a contingency."""
        return tuple(kind for kind, of in self.pool.items() if not of)


def preflight(
    script: Script,
    scenario: Scenario,
    facts: Mapping[Fact, int],
    people: tuple[int, ...],
    solution: Solution | None = None,
) -> Preflight:
    """All that is known before StartEx. `facts` as they stand, `people` the zones that people play,
    `solution` the solver's verdict on this deal (None: not asked)."""
    bounds: dict[Fact, Limits] = {fact: (value, value) for fact, value in facts.items()}
    if script.policy is not DrawPolicy.OFF:
        bounds = limits(scenario, facts, script.rounds)
    ground = Ground(script, scenario, bounds)
    lines = [_firing(ground, inject, people) for inject in script.injects if inject.delivered]
    main = [line for line in lines if line.inject.help is HelpClass.NONE]
    able = [line for line in main if not line.hindrances]
    return Preflight(
        fires=tuple(line for line in able if line.hand != line.inject.id),
        asks=tuple(line for line in able if line.hand == line.inject.id),
        never=tuple(line for line in main if line.hindrances),
        pool={
            kind: tuple(line for line in lines if line.inject.help is kind)
            for kind in HelpClass
            if kind is not HelpClass.NONE
        },
        staff=tuple(inject for inject in script.injects if not inject.delivered),
        tasks=_tasks(scenario, lines),
        prospect=prospect(script, scenario, solution),
        estimate=estimate(script, scenario, able, len(people)),
        remarks=tuple(r for r in quality(script, scenario.objectives) if r.field not in COVERED),
    )


def _firing(ground: Ground, inject: Inject, people: tuple[int, ...]) -> Firing:
    minute = earliest(ground.script, inject)
    timed = inject.trigger.minutes >= 0 or minute > 0
    depth = ground.scenario.depth
    talk = ground.script.policy is DrawPolicy.OFF
    return Firing(
        inject=inject,
        round=0 if talk else early_round(ground.script, inject),
        minute=minute if timed else -1,
        hand=releaser(ground.script, inject),
        unheard=tuple(zone for zone in inject.to if zone not in people),
        idle=tuple(effect.kind for effect in inject.effects if talk or not plays_effect(depth, effect.kind)),
        hindrances=hindrances(ground, inject),
    )


def _tasks(scenario: Scenario, lines: list[Firing]) -> tuple[Exercised, ...]:
    found = []
    for objective in scenario.objectives:
        for task in objective.names:
            own = [line for line in lines if task in line.inject.tasks]
            planned = (f for f in own if f.inject.type is InjectType.INJECT and not f.hindrances)
            pool = (f for f in own if f.inject.type is InjectType.CONTINGENCY)
            found.append(
                Exercised(task, tuple(f.inject.id for f in planned), tuple(f.inject.id for f in pool))
            )
    return tuple(found)


def prospect(script: Script, scenario: Scenario, solution: Solution | None) -> Prospect:
    """Whether the deal can be won in the planned rounds (R2.10); short depths are not judged."""
    rounds = script.rounds
    if script.policy is DrawPolicy.OFF:
        return Prospect(Chance.TALK)
    if scenario.depth is not Depth.FULL:
        return Prospect(Chance.SHORT, rounds=rounds)
    if solution is None:
        return Prospect(Chance.UNJUDGED, rounds=rounds)
    if not solution.solvable:
        return Prospect(Chance.UNWINNABLE, rounds=rounds, faults=solution.faults)
    chance = Chance.LATE if solution.earliest > rounds else Chance.WINNABLE
    return Prospect(chance, solution.slack or 0, solution.earliest, solution.floor, rounds)


def estimate(script: Script, scenario: Scenario, able: list[Firing], turns: int) -> Estimate:
    """Minutes for the injects that a run sees and for the planned rounds, rounded up; `turns` a round."""
    seen = main_injects(attrs.evolve(script, injects=tuple(line.inject for line in able)))
    if script.policy is DrawPolicy.OFF:
        return Estimate(script.minutes, seen * DISCUSSION_MINUTES, seen, DISCUSSION_MINUTES)
    talk, per_round = seen * INJECT_MINUTES * 60, turns * TURN_SECONDS + ROUND_SECONDS
    room = max(0, script.minutes * 60 - talk)
    return Estimate(
        planned=script.minutes,
        minutes=-(-(talk + script.rounds * per_round) // 60),
        injects=seen,
        inject_minutes=INJECT_MINUTES,
        rounds=script.rounds,
        turns=turns,
        turn_seconds=TURN_SECONDS,
        round_seconds=ROUND_SECONDS,
        fit=min(scenario.numbers.rounds, room // per_round),
    )
