"""The scenario: everything a deck decides, as frozen values.

Built by `content` from a deck folder and one difficulty, embedded in every save. Knows no
country by name: zones are numbered in deck order, which is clockwise (R2.1).
"""

from __future__ import annotations

from enum import Enum

import attrs

from .words import ChairRule, Depth, Function, Kind, Track


@attrs.frozen
class Zone:
    """One combat zone. `adjacent` holds zone numbers; `sites` are names of places within it."""

    id: str
    name: str
    short: str
    sites: tuple[str, ...]
    adjacent: tuple[int, ...]


@attrs.frozen
class Numbers:
    """The numbers of R1.1 and R1.4. Percentages are whole numbers 0..100.

    The last eight judge the short depths (R10.1, R10.3); `influence_goal` is a mean in tenths (10 is 1.0).
    """

    rounds: int
    actions: int
    shares: int
    requests: int
    register_size: int
    operatives_low: int
    operatives_high: int
    operatives_cap: int
    operatives_per_zone: int
    start_personas: int
    threat_limit: int
    main_rounds: tuple[int, ...]
    main_damage: int
    preparation_needed: int
    bulletins: int
    teams: tuple[int, ...]
    trust: int
    alert_max: int
    influence_start: int
    influence_max: int
    plot_threat: int
    plot_threat_protected: int
    plot_fuse: int
    influence_steps: tuple[InfluenceStep, ...]
    staged_alert_chance: int
    take_down_alert: int
    take_down_influence: int
    take_down_preparation: int
    dark_rounds: int
    frozen_rounds: int
    bulletin_alert_chance: int
    aborted_alert: int
    slip_base: int
    slip_per_alert: int
    escape_steps: tuple[EscapeStep, ...]
    wrongful_trust: int
    quota: int
    partial_quota: int
    evidence: int
    check_from: int
    trace_per_alert: int
    recruit_from: int
    recruit_zone_limit: int
    recruit_influence: int
    lend_from: int
    lead_truth: int
    min_slack: int
    date_evidence: int
    first_look: int
    loan_refund: int
    date_leader: int
    counsel_reach: int
    attributed_zones: int = 2
    attributed_partial: int = 50
    attributed_quota: int = 60
    attributed_complete: int = 100
    influence_goal: int = 10
    named_partial: int = 40
    named_quota: int = 70
    named_complete: int = 90


@attrs.frozen
class InfluenceStep:
    """From this mean influence on (in tenths: 18 is 1.8) `threat` is added a round; the highest counts."""

    tenths: int
    threat: int


@attrs.frozen
class EscapeStep:
    """From this alert on a struck operative escapes with `chance` per cent; the highest step counts."""

    alert: int
    chance: int


@attrs.frozen
class Chances:
    """Success in per cent by level 0..3 (R1.2) and traces by function, in the order of `Function` (R1.3)."""

    analyse: tuple[int, int, int, int]
    monitor: tuple[int, int, int, int]
    locate: tuple[int, int, int, int]
    trace_left: tuple[int, ...]


class Who(Enum):
    """Which zone an effect of a card falls on."""

    LOT = "lot"
    CHAIR = "chair"
    HIGHEST = "highest-influence"
    LOWEST = "lowest-influence"


class EffectKind(Enum):
    """What a card can do (R8.2-R8.10)."""

    TRACK = "track"
    INFLUENCE = "influence"
    PREPARATION = "preparation"
    ACTIONS = "actions"
    CONTACT_LOST = "contact-lost"
    LEAD = "lead"
    LOW_LEAD = "low-lead"
    TEAM_HELD = "team-held"
    LOAN_SUSPENDED = "loan-suspended"
    BULLETINS = "bulletins"
    REVEAL = "reveal"


@attrs.frozen
class Effect:
    """One effect of a card. `amount` counts for tracks, influence, preparation, actions and bulletins;
    `track` for kind TRACK (trust or alert); `who` for effects on one zone."""

    kind: EffectKind
    amount: int = 0
    track: Track | None = None
    who: Who = Who.LOT


@attrs.frozen
class Option:
    """One answer to a dilemma: a short label and what it does."""

    label: str
    text: str
    effects: tuple[Effect, ...]


@attrs.frozen
class Card:
    """One inject card. `grade` is the Admiralty grade of a lead ("B2"), else empty."""

    id: str
    kind: Kind
    title: str
    text: str
    sender: str
    method: str
    grade: str
    teaches: str
    question: str
    effects: tuple[Effect, ...]
    options: tuple[Option, ...]


@attrs.frozen
class KindWeight:
    """Share of a kind of card in the inject pile, in per cent (R8.1)."""

    kind: Kind
    weight: int


@attrs.frozen
class Trait:
    """One trait category as the deck words it, with its four values."""

    name: str
    values: tuple[str, str, str, str]


@attrs.frozen
class Label:
    """Where a zone's name stands on the map: row and column of its middle, from 0."""

    row: int
    column: int


@attrs.frozen
class Map:
    """Schematic map. `rows` are equally long lines; a letter of `legend` (one a zone, in deck order) says
    to which zone a cell belongs, a dot that it is nobody's."""

    rows: tuple[str, ...]
    legend: str
    labels: tuple[Label, ...]


@attrs.frozen
class Scenario:
    """A deck at one difficulty. Lists that run along disciplines or categories have five entries."""

    deck: str
    version: str
    title: str
    summary: str
    briefing: str
    difficulty: str
    depth: Depth
    zones: tuple[Zone, ...]
    map: Map
    disciplines: tuple[str, ...]
    traits: tuple[Trait, ...]
    functions: tuple[Function, ...]
    levels: tuple[int, ...]
    numbers: Numbers
    chances: Chances
    kind_weights: tuple[KindWeight, ...]
    cards: tuple[Card, ...]
    personas: tuple[str, ...]
    persons: tuple[str, ...]
    channels: tuple[str, ...]
    objectives: tuple[Objective, ...]


@attrs.frozen
class Objective:
    """What the exercise is meant to test, with the tasks that show it (domain: evaluation)."""

    id: str
    title: str
    tasks: tuple[str, ...]

    @property
    def names(self) -> tuple[str, ...]:
        """The names of the tasks, `id.1` first."""
        return tuple(f"{self.id}.{number}" for number in range(1, len(self.tasks) + 1))


@attrs.frozen
class Seating:
    """What the rules need to know of the table: who may take the chair (R2.9).

    `chair_zones` is empty when every zone may; with `ChairRule.FIXED` it holds exactly one zone.
    """

    chair: ChairRule = ChairRule.ROTATING
    chair_zones: tuple[int, ...] = ()
