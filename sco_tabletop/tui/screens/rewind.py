"""The points to which the facilitator can take the exercise back, in words, the last one first."""

from __future__ import annotations

from ...i18n import _
from ...session.points import lost_text, point_text
from ..acting import tried
from ..text import Row, Sheet, block, cut, later, line
from ..widgets.pane import Pane
from .confirm import ConfirmScreen
from .page import PageScreen

LONGEST = 80
"""Cells of a point within a question, so that question and consequence fit the box."""


class RewindScreen(PageScreen):
    """Enter asks, naming the consequence; then back to the console."""

    about = later(
        "Choose the point after which the exercise shall go on. It goes beyond what players may undo; the "
        "log keeps everything, and what the staff wrote down stays."
    )
    trouble = ""

    def content(self, columns: int, rows: int) -> Sheet:  # noqa: ARG002
        """One line a point."""
        inner = columns - 2
        found: list[Row] = []
        for point in reversed(self.session.rewind_points()):
            lines = block(point_text(self.session, point), inner)
            found += [Row(of, ("point", point) if at == 0 else None) for at, of in enumerate(lines)]
        head = [Row(of) for of in block(self.trouble, inner, "alarm")] if self.trouble else []
        hint = _("The exercise goes on from after the point that you choose.")
        head += [*(Row(of) for of in block(hint, inner, "dim")), Row(())]
        start = next((row.key for row in found if row.key is not None), None)
        return Sheet(line((_("Rewind"), "title"), "  ", (_("EXERCISE"), "lead")), (*head, *found), start)

    def on_pane_chosen(self, message: Pane.Chosen) -> None:
        """Ask."""
        match message.key:
            case ("point", int(point)):
                question = _("Take the exercise back to after: {what}?")
                said = question.format(what=cut(point_text(self.session, point), LONGEST))
                self.app.push_screen(
                    ConfirmScreen(said, lost_text(self.session, point)),
                    lambda yes: self.go_back(point) if yes else None,
                )

    def go_back(self, point: int) -> None:
        """Do it."""
        self.trouble = tried(lambda: self.session.rewind(point))
        if self.trouble:
            self.pane.changed()
        else:
            self.dismiss()
