"""All injects that a view was given, to be read again: announced ones, and those to the own zone alone."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType

from ...core.view import View
from ...core.words import COMMANDER
from ...i18n import _
from ...wording import words
from ..conduct_keys import IN_ROOM, LEAVE
from ..keys import BRIEF, bindings
from ..text import Row, Sheet, block, later, line
from ..widgets.delivered import card, deliveries
from ..widgets.pane import Pane
from .base import BaseScreen


class InboxScreen(BaseScreen[None]):
    """Enter or Esc goes back. The last inject stands on top."""

    CSS_PATH = "brief.tcss"
    KEYS = (*BRIEF[:2], LEAVE, *IN_ROOM, *BRIEF[3:])
    BINDINGS: ClassVar[list[BindingType]] = [*bindings((*BRIEF, LEAVE))]
    about = later(
        "Every inject that was announced, or delivered to this zone alone: sender, method, grade, story time "
        "and text. The last one stands first."
    )

    def __init__(self, view: View, *, rounds: bool = True) -> None:
        super().__init__()
        self.view, self.rounds = view, rounds

    def compose(self) -> ComposeResult:
        yield Pane(self.content, id="brief")
        yield self.foot()

    def on_mount(self) -> None:
        self.query_one("#brief").focus()

    def content(self, columns: int, rows: int) -> Sheet:  # noqa: ARG002
        """Card by card."""
        view, inner, found = self.view, columns - 2, list[Row]()
        for number, of in enumerate(reversed(deliveries(view))):
            lines = [*card(of, inner, rounds=self.rounds), ()]
            found += [Row(one, ("card", number) if at == 0 else None) for at, one in enumerate(lines)]
        if not found:
            found = [Row(of) for of in block(_("No inject so far."), columns, "dim")]
        who = _("to everybody") if view.zone == COMMANDER else words.zone_name(view.scenario, view.zone)
        title = line((_("Injects"), "title"), f"  {who}  ", (_("EXERCISE"), "lead"))
        return Sheet(title, tuple(found))

    def on_pane_chosen(self) -> None:
        self.dismiss()

    def action_back(self) -> None:
        """Back to where it was opened."""
        self.dismiss()

    def action_public(self) -> None:
        """Close the curtain and show what everybody may know."""
        self.table.show_public()
