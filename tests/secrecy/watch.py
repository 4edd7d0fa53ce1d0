"""What the secrecy tests look for; each check returns findings as lines, none is well.

Kept apart from the tests so that planted leaks can be shown to be found by the very same checks.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Any

import attrs

from sco_tabletop.core.apply import redact, tell
from sco_tabletop.core.scenario import Scenario, Seating
from sco_tabletop.core.seat import Person, bits
from sco_tabletop.core.state import State, observe
from sco_tabletop.core.view import View, blank_view
from sco_tabletop.core.words import COMMANDER
from tests.core.playout import Step

Steps = Iterator[Step]
MASK_FROM = 1 << 90
"""A whole number above this is a set of personas."""
PERSONAS_FROM, PERSONS_FROM = 1100, 4000
"""Ids above these are like no other number: zones, masks of zones and of a register lie below."""


def fold_findings(steps: Steps, counts: Counter[str]) -> list[str]:
    """(a) Every seat at every step: the fold of what it was told equals what it observes."""
    found: list[str] = []
    views: list[View] = []
    for step in steps:
        state = step.state
        zones = range(COMMANDER, len(state.seats))
        views = views or [blank_view(state.scenario, state.seating, zone) for zone in zones]
        for view in views:
            for event in step.events:
                told = redact(event, view.zone)
                if told is not None:
                    tell(view, told)
                    counts["told"] += 1
            counts["compared"] += 1
            if view != observe(state, view.zone):
                found.append(f"zone {view.zone} after {step.command}: fold and observation differ")
    return found


def leaves(thing: Any) -> Iterator[Any]:
    """Every value inside, however deep; the scenario and the seating are public and skipped."""
    if isinstance(thing, Scenario | Seating):
        return
    if isinstance(thing, Person):
        yield thing
    if attrs.has(type(thing)):
        for field in attrs.fields(type(thing)):
            yield from leaves(getattr(thing, field.name))
    elif isinstance(thing, dict):
        for key, value in thing.items():
            yield key
            yield from leaves(value)
    elif isinstance(thing, tuple | list | set):
        for value in thing:
            yield from leaves(value)
    elif isinstance(thing, int) and thing > MASK_FROM:
        yield from bits(thing)
    else:
        yield thing


@attrs.frozen
class Canaries:
    """What must not occur in front of one seat at one moment."""

    names: frozenset[int]
    persons: frozenset[Person]
    personas: frozenset[int]
    cards: frozenset[str]
    date: int

    def among(self, thing: Any, counts: Counter[str]) -> list[str]:
        """Which of them occur in `thing`."""
        found = []
        for leaf in leaves(thing):
            counts["leaves"] += 1
            if isinstance(leaf, Person):
                if leaf in self.persons:
                    found.append("a person of another register")
            elif isinstance(leaf, str):
                if leaf in self.cards:
                    found.append("a card not drawn")
            elif leaf in self.personas:
                found.append("a persona not discovered")
            elif leaf in self.names:
                found.append("the code name of another zone's person")
            elif leaf == self.date:
                found.append("the main-plot round")
        return found


def canaries(state: State, zone: int) -> Canaries:
    """The secrets of this moment for this seat."""
    public = state.public
    others = [seat for seat in state.seats if seat.zone != zone]
    persons = frozenset(person for seat in others for person in seat.register)
    names = frozenset(person.name for person in persons if person.name > PERSONS_FROM)
    hidden = frozenset(p for p in state.secret.aliases if p not in public.index and p > PERSONAS_FROM)
    cards = frozenset(state.scenario.cards[number].id for number in state.secret.pile)
    date = 0 if public.main_round else state.secret.main_round
    return Canaries(names, persons, hidden, cards, date or -99)


def canary_findings(steps: Steps, counts: Counter[str]) -> list[str]:
    """(d) Nothing secret in what a seat is told, nor in its view, until everything is opened."""
    found: list[str] = []
    for number, step in enumerate(steps):
        state = step.state
        if state.public.result is not None:
            break
        for zone in range(COMMANDER, len(state.seats)):
            watched = canaries(state, zone)
            counts["watched"] += len(watched.names) + len(watched.personas) + len(watched.cards)
            counts["dates"] += watched.date > 0
            told = [event for event in step.events if redact(event, zone)]
            found += [f"zone {zone}: {line} in events" for line in watched.among(told, counts)]
            found += [
                f"zone {zone}: {type(event).__name__} names a person"
                for event in told
                if hasattr(event, "person") and getattr(event, "zone", COMMANDER) != zone
            ]
            counts["events"] += len(told)
            if number % 9 == zone % 9:
                counts["views"] += 1
                found += [
                    f"zone {zone}: {line} in its view" for line in watched.among(observe(state, zone), counts)
                ]
    return found
