"""The little Markdown that our own manual uses, as lines: headings, lists, tables, bold.

One pane instead of hundreds of widgets. Only for texts of this package; deck texts never come here.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from rich.cells import cell_len

from .text import LONGEST, Line, Span, Tone, clean, line, pad, wrap

BOLD: Final = re.compile(r"\*\*(.+?)\*\*|`([^`]+)`|(?<!\*)\*([^*\s][^*]*?)\*(?!\*)")
WIDEST: Final = 160
"""Cells of a table, whose columns are read down."""


def lines_of(text: str, columns: int) -> list[Line]:
    """A whole document."""
    columns, roomy = min(columns, LONGEST), min(columns, WIDEST)
    found: list[Line] = []
    before = ""
    for kind, source in blocks(text):
        found += [()] if before == "item" != kind else []
        before = kind
        if kind == "table":
            found += table(source, roomy)
        elif kind == "heading":
            found += [(), line((source[0].lstrip("# ").strip(), "title"))]
        else:
            numbered = source[0][:1].isdigit()
            first, rest = ("", "") if kind != "item" else ("", "   ") if numbered else ("• ", "  ")
            found += styled(" ".join(source), columns, first, rest)
        if kind in ("table", "heading", "text"):
            found.append(())
    return found


def blocks(text: str) -> Iterator[tuple[str, list[str]]]:
    """Kind and source lines of each block; lines of a paragraph or list item are joined."""
    kind, held = "", list[str]()
    for raw in [*text.splitlines(), ""]:
        stripped = raw.strip()
        item = re.match(r"(?:[-*]|\d+\.) ", stripped)
        now = (
            ""
            if not stripped
            else "heading"
            if stripped.startswith("#")
            else "table"
            if stripped.startswith("|")
            else "item"
            if item
            else kind
            if kind in ("item", "text")
            else "text"
        )
        if held and (now != kind or now == "heading" or item):
            yield kind, held
            held = []
        if now:
            held.append(stripped[2:] if now == "item" and stripped[:2] in ("- ", "* ") else stripped)
        kind = now


def styled(text: str, columns: int, first: str, rest: str) -> list[Line]:
    """Wrapped text with bold passages in the strong tone."""
    text = " ".join(text.split())
    marks: list[tuple[str, Tone]] = []
    at = 0
    for match in BOLD.finditer(text):
        marks += [(text[at : match.start()], "text"), (next(g for g in match.groups() if g), "strong")]
        at = match.end()
    marks.append((text[at:], "text"))
    tones: list[Tone] = [tone for piece, tone in marks for _c in clean(piece)]
    flat = "".join(clean(piece) for piece, _tone in marks)
    found, place = [], 0
    for number, piece in enumerate(wrap(flat, columns - max(cell_len(first), cell_len(rest)))):
        place = flat.index(piece[:1], place) if piece else place
        spans = [Span(first if number == 0 else rest)]
        for offset, character in enumerate(piece):
            tone = tones[place + offset] if place + offset < len(tones) else "text"
            if spans[-1].tone == tone and len(spans) > 1:
                spans[-1] = Span(spans[-1].text + character, tone)
            else:
                spans.append(Span(character, tone))
        place += len(piece)
        found.append(tuple(span for span in spans if span.text))
    return found


def table(source: list[str], columns: int) -> list[Line]:
    """A table; cells that are too long are wrapped within their column."""
    rows = [
        [
            BOLD.sub(lambda m: next(g for g in m.groups() if g), cell.strip())
            for cell in raw.strip("|").split("|")
        ]
        for raw in source
        if not re.fullmatch(r"[|\s:-]+", raw)
    ]
    count = max(len(row) for row in rows)
    rows = [row + [""] * (count - len(row)) for row in rows]
    wide = [max(cell_len(row[n]) for row in rows) for n in range(count)]
    while sum(wide) + 2 * count > columns and max(wide) > 6:
        wide[wide.index(max(wide))] -= 1
    found = []
    for number, row in enumerate(rows):
        cells = [wrap(cell, wide[n]) for n, cell in enumerate(row)]
        for height in range(max(len(cell) for cell in cells)):
            texts = [pad(cell[height] if height < len(cell) else "", wide[n]) for n, cell in enumerate(cells)]
            found.append(line(("  ".join(texts), "strong" if number == 0 else "text")))
    return found
