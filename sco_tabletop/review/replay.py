"""Stepping through a save: a position, a seat, and what that seat saw there (a fold of what it was told).

The truth is handed out only when asked for and only for a finished exercise. Must not know a screen.
"""

from __future__ import annotations

from collections.abc import Callable
from enum import Enum

from ..core.apply import tell
from ..core.events import (
    AnyEvent,
    CardDrawn,
    HourCalled,
    HourDecided,
    Named,
    OperativeJoined,
    RoundBegan,
    TeamStruck,
    TurnEnded,
)
from ..core.view import View, blank_view
from ..core.words import COMMANDER
from ..i18n import _
from ..record.save import Save
from ..wording.words import zone_name
from .course import Course, Move, course_of, told_to
from .flow import follow
from .quoting import Quoter
from .records import Flow, Member


class Goal(Enum):
    """What the replay can be taken to."""

    ROUND = "round"
    INJECT = "inject"
    NAMING = "naming"
    HOUR = "hour"


GOALS: dict[Goal, tuple[type[AnyEvent], ...]] = {
    Goal.ROUND: (RoundBegan,),
    Goal.INJECT: (CardDrawn,),
    Goal.NAMING: (Named,),
    Goal.HOUR: (HourCalled, HourDecided, TeamStruck),
}


class Replay:
    """`position` counts the moves that stand: 0 is the set-up, `last` where the save ends."""

    def __init__(self, save: Save) -> None:
        self.save = save
        self.course: Course = course_of(save)
        self.finished = self.course.finished
        self.seats: tuple[int, ...] = allowed(self.course)
        self.seat = self.seats[0]
        self.truth = False
        self.position = 0
        self._told: dict[int, Course] = {}
        self._quoters: dict[tuple[int, bool], Quoter] = {}
        self._flows: dict[int | None, Flow] = {}
        self._view = self._blank()
        self._to(0)

    @property
    def last(self) -> int:
        """The last position."""
        return len(self.course.moves) - 1

    @property
    def round(self) -> int:
        """The round that stands on the seat's board."""
        return self._view.public.round

    @property
    def view(self) -> View:
        """What the seat saw at this position."""
        return self._view

    @property
    def move(self) -> Move:
        """The move that led here, as the seat was told it."""
        return self.told.moves[self.position]

    @property
    def told(self) -> Course:
        """The whole exercise as the seat was told it."""
        if self.seat not in self._told:
            self._told[self.seat] = told_to(self.course, self.seat)
        return self._told[self.seat]

    # ------------------------------------------------------------------ moving

    def go(self, position: int) -> None:
        """To a position, kept within the exercise."""
        self._to(max(0, min(position, self.last)))

    def step(self, by: int) -> None:
        """So many moves on, or back."""
        self.go(self.position + by)

    def to_line(self, line: int) -> None:
        """To the move that stands on a line of the save, or the last before it."""
        self.go(sum(move.line <= line for move in self.course.moves) - 1)

    def seek(self, goal: Goal, forward: bool = True) -> bool:
        """To the next (or previous) inject, naming, ... as the seat was told; False if there is none."""
        kinds = GOALS[goal]
        return self._seek(
            lambda place: any(isinstance(e, kinds) for e in self.told.moves[place].events), forward
        )

    def search(self, text: str, forward: bool = True) -> bool:
        """To the next (or previous) move whose lines contain the text, upper and lower case alike."""
        wanted = text.casefold()
        return self._seek(lambda place: any(wanted in t.casefold() for t in self.texts(place)), forward)

    def _seek(self, fits: Callable[[int], bool], forward: bool) -> bool:
        places = range(self.position + 1, self.last + 1) if forward else range(self.position - 1, -1, -1)
        place = next((place for place in places if fits(place)), None)
        if place is not None:
            self.go(place)
        return place is not None

    def sit(self, seat: int) -> None:
        """Look with other eyes: a zone, or COMMANDER for the public board. Raises ValueError where the
        exercise still runs and the seat is not the reader's own."""
        if seat not in self.seats:
            raise ValueError(f"seat {seat} is not open")
        if seat != self.seat:
            self.seat = seat
            self._view = self._blank()
            self._to(self.position)

    def show_truth(self, shown: bool) -> bool:
        """Ask for the truth, or put it away; it stays away while the exercise runs. True if it shows."""
        self.truth = shown and self.finished
        return self.truth

    def _blank(self) -> View:
        self._folded = 0
        return blank_view(self.course.scenario, self.course.seating, self.seat)

    def _to(self, position: int) -> None:
        """Fold on from where the view stands; going back folds anew (measured: 1 to 2 ms)."""
        if position + 1 < self._folded:
            self._view = self._blank()
        for move in self.told.moves[self._folded : position + 1]:
            for event in move.events:
                tell(self._view, event)
        self._folded, self.position = position + 1, position

    # ------------------------------------------------------------------ reading

    def _quoter(self) -> Quoter:
        key = self.seat, self.truth
        if key not in self._quoters:
            course = self.course if self.truth else self.told
            self._quoters[key] = Quoter(course, truth=self.truth)
        return self._quoters[key]

    def texts(self, position: int) -> tuple[str, ...]:
        """The lines of a move: as told to the seat, or, with the truth, everything."""
        move = self.told.moves[position]
        found = self._quoter().of_line(move.line)
        if not found and any(isinstance(event, TurnEnded) for event in move.events):
            return (_("{zone} ends its turn.").format(zone=zone_name(self.course.scenario, move.zone)),)
        return found

    def journal(self) -> tuple[tuple[int, AnyEvent], ...]:
        """(round, event) for everything that the seat was told up to here."""
        number, lines = 0, []
        for move in self.told.moves[: self.position + 1]:
            for event in move.events:
                if isinstance(event, RoundBegan):
                    number = event.round
                lines.append((number, event))
        return tuple(lines)

    def flow(self) -> Flow:
        """The knowledge flow: of everything with the truth, else of what the seat was told."""
        key = None if self.truth else self.seat
        if key not in self._flows:
            self._flows[key] = follow(self.course if self.truth else self.told)
        return self._flows[key]

    def members(self) -> tuple[Member, ...]:
        """The operatives there were at this position; empty unless the truth shows."""
        if not self.truth:
            return ()
        joined = {
            event.persona
            for move in self.course.moves[: self.position + 1]
            for event in move.events
            if isinstance(event, OperativeJoined)
        }
        return tuple(member for member in self.flow().members if member.persona in joined)


def allowed(course: Course) -> tuple[int, ...]:
    """Seats that may be looked from, the reader's own first: all after EndEx; before it the zones of the one
    person who plays, or only the public board where several share the table or a facilitator conducts."""
    people = {seat.player for seat in course.seats if seat.kind == "human"}
    own = tuple(seat.zone for seat in course.seats if seat.kind == "human")
    if course.finished:
        every = range(len(course.scenario.zones))
        return (*own, *(zone for zone in every if zone not in own), COMMANDER)
    alone = len(people) == 1 and not course.conducted
    return (*own, COMMANDER) if alone else (COMMANDER,)
