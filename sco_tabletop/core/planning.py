"""A plan for a deal in which every roll succeeds: who does what in which round (R2.10).

Knows abilities and work, no dice and no secrets of its own. A plan holds whoever leads a round: what a zone
does in a round rests only on what it held or was sent in rounds before, or got in the same turn itself.
Files are planned one after the other, each on the quickest way that the zones' actions and shares leave
open, in a few orders; the best plan found is kept. It is a plan, not a proof that none is quicker.
"""

from __future__ import annotations

from collections.abc import Sequence
from enum import IntEnum
from typing import Final

import attrs

from .moving import Flow
from .proving import Ladder
from .scenario import Numbers
from .seat import bits
from .words import ALL_TRAITS, CATEGORIES


class Act(IntEnum):
    """What a step is. Steps of one turn are taken in this order (naming is free and goes without saying).

    MONITOR finds a new persona, LOOK is a Monitor that meets one on file again (R3.13)."""

    SEND = 0
    MONITOR = 1
    TRACE = 2
    LOOK = 3
    ANALYSE = 4
    SHARE = 5
    LOCATE = 6
    STAGE = 7


LOTS: Final = (Act.MONITOR, Act.TRACE, Act.LOOK)
"""Whose traits a lot decides."""


@attrs.frozen
class Step:
    """One move of a plan. `other`: the category of ANALYSE, the receiver of SHARE and SEND, the operative
    whose file is traced for TRACE; else -1. `operative` is -1 for SEND. `traits`: the categories (a mask)
    that MONITOR, TRACE and LOOK are to show, by lot (R3.13)."""

    round: int
    zone: int
    act: Act
    operative: int = -1
    other: int = -1
    traits: int = 0


@attrs.frozen
class Site:
    """What a zone can do: categories it answers (a mask), and whether a roll can succeed there."""

    analyse: int
    trace: bool
    monitor: bool
    locate: bool


@attrs.frozen
class Job:
    """An operative to be found, proved, located and staged.

    `path` says what his proof costs; `first` are the masks that the first file may hold; `start` is the zone
    with his file at the beginning, if any, `sight` those where Monitor may meet him; `links` are numbers of
    jobs.
    """

    home: int
    path: Ladder
    first: tuple[int, ...]
    start: int | None
    sight: tuple[int, ...]
    links: tuple[int, ...]


@attrs.frozen
class Plan:
    """Steps by round, zone and turn; `earliest` is the round of the last."""

    earliest: int
    steps: tuple[Step, ...]


@attrs.frozen
class Origin:
    """A way to a first file: in `zone` from `round` on, after `steps`; `cost` actions in that very round."""

    zone: int
    round: int
    cost: int
    act: Act = Act.MONITOR
    other: int = -1
    before: Step | None = None


def best_plan(
    sites: Sequence[Site],
    jobs: Sequence[Job],
    teams: Sequence[int],
    flow: Flow,
    numbers: Numbers,
    enough: int,
) -> Plan | None:
    """The best plan over a few orders of work, or the first that is through by the round `enough`; None if
    none is through by the last round."""
    best: Plan | None = None
    for order in orders(jobs):
        plan = Timetable(sites, jobs, numbers).work(order, teams, flow)
        if plan and (best is None or plan.earliest < best.earliest):
            best = plan
        if best and best.earliest <= enough:
            break
    return best


def orders(jobs: Sequence[Job]) -> tuple[tuple[int, ...], ...]:
    """Orders in which every job comes after one that leads to it: hidden ones early, crowded homes first,
    as numbered."""
    count = [sum(job.home == other.home for other in jobs) for job in jobs]
    known = [job.start is not None for job in jobs]
    easy = [known[n] or bool(job.sight) for n, job in enumerate(jobs)]
    keys = (
        [(easy[n], not known[n], -count[n], n) for n in range(len(jobs))],
        [(False, easy[n], -count[n], n) for n, job in enumerate(jobs)],
        [(False, False, 0, n) for n, job in enumerate(jobs)],
        [(False, False, 0, -n) for n, job in enumerate(jobs)],
    )
    found = []
    for key in keys:
        left, order = list(range(len(jobs))), list[int]()
        while left:
            may = [n for n in left if easy[n] or any(other in order for other in jobs[n].links)]
            if not may:
                break
            order.append(min(may, key=lambda n: key[n]))
            left.remove(order[-1])
        if not left and tuple(order) not in found:
            found.append(tuple(order))
    return tuple(found)


