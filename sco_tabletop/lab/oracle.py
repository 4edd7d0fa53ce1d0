"""The oracle: open cards, honest dice. A yardstick for the rules, never a seat (bots, 5).

The veteran's frame over an estimate that knows homes, links, traces, size and date; no dice to come.
"""

from __future__ import annotations

from functools import cached_property

import attrs

from ..bots import values, veteran
from ..bots.chair import forecast
from ..bots.estimates import Estimate
from ..bots.frame import Tier, choose
from ..bots.reasons import Choice
from ..core.board import Entry, Plot
from ..core.commands import (
    Analyse,
    AnyCommand,
    Bulletin,
    Locate,
    Monitor,
    Name,
    Protect,
    Stage,
    TakeDown,
    Trace,
)
from ..core.dice import Dice, stream_key
from ..core.engine import open_exercise
from ..core.scenario import Scenario, Seating
from ..core.seat import bits
from ..core.state import State, observe
from ..core.view import View
from ..core.words import Function
from .exercise import Played, play_on


class Truth(Estimate):
    """An estimate with the cards open. `state` is read, never changed."""

    def __init__(self, state: State) -> None:
        self.secret, self.seats = state.secret, state.seats
        super().__init__(observe(state, state.public.acting))

    def _size(self, known: int) -> float:  # noqa: ARG002
        return float(len(self.secret.operatives))

    def homes(self, persona: int) -> list[float]:
        home = self.secret.operative(persona).home
        return [float(zone == home) for zone in range(len(self.public.zones))]

    def doubt(self, entry: Entry, zone: int) -> float:  # noqa: ARG002
        return 0.0

    def right(self, entry: Entry, zone: int) -> float:
        """1 for a true name, 0 for a wrong one."""
        return 1.0 if self.true_home(entry) == zone else 0.0

    def true_home(self, entry: Entry) -> int:
        """The home of the operative behind an Index entry."""
        return self.secret.operative(self.persona_of[id(entry)]).home

    @cached_property
    def persona_of(self) -> dict[int, int]:
        """Entry objects back to personas."""
        return {id(entry): persona for persona, entry in self.public.index.items()}

    @cached_property
    def dates(self) -> tuple[int, ...]:
        """The main plot's own round."""
        due = self.secret.main_round
        return (due,) if due >= self.public.round and not self.public.main_fired else ()

    def shielded(self, plot: Plot) -> bool:
        """True if the zone that the plot is meant for is protected."""
        return self.public.protected(self.secret.targets[plot.number])

    def share(self, persona: int, to: int) -> float:
        """As the veteran, but nothing once he is named, and experts only while traits are missing."""
        return 0.0 if self.public.index[persona].named else super().share(persona, to)

    def _expertise(self, entry: Entry, to: int) -> float:
        return super()._expertise(entry, to) if self.wanting(entry) else 0.0

    def wanting(self, entry: Entry) -> bool:
        """True if what all zones hold together would not yet let his home name him."""
        pool = entry.pool()
        return pool.bit_count() < self.view.scenario.numbers.evidence or self.alike(entry, pool) > 1

    def alike(self, entry: Entry, held: int) -> int:
        """Persons of his home's register who share his true values in these categories, himself included."""
        operative = self.secret.operative(self.persona_of[id(entry)])
        register = self.seats[operative.home].register
        true = register[operative.person].traits
        categories = bits(held)
        return sum(all(person.traits[c] == true[c] for c in categories) for person in register)


def names(e: Estimate, option: Name) -> bool:
    """Only what is true."""
    assert isinstance(e, Truth)
    operative = e.secret.operative(option.persona)
    matches = bits(e.view.seat.files[option.persona].matches)
    return operative.home == e.zone and matches == (operative.person,)


def monitor(e: Estimate, command: Monitor) -> float:
    assert isinstance(e, Truth)
    personas = {e.secret.operatives[number].persona for number, _ in e.secret.traces[e.zone]}
    hidden = [p for p in personas if p not in e.public.index]
    wanted = [p for p in personas & set(e.view.seat.files) if useful(e, p)]
    value = 2.6 * values.chance(e, command) * e.late if hidden else 0.0
    if e.view.scenario.numbers.first_look and wanted and not personas - set(e.view.seat.files):
        value += 1.2 * values.chance(e, command) * len(wanted) / len(personas)
    return value


