"""Lines for what zones do in their turns (section 5)."""

from __future__ import annotations

from ..core.events import (
    Analysed,
    AnyEvent,
    BulletinSent,
    Counselled,
    Lent,
    LoanUsed,
    Located,
    Monitored,
    ProtectionSet,
    Shared,
    Staged,
    StoodBy,
    TakenDown,
    TeamSent,
    Traced,
)
from ..core.view import View
from ..i18n import _
from . import words


def outcome(success: bool) -> str:
    """Whether a roll succeeded."""
    return _("success") if success else _("no success")


def of_actions(view: View, event: AnyEvent) -> str | None:
    """Section 5: who did what, and whether the roll succeeded."""
    sc = view.scenario
    zone = words.zone_name(sc, getattr(event, "zone", -1))
    alias = words.persona(sc, getattr(event, "persona", 0))
    match event:
        case Monitored(success=success):
            return _("{zone} monitors its channels: {outcome}.").format(zone=zone, outcome=outcome(success))
        case Analysed(discipline=d, success=success):
            return _("{zone} analyses {persona} for {category}: {outcome}.").format(
                zone=zone, persona=alias, category=words.category_name(sc, d), outcome=outcome(success)
            )
        case Traced(success=success):
            return _("{zone} traces the links of {persona}: {outcome}.").format(
                zone=zone, persona=alias, outcome=outcome(success)
            )
        case Shared(to=to):
            return _("{zone} shares its file on {persona} with {other}.").format(
                zone=zone, persona=alias, other=words.zone_name(sc, to)
            )
        case BulletinSent():
            return _("{zone} sends a bulletin on {persona} to every zone.").format(zone=zone, persona=alias)
        case _:
            return None


def of_help(view: View, event: AnyEvent) -> str | None:
    """Section 5: what one zone does for another: loans, teams, prevention work."""
    sc = view.scenario
    zone = words.zone_name(sc, getattr(event, "zone", -1))
    match event:
        case Lent(discipline=d, to=to, level=level):
            return _("{zone} lends {discipline} {level} to {other}.").format(
                zone=zone,
                discipline=words.discipline_name(sc, d),
                level=level,
                other=words.zone_name(sc, to),
            )
        case TeamSent(to=to):
            return _("{zone} sends a team to {other}.").format(zone=zone, other=words.zone_name(sc, to))
        case Counselled(to=to) if to == event.zone:
            return _("{zone} counsels its public.").format(zone=zone)
        case Counselled(to=to):
            return _("{zone} helps {other} to counsel its public.").format(
                zone=zone, other=words.zone_name(sc, to)
            )
        case LoanUsed(discipline=d):
            return _(
                "{zone} has lent specialists for {discipline} at work: the action is given back."
            ).format(zone=zone, discipline=words.discipline_name(sc, d))
        case _:
            return None


def of_forces(view: View, event: AnyEvent) -> str | None:
    """Section 5: take downs, protection, the hunt."""
    sc = view.scenario
    zone = words.zone_name(sc, getattr(event, "zone", -1))
    alias = words.persona(sc, getattr(event, "persona", 0))
    match event:
        case TakenDown(frozen_until=until):
            return _("{zone} takes down {persona}; files are frozen to the end of round {round}.").format(
                zone=zone, persona=alias, round=until
            )
        case ProtectionSet(until=until):
            return _("{zone} is protected to the end of round {round}.").format(zone=zone, round=until)
        case Located(success=True, site=site):
            return _("{zone} locates the person named for {persona} at {site}.").format(
                zone=zone, persona=alias, site=sc.zones[event.zone].sites[site]
            )
        case Located():
            return _("{zone} tries to locate the person named for {persona}: no success.").format(
                zone=zone, persona=alias
            )
        case Staged():
            return _("{zone} stages a team on {persona}.").format(zone=zone, persona=alias)
        case StoodBy():
            return _("{zone} stands by.").format(zone=zone)
        case _:
            return None
