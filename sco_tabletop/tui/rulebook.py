"""The rule book inside the program: its text, one paragraph of it by its number, and where that stands.

Reads the file of the manual when it is first asked for; knows no screen and no exercise.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache, lru_cache
from pathlib import Path
from typing import Final

from ..i18n import _
from .markdown import blocks, lines_of
from .text import Line, plain

BOOK: Final = Path(__file__).resolve().parents[1] / "manual" / "rules.md"


@cache
def book() -> str:
    """The whole text; one sentence if the file is missing."""
    try:
        return BOOK.read_text(encoding="utf-8")
    except OSError:
        return _("The rule book is missing from this installation.")


@lru_cache(maxsize=4)
def pages(columns: int) -> tuple[Line, ...]:
    """The whole book as lines of this width; laid out once a width."""
    return tuple(lines_of(book(), columns))


@cache
def paragraph(rule: str) -> str:
    """The paragraph with this number, in the manual's Markdown; empty if there is none."""
    mark = re.compile(rf"\*\*{re.escape(rule)}(?![\d.]*\d)")
    all_of = list(blocks(book()))
    for number, (kind, source) in enumerate(all_of):
        text = " ".join(source)
        if kind != "table" and mark.search(text):
            alone = text.strip("* ") == rule
            return "\n".join((text, "", *all_of[number + 1][1])) if alone else text
    rows = (row_of(source, rule) for kind, source in all_of if kind == "table")
    return next((row for row in rows if row), "")


def row_of(source: list[str], rule: str) -> str:
    """A row of a table that has rules in its first column, as a sentence a cell."""
    rows = [[cell.strip() for cell in raw.strip("|").split("|")] for raw in source]
    for row in rows[2:]:
        if row[0].split()[:1] == [rule] and len(row) > 1:
            heads = [f"{head}: " if head and n > 1 else "" for n, head in enumerate(rows[0])]
            cells = [f"{head}{cell}" for head, cell in zip(heads[1:], row[1:], strict=False)]
            return f"**{row[0]}** " + "; ".join(cells)
    return ""


def place_of(lines: Sequence[Line], rule: str) -> int:
    """The number of the line on which the paragraph begins; 0 if it is nowhere."""
    begins = re.compile(rf"{re.escape(rule)}(?![\d.]*\d)")
    named = [n for n, of in enumerate(lines) if any(s.tone == "strong" and begins.match(s.text) for s in of)]
    rows = [n for n, of in enumerate(lines) if begins.match(plain(of)) and "  " in plain(of)]
    return next(iter((*named, *rows)), 0)
