"""Before StartEx: what will fire, when, to whom, what cannot, and whether it can be won; then StartEx."""

from __future__ import annotations

from ...conduct.acts import Started
from ...conduct.script import DrawPolicy
from ...i18n import _, n_
from ...wording.conduct import policy_name
from ...wording.preflight import sections
from ...wording.times import minute_text
from ..acting import attempt
from ..text import Line, Row, Sheet, block, later, line
from ..widgets.pane import Pane
from .confirm import ConfirmScreen
from .page import PageScreen


class PreflightScreen(PageScreen):
    """Enter on the first line asks, and starts exercise time."""

    about = later(
        "The plan of the exercise, inject by inject. StartEx lets exercise time run; until then nobody "
        "decides anything and nothing is released."
    )
    trouble = ""

    def content(self, columns: int, rows: int) -> Sheet:  # noqa: ARG002
        """StartEx, the plan in a few lines, then what the check says, section by section."""
        inner = columns - 2
        found: list[Row] = []
        if not self.session.started:
            found.append(Row(line((_("StartEx: exercise time runs from here"), "key")), ("start",)))
        found += [Row(of) for of in block(self.trouble, inner, "alarm")] if self.trouble else []
        found += [Row(of) for of in [(), *self.plan(inner), ()]]
        checked = self.session.preflight()
        said = sections(self.session.scenario, self.session.conduct.script, checked)
        for number, (head, texts) in enumerate(said):
            found += self.section_rows(number, head, texts, inner)
        title = line((_("Pre-flight"), "title"), "  ", (_("EXERCISE"), "lead"))
        return Sheet(title, tuple(found))

    def section_rows(self, number: int, head: str, texts: tuple[str, ...], columns: int) -> list[Row]:
        """A section; the cursor goes through its sentences."""
        found = [Row(line((head, "title")))]
        for place, text in enumerate(texts):
            lines = block(text, columns, first="· ")
            found += [Row(of, ("said", number, place) if at == 0 else None) for at, of in enumerate(lines)]
        return [*found, Row(())]

    def plan(self, columns: int) -> list[Line]:
        """Title, time, rounds, draw, who releases, who decides."""
        script, conduct = self.session.conduct.script, self.session.conduct
        rounds = n_("{count} round is planned", "{count} rounds are planned", script.rounds)
        who = (
            _("decisions are called out, and you enter them")
            if conduct.called
            else _("teams decide at the keyboard, behind the curtain")
        )
        release = (
            _("what is due is released by itself")
            if conduct.automatic
            else _("what is due waits until you release it")
        )
        parts = [
            _("{time} planned from StartEx to EndEx").format(time=minute_text(script.minutes)),
            rounds.format(count=script.rounds) if script.policy is not DrawPolicy.OFF else "",
            policy_name(script.policy),
            "" if script.policy is DrawPolicy.OFF else who,
            release,
        ]
        lines = block(script.title, columns, "strong")
        return [*lines, *(of for part in parts if part for of in block(part, columns, first="· "))]

    def on_pane_chosen(self, message: Pane.Chosen) -> None:
        """StartEx; asks first."""
        if message.key == ("start",):
            question = _("StartEx: begin the exercise now?")
            said = _(
                "Exercise time runs from here and injects can go out. No rewind goes back before StartEx."
            )
            self.app.push_screen(ConfirmScreen(question, said), lambda yes: self.begin() if yes else None)

    def begin(self) -> None:
        """Exercise time runs."""
        self.trouble = attempt(self.session, Started())
        if self.trouble:
            self.pane.changed()
        else:
            self.dismiss()
