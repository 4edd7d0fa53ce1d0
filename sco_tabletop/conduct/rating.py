"""Draft ratings of critical tasks from the log, each with the entries that support it. A person decides.

The rules, in order, for one task (also in the manual, `evaluation.md`). It counts what was *observed*: a
strength or an area for improvement that names the task, or that names no task but an inject which exercises
this task alone; and the figure of the objective, where rules were played (half or more is a strength, less an
area for improvement).

1. No inject that exercises the task was delivered, and nobody observed it: not exercised, no draft.
2. Nothing was observed: no draft. Being delivered, or complete, says nothing of how well it went.
3. No strength, an area for improvement, and nothing carried through (no inject complete, or the figure is 0):
   U, the objective was not achieved.
4. Harm (a wrongful detention), or more areas for improvement than strengths: M.
5. An area for improvement, or an inject of the task that was left open: S.
6. Else: P.

Injects skipped, expired or never used change no letter; they are listed, because the task was exercised less
than planned. Knows the board; must not know the rules' state or the save.
"""

from __future__ import annotations

from collections.abc import Iterable
from enum import Enum
from fractions import Fraction
from typing import Final

import attrs

from ..core.scenario import Objective
from .acts import Completed, Composed, Observed, Rated, Rating, Released, Skipped
from .board import Board, Happened, Item, Status
from .due import Moment, expired

HALF: Final = Fraction(1, 2)
"""From this share on the figure of an objective speaks for it."""
ORDER: Final = (Rating.PERFORMED, Rating.SOME, Rating.MAJOR, Rating.UNABLE)
"""Best first."""


@attrs.frozen
class Gauge:
    """A figure of the review for an objective: a share with the entries that it was counted on, or (`harm`) a
    number of things done that harmed something else. `name` says which."""

    objective: str
    name: str
    value: Fraction
    entries: tuple[int, ...] = ()
    harm: bool = False

    @property
    def nothing(self) -> bool:
        """True for a share of 0: nothing of the objective was reached."""
        return not self.harm and not self.value


class Sign(Enum):
    """What a line of support is."""

    COMPLETE = "complete"
    LEFT_OPEN = "left-open"
    SKIPPED = "skipped"
    EXPIRED = "expired"
    UNUSED = "unused"
    STRENGTH = "strength"
    IMPROVE = "improve"
    FIGURE_HIGH = "figure-high"
    FIGURE_LOW = "figure-low"
    HARM = "harm"


@attrs.frozen
class Support:
    """One line that a draft rests on. `entries`: numbers of entries of the log, none where nothing happened;
    `text`: what was observed, the reason of a skip, the narrative; `gauge`: the figure."""

    sign: Sign
    entries: tuple[int, ...] = ()
    inject: str = ""
    text: str = ""
    gauge: Gauge | None = None


class Basis(Enum):
    """By which rule the draft came about."""

    NOT_EXERCISED = "not-exercised"
    NOT_OBSERVED = "not-observed"
    NOT_ACHIEVED = "not-achieved"
    HARMED = "harmed"
    MORE_AREAS = "more-areas"
    AREAS = "areas"
    LEFT_OPEN = "left-open"
    WITHOUT = "without"


@attrs.frozen
class Draft:
    """What the log says of a task. `rating` is None where there is none."""

    task: str
    rating: Rating | None
    basis: Basis
    support: tuple[Support, ...]


def drafts(
    objectives: Iterable[Objective],
    board: Board,
    lines: Iterable[Happened],
    moment: Moment,
    gauges: Iterable[Gauge] = (),
) -> dict[str, Draft]:
    """A draft for every task, in the order of the deck. `lines`: the acts of the log that stand."""
    told, figures = tuple(lines), tuple(gauges)
    found = {}
    for objective in objectives:
        own = tuple(gauge for gauge in figures if gauge.objective == objective.id)
        for task in objective.names:
            found[task] = draft(task, board, told, moment, own)
    return found


def draft(
    task: str, board: Board, lines: tuple[Happened, ...], moment: Moment, gauges: tuple[Gauge, ...] = ()
) -> Draft:
    """The draft of one task; `gauges` are those of its objective."""
    injects = [_inject(item, lines, moment) for item in board.items.values() if task in item.inject.tasks]
    seen = [_observation(line) for line in board.of(Observed) if task_of(board, line) == task]
    delivered = any(one.sign in (Sign.COMPLETE, Sign.LEFT_OPEN) for one in injects)
    if not delivered and not seen:
        return Draft(task, None, Basis.NOT_EXERCISED, tuple(injects))
    support = (*injects, *seen, *(_figure(gauge) for gauge in gauges if gauge.value or not gauge.harm))
    rating, basis = judge(support)
    return Draft(task, rating, basis, support)


