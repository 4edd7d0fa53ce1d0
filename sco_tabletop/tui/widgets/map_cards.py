"""The states as cards, side by side, where there is no map or no room for its shape.

Pure functions from a look to lines. The card under the eye has a heavy frame.
"""

from __future__ import annotations

from typing import Final

from ..look import Look
from ..text import HEAVY, Line, framed, in_rows, line
from .map_facts import fitting, on_one_row, phrased

WIDE: Final = 22
"""Cells of a card at least."""
INSIDE: Final = 3
"""Rows of a card without its frame."""


def across(columns: int) -> int:
    """How many cards stand side by side."""
    return max(1, columns // WIDE)


def roomy(look: Look, columns: int, rows: int) -> bool:
    """True if there is room for frames; else each state has one row."""
    bands = -(-len(look.view.public.zones) // across(columns))
    return bands * (INSIDE + 2) <= rows


def lines(look: Look, columns: int, rows: int) -> list[Line]:
    """All cards; without frames one row each, the one under the eye marked."""
    zones = range(len(look.view.public.zones))
    if not roomy(look, columns, rows):
        return [plain_row(look, zone, columns) for zone in zones]
    side = across(columns)
    wide = columns // side
    found: list[Line] = []
    for start in range(0, len(zones), side):
        band = [card(look, zone, wide) for zone in zones[start : start + side]]
        for row in range(INSIDE + 2):
            found += in_rows([one[row] for one in band], side)
    return found


def plain_row(look: Look, zone: int, columns: int) -> Line:
    """One state on one row."""
    texts, tone = on_one_row(look, zone)
    under = zone == look.place
    text = fitting(texts, columns - 2)
    return line(("▸ " if under else "  ", "key"), (text, "key" if under else tone))


def card(look: Look, zone: int, wide: int) -> list[Line]:
    """One state in its frame."""
    phrases = phrased(look, zone, INSIDE)[:INSIDE]
    inside = [line((fitting(texts, wide - 4), tone)) for texts, tone in phrases]
    inside += [()] * (INSIDE - len(phrases))
    if zone == look.place:
        return framed(inside, wide, "key", HEAVY)
    return framed(inside, wide, "dim")


def zone_at(look: Look, columns: int, rows: int, x: int, y: int) -> int:
    """The state under a cell, -1 if there is none."""
    count = len(look.view.public.zones)
    if not roomy(look, columns, rows):
        return y if 0 <= y < count else -1
    side = across(columns)
    column, band = x // (columns // side), y // (INSIDE + 2)
    zone = band * side + column
    return zone if 0 <= column < side and 0 <= zone < count else -1
