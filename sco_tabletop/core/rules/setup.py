"""Set-up (section 2): levels, teams, registers, network, first sightings, inject pile."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

import attrs

from ..events import (
    AliasesDealt,
    LevelsDealt,
    MainPlotSet,
    OperativeJoined,
    PileBuilt,
    PileShuffled,
    RegisterDealt,
    TeamsDealt,
)
from ..scenario import Scenario
from ..seat import Person, bits
from ..solvable import Member, deal_with, solve
from ..words import ALL_TRAITS, CATEGORIES, VALUES, Function
from .depth import has_main_plot
from .files import draw_look, looks, open_file, sight, true_value, write_traits
from .links import draw_links
from .network import lay_trace, tell_chatter
from .rounds import begin_round

if TYPE_CHECKING:
    from ..desk import Desk

STREAM = "setup"
TRIES: Final = 50
"""Networks drawn for a deal at most (R2.10)."""


def set_up(desk: Desk) -> None:
    """Everything up to the first decision."""
    deal_levels(desk)
    deal_teams(desk)
    deal_registers(desk)
    deal_network(desk)
    for number, operative in enumerate(desk.state.secret.operatives):
        lay_trace(desk, number, operative)
    tell_chatter(desk)
    if has_main_plot(desk.state.scenario.depth):
        desk.emit(MainPlotSet(desk.dice(STREAM).pick(desk.state.scenario.numbers.main_rounds)))
    build_pile(desk)
    begin_round(desk)


def deal_levels(desk: Desk) -> None:
    """R2.2: the best discipline dealt round, the second by lot; again until every one is good somewhere."""
    dice, (best, second, *_) = desk.dice(STREAM), desk.state.scenario.levels
    count = len(desk.state.public.zones)
    while True:
        firsts = [zone % CATEGORIES for zone in range(count)]
        dice.shuffle(firsts)
        levels = [[0] * CATEGORIES for _ in range(count)]
        for zone, first in enumerate(firsts):
            levels[zone][first] = best
            levels[zone][dice.pick([d for d in range(CATEGORIES) if d != first])] = second
        if all(any(levels[z][d] >= 2 for z in range(count)) for d in range(CATEGORIES)):
            desk.emit(LevelsDealt(tuple(tuple(row) for row in levels)))
            return


def deal_teams(desk: Desk) -> None:
    """R2.8: teams alternate round the table; where the row begins is a lot."""
    row = desk.state.scenario.numbers.teams
    start = desk.dice(STREAM).below(len(row))
    count = len(desk.state.public.zones)
    desk.emit(TeamsDealt(tuple(row[(start + zone) % len(row)] for zone in range(count))))


def deal_registers(desk: Desk) -> None:
    """R2.3: uniform traits, no two persons in the whole exercise with the same five."""
    dice, size = desk.dice(STREAM), desk.state.scenario.numbers.register_size
    names = list(range(len(desk.state.scenario.persons)))
    dice.shuffle(names)
    seen: set[tuple[int, ...]] = set()
    for zone in range(len(desk.state.public.zones)):
        persons: list[Person] = []
        while len(persons) < size:
            traits = tuple(dice.below(VALUES) for _ in range(CATEGORIES))
            if traits not in seen:
                seen.add(traits)
                persons.append(Person(names.pop(), traits))
        desk.emit(RegisterDealt(zone, tuple(persons)))


@attrs.frozen
class Draft:
    """A network and its first sightings as lots say, before it is dealt. `start`: the number of an operative,
    the zone that sights him, the channel, the categories that the first look shows."""

    operatives: tuple[Member, ...]
    start: tuple[tuple[int, int, int, tuple[int, ...]], ...]


def deal_network(desk: Desk) -> None:
    """R2.4 to R2.6: size, homes, persons, links, first sightings; aliases dealt so that ids tell nothing."""
    dice, scenario, numbers = desk.dice(STREAM), desk.state.scenario, desk.state.scenario.numbers
    aliases = list(range(len(scenario.personas)))
    dice.shuffle(aliases)
    desk.emit(AliasesDealt(tuple(aliases[: numbers.operatives_cap])))
    span = numbers.operatives_high - numbers.operatives_low + 1
    functions = scenario.functions[: numbers.operatives_low + dice.below(span)]
    draft = fair_draft(desk, functions)
    for number, member in enumerate(draft.operatives):
        earlier = tuple(other for other in member.links if other < number)
        desk.emit(OperativeJoined(member.home, member.person, member.function, aliases[number], earlier))
    for number, zone, channel, shown in draft.start:
        persona = aliases[number]
        open_file(desk, zone, persona)
        sight(desk, zone, persona, channel)
        write_traits(desk, zone, persona, tuple((c, true_value(desk, persona, c)) for c in shown))


def fair_draft(desk: Desk, functions: tuple[Function, ...]) -> Draft:
    """R2.10: draw again until the deal leaves the deck's slack; after so many tries, the best of them."""
    least = desk.state.scenario.numbers.min_slack
    drafts = [draw_draft(desk, functions)]
    if not least:
        return drafts[0]
    ranks = [slack_rank(desk, drafts[0])]
    while ranks[-1] < (True, least) and len(drafts) < TRIES:
        drafts.append(draw_draft(desk, functions))
        ranks.append(slack_rank(desk, drafts[-1]))
    return drafts[ranks.index(max(ranks))]


