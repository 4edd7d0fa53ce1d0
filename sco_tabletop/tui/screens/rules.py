"""Help of a screen, and the rule book. Each is one pane; the rule book is read when it is opened."""

from __future__ import annotations

from pathlib import Path
from typing import ClassVar, Final

from textual.app import ComposeResult
from textual.binding import BindingType

from ...i18n import _
from ...wording.commands import action_kind_name
from ..keys import READ, TURN_KINDS, Entry, bindings
from ..markdown import lines_of
from ..text import Row, Sheet, block, line, pad
from ..widgets.pane import Pane
from .base import BaseScreen

BOOK: Final = Path(__file__).resolve().parents[2] / "manual" / "rules.md"


class HelpScreen(BaseScreen[None]):
    """What a screen is for and what its keys do."""

    KEYS = READ
    BINDINGS: ClassVar[list[BindingType]] = [*bindings(READ)]

    def __init__(self, sentence: str, entries: tuple[Entry, ...], *, turn: bool = False) -> None:
        super().__init__()
        self.sentence, self.entries, self.turn = sentence, entries, turn

    def compose(self) -> ComposeResult:
        yield Pane(self.content, id="help")
        yield self.foot()

    def content(self, columns: int, rows: int) -> Sheet:  # noqa: ARG002
        """The sentence, the keys, and the letters of the actions."""
        found = [Row(of) for of in block(self.sentence, columns)] + [Row(())]
        for entry in self.entries:
            first = pad(f"{entry.face}", 8)
            found += [Row(of) for of in block(_(entry.sentence), columns, first=first)]
        if self.turn:
            found += [Row(()), Row(line((_("Letters of the turn"), "title")))]
            half = columns // 2
            cells = [(letter.upper(), action_kind_name(kind)) for letter, kind in TURN_KINDS]
            for start in range(0, len(cells), 2):
                pair = cells[start : start + 2]
                found.append(Row(line(*(p for k, n in pair for p in ((f"{k} ", "key"), pad(n, half - 2))))))
        found += [Row(()), Row(line((_("F1 again: the rule book."), "lead")))]
        return Sheet(line((_("Help"), "title")), tuple(found))

    def action_help(self) -> None:
        """F1 again."""
        self.app.switch_screen(RulesScreen())

    def action_back(self) -> None:
        """Close."""
        self.dismiss()


class RulesScreen(BaseScreen[None]):
    """The rule book."""

    KEYS = READ[:2]
    BINDINGS: ClassVar[list[BindingType]] = [*bindings(READ)]

    def compose(self) -> ComposeResult:
        yield Pane(self.content, id="rules")
        yield self.foot()

    def content(self, columns: int, rows: int) -> Sheet:  # noqa: ARG002
        """The whole book at this width."""
        try:
            text = BOOK.read_text(encoding="utf-8")
        except OSError:
            text = _("The rule book is missing from this installation.")
        return Sheet(line((_("Rule book"), "title")), tuple(Row(of) for of in lines_of(text, columns)))

    def action_help(self) -> None:
        """It is open already."""

    def action_back(self) -> None:
        """Close."""
        self.dismiss()
