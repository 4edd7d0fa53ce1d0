"""Lines of text with tones: the one place where strings become what a widget draws.

Nothing here reads markup: a string is drawn as it is, character by character, so no deck text can run or
break anything. Control characters are replaced. Widths are terminal cells, never `len()`.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from typing import Final, Literal

import attrs
from rich.cells import cell_len, set_cell_size

Tone = Literal["text", "strong", "dim", "good", "lead", "alarm", "title", "gone", "off", "key", "flash"]
ELLIPSIS: Final = "…"
LONGEST: Final = 100
"""Cells of a line that is read along; on a wider screen text stays a column."""
GAP: Final = 2
"""Blanks between cells that flow."""


@attrs.frozen
class Span:
    """A run of text in one tone; already clean."""

    text: str
    tone: Tone = "text"


Strokes = tuple[str, str, str, str, str, str]
LIGHT: Final[Strokes] = ("┌", "─", "┐", "│", "└", "┘")
HEAVY: Final[Strokes] = ("┏", "━", "┓", "┃", "┗", "┛")
"""Corners and sides of a box: above, the side, below."""
Line = tuple[Span, ...]
Part = str | tuple[str, Tone]


@attrs.frozen
class Row:
    """One line of a pane. With a `key` it can be chosen; the key stays the same when the pane is rebuilt.
    `figure` is a number on a line that cannot be chosen: the mouse over it asks what it is made of."""

    line: Line
    key: object = None
    figure: object = None


@attrs.frozen
class Sheet:
    """What a pane shows: a title, its rows, and the key that the cursor should stand on at first; with
    `bottom` the last rows are shown at first."""

    title: Line
    rows: tuple[Row, ...]
    start: object = None
    bottom: bool = False


def later(message: str) -> str:
    """Marks a message for the catalogue that is looked up when it is shown."""
    return message


def clean(text: str) -> str:
    """The text without control, surrogate or private characters and without line ends."""
    if text.isascii() and text.isprintable():
        return text
    return "".join(c if c.isprintable() or not unicodedata.category(c).startswith("C") else " " for c in text)


def line(*parts: Part) -> Line:
    """A line from strings and (string, tone) pairs."""
    spans = []
    for part in parts:
        span = Span(clean(part)) if isinstance(part, str) else Span(clean(part[0]), part[1])
        if span.text:
            spans.append(span)
    return tuple(spans)


def toned(of: Line, tone: Tone) -> Line:
    """The same line, all in one tone."""
    return tuple(Span(span.text, tone) for span in of)


def trimmed(of: Line, tone: Tone) -> Line:
    """The same line; the blanks around the texts of a tone stand outside of it: nothing underlines them."""
    found: list[Span] = []
    for span in of:
        text = span.text.strip() if span.tone == tone else ""
        if text:
            before, _text, after = span.text.partition(text)
            found += [Span(before), Span(text, tone), Span(after)]
        else:
            found.append(Span(span.text) if span.tone == tone else span)
    return tuple(span for span in found if span.text)


def plain(of: Line) -> str:
    """The characters of a line."""
    return "".join(span.text for span in of)


def width(of: Line) -> int:
    """How many cells a line takes."""
    return sum(cell_len(span.text) for span in of)


def cut(text: str, cells: int) -> str:
    """At most `cells` wide; an ellipsis says that something is missing."""
    text = clean(text)
    if cell_len(text) <= cells:
        return text
    return set_cell_size(text, cells - 1).rstrip() + ELLIPSIS if cells > 0 else ""


def pad(text: str, cells: int) -> str:
    """Exactly `cells` wide."""
    return set_cell_size(cut(text, cells), cells)


def push(text: str, cells: int) -> str:
    """At the end of `cells`; as it is if it takes more."""
    return " " * (cells - cell_len(text)) + text


def clip(of: Line, cells: int) -> Line:
    """A line cut to at most `cells`."""
    if width(of) <= cells:
        return of
    spans, left = [], cells
    for span in of:
        taken = cell_len(span.text)
        if taken >= left:
            spans.append(Span(cut(span.text + ELLIPSIS, left), span.tone))
            break
        spans.append(span)
        left -= taken
    return tuple(spans)


def pieces(word: str, cells: int) -> Iterable[str]:
    """A word in pieces of at most `cells`."""
    piece = ""
    for character in word:
        if piece and cell_len(piece + character) > cells:
            yield piece
            piece = ""
        piece += character
    yield piece


def wrap(text: str, cells: int) -> list[str]:
    """The text in lines of at most `cells`; line ends in it are kept; words longer than a line are broken."""
    cells = max(2, cells)
    found: list[str] = []
    for paragraph in text.splitlines() or [""]:
        current = ""
        for word in clean(paragraph).split():
            joined = f"{current} {word}" if current else word
            if cell_len(joined) <= cells:
                current = joined
                continue
            if current:
                found.append(current)
            *full, current = pieces(word, cells)
            found += full
        found.append(current)
    return found


def block(text: str, cells: int, tone: Tone = "text", first: str = "", rest: str | None = None) -> list[Line]:
    """Wrapped text, LONGEST cells wide at most; `first` stands before the first line and `rest` (or blanks)
    before the others."""
    before = " " * cell_len(first) if rest is None else rest
    lines = wrap(text, min(cells, LONGEST) - max(cell_len(first), cell_len(before)))
    return [line(first if n == 0 else before, (piece, tone)) for n, piece in enumerate(lines)]


def legend_lines(text: str, cells: int) -> list[Line]:
    """Items that stand two blanks apart in `text`, each kept whole: a glyph without its word says
    nothing. On the lines they stand as far apart, or one blank where that takes fewer lines."""
    items = text.split("  ")
    wide, close = packed(items, cells, "  "), packed(items, cells, " ")
    return [line((of, "dim")) for of in (close if len(close) < len(wide) else wide)]


def packed(items: list[str], cells: int, gap: str) -> list[str]:
    """Items on as few lines as they take with this gap between them."""
    found: list[str] = []
    for item in items:
        joined = f"{found[-1]}{gap}{item}" if found else item
        if found and cell_len(joined) <= cells:
            found[-1] = joined
        else:
            found += wrap(item, cells)
    return found


def in_rows(cells: list[Line], a_row: int) -> list[Line]:
    """Cells side by side, `a_row` of them on each line."""
    a_row = max(1, a_row)
    starts = range(0, len(cells), a_row)
    return [tuple(span for of in cells[start : start + a_row] for span in of) for start in starts]


def flowing(cells: list[Line], columns: int) -> list[Line]:
    """Cells with blanks between them, a new line where the next one would not stand there whole."""
    found: list[Line] = [()]
    for of in cells:
        gap = line(" " * GAP) if found[-1] else ()
        fits = width((*found[-1], *gap, *of)) <= columns
        found[-1:] = [(*found[-1], *gap, *of)] if fits or not found[-1] else [found[-1], of]
    return found


def framed(lines: list[Line], cells: int, tone: Tone, strokes: Strokes = LIGHT) -> list[Line]:
    """Lines in a box of `cells`; `strokes` are its corners and sides."""
    nw, flat, ne, side, sw, se = strokes
    found = [line((nw + flat * (cells - 2) + ne, tone))]
    for of in lines:
        inner = clip(of, cells - 4)
        gap = " " * (cells - 4 - width(inner))
        found.append((*line((side + " ", tone)), *inner, *line(gap, (" " + side, tone))))
    return [*found, line((sw + flat * (cells - 2) + se, tone))]


def beside(left: list[Line], right: list[Line], left_cells: int) -> list[Line]:
    """Two columns, one cell at least between them."""
    rows = []
    for n in range(max(len(left), len(right))):
        first = clip(left[n], left_cells - 1) if n < len(left) else ()
        gap = (Span(" " * (left_cells - width(first))),)
        rows.append((*first, *gap, *(right[n] if n < len(right) else ())))
    return rows
