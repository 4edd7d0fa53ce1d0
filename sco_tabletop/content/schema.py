"""The files of a deck as an author writes them, as frozen values.

Knows the shape only; must not know places, bounds or what makes sense. Zones name each other by id here,
numbers stay a plain mapping until a difficulty is laid over them.
"""

from __future__ import annotations

from enum import Enum
from typing import Any, Final

import attrs
import cattrs

from .. import strict
from ..core.scenario import Effect, Objective, Option
from ..core.words import Depth, Function, Kind

FORMAT: Final = 1


class Method(Enum):
    """How an inject reaches the players, as in an MSEL."""

    PHONE = "phone"
    EMAIL = "e-mail"
    CHAT = "chat"
    RADIO = "radio"
    WRITTEN = "written"
    VERBAL = "verbal"
    OTHER = "other"


@attrs.frozen
class LabelEntry:
    """Where the middle of a zone's name stands on the map, from 0."""

    row: int
    column: int


@attrs.frozen
class ZoneEntry:
    """One zone; `letter` marks its cells on the map, `adjacent` holds ids."""

    id: str
    name: str
    short: str
    letter: str
    label: LabelEntry
    sites: tuple[str, ...]
    adjacent: tuple[str, ...]


@attrs.frozen
class DisciplineEntry:
    """The name of a discipline, and the trait category that it answers."""

    name: str
    trait: str
    values: tuple[str, str, str, str]


@attrs.frozen
class DisciplinesEntry:
    """The five disciplines in the order of the rules."""

    signals: DisciplineEntry
    cyber: DisciplineEntry
    finance: DisciplineEntry
    language: DisciplineEntry
    border: DisciplineEntry

    def ordered(self) -> tuple[DisciplineEntry, ...]:
        return self.signals, self.cyber, self.finance, self.language, self.border


@attrs.frozen
class TraceLeftEntry:
    """Chance of a trace a round by function, in per cent."""

    leader: int
    planner: int
    financier: int
    armourer: int
    recruiter: int
    propagandist: int
    courier: int

    def ordered(self) -> tuple[int, ...]:
        return tuple(getattr(self, function.name.lower()) for function in Function)


@attrs.frozen
class ChancesEntry:
    """Success in per cent by level 0..3, and traces by function."""

    analyse: tuple[int, int, int, int]
    monitor: tuple[int, int, int, int]
    locate: tuple[int, int, int, int]
    trace_left: TraceLeftEntry


@attrs.frozen
class DeckEntry:
    """The file deck.yaml."""

    format: int
    id: str
    version: str
    title: str
    summary: str
    briefing: str
    depth: Depth
    default_difficulty: str
    zones: tuple[ZoneEntry, ...]
    map: tuple[str, ...]
    disciplines: DisciplinesEntry
    levels: tuple[int, int, int, int, int]
    functions: tuple[Function, ...]
    numbers: dict[str, Any]
    difficulties: dict[str, dict[str, Any]]
    chances: ChancesEntry
    kind_weights: dict[Kind, int]
    channels: tuple[str, ...]
    personas: tuple[str, ...]
    persons: tuple[str, ...]
    objectives: tuple[Objective, ...]


@attrs.frozen
class CardEntry:
    """One inject card; what only some kinds have may be left out."""

    id: str
    kind: Kind
    title: str
    text: str
    sender: str
    method: Method
    teaches: str
    question: str
    grade: str = ""
    effects: tuple[Effect, ...] = ()
    options: tuple[Option, ...] = ()


@attrs.frozen
class CardsEntry:
    """The file injects.yaml."""

    cards: tuple[CardEntry, ...]


def converter() -> cattrs.Converter:
    """The strict converter, with functions of the network by their names."""
    made = strict.make_converter()
    made.register_structure_hook(Function, strict.by_name(Function))
    return made


CONVERTER: Final = converter()
