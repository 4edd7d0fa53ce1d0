"""Events of the round: phases, chair, turns, the H-hour call (section 4)."""

from __future__ import annotations

import attrs

from ..board import Public
from ..seat import Seat
from ..words import CATEGORIES, Phase
from .base import Event, Told


@attrs.frozen(slots=False)
class RoundBegan(Event, told=Told.PUBLIC, reveals=False, rolls=False, hands_over=True):
    """R4: a round begins; allowances are renewed. `chair` leads it (R2.9), turns go from `lead_zone`."""

    round: int
    chair: int
    lead_zone: int
    actions: int
    shares: int
    requests: int
    bulletins: int

    def on_public(self, public: Public) -> None:
        public.round, public.chair, public.lead_zone = self.round, self.chair, self.lead_zone
        public.phase, public.acting = Phase.INJECT, self.chair
        public.called, public.card, public.bulletins = False, "", self.bulletins
        public.requests = [r for r in public.requests if r.until >= self.round]
        for board in public.zones:
            board.actions, board.shares, board.requests = self.actions, self.shares, self.requests
            board.held_up, board.suspended, board.monitored = 0, -1, 0
            board.given_back = [0] * CATEGORIES


@attrs.frozen(slots=False)
class PhaseBegan(Event, told=Told.PUBLIC, reveals=False, rolls=False, hands_over=True):
    """The next decision is due from `acting`."""

    phase: Phase
    acting: int

    def on_public(self, public: Public) -> None:
        public.phase, public.acting = self.phase, self.acting


@attrs.frozen(slots=False)
class TurnEnded(Event, told=Told.PUBLIC, reveals=False, rolls=False, hands_over=True):
    """R5.14: a zone passes on; `idle` actions were not used."""

    zone: int
    idle: int

    def on_public(self, public: Public) -> None:
        board = public.zones[self.zone]
        board.actions = board.shares = board.requests = 0


@attrs.frozen(slots=False)
class HourCalled(Event, told=Told.PUBLIC, reveals=True, rolls=False, hands_over=False):
    """R4.2: H-hour is at the end of this round; automatic in the last one."""

    automatic: bool

    def on_public(self, public: Public) -> None:
        public.called = True


@attrs.frozen(slots=False)
class HourLeft(Event, told=Told.PUBLIC, reveals=False, rolls=False, hands_over=False):
    """R4.2: the chair does not call H-hour this round."""


@attrs.frozen(slots=False)
class HourDecided(Event, told=Told.PUBLIC, reveals=True, rolls=False, hands_over=False):
    """R4.5: go or no-go."""

    go: bool

    def on_public(self, public: Public) -> None:
        if not self.go:
            public.called = False


@attrs.frozen(slots=False)
class TeamsCommitted(Event, told=Told.ZONE, reveals=False, rolls=False, hands_over=False):
    """R4.6: which staged teams strike - secret until they do."""

    zone: int
    personas: tuple[int, ...]

    def on_seat(self, seat: Seat) -> None:
        seat.commitment = self.personas


@attrs.frozen(slots=False)
class CommitmentMade(Event, told=Told.PUBLIC, reveals=False, rolls=False, hands_over=False):
    """R4.6: a zone has answered; not how."""

    zone: int

    def on_public(self, public: Public) -> None:
        public.committed |= 1 << self.zone
