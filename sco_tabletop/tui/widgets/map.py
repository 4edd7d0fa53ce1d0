"""The schematic map: borders derived from the deck's mask, a few words in each state.

A pure function from a view to lines; knows no country and draws no border that the mask does not have.
Heavy lines go round the selected state.
"""

from __future__ import annotations

from functools import lru_cache
from typing import Final

from rich.cells import cell_len

from ...core.scenario import Map
from ...i18n import _
from ..joints import JOINTS
from ..look import Look
from ..text import Line, Row, Sheet, Span, Tone, line
from . import map_cards as cards
from .map_facts import fitting, legend, phrased

NOBODY: Final = -1
LEGEND: Final = 3
"""Rows that are kept for the legend."""
CROWDED: Final = 2
"""A map is thinned out across to no less than one column of so many."""
NARROW: Final = 3
"""A row of fewer characters stays empty."""
Raster = tuple[tuple[int, ...], ...]


@lru_cache(maxsize=8)
def raster(mask: Map, zones: int, columns: int, rows: int) -> Raster:
    """Owner of each cell. The mask is enlarged as far as there is room, across by whole factors; a mask
    larger than the pane is thinned out to fit."""
    high, wide = len(mask.rows), max((len(row) for row in mask.rows), default=1)
    across, down = (columns - 1) // max(1, wide), (rows - 1) // max(1, high)
    out_wide = wide * across if across else max(1, columns - 1)
    most = max(high, min(rows - 1 - LEGEND, high * (max(1, across) + 1)))
    out_high = most if down else max(1, rows - 1)
    legend = mask.legend or "".join(chr(65 + z) for z in range(zones))
    lines = []
    for row in range(out_high):
        text = mask.rows[row * high // out_high].ljust(wide, ".")
        picked = (text[column * wide // out_wide] for column in range(out_wide))
        lines.append(tuple(legend.find(c) if c in legend else NOBODY for c in picked))
    return tuple(lines)


def middle(mask: Map, cells: Raster, zone: int) -> tuple[int, int]:
    """Row and column of a state's label on the enlarged or thinned-out map."""
    label = mask.labels[zone]
    high, wide = len(mask.rows), max(len(row) for row in mask.rows)
    return (2 * label.row + 1) * len(cells) // (2 * high), (2 * label.column + 1) * len(cells[0]) // (
        2 * wide
    )


def owner(cells: Raster, row: int, column: int) -> int:
    """Who owns a cell; outside nobody does."""
    if 0 <= row < len(cells) and 0 <= column < len(cells[row]):
        return cells[row][column]
    return NOBODY


@lru_cache(maxsize=32)
def borders(cells: Raster, selected: int) -> tuple[str, ...]:
    """The lines between states, one character for each corner of four cells."""

    def weight(one: int, other: int) -> int:
        return 0 if one == other else 2 if selected in (one, other) else 1

    drawn = []
    for row in range(len(cells) + 1):
        text = ""
        for column in range(len(cells[0]) + 1 if cells else 0):
            nw, ne = owner(cells, row - 1, column - 1), owner(cells, row - 1, column)
            sw, se = owner(cells, row, column - 1), owner(cells, row, column)
            joint = weight(nw, ne) * 27 + weight(sw, se) * 9 + weight(nw, sw) * 3 + weight(ne, se)
            text += JOINTS[joint]
        drawn.append(text)
    return tuple(drawn)


def run_at(drawn: tuple[str, ...], cells: Raster, zone: int, row: int, column: int) -> tuple[int, int]:
    """First and last free character of a state's row around a column; (0, -1) if there is none."""
    if not (0 <= row < len(drawn) and 0 <= column < len(drawn[row])):
        return 0, -1
    if drawn[row][column] != " " or owner(cells, row, column) != zone:
        return 0, -1
    left = right = column
    while left > 0 and drawn[row][left - 1] == " ":
        left -= 1
    while right + 1 < len(drawn[row]) and drawn[row][right + 1] == " ":
        right += 1
    return left, right


def sheet(look: Look, columns: int, rows: int) -> Sheet:
    """The whole map, with a legend if there is room."""
    scenario = look.view.scenario
    near = ", ".join(look.code(other) for other in scenario.zones[look.place].adjacent)
    heading = _("next to {zones}").format(zones=near)
    title = line((_("Map"), "title"), " ", (look.name(look.place), "strong"), "  ", (heading, "dim"))
    if as_cards(scenario.map, columns):
        return Sheet(title, tuple(Row(of) for of in cards.lines(look, columns, rows)))
    cells = raster(scenario.map, len(scenario.zones), columns, rows)
    drawn = borders(cells, look.place)
    words = [place_words(look, zone, cells, drawn) for zone in range(len(scenario.zones))]
    lines = [
        draw_row(look, drawn, row, [w for zone in words for w in zone if w[0] == row])
        for row in range(len(drawn))
    ]
    indent = " " * max(0, (columns - len(drawn[0])) // 2)
    shown = [Row((Span(indent), *of)) for of in lines]
    told = legend(look, columns)
    if rows > len(shown) + len(told):
        shown.append(Row(()))
    shown += [Row(of) for of in told[: rows - len(shown)]]
    return Sheet(title, tuple(shown))


def as_cards(mask: Map, columns: int) -> bool:
    """True if there is no map, or not enough room across for its shape: then each state is a card."""
    wide = max((len(row) for row in mask.rows), default=0)
    return not wide or CROWDED * (columns - 1) < wide


Word = tuple[int, int, str, Tone, int]


def place_words(look: Look, zone: int, cells: Raster, drawn: tuple[str, ...]) -> list[Word]:
    """(row, column, text, tone, zone) for each fact of a state, round its label.

    A row for each fact where there are enough; else several share one.
    """
    mask = look.view.scenario.map
    if zone >= len(mask.labels):
        return []
    row, column = middle(mask, cells, zone)
    free = [r for r in range(row - 4, row + 6) if run_at(drawn, cells, zone, r, column) != (0, -1)]
    if not free:
        return []
    lines = phrased(look, zone, len(free))
    start = max(free[0], min(row - len(lines) // 2, free[-1] - len(lines) + 1))
    placed: list[Word] = []
    for number, (texts, tone) in enumerate(lines):
        left, right = run_at(drawn, cells, zone, start + number, column)
        room = right - left + 1
        if room < NARROW:
            continue
        text = fitting(texts, room)
        size = cell_len(text)
        at = max(left, min(column - size // 2, right - size + 1))
        placed.append((start + number, at, text, tone, zone))
    return placed


def draw_row(look: Look, drawn: tuple[str, ...], row: int, words: list[Word]) -> Line:
    """One row of lines with the words laid over it."""
    spans: list[Span] = []
    at = 0
    for _row, column, text, tone, zone in sorted(words, key=lambda word: word[1]):
        if column < at:
            continue
        spans.append(Span(drawn[row][at:column], "dim"))
        spans.append(Span(text, "key" if zone == look.place and tone == "strong" else tone))
        at = column + cell_len(text)
    spans.append(Span(drawn[row][at:], "dim"))
    return tuple(span for span in spans if span.text)


def zone_at(look: Look, columns: int, rows: int, x: int, y: int) -> int:
    """The state under a cell of the pane, NOBODY if there is none."""
    scenario = look.view.scenario
    if as_cards(scenario.map, columns):
        return cards.zone_at(look, columns, rows, x, y)
    cells = raster(scenario.map, len(scenario.zones), columns, rows)
    indent = max(0, (columns - len(cells[0]) - 1) // 2) if cells else 0
    return owner(cells, y, x - indent)


def neighbour(look: Look, across: int, down: int) -> int:
    """The state whose label lies nearest in a direction; the present one if there is none."""
    labels = look.view.scenario.map.labels
    if not labels:
        return (look.place + across + down) % len(look.view.scenario.zones)
    here = labels[look.place]
    best, found = 0, look.place
    for zone, label in enumerate(labels):
        right, below = label.column - here.column, 2 * (label.row - here.row)
        ahead, aside = (right * across, abs(below)) if across else (below * down, abs(right))
        cost = ahead + 2 * aside
        if zone != look.place and ahead > 0 and (found == look.place or cost < best):
            best, found = cost, zone
    return found
