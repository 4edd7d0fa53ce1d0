"""The numbers in the rule book are those of the decks (tests/content/book.py), so the two can never part."""

from __future__ import annotations

from typing import Any

import attrs
import pytest

from sco_tabletop.core.scenario import Numbers
from sco_tabletop.core.words import Depth, Function

from . import book
from .book import ALL, COLUMN, ONCE, PATH, SAME, SHARES, Telling, of, renewed

BOOK = PATH.read_text(encoding="utf-8")
ELSEWHERE = {"requests", "trace_per_alert", "attributed_zones", "quota", "partial_quota"}
"""Numbers that stand in sentences (compared below), or in R1.4 for the full process alone."""
BY_DECK = {"min_slack"}
"""Numbers that the book names and leaves to the deck."""


def test_tables_are_those_of_the_decks() -> None:
    """R1.1 to R1.4, R8.1: every cell; `python -m tests.content.book` writes them anew."""
    assert renewed(BOOK).splitlines() == BOOK.splitlines()


@pytest.mark.parametrize(
    ("here", "there"),
    [
        ("| zones | 8 | **8** | 8 | 4 |", "| zones | 8 | **9** | 8 | 4 |"),
        ("| alert | 0..10 |", "| alert | 0..11 |"),
    ],
)
def test_a_wrong_cell_is_noticed(here: str, there: str) -> None:
    """The comparison reads what stands there: one cell changed makes another book, and is put right."""
    spoilt = BOOK.replace(here, there)
    assert spoilt != BOOK
    assert renewed(spoilt) == BOOK


@pytest.mark.parametrize("label", ["| first look (R3.13) | 1 trait |\n", "| zones | 8 | 6 |\n"])
def test_a_row_that_is_missing_or_unknown_is_noticed(label: str) -> None:
    """Every table has exactly its rows."""
    with pytest.raises(AssertionError, match="the book lacks"):
        renewed(BOOK.replace(label, ""))
    with pytest.raises(KeyError):
        renewed(BOOK.replace(label, label + label))


def test_what_the_short_depths_share_with_the_full_process() -> None:
    """R1.1: rows that stand in the first table only are the same in all decks."""
    for label in SAME:
        assert len({COLUMN[label](scenario.numbers) for scenario in ALL.values()}) == 1


def test_sentences() -> None:
    """Numbers outside the tables: R1.3, R5.18, R10.1, R10.3; the leader never leaves a trace."""
    for scenario in ALL.values():
        numbers = scenario.numbers
        assert numbers.requests == 2
        assert "two a zone and round" in BOOK
        assert f"minus {numbers.trace_per_alert} points per alert" in BOOK
        assert scenario.chances.trace_left[Function.LEADER] == 0
    for scenario in of("xiamen-2015"):
        assert scenario.depth is Depth.FIND
        assert f"leave at most {scenario.numbers.attributed_zones} zones" in BOOK


def test_r10_1_shares_of_a_deck_that_gives_none() -> None:
    """R10.1: the table gives what counts where a deck says nothing."""
    given: dict[str, Any] = {field.name: field.default for field in attrs.fields(Numbers)}
    assert f"mean influence <= {given['influence_goal'] / 10:.1f} at EndEx" in BOOK
    for share, words in (
        ("attributed_quota", "of the network without its leader is **attributed**"),
        ("attributed_partial", "attributed |"),
        ("named_quota", "of all operatives rightly named"),
        ("named_complete", "+ leader"),
        ("named_partial", "|"),
    ):
        assert f">= {given[share]}% {words}" in BOOK
    assert given["attributed_complete"] == 100


def test_every_number_stands_in_the_book() -> None:
    """No number is left out: changing it alone changes some cell, or it is known to stand elsewhere."""
    numbers = of("first-watch")[0].numbers
    tellings: list[Telling] = [
        *COLUMN.values(),
        *ONCE.values(),
        *(t for pair in SHARES.values() for t in pair),
    ]
    silent = set()
    for field in attrs.fields(Numbers):
        value = getattr(numbers, field.name)
        other: Any = () if isinstance(value, tuple) else 1 - value if value in (0, 1) else value + 1
        changed = attrs.evolve(numbers, **{field.name: other})
        if all(tell(changed) == tell(numbers) for tell in tellings):
            silent.add(field.name)
    assert silent - BY_DECK == ELSEWHERE


def test_levels_stand_in_the_order_of_the_heads() -> None:
    """The cells of a difficulty stand below its name."""
    assert [level for deck, level in ALL if deck == "xiamen-2019"] == list(book.LEVELS)
    assert [scenario.difficulty for scenario in of("first-watch")] == ["standard"]
