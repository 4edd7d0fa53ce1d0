"""What each action is worth to the analyst (bots, section 3). One function an action, in the same order."""

from __future__ import annotations

from collections.abc import Callable

from ..core.commands import (
    Analyse,
    AnyCommand,
    Bulletin,
    Counsel,
    Lend,
    Locate,
    Monitor,
    Protect,
    SendTeam,
    Stage,
    StandBy,
    TakeDown,
    Trace,
)
from ..core.legal import odds
from ..core.words import Depth, Function
from .estimates import DEGREE, NAMES_LEADER_TO, Estimate, narrowing, readable, wanting

GLIMPSE = 0.06
"""A sighting may still exclude a home, so a zone with traces in it looks rather than stands by."""

SHIELD, NARROW = 3.0, 1
"""What Protect is worth, in actions, where plots would leave at most so much threat to the limit."""
CALM_HIGH, CALM = 0.8, 0.35
"""What Counsel is worth where influence is 3 or more, and elsewhere."""


def chance(e: Estimate, command: AnyCommand) -> float:
    """p: the chance of the action's own roll, 0..1."""
    percent = odds(e.view, command)
    return 1.0 if percent is None else percent / 100


def stand_by(e: Estimate, command: StandBy) -> float:  # noqa: ARG001
    return 0.06


def monitor(e: Estimate, command: Monitor) -> float:
    if e.view.scenario.depth is Depth.FIND:
        return find(e, command)
    surplus = max(0.0, e.view.seat.chatter - e.expected_chatter())
    hidden = min(1.0, e.unknown / max(1.0, e.size - 1) + 0.02)
    value = 2.6 * chance(e, command) * e.late * min(1.0, 1.6 * surplus * hidden)
    for _ in range(e.public.zones[e.zone].monitored):
        value *= 0.6
    value = value * 0.3 if e.unknown - (not e.leader_known) < 0.3 else value
    return value + reading(e, chance(e, command)) + (GLIMPSE if e.view.seat.chatter else 0.0)


def find(e: Estimate, command: Monitor) -> float:
    """Monitor where nothing but finding counts: new personas, and homes that a sighting would narrow."""
    chatter = e.view.seat.chatter
    if not chatter:
        return 0.0
    hidden = min(1.0, e.unknown / max(1.0, e.size - 1))
    value = 2.6 * chance(e, command) * min(1.0, narrowing(e) + 0.8 * chatter * hidden)
    for _ in range(e.public.zones[e.zone].monitored):
        value *= 0.7
    return value


def reading(e: Estimate, p: float) -> float:
    """What the trait that Monitor reads off the posts is worth."""
    if not e.view.scenario.numbers.first_look or not e.view.seat.chatter:
        return 0.0
    live, total = readable(e)
    share = min(1.0, e.view.seat.chatter) * (live / total if total else 0.0)
    return 1.6 * p * share * (0.5 if e.left < 2 else 1.0)


def take_down(e: Estimate, command: TakeDown) -> float:  # noqa: ARG001
    return 0.3 if e.public.zones[e.zone].influence >= 4 else 0.0


def analyse(e: Estimate, command: Analyse) -> float:
    entry, p, d = e.public.index[command.persona], chance(e, command), command.discipline
    pool = entry.pool()
    held = pool >> d & 1
    if entry.named:
        doubt = e.doubt(entry, e.namer(entry))
        return 0.0 if held else 1.6 * p * doubt / (1 + doubt)
    share, count = e.homes(command.persona)[e.zone], pool.bit_count()
    value = p * (3 * share + 2.3 * (1 - share) if count >= 2 else 2 * share + 1.7 * (1 - share))
    value *= 0.75 if count >= 4 else 1.0
    if held:
        value *= 0.25 if entry.held[e.zone] > 0 else 0.3
    elif any(
        y != e.zone and entry.held[y] >= 0 and e.analyse(y, d) > p + 0.25 for y in range(len(entry.held))
    ):
        value *= 0.7
    value *= 1.35 if entry.function is Function.LEADER else 1.0
    return value * 0.5 if e.left < 2 else value


