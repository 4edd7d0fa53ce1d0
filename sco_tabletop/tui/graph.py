"""A network laid out in character cells: places for nodes, and a way for each line between two of them.

Pure and deterministic; knows numbers, layers and widths, no view and no word. Nodes never overlap; lines run
round nodes and cross only at right angles, unless there is no other way left.
"""

from __future__ import annotations

from collections.abc import Sequence
from heapq import heappop, heappush
from itertools import combinations
from typing import Final

import attrs

from .graph_ways import Area, Cell, Place, Way, way

GAP: Final = 1
"""Free columns between two nodes of a row, so that a line gets through; nodes bring their own margins."""
MOST_BETWEEN: Final = 4
APART: Final = 2
"""Rows before the nodes without a link: a blank one and a caption."""
Link = tuple[int, int]


@attrs.frozen
class Node:
    """A node by number; lower layers stand higher up."""

    number: int
    layer: int


@attrs.frozen
class Layout:
    """Where everything is. `apart` is the row of the caption over the nodes without a link, -1 for none."""

    places: dict[int, Place]
    ways: dict[Link, Way]
    rows: int
    apart: int


def layout(
    nodes: tuple[Node, ...], links: tuple[Link, ...], width: int, columns: int, rows: int, heights: int = 2
) -> Layout:
    """Nodes of `width` cells in `columns`; of `heights` rows each if these fit into `rows`, else of one. What
    does not fit even so goes on below."""
    ends = {number for link in links for number in link}
    a_row = max(1, (columns + GAP) // (width + GAP))
    table = ordered(in_layers([node for node in nodes if node.number in ends], a_row), links)
    alone = chunks([node.number for node in nodes if node.number not in ends], a_row)
    high, between = spacing(len(table), len(alone), rows, heights)
    places: dict[int, Place] = {}
    row = 0
    for line in table:
        places |= spread(line, row, width, high, columns)
        row += high + between
    bottom = max(0, row - between)
    ways = route(places, links, columns, bottom)
    caption = -1
    if alone:
        caption = bottom + 1 if table else 0
        row = caption + 1
        for line in alone:
            places |= spread(line, row, width, high, columns, slots=a_row)
            row += high
        bottom = row
    return Layout(places, ways, bottom, caption)


def spacing(lines: int, alone: int, rows: int, heights: int) -> tuple[int, int]:
    """Rows of a node, and rows between two lines of nodes."""
    for high in range(heights, 0, -1):
        left = rows - high * (lines + alone) - (APART if alone else 0)
        if lines < 2 and left >= 0:
            return high, 1
        if left >= 2 * (lines - 1):
            return high, min(MOST_BETWEEN, left // (lines - 1))
    return 1, 2


def in_layers(nodes: Sequence[Node], a_row: int) -> list[list[int]]:
    """The nodes by layer; a layer too long for a row takes several."""
    found: list[list[int]] = []
    for layer in sorted({node.layer for node in nodes}):
        found += chunks([node.number for node in nodes if node.layer == layer], a_row)
    return found


def chunks(numbers: list[int], most: int) -> list[list[int]]:
    """Lists of about equal length, none longer than `most`."""
    count = -(-len(numbers) // most)
    sizes = [len(numbers) // count + (n < len(numbers) % count) for n in range(count)]
    starts = [sum(sizes[:n]) for n in range(count)]
    return [numbers[start : start + size] for start, size in zip(starts, sizes, strict=True)]


def ordered(table: list[list[int]], links: tuple[Link, ...]) -> list[list[int]]:
    """The same rows with short lines and few crossings: neighbours are exchanged while that helps."""
    best, better = strain(table, links), True
    while better:
        better = False
        for line in table:
            for one, other in combinations(range(len(line)), 2):
                line[one], line[other] = line[other], line[one]
                now = strain(table, links)
                if now < best:
                    best, better = now, True
                else:
                    line[one], line[other] = line[other], line[one]
    return table


def strain(table: list[list[int]], links: tuple[Link, ...]) -> int:
    """How long and tangled the lines would be."""
    at = {
        number: (row, (2 * n + 1) * 60 // len(line))
        for row, line in enumerate(table)
        for n, number in enumerate(line)
    }
    total = 0
    spans = []
    for one, other in links:
        (row, here), (below, there) = sorted((at[one], at[other]))
        total += abs(there - here) + 20 * max(0, below - row - 1)
        if row == below:
            total += 60 * sum(1 for r, c in at.values() if r == row and here < c < there)
        spans.append((row, here, below, there))
    for (a, b, c, d), (e, f, g, h) in combinations(spans, 2):
        if (a, c) == (e, g) and (b - f) * (d - h) < 0:
            total += 40
    return total


def spread(
    line: list[int], row: int, width: int, high: int, columns: int, slots: int = 0
) -> dict[int, Place]:
    """The nodes of a row, each in the middle of its share of the columns."""
    count = slots or len(line)
    return {
        number: Place(row, max(0, (2 * n + 1) * columns // (2 * count) - (width + 1) // 2), width, high)
        for n, number in enumerate(line)
    }


def route(places: dict[int, Place], links: tuple[Link, ...], columns: int, rows: int) -> dict[Link, Way]:
    """A way for each link, short ones first."""
    area = Area(columns, rows, frozenset(cell for place in places.values() for cell in place.cells()))
    waiting: list[tuple[int, Link]] = []
    for link in links:
        one, other = places[link[0]], places[link[1]]
        heappush(waiting, (abs(one.middle - other.middle) + 3 * abs(one.row - other.row), link))
    found: dict[Link, Way] = {}
    while waiting:
        _length, link = heappop(waiting)
        found[link] = way(area, places[link[0]], places[link[1]])
        area.take(found[link])
    return found


def arms(ways: dict[Link, Way], heavy: frozenset[Link]) -> dict[Cell, tuple[int, int, int, int]]:
    """For each cell of a line its arms (up, down, left, right), each 0 none, 1 light, 2 heavy.

    Where two lines cross, the upright one goes over the other, which is seen on both sides of it: so a
    crossing never looks like a corner, in ASCII neither.
    """
    drawn: dict[Cell, tuple[int, int, int, int]] = {}
    for link, one in sorted(ways.items()):
        weight = 2 if link in heavy else 1
        for cell, (up, down, left, right) in one.arms().items():
            new = (up * weight, down * weight, left * weight, right * weight)
            old = drawn.get(cell)
            if old is None or (new[:2] != (0, 0) and new[2:] == (0, 0) and old[:2] == (0, 0)):
                drawn[cell] = new
            elif not (old[:2] != (0, 0) and old[2:] == (0, 0) and new[:2] == (0, 0)):
                drawn[cell] = tuple(max(a, b) for a, b in zip(old, new, strict=True))  # type: ignore[assignment]
    return drawn


def neighbour(places: dict[int, Place], here: int, across: int, down: int) -> int:
    """The node that lies nearest in a direction; the present one if there is none."""
    if here not in places:
        return min(places, default=here)
    start = places[here]
    best, found = 0, here
    for number, place in sorted(places.items()):
        right, below = place.middle - start.middle, 4 * (place.row - start.row)
        ahead, aside = (right * across, abs(below)) if across else (below * down, abs(right))
        cost = ahead + 2 * aside if across else 2 * ahead + aside
        if number != here and ahead > 0 and (found == here or cost < best):
            best, found = cost, number
    return found
