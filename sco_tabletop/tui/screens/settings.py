"""Settings: colours, ASCII, motion, pace of bots; each holds at once and is kept in a file of the user."""

from __future__ import annotations

from enum import Enum
from typing import Any, ClassVar

import attrs
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Center

from ...i18n import _
from ...settings import Colours, Pace, Settings
from ..keys import CHOICES, bindings
from ..text import Row, Sheet, block, later, line
from ..widgets.pane import Pane
from .base import BaseScreen
from .setup import turned


class SettingsScreen(BaseScreen[None]):
    """One line a setting; Enter, Left, Right or a click changes it."""

    CSS_PATH = "settings.tcss"
    KEYS = CHOICES
    BINDINGS: ClassVar[list[BindingType]] = [*bindings(CHOICES)]
    about = later("How the program looks and moves for you. Each change holds at once, in every exercise.")

    def compose(self) -> ComposeResult:
        with Center(id="middle"):
            yield Pane(self.content, id="settings")
        yield self.foot()

    def on_mount(self) -> None:
        self.pane.focus()

    @property
    def pane(self) -> Pane:
        """The one pane."""
        return self.query_one("#settings", Pane)

    def content(self, columns: int, rows: int) -> Sheet:  # noqa: ARG002
        """The lines, what the run overrules, and where they are kept."""
        shelf, inner, found = self.table.shelf, columns - 2, list[Row]()
        for name, label, value, hint in told(shelf.settings):
            found.append(turned(label, value, name))
            why = self.table.overruled(name) or hint
            tone = "lead" if self.table.overruled(name) else "dim"
            found += [Row(of) for of in block(why, inner, tone, first="  ")]  # type: ignore[arg-type]
        found += [Row(()), Row(line((_("Back"), "key")), "back"), Row(())]
        if shelf.trouble:
            found += [Row(of) for of in block(shelf.trouble, inner, "alarm", first="✗ ")]
        elif shelf.path is not None:
            text = _("Kept in {path}.").format(path=shelf.path)
            found += [Row(of) for of in block(text, inner, "dim")]
        return Sheet(line((_("Settings"), "title")), tuple(found), start="colours")

    def on_pane_chosen(self, message: Pane.Chosen) -> None:
        """Enter: the next value, or back."""
        if message.key == "back":
            self.action_back()
        else:
            self.turn(message.key, 1)

    def on_pane_turned(self, message: Pane.Turned) -> None:
        self.turn(message.pane.key, message.step)

    def turn(self, key: object, step: int) -> None:
        """Another value; it holds at once."""
        if isinstance(key, str) and key != "back":
            self.table.apply(turn(self.table.shelf.settings, key, step))

    def action_settings(self) -> None:
        """F2 again closes it."""
        self.dismiss()

    def action_back(self) -> None:
        """Close."""
        self.dismiss()


def told(settings: Settings) -> list[tuple[str, str, str, str]]:
    """Field, label, value and what it means, for each setting."""
    yes, no = _("yes"), _("no")
    return [
        (
            "colours",
            _("Colours"),
            {Colours.DARK: _("dark"), Colours.LIGHT: _("light")}[settings.colours],
            _("Two sets of colours; every state has a sign and a word besides its colour."),
        ),
        (
            "ascii",
            _("ASCII only"),
            yes if settings.ascii else no,
            _("For terminals and fonts that lack lines and signs."),
        ),
        (
            "still",
            _("Less motion"),
            yes if settings.still else no,
            _("Nothing slides or flashes; what happens stands there at once."),
        ),
        (
            "pace",
            _("Bots' pace"),
            {
                Pace.SLOW: _("slow"),
                Pace.NORMAL: _("normal"),
                Pace.FAST: _("fast"),
                Pace.AT_ONCE: _("at once"),
            }[settings.pace],
            _("How fast the turns of the others pass; F in the room skips them at any pace."),
        ),
    ]


def turn(settings: Settings, name: str, step: int) -> Settings:
    """The settings with one of them at its next or previous value."""
    value = getattr(settings, name)
    values: list[object] = list(type(value)) if isinstance(value, Enum) else [False, True]
    change: dict[str, Any] = {name: values[(values.index(value) + step) % len(values)]}
    return attrs.evolve(settings, **change)
