"""The critical tasks with a draft and the rating that a person decided; the hot wash with its notes."""

from __future__ import annotations

from typing import ClassVar

from textual.binding import Binding, BindingType

from ...conduct.acts import Question, Remarked
from ...conduct.board import Happened
from ...i18n import _
from ...session.pace import hot_wash_text, left_text
from ...wording.conduct import question_name
from ...wording.rating import draft_text, letter_name, support_text
from ..conduct_keys import HOTWASH
from ..keys import Entry, bindings
from ..record_forms import rating_form, remark_form
from ..text import Line, Row, Sheet, block, later, line
from ..widgets.pane import Pane
from .page import PageScreen
from .records import RecordsScreen


class RatingsScreen(PageScreen):
    """Enter on a task decides its rating."""

    about = later(
        "Objectives with their critical tasks. The draft comes from the log and names what supports it; a "
        "person decides, and says why where the decision differs from the draft."
    )

    def content(self, columns: int, rows: int) -> Sheet:  # noqa: ARG002
        """Objective by objective."""
        inner = columns - 2
        found: list[Row] = []
        for objective in self.session.scenario.objectives:
            found += [Row(of) for of in block(objective.title, inner, "title")]
            for name, text in zip(objective.names, objective.tasks, strict=True):
                found += self.task_rows(name, text, inner)
            found.append(Row(()))
        if not found:
            found = [Row(of) for of in block(_("This deck names no objectives to be rated."), columns, "dim")]
        return Sheet(line((_("Ratings"), "title"), "  ", (_("EXERCISE"), "lead")), tuple(found))

    def task_rows(self, task: str, text: str, columns: int) -> list[Row]:
        """A task, its draft with what supports it, its rating."""
        lines = block(text, columns, "strong", first="· ")
        rows = [Row(of, ("task", task) if number == 0 else None) for number, of in enumerate(lines)]
        draft = self.session.drafts().get(task)
        if draft is not None:
            rows += [Row(of) for of in block(draft_text(draft), columns, "dim", first="    ")]
            rows += [Row(of) for of in support_lines(tuple(map(support_text, draft.support)), columns)]
        decided = self.session.console().board.ratings.get(task)
        if decided is None:
            return [*rows, *(Row(of) for of in block(_("not decided yet"), columns, "lead", first="    "))]
        said = _("✓ {rating}").format(rating=letter_name(decided.rating))
        if decided.reason:
            said = _("{rating}: {reason}").format(rating=said, reason=decided.reason)
        return [*rows, *(Row(of) for of in block(said, columns, "good", first="    "))]

    def on_pane_chosen(self, message: Pane.Chosen) -> None:
        """Decide."""
        match message.key:
            case ("task", str(task)):
                draft = self.session.drafts().get(task)
                self.fill(rating_form(self.session, task, draft.rating if draft else None))


def support_lines(support: tuple[str, ...], columns: int) -> list[Line]:
    """What supports a draft."""
    return [of for text in support for of in block(text, columns, "dim", first="    - ")]


class HotWashScreen(RecordsScreen):
    """Four kinds of questions; Enter on one or on a note under it, or its number, writes a note to it."""

    KEYS: tuple[Entry, ...] = HOTWASH
    BINDINGS: ClassVar[list[BindingType]] = [
        *bindings(HOTWASH),
        *(Binding(str(n), f"note({n})", show=False) for n in range(1, len(Question) + 1)),
    ]

    KINDS = (Remarked,)
    about = later(
        "Right after EndEx, twenty to thirty minutes: ask the four questions in their order, let everybody "
        "speak, write the answers down here. Processes are judged, not persons."
    )

    def content(self, columns: int, rows: int) -> Sheet:  # noqa: ARG002
        """Each question with its notes."""
        inner, found = columns - 2, []
        notes = self.records()
        text = hot_wash_text(self.session) or ("" if self.session.finished else left_text(self.session))
        found += [*(Row(of) for of in block(text, inner, "lead")), Row(())] if text else []
        found += [Row(of) for of in block(self.trouble, inner, "alarm")] if self.trouble else []
        for number, question in enumerate(Question, 1):
            found.append(Row(line((f"{number} {question_name(question)}", "key")), ("question", question)))
            for note in notes:
                if isinstance(note.act, Remarked) and note.act.question is question:
                    lines = block(note.act.text, inner, first="  · ")
                    found += [
                        Row(of, ("record", note.entry) if n == 0 else None) for n, of in enumerate(lines)
                    ]
            found.append(Row(()))
        title = line((_("Hot wash"), "title"), "  ", (_("EXERCISE"), "lead"))
        return Sheet(title, tuple(found), start=("question", Question.HAPPENED))

    def on_pane_chosen(self, message: Pane.Chosen) -> None:
        """A note to the question."""
        match message.key:
            case ("question", Question() as question):
                self.fill(remark_form(self.session, question))
            case _:
                super().on_pane_chosen(message)

    def chosen(self, record: Happened) -> None:
        """Enter on a note: one more to the same question."""
        if isinstance(record.act, Remarked):
            self.fill(remark_form(self.session, record.act.question))

    def action_note(self, number: int) -> None:
        """A note to the question of this number, wherever the cursor stands."""
        self.fill(remark_form(self.session, tuple(Question)[number - 1]))
