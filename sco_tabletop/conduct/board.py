"""The board of a facilitated exercise: where every inject stands, and what the staff wrote down.

A fold of acts. Knows the script; must not know the rules' state, the save, or the time of day. Times are
seconds of exercise time.
"""

from __future__ import annotations

from collections.abc import Iterable
from enum import Enum
from typing import Final

import attrs

from .acts import (
    STAFF_TYPES,
    Act,
    Called,
    Completed,
    Composed,
    Continued,
    DrawPassedBy,
    Dropped,
    Ended,
    Freed,
    Held,
    Joined,
    Observed,
    Paused,
    Planned,
    Postponed,
    Rated,
    Released,
    Remarked,
    Skipped,
    StaffAct,
    Started,
)
from .script import HelpClass, Inject, InjectType, Script

NEVER: Final = -1


class Status(Enum):
    """Where an inject stands. Whether a ready one is due, or has expired, depends on the moment (`due`)."""

    READY = "ready"
    HELD = "held"
    RELEASED = "released"
    COMPLETE = "complete"
    SKIPPED = "skipped"


@attrs.frozen
class Happened:
    """An act as the log has it: number of its entry, exercise time, round, and whether it still stands."""

    entry: int
    act: Act
    clock: int
    round: int
    stands: bool = True


@attrs.define
class Item:
    """One inject in play. `shift_*` is how far it was postponed in all; it is not due before `wait_*`.
    `to` and `everybody` are those it was really delivered to."""

    inject: Inject
    status: Status = Status.READY
    composed: bool = False
    clock: int = NEVER
    round: int = 0
    to: tuple[int, ...] = ()
    everybody: bool = False
    reason: str = ""
    narrative: str = ""
    branch: str = ""
    shift_minutes: int = 0
    shift_rounds: int = 0
    wait_clock: int = 0
    wait_round: int = 0

    @property
    def open(self) -> bool:
        """True if it may still be released."""
        return self.status in (Status.READY, Status.HELD)

    @property
    def postponed(self) -> bool:
        """True if it was postponed and is still open ("deferred" in other lists)."""
        return self.open and bool(self.shift_minutes or self.shift_rounds)

    @property
    def out(self) -> bool:
        """True once it was delivered."""
        return self.status in (Status.RELEASED, Status.COMPLETE)

    @property
    def recipients(self) -> tuple[tuple[int, ...], bool]:
        """The zones, and whether everybody: those it was delivered to, before that those of the script."""
        of = self if self.out else self.inject
        return of.to, of.everybody


@attrs.define
class Board:
    """What the console shows. `items` in the order of the script, composed injects behind; `records` are the
    staff records that count, by the numbers of their entries; `passed` the rounds opened without a card."""

    script: Script
    items: dict[str, Item]
    clock: int = 0
    started: bool = False
    running: bool = False
    ended: bool = False
    passed: list[int] = attrs.field(factory=list)
    records: dict[int, Happened] = attrs.field(factory=dict)

    def of(self, *kinds: type[StaffAct]) -> tuple[Happened, ...]:
        """The records of these kinds, oldest first."""
        return tuple(line for line in self.records.values() if isinstance(line.act, kinds))

    @property
    def ratings(self) -> dict[str, Rated]:
        """The last rating of each task that a person rated."""
        return {line.act.task: line.act for line in self.records.values() if isinstance(line.act, Rated)}

    @property
    def participants(self) -> tuple[Joined, ...]:
        """Who takes part, in the order in which they were written down."""
        found = {line.act.name: line.act for line in self.records.values() if isinstance(line.act, Joined)}
        return tuple(found.values())

    @property
    def waiting(self) -> tuple[str, ...]:
        """What is put off with "all": every inject that is not out yet. Not the contingency pool: nothing of
        it may fall due because the rest was put off."""
        return tuple(
            number for number, item in self.items.items() if item.open and item.inject.help is HelpClass.NONE
        )

    @property
    def next_number(self) -> str:
        """The number for an inject composed now."""
        count = sum(item.composed for item in self.items.values()) + 1
        while f"A{count}" in self.items:
            count += 1
        return f"A{count}"

    def released(self, number: str) -> bool:
        """True if the inject with this number was delivered."""
        item = self.items.get(number)
        return item is not None and item.out


def blank_board(script: Script) -> Board:
    """The board before StartEx. Lines of the MSEL that go to nobody are no items."""
    return Board(script, {one.id: Item(one) for one in script.injects if one.delivered})


def fold(script: Script, lines: Iterable[Happened]) -> Board:
    """The board after these lines, in the order of the log."""
    board = blank_board(script)
    for line in lines:
        if line.stands or isinstance(line.act, STAFF_TYPES):
            take(board, line)
    return board


def take(board: Board, line: Happened) -> None:
    """Let an act happen to the board (in place). Total: an act on an unknown number changes nothing."""
    board.clock = max(board.clock, line.clock)
    match line.act:
        case Started():
            board.started, board.running = True, True
        case Paused():
            board.running = False
        case Continued():
            board.running = board.started
        case Ended():
            board.ended, board.running = True, False
        case DrawPassedBy():
            board.passed.append(line.round)
        case Dropped(entry=entry):
            board.records.pop(entry, None)
        case Observed() | Called() | Rated() | Joined() | Remarked() | Planned():
            board.records[line.entry] = line
        case Postponed(injects=numbers):
            for number in numbers:
                _postpone(board, number, line, line.act)
        case _:
            _take_inject(board, line)


def _postpone(board: Board, number: str, line: Happened, act: Postponed) -> None:
    item = board.items.get(number)
    if item is None or not item.open:
        return
    item.shift_minutes += act.minutes
    item.shift_rounds += act.rounds
    item.wait_clock = line.clock + act.minutes * 60
    item.wait_round = line.round + act.rounds


def _take_inject(board: Board, line: Happened) -> None:
    act = line.act
    if isinstance(act, Composed):
        words = act.message
        inject = Inject(
            act.inject, words.title, words.text, InjectType.INJECT, words.sender, method=words.method
        )
        board.items[act.inject] = Item(inject, composed=True)
    item = board.items.get(getattr(act, "inject", ""))
    if item is None:
        return
    match act:
        case Released(to=to, everybody=everybody) | Composed(to=to, everybody=everybody):
            item.status, item.clock, item.round = Status.RELEASED, line.clock, line.round
            item.to, item.everybody = to, everybody
        case Held(reason=reason):
            item.status, item.reason = Status.HELD, reason
        case Freed():
            item.status, item.reason = Status.READY, ""
        case Skipped(reason=reason):
            item.status, item.reason = Status.SKIPPED, reason
        case Completed(narrative=narrative, branch=branch):
            item.status, item.narrative, item.branch = Status.COMPLETE, narrative, branch
        case _:
            pass
