"""What the pages of the console share: one pane over the console, Back, and forms over it."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType

from ...session.conducted import ConductedSession
from ..acting import veiled
from ..conduct_keys import PAGE
from ..fields import Sheetful
from ..keys import Entry, bindings
from ..text import Sheet
from ..widgets.pane import Pane
from .base import BaseScreen
from .fields import FieldScreen


class PageScreen(BaseScreen[None]):
    """A page of the console. Exists only while the console is open; leaving the console removes it."""

    KEYS: tuple[Entry, ...] = PAGE
    BINDINGS: ClassVar[list[BindingType]] = [*bindings(PAGE)]

    def __init__(self, session: ConductedSession) -> None:
        super().__init__()
        self.session = session

    def compose(self) -> ComposeResult:
        yield Pane(veiled(self.session, self.content), id="page")
        yield self.foot()

    def on_mount(self) -> None:
        self.pane.focus()

    @property
    def pane(self) -> Pane:
        """The one pane."""
        return self.query_one("#page", Pane)

    def content(self, columns: int, rows: int) -> Sheet:
        """What the page says."""
        raise NotImplementedError

    def on_screen_resume(self) -> None:
        """A form over it may have changed something."""
        if self.session.at_console:
            self.pane.changed()

    def fill(self, sheetful: Sheetful) -> None:
        """Ask for something."""
        self.app.push_screen(FieldScreen(sheetful))

    def action_back(self) -> None:
        """To the console."""
        self.dismiss()
