"""The set-up: deck, difficulty, states, practice or assessed, seed - all with a choice made already."""

from __future__ import annotations

import secrets
from pathlib import Path
from typing import ClassVar

from textual import events
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Center

from ...content import DeckError, DeckInfo, digest, find_decks, load
from ...core.scenario import Scenario
from ...i18n import _
from ...record.error import SaveError
from ...session.seats import solo_seats
from ...session.session import Session
from ..keys import SETUP, bindings
from ..text import Row, Sheet, block, later, line, pad
from ..widgets.pane import Pane
from .base import BaseScreen

FIRST = "first-watch"
LONGEST_SEED = 9


class SetupScreen(BaseScreen[None]):
    """Enter on the first line begins."""

    CSS_PATH = "setup.tcss"
    KEYS = SETUP
    BINDINGS: ClassVar[list[BindingType]] = [*bindings(SETUP)]
    about = later(
        "Choose a deck, the states that you play and how. Enter on the first line begins the exercise."
    )

    def __init__(self, saves: Path) -> None:
        super().__init__()
        self.saves, self.trouble = saves, ""
        self.decks: tuple[DeckInfo, ...] = tuple(deck for deck in find_decks() if deck.difficulties)
        names = [deck.name for deck in self.decks]
        self.deck = names.index(FIRST) if FIRST in names else 0
        self.difficulty, self.zones, self.practice = 0, {0}, True
        self.seed = str(secrets.randbelow(10**6))
        self.scenario: Scenario | None = None
        self.open_deck()

    def compose(self) -> ComposeResult:
        with Center(id="middle"):
            yield Pane(self.content, id="setup")
        yield self.foot()

    def on_mount(self) -> None:
        self.query_one("#setup").focus()

    def open_deck(self) -> None:
        """Load the chosen deck at the chosen difficulty."""
        self.scenario = None
        if not self.decks:
            self.trouble = _("There is no deck here that can be played; see 'sco-tabletop decks'.")
            return
        deck = self.decks[self.deck]
        wanted = "standard"
        known = deck.difficulties
        if self.difficulty >= len(known):
            self.difficulty = 0
        if self.difficulty == 0 and wanted in known:
            self.difficulty = known.index(wanted)
        self.load_deck()

    def load_deck(self) -> None:
        """Read it; a mistake in it is said, not raised."""
        deck = self.decks[self.deck]
        try:
            self.scenario = load(deck.path, deck.difficulties[self.difficulty])
            self.zones = {zone for zone in self.zones if zone < len(self.scenario.zones)} or {0}
            self.trouble = ""
        except DeckError as error:
            self.scenario, self.trouble = None, str(error)

    def content(self, columns: int, rows: int) -> Sheet:  # noqa: ARG002
        """One line a choice."""
        inner = columns - 2
        found = [Row(line((_("Begin the exercise"), "key")), ("begin",)), Row(())]
        if self.decks:
            deck = self.decks[self.deck]
            found.append(Row(line(pad(_("Deck"), 14), "◂ ", (deck.title, "strong"), " ▸"), ("deck",)))
            level = deck.difficulties[self.difficulty]
            found.append(Row(line(pad(_("Difficulty"), 14), "◂ ", (level, "strong"), " ▸"), ("difficulty",)))
        mode = (
            _("practice: undo without limits")
            if self.practice
            else _("assessed: undo only what told nothing")
        )
        found.append(Row(line(pad(_("Mode"), 14), "◂ ", (mode, "strong"), " ▸"), ("mode",)))
        found.append(
            Row(
                line(
                    pad(_("Seed"), 14),
                    (self.seed or "0", "strong"),
                    (_("   the same seed deals the same"), "dim"),
                ),
                ("seed",),
            )
        )
        found += [Row(()), Row(line((_("You play (Enter changes); bots play the others:"), "dim")))]
        for zone, of in enumerate(self.scenario.zones if self.scenario else ()):
            mark = "[x] " if zone in self.zones else "[ ] "
            found.append(Row(line((mark, "good" if zone in self.zones else "dim"), of.name), ("zone", zone)))
        found.append(Row(()))
        if self.scenario:
            found += [Row(of) for of in block(self.scenario.summary, inner, "dim")]
        found += [Row(of) for of in block(self.trouble, inner, "alarm")] if self.trouble else []
        return Sheet(line((_("New exercise"), "title")), tuple(found), start=("begin",))

    @property
    def pane(self) -> Pane:
        """The one pane."""
        return self.query_one("#setup", Pane)

    def on_pane_chosen(self, message: Pane.Chosen) -> None:
        """Begin, or change the line."""
        if message.key == ("begin",):
            self.begin()
        else:
            self.change(message.key, 1)

    def on_pane_turned(self, message: Pane.Turned) -> None:
        self.change(message.pane.key, message.step)

    def change(self, key: object, step: int) -> None:
        """Turn one line by a step."""
        match key:
            case ("deck",):
                self.deck, self.difficulty = (self.deck + step) % len(self.decks), 0
                self.open_deck()
            case ("difficulty",):
                self.difficulty = (self.difficulty + step) % len(self.decks[self.deck].difficulties)
                self.load_deck()
            case ("mode",):
                self.practice = not self.practice
            case ("zone", int(zone)):
                self.zones = (self.zones ^ {zone}) or {zone}
            case ("seed",):
                self.seed = str(secrets.randbelow(10**6))
        self.pane.changed()

    def on_key(self, event: events.Key) -> None:
        """Digits on the line of the seed."""
        if self.pane.key != ("seed",):
            return
        if event.key in "0123456789":
            self.seed = (self.seed + event.key)[-LONGEST_SEED:].lstrip("0")
        elif event.key in ("backspace", "delete"):
            self.seed = self.seed[:-1]
        else:
            return
        event.stop()
        event.prevent_default()
        self.pane.changed()

    def action_back(self) -> None:
        """Back to the title; on the seed's line Backspace takes a digit."""
        self.dismiss()

    def begin(self) -> None:
        """Deal, save, play."""
        if self.scenario is None:
            return
        try:
            session = Session.create(
                self.scenario,
                deck_digest=digest(self.decks[self.deck].path),
                seats=solo_seats(self.scenario, tuple(sorted(self.zones))),
                seed=int(self.seed or "0"),
                practice=self.practice,
                folder=self.saves,
            )
        except (DeckError, SaveError) as error:
            self.trouble = str(error)
            self.pane.changed()
            return
        table = self.table
        self.dismiss()
        table.open_room(session)
