"""Exact situations, made by events alone, so that rule tests read like transcripts.

Nothing here rolls: what a test does not ask for is not there, and chances are 0 or 100 where it matters.
Registers: in every zone person k = 0..3 has the values (k, k, k) for hours, device and money, persons 4..9
have mixed ones; style and route say the zone. So three traits find one person in each zone, and style with
route find the zone alone (ten hits at home, no hit elsewhere).
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

import attrs

from sco_tabletop.core.board import Entry, Plot
from sco_tabletop.core.commands import AnyCommand, CallHour, DrawInject, EndTurn, Name
from sco_tabletop.core.desk import Desk
from sco_tabletop.core.engine import decide, open_exercise
from sco_tabletop.core.events import (
    AliasesDealt,
    AnyEvent,
    Event,
    Located,
    MainPlotSet,
    OperativeJoined,
    PhaseBegan,
    PileBuilt,
    PileShuffled,
    PlotTargeted,
    PlotWarned,
    RegisterDealt,
    RoundBegan,
    Staged,
    TeamsDealt,
    TraceLaid,
)
from sco_tabletop.core.invariants import status
from sco_tabletop.core.legal import legal, odds
from sco_tabletop.core.rejection import Reason, Rejection
from sco_tabletop.core.rules.files import open_file, sight, write_links, write_traits
from sco_tabletop.core.rules.naming import name_resolve
from sco_tabletop.core.rules.network import network_phase
from sco_tabletop.core.scenario import Card, Effect, Option, Scenario, Seating
from sco_tabletop.core.seat import File, Person
from sco_tabletop.core.state import State, blank_state, observe
from sco_tabletop.core.words import Depth, Function, Kind, Phase

from .small import CHANCES, NUMBERS, scenario

HOURS, DEVICE, MONEY, STYLE, ROUTE = range(5)
THREE = (HOURS, DEVICE, MONEY)
ALL = (HOURS, DEVICE, MONEY, STYLE, ROUTE)
MIXED = ((0, 1, 2), (1, 2, 3), (2, 3, 0), (3, 0, 1), (0, 2, 1), (1, 3, 2))
CERTAIN = {"analyse": (0, 100, 100, 100), "monitor": (100,) * 4, "locate": (100,) * 4}
HOPELESS = {"analyse": (0, 0, 0, 0), "monitor": (0,) * 4, "locate": (0,) * 4}
SILENT = {"trace_left": (0,) * 7}
PLANNER, LEADER, COURIER = Function.PLANNER, Function.LEADER, Function.COURIER
RECRUITER, PROPAGANDIST = Function.RECRUITER, Function.PROPAGANDIST
FINANCIER, ARMOURER = Function.FINANCIER, Function.ARMOURER


def deal(seed: int = 1, zones: int = 4, **numbers: Any) -> State:
    """A dealt exercise at its first decision, with numbers changed by name."""
    return open_exercise(scenario(zones, attrs.evolve(NUMBERS, **numbers)), Seating(), seed)[0]


def person(zone: int, number: int) -> Person:
    """Person `number` of a zone's register, as described above."""
    front = (number,) * 3 if number < 4 else MIXED[number - 4]
    return Person(zone * 10 + number, (*front, zone // 4, zone % 4))


def card(*effects: Effect, options: Sequence[Option] = (), kind: Kind = Kind.QUIET, number: int = 0) -> Card:
    """A card with exactly these effects."""
    name = f"card-{number}"
    return Card(name, kind, name, "", "", "", "", "", "", tuple(effects), tuple(options))


@attrs.define
class Table:
    """A table in the middle of an exercise; `act` plays on."""

    state: State
    personas: int = 0

    @property
    def public(self) -> Any:
        """The public board."""
        return self.state.public

    @property
    def desk(self) -> Desk:
        """A fresh desk on the state."""
        return Desk(self.state)

    def emit(self, *events: AnyEvent) -> None:
        """Let events happen as they are."""
        for event in events:
            self.desk.emit(event)

    def entry(self, persona: int) -> Entry:
        """The persona's place on the Index."""
        return self.state.public.index[persona]

    def file(self, zone: int, persona: int) -> File:
        """A zone's file."""
        return self.state.seats[zone].files[persona]

    def level(self, zone: int, *levels: int) -> Table:
        """Give a zone its printed levels: signals, cyber, finance, language, border."""
        self.public.zones[zone].levels = [*levels, *[0] * (5 - len(levels))]
        return self

    def operative(
        self, function: Function, home: int = 0, person: int | None = None, links: Sequence[int] = ()
    ) -> int:
        """A new operative; `links` are personas. Returns his persona (0, 1, 2 ... in order)."""
        secret, persona = self.state.secret, self.personas
        taken = {o.person for o in secret.operatives if o.home == home}
        who = min(p for p in range(10) if p not in taken) if person is None else person
        numbers = tuple(secret.by_persona[p] for p in links)
        self.emit(OperativeJoined(home, who, function, persona, numbers))
        self.personas += 1
        return persona

    def give(
        self, zone: int, persona: int, traits: Iterable[int] = (), *, links: Sequence[int] = (), low: int = 0
    ) -> File:
        """A file in a zone with true traits of these categories; `low` marks categories unverified."""
        desk = self.desk
        open_file(desk, zone, persona)
        operative = self.state.secret.operative(persona)
        truth = self.state.seats[operative.home].register[operative.person].traits
        write_traits(desk, zone, persona, tuple((c, truth[c]) for c in traits), low)
        write_links(desk, zone, persona, sum(1 << p for p in links), exhausted=False)
        return self.file(zone, persona)

    def write(self, zone: int, persona: int, low: int = 0, **traits: int) -> File:
        """Write these values, true or false, on a file: `write(0, p, hours=2)`."""
        order = ("hours", "device", "money", "style", "route")
        open_file(self.desk, zone, persona)
        pairs = tuple(sorted((order.index(name), value) for name, value in traits.items()))
        write_traits(self.desk, zone, persona, pairs, low)
        return self.file(zone, persona)

    def sighting(self, zone: int, persona: int) -> None:
        """A persona is opened and sighted in a zone."""
        desk = self.desk
        open_file(desk, zone, persona)
        sight(desk, zone, persona, 0)

    def trace(self, zone: int, persona: int) -> None:
        """The operative left a trace in a zone in the last network phase."""
        self.emit(TraceLaid(zone, self.state.secret.by_persona[persona], 0))

    def named(self, zone: int, persona: int, *, located: bool = False, staged: bool = False) -> None:
        """Name the one who matches; locate and stage him without spending anything."""
        name_resolve(self.desk, Name(zone, persona))
        board = self.public.zones[zone]
        if located or staged:
            self.emit(Located(zone, persona, True, 0))
            board.actions += 1
        if staged:
            self.emit(Staged(zone, persona))
            board.actions += 1

    def target(self, zone: int, persona: int, *, staged: bool = True) -> None:
        """A file with three true traits, named, located and staged."""
        self.give(zone, persona, THREE)
        self.named(zone, persona, located=True, staged=staged)

    def plot(self, zones: Sequence[int], target: int, due: int) -> None:
        """A warned plot."""
        number = self.public.plots_seen + 1
        self.emit(PlotWarned(number, sum(1 << z for z in zones), due), PlotTargeted(number, target))

    def plots(self) -> list[Plot]:
        """Plots still to fire."""
        return list(self.state.public.plots)

    def turn(self, zone: int) -> Table:
        """It is this zone's turn."""
        self.emit(PhaseBegan(Phase.TURN, zone))
        return self

    def emit_phase(self, phase: Phase, acting: int) -> Table:
        """Another decision than a turn is due."""
        self.emit(PhaseBegan(phase, acting))
        return self

    def play(self, command: AnyCommand) -> tuple[AnyEvent, ...] | Rejection:
        """Decide a command as it is."""
        return decide(self.state, command)

    def act(self, command: AnyCommand) -> tuple[AnyEvent, ...]:
        """Decide a command that has to be possible."""
        happened = decide(self.state, command)
        assert not isinstance(happened, Rejection), happened
        return happened

    def refused(self, command: AnyCommand) -> Reason | None:
        """Why a command is not possible, None if it was carried out."""
        happened = decide(self.state, command)
        return happened.reason if isinstance(happened, Rejection) else None

    def may(self, command: AnyCommand) -> bool:
        """True if the command is among the options of its zone."""
        return command in legal(observe(self.state, command.zone))

    def odds(self, command: AnyCommand) -> int | None:
        """The chance shown."""
        return odds(observe(self.state, command.zone), command)

    def act_call(self) -> None:
        """The chair does not call H-hour; the turns begin."""
        self.act(CallHour(self.public.acting, call=False))

    def network(self) -> list[AnyEvent]:
        """Run one network phase as it comes at the end of the present round; its events."""
        desk = self.desk
        network_phase(desk)
        return desk.events

    def next_round(self) -> None:
        """Play on to the first turn of the next round: nobody does anything, no H-hour is called."""
        start = self.public.round
        while self.public.result is None and not (
            self.public.round > start and self.public.phase is Phase.TURN
        ):
            self.idle()

    def end_turns(self) -> None:
        """Everybody passes until something else than a turn is due."""
        while self.public.result is None and self.public.phase is Phase.TURN:
            self.act(EndTurn(self.public.acting))

    def idle(self) -> None:
        """The laziest answer to whatever is due."""
        zone = self.public.acting
        lazy: dict[Phase, AnyCommand] = {
            Phase.INJECT: DrawInject(zone),
            Phase.CALL: CallHour(zone, call=False),
            Phase.TURN: EndTurn(zone),
        }
        self.act(lazy.get(self.public.phase) or legal(observe(self.state, zone))[0])

    def sound(self) -> bool:
        """True if no invariant is broken."""
        return status(self.state) == ()


def table(
    zones: int = 4,
    *,
    chances: dict[str, Any] | None = None,
    cards: Sequence[Card] = (),
    seating: Seating | None = None,
    seed: int = 1,
    round: int = 1,
    chair: int = 0,
    main_round: int = 8,
    depth: Depth = Depth.FULL,
    **numbers: Any,
) -> Table:
    """A table without network at the turn of `chair` in `round`: two teams a zone, all levels 0, no dice
    for traces, an inject pile of exactly these `cards` (none if none). `numbers` change R1.1 and R1.4.
    A short `depth` has no main plot."""
    odds_set = attrs.evolve(CHANCES, **{**SILENT, **(chances if chances is not None else CERTAIN)})
    made: Scenario = attrs.evolve(
        scenario(zones, attrs.evolve(NUMBERS, **{"teams": (2,), **numbers})),
        chances=odds_set,
        cards=tuple(cards),
        depth=depth,
    )
    it = Table(blank_state(made, seating or Seating(), seed))
    values, lead = made.numbers, max(chair, 0)
    aliases = tuple(range(values.operatives_cap))
    it.emit(TeamsDealt((2,) * zones), AliasesDealt(aliases))
    if depth is Depth.FULL:
        it.emit(MainPlotSet(main_round))
    for zone in range(zones):
        it.emit(RegisterDealt(zone, tuple(person(zone, number) for number in range(10))))
    it.emit(PileShuffled(tuple(range(len(cards)))), PileBuilt(len(cards)))
    renewed = (values.actions, values.shares, values.requests, values.bulletins)
    it.emit(RoundBegan(round, chair, lead, *renewed))
    return it.turn(lead)


def found(events: Iterable[AnyEvent], kind: type[Event]) -> list[Any]:
    """The events of one kind."""
    return [event for event in events if isinstance(event, kind)]
