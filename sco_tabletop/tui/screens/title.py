"""The title: continue, new exercise, quick start, the course of decks, rules, quit."""

from __future__ import annotations

from pathlib import Path
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Center

from ...content import DeckError, deck_names
from ...i18n import _
from ...record.error import SaveError
from ...record.listing import SaveInfo, newest_unfinished
from ...session.players import TableError
from ...session.reopen import reopen
from ..form import FIRST, known_decks, new_form
from ..keys import TITLE, bindings
from ..text import Row, Sheet, block, later, line
from ..widgets.pane import Pane
from .base import BaseScreen
from .facilitate import FacilitateScreen
from .rules import RulesScreen
from .saves import SavesScreen
from .setup import SetupScreen

COURSE = ("xiamen-2015", "xiamen-2017", "xiamen-2019")
"""Find; find and investigate; the full process."""


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
        self.decks = {name: name for name in deck_names()}

    def compose(self) -> ComposeResult:
        with Center(id="middle"):
            yield Pane(self.content, id="title", boxed=False)
        yield self.foot()

    def on_mount(self) -> None:
        self.query_one("#title").focus()
        self.look_again()
        self.run_worker(self.read_decks, thread=True, exit_on_error=False)

    def read_decks(self) -> None:
        """In a thread, while the title stands: the decks' own titles in the place of their names."""
        titles = {info.name: info.title for info in known_decks()}
        self.app.call_from_thread(self.decks_read, titles)

    def decks_read(self, titles: dict[str, str]) -> None:
        """They are there; a deck that cannot be played is left out."""
        self.decks = titles
        self.query_one("#title", Pane).changed()

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
        found += [Row(line((_("New exercise"), "strong")), ("new",)), *self.quick(), *self.course()]
        found += [
            Row(
                line((_("Facilitate"), "strong"), (_("   conduct an exercise by its script"), "dim")),
                ("facilitate",),
            ),
            Row(line((_("Replay"), "strong")), ("replay",)),
            Row(line((_("Rules"), "strong")), ("rules",)),
            Row(line((_("Settings"), "strong")), ("settings",)),
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

    def quick(self) -> list[Row]:
        """The exercise for beginners, at once."""
        if FIRST not in self.decks:
            return []
        text = _("   begin at once with every choice made")
        return [Row(line((self.decks[FIRST], "strong"), (text, "dim")), ("quick",))]

    def course(self) -> list[Row]:
        """The decks that build on one another, in their order, all open from the start."""
        steps = [name for name in COURSE if name in self.decks]
        if not steps:
            return []
        found = [Row(()), Row(line((_("Course"), "dim")))]
        for number, name in enumerate(steps, 1):
            found.append(Row(line(f"{number} ", (self.decks[name], "strong")), ("deck", name)))
        return [*found, Row(())]

    def on_pane_chosen(self, message: Pane.Chosen) -> None:
        """Take a line of the menu."""
        match message.key:
            case ("continue",):
                self.go_on()
            case ("new",):
                self.app.push_screen(SetupScreen(self.saves))
            case ("deck", str(name)):
                self.app.push_screen(SetupScreen(self.saves, name))
            case ("quick",):
                self.begin_at_once()
            case ("facilitate",):
                self.app.push_screen(FacilitateScreen(self.saves))
            case ("replay",):
                self.app.push_screen(SavesScreen(self.saves))
            case ("rules",):
                self.app.push_screen(RulesScreen())
            case ("settings",):
                self.action_settings()
            case ("quit",):
                self.table.leave()

    def begin_at_once(self) -> None:
        """The quick start."""
        try:
            session = new_form(FIRST).begin(self.saves)
        except (DeckError, SaveError, TableError) as error:
            self.trouble = str(error)
            self.query_one("#title", Pane).changed()
            return
        self.table.open_room(session)

    def go_on(self) -> None:
        """Open the newest unfinished save."""
        assert self.newest is not None
        try:
            session = reopen(self.newest.path)
        except SaveError as error:
            self.trouble = str(error)
            self.query_one("#title", Pane).changed()
            return
        self.table.open_room(session)
