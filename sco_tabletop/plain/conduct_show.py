"""What the console says: the heading, the list of injects, one inject in full, what will fire."""

from __future__ import annotations

from collections.abc import Iterator

from ..conduct.board import Happened, Item, Status
from ..conduct.due import HELP_FOR, coming, contingencies, done, due, now
from ..conduct.script import Inject
from ..core.words import COMMANDER
from ..i18n import _
from ..session.conducted import ConductedSession, Console
from ..session.pace import hot_wash_text
from ..wording import words
from ..wording.cards import effects_text, sender_text
from ..wording.conduct import (
    act_text,
    help_name,
    plan_text,
    policy_name,
    span_text,
    stall_text,
    status_name,
    task_text,
    type_name,
)
from ..wording.delivery import recipients_codes, recipients_text
from ..wording.preflight import sections as checked
from ..wording.times import minute_text, time_text
from ..wording.triggers import expiry_text, trigger_text


def heading(session: ConductedSession) -> Iterator[str]:
    """Time, round, what is due, what comes next, what is wrong."""
    shown = session.console()
    yield clock_line(session)
    if not session.discussion and not session.finished:
        public = session.view(COMMANDER).public
        yield _("Round {round}, {phase}, {zone}.").format(
            round=public.round,
            phase=words.phase_name(public.phase),
            zone=words.zone_name(session.scenario, public.acting),
        )
    for item in shown.due:
        yield _("Now: {inject}").format(inject=item_line(session, item))
    for item in () if session.finished else coming(shown.board, shown.moment)[:1]:
        yield _("Next: {inject}").format(inject=item_line(session, item))
    yield from _advice(session, shown)


def clock_line(session: ConductedSession) -> str:
    """Exercise time, and whether it runs."""
    template = _("Exercise time {time} of {minutes} minutes, not started.")
    if session.running:
        template = _("Exercise time {time} of {minutes} minutes, running.")
    elif session.finished:
        template = _("Exercise time {time} of {minutes} minutes, EndEx.")
    elif session.started:
        template = _("Exercise time {time} of {minutes} minutes, paused.")
    return template.format(time=time_text(session.clock), minutes=session.conduct.script.minutes)


def _advice(session: ConductedSession, shown: Console) -> Iterator[str]:
    if shown.stall is not None:
        kind = HELP_FOR[shown.stall]
        held = ", ".join(item.inject.id for item in contingencies(shown.board, kind)) or "-"
        text = _("Stall: {why} What fits - {kind}. Left: {numbers}.")
        yield text.format(why=stall_text(shown.stall), kind=help_name(kind), numbers=held)
    if text := hot_wash_text(session):
        yield text


def item_line(session: ConductedSession, item: Item) -> str:
    """An inject on one line: number, title, to whom, status, plan."""
    moment, inject = session.console().moment, item.inject
    to = recipients_codes(session.scenario, *item.recipients)
    if item.out:
        text = _("{number} {title} (to {to}): {status} at {time}")
        at = time_text(item.clock)
        return text.format(
            number=inject.id, title=inject.title, to=to, status=status_name(item, moment), time=at
        )
    if item.status is Status.SKIPPED or item.reason:
        text = _("{number} {title} (to {to}): {status}, {reason}")
        status = status_name(item, moment)
        return text.format(number=inject.id, title=inject.title, to=to, status=status, reason=item.reason)
    status = _("due") if due(session.console().board, item, moment) else status_name(item, moment)
    text = _("{number} {title} (to {to}): {status}, {when}")
    return text.format(number=inject.id, title=inject.title, to=to, status=status, when=plan_text(item))


def inject_lines(session: ConductedSession, item: Item) -> Iterator[str]:
    """An inject in full, as the staff has it."""
    yield _("EXERCISE. Inject {line}").format(line=item_line(session, item))
    yield from script_lines(session, item.inject)
    if shift := span_text(item.shift_minutes, item.shift_rounds):
        yield _("It was {shift}.").format(shift=shift)
    if item.narrative:
        yield _("What happened: {text}").format(text=item.narrative)
    if item.branch:
        yield _("Branch taken: {branch}").format(branch=item.branch)


def script_lines(session: ConductedSession, inject: Inject) -> Iterator[str]:
    """What the script says of an inject beyond its first line; what it does not say has no line."""
    if inject.message:
        yield inject.message
    if inject.delivered:
        yield sender_text(inject.words)
        yield _("To: {to}.").format(to=recipients_text(session.scenario, inject.to, inject.everybody))
    said = (
        (_("Injected by: {text}"), inject.by),
        (_("Story time: {text}"), inject.story),
        (_("When: {text}"), trigger_text(inject.trigger)),
        (_("Until: {text}"), expiry_text(inject.expires)),
        (_("Use when: {text}"), inject.use_when),
        (_("Expected action: {text}"), inject.expected),
        (_("Red herring; it is resolved so: {text}"), inject.resolution),
        (_("Effect: {text}"), effects_text(inject.effects) if inject.effects else ""),
        (_("Notes: {text}"), inject.notes),
    )
    for template, text in said:
        if text:
            yield template.format(text=text)
    for task in inject.tasks:
        yield _("Task {task}: {text}").format(task=task, text=task_text(session.scenario, task))
    for branch in inject.branches:
        yield _("Branch {branch}: {text}").format(branch=branch.id, text=branch.label)


def sections(session: ConductedSession) -> list[tuple[str, list[Item]]]:
    """Done, now, next, and all the rest, each inject once."""
    shown = session.console()
    lists = [list(of(shown.board, shown.moment)) for of in (done, now, coming)]
    rest = [item for item in shown.board.items.values() if not any(item in of for of in lists)]
    titles = (_("Done:"), _("Now:"), _("Next:"), _("In reserve:"))
    return list(zip(titles, (*lists, rest), strict=True))


def staff_lines(session: ConductedSession) -> Iterator[str]:
    """The lines of the script that go to nobody, with the minute they are planned for."""
    lines = [inject for inject in session.conduct.script.injects if not inject.delivered]
    if lines:
        yield _("For the staff:")
    for inject in lines:
        text = _("  - {number} {title} ({kind}), planned at {time}: {text}")
        if inject.minute < 0:
            text = _("  - {number} {title} ({kind}): {text}")
        yield text.format(
            number=inject.id,
            title=inject.title,
            kind=type_name(inject.type),
            time=minute_text(max(0, inject.minute)),
            text=inject.expected or inject.message,
        )


def preflight_lines(session: ConductedSession) -> Iterator[str]:
    """Everything the check finds, section by section, then the lines that are for the staff."""
    script = session.conduct.script
    yield _("EXERCISE. {title}: {summary}").format(title=script.title, summary=script.summary)
    yield _("Planned: {minutes} minutes, rounds: {rounds}. Draw: {policy}.").format(
        minutes=script.minutes, rounds=script.rounds, policy=policy_name(script.policy)
    )
    for title, texts in checked(session.scenario, script, session.preflight()):
        yield title
        for text in texts:
            yield _("  - {text}").format(text=text)
    yield from staff_lines(session)


def record_line(session: ConductedSession, record: Happened) -> str:
    """A staff record with its time."""
    text = act_text(session.scenario, record.act)
    return _("{time} {text}").format(time=time_text(record.clock), text=text)
