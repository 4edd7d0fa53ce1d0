"""Acts of the staff of a facilitated exercise: what the log keeps of its conduct, as a closed union.

An act of the script counts only while its line of the log stands: a rewind takes it back. A staff record is
kept whatever is rewound afterwards. Knows no rule; zones are numbers, -1 for nobody's.
"""

from __future__ import annotations

from enum import Enum
from typing import Final, get_args

import attrs

from ..core.message import Message

NO_ZONE: Final = -1


class Rating(Enum):
    """How a critical task was performed (HSEEP)."""

    PERFORMED = "P"
    SOME = "S"
    MAJOR = "M"
    UNABLE = "U"


class Question(Enum):
    """The four kinds of questions of a hot wash."""

    HAPPENED = "happened"
    WELL = "well"
    IMPROVE = "improve"
    NEXT = "next"


class Capability(Enum):
    """What a corrective action changes (improvement plan)."""

    PLANNING = "planning"
    ORGANIZATION = "organization"
    EQUIPMENT = "equipment"
    TRAINING = "training"
    EXERCISES = "exercises"


@attrs.frozen
class Started:
    """StartEx: exercise time runs from here."""


@attrs.frozen
class Paused:
    """Exercise time stands still."""

    reason: str = ""


@attrs.frozen
class Continued:
    """Exercise time runs again."""


@attrs.frozen
class Ended:
    """EndEx, called by the facilitator (R8.13)."""

    reason: str = ""


@attrs.frozen
class Released:
    """An inject of the script was delivered to these zones, or to everybody."""

    inject: str
    to: tuple[int, ...] = ()
    everybody: bool = False


@attrs.frozen
class Composed:
    """An inject written on the spot, delivered at once. `inject` is its number, which the script has not."""

    inject: str
    message: Message
    to: tuple[int, ...] = ()
    everybody: bool = False


@attrs.frozen
class Held:
    """An inject is not due until it is set free."""

    inject: str
    reason: str = ""


@attrs.frozen
class Freed:
    """A held or skipped inject is ready again."""

    inject: str


@attrs.frozen
class Skipped:
    """An inject will not be used; the reason goes into the report."""

    inject: str
    reason: str


@attrs.frozen
class Postponed:
    """These injects become due so many minutes of exercise time, and rounds, later."""

    injects: tuple[str, ...]
    minutes: int = 0
    rounds: int = 0


@attrs.frozen
class Completed:
    """An inject is done with: what really happened, and which branch was taken (empty: none)."""

    inject: str
    narrative: str = ""
    branch: str = ""


@attrs.frozen
class DrawPassedBy:
    """The round was opened without a card (R8.12)."""


@attrs.frozen
class Observed:
    """An observation: of a zone, an inject and a task (each may be missing), a strength or an area for
    improvement."""

    text: str
    strength: bool
    zone: int = NO_ZONE
    inject: str = ""
    task: str = ""


@attrs.frozen
class Called:
    """A decision of a team as it was called out, where no rules decide it (discussion)."""

    zone: int
    text: str
    inject: str = ""


@attrs.frozen
class Rated:
    """A person's rating of a task; the last one counts. Where it differs from the draft it needs a reason."""

    task: str
    rating: Rating
    reason: str = ""


@attrs.frozen
class Joined:
    """Somebody takes part: name, role, zone. The same name again corrects what was said before."""

    name: str
    role: str
    zone: int = NO_ZONE


@attrs.frozen
class Remarked:
    """A note of the hot wash."""

    question: Question
    text: str


@attrs.frozen
class Planned:
    """A row of the improvement plan. `start` and `due` are dates as written."""

    issue: str
    action: str
    capability: Capability
    responsible: str = ""
    contact: str = ""
    start: str = ""
    due: str = ""


@attrs.frozen
class Dropped:
    """A staff record that no longer counts, by the number of its entry: a slip of the pen."""

    entry: int


ScriptAct = Released | Composed | Held | Freed | Skipped | Postponed | Completed | DrawPassedBy | Ended
"""What a rewind takes back."""
StaffAct = Started | Paused | Continued | Observed | Called | Rated | Joined | Remarked | Planned | Dropped
"""What stays whatever is rewound."""
Act = ScriptAct | StaffAct
ACT_TYPES: Final[tuple[type[Act], ...]] = get_args(Act)
STAFF_TYPES: Final[tuple[type[StaffAct], ...]] = get_args(StaffAct)
