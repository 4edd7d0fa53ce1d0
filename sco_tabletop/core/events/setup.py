"""Events of the set-up (section 2)."""

from __future__ import annotations

from typing import TYPE_CHECKING

import attrs

from ..board import Public
from ..seat import Person, Seat
from ..words import Function
from .base import Event, Told

if TYPE_CHECKING:
    from ..secret import Secret


@attrs.frozen(slots=False)
class LevelsDealt(Event, told=Told.PUBLIC, reveals=True, rolls=True, hands_over=False):
    """R2.2: levels by zone and discipline."""

    levels: tuple[tuple[int, ...], ...]

    def on_public(self, public: Public) -> None:
        for board, levels in zip(public.zones, self.levels, strict=True):
            board.levels = list(levels)


@attrs.frozen(slots=False)
class TeamsDealt(Event, told=Told.PUBLIC, reveals=True, rolls=True, hands_over=False):
    """R2.8: teams by zone."""

    teams: tuple[int, ...]

    def on_public(self, public: Public) -> None:
        for board, teams in zip(public.zones, self.teams, strict=True):
            board.teams = teams


@attrs.frozen(slots=False)
class RegisterDealt(Event, told=Told.ZONE, reveals=True, rolls=True, hands_over=False):
    """R2.3: a zone's register."""

    zone: int
    persons: tuple[Person, ...]

    def on_seat(self, seat: Seat) -> None:
        seat.deal(self.persons)


@attrs.frozen(slots=False)
class AliasesDealt(Event, told=Told.NOBODY, reveals=False, rolls=True, hands_over=False):
    """Personas in the order in which operatives will get them; a lot, so that ids tell nothing (R3.1)."""

    personas: tuple[int, ...]

    def on_secret(self, secret: Secret) -> None:
        secret.aliases = self.personas


@attrs.frozen(slots=False)
class OperativeJoined(Event, told=Told.NOBODY, reveals=False, rolls=True, hands_over=False):
    """R2.4, R6.4: a person becomes an operative; `links` are the numbers of operatives already there."""

    home: int
    person: int
    function: Function
    persona: int
    links: tuple[int, ...]

    def on_secret(self, secret: Secret) -> None:
        secret.enlist(self.home, self.person, self.function, self.persona, self.links)


@attrs.frozen(slots=False)
class MainPlotSet(Event, told=Told.NOBODY, reveals=False, rolls=True, hands_over=False):
    """R2.8: the round of the main plot."""

    round: int

    def on_secret(self, secret: Secret) -> None:
        secret.main_round = self.round


@attrs.frozen(slots=False)
class PileBuilt(Event, told=Told.PUBLIC, reveals=True, rolls=False, hands_over=False):
    """R8.1: how many inject cards wait in the pile."""

    count: int

    def on_public(self, public: Public) -> None:
        public.pile = self.count


@attrs.frozen(slots=False)
class PileShuffled(Event, told=Told.NOBODY, reveals=False, rolls=True, hands_over=False):
    """R8.1: the order of the pile, next card first, as numbers of the deck's cards."""

    cards: tuple[int, ...]

    def on_secret(self, secret: Secret) -> None:
        secret.pile = list(self.cards)


@attrs.frozen(slots=False)
class DiceAdvanced(Event, told=Told.NOBODY, reveals=False, rolls=True, hands_over=False):
    """A stream of dice was used up to `position`."""

    stream: str
    position: int

    def on_secret(self, secret: Secret) -> None:
        secret.dice[self.stream] = self.position


@attrs.frozen(slots=False)
class DiceForked(Event, told=Told.NOBODY, reveals=False, rolls=True, hands_over=False):
    """A rewind beyond the undo barrier: dice from here on come from new streams."""

    fork: int

    def on_secret(self, secret: Secret) -> None:
        secret.fork = self.fork
        secret.dice = {}


@attrs.frozen(slots=False)
class PracticeMarked(Event, told=Told.PUBLIC, reveals=False, rolls=False, hands_over=False):
    """A rewind beyond the undo barrier: the exercise counts as practice from here on."""

    rewinds: int

    def on_public(self, public: Public) -> None:
        public.practice = True
