"""What is chosen for a new exercise, and how it turns line by line. Knows decks and tables, no screen."""

from __future__ import annotations

import secrets
from functools import cache
from pathlib import Path
from typing import Final

import attrs

from ..content import FIRST, TUTORIAL, DeckError, DeckInfo, digest, find_decks, load
from ..core.scenario import Scenario
from ..core.words import ChairRule
from ..i18n import _, n_
from ..session import pins
from ..session.begin import DEFAULT_TIER, TIER_NAMES, Table, begin
from ..session.players import LONGEST, MOST, TableError, check_name
from ..session.seats import STANDS_BY, solo_zones
from ..session.session import Session

LONGEST_SEED: Final = 9
OTHERS: Final = (*TIER_NAMES, STANDS_BY)
TIMERS: Final = (0, 2, 3, 5, 8, 10, 15)
NOBODY: Final = -1
ROTATING, FACILITATOR = -2, -1
"""Choices for the chair; from 0 on the zone that keeps it."""


def default_name(number: int) -> str:
    """The name of a player who has not typed one."""
    return _("Player {number}").format(number=number + 1)


@attrs.define
class Form:
    """Every choice is made already. `owner` runs along zones: the number of a player, or NOBODY."""

    decks: tuple[DeckInfo, ...]
    deck: int = 0
    difficulty: int = 0
    practice: bool = True
    seed: str = attrs.field(factory=lambda: str(secrets.randbelow(10**6)))
    count: int = 1
    names: list[str] = attrs.field(factory=lambda: [default_name(n) for n in range(MOST)])
    pins: list[str] = attrs.field(factory=lambda: [""] * MOST, repr=False)
    owner: list[int] = attrs.field(factory=list)
    others: int = OTHERS.index(DEFAULT_TIER)
    chair: int = ROTATING
    timer: int = 0
    scenario: Scenario | None = None
    trouble: str = ""

    # ------------------------------------------------------------------ the deck

    def open_deck(self, name: str = "") -> None:
        """Go to a deck by its name, and load what is chosen at its standard difficulty."""
        names = [deck.name for deck in self.decks]
        if name in names:
            self.deck = names.index(name)
        if not self.decks:
            self.trouble = _("There is no deck here that can be played; see 'sco-tabletop decks'.")
            return
        known = self.decks[self.deck].difficulties
        self.difficulty = known.index("standard") if "standard" in known else 0
        self.load_deck()

    def load_deck(self) -> None:
        """Read it; a mistake in it is said, not raised. Zones are dealt out anew if their number changed."""
        deck = self.decks[self.deck]
        try:
            self.scenario = load(deck.path, deck.difficulties[self.difficulty])
            self.trouble = ""
        except DeckError as error:
            self.scenario, self.trouble = None, str(error)
            return
        if len(self.owner) != len(self.scenario.zones):
            self.owner = [NOBODY] * len(self.scenario.zones)
            self.chair = min(self.chair, FACILITATOR)
            self.deal()

    def change_count(self, step: int) -> None:
        """More or fewer players; what one person has only by default is dealt out anew."""
        if self.owner == self.one_person():
            self.owner = [NOBODY] * len(self.owner)
        self.count = (self.count - 1 + step) % self.most + 1
        self.deal()

    def one_person(self) -> list[int]:
        """Who plays what if one person sits down and chooses nothing."""
        mine = solo_zones(self.scenario) if self.scenario is not None else ()
        return [0 if zone in mine else NOBODY for zone in range(len(self.owner))]

    def deal(self) -> None:
        """Nobody has a zone that is not there; who has none gets the first free one, one person alone what
        suits the deck."""
        self.owner = [player if player < self.count else NOBODY for player in self.owner]
        if self.count == 1 and 0 not in self.owner:
            self.owner = self.one_person()
        for player in range(self.count):
            if player not in self.owner and NOBODY in self.owner:
                self.owner[self.owner.index(NOBODY)] = player

    # ------------------------------------------------------------------ turning

    def change(self, key: object, step: int) -> None:
        """Turn one line by a step."""
        match key:
            case ("deck",) if self.decks:
                self.deck = (self.deck + step) % len(self.decks)
                self.open_deck()
            case ("difficulty",) if self.decks:
                self.difficulty = (self.difficulty + step) % len(self.decks[self.deck].difficulties)
                self.load_deck()
            case ("mode",):
                self.practice = not self.practice
            case ("seed",):
                self.seed = str(secrets.randbelow(10**6))
            case ("count",):
                self.change_count(step)
            case ("others",):
                self.others = (self.others + step) % len(OTHERS)
            case ("chair",):
                self.chair = (self.chair + 2 + step) % (len(self.owner) + 2) - 2
            case ("timer",):
                self.timer = (self.timer + step) % len(TIMERS)
            case ("zone", int(zone)):
                self.owner[zone] = (self.owner[zone] + 1 + step) % (self.count + 1) - 1

    @property
    def most(self) -> int:
        """How many people find a zone."""
        return max(1, min(MOST, len(self.owner)))

    def typed(self, key: object, character: str) -> bool:
        """A character for the line under the cursor; True if it takes one. An empty one deletes."""
        match key:
            case ("seed",) if not character or character in "0123456789":
                digits = self.seed + character if character else self.seed[:-1]
                self.seed = digits[-LONGEST_SEED:].lstrip("0")
            case ("pin", int(n)) if not character or character in "0123456789":
                self.pins[n] = (self.pins[n] + character)[: pins.MOST] if character else self.pins[n][:-1]
            case ("name", int(n)) if character.isprintable():
                old = "" if character and self.names[n] == default_name(n) else self.names[n]
                self.names[n] = (old + character)[:LONGEST] if character else old[:-1]
            case _:
                return False
        return True

    # ------------------------------------------------------------------ saying

    def player(self, number: int) -> str:
        """Who a number stands for."""
        if number == NOBODY:
            return self.other_text(short=True)
        return _("you") if self.count == 1 else self.names[number]

    def other_text(self, *, short: bool = False) -> str:
        """Who plays the zones that no person has."""
        tier = OTHERS[self.others]
        if tier == STANDS_BY:
            return _("nobody") if short else _("nobody: they stand by")
        return _("bot") if short else _("bots: {tier}").format(tier=tier)

    def mode_text(self) -> str:
        """How far undo goes; at a shared table never beyond the barrier."""
        if self.count > 1:
            return _("practice") if self.practice else _("assessed")
        if self.practice:
            return _("practice: undo without limits")
        return _("assessed: undo only what told nothing")

    def chair_text(self) -> str:
        """Who leads."""
        if self.chair == FACILITATOR:
            return _("facilitator: commands from here, without a state")
        if self.chair == ROTATING or self.scenario is None:
            return _("rotates among the states that people play")
        return _("fixed: {zone}").format(zone=self.scenario.zones[self.chair].name)

    def timer_text(self) -> str:
        """The soft limit of a turn."""
        minutes = TIMERS[self.timer]
        if not minutes:
            return _("none")
        text = n_("{count} minute, reminds only", "{count} minutes, reminds only", minutes)
        return text.format(count=minutes)

    # ------------------------------------------------------------------ beginning

    def table(self) -> Table:
        """The choices as a table. Raises TableError."""
        zones = {n: tuple(z for z, of in enumerate(self.owner) if of == n) for n in range(self.count)}
        players: dict[str, tuple[int, ...]] = {}
        found: dict[str, str] = {}
        for n in range(self.count if self.count > 1 else 0):
            name = check_name(self.names[n], players)
            if self.pins[n] and not pins.well_formed(self.pins[n]):
                raise TableError(_("The PIN of {name} needs four to eight digits.").format(name=name))
            players[name], found[name] = zones[n], self.pins[n]
        return Table(
            players=players,
            zones=zones[0],
            bots=OTHERS[self.others],
            chair={ROTATING: ChairRule.ROTATING, FACILITATOR: ChairRule.COMMANDER}.get(
                self.chair, ChairRule.FIXED
            ),
            fixed=max(0, self.chair),
            timer=TIMERS[self.timer],
            pins=found,
        )

    def begin(self, folder: Path) -> Session:
        """Deal and save. Raises TableError, DeckError and SaveError."""
        if self.scenario is None:
            raise TableError(self.trouble)
        return begin(
            self.table(),
            self.scenario,
            deck_digest=digest(self.decks[self.deck].path),
            seed=int(self.seed or "0"),
            practice=self.practice,
            folder=folder,
        )


@cache
def playable() -> tuple[DeckInfo, ...]:
    """The decks that can be played; read once, since reading takes a while."""
    return tuple(info for info in find_decks() if info.difficulties)


def known_decks() -> tuple[DeckInfo, ...]:
    """The decks that can be chosen. The tutorial has its own line."""
    return tuple(info for info in playable() if info.name != TUTORIAL)


def deck_titles() -> dict[str, str]:
    """How the decks that a save can be of call themselves, the tutorial among them."""
    tutorial = (info for info in playable() if info.name == TUTORIAL)
    return {info.name: info.title for info in (*known_decks(), *tutorial)}


def new_form(deck: str = FIRST) -> Form:
    """All choices made, for this deck."""
    form = Form(known_decks())
    form.open_deck(deck)
    return form
