"""The network beside what each zone knows of it. For the console only: it asks the session for the truth."""

from __future__ import annotations

from collections.abc import Iterator

from ..core.board import Entry
from ..core.seat import Person, bits
from ..i18n import _
from ..review.records import Member
from ..session.conducted import ConductedSession
from ..session.truth import Truth
from ..wording import words
from ..wording.triggers import fact_name


def truth_lines(session: ConductedSession) -> Iterator[str]:
    """The facts, then every operative with his true traits and what each zone has of him."""
    truth = session.truth()
    before = session.facts_before() or {}
    yield _("EXERCISE. The truth; the number of a round ago in brackets.")
    for fact, value in truth.facts().items():
        text = _("{fact}: {value} ({before})") if fact in before else _("{fact}: {value}")
        yield text.format(fact=fact_name(fact), value=value, before=before.get(fact))
    for persona in sorted(truth.pool.members):
        yield from _of_member(session, truth, truth.pool.members[persona])


def _of_member(session: ConductedSession, truth: Truth, member: Member) -> Iterator[str]:
    sc, pool = session.scenario, truth.pool
    person = pool.person(member)
    yield _("{persona}, {function}: {person} in {zone}; {traits}. Links: {links}.").format(
        persona=words.persona(sc, member.persona),
        function=words.function_name(member.function),
        person=words.person(sc, person) if person else "?",
        zone=words.zone_name(sc, member.home),
        traits=", ".join(
            _("{category} {value}").format(
                category=words.category_name(sc, number), value=words.trait_value(sc, number, value)
            )
            for number, value in enumerate(person.traits if person else ())
        ),
        links=", ".join(words.persona(sc, other) for other in member.links) or "-",
    )
    entry = pool.public.index.get(member.persona)
    if entry is None:
        yield _("  not found yet")
        return
    if pool.identifiable(member):
        yield _("  identifiable: together the zones hold enough")
    for zone in range(len(sc.zones)):
        if entry.held[zone] >= 0:
            yield "  " + _of_zone(session, truth, entry, member, zone)


def _of_zone(session: ConductedSession, truth: Truth, entry: Entry, member: Member, zone: int) -> str:
    sc = session.scenario
    held = _values(session, truth, member, zone)
    named = truth.names.get((zone, member.persona))
    text = _("{zone} holds {held}")
    if named is not None:
        text = (
            _("{zone} holds {held}; {stage}: {person}, the right one")
            if truth.right(zone, member.persona)
            else _("{zone} holds {held}; {stage}: {person}, WRONG")
        )
    register: tuple[Person, ...] = truth.pool.registers.get(zone, ())
    return text.format(
        zone=words.zone_name(sc, zone),
        held=held or _("no trait"),
        stage=words.stage_name(entry, zone),
        person=words.person(sc, register[named]) if named is not None and named < len(register) else "?",
    )


def _values(session: ConductedSession, truth: Truth, member: Member, zone: int) -> str:
    """The traits in a zone's file; an exclamation mark after one that is false."""
    sc, person = session.scenario, truth.pool.person(member)
    values = truth.pool.values.get((zone, member.persona), {})
    entry = truth.pool.public.index[member.persona]
    found = []
    for category in bits(max(0, entry.held[zone])):
        value = values.get(category, -1)
        false = person is not None and value >= 0 and person.traits[category] != value
        text = _("{category} {value}!") if false else _("{category} {value}")
        found.append(
            text.format(
                category=words.category_name(sc, category), value=words.trait_value(sc, category, value)
            )
        )
    return ", ".join(found)
