"""What all screens share: bars of one line, the footer from the registry, help, quit, the two themes."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, TypeVar

from textual.screen import Screen

from ...i18n import _
from ..keys import FOOTER_KEYS, Entry, footer
from ..text import Line, Part, Row, Sheet, line
from ..themes import DARK, LIGHT
from ..widgets.pane import Pane

if TYPE_CHECKING:
    from ..app import TabletopApp

R = TypeVar("R")
ROOMY = 110


class Bar(Pane, can_focus=False):
    """A pane of a line or two without title and cursor."""

    DEFAULT_CSS = "Bar { height: 1; }"


class BaseScreen(Screen[R]):
    """A screen with a registry of keys. `about` is the sentence that its help begins with."""

    KEYS: tuple[Entry, ...] = ()
    about: ClassVar[str] = ""

    @property
    def table(self) -> TabletopApp:
        """The application."""
        return self.app  # type: ignore[return-value]

    def foot(self) -> Bar:
        """The footer."""
        return Bar(self.foot_sheet, id="foot", boxed=False)

    def foot_sheet(self, columns: int, rows: int) -> Sheet:  # noqa: ARG002
        """Keys and their labels; six at 80 columns."""
        return Sheet((), (Row(foot_line(self.KEYS, columns)),))

    def action_help(self) -> None:
        """Help of this screen; from there F1 opens the rule book."""
        from .rules import HelpScreen

        self.app.push_screen(HelpScreen(_(self.about), self.KEYS))

    def beat(self, released: int) -> None:
        """Each second of a facilitated exercise; so many injects were released by themselves."""

    def action_leave(self) -> None:
        """Quit."""
        self.table.leave()

    def action_theme(self) -> None:
        """Dark or light."""
        self.app.theme = LIGHT.name if self.app.theme == DARK.name else DARK.name
        for pane in self.app.screen.query(Pane):
            pane.refresh()


def foot_line(entries: tuple[Entry, ...], columns: int) -> Line:
    """The footer's line."""
    parts: list[Part] = []
    for entry in footer(entries, FOOTER_KEYS if columns < ROOMY else 12):
        parts += [(entry.face, "key"), f" {_(entry.label)}   "]
    return line(*parts)
