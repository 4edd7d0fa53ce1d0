"""Warnings for cards that repeat each other: the same twice, or too many that leave nothing to decide.

Knows the shape of injects.yaml; must not know what an effect is worth.
"""

from __future__ import annotations

from collections import Counter
from typing import Final

from ..core.scenario import Effect
from ..core.words import Kind
from ..i18n import _
from .checking import Checking
from .schema import CardEntry, CardsEntry

MOST_OF_A_KIND: Final = 6
"""More cards of one kind than this that leave nothing to decide teach the players to look away."""

Bag = frozenset[tuple[Effect, int]]


def check_variety(checking: Checking, file: CardsEntry) -> None:
    """Warn of a card that does and asks what an earlier one does, and of the seventh without a choice."""
    first: dict[tuple[object, ...], str] = {}
    count: Counter[Kind] = Counter()
    for number, card in enumerate(file.cards):
        before = first.setdefault(sameness(card), card.id)
        if before != card.id:
            message = _(
                "this card has the effects and the question of {card}; one of the two teaches nothing."
            )
            checking.warning(("cards", number), message.format(card=before))
        count[card.kind] += not card.options
        if not card.options and count[card.kind] == MOST_OF_A_KIND + 1:
            message = _("more than {most} cards of kind {kind} leave nothing to decide.")
            checking.warning(("cards", number), message.format(most=MOST_OF_A_KIND, kind=card.kind.value))


def sameness(card: CardEntry) -> tuple[object, ...]:
    """Equal for two cards with the same question and, in any order, the same effects and options."""
    options = Counter(bag(option.effects) for option in card.options)
    return " ".join(card.question.casefold().split()), bag(card.effects), frozenset(options.items())


def bag(effects: tuple[Effect, ...]) -> Bag:
    """Effects without their order."""
    return frozenset(Counter(effects).items())
