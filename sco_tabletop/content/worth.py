"""What a card is worth in actions (R8.10), and warnings for cards that are worth too much.

Knows the price list; must not know files. Prices are in quarters of an action, so that sums are exact.
"""

from __future__ import annotations

from typing import Final

from ..core.scenario import Card, Effect, EffectKind, Option
from ..core.words import Track
from ..i18n import _
from .checking import Checking
from .problems import Steps
from .schema import CardEntry, CardsEntry, InjectEntry

ACTION: Final = 4
"""Quarters in one action."""

LIMIT: Final = ACTION
"""A card, or an option with its card, is worth between -1 and +1 actions."""

SPREAD: Final = ACTION // 2
"""Options of a dilemma differ by no more than half an action."""

PER_POINT: Final = {
    EffectKind.INFLUENCE: -2,
    EffectKind.PREPARATION: -2,
    EffectKind.ACTIONS: 4,
    EffectKind.BULLETINS: 2,
}
FLAT: Final = {
    EffectKind.LEAD: 4,
    EffectKind.LOW_LEAD: 1,
    EffectKind.REVEAL: 4,
    EffectKind.CONTACT_LOST: -1,
    EffectKind.TEAM_HELD: -2,
    EffectKind.LOAN_SUSPENDED: -1,
}
TRACKS: Final = {Track.TRUST: 1, Track.ALERT: -2, Track.THREAT: -4}


def effect_worth(effect: Effect) -> int:
    """Quarters of an action that the effect gives the coalition."""
    if effect.kind is EffectKind.TRACK:
        return TRACKS[effect.track or Track.ALERT] * effect.amount
    if effect.kind in PER_POINT:
        return PER_POINT[effect.kind] * effect.amount
    return FLAT[effect.kind]


def worth(thing: Card | CardEntry | Option | InjectEntry) -> int:
    """Quarters of an action, own effects only: the options of a card are not counted."""
    return sum(effect_worth(effect) for effect in thing.effects)


def check_worth(checking: Checking, file: CardsEntry) -> None:
    """Warn of every card, option and dilemma that R8.10 does not allow."""
    for number, card in enumerate(file.cards):
        steps: Steps = ("cards", number)
        base = worth(card)
        if abs(base) > LIMIT:
            _warn_limit(checking, steps, base)
        totals = [base + worth(option) for option in card.options]
        for index, total in enumerate(totals):
            if abs(total) > LIMIT:
                _warn_limit(checking, (*steps, "options", index), total)
        if totals and max(totals) - min(totals) > SPREAD:
            message = _("the options differ by {spread} actions; half an action at most keeps it a choice.")
            spread = in_actions(max(totals) - min(totals))
            checking.warning((*steps, "options"), message.format(spread=spread))


def warn_worth(checking: Checking, steps: Steps, inject: InjectEntry) -> None:
    """Warn of an inject of a script that does more to a zone than R8.10 allows a card."""
    if abs(worth(inject)) > LIMIT:
        _warn_limit(checking, (*steps, "effects"), worth(inject))


def in_actions(quarters: int) -> str:
    """Quarters as actions: -6 is `-1.5`."""
    return f"{quarters / ACTION:g}"


def _warn_limit(checking: Checking, steps: Steps, quarters: int) -> None:
    message = _("this is worth {worth} actions; -1 to 1 is allowed.")
    checking.warning(steps, message.format(worth=in_actions(quarters)))
