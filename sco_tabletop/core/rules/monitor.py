"""Monitor (R5.2)."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Final

from ..commands import Monitor
from ..events import Monitored
from ..view import View
from ..words import Discipline, Phase
from .files import open_file, read_traits, sight
from .mechanic import Mechanic, best_level, never_refused

if TYPE_CHECKING:
    from ..desk import Desk


DISCIPLINES: Final = (Discipline.SIGNALS, Discipline.CYBER, Discipline.LANGUAGE)


def candidates(view: View) -> Iterable[Monitor]:
    yield Monitor(view.zone)


def chance(view: View, command: Monitor) -> int:  # noqa: ARG001
    """Best of signals, cyber, language (R1.2)."""
    return view.scenario.chances.monitor[best_level(view, DISCIPLINES)]


def resolve(desk: Desk, command: Monitor) -> None:
    """On success every persona on file with a trace here is sighted, and one new one opened and sighted."""
    zone = command.zone
    dice = desk.zone_dice(zone)
    success = dice.chance(chance(desk.view(zone), command))
    desk.emit(Monitored(zone, success))
    if not success:
        return
    files, operatives = desk.state.seats[zone].files, desk.state.secret.operatives
    traces = [(operatives[number].persona, channel) for number, channel in desk.state.secret.traces[zone]]
    known = [trace for trace in traces if trace[0] in files]
    new = [trace for trace in traces if trace[0] not in files]
    for persona, channel in sorted(known):
        sight(desk, zone, persona, channel)
    off_index = [trace for trace in new if trace[0] not in desk.state.public.index]
    if new:
        persona, channel = dice.pick(sorted(off_index or new))
        open_file(desk, zone, persona)
        sight(desk, zone, persona, channel)
        read_traits(desk, dice, zone, [persona])
    else:
        read_traits(desk, dice, zone, sorted({persona for persona, _ in known}))


MECHANIC = Mechanic(Monitor, "R5.2", Phase.TURN, candidates, never_refused, resolve, chance)
