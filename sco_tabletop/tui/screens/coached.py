"""The room of the tutorial: the operations room with the coach's bar over it.

The same session, keys and panes; the coach says one thing at a time and forbids nothing.
"""

from __future__ import annotations

from textual.app import ComposeResult

from ...core.commands import Command
from ...session.session import Session
from ...session.tutorial import advice_of
from ..keys import KIND_OF
from ..text import Sheet
from ..widgets import coach
from .base import Bar
from .questions import question_for
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
        """What the last deed brought, and what to do now, with its key."""
        command = self.advice.command if self.advice else None
        asked = command is not None and question_for(self.look, command) is not None
        return coach.sheet(self.look, self.advice, columns, reading=self.reading, asked=asked)

    def parting(self) -> str:
        """The coach's last word."""
        advice = advice_of(self.session)
        return advice.task if advice else ""

    def redraw(self) -> None:
        """Something was decided: ask the coach again."""
        self.advice = advice_of(self.session)
        super().redraw()

    def action_kind(self, name: str) -> None:
        """A letter; the cursor goes to what the coach means, if it is in the list."""
        super().action_kind(name)
        command = self.advice.command if self.advice else None
        if isinstance(command, Command) and type(command) is KIND_OF[name] and self.look.kind is not None:
            self.pane("actions").go_to(command)
            self.hint(self.look, command)
        self.pane("coach").changed()

    def action_back(self) -> None:
        """From the targets to the kinds."""
        super().action_back()
        self.pane("coach").changed()

    def go_tab(self, number: int) -> None:
        """Another pane; what the coach says of the keys may differ."""
        super().go_tab(number)
        self.pane("coach").changed()
