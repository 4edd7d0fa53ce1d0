"""A pad of digits to type a PIN by mouse: a click on a cell presses the key that it shows.

Which digits were typed is for the screen to know, and nothing here shows it.
"""

from __future__ import annotations

from typing import Final

from rich.cells import cell_len
from textual import events

from ...i18n import _
from ..text import Line, Part, Row, Sheet, line
from .bars import Bar

BESIDE: Final = 3
"""Cells beside one another."""
PRESSED: Final = ("1", "2", "3", "4", "5", "6", "7", "8", "9", "delete", "0", "enter")
"""The keys of the pad, row by row. Delete, as Backspace leaves a screen where nothing is typed."""


class KeyPad(Bar):
    """Four rows of three; `display` it only while digits are asked for."""

    DEFAULT_CSS = "KeyPad { height: 4; }"

    def __init__(self) -> None:
        super().__init__(lambda columns, _rows: pad_sheet(columns), id="keypad", boxed=False)

    def on_click(self, event: events.Click) -> None:
        """Press the key under the mouse."""
        event.prevent_default()
        at = event.get_content_offset(self)
        if at is not None and (key := key_under(at.x, at.y, self.space[0])):
            self.app.simulate_key(key)


def faces() -> dict[str, str]:
    """What stands on each key of the pad."""
    words = {"delete": _("⌫ delete"), "enter": _("OK")}
    return {key: words.get(key, key) for key in PRESSED}


def cell_width() -> int:
    """All cells are as wide as the longest word needs."""
    return max(cell_len(face) for face in faces().values()) + 4


def left_of(columns: int) -> int:
    """Where the pad begins: in the middle."""
    return max(0, (columns - BESIDE * cell_width()) // 2)


def pad_sheet(columns: int) -> Sheet:
    """The cells, each in brackets: they can be told from text without colour."""
    return Sheet((), tuple(Row(pad_line(row, columns)) for row in range(len(PRESSED) // BESIDE)))


def pad_line(row: int, columns: int) -> Line:
    """Three keys of the pad beside one another."""
    inner, shown = cell_width() - 3, faces()
    parts: list[Part] = [" " * left_of(columns)]
    for key in PRESSED[row * BESIDE : (row + 1) * BESIDE]:
        before = (inner - cell_len(shown[key])) // 2
        after = inner - cell_len(shown[key]) - before
        parts += [("[", "dim"), (" " * before + shown[key] + " " * after, "key"), ("] ", "dim")]
    return line(*parts)


def key_under(x: int, y: int, columns: int) -> str:
    """The key whose cell this is; empty beside the pad."""
    column = (x - left_of(columns)) // cell_width()
    if not (0 <= column < BESIDE and 0 <= y < len(PRESSED) // BESIDE):
        return ""
    return PRESSED[y * BESIDE + column]
