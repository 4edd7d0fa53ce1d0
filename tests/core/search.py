"""Exhaustive search for the fewest actions and the earliest round: slow, simple, and no part of the solver.

`fewest_by_search` walks through the abstract model of R2.10 (time does not count), `fewest_on_engine`
through real commands of the real engine, loans and bulletins included, with dice as one would wish. Both let
every Monitor and Trace show what R3.13 lets it show.
"""

from __future__ import annotations

from collections.abc import Iterator
from copy import deepcopy
from heapq import heappop, heappush
from itertools import combinations, product
from typing import Any

from sco_tabletop.core.commands import (
    Analyse,
    Bulletin,
    CallHour,
    EndTurn,
    Lend,
    Locate,
    Monitor,
    Name,
    SendTeam,
    Share,
    Stage,
    Trace,
)
from sco_tabletop.core.engine import decide
from sco_tabletop.core.legal import legal
from sco_tabletop.core.rejection import Rejection
from sco_tabletop.core.solvable import Deal
from sco_tabletop.core.state import State, observe
from sco_tabletop.core.words import CATEGORIES, Phase

from .deals import state_of
from .wishes import Refused, lay_only, wishing

NONE = -1
Node = tuple[tuple[int, ...], tuple[int, ...], tuple[int, ...]]
"""Categories known of every operative (-1: not found), how far each is (2: staged), free teams. Every zone
holds what any holds: shares are free, and more on file never forbids anything."""


class TooLarge(Exception):  # noqa: N818
    """More states than one may look at."""


