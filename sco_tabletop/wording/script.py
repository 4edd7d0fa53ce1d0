"""A script in words: when an inject is due, to whom it goes, where it stands, what is wrong with the course.

For the staff only, but for `method_name`, `sender_text` and `time_text`: they are said to players as well.
"""

from __future__ import annotations

from ..conduct.board import Item, Status
from ..conduct.due import Moment, Stall, expired
from ..conduct.script import Condition, DrawPolicy, Expiry, Fact, HelpClass, Inject, InjectType, Trigger
from ..core.message import Message
from ..core.scenario import Scenario
from ..i18n import _, n_
from . import words


def time_text(seconds: int) -> str:
    """Exercise time as hours, minutes and seconds."""
    return f"{seconds // 3600}:{seconds // 60 % 60:02d}:{seconds % 60:02d}"


def minute_text(minutes: int) -> str:
    """A time of the plan in hours and minutes."""
    return f"{minutes // 60}:{minutes % 60:02d}"


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


def stall_text(wrong: Stall) -> str:
    """What is wrong with the course of the exercise."""
    texts = {
        Stall.QUIET: _("For two rounds no zone has learned anything."),
        Stall.UNUSED: _("Together the zones could know an operative, and nobody acts on it."),
        Stall.ASTRAY: _("More personas are wrongly named than rightly."),
        Stall.EASY: _("More than half of the network is known in the first half of the rounds."),
    }
    return texts[wrong]


def method_name(method: str) -> str:
    """How an inject is given; what the deck says where the word is not known."""
    names = {
        "verbal": _("verbal"),
        "phone": _("phone"),
        "e-mail": _("e-mail"),
        "chat": _("chat"),
        "radio": _("radio"),
        "written": _("written"),
        "other": _("other"),
    }
    return names.get(method, method)


def sender_text(message: Message) -> str:
    """From whom, how, with which grade."""
    method = method_name(message.method)
    if message.sender and message.grade:
        text = _("From {sender} ({method}), graded {grade}")
        return text.format(sender=message.sender, method=method, grade=message.grade)
    if message.sender:
        return _("From {sender} ({method})").format(sender=message.sender, method=method)
    return _("({method})").format(method=method)


def recipients_text(scenario: Scenario, to: tuple[int, ...], everybody: bool) -> str:
    """To whom an inject goes."""
    if everybody:
        return _("everybody")
    return ", ".join(words.zone_name(scenario, zone) for zone in to) or _("nobody yet: choose at the release")


def recipients_codes(scenario: Scenario, to: tuple[int, ...], everybody: bool) -> str:
    """To whom, short."""
    if everybody:
        return _("all")
    return " ".join(words.zone_code(scenario, zone) for zone in to) or "-"


def fact_name(fact: Fact) -> str:
    """What a condition asks of the exercise."""
    names = {
        Fact.ROUND: _("round"),
        Fact.THREAT: _("threat"),
        Fact.ALERT: _("alert"),
        Fact.TRUST: _("public trust"),
        Fact.PREPARATION: _("preparation"),
        Fact.INFLUENCE: _("influence of all zones"),
        Fact.PERSONAS: _("personas on the Index"),
        Fact.NAMED: _("personas named"),
        Fact.LOCATED: _("personas located"),
        Fact.STAGED: _("personas staged"),
        Fact.PLOTS_FIRED: _("plots fired"),
        Fact.RECRUITED: _("operatives recruited"),
        Fact.HOUR_CALLED: _("H-hour called"),
        Fact.OPERATIVES: _("operatives"),
        Fact.IDENTIFIABLE: _("operatives identifiable"),
        Fact.NAMED_RIGHT: _("rightly named"),
        Fact.NAMED_WRONG: _("wrongly named"),
        Fact.LOCATED_RIGHT: _("rightly located"),
        Fact.QUIET_ROUNDS: _("rounds in a row without anything learned"),
    }
    return names[fact]


def condition_text(condition: Condition) -> str:
    """A fact within bounds."""
    name, low, high = fact_name(condition.fact), condition.at_least, condition.at_most
    if condition.fact is Fact.HOUR_CALLED:
        return _("H-hour is called") if low else _("H-hour is not called")
    if low is not None and high is not None:
        return _("{fact} from {low} to {high}").format(fact=name, low=low, high=high)
    if low is not None:
        return _("{fact} {low} or more").format(fact=name, low=low)
    return _("{fact} {high} or less").format(fact=name, high=high)


def trigger_text(trigger: Trigger) -> str:
    """When an inject is due."""
    if trigger.manual:
        return _("when the facilitator decides")
    parts = []
    if trigger.round:
        parts.append(_("from round {round} on").format(round=trigger.round))
    if trigger.after:
        parts.append(after_text(trigger))
    elif trigger.minutes >= 0:
        parts.append(_("from {time} of exercise time on").format(time=minute_text(trigger.minutes)))
    parts += [condition_text(one) for one in trigger.when]
    return ", ".join(parts)


def after_text(trigger: Trigger) -> str:
    """After another inject, perhaps so many minutes, perhaps only on a branch."""
    text = _("after inject {number}").format(number=trigger.after)
    if trigger.branch:
        text = _("after inject {number} with branch {branch}").format(
            number=trigger.after, branch=trigger.branch
        )
    if trigger.minutes <= 0:
        return text
    late = n_("{what}, {count} minute later", "{what}, {count} minutes later", trigger.minutes)
    return late.format(what=text, count=trigger.minutes)


def expiry_text(expires: Expiry) -> str:
    """Until when an inject can be used; empty for always."""
    if expires.round and expires.minutes:
        text = _("expires after round {round}, or at {time}")
        return text.format(round=expires.round, time=minute_text(expires.minutes))
    if expires.round:
        return _("expires after round {round}").format(round=expires.round)
    return _("expires at {time}").format(time=minute_text(expires.minutes)) if expires.minutes else ""


def short_trigger(inject: Inject) -> str:
    """The plan in a few letters, for a list."""
    if inject.minute >= 0:
        return minute_text(inject.minute)
    trigger = inject.trigger
    if trigger.after:
        return _("> {number}").format(number=trigger.after)
    if trigger.round:
        return _("R{round}").format(round=trigger.round)
    return _("if") if trigger.when else "-"


def status_name(item: Item, moment: Moment) -> str:
    """Where an inject stands at this moment."""
    names = {
        Status.READY: _("postponed") if item.postponed else _("ready"),
        Status.HELD: _("held"),
        Status.RELEASED: _("released"),
        Status.COMPLETE: _("complete"),
        Status.SKIPPED: _("skipped"),
    }
    return _("expired") if item.status is Status.READY and expired(item, moment) else names[item.status]


def shift_text(item: Item) -> str:
    """How far an inject was postponed in all; empty for not at all."""
    parts = []
    if item.shift_minutes:
        text = n_("{count} minute", "{count} minutes", item.shift_minutes)
        parts.append(text.format(count=item.shift_minutes))
    if item.shift_rounds:
        parts.append(n_("{count} round", "{count} rounds", item.shift_rounds).format(count=item.shift_rounds))
    return _("postponed by {span}").format(span=", ".join(parts)) if parts else ""
