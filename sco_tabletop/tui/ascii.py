"""Drawing with ASCII characters only: a filter over finished lines, so no widget has to know.

Every character keeps its width, so nothing moves.
"""

from __future__ import annotations

import unicodedata
from functools import cache
from typing import Final

from rich.cells import cell_len
from rich.segment import Segment
from textual.color import Color
from textual.filter import LineFilter

from ..twins import TWINS
from .joints import JOINTS


def joint(place: int) -> str:
    """The twin of a box character: heavy lines are # where light ones are + - |."""
    weights = (place // 27, place // 9 % 3, place // 3 % 3, place % 3)
    if 2 in weights:
        return "#"
    if not any(weights[2:]):
        return "|"
    return "-" if not any(weights[:2]) else "+"


TABLE: Final = {ord(c): joint(n) for n, c in enumerate(JOINTS) if n and c != " "} | {
    ord(c): t for c, t in TWINS.items()
}


def to_ascii(text: str) -> str:
    """The text with twins; what has none becomes as many question marks as it is wide."""
    if text.isascii():
        return text
    return "".join(c if c.isascii() else bare(c) for c in text.translate(TABLE))


@cache
def bare(character: str) -> str:
    """A letter without its accents, so that the names of most players stay names; of other scripts nothing is
    guessed: question marks."""
    letters = "".join(c for c in unicodedata.normalize("NFKD", character) if c.isascii())
    cells = cell_len(character)
    return letters.ljust(cells) if len(letters) == 1 else "?" * cells


class AsciiFilter(LineFilter):
    """Applied to each line on its way to the terminal."""

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:  # noqa: ARG002
        return [
            segment
            if segment.control or segment.text.isascii()
            else Segment(to_ascii(segment.text), segment.style)
            for segment in segments
        ]
