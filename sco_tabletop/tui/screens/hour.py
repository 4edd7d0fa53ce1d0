"""H-hour: the strikes resolve one zone after another, before the end is told."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Center

from ...core.events import AnyEvent, TeamStruck
from ...core.view import View
from ...i18n import _
from ..keys import STRIKE, bindings
from ..text import Row, Sheet, later, line
from ..widgets.journal import lines_of
from ..widgets.pane import Pane
from .base import BaseScreen

PACE = 0.8


class HourScreen(BaseScreen[None]):
    """Shows one strike after another; Enter shows them all, then goes on."""

    CSS_PATH = "hour.tcss"
    KEYS = STRIKE
    BINDINGS: ClassVar[list[BindingType]] = [*bindings(STRIKE)]
    rule = "R7.1"
    about = later("All committed teams strike at once; what each of them found is told zone by zone.")

    def __init__(self, view: View, told: tuple[AnyEvent, ...]) -> None:
        super().__init__()
        self.view = view
        self.strikes = tuple(event for event in told if isinstance(event, TeamStruck))
        self.shown = 0

    def compose(self) -> ComposeResult:
        with Center(id="middle"):
            yield Pane(self.content, id="hour")
        yield self.foot()

    def on_mount(self) -> None:
        self.query_one("#hour").focus()
        self.set_interval(PACE, self.tick)

    def tick(self) -> None:
        """The next strike."""
        if self.shown < len(self.strikes):
            self.shown += 1
            self.query_one("#hour", Pane).changed()

    def content(self, columns: int, rows: int) -> Sheet:  # noqa: ARG002
        """What is known so far."""
        found = [Row(()), Row(line((_("All committed teams strike at once."), "strong"))), Row(())]
        found += [Row(of) for of in lines_of(self.view, self.strikes[: self.shown], columns - 2)]
        waiting = len(self.strikes) - self.shown
        found.append(Row(()))
        word = _("Go on") if not waiting else _("Show all ({count} to come)").format(count=waiting)
        found.append(Row(line((word, "key")), ("on",)))
        return Sheet(line((_("H-HOUR"), "lead")), tuple(found), start=("on",))

    def on_pane_chosen(self) -> None:
        if self.shown < len(self.strikes):
            self.shown = len(self.strikes)
            self.query_one("#hour", Pane).changed()
        else:
            self.dismiss()
