"""A number in its parts: a page over the room, from what the room shows and nothing else."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType

from ...core.explain import explain
from ...core.explaining import Figure
from ..keys import READ, Entry, bindings
from ..look import Look
from ..text import later
from ..widgets.figures import events, sheet
from ..widgets.pane import Pane
from .base import BaseScreen


class ExplainScreen(BaseScreen[None]):
    """Parts, their sum, the rule paragraph."""

    KEYS: tuple[Entry, ...] = READ
    BINDINGS: ClassVar[list[BindingType]] = [*bindings(READ)]
    about = later("A number in its parts, how they make it, and the paragraph of the rule book it rests on.")

    def __init__(self, look: Look, figures: tuple[Figure, ...]) -> None:
        super().__init__()
        self.look, self.figures = look, figures

    def compose(self) -> ComposeResult:
        yield Pane(lambda columns, rows: sheet(self.look, self.figures, columns, rows), id="why")
        yield self.foot()

    def action_help(self) -> None:
        """The rule book, at the rule of the first number."""
        from .rules import RulesScreen

        explanation = explain(self.look.view, self.figures[0], events(self.look))
        self.app.switch_screen(RulesScreen(explanation.rule))

    def action_back(self) -> None:
        """Close."""
        self.dismiss()
