"""The save as values: header, entries, and the whole file once it has been read.

Knows the shapes only; must not know how they are written. A new kind of entry is a frozen class here and a
member of `Entry`; fields named `command` and `events` are sealed where they are not public.
"""

from __future__ import annotations

from pathlib import Path
from typing import Final, get_args

import attrs

from .. import __version__
from ..conduct.acts import Act
from ..conduct.script import Script
from ..core.commands import AnyCommand
from ..core.engine import RULES_VERSION
from ..core.events import AnyEvent
from ..core.scenario import Scenario, Seating
from ..core.talk import Reason
from ..core.words import Result

FORMAT: Final = 3
"""The number of the format that is written now."""


@attrs.frozen
class SeatLine:
    """Who plays a zone: `kind` is "human", "bot" or "nobody" (the zone stands by); `player` is a name, the
    tier of the bot, or empty."""

    zone: int
    player: str
    kind: str = attrs.field(validator=attrs.validators.in_(("human", "bot", "nobody")))


@attrs.frozen
class PlayerLine:
    """A person at the table. `pin` is a salted slow hash, never the PIN; empty if there is none."""

    name: str
    pin: str = attrs.field(default="", repr=False)


@attrs.frozen
class ConductLine:
    """How a facilitated exercise is conducted: by which script, and whether the facilitator enters the zones'
    decisions (`called`) or people do behind the curtain. `pin` as in PlayerLine; `automatic`: what is due is
    released without being asked."""

    script: Script
    facilitator: str = ""
    called: bool = False
    automatic: bool = False
    pin: str = attrs.field(default="", repr=False)


@attrs.frozen
class Header:
    """The first line. `created` is an ISO time in UTC, with offset; in the file seed and conduct are sealed.

    `players` are the people of a hot-seat exercise in the order of their keys, empty for a single person;
    `timer` is the soft limit of a turn in minutes, 0 for none.
    """

    deck: str
    deck_digest: str
    created: str
    seats: tuple[SeatLine, ...]
    seating: Seating
    scenario: Scenario
    seed: int = attrs.field(repr=False)
    practice: bool = False
    options: dict[str, str] = attrs.field(factory=dict)
    players: tuple[PlayerLine, ...] = ()
    timer: int = 0
    conduct: ConductLine | None = attrs.field(default=None, repr=False)
    rules: str = RULES_VERSION
    program: str = __version__


@attrs.frozen
class At:
    """Where the exercise stands after a line: enough for a list of saves without folding them."""

    round: int = 0
    result: Result | None = None


@attrs.frozen
class Opened:
    """The set-up; always entry 1 and never another."""

    events: tuple[AnyEvent, ...]


@attrs.frozen
class Decided:
    """A command, who gave it (the name of a player or bot), and what happened; why, if a bot said so.

    `clock` is exercise time in seconds, -1 where nobody keeps it.
    """

    by: str
    command: AnyCommand
    events: tuple[AnyEvent, ...]
    why: Reason | None = None
    clock: int = -1


@attrs.frozen
class Rewound:
    """History is cut back to after entry `to`, then `events` happen.

    Within the undo barrier there are none; `beyond` it dice fork and the exercise becomes practice.
    """

    to: int
    beyond: bool
    events: tuple[AnyEvent, ...] = ()


@attrs.frozen
class SeatsChanged:
    """A player left the table (`away`) or came back: who sits where from here on, and who may take the chair.

    Nothing happens in the exercise itself; `events` is always empty.
    """

    player: str
    away: bool
    seats: tuple[SeatLine, ...]
    seating: Seating
    events: tuple[AnyEvent, ...] = ()


@attrs.frozen
class Conducted:
    """An act of the staff at this exercise time in seconds, and what happened; sealed in the file."""

    act: Act
    clock: int
    events: tuple[AnyEvent, ...] = ()


Entry = Opened | Decided | Rewound | SeatsChanged | Conducted
ENTRY_TYPES: Final[tuple[type[Entry], ...]] = get_args(Entry)


@attrs.frozen
class Save:
    """A save as read from `path`. Entry number n is `entries[n - 1]` and stands on line n + 1.

    `torn`: a last line without its end was dropped. `length` counts the sound bytes, `hash` is the last
    link of the chain; both are where a writer goes on. `format` is the one the file is written in.
    """

    path: Path
    header: Header
    entries: tuple[Entry, ...]
    torn: bool
    length: int
    hash: str
    format: int = FORMAT


def line_of(number: int) -> int:
    """The line of the file on which an entry stands."""
    return number + 1
