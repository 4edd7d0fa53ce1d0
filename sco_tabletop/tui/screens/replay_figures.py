"""Numbers of the replay that explain themselves: as of the moment shown, to the eyes that are chosen.

A part of the replay screen. Everything is taken from the look, which has the view of these eyes and what they
were told so far - never from the truth, even while that shows.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from ...core.explaining import Figure, Tracked
from ...core.words import Track
from ...i18n import _
from ...review.replay import Replay
from ..look import Look
from ..text import plain
from ..topics import Topic
from ..widgets.figures import asked, of_persona, said
from ..widgets.graph import GraphPane
from ..widgets.pane import Pane
from ..widgets.subjects import sentence, subject
from .explained import ExplainScreen

if TYPE_CHECKING:
    from .replay import ReplayScreen

OF_ROOM: Final = ("board", "file", "tracks", "graph")
"""Panes that a room has too; they tell the same."""


class ReplayFigures:
    """Mixed into the replay screen."""

    look: Look
    replay: Replay
    of_figure = False
    """True while the message is about a number of the moment shown."""

    @property
    def tape(self) -> ReplayScreen:
        """The screen that this is a part of."""
        return self  # type: ignore[return-value]

    def figures(self, pane: str, key: object) -> tuple[Figure, ...]:
        """The numbers under the cursor of a pane; none in the log, and none of the review."""
        match pane, key:
            case "board", ("persona", int(persona)):
                return of_persona(self.look, persona)
            case "curves", _key:
                return tuple(Tracked(track) for track in (Track.THREAT, Track.ALERT, Track.TRUST))
            case _ if pane in OF_ROOM:
                return asked(self.look, pane, key)
            case _:
                return ()

    def say_row(self, pane: str, key: object) -> None:
        """What a number is, on a line under the panes."""
        if pane == "file" and key is not None:
            text = said(self.look, (key,))  # type: ignore[arg-type]
        else:
            text = sentence(self.look, key) or said(self.look, self.figures(pane, key))
        if text:
            self.tape.say(text, tone="text")
            self.of_figure = True

    def on_pane_hovered(self, message: Pane.Hovered) -> None:
        """The mouse over a row says the same as the cursor, and moves nothing."""
        self.say_row(message.pane.id or "", message.key)

    def on_graph_pane_picked(self, message: GraphPane.Picked) -> None:
        """A node of the graph; a click on the one under the eye opens its file."""
        self.tape.eye_on(message.persona)
        self.say_row("graph", None)
        if message.again:
            self.tape.go_tab(3)

    def action_why(self) -> None:
        """K: the number under the cursor in its parts."""
        screen = self.tape
        pane = screen.focused
        if not isinstance(pane, Pane):
            return
        figures = self.figures(pane.id or "", pane.key)
        if pane.id in OF_ROOM and sentence(self.look, pane.key):
            screen.action_help()
        elif figures:
            screen.app.push_screen(ExplainScreen(self.look, figures))
        else:
            text = _("No number is here to be taken apart; board, file, tracks and links have some.")
            screen.say(text, tone="alarm")

    def topic(self) -> Topic:
        """What stands under the cursor, for help; the replay itself where a room has nothing alike."""
        screen = self.tape
        pane = screen.focused
        if not isinstance(pane, Pane) or pane.id not in OF_ROOM:
            return Topic(rules=(screen.rule,))
        return subject(self.look, pane.id, pane.key, plain(pane.row.line).strip() if pane.row else "")
