"""Can a deal be won at all (R2.10)? Fewest actions, slack, ways to every operative, and a plan.

Pure and deterministic, made from the secrets of a deal: only the set-up and the laboratory ask, no seat
ever does. The model: every roll succeeds that can, every lot falls as the coalition wants (whose trace
lies where, which link a Trace shows, which traits a look shows, R3.13; but what the personas known at the
start have shown stands as dealt), no inject card does anything, nobody is recruited, nothing is lent.

Exact in that model: `fewest` (no play can do with fewer, the plan does it with just these), `budget`,
`slack`, `routes`. Bounds: `earliest` is the round of the best plan found (`planning`), `floor` one before
which nobody can be through; the true earliest round lies between. So a deal called solvable certainly is;
one called TOO_LATE may have a plan that was not found. With no free shares `fewest` is a bound as well.
A loan that gives its action back (R5.7) stays outside: real play may do with fewer actions by it, and the
slack is then too strict, never too kind. Where loans give nothing back they save no action.
"""

from __future__ import annotations

from collections.abc import Sequence

import attrs

from .flaw import Fault, Flaw
from .moving import fewest_moves, moves
from .planning import Job, Site, Step, best_plan
from .proving import FAR, Ladder, ladder, proofs
from .scenario import Scenario
from .seat import Person
from .state import State
from .words import CATEGORIES, Discipline, Function


@attrs.frozen
class Member:
    """An operative as dealt; `links` are numbers of operatives."""

    home: int
    person: int
    function: Function
    links: tuple[int, ...]


@attrs.frozen
class Deal:
    """What a deal is judged by. `levels`, `teams` and `registers` run along zones; `start` says which
    operatives' files are open at the beginning, each in one zone, and which categories they hold (a mask)."""

    scenario: Scenario
    levels: tuple[tuple[int, ...], ...]
    teams: tuple[int, ...]
    registers: tuple[tuple[Person, ...], ...]
    operatives: tuple[Member, ...]
    start: tuple[tuple[int, int, int], ...]


@attrs.frozen
class Solution:
    """What `solve` found. `fewest`, `slack` and the plan are there only without faults (else 0, None, none);
    `routes` runs along operatives. Rounds are counted from 1."""

    faults: tuple[Fault, ...]
    routes: tuple[int, ...]
    budget: int
    fewest: int = 0
    slack: int | None = None
    floor: int = 0
    earliest: int = 0
    plan: tuple[Step, ...] = ()

    @property
    def solvable(self) -> bool:
        """True if there is a plan."""
        return not self.faults

    @property
    def rank(self) -> tuple[bool, int]:
        """Larger is better: with a plan, then with more slack."""
        return self.solvable, self.slack or 0


def deal_of(state: State) -> Deal:
    """The deal of an exercise at its first decision."""
    secret = state.secret
    members = tuple(Member(o.home, o.person, o.function, tuple(sorted(o.links))) for o in secret.operatives)
    files = [
        (secret.by_persona[persona], seat.zone, file.held)
        for seat in state.seats
        for persona, file in seat.files.items()
    ]
    return deal_with(state, members, tuple(sorted(files)))


def deal_with(state: State, operatives: tuple[Member, ...], start: tuple[tuple[int, int, int], ...]) -> Deal:
    """The deal that this network would make of the levels, teams and registers on the table."""
    return Deal(
        scenario=state.scenario,
        levels=tuple(tuple(board.levels) for board in state.public.zones),
        teams=tuple(board.teams for board in state.public.zones),
        registers=tuple(seat.register for seat in state.seats),
        operatives=operatives,
        start=start,
    )


def solve(deal: Deal, *, thorough: bool = True) -> Solution:
    """Judge a deal (R2.10). Unless `thorough`, the first plan will do: `earliest` is then a looser bound.

    Fewest actions: one to find each operative who is not known at the start, one for each trait of the
    cheapest proof that the first look has not shown (R3.13), Locate and Stage for each, and the fewest moves
    of teams. Budget: actions of all zones up to and including the earliest round the main plot may be drawn
    for, because a strike at its end comes before it (R9.11). Slack: budget minus fewest.
    """
    sites, sources = sites_of(deal), found_by_sight(deal)
    routes = ways(deal, sites, sources)
    paths = ladders(deal, sites, sources)
    first = opened(deal, paths)
    traits = [path.left[masks[0]] for path, masks in zip(paths, first, strict=True)]
    numbers = deal.scenario.numbers
    budget = len(sites) * numbers.actions * min(*numbers.main_rounds, numbers.rounds)
    wanted = [sum(member.home == zone for member in deal.operatives) for zone in range(len(sites))]
    flow = fewest_moves([zone.adjacent for zone in deal.scenario.zones], deal.teams, wanted)
    faults = [*operative_faults(deal, sites, reached(deal, sites, sources), traits)]
    if flow is None:
        faults.append(Fault(Flaw.NO_TEAM))
    if faults or flow is None:
        return Solution(tuple(faults), routes, budget)
    found = len(deal.operatives) - len(deal.start)
    fewest = found + sum(traits) + 2 * len(deal.operatives) + moves(flow)
    floor = earliest_floor(deal, fewest, wanted)
    jobs = jobs_of(deal, paths, first, sources)
    plan = best_plan(sites, jobs, deal.teams, flow, numbers, floor if thorough else numbers.rounds)
    if plan is None:
        return Solution((Fault(Flaw.TOO_LATE),), routes, budget)
    return Solution((), routes, budget, fewest, budget - fewest, floor, plan.earliest, plan.steps)


