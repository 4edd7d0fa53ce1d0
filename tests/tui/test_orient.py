"""The page before the first decision: one page at 80x24 for every deck, with the words it plays."""

from __future__ import annotations

import pytest

from sco_tabletop.content import load, locate
from sco_tabletop.core.scenario import Seating
from sco_tabletop.core.view import View, blank_view
from sco_tabletop.core.words import ChairRule
from sco_tabletop.tui.screens.orient import OrientScreen
from sco_tabletop.tui.text import plain, width

ROWS, COLUMNS = 22, 78


def page(view: View) -> list[str]:
    """Its lines before the story."""
    lines = [plain(row.line) for row in OrientScreen(view, (0,)).content(COLUMNS, ROWS).rows]
    begin = next(n for n, text in enumerate(lines) if text.startswith("EXERCISE."))
    return lines[: begin - 1]


@pytest.mark.parametrize(
    ("deck", "has", "lacks"),
    [
        ("first-watch", ("H-hour  ", "stage  ", "register  "), ("attributed",)),
        ("xiamen-2019", ("H-hour  ", "locate  ", "route"), ("attributed",)),
        ("xiamen-2017", ("name  ", "trait  "), ("H-hour", "stage", "locate")),
        ("xiamen-2015", ("attributed  ", "persona  "), ("register", "H-hour", "A studies")),
    ],
)
def test_one_page_with_the_words_that_are_played(
    deck: str, has: tuple[str, ...], lacks: tuple[str, ...]
) -> None:
    """No more lines than the smallest screen shows; no word that this depth does not play."""
    view = blank_view(load(locate(deck)), Seating(ChairRule.ROTATING, (0,)), 0)
    lines = page(view)
    text = "\n".join(lines)
    assert len(lines) < ROWS
    assert all(width(row.line) <= COLUMNS for row in OrientScreen(view, (0,)).content(COLUMNS, ROWS).rows)
    assert all(word in text for word in has)
    assert not any(word in text for word in lacks)


def test_who_plays_two_states_reads_both() -> None:
    """The page names the reader's own states."""
    view = blank_view(load(locate("first-watch")), Seating(ChairRule.ROTATING, (0, 2)), 0)
    text = " ".join(plain(row.line) for row in OrientScreen(view, (0, 2)).content(200, ROWS).rows)
    assert "You are Kazakhstan, Tajikistan: each has 2 actions" in text


@pytest.mark.parametrize(
    ("deck", "says"), [("tutorial", "Of 3 that is 2."), ("first-watch", "Of 5 that is 4.")]
)
def test_the_quota_is_counted_out(deck: str, says: str) -> None:
    """75% of 5 is no number of persons; the page says how many captures win."""
    view = blank_view(load(locate(deck)), Seating(ChairRule.ROTATING, (0,)), 0)
    assert says in " ".join(page(view))
