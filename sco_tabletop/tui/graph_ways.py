"""The way of a line between two nodes, cell by cell: the shortest with few turns, round all nodes.

Pure and deterministic. Knows cells only.
"""

from __future__ import annotations

from heapq import heappop, heappush
from typing import Final

import attrs

Cell = tuple[int, int]
"""Row and column."""
UP, DOWN, LEFT, RIGHT = (-1, 0), (1, 0), (0, -1), (0, 1)
STEPS: Final = (UP, DOWN, LEFT, RIGHT)
TURN, CROSS, SHARE, CLOSE, OFF_MIDDLE = 3, 4, 60, 3, 4
"""What a turn, a crossing, a cell shared with another line, and one close beside it cost, in cells; how many
columns off the middle of a node cost one."""


@attrs.frozen
class Place:
    """A node's rectangle: its first row and column, width and height."""

    row: int
    column: int
    width: int
    high: int

    @property
    def middle(self) -> int:
        """The column of its middle."""
        return self.column + self.width // 2

    def cells(self) -> list[Cell]:
        """All its cells."""
        across = range(self.column, self.column + self.width)
        return [(row, column) for row in range(self.row, self.row + self.high) for column in across]

    def doors(self) -> list[tuple[Cell, Cell, int]]:
        """Where a line may leave: the cell outside, the direction, and what it costs."""
        found: list[tuple[Cell, Cell, int]] = []
        for column in range(self.column + 1, self.column + self.width - 1):
            off = abs(column - self.middle) // OFF_MIDDLE
            found.append(((self.row - 1, column), UP, off))
            found.append(((self.row + self.high, column), DOWN, off))
        found.append(((self.row, self.column - 1), LEFT, 0))
        found.append(((self.row, self.column + self.width), RIGHT, 0))
        return found


@attrs.frozen
class Way:
    """Cells of a line in order, with the steps into the first, between them, and out of the last."""

    cells: tuple[Cell, ...]
    steps: tuple[Cell, ...]

    def arms(self) -> dict[Cell, tuple[int, int, int, int]]:
        """Which arms each cell has: up, down, left, right, each 0 or 1."""
        found = {}
        for cell, into, out in zip(self.cells, self.steps, self.steps[1:], strict=False):
            back = (-into[0], -into[1])
            found[cell] = (
                int(UP in (back, out)),
                int(DOWN in (back, out)),
                int(LEFT in (back, out)),
                int(RIGHT in (back, out)),
            )
        return found


@attrs.define
class Area:
    """What is taken: cells of nodes, and cells of lines by whether they run straight up or across there."""

    columns: int
    rows: int
    nodes: frozenset[Cell]
    lines: dict[Cell, set[str]] = attrs.field(factory=dict)

    def take(self, one: Way) -> None:
        """A line runs here now."""
        for cell, (up, down, left, right) in one.arms().items():
            straight = "up" if up and down else "across" if left and right else "turn"
            self.lines.setdefault(cell, set()).add(straight)

    def price(self, cell: Cell, into: Cell, out: Cell) -> int:
        """What it costs to run through a cell, entered and left in these directions."""
        row, column = cell
        cost = 1 if into == out else 1 + TURN
        cost += CLOSE * ((row, column - 1) in self.lines or (row, column + 1) in self.lines)
        taken = self.lines.get(cell)
        if not taken:
            return cost
        mine = "turn" if into != out else "up" if into in (UP, DOWN) else "across"
        crossing: set[str] = {"up": {"across"}, "across": {"up"}}.get(mine, set())
        return cost + (CROSS if taken == crossing else SHARE)

    def free(self, cell: Cell) -> bool:
        """Inside, and no node."""
        return 0 <= cell[0] < self.rows and 0 <= cell[1] < self.columns and cell not in self.nodes


def way(area: Area, one: Place, other: Place) -> Way:
    """The cheapest way from one node to another; empty if there is none at all."""
    goals = {(cell, (-step[0], -step[1])): cost for cell, step, cost in other.doors() if area.free(cell)}
    waiting: list[tuple[int, int, Cell, Cell]] = []
    spent: dict[tuple[Cell, Cell], int] = {}
    came: dict[tuple[Cell, Cell], tuple[Cell, Cell] | None] = {}
    for cell, step, cost in one.doors():
        if area.free(cell):
            spent[cell, step], came[cell, step] = cost, None
            heappush(waiting, (cost + far(cell, other), cost, cell, step))
    best: tuple[int, tuple[Cell, Cell], Cell] | None = None
    while waiting:
        estimate, cost, cell, into = heappop(waiting)
        if best is not None and estimate >= best[0]:
            break
        if cost > spent[cell, into]:
            continue
        for out in STEPS:
            if out == (-into[0], -into[1]):
                continue
            after = cost + area.price(cell, into, out)
            if (cell, out) in goals:
                total = after + goals[cell, out]
                if best is None or total < best[0]:
                    best = (total, (cell, into), out)
                continue
            nearby = (cell[0] + out[0], cell[1] + out[1])
            if area.free(nearby) and after < spent.get((nearby, out), 1 << 30):
                spent[nearby, out], came[nearby, out] = after, (cell, into)
                heappush(waiting, (after + far(nearby, other), after, nearby, out))
    return Way((), ()) if best is None else walked(came, best[1], best[2])


def far(cell: Cell, other: Place) -> int:
    """Never more than the steps that are left."""
    row, column = cell
    down = max(other.row - 1 - row, row - other.row - other.high, 0)
    across = max(other.column - 1 - column, column - other.column - other.width, 0)
    return down + across


def walked(
    came: dict[tuple[Cell, Cell], tuple[Cell, Cell] | None], last: tuple[Cell, Cell], out: Cell
) -> Way:
    """The cells back from the last one."""
    cells, steps = [last[0]], [out, last[1]]
    at = came[last]
    while at is not None:
        cells.append(at[0])
        steps.append(at[1])
        at = came[at]
    return Way(tuple(reversed(cells)), tuple(reversed(steps)))
