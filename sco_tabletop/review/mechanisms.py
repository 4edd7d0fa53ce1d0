"""Intelligence exchange, operation coordination, technology complement: for each a figure and two moments.

Processes are judged, not persons, and only by figures. Knows a course and its flow; texts are made elsewhere.
"""

from __future__ import annotations

from enum import Enum

import attrs

from ..core.events import ExerciseEnded
from ..core.seat import bits
from .course import Course, walk
from .measures import (
    Figure,
    Withheld,
    complement,
    coordination,
    due_line,
    exchange,
    levels_at_home,
    withheld,
)
from .records import NEVER, Deed, Flow, Handover, Held, How, Loan, Member


class Mechanism(Enum):
    """What the exercise tests."""

    EXCHANGE = "exchange"
    COORDINATION = "coordination"
    COMPLEMENT = "complement"


class Sort(Enum):
    """What a moment shows."""

    HANDED = "handed"
    WITHHELD = "withheld"
    TEAMS = "teams"
    UNSTRUCK = "unstruck"
    STAKE_OUT = "stake-out"
    ANSWERED = "answered"
    LOAN = "loan"
    MISSING = "missing"
    SIGHTED = "sighted"
    UNSEEN = "unseen"


@attrs.frozen
class Moment:
    """A line of the log worth reading. `number` and `other` are the figures of its sort: HANDED traits and
    rounds to the name (-1: none came), WITHHELD rounds, TEAMS teams and right names, UNSTRUCK and STAKE_OUT
    rounds, ANSWERED rounds to the home, LOAN uses, MISSING rounds, SIGHTED rounds to the sighting, UNSEEN
    rounds to the end. `zones`: a mask of those it is about."""

    sort: Sort
    line: int
    persona: int
    category: int
    zones: int
    number: int
    other: int


@attrs.frozen
class Judged:
    """One mechanism: its figure (R11.6 to R11.8) and at most two moments."""

    mechanism: Mechanism
    figure: Figure
    moments: tuple[Moment, ...]


def judge(course: Course, flow: Flow, levels: tuple[tuple[int, ...], ...]) -> tuple[Judged, ...]:
    """All three, in the order of the exercise's own list."""
    handed = two(best_handover(flow), longest(flow))
    if not flow.names_played:
        handed = two(soonest_sighting(flow), unseen(flow))
    return (
        Judged(Mechanism.EXCHANGE, exchange(flow), handed),
        Judged(Mechanism.COORDINATION, coordination(flow), two(teams(course, flow), waiting(flow))),
        Judged(
            Mechanism.COMPLEMENT,
            complement(flow, levels),
            two(answered(flow, levels) or best_loan(flow), missing(flow, levels) or best_loan(flow)),
        ),
    )


def two(first: Moment | None, second: Moment | None) -> tuple[Moment, ...]:
    """Those that there are, each once."""
    found = [moment for moment in (first, second) if moment is not None]
    return tuple(found[:1] if len(found) == 2 and found[0] == found[1] else found)


# ---------------------------------------------------------------------- exchange


def best_handover(flow: Flow) -> Moment | None:
    """The share or bulletin that brought the zone that had to act the most traits; the earliest of equals."""
    found: list[tuple[int, Handover, Member]] = []
    for member in flow.members:
        due = due_line(flow, member.persona)
        for handover in flow.handovers:
            if handover.persona == member.persona and handover.line <= due:
                got = sum(g.categories.bit_count() for g in handover.gains if g.zone == member.home)
                if got:
                    found.append((got, handover, member))
    if not found:
        return None
    got, handover, member = max(found, key=lambda f: (f[0], -f[1].line))
    named = flow.right.get(member.persona, (NEVER, NEVER))[0]
    rounds = named - handover.round if named else -1
    zones = 1 << handover.zone | 1 << member.home
    return Moment(Sort.HANDED, handover.line, member.persona, -1, zones, got, rounds)


def longest(flow: Flow) -> Moment | None:
    """The fact withheld longest, for a round at least."""
    facts = [fact for fact in withheld(flow) if fact.rounds]
    if not facts:
        return None
    fact: Withheld = facts[0]
    zones = sum(1 << zone for zone in fact.holders)
    return Moment(Sort.WITHHELD, fact.line, fact.persona, fact.category, zones, fact.rounds, int(fact.given))


