"""The account of an import: what became of every row of the list.

Knows rows and reasons; must not know how they came about. Sentences are in the reader's language.
"""

from __future__ import annotations

import attrs

from ..script import Script


@attrs.frozen
class Left:
    """A row that was not imported. `empty` when it held no line of the MSEL: a title, a heading, blanks."""

    row: int
    reason: str
    empty: bool


@attrs.frozen
class Changed:
    """Something about an imported row that is not as the list had it, or that a person should look at."""

    row: int
    inject: str
    text: str


@attrs.frozen
class Imported:
    """The script and the account of all `rows` of the list: each is in `lines` (in the order of the injects)
    or in `left`, never in both. `remarks` are about the list as a whole."""

    script: Script
    rows: int
    lines: tuple[int, ...]
    left: tuple[Left, ...]
    changed: tuple[Changed, ...]
    remarks: tuple[str, ...]

    def __attrs_post_init__(self) -> None:
        told = sorted((*self.lines, *(left.row for left in self.left)))
        if told != list(range(1, self.rows + 1)) or len(self.lines) != len(self.script.injects):
            raise AssertionError("a row of the list is lost or told twice")

    @property
    def lost(self) -> tuple[Left, ...]:
        """Rows with something of the MSEL in them that were not imported."""
        return tuple(left for left in self.left if not left.empty)
