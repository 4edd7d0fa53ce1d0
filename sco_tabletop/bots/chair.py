"""The chair's forecast: what a strike at the end of this round would bring, and when to call it (bots, 4)."""

from __future__ import annotations

import attrs

from ..core.words import Discipline, Function
from .estimates import Estimate

PHI = (0.500, 0.599, 0.691, 0.773, 0.841, 0.894, 0.933, 0.960, 0.977, 0.988, 0.994, 0.997, 0.999, 1.0)
"""The normal distribution at 0, 0.25 ... 3.25."""
HOLD_BELOW = 0.5
LAST_CALL = 1
"""So near to the limit of the threat the analyst calls, whatever is ready."""


def phi(x: float) -> float:
    """Normal distribution, linear between the entries of the table."""
    if x < 0:
        return 1 - phi(-x)
    steps = x * 4
    low = int(steps)
    if low >= len(PHI) - 1:
        return PHI[-1]
    return PHI[low] + (steps - low) * (PHI[low + 1] - PHI[low])


def root(v: float) -> float:
    """Square root by eight steps of Newton, the same on every machine."""
    x = 1.0
    for _ in range(8):
        x = (x + v / x) / 2
    return x


@attrs.frozen
class Forecast:
    """`expected` captures and their `variance`; `leader`: the chance to take the leader; `quota`: captures
    for a decisive result (unrounded), `need` rounded up."""

    expected: float
    variance: float
    leader: float
    quota: float

    @property
    def need(self) -> int:
        """Captures for a decisive result."""
        return int(self.quota) + (self.quota > int(self.quota))


@attrs.frozen
class Target:
    """One name a zone could still strike: actions needed, chance, and how it sorts."""

    persona: int
    cost: int
    chance: float
    is_leader: bool


def targets(e: Estimate, zone: int) -> list[Target]:
    """The zone's names, cheapest first, leader first, best chance, id."""
    public, found = e.public, []
    level = public.zones[zone].level
    reach = e.view.scenario.chances.locate[max(level(Discipline.SIGNALS), level(Discipline.BORDER))] / 100
    steps = e.view.scenario.numbers.escape_steps
    escape = max((s.chance for s in steps if public.alert >= s.alert), default=0)
    for persona in sorted(public.index):
        entry = public.index[persona]
        if not entry.named >> zone & 1:
            continue
        cost = 0 if entry.staged >> zone & 1 else 1 if entry.located >> zone & 1 else 2
        chance = e.right(entry, zone) * (1 - escape / 100) * (reach if cost == 2 else 1)
        found.append(Target(persona, cost, chance, entry.function is Function.LEADER))
    return sorted(found, key=lambda t: (t.cost, not t.is_leader, -t.chance, t.persona))


def forecast(e: Estimate) -> Forecast:
    """Zone by zone, each persona once, while teams and this round's actions last."""
    expected = variance = leader = 0.0
    done = 0
    for zone, board in enumerate(e.public.zones):
        teams, actions = board.teams, board.actions
        for target in targets(e, zone):
            if done >> target.persona & 1 or teams < 1 or actions < target.cost:
                continue
            done |= 1 << target.persona
            teams, actions = teams - 1, actions - target.cost
            expected += target.chance
            variance += target.chance * (1 - target.chance)
            leader = target.chance if target.is_leader else leader
    return Forecast(expected, variance, leader, e.view.scenario.numbers.quota * e.size / 100)


def rookie_calls(e: Estimate) -> bool:
    """Late, many located, the leader named."""
    entries = e.public.index.values()
    located = sum(entry.located.bit_count() for entry in entries)
    leader = any(entry.named for entry in entries if entry.function is Function.LEADER)
    late = e.view.scenario.numbers.rounds - 2
    return e.public.round >= late and located >= 0.6 * e.middle and leader


def analyst_calls(e: Estimate) -> bool:
    """The leader likely and enough captures expected for a decisive result, or the threat all but full."""
    if e.public.threat >= e.view.scenario.numbers.threat_limit - LAST_CALL:
        return True
    now = forecast(e)
    return now.leader >= 0.6 and now.expected >= now.need - 0.1


def veteran_calls(e: Estimate) -> bool:
    """Call when waiting is more dangerous, or not better, than striking now."""
    if e.public.threat + e.danger >= e.view.scenario.numbers.threat_limit:
        return True
    now = forecast(e)
    if now.leader < 0.55:
        return False
    spread = root(now.variance + 0.65)
    today = now.leader * phi((now.expected - now.quota + 0.3) / spread)
    gain = growth(e, now)
    quota = e.view.scenario.numbers.quota * (e.size + 0.12) / 100
    leader = now.leader + 0.25 * (1 - now.leader)
    later = leader * phi((now.expected + gain - quota + 0.3) / spread) * (1 - hazard(e))
    return today > later


def growth(e: Estimate, now: Forecast) -> float:
    """G: captures that one more round should add."""
    named = sum(1 for entry in e.public.index.values() if entry.named)
    coming = sum(1 for entry in e.public.index.values() if not entry.named and entry.pool().bit_count() >= 2)
    return 0.9 * (0.6 * max(0.0, 0.97 * named - now.expected) + min(2.0, 0.45 * coming))


def hazard(e: Estimate) -> float:
    """The chance that waiting a round loses the exercise."""
    public, numbers = e.public, e.view.scenario.numbers
    limit = numbers.threat_limit
    next_round = public.round + 1
    ahead = public.threat + 2 * e.danger
    ahead += sum(numbers.plot_threat for plot in public.plots if plot.due == next_round)
    risk = 0.50 if ahead >= limit else 0.12 if ahead >= limit - 2 else 0.04
    risk += 0.02 * public.alert
    possible = e.dates
    if not public.main_round and public.round in possible:
        fatal = public.threat + e.danger + numbers.main_damage >= limit
        risk += (0.9 if fatal else 0.1) / len(possible)
    return min(risk, 1.0)


def always_goes(e: Estimate) -> bool:  # noqa: ARG001
    """Rookie and analyst."""
    return True


def veteran_goes(e: Estimate) -> bool:
    """No way back, or the leader and enough others stand staged."""
    if e.public.threat + e.danger >= e.view.scenario.numbers.threat_limit:
        return True
    total, leader = 0.0, False
    for entry in e.public.index.values():
        for zone in range(len(e.public.zones)):
            if entry.staged >> zone & 1:
                total += e.right(entry, zone)
                leader = leader or entry.function is Function.LEADER
    return leader and total >= e.view.scenario.numbers.quota * e.size / 100 - 0.35


def worth_committing(e: Estimate) -> tuple[int, ...]:
    """Own staged personas whose name is at least as likely right as wrong (R4.6)."""
    own = [p for p in sorted(e.view.seat.names) if e.public.index[p].staged >> e.zone & 1]
    return tuple(p for p in own if e.right(e.public.index[p], e.zone) >= HOLD_BELOW)
