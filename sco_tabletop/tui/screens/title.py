"""The title: continue, tutorial, new exercise, quick start, the course of decks, rules, quit."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Center

from ...content import FIRST, TUTORIAL, DeckError, deck_names
from ...i18n import _
from ...record.error import SaveError
from ...record.place import any_save
from .. import screens
from ..keys import TITLE, bindings
from ..text import Row, Sheet, block, later, line
from ..widgets.pane import Pane
from .base import BaseScreen

if TYPE_CHECKING:
    from ...record.listing import SaveInfo
    from ...session.session import Session

COURSE = ("xiamen-2015", "xiamen-2017", "xiamen-2019")
"""Find; find and investigate; the full process."""
CONTINUE = ("continue",)
NEXT = ("SetupScreen", "OrientScreen", "RoomScreen")
"""What is loaded while the title stands."""


class TitleScreen(BaseScreen[None]):
    """The first screen. The newest unfinished exercise stands on top, if there is one; where nothing was ever
    played the cursor begins on the tutorial, so that a newcomer's first key begins it; after it on the
    exercise for beginners."""

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
        self.teaches = TUTORIAL in self.decks
        self.looking = any_save(saves)
        self.newcomer = not self.looking and self.teaches
        self.taught = False
        """The newest save is a tutorial that was played to its end."""

    def compose(self) -> ComposeResult:
        with Center(id="middle"):
            yield Pane(self.content, id="title", boxed=False)
        yield self.foot()

    def on_mount(self) -> None:
        self.query_one("#title").focus()

    def on_screen_resume(self) -> None:
        """It stands, at first or again."""
        self.call_after_refresh(self.look_again)

    def look_again(self) -> None:
        """Look for saves and read the decks, beside the menu that stands already."""
        if self.app.screen is self:
            self.run_worker(self.read, thread=True, exclusive=True, exit_on_error=False)

    def read(self) -> None:
        """In a thread: the newest save, the decks' own titles in the place of their names, and the screens
        that the next key will need."""
        from ..form import deck_titles

        tell = self.app.call_from_thread
        tell(self.saves_read, *saves_in(self.saves))
        tell(self.decks_read, deck_titles())
        for name in NEXT:
            getattr(screens, name)
        tell(self.table.settle)

    def saves_read(self, found: tuple[SaveInfo, ...], trouble: str) -> None:
        """They are known; the cursor goes to what is new, else it stays."""
        before, self.trouble, self.looking = (self.newest, self.taught), trouble, False
        self.newest = next((info for info in found if info.unfinished), None)
        self.newcomer = not found and self.teaches
        self.taught = bool(found) and found[0].deck == TUTORIAL and found[0].result is not None
        pane = self.query_one("#title", Pane)
        gone = self.newest is None and pane.key == CONTINUE
        pane.changed(forget=gone or (self.newest, self.taught) != before)

    def decks_read(self, titles: dict[str, str]) -> None:
        """They are there; a deck that cannot be played is left out."""
        self.decks = titles
        self.query_one("#title", Pane).changed()

    def content(self, columns: int, rows: int) -> Sheet:
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
        found += [*self.unfinished(), *self.tutorial()]
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
        while len(found) > rows and Row(()) in found:
            found.remove(Row(()))
        taught = self.taught and FIRST in self.decks
        start = ("tutorial",) if self.newcomer else ("quick",) if taught else ("new",)
        return Sheet((), tuple(found), start=CONTINUE if self.newest or self.looking else start)

    def unfinished(self) -> list[Row]:
        """The exercise that can go on; its line stands before it is known which one it is."""
        if self.newest is not None:
            title = self.decks.get(self.newest.deck, self.newest.deck)
            text = _("{deck}, round {round}").format(deck=title, round=self.newest.round)
            return [Row(line((_("Continue"), "strong"), f"   {text}"), CONTINUE)]
        text = _("   the newest exercise")
        return [Row(line((_("Continue"), "strong"), (text, "dim")), CONTINUE)] if self.looking else []

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
                self.open(self.reopen, fresh=False)
            case ("new",):
                self.app.push_screen(screens.SetupScreen(self.saves))
            case ("deck", str(name)):
                self.app.push_screen(screens.SetupScreen(self.saves, name))
            case ("tutorial",):
                self.open(self.begin_tutorial)
            case ("quick",):
                self.open(self.begin_first)
            case ("facilitate",):
                self.app.push_screen(screens.FacilitateScreen(self.saves))
            case ("replay",):
                self.app.push_screen(screens.SavesScreen(self.saves))
            case ("rules",):
                self.app.push_screen(screens.RulesScreen())
            case ("settings",):
                self.action_settings()
            case ("quit",):
                self.table.leave()

    def open(self, begin: Callable[[], Session | None], *, fresh: bool = True) -> None:
        """Begin or go on, or say why not."""
        from ...session.players import TableError

        try:
            session = begin()
        except (DeckError, SaveError, TableError) as error:
            self.trouble = str(error)
            self.query_one("#title", Pane).changed()
            return
        if session is not None:
            self.table.open_room(session, fresh=fresh)

    def begin_tutorial(self) -> Session:
        """Deal the tutorial."""
        from ...session.tutorial import begin_tutorial

        return begin_tutorial(self.saves)

    def begin_first(self) -> Session:
        """Deal the exercise for beginners."""
        from ..form import new_form

        return new_form(FIRST).begin(self.saves)

    def reopen(self) -> Session | None:
        """Open the newest unfinished save; whoever was quicker than the search for it waits here."""
        from ...session.reopen import reopen

        if self.looking:
            self.saves_read(*saves_in(self.saves))
        return reopen(self.newest.path) if self.newest is not None else None


def saves_in(folder: Path) -> tuple[tuple[SaveInfo, ...], str]:
    """The saves in a folder, and why they could not be looked for."""
    from ...record.listing import list_saves

    try:
        return list_saves(folder), ""
    except SaveError as error:
        return (), str(error)