def sites_of(deal: Deal) -> tuple[Site, ...]:
    """What every zone can do by its printed levels; a roll of 0 per cent never succeeds."""
    chances = deal.scenario.chances
    found = []
    for row in deal.levels:
        signals, cyber = row[Discipline.SIGNALS], row[Discipline.CYBER]
        analyse = sum(1 << d for d in range(CATEGORIES) if row[d] > 0 and chances.analyse[row[d]] > 0)
        monitor = chances.monitor[max(signals, cyber, row[Discipline.LANGUAGE])]
        locate = chances.locate[max(signals, row[Discipline.BORDER])]
        trace = max(signals, cyber)
        found.append(
            Site(
                analyse=analyse,
                trace=trace > 0 and chances.analyse[trace] > 0,
                monitor=monitor > 0,
                locate=locate > 0,
            )
        )
    return tuple(found)


def analysable(sites: Sequence[Site]) -> int:
    """Categories that some zone can answer, as a mask."""
    mask = 0
    for site in sites:
        mask |= site.analyse
    return mask


def found_by_sight(deal: Deal) -> tuple[tuple[int, ...], ...]:
    """For each operative the zones in which a Monitor may meet a trace of his: none for a leader."""
    chances, sites = deal.scenario.chances, sites_of(deal)
    return tuple(
        tuple(
            zone
            for zone in sorted((member.home, *deal.scenario.zones[member.home].adjacent))
            if sites[zone].monitor
        )
        if member.function is not Function.LEADER and chances.trace_left[member.function] > 0
        else ()
        for member in deal.operatives
    )


def reached(
    deal: Deal, sites: Sequence[Site], sources: Sequence[Sequence[int]], without: int = -1
) -> frozenset[int]:
    """Operatives that can be found at all, `without` one of them: known, seen, or linked to one who is."""
    start = [number for number, *_ in deal.start]
    seen = {number for number, zones in enumerate(sources) if zones or number in start} - {without}
    if any(site.trace for site in sites):
        waiting = sorted(seen)
        while waiting:
            for other in deal.operatives[waiting.pop()].links:
                if other not in seen and other != without:
                    seen.add(other)
                    waiting.append(other)
    return frozenset(seen)


def ways(deal: Deal, sites: Sequence[Site], sources: Sequence[Sequence[int]]) -> tuple[int, ...]:
    """Independent ways to each operative: known at the start, seen by Monitor, and each link to one who can
    be found without him."""
    start, trace = {number for number, *_ in deal.start}, any(site.trace for site in sites)
    counts = []
    for number, member in enumerate(deal.operatives):
        others = reached(deal, sites, sources, number) if trace else frozenset()
        links = sum(other in others for other in member.links)
        counts.append((number in start) + bool(sources[number]) + links)
    return tuple(counts)


def ladders(deal: Deal, sites: Sequence[Site], sources: Sequence[Sequence[int]]) -> list[Ladder]:
    """For each operative what his proof costs from any file on (R5.15, R3.13)."""
    answers, numbers = analysable(sites), deal.scenario.numbers
    return [
        ladder(
            proofs(deal.registers[member.home], member.person, numbers.evidence),
            answers,
            numbers.first_look if sources[number] else 0,
        )
        for number, member in enumerate(deal.operatives)
    ]


def opened(deal: Deal, paths: Sequence[Ladder]) -> list[tuple[int, ...]]:
    """For each operative the files (masks) that he may begin with: as dealt, else as a first look leaves
    him where the lot is kindest."""
    known = {number: held for number, _, held in deal.start}
    look = deal.scenario.numbers.first_look
    return [(known[number],) if number in known else path.first(look) for number, path in enumerate(paths)]


def operative_faults(
    deal: Deal, sites: Sequence[Site], seen: frozenset[int], traits: Sequence[int]
) -> list[Fault]:
    """What stands between the coalition and single operatives; `traits` are the actions of his proof."""
    faults = []
    for number, member in enumerate(deal.operatives):
        if number not in seen:
            leader = member.function is Function.LEADER
            faults.append(Fault(Flaw.LEADER_UNREACHABLE if leader else Flaw.UNREACHABLE, number))
        if traits[number] >= FAR:
            faults.append(Fault(Flaw.NO_EVIDENCE, number))
        if not sites[member.home].locate:
            faults.append(Fault(Flaw.NO_LOCATE, number))
    return faults


def earliest_floor(deal: Deal, fewest: int, wanted: Sequence[int]) -> int:
    """A round before which nobody can be through: all actions there are, and Locate and Stage at home."""
    actions = deal.scenario.numbers.actions
    together = -(-fewest // (actions * len(wanted)))
    at_home = -(-2 * max(wanted) // actions)
    return max(1, together, at_home)


def jobs_of(
    deal: Deal,
    paths: Sequence[Ladder],
    first: Sequence[tuple[int, ...]],
    sources: Sequence[tuple[int, ...]],
) -> tuple[Job, ...]:
    """The operatives as work to be planned."""
    known = {number: zone for number, zone, _ in deal.start}
    return tuple(
        Job(
            home=member.home,
            path=paths[number],
            first=first[number],
            start=known.get(number),
            sight=sources[number],
            links=member.links,
        )
        for number, member in enumerate(deal.operatives)
    )
