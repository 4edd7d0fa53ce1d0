"""Deals made by seeded lot, small enough to be searched through, and a deal as a state at its first turn."""

from __future__ import annotations

from random import Random
from typing import Any

import attrs

from sco_tabletop.core.desk import Desk
from sco_tabletop.core.engine import open_exercise
from sco_tabletop.core.events import (
    AliasesDealt,
    LevelsDealt,
    MainPlotSet,
    OperativeJoined,
    PhaseBegan,
    RegisterDealt,
    RoundBegan,
    TeamsDealt,
)
from sco_tabletop.core.rules.files import open_file, sight, true_value, write_traits
from sco_tabletop.core.scenario import Scenario, Seating
from sco_tabletop.core.seat import Person, bits
from sco_tabletop.core.solvable import Deal, Member, deal_of
from sco_tabletop.core.state import State, blank_state
from sco_tabletop.core.words import CATEGORIES, Function, Phase

from .small import CHANCES, NUMBERS, scenario, zones

COLUMNS: dict[str, dict[str, Any]] = {
    "introductory": {"operatives_low": 7, "operatives_high": 8, "start_personas": 4},
    "standard": {"operatives_low": 8, "operatives_high": 9, "start_personas": 3},
    "severe": {
        "operatives_low": 9,
        "operatives_high": 10,
        "operatives_cap": 12,
        "start_personas": 3,
        "main_rounds": (6, 7, 8),
    },
}
"""What the columns of R1.1 with eight zones have of their own, as far as a deal depends on it."""
NETWORK = (
    Function.LEADER,
    Function.PLANNER,
    Function.FINANCIER,
    Function.ARMOURER,
    Function.RECRUITER,
    Function.PROPAGANDIST,
    Function.PROPAGANDIST,
    Function.COURIER,
    Function.PROPAGANDIST,
    Function.RECRUITER,
)
HARMLESS: dict[str, Any] = {
    "threat_limit": 1000,
    "slip_base": 0,
    "slip_per_alert": 0,
    "recruit_from": 11,
    "rounds": 20,
    "escape_steps": (),
}
"""Numbers with which the network does nothing that a plan could suffer from."""


def eight(column: str) -> Scenario:
    """Eight zones with a column of R1.1."""
    common = {"rounds": 9, "operatives_cap": 11, "main_rounds": (7, 8, 9), "bulletins": 2}
    numbers = attrs.evolve(NUMBERS, **{**common, **COLUMNS[column]})
    return attrs.evolve(scenario(8, numbers), functions=NETWORK, difficulty=column)


def dealt(made: Scenario, seed: int) -> Deal:
    """What the set-up deals with this seed."""
    return deal_of(open_exercise(made, Seating(), seed)[0])


def tiny(seed: int, **numbers: Any) -> Deal:
    """Two or three zones, two or three operatives, everything by lot; not all of them can be won. As many
    more traits are asked for as a first look shows."""
    rng = Random(seed)
    count, people = rng.choice((2, 2, 3)), rng.choice((2, 2, 3))
    evidence = rng.choice((1, 1, 2)) + numbers.get("first_look", 0)
    harm = {**HARMLESS, "evidence": evidence, "check_from": 1, "register_size": 3, **numbers}
    left = tuple(0 if n == 0 or rng.random() < 0.3 else 50 for n in range(len(Function)))
    made = attrs.evolve(
        scenario(count, attrs.evolve(NUMBERS, **harm)),
        cards=(),
        chances=attrs.evolve(CHANCES, trace_left=left),
    )
    levels = tuple(
        tuple(rng.choice((0, 0, 0, 2)) if n != rng.randrange(count) else 3 for n in range(CATEGORIES))
        for _ in range(count)
    )
    registers = tuple(
        tuple(Person(zone * 3 + n, tuple(rng.randrange(2) for _ in range(CATEGORIES))) for n in range(3))
        for zone in range(count)
    )
    return Deal(
        scenario=made,
        levels=levels,
        teams=tuple(rng.choice((0, 1, 1, 2)) for _ in range(count)),
        registers=registers,
        operatives=tiny_network(rng, count, people, 3),
        start=((people - 1, rng.randrange(count), first_look(rng, made)),),
    )


def first_look(rng: Random, made: Scenario) -> int:
    """What the first look at the persona known at the start has shown (R3.13), as a mask."""
    return sum(1 << c for c in rng.sample(range(CATEGORIES), made.numbers.first_look))


def mite(seed: int, look: int = 0) -> Deal:
    """The tiniest: two zones with one discipline each, two operatives, two persons a register, one trait more
    than a first look shows."""
    rng = Random(seed)
    few = {"bulletins": rng.choice((0, 1)), "actions": rng.choice((1, 2)), "register_size": 2}
    deal = tiny(seed, evidence=1 + look, first_look=look, **few)
    skills = [rng.randrange(2), rng.randrange(CATEGORIES)]
    members = tiny_network(rng, 2, 2, 2)
    return attrs.evolve(
        deal,
        scenario=attrs.evolve(deal.scenario, zones=zones(2)),
        levels=tuple(tuple(3 if c == skill else 0 for c in range(CATEGORIES)) for skill in skills),
        teams=rng.choice(((1, 1), (1, 1), (2, 0), (0, 2), (1, 0))),
        registers=tuple(register[:2] for register in deal.registers[:2]),
        operatives=members,
        start=((1, rng.randrange(2), first_look(rng, deal.scenario)),),
    )


def tiny_network(rng: Random, count: int, people: int, size: int) -> tuple[Member, ...]:
    """A leader and others; some are linked. The last one is known at the start."""
    places = [(zone, person) for zone in range(count) for person in range(size)]
    rng.shuffle(places)
    pairs = [(a, b) for b in range(people) for a in range(b) if rng.random() < 0.8]
    functions = [Function.LEADER, *(rng.choice(tuple(Function)[1:]) for _ in range(people - 1))]
    return tuple(
        Member(*places[n], functions[n], tuple(sorted(a + b - n for a, b in pairs if n in (a, b))))
        for n in range(people)
    )


def state_of(deal: Deal, lead: int = 0) -> State:
    """The deal on the table, at the turn of `lead` in round 1. Persona numbers are operative numbers."""
    made, values = deal.scenario, deal.scenario.numbers
    desk = Desk(blank_state(made, Seating(), 1))
    desk.emit(LevelsDealt(deal.levels))
    desk.emit(TeamsDealt(deal.teams))
    desk.emit(AliasesDealt(tuple(range(values.operatives_cap))))
    for zone, register in enumerate(deal.registers):
        desk.emit(RegisterDealt(zone, register))
    for number, member in enumerate(deal.operatives):
        earlier = tuple(other for other in member.links if other < number)
        desk.emit(OperativeJoined(member.home, member.person, member.function, number, earlier))
    desk.emit(MainPlotSet(1000))
    for number, zone, held in deal.start:
        open_file(desk, zone, number)
        home = deal.operatives[number].home
        if desk.state.public.reach[home] >> zone & 1:
            sight(desk, zone, number, 0)
        write_traits(desk, zone, number, tuple((c, true_value(desk, number, c)) for c in bits(held)))
    renewed = (values.actions, values.shares, values.requests, values.bulletins)
    desk.emit(RoundBegan(1, lead, lead, *renewed))
    desk.emit(PhaseBegan(Phase.TURN, lead))
    return desk.state
