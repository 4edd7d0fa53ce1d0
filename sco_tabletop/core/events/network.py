"""Events of the tracks, the network phase, the strike and the end (sections 6 and 7)."""

from __future__ import annotations

from typing import TYPE_CHECKING

import attrs

from ..board import Capture, Plot, Public, Revealed
from ..seat import Seat
from ..words import Cause, EndReason, Phase, Result, Struck, Track
from .base import Event, Told

if TYPE_CHECKING:
    from ..secret import Secret


PARTS = (Cause.PLANS, Cause.FUNDS, Cause.WEAPONS, Cause.SUPPLIES)
"""The order of `Public.preparation` (R6.5)."""


@attrs.frozen(slots=False)
class TrackMoved(Event, told=Told.PUBLIC, reveals=True, rolls=False, hands_over=False):
    """A track moved by `amount`, already clipped to its range (R9.10)."""

    track: Track
    amount: int
    cause: Cause

    def on_public(self, public: Public) -> None:
        if self.track is Track.THREAT:
            public.threat += self.amount
        elif self.track is Track.ALERT:
            public.alert += self.amount
        else:
            public.trust += self.amount


@attrs.frozen(slots=False)
class InfluenceMoved(Event, told=Told.PUBLIC, reveals=False, rolls=False, hands_over=False):
    """The influence in a zone moved by `amount`, already clipped."""

    zone: int
    amount: int
    cause: Cause

    def on_public(self, public: Public) -> None:
        public.zones[self.zone].influence += self.amount


@attrs.frozen(slots=False)
class PreparationMoved(Event, told=Told.PUBLIC, reveals=False, rolls=False, hands_over=False):
    """R6.5: the parts of the preparation track now (plans, funds, weapons, supplies), and what moved them."""

    parts: tuple[int, int, int, int]
    cause: Cause

    def on_public(self, public: Public) -> None:
        public.preparation = list(self.parts)


@attrs.frozen(slots=False)
class TracesVanished(Event, told=Told.NOBODY, reveals=False, rolls=False, hands_over=False):
    """R6.1."""

    def on_secret(self, secret: Secret) -> None:
        secret.traces = [[] for _ in secret.traces]


@attrs.frozen(slots=False)
class TraceLaid(Event, told=Told.NOBODY, reveals=False, rolls=True, hands_over=False):
    """R6.2: `operative` (a number) left a trace in a field zone, on a channel."""

    field: int
    operative: int
    channel: int

    def on_secret(self, secret: Secret) -> None:
        secret.traces[self.field].append((self.operative, self.channel))


@attrs.frozen(slots=False)
class ChatterHeard(Event, told=Told.ZONE, reveals=True, rolls=False, hands_over=False):
    """R5.2: how many traces were laid here in the last network phase."""

    zone: int
    count: int

    def on_seat(self, seat: Seat) -> None:
        seat.chatter = self.count


@attrs.frozen(slots=False)
class Recruited(Event, told=Told.PUBLIC, reveals=True, rolls=True, hands_over=False):
    """R6.4: somebody was recruited here; not who."""

    zone: int

    def on_public(self, public: Public) -> None:
        public.recruited.append(self.zone)


@attrs.frozen(slots=False)
class PlotWarned(Event, told=Told.PUBLIC, reveals=True, rolls=True, hands_over=False):
    """R6.6: two zones (a mask) are warned of plot `number`, firing in the network phase of round `due`."""

    number: int
    zones: int
    due: int

    def on_public(self, public: Public) -> None:
        public.plots.append(Plot(self.number, self.zones, self.due))
        public.plots_seen += 1


@attrs.frozen(slots=False)
class PlotTargeted(Event, told=Told.NOBODY, reveals=False, rolls=True, hands_over=False):
    """R6.6: which of the warned zones it is."""

    number: int
    target: int

    def on_secret(self, secret: Secret) -> None:
        secret.targets[self.number] = self.target


@attrs.frozen(slots=False)
class PlotFired(Event, told=Told.PUBLIC, reveals=True, rolls=False, hands_over=False):
    """R6.7: the target is shown."""

    number: int
    target: int
    protected: bool

    def on_public(self, public: Public) -> None:
        public.plots = [plot for plot in public.plots if plot.number != self.number]
        public.fired.append(self.target)


@attrs.frozen(slots=False)
class MainPlotFired(Event, told=Told.PUBLIC, reveals=True, rolls=False, hands_over=False):
    """R6.7."""

    round: int

    def on_public(self, public: Public) -> None:
        public.main_fired, public.main_round = True, self.round


@attrs.frozen(slots=False)
class LocationLost(Event, told=Told.PUBLIC, reveals=True, rolls=True, hands_over=False):
    """R6.9, R8.5: he slipped away; the name is kept."""

    zone: int
    persona: int

    def on_public(self, public: Public) -> None:
        entry = public.index[self.persona]
        entry.located &= ~(1 << self.zone)
        entry.sites[self.zone] = -1


@attrs.frozen(slots=False)
class NetworkRested(Event, told=Told.PUBLIC, reveals=False, rolls=False, hands_over=False):
    """R6.10: the network phase is over; the alert now is what the next one compares with."""

    round: int

    def on_public(self, public: Public) -> None:
        public.alert_mark = public.alert


@attrs.frozen(slots=False)
class TeamStruck(Event, told=Told.PUBLIC, reveals=True, rolls=True, hands_over=False):
    """R7.1: one target of the strike. `operative` is the persona the person really was, -1 for none."""

    zone: int
    persona: int
    person: int
    outcome: Struck
    operative: int

    def on_public(self, public: Public) -> None:
        public.captures.append(Capture(self.zone, self.persona, self.person, self.outcome, self.operative))


@attrs.frozen(slots=False)
class NetworkOpened(Event, told=Told.PUBLIC, reveals=True, rolls=False, hands_over=False):
    """R7.1: the exercise is over and everything is opened."""

    operatives: tuple[Revealed, ...]
    main_round: int

    def on_public(self, public: Public) -> None:
        public.network = self.operatives
        public.main_round = self.main_round


@attrs.frozen(slots=False)
class ExerciseEnded(Event, told=Told.PUBLIC, reveals=True, rolls=False, hands_over=True):
    """R7.2, R4.8."""

    result: Result
    reason: EndReason

    def on_public(self, public: Public) -> None:
        public.result, public.reason, public.phase = self.result, self.reason, Phase.OVER
