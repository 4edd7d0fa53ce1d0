"""What the zones hold together at a moment, and what that says about each operative (R11.1).

A fold of events: the public board, the files' values, the registers, the network as far as told. Must not
roll, decide, or know a save.
"""

from __future__ import annotations

import attrs

from ..core.board import Public, blank_public
from ..core.events import (
    AnyEvent,
    Discarded,
    NetworkOpened,
    OperativeJoined,
    RegisterDealt,
    TraitsLearned,
)
from ..core.geography import sighting_zones
from ..core.scenario import Scenario
from ..core.seat import Person, bits
from .records import Member


class Pool:
    """The fold so far. `values` gives the traits written in a zone's file as told, by (zone, persona)."""

    def __init__(self, scenario: Scenario) -> None:
        self.scenario = scenario
        self.public: Public = blank_public(scenario)
        self.registers: dict[int, tuple[Person, ...]] = {}
        self.values: dict[tuple[int, int], dict[int, int]] = {}
        self.members: dict[int, Member] = {}
        self._joined: list[int] = []

    def take(self, event: AnyEvent) -> None:
        """Let an event happen here."""
        match event:
            case RegisterDealt(zone=zone, persons=persons):
                self.registers[zone] = persons
            case OperativeJoined():
                self._enlist(event)
            case TraitsLearned(zone=zone, persona=persona, traits=traits):
                self.values.setdefault((zone, persona), {}).update(traits)
            case Discarded(zone=zone, persona=persona, category=category):
                self.values.get((zone, persona), {}).pop(category, None)
            case NetworkOpened():
                self._open(event)
            case _:
                pass
        if event.touches_public:
            event.on_public(self.public)

    def _enlist(self, event: OperativeJoined) -> None:
        links = tuple(self._joined[number] for number in event.links)
        for other in links:
            member = self.members[other]
            self.members[other] = attrs.evolve(member, links=(*member.links, event.persona))
        self.members[event.persona] = Member(
            event.persona, event.function, event.home, event.person, self.public.round, links
        )
        self._joined.append(event.persona)

    def _open(self, event: NetworkOpened) -> None:
        """What a seat learns at EndEx; who was told it all before knows more."""
        for of in event.operatives:
            if of.persona not in self.members:
                self.members[of.persona] = Member(of.persona, of.function, of.zone, of.person, 0, of.links)

    def person(self, member: Member) -> Person | None:
        """The register entry of an operative, if the reader was dealt that register."""
        register = self.registers.get(member.home)
        return register[member.person] if register else None

    def identifiable(self, member: Member) -> bool:
        """R11.1: enough categories held anywhere, and by his true values in them exactly one person of all
        registers in the zones that the sightings allow."""
        entry, true = self.public.index.get(member.persona), self.person(member)
        if entry is None or true is None or len(self.registers) < len(self.public.zones):
            return False
        pooled = entry.pool()
        if pooled.bit_count() < self.scenario.numbers.evidence:
            return False
        fitting = sum(
            self._fits(person, true, pooled)
            for zone in bits(sighting_zones(self.public, entry))
            for person in self.registers[zone]
        )
        return fitting == 1

    @staticmethod
    def _fits(person: Person, true: Person, categories: int) -> bool:
        return all(person.traits[c] == true.traits[c] for c in bits(categories))

    def able(self, member: Member) -> bool:
        """R5.15: his home could name him now, by its own file: enough traits, he alone matches, and the zone
        is a possible home."""
        entry = self.public.index.get(member.persona)
        file = self.values.get((member.home, member.persona), {})
        register = self.registers.get(member.home)
        if entry is None or register is None or len(file) < self.scenario.numbers.evidence:
            return False
        fitting = [n for n, p in enumerate(register) if all(p.traits[c] == v for c, v in file.items())]
        return fitting == [member.person] and bool(entry.possible >> member.home & 1)
