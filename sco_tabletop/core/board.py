"""The public compartment: what every zone may know at any moment (R3.4, R3.5).

Changed only by public events. Zones, personas and disciplines are numbers; sets of zones are bit masks.
"""

from __future__ import annotations

import attrs

from .message import Delivery
from .scenario import Scenario
from .words import CATEGORIES, EndReason, Function, Phase, Result, Struck

NO_FILE = -1
UNCHECKED = -1


@attrs.define
class ZoneBoard:
    """What is public about one zone."""

    levels: list[int]
    borrowed: list[int]
    teams: int
    influence: int
    lent: bool = False
    suspended: int = -1
    given_back: list[int] = attrs.field(factory=lambda: [0] * CATEGORIES)
    protected_until: int = 0
    actions: int = 0
    shares: int = 0
    requests: int = 0
    held_up: int = 0
    monitored: int = 0
    """Monitors of this round that succeeded: what they saw need not be looked for again."""

    def level(self, discipline: int) -> int:
        """Own level or loan, the better (R1.2); a suspended loan does not count."""
        own, loan = self.levels[discipline], self.borrowed[discipline]
        return own if loan <= own or discipline == self.suspended else loan


@attrs.define
class Entry:
    """One persona on the Index (R3.4). Lists run along zones; `possible` is kept by `geography`."""

    function: Function
    held: list[int]
    unverified: list[int]
    hits: list[int]
    tested: list[int]
    sites: list[int]
    sighted: int = 0
    possible: int = 0
    named: int = 0
    located: int = 0
    staged: int = 0
    dark_until: int = 0
    frozen_until: int = 0

    def holders(self) -> int:
        """Zones that hold a file, as a mask."""
        return sum(1 << z for z, mask in enumerate(self.held) if mask >= 0)

    def pool(self) -> int:
        """Categories that anybody holds, as a mask."""
        pooled = 0
        for mask in self.held:
            if mask > 0:
                pooled |= mask
        return pooled


@attrs.frozen
class Plot:
    """A warned plot (R6.6): its two zones as a mask, and the round in whose network phase it fires."""

    number: int
    zones: int
    due: int


@attrs.define
class Request:
    """A public request (R5.18). `category` is -1 for the whole file; `until` is the last round it stands."""

    asker: int
    holder: int
    persona: int
    category: int
    until: int
    answered: bool = False


@attrs.frozen
class Offer:
    """A low lead waiting for an answer (R8.3); its value is secret until it is accepted."""

    zone: int
    persona: int
    category: int


@attrs.frozen
class Capture:
    """A target of the strike as opened afterwards. `operative`: the persona the person really was, or -1."""

    zone: int
    persona: int
    person: int
    outcome: Struck
    operative: int


@attrs.frozen
class OpenedName:
    """A name as opened at the end of a short depth (R10.4). `operative`: the persona the person really was,
    or -1."""

    zone: int
    persona: int
    person: int
    operative: int

    @property
    def right(self) -> bool:
        """True if the person is the persona's own operative; another operative is wrong here."""
        return self.operative == self.persona


@attrs.frozen
class Revealed:
    """One operative when everything is opened (R7.1). `links` are personas."""

    persona: int
    function: Function
    zone: int
    person: int
    links: tuple[int, ...]


@attrs.define
class Public:
    """The public board. `acting` is the zone whose decision is awaited, or COMMANDER; `reach` gives, for
    each zone, the mask of itself and its neighbours (R2.1, R3.8)."""

    zones: list[ZoneBoard]
    reach: tuple[int, ...]
    index: dict[int, Entry]
    round: int = 0
    phase: Phase = Phase.INJECT
    acting: int = 0
    chair: int = 0
    lead_zone: int = 0
    called: bool = False
    threat: int = 0
    alert: int = 0
    alert_mark: int = 0
    trust: int = 0
    preparation: list[int] = attrs.field(factory=lambda: [0, 0, 0, 0])
    plots: list[Plot] = attrs.field(factory=list)
    plots_seen: int = 0
    fired: list[int] = attrs.field(factory=list)
    recruited: list[int] = attrs.field(factory=list)
    main_round: int = 0
    main_fired: bool = False
    bulletins: int = 0
    requests: list[Request] = attrs.field(factory=list)
    pile: int = 0
    card: str = ""
    drawn: list[str] = attrs.field(factory=list)
    offer: Offer | None = None
    announced: list[Delivery] = attrs.field(factory=list)
    committed: int = 0
    captures: list[Capture] = attrs.field(factory=list)
    attributed: tuple[int, ...] = ()
    opened: list[OpenedName] = attrs.field(factory=list)
    network: tuple[Revealed, ...] = ()
    result: Result | None = None
    reason: EndReason | None = None
    practice: bool = False

    @property
    def prepared(self) -> int:
        """The preparation track: plans, funds, weapons and supplies together (R6.5)."""
        return sum(self.preparation)

    def staged_in(self, zone: int) -> int:
        """Teams with a task in a zone (R5.13)."""
        return sum(entry.staged >> zone & 1 for entry in self.index.values())

    def free_teams(self, zone: int) -> int:
        """Teams of a zone without a task that may move or be staged this round."""
        board = self.zones[zone]
        return max(0, board.teams - board.held_up - self.staged_in(zone))

    def frozen(self, persona: int) -> bool:
        """True while a take-down freezes every file on the persona (R5.9)."""
        return self.round <= self.index[persona].frozen_until

    def dark(self, persona: int) -> bool:
        """True while the operative is skipped in network phases (R5.9)."""
        return self.round <= self.index[persona].dark_until

    def protected(self, zone: int) -> bool:
        """True if plots firing here in this round's network phase do less (R5.11)."""
        return self.round <= self.zones[zone].protected_until

    def warned(self, zone: int) -> bool:
        """True if a plot still to fire may hit the zone."""
        return any(plot.zones >> zone & 1 for plot in self.plots)


def blank_public(scenario: Scenario) -> Public:
    """The board before any event."""
    numbers = scenario.numbers
    zones = [
        ZoneBoard([0] * CATEGORIES, [0] * CATEGORIES, 0, numbers.influence_start) for _ in scenario.zones
    ]
    reach = tuple(1 << z | sum(1 << y for y in zone.adjacent) for z, zone in enumerate(scenario.zones))
    return Public(zones=zones, reach=reach, index={}, trust=numbers.trust)


def blank_entry(function: Function, zones: int) -> Entry:
    """A persona newly on the Index: nobody holds anything."""
    return Entry(
        function=function,
        held=[NO_FILE] * zones,
        unverified=[0] * zones,
        hits=[UNCHECKED] * zones,
        tested=[0] * zones,
        sites=[-1] * zones,
        possible=(1 << zones) - 1,
    )
