"""The points to which a facilitator can go back, in words. For the open console only.

Knows entries and the views of the session; must not know the state.
"""

from __future__ import annotations

from ..core.apply import redact
from ..i18n import _, n_
from ..record.save import Conducted, Decided, Entry
from ..wording import words
from ..wording.commands import action_kind_name
from ..wording.conduct import act_text
from ..wording.events import event_text
from ..wording.times import time_text
from .conducted import ConductedSession


def point_text(session: ConductedSession, number: int) -> str:
    """What an entry was, with its round and exercise time. Raises CurtainClosed."""
    entry = session.entry(number)
    at, time, what = session.round_of(number), time_text(_clock(entry)), _what(session, entry)
    return _("Round {round}, {time}: {what}").format(round=at, time=time, what=what)


def _clock(entry: Entry) -> int:
    return max(0, entry.clock) if isinstance(entry, Conducted | Decided) else 0


def _what(session: ConductedSession, entry: Entry) -> str:
    match entry:
        case Conducted(act=act):
            return act_text(session.scenario, act)
        case Decided():
            return _decision(session, entry)
        case _:
            return _("The exercise was dealt.")


def _decision(session: ConductedSession, entry: Decided) -> str:
    """The first line that the acting zone was told of it; else the kind of the command and the zone."""
    zone = entry.command.zone
    view = session.view(zone)
    for event in entry.events:
        if redact(event, zone) is not None and (text := event_text(view, event)):
            return text
    name = words.zone_name(session.scenario, zone)
    return _("{zone}: {action}").format(zone=name, action=action_kind_name(type(entry.command)))


def lost_text(session: ConductedSession, to: int) -> str:
    """What a rewind to after that entry takes back, and what stays. Raises CurtainClosed."""
    after = session.taken_back(to)
    decisions = sum(isinstance(entry, Decided) for entry in after)
    acts = len(after) - decisions
    first = n_("{count} decision", "{count} decisions", decisions).format(count=decisions)
    second = n_("{count} act of the staff", "{count} acts of the staff", acts).format(count=acts)
    text = _(
        "{decisions} and {acts} are taken back for everybody, beyond what players may undo; dice are "
        "new. It is written down; records of the staff stay."
    )
    return text.format(decisions=first, acts=second)
