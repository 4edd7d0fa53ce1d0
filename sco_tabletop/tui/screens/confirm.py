"""A question with its consequence named; No is the default."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical

from ...i18n import _
from ..keys import CONFIRM, bindings
from ..text import Row, Sheet, block, later, line
from ..topics import Topic, rules_in
from ..widgets.bars import Foot
from ..widgets.pane import Pane
from .box import BoxScreen


class ConfirmScreen(BoxScreen[bool]):
    """True for yes."""

    CSS_PATH = "confirm.tcss"
    KEYS = CONFIRM
    about = later(
        "A question before something that cannot be taken back, or not without a price, which stands in the "
        "box. Nothing has been done yet; No leaves everything as it is, and is what Enter does at first."
    )
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

    def topic(self) -> Topic:
        """The question, with the rules that its words name."""
        return Topic(self.question, (self.consequence,), rules_in(self.question, self.consequence))

    def on_pane_chosen(self, message: Pane.Chosen) -> None:
        self.dismiss(message.key == ("yes",))

    def action_yes(self) -> None:
        """Do it."""
        self.dismiss(True)

    def action_no(self) -> None:
        """Leave it."""
        self.dismiss(False)
