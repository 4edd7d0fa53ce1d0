"""A facilitated exercise: the session with a script, exercise time, and a console only the facilitator opens.

Every act is saved before it shows. While the console is closed neither script nor truth is handed out. Must
not know any screen.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable
from typing import Final

import attrs

from ..conduct.acts import (
    STAFF_TYPES,
    Act,
    Continued,
    DrawPassedBy,
    Ended,
    Paused,
    Rated,
    Released,
    Started,
)
from ..conduct.board import Board, Happened, Item, fold, take
from ..conduct.carry import carry_out
from ..conduct.due import Facts, Moment, Stall, all_due, stall
from ..conduct.permit import why_not
from ..conduct.preflight import Preflight, preflight
from ..conduct.rating import Draft, needs_reason
from ..conduct.script import DrawPolicy
from ..core.commands import AnyCommand, DrawInject
from ..core.engine import open_exercise
from ..core.events import AnyEvent, ExerciseEnded
from ..core.rejection import Reason, Rejection
from ..core.solvable import Solution, deal_of, solve
from ..core.words import COMMANDER, Depth, Phase
from ..i18n import _
from ..record.log import Writer
from ..record.save import Conducted, Decided, Entry, Opened, Rewound, Save
from ..review.evaluation import evaluate
from ..wording.rejections import rejection_text
from . import pins
from .curtain import CurtainClosed
from .players import FACILITATOR
from .session import Session
from .step import Step
from .truth import Truth

Clock = Callable[[], float]
_MONOTONIC: Final[Clock] = time.monotonic


class ConductError(ValueError):
    """An act of the staff is not possible; the text is one sentence with a way out."""


@attrs.frozen
class Console:
    """What the facilitator sees: the board, the moment with all facts, what is due, what is wrong."""

    board: Board
    moment: Moment
    due: tuple[Item, ...]
    stall: Stall | None


class ConductedSession(Session):
    """The one running exercise of a facilitator."""

    def __init__(self, writer: Writer, save: Save, now: Clock = _MONOTONIC) -> None:
        if save.header.conduct is None:
            raise ValueError("not a facilitated exercise")
        self.conduct = save.header.conduct
        self._now = now
        self._base = 0
        self._since: float | None = None
        self._solution: Solution | None = None
        self._drafts: tuple[int, dict[str, Draft]] | None = None
        super().__init__(writer, save)

    def _refold(self) -> None:
        super()._refold()
        self._survey()

    def _survey(self) -> None:
        """Board, truth and exercise time from the entries. Staff records count even if rewound."""
        standing = set(self._standing)
        self._board = fold(
            self.conduct.script,
            (
                self._happened(number, entry, stands=number in standing)
                for number, entry in enumerate(self._entries, start=1)
                if isinstance(entry, Conducted)
            ),
        )
        clocks = [entry.clock for entry in self._entries if isinstance(entry, Conducted | Decided)]
        self._base = max([self._base, *clocks])
        self._board.running, self._board.ended = self.running, self.finished
        self._truth = Truth(self.scenario)
        for number in self._standing:
            self._truth.take(self._entries[number - 1].events)

    def _happened(self, number: int, entry: Conducted, *, stands: bool) -> Happened:
        place = self._writer.trail.where(number)
        return Happened(number, entry.act, entry.clock, place.round, stands)

    # ------------------------------------------------------------------ time

    @property
    def clock(self) -> int:
        """Exercise time in seconds. It stands still before StartEx, in a pause, after EndEx, and while the
        program is closed."""
        passed = 0 if self._since is None else max(0, int(self._now() - self._since))
        return self._base + passed

    @property
    def running(self) -> bool:
        """True while exercise time runs."""
        return self._since is not None

    @property
    def started(self) -> bool:
        """True after StartEx."""
        return self._board.started

    @property
    def discussion(self) -> bool:
        """True if the exercise is talked over: no rules decide anything."""
        return self.conduct.script.policy is DrawPolicy.OFF

    @property
    def halted(self) -> bool:
        """True while no decision is taken."""
        return self.discussion or not self.running

    def _stop(self) -> None:
        self._base, self._since = self.clock, None
        self._board.running = False

    def _run(self) -> None:
        self._since = self._now()
        self._board.running = True

    # ------------------------------------------------------------------ the console

    @property
    def practice(self) -> bool:
        """As chosen at the start: a rewind of the facilitator gives players nothing."""
        return self._header.practice

    @property
    def shared(self) -> bool:
        """True: what is private is behind the curtain, even with one player."""
        return True

    @property
    def mine(self) -> tuple[int, ...]:
        """Before the open console, every zone; else as at any shared table."""
        if self.open_for == FACILITATOR:
            return tuple(range(len(self.scenario.zones)))
        return super().mine

    @property
    def at_console(self) -> bool:
        """True while the console is open."""
        return self.open_for == FACILITATOR

    def needs_pin(self, name: str) -> bool:
        """True if a player, or the facilitator, has a PIN."""
        return bool(self.conduct.pin) if name == FACILITATOR else super().needs_pin(name)

    def open_curtain(self, name: str, pin: str = "") -> bool:
        """As at any shared table; the facilitator's curtain is the console. Where no rules decide nobody is
        due: every player may read the own injects at any time."""
        if name == FACILITATOR:
            return self.open_console(pin)
        if not self.discussion:
            return super().open_curtain(name, pin)
        if name not in self.roster.present or not pins.fits(pin, self.roster.pin_of(name)):
            return False
        self._curtain.open(name)
        return True

    def open_console(self, pin: str = "") -> bool:
        """Open the console at any time; False, and nothing changes, for a wrong PIN."""
        if not pins.fits(pin, self.conduct.pin):
            return False
        self._curtain.open(FACILITATOR)
        return True

    def _pull(self, was_public: bool) -> None:
        if not self.at_console:
            super()._pull(was_public)

    def console(self) -> Console:
        """What the facilitator sees. Raises CurtainClosed while the console is closed."""
        self._at_console()
        moment = self._moment()
        wrong = None
        if self.running and not self.discussion and not self.finished:
            wrong = stall(moment.facts, self._truth.before, self.scenario.numbers.rounds)
        return Console(self._board, moment, all_due(self._board, moment), wrong)

    def truth(self) -> Truth:
        """The network beside what the zones know. Raises CurtainClosed while the console is closed."""
        self._at_console()
        return self._truth

    def facts_before(self) -> Facts | None:
        """The facts when the round began. Raises CurtainClosed while the console is closed."""
        self._at_console()
        return self._truth.before

    def solution(self) -> Solution | None:
        """Whether the deal, as it was at its first decision, can be won (R2.10); None in a discussion and in
        a short depth, which the solver does not judge. Raises CurtainClosed while the console is closed."""
        self._at_console()
        if self.discussion or self.scenario.depth is not Depth.FULL:
            return None
        if self._solution is None:
            self._solution = solve(deal_of(open_exercise(self.scenario, self._header.seating, self.seed)[0]))
        return self._solution

    def preflight(self) -> Preflight:
        """What the facilitator needs to know before StartEx. Raises CurtainClosed while the console is
        closed."""
        verdict = self.solution()
        return preflight(self.conduct.script, self.scenario, self._truth.facts(), self.humans, verdict)

    def drafts(self) -> dict[str, Draft]:
        """The draft rating of every critical task, from the log up to now; figures of the rules count only
        after EndEx. Raises CurtainClosed while the console is closed."""
        self._at_console()
        if self._drafts is None or self._drafts[0] != len(self._entries):
            save = attrs.evolve(self._save, header=self._header, entries=tuple(self._entries))
            self._drafts = len(self._entries), evaluate(save).drafts
        return self._drafts[1]

    def _at_console(self) -> None:
        if not self.at_console:
            raise CurtainClosed("console")

    def _moment(self) -> Moment:
        return Moment(self.clock, self._truth.facts())

    # ------------------------------------------------------------------ acts

    def do(self, act: Act) -> tuple[AnyEvent, ...]:
        """An act of the staff: saved, then done; its events. Raises ConductError where it is not possible,
        CurtainClosed while the console is closed, SaveError where it cannot be kept."""
        self._at_console()
        if isinstance(act, Rated) and needs_reason(self.drafts().get(act.task), act):
            raise ConductError(_("This differs from the draft; say why, the reason goes into the report."))
        return self._carry(act)

    def pump(self) -> int:
        """Release what is due, if that goes by itself in this exercise; how many were released."""
        if not self.conduct.automatic or not self.running or self.finished:
            return 0
        count = 0
        for item in all_due(self._board, self._moment()):
            try:
                self._carry(release(item))
            except ConductError:
                continue  # the rules refuse it in this phase; it stays due
            count += 1
        return count

    def _carry(self, act: Act) -> tuple[AnyEvent, ...]:
        if trouble := why_not(self._board, act):
            raise ConductError(trouble)
        clock = self.clock
        happened = carry_out(self._state, self.conduct.script, act, clock)
        if isinstance(happened, Rejection):
            raise ConductError(rejection_text(self.view(COMMANDER), happened))
        self._record(Conducted(act, clock, happened))
        match act:
            case Started() | Continued():
                self._run()
            case Paused() | Ended():
                self._stop()
            case _:
                pass
        return happened

    def _record(self, entry: Entry) -> None:
        super()._record(entry)
        if isinstance(entry, Rewound):
            return
        if isinstance(entry, Conducted):
            take(self._board, self._happened(len(self._entries), entry, stands=True))
        self._truth.take(entry.events)
        if any(isinstance(event, ExerciseEnded) for event in entry.events):
            self._board.ended = True
            self._stop()

    # ------------------------------------------------------------------ deciding

    def submit(self, command: AnyCommand) -> Rejection | Step:
        """As at any table, while exercise time runs. In the place of the draw the round is opened by the
        script (R8.12). The facilitator decides for a zone only where decisions are called out."""
        refused = self._refusal()
        if refused is not None:
            return Rejection(refused, "R8.11")
        if isinstance(command, DrawInject) and self.before_all:
            return self._open_round(command)
        if self.at_console and not self.conduct.called and not self.before_all:
            raise CurtainClosed(f"zone {command.zone}")
        return super().submit(command)

    def bot_step(self) -> Step:
        """As at any table; the chair's draw goes by the script."""
        if self.halted:
            raise RuntimeError("the exercise is paused")
        if self.phase is not Phase.INJECT:
            return super().bot_step()
        step = self._open_round(DrawInject(self.acting))
        if isinstance(step, Rejection):
            raise RuntimeError(f"the draw was refused: {step.reason.value} ({step.rule})")
        return step

    def _refusal(self) -> Reason | None:
        if self.finished:
            return None
        if self.discussion:
            return Reason.DISCUSSION
        if not self.started:
            return Reason.NOT_STARTED
        return None if self.running else Reason.PAUSED

    def _open_round(self, command: DrawInject) -> Rejection | Step:
        """R8.12: a card only where the script mixes, and has nothing for this round."""
        self.pump()
        if self.conduct.script.policy is DrawPolicy.MIX and not self._scripted_now():
            return self._decide(command, self.roster.player_of(command.zone) or FACILITATOR)
        told = self._carry(DrawPassedBy())
        return Step(command.zone, FACILITATOR, command, self.reader_of(command.zone), told)

    def _scripted_now(self) -> bool:
        if any(item.out and item.round == self.round for item in self._board.items.values()):
            return True
        return bool(all_due(self._board, self._moment()))

    # ------------------------------------------------------------------ rewind

    def rewind_points(self) -> tuple[int, ...]:
        """Entries to which the facilitator can go back, oldest first: after each of them something happened
        that a rewind takes back. Raises CurtainClosed."""
        self._at_console()
        return tuple([number for number in self._standing if _counts(self._entries[number - 1])][:-1])

    def entry(self, number: int) -> Entry:
        """An entry of the log, for telling the facilitator what it was. Raises CurtainClosed."""
        self._at_console()
        return self._entries[number - 1]

    def round_of(self, number: int) -> int:
        """The round in which an entry of the log stands. Raises CurtainClosed."""
        self._at_console()
        return self._writer.trail.where(number).round

    def taken_back(self, to: int) -> tuple[Entry, ...]:
        """What a rewind to after an entry would take back, oldest first. Raises CurtainClosed."""
        self._at_console()
        after = (self._entries[number - 1] for number in self._standing if number > to)
        return tuple(entry for entry in after if _counts(entry))

    def rewind(self, to: int) -> None:
        """Go back to after an entry, beyond the players' barrier: an entry of the log, new dice. What the
        staff wrote down stays. Raises ConductError, CurtainClosed, SaveError."""
        self._at_console()
        if to not in self.rewind_points():
            raise ConductError(_("The exercise cannot be taken back to there."))
        self._base = self.clock
        if self._since is not None:
            self._run()
        self._go_back(to, beyond=True)


def _counts(entry: Entry) -> bool:
    if isinstance(entry, Conducted):
        return not isinstance(entry.act, STAFF_TYPES)
    return isinstance(entry, Opened | Decided)


def release(item: Item, to: Iterable[int] = (), *, everybody: bool = False) -> Released:
    """The act that delivers an inject: to the recipients of the script, to other zones, or to everybody."""
    zones = tuple(sorted(to))
    if zones or everybody:
        return Released(item.inject.id, () if everybody else zones, everybody)
    return Released(item.inject.id, item.inject.to, item.inject.everybody)
