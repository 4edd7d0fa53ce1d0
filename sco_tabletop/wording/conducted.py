"""The conduct of a facilitated exercise as the report tells it: times, plans, statuses, acts.

For the staff only: it says what stood in the script.
"""

from __future__ import annotations

from ..conduct.acts import (
    NO_ZONE,
    Act,
    Called,
    Capability,
    Completed,
    Composed,
    Continued,
    DrawPassedBy,
    Ended,
    Freed,
    Held,
    Joined,
    Observed,
    Paused,
    Planned,
    Postponed,
    Question,
    Rated,
    Released,
    Remarked,
    Skipped,
    Started,
)
from ..conduct.board import Item, Status
from ..conduct.due import Moment, expired
from ..conduct.script import DrawPolicy, HelpClass, InjectType
from ..core.scenario import Scenario
from ..i18n import _, n_
from . import words
from .preflight import when_text, zones_text


def clock_text(seconds: int) -> str:
    """Exercise time; a dash where there is none."""
    return f"{seconds // 3600}:{seconds // 60 % 60:02d}:{seconds % 60:02d}" if seconds >= 0 else "-"


def minute_text(minutes: int) -> str:
    """A planned time."""
    return f"{minutes // 60}:{minutes % 60:02d}"


def planned_text(item: Item) -> str:
    """When an inject was planned."""
    inject = item.inject
    if item.composed:
        return _("written on the spot")
    if inject.help is not HelpClass.NONE:
        return _("{help}, when it fits").format(help=inject.help.value.upper())
    if inject.minute < 0:
        return when_text(inject.trigger)
    time = minute_text(inject.minute)
    if inject.trigger.manual or (inject.trigger.minutes == inject.minute and not inject.trigger.after):
        return time
    return _("{time}, {when}").format(time=time, when=when_text(inject.trigger))


def status_text(item: Item, moment: Moment) -> str:
    """Where an inject stands when the report is written."""
    names = {
        Status.RELEASED: _("released"),
        Status.COMPLETE: _("complete"),
        Status.SKIPPED: _("skipped"),
        Status.HELD: _("held"),
    }
    if item.status in names:
        return names[item.status]
    if expired(item, moment):
        return _("expired")
    if item.postponed:
        return _("deferred")
    return _("not used") if item.inject.type is InjectType.CONTINGENCY else _("not released")


def reason_text(item: Item) -> str:
    """The reason that was given, and how far the inject was postponed; empty for neither."""
    late = span_text(item.shift_minutes, item.shift_rounds)
    if item.reason and late:
        return _("{reason} ({late})").format(reason=item.reason, late=late)
    return item.reason or late


def span_text(minutes: int, rounds: int) -> str:
    """How far something was put off; empty for not at all."""
    by_minutes = n_("postponed by {count} minute", "postponed by {count} minutes", minutes)
    by_rounds = n_("postponed by {count} round", "postponed by {count} rounds", rounds)
    if minutes and rounds:
        text = _("postponed by minutes: {minutes}, rounds: {rounds}")
        return text.format(minutes=minutes, rounds=rounds)
    if rounds:
        return by_rounds.format(count=rounds)
    return by_minutes.format(count=minutes) if minutes else ""


def narrative_text(item: Item) -> str:
    """What really happened, and which branch was taken."""
    label = next((one.label for one in item.inject.branches if one.id == item.branch), "")
    if not label:
        return item.narrative
    if item.narrative:
        return _("Branch {branch} ({label}). {narrative}").format(
            branch=item.branch, label=label, narrative=item.narrative
        )
    return _("Branch {branch} ({label}).").format(branch=item.branch, label=label)


def policy_text(policy: DrawPolicy) -> str:
    """What was played, by the draw policy."""
    texts = {
        DrawPolicy.REPLACE: _("Rules were played; injects came from the script only."),
        DrawPolicy.MIX: _("Rules were played; where the script had nothing for a round, a card was drawn."),
        DrawPolicy.OFF: _("Discussion-based: no rules, no rounds, no dice; decisions were called out."),
    }
    return texts[policy]


