"""The table within a list: where its header is, what its columns mean, which rows follow.

Knows names of columns; must not know a script. Rows are counted as a spreadsheet counts them, from 1.
"""

from __future__ import annotations

from contextlib import suppress
from itertools import islice
from typing import Final

import attrs

from ...i18n import _
from .cells import DELIMITERS, MAX_BYTES, MAX_COLUMNS, MAX_ROWS, ListError, decode, plain_text, records
from .columns import Column, known, names_day, recognised

LOOKED_AT: Final = 60
"""The header stands within so many rows."""

Cells = tuple[str, ...]


@attrs.frozen
class Table:
    """`rows` are all rows of the file, `header` counts from 0; `columns` says what each column is (None: not
    ours, or a second one of the same kind); `stories` and `days` are positions of story time and of days."""

    rows: tuple[Cells, ...]
    header: int
    columns: tuple[Column | None, ...]
    stories: tuple[int, ...]
    days: tuple[int, ...]
    encoding: str
    delimiter: str

    def has(self, column: Column) -> bool:
        """Whether the list has such a column."""
        return column in self.columns

    def cell(self, row: Cells, column: Column) -> str:
        """What stands in the column, empty if nothing does."""
        place = self.columns.index(column) if column in self.columns else len(row)
        return row[place] if place < len(row) else ""

    def name(self, place: int) -> str:
        """The name of a column as the list has it."""
        names = self.rows[self.header]
        name = names[place].strip() if place < len(names) else ""
        return " ".join(name.split()) or _("Column {number}").format(number=place + 1)


def find_table(data: bytes) -> Table:
    """The table in the bytes of a file; raises ListError."""
    if len(data) > MAX_BYTES:
        raise ListError(_("The list is larger than {limit} bytes.").format(limit=MAX_BYTES))
    text, encoding = decode(data)
    best = max(DELIMITERS, key=lambda delimiter: _worth(text, delimiter))
    if _worth(text, best)[0] == 0:
        raise ListError(
            _(
                "No header was found in the first {rows} rows: a row must name at least three known columns, "
                "one of them a title or a message."
            ).format(rows=LOOKED_AT)
        )
    rows = tuple(tuple(map(plain_text, cells)) for cells in islice(records(text, best), MAX_ROWS + 1))
    if len(rows) > MAX_ROWS:
        raise ListError(_("The list has more than {limit} rows.").format(limit=MAX_ROWS))
    if max(map(_width, rows)) > MAX_COLUMNS:
        raise ListError(_("The list has more than {limit} columns.").format(limit=MAX_COLUMNS))
    return _table(rows, encoding, best)


def _worth(text: str, delimiter: str) -> tuple[int, int]:
    """How many columns the best row names when cut here, and how many rows are as wide as it."""
    looked_at: list[Cells] = []
    # Wrong delimiters tear quotes apart; what the right one finds is told when the whole list is read.
    with suppress(ListError):
        for cells in islice(records(text, delimiter), LOOKED_AT):
            looked_at.append(cells)  # noqa: PERF402 - what came before the error counts
    if not looked_at:
        return 0, 0
    header = max(looked_at, key=recognised)
    return recognised(header), sum(len(cells) == len(header) for cells in looked_at)


def _table(rows: tuple[Cells, ...], encoding: str, delimiter: str) -> Table:
    header = max(range(min(len(rows), LOOKED_AT)), key=lambda row: recognised(rows[row]))
    columns: list[Column | None] = []
    stories: list[int] = []
    for place, name in enumerate(rows[header]):
        column = known(name)
        if column is Column.STORY:
            stories.append(place)
        columns.append(None if column in columns else column)
    days = tuple(place for place in stories if names_day(rows[header][place]))
    return Table(rows, header, tuple(columns), tuple(stories), days, encoding, delimiter)


def _width(cells: Cells) -> int:
    return max((place + 1 for place, cell in enumerate(cells) if cell.strip()), default=0)
