"""The closed vocabularies of the rules: small integers with names.

Knows nothing else. Values are written into saves, so they are never renumbered.
"""

from enum import Enum, IntEnum
from typing import Final


class Discipline(IntEnum):
    """What a zone is good at (R2.2); the trait category of the same number is what it answers."""

    SIGNALS = 0
    CYBER = 1
    FINANCE = 2
    LANGUAGE = 3
    BORDER = 4


class Category(IntEnum):
    """The five behavioural traits of a person (R2.2)."""

    HOURS = 0
    DEVICE = 1
    MONEY = 2
    STYLE = 3
    ROUTE = 4


CATEGORIES: Final = 5
VALUES: Final = 4
ALL_TRAITS: Final = (1 << CATEGORIES) - 1
COMMANDER: Final = -1
"""Stands where a zone number stands when nobody's zone is meant: the facilitator in the chair (R2.9)."""


class Function(IntEnum):
    """What an operative does in the network (R2.4)."""

    LEADER = 0
    PLANNER = 1
    FINANCIER = 2
    ARMOURER = 3
    RECRUITER = 4
    PROPAGANDIST = 5
    COURIER = 6


class Depth(Enum):
    """How far the process goes (R10.1), as the three editions of the exercise went further each time."""

    FIND = "find"
    INVESTIGATE = "investigate"
    FULL = "full"


class Kind(Enum):
    """Kinds of inject cards (R8.2-R8.9)."""

    LEAD = "lead"
    LOW_LEAD = "low-lead"
    CAMPAIGN = "campaign"
    MOVES = "moves"
    FRICTION = "friction"
    OPPORTUNITY = "opportunity"
    DILEMMA = "dilemma"
    QUIET = "quiet"


class Track(Enum):
    """The public tracks that have one value for the whole coalition (R1.4)."""

    THREAT = "threat"
    ALERT = "alert"
    TRUST = "trust"


class Cause(Enum):
    """Why a track moved; shown in the journal and counted in the review."""

    INJECT = "inject"
    BULLETIN = "bulletin"
    TAKE_DOWN = "take-down"
    COUNSEL = "counsel"
    ABORTED = "aborted"
    STAGED = "staged"
    CALM = "calm"
    PROPAGANDA = "propaganda"
    RECRUITMENT = "recruitment"
    PLOT = "plot"
    MAIN_PLOT = "main-plot"
    INFLUENCE = "influence"
    WRONGFUL = "wrongful-detention"
    PLANS = "plans"
    FUNDS = "funds"
    WEAPONS = "weapons"
    SUPPLIES = "supplies"


class Phase(Enum):
    """Where a round stands (section 4)."""

    INJECT = "inject"
    CHOICE = "choice"
    CALL = "call"
    TURN = "turn"
    GO = "go"
    COMMIT = "commit"
    OVER = "over"


class Result(Enum):
    """How an exercise ended (R7.2), best first; UNDECIDED: the facilitator ended it before (R8.13)."""

    COMPLETE = "complete"
    DECISIVE = "decisive"
    PARTIAL = "partial"
    FAILED = "failed"
    UNDECIDED = "undecided"


GRADES: Final = (Result.COMPLETE, Result.DECISIVE, Result.PARTIAL, Result.FAILED)
"""What the rules decide, best first."""


class EndReason(Enum):
    """What ended it; ENDEX is the last round of a short depth (R10.2), FACILITATOR an early end (R8.13)."""

    STRIKE = "strike"
    NO_TEAM = "no-team"
    ENDEX = "endex"
    THREAT = "threat"
    TRUST = "trust"
    FACILITATOR = "facilitator"


class Struck(Enum):
    """What a committed team found (R7.1)."""

    CAPTURED = "captured"
    ESCAPED = "escaped"
    WRONGFUL = "wrongful"


class NameLoss(Enum):
    """Why a name went (R5.17)."""

    WITHDRAWN = "withdrawn"
    MISMATCH = "mismatch"
    EVIDENCE = "evidence"
    GEOGRAPHY = "geography"


class ChairRule(Enum):
    """Who takes the chair (R2.9)."""

    ROTATING = "rotating"
    FIXED = "fixed"
    COMMANDER = "commander"
