"""One running exercise: takes commands, saves what happened, then shows it.

Owns the state, the save and the curtain; hands out views and what a seat was told. Knows no screen.
"""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path
from typing import Final, Self

import attrs

from ..bots.policy import TIERS, noise_for
from ..bots.reasons import Choice
from ..core.apply import redact
from ..core.commands import AnyCommand
from ..core.dice import stream_key
from ..core.engine import decide, open_exercise, rewind_events
from ..core.events import AnyEvent
from ..core.rejection import Rejection
from ..core.scenario import Scenario, Seating
from ..core.state import State, observe
from ..core.talk import Reason
from ..core.view import View
from ..core.words import COMMANDER, Phase
from ..i18n import _
from ..record.fold import fold_numbers, history
from ..record.log import Writer
from ..record.place import new_path
from ..record.save import (
    ConductLine,
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
from . import pins, staff, standby
from .curtain import Curtain, CurtainClosed, chair_view
from .log import last_call, last_decision, news_of, told_by_round, whys
from .players import FACILITATOR, Roster, TableError, roster_of
from .seats import BOT, humans, reseated, seating_of
from .step import Step

ADVISER: Final = "veteran"
"""The tier behind the staff recommendation."""
PUBLIC_PHASES: Final = (Phase.INJECT, Phase.CHOICE, Phase.CALL, Phase.GO)
"""Decisions of the chair that need nobody's file: taken before everybody."""


class Session:
    """The one running exercise. Every method that changes something has saved it before it returns."""

    def __init__(self, writer: Writer, save: Save) -> None:
        header = save.header
        self._writer, self._save, self._header = writer, save, header
        self.facilitated: bool = header.conduct is not None
        self._entries = list(save.entries)
        self.resumed: bool = len(self._entries) > 1  # something had been decided when it was opened
        self._curtain = Curtain()
        self.path: Path = writer.path
        self.scenario: Scenario = header.scenario
        self.timer: int = header.timer
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
        seating: Seating | None = None,
        players: tuple[PlayerLine, ...] = (),
        timer: int = 0,
        conduct: ConductLine | None = None,
    ) -> Self:
        """Deal an exercise and save its set-up. Raises SaveError if nothing can be written there.

        `seating` defaults to a chair that rotates among people; `players` are those of a hot-seat exercise.
        """
        now, seating = datetime.now(UTC), seating or seating_of(seats)
        header = Header(
            deck=scenario.deck,
            deck_digest=deck_digest,
            created=now.isoformat(timespec="seconds"),
            seats=seats,
            seating=seating,
            scenario=scenario,
            seed=seed,
            practice=practice,
            players=players,
            timer=timer,
            conduct=conduct,
        )
        _state, events = open_exercise(scenario, seating, seed)
        opened = Opened(events)
        writer = Writer.create(new_path(folder, scenario.deck, now), header, opened)
        return cls(writer, Save(writer.path, header, (opened,), torn=False, length=0, hash=""))

    def _refold(self) -> None:
        """Make state, history and seats from the entries: after opening, and after a rewind."""
        self._standing: list[int] = list(history(self._entries))
        self._curtain.blank()
        self._state: State = self._fold(self._standing)
        self._reseat()

    def _reseat(self) -> None:
        """Who sits where now."""
        self.roster: Roster = roster_of(self._header, self._history())
        self.seats: tuple[SeatLine, ...] = self.roster.seats
        self.humans: tuple[int, ...] = humans(self.seats)

    def _history(self) -> list[Entry]:
        """The entries that stand, in order."""
        return [self._entries[number - 1] for number in self._standing]

    def _fold(self, numbers: list[int]) -> State:
        """The state after these entries, counted from 1."""
        return fold_numbers(self._whole(), numbers)

    def _whole(self) -> Save:
        return attrs.evolve(self._save, entries=tuple(self._entries))

    @property
    def opened(self) -> Save:
        """All that was saved, secrets too, after EndEx. Raises CurtainClosed before."""
        if not self.finished:
            raise CurtainClosed("the truth")
        return self._whole()

    # ------------------------------------------------------------------ where it stands

    @property
    def clock(self) -> int:
        """Exercise time in seconds; -1: nobody keeps it."""
        return -1

    @property
    def halted(self) -> bool:
        """True while no decision is taken: the facilitator has not started it, or has paused it."""
        return False

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
    def round(self) -> int:
        """The number of the round."""
        return self._state.public.round

    @property
    def phase(self) -> Phase:
        """Where the round stands."""
        return self._state.public.phase

    @property
    def human_turn(self) -> bool:
        """True if a person decides now."""
        return not self.finished and (self.acting in self.humans or self.acting == COMMANDER)

    @property
    def before_all(self) -> bool:
        """True if the decision that is due is one of the chair's, taken before everybody."""
        return self.phase in PUBLIC_PHASES

    # ------------------------------------------------------------------ the curtain

    @property
    def shared(self) -> bool:
        """True if several people share the keyboard: then views exist only for whom the curtain is open."""
        return self.roster.shared

    @property
    def open_for(self) -> str:
        """The player before whom the curtain is open; empty if it is closed, or if there is none."""
        return self._curtain.name

    @property
    def due(self) -> str:
        """The player whose decision is due; empty for bots, nobody, the facilitator, and after EndEx."""
        return "" if self.finished else self.roster.player_of(self.acting)

    @property
    def mine(self) -> tuple[int, ...]:
        """The zones that may be looked into: of the player before the open curtain; solo, all one plays."""
        return self.roster.zones_of(self._curtain.name) if self.shared else self.humans

    def needs_pin(self, name: str) -> bool:
        """True if a player has a PIN."""
        return bool(self.roster.pin_of(name))

    def open_curtain(self, name: str, pin: str = "") -> bool:
        """Open it for the player who is due; False, and nothing changes, for anybody else or a wrong PIN."""
        if name != self.due or not pins.fits(pin, self.roster.pin_of(name)):
            return False
        self._curtain.open(name)
        return True

    def close_curtain(self) -> None:
        """From here on nobody's view exists. Solo there is no curtain."""
        if self.shared:
            self._curtain.close()

    def view(self, zone: int) -> View:
        """What a zone knows; COMMANDER: the public board. Raises CurtainClosed if nobody may look into it."""
        self._may_look(zone)
        view = observe(self._state, zone)
        return view if zone == COMMANDER or not self.shared else self._curtain.hand_out(view)

    def chair_view(self) -> View:
        """The public board from the chair, for decisions taken before everybody."""
        return chair_view(self.scenario, self._state.seating, self._state.public)

    def journal(self, zone: int) -> tuple[tuple[int, AnyEvent], ...]:
        """(round, event) for all that the zone was told so far. Raises CurtainClosed as `view` does."""
        self._may_look(zone)
        return told_by_round(self._history(), zone)

    def news(self, zone: int) -> tuple[tuple[int, AnyEvent], ...]:
        """What a zone was told since its last turn, up to its present decision, see `news_of`."""
        self._may_look(zone)
        return news_of(self._history(), zone, self.roster.player_of(zone))

    def _may_look(self, zone: int) -> None:
        if zone != COMMANDER and zone not in self.mine:
            raise CurtainClosed(f"zone {zone}")

    def _pull(self, was_public: bool) -> None:
        """Close it when the decision has passed to somebody else, or to the chair before everybody, also if
        that is the same player; not if one player is alone at the table."""
        passed = self.due != self._curtain.name or (self.before_all and not was_public)
        if self.shared and passed and len(self.roster.present) > 1:
            self._curtain.close()

    # ------------------------------------------------------------------ deciding

    def submit(self, command: AnyCommand) -> Rejection | Step:
        """Decide a command of a person, save it, and return what people were told - or the reason why not.

        Raises SaveError if it could not be saved; then nothing has happened. CurtainClosed: a decision of a
        zone whose player is not before the screen, other than one of the chair's.
        """
        if self.shared and not self.before_all and command.zone == self.acting:
            self._may_look(command.zone)
        return self._decide(command, self.roster.player_of(command.zone) or FACILITATOR)

    def bot_step(self) -> Step:
        """One decision of the bot that acts now, or of a zone that stands by."""
        view = observe(self._state, self.acting)
        seat = next(seat for seat in self.seats if seat.zone == self.acting)
        if seat.kind == BOT:
            by, choice = seat.player, self._advice(seat.player, view)
        else:
            by, choice = standby.NAME, Choice(standby.choose(view))
        step = self._decide(choice.command, by, choice.reason)
        if isinstance(step, Rejection):
            raise RuntimeError(f"{by} broke a rule: {step.reason.value} ({step.rule})")
        return step

    def advice(self) -> Choice | None:
        """Staff recommendation (practice only): what a veteran would do here, and why; see `staff`."""
        if not self.practice or not self.human_turn or self.acting not in self.mine:
            return None
        view = self.view(self.acting)
        return staff.before_leaving(view, self._advice(ADVISER, view))

    def reasons(self) -> dict[int, Reason]:
        """Practice only: what bots said of their moves, see `whys`."""
        return whys(self._history()) if self.practice else {}

    def _advice(self, tier: str, view: View) -> Choice:
        """What a bot of this tier does here."""
        return TIERS[tier](view, noise_for(self._noise, len(self._entries)))

    def _decide(self, command: AnyCommand, by: str, why: Reason | None = None) -> Rejection | Step:
        was_public = self.before_all
        happened = decide(self._state, command)
        if isinstance(happened, Rejection):
            return happened
        self._record(Decided(by, command, happened, why, self.clock))
        reader = self.reader_of(command.zone)
        told = tuple(event for event in happened if redact(event, reader) is not None)
        self._pull(was_public)
        return Step(command.zone, by, command, reader, told, why)

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
        if zone in self.mine:
            return zone
        return self.mine[0] if self.mine and not self.shared else COMMANDER

    # ------------------------------------------------------------------ the table

    def leave(self, name: str, to: str = "", *, tier: str = "analyst", pin: str = "") -> None:
        """A player leaves: the zones go to the player `to`, for which the leaving player's PIN is needed if
        there is one, else to bots of `tier` (STANDS_BY: they stand by). The curtain closes.
        Raises TableError and SaveError.
        """
        self.roster.check_leaving(name, to, pin)
        self._change(SeatsChanged(name, True, *self._seated(self.roster.without(name, to, tier))))

    def come_back(self, name: str, *, pin: str = "") -> None:
        """A player who left takes back the zones he had at the start. Raises TableError and SaveError."""
        self.roster.check_return(name, pin)
        self._change(SeatsChanged(name, False, *self._seated(self.roster.with_back(name))))

    def _seated(self, seats: tuple[SeatLine, ...]) -> tuple[tuple[SeatLine, ...], Seating]:
        return seats, reseated(self._state.seating, seats)

    def _change(self, entry: SeatsChanged) -> None:
        if self.finished:
            raise TableError(_("The exercise is over."))
        self.close_curtain()
        self._record(entry)
        self._state.seating = entry.seating
        self._reseat()

    # ------------------------------------------------------------------ undo

    def _undo_to(self) -> tuple[int, bool] | None:
        """(entry to go back to, beyond the barrier?) for the last decision of a person; None: nothing.

        Seats that changed hands are never undone; at a shared table only one's own last decision is. The
        chair's call was made before everybody: it is taken back there, never behind an open curtain.
        """
        entries = self._history()
        zones = self.roster.zones_of(self.open_for) if self.shared else (*self.humans, COMMANDER)
        call = last_call(entries) if self.shared else None
        if call:
            zones = () if self.open_for and len(self.roster.present) > 1 else (call.command.zone,)
        found = last_decision(entries, zones)
        if found is None or (self.shared and found[1]):
            return None
        return self._standing[found[0] - 1], found[1]

    def undo_reach(self) -> str:
        """ "free": within the barrier; "practice": beyond it, allowed in practice; "" - not possible."""
        found = self._undo_to()
        if found is None or (found[1] and not self.practice):
            return ""
        return "practice" if found[1] else "free"

    def undo(self) -> None:
        """Take back the last decision of a person (and what bots did since), if `undo_reach` says so. Logged;
        never erased."""
        found = self._undo_to()
        if found and self.undo_reach():
            self._go_back(*found)

    def _go_back(self, to: int, beyond: bool) -> None:
        """History ends after an entry; beyond the undo barrier dice fork."""
        events: tuple[AnyEvent, ...] = ()
        if beyond:
            kept = [number for number in self._standing if number <= to]
            events = rewind_events(self._fold(kept), self._writer.trail.rewinds + 1)
        self._record(Rewound(to, beyond, events))
        self._refold()

    def close(self) -> None:
        """Give the save free."""
        self.close_curtain()
        self._writer.close()
