"""The conduct of a facilitated exercise in words: injects and their status, stalls, acts, records.

For the staff only. Screens, lines and report say the same because all ask here. `triggers` says when an
inject is due, `delivery` what players get to read, `rating` how tasks are rated, `conducted` what is left to
say when all is over.
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
    Dropped,
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
from ..conduct.due import Moment, Stall, expired, put_off_clock, put_off_round
from ..conduct.script import DrawPolicy, HelpClass, InjectType
from ..core.scenario import Scenario
from ..i18n import _, n_
from . import words
from .delivery import recipients_text
from .rating import letter_name
from .times import minute_text
from .triggers import short_trigger, trigger_text


def policy_name(policy: DrawPolicy) -> str:
    """What becomes of the random draw."""
    names = {
        DrawPolicy.REPLACE: _("script only"),
        DrawPolicy.MIX: _("script, else a card"),
        DrawPolicy.OFF: _("discussion, no rounds"),
    }
    return names[policy]


def type_name(kind: InjectType) -> str:
    """What a line of the MSEL is."""
    names = {
        InjectType.INJECT: _("inject"),
        InjectType.CONTINGENCY: _("contingency inject"),
        InjectType.EXPECTED: _("expected action"),
        InjectType.INFORMATION: _("information for the staff"),
    }
    return names[kind]


def help_name(kind: HelpClass) -> str:
    """What a contingency inject is for."""
    names = {
        HelpClass.NONE: _("any"),
        HelpClass.HELP: _("HELP: the players are stuck"),
        HelpClass.PRESSURE: _("PRESSURE: it is too easy"),
        HelpClass.REDIRECT: _("REDIRECT: they are off the track"),
    }
    return names[kind]


def status_name(item: Item, moment: Moment) -> str:
    """Where an inject stands at this moment."""
    names = {
        Status.READY: _("postponed") if item.postponed else _("ready"),
        Status.HELD: _("held"),
        Status.RELEASED: _("released"),
        Status.COMPLETE: _("complete"),
        Status.SKIPPED: _("skipped"),
    }
    return _("expired") if expired(item, moment) else names[item.status]


def span_text(minutes: int, rounds: int) -> str:
    """How far something was put off; empty for not at all."""
    if minutes and rounds:
        text = _("postponed by minutes: {minutes}, rounds: {rounds}")
        return text.format(minutes=minutes, rounds=rounds)
    if rounds:
        return n_("postponed by {count} round", "postponed by {count} rounds", rounds).format(count=rounds)
    text = n_("postponed by {count} minute", "postponed by {count} minutes", minutes)
    return text.format(count=minutes) if minutes else ""


def short_plan(item: Item) -> str:
    """When an inject is planned, in a few letters; of one that was put off, the time that holds now."""
    if not item.postponed:
        return short_trigger(item.inject)
    if item.shift_rounds:
        return _("R{round}").format(round=put_off_round(item))
    return minute_text(-(-put_off_clock(item) // 60))


def plan_text(item: Item) -> str:
    """When an inject is due; of one that was put off, how far, too."""
    when, late = trigger_text(item.inject.trigger), span_text(item.shift_minutes, item.shift_rounds)
    return _("{when}; {late}").format(when=when, late=late) if item.postponed else when


def stall_text(wrong: Stall) -> str:
    """What is wrong with the course of the exercise."""
    texts = {
        Stall.QUIET: _("For two rounds no zone has learned anything."),
        Stall.UNUSED: _("Together the zones could know an operative, and nobody has rightly named him."),
        Stall.ASTRAY: _("More personas are wrongly named than rightly."),
        Stall.EASY: _("More than half of the operatives are rightly named in the first half of the rounds."),
    }
    return texts[wrong]


# ---------------------------------------------------------------------- records


def question_name(question: Question) -> str:
    """A kind of question of the hot wash, as it is asked."""
    names = {
        Question.HAPPENED: _("What happened?"),
        Question.WELL: _("What went well, and why?"),
        Question.IMPROVE: _("What can be improved, and how?"),
        Question.NEXT: _("What do we do next, who, by when?"),
    }
    return names[question]


def capability_name(capability: Capability) -> str:
    """What a corrective action changes."""
    names = {
        Capability.PLANNING: _("planning"),
        Capability.ORGANIZATION: _("organization"),
        Capability.EQUIPMENT: _("equipment"),
        Capability.TRAINING: _("training"),
        Capability.EXERCISES: _("exercises"),
    }
    return names[capability]


def task_text(scenario: Scenario, task: str) -> str:
    """A critical task by its name objective.number; the name itself if the deck has no such task."""
    for objective in scenario.objectives:
        if task in objective.names:
            return objective.tasks[objective.names.index(task)]
    return task


# ---------------------------------------------------------------------- acts


def act_text(scenario: Scenario, act: Act) -> str:
    """What was done or written down, as one sentence."""
    return deed_text(scenario, act) or record_text(scenario, act)


def deed_text(scenario: Scenario, act: Act) -> str:
    """What was done to an inject or to the course of the exercise; empty for what was only written down."""
    return of_injects(scenario, act) or of_course(act)


def of_injects(scenario: Scenario, act: Act) -> str:
    """What was done with an inject; empty for another act."""
    match act:
        case Released(inject=number, to=to, everybody=everybody):
            to_text = recipients_text(scenario, to, everybody)
            return _("Inject {number} released to {to}.").format(number=number, to=to_text)
        case Composed(inject=number, to=to, everybody=everybody, message=message):
            to_text = recipients_text(scenario, to, everybody)
            text = _("Inject {number} written on the spot for {to}: {title}.")
            return text.format(number=number, to=to_text, title=message.title)
        case Held(inject=number, reason=reason):
            text = _("Inject {number} held: {reason}") if reason else _("Inject {number} held.")
            return text.format(number=number, reason=reason)
        case Freed(inject=number):
            return _("Inject {number} set free.").format(number=number)
        case Skipped(inject=number, reason=reason):
            return _("Inject {number} skipped: {reason}").format(number=number, reason=reason)
        case Postponed(injects=numbers):
            span = span_text(act.minutes, act.rounds)
            return _("{numbers}: {span}.").format(numbers=", ".join(numbers), span=span)
        case Completed():
            return _completed(act)
        case _:
            return ""


def _completed(act: Completed) -> str:
    if act.branch and act.narrative:
        text = _("Inject {number} complete, branch {branch}: {narrative}")
    elif act.branch:
        text = _("Inject {number} complete, branch {branch}.")
    elif act.narrative:
        text = _("Inject {number} complete: {narrative}")
    else:
        text = _("Inject {number} complete.")
    return text.format(number=act.inject, branch=act.branch, narrative=act.narrative)


def of_course(act: Act) -> str:
    """What was done to the course of the exercise; empty for another act."""
    match act:
        case Started():
            return _("StartEx.")
        case Paused(reason=reason):
            return _("Paused: {reason}").format(reason=reason) if reason else _("Paused.")
        case Continued():
            return _("Continued.")
        case Ended(reason=reason):
            return _("EndEx: {reason}").format(reason=reason) if reason else _("EndEx.")
        case DrawPassedBy():
            return _("The round was opened without a card.")
        case _:
            return ""


def record_text(scenario: Scenario, act: Act) -> str:
    """What was written down; empty for another act."""
    match act:
        case Observed():
            return _observed(scenario, act)
        case Called():
            return called_text(scenario, act)
        case Rated(task=task, rating=rating, reason=reason):
            text = _("{task}: {rating}. {reason}") if reason else _("{task}: {rating}.")
            return text.format(task=task_text(scenario, task), rating=letter_name(rating), reason=reason)
        case Joined(name=name, role=role, zone=zone):
            text = _("{name} takes part: {role}, {zone}.")
            if zone == NO_ZONE:
                return _("{name} takes part: {role}.").format(name=name, role=role or _("no role"))
            where = words.zone_name(scenario, zone)
            return text.format(name=name, role=role or _("no role"), zone=where)
        case Remarked(question=question, text=text):
            return _("{question} {text}").format(question=question_name(question), text=text)
        case Planned():
            return _planned(act)
        case Dropped(entry=entry):
            return _("Record {number} no longer counts.").format(number=entry)
        case _:
            return ""


def called_text(scenario: Scenario, act: Called) -> str:
    """A decision as it was called out, and the inject that it answers."""
    zone = words.zone_name(scenario, act.zone) if act.zone != NO_ZONE else ""
    if act.inject and zone:
        text = _("{zone} decides: {text} (inject {number})")
    elif act.inject:
        text = _("Decided together: {text} (inject {number})")
    else:
        text = _("{zone} decides: {text}") if zone else _("Decided together: {text}")
    return text.format(zone=zone, number=act.inject, text=act.text)


def _observed(scenario: Scenario, act: Observed) -> str:
    kind = _("Strength") if act.strength else _("Area for improvement")
    about = [words.zone_name(scenario, act.zone)] if act.zone != NO_ZONE else []
    about += [_("inject {number}").format(number=act.inject)] if act.inject else []
    about += [act.task] if act.task else []
    if not about:
        return _("{kind}: {text}").format(kind=kind, text=act.text)
    return _("{kind} ({about}): {text}").format(kind=kind, about=", ".join(about), text=act.text)


def _planned(act: Planned) -> str:
    text = _(
        "{issue}: {action} ({capability}); responsible: {who}; contact: {contact}; start: {start}; due: {due}"
    )
    return text.format(
        issue=act.issue,
        action=act.action or "-",
        capability=capability_name(act.capability),
        who=act.responsible or "-",
        contact=act.contact or "-",
        start=act.start or "-",
        due=act.due or "-",
    )
