"""Exercises and saves for the tests of the record, played on the small scenario by seeded lot."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from random import Random
from typing import Any

import attrs

from sco_tabletop.core.apply import apply
from sco_tabletop.core.commands import AnyCommand, CallHour, Commit
from sco_tabletop.core.engine import decide, open_exercise, rewind_events
from sco_tabletop.core.events import AnyEvent, CommitmentMade, TeamsCommitted
from sco_tabletop.core.legal import legal
from sco_tabletop.core.scenario import Seating
from sco_tabletop.core.state import State, observe
from sco_tabletop.core.undo import may_undo
from sco_tabletop.core.words import ChairRule
from sco_tabletop.record.chain import START, close_line, open_line
from sco_tabletop.record.fold import fold_numbers
from sco_tabletop.record.log import Writer
from sco_tabletop.record.read import parse
from sco_tabletop.record.save import (
    Decided,
    Entry,
    Header,
    Opened,
    PlayerLine,
    Rewound,
    Save,
    SeatLine,
    SeatsChanged,
)
from sco_tabletop.record.trail import Trail
from tests.core.small import scenario

ROOT = Path(__file__).parents[2]
HERE = Path("a.jsonl")
SMALL = scenario()
SEATS = (SeatLine(0, "Ana", "human"), SeatLine(1, "veteran", "bot"))
PLAYERS = (PlayerLine("Ana", "scrypt$00$11"), PlayerLine("Bo"))
Body = dict[str, Any]


def header(seed: int = 7, created: str = "2026-11-24T10:15:00+00:00") -> Header:
    """The header of an exercise on the small scenario."""
    options = {"hints": "on"}
    return Header("small", "ab12", created, SEATS, Seating(), SMALL, seed, False, options, PLAYERS, 5)


@attrs.define
class Table:
    """An exercise being played as a session would: decided, logged, and rewound now and then."""

    seed: int
    state: State
    entries: list[Entry]
    trail: Trail

    def choose(self, rng: Random) -> AnyCommand:
        """A lot among what is legal; H-hour is called late, and actions are rather used than passed."""
        choices = legal(observe(self.state, self.state.public.acting))
        late = self.state.public.round >= 6
        choices = tuple(c for c in choices if not isinstance(c, CallHour) or c.call == late)
        weights = [WEIGHTS.get(type(c).__name__, 1.0) for c in choices]
        return rng.choices(choices, weights)[0]

    def decide(self, command: AnyCommand, by: str = "Ana") -> Decided:
        """Decide a legal command and keep it."""
        happened = decide(self.state, command)
        assert isinstance(happened, tuple)
        entry = Decided(by, command, happened)
        self.keep(entry)
        return entry

    def rewind(self, to: int) -> Rewound:
        """Back to after an entry that stands."""
        undone = [e for n in self.trail.standing if n > to for e in self.entries[n - 1].events]
        state = fold_numbers(self.save(), [n for n in self.trail.standing if n <= to])
        beyond = not may_undo(undone)
        events = rewind_events(state, self.trail.rewinds + 1) if beyond else ()
        for event in events:
            apply(state, event)
        self.state = state
        entry = Rewound(to, beyond, events)
        self.keep(entry)
        return entry

    def change_seats(self, away: bool) -> SeatsChanged:
        """Ana leaves, or comes back; with her the chair of a zone that she alone plays."""
        seats = (SeatLine(0, "veteran", "bot"), SEATS[1]) if away else SEATS
        entry = SeatsChanged("Ana", away, seats, Seating(ChairRule.ROTATING, () if away else (0,)))
        self.state.seating = entry.seating
        self.keep(entry)
        return entry

    def keep(self, entry: Entry) -> None:
        """Take an entry into the log of this table."""
        self.trail.add(entry)
        self.entries.append(entry)

    def save(self) -> Save:
        """What a file of this exercise would be read as, its bytes aside."""
        return Save(HERE, header(self.seed), tuple(self.entries), torn=False, length=0, hash="")


WEIGHTS = {
    "Stage": 50.0,
    "Locate": 50.0,
    "Name": 50.0,
    "Analyse": 8.0,
    "Share": 6.0,
    "Trace": 4.0,
    "Monitor": 2.0,
    "Withdraw": 0.05,
    "Discard": 0.2,
    "EndTurn": 0.1,
    "StandBy": 0.1,
}


def sit_down(seed: int = 7) -> Table:
    """A table after the set-up."""
    state, events = open_exercise(SMALL, Seating(), seed)
    table = Table(seed, state, [], Trail())
    table.keep(Opened(events))
    return table


def play(seed: int = 7, decisions: int = 1000, rewinds: float = 0.0, changes: float = 0.0) -> Table:
    """An exercise to its end or for so many decisions; `rewinds` is the chance of one after a decision, and
    `changes` that somebody leaves or comes back."""
    rng, table = Random(seed), sit_down(seed)
    for _ in range(decisions):
        if table.state.public.result is not None:
            break
        table.decide(table.choose(rng))
        if rng.random() < rewinds:
            table.rewind(rng.choice(table.trail.standing[-4:-1]))
        if changes and rng.random() < changes:
            table.change_seats(away=rng.random() < 0.5)
    return table


def write(path: Path, entries: Sequence[Entry], head: Header | None = None) -> None:
    """A save with these entries, the first of them the set-up."""
    opened = entries[0]
    assert isinstance(opened, Opened)
    with Writer.create(path, head or header(), opened) as writer:
        for entry in entries[1:]:
            writer.append(entry)


def short_entries() -> tuple[Entry, ...]:
    """Set-up and a few lines of every kind, one of them with a secret command and a secret event."""
    table = play(decisions=3)
    commit = Decided("Bo", Commit(0, (3, 5)), (TeamsCommitted(0, (3, 5)), CommitmentMade(0)))
    rewound = Rewound(3, True, rewind_events(table.state, 1)), Rewound(2, False)
    return (*table.entries, commit, *rewound, SeatsChanged("Ana", True, SEATS[1:], Seating()))


def short_bytes(folder: Path) -> bytes:
    """The bytes of a save with `short_entries` and little of a scenario: to be read often, never played."""
    lean = attrs.evolve(SMALL, zones=SMALL.zones[:1], cards=SMALL.cards[:1], persons=(), personas=())
    path = folder / "short.jsonl"
    write(path, short_entries(), attrs.evolve(header(), scenario=lean))
    return path.read_bytes()


def bodies(data: bytes) -> list[Body]:
    """What the lines of a sound save say."""
    link, found = START, []
    for line in data.splitlines(keepends=True):
        body, link = open_line(line, link)
        found.append(body)
    return found


def chained(lines: Iterable[Body]) -> bytes:
    """Lines with the right hashes, whatever they say."""
    link, data = START, b""
    for body in lines:
        line, link = close_line(body, link)
        data += line
    return data


def forged(data: bytes, change: Callable[[list[Body]], None]) -> bytes:
    """The save with its lines changed by somebody who knows how to hash."""
    lines = bodies(data)
    change(lines)
    return chained(lines)


def reread(data: bytes) -> Save:
    """The save in these bytes."""
    return parse(HERE, data)


def all_events(entries: Iterable[Entry]) -> list[AnyEvent]:
    """The events of entries, undone or not."""
    return [event for entry in entries for event in entry.events]


def python(code: str, *arguments: object, wait: bool = True) -> subprocess.Popen[str]:
    """A fresh process that runs `code`; its output is text in a pipe."""
    process = subprocess.Popen(
        [sys.executable, "-c", code, *map(str, arguments)],
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        stdout=subprocess.PIPE,
        text=True,
    )
    if wait:
        process.wait()
    return process
