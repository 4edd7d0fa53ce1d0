"""Inject cards read out: one when it is drawn, and all so far when they are asked for."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from ..core.events import AnyEvent, CardDrawn, InjectAnnounced, InjectDelivered, OptionChosen
from ..core.rules.injects import card_of
from ..core.scenario import Card
from ..core.view import View
from ..i18n import _, n_
from ..wording import words
from ..wording.cards import effects_text, sender_text
from ..wording.delivery import delivery_lines
from ..wording.events import event_text
from ..wording.grades import grade_text


def card_lines(card: Card) -> Iterator[str]:
    """One card in full."""
    yield _("-- Inject: {title} --").format(title=card.title)
    yield sender_text(card)
    if card.grade:
        yield _("Grade {grade}").format(grade=grade_text(card.grade))
    yield card.text
    if card.effects:
        yield _("Effect: {effects}").format(effects=effects_text(card.effects))


def so_far(view: View, journal: Iterable[tuple[int, AnyEvent]]) -> Iterator[str]:
    """All cards and delivered injects that the view was given, with what was decided; how many are left."""
    for number, event in journal:
        match event:
            case CardDrawn(card=name):
                card = card_of(view.scenario, name)
                yield _("Round {round}:").format(round=number)
                yield from card_lines(card) if card else (name,)
            case OptionChosen():
                yield event_text(view, event) or ""
            case InjectAnnounced(delivery=delivery):
                yield from delivery_lines(delivery, _("everybody"))
            case InjectDelivered(delivery=delivery, zone=zone):
                yield from delivery_lines(delivery, words.zone_name(view.scenario, zone))
            case _:
                pass
    pile = view.public.pile
    yield n_("{count} card left in the deck.", "{count} cards left in the deck.", pile).format(count=pile)
