"""The card file: every card that was drawn, and all injects that a view was given, to be read again."""

from __future__ import annotations

from typing import ClassVar, Self

from textual.app import ComposeResult
from textual.binding import BindingType

from ...core.view import View
from ...core.words import COMMANDER
from ...i18n import _
from ...session.chronicle import Chronicle, chronicle
from ...session.conducted import ConductedSession
from ...session.session import Session
from ...wording import words
from ..conduct_keys import LEAVE
from ..keys import BRIEF, bindings
from ..text import Line, Row, Sheet, beside, block, later, line
from ..widgets.cards import filed, left_text
from ..widgets.pane import Pane
from .base import BaseScreen

WIDE = 92
"""Cells of a card at most: longer lines are hard to read."""
EDGE = 1
"""Rows of a frame above its first line, which the cursor stands on."""


class InboxScreen(BaseScreen[None]):
    """Enter or Esc goes back. The last inject stands on top."""

    CSS_PATH = "brief.tcss"
    KEYS = (*BRIEF[:2], LEAVE, *BRIEF[3:])
    BINDINGS: ClassVar[list[BindingType]] = [*bindings((*BRIEF, LEAVE))]
    about = later(
        "Every inject card so far, what was decided on it and what came of it; in a facilitated exercise "
        "also what was announced, or delivered to this zone alone. The last one stands first."
    )

    def __init__(self, view: View, told: Chronicle, *, rounds: bool = True) -> None:
        super().__init__()
        self.view, self.told, self.rounds = view, told, rounds

    @classmethod
    def of_all(cls, session: Session) -> Self:
        """What everybody was given."""
        rounds = not (isinstance(session, ConductedSession) and session.discussion)
        return cls(session.view(COMMANDER), chronicle(session.journal(COMMANDER)), rounds=rounds)

    def compose(self) -> ComposeResult:
        yield Pane(self.content, id="brief")
        yield self.foot()

    def on_mount(self) -> None:
        self.query_one("#brief").focus()

    def content(self, columns: int, rows: int) -> Sheet:  # noqa: ARG002
        """Card by card, two beside each other where there is room."""
        view, inner, found = self.view, columns - 2, list[Row]()
        cards = filed(view, self.told, min(inner, WIDE), rounds=self.rounds)
        for number, lines in enumerate(in_pairs(cards) if inner > 2 * WIDE else cards):
            found += [Row(one, ("card", number) if at == EDGE else None) for at, one in enumerate(lines)]
        if not found:
            found = [Row(of) for of in block(_("No inject so far."), columns, "dim")]
        who = _("to everybody") if view.zone == COMMANDER else words.zone_name(view.scenario, view.zone)
        pile = left_text(view) if self.rounds else ""
        title = line((_("Injects"), "title"), f"  {who}  ", (_("EXERCISE"), "lead"), "  ", pile)
        return Sheet(title, tuple(found))

    def on_pane_moved(self, message: Pane.Moved) -> None:
        """Another card: all of it is seen."""
        message.pane.unfold(above=EDGE)

    def on_pane_chosen(self) -> None:
        self.dismiss()

    def action_back(self) -> None:
        """Back to where it was opened."""
        self.dismiss()

    def action_public(self) -> None:
        """Close the curtain and show what everybody may know."""
        self.table.show_public()


def in_pairs(cards: list[list[Line]]) -> list[list[Line]]:
    """Each second card beside the one before."""
    pairs = zip(cards[::2], [*cards[1::2], []], strict=False)
    return [beside(left, right, WIDE + 1) for left, right in pairs]
