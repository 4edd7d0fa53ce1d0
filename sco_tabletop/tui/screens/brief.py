"""What came in since a zone's last turn, before its room opens: for it alone first, then requests to it."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType

from ...core.events import AnyEvent, Told
from ...core.message import Delivery
from ...core.view import View
from ...i18n import _
from ...session.chronicle import chronicle, heading, summary
from ...session.conference import requests_text
from ...wording import words
from ..keys import BRIEF, bindings
from ..text import Line, Row, Sheet, block, later, line
from ..widgets.delivered import card
from ..widgets.journal import lines_of
from ..widgets.pane import Pane
from .base import BaseScreen

News = tuple[tuple[int, AnyEvent], ...]
FOLDED = ("turn",)


class BriefScreen(BaseScreen[None]):
    """Enter goes on to the room."""

    CSS_PATH = "brief.tcss"
    KEYS = BRIEF
    BINDINGS: ClassVar[list[BindingType]] = [*bindings(BRIEF)]
    about = later(
        "What your zone was told since its last turn. What only it was told stands first; what all were told "
        "is not told again to a player who has read it with another zone."
    )

    def __init__(self, view: View, news: News, player: str, injects: tuple[Delivery, ...] = ()) -> None:
        super().__init__()
        self.view, self.news, self.player, self.injects = view, news, player, injects

    def compose(self) -> ComposeResult:
        yield Pane(self.content, id="brief")
        yield self.foot()

    def on_mount(self) -> None:
        self.query_one("#brief").focus()

    def content(self, columns: int, rows: int) -> Sheet:  # noqa: ARG002
        """Three parts; turns of others on one line each."""
        view = self.view
        alone = tuple(event for _round, event in self.news if event.told is not Told.PUBLIC)
        lines = self.cards(columns)
        lines += [line((_("For you alone"), "title"))]
        lines += lines_of(view, alone, columns) or block(_("nothing new"), columns, "dim")
        asked = requests_text(view, view.zone)
        if asked:
            lines += [(), line((_("Requests to you"), "title"))]
            lines += [of for text in asked for of in block(text, columns, "lead", first="· ")]
        lines += [(), line((_("For everybody"), "title"))]
        lines += self.public(columns) or block(_("nothing new"), columns, "dim")
        zone = words.zone_name(view.scenario, view.zone)
        first = not self.news or not self.news[0][0]
        when = _("Before your first turn") if first else _("Since your last turn")
        title = line((when, "title"), "  ", (_("EXERCISE"), "lead"), f"  {zone}  ", (self.player, "key"))
        return Sheet(title, tuple(Row(of) for of in lines))

    def cards(self, columns: int) -> list[Line]:
        """Injects of the facilitator since the last turn, in full."""
        if not self.injects:
            return []
        found = [line((_("Injects for your zone, and for everybody"), "title"))]
        for of in self.injects:
            found += [*card(of, columns), ()]
        return found

    def public(self, columns: int) -> list[Line]:
        """What all were told, by phase; a turn as one line."""
        told = ((number, event) for number, event in self.news if event.told is Told.PUBLIC)
        found: list[Line] = []
        for group in chronicle(told).groups:
            head = _("R{round} {what}").format(round=group.round, what=heading(self.view, group))
            short = summary(self.view, group) if group.what in FOLDED else ""
            found += block(f"{head}: {short}" if short else head, columns, "strong")
            if group.what not in FOLDED:
                found += [(*line("  "), *of) for of in lines_of(self.view, group.events, columns - 2)]
        return found

    def on_pane_chosen(self) -> None:
        self.dismiss()

    def action_public(self) -> None:
        """Close the curtain and show what everybody may know."""
        self.table.show_public()
