"""What an explanation is: the figure that is asked for, its parts, and how they make its total."""

from __future__ import annotations

from enum import Enum

import attrs

from .commands import AnyCommand
from .doubt import percent_of
from .rejection import Rejection
from .words import Cause, Function, Track


@attrs.frozen
class Tracked:
    """Threat, alert or public trust now."""

    track: Track


@attrs.frozen
class Prepared:
    """The preparation track now."""


@attrs.frozen
class Influenced:
    """The influence in a zone now."""

    zone: int


@attrs.frozen
class Spread:
    """What the mean influence adds to the threat a round."""


@attrs.frozen
class Size:
    """The most operatives that there may be."""


@attrs.frozen
class Plotted:
    """What a warned plot may add to the threat."""

    number: int


@attrs.frozen
class MainPlot:
    """What the main plot adds to the threat."""


@attrs.frozen
class Escaping:
    """The chance that a struck operative escapes."""


@attrs.frozen
class Slipping:
    """The chance a round that a located operative slips away."""


@attrs.frozen
class Traced:
    """The chance a round that an operative of a function leaves a trace."""

    function: Function


@attrs.frozen
class Odds:
    """The chance of a command that rolls."""

    command: AnyCommand


@attrs.frozen
class Risked:
    """The chance that hangs on a command which itself does not roll: a bulletin overheard, a team noticed, a
    low lead true."""

    command: AnyCommand


@attrs.frozen
class Doubted:
    """The chance that a name given by a zone is right."""

    persona: int
    zone: int


@attrs.frozen
class Captured:
    """The chance that the team on a persona takes an operative at H-hour."""

    persona: int
    zone: int


@attrs.frozen
class Refused:
    """Why a command is not possible now."""

    command: AnyCommand


Figure = (
    Tracked
    | Prepared
    | Influenced
    | Spread
    | Size
    | Plotted
    | MainPlot
    | Escaping
    | Slipping
    | Traced
    | Odds
    | Risked
    | Doubted
    | Captured
    | Refused
)


class How(Enum):
    """How parts make the total."""

    SUM = "sum"
    MOST = "most"
    MEAN = "mean"
    STEP = "step"
    LEVEL = "level"
    DOUBT = "doubt"
    PRODUCT = "product"
    SHORT = "short"


class Term(Enum):
    """What a part is. Texts for it live at the edge."""

    START = "start"
    CAUSE = "cause"
    SOURCE = "source"
    ZONE = "zone"
    AT_MOST = "at-most"
    RECRUITED = "recruited"
    OPEN = "open"
    SHIELDED = "shielded"
    DAMAGE = "damage"
    BY_DECK = "by-deck"
    ALERT = "alert"
    BASE = "base"
    BY_ALERT = "by-alert"
    OWN_LEVEL = "own-level"
    LOAN = "loan"
    SUSPENDED = "suspended"
    UNCHECKED = "unchecked"
    HITS = "hits"
    THEIRS = "theirs"
    ALL_TRAITS = "all-traits"
    ALONE = "alone"
    RIGHT = "right"
    STAYS = "stays"
    NEEDED = "needed"
    HAVE = "have"


@attrs.frozen
class Part:
    """One part: `value` in the unit of the total (points, per cent, a level, for doubt 4**-5). `count` and
    `power`: how often, of how many, 4 to the minus how much - as the term says."""

    term: Term
    value: int
    zone: int = -1
    discipline: int = -1
    cause: Cause | None = None
    count: int = 0
    power: int = 0


@attrs.frozen
class Explanation:
    """A number with its rule paragraph and its parts. `steps`: (from, gives) pairs for what goes by steps or
    levels. `limit`: where its track ends, 0 for none. `unsure`: it takes an unverified trait as true."""

    rule: str
    how: How
    parts: tuple[Part, ...]
    total: int
    limit: int = 0
    steps: tuple[tuple[int, int], ...] = ()
    unsure: bool = False
    refusal: Rejection | None = None

    def again(self) -> int:
        """The total, put together from the parts alone."""
        values = [part.value for part in self.parts]
        match self.how:
            case How.SUM:
                return sum(values)
            case How.MOST:
                return max(values)
            case How.STEP | How.LEVEL:
                return self.reached(max(values, default=0))
            case How.MEAN:
                return self.reached(10 * sum(values), len(values))
            case How.DOUBT:
                return percent_of(sum(values))
            case How.PRODUCT:
                return values[0] * values[1] // 100
            case How.SHORT:
                return next((part.value for part in self.parts if part.term is Term.NEEDED), 0)

    def reached(self, value: int, of: int = 1) -> int:
        """What the highest step reached gives, 0 if there is none."""
        return max((gives for start, gives in self.steps if value >= start * of), default=0)
