"""The knowledge flow of an exercise, from its log: one pass over the events, by what they say.

Works from events, never from kinds of commands, so a new way to learn a trait shows up by itself. What a
reader was not told stays out: the same pass over a seat's course gives what that seat may know.
"""

from __future__ import annotations

from typing import Final

import attrs

from ..core.attribution import attributed, is_attributed
from ..core.board import NO_FILE, Request
from ..core.events import (
    Analysed,
    AnyEvent,
    Asked,
    BulletinSent,
    CategoryRevealed,
    ExerciseEnded,
    FileOpened,
    HoldingChanged,
    LeadAnswered,
    LeadReceived,
    LinksLearned,
    Located,
    Monitored,
    RegisterChecked,
    RoundBegan,
    Shared,
    Sighted,
    Staged,
    TeamSent,
    TeamStruck,
    TrackMoved,
)
from ..core.seat import bits
from ..core.words import Depth
from .course import Course, Move
from .loans import Loans
from .naming import Names
from .pool import Pool
from .records import (
    NEVER,
    Analysis,
    Close,
    Deed,
    Fact,
    Flow,
    Gain,
    Handover,
    Held,
    How,
    Moved,
    Question,
    Sent,
    Strike,
)
from .strikes import struck
from .take_downs import TakeDowns

NAMELESS: Final = ("find",)
"""Values of depths that end before anybody is named (R10.1)."""


def follow(course: Course) -> Flow:
    """The flow of a whole course."""
    follower = Follower(course)
    for move in course.moves:
        follower.move(move)
    return follower.finish()


@attrs.define
class Received:
    """What one receiver got in the move at work."""

    categories: int = 0
    links: int = 0
    others: int = 0
    opened: bool = False


