"""Cards that repeat each other are pointed at; the deck loads all the same."""

from __future__ import annotations

import pytest

from sco_tabletop.content import ProblemKind, check, load
from sco_tabletop.content.variety import MOST_OF_A_KIND

from .workshop import CARDS, Workshop

QUESTION = "Which of your own interruptions could have been announced?"
OTHER = "What did you do with the quiet round?"
QUIET = """
  - id: quiet-extra-{number}
    kind: quiet
    title: Extra {number}
    text: EXERCISE. Nothing.
    sender: Duty officer
    method: verbal
    teaches: Nothing.
    question: Question {number}?
"""


def warned(shop: Workshop, place: tuple[int, int]) -> list[str]:
    """The warnings at a place; the deck must load all the same."""
    load(shop.folder)
    return [problem.message for problem in shop.at(CARDS, place) if problem.kind is ProblemKind.WARNING]


@pytest.mark.parametrize("question", [OTHER, OTHER.upper(), OTHER.replace(" ", "  ")])
def test_same_effects_and_same_question(shop: Workshop, question: str) -> None:
    """Capitals and spaces do not make another question; the message names the earlier card."""
    place = shop.swap(CARDS, "- id: quiet-server-window", "- ¦id: quiet-server-window")
    assert warned(shop, place) == []
    shop.swap(CARDS, QUESTION, question)
    (text,) = warned(shop, place)
    assert "quiet-nothing-to-report" in text


def test_same_question_with_other_effects(shop: Workshop) -> None:
    """One question may be asked of two different things."""
    shop.swap(
        CARDS, QUESTION, "Which task was ready to hand over, and which would have needed a day to explain?"
    )
    assert warned(shop, shop.swap(CARDS, "- id: quiet-server-window", "- ¦id: quiet-server-window")) == []


def test_order_of_options_and_effects_does_not_matter(shop: Workshop) -> None:
    """A dilemma told the other way round is the same dilemma."""
    text = (shop.folder / CARDS).read_text(encoding="utf-8")
    start = text.index("  - id: dilemma-press")
    card = text[start : text.index("  - id: dilemma-storehouse")]
    head, first, second = card.replace("dilemma-press", "dilemma-mirror").split("      - label:")
    trust, alert = first.splitlines(keepends=True)[-2:]
    turned = f"{head}      - label:{second}      - label:{first.replace(trust + alert, alert + trust)}"
    place = shop.write(
        CARDS, text[:start] + card + turned.replace("- id", "- ¦id") + text[start + len(card) :]
    )
    (message,) = warned(shop, place)
    assert "dilemma-press" in message


def test_seventh_of_a_kind(shop: Workshop) -> None:
    """Six quiet cards are fine, the seventh is pointed at, once."""
    text = (shop.folder / CARDS).read_text(encoding="utf-8")
    extra = [QUIET.format(number=number).strip("\n") for number in range(MOST_OF_A_KIND - 1)]
    last = extra[-1].replace("- id", "- ¦id")
    shop.write(CARDS, "\n".join([text, *extra[:-1], ""]))
    assert not [problem for problem in load_and_check(shop) if "leave nothing" in problem]
    place = shop.write(CARDS, "\n".join([text, *extra[:-1], last, ""]))
    assert warned(shop, place) == ["more than 6 cards of kind quiet leave nothing to decide."]
    assert len(load_and_check(shop)) == 1


def load_and_check(shop: Workshop) -> list[str]:
    """Every message of a deck that loads."""
    load(shop.folder)
    return [problem.message for problem in check(shop.folder)]
