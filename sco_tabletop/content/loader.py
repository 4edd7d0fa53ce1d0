"""A deck folder as a Scenario, or everything that is wrong with it at once.

Knows the order of the steps: files, trees, shapes, checks, scenario. Must not know what a check is about.
"""

from __future__ import annotations

from pathlib import Path

import attrs

from ..core.rules.setup import apportion
from ..core.scenario import Numbers, Scenario
from ..core.words import Kind
from ..i18n import _
from .build import build
from .cards import check_cards
from .checking import Checking
from .header import check_header
from .numbers import check_numbers
from .problems import DeckError, Problem, Problems, UnknownDifficulty, shown
from .reading import read_entry
from .schema import CardsEntry, DeckEntry
from .script import examine_script, ground_of
from .script_checks import Ground
from .source import CARDS_FILE, DECK_FILE, shown_path
from .variety import check_variety
from .worth import check_worth
from .zones import check_zones


def load(folder: Path, difficulty: str | None = None) -> Scenario:
    """The deck at a difficulty (None: the deck's own); raises DeckError with all problems."""
    deck = _sound(folder)
    name = deck.default if difficulty is None else difficulty
    if name not in deck.scenarios:
        raise UnknownDifficulty(name, tuple(deck.scenarios), deck.file, deck.difficulties_at)
    return deck.scenarios[name]


def check(folder: Path) -> tuple[Problem, ...]:
    """All errors and warnings of the deck and its script, over all difficulties; empty when it is sound."""
    deck = _examine(folder)
    examine_script(folder, deck.ground, deck.problems)
    return deck.problems.all()


def difficulties(folder: Path) -> tuple[str, ...]:
    """The difficulties that the deck declares, as it orders them; raises DeckError."""
    return tuple(_sound(folder).scenarios)


def outline(folder: Path) -> tuple[str, tuple[str, ...]]:
    """Title and difficulties; raises DeckError."""
    scenarios = _sound(folder).scenarios
    return next(iter(scenarios.values())).title, tuple(scenarios)


@attrs.frozen
class _Examined:
    """What came of a folder: a scenario a difficulty when there is no error, a ground for the script when
    the fields of deck.yaml are right."""

    file: str
    problems: Problems
    ground: Ground | None = None
    default: str = ""
    difficulties_at: tuple[int, int] = (0, 0)
    scenarios: dict[str, Scenario] = attrs.field(factory=dict)


def _sound(folder: Path) -> _Examined:
    deck = _examine(folder)
    if errors := deck.problems.errors():
        raise DeckError(errors)
    return deck


def _examine(folder: Path) -> _Examined:
    problems = Problems()
    file = shown_path(folder / DECK_FILE)
    deck_side = read_entry(folder, DECK_FILE, DeckEntry, problems)
    cards_side = read_entry(folder, CARDS_FILE, CardsEntry, problems)
    numbers: dict[str, Numbers] = {}
    ground: Ground | None = None
    if deck_side:
        numbers = _check_deck(*deck_side)
        _check_folder(*deck_side, folder)
        ground = ground_of(deck_side[1], numbers) if numbers else None
    if cards_side:
        check_cards(*cards_side)
        check_worth(*cards_side)
        check_variety(*cards_side)
    if not deck_side or not cards_side or problems.errors():
        return _Examined(file, problems, ground)
    (deck_hand, deck), (cards_hand, cards) = deck_side, cards_side
    scenarios = {name: build(deck, cards, name, own) for name, own in numbers.items()}
    for scenario in scenarios.values():
        _check_pile(cards_hand, scenario)
    place = deck_hand.document.key_place(("difficulties",))
    return _Examined(file, problems, ground, deck.default_difficulty, place, scenarios)


def _check_deck(checking: Checking, deck: DeckEntry) -> dict[str, Numbers]:
    check_header(checking, deck)
    check_zones(checking, deck)
    return check_numbers(checking, deck)


def _check_folder(checking: Checking, deck: DeckEntry, folder: Path) -> None:
    """A deck is called by the name of its folder, a save remembers its id."""
    name = folder.absolute().name
    if deck.id != name:
        message = _("the deck is called {id}, its folder {folder}; one name for both is less confusing.")
        checking.warning(("id",), message.format(id=shown(deck.id), folder=shown(name)))


def _check_pile(checking: Checking, scenario: Scenario) -> None:
    """R8.1: in proportion to the weights there must be a card for every round."""
    held = [sum(card.kind is kind for card in scenario.cards) for kind in Kind]
    rounds = scenario.numbers.rounds
    size = len(scenario.cards)
    while size and any(n > have for n, have in zip(apportion(scenario, size), held, strict=True)):
        size -= 1
    if size < rounds:
        message = _("the pile has {size} cards in proportion to the weights; {rounds} rounds need as many.")
        checking.error(("cards",), message.format(size=size, rounds=rounds), key=True)
