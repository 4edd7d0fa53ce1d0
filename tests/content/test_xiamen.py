"""The three Xiamen decks at every difficulty: geography, cards, content rules."""

from __future__ import annotations

import itertools
import json
import re
from collections import Counter

import pytest

from sco_tabletop.content import check, difficulties, load, locate
from sco_tabletop.content.worth import LIMIT, SPREAD, worth
from sco_tabletop.core.engine import open_exercise
from sco_tabletop.core.scenario import Card, Effect, EffectKind, Option, Scenario, Seating, Who
from sco_tabletop.core.words import Depth, Function, Kind, Track
from sco_tabletop.strict import make_converter

LEVELS = ("introductory", "standard", "severe")
DECKS = {name: load(locate(name)) for name in ("xiamen-2015", "xiamen-2017", "xiamen-2019")}
ALL = [*DECKS.values(), load(locate("first-watch"))]
CARDS = [(name, card) for name, deck in DECKS.items() for card in deck.cards]
EIGHT = ("RUS", "KAZ", "UZB", "IND", "CHN", "KGZ", "TJK", "PAK")
SIX = ("RUS", "KAZ", "KGZ", "CHN", "UZB", "TJK")
SHAPES = {
    "xiamen-2015": (SIX, Depth.FIND, [0, 0, 6, 0, 5, 4, 6, 3]),
    "xiamen-2017": (EIGHT, Depth.INVESTIGATE, [4, 3, 3, 0, 3, 3, 6, 2]),
    "xiamen-2019": (EIGHT, Depth.FULL, [6, 6, 5, 4, 6, 6, 14, 3]),
}
"""Zones clockwise, depth, and cards of each kind."""
FLIGHTS = {
    "xiamen-2015": {("RUS", "TJK"), ("CHN", "UZB")},
    "xiamen-2017": {("IND", "UZB"), ("PAK", "RUS")},
    "xiamen-2019": {("IND", "UZB"), ("PAK", "RUS")},
}
"""Adjacent zones that do not touch on the map; the briefing names them."""
NOT_IN_PLAY = {
    Depth.FIND: set(EffectKind)
    - {EffectKind.TRACK, EffectKind.INFLUENCE, EffectKind.ACTIONS, EffectKind.LOAN_SUSPENDED},
    Depth.INVESTIGATE: {EffectKind.TEAM_HELD, EffectKind.CONTACT_LOST},
    Depth.FULL: set(),
}
each_deck = pytest.mark.parametrize("deck", DECKS.values(), ids=DECKS)
each_card = pytest.mark.parametrize(("name", "card"), CARDS, ids=[f"{n}-{card.id}" for n, card in CARDS])


@pytest.mark.parametrize("name", DECKS)
def test_nothing_to_mend(name: str) -> None:
    """No errors, no warnings; three difficulties, standard if nobody says otherwise."""
    assert check(locate(name)) == ()
    assert difficulties(locate(name)) == LEVELS
    assert load(locate(name), "standard") == DECKS[name]


@pytest.mark.parametrize("level", LEVELS)
@pytest.mark.parametrize("name", DECKS)
def test_opens_and_survives_a_save(name: str, level: str) -> None:
    """Each can be dealt, and its embedded scenario is written and read without loss."""
    deck = load(locate(name), level)
    state, _events = open_exercise(deck, Seating(), 1)
    assert len(state.secret.operatives) in range(
        deck.numbers.operatives_low, deck.numbers.operatives_high + 1
    )
    converter = make_converter()
    written = json.dumps(converter.unstructure(deck))
    assert converter.structure(json.loads(written), Scenario) == deck


@each_deck
def test_r10_1_shape(deck: Scenario) -> None:
    """R10.1: who takes part, how far the process goes; and the cards of each kind."""
    zones, depth, cards = SHAPES[deck.deck]
    counts = Counter(card.kind for card in deck.cards)
    assert tuple(zone.id for zone in deck.zones) == zones
    assert deck.depth is depth
    assert [counts[kind] for kind in Kind] == cards
    assert all(len(zone.sites) == 3 for zone in deck.zones)


