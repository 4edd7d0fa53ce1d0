"""Lines for files, the register check, names and requests (sections 3 and 5.15 to 5.18)."""

from __future__ import annotations

from ..core.events import (
    AnyEvent,
    Asked,
    Discarded,
    ExhaustionCleared,
    FileOpened,
    LinksLearned,
    LocationLost,
    MainPlotDated,
    Named,
    NameLost,
    PersonaFound,
    PersonNamed,
    RegisterChecked,
    Sighted,
    TraitsDiffer,
    TraitsLearned,
)
from ..core.seat import bits
from ..core.view import View
from ..i18n import _, n_
from . import words


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
        case _:
            return None


def of_register(view: View, event: AnyEvent) -> str | None:
    """R3.9, R9.2: the register check and discarded traits."""
    sc = view.scenario
    zone = words.zone_name(sc, getattr(event, "zone", -1))
    alias = words.persona(sc, getattr(event, "persona", 0))
    match event:
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
