"""Events about personas, files, the register check and names (sections 3, 5.15-5.18, 9)."""

from __future__ import annotations

import attrs

from ..board import UNCHECKED, Public, Request, blank_entry
from ..geography import narrow
from ..seat import Seat, bits
from ..words import Function, NameLoss
from .base import Event, Told


@attrs.frozen(slots=False)
class PersonaFound(Event, told=Told.PUBLIC, reveals=True, rolls=False, hands_over=False):
    """R3.4: a persona comes on the Index, its function with it."""

    persona: int
    function: Function

    def on_public(self, public: Public) -> None:
        public.index[self.persona] = blank_entry(self.function, len(public.zones))


@attrs.frozen(slots=False)
class FileOpened(Event, told=Told.PUBLIC, reveals=True, rolls=False, hands_over=False):
    """R3.2: a zone opens an empty file."""

    zone: int
    persona: int

    def on_public(self, public: Public) -> None:
        public.index[self.persona].held[self.zone] = 0

    def on_seat(self, seat: Seat) -> None:
        seat.open(self.persona)


@attrs.frozen(slots=False)
class Sighted(Event, told=Told.PUBLIC, reveals=True, rolls=False, hands_over=False):
    """R3.8: a persona was seen acting in a zone, on a channel of the deck (R6.2)."""

    zone: int
    persona: int
    channel: int

    def on_public(self, public: Public) -> None:
        entry = public.index[self.persona]
        entry.sighted |= 1 << self.zone
        narrow(public, entry)


@attrs.frozen(slots=False)
class TraitsLearned(Event, told=Told.ZONE, reveals=True, rolls=False, hands_over=False):
    """R3.2: values written into a file, as (category, value); `unverified` is a mask of categories."""

    zone: int
    persona: int
    traits: tuple[tuple[int, int], ...]
    unverified: int

    def on_seat(self, seat: Seat) -> None:
        file = seat.files[self.persona]
        for category, value in self.traits:
            file.traits[category] = value
            file.held |= 1 << category
        file.unverified |= self.unverified
        seat.rematch(file)


@attrs.frozen(slots=False)
class HoldingChanged(Event, told=Told.PUBLIC, reveals=True, rolls=False, hands_over=False):
    """R3.4: which categories a zone's file holds now, never the values."""

    zone: int
    persona: int
    held: int
    unverified: int

    def on_public(self, public: Public) -> None:
        entry = public.index[self.persona]
        entry.held[self.zone] = self.held
        entry.unverified[self.zone] = self.unverified
        for request in public.requests:
            if request.asker == self.zone and request.persona == self.persona and request.category >= 0:
                request.answered = request.answered or bool(self.held >> request.category & 1)


@attrs.frozen(slots=False)
class TraitsDiffer(Event, told=Told.ZONE, reveals=True, rolls=False, hands_over=False):
    """R5.5: a file received says otherwise in these categories (a mask); the own values stay."""

    zone: int
    persona: int
    categories: int

    def on_seat(self, seat: Seat) -> None:
        seat.files[self.persona].differs |= self.categories


@attrs.frozen(slots=False)
class Discarded(Event, told=Told.PUBLIC, reveals=False, rolls=False, hands_over=False):
    """R9.2: a zone takes a trait off its own file."""

    zone: int
    persona: int
    category: int

    def on_seat(self, seat: Seat) -> None:
        file = seat.files[self.persona]
        bit = 1 << self.category
        file.traits[self.category] = -1
        file.held &= ~bit
        file.unverified &= ~bit
        file.differs &= ~bit
        seat.rematch(file)


@attrs.frozen(slots=False)
class LinksLearned(Event, told=Told.ZONE, reveals=True, rolls=False, hands_over=False):
    """R5.4, R5.5: links (a mask of personas) written on a file; `exhausted`: no more will be found."""

    zone: int
    persona: int
    links: int
    exhausted: bool

    def on_seat(self, seat: Seat) -> None:
        file = seat.files[self.persona]
        file.links |= self.links
        for other in bits(self.links):
            seat.files[other].links |= 1 << self.persona
        file.exhausted = file.exhausted or self.exhausted


@attrs.frozen(slots=False)
class ExhaustionCleared(Event, told=Told.ZONE, reveals=True, rolls=False, hands_over=False):
    """R5.4: the operative has recruited; there is a link to find again."""

    zone: int
    persona: int

    def on_seat(self, seat: Seat) -> None:
        seat.files[self.persona].exhausted = False


@attrs.frozen(slots=False)
class RegisterChecked(Event, told=Told.PUBLIC, reveals=True, rolls=False, hands_over=False):
    """R3.9: a register's answer: `hits` persons fit `tested` traits; -1 hits: unchecked again."""

    zone: int
    persona: int
    hits: int
    tested: int

    def on_public(self, public: Public) -> None:
        entry = public.index[self.persona]
        entry.hits[self.zone] = self.hits
        entry.tested[self.zone] = 0 if self.hits == UNCHECKED else self.tested
        narrow(public, entry)


@attrs.frozen(slots=False)
class Named(Event, told=Told.PUBLIC, reveals=True, rolls=False, hands_over=False):
    """R5.15: a zone names a person for a persona; who it is stays in the zone."""

    zone: int
    persona: int

    def on_public(self, public: Public) -> None:
        public.index[self.persona].named |= 1 << self.zone


@attrs.frozen(slots=False)
class PersonNamed(Event, told=Told.ZONE, reveals=False, rolls=False, hands_over=False):
    """R5.15: the person behind the name, by number in the own register."""

    zone: int
    persona: int
    person: int

    def on_seat(self, seat: Seat) -> None:
        seat.names[self.persona] = self.person


@attrs.frozen(slots=False)
class NameLost(Event, told=Told.PUBLIC, reveals=True, rolls=False, hands_over=False):
    """R5.17: a name goes, location and task with it."""

    zone: int
    persona: int
    why: NameLoss

    def on_public(self, public: Public) -> None:
        entry = public.index[self.persona]
        keep = ~(1 << self.zone)
        entry.named &= keep
        entry.located &= keep
        entry.staged &= keep
        entry.sites[self.zone] = -1

    def on_seat(self, seat: Seat) -> None:
        seat.names.pop(self.persona, None)


@attrs.frozen(slots=False)
class Asked(Event, told=Told.PUBLIC, reveals=False, rolls=False, hands_over=False):
    """R5.18: a request, standing until the end of round `until`."""

    zone: int
    persona: int
    category: int
    to: int
    until: int

    def on_public(self, public: Public) -> None:
        public.requests.append(Request(self.zone, self.to, self.persona, self.category, self.until))
        public.zones[self.zone].requests -= 1


@attrs.frozen(slots=False)
class MainPlotDated(Event, told=Told.PUBLIC, reveals=True, rolls=False, hands_over=False):
    """R3.7: the round of the main plot becomes public."""

    round: int

    def on_public(self, public: Public) -> None:
        public.main_round = self.round
