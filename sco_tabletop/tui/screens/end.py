"""The end: the result and why, each target of the strike, then the truth: the network drawn, and when it
could have been known."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, ClassVar, Self

from textual.app import ComposeResult
from textual.binding import BindingType

from ...core.view import View
from ...core.words import Result
from ...i18n import _
from ...session.session import Session
from ...wording import result as says
from ...wording.missed import missed_text
from ..keys import END, Entry, bindings
from ..text import Line, Row, Sheet, Tone, block, later, line
from ..widgets.aftermath import knowledge, network, work
from ..widgets.pane import Pane
from .base import BaseScreen

if TYPE_CHECKING:
    from ...review.measures import Fortune

TONES: dict[Result, Tone] = {
    Result.COMPLETE: "good",
    Result.DECISIVE: "good",
    Result.PARTIAL: "lead",
    Result.FAILED: "alarm",
    Result.UNDECIDED: "lead",
}


LEAST = 16
"""Rows that the drawing gets at least; the page scrolls."""


class EndScreen(BaseScreen[None]):
    """After EndEx."""

    KEYS: tuple[Entry, ...] = END
    BINDINGS: ClassVar[list[BindingType]] = [*bindings(END)]
    rule = "R7.2"
    about = later("How the exercise ended, why, and who the network was. The room stays open for reading.")

    def __init__(self, view: View, path: Path, word: str = "", fortunes: tuple[Fortune, ...] = ()) -> None:
        """`word`: a sentence of the coach under the result; `fortunes`: what the review says of each
        operative."""
        super().__init__()
        self.view, self.path, self.word, self.fortunes = view, path, word, fortunes

    @classmethod
    def of(cls, session: Session, view: View, word: str = "") -> Self:
        """The end of a finished exercise."""
        from ...review.course import course_of
        from ...review.flow import follow
        from ...review.measures import measure

        fortunes = measure(follow(course_of(session.opened))).fortunes
        return cls(view, session.path, word, fortunes)

    def compose(self) -> ComposeResult:
        yield Pane(self.content, id="end")
        yield self.foot()

    def content(self, columns: int, rows: int) -> Sheet:
        """Everything in one scroll."""
        view = self.view
        tone = TONES.get(view.public.result or Result.FAILED, "text")
        lines: list[Line] = [(), *block(says.result_text(view), columns, tone), ()]
        lines += [*block(self.word, columns, "lead", first="▸ "), ()] if self.word else []
        for reason in says.reasons(view):
            lines += block(reason, columns, first="· ")
        short = missed_text(view)
        lines += block(short, columns, "lead", first="▸ ") if short else []
        lines += [(), *work(view, columns), ()]
        lines += [line((_("The network as it was"), "title")), ()]
        lines += [*network(view, columns, max(LEAST, rows - 6)), ()]
        lines += knowledge(view, self.fortunes, columns)
        text = _(
            "R replays it with the eyes of every seat; there T shows the truth at every moment, 6 is the "
            "review and W writes the report."
        )
        lines += [(), *block(text, columns, "lead")]
        lines += [*block(_("The save: {path}").format(path=self.path), columns, "dim")]
        title = line((_("EndEx"), "title"), f"  {view.scenario.title}  ", (_("EXERCISE"), "lead"))
        return Sheet(title, tuple(Row(of) for of in lines))

    def action_title(self) -> None:
        """Back to the title."""
        self.table.back_to_title()

    def action_replay(self) -> None:
        """Step through what happened."""
        from ...record.read import read
        from ...review.replay import Replay
        from .replay import ReplayScreen

        self.app.push_screen(ReplayScreen(Replay(read(self.path))))

    def on_pane_chosen(self) -> None:
        """Enter reads on; only at the end of the page it leaves, so that nobody misses how it ended."""
        pane = self.query_one("#end", Pane)
        if pane.at_end:
            self.action_title()
        else:
            pane.action_page(1)

    def action_journal(self) -> None:
        """Back into the room."""
        self.dismiss()