class Timetable:
    """One attempt: what is left of every zone's actions and shares, round by round, and what is planned."""

    def __init__(self, sites: Sequence[Site], jobs: Sequence[Job], numbers: Numbers) -> None:
        self.sites, self.jobs, self.rounds = sites, jobs, numbers.rounds
        self.actions = [[0] + [numbers.actions] * numbers.rounds for _ in sites]
        self.shares = [[0] + [numbers.shares] * numbers.rounds for _ in sites]
        self.held: dict[int, dict[int, int]] = {}
        self.steps: list[Step] = []

    def work(self, order: Sequence[int], teams: Sequence[int], flow: Flow) -> Plan | None:
        """Move the teams, then plan every job in this order; None if one does not fit in."""
        ready = self.move_teams(teams, flow)
        if ready is None or not all(self.place(number, ready) for number in order):
            return None
        steps = sorted(self.steps, key=lambda step: (step.round, step.zone, step.act))
        return Plan(steps[-1].round, tuple(steps))

    def take(self, zone: int, first: int) -> int:
        """Spend the zone's first free action from round `first` on; its round, 0 if there is none."""
        row = self.actions[zone]
        for number in range(max(first, 1), self.rounds + 1):
            if row[number]:
                row[number] -= 1
                return number
        return 0

    def move_teams(self, teams: Sequence[int], flow: Flow) -> list[list[int]] | None:
        """Plan the moves; for each zone the rounds from which its teams are there, None if time is short."""
        ready = [[1] * count for count in teams]
        left = dict(sorted(flow.items()))
        while left:
            blocked = {other for _, other in left}
            one, other = next(pair for pair in left if pair[0] not in blocked)
            for _ in range(left.pop((one, other))):
                sent = self.take(one, ready[one].pop(0))
                if not sent:
                    return None
                self.steps.append(Step(sent, one, Act.SEND, other=other))
                ready[other].append(sent + 1)
        return [sorted(rounds) for rounds in ready]

    def place(self, number: int, ready: list[list[int]]) -> bool:
        """Plan one operative from the first file to the team at the door."""
        job = self.jobs[number]
        chain = Search(self, number).run()
        if chain is None:
            return False
        held = self.held[number] = {} if job.start is None else {job.start: 1}
        for step in chain:
            if step.act is Act.SHARE:
                self.shares[step.zone][step.round] -= 1
                target = held if step.operative == number else self.held[step.operative]
                target.setdefault(step.other, step.round + 1)
            else:
                self.actions[step.zone][step.round] -= 1
                held.setdefault(step.zone, step.round)
        self.steps += chain
        arrived = max((step.round + (step.act is Act.SHARE) for step in chain), default=1)
        located = self.take(job.home, arrived)
        staged = self.take(job.home, max(located, ready[job.home].pop(0))) if located else 0
        self.steps.append(Step(located, job.home, Act.LOCATE, number))
        self.steps.append(Step(staged, job.home, Act.STAGE, number))
        return staged > 0

    def origins(self, number: int) -> list[Origin]:
        """Every way to a first file on an operative: open at the start, else seen, else by a link."""
        job = self.jobs[number]
        if job.start is not None:
            return [Origin(job.start, 1, 0)]
        found = [Origin(zone, 1, 1) for zone in job.sight]
        for other in job.links:
            held = self.held.get(other, {})
            for zone, site in enumerate(self.sites):
                if not site.trace:
                    continue
                if zone in held:
                    found.append(Origin(zone, held[zone], 1, Act.TRACE, other))
                elif not job.sight and (sent := self.share_to(other, zone)):
                    found.append(Origin(zone, sent.round + 1, 1, Act.TRACE, other, sent))
        return found

    def share_to(self, number: int, zone: int) -> Step | None:
        """The first share that could bring the operative's file to `zone`, from whoever has it."""
        can = [
            (free, holder)
            for holder, since in self.held.get(number, {}).items()
            for free in range(since, self.rounds)
            if self.shares[holder][free]
        ]
        return Step(min(can)[0], min(can)[1], Act.SHARE, number, zone) if can else None


