"""Which rows of a list are lines of the MSEL, and why the others are not.

Knows where cells stand; must not know what they mean for a script.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import zip_longest
from typing import Final

import attrs

from ...i18n import _
from .account import Left
from .columns import Column, normal
from .table import Cells, Table
from .writing import SIGNATURE

LINES: Final = 200
"""A script holds so many lines at most."""

SHOWN: Final = 40


@attrs.frozen
class Row:
    """One line of the MSEL. `cells` have merged days filled in, `day` is the day on which it stands."""

    number: int
    cells: Cells
    day: str


def is_own(table: Table) -> bool:
    """Whether `write_msel` wrote the list: then nothing is trimmed and no merged cell is looked for."""
    return any(cells and cells[0].strip() == SIGNATURE[0] for cells in table.rows[: table.header])


def split(table: Table) -> tuple[tuple[Row, ...], tuple[Left, ...]]:
    """Rows with a line of the MSEL in them, and all others."""
    above = [Left(place + 1, _("above the header"), empty=True) for place in range(table.header)]
    rows, left = list[Row](), [*above, Left(table.header + 1, _("the header"), empty=True)]
    for number, cells, day in _filled(table):
        if why := _no_line(table, table.rows[number - 1]):
            left.append(Left(number, why, empty=True))
        elif not any(table.cell(cells, column).strip() for column in _SAYS):
            left.append(Left(number, _("it has neither title nor message"), empty=False))
        elif len(rows) == LINES:
            message = _("a script holds {limit} lines at most").format(limit=LINES)
            left.append(Left(number, message, empty=False))
        else:
            rows.append(Row(number, cells, day))
    return tuple(rows), tuple(left)


_SAYS: Final = (Column.TITLE, Column.MESSAGE, Column.EXPECTED)


def _filled(table: Table) -> Iterator[tuple[int, Cells, str]]:
    """Rows below the header; a merged day stands in the first row of its group only, so it is carried on."""
    carried: dict[int, str] = {}
    own = is_own(table)
    for place in range(table.header + 1, len(table.rows)):
        cells = list(table.rows[place])
        if own or _is_header(table, table.rows[place]):
            yield place + 1, tuple(cells), ""
            continue
        for column in table.days:
            cells += [""] * (column + 1 - len(cells))
            carried[column] = cells[column] = cells[column].strip() or carried.get(column, "")
        yield place + 1, tuple(cells), " ".join(filter(None, carried.values()))


def _is_header(table: Table, cells: Cells) -> bool:
    """Whether the row repeats the header; compared up to the first difference, for lists are long."""
    pairs = zip_longest(table.rows[table.header], cells, fillvalue="")
    return any(cells) and all(normal(name) == normal(cell) for name, cell in pairs)


def _no_line(table: Table, cells: Cells) -> str:
    """Why the row holds no line of the MSEL; empty if it may."""
    filled = [place for place, cell in enumerate(cells) if cell.strip()]
    if not filled:
        return _("blank")
    if _is_header(table, cells):
        return _("the header again")
    (first, *more) = filled
    column = table.columns[first] if first < len(table.columns) else None
    text = " ".join(cells[first].split())
    numbered = column is Column.NUMBER and any(letter.isdigit() for letter in text) and " " not in text
    if more or numbered or column is Column.MESSAGE:
        return ""
    return _("a heading: {text}").format(text=text if len(text) <= SHOWN else f"{text[: SHOWN - 1]}…")
