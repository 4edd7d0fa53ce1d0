"""Events of the actions (section 5): the public log of who did what, and whether the roll succeeded."""

from __future__ import annotations

import attrs

from ..board import Public
from .base import Event, Told


def spend(public: Public, zone: int) -> None:
    """One action is used (R5.1)."""
    public.zones[zone].actions -= 1


@attrs.frozen(slots=False)
class Monitored(Event, told=Told.PUBLIC, reveals=True, rolls=True, hands_over=False):
    """R5.2."""

    zone: int
    success: bool

    def on_public(self, public: Public) -> None:
        spend(public, self.zone)
        public.zones[self.zone].monitored += self.success


@attrs.frozen(slots=False)
class Analysed(Event, told=Told.PUBLIC, reveals=True, rolls=True, hands_over=False):
    """R5.3."""

    zone: int
    persona: int
    discipline: int
    success: bool

    def on_public(self, public: Public) -> None:
        spend(public, self.zone)


@attrs.frozen(slots=False)
class Traced(Event, told=Told.PUBLIC, reveals=True, rolls=True, hands_over=False):
    """R5.4."""

    zone: int
    persona: int
    success: bool

    def on_public(self, public: Public) -> None:
        spend(public, self.zone)


@attrs.frozen(slots=False)
class Shared(Event, told=Told.PUBLIC, reveals=True, rolls=False, hands_over=False):
    """R5.5: the free liaison share of a round."""

    zone: int
    persona: int
    to: int

    def on_public(self, public: Public) -> None:
        public.zones[self.zone].shares -= 1
        answer_file_requests(public, self.zone, self.persona, 1 << self.to)


@attrs.frozen(slots=False)
class BulletinSent(Event, told=Told.PUBLIC, reveals=True, rolls=False, hands_over=False):
    """R5.6."""

    zone: int
    persona: int

    def on_public(self, public: Public) -> None:
        spend(public, self.zone)
        public.bulletins -= 1
        answer_file_requests(public, self.zone, self.persona, ~0)


def answer_file_requests(public: Public, holder: int, persona: int, askers: int) -> None:
    """R5.18: mark standing requests for a whole file as answered."""
    for request in public.requests:
        if request.holder == holder and request.persona == persona and askers >> request.asker & 1:
            request.answered = request.answered or request.category < 0


@attrs.frozen(slots=False)
class Lent(Event, told=Told.PUBLIC, reveals=False, rolls=False, hands_over=False):
    """R5.7: `to` counts as `level` in the discipline to EndEx."""

    zone: int
    discipline: int
    to: int
    level: int

    def on_public(self, public: Public) -> None:
        spend(public, self.zone)
        public.zones[self.zone].lent = True
        borrowed = public.zones[self.to].borrowed
        borrowed[self.discipline] = max(borrowed[self.discipline], self.level)


@attrs.frozen(slots=False)
class LoanUsed(Event, told=Told.PUBLIC, reveals=False, rolls=False, hands_over=False):
    """R5.7: lent specialists do the work; the zone has its action back."""

    zone: int
    discipline: int

    def on_public(self, public: Public) -> None:
        board = public.zones[self.zone]
        board.actions += 1
        board.given_back[self.discipline] += 1


@attrs.frozen(slots=False)
class TeamSent(Event, told=Told.PUBLIC, reveals=False, rolls=False, hands_over=False):
    """R5.8."""

    zone: int
    to: int

    def on_public(self, public: Public) -> None:
        spend(public, self.zone)
        public.zones[self.zone].teams -= 1
        public.zones[self.to].teams += 1


@attrs.frozen(slots=False)
class TakenDown(Event, told=Told.PUBLIC, reveals=False, rolls=False, hands_over=False):
    """R5.9: dark and frozen to the end of these rounds."""

    zone: int
    persona: int
    dark_until: int
    frozen_until: int

    def on_public(self, public: Public) -> None:
        spend(public, self.zone)
        entry = public.index[self.persona]
        entry.dark_until, entry.frozen_until = self.dark_until, self.frozen_until


@attrs.frozen(slots=False)
class Counselled(Event, told=Told.PUBLIC, reveals=False, rolls=False, hands_over=False):
    """R5.10: prevention work of `zone` in `to`, itself or an adjacent one."""

    zone: int
    to: int

    def on_public(self, public: Public) -> None:
        spend(public, self.zone)


@attrs.frozen(slots=False)
class ProtectionSet(Event, told=Told.PUBLIC, reveals=False, rolls=False, hands_over=False):
    """R5.11."""

    zone: int
    until: int

    def on_public(self, public: Public) -> None:
        spend(public, self.zone)
        public.zones[self.zone].protected_until = self.until


@attrs.frozen(slots=False)
class Located(Event, told=Told.PUBLIC, reveals=True, rolls=True, hands_over=False):
    """R5.12: `site` is one of the zone's sites, -1 on failure."""

    zone: int
    persona: int
    success: bool
    site: int

    def on_public(self, public: Public) -> None:
        spend(public, self.zone)
        if self.success:
            entry = public.index[self.persona]
            entry.located |= 1 << self.zone
            entry.sites[self.zone] = self.site


@attrs.frozen(slots=False)
class Staged(Event, told=Told.PUBLIC, reveals=False, rolls=False, hands_over=False):
    """R5.13."""

    zone: int
    persona: int

    def on_public(self, public: Public) -> None:
        spend(public, self.zone)
        public.index[self.persona].staged |= 1 << self.zone


@attrs.frozen(slots=False)
class StoodBy(Event, told=Told.PUBLIC, reveals=False, rolls=False, hands_over=False):
    """R5.14."""

    zone: int

    def on_public(self, public: Public) -> None:
        spend(public, self.zone)
