"""Bots on the same deal: what a figure is worth, and how likely a result was (issue: percentiles, what if).

Every exercise here has the dealt network, registers and inject pile of the one reviewed; the dice that follow
are new for each. Knows lab; must not know a screen. A figure is compared by its rank, never by a mean gap.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from fractions import Fraction
from functools import partial

import attrs

from ..bots.policy import TIERS, Policy
from ..core.apply import apply
from ..core.dice import stream_key
from ..core.engine import open_exercise, rewind_events
from ..core.events import AnyEvent, ExerciseEnded, LevelsDealt
from ..core.scenario import Scenario, Seating
from ..core.state import State
from ..core.words import COMMANDER, GRADES, Result
from ..lab.exercise import play_on
from ..lab.simulate import wilson
from ..lab.spread import spread
from ..record.save import Header
from .course import Course, moves_of
from .flow import follow
from .measures import Figure, complement, coordination, exchange, measure, won
from .records import Flow

GAMES = 200
"""How many bot exercises a percentile rests on when nothing else is asked for."""
DEFAULT_TIER = "analyst"
Progress = Callable[[int, int], None]
"""Hears how many exercises are done, of how many."""


@attrs.frozen
class Sample:
    """The three mechanisms and what else is compared, for one exercise. None where there was nothing."""

    exchange: Fraction | None
    coordination: Fraction | None
    complement: Fraction | None
    redundancy: Fraction | None
    lost: Fraction | None
    result: Result | None


@attrs.frozen
class Rank:
    """Where a value stands among those of the bots: `percent` have less, half of the equal ones counted.
    `games` of them had a value at all."""

    percent: int
    games: int


@attrs.frozen
class Chances:
    """How a rest went when bots played it `games` times: counts by result, and the 95 % interval of won."""

    games: int
    results: dict[Result, int]
    won: int
    low: float
    high: float


def tier_of(header: Header) -> str:
    """The bots that an exercise is compared with: its own, or the default."""
    tiers = [seat.player for seat in header.seats if seat.kind == "bot" and seat.player in TIERS]
    return tiers[0] if tiers else DEFAULT_TIER


def policies_of(scenario: Scenario, tier: str) -> dict[int, Policy]:
    """Bots of one tier in all seats, and in the commander's chair."""
    policy = TIERS[tier if tier in TIERS else DEFAULT_TIER]
    return dict.fromkeys((COMMANDER, *range(len(scenario.zones))), policy)


def sample(flow: Flow, course: Course, result: Result | None) -> Sample:
    """What of a flow is compared."""
    levels, measures = printed_levels(course), measure(flow)
    figures: list[Figure] = [exchange(flow), coordination(flow), complement(flow, levels)]
    values = [figure.value for figure in (*figures, measures.redundancy, measures.lost)]
    return Sample(values[0], values[1], values[2], values[3], values[4], result)


def printed_levels(course: Course) -> tuple[tuple[int, ...], ...]:
    """Levels by zone and discipline as dealt (R2.2)."""
    dealt = (e for move in course.moves[:1] for e in move.events if isinstance(e, LevelsDealt))
    return next((event.levels for event in dealt), ())


def fork(state: State, number: int) -> tuple[AnyEvent, ...]:
    """New dice from here on, as after a rewind; the events that make them."""
    events = rewind_events(state, number)
    for event in events:
        apply(state, event)
    return events


def same_deal(scenario: Scenario, seating: Seating, seed: int, tier: str, number: int) -> Course:
    """Exercise `number` (from 1) of bots on the deal of `seed`."""
    state, opened = open_exercise(scenario, seating, seed)
    steps = [(2, "", COMMANDER, opened + fork(state, number))]
    key = stream_key(seed, number, "bots")
    for zone, _command, events in play_on(state, policies_of(scenario, tier), key):
        steps.append((len(steps) + 2, tier, zone, events))
    return Course(scenario, seating, (), moves_of(steps))


def samples(
    scenario: Scenario,
    seating: Seating,
    seed: int,
    tier: str,
    games: int,
    progress: Progress,
    jobs: int = 1,
) -> tuple[Sample, ...]:
    """`games` bot exercises of one deal, measured; the same for any number of processes."""
    work = partial(one_sample, scenario, seating, seed, tier)
    return tuple(spread(work, range(1, games + 1), jobs, lambda done: progress(done, games)))


def one_sample(scenario: Scenario, seating: Seating, seed: int, tier: str, number: int) -> Sample:
    """Exercise `number` (from 1) of bots on the deal of `seed`, measured."""
    course = same_deal(scenario, seating, seed, tier, number)
    return sample(follow(course), course, result_of(course))


def result_of(course: Course) -> Result | None:
    """How an exercise ended, None if it has not."""
    ended = (e.result for e in course.moves[-1].events if isinstance(e, ExerciseEnded))
    return next(ended, None)


def rank(value: Fraction | None, others: Iterator[Fraction | None]) -> Rank | None:
    """The rank of a value among others; None if there is nothing to compare."""
    known = [other for other in others if other is not None]
    if value is None or not known:
        return None
    below = sum(other < value for other in known)
    equal = sum(other == value for other in known)
    return Rank((200 * below + 100 * equal + len(known)) // (2 * len(known)), len(known))


def chances(results: list[Result]) -> Chances:
    """Results counted, with the Wilson interval of the won ones."""
    count = sum(won(result) for result in results)
    low, high = wilson(count, len(results))
    return Chances(len(results), {r: results.count(r) for r in GRADES}, count, low, high)
