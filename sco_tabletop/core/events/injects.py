"""Events of the inject deck (section 8)."""

from __future__ import annotations

from typing import TYPE_CHECKING

import attrs

from ..board import Offer, Public
from ..message import Delivery
from ..seat import Seat
from .base import Event, Told

if TYPE_CHECKING:
    from ..secret import Secret


@attrs.frozen(slots=False)
class CardDrawn(Event, told=Told.PUBLIC, reveals=True, rolls=False, hands_over=False):
    """R8.1: the round's card, by its id in the deck."""

    card: str

    def on_public(self, public: Public) -> None:
        public.card = self.card
        public.drawn.append(self.card)
        public.pile -= 1

    def on_secret(self, secret: Secret) -> None:
        secret.pile.pop(0)


@attrs.frozen(slots=False)
class OptionChosen(Event, told=Told.PUBLIC, reveals=False, rolls=False, hands_over=False):
    """R8.8: the chair's answer."""

    card: str
    option: int


@attrs.frozen(slots=False)
class NoEffect(Event, told=Told.PUBLIC, reveals=False, rolls=False, hands_over=False):
    """An effect of the card found nothing to act on. `effect` is the value of an EffectKind."""

    effect: str


@attrs.frozen(slots=False)
class LeadReceived(Event, told=Told.PUBLIC, reveals=True, rolls=True, hands_over=False):
    """R8.2: a zone gets a true trait; the value goes to its file alone."""

    zone: int
    persona: int
    category: int


@attrs.frozen(slots=False)
class LeadOffered(Event, told=Told.PUBLIC, reveals=True, rolls=True, hands_over=False):
    """R8.3: a low lead waits for the zone's answer."""

    zone: int
    persona: int
    category: int

    def on_public(self, public: Public) -> None:
        public.offer = Offer(self.zone, self.persona, self.category)


@attrs.frozen(slots=False)
class LeadValueDrawn(Event, told=Told.NOBODY, reveals=False, rolls=True, hands_over=False):
    """R8.3: what the low lead says; secret until accepted."""

    value: int

    def on_secret(self, secret: Secret) -> None:
        secret.lead_value = self.value


@attrs.frozen(slots=False)
class LeadAnswered(Event, told=Told.PUBLIC, reveals=False, rolls=False, hands_over=False):
    """R8.3: accepted or refused; `lapsed`: no answer, or the category was held by then."""

    zone: int
    accepted: bool
    lapsed: bool

    def on_public(self, public: Public) -> None:
        public.offer = None


@attrs.frozen(slots=False)
class CategoryRevealed(Event, told=Told.PUBLIC, reveals=True, rolls=True, hands_over=False):
    """R8.10: every zone that holds a file on the persona gets this trait."""

    persona: int
    category: int


@attrs.frozen(slots=False)
class ActionsChanged(Event, told=Told.PUBLIC, reveals=True, rolls=True, hands_over=False):
    """R8.6, R8.7: a zone has more or fewer actions this round."""

    zone: int
    amount: int

    def on_public(self, public: Public) -> None:
        board = public.zones[self.zone]
        board.actions = max(0, board.actions + self.amount)


@attrs.frozen(slots=False)
class TeamHeldUp(Event, told=Told.PUBLIC, reveals=True, rolls=True, hands_over=False):
    """R8.10: one team of the zone cannot be sent or staged this round."""

    zone: int

    def on_public(self, public: Public) -> None:
        public.zones[self.zone].held_up += 1


@attrs.frozen(slots=False)
class LoanSuspended(Event, told=Told.PUBLIC, reveals=True, rolls=True, hands_over=False):
    """R8.10: a loan does not count this round."""

    zone: int
    discipline: int

    def on_public(self, public: Public) -> None:
        public.zones[self.zone].suspended = self.discipline


@attrs.frozen(slots=False)
class BulletinsChanged(Event, told=Told.PUBLIC, reveals=True, rolls=False, hands_over=False):
    """R8.10: a bulletin more or less this round."""

    amount: int

    def on_public(self, public: Public) -> None:
        public.bulletins = max(0, public.bulletins + self.amount)


@attrs.frozen(slots=False)
class InjectAnnounced(Event, told=Told.PUBLIC, reveals=True, rolls=False, hands_over=False):
    """R8.11: the facilitator tells everybody."""

    delivery: Delivery

    def on_public(self, public: Public) -> None:
        public.announced.append(self.delivery)


@attrs.frozen(slots=False)
class InjectDelivered(Event, told=Told.ZONE, reveals=True, rolls=False, hands_over=False):
    """R8.11: the facilitator tells one zone, and nobody else."""

    zone: int
    delivery: Delivery

    def on_seat(self, seat: Seat) -> None:
        seat.delivered.append(self.delivery)


@attrs.frozen(slots=False)
class DrawPassed(Event, told=Told.PUBLIC, reveals=False, rolls=False, hands_over=True):
    """R8.12: the facilitator opens the round without a card."""
