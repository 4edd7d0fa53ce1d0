"""Every name given, with what became of it, collected from the events that told it. Knows a pool."""

from __future__ import annotations

import attrs

from ..core.events import AnyEvent, Named, NameLost, NameOpened, PersonNamed, TeamStruck
from .pool import Pool
from .records import NEVER, NameGiven


class Names:
    """Hears every event. Who is meant comes with the name in the zone itself, at the strike, or at EndEx of a
    short depth (R10.4); a reader who is told none of it does not learn whether the name was right."""

    def __init__(self, pool: Pool) -> None:
        self.pool = pool
        self.given: list[NameGiven] = []

    def event(self, event: AnyEvent, round: int, line: int) -> None:
        """Take down what an event says about names."""
        match event:
            case Named(zone=zone, persona=persona):
                self.given.append(NameGiven(zone, persona, -1, None, NEVER, round, line))
            case (
                PersonNamed(zone=zone, persona=persona, person=person)
                | NameOpened(zone=zone, persona=persona, person=person)
                | TeamStruck(zone=zone, persona=persona, person=person)
            ):
                self._know(zone, persona, person)
            case NameLost(zone=zone, persona=persona):
                self._lose(zone, persona, line)
            case _:
                pass

    def _know(self, zone: int, persona: int, person: int) -> None:
        """The reader was told who is meant by the latest name."""
        for place in range(len(self.given) - 1, -1, -1):
            name = self.given[place]
            if (name.zone, name.persona) == (zone, persona):
                self.given[place] = attrs.evolve(name, person=person)
                return

    def _lose(self, zone: int, persona: int, line: int) -> None:
        """A name went."""
        for place, name in enumerate(self.given):
            if (name.zone, name.persona, name.lost) == (zone, persona, NEVER):
                self.given[place] = attrs.evolve(name, lost=line)

    def rightly(self, persona: int) -> bool:
        """True if a name that stands now is right, as far as the reader can tell."""
        return any(
            self.verdict(name) is True
            for name in self.given
            if name.persona == persona and name.lost == NEVER
        )

    def verdict(self, name: NameGiven) -> bool | None:
        """The persona's own operative, in his own register (R6.9)? None where the reader cannot tell."""
        member = self.pool.members.get(name.persona)
        if member is None:
            return None
        if name.zone != member.home:
            return False
        return None if name.person < 0 or member.person < 0 else name.person == member.person

    def judged(self) -> tuple[NameGiven, ...]:
        """All names, with what can be told of them at the end."""
        return tuple(attrs.evolve(name, right=self.verdict(name)) for name in self.given)
