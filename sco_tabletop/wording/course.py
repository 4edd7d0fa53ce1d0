"""Lines for rounds, injects, tracks, the network phase and the strike (sections 4, 6, 7, 8)."""

from __future__ import annotations

from ..core.board import OpenedName
from ..core.events import (
    ActionsChanged,
    AnyEvent,
    AttributionOpened,
    BulletinsChanged,
    CardDrawn,
    CategoryRevealed,
    ChatterHeard,
    CommitmentMade,
    DrawPassed,
    ExerciseEnded,
    HourCalled,
    HourDecided,
    HourLeft,
    InfluenceMoved,
    InjectAnnounced,
    InjectDelivered,
    LeadAnswered,
    LeadOffered,
    LeadReceived,
    LoanSuspended,
    MainPlotFired,
    NameOpened,
    NoEffect,
    OptionChosen,
    PlotFired,
    PlotWarned,
    PracticeMarked,
    PreparationMoved,
    Recruited,
    RoundBegan,
    TeamHeldUp,
    TeamsCommitted,
    TeamStruck,
    TrackMoved,
    TurnEnded,
)
from ..core.rules.injects import card_of
from ..core.seat import bits
from ..core.view import View
from ..core.words import Cause, Struck
from ..i18n import _, n_
from . import words
from .endex import name_text


def of_injects(view: View, event: AnyEvent) -> str | None:
    """Section 8."""
    sc = view.scenario
    zone = words.zone_name(sc, getattr(event, "zone", -1))
    alias = words.persona(sc, getattr(event, "persona", 0))
    match event:
        case CardDrawn(card=card_id):
            card = card_of(sc, card_id)
            return _("Inject: {title}").format(title=card.title if card else card_id)
        case OptionChosen(card=card_id, option=option):
            card = card_of(sc, card_id)
            label = card.options[option].label if card else str(option + 1)
            return _("The chair decides: {label}.").format(label=label)
        case NoEffect():
            return _("The inject finds nothing to act on.")
        case LeadReceived(category=category):
            return _("{zone} receives a reliable lead: {category} of {persona}.").format(
                zone=zone, category=words.category_name(sc, category), persona=alias
            )
        case LeadOffered(category=category):
            return _("{zone} is offered an unverified lead: {category} of {persona}.").format(
                zone=zone, category=words.category_name(sc, category), persona=alias
            )
        case LeadAnswered(accepted=True):
            return _("{zone} accepts the lead.").format(zone=zone)
        case LeadAnswered(lapsed=True):
            return _("The lead to {zone} lapses.").format(zone=zone)
        case LeadAnswered():
            return _("{zone} refuses the lead.").format(zone=zone)
        case _:
            return None


def of_facilitator(view: View, event: AnyEvent) -> str | None:
    """R8.11, R8.12."""
    zone = words.zone_name(view.scenario, getattr(event, "zone", -1))
    match event:
        case DrawPassed():
            return _("The facilitator opens the round without a card.")
        case InjectAnnounced(delivery=delivery):
            return _("To all, inject {number}: {title}").format(
                number=delivery.inject, title=delivery.message.title
            )
        case InjectDelivered(delivery=delivery):
            return _("To {zone}, inject {number}: {title}").format(
                zone=zone, number=delivery.inject, title=delivery.message.title
            )
        case _:
            return None


def of_effects(view: View, event: AnyEvent) -> str | None:
    """R8.6 to R8.10: what cards do to zones."""
    sc = view.scenario
    zone = words.zone_name(sc, getattr(event, "zone", -1))
    alias = words.persona(sc, getattr(event, "persona", 0))
    match event:
        case CategoryRevealed(category=category):
            return _("{category} of {persona} becomes known to every zone with a file.").format(
                category=words.category_name(sc, category), persona=alias
            )
        case ActionsChanged(amount=amount):
            return _("{zone}: actions this round {amount}.").format(zone=zone, amount=f"{amount:+d}")
        case TeamHeldUp():
            return _("A team of {zone} is held up this round.").format(zone=zone)
        case LoanSuspended(discipline=d):
            return _("The loan of {discipline} to {zone} is suspended this round.").format(
                discipline=words.discipline_name(sc, d), zone=zone
            )
        case BulletinsChanged(amount=amount):
            return _("Bulletins this round {amount}.").format(amount=f"{amount:+d}")
        case _:
            return None


