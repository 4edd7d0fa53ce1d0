"""Lists of what the staff wrote down: notes of the exercise, participants, the improvement plan."""

from __future__ import annotations

from collections.abc import Callable
from typing import ClassVar

from textual.binding import BindingType

from ...conduct.acts import Called, Dropped, Joined, Observed, Planned, StaffAct
from ...conduct.board import Happened
from ...i18n import _
from ...session.conducted import ConductedSession
from ...wording.conduct import act_text, task_text
from ...wording.times import time_text
from ..acting import attempt
from ..conduct_keys import RECORDS
from ..fields import Sheetful
from ..keys import Entry, bindings
from ..record_forms import observation_form, person_form, plan_form
from ..text import Line, Row, Sheet, block, later, line
from ..widgets.pane import Pane
from .confirm import ConfirmScreen
from .page import PageScreen


class RecordsScreen(PageScreen):
    """Lists records of `KINDS` under the title `head`. The first line, `add_text`, opens `FORM`; X strikes
    out the record under the cursor."""

    KEYS: tuple[Entry, ...] = RECORDS
    BINDINGS: ClassVar[list[BindingType]] = [*bindings(RECORDS)]
    KINDS: tuple[type[StaffAct], ...] = ()
    FORM: Callable[[ConductedSession], Sheetful]
    head = ""
    add_text = ""
    trouble = ""

    def records(self) -> tuple[Happened, ...]:
        """What is listed."""
        return self.session.console().board.of(*self.KINDS)

    def lines(self, record: Happened, columns: int) -> list[Line]:
        """One record."""
        time = f"{time_text(record.clock)}  "
        return block(act_text(self.session.scenario, record.act), columns, first=time)

    def content(self, columns: int, rows: int) -> Sheet:  # noqa: ARG002
        """The line that adds, then the records."""
        inner = columns - 2
        found = [Row(line((_(self.add_text), "key")), ("add",))]
        found += [Row(of) for of in block(self.trouble, inner, "alarm")] if self.trouble else []
        found.append(Row(()))
        for record in self.records():
            for number, of in enumerate(self.lines(record, inner)):
                found.append(Row(of, ("record", record.entry) if number == 0 else None))
        title = line((_(self.head), "title"), "  ", (_("EXERCISE"), "lead"))
        return Sheet(title, tuple(found), start=("add",))

    def on_pane_chosen(self, message: Pane.Chosen) -> None:
        """The line that adds, or a record to be said anew."""
        match message.key:
            case ("add",):
                self.fill(type(self).FORM(self.session))
            case ("record", int(entry)):
                self.chosen(self.session.console().board.records[entry])

    def chosen(self, record: Happened) -> None:
        """Enter on a record."""

    def action_drop(self) -> None:
        """Strike out the record under the cursor."""
        match self.pane.key:
            case ("record", int(entry)):
                text = act_text(self.session.scenario, self.session.console().board.records[entry].act)
                question = _("Strike out: {text}?").format(text=text)
                consequence = _("It no longer counts in the report; the log keeps that it was written.")
                self.app.push_screen(
                    ConfirmScreen(question, consequence), lambda yes: self.drop(entry) if yes else None
                )

    def drop(self, entry: int) -> None:
        """Do it."""
        self.trouble = attempt(self.session, Dropped(entry))
        self.pane.changed()


class NotesScreen(RecordsScreen):
    """Observations and called-out decisions, in the order of exercise time."""

    KINDS = (Observed, Called)
    FORM = staticmethod(observation_form)
    head = later("Observations and decisions")
    add_text = later("Write down an observation")
    about = later(
        "What was observed, and which decisions were called out. Each line has its exercise time, zone, "
        "inject and task; F6 adds an observation from everywhere."
    )

    def lines(self, record: Happened, columns: int) -> list[Line]:
        """The text, and the task that it is about."""
        found, task = super().lines(record, columns), getattr(record.act, "task", "")
        text = task_text(self.session.scenario, task) if task else ""
        return [*found, *(block(text, columns, "dim", first=" " * 9) if text else [])]


class PeopleOfExercise(RecordsScreen):
    """Who takes part."""

    KINDS = (Joined,)
    FORM = staticmethod(person_form)
    head = later("Participants")
    add_text = later("Add a participant")
    about = later(
        "Players, facilitators, evaluators, observers: they stand in the report. Enter on a line corrects "
        "it; the same name again does, too."
    )

    def records(self) -> tuple[Happened, ...]:
        """The last record of each name."""
        found = {getattr(line.act, "name", ""): line for line in super().records()}
        return tuple(found.values())

    def chosen(self, record: Happened) -> None:
        assert isinstance(record.act, Joined)
        self.fill(person_form(self.session, record.act))


class PlanScreen(RecordsScreen):
    """The improvement plan, row by row."""

    KINDS = (Planned,)
    FORM = staticmethod(plan_form)
    head = later("Improvement plan")
    add_text = later("Add a row")
    about = later(
        "What is to be changed: issue, corrective action, what it changes, who is responsible, by when. It "
        "becomes the table of the report."
    )
