"""The points to which the facilitator can take the exercise back, in words, the last one first."""

from __future__ import annotations

from ...core.events import RoundBegan
from ...i18n import _, n_
from ...record.save import Conducted, Decided, Entry, Opened
from ...wording import words
from ...wording.commands import action_kind_name
from ...wording.script import time_text
from ...wording.staff import act_text
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
        inner, number = columns - 2, 0
        found: list[Row] = []
        for point in self.session.rewind_points():
            entry = self.session.entry(point)
            begun = [event.round for event in entry.events if isinstance(event, RoundBegan)]
            number = begun[-1] if begun else number
            lines = block(self.text(entry), inner, first=_("R{round} ").format(round=number).ljust(5))
            found = [
                *(Row(of, ("point", point) if at == 0 else None) for at, of in enumerate(lines)),
                *found,
            ]
        head = [Row(of) for of in block(self.trouble, inner, "alarm")] if self.trouble else []
        hint = _("The exercise goes on from after the point that you choose.")
        head += [*(Row(of) for of in block(hint, inner, "dim")), Row(())]
        start = next((row.key for row in found if row.key is not None), None)
        return Sheet(line((_("Rewind"), "title")), (*head, *found), start)

    def text(self, entry: Entry) -> str:
        """What happened at a point."""
        scenario = self.session.scenario
        match entry:
            case Opened():
                return _("the set-up of the exercise")
            case Conducted(act=act, clock=clock):
                return _("{time} {what}").format(time=time_text(clock), what=act_text(scenario, act))
            case Decided(command=command, clock=clock):
                return _("{time} {zone}: {what}").format(
                    time=time_text(max(0, clock)),
                    zone=words.zone_name(scenario, command.zone),
                    what=action_kind_name(type(command)),
                )
            case _:
                return ""

    def lost(self, to: int) -> str:
        """What a rewind to this point takes back."""
        after = self.session.taken_back(to)
        decisions = sum(isinstance(entry, Decided) for entry in after)
        acts = len(after) - decisions
        first = n_("{count} decision", "{count} decisions", decisions).format(count=decisions)
        second = n_("{count} act of the staff", "{count} acts of the staff", acts).format(count=acts)
        text = _(
            "{decisions} and {acts} are taken back for everybody, beyond what players may undo; dice are "
            "new. It is written down; records of the staff stay."
        )
        return text.format(decisions=first, acts=second)

    def on_pane_chosen(self, message: Pane.Chosen) -> None:
        """Ask."""
        match message.key:
            case ("point", int(point)):
                question = _("Take the exercise back to after: {what}?")
                said = question.format(what=cut(self.text(self.session.entry(point)), LONGEST))
                self.app.push_screen(
                    ConfirmScreen(said, self.lost(point)), lambda yes: self.go_back(point) if yes else None
                )

    def go_back(self, point: int) -> None:
        """Do it."""
        self.trouble = tried(lambda: self.session.rewind(point))
        if self.trouble:
            self.pane.changed()
        else:
            self.dismiss()
