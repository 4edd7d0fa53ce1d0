"""Checks of the zones: ids, neighbours, sites, and the map they lie on.

Knows the shape of deck.yaml; must not know cards or difficulties.
"""

from __future__ import annotations

from ..i18n import _
from .bounds import MAP_ROWS, NEIGHBOURS, SITES, ZONES
from .checking import Checking
from .problems import shown
from .schema import DeckEntry, ZoneEntry
from .structure import unknown_value

NOBODY = "."


def check_zones(checking: Checking, deck: DeckEntry) -> None:
    """Everything about zones; one finding does not hide another."""
    checking.count(("zones",), deck.zones, ZONES)
    for field in ("id", "name", "short", "letter"):
        words = [(("zones", i, field), getattr(zone, field)) for i, zone in enumerate(deck.zones)]
        checking.unique_at(words)
    for number, zone in enumerate(deck.zones):
        checking.count(("zones", number, "sites"), zone.sites, SITES)
        checking.unique(("zones", number, "sites"), zone.sites)
        _check_neighbours(checking, deck, number)
        _check_letter(checking, number, zone)
        _check_label(checking, deck, number)
    _check_map(checking, deck)


def _check_neighbours(checking: Checking, deck: DeckEntry, number: int) -> None:
    zone, steps = deck.zones[number], ("zones", number, "adjacent")
    by_id = {other.id: other for other in deck.zones}
    checking.count(steps, zone.adjacent, NEIGHBOURS)
    checking.unique(steps, zone.adjacent)
    for index, name in enumerate(zone.adjacent):
        if name not in by_id:
            checking.error((*steps, index), unknown_value(name, tuple(by_id)))
        elif name == zone.id:
            checking.error((*steps, index), _("{zone} cannot be adjacent to itself.").format(zone=zone.id))
        elif zone.id not in by_id[name].adjacent:
            message = _("{zone} names {other} as adjacent, but {other} does not name {zone}.")
            checking.error((*steps, index), message.format(zone=zone.id, other=name))


def _check_letter(checking: Checking, number: int, zone: ZoneEntry) -> None:
    if not (len(zone.letter) == 1 and zone.letter.isascii() and zone.letter.isalpha()):
        message = _("{letter} cannot mark cells of the map: one letter from A to Z is needed.")
        checking.error(("zones", number, "letter"), message.format(letter=shown(zone.letter)))


def _check_label(checking: Checking, deck: DeckEntry, number: int) -> None:
    zone = deck.zones[number]
    row, column = zone.label.row, zone.label.column
    on_map = 0 <= row < len(deck.map) and 0 <= column < len(deck.map[row])
    if not on_map or deck.map[row][column] != zone.letter:
        message = _("row {row}, column {column} of the map is not a cell of {zone}.")
        checking.error(
            ("zones", number, "label"), message.format(row=row, column=column, zone=shown(zone.id))
        )


def _check_map(checking: Checking, deck: DeckEntry) -> None:
    checking.count(("map",), deck.map, MAP_ROWS)
    letters = {zone.letter for zone in deck.zones}
    for index, row in enumerate(deck.map):
        if len(row) != len(deck.map[0]):
            message = _("the row has {width} cells, the first one has {first}.")
            checking.error(("map", index), message.format(width=len(row), first=len(deck.map[0])))
        for letter in sorted(set(row) - letters - {NOBODY}):
            message = _("no zone has the letter {letter}; known: {known}.")
            known = ", ".join(sorted(letters))
            checking.error(("map", index), message.format(letter=shown(letter), known=known))
    for number, zone in enumerate(deck.zones):
        if not any(zone.letter in row for row in deck.map):
            message = _("no cell of the map has the letter {letter}.")
            checking.error(("zones", number, "letter"), message.format(letter=shown(zone.letter)))
