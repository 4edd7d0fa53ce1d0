"""First Watch: geography, network, cards, words. Its numbers are compared with the rule book elsewhere."""

from __future__ import annotations

import itertools
import json
import re
from collections import Counter

import pytest

from sco_tabletop.content import check, difficulties, load
from sco_tabletop.content.worth import LIMIT, SPREAD, worth
from sco_tabletop.core.engine import open_exercise
from sco_tabletop.core.scenario import Card, Scenario, Seating
from sco_tabletop.core.words import Function, Kind
from sco_tabletop.strict import make_converter

from .workshop import SOURCE

FIRST_WATCH = load(SOURCE)


def test_nothing_to_mend() -> None:
    """The deck that ships has no errors and no warnings."""
    assert check(SOURCE) == ()
    assert difficulties(SOURCE) == ("standard",)
    assert load(SOURCE, "standard") == FIRST_WATCH


def test_r2_1_r2_4_ring_and_network() -> None:
    """R2.1: a ring in deck order. R2.4: the quick network."""
    assert [zone.id for zone in FIRST_WATCH.zones] == ["KAZ", "KGZ", "TJK", "UZB"]
    assert [set(zone.adjacent) for zone in FIRST_WATCH.zones] == [{1, 3}, {0, 2}, {1, 3}, {0, 2}]
    leader, financier, recruiter = Function.LEADER, Function.FINANCIER, Function.RECRUITER
    propagandist, planner = Function.PROPAGANDIST, Function.PLANNER
    assert FIRST_WATCH.functions == (leader, financier, recruiter, propagandist, planner)


def test_r8_1_whole_pile_is_used() -> None:
    """R8.1: with these counts the pile takes every card."""
    counts = Counter(card.kind for card in FIRST_WATCH.cards)
    assert [counts[kind] for kind in Kind] == [4, 3, 2, 2, 3, 2, 2, 2]
    state, _events = open_exercise(FIRST_WATCH, Seating(), 1)
    assert sorted(state.secret.pile) == list(range(20))


@pytest.mark.parametrize("card", FIRST_WATCH.cards, ids=lambda card: card.id)
def test_r8_10_card(card: Card) -> None:
    """Every card teaches and asks something, is worth at most an action, and is stamped EXERCISE."""
    assert card.teaches.endswith(".")
    assert card.question.endswith("?")
    assert card.text.startswith("EXERCISE.")
    assert len(card.text.split()) <= 50
    values = [worth(card) + worth(option) for option in card.options] or [worth(card)]
    assert all(-LIMIT <= value <= LIMIT for value in values)
    assert max(values) - min(values) <= SPREAD


def test_no_two_cards_ask_the_same() -> None:
    """Titles, questions and lessons are all different."""
    for texts in zip(*((card.title, card.question, card.teaches) for card in FIRST_WATCH.cards), strict=True):
        assert len(set(texts)) == len(FIRST_WATCH.cards)


def test_names_do_not_collide() -> None:
    """Aliases, code names, states and sites are told apart at a glance."""
    zones = [word for zone in FIRST_WATCH.zones for word in (zone.name, *zone.sites)]
    words = [*FIRST_WATCH.personas, *FIRST_WATCH.persons, *zones]
    assert len({word.casefold() for word in words}) == len(words)


def test_map_leaves_room() -> None:
    """Every zone has a blob of 14 by 3 cells with the label in its first rows; the map fits 80x24."""
    rows = FIRST_WATCH.map.rows
    assert len(rows) <= 10
    assert {len(row) for row in rows} == {44}
    for letter, label in zip(FIRST_WATCH.map.legend, FIRST_WATCH.map.labels, strict=True):
        for row in rows[label.row : label.row + 3]:
            run = re.search(f"{letter}+", row)
            assert run is not None
            assert run.start() <= label.column - 7
            assert label.column + 7 <= run.end()


def test_map_touches_where_zones_are_adjacent() -> None:
    """Cells of two zones lie side by side exactly when the zones are adjacent."""
    rows, legend = FIRST_WATCH.map.rows, FIRST_WATCH.map.legend
    touching = {frozenset(pair) for row in rows for pair in itertools.pairwise(row)}
    touching |= {frozenset(p) for up, down in itertools.pairwise(rows) for p in zip(up, down, strict=True)}
    shown = {pair for pair in touching if len(pair) == 2 and "." not in pair}
    ring = {
        frozenset(legend[n] for n in (z, other))
        for z, zone in enumerate(FIRST_WATCH.zones)
        for other in zone.adjacent
    }
    assert shown == ring


def test_scenario_survives_a_save() -> None:
    """The strict converter writes and reads the embedded scenario without loss."""
    converter = make_converter()
    written = json.dumps(converter.unstructure(FIRST_WATCH))
    assert converter.structure(json.loads(written), Scenario) == FIRST_WATCH
