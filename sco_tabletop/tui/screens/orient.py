"""The page before the first decision: the goal, the words, whose turn it is, what to press first."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType

from ...core.rules.depth import has_traits
from ...core.view import View
from ...i18n import _
from ...wording import orientation as says
from ..keys import ORIENT, bindings
from ..text import Line, Row, Sheet, block, later, line, pad, width
from ..widgets.pane import Pane
from .base import BaseScreen


class OrientScreen(BaseScreen[None]):
    """Enter goes to the room; I opens it again from there."""

    CSS_PATH = "orient.tcss"
    KEYS = ORIENT
    BINDINGS: ClassVar[list[BindingType]] = [*bindings(ORIENT)]
    about = later("What this exercise is about, on one page. In the room, I shows it again.")

    def __init__(self, view: View, mine: tuple[int, ...]) -> None:
        super().__init__()
        self.view, self.mine = view, mine

    def compose(self) -> ComposeResult:
        yield Pane(self.content, id="orient")
        yield self.foot()

    def on_mount(self) -> None:
        self.query_one("#orient").focus()

    def content(self, columns: int, rows: int) -> Sheet:
        """One page at 80 columns; the story after it, further down on a small screen."""
        view = self.view
        found: list[Line] = [*block(says.aim_text(view), columns, "strong"), ()]
        found += words_of(view, columns)
        found += [(), *block(says.turn_text(view, self.mine), columns), ()]
        found += block(first_text(view), columns, "lead")
        story = [of for part in says.story(view) for of in ((), *block(part, columns))]
        title = line((view.scenario.title, "title"), "  ", (_("EXERCISE"), "lead"))
        if len(found) + len(story) > rows:
            title += line("  ", (_("▼ the story"), "key"))
        found += story
        return Sheet(title, tuple(Row(of) for of in found))

    def on_pane_chosen(self) -> None:
        self.dismiss()

    def action_back(self) -> None:
        """To the room."""
        self.dismiss()


def words_of(view: View, columns: int) -> list[Line]:
    """The words in a column of their own."""
    listed = says.terms(view)
    wide = 2 + max(width(line(term)) for term, _meaning in listed)
    found: list[Line] = []
    for term, meaning in listed:
        first, *rest = block(meaning, columns - wide)
        found.append((*line((pad(term, wide), "key")), *first))
        found += [(*line(" " * wide), *of) for of in rest]
    return found


def first_text(view: View) -> str:
    """What to press first."""
    if not has_traits(view.scenario.depth):
        return _(
            "First: Enter draws the card. M looks for traces, S shares a file, C lowers influence. E ends "
            "the turn, H asks the staff, F1 explains."
        )
    return _(
        "First: Enter draws the card. M looks for traces, A studies a file, S shares it: often another state "
        "knows the person. E ends the turn, H asks the staff, F1 explains."
    )
