"""The list of saves, to be replayed. Newest first; damaged ones say what is wrong."""

from __future__ import annotations

from pathlib import Path
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType

from ...i18n import _
from ...record.error import SaveError
from ...record.listing import SaveInfo, list_saves
from ...record.read import read
from ...review.replay import Replay
from ...wording import words
from ..keys import SAVES, bindings
from ..text import Line, Row, Sheet, block, clip, later, line
from ..widgets.pane import Pane
from .base import BaseScreen


class SavesScreen(BaseScreen[None]):
    """Choose an exercise to replay."""

    KEYS = SAVES
    BINDINGS: ClassVar[list[BindingType]] = [*bindings(SAVES)]
    about = later("The saved exercises. Enter steps through the one under the cursor; nothing is changed.")

    def __init__(self, saves: Path) -> None:
        super().__init__()
        self.saves, self.trouble = saves, ""
        self.found: tuple[SaveInfo, ...] = ()

    def compose(self) -> ComposeResult:
        yield Pane(self.content, id="saves")
        yield self.foot()

    def on_mount(self) -> None:
        try:
            self.found = list_saves(self.saves)
        except SaveError as error:
            self.trouble = str(error)
        self.query_one("#saves", Pane).focus()

    def content(self, columns: int, rows: int) -> Sheet:  # noqa: ARG002
        """One line a save."""
        inner = columns - 2
        found = [Row(of) for of in block(self.trouble, inner, "alarm")] if self.trouble else []
        for number, info in enumerate(self.found):
            found.append(Row(clip(save_line(info), inner), ("save", number)))
        if not self.found:
            text = _("There are no saves in {folder}.").format(folder=self.saves)
            found += [Row(of) for of in block(text, inner)]
        return Sheet(line((_("Replay"), "title")), tuple(found))

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


def save_line(info: SaveInfo) -> Line:
    """When, which deck, how it stands."""
    if info.damaged:
        return line((_("damaged  "), "alarm"), info.path.name)
    result = words.result_name(info.result) if info.result else _("unfinished")
    when = info.created[:16].replace("T", " ")
    text = _("{deck}, round {round}").format(deck=info.deck, round=info.round)
    return line((f"{when}  ", "dim"), (text, "strong"), f"  {result}  ", (info.path.name, "dim"))