def useful(e: Truth, persona: int) -> bool:
    """True if another trait of the persona would help his home to name him."""
    entry = e.public.index[persona]
    return not entry.named and e.wanting(entry)


def analyse(e: Estimate, command: Analyse) -> float:
    assert isinstance(e, Truth)
    if not useful(e, command.persona):
        return 0.0
    entry = e.public.index[command.persona]
    pool = entry.pool()
    after = e.alike(entry, pool | 1 << command.discipline)
    value = values.analyse(e, command)
    value *= 1.3 if after == 1 else 0.6 if after == e.alike(entry, pool) else 1.0
    return value + veteran.free(e, command, value)


def protect(e: Estimate, command: Protect) -> float:
    """Only the zone that a plot is meant for."""
    assert isinstance(e, Truth)
    meant = any(e.secret.targets[plot.number] == e.zone for plot in e.public.plots)
    return values.protect(e, command) if meant else 0.0


def take_down(e: Estimate, command: TakeDown) -> float:
    """Alert lets men escape: only while it is low."""
    return veteran.take_down(e, command) if e.public.alert <= 2 else 0.0


def stage(e: Estimate, command: Stage) -> float:
    """The last free team waits for the leader, if he is named here."""
    public, zone = e.public, e.zone
    leaders = (p for p in e.view.seat.names if public.index[p].function is Function.LEADER)
    waiting = any(p != command.persona and not public.index[p].staged >> zone & 1 for p in leaders)
    return 0.0 if waiting and public.free_teams(zone) < 2 else veteran.stage(e, command)


def trace(e: Estimate, command: Trace) -> float:
    assert isinstance(e, Truth)
    p, links = values.chance(e, command), e.view.seat.files[command.persona].links
    ends = [e.secret.operatives[n] for n in e.secret.operative(command.persona).links]
    fresh = [o for o in ends if not links >> o.persona & 1 and o.persona not in e.public.index]
    if not fresh:
        return 0.0
    if not e.leader_known:
        if any(o.function is Function.LEADER for o in fresh):
            return 4 * p
        leader = next(n for n, o in enumerate(e.secret.operatives) if o.function is Function.LEADER)
        if any(leader in o.links for o in fresh):
            return 3.2 * p
    return 2.5 * p * e.late


def bulletin(e: Estimate, command: Bulletin) -> float:
    return 0.5 * values.bulletin(e, command)


def calls(e: Estimate) -> bool:
    """When nothing better can come, or nothing can be waited for."""
    limit = e.view.scenario.numbers.threat_limit
    if e.public.threat + e.danger >= limit:
        return True
    now = forecast(e)
    if now.leader < 0.55:
        return False
    if now.expected >= e.size - 0.01:
        return True
    enough = now.expected >= now.need and now.leader > 0.8
    if enough and (now.expected >= e.size - 1 or e.left <= 2):
        return True
    ahead = e.public.threat + 2 * e.danger
    ahead += sum(
        e.view.scenario.numbers.plot_threat for plot in e.public.plots if plot.due == e.public.round + 1
    )
    return now.expected >= now.need - 0.6 and ahead >= limit


ORACLE: Tier = attrs.evolve(
    veteran.VETERAN,
    values={
        **veteran.VETERAN.values,
        Monitor: monitor,
        Analyse: analyse,
        Trace: trace,
        Bulletin: bulletin,
        Locate: values.locate,
        TakeDown: take_down,
        Protect: protect,
        Stage: stage,
    },
    names=names,
    calls=calls,
)


def play_oracle(scenario: Scenario, seed: int, seating: Seating | None = None) -> Played:
    """One exercise with the oracle in every seat."""
    state, opened = open_exercise(scenario, seating or Seating(), seed)
    events, commands = list(opened), list[AnyCommand]()

    def decide(_view: View, noise: Dice) -> Choice:
        return choose(ORACLE, Truth(state), noise)

    seats = dict.fromkeys(range(len(scenario.zones)), decide)
    for _zone, command, happened in play_on(state, seats, stream_key(seed, 0, "bots")):
        commands.append(command)
        events += happened
    return Played(state, events, commands)
