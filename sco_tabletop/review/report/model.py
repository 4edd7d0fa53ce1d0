"""What a report is made of: blocks of text, tables and pictures, whatever they are written as.

Holds plain text only; each writer escapes it in its own way. `lines` are lines of the save that a figure
rests on: the writers make them links into the log at the end.
"""

from __future__ import annotations

from typing import Literal

import attrs

from ..quoting import Quote

Tone = Literal["", "good", "lead", "alarm", "dim"]


@attrs.frozen
class Heading:
    """A title of a section (level 2) or a part of one (level 3)."""

    text: str
    level: int = 2


@attrs.frozen
class Words:
    """A paragraph."""

    text: str
    lines: tuple[int, ...] = ()
    tone: Tone = ""


@attrs.frozen
class Points:
    """A list."""

    items: tuple[Words, ...]


@attrs.frozen
class Cell:
    """One field of a table."""

    text: str
    lines: tuple[int, ...] = ()
    tone: Tone = ""


@attrs.frozen
class Table:
    """A table; every row has as many cells as there are heads. The first cell of a row is its head."""

    caption: str
    heads: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]


@attrs.frozen
class Picture:
    """A drawing as inline SVG, and the same said in a sentence."""

    svg: str
    caption: str


@attrs.frozen
class Log:
    """The log, line by line: what the figures link to."""

    quotes: tuple[Quote, ...]


Block = Heading | Words | Points | Table | Picture | Log


@attrs.frozen
class Document:
    """A report. `stamp` stands on every page."""

    title: str
    subtitle: str
    stamp: str
    blocks: tuple[Block, ...]


def table(caption: str, heads: tuple[str, ...], rows: list[tuple[Cell, ...]]) -> tuple[Block, ...]:
    """A table, or nothing if it would be empty."""
    return (Table(caption, heads, tuple(rows)),) if rows else ()
