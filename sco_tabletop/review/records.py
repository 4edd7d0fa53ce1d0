"""What the knowledge flow finds in a log, as values. Every record names its round and its line of the save.

Knows ids only; sentences are made in `review/report` and `wording`. A mask is a set of categories or zones.
"""

from __future__ import annotations

from enum import Enum

import attrs

from ..core.words import Cause, Function, Struck, Track

NEVER = 0
"""Stands for a round or line that did not come."""


class How(Enum):
    """How a trait came into a file."""

    ANALYSIS = "analysis"
    SHARE = "share"
    BULLETIN = "bulletin"
    LEAD = "lead"
    LOW_LEAD = "low-lead"
    REVEALED = "revealed"
    MONITOR = "monitor"
    OPENED = "opened"
    START = "start"
    OTHER = "other"


@attrs.frozen
class Member:
    """An operative: home, number in its register, and the round in whose network phase he joined (0: from
    the start). `person` is -1 where the reader was not told."""

    persona: int
    function: Function
    home: int
    person: int
    joined: int
    links: tuple[int, ...]


@attrs.frozen
class Fact:
    """A category written into a zone's file. `source`: the zone that handed it over, else -1."""

    zone: int
    persona: int
    category: int
    how: How
    source: int
    unverified: bool
    round: int
    line: int


@attrs.frozen
class Held:
    """A zone opened a file on a persona. `source`: the zone that handed it over, else -1."""

    zone: int
    persona: int
    how: How
    source: int
    round: int
    line: int


@attrs.frozen
class Gain:
    """What one receiver got of a file: categories it lacked, links as far as told, a file it did not have."""

    zone: int
    categories: int
    links: int
    opened: bool

    @property
    def something(self) -> bool:
        """True if anything was new."""
        return bool(self.categories or self.links or self.opened)


@attrs.frozen
class Handover:
    """A share, or a bulletin to all others."""

    zone: int
    persona: int
    bulletin: bool
    gains: tuple[Gain, ...]
    round: int
    line: int

    @property
    def helped(self) -> bool:
        """True if a receiver got anything that it did not have."""
        return any(gain.something for gain in self.gains)


@attrs.frozen
class Question:
    """A request (R5.18). `answered` is the line that answered it, NEVER if none did while it stood."""

    zone: int
    to: int
    persona: int
    category: int
    answered: int
    round: int
    line: int


@attrs.frozen
class Analysis:
    """An Analyse action. `again`: somebody had answered the same before (R11.3). `own` and `used` are the
    zone's printed level and the level it counted with."""

    zone: int
    persona: int
    category: int
    success: bool
    again: bool
    own: int
    used: int
    round: int
    line: int


@attrs.frozen
class NameGiven:
    """A name. `person` is -1 and `right` None where the reader was not told; `lost` is the line on which it
    went."""

    zone: int
    persona: int
    person: int
    right: bool | None
    lost: int
    round: int
    line: int


@attrs.frozen
class Deed:
    """A step of the hunt that counts: sighted, located, or a team staged."""

    zone: int
    persona: int
    round: int
    line: int


@attrs.frozen
class Loan:
    """R5.7, and in how many actions the borrower counted with it, having less of its own."""

    zone: int
    to: int
    discipline: int
    level: int
    uses: int
    round: int
    line: int


@attrs.frozen
class Sent:
    """A team sent (R5.8)."""

    zone: int
    to: int
    round: int
    line: int


@attrs.frozen
class TakeDownCost:
    """A take-down with what it gained and lost. Gained: influence and preparation taken off, network phases
    that the operative then missed. Lost: alert, and the categories still missing in every file together, and
    in his home's file (-1: home not known to the reader), while the files were frozen."""

    zone: int
    persona: int
    influence: int
    preparation: int
    phases: int
    alert: int
    frozen: int
    pool_missing: int
    home_missing: int
    round: int
    line: int


@attrs.frozen
class Moved:
    """A track moved (threat, alert, public trust)."""

    track: Track
    amount: int
    cause: Cause
    round: int
    line: int


@attrs.frozen
class Strike:
    """One target of the strike. `doubt`: chance shown that the name was right, in per cent, just before;
    `file`: (category, value, unverified) of the zone's file, values -1 where the reader was not told;
    `found`: the persona the person really was, -1 for nobody of the network."""

    zone: int
    persona: int
    person: int
    outcome: Struck
    found: int
    doubt: int
    file: tuple[tuple[int, int, bool], ...]
    round: int
    line: int


@attrs.frozen
class Close:
    """How things stood at the end of a round, its network phase included; personas ascending. `pooled` counts
    (persona, category) pairs held anywhere, `at_home` those held by the zone whose register has the
    operative, `own` those of the reader; `attributed` as R10.3 has it. What needs the registers of all zones
    is empty for a seat."""

    round: int
    found: tuple[int, ...]
    attributed: tuple[int, ...]
    named: tuple[int, ...]
    rightly: tuple[int, ...]
    located: tuple[int, ...]
    staged: tuple[int, ...]
    pooled: int
    at_home: int
    own: int
    identifiable: tuple[int, ...]
    threat: int
    alert: int
    trust: int
    influence: int
    preparation: int


@attrs.frozen
class Flow:
    """Everything the measures rest on, in the order of the log.

    `attributed`, `identified`, `able` and `right` give, for a persona, (round, line): R10.3, R11.1's A, the
    first moment at which his home could name him, and R11.1's B. `names_played`, `strikes_played`: False in a
    depth without naming (it plays no traits either), without H-hour (R10.1).
    """

    members: tuple[Member, ...]
    closes: tuple[Close, ...]
    facts: tuple[Fact, ...]
    held: tuple[Held, ...]
    handovers: tuple[Handover, ...]
    questions: tuple[Question, ...]
    analyses: tuple[Analysis, ...]
    names: tuple[NameGiven, ...]
    located: tuple[Deed, ...]
    staged: tuple[Deed, ...]
    loans: tuple[Loan, ...]
    sent: tuple[Sent, ...]
    sighted: tuple[Deed, ...]
    take_downs: tuple[TakeDownCost, ...]
    tracks: tuple[Moved, ...]
    strikes: tuple[Strike, ...]
    attributed: dict[int, tuple[int, int]]
    identified: dict[int, tuple[int, int]]
    able: dict[int, tuple[int, int]]
    right: dict[int, tuple[int, int]]
    rounds: int
    ended: bool
    names_played: bool
    strikes_played: bool
