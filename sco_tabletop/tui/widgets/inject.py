"""One inject with everything the staff knows of it. For the console alone."""

from __future__ import annotations

from ...conduct.acts import Called, Observed
from ...conduct.board import Item, Status
from ...conduct.script import HelpClass
from ...core.scenario import Scenario
from ...i18n import _
from ...session.conducted import Console
from ...wording.cards import effects_text, sender_text
from ...wording.conduct import act_text, help_name, span_text, task_text, type_name
from ...wording.delivery import recipients_text
from ...wording.times import minute_text, time_text
from ...wording.triggers import expiry_text, trigger_text
from ..text import Line, Row, Sheet, Tone, block, line, pad
from .msel import status_part

LABEL = 14


def sheet(scenario: Scenario, console: Console, number: str, columns: int) -> Sheet:
    """Message first, then what is expected, then how it comes."""
    item = console.board.items.get(number)
    if item is None:
        empty = block(_("No inject is chosen."), columns, "dim")
        return Sheet(line((_("Inject"), "title")), tuple(Row(of) for of in empty))
    status, tone = status_part(console, item)
    title = line((_("Inject {number}").format(number=number), "title"), "  ", (status, tone))
    lines = [
        *words_of(scenario, item, columns),
        *course_of(item, columns),
        *purpose_of(scenario, item, columns),
        *staff_of(item, columns),
        *records_of(scenario, console, number, columns),
    ]
    return Sheet(title, tuple(Row(of) for of in lines))


def labelled(label: str, text: str, columns: int, tone: Tone = "text") -> list[Line]:
    """A label and its text; nothing for an empty text."""
    return block(text, columns, tone, first=pad(label, LABEL)) if text else []


def words_of(scenario: Scenario, item: Item, columns: int) -> list[Line]:
    """Title, recipients, sender, message."""
    inject = item.inject
    found: list[Line] = [*block(inject.title, columns, "strong")]
    found += labelled(_("To"), recipients_text(scenario, *item.recipients), columns, "key")
    found += labelled(_("Message"), sender_text(inject.words), columns, "dim")
    return [*found, *block(inject.message, columns, first="  ")]


def course_of(item: Item, columns: int) -> list[Line]:
    """When it is due, when it came, what became of it."""
    inject = item.inject
    found = labelled(_("Due"), trigger_text(inject.trigger), columns)
    found += labelled("", expiry_text(inject.expires), columns)
    found += labelled("", span_text(item.shift_minutes, item.shift_rounds), columns, "lead")
    if inject.minute >= 0:
        found += labelled(_("Planned"), minute_text(inject.minute), columns)
    found += labelled(_("Story time"), inject.story, columns)
    if item.out:
        text = _("at {time}, round {round}").format(time=time_text(item.clock), round=item.round)
        found += labelled(_("Released"), text, columns, "good")
    if item.status is Status.HELD or item.status is Status.SKIPPED:
        found += labelled(_("Reason"), item.reason, columns, "lead")
    for branch in inject.branches:
        taken = item.branch == branch.id
        text = f"{branch.id}: {branch.label}"
        found += labelled(_("Branch"), ("✓ " if taken else "") + text, columns, "good" if taken else "text")
    return [*found, *labelled(_("What happened"), item.narrative, columns, "good")]


def purpose_of(scenario: Scenario, item: Item, columns: int) -> list[Line]:
    """What it does and what is expected of the players."""
    inject = item.inject
    found = labelled(_("Expected"), inject.expected, columns, "good")
    for task in inject.tasks:
        found += labelled(_("Task"), f"{task} {task_text(scenario, task)}", columns)
    if inject.effects:
        found += labelled(_("Effects"), effects_text(inject.effects), columns, "lead")
    if inject.resolution:
        found += labelled(_("Red herring"), inject.resolution, columns, "lead")
    return found


def staff_of(item: Item, columns: int) -> list[Line]:
    """For the staff: class, when to use it, controller, notes."""
    inject = item.inject
    kind = _("ad hoc inject") if item.composed else type_name(inject.type)
    found = labelled(_("Type"), kind, columns, "dim")
    if inject.help is not HelpClass.NONE:
        found += labelled(_("For"), help_name(inject.help), columns)
    found += labelled(_("Use when"), inject.use_when, columns)
    found += labelled(_("Injected by"), inject.by, columns)
    return [*found, *labelled(_("Notes"), inject.notes, columns)]


def records_of(scenario: Scenario, console: Console, number: str, columns: int) -> list[Line]:
    """What was written down about it."""
    found: list[Line] = []
    for record in console.board.of(Observed, Called):
        if getattr(record.act, "inject", "") == number:
            text = act_text(scenario, record.act)
            found += block(text, columns, first=pad(time_text(record.clock), LABEL))
    return found
