"""Before StartEx: what will fire, when, to whom; and StartEx itself."""

from __future__ import annotations

from ...conduct.acts import Started
from ...conduct.board import Item
from ...conduct.script import DrawPolicy, HelpClass
from ...i18n import _, n_
from ...wording.script import (
    minute_text,
    policy_name,
    recipients_text,
    short_trigger,
    trigger_text,
)
from ..acting import attempt
from ..text import Line, Row, Sheet, block, later, line, pad
from ..widgets.pane import Pane
from .page import PageScreen


class PreflightScreen(PageScreen):
    """Enter on the first line starts exercise time."""

    about = later(
        "The plan of the exercise, inject by inject. StartEx lets exercise time run; until then nobody "
        "decides anything and nothing is released."
    )
    trouble = ""

    def content(self, columns: int, rows: int) -> Sheet:  # noqa: ARG002
        """StartEx, the plan in a few lines, every inject."""
        inner, board = columns - 2, self.session.console().board
        found: list[Row] = []
        if not self.session.started:
            found.append(Row(line((_("StartEx: exercise time runs from here"), "key")), ("start",)))
        found += [Row(of) for of in block(self.trouble, inner, "alarm")] if self.trouble else []
        found += [Row(of) for of in [(), *self.plan(inner), ()]]
        items = tuple(board.items.values())
        found.append(Row(line((_("What will be due, when, and to whom"), "title"))))
        for item in items:
            if item.inject.help is HelpClass.NONE:
                found += self.item_rows(item, inner)
        pool = [item for item in items if item.inject.help is not HelpClass.NONE]
        if pool:
            found += [Row(()), Row(line((_("Contingency injects, only if you release them"), "title")))]
        for item in pool:
            found += self.item_rows(item, inner)
        title = line((_("Pre-flight"), "title"), "  ", (_("EXERCISE"), "lead"))
        return Sheet(title, tuple(found))

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

    def item_rows(self, item: Item, columns: int) -> list[Row]:
        """An inject: number, plan, title; then the trigger and the recipients."""
        inject = item.inject
        head = pad(inject.id, 5) + pad(short_trigger(inject), 7)
        lines = block(inject.title, columns, "strong", first=head)
        to = recipients_text(self.session.scenario, inject.to, inject.everybody)
        told = _("{trigger}; to {zones}").format(trigger=trigger_text(inject.trigger), zones=to)
        tone = "lead" if not inject.to and not inject.everybody else "dim"
        lines += block(told, columns, tone, first=" " * 12)  # type: ignore[arg-type]
        return [Row(of, ("inject", inject.id) if number == 0 else None) for number, of in enumerate(lines)]

    def on_pane_chosen(self, message: Pane.Chosen) -> None:
        """StartEx."""
        if message.key == ("start",):
            self.trouble = attempt(self.session, Started())
            if self.trouble:
                self.pane.changed()
            else:
                self.dismiss()
