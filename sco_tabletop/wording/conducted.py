"""What the report has to say of a script when all is over: plans, statuses, narratives, how it was played.

For the staff only: it says what stood in the script. What was done is told by `conduct`.
"""

from __future__ import annotations

from ..conduct.acts import NO_ZONE
from ..conduct.board import Item, Status
from ..conduct.due import Moment, expired
from ..conduct.script import DrawPolicy, HelpClass, InjectType
from ..core.scenario import Scenario
from ..i18n import _
from . import words
from .conduct import span_text, status_name
from .times import minute_text
from .triggers import trigger_text


def planned_text(item: Item) -> str:
    """When an inject was planned."""
    inject = item.inject
    if item.composed:
        return _("written on the spot")
    if inject.help is not HelpClass.NONE:
        return _("{help}, when it fits").format(help=inject.help.value.upper())
    if inject.minute < 0:
        return trigger_text(inject.trigger)
    time = minute_text(inject.minute)
    if inject.trigger.manual or (inject.trigger.minutes == inject.minute and not inject.trigger.after):
        return time
    return _("{time}, {when}").format(time=time, when=trigger_text(inject.trigger))


def status_text(item: Item, moment: Moment) -> str:
    """Where an inject stands when the report is written: what still waits then was not released."""
    if item.status is not Status.READY or expired(item, moment):
        return status_name(item, moment)
    if item.postponed:
        return _("deferred")
    return _("not used") if item.inject.type is InjectType.CONTINGENCY else _("not released")


def reason_text(item: Item) -> str:
    """The reason that was given, and how far the inject was postponed; empty for neither."""
    late = span_text(item.shift_minutes, item.shift_rounds)
    if item.reason and late:
        return _("{reason} ({late})").format(reason=item.reason, late=late)
    return item.reason or late


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


def caller_text(scenario: Scenario, zone: int) -> str:
    """A zone, or nobody's."""
    return words.zone_name(scenario, zone) if zone != NO_ZONE else _("all together")