def sightings_from(flow: Flow) -> list[tuple[Held, Deed | None]]:
    """Find only: every file that was handed over, with the first sighting of him there after it."""
    found = []
    for held in flow.held:
        if held.source >= 0:
            seen = (d for d in flow.sighted if (d.zone, d.persona) == (held.zone, held.persona))
            found.append((held, next((d for d in seen if d.line > held.line), None)))
    return found


def soonest_sighting(flow: Flow) -> Moment | None:
    """The file handed over that let its receiver sight him soonest (R5.2)."""
    found = [(seen.round - held.round, held) for held, seen in sightings_from(flow) if seen is not None]
    if not found:
        return None
    rounds, held = min(found, key=lambda f: (f[0], f[1].line))
    return Moment(Sort.SIGHTED, held.line, held.persona, -1, 1 << held.zone, rounds, 0)


def unseen(flow: Flow) -> Moment | None:
    """The file handed over earliest that brought no sighting there to the end of the log."""
    first = next((held for held, seen in sightings_from(flow) if seen is None), None)
    if first is None:
        return None
    return Moment(Sort.UNSEEN, first.line, first.persona, -1, 1 << first.zone, flow.rounds - first.round, 0)


# ---------------------------------------------------------------------- coordination


def teams(course: Course, flow: Flow) -> Moment | None:
    """The end: how many of the rightly named had a team on them."""
    end = next((at.line for at in walk(course) if isinstance(at.event, ExerciseEnded)), NEVER)
    if not end or not flow.closes or not flow.strikes_played:
        return None
    last = flow.closes[-1]
    ready = sum(persona in last.staged for persona in last.rightly)
    return Moment(Sort.TEAMS, end, -1, -1, 0, ready, len(last.rightly))


def waiting(flow: Flow) -> Moment | None:
    """A right name that no team ever struck, the oldest first; else the team that waited longest."""
    struck = {strike.found for strike in flow.strikes}
    unstruck = [(where, persona) for persona, where in flow.right.items() if persona not in struck]
    if unstruck and flow.ended and flow.strikes_played:
        (since, line), persona = min(unstruck)
        home = next(m.home for m in flow.members if m.persona == persona)
        return Moment(Sort.UNSTRUCK, line, persona, -1, 1 << home, flow.rounds - since, 0)
    if not flow.staged:
        return None
    first: Deed = flow.staged[0]
    return Moment(
        Sort.STAKE_OUT, first.line, first.persona, -1, 1 << first.zone, flow.rounds - first.round, 0
    )


# ---------------------------------------------------------------------- complement


def answered(flow: Flow, levels: tuple[tuple[int, ...], ...]) -> Moment | None:
    """An answer of another zone that the home had no discipline for and got, soonest."""
    found = []
    for member, category in levels_at_home(flow, levels):
        facts = [f for f in flow.facts if (f.persona, f.category) == (member.persona, category)]
        home = next((f for f in facts if f.zone == member.home), None)
        answer = next((f for f in facts if f.how is How.ANALYSIS and f.zone != member.home), None)
        if home is not None and answer is not None and answer.line < home.line:
            found.append((home.round - answer.round, answer.line, member, answer))
    if not found:
        return None
    rounds, line, member, answer = min(found, key=lambda f: f[:2])
    zones = 1 << answer.zone | 1 << member.home
    return Moment(Sort.ANSWERED, line, member.persona, answer.category, zones, rounds, 0)


def missing(flow: Flow, levels: tuple[tuple[int, ...], ...]) -> Moment | None:
    """A trait that the home had no discipline for, that others held for a round at least, and that never
    came; the longest."""
    wanted = {(member.persona, category) for member, category in levels_at_home(flow, levels)}
    facts = [w for w in withheld(flow) if w.rounds and not w.given and (w.persona, w.category) in wanted]
    if not facts:
        return None
    fact = facts[0]
    zones = sum(1 << zone for zone in fact.holders)
    return Moment(Sort.MISSING, fact.line, fact.persona, fact.category, zones, fact.rounds, 0)


def best_loan(flow: Flow) -> Moment | None:
    """The loan that counted in most actions."""
    if not flow.loans:
        return None
    loan: Loan = max(flow.loans, key=lambda of: (of.uses, -of.line))
    return Moment(Sort.LOAN, loan.line, -1, loan.discipline, 1 << loan.zone | 1 << loan.to, loan.uses, 0)


def zones_of(moment: Moment) -> tuple[int, ...]:
    """The zones that a moment is about."""
    return bits(moment.zones)
