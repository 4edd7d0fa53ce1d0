"""Everything that a report is written from, gathered once: the save, what its reader may know, the measures.

A player's dossier is built from what the seat was told; nothing else of the log is kept in it.
"""

from __future__ import annotations

from datetime import datetime

import attrs

from ...conduct.script import DrawPolicy
from ...core.apply import tell
from ...core.board import Public
from ...core.events import Told
from ...core.scenario import Scenario
from ...core.view import View, blank_view
from ...core.words import COMMANDER
from ...record.save import Header, Rewound, Save
from ..branch import Origin, origin, parent_of
from ..code import challenge_of, encode
from ..compare import Sample, printed_levels
from ..course import Course, course_of, told_to
from ..evaluation import Evaluation, evaluate
from ..flow import follow
from ..measures import Measures, measure
from ..mechanisms import Judged, judge
from ..quoting import Quoter
from ..records import Flow


@attrs.frozen
class Dossier:
    """`view` is the reader's at the end of the log, the public one for the full report. `samples` are the bot
    exercises of the same deal, none if they were not asked for. `full`: with the truth. `evaluation`: of a
    facilitated exercise, for the facilitator's eyes only."""

    header: Header
    name: str
    course: Course
    flow: Flow
    measures: Measures
    judged: tuple[Judged, ...]
    levels: tuple[tuple[int, ...], ...]
    view: View
    quoter: Quoter
    code: str
    rewinds: int
    origin: Origin | None
    parent: Dossier | None
    tier: str
    samples: tuple[Sample, ...]
    evaluation: Evaluation | None = None

    @property
    def staff(self) -> Evaluation:
        """The evaluation; ValueError for who may not have it."""
        if self.evaluation is None:
            raise ValueError("only the facilitator has an evaluation")
        return self.evaluation

    @property
    def discussion(self) -> bool:
        """True if the exercise was talked over: no rules were played, no figure of theirs means anything."""
        conduct = self.header.conduct
        return conduct is not None and conduct.script.policy is DrawPolicy.OFF

    @property
    def scenario(self) -> Scenario:
        """The deck."""
        return self.course.scenario

    @property
    def public(self) -> Public:
        """The public board at the end of the log."""
        return self.view.public

    @property
    def full(self) -> bool:
        """True with the truth, False for a player."""
        return self.course.reader is None

    @property
    def finished(self) -> bool:
        """True after EndEx."""
        return self.public.result is not None

    @property
    def day(self) -> str:
        """The day on which the exercise began, as an ISO date in UTC."""
        return datetime.fromisoformat(self.header.created).date().isoformat()


def gather(
    save: Save,
    reader: int | None = None,
    samples: tuple[Sample, ...] = (),
    tier: str = "",
    *,
    with_parent: bool = True,
    staff: bool = False,
) -> Dossier:
    """The dossier of a save for a reader: None for the full one, a zone, or COMMANDER for the public board.
    `staff`: the facilitator reads it, though it is not the full one; the full one is his in any case.

    Raises ValueError for the full dossier of an exercise that still runs.
    """
    everything = course_of(save)
    if reader is None and not everything.finished:
        raise ValueError("the truth opens at EndEx")
    course = everything if reader is None else told_to(everything, reader)
    flow, levels = follow(course), printed_levels(course)
    his = save.header.conduct is not None and (staff or reader is None)
    return Dossier(
        header=save.header,
        name=save.path.name,
        course=course,
        flow=flow,
        measures=measure(flow),
        judged=judge(course, flow, levels) if reader is None else (),
        levels=levels,
        view=last_view(course),
        quoter=Quoter(course, truth=True),
        code=encode(challenge_of(save.header)),
        rewinds=sum(isinstance(entry, Rewound) and entry.beyond for entry in save.entries),
        origin=origin(save),
        parent=elder_of(save, reader) if with_parent else None,
        tier=tier,
        samples=samples,
        evaluation=evaluate(save, whole=everything) if his else None,
    )


def elder_of(save: Save, reader: int | None) -> Dossier | None:
    """The dossier of the save that this one branched from, if it is there and the reader may have it."""
    parent = parent_of(save)
    if parent is None or (reader is None and not course_of(parent).finished):
        return None
    return gather(parent, reader, with_parent=False)


def last_view(course: Course) -> View:
    """The reader's view at the end of the log; of a full course the public board."""
    reader = COMMANDER if course.reader is None else course.reader
    view = blank_view(course.scenario, course.seating, reader)
    for move in course.moves:
        for event in move.events:
            if course.reader is not None or event.told is Told.PUBLIC:
                tell(view, event)
    return view


def same_deal_as(a: Dossier, b: Dossier) -> bool:
    """True if two exercises began from the same deal."""
    mine, theirs = a.header, b.header
    return (mine.deck_digest, mine.seed, mine.scenario.difficulty) == (
        theirs.deck_digest,
        theirs.seed,
        theirs.scenario.difficulty,
    )
