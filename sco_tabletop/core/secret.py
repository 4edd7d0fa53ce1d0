"""The secret compartment: the network itself, the pile, the dice (R3.6). No seat ever sees any of it."""

from __future__ import annotations

import attrs

from .words import Function


@attrs.define
class Operative:
    """A person of one register, secretly in the network (R3.1). `links` are operative numbers."""

    home: int
    person: int
    function: Function
    persona: int
    links: list[int] = attrs.field(factory=list)


@attrs.define
class Secret:
    """Operatives are numbered in order of creation; `by_persona` finds them by alias."""

    seed: int
    fork: int = 0
    operatives: list[Operative] = attrs.field(factory=list)
    by_persona: dict[int, int] = attrs.field(factory=dict)
    aliases: tuple[int, ...] = ()
    traces: list[list[tuple[int, int]]] = attrs.field(factory=list)
    main_round: int = 0
    targets: dict[int, int] = attrs.field(factory=dict)
    pile: list[int] = attrs.field(factory=list)
    lead_value: int = -1
    dice: dict[str, int] = attrs.field(factory=dict)

    def enlist(
        self, home: int, person: int, function: Function, persona: int, links: tuple[int, ...]
    ) -> None:
        """Add an operative; `links` are numbers of operatives already there, and become mutual."""
        number = len(self.operatives)
        self.operatives.append(Operative(home, person, function, persona, list(links)))
        self.by_persona[persona] = number
        for other in links:
            self.operatives[other].links.append(number)

    def operative(self, persona: int) -> Operative:
        """The one operative behind a persona."""
        return self.operatives[self.by_persona[persona]]

    def who(self, zone: int, person: int) -> Operative | None:
        """The operative who is this person of this register, if any."""
        for operative in self.operatives:
            if operative.home == zone and operative.person == person:
                return operative
        return None