class Model:
    """A deal as moves between nodes, one action each."""

    def __init__(self, deal: Deal) -> None:
        self.deal, self.chances, self.numbers = deal, deal.scenario.chances, deal.scenario.numbers
        self.near = [zone.adjacent for zone in deal.scenario.zones]
        self.zones, self.look = range(len(self.near)), self.numbers.first_look

    def first(self) -> Node:
        """The beginning."""
        known = {number: held for number, _, held in self.deal.start}
        numbers = range(len(self.deal.operatives))
        return tuple(known.get(n, NONE) for n in numbers), tuple(0 for _ in numbers), self.deal.teams

    def named(self, number: int, held: int) -> bool:
        """R5.15, for the zone of his register."""
        member = self.deal.operatives[number]
        register = self.deal.registers[member.home]
        true = register[member.person].traits
        categories = [c for c in range(CATEGORIES) if held > 0 and held >> c & 1]
        fits = [p for p in register if all(p.traits[c] == true[c] for c in categories)]
        return len(categories) >= self.numbers.evidence and len(fits) == 1

    def least(self, node: Node) -> int:
        """Actions that are still needed at the very least: what guides the search, and never too much."""
        files, far, teams = node
        total = sum((held == NONE) + 2 - done for held, done in zip(files, far, strict=True))
        for held in files:
            seen = self.look if held == NONE else held.bit_count()
            total += -(-max(0, self.numbers.evidence - seen) // max(1, self.look))
        for zone in self.zones:
            wanted = sum(m.home == zone and d < 2 for m, d in zip(self.deal.operatives, far, strict=True))
            total += max(0, wanted - teams[zone])
        return total

    def moves(self, node: Node) -> Iterator[Node]:
        """Everything that can be done."""
        files, far, teams = node
        for number, (held, member) in enumerate(zip(files, self.deal.operatives, strict=True)):
            for learned in self.learn(files, number):
                yield put(files, number, learned), far, teams
            home = self.deal.levels[member.home]
            if far[number] == 0 and self.named(number, held) and self.chances.locate[max(home[0], home[4])]:
                yield files, put(far, number, 1), teams
            if far[number] == 1 and teams[member.home]:
                yield files, put(far, number, 2), put(teams, member.home, teams[member.home] - 1)
        for zone in self.zones:
            for other in self.near[zone] if teams[zone] else ():
                gone = put(teams, zone, teams[zone] - 1)
                yield files, far, put(gone, other, gone[other] + 1)

    def learn(self, files: tuple[int, ...], number: int) -> Iterator[int]:
        """What can be known of an operative one action later: Monitor, Trace if he is new, Analyse."""
        held = files[number]
        if self.may_meet(number) or (held == NONE and self.may_trace(files, number)):
            for shown in looks(max(0, held), self.look):
                yield max(0, held) | shown
        for levels in self.deal.levels if held != NONE else ():
            for c, level in enumerate(levels):
                if level and self.chances.analyse[level] and not held >> c & 1:
                    yield held | 1 << c

    def may_meet(self, number: int) -> bool:
        """Monitor at home or next to it."""
        member = self.deal.operatives[number]
        return self.chances.trace_left[member.function] > 0 and any(
            self.chances.monitor[max(self.deal.levels[zone][n] for n in (0, 1, 3))]
            for zone in (member.home, *self.near[member.home])
        )

    def may_trace(self, files: tuple[int, ...], number: int) -> bool:
        """Trace from a file that is there."""
        tracers = any(max(levels[0], levels[1]) for levels in self.deal.levels)
        return tracers and any(files[other] != NONE for other in self.deal.operatives[number].links)


def looks(held: int, count: int) -> list[int]:
    """What a look at a persona may show, as masks: so many of the categories not held, or all there are."""
    missing = [c for c in range(CATEGORIES) if not held >> c & 1]
    return [sum(1 << c for c in shown) for shown in combinations(missing, min(count, len(missing)))]


def put(row: tuple[int, ...], place: int, value: int) -> tuple[int, ...]:
    """A row with one of its values changed."""
    return (*row[:place], value, *row[place + 1 :])


def fewest_by_search(deal: Deal, limit: int = 60_000) -> int | None:
    """Fewest actions, None if there is no way; TooLarge if that would need more nodes than `limit`."""
    model = Model(deal)
    start = model.first()
    cost, heap, count = {start: 0}, [(model.least(start), 0, start)], 0
    while heap:
        bound, minus, node = heappop(heap)
        if -minus > cost[node]:
            continue
        if min(node[1]) == 2:
            return bound
        count += 1
        if count > limit:
            raise TooLarge
        total = cost[node] + 1
        for after in model.moves(node):
            if total < cost.get(after, 10**6):
                cost[after] = total
                heappush(heap, (total + model.least(after), -total, after))
    return None


def clone(state: State) -> State:
    """A copy to play on; what never changes is shared."""
    kept: list[Any] = [state.scenario, state.seating]
    for seat in state.seats:
        kept += [seat.register, seat.fits]
    return deepcopy(state, {id(thing): thing for thing in kept})


def key(state: State) -> tuple[object, ...]:
    """Everything that matters for what can still be done, the round and the alert aside."""
    public = state.public
    files = tuple(
        (seat.zone, persona, file.held, file.links, file.exhausted)
        for seat in state.seats
        for persona, file in sorted(seat.files.items())
    )
    index = tuple((p, e.possible, e.named, e.located, e.staged) for p, e in sorted(public.index.items()))
    boards = tuple((b.actions, b.shares, b.teams, b.lent, *b.borrowed) for b in public.zones)
    return public.acting, public.lead_zone, public.bulletins, files, index, boards


def done(deal: Deal, state: State) -> bool:
    """Every operative staged on at home under his own name."""
    for number, member in enumerate(deal.operatives):
        entry = state.public.index.get(number)
        right = state.seats[member.home].names.get(number) == member.person
        if entry is None or not entry.staged >> member.home & 1 or not right:
            return False
    return True


def node_of(deal: Deal, state: State) -> Node:
    """The state as the abstract model sees it."""
    index, homes = state.public.index, [member.home for member in deal.operatives]
    files = tuple(index[n].pool() if n in index else NONE for n in range(len(homes)))
    far = tuple(
        (index[n].located >> home & 1) + (index[n].staged >> home & 1) if n in index else 0
        for n, home in enumerate(homes)
    )
    return files, far, tuple(state.public.free_teams(z) for z in range(len(state.seats)))


def settled(state: State) -> State:
    """Give every name that can be given, and go on to the next turn: neither costs anything."""
    while state.public.phase is not Phase.TURN:
        decide(state, CallHour(state.public.acting, call=False))
    for command in legal(observe(state, state.public.acting)):
        if isinstance(command, Name):
            decide(state, command)
    return state


USED = (Monitor, Trace, Analyse, Share, Bulletin, Lend, SendTeam, Locate, Stage, EndTurn)


def followers(deal: Deal, state: State) -> Iterator[tuple[int, State]]:
    """What can come of one command, and what it costs, with every lot falling in every way."""
    lots, most = range(len(deal.operatives)), deal.scenario.numbers.first_look
    shown = [mask for mask in range(1 << CATEGORIES) if mask.bit_count() <= most]
    with wishing() as dice:
        for command in legal(observe(state, state.public.acting)):
            if not isinstance(command, USED):
                continue
            wishes = product(lots, shown) if isinstance(command, Monitor | Trace) else [(NONE, 0)]
            for wish, traits in wishes:
                if isinstance(command, Monitor) and not may_leave_trace(deal, wish, command.zone):
                    continue
                after, dice.wish, dice.traits = clone(state), wish, traits
                if isinstance(command, Monitor):
                    lay_only(after, command.zone, wish)
                try:
                    happened = decide(after, command)
                except Refused:
                    continue
                assert not isinstance(happened, Rejection)
                yield command.cost, settled(after)


def may_leave_trace(deal: Deal, number: int, zone: int) -> bool:
    """R6.2."""
    member, chances = deal.operatives[number], deal.scenario.chances
    near = deal.scenario.zones[member.home].adjacent
    return chances.trace_left[member.function] > 0 and zone in (member.home, *near)


def fewest_on_engine(deal: Deal, limit: int = 4000) -> int | None:
    """Fewest actions over all plays of the real engine; None if there is no way, TooLarge as above."""
    model, start = Model(deal), settled(state_of(deal))
    cost, count = {key(start): 0}, 0
    heap: list[tuple[int, int, int, State]] = [(model.least(node_of(deal, start)), 0, 0, start)]
    while heap:
        bound, minus, _, state = heappop(heap)
        if done(deal, state):
            return bound
        if -minus > cost[key(state)] or state.public.round >= deal.scenario.numbers.rounds:
            continue
        for price, after in followers(deal, state):
            count += 1
            total, name = price - minus, key(after)
            if total < cost.get(name, 10**6):
                cost[name] = total
                heappush(heap, (total + model.least(node_of(deal, after)), -total, -count, after))
        if count > limit:
            raise TooLarge
    return None


def earliest_on_engine(deal: Deal, lead: int, last: int, limit: int = 20_000) -> int:
    """The first round in which the real engine lets everybody be staged, `last` at the latest. States whose
    actions up to the end of the round before `last` are too few are left out."""
    model, numbers = Model(deal), deal.scenario.numbers
    seen: set[tuple[object, ...]] = set()
    layer, count = [settled(state_of(deal, lead))], 0
    for now in range(1, last):
        following: list[State] = []
        later = numbers.actions * len(deal.teams) * (last - 1 - now)
        while layer:
            state = layer.pop()
            if done(deal, state):
                return now
            for _price, after in followers(deal, state):
                count += 1
                left = sum(board.actions for board in after.public.zones) + later
                new_round = after.public.round > now
                if new_round:
                    left = later
                name = key(after)
                if name not in seen and model.least(node_of(deal, after)) <= left:
                    seen.add(name)
                    (following if new_round else layer).append(after)
            if count > limit:
                raise TooLarge
        layer = following
    return last