class Follower:
    """The pass while it is under way."""

    def __init__(self, course: Course) -> None:
        self.course, self.pool = course, Pool(course.scenario)
        self.line, self.round = NEVER, 1
        self.begun = self.ended = False
        self.act: tuple[How, int] = (How.OTHER, -1)
        self.handing: Shared | BulletinSent | None = None
        self.received: dict[int, Received] = {}
        self.opened: set[tuple[int, int]] = set()
        self.facts: list[Fact] = []
        self.handovers: list[Handover] = []
        self.asked: list[tuple[Request, Question]] = []
        self.analyses: list[Analysis] = []
        self.answers: set[tuple[int, int]] = set()
        self.held: list[Held] = []
        self.names = Names(self.pool)
        self.loans = Loans(self.pool)
        self.located: list[Deed] = []
        self.staged: list[Deed] = []
        self.sent: list[Sent] = []
        self.sighted: list[Deed] = []
        self.attributed: dict[int, tuple[int, int]] = {}
        self.tracks: list[Moved] = []
        self.strikes: list[Strike] = []
        self.closes: list[Close] = []
        self.take_downs = TakeDowns(self.pool)
        self.identified: dict[int, tuple[int, int]] = {}
        self.able: dict[int, tuple[int, int]] = {}
        self._since: dict[int, int] = {}

    def move(self, move: Move) -> None:
        """One entry of the log."""
        self.line, self.act, self.handing = move.line, (How.OTHER, -1), None
        self.received, self.opened = {}, set()
        for event in move.events:
            if isinstance(event, RoundBegan):
                self.close()
                self.round, self.begun = event.round, True
            self.loans.event(event, self.round, self.line)
            self.before(event)
            self.pool.take(event)
            self.take_downs.event(event, self.round, self.line)
            self.names.event(event, self.round, self.line)
            self.after(event)
        self.settle()

    # ------------------------------------------------------------------ one event

    def before(self, event: AnyEvent) -> None:
        """What is measured against the board as it was when the event came."""
        match event:
            case HoldingChanged(zone=zone, persona=persona, held=held):
                old = max(0, self.pool.public.index[persona].held[zone])
                self.learn(event, held & ~old)
            case Analysed():
                self.analyse(event)
            case TeamStruck():
                self.strikes.append(struck(self.pool, event, self.round, self.line))
            case FileOpened(zone=zone, persona=persona):
                self.open(zone, persona)
            case LinksLearned(zone=zone, links=links):
                self.received.setdefault(zone, Received()).links += links.bit_count()
            case _:
                self.source(event)

    def source(self, event: AnyEvent) -> None:
        """Remember through what traits come in during this move."""
        match event:
            case Shared(zone=zone):
                self.act, self.handing = (How.SHARE, zone), event
            case BulletinSent(zone=zone):
                self.act, self.handing = (How.BULLETIN, zone), event
            case LeadReceived():
                self.act = How.LEAD, -1
            case LeadAnswered(accepted=True):
                self.act = How.LOW_LEAD, -1
            case CategoryRevealed():
                self.act = How.REVEALED, -1
            case Monitored():
                self.act = How.MONITOR, -1
            case _:
                pass

    def after(self, event: AnyEvent) -> None:
        """What is measured against the board as it is now."""
        here = self.round, self.line
        match event:
            case Asked(zone=zone, to=to, persona=persona, category=category):
                question = Question(zone, to, persona, category, NEVER, *here)
                self.asked.append((self.pool.public.requests[-1], question))
            case Located(zone=zone, persona=persona, success=True):
                self.located.append(Deed(zone, persona, *here))
            case Staged(zone=zone, persona=persona):
                self.staged.append(Deed(zone, persona, *here))
            case TeamSent(zone=zone, to=to):
                self.sent.append(Sent(zone, to, *here))
            case TrackMoved(track=track, amount=amount, cause=cause):
                self.tracks.append(Moved(track, amount, cause, *here))
            case ExerciseEnded():
                self.ended = True
            case Sighted(zone=zone, persona=persona):
                self.sighted.append(Deed(zone, persona, *here))
                if is_attributed(self.pool.scenario, self.pool.public, self.pool.public.index[persona]):
                    self.attributed.setdefault(persona, here)
                self.judge(persona)
            case HoldingChanged() | RegisterChecked():
                self.judge(event.persona)
            case _:
                pass

    # ------------------------------------------------------------------ files

    def learn(self, event: HoldingChanged, fresh: int) -> None:
        """Categories came into a file."""
        how, source = self.act
        if source < 0 and (event.zone, event.persona) in self.opened:
            how = How.OPENED
        for category in bits(fresh):
            unsure = bool(event.unverified >> category & 1)
            self.facts.append(
                Fact(event.zone, event.persona, category, how, source, unsure, self.round, self.line)
            )
        if self.handing is not None and event.persona == self.handing.persona:
            self.received.setdefault(event.zone, Received()).categories |= fresh

    def open(self, zone: int, persona: int) -> None:
        """A file was opened: the one handed over, or one for the other end of a link."""
        self.opened.add((zone, persona))
        how, source = self.act if self.begun else (How.START, -1)
        self.held.append(Held(zone, persona, how, source, self.round, self.line))
        got = self.received.setdefault(zone, Received())
        if self.handing is not None and persona == self.handing.persona:
            got.opened = True
        else:
            got.others += 1

    def analyse(self, event: Analysed) -> None:
        """An analysis: redundant or not, on whose level, and the loan it used."""
        board, key = self.pool.public.zones[event.zone], (event.persona, event.discipline)
        own, used = board.levels[event.discipline], board.level(event.discipline)
        self.analyses.append(
            Analysis(
                event.zone,
                event.persona,
                event.discipline,
                event.success,
                key in self.answers,
                own,
                used,
                self.round,
                self.line,
            )
        )
        self.act = How.ANALYSIS, -1
        if event.success:
            self.answers.add(key)

    def judge(self, persona: int) -> None:
        """R11.1 and R5.15 for one operative, whenever something about his persona changed."""
        member = self.pool.members.get(persona)
        if member is None:
            return
        if persona not in self.identified:
            if self.pool.identifiable(member):
                self._since.setdefault(persona, self.line)
            else:
                self._since.pop(persona, None)
        if persona not in self.able and self.pool.able(member):
            self.able[persona] = self.round, self.line

    # ------------------------------------------------------------------ closing a move, a round, the pass

    def settle(self) -> None:
        """The move is over: who got what of a file, which requests were answered."""
        if self.handing is not None:
            of = self.handing
            receivers = (of.to,) if isinstance(of, Shared) else self.others(of.zone)
            gains = []
            for zone in receivers:
                got = self.received.get(zone, Received())
                gains.append(Gain(zone, got.categories, got.links or got.others, got.opened))
            bulletin = isinstance(of, BulletinSent)
            self.handovers.append(
                Handover(of.zone, of.persona, bulletin, tuple(gains), self.round, self.line)
            )
        for place, (request, question) in enumerate(self.asked):
            if request.answered and not question.answered:
                self.asked[place] = request, attrs.evolve(question, answered=self.line)

    def others(self, zone: int) -> tuple[int, ...]:
        """All zones but one."""
        return tuple(z for z in range(len(self.pool.public.zones)) if z != zone)

    def close(self) -> None:
        """The round is over; what is known from the set-up counts as known in the first."""
        if not self.begun:
            return
        pool, public = self.pool, self.pool.public
        for persona, member in sorted(pool.members.items()):
            if persona not in self.identified and pool.identifiable(member):
                self.identified[persona] = self.round, self._since.get(persona, self.line)
        index = sorted(public.index)
        held = {p: [mask for mask in public.index[p].held if mask != NO_FILE] for p in index}
        homes = [max(0, public.index[p].held[member.home]) for p, member in pool.members.items() if p in held]
        reader = self.course.reader
        mine = index if reader is not None and reader >= 0 else []
        own = [max(0, public.index[p].held[reader or 0]) for p in mine]
        self.closes.append(
            Close(
                round=self.round,
                found=tuple(index),
                attributed=attributed(pool.scenario, public),
                named=tuple(p for p in index if public.index[p].named),
                rightly=tuple(p for p in index if self.names.rightly(p)),
                located=tuple(p for p in index if public.index[p].located),
                staged=tuple(p for p in index if public.index[p].staged),
                pooled=sum(public.index[p].pool().bit_count() for p in index),
                at_home=sum(mask.bit_count() for mask in homes),
                own=sum(mask.bit_count() for mask in own),
                identifiable=tuple(p for p in index if self.knows(p)),
                threat=public.threat,
                alert=public.alert,
                trust=public.trust,
                influence=sum(board.influence for board in public.zones),
                preparation=public.prepared,
            )
        )

    def knows(self, persona: int) -> bool:
        """Identifiable at this moment."""
        member = self.pool.members.get(persona)
        return member is not None and self.pool.identifiable(member)

    def finish(self) -> Flow:
        """The last round is closed as it stands."""
        self.close()
        names = self.names.judged()
        right: dict[int, tuple[int, int]] = {}
        for name in names:
            if name.right:
                right.setdefault(name.persona, (name.round, name.line))
        return Flow(
            members=tuple(self.pool.members[p] for p in sorted(self.pool.members)),
            closes=tuple(self.closes),
            facts=tuple(self.facts),
            handovers=tuple(self.handovers),
            questions=tuple(question for _request, question in self.asked),
            analyses=tuple(self.analyses),
            names=names,
            held=tuple(self.held),
            located=tuple(self.located),
            staged=tuple(self.staged),
            loans=self.loans.found(),
            sent=tuple(self.sent),
            sighted=tuple(self.sighted),
            attributed=self.attributed,
            take_downs=self.take_downs.found(),
            tracks=tuple(self.tracks),
            strikes=tuple(self.strikes),
            identified=self.identified,
            able=self.able,
            right=right,
            rounds=self.round,
            ended=self.ended,
            names_played=self.course.scenario.depth.value not in NAMELESS,
            strikes_played=self.course.scenario.depth is Depth.FULL,
        )
