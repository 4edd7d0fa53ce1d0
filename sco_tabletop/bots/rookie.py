"""The rookie: follows every file alone, shares late and by chance, never looks at the clock (bots, 3)."""

from __future__ import annotations

from ..core.commands import (
    Analyse,
    Bulletin,
    Counsel,
    Lend,
    Locate,
    Monitor,
    Name,
    Protect,
    SendTeam,
    Stage,
    StandBy,
    TakeDown,
    Trace,
)
from ..core.words import Depth, Function
from . import values
from .analyst import by_lot
from .chair import always_goes, rookie_calls
from .estimates import Estimate
from .frame import Tier

NAME_FROM = 0.65
LATE_SHARE = 100
NOISE = 400


def names(e: Estimate, option: Name) -> bool:
    """Whoever looks likely, unless somebody has named him already."""
    entry = e.public.index[option.persona]
    return not entry.named and e.right(entry, e.zone) >= NAME_FROM


def monitor(e: Estimate, command: Monitor) -> float:
    return 1.9 * values.chance(e, command) * min(1.0, e.view.seat.chatter / 2)


def trace(e: Estimate, command: Trace) -> float:
    return 1.3 * values.chance(e, command)


def analyse(e: Estimate, command: Analyse) -> float:
    entry, file = e.public.index[command.persona], e.view.seat.files[command.persona]
    if entry.named:
        return 0.0
    value = 2 * values.chance(e, command)
    if file.count >= 2 and file.matches:
        value *= 1.4
    return value * 0.25 if file.count >= 3 and not file.matches else value


def take_down(e: Estimate, command: TakeDown) -> float:
    loud = e.public.index[command.persona].function is Function.PROPAGANDIST
    if loud and e.public.zones[e.zone].influence >= 2:
        return 1.1
    return 0.2 if e.view.scenario.depth is Depth.FIND else 0.0


def counsel(e: Estimate, command: Counsel) -> float:
    if command.to != e.zone:
        return 0.0
    return 0.5 if e.public.zones[e.zone].influence >= 3 else 0.1


def protect(e: Estimate, command: Protect) -> float:  # noqa: ARG001
    return 0.1 if e.public.called else 1.6


def locate(e: Estimate, command: Locate) -> float:
    return values.locate(e, command) if e.public.called else 3 * values.chance(e, command)


def stage(e: Estimate, command: Stage) -> float:
    return values.stage(e, command) if e.public.called else 2.6


def nothing(e: Estimate, command: Lend) -> float:  # noqa: ARG001
    return 0.0


ROOKIE = Tier(
    values={
        **values.VALUES,
        StandBy: values.stand_by,
        Monitor: monitor,
        TakeDown: take_down,
        Analyse: analyse,
        Trace: trace,
        Bulletin: values.bulletin,
        Locate: locate,
        Stage: stage,
        Lend: nothing,
        SendTeam: values.send_team,
        Counsel: counsel,
        Protect: protect,
    },
    names=names,
    calls=rookie_calls,
    goes=always_goes,
    answers=by_lot,
    noise=NOISE,
    late_share=LATE_SHARE,
    accepts_leads=True,
)
