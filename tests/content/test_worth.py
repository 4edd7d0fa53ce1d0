"""R8.10: `check` adds up what cards are worth, warns, and lets the deck load."""

from __future__ import annotations

import pytest

from sco_tabletop.content import ProblemKind, load
from sco_tabletop.content.worth import FLAT, PER_POINT, effect_worth, in_actions
from sco_tabletop.core.scenario import Effect, EffectKind
from sco_tabletop.core.words import Track

from .workshop import CARDS, Workshop


def test_every_effect_has_a_price() -> None:
    """No kind of effect is forgotten, none has two prices."""
    assert {EffectKind.TRACK, *PER_POINT, *FLAT} == set(EffectKind)
    assert not set(PER_POINT) & set(FLAT)


@pytest.mark.parametrize(
    ("effect", "actions"),
    [
        (Effect(EffectKind.ACTIONS, -1), "-1"),
        (Effect(EffectKind.INFLUENCE, 2), "-1"),
        (Effect(EffectKind.PREPARATION, -1), "0.5"),
        (Effect(EffectKind.BULLETINS, 1), "0.5"),
        (Effect(EffectKind.TRACK, 1, Track.ALERT), "-0.5"),
        (Effect(EffectKind.TRACK, -1, Track.TRUST), "-0.25"),
        (Effect(EffectKind.LEAD), "1"),
        (Effect(EffectKind.REVEAL), "1"),
        (Effect(EffectKind.LOW_LEAD), "0.25"),
        (Effect(EffectKind.CONTACT_LOST), "-0.25"),
        (Effect(EffectKind.LOAN_SUSPENDED), "-0.25"),
        (Effect(EffectKind.TEAM_HELD), "-0.5"),
    ],
    ids=str,
)
def test_price_list(effect: Effect, actions: str) -> None:
    """The list in the author's guide."""
    assert in_actions(effect_worth(effect)) == actions


def warned(shop: Workshop, place: tuple[int, int]) -> list[str]:
    """The warnings at a place; the deck must load all the same."""
    load(shop.folder)
    return [str(problem) for problem in shop.at(CARDS, place) if problem.kind is ProblemKind.WARNING]


def test_card_worth_too_much(shop: Workshop) -> None:
    """A card below -1 action; one of exactly -1 is fine (the friction cards of the deck are)."""
    old = "- id: friction-legal-request"
    shop.swap(CARDS, "{kind: actions, amount: -1}", "{kind: actions, amount: -1}\n      - {kind: team-held}")
    place = shop.swap(CARDS, "- id: friction-translation-backlog", "- ¦id: friction-translation-backlog")
    (text,) = warned(shop, place)
    assert text.endswith("warning: cards[11]: this is worth -1.5 actions; -1 to 1 is allowed.")
    assert warned(shop, shop.swap(CARDS, old, "- ¦id: friction-legal-request")) == []


def test_options_too_far_apart(shop: Workshop) -> None:
    """Half an action apart is a choice, three quarters are not."""
    silent, bulletin = "{kind: track, track: trust, amount: -1}", "{kind: bulletins, amount: 1}"
    shop.swap(CARDS, silent, f"{silent}\n          - {bulletin}")
    place = shop.swap(CARDS, "    options:\n      - label", "    options:\n      ¦- label")
    assert warned(shop, place) == []
    shop.swap(CARDS, f"{silent}\n          - {bulletin}", bulletin)
    assert "the options differ by 0.75 actions" in warned(shop, place)[0]


def test_option_worth_too_much(shop: Workshop) -> None:
    """Each option is held to the limit by itself."""
    place = shop.swap(CARDS, "- label: Stay silent", "- ¦label: Stay silent")
    shop.swap(
        CARDS,
        "{kind: track, track: trust, amount: -1}",
        "{kind: actions, amount: -1}\n          - {kind: team-held}",
    )
    (text,) = warned(shop, place)
    assert "cards[16].options[1]: this is worth -1.5 actions" in text
