"""Checks of the rest of deck.yaml: header, disciplines, functions, chances, weights, names, objectives.

Knows the shape of deck.yaml; must not know zones' places, numbers of a difficulty or cards.
"""

from __future__ import annotations

from ..core.words import Function
from ..i18n import _
from .bounds import PERCENT
from .checking import Checking
from .problems import Steps
from .schema import FORMAT, DeckEntry
from .structure import unknown_value

LEVELS_SUPPORTED = 2


def check_header(checking: Checking, deck: DeckEntry) -> None:
    """Everything that stands for itself."""
    if deck.format != FORMAT:
        message = _("format {format} is not known to this version; it reads format {known}.")
        checking.error(("format",), message.format(format=deck.format, known=FORMAT))
    if deck.difficulties and deck.default_difficulty not in deck.difficulties:
        message = unknown_value(deck.default_difficulty, tuple(deck.difficulties))
        checking.error(("default_difficulty",), message)
    _check_levels(checking, deck)
    _check_functions(checking, deck)
    _check_chances(checking, deck)
    _check_weights(checking, deck)
    _check_names(checking, deck)
    _check_disciplines(checking, deck)


def _check_levels(checking: Checking, deck: DeckEntry) -> None:
    best, second, *rest = deck.levels
    for index, level in enumerate(deck.levels):
        checking.within(("levels", index), level, (0, 3))
    if best < second or second < LEVELS_SUPPORTED or any(rest):
        message = _("levels start with two of at least 2, the higher one first; the other three are 0.")
        checking.error(("levels",), message)


def _check_functions(checking: Checking, deck: DeckEntry) -> None:
    if not deck.functions or deck.functions[0] is not Function.LEADER:
        checking.error(("functions",), _("the list must start with leader."))
    for index, function in enumerate(deck.functions):
        if index and function is Function.LEADER:
            checking.error(("functions", index), _("there is only one leader."))


def _check_chances(checking: Checking, deck: DeckEntry) -> None:
    for field in ("analyse", "monitor", "locate"):
        for level, chance in enumerate(getattr(deck.chances, field)):
            checking.within(("chances", field, level), chance, PERCENT)
    for function, chance in zip(Function, deck.chances.trace_left.ordered(), strict=True):
        checking.within(("chances", "trace_left", function.name.lower()), chance, PERCENT)
    if deck.chances.trace_left.leader != 0:
        checking.error(("chances", "trace_left", "leader"), _("the leader never leaves a trace; use 0."))


def _check_weights(checking: Checking, deck: DeckEntry) -> None:
    for kind, weight in deck.kind_weights.items():
        checking.within(("kind_weights", kind.value), weight, PERCENT)
    total = sum(deck.kind_weights.values())
    if total != 100:
        message = _("the weights add up to {total}; they must add up to 100.")
        checking.error(("kind_weights",), message.format(total=total))


def _check_names(checking: Checking, deck: DeckEntry) -> None:
    checking.count(("channels",), deck.channels, (1, 20))
    checking.unique(("channels",), deck.channels)
    placed: list[tuple[Steps, str]] = []
    for field in ("personas", "persons"):
        words: tuple[str, ...] = getattr(deck, field)
        checking.count((field,), words, (1, 400))
        placed += [((field, index), word) for index, word in enumerate(words)]
    checking.unique_at(placed)
    checking.count(("objectives",), deck.objectives, (1, 8))
    ids = [(("objectives", i, "id"), objective.id) for i, objective in enumerate(deck.objectives)]
    checking.unique_at(ids)
    for index, objective in enumerate(deck.objectives):
        checking.count(("objectives", index, "tasks"), objective.tasks, (1, 8))


def _check_disciplines(checking: Checking, deck: DeckEntry) -> None:
    names: list[tuple[Steps, str]] = []
    for field, entry in zip(
        ("signals", "cyber", "finance", "language", "border"), deck.disciplines.ordered(), strict=True
    ):
        names.append((("disciplines", field, "name"), entry.name))
        checking.unique(("disciplines", field, "values"), entry.values)
    checking.unique_at(names)