class Search:
    """Breadth first over (zone, categories held), round by round and, within a turn, action by action.

    A state is one number, zone and categories; `known` says for each how it was reached first: the state
    before (or minus one minus the number of an origin), round, act and what the act is on.
    """

    def __init__(self, table: Timetable, number: int) -> None:
        self.table, self.job, self.number = table, table.jobs[number], number
        self.origins = table.origins(number)
        self.known: dict[int, tuple[int, int, Act, int]] = {}
        self.path = self.job.path
        self.can = [site.analyse for site in table.sites]

    def run(self) -> list[Step] | None:
        """Steps in order, or None if the home cannot know him by the last round."""
        for now in range(1, self.table.rounds + 1):
            found = self.turn(now)
            if found is not None:
                return self.steps_to(found)
            self.post(now)
        return None

    def turn(self, now: int) -> int | None:
        """Everything that can be had in the turns of a round; the aim as soon as it is met."""
        layer, fresh, spent = list(self.known), list[int](), 0
        for place, origin in enumerate(self.origins):
            if origin.round > now or (origin.cost and not self.table.actions[origin.zone][now]):
                continue
            for mask in self.job.first:
                state = origin.zone << CATEGORIES | mask
                if state not in self.known:
                    self.known[state] = (-1 - place, now, origin.act, origin.other)
                    (fresh if origin.cost else layer).append(state)
        while layer or fresh:
            for state in layer:
                if state >> CATEGORIES == self.job.home and not self.path.left[state & ALL_TRAITS]:
                    return state
            layer, fresh, spent = fresh + self.learn(now, layer, spent), [], spent + 1
        return None

    def learn(self, now: int, layer: list[int], spent: int) -> list[int]:
        """States one more answer or look away, in zones that have more than `spent` actions."""
        found, known = [], self.known
        for state in layer:
            zone, mask = state >> CATEGORIES, state & ALL_TRAITS
            if self.table.actions[zone][now] <= spent:
                continue
            for category in bits(self.can[zone] & self.path.gain[mask]):
                further = state | 1 << category
                if further not in known:
                    known[further] = (state, now, Act.ANALYSE, category)
                    found.append(further)
            for held in self.path.looks[mask] if zone in self.job.sight else ():
                further = zone << CATEGORIES | held
                if further not in known:
                    known[further] = (state, now, Act.LOOK, -1)
                    found.append(further)
        return found

    def post(self, now: int) -> None:
        """Shares after the turns, to whoever can add to the file, or home once it suffices; what is sent is
        there in the next round."""
        known, home, path = self.known, self.job.home, self.path
        for state in list(known):
            zone, mask = state >> CATEGORIES, state & ALL_TRAITS
            if not self.table.shares[zone][now]:
                continue
            gain, done = path.gain[mask], not path.left[mask]
            seeing = self.job.sight if path.looks[mask] else ()
            for other, can in enumerate(self.can):
                if can & gain or other in seeing or (other == home and done):
                    arrival = other << CATEGORIES | mask
                    if arrival not in known:
                        known[arrival] = (state, now, Act.SHARE, other)

    def steps_to(self, state: int) -> list[Step]:
        """How a state was reached, from the beginning."""
        steps: list[Step] = []
        while state >= 0:
            parent, now, act, other = self.known[state]
            origin = self.origins[-1 - parent] if parent < 0 else None
            if not origin or origin.cost:
                zone, held = divmod(0 if origin else parent, 1 << CATEGORIES)
                zone = origin.zone if origin else zone
                shown = state & ALL_TRAITS & ~held if act in LOTS else 0
                steps.append(Step(now, zone, act, self.number, other, shown))
            if origin and origin.before:
                steps.append(origin.before)
            state = parent
        return steps[::-1]