@each_deck
def test_r2_4_network(deck: Scenario) -> None:
    """R2.4: the order in which the network is filled."""
    leader, planner, financier, armourer = (
        Function.LEADER,
        Function.PLANNER,
        Function.FINANCIER,
        Function.ARMOURER,
    )
    recruiter, propagandist, courier = Function.RECRUITER, Function.PROPAGANDIST, Function.COURIER
    assert deck.functions[:5] == (leader, planner, financier, armourer, recruiter)
    assert deck.functions[5:] == (propagandist, propagandist, courier, propagandist, recruiter)


@each_deck
def test_r2_1_ring_with_opposites(deck: Scenario) -> None:
    """R2.1: the neighbours before, after and opposite; symmetric, three each."""
    count = len(deck.zones)
    for number, zone in enumerate(deck.zones):
        around = {(number - 1) % count, (number + 1) % count, (number + count // 2) % count}
        assert set(zone.adjacent) == around
        assert 2 <= len(zone.adjacent) <= 4
        assert all(number in deck.zones[other].adjacent for other in zone.adjacent)


@each_deck
def test_map_shows_adjacency(deck: Scenario) -> None:
    """Zones that touch are adjacent; those adjacent without touching are the flights of the briefing."""
    rows, ids = deck.map.rows, dict(zip(deck.map.legend, (zone.id for zone in deck.zones), strict=True))
    pairs = {pair for row in rows for pair in itertools.pairwise(row)}
    pairs |= {pair for up, down in itertools.pairwise(rows) for pair in zip(up, down, strict=True)}
    touching = {tuple(sorted((ids[a], ids[b]))) for a, b in pairs if a != b and "." not in (a, b)}
    adjacent = {
        tuple(sorted((zone.id, deck.zones[other].id))) for zone in deck.zones for other in zone.adjacent
    }
    assert touching <= adjacent
    assert adjacent - touching == FLIGHTS[deck.deck]
    names = {zone.id: zone.name for zone in deck.zones}
    told = re.sub(r"\s+", " ", deck.briefing)
    for one, other in FLIGHTS[deck.deck]:
        assert re.search(f"{names[one]} and {names[other]}|{names[other]} and {names[one]}", told)


@each_deck
def test_map_fits_and_zones_are_whole(deck: Scenario) -> None:
    """At most 46 by 14 cells; each zone is one piece with room for its code and name beside the label."""
    rows = deck.map.rows
    assert len(rows) <= 14
    assert {len(row) for row in rows} == {46}
    for letter, label, zone in zip(deck.map.legend, deck.map.labels, deck.zones, strict=True):
        cells = {(r, c) for r, row in enumerate(rows) for c, cell in enumerate(row) if cell == letter}
        assert (label.row, label.column) in cells
        assert piece(cells, (label.row, label.column)) == cells
        run = next(m for m in re.finditer(f"{letter}+", rows[label.row]) if label.column < m.end())
        assert len(run.group()) > len(f"{zone.id} {zone.name}")


def piece(cells: set[tuple[int, int]], start: tuple[int, int]) -> set[tuple[int, int]]:
    """The cells that hang together with `start`."""
    found, waiting = {start}, [start]
    while waiting:
        row, column = waiting.pop()
        for step in ((row - 1, column), (row + 1, column), (row, column - 1), (row, column + 1)):
            if step in cells and step not in found:
                found.add(step)
                waiting.append(step)
    return found


@each_deck
def test_r8_1_whole_pile_is_used(deck: Scenario) -> None:
    """R8.1: with these weights and counts the pile takes every card."""
    state, _events = open_exercise(deck, Seating(), 1)
    assert sorted(state.secret.pile) == list(range(len(deck.cards)))


def test_weights_of_the_full_deck_are_exact() -> None:
    """Fifty cards: each weight is twice the number of cards."""
    deck = DECKS["xiamen-2019"]
    counts = Counter(card.kind for card in deck.cards)
    assert {entry.kind: entry.weight for entry in deck.kind_weights} == {k: 2 * counts[k] for k in Kind}


@each_card
def test_r8_10_card(name: str, card: Card) -> None:
    """Every card teaches and asks, is stamped, is worth at most an action, and touches what is in play."""
    assert card.teaches.endswith((".", ")."))
    assert card.question.endswith("?")
    assert card.text.startswith("EXERCISE.")
    assert len(card.text.split()) <= 50
    values = [worth(card) + worth(option) for option in card.options] or [worth(card)]
    assert all(-LIMIT <= value <= LIMIT for value in values)
    assert max(values) - min(values) <= SPREAD
    effects = [*card.effects, *(effect for option in card.options for effect in option.effects)]
    assert not {effect.kind for effect in effects} & NOT_IN_PLAY[DECKS[name].depth]


@pytest.mark.parametrize(
    "option",
    [option for _name, card in CARDS for option in card.options],
    ids=lambda option: option.label,
)
def test_an_option_says_what_it_does(option: Option) -> None:
    """Every effect of an option stands in its text, with its amount and its zone."""
    for effect in option.effects:
        for words in said(effect):
            assert words.casefold() in option.text.casefold()
    if not option.effects:
        assert not re.search(r"rises|falls|learns|fewer|more", option.text)


def said(effect: Effect) -> list[str]:
    """What the text of an option has to contain."""
    way = "rises" if effect.amount > 0 else "falls"
    words = {
        EffectKind.INFLUENCE: f"influence {way} by {abs(effect.amount)}",
        EffectKind.PREPARATION: f"preparation {way} by {abs(effect.amount)}",
        EffectKind.ACTIONS: "one action more" if effect.amount > 0 else "one action fewer",
        EffectKind.BULLETINS: "one bulletin more" if effect.amount > 0 else "one bulletin fewer",
        EffectKind.LEAD: "learns one true trait",
        EffectKind.LOW_LEAD: "offers a lead that nobody has verified",
        EffectKind.REVEAL: "goes to all who hold the file",
        EffectKind.CONTACT_LOST: "may be lost",
        EffectKind.TEAM_HELD: "is held up",
        EffectKind.LOAN_SUSPENDED: "loan is suspended",
        EffectKind.TRACK: f"{effect.track.value if effect.track else ''} {way} by {abs(effect.amount)}",
    }
    places = {Who.CHAIR: ["the chair's zone"], Who.HIGHEST: ["where it is highest"], Who.LOT: []}
    places[Who.LOWEST] = ["where it is lowest"]
    return [words[effect.kind], *places[effect.who]]


@each_deck
def test_r8_8_options_answer_the_state(deck: Scenario) -> None:
    """Options of a dilemma touch different things, so that the state of play decides between them."""
    for card in deck.cards:
        touched = [
            frozenset((effect.kind, effect.track, effect.amount > 0) for effect in option.effects)
            for option in card.options
        ]
        assert len(set(touched)) == len(touched), card.id


@each_deck
def test_no_option_costs_half_of_the_trust(deck: Scenario) -> None:
    """Trust that is gone ends the exercise: one answer alone never brings it near that."""
    for option in (option for card in deck.cards for option in card.options):
        cost = -sum(effect.amount for effect in option.effects if effect.track is Track.TRUST)
        assert cost * 2 < deck.numbers.trust


def test_no_text_is_used_twice() -> None:
    """Titles, messages, lessons and questions differ within a deck and between all decks."""
    cards = [card for deck in ALL for card in deck.cards]
    for texts in zip(*((c.title, c.text, c.teaches, c.question) for c in cards), strict=True):
        assert [text for text, times in Counter(texts).items() if times > 1] == []


@each_deck
def test_names_do_not_collide(deck: Scenario) -> None:
    """Aliases, code names, states and sites are told apart; there are spare ones."""
    zones = [word for zone in deck.zones for word in (zone.name, *zone.sites)]
    words = [*deck.personas, *deck.persons, *zones]
    assert len({word.casefold() for word in words}) == len(words)
    assert len(deck.personas) >= 24
    assert len(deck.persons) >= len(deck.zones) * deck.numbers.register_size + 4
    assert deck.briefing.startswith("EXERCISE.")
    assert "not affiliated" in re.sub(r"\s+", " ", deck.briefing)