def slack_rank(desk: Desk, draft: Draft) -> tuple[bool, int]:
    """Whether the deal can be won at all, and its slack (R2.10)."""
    start = tuple((number, zone, sum(1 << c for c in shown)) for number, zone, _, shown in draft.start)
    return solve(deal_with(desk.state, draft.operatives, start), thorough=False).rank


def draw_draft(desk: Desk, functions: tuple[Function, ...]) -> Draft:
    """One network by lot: home and person for each function (R2.4), links (R2.5), sightings (R2.6)."""
    dice, scenario, numbers = desk.dice(STREAM), desk.state.scenario, desk.state.scenario.numbers
    places: list[tuple[int, int]] = []
    for _ in functions:
        homes = [home for home, _ in places]
        zones = [z for z in range(len(scenario.zones)) if homes.count(z) < numbers.operatives_per_zone]
        home = dice.pick(zones)
        persons = [p for p in range(numbers.register_size) if (home, p) not in places]
        places.append((home, dice.pick(persons)))
    links = draw_links(functions, dice)
    members = []
    for number, (function, (home, person)) in enumerate(zip(functions, places, strict=True)):
        others = tuple(sorted(a + b - number for a, b in links if number in (a, b)))
        members.append(Member(home, person, function, others))
    start, look = draw_start(desk, members), looks(scenario)
    shown = [draw_look(dice, [(number, ALL_TRAITS)], look)[1] if look else [] for number, *_ in start]
    return Draft(tuple(members), tuple((*one, tuple(c)) for one, c in zip(start, shown, strict=True)))


def draw_start(desk: Desk, operatives: Sequence[Member]) -> list[tuple[int, int, int]]:
    """R2.6: propagandists and recruiters in shuffled order, then couriers, each sighted in one zone."""
    dice, scenario = desk.dice(STREAM), desk.state.scenario
    numbered = list(enumerate(operatives))
    first = [n for n, o in numbered if o.function in (Function.PROPAGANDIST, Function.RECRUITER)]
    dice.shuffle(first)
    then = [n for n, o in numbered if o.function is Function.COURIER]
    used: set[int] = set()
    start = []
    for number in (first + then)[: scenario.numbers.start_personas]:
        zones = bits(desk.state.public.reach[operatives[number].home])
        zone = dice.pick([z for z in zones if z not in used] or zones)
        used.add(zone)
        start.append((number, zone, dice.below(len(scenario.channels))))
    return start


def apportion(scenario: Scenario, size: int) -> list[int]:
    """Cards of each kind in a pile of `size`, in proportion to the weights: largest remainder first."""
    total = sum(kind.weight for kind in scenario.kind_weights)
    shares = [divmod(kind.weight * size, total) for kind in scenario.kind_weights]
    counts = [whole for whole, _ in shares]
    by_remainder = sorted(range(len(shares)), key=lambda i: (-shares[i][1], i))
    for i in by_remainder[: size - sum(counts)]:
        counts[i] += 1
    return counts


def build_pile(desk: Desk) -> None:
    """R8.1: the largest pile whose kinds are in proportion, chosen and shuffled by lot."""
    dice, scenario = desk.dice("pile"), desk.state.scenario
    by_kind = [
        [i for i, card in enumerate(scenario.cards) if card.kind is weight.kind]
        for weight in scenario.kind_weights
    ]
    size = len(scenario.cards)
    while any(n > len(cards) for n, cards in zip(apportion(scenario, size), by_kind, strict=True)):
        size -= 1
    pile: list[int] = []
    for n, cards in zip(apportion(scenario, size), by_kind, strict=True):
        dice.shuffle(cards)
        pile += cards[:n]
    dice.shuffle(pile)
    desk.emit(PileShuffled(tuple(pile)))
    desk.emit(PileBuilt(len(pile)))
