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
from ..conduct.script import Branch, DrawPolicy, Expiry, HelpClass, InjectType, Trigger
from ..core.scenario import Effect, Objective, Option
from ..core.words import Depth, Function, Kind

FORMAT: Final = 1
EVERYBODY: Final = "all"
"""How an author writes that an inject goes to the public screen."""


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


@attrs.frozen
class Recipients:
    """Whom an inject goes to: ids of zones, or everybody on the public screen."""

    zones: tuple[str, ...] = ()
    everybody: bool = False


@attrs.frozen
class InjectEntry:
    """One line of the script. `from_` is written `from`; an id stands for the number of the line."""

    id: str
    title: str
    message: str = ""
    type: InjectType = InjectType.INJECT
    from_: str = ""
    by: str = ""
    method: Method = Method.VERBAL
    grade: str = ""
    to: Recipients = Recipients()
    minute: int = -1
    story: str = ""
    due: Trigger = attrs.field(factory=Trigger)
    expires: Expiry = attrs.field(factory=Expiry)
    branches: tuple[Branch, ...] = ()
    help: HelpClass = HelpClass.NONE
    use_when: str = ""
    expected: str = ""
    tasks: tuple[str, ...] = ()
    notes: str = ""
    resolution: str = ""
    effects: tuple[Effect, ...] = ()


@attrs.frozen
class ScriptEntry:
    """The file script.yaml."""

    format: int
    title: str
    summary: str
    minutes: int
    injects: tuple[InjectEntry, ...]
    rounds: int = 0
    draw: DrawPolicy = DrawPolicy.REPLACE


def converter() -> cattrs.Converter:
    """The strict converter, with what an author writes in another way than a value is made of."""
    made = strict.make_converter()
    made.register_structure_hook(Function, strict.by_name(Function))
    made.register_structure_hook(HelpClass, _help_class)
    names = made.get_structure_hook(tuple[str, ...])
    made.register_structure_hook(Recipients, lambda value, _kind: _recipients(value, names))
    return made


def _help_class(value: Any, _kind: Any) -> HelpClass:
    """A class by its word; no class is written by leaving the field out."""
    words = tuple(member.value for member in HelpClass if member is not HelpClass.NONE)
    if type(value) is not str or value not in words:
        raise strict.StrictError(strict.Expected.CHOICE, value, words)
    return HelpClass(value)


def _recipients(value: Any, names: strict.Hook) -> Recipients:
    """`all`, the id of a zone, or a list of ids."""
    if type(value) is str:
        return Recipients(everybody=True) if value == EVERYBODY else Recipients((value,))
    return Recipients(names(value, tuple[str, ...]))


CONVERTER: Final = converter()