def judge(support: tuple[Support, ...]) -> tuple[Rating | None, Basis]:
    """Rules 2 to 6 on the support of a task that was exercised."""
    signs = [one.sign for one in support]
    plus = signs.count(Sign.STRENGTH) + signs.count(Sign.FIGURE_HIGH)
    minus = signs.count(Sign.IMPROVE) + signs.count(Sign.FIGURE_LOW)
    nothing = any(one.gauge is not None and one.gauge.nothing for one in support)
    if not plus and not minus and Sign.HARM not in signs:
        return None, Basis.NOT_OBSERVED
    if minus and not plus and (Sign.COMPLETE not in signs or nothing):
        return Rating.UNABLE, Basis.NOT_ACHIEVED
    if Sign.HARM in signs:
        return Rating.MAJOR, Basis.HARMED
    if minus > plus:
        return Rating.MAJOR, Basis.MORE_AREAS
    if minus:
        return Rating.SOME, Basis.AREAS
    return (Rating.SOME, Basis.LEFT_OPEN) if Sign.LEFT_OPEN in signs else (Rating.PERFORMED, Basis.WITHOUT)


def task_of(board: Board, line: Happened) -> str:
    """The task that an observation counts for; empty if it counts for none."""
    act = line.act
    if not isinstance(act, Observed):
        return ""
    item = board.items.get(act.inject)
    only = item.inject.tasks if item else ()
    return act.task or (only[0] if len(only) == 1 else "")


def _inject(item: Item, lines: tuple[Happened, ...], moment: Moment) -> Support:
    number = item.inject.id
    if item.status is Status.COMPLETE:
        entries = _entries(lines, number, (Released, Composed, Completed))
        return Support(Sign.COMPLETE, entries, number, item.narrative)
    if item.status is Status.RELEASED:
        return Support(Sign.LEFT_OPEN, _entries(lines, number, (Released, Composed)), number)
    if item.status is Status.SKIPPED:
        return Support(Sign.SKIPPED, _entries(lines, number, (Skipped,))[-1:], number, item.reason)
    return Support(Sign.EXPIRED if expired(item, moment) else Sign.UNUSED, (), number)


def _entries(lines: tuple[Happened, ...], number: str, kinds: tuple[type, ...]) -> tuple[int, ...]:
    own = (line for line in lines if line.stands and isinstance(line.act, kinds))
    return tuple(line.entry for line in own if getattr(line.act, "inject", "") == number)


def _observation(line: Happened) -> Support:
    act = line.act
    assert isinstance(act, Observed)
    return Support(Sign.STRENGTH if act.strength else Sign.IMPROVE, (line.entry,), act.inject, act.text)


def _figure(gauge: Gauge) -> Support:
    if gauge.harm:
        return Support(Sign.HARM, gauge.entries, gauge=gauge)
    sign = Sign.FIGURE_HIGH if gauge.value >= HALF else Sign.FIGURE_LOW
    return Support(sign, gauge.entries, gauge=gauge)


# ---------------------------------------------------------------------- what counts in the end


@attrs.frozen
class Verdict:
    """How a task stands: the letter, and who said so. `decided` is the person's act, None for a draft."""

    rating: Rating | None
    decided: Rated | None

    @property
    def settled(self) -> bool:
        """True if a person decided."""
        return self.decided is not None


def verdict(board: Board, of: Draft) -> Verdict:
    """A person's rating, else the draft."""
    decided = board.ratings.get(of.task)
    return Verdict(decided.rating if decided else of.rating, decided)


def needs_reason(of: Draft | None, act: Rated) -> bool:
    """True if the act overrides a draft without saying why."""
    return of is not None and of.rating not in (None, act.rating) and not act.reason.strip()


def weakest(ratings: Iterable[Rating | None]) -> Rating | None:
    """An objective stands where the weakest of its rated tasks stands; None if none is rated."""
    return max((one for one in ratings if one is not None), key=ORDER.index, default=None)
