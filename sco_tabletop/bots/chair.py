"""The chair's forecast: what a strike at the end of this round would bring (bots, section 4)."""

from __future__ import annotations

import attrs

from ..core import doubt
from ..core.view import View
from ..core.words import Discipline, Function


@attrs.frozen
class Forecast:
    """`expected` captures; `leader`: the chance to take the leader; `need`: captures for a decisive one."""

    expected: float
    leader: float
    need: int


@attrs.frozen
class Target:
    """One name a zone could still strike: actions needed, chance, and how it sorts."""

    persona: int
    cost: int
    chance: float
    is_leader: bool


def targets(view: View, zone: int) -> list[Target]:
    """The zone's names, cheapest first, leader first, best chance, id."""
    public, found = view.public, []
    level = public.zones[zone].level
    reach = view.scenario.chances.locate[max(level(Discipline.SIGNALS), level(Discipline.BORDER))] / 100
    escape = max((s.chance for s in view.scenario.numbers.escape_steps if public.alert >= s.alert), default=0)
    for persona in sorted(public.index):
        entry = public.index[persona]
        if not entry.named >> zone & 1:
            continue
        cost = 0 if entry.staged >> zone & 1 else 1 if entry.located >> zone & 1 else 2
        chance = doubt.right(view.scenario, entry, zone) * (1 - escape / 100) * (reach if cost == 2 else 1)
        found.append(Target(persona, cost, chance, entry.function is Function.LEADER))
    return sorted(found, key=lambda t: (t.cost, not t.is_leader, -t.chance, t.persona))


def forecast(view: View, size: float) -> Forecast:
    """Zone by zone, each persona once, while teams and this round's actions last."""
    expected = leader = 0.0
    done = 0
    for zone, board in enumerate(view.public.zones):
        teams, actions = board.teams, board.actions
        for target in targets(view, zone):
            if done >> target.persona & 1 or teams < 1 or actions < target.cost:
                continue
            done |= 1 << target.persona
            teams, actions = teams - 1, actions - target.cost
            expected += target.chance
            leader = target.chance if target.is_leader else leader
    quota = view.scenario.numbers.quota * size / 100
    need = int(quota) + (quota > int(quota))
    return Forecast(expected, leader, need)


def worth_committing(view: View) -> tuple[int, ...]:
    """Own staged personas whose name is at least as likely right as wrong (R4.6)."""
    own = [p for p in sorted(view.seat.names) if view.public.index[p].staged >> view.zone & 1]
    return tuple(p for p in own if doubt.right(view.scenario, view.public.index[p], view.zone) >= 0.5)