def of_tracks(view: View, event: AnyEvent) -> str | None:
    """Section 6: tracks and the network phase, as far as public."""
    sc = view.scenario
    zone = words.zone_name(sc, getattr(event, "zone", -1))
    match event:
        case TrackMoved(track=track, amount=amount, cause=cause):
            return _("{track} {amount}: {cause}.").format(
                track=words.track_name(track), amount=f"{amount:+d}", cause=words.cause_name(cause)
            )
        case InfluenceMoved(amount=amount, cause=cause):
            return _("Influence in {zone} {amount}: {cause}.").format(
                zone=zone, amount=f"{amount:+d}", cause=words.cause_name(cause)
            )
        case PreparationMoved(parts=parts, cause=Cause.PLOT):
            return _("The preparation has become a plot; it stands at {sum} again.").format(sum=sum(parts))
        case PreparationMoved(parts=parts, cause=cause):
            return _("Preparation is now {sum}, a plot needs {needed}: {cause}.").format(
                sum=sum(parts), needed=sc.numbers.preparation_needed, cause=words.cause_name(cause)
            )
        case ChatterHeard(count=count):
            return n_("Chatter here: {count} trace.", "Chatter here: {count} traces.", count).format(
                count=count
            )
        case Recruited():
            return _("Somebody was recruited in {zone}.").format(zone=zone)
        case PlotWarned(zones=mask, due=due):
            names = ", ".join(words.zone_name(sc, z) for z in bits(mask))
            return _("Plot warning for {zones}: it fires at the end of round {round}.").format(
                zones=names, round=due
            )
        case PlotFired(target=target, protected=True):
            return _("A plot fires in {zone}, which is protected.").format(zone=words.zone_name(sc, target))
        case PlotFired(target=target):
            return _("A plot fires in {zone}.").format(zone=words.zone_name(sc, target))
        case MainPlotFired():
            return _("The main plot fires.")
        case _:
            return None


def of_rounds(view: View, event: AnyEvent) -> str | None:
    """Section 4."""
    sc = view.scenario
    match event:
        case RoundBegan(round=number, chair=chair):
            return _("Round {round} begins; the chair: {zone}.").format(
                round=number, zone=words.zone_name(sc, chair)
            )
        case TurnEnded(zone=zone, idle=idle) if idle:
            return n_(
                "{zone} ends its turn with {idle} action unused.",
                "{zone} ends its turn with {idle} actions unused.",
                idle,
            ).format(zone=words.zone_name(sc, zone), idle=idle)
        case HourCalled(automatic=True):
            return _("Last round: H-hour is at its end.")
        case HourCalled():
            return _("H-hour is called for the end of this round.")
        case HourLeft():
            return _("No H-hour is called.")
        case HourDecided(go=True):
            return _("Go.")
        case HourDecided():
            return _("No-go: the strike is called off.")
        case CommitmentMade(zone=zone):
            return _("{zone} has decided on its teams.").format(zone=words.zone_name(sc, zone))
        case TeamsCommitted(personas=personas):
            names = ", ".join(words.persona(sc, p) for p in personas) or "-"
            return _("Your committed teams: {personas}.").format(personas=names)
        case PracticeMarked():
            return _("The exercise was rewound: it counts as practice from here on.")
        case _:
            return None


def of_strike(view: View, event: AnyEvent) -> str | None:
    """Section 7, and EndEx of the short depths (section 10)."""
    sc = view.scenario
    match event:
        case TeamStruck(zone=zone, persona=persona, outcome=Struck.WRONGFUL):
            return _("{zone} detains the person named for {persona}: a wrongful detention.").format(
                zone=words.zone_name(sc, zone), persona=words.persona(sc, persona)
            )
        case TeamStruck(zone=zone, persona=persona, outcome=Struck.ESCAPED):
            return _("{zone} strikes for {persona}: escaped.").format(
                zone=words.zone_name(sc, zone), persona=words.persona(sc, persona)
            )
        case TeamStruck(zone=zone, persona=persona, operative=operative) if persona != operative:
            return _("{zone} strikes for {persona} and captures {other}.").format(
                zone=words.zone_name(sc, zone),
                persona=words.persona(sc, persona),
                other=words.persona(sc, operative),
            )
        case TeamStruck(zone=zone, persona=persona):
            return _("{zone} captures {persona}.").format(
                zone=words.zone_name(sc, zone), persona=words.persona(sc, persona)
            )
        case AttributionOpened(personas=personas):
            names = ", ".join(words.persona(sc, p) for p in personas) or "-"
            return _("Attributed at EndEx: {personas}.").format(personas=names)
        case NameOpened(zone=zone, persona=persona, person=person, operative=operative):
            text = name_text(view, OpenedName(zone, persona, person, operative))
            return _("Opened: {name}.").format(name=text)
        case ExerciseEnded(result=result, reason=reason):
            return _("EndEx. {result}. {reason}").format(
                result=words.result_name(result), reason=words.end_reason(reason)
            )
        case _:
            return None
