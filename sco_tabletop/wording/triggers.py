"""When an inject is due and until when, in words. For the staff only."""

from __future__ import annotations

from ..conduct.script import Condition, Expiry, Fact, Inject, Trigger
from ..i18n import _, n_
from .times import minute_text


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
    """When an inject is due: all that must hold, separated by semicolons."""
    if trigger.manual:
        return _("when the facilitator decides")
    parts = []
    if trigger.round:
        parts.append(_("from round {round} on").format(round=trigger.round))
    if trigger.after:
        parts.append(after_text(trigger))
    elif trigger.minutes >= 0:
        parts.append(_("from {time} of exercise time on").format(time=minute_text(trigger.minutes)))
    return "; ".join((*parts, *(condition_text(one) for one in trigger.when)))


def after_text(trigger: Trigger) -> str:
    """After another inject, perhaps so many minutes, perhaps only on a branch."""
    number, branch, count = trigger.after, trigger.branch, max(0, trigger.minutes)
    if branch and count:
        text = n_(
            "{count} minute after inject {number}, if branch {branch} was taken",
            "{count} minutes after inject {number}, if branch {branch} was taken",
            count,
        )
    elif branch:
        text = _("after inject {number}, if branch {branch} was taken")
    elif count:
        text = n_("{count} minute after inject {number}", "{count} minutes after inject {number}", count)
    else:
        text = _("after inject {number}")
    return text.format(count=count, number=number, branch=branch)


def expiry_text(expires: Expiry) -> str:
    """Until when an inject can be due; empty for always."""
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
