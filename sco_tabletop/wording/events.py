"""An event as one line of the journal. Called only with events that the reading seat was told."""

from __future__ import annotations

from ..core.events import (
    ActionsChanged,
    Analysed,
    AnyEvent,
    Asked,
    BulletinsChanged,
    BulletinSent,
    CardDrawn,
    CategoryRevealed,
    ChatterHeard,
    CommitmentMade,
    Counselled,
    Discarded,
    ExerciseEnded,
    ExhaustionCleared,
    FileOpened,
    HourCalled,
    HourDecided,
    HourLeft,
    InfluenceMoved,
    LeadAnswered,
    LeadOffered,
    LeadReceived,
    Lent,
    LinksLearned,
    LoanSuspended,
    Located,
    LocationLost,
    MainPlotDated,
    MainPlotFired,
    Monitored,
    Named,
    NameLost,
    NoEffect,
    OptionChosen,
    PersonaFound,
    PersonNamed,
    PlotFired,
    PlotWarned,
    PracticeMarked,
    PreparationMoved,
    ProtectionSet,
    Recruited,
    RegisterChecked,
    RoundBegan,
    Shared,
    Sighted,
    Staged,
    StoodBy,
    TakenDown,
    TeamHeldUp,
    TeamsCommitted,
    TeamSent,
    TeamStruck,
    Traced,
    TrackMoved,
    TraitsDiffer,
    TraitsLearned,
    TurnEnded,
)
from ..core.rules.injects import card_of
from ..core.seat import bits
from ..core.view import View
from ..core.words import Cause, Struck
from ..i18n import _, n_
from . import words


def event_text(view: View, event: AnyEvent) -> str | None:
    """The line, or None for what needs none (book-keeping the screen shows elsewhere)."""
    return (
        of_actions(view, event)
        or of_files(view, event)
        or of_names(view, event)
        or of_injects(view, event)
        or of_tracks(view, event)
        or of_rounds(view, event)
        or of_strike(view, event)
    )


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
        case Lent(discipline=d, to=to, level=level):
            return _("{zone} lends {discipline} {level} to {other}.").format(
                zone=zone,
                discipline=words.discipline_name(sc, d),
                level=level,
                other=words.zone_name(sc, to),
            )
        case TeamSent(to=to):
            return _("{zone} sends a team to {other}.").format(zone=zone, other=words.zone_name(sc, to))
        case TakenDown(frozen_until=until):
            return _("{zone} takes down {persona}; files are frozen to the end of round {round}.").format(
                zone=zone, persona=alias, round=until
            )
        case Counselled():
            return _("{zone} counsels its public.").format(zone=zone)
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


def of_files(view: View, event: AnyEvent) -> str | None:
    """Sections 3 and 5: files, sightings, the register check."""
    sc = view.scenario
    zone = words.zone_name(sc, getattr(event, "zone", -1))
    alias = words.persona(sc, getattr(event, "persona", 0))
    match event:
        case PersonaFound(function=function):
            return _("New on the Index: {persona}, a {function}.").format(
                persona=alias, function=words.function_name(function)
            )
        case FileOpened():
            return _("{zone} opens a file on {persona}.").format(zone=zone, persona=alias)
        case Sighted(channel=channel):
            return _("Flagged post on a {channel}: {persona} was sighted in {zone}.").format(
                channel=sc.channels[channel], persona=alias, zone=zone
            )
        case TraitsLearned(traits=traits, unverified=unverified):
            values = ", ".join(
                f"{words.category_name(sc, c)} = {words.trait_value(sc, c, value)}" for c, value in traits
            )
            if unverified:
                return _("Into your file on {persona}: {values} (unverified).").format(
                    persona=alias, values=values
                )
            return _("Into your file on {persona}: {values}.").format(persona=alias, values=values)
        case TraitsDiffer(categories=mask):
            return _("A file received on {persona} differs from yours in: {categories}.").format(
                persona=alias, categories=words.category_list(sc, mask)
            )
        case LinksLearned(links=links, exhausted=exhausted):
            return links_text(view, alias, links, exhausted)
        case ExhaustionCleared():
            return _("There is a new link of {persona} to find.").format(persona=alias)
        case RegisterChecked(hits=-1):
            return _("{zone} can no longer check {persona}.").format(zone=zone, persona=alias)
        case RegisterChecked(hits=0, tested=tested):
            return _("The register of {zone} has no hit for {persona} on {tested} traits.").format(
                zone=zone, persona=alias, tested=tested
            )
        case RegisterChecked(hits=hits, tested=tested):
            return n_(
                "The register of {zone} has {hits} hit for {persona} on {tested} traits.",
                "The register of {zone} has {hits} hits for {persona} on {tested} traits.",
                hits,
            ).format(zone=zone, hits=hits, persona=alias, tested=tested)
        case Discarded(category=category):
            return _("{zone} discards {category} from its file on {persona}.").format(
                zone=zone, category=words.category_name(sc, category), persona=alias
            )
        case _:
            return None