def trace(e: Estimate, command: Trace) -> float:
    function, p = e.public.index[command.persona].function, chance(e, command)
    links = e.view.seat.files[command.persona].links.bit_count()
    gap = max(0.05, 1 - links / DEGREE[function])
    value = 2.3 * p * e.late * gap * min(1.0, 1.1 * e.fresh + 0.05)
    if e.leader_known:
        return value
    if function in NAMES_LEADER_TO:
        return max(value, 3 * p * max(0.25, gap) * (0.3 if e.left < 3 else 1.0))
    nobody = not any(entry.function in NAMES_LEADER_TO for entry in e.public.index.values())
    if function is Function.ARMOURER or nobody:
        return max(value, 2.4 * p * gap)
    return value


def bulletin(e: Estimate, command: Bulletin) -> float:
    zones = range(len(e.public.zones))
    return 0.3 * sum(e.share(command.persona, y) for y in zones if y != e.zone) - 0.06 * e.public.alert


def locate(e: Estimate, command: Locate) -> float:
    entry, p = e.public.index[command.persona], chance(e, command)
    if e.public.called:
        value = 6 * p if e.public.zones[e.zone].actions >= 2 else 1.5 * p
    else:
        value = p * (1.5 if e.left >= 4 else 2.2 if e.left >= 2 else 3.0)
    value *= 1.2 if entry.function is Function.LEADER else 1.0
    crowded = entry.named.bit_count() >= 2 or e.public.free_teams(e.zone) == 0
    return value * 0.4 if crowded else value


def stage(e: Estimate, command: Stage) -> float:
    if e.public.called:
        return 12.0 if e.public.index[command.persona].function is Function.LEADER else 10.0
    if e.left <= 1 or len(e.view.seat.names) >= 3:
        return 1.3
    return 0.7 if e.left == 2 else 0.35


def lend(e: Estimate, command: Lend) -> float:
    value = lend_worth(e, command, wanting(e, command.to, command.discipline))
    return value * 0.3 if e.left < 4 else value


def lend_worth(e: Estimate, command: Lend, personas: tuple[int, ...]) -> float:
    """What better chances on these personas are worth to the borrower."""
    printed = e.view.scenario.chances.analyse[e.public.zones[e.zone].levels[command.discipline]] / 100
    need = sum(0.4 + 0.6 * e.homes(persona)[command.to] for persona in personas)
    return min(2.6, 0.8 * (printed - e.analyse(command.to, command.discipline)) * need)


def send_team(e: Estimate, command: SendTeam) -> float:
    names = [sum(entry.named >> z & 1 for entry in e.public.index.values()) for z in (e.zone, command.to)]
    own, theirs = e.public.zones[e.zone].teams, e.public.zones[command.to].teams
    if names[1] <= theirs or own <= names[0]:
        return 0.0
    if e.public.called:
        return 4.0
    return 1.0 if e.left > 4 else 2.2


def counsel(e: Estimate, command: Counsel) -> float:
    value = CALM_HIGH if e.public.zones[command.to].influence >= 3 else CALM
    return value if command.to == e.zone else 0.9 * value


def protect(e: Estimate, command: Protect) -> float:  # noqa: ARG001
    """Before all else where a plot would bring the limit within reach, else when there is nothing to do."""
    return SHIELD if e.warned() and e.margin <= NARROW and not e.public.called else 0.1


VALUES: dict[type, Callable[..., float]] = {
    StandBy: stand_by,
    Monitor: monitor,
    TakeDown: take_down,
    Analyse: analyse,
    Trace: trace,
    Bulletin: bulletin,
    Locate: locate,
    Stage: stage,
    Lend: lend,
    SendTeam: send_team,
    Counsel: counsel,
    Protect: protect,
}
"""In the order in which ties are settled."""
ORDER = {command: place for place, command in enumerate(VALUES)}
