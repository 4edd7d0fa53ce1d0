"""Twin worlds: the same exercise with one secret changed, such that a seat was told exactly the same.

A twin is made from the event log: facts this seat does not know are replaced, and everything is folded again.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence

import attrs

from sco_tabletop.core import engine
from sco_tabletop.core.apply import apply, redact
from sco_tabletop.core.commands import AnyCommand
from sco_tabletop.core.dice import Dice
from sco_tabletop.core.events import (
    AnyEvent,
    LeadValueDrawn,
    LinksLearned,
    MainPlotSet,
    OperativeJoined,
    PileShuffled,
    PlotTargeted,
    RegisterDealt,
    TraceLaid,
)
from sco_tabletop.core.legal import legal, odds
from sco_tabletop.core.rejection import Rejection
from sco_tabletop.core.seat import bits
from sco_tabletop.core.state import State, blank_state, observe
from sco_tabletop.core.undo import may_undo
from sco_tabletop.core.words import COMMANDER, Phase
from tests.core.test_playouts import any_command
from tests.deciding import analyst

from .watch import Steps

Log = list[AnyEvent]
Change = Callable[[State, Log, int, Dice], Log | None]


def fold(like: State, log: Sequence[AnyEvent]) -> State:
    """The state that a log makes."""
    state = blank_state(like.scenario, like.seating, like.secret.seed)
    for event in log:
        apply(state, event)
    return state


def swap(log: Log, old: AnyEvent, new: AnyEvent) -> Log:
    """The log with one event replaced."""
    return [new if event is old else event for event in log]


def traits(state: State, log: Log, zone: int, dice: Dice) -> Log | None:
    """A true trait value, not verified on the seat's file, of an operative of another register."""
    found = []
    for operative in state.secret.operatives:
        file = state.seats[zone].files.get(operative.persona) if zone != COMMANDER else None
        for category in range(5):
            verified = file is not None and file.held >> category & 1 and not file.unverified >> category & 1
            if operative.home != zone and not verified:
                found.append((operative, category))
    if not found:
        return None
    operative, category = dice.pick(found)
    for event in log:
        if isinstance(event, RegisterDealt) and event.zone == operative.home:
            persons = list(event.persons)
            person = persons[operative.person]
            values = list(person.traits)
            values[category] = (values[category] + 1 + dice.below(3)) % 4
            persons[operative.person] = attrs.evolve(person, traits=tuple(values))
            return swap(log, event, attrs.evolve(event, persons=tuple(persons)))
    return None


def home(state: State, log: Log, zone: int, dice: Dice) -> Log | None:  # noqa: ARG001
    """The home and person of an operative, to another zone that the Index leaves possible."""
    everywhere = (1 << len(state.seats)) - 1
    taken = {(o.home, o.person) for o in state.secret.operatives}
    found = []
    for event in log:
        if isinstance(event, OperativeJoined):
            entry = state.public.index.get(event.persona)
            possible = entry.possible if entry else everywhere
            found += [(event, other) for other in bits(possible & ~(1 << event.home))]
    if not found:
        return None
    event, other = dice.pick(found)
    person = dice.pick([p for p in range(state.scenario.numbers.register_size) if (other, p) not in taken])
    return swap(log, event, attrs.evolve(event, home=other, person=person))


def larger(state: State, log: Log, zone: int, dice: Dice) -> Log | None:  # noqa: ARG001
    """One operative more, undiscovered."""
    secret = state.secret
    if len(secret.operatives) >= len(secret.aliases):
        return None
    last = max(i for i, event in enumerate(log) if isinstance(event, OperativeJoined))
    taken = {(o.home, o.person) for o in secret.operatives}
    free = [(z, p) for z in range(len(state.seats)) for p in range(10) if (z, p) not in taken]
    where, person = dice.pick(free)
    joined = OperativeJoined(where, person, secret.operatives[-1].function, secret.aliases[-1], (0,))
    return [*log[: last + 1], joined, *log[last + 1 :]]


def smaller(state: State, log: Log, zone: int, dice: Dice) -> Log | None:  # noqa: ARG001
    """Without the last operative, if nobody has discovered him."""
    number = len(state.secret.operatives) - 1
    gone = state.secret.operatives[number]
    if gone.persona in state.public.index:
        return None
    return [
        event
        for event in log
        if not (isinstance(event, OperativeJoined) and event.persona == gone.persona)
        and not (isinstance(event, TraceLaid) and event.operative == number)
    ]


def date(state: State, log: Log, zone: int, dice: Dice) -> Log | None:  # noqa: ARG001
    """The round of the main plot, while it is secret."""
    now = state.secret.main_round
    later = [r for r in range(state.public.round, 12) if r != now]
    if state.public.main_round or now < state.public.round:
        return None
    (event,) = (e for e in log if isinstance(e, MainPlotSet))
    return swap(log, event, MainPlotSet(dice.pick(later)))


