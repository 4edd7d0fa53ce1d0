"""A report as rows of a pane; a figure's row leads to the lines of the log that it rests on, a heading's row
has a key to jump to."""

from __future__ import annotations

from ...review.report.model import Cell, Document, Heading, Log, Picture, Points, Table, Words
from ..text import Line, Row, Tone, block, line

TONES: dict[str, Tone] = {"": "text", "good": "good", "lead": "lead", "alarm": "alarm", "dim": "dim"}


def rows_of(document: Document, columns: int) -> tuple[Row, ...]:
    """Everything but pictures and the log, which the screen has in panes of their own."""
    found: list[Row] = []
    for number, part in enumerate(document.blocks):
        match part:
            case Heading(text=text):
                lines = block(text, columns, "title")
                found += [Row(()), Row(lines[0], ("head", number)), *(Row(of) for of in lines[1:])]
            case Words():
                found += words_rows((number,), part, columns)
            case Points(items=items):
                for place, item in enumerate(items):
                    found += words_rows((number, place), item, columns, "· ")
            case Table():
                found += table_rows(number, part, columns)
            case Picture() | Log():
                continue
    return tuple(found)


def next_head(rows: tuple[Row, ...], key: object, step: int) -> object:
    """The key of the next heading (step 1) or the one before (-1) as seen from a row; the row itself if there
    is none."""
    keys = [row.key for row in rows if row.key is not None]
    here = keys.index(key) if key in keys else 0
    heads = [n for n, found in enumerate(keys) if isinstance(found, tuple) and found[0] == "head"]
    wanted = [n for n in heads if (n - here) * step > 0]
    return keys[wanted[0] if step > 0 else wanted[-1]] if wanted else key


def words_rows(place: tuple[int, ...], of: Words, columns: int, first: str = "") -> list[Row]:
    """A paragraph; its first row has the key."""
    return keyed(place, block(of.text, columns, TONES[of.tone], first=first), of.lines)


def keyed(place: tuple[int, ...], lines: list[Line], refers: tuple[int, ...]) -> list[Row]:
    """Rows of which the first can be chosen, so that the cursor goes through all; there may be no lines."""
    key = ("lines", place, tuple(sorted({n for n in refers if n})))
    return [Row(of, key if at == 0 else None) for at, of in enumerate(lines)]


def table_rows(number: int, of: Table, columns: int) -> list[Row]:
    """A table, a paragraph a row: the first cell, then each head with its value."""
    found = [Row(of_) for of_ in block(of.caption, columns, "strong")] if of.caption else []
    for place, cells in enumerate(of.rows):
        if len(cells) == 2:
            pair = block(cells[1].text, columns, TONES[cells[1].tone], first=f"{cells[0].text}: ")
            found += keyed((number, place), pair, (*cells[0].lines, *cells[1].lines))
            continue
        text = "; ".join(
            f"{head}: {cell.text}" for head, cell in zip(of.heads[1:], cells[1:], strict=True) if shown(cell)
        )
        refers = tuple(n for cell in cells for n in cell.lines)
        tone = next((cell.tone for cell in reversed(cells) if cell.tone), "")
        lines = block(text, columns - 2, TONES[tone], first="  ")
        head_line = line((cells[0].text, "key"))
        found += keyed((number, place), [head_line, *lines], refers)
    return found


def shown(cell: Cell) -> bool:
    """A dash says nothing here."""
    return cell.text not in ("", "-")
