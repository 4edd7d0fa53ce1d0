"""The list of saves, to be replayed. Newest first; damaged ones say what is wrong."""

from __future__ import annotations

from pathlib import Path
from typing import ClassVar

from rich.cells import cell_len
from textual import events
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal

from ...i18n import _
from ...record.error import SaveError
from ...record.listing import SaveInfo, list_saves
from ...record.read import read
from ...review.replay import Replay
from ...wording import words
from ..form import deck_titles
from ..keys import SAVES, bindings
from ..sizes import HUGE
from ..text import Line, Row, Sheet, block, clip, later, line, pad, width
from ..widgets import save_page
from ..widgets.pane import Pane
from .base import BaseScreen


class Page(Pane, can_focus=False):
    """A pane that is only read."""


class SavesScreen(BaseScreen[None]):
    """Choose an exercise to replay."""

    CSS_PATH = "saves.tcss"
    KEYS = SAVES
    BINDINGS: ClassVar[list[BindingType]] = [*bindings(SAVES)]
    about = later("The saved exercises. Enter steps through the one under the cursor; nothing is changed.")

    def __init__(self, saves: Path) -> None:
        super().__init__()
        self.saves, self.trouble = saves, ""
        self.found: tuple[SaveInfo, ...] = ()
        self.under = 0
        """The number of the save under the cursor."""

    def compose(self) -> ComposeResult:
        with Horizontal(id="both"):
            yield Pane(self.content, id="saves")
            yield Page(self.told, id="save")
        yield self.foot()

    def on_mount(self) -> None:
        try:
            self.found = list_saves(self.saves)
        except SaveError as error:
            self.trouble = str(error)
        self.query_one("#saves", Pane).focus()

    def content(self, columns: int, rows: int) -> Sheet:  # noqa: ARG002
        """One line a save."""
        inner, titles = columns - 2, deck_titles()
        found = [Row(of) for of in block(self.trouble, inner, "alarm")] if self.trouble else []
        for number, lines in enumerate(save_lines(self.found, titles, inner)):
            found += [Row(of, ("save", number) if at == 0 else None) for at, of in enumerate(lines)]
        if not self.found:
            text = _("There are no saves in {folder}.").format(folder=self.saves)
            found += [Row(of) for of in block(text, inner)]
        return Sheet(line((_("Replay"), "title")), tuple(found))

    def told(self, columns: int, rows: int) -> Sheet:  # noqa: ARG002
        """The save under the cursor."""
        return save_page.sheet(self.found[self.under] if self.found else None, columns)

    def on_resize(self, event: events.Resize) -> None:
        """The save beside the list where there is room for both."""
        self.set_class(event.size.width >= HUGE, "-wide")

    def on_pane_moved(self, message: Pane.Moved) -> None:
        """Another save."""
        match message.key:
            case ("save", int(number)):
                self.under = number
                self.query_one("#save", Pane).changed()

    def on_pane_chosen(self, message: Pane.Chosen) -> None:
        """Open one."""
        match message.key:
            case ("save", int(number)):
                try:
                    self.table.open_replay(Replay(read(self.found[number].path)))
                except SaveError as error:
                    self.trouble = str(error)
                    self.query_one("#saves", Pane).changed()

    def action_back(self) -> None:
        """To the title."""
        self.dismiss()


def save_lines(saves: tuple[SaveInfo, ...], titles: dict[str, str], columns: int) -> list[list[Line]]:
    """Of each save when, which deck, how it stands, in columns; its name behind that, or below where it would
    be cut."""
    decks = [deck_text(info, titles) for info in saves]
    results = [words.result_name(info.result) if info.result else _("unfinished") for info in saves]
    deck, result = (max((cell_len(text) for text in texts), default=0) for texts in (decks, results))
    found = []
    for info, text, how in zip(saves, decks, results, strict=True):
        name = info.path.name
        if info.damaged:
            found.append([clip(line((_("damaged  "), "alarm"), name), columns)])
            continue
        when = info.created[:16].replace("T", " ")
        head = line((f"{when}  ", "dim"), (pad(text, deck), "strong"), f"  {pad(how, result)}  ")
        if width(head) + cell_len(name) <= columns:
            found.append([(*head, *line((name, "dim")))])
        else:
            found.append([clip(head, columns), *block(name, columns, "dim", first="  ")])
    return found


def deck_text(info: SaveInfo, titles: dict[str, str]) -> str:
    """The deck by its title, if it is there, and the round."""
    return _("{deck}, round {round}").format(deck=titles.get(info.deck, info.deck), round=info.round)
