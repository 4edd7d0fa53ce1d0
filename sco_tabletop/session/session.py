"""One running exercise: takes commands, saves what happened, then shows it.

Owns the state and the save; hands out views and events that a seat was told. Must not know any screen.
"""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import attrs

from ..bots.policy import TIERS, noise_for
from ..core.apply import redact
from ..core.commands import AnyCommand
from ..core.dice import stream_key
from ..core.engine import decide, open_exercise, rewind_events
from ..core.events import AnyEvent, RoundBegan
from ..core.rejection import Rejection
from ..core.scenario import Scenario
from ..core.state import State, observe
from ..core.undo import may_undo
from ..core.view import View
from ..core.words import COMMANDER
from ..record.fold import fold_numbers, history
from ..record.log import Writer
from ..record.place import new_path
from ..record.save import Decided, Entry, Header, Opened, Rewound, Save, SeatLine
from .seats import humans, seating_of


@attrs.frozen
class Step:
    """One decision as the seat of `reader` was told it: the acting zone if a person plays it, else the first
    zone that a person plays. What other seats of the table were told is in their journals (R3.3)."""

    zone: int
    by: str
    command: AnyCommand
    reader: int
    told: tuple[AnyEvent, ...]


class Session:
    """The one running exercise. Every method that changes something has saved it before it returns."""

    def __init__(self, writer: Writer, save: Save) -> None:
        header = save.header
        self._writer = writer
        self._save = save
        self._header = header
        self._entries = list(save.entries)
        self.path: Path = writer.path
        self.scenario: Scenario = header.scenario
        self.seats: tuple[SeatLine, ...] = header.seats
        self.humans: tuple[int, ...] = humans(header.seats)
        self._noise = stream_key(header.seed, 0, "bots")
        self._refold()

    @classmethod
    def create(
        cls,
        scenario: Scenario,
        *,
        deck_digest: str,
        seats: tuple[SeatLine, ...],
        seed: int,
        practice: bool,
        folder: Path,
    ) -> Session:
        """Deal an exercise and save its set-up. Raises SaveError if nothing can be written there."""
        now = datetime.now(UTC)
        seating = seating_of(seats)
        header = Header(
            deck=scenario.deck,
            deck_digest=deck_digest,
            created=now.isoformat(timespec="seconds"),
            seats=seats,
            seating=seating,
            scenario=scenario,
            seed=seed,
            practice=practice,
        )
        _state, events = open_exercise(scenario, seating, seed)
        opened = Opened(events)
        writer = Writer.create(new_path(folder, scenario.deck, now), header, opened)
        return cls(writer, Save(writer.path, header, (opened,), torn=False, length=0, hash=""))

    @classmethod
    def resume(cls, path: Path) -> Session:
        """Go on where a save stops. Raises SaveError if it cannot be read or is in use."""
        writer, save = Writer.open(path)
        return cls(writer, save)

    def _refold(self) -> None:
        """Make state and history from the entries: after opening, and after a rewind."""
        self._standing: list[int] = list(history(self._entries))
        self._state: State = self._fold(self._standing)

    def _fold(self, numbers: list[int]) -> State:
        """The state after these entries, counted from 1."""
        return fold_numbers(attrs.evolve(self._save, entries=tuple(self._entries)), numbers)

    @property
    def practice(self) -> bool:
        """True if the player may go back beyond the undo barrier."""
        return self._header.practice or self._state.public.practice

    @property
    def seed(self) -> int:
        """The seed of the deal, for playing it again."""
        return self._header.seed

    @property
    def finished(self) -> bool:
        """True after EndEx."""
        return self._state.public.result is not None

    @property
    def acting(self) -> int:
        """The zone whose decision is due."""
        return self._state.public.acting

    @property
    def human_turn(self) -> bool:
        """True if a person decides now."""
        return not self.finished and (self.acting in self.humans or self.acting == COMMANDER)

    def view(self, zone: int) -> View:
        """What a zone knows now; COMMANDER: the public board."""
        return observe(self._state, zone)

    def submit(self, command: AnyCommand, by: str = "player") -> Rejection | Step:
        """Decide a command, save it, and return what the people were told - or the reason why not.

        Raises SaveError if it could not be saved; then nothing has happened.
        """
        happened = decide(self._state, command)
        if isinstance(happened, Rejection):
            return happened
        self._record(Decided(by, command, happened))
        reader = self.reader_of(command.zone)
        told = tuple(event for event in happened if redact(event, reader) is not None)
        return Step(command.zone, by, command, reader, told)

    def bot_step(self) -> Step:
        """One decision of the bot that acts now."""
        tier = self.seats[self.acting].player
        command = TIERS[tier](self.view(self.acting), noise_for(self._noise, len(self._entries))).command
        step = self.submit(command, by=tier)
        if isinstance(step, Rejection):
            raise RuntimeError(f"bot {tier} broke a rule: {step.reason.value} ({step.rule})")
        return step

    def _record(self, entry: Entry) -> None:
        """Log first; if that fails, the state goes back to what the log says."""
        try:
            self._writer.append(entry)
        except Exception:
            self._refold()
            raise
        self._entries.append(entry)
        if not isinstance(entry, Rewound):
            self._standing.append(len(self._entries))

    def reader_of(self, zone: int) -> int:
        """Through whose eyes a decision of `zone` is read."""
        if zone in self.humans:
            return zone
        return self.humans[0] if self.humans else COMMANDER

    def journal(self, zone: int) -> tuple[tuple[int, AnyEvent], ...]:
        """(round, event) for everything that the zone was told so far."""
        lines: list[tuple[int, AnyEvent]] = []
        number = 0
        for place in self._standing:
            for event in self._entries[place - 1].events:
                if isinstance(event, RoundBegan):
                    number = event.round
                if redact(event, zone) is not None:
                    lines.append((number, event))
        return tuple(lines)

    def _undo_to(self) -> tuple[int, bool] | None:
        """(entry to go back to, beyond the barrier?) for the last decision of a person; None: nothing."""
        for place in range(len(self._standing) - 1, 0, -1):
            entry = self._entries[self._standing[place] - 1]
            if isinstance(entry, Decided) and entry.command.zone in (*self.humans, COMMANDER):
                last = place == len(self._standing) - 1
                return self._standing[place - 1], not (last and may_undo(entry.events))
        return None

    def undo_reach(self) -> str:
        """ "free": within the barrier; "practice": beyond it, allowed in practice; "" - not possible."""
        found = self._undo_to()
        if found is None or (found[1] and not self.practice):
            return ""
        return "practice" if found[1] else "free"

    def undo(self) -> None:
        """Take back the last decision of a person (and what bots did since). Logged; never erased.

        Does nothing if `undo_reach` is empty.
        """
        found = self._undo_to()
        if found is None or not self.undo_reach():
            return
        to, beyond = found
        events: tuple[AnyEvent, ...] = ()
        if beyond:
            kept = [number for number in self._standing if number <= to]
            rewinds = 1 + sum(isinstance(entry, Rewound) and entry.beyond for entry in self._entries)
            events = rewind_events(self._fold(kept), rewinds)
        self._record(Rewound(to, beyond, events))
        self._refold()

    def close(self) -> None:
        """Give the save free."""
        self._writer.close()
