"""Bars of a line or two: heads, messages, tabs, and the footer whose keys can be clicked."""

from __future__ import annotations

from collections.abc import Callable

from rich.cells import cell_len
from textual import events
from textual.message import Message

from ...i18n import _
from ..keys import FOOTER_KEYS, Entry, footer
from ..text import Line, Part, Row, Sheet, line
from .pane import Pane

ROOMY = 110
MANY = 12
GAP = 3
"""Cells between two keys of a footer."""


class Bar(Pane, can_focus=False):
    """A pane of a line or two without title and cursor."""

    DEFAULT_CSS = "Bar { height: 1; }"


class Foot(Bar):
    """The keys of a screen; a click on one presses it."""

    def __init__(self, entries: Callable[[], tuple[Entry, ...]]) -> None:
        super().__init__(self.keys, id="foot", boxed=False)
        self.entries = entries

    def keys(self, columns: int, rows: int) -> Sheet:  # noqa: ARG002
        """Keys and their labels; six at 80 columns."""
        return Sheet((), (Row(foot_line(self.entries(), columns)),))

    def on_click(self, event: events.Click) -> None:
        """Press the key under the mouse."""
        event.prevent_default()
        key = key_at(self.entries(), self.space[0], event.x - self.styles.padding.left)
        if key:
            self.app.simulate_key(key)


class TabBar(Bar):
    """Panes by number, one at a time; a click goes to one."""

    class Picked(Message):
        """A tab was clicked."""

        def __init__(self, number: int) -> None:
            super().__init__()
            self.number = number

    def __init__(self, names: Callable[[], dict[int, str]], current: Callable[[], int]) -> None:
        super().__init__(self.tabs, id="tabs", boxed=False)
        self.names, self.current = names, current

    def marks(self) -> list[tuple[int, str]]:
        """Each number with what stands for it."""
        now = self.current()
        return [(n, f"[{n} {name}]" if n == now else f" {n} {name} ") for n, name in self.names().items()]

    def tabs(self, columns: int, rows: int) -> Sheet:  # noqa: ARG002
        """All on one line."""
        parts: list[Part] = []
        for number, mark in self.marks():
            parts.append((mark, "key" if number == self.current() else "dim"))
        return Sheet((), (Row(line(*parts)),))

    def on_click(self, event: events.Click) -> None:
        """Go to the tab under the mouse."""
        event.prevent_default()
        at = self.styles.padding.left
        for number, mark in self.marks():
            at += cell_len(mark)
            if event.x < at:
                self.post_message(self.Picked(number))
                return


def shown(entries: tuple[Entry, ...], columns: int) -> tuple[Entry, ...]:
    """The entries that a footer of this width has, in whatever language: as many as stand there whole."""
    for most in range(FOOTER_KEYS if columns < ROOMY else MANY, 1, -1):
        found = footer(entries, most)
        if sum(cell_len(entry.face) + 1 + cell_len(_(entry.label)) + GAP for entry in found) - GAP <= columns:
            return found
    return footer(entries, 1)


def foot_line(entries: tuple[Entry, ...], columns: int) -> Line:
    """The footer's line."""
    parts: list[Part] = []
    for entry in shown(entries, columns):
        parts += [" " * GAP if parts else "", (entry.face, "key"), f" {_(entry.label)}"]
    return line(*parts)


def key_at(entries: tuple[Entry, ...], columns: int, x: int) -> str:
    """The key that a click in this cell presses; a face that shows several keys is shared out among them."""
    at = 0
    for entry in shown(entries, columns):
        face, label = cell_len(entry.face), cell_len(_(entry.label))
        if at <= x < at + face + 1 + label:
            keys = entry.key.split(",")
            return keys[(x - at) * len(keys) // face if x < at + face else 0]
        at += face + 1 + label + GAP
    return ""
