"""What keeps an inject from being due within the plan. Knows triggers and what each fact can be."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from enum import Enum

import attrs

from ..core.scenario import Scenario
from .facts import Limits
from .quality import earliest
from .script import Condition, DrawPolicy, Fact, Inject, InjectType, Script


class Obstacle(Enum):
    """Why not. ROUND and MINUTES: not before that one, the plan ends before; EXPIRES_ROUND and
    EXPIRES_MINUTE: it has expired by then; AFTER: the inject that it waits for is never released; BRANCH: the
    inject that it waits for has no such branch; CONDITION: the fact can never lie there; FACTS: no rules are
    played, the fact stays where it is."""

    ROUND = "round"
    MINUTES = "minutes"
    EXPIRES_ROUND = "expires-round"
    EXPIRES_MINUTE = "expires-minute"
    AFTER = "after"
    BRANCH = "branch"
    CONDITION = "condition"
    FACTS = "facts"


@attrs.frozen
class Hindrance:
    """One obstacle: the round or minute that is asked for and the one that bounds it; the inject waited for
    and its branch; the fact, as it is asked for and as it can be."""

    obstacle: Obstacle
    number: int = 0
    limit: int = 0
    other: str = ""
    branch: str = ""
    condition: Condition | None = None
    can: Limits | None = None


@attrs.frozen
class Ground:
    """What hindrances are looked for in: `bounds` is what each fact can be."""

    script: Script
    scenario: Scenario
    bounds: Mapping[Fact, Limits]


def hindrances(ground: Ground, inject: Inject) -> tuple[Hindrance, ...]:
    """Everything in the way of this inject, none if it can be due. For a contingency only what it waits for
    counts: nothing makes it due."""
    script = ground.script
    found = [*_conditions(ground, inject), *_after(ground, inject)]
    minute, number = earliest(script, inject), early_round(script, inject)
    if minute >= script.minutes and not inject.trigger.manual:
        found.append(Hindrance(Obstacle.MINUTES, minute, script.minutes))
    if 0 < inject.expires.minutes < minute:
        found.append(Hindrance(Obstacle.EXPIRES_MINUTE, minute, inject.expires.minutes))
    if script.policy is DrawPolicy.OFF:
        return tuple(found)
    if number > script.rounds:
        found.append(Hindrance(Obstacle.ROUND, number, script.rounds))
    if 0 < inject.expires.round < number:
        found.append(Hindrance(Obstacle.EXPIRES_ROUND, number, inject.expires.round))
    return tuple(found)


def early_round(script: Script, inject: Inject) -> int:
    """The first round in which it can be due; 0 if no round is asked for. References make no circle."""
    trigger = inject.trigger
    before = script.inject(trigger.after) if trigger.after else None
    asked = [one.at_least or 0 for one in trigger.when if one.fact is Fact.ROUND]
    return max(trigger.round, early_round(script, before) if before else 0, *asked, 0)


def releaser(script: Script, inject: Inject) -> str:
    """The inject that a person must release before this one can be due; empty if there is none."""
    if inject.type is InjectType.CONTINGENCY or inject.trigger.manual:
        return inject.id
    before = script.inject(inject.trigger.after) if inject.trigger.after else None
    return releaser(script, before) if before else ""


def _after(ground: Ground, inject: Inject) -> Iterator[Hindrance]:
    trigger = inject.trigger
    if not trigger.after:
        return
    before = ground.script.inject(trigger.after)
    if before is None or not before.delivered or hindrances(ground, before):
        yield Hindrance(Obstacle.AFTER, other=trigger.after)
    elif trigger.branch and trigger.branch not in {branch.id for branch in before.branches}:
        yield Hindrance(Obstacle.BRANCH, other=trigger.after, branch=trigger.branch)


def _conditions(ground: Ground, inject: Inject) -> Iterator[Hindrance]:
    """Conditions on the same fact must hold at once, so they are taken together. A round that lies beyond
    the plan is told as a round."""
    talk = ground.script.policy is DrawPolicy.OFF
    for asked in together(inject.trigger.when):
        low, high = asked.at_least, asked.at_most
        least, most = ground.bounds.get(asked.fact, (0, None))
        if asked.fact is Fact.ROUND and not talk:
            least = max(least, early_round(ground.script, inject))
        above = low is not None and most is not None and low > most
        below = high is not None and high < least
        torn = low is not None and high is not None and low > high
        if torn or below or (above and (talk or asked.fact is not Fact.ROUND)):
            kind = Obstacle.FACTS if talk else Obstacle.CONDITION
            yield Hindrance(kind, condition=asked, can=(least, most))
    if talk and inject.trigger.round > (ground.bounds.get(Fact.ROUND) or (0, 0))[0]:
        now = ground.bounds.get(Fact.ROUND, (0, 0))
        yield Hindrance(Obstacle.FACTS, condition=Condition(Fact.ROUND, inject.trigger.round), can=now)


def together(conditions: tuple[Condition, ...]) -> tuple[Condition, ...]:
    """One condition a fact, with the tightest bounds asked for, in the order of first mention."""
    found: dict[Fact, Condition] = {}
    for one in conditions:
        old = found.get(one.fact, Condition(one.fact))
        lows = [bound for bound in (old.at_least, one.at_least) if bound is not None]
        highs = [bound for bound in (old.at_most, one.at_most) if bound is not None]
        found[one.fact] = Condition(one.fact, max(lows, default=None), min(highs, default=None))
    return tuple(found.values())