def question_text(question: Question) -> str:
    """A kind of question of the hot wash."""
    texts = {
        Question.HAPPENED: _("What happened?"),
        Question.WELL: _("What went well, and why?"),
        Question.IMPROVE: _("What can be improved, and how?"),
        Question.NEXT: _("What do we do next, who, by when?"),
    }
    return texts[question]


def capability_text(capability: Capability) -> str:
    """What a corrective action changes."""
    texts = {
        Capability.PLANNING: _("planning"),
        Capability.ORGANIZATION: _("organization"),
        Capability.EQUIPMENT: _("equipment"),
        Capability.TRAINING: _("training"),
        Capability.EXERCISES: _("exercises"),
    }
    return texts[capability]


def told_text(scenario: Scenario, act: Act) -> str:
    """What the staff did to the course of the exercise, as a sentence; empty for what is only a record."""
    match act:
        case Started():
            return _("StartEx.")
        case Paused(reason=reason):
            return _("Paused: {reason}").format(reason=reason) if reason else _("Paused.")
        case Continued():
            return _("Continued.")
        case Ended(reason=reason):
            return _("EndEx, called by the facilitator: {reason}").format(reason=reason or "-")
        case DrawPassedBy():
            return _("The round is opened by the script, without a card.")
        case Postponed(injects=numbers, minutes=minutes, rounds=rounds):
            late = span_text(minutes, rounds)
            return _("Injects {numbers} {late}.").format(numbers=", ".join(numbers), late=late)
        case _:
            return _inject_told(scenario, act)


def _inject_told(scenario: Scenario, act: Act) -> str:
    match act:
        case Released(inject=number, to=to, everybody=everybody):
            text = _("Inject {number} is delivered to {zones}.")
            return text.format(number=number, zones=zones_text(scenario, to, everybody))
        case Composed(inject=number, to=to, everybody=everybody, message=message):
            text = _("Inject {number}, written on the spot, is delivered to {zones}: {title}")
            return text.format(number=number, zones=zones_text(scenario, to, everybody), title=message.title)
        case Held(inject=number, reason=reason):
            return _("Inject {number} is held: {reason}").format(number=number, reason=reason or "-")
        case Freed(inject=number):
            return _("Inject {number} is set free.").format(number=number)
        case Skipped(inject=number, reason=reason):
            return _("Inject {number} is skipped: {reason}").format(number=number, reason=reason)
        case Completed(inject=number, branch=branch) if branch:
            return _("Inject {number} is complete, branch {branch}.").format(number=number, branch=branch)
        case Completed(inject=number):
            return _("Inject {number} is complete.").format(number=number)
        case _:
            return ""


# ---------------------------------------------------------------------- records


def caller_text(scenario: Scenario, zone: int) -> str:
    """A zone, or nobody's."""
    return words.zone_name(scenario, zone) if zone != NO_ZONE else _("all together")


def called_text(scenario: Scenario, act: Called) -> str:
    """A decision as it was called out."""
    if act.zone == NO_ZONE:
        return _("Decided together: {text}").format(text=act.text)
    return _("{zone} decides: {text}").format(zone=words.zone_name(scenario, act.zone), text=act.text)


def record_text(scenario: Scenario, act: Act) -> str:
    """What the staff wrote down, as a line of the log; empty for an act that is no record."""
    match act:
        case Observed(text=text, strength=True):
            return _("Strength observed: {text}").format(text=text)
        case Observed(text=text):
            return _("Area for improvement observed: {text}").format(text=text)
        case Called():
            return called_text(scenario, act)
        case Rated(task=task, rating=rating, reason=reason):
            text = (
                _("Task {task} is rated {letter}. {reason}")
                if reason
                else _("Task {task} is rated {letter}.")
            )
            return text.format(task=task, letter=rating.value, reason=reason)
        case Joined(name=name, role=role):
            return _("{name} takes part: {role}.").format(name=name, role=role)
        case Remarked(text=text):
            return _("Hot wash: {text}").format(text=text)
        case Planned(issue=issue, action=action):
            return _("To be improved: {issue} Action: {action}").format(issue=issue, action=action or "-")
        case _:
            return ""
