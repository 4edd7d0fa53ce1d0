"""A question with its consequence named; No is the default."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.await_complete import AwaitComplete
from textual.binding import BindingType
from textual.containers import Vertical
from textual.screen import ModalScreen

from ...i18n import _
from ..keys import CONFIRM, bindings
from ..text import Row, Sheet, block, line
from ..widgets.pane import Pane
from .base import Foot


class ConfirmScreen(ModalScreen[bool]):
    """True for yes."""

    CSS_PATH = "confirm.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [*bindings(CONFIRM)]

    def __init__(self, question: str, consequence: str) -> None:
        super().__init__()
        self.question, self.consequence = question, consequence

    def compose(self) -> ComposeResult:
        with Vertical(id="box"):
            yield Pane(self.content, id="confirm", boxed=False)
            yield Foot(lambda: CONFIRM)

    def on_mount(self) -> None:
        self.query_one("#confirm").focus()

    def content(self, columns: int, rows: int) -> Sheet:  # noqa: ARG002
        """Question, consequence, the two answers."""
        found = [Row(of) for of in block(self.question, columns - 2, "strong")]
        found += [Row(of) for of in block(self.consequence, columns - 2, "lead")]
        found += [
            Row(()),
            Row(line(_("No, leave it")), ("no",)),
            Row(line(_("Yes, do it")), ("yes",)),
        ]
        return Sheet((), tuple(found), start=("no",))

    def dismiss(self, result: bool | None = None) -> AwaitComplete:
        """Answer, once, as every screen is left once."""
        return super().dismiss(result) if self.is_current else AwaitComplete()

    def on_pane_chosen(self, message: Pane.Chosen) -> None:
        self.dismiss(message.key == ("yes",))

    def action_yes(self) -> None:
        """Do it."""
        self.dismiss(True)

    def action_no(self) -> None:
        """Leave it."""
        self.dismiss(False)
