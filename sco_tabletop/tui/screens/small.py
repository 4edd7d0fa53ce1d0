"""One sentence when the terminal is too small."""

from __future__ import annotations

from typing import ClassVar, Final

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.geometry import Size

from ...i18n import _
from ..keys import QUIT, bindings
from ..text import Row, Sheet, block
from ..widgets.pane import Pane
from .base import BaseScreen

LEAST: Final = Size(80, 24)


def too_small(size: Size) -> bool:
    """True below 80x24."""
    return size.width < LEAST.width or size.height < LEAST.height


class SmallScreen(BaseScreen[None]):
    """Covers everything until there is room again."""

    KEYS = (QUIT,)
    BINDINGS: ClassVar[list[BindingType]] = [*bindings((QUIT,))]

    def compose(self) -> ComposeResult:
        yield Pane(self.sentence, id="small", boxed=False)

    def sentence(self, columns: int, rows: int) -> Sheet:  # noqa: ARG002
        """What is needed and what there is."""
        text = _(
            "The screen needs {columns} columns and {rows} rows; "
            "this terminal has {have_columns} by {have_rows}."
        )
        size = self.app.size
        text = text.format(
            columns=LEAST.width, rows=LEAST.height, have_columns=size.width, have_rows=size.height
        )
        return Sheet((), tuple(Row(of) for of in block(text, columns)))
