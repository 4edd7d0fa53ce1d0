"""When an inject is due: triggers, waiting, expiry - and a stall, with the class of contingency that fits.

Pure functions of the board, the facts of the exercise, the round and the exercise time in seconds.
"""

from __future__ import annotations

from collections.abc import Mapping
from enum import Enum
from typing import Final

import attrs

from .board import Board, Item, Status
from .script import Condition, Fact, HelpClass

Facts = Mapping[Fact, int]
QUIET: Final = 2
"""Rounds in a row without anything learned that count as a stall."""


@attrs.frozen
class Moment:
    """The moment at which something is asked: exercise time in seconds, and the facts."""

    clock: int
    facts: Facts

    @property
    def round(self) -> int:
        """The round."""
        return self.facts.get(Fact.ROUND, 0)


def holds(condition: Condition, facts: Facts) -> bool:
    """True if the fact lies within the bounds; a fact that nobody knows holds nothing."""
    value = facts.get(condition.fact)
    if value is None:
        return False
    low, high = condition.at_least, condition.at_most
    return (low is None or value >= low) and (high is None or value <= high)


def due(board: Board, item: Item, moment: Moment) -> bool:
    """True if a ready inject should be released now; none is before StartEx or after EndEx. What only the
    facilitator decides is never due, unless it was put off to a time that has come."""
    if item.status is not Status.READY or not board.started or board.ended or expired(item, moment):
        return False
    if moment.clock < item.wait_clock or moment.round < item.wait_round:
        return False
    trigger = item.inject.trigger
    if trigger.manual:
        return item.postponed
    if trigger.round and moment.round < trigger.round + item.shift_rounds:
        return False
    start = 0
    if trigger.after:
        before = board.items.get(trigger.after)
        if before is None or not before.out or (trigger.branch and before.branch != trigger.branch):
            return False
        start = before.clock
    if trigger.minutes >= 0 and moment.clock < start + (trigger.minutes + item.shift_minutes) * 60:
        return False
    return all(holds(condition, moment.facts) for condition in trigger.when)


def expired(item: Item, moment: Moment) -> bool:
    """True if an inject not yet released is out of date. Putting it off moves its expiry too."""
    if not item.open:
        return False
    expiry = item.inject.expires
    late = expiry.round and moment.round > expiry.round + item.shift_rounds
    return bool(late or (expiry.minutes and moment.clock > (expiry.minutes + item.shift_minutes) * 60))


def all_due(board: Board, moment: Moment) -> tuple[Item, ...]:
    """What is due, in the order of the script."""
    return tuple(item for item in board.items.values() if due(board, item, moment))


def now(board: Board, moment: Moment) -> tuple[Item, ...]:
    """What the staff is busy with: what is due, then what is out and not completed."""
    out = (item for item in board.items.values() if item.status is Status.RELEASED)
    return (*all_due(board, moment), *out)


def done(board: Board, moment: Moment) -> tuple[Item, ...]:
    """Completed, skipped, expired; the last one first."""
    ends = (Status.COMPLETE, Status.SKIPPED)
    found = (i for i in board.items.values() if i.status in ends or (i.open and expired(i, moment)))
    return tuple(sorted(found, key=lambda item: -item.clock))


def coming(board: Board, moment: Moment) -> tuple[Item, ...]:
    """What is still to come: neither due nor expired nor a contingency, soonest plan first."""
    found = [
        item
        for item in board.items.values()
        if item.open
        and item.inject.help is HelpClass.NONE
        and not due(board, item, moment)
        and not expired(item, moment)
    ]
    return tuple(sorted(found, key=lambda item: planned_clock(item)))


def planned_clock(item: Item) -> int:
    """The exercise time for which an inject is planned, in seconds; far away if it is not planned by time."""
    trigger = item.inject.trigger
    minute = item.inject.minute
    if minute < 0 and trigger.minutes >= 0 and not trigger.after:
        minute = trigger.minutes
    return max(item.wait_clock, (minute + item.shift_minutes) * 60) if minute >= 0 else _FAR


def put_off_clock(item: Item) -> int:
    """The exercise time in seconds that holds now for an inject that was put off by minutes."""
    planned = planned_clock(item)
    return item.wait_clock if planned == _FAR else planned


def put_off_round(item: Item) -> int:
    """The round that holds now for an inject that was put off by rounds."""
    planned = item.inject.trigger.round
    return max(item.wait_round, planned + item.shift_rounds if planned else 0)


_FAR: Final = 1 << 30


def contingencies(board: Board, kind: HelpClass) -> tuple[Item, ...]:
    """The unused contingency injects of a class."""
    return tuple(item for item in board.items.values() if item.open and item.inject.help is kind)


class Stall(Enum):
    """What is wrong with the course of the exercise."""

    QUIET = "quiet"
    UNUSED = "unused"
    ASTRAY = "astray"
    EASY = "easy"


HELP_FOR: Final = {
    Stall.QUIET: HelpClass.HELP,
    Stall.UNUSED: HelpClass.HELP,
    Stall.ASTRAY: HelpClass.REDIRECT,
    Stall.EASY: HelpClass.PRESSURE,
}
"""The class of contingency inject that fits."""


def stall(facts: Facts, before: Facts | None, rounds: int) -> Stall | None:
    """What is wrong, if anything. `before`: the facts a round ago, None in the first; `rounds`: of the whole
    exercise.

    Astray: more wrong names than right ones. Quiet: nothing learned for two rounds. Unused: together the
    zones could know an operative that is not rightly named, and could a round ago. Easy: more than half of
    the operatives are rightly named in the first half of the rounds.
    """
    wrong, right = facts.get(Fact.NAMED_WRONG, 0), facts.get(Fact.NAMED_RIGHT, 0)
    if wrong > right:
        return Stall.ASTRAY
    if facts.get(Fact.QUIET_ROUNDS, 0) >= QUIET:
        return Stall.QUIET
    if before is None:
        return None
    able = facts.get(Fact.IDENTIFIABLE, 0)
    if able > right and before.get(Fact.IDENTIFIABLE, 0) > before.get(Fact.NAMED_RIGHT, 0):
        return Stall.UNUSED
    total = facts.get(Fact.OPERATIVES, 0)
    early = 2 * facts.get(Fact.ROUND, 0) <= rounds
    return Stall.EASY if total and early and 2 * right > total else None
