"""How a round runs (section 4): inject, call, turns, go or no-go, commit, network phase."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from ..commands import CallHour, EndTurn, GoNoGo
from ..events import HourCalled, HourDecided, HourLeft, LeadAnswered, PhaseBegan, RoundBegan, TurnEnded
from ..rejection import Reason, Rejection
from ..view import View
from ..words import COMMANDER, Cause, ChairRule, Phase, Track
from .depth import has_hour
from .ending import endex
from .mechanic import Mechanic, never_refused, no_roll
from .network import network_phase
from .strike import begin_commit
from .tracks import move_track

if TYPE_CHECKING:
    from ..desk import Desk


def next_chair(desk: Desk) -> int:
    """Who leads the coming round (R2.9): the first by lot, then clockwise among those who may."""
    state = desk.state
    if state.seating.chair is ChairRule.COMMANDER:
        return COMMANDER
    may = state.seating.chair_zones or tuple(range(len(state.public.zones)))
    if state.public.round == 0 or state.seating.chair is ChairRule.FIXED:
        return desk.dice("setup").pick(may)
    later = [zone for zone in may if zone > state.public.chair]
    return min(later or may)


def begin_round(desk: Desk) -> None:
    """Renew allowances and hand the chair on; the draw of the inject is due (R4.1)."""
    public, numbers = desk.state.public, desk.state.scenario.numbers
    chair = next_chair(desk)
    lead = chair if chair != COMMANDER else public.round % len(public.zones)
    desk.emit(
        RoundBegan(
            public.round + 1,
            chair,
            lead,
            numbers.actions,
            numbers.shares,
            numbers.requests,
            numbers.bulletins,
        )
    )
    if not public.pile:
        begin_call(desk)


def begin_call(desk: Desk) -> None:
    """R4.2: the chair's call is due; in the last round it is automatic. A depth without H-hour has no call
    in any round (R10.1)."""
    public, scenario = desk.state.public, desk.state.scenario
    if not has_hour(scenario.depth):
        begin_turn(desk, public.lead_zone)
    elif public.round >= scenario.numbers.rounds:
        desk.emit(HourCalled(automatic=True))
        begin_turn(desk, public.lead_zone)
    else:
        desk.emit(PhaseBegan(Phase.CALL, public.chair))


def begin_turn(desk: Desk, zone: int) -> None:
    """A zone's whole turn begins (R4.3). A lead on a category held by now lapses (R8.3)."""
    desk.emit(PhaseBegan(Phase.TURN, zone))
    offer = desk.state.public.offer
    if (
        offer
        and offer.zone == zone
        and desk.state.seats[zone].files[offer.persona].held >> offer.category & 1
    ):
        desk.emit(LeadAnswered(zone, accepted=False, lapsed=True))


def end_of_turns(desk: Desk) -> None:
    """After all turns: go or no-go if H-hour is called (R4.5), else the network moves (R4.7); a depth without
    H-hour ends with the turns of the last round (R10.2)."""
    public, scenario = desk.state.public, desk.state.scenario
    last = public.round >= scenario.numbers.rounds
    if last and not has_hour(scenario.depth):
        endex(desk)
    elif not public.called:
        close_round(desk)
    elif last:
        begin_commit(desk)
    else:
        desk.emit(PhaseBegan(Phase.GO, public.chair))


def close_round(desk: Desk) -> None:
    """The network phase, then the next round unless the exercise has ended."""
    network_phase(desk)
    if desk.state.public.result is None:
        begin_round(desk)


def call_candidates(view: View) -> Iterable[CallHour]:
    yield CallHour(view.zone, call=False)
    yield CallHour(view.zone, call=True)


def call_resolve(desk: Desk, command: CallHour) -> None:
    desk.emit(HourCalled(automatic=False) if command.call else HourLeft())
    begin_turn(desk, desk.state.public.lead_zone)


def end_candidates(view: View) -> Iterable[EndTurn]:
    yield EndTurn(view.zone)


def end_resolve(desk: Desk, command: EndTurn) -> None:
    """Stand by with what is left (R5.14); an offered lead without an answer is refused (R8.3)."""
    public, zone = desk.state.public, command.zone
    if public.offer and public.offer.zone == zone:
        desk.emit(LeadAnswered(zone, accepted=False, lapsed=True))
    desk.emit(TurnEnded(zone, public.zones[zone].actions))
    following = (zone + 1) % len(public.zones)
    if following == public.lead_zone:
        end_of_turns(desk)
    else:
        begin_turn(desk, following)


def go_candidates(view: View) -> Iterable[GoNoGo]:
    yield GoNoGo(view.zone, go=True)
    yield GoNoGo(view.zone, go=False)


def go_refusal(view: View, command: GoNoGo) -> Rejection | None:
    """In the last round no-go is not possible."""
    if command.go or view.public.round < view.scenario.numbers.rounds:
        return None
    return Rejection(Reason.LAST_ROUND, "R4.5")


def go_resolve(desk: Desk, command: GoNoGo) -> None:
    desk.emit(HourDecided(command.go))
    if command.go:
        begin_commit(desk)
        return
    move_track(desk, Track.ALERT, desk.state.scenario.numbers.aborted_alert, Cause.ABORTED)
    close_round(desk)


MECHANICS = (
    Mechanic(CallHour, "R4.2", Phase.CALL, call_candidates, never_refused, call_resolve, no_roll),
    Mechanic(EndTurn, "R5.14", Phase.TURN, end_candidates, never_refused, end_resolve, no_roll),
    Mechanic(GoNoGo, "R4.5", Phase.GO, go_candidates, go_refusal, go_resolve, no_roll),
)
