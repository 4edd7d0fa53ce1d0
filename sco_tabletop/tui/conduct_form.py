"""What is chosen for a facilitated exercise, line by line, on top of what every exercise has. No screen."""

from __future__ import annotations

from pathlib import Path
from typing import Final

import attrs

from ..conduct.script import DrawPolicy, Script
from ..content import DeckError, digest, has_script, load_script
from ..core.words import ChairRule
from ..i18n import _, n_
from ..session import pins
from ..session.conducted import ConductedSession
from ..session.conducting import Setup, begin_conducted
from ..session.players import TableError, check_name
from ..wording.conduct import policy_name
from .form import FACILITATOR, NOBODY, OTHERS, ROTATING, TIMERS, Form, known_decks

POLICIES: Final[tuple[DrawPolicy | None, ...]] = (None, *DrawPolicy)
LONGEST_NAME: Final = 40
MOST_MINUTES: Final = 480
STEP: Final = 5


@attrs.define
class ConductForm(Form):
    """Only decks with a script. `owner` runs along zones: 0 and more is a person, NOBODY all others; with
    `called` there is one person, the facilitator, who enters what is called out."""

    called: bool = True
    automatic: bool = False
    facilitator: str = ""
    pin: str = attrs.field(default="", repr=False)
    policy: int = 0
    minutes: str = ""
    script: Script | None = None
    scriptless: tuple[str, ...] = ()

    # ------------------------------------------------------------------ the deck

    def load_deck(self) -> None:
        """The scenario, then its script; every zone is played by people until it is turned."""
        before = len(self.owner)
        Form.load_deck(self)
        self.script = None
        if self.scenario is None:
            return
        if len(self.owner) != before:
            self.owner = [zone % self.count for zone in range(len(self.owner))]
        try:
            self.script = load_script(self.decks[self.deck].path, self.scenario)
        except DeckError as error:
            self.trouble = str(error)
        if self.script is not None:
            self.minutes, self.policy = str(self.script.minutes), 0

    # ------------------------------------------------------------------ turning

    def change(self, key: object, step: int) -> None:
        """Turn one line by a step."""
        match key:
            case ("called",):
                self.called = not self.called
                self.count = 1 if self.called else min(2, self.most)
                self.owner = [zone % self.count for zone in range(len(self.owner))]
            case ("automatic",):
                self.automatic = not self.automatic
            case ("policy",):
                self.policy = (self.policy + step) % len(POLICIES)
            case ("minutes",):
                self.minutes = str(max(STEP, min(MOST_MINUTES, int(self.minutes or "0") + STEP * step)))
            case ("count",) if self.called:
                pass
            case _:
                Form.change(self, key, step)

    def typed(self, key: object, character: str) -> bool:
        """A character for the line under the cursor; True if it takes one. An empty one deletes."""
        digit = not character or character in "0123456789"
        match key:
            case ("minutes",) if digit:
                self.minutes = (self.minutes + character)[-3:] if character else self.minutes[:-1]
            case ("facilitator",) if character.isprintable():
                kept = self.facilitator
                self.facilitator = (kept + character)[:LONGEST_NAME] if character else kept[:-1]
            case ("console",) if digit:
                self.pin = (self.pin + character)[: pins.MOST] if character else self.pin[:-1]
            case _:
                return Form.typed(self, key, character)
        return True

    # ------------------------------------------------------------------ saying

    def player(self, number: int) -> str:
        """Who has a zone."""
        if number == NOBODY:
            return self.other_text(short=True)
        return _("a team, called out") if self.called else self.names[number]

    def called_text(self) -> str:
        """The way to play."""
        if self.called:
            return _("decisions are called out, you enter them")
        return _("teams at the keyboard, behind the curtain")

    def chosen_policy(self) -> DrawPolicy | None:
        """The policy towards the draw, None: that of the script."""
        return POLICIES[self.policy]

    def policy_text(self) -> str:
        """What becomes of the draw."""
        chosen = self.chosen_policy()
        if chosen is None:
            own = policy_name(self.script.policy) if self.script else ""
            return _("as in the script ({policy})").format(policy=own)
        return policy_name(chosen)

    def automatic_text(self) -> str:
        """Whether due injects go by themselves."""
        if self.automatic:
            return _("due injects are released by themselves")
        return _("due injects wait for you")

    def minutes_text(self) -> str:
        """The planned exercise time."""
        return n_("{count} minute", "{count} minutes", int(self.minutes or "0")).format(count=self.minutes)

    # ------------------------------------------------------------------ beginning

    def setup(self) -> Setup:
        """The choices. Raises TableError."""
        if self.pin and not pins.well_formed(self.pin):
            raise TableError(_("The PIN of the console needs four to eight digits."))
        if not STEP <= int(self.minutes or "0") <= MOST_MINUTES:
            text = _("Plan {least} to {most} minutes.")
            raise TableError(text.format(least=STEP, most=MOST_MINUTES))
        players, found = self.people()
        rules = {ROTATING: ChairRule.ROTATING, FACILITATOR: ChairRule.COMMANDER}
        return Setup(
            called=self.called,
            zones=tuple(zone for zone, of in enumerate(self.owner) if of != NOBODY),
            players=players,
            bots=OTHERS[self.others],
            chair=rules.get(self.chair, ChairRule.FIXED),
            fixed=max(0, self.chair),
            automatic=self.automatic,
            facilitator=self.facilitator.strip(),
            pin=self.pin,
            pins=found,
            policy=self.chosen_policy(),
            minutes=int(self.minutes),
            timer=TIMERS[self.timer],
        )

    def people(self) -> tuple[dict[str, tuple[int, ...]], dict[str, str]]:
        """Names with zones, and PINs. Raises TableError."""
        players: dict[str, tuple[int, ...]] = {}
        found: dict[str, str] = {}
        for n in range(0 if self.called else self.count):
            name = check_name(self.names[n], players)
            if self.pins[n] and not pins.well_formed(self.pins[n]):
                raise TableError(_("The PIN of {name} needs four to eight digits.").format(name=name))
            players[name] = tuple(zone for zone, of in enumerate(self.owner) if of == n)
            found[name] = self.pins[n]
        return players, found

    def begin(self, folder: Path) -> ConductedSession:
        """Deal and save, before StartEx. Raises TableError, DeckError and SaveError."""
        if self.scenario is None or self.script is None:
            raise TableError(self.trouble or _("This deck has no script, so it cannot be facilitated."))
        return begin_conducted(
            self.setup(),
            self.scenario,
            self.script,
            deck_digest=digest(self.decks[self.deck].path),
            seed=int(self.seed or "0"),
            folder=folder,
        )


def new_conduct_form(deck: str = "") -> ConductForm:
    """All choices made, for this deck, or the first one that has a script."""
    decks = known_decks()
    scripted = tuple(info for info in decks if has_script(info.path))
    form = ConductForm(scripted, scriptless=tuple(info.title for info in decks if info not in scripted))
    if not scripted:
        form.trouble = _("No deck here has a script; see the author's guide on 'script.yaml'.")
        return form
    form.open_deck(deck)
    if deck and deck not in {info.name for info in scripted}:
        form.trouble = _("The deck '{deck}' has no script; choose another.").format(deck=deck)
    return form