def links_text(view: View, alias: str, links: int, exhausted: bool) -> str:
    """Links written into an own file."""
    others = ", ".join(words.persona(view.scenario, other) for other in bits(links))
    if not links:
        return _("No further link of {persona} is to be found: exhausted.").format(persona=alias)
    if exhausted:
        return _("{persona} is linked to {others}; no further link: exhausted.").format(
            persona=alias, others=others
        )
    return _("{persona} is linked to {others}.").format(persona=alias, others=others)


def of_names(view: View, event: AnyEvent) -> str | None:
    """R5.15 to R5.18: names and requests."""
    sc = view.scenario
    zone = words.zone_name(sc, getattr(event, "zone", -1))
    alias = words.persona(sc, getattr(event, "persona", 0))
    match event:
        case Named():
            return _("{zone} names a person for {persona}.").format(zone=zone, persona=alias)
        case PersonNamed(person=person):
            return _("Your name for {persona}: {person}.").format(
                persona=alias, person=words.person(sc, view.seat.register[person])
            )
        case NameLost(why=why):
            return _("The name of {zone} for {persona} goes: {why}.").format(
                zone=zone, persona=alias, why=words.name_loss(why)
            )
        case Asked(category=-1, to=to):
            return _("{zone} asks {other} for the file on {persona}.").format(
                zone=zone, other=words.zone_name(sc, to), persona=alias
            )
        case Asked(category=category, to=to):
            return _("{zone} asks {other} for {category} of {persona}.").format(
                zone=zone,
                other=words.zone_name(sc, to),
                category=words.category_name(sc, category),
                persona=alias,
            )
        case LocationLost():
            return _("Contact lost: the person named for {persona} in {zone} slipped away.").format(
                persona=alias, zone=zone
            )
        case MainPlotDated(round=number):
            return _("The main plot is dated: round {round}.").format(round=number)
        case _:
            return None


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
        case PreparationMoved(cause=Cause.PLOT):
            return _("The network has completed its preparation.")
        case PreparationMoved(parts=parts, cause=cause):
            return _("Preparation is now {sum}: {cause}.").format(
                sum=sum(parts), cause=words.cause_name(cause)
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
    """Section 7."""
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
        case ExerciseEnded(result=result, reason=reason):
            return _("EndEx. {result}. {reason}").format(
                result=words.result_name(result), reason=words.end_reason(reason)
            )
        case _:
            return None


def is_alarm(event: AnyEvent) -> bool:
    """True for what hurts: plots, losses, wrongful detentions."""
    match event:
        case PlotWarned() | PlotFired() | MainPlotFired() | LocationLost() | Recruited():
            return True
        case TeamStruck(outcome=outcome):
            return outcome is not Struck.CAPTURED
        case _:
            return False


def is_good(event: AnyEvent) -> bool:
    """True for what helps: finds, hits, names, captures."""
    match event:
        case PersonaFound() | TraitsLearned() | LinksLearned() | Named() | MainPlotDated():
            return True
        case Located(success=success):
            return success
        case RegisterChecked(hits=hits):
            return hits > 0
        case TeamStruck(outcome=outcome):
            return outcome is Struck.CAPTURED
        case _:
            return False
