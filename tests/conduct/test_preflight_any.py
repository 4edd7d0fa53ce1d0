"""Pre-flight on arbitrary scripts: what it says will never fire is never due; what it says can fire, can."""

from __future__ import annotations

from collections import Counter

from hypothesis import given, settings
from hypothesis import strategies as st

from sco_tabletop.conduct.board import Board, Item, Status, blank_board
from sco_tabletop.conduct.due import Moment, due
from sco_tabletop.conduct.facts import Limits, limits
from sco_tabletop.conduct.hindering import early_round, together
from sco_tabletop.conduct.preflight import Preflight, preflight
from sco_tabletop.conduct.quality import earliest
from sco_tabletop.conduct.script import DrawPolicy, Fact, HelpClass, Inject, Script

from .scripts import SCENARIO, scripts

START = {Fact.ROUND: 1, Fact.OPERATIVES: 12, Fact.RECRUITED: 0}
PEOPLE = tuple(range(len(SCENARIO.zones)))
FAR = 400
"""Stands for no limit."""
SEEN: Counter[str] = Counter()


def look(script: Script) -> Preflight:
    """Pre-flight with people everywhere."""
    return preflight(script, SCENARIO, START, PEOPLE)


def bounds(script: Script) -> dict[Fact, Limits]:
    """What facts can be; as dealt in a discussion."""
    if script.policy is DrawPolicy.OFF:
        return {fact: (value, value) for fact, value in START.items()}
    return limits(SCENARIO, START, script.rounds)


def inject_of(script: Script, number: str) -> Inject:
    """A line that is there."""
    found = script.inject(number)
    assert found is not None
    return found


def release(board: Board, inject: Inject, branch: str = "") -> Item:
    """Release it, and before it what it waits for, each as early as it can be; the branch taken if one is."""
    if inject.trigger.after:
        release(board, inject_of(board.script, inject.trigger.after), inject.trigger.branch)
    item = board.items[inject.id]
    item.status, item.clock, item.round = Status.RELEASED, earliest(board.script, inject) * 60, 1
    if branch:
        item.status, item.branch = Status.COMPLETE, branch
    return item


@given(scripts(), st.data())
@settings(max_examples=300, deadline=None)
def never_due(script: Script, data: st.DataObject) -> None:
    """At any moment within the plan, whatever else that can fire has been released, on any branch."""
    found, can = look(script), bounds(script)
    fine = [one.inject for one in (*found.fires, *found.asks, *(o for of in found.pool.values() for o in of))]
    for one in found.never:
        board = blank_board(script)
        board.started = True
        facts = {
            fact: data.draw(st.integers(low, high if high is not None else FAR))
            for fact, (low, high) in can.items()
        }
        clock = data.draw(st.integers(0, script.minutes * 60 - 1))
        for other in fine:
            in_time = earliest(script, other) * 60 <= clock
            if in_time and early_round(script, other) <= facts[Fact.ROUND] and data.draw(st.booleans()):
                branch = data.draw(st.sampled_from(("", *(way.id for way in other.branches))))
                release(board, other, branch)
        assert not due(board, board.items[one.inject.id], Moment(clock, facts))
        SEEN.update(of.obstacle.value for of in one.hindrances)


@given(scripts())
@settings(max_examples=300, deadline=None)
def test_what_can_fire_is_due_at_its_time(script: Script) -> None:
    """As soon as what it waits for is out, in its first round, with the facts that it asks for."""
    found, can = look(script), bounds(script)
    for one in found.fires:
        board = blank_board(script)
        board.started = True
        if one.inject.trigger.after:
            release(board, inject_of(script, one.inject.trigger.after), one.inject.trigger.branch)
        facts = {fact: low for fact, (low, _high) in can.items()}
        facts[Fact.ROUND] = max(1, early_round(script, one.inject))
        for asked in together(one.inject.trigger.when):
            if asked.fact is not Fact.ROUND:
                facts[asked.fact] = max(facts.get(asked.fact, 0), asked.at_least or 0)
        moment = Moment(earliest(script, one.inject) * 60, facts)
        assert due(board, board.items[one.inject.id], moment), one


@given(scripts())
@settings(max_examples=200, deadline=None)
def test_every_line_stands_in_one_place(script: Script) -> None:
    """Nothing is lost, nothing told twice; tasks as the deck has them."""
    found = look(script)
    pool = [one for of in found.pool.values() for one in of]
    numbers = [one.inject.id for one in (*found.fires, *found.asks, *found.never, *pool)]
    numbers += [one.id for one in found.staff]
    assert sorted(numbers) == sorted(one.id for one in script.injects)
    assert all(one.inject.help is not HelpClass.NONE for one in pool)
    assert [one.task for one in found.tasks] == [
        f"{of.id}.{n}" for of in SCENARIO.objectives for n in range(1, len(of.tasks) + 1)
    ]
    assert found.estimate.minutes >= 0


def test_what_never_fires_is_never_due() -> None:
    """On scripts that run into most kinds of obstacles."""
    never_due()
    assert len(SEEN) >= 4, SEEN
