"""Invariants of the round, the end and the depths: what `invariants` asks of sections 4, 7 and 10.

Knows the full state and the rule book; recomputes by its own, slower way instead of asking the rules.
"""

from __future__ import annotations

from fractions import Fraction

from .board import OpenedName
from .state import State
from .words import COMMANDER, Depth, EndReason, Function, Phase, Result


def phase_incoherent(state: State) -> bool:
    """Round, phase, chair, acting zone (R4); a short depth knows draws, choices and turns alone (R10.1)."""
    public, rounds = state.public, state.scenario.numbers.rounds
    if public.result is not None:
        return False
    zones = range(len(public.zones))
    if not 1 <= public.round <= rounds or public.lead_zone not in zones:
        return True
    short = state.scenario.depth is not Depth.FULL
    if short and (public.called or public.phase in (Phase.CALL, Phase.GO, Phase.COMMIT)):
        return True
    if public.phase in (Phase.INJECT, Phase.CHOICE, Phase.CALL, Phase.GO):
        chaired = public.acting == public.chair and public.chair in (COMMANDER, *zones)
        called = public.called is (public.phase is Phase.GO)
        early = public.phase not in (Phase.CALL, Phase.GO) or public.round < rounds
        return not (chaired and called and early)
    if public.phase is Phase.TURN:
        return public.acting not in zones or (public.round == rounds and not public.called and not short)
    return public.phase is Phase.OVER or not public.called or not public.staged_in(public.acting)


def end_incoherent(state: State) -> bool:
    """Result, reason, phase and opened network (R7.1, R4.8); who ends how (R10.2)."""
    public, short = state.public, state.scenario.depth is not Depth.FULL
    over = public.result is not None
    dated = (state.secret.main_round > 0) is not short and public.main_round == state.secret.main_round
    opened = len(public.network) == len(state.secret.operatives) and dated
    together = (public.phase is Phase.OVER) is over and (public.reason is not None) is over
    lost = public.trust <= 0
    if (public.reason is EndReason.FACILITATOR) is not (public.result is Result.UNDECIDED):
        return True
    if public.reason in (EndReason.STRIKE, EndReason.NO_TEAM) and short:
        return True
    if public.reason is EndReason.ENDEX and (not short or public.round < state.scenario.numbers.rounds):
        return True
    return not together or (over and not opened) or (lost and not over)


def depth_exceeded(state: State) -> bool:
    """Main plot, hunt and strike in a short depth; preparation, plots, traits and names in find only."""
    public, depth = state.public, state.scenario.depth
    if depth is Depth.FULL:
        return bool(public.attributed or public.opened)
    index = public.index.values()
    hunted = any(entry.located or entry.staged for entry in index) or bool(public.captures)
    if hunted or state.secret.main_round or public.main_round or public.main_fired:
        return True
    if depth is Depth.INVESTIGATE:
        return bool(public.attributed)
    plotted = any(public.preparation) or bool(public.plots or public.fired)
    files = any(file.held or file.links for seat in state.seats for file in seat.files.values())
    return plotted or files or any(entry.named for entry in index) or bool(public.opened or public.offer)


def _attributed(state: State) -> tuple[int, ...]:
    """Personas of which so few zones are within reach of all sightings, zone by zone."""
    public, most = state.public, state.scenario.numbers.attributed_zones
    found = []
    for persona, entry in public.index.items():
        near = [
            zone
            for zone in range(len(public.zones))
            if all(zone == seen or zone in _adjacent(state, seen) for seen in _zones(entry.sighted, state))
        ]
        if len(near) <= most:
            found.append(persona)
    return tuple(sorted(found))


def _zones(mask: int, state: State) -> list[int]:
    return [zone for zone in range(len(state.public.zones)) if mask >> zone & 1]


def _adjacent(state: State, zone: int) -> tuple[int, ...]:
    return state.scenario.zones[zone].adjacent


def _names(state: State) -> list[OpenedName]:
    """Every name of every zone with the persona of that person, by looking at each operative."""
    who = {(o.home, o.person): o.persona for o in state.secret.operatives}
    return [
        OpenedName(seat.zone, persona, seat.names[persona], who.get((seat.zone, seat.names[persona]), -1))
        for seat in state.seats
        for persona in sorted(seat.names)
    ]


def work_differs(state: State) -> bool:
    """At the end the attributed personas, or the names, are opened; before it nothing (R10.3, R10.4)."""
    public, depth = state.public, state.scenario.depth
    over = public.result is not None
    attributed = _attributed(state) if over and depth is Depth.FIND else ()
    opened = _names(state) if over and depth is Depth.INVESTIGATE else []
    return public.attributed != attributed or public.opened != opened


def result_wrong(state: State) -> bool:
    """The table of R10.1 with fractions, from what was opened."""
    public, depth, n = state.public, state.scenario.depth, state.scenario.numbers
    if public.reason is not EndReason.ENDEX or depth is Depth.FULL:
        return public.reason in (EndReason.THREAT, EndReason.TRUST) and public.result is not Result.FAILED
    order = list(Result)
    if depth is Depth.FIND:
        others = [one.persona for one in public.network if one.function is not Function.LEADER]
        share = Fraction(sum(p in public.attributed for p in others), max(1, len(others)))
        mean = Fraction(sum(board.influence for board in public.zones), len(public.zones))
        won = mean <= Fraction(n.influence_goal, 10)
        bars, wrong = (n.attributed_complete, n.attributed_quota, n.attributed_partial), 0
    else:
        right = {name.persona for name in public.opened if name.operative == name.persona}
        share = Fraction(len(right), len(public.network))
        won = any(one.function is Function.LEADER and one.persona in right for one in public.network)
        bars = (n.named_complete, n.named_quota, n.named_partial)
        wrong = sum(name.operative != name.persona for name in public.opened)
    grade = next((g for g, bar in enumerate(bars) if share >= Fraction(bar, 100) and (won or g == 2)), 3)
    return public.result is not order[min(3, grade + wrong)]
