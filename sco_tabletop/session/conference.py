"""What the conference talks about: who has acted, what was left unused, what is asked.

Knows public events and boards; must not know the session or the state.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

import attrs

from ..core.events import (
    Analysed,
    AnyEvent,
    Asked,
    BulletinSent,
    Counselled,
    Event,
    FileOpened,
    Lent,
    Located,
    Monitored,
    Named,
    ProtectionSet,
    RoundBegan,
    Shared,
    Staged,
    StoodBy,
    TakenDown,
    TeamSent,
    Told,
    Traced,
    TurnEnded,
)
from ..core.legal import lead_waits, share_left
from ..core.scenario import Scenario
from ..core.view import View
from ..core.words import COMMANDER
from ..i18n import _, n_
from ..wording import words
from ..wording.events import event_text

DEEDS: Final[frozenset[type[Event]]] = frozenset(
    {
        Analysed,
        BulletinSent,
        Counselled,
        Lent,
        Located,
        Monitored,
        Named,
        ProtectionSet,
        Shared,
        Staged,
        TakenDown,
        TeamSent,
        Traced,
    }
)
"""Events that show that a zone did something in its turn."""


@attrs.define
class Acted:
    """A zone in one round: what it did (actions, free moves), asked for, let pass; `ended`: its turn is over.
    `idle` counts the rounds so far that it ended without having done anything; `files`: it holds any, so it
    could have shared; `able`: it held any when its turn ended."""

    zone: int
    deeds: int = 0
    passed: int = 0
    shared: bool = False
    asked: int = 0
    ended: bool = False
    idle: int = 0
    files: bool = False
    able: bool = False

    @property
    def silent(self) -> bool:
        """True if its turn ended and it did nothing at all."""
        return self.ended and not self.deeds and not self.asked


def last_turns(journal: Iterable[tuple[int, AnyEvent]], zones: int) -> list[Acted]:
    """Every zone in the last round in which a turn has ended, in deck order; only public events count."""
    now = [Acted(zone) for zone in range(zones)]
    shown = now
    for _number, event in journal:
        if event.told is not Told.PUBLIC:
            continue
        match event:
            case RoundBegan():
                now = [Acted(old.zone, idle=old.idle, files=old.files) for old in now]
            case FileOpened(zone=zone):
                now[zone].files = True
            case TurnEnded(zone=zone, idle=left):
                shown, of = now, now[zone]
                of.ended, of.passed, of.able = True, of.passed + left, of.files
                of.idle += of.silent
            case StoodBy(zone=zone):
                now[zone].passed += 1
            case Asked(zone=zone):
                now[zone].asked += 1
            case _ if type(event) in DEEDS:
                of = now[event.zone]  # type: ignore[union-attr]
                of.deeds += 1
                of.shared |= isinstance(event, Shared)
    return shown


def acted_text(scenario: Scenario, of: Acted, player: str) -> str:
    """One zone on one line: who plays it, what it did, what it let pass."""
    zone = words.zone_name(scenario, of.zone)
    who = _("{zone} ({player})").format(zone=zone, player=player) if player else zone
    if not of.ended:
        return _("{who}: has not acted yet.").format(who=who)
    if of.silent:
        text = n_(
            "{who}: did nothing in its turn ({count} round so far).",
            "{who}: did nothing in its turn ({count} rounds so far).",
            of.idle,
        )
        return text.format(who=who, count=of.idle)
    deeds = n_("{count} deed", "{count} deeds", of.deeds).format(count=of.deeds)
    asked = n_("{count} request", "{count} requests", of.asked).format(count=of.asked)
    text = (
        _("{who}: {deeds}, {asked}; unused: {unused}.")
        if of.asked
        else _("{who}: {deeds}; unused: {unused}.")
    )
    return text.format(
        who=who, deeds=deeds, asked=asked, unused=left_text(of.passed, of.able and not of.shared)
    )


def lost_text(view: View) -> str:
    """What is lost if the turn ends now, in sentences: actions, the free share, a lead; empty if nothing."""
    unused = unused_text(view)
    text = _("Unused and lost: {unused}.").format(unused=unused) if unused else ""
    if lead_waits(view):
        text = f"{text} {_('The lead that was offered lapses.')}".strip()
    return text


def left_text(actions: int, share: bool) -> str:
    """So many actions, and perhaps the free share; or nothing."""
    text = n_("{count} action", "{count} actions", actions).format(count=actions)
    if actions and share:
        return _("{actions} and the free share").format(actions=text)
    if actions:
        return text
    return _("the free share") if share else _("nothing")


def requests_text(view: View, to: int = COMMANDER) -> list[str]:
    """The requests that stand, one line each; with `to` only those made to that zone."""
    found = []
    for request in view.public.requests:
        if request.answered or (to != COMMANDER and request.holder != to):
            continue
        asked = Asked(request.asker, request.persona, request.category, request.holder, request.until)
        text = _("{asked} It stands until the end of round {round}.")
        found.append(text.format(asked=event_text(view, asked), round=request.until))
    return found


def unused_text(view: View) -> str:
    """What the acting zone would leave unused if its turn ended now; empty if nothing."""
    actions, share = view.public.zones[view.zone].actions, share_left(view)
    return left_text(actions, share) if actions or share else ""