def target(state: State, log: Log, zone: int, dice: Dice) -> Log | None:
    """The target of a plot still to fire."""
    if not state.public.plots:
        return None
    plot = dice.pick(state.public.plots)
    (event,) = (e for e in log if isinstance(e, PlotTargeted) and e.number == plot.number)
    (other,) = (z for z in bits(plot.zones) if z != event.target)
    assert zone >= COMMANDER
    return swap(log, event, PlotTargeted(plot.number, other))


def pile(state: State, log: Log, zone: int, dice: Dice) -> Log | None:  # noqa: ARG001
    """The order of the cards not yet drawn."""
    (event,) = (e for e in log if isinstance(e, PileShuffled))
    left = list(state.secret.pile)
    dice.shuffle(left)
    return swap(log, event, PileShuffled((*event.cards[: len(event.cards) - len(left)], *left)))


def lead(state: State, log: Log, zone: int, dice: Dice) -> Log | None:  # noqa: ARG001
    """What the low lead on the table says."""
    if state.public.offer is None:
        return None
    event = [e for e in log if isinstance(e, LeadValueDrawn)][-1]
    return swap(log, event, LeadValueDrawn((event.value + 1 + dice.below(3)) % 4))


def links(state: State, log: Log, zone: int, dice: Dice) -> Log | None:
    """The links on other zones' files: one lesson of another zone was never learned."""
    found = [e for e in log if isinstance(e, LinksLearned) and e.zone != zone]
    if not found:
        return None
    gone = dice.pick(found)
    assert state.public.index
    return [event for event in log if event is not gone]


CHANGES: dict[str, Change] = {
    "trait": traits,
    "home": home,
    "larger network": larger,
    "smaller network": smaller,
    "main-plot round": date,
    "plot target": target,
    "pile": pile,
    "low lead": lead,
    "links of others": links,
}


def differences(one: State, two: State, zone: int, dice: Dice) -> list[str]:
    """In which ways the seat could tell two worlds apart."""
    mine, other = observe(one, zone), observe(two, zone)
    if mine != other:
        return ["the view"]
    found = []
    options = legal(mine)
    if options != legal(other):
        return ["the options"]
    if [odds(mine, option) for option in options] != [odds(other, option) for option in options]:
        found.append("the odds")
    for _ in range(8):
        command: AnyCommand = attrs.evolve(any_command(dice, len(one.seats)), zone=zone)
        illegal = command not in options and one.public.phase is not Phase.COMMIT
        if illegal and refusals_differ(one, two, command):
            found.append(f"the refusal of {command}")
    if options and zone != COMMANDER:
        key = dice.below(1 << 60)
        if analyst(mine, Dice(key)) != analyst(other, Dice(key)):
            found.append("the adviser")
    return found


def refusals_differ(one: State, two: State, command: AnyCommand) -> bool:
    """True if one of the worlds refuses otherwise (or allows) a command that is not among the options."""
    answers = [engine.decide(world, command) for world in (one, two)]
    return not all(isinstance(answer, Rejection) for answer in answers) or answers[0] != answers[1]


def try_option(one: State, two: State, zone: int, dice: Dice) -> list[str]:
    """Carry out one option in both worlds (they are used up): it works in both, and undo says the same."""
    options = legal(observe(one, zone))
    still = [option for option in options if odds(observe(one, zone), option) is None]
    if not still:
        return []
    kinds = sorted({type(option).__name__ for option in still})
    kind = dice.pick(kinds)
    option = dice.pick([option for option in still if type(option).__name__ == kind])
    happened = [engine.decide(world, option) for world in (one, two)]
    if any(isinstance(answer, Rejection) for answer in happened):
        return [f"{option} refused"]
    if len({may_undo(answer) for answer in happened if not isinstance(answer, Rejection)}) > 1:
        return [f"whether {option} can be undone"]
    return []


def twin_findings(steps: Steps, counts: Counter[str], every: int = 9) -> list[str]:
    """(c) Worlds in which a seat was told the same look the same to it, in everything."""
    found: list[str] = []
    log: Log = []
    dice = Dice(len(counts) + 1)
    for number, step in enumerate(steps):
        log += step.events
        state = step.state
        if number % every or state.public.result is not None:
            continue
        zone = state.public.acting if dice.chance(80) else dice.below(len(state.seats))
        told = [event for event in log if redact(event, zone)]
        for name, change in CHANGES.items():
            twin_log = change(state, list(log), zone, dice)
            if twin_log is None:
                continue
            assert [event for event in twin_log if redact(event, zone)] == told, name
            one, two = fold(state, log), fold(state, twin_log)
            if one.secret == two.secret and one.seats == two.seats:
                continue
            counts[name] += 1
            lines = differences(one, two, zone, dice) or try_option(one, two, zone, dice)
            found += [f"{name}: zone {zone} can tell by {line}" for line in lines]
    return found
