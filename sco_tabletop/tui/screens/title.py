"""The title: continue, tutorial, new exercise, quick start, the course of decks, rules, quit."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Center

from ...content import DeckError, deck_names
from ...i18n import _
from ...record.error import SaveError
from ...record.listing import SaveInfo, list_saves
from ...session.players import TableError
from ...session.reopen import reopen
from ...session.session import Session
from ...session.tutorial import TUTORIAL, begin_tutorial
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
    """The first screen. The newest unfinished exercise stands on top, if there is one; where nothing was ever
    played the cursor begins on the tutorial, so that a newcomer's first key begins it."""

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
        self.newcomer = False
        self.decks = {name: name for name in deck_names()}
        self.teaches = TUTORIAL in self.decks

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
        """Look for the newest unfinished save, and whether there is any."""
        try:
            found = list_saves(self.saves)
        except SaveError as error:
            found, self.trouble = (), str(error)
        self.newest = next((info for info in found if info.unfinished), None)
        self.newcomer = not found and self.teaches
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
        found += self.tutorial()
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
        trouble = self.trouble or self.table.shelf.trouble
        found += [Row(of) for of in block(trouble, inner, "alarm")] if trouble else []
        text = _(
            "All persons and networks are fictional. An independent training game, "
            "not affiliated with the SCO, RATS or any state."
        )
        found += [Row(of) for of in block(text, inner, "dim")]
        start = "continue" if self.newest else "tutorial" if self.newcomer else "new"
        return Sheet((), tuple(found), start=(start,))

    def tutorial(self) -> list[Row]:
        """A first exercise with a coach, at once."""
        if not self.teaches:
            return []
        text = _("   a first exercise of ten minutes, with a coach")
        return [Row(line((_("Tutorial"), "strong"), (text, "dim")), ("tutorial",))]

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
            case ("tutorial",):
                self.open(lambda: begin_tutorial(self.saves))
            case ("quick",):
                self.open(lambda: new_form(FIRST).begin(self.saves))
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

    def open(self, begin: Callable[[], Session], *, fresh: bool = True) -> None:
        """Begin or go on, or say why not."""
        try:
            session = begin()
        except (DeckError, SaveError, TableError) as error:
            self.trouble = str(error)
            self.query_one("#title", Pane).changed()
            return
        self.table.open_room(session, fresh=fresh)

    def go_on(self) -> None:
        """Open the newest unfinished save."""
        assert self.newest is not None
        path = self.newest.path
        self.open(lambda: reopen(path), fresh=False)
