"""The title: continue, new exercise, rules, quit."""

from __future__ import annotations

from pathlib import Path
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Center

from ...i18n import _
from ...record.error import SaveError
from ...record.listing import SaveInfo, newest_unfinished
from ...session.session import Session
from ..keys import TITLE, bindings
from ..text import Row, Sheet, block, later, line
from ..widgets.pane import Pane
from .base import BaseScreen
from .rules import RulesScreen
from .saves import SavesScreen
from .setup import SetupScreen


class TitleScreen(BaseScreen[None]):
    """The first screen. The newest unfinished exercise stands on top, if there is one."""

    CSS_PATH = "title.tcss"
    KEYS = TITLE
    BINDINGS: ClassVar[list[BindingType]] = [*bindings(TITLE)]
    about = later(
        "Here you continue an unfinished exercise or begin a new one. Enter takes the line under the cursor."
    )

    def __init__(self, saves: Path) -> None:
        super().__init__()
        self.saves, self.trouble = saves, ""
        self.newest: SaveInfo | None = None

    def compose(self) -> ComposeResult:
        with Center(id="middle"):
            yield Pane(self.content, id="title", boxed=False)
        yield self.foot()

    def on_mount(self) -> None:
        self.query_one("#title").focus()
        self.look_again()

    def look_again(self) -> None:
        """Look for the newest unfinished save."""
        try:
            self.newest = newest_unfinished(self.saves)
        except SaveError as error:
            self.newest, self.trouble = None, str(error)
        self.query_one("#title", Pane).changed(forget=True)

    def content(self, columns: int, rows: int) -> Sheet:  # noqa: ARG002
        """Name, one sentence, the menu, the notice."""
        inner = columns - 2
        found = [
            Row(line(("SCO TABLETOP", "title"), ("   EXERCISE EXERCISE EXERCISE", "lead"))),
            Row(()),
        ]
        text = _(
            "Find personas by their traces, share files so that the right zone knows its own person, "
            "locate, and strike once."
        )
        found += [Row(of) for of in block(text, inner)]
        found.append(Row(()))
        if self.newest is not None:
            text = _("{deck}, round {round}").format(deck=self.newest.deck, round=self.newest.round)
            found.append(Row(line((_("Continue"), "strong"), f"   {text}"), ("continue",)))
        found += [
            Row(line((_("New exercise"), "strong")), ("new",)),
            Row(line((_("Replay"), "strong")), ("replay",)),
            Row(line((_("Rules"), "strong")), ("rules",)),
            Row(line((_("Quit"), "strong")), ("quit",)),
            Row(()),
        ]
        found += [Row(of) for of in block(self.trouble, inner, "alarm")] if self.trouble else []
        text = _(
            "All persons and networks are fictional. An independent training game, "
            "not affiliated with the SCO, RATS or any state."
        )
        found += [Row(of) for of in block(text, inner, "dim")]
        return Sheet((), tuple(found), start=("continue",) if self.newest else ("new",))

    def on_pane_chosen(self, message: Pane.Chosen) -> None:
        """Take a line of the menu."""
        match message.key:
            case ("continue",):
                self.go_on()
            case ("new",):
                self.app.push_screen(SetupScreen(self.saves))
            case ("replay",):
                self.app.push_screen(SavesScreen(self.saves))
            case ("rules",):
                self.app.push_screen(RulesScreen())
            case ("quit",):
                self.table.leave()

    def go_on(self) -> None:
        """Open the newest unfinished save."""
        assert self.newest is not None
        try:
            session = Session.resume(self.newest.path)
        except SaveError as error:
            self.trouble = str(error)
            self.query_one("#title", Pane).changed()
            return
        self.table.open_room(session)
