"""Checks of the inject cards: ids, grades, effects, options.

Knows the shape of injects.yaml and R8.2-R8.10; must not know the rest of the deck.
"""

from __future__ import annotations

import re
from typing import Final

from ..core.scenario import Effect, EffectKind
from ..core.words import Kind, Track
from ..i18n import _
from .bounds import AMOUNT, EFFECTS, OPTIONS
from .checking import Checking
from .problems import Steps
from .schema import CardEntry, CardsEntry

_GRADES: Final = {
    Kind.LEAD: (re.compile(r"[A-C][1-3]"), "A1 - C3"),
    Kind.LOW_LEAD: (re.compile(r"[D-F][4-6]"), "D4 - F6"),
}
_CARRIES: Final = {Kind.LEAD: EffectKind.LEAD, Kind.LOW_LEAD: EffectKind.LOW_LEAD}
OF_A_ZONE: Final = frozenset(
    {EffectKind.INFLUENCE, EffectKind.ACTIONS, EffectKind.LEAD, EffectKind.LOW_LEAD, EffectKind.TEAM_HELD}
)
"""Effects that fall on one zone."""


def check_cards(checking: Checking, file: CardsEntry) -> None:
    """Every card for itself, and ids among each other."""
    checking.count(("cards",), file.cards, (1, 400))
    checking.unique_at([(("cards", i, "id"), card.id) for i, card in enumerate(file.cards)])
    for number, card in enumerate(file.cards):
        steps: Steps = ("cards", number)
        _check_grade(checking, steps, card)
        _check_kind(checking, steps, card)
        check_effects(checking, (*steps, "effects"), card.effects)
        for index, option in enumerate(card.options):
            check_effects(checking, (*steps, "options", index, "effects"), option.effects)


def _check_grade(checking: Checking, steps: Steps, card: CardEntry) -> None:
    if card.kind in _GRADES:
        pattern, span = _GRADES[card.kind]
        if not pattern.fullmatch(card.grade):
            message = _("a card of kind {kind} needs a source grade from {span}.")
            checking.error((*steps, "grade"), message.format(kind=card.kind.value, span=span))
    elif card.grade:
        checking.error((*steps, "grade"), _("only leads have a source grade."), key=True)


def _check_kind(checking: Checking, steps: Steps, card: CardEntry) -> None:
    needed = _CARRIES.get(card.kind)
    if needed and not any(effect.kind is needed for effect in card.effects):
        message = _("a card of kind {kind} needs the effect {effect}.")
        checking.error(steps, message.format(kind=card.kind.value, effect=needed.value))
    if card.kind is Kind.QUIET and card.effects:
        checking.error((*steps, "effects"), _("a quiet card has no effects."), key=True)
    if card.kind is Kind.DILEMMA:
        checking.count((*steps, "options"), card.options, OPTIONS)
        labels = [((*steps, "options", i, "label"), option.label) for i, option in enumerate(card.options)]
        checking.unique_at(labels)
        if card.effects:
            message = _("what a dilemma does stands in its options, not in the card.")
            checking.error((*steps, "effects"), message, key=True)
    elif card.options:
        checking.error((*steps, "options"), _("only a dilemma has options."), key=True)


def check_effects(checking: Checking, steps: Steps, effects: tuple[Effect, ...]) -> None:
    """Effects with what each of them needs, and nothing more."""
    checking.count(steps, effects, (0, EFFECTS))
    for index, effect in enumerate(effects):
        _check_amount(checking, (*steps, index), effect)
        _check_target(checking, (*steps, index), effect)


def _check_amount(checking: Checking, steps: Steps, effect: Effect) -> None:
    most = AMOUNT.get(effect.kind.value, 0)
    if most and (effect.amount == 0 or abs(effect.amount) > most):
        message = _("the effect {effect} needs an amount from -{most} to {most}, and not 0.")
        checking.error((*steps, "amount"), message.format(effect=effect.kind.value, most=most))
    if not most and checking.has((*steps, "amount")):
        message = _("the effect {effect} has no amount.")
        checking.error((*steps, "amount"), message.format(effect=effect.kind.value), key=True)


def _check_target(checking: Checking, steps: Steps, effect: Effect) -> None:
    if effect.kind is EffectKind.TRACK:
        if effect.track not in (Track.TRUST, Track.ALERT):
            checking.error((*steps, "track"), _("the effect track needs a track: trust or alert."))
    elif checking.has((*steps, "track")):
        message = _("the effect {effect} has no track.")
        checking.error((*steps, "track"), message.format(effect=effect.kind.value), key=True)
    if effect.kind not in OF_A_ZONE and checking.has((*steps, "who")):
        message = _("the effect {effect} does not fall on a zone; leave out who.")
        checking.error((*steps, "who"), message.format(effect=effect.kind.value), key=True)
