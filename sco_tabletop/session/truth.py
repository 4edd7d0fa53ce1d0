"""The truth beside what the zones know, for the facilitator: facts by round, folded from the log.

Needs every event of the log. Whoever calls this shows it to nobody but the facilitator.
"""

from __future__ import annotations

from collections.abc import Iterable

from ..conduct.facts import public_facts
from ..conduct.script import Fact
from ..core.events import (
    AnyEvent,
    FileOpened,
    LinksLearned,
    NameLost,
    PersonaFound,
    PersonNamed,
    RoundBegan,
    Sighted,
    TraitsLearned,
)
from ..core.scenario import Scenario
from ..review.pool import Pool

LEARNING = (FileOpened, LinksLearned, PersonaFound, Sighted, TraitsLearned)
"""Events after which some zone knows more of the network."""


class Truth:
    """The fold so far. `before`: the facts when the present round began; None in the first round."""

    def __init__(self, scenario: Scenario) -> None:
        self.pool = Pool(scenario)
        self.names: dict[tuple[int, int], int] = {}
        self.before: dict[Fact, int] | None = None
        self._learned = 0
        self._quiet = 0

    def take(self, events: Iterable[AnyEvent]) -> None:
        """Let events happen here."""
        for event in events:
            match event:
                case RoundBegan(round=number):
                    self._close_round(number)
                case PersonNamed(zone=zone, persona=persona, person=person):
                    self.names[zone, persona] = person
                case NameLost(zone=zone, persona=persona):
                    self.names.pop((zone, persona), None)
                case _:
                    self._learned += isinstance(event, LEARNING)
            self.pool.take(event)

    def _close_round(self, number: int) -> None:
        if number > 1:
            self._quiet = 0 if self._learned else self._quiet + 1
            self.before = self.facts()
        self._learned = 0

    def right(self, zone: int, persona: int) -> bool:
        """True if the zone's name for the persona is the persona's own operative."""
        member = self.pool.members.get(persona)
        return member is not None and (member.home, member.person) == (zone, self.names.get((zone, persona)))

    def facts(self) -> dict[Fact, int]:
        """All facts now."""
        right = sum(self.right(*of) for of in self.names)
        index = self.pool.public.index
        members = self.pool.members.values()
        return {
            **public_facts(self.pool.public),
            Fact.OPERATIVES: len(members),
            Fact.IDENTIFIABLE: sum(self.pool.identifiable(member) for member in members),
            Fact.NAMED_RIGHT: right,
            Fact.NAMED_WRONG: len(self.names) - right,
            Fact.LOCATED_RIGHT: sum(
                entry.located >> zone & 1 and self.right(zone, persona)
                for persona, entry in index.items()
                for zone in range(len(self.pool.public.zones))
            ),
            Fact.QUIET_ROUNDS: self._quiet,
        }
