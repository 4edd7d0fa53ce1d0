"""The room of the tutorial: the operations room with the coach's bar over it.

The same session, keys and panes; the coach says one thing at a time and forbids nothing.
"""

from __future__ import annotations

from textual.app import ComposeResult

from ...core.commands import AnyCommand
from ...session.session import Session
from ...session.tutorial import advice_of
from ..text import Sheet
from ..widgets import coach
from .base import Bar
from .room import RoomScreen


class CoachedRoom(RoomScreen):
    """Every room key works as everywhere; the cursor of a list of targets begins where the coach points."""

    CSS_PATH = "room.tcss"

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self.advice = advice_of(session)

    def compose(self) -> ComposeResult:
        yield Bar(self.coach_sheet, id="coach", boxed=False)
        yield from super().compose()

    def coach_sheet(self, columns: int, rows: int) -> Sheet:  # noqa: ARG002
        """What the last deed brought, and what to do now, with its key; silent over the public view."""
        advice = None if self.away else self.advice
        return coach.sheet(self.look, advice, columns, reading=self.reading)

    def parting(self) -> str:
        """The coach's last word."""
        advice = advice_of(self.session)
        return coach.last_text(advice) if advice else ""

    def redraw(self) -> None:
        """Something was decided: ask the coach again."""
        self.advice = advice_of(self.session)
        super().redraw()

    def action_kind(self, name: str) -> None:
        """A letter; what the coach says of the keys may differ."""
        super().action_kind(name)
        self.pane("coach").changed()

    def meant(self) -> AnyCommand | None:
        """What the staff was asked for, else what the coach means."""
        return self.advised or (self.advice.command if self.advice else None)

    def action_back(self) -> None:
        """From the targets to the kinds."""
        super().action_back()
        self.pane("coach").changed()

    def go_tab(self, number: int) -> None:
        """Another pane; what the coach says of the keys may differ."""
        super().go_tab(number)
        self.pane("coach").changed()
