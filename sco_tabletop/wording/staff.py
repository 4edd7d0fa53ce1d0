"""Acts of the staff in words, for the facilitator: records, ratings, hot wash, and the points of a rewind."""

from __future__ import annotations

from ..conduct.acts import (
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
    Rating,
    Released,
    Remarked,
    Skipped,
    Started,
)
from ..core.scenario import Scenario
from ..i18n import _
from . import words
from .script import recipients_codes


def rating_name(rating: Rating) -> str:
    """A rating with its letter."""
    names = {
        Rating.PERFORMED: _("P performed without challenges"),
        Rating.SOME: _("S performed with some challenges"),
        Rating.MAJOR: _("M performed with major challenges"),
        Rating.UNABLE: _("U unable to be performed"),
    }
    return names[rating]


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
    objective, _dot, number = task.rpartition(".")
    for one in scenario.objectives:
        if one.id == objective and number.isdecimal() and 1 <= int(number) <= len(one.tasks):
            return one.tasks[int(number) - 1]
    return task


def act_text(scenario: Scenario, act: Act) -> str:
    """What was done, on one line."""
    return of_injects(scenario, act) or of_course(act) or of_records(scenario, act)


def of_injects(scenario: Scenario, act: Act) -> str:
    """What was done with an inject; empty for anything else."""
    match act:
        case Released(inject=number, to=to, everybody=everybody):
            text = _("inject {number} released to {to}")
            return text.format(number=number, to=recipients_codes(scenario, to, everybody))
        case Composed(inject=number, to=to, everybody=everybody, message=message):
            text = _("inject {number} composed for {to}: {title}")
            to_text = recipients_codes(scenario, to, everybody)
            return text.format(number=number, to=to_text, title=message.title)
        case Held(inject=number):
            return _("inject {number} held").format(number=number)
        case Freed(inject=number):
            return _("inject {number} set free").format(number=number)
        case Skipped(inject=number):
            return _("inject {number} skipped").format(number=number)
        case Postponed(injects=numbers):
            return _("postponed: {numbers}").format(numbers=", ".join(numbers))
        case Completed(inject=number):
            return _("inject {number} completed").format(number=number)
        case _:
            return ""


def of_course(act: Act) -> str:
    """What was done with the course of the exercise; empty for anything else."""
    match act:
        case DrawPassedBy():
            return _("round opened without a card")
        case Started():
            return _("StartEx")
        case Paused():
            return _("paused")
        case Continued():
            return _("continued")
        case Ended():
            return _("EndEx")
        case _:
            return ""


def of_records(scenario: Scenario, act: Act) -> str:
    """What was written down; empty for anything else."""
    match act:
        case Observed(text=text, strength=strength):
            kind = _("strength") if strength else _("area for improvement")
            return _("{kind}: {text}").format(kind=kind, text=text)
        case Called(zone=zone, text=text):
            return _("{zone} decides: {text}").format(zone=words.zone_name(scenario, zone), text=text)
        case Rated(task=task, rating=rating):
            return _("{task} rated {rating}").format(task=task, rating=rating.value)
        case Joined(name=name, role=role):
            return _("{name}, {role}").format(name=name, role=role)
        case Remarked(text=text):
            return text
        case Planned(issue=issue, action=action):
            return _("{issue}: {action}").format(issue=issue, action=action)
        case Dropped(entry=entry):
            return _("record {number} taken back").format(number=entry)
        case _:
            return ""
