"""One line to type a text that is searched for."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.widgets import Input

from ..keys import SEARCH, bindings
from ..text import Row, Sheet, later, line
from ..topics import Topic
from ..widgets.bars import Bar, Foot
from .box import BoxScreen


class SearchScreen(BoxScreen[str]):
    """Dismisses with the text; empty for none."""

    CSS_PATH = "search.tcss"
    KEYS = SEARCH
    about = later(
        "Type a part of what you look for, in any letters; capitals do not matter. Enter goes to the next "
        "place that has it; the same text again goes on to the one after that."
    )
    BINDINGS: ClassVar[list[BindingType]] = [*bindings(SEARCH)]

    def __init__(self, question: str, before: str) -> None:
        super().__init__()
        self.question, self.before = question, before

    def compose(self) -> ComposeResult:
        with Vertical(id="box"):
            yield Bar(
                lambda _c, _r: Sheet((), (Row(line((self.question, "strong"))),)),
                id="question",
                boxed=False,
            )
            yield Input(self.before, id="text", select_on_focus=True)
            yield Foot(lambda: SEARCH)

    def on_mount(self) -> None:
        self.query_one(Input).focus()

    def topic(self) -> Topic:
        """Where is searched."""
        return Topic(self.question)

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Enter."""
        self.dismiss(event.value.strip())

    def action_back(self) -> None:
        """Leave it."""
        self.dismiss("")
