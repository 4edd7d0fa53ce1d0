"""What the last deed brought: one sentence, from what the zone was told. Says nothing of what it was not."""

from __future__ import annotations

from collections.abc import Sequence

from ..core import doubt
from ..core.board import UNCHECKED
from ..core.events import (
    Analysed,
    AnyEvent,
    Asked,
    BulletinSent,
    Counselled,
    Discarded,
    ExerciseEnded,
    FileOpened,
    HourCalled,
    HourDecided,
    LeadAnswered,
    Lent,
    LinksLearned,
    Located,
    Monitored,
    Named,
    ProtectionSet,
    RegisterChecked,
    Shared,
    Staged,
    StoodBy,
    TakenDown,
    TeamSent,
    Told,
    Traced,
    TraitsLearned,
    TurnEnded,
)
from ..core.seat import bits
from ..core.view import View
from ..i18n import _, n_
from ..wording import words

DEEDS = (Monitored, Analysed, Traced, Asked, Shared, Named, Located, Staged)
SILENT = (
    BulletinSent,
    Counselled,
    Discarded,
    LeadAnswered,
    Lent,
    ProtectionSet,
    StoodBy,
    TakenDown,
    TeamSent,
)
"""Other deeds: the coach has no word on what they brought, nor on the deed before them any more."""
Events = Sequence[AnyEvent]


def gain_text(view: View, told: Events) -> str:
    """Of the zone's own last deed, or of what others sent since its turn ended; empty if neither is there."""
    for place in range(len(told) - 1, -1, -1):
        event, since = told[place], told[place + 1 :]
        if isinstance(event, ExerciseEnded | HourDecided):
            return ""
        if isinstance(event, HourCalled):
            return _("H-hour is called: do in this round whatever is still to be done.")
        if getattr(event, "zone", -1) != view.zone:
            continue
        if isinstance(event, TurnEnded):
            return of_others(view, since)
        if isinstance(event, SILENT):
            return ""
        if isinstance(event, DEEDS):
            own = [e for e in since if e.told is Told.PUBLIC or getattr(e, "zone", -1) == view.zone]
            return of_deed(view, event, own)
    return ""


def of_deed(view: View, event: AnyEvent, since: Events) -> str:
    """One own deed; `since` is what was told after it."""
    if not getattr(event, "success", True):
        return _("It did not work this time; the action is spent, and nothing was learned.")
    match event:
        case Monitored():
            return of_monitor(view, since)
        case Analysed(persona=persona):
            return of_file(view, persona)
        case Traced(persona=persona):
            return of_trace(view, persona, since)
        case Shared(persona=persona, to=to):
            return of_share(view, persona, to)
    return of_hunt(view, event)


def of_monitor(view: View, since: Events) -> str:
    """Who was found, and whether a first look gave something away."""
    found = next((e for e in since if isinstance(e, FileOpened) and e.zone == view.zone), None)
    if found is None:
        return _("Nobody new was found; what was seen stands in the journal.")
    read = any(isinstance(e, TraitsLearned) and e.persona == found.persona for e in since)
    text = (
        _("Found: {persona}, a {function}. The first look showed a trait; you hold a file now.")
        if read
        else _("Found: {persona}, a {function}. You hold a file now.")
    )
    name = words.function_name(view.public.index[found.persona].function)
    return text.format(persona=words.persona(view.scenario, found.persona), function=name)


def of_file(view: View, persona: int) -> str:
    """How many persons of the own register are left."""
    entry, file = view.public.index[persona], view.seat.files[persona]
    alias, hits = words.persona(view.scenario, persona), entry.hits[view.zone]
    if hits == UNCHECKED:
        text = _("One more trait of {persona}. Your register is compared from {least} traits on.")
        return text.format(persona=alias, least=view.scenario.numbers.check_from)
    if not hits and file.unverified:
        text = _("{traits} traits of {persona}, one of them unverified; nobody in your register fits.")
        return text.format(traits=file.count, persona=alias)
    if not hits:
        text = _("{traits} traits of {persona}, and nobody in your register fits: he lives elsewhere.")
        return text.format(traits=file.count, persona=alias)
    text = n_(
        "{traits} traits of {persona}: {count} person of your register still fits.",
        "{traits} traits of {persona}: {count} persons of your register still fit.",
        hits,
    )
    return text.format(traits=file.count, persona=alias, count=hits)


def of_trace(view: View, persona: int, since: Events) -> str:
    """Whom the new link leads to."""
    learned = [e for e in since if isinstance(e, LinksLearned) and e.persona == persona]
    others = [other for e in learned for other in bits(e.links)]
    if not others:
        return _("No further link is to be found there.")
    function = words.function_name(view.public.index[others[0]].function)
    text = _("The link leads to {persona}, a {function}. You hold a file now.")
    return text.format(persona=words.persona(view.scenario, others[0]), function=function)


def of_share(view: View, persona: int, to: int) -> str:
    """What the other register answered; the Index shows it to all."""
    entry = view.public.index[persona]
    zone, alias = words.zone_name(view.scenario, to), words.persona(view.scenario, persona)
    hits = entry.hits[to]
    if hits == UNCHECKED:
        text = _("{zone} holds your file now; with one more trait its register can answer.")
        return text.format(zone=zone)
    if not hits:
        text = _("{zone} has nobody who fits {persona}: one state less to look in.")
        return text.format(zone=zone, persona=alias)
    text = n_(
        "{zone} reads your file: {count} person of its register fits {persona}.",
        "{zone} reads your file: {count} persons of its register fit {persona}.",
        hits,
    )
    return text.format(zone=zone, count=hits, persona=alias)


def of_hunt(view: View, event: AnyEvent) -> str:
    """Requests, names, places, teams."""
    match event:
        case Asked():
            return _("The request stands on the Index to the end of the next round, for all to see.")
        case Named(persona=persona):
            percent = doubt.right_percent(view.scenario, view.public.index[persona], view.zone)
            text = _("Named. All see how sure it is: {percent}%. Who it is stays in your zone.")
            return text.format(percent=percent)
        case Located(zone=zone, site=site):
            text = _("He is in {site}. Without a team beside him he may slip away.")
            return text.format(site=view.scenario.zones[zone].sites[site])
        case _:
            return _("The team stands. He is ready for the strike.")


def of_others(view: View, since: Events) -> str:
    """The last file that was sent here while others acted; else a register that knows somebody."""
    for event in reversed(since):
        if isinstance(event, Shared) and event.to == view.zone:
            text = _("{zone} sent you its file on {persona}.")
            persona = words.persona(view.scenario, event.persona)
            return text.format(zone=words.zone_name(view.scenario, event.zone), persona=persona)
    named = [event for event in since if isinstance(event, Named)]
    if named:
        text = _("{zone} has named its person for {persona}: your exchange bears fruit.")
        persona = words.persona(view.scenario, named[-1].persona)
        return text.format(zone=words.zone_name(view.scenario, named[-1].zone), persona=persona)
    checked = [event for event in since if isinstance(event, RegisterChecked) and event.hits > 0]
    return _("The registers of the others were at work; the Index shows their answers.") if checked else ""
