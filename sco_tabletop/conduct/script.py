"""The script of a facilitated exercise (MSEL): injects, when each is due, what it exercises.

Built by `content` from `script.yaml`, embedded in the save beside the scenario and not within it: a view
holds the scenario, and no zone may hold what has not been delivered to it. Knows no rule and no clock. Zones
are numbers; injects name each other by id; a task is written `objective.number`, counted from 1.
"""

from __future__ import annotations

from enum import Enum
from typing import Final

import attrs

from ..core.message import Message
from ..core.scenario import Effect


class DrawPolicy(Enum):
    """What becomes of the random draw (R4.1) in a scripted exercise."""

    REPLACE = "replace"
    MIX = "mix"
    OFF = "off"


class InjectType(Enum):
    """What a line of the MSEL is. Contingency injects are never due by themselves; an expected action and an
    information are for the staff and are delivered to nobody."""

    INJECT = "inject"
    CONTINGENCY = "contingency"
    EXPECTED = "expected-action"
    INFORMATION = "information"


class HelpClass(Enum):
    """What a contingency inject is for; NONE for all other lines."""

    NONE = ""
    HELP = "help"
    PRESSURE = "pressure"
    REDIRECT = "redirect"


class Fact(Enum):
    """What a condition may ask of the exercise. `PUBLIC_FACTS` are on the board, the others are the truth."""

    ROUND = "round"
    THREAT = "threat"
    ALERT = "alert"
    TRUST = "trust"
    PREPARATION = "preparation"
    INFLUENCE = "influence"
    PERSONAS = "personas"
    NAMED = "named"
    LOCATED = "located"
    STAGED = "staged"
    PLOTS_FIRED = "plots-fired"
    RECRUITED = "recruited"
    HOUR_CALLED = "hour-called"
    OPERATIVES = "operatives"
    IDENTIFIABLE = "identifiable"
    NAMED_RIGHT = "named-right"
    NAMED_WRONG = "named-wrong"
    LOCATED_RIGHT = "located-right"
    QUIET_ROUNDS = "quiet-rounds"


PUBLIC_FACTS: Final = frozenset(
    {
        Fact.ROUND,
        Fact.THREAT,
        Fact.ALERT,
        Fact.TRUST,
        Fact.PREPARATION,
        Fact.INFLUENCE,
        Fact.PERSONAS,
        Fact.NAMED,
        Fact.LOCATED,
        Fact.STAGED,
        Fact.PLOTS_FIRED,
        Fact.RECRUITED,
        Fact.HOUR_CALLED,
    }
)


@attrs.frozen
class Condition:
    """A fact within bounds; a bound that is None does not bind. INFLUENCE is the sum over all zones;
    HOUR_CALLED is 0 or 1; QUIET_ROUNDS counts rounds in a row in which no zone learned anything."""

    fact: Fact
    at_least: int | None = None
    at_most: int | None = None


@attrs.frozen
class Trigger:
    """When an inject is due: all given parts hold. With none given the facilitator alone decides.

    `round`: in that round or later. `minutes` of exercise time: since StartEx, or since the release of
    `after` if that is given; -1 is not given. `after`: the id of an inject that was released, and if `branch`
    is given, of which that branch was taken.
    """

    round: int = 0
    minutes: int = -1
    after: str = ""
    branch: str = ""
    when: tuple[Condition, ...] = ()

    @property
    def manual(self) -> bool:
        """True if nothing makes it due."""
        return self == Trigger()


@attrs.frozen
class Expiry:
    """After this round, or this minute of exercise time, an inject not yet released has expired. 0: never."""

    round: int = 0
    minutes: int = 0


@attrs.frozen
class Branch:
    """A way that the recipients may take; the facilitator says which. Other injects wait for it by `id`."""

    id: str
    label: str


METHODS: Final = ("verbal", "phone", "e-mail", "chat", "radio", "written", "other")
"""How an inject is given."""


@attrs.frozen
class Inject:
    """One line of the MSEL. `id` is its number, stable and never renumbered.

    `to`: zones, ascending; `everybody` is the public screen, then `to` is empty. `by` is the controller who
    injects it. `minute` is the planned minute of exercise time (-1: not planned), `story` the story time as
    written. `expected` is the expected action, `tasks` the critical tasks it exercises, `notes` are for the
    staff. `resolution` makes it a red herring: how players can disprove it. `use_when` says in words when a
    contingency inject fits. `effects` happen at the release: on a zone, once for each in `to`,
    else once (R8.11).
    """

    id: str
    title: str
    message: str
    type: InjectType = InjectType.INJECT
    sender: str = ""
    by: str = ""
    method: str = "verbal"
    grade: str = ""
    to: tuple[int, ...] = ()
    everybody: bool = False
    minute: int = -1
    story: str = ""
    trigger: Trigger = Trigger()
    expires: Expiry = Expiry()
    branches: tuple[Branch, ...] = ()
    help: HelpClass = HelpClass.NONE
    use_when: str = ""
    expected: str = ""
    tasks: tuple[str, ...] = ()
    notes: str = ""
    resolution: str = ""
    effects: tuple[Effect, ...] = ()

    @property
    def delivered(self) -> bool:
        """True if it goes to players."""
        return self.type in (InjectType.INJECT, InjectType.CONTINGENCY)

    @property
    def words(self) -> Message:
        """What its recipients get to read."""
        return Message(self.title, self.message, self.sender, self.method, self.grade, self.story)

    @property
    def herring(self) -> bool:
        """True for a red herring."""
        return bool(self.resolution)


@attrs.frozen
class Script:
    """The whole MSEL in its order. `minutes` is the planned exercise time, StartEx to EndEx; `rounds` of the
    engine that are planned within it (0 without engine rounds)."""

    title: str
    summary: str
    minutes: int
    rounds: int
    policy: DrawPolicy
    injects: tuple[Inject, ...]

    def inject(self, number: str) -> Inject | None:
        """The line with this number."""
        return next((inject for inject in self.injects if inject.id == number), None)
