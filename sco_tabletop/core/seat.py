"""The private compartment of one zone: its files, its register, its names (R3.2, R3.6).

Changed only by events that this zone is told. Candidate sets are bit sets over the own register.
"""

from __future__ import annotations

import attrs

from .message import Delivery
from .words import ALL_TRAITS, CATEGORIES, VALUES


@attrs.frozen
class Person:
    """One entry of a register: an index into the deck's code names, and five trait values 0..3."""

    name: int
    traits: tuple[int, ...]


@attrs.define
class File:
    """A case file (R3.2). `traits` holds -1 where nothing is known; `links` is a mask of personas;
    `matches` a mask of own register persons that fit everything written here."""

    traits: list[int]
    held: int = 0
    unverified: int = 0
    links: int = 0
    exhausted: bool = False
    matches: int = 0
    differs: int = 0

    @property
    def count(self) -> int:
        """How many categories are held."""
        return self.held.bit_count()

    @property
    def missing(self) -> int:
        """Categories not held, as a mask."""
        return ALL_TRAITS & ~self.held


@attrs.define
class Seat:
    """What only this zone knows."""

    zone: int
    register: tuple[Person, ...] = ()
    fits: list[list[int]] = attrs.field(factory=list)
    files: dict[int, File] = attrs.field(factory=dict)
    names: dict[int, int] = attrs.field(factory=dict)
    chatter: int = 0
    commitment: tuple[int, ...] = ()
    delivered: list[Delivery] = attrs.field(factory=list)

    def deal(self, register: tuple[Person, ...]) -> None:
        """Take the register and lay out, for each trait value, the bit set of persons who have it."""
        self.register = register
        self.fits = [
            [sum(1 << i for i, person in enumerate(register) if person.traits[c] == v) for v in range(VALUES)]
            for c in range(CATEGORIES)
        ]

    def open(self, persona: int) -> None:
        """Open an empty file."""
        self.files[persona] = File([-1] * CATEGORIES, matches=(1 << len(self.register)) - 1)

    def rematch(self, file: File) -> None:
        """Compare the register with everything the file holds (R3.9)."""
        matches = (1 << len(self.register)) - 1
        for category, value in enumerate(file.traits):
            if value >= 0:
                matches &= self.fits[category][value]
        file.matches = matches


def bits(mask: int) -> tuple[int, ...]:
    """The members of a small bit set, ascending."""
    members = []
    while mask:
        low = mask & -mask
        members.append(low.bit_length() - 1)
        mask ^= low
    return tuple(members)
