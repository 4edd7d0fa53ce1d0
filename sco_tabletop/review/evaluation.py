"""What the staff of a facilitated exercise wrote down, as the report and the console need it.

Made from a save, for the facilitator only: it holds the script. Knows acts and measures; must not know a
screen. Exercise time in seconds.
"""

from __future__ import annotations

import attrs

from ..conduct.acts import STAFF_TYPES
from ..conduct.board import Board, Happened, fold
from ..conduct.due import Moment
from ..conduct.rating import Draft, Gauge, Verdict, drafts, verdict, weakest
from ..conduct.script import DrawPolicy, Fact
from ..core.events import ExerciseEnded
from ..core.scenario import Objective
from ..core.words import Result
from ..record.acts import happened
from ..record.fold import history
from ..record.save import Conducted, ConductLine, Decided, Entry, Rewound, Save, line_of
from ..record.trail import Trail
from .compare import printed_levels
from .course import Course, course_of
from .flow import follow
from .gauges import gauges


@attrs.frozen
class Cut:
    """A rewind of the facilitator: the entry that is it, the entry it went back to, the times of both,
    how many entries that stood were taken back; records of the staff are not among them;
    and the round it led to."""

    entry: int
    to: int
    clock: int
    to_clock: int
    undone: int
    round: int


@attrs.frozen
class Evaluation:
    """`lines` are all acts, oldest first, also those taken back; `cuts` the rewinds beyond the barrier;
    `clocks` the exercise time of every entry that has one, by its number."""

    conduct: ConductLine
    objectives: tuple[Objective, ...]
    board: Board
    lines: tuple[Happened, ...]
    moment: Moment
    drafts: dict[str, Draft]
    cuts: tuple[Cut, ...]
    clocks: dict[int, int]

    @property
    def discussion(self) -> bool:
        """True if no rules were played."""
        return self.conduct.script.policy is DrawPolicy.OFF

    def verdict(self, task: str) -> Verdict:
        """How a task stands."""
        return verdict(self.board, self.drafts[task])

    def stands(self, objective: Objective) -> Verdict:
        """How an objective stands: as the weakest of its tasks; decided only if all its rated tasks are."""
        found = [self.verdict(task) for task in objective.names]
        weak = weakest(one.rating for one in found)
        rated = [one for one in found if one.rating is not None]
        decided = next((one.decided for one in rated if one.rating is weak), None)
        return Verdict(weak, decided if all(one.settled for one in rated) else None)


def evaluate(save: Save, *, whole: Course | None = None) -> Evaluation:
    """The evaluation of a facilitated exercise; `whole` is its full course if there is one already. Raises
    ValueError for an exercise without a facilitator."""
    conduct, course = save.header.conduct, whole or course_of(save)
    if conduct is None:
        raise ValueError("not a facilitated exercise")
    lines = happened(save.entries)
    board = fold(conduct.script, lines)
    clocks = _clocks(save)
    moment = Moment(max(clocks.values(), default=0), {Fact.ROUND: course.rounds})
    figures: tuple[Gauge, ...] = ()
    if conduct.script.policy is not DrawPolicy.OFF:
        figures = gauges(follow(course), printed_levels(course), _result(course))
    return Evaluation(
        conduct=conduct,
        objectives=save.header.scenario.objectives,
        board=board,
        lines=lines,
        moment=moment,
        drafts=drafts(save.header.scenario.objectives, board, lines, moment, figures),
        cuts=_cuts(save, clocks),
        clocks=clocks,
    )


def _clocks(save: Save) -> dict[int, int]:
    timed = ((n, e) for n, e in enumerate(save.entries, 1) if isinstance(e, Conducted | Decided))
    return {number: entry.clock for number, entry in timed if entry.clock >= 0}


def _result(course: Course) -> Result | None:
    ends = (e.result for move in course.moves for e in move.events if isinstance(e, ExerciseEnded))
    return next(ends, None)


def _cuts(save: Save, clocks: dict[int, int]) -> tuple[Cut, ...]:
    """Rewinds of the facilitator, oldest first. An entry without a time has that of the last before it."""
    found, trail = [], Trail(save.entries)
    for number, entry in enumerate(save.entries, 1):
        if isinstance(entry, Rewound) and entry.beyond:
            here, there = _time(clocks, number), _time(clocks, entry.to)
            gone = [n for n in history(save.entries[: number - 1]) if n > entry.to]
            undone = sum(not _kept(save.entries[n - 1]) for n in gone)
            found.append(Cut(number, entry.to, here, there, undone, trail.where(number).round))
    return tuple(found)


def _kept(entry: Entry) -> bool:
    return isinstance(entry, Conducted) and isinstance(entry.act, STAFF_TYPES)


def _time(clocks: dict[int, int], number: int) -> int:
    return max((clock for entry, clock in clocks.items() if entry <= number), default=0)


def line_numbers(entries: tuple[int, ...]) -> tuple[int, ...]:
    """Lines of the file on which these entries stand."""
    return tuple(line_of(entry) for entry in entries)
