"""The veteran: the analyst's craft, and an eye on the threat, the clock and the weight of its own names."""

from __future__ import annotations

from ..core.commands import Analyse, Counsel, Lend, Monitor, Stage, TakeDown
from ..core.rules.analyse import refunds
from ..core.words import Depth, Function
from . import values
from .analyst import names
from .chair import veteran_calls, veteran_goes
from .dilemma import best_option
from .estimates import Estimate, wanting
from .frame import Tier
from .searching import gain_of_sighting

DATE = 0.8
"""What a trait of the planner is worth beyond his name, while the date is unknown, in actions."""

ENOUGH = 0.6
"""By how much less an analysis is worth where four traits are pooled already."""

FREE, FREE_FROM = 1.0, 0.3
"""An analysis that gives its action back comes before what costs one, if it is worth anything."""

SEARCH, GLANCE = 8.0, 0.3
"""What placing one persona is worth, in actions, and a look where there is chatter (find only)."""

LOAN = 0.3
"""What an action given back in a later round is worth now."""

LOUD, QUIET = 2, 2
"""Accounts are taken down from so much influence in the own zone on, and up to so much alert."""


def analyse(e: Estimate, command: Analyse) -> float:
    """As the analyst; the planner's habits give away the date (R3.7); four traits are mostly enough."""
    value = values.analyse(e, command)
    entry = e.public.index[command.persona]
    if entry.function is Function.PLANNER and not e.public.main_round and len(e.dates) > 1:
        value += DATE * values.chance(e, command) * (0 if entry.pool() >> command.discipline & 1 else 1)
    if entry.pool().bit_count() >= 4:
        value *= ENOUGH
    return value + free(e, command, value)


def free(e: Estimate, command: Analyse, value: float) -> float:
    """What puts an analysis by lent specialists first, if it is worth anything (R5.7)."""
    return FREE if value > FREE_FROM and refunds(e.view, command) else 0.0


def monitor(e: Estimate, command: Monitor) -> float:
    """As the analyst; where nothing but finding counts, by who may have left what is heard."""
    if e.view.scenario.depth is not Depth.FIND:
        return values.monitor(e, command)
    if not e.view.seat.chatter:
        return 0.0
    return SEARCH * values.chance(e, command) * min(1.0, gain_of_sighting(e)) + GLANCE


def lend(e: Estimate, command: Lend) -> float:
    """As the analyst; and a loan gives back an action a round (R5.7) where files wait for the skill."""
    need = wanting(e, command.to, command.discipline)
    worth = values.lend_worth(e, command, need)
    if e.view.scenario.numbers.loan_refund and e.analyse(command.to, command.discipline) == 0:
        worth += LOAN * min(4, e.left) * min(1.0, len(need) / 2)
    return worth if e.left >= 3 else 0.3 * worth


def take_down(e: Estimate, command: TakeDown) -> float:
    """By press, while there is little alert: propagandists where there is influence to take back."""
    if e.view.scenario.depth is Depth.FIND:
        return take_down_find(e, command)
    entry = e.public.index[command.persona]
    loud = entry.function is Function.PROPAGANDIST and e.public.zones[e.zone].influence >= LOUD
    if e.left == 0 or not loud or e.public.alert > QUIET:
        return 0.0
    return (0.2 + 1.8 * e.press) * (1.0 if entry.named else 0.6)


def take_down_find(e: Estimate, command: TakeDown) -> float:
    """By press, what it would undo, and how much alert there is already."""
    entry, influence = e.public.index[command.persona], e.public.zones[e.zone].influence
    weight = 2.9 if entry.named else 0.9
    return e.press * gain(e, entry.function, influence) * weight * max(0.0, 1 - e.public.alert / 6)


def gain(e: Estimate, function: Function, influence: int) -> float:
    """What going dark for two rounds takes from the network, in actions."""
    if function is Function.PROPAGANDIST:
        return min(2, influence) / 2
    if function is Function.RECRUITER:
        return 0.3 * min(2, influence) + (0.3 if e.left >= 3 else 0.0)
    if function is Function.COURIER:
        return 0.0
    return (1.3 if e.left >= 3 else 0.1) * min(1.0, (e.public.prepared + 1) / 3)


def counsel(e: Estimate, command: Counsel) -> float:
    if e.left == 0 and e.view.scenario.depth is not Depth.FIND:
        return 0.0
    value = 0.1 + e.press * (0.9 + (0.2 if e.public.zones[command.to].influence >= 3 else 0.0))
    return value if command.to == e.zone else 0.9 * value


def stage(e: Estimate, command: Stage) -> float:
    """For the strike: by the chance that the name is right."""
    if not e.public.called:
        return values.stage(e, command)
    right = e.right(e.public.index[command.persona], e.zone)
    return values.stage(e, command) * right if right >= 0.5 else 0.0


VETERAN = Tier(
    values={
        **values.VALUES,
        Analyse: analyse,
        Monitor: monitor,
        TakeDown: take_down,
        Lend: lend,
        Counsel: counsel,
        Stage: stage,
    },
    names=names,
    calls=veteran_calls,
    goes=veteran_goes,
    answers=best_option,
    careful=True,
)
