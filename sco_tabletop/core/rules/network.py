"""The network phase (section 6), in the order of the rule book."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..events import (
    ChatterHeard,
    ExhaustionCleared,
    LocationLost,
    MainPlotFired,
    NetworkRested,
    OperativeJoined,
    PlotFired,
    PlotTargeted,
    PlotWarned,
    PreparationMoved,
    Recruited,
    TraceLaid,
    TracesVanished,
)
from ..figures import influence_threat, slip_percent, trace_fade
from ..seat import bits
from ..words import Cause, EndReason, Function, Result, Track
from .ending import finish
from .take_down import PREPARES
from .tracks import move_influence, move_preparation, move_track

if TYPE_CHECKING:
    from ..desk import Desk
    from ..secret import Operative

STREAM = "network"


def network_phase(desk: Desk) -> None:
    """R6.1 to R6.10, then the threat is judged (R4.8)."""
    public = desk.state.public
    desk.emit(TracesVanished())
    for number, operative in enumerate(list(desk.state.secret.operatives)):
        if operative.persona in public.index and public.dark(operative.persona):
            continue
        act(desk, number, operative)
    prepare_plot(desk)
    fire_plots(desk)
    shadowing(desk)
    slipping(desk)
    if public.alert <= public.alert_mark:
        move_track(desk, Track.ALERT, -1, Cause.CALM)
    desk.emit(NetworkRested(public.round))
    tell_chatter(desk)
    if public.threat >= desk.state.scenario.numbers.threat_limit:
        finish(desk, Result.FAILED, EndReason.THREAT)


def lay_trace(desk: Desk, number: int, operative: Operative) -> int:
    """R6.2: draw the field zone and roll for a trace there; the leader never leaves one. The field zone."""
    scenario, dice = desk.state.scenario, desk.dice(STREAM)
    field = dice.pick(bits(desk.state.public.reach[operative.home]))
    fade = trace_fade(desk.state.public, scenario.numbers)
    chance = max(0, scenario.chances.trace_left[operative.function] - fade)
    left = dice.chance(chance)
    channel = dice.below(len(scenario.channels))
    if left and operative.function is not Function.LEADER:
        desk.emit(TraceLaid(field, number, channel))
    return field


def tell_chatter(desk: Desk) -> None:
    """Each zone hears how many traces were laid in it (R5.2)."""
    for zone, traces in enumerate(desk.state.secret.traces):
        desk.emit(ChatterHeard(zone, len(traces)))


def act(desk: Desk, number: int, operative: Operative) -> None:
    """One operative's phase: a trace, then what his function does (R6.2-R6.5)."""
    field = lay_trace(desk, number, operative)
    if operative.function is Function.PROPAGANDIST:
        move_influence(desk, field, 1, Cause.PROPAGANDA)
    elif operative.function is Function.RECRUITER:
        recruit(desk, number, operative)
    elif operative.function in PREPARES:
        move_preparation(desk, 1, PREPARES[operative.function])
    elif operative.function is Function.COURIER and desk.state.public.round % 2 == 0:
        move_preparation(desk, 1, Cause.SUPPLIES)


def recruit(desk: Desk, number: int, recruiter: Operative) -> None:
    """R6.4: a new propagandist or courier where influence is high; he acts from the next phase on."""
    state, dice = desk.state, desk.dice(STREAM)
    numbers, secret = state.scenario.numbers, state.secret
    homes = [operative.home for operative in secret.operatives]
    places = [
        zone
        for zone in bits(state.public.reach[recruiter.home])
        if state.public.zones[zone].influence >= numbers.recruit_from
        and homes.count(zone) < numbers.recruit_zone_limit
    ]
    if not places or len(homes) >= numbers.operatives_cap:
        return
    zone = dice.pick(places)
    taken = {o.person for o in secret.operatives if o.home == zone}
    person = dice.pick([p for p in range(numbers.register_size) if p not in taken])
    function = dice.pick((Function.PROPAGANDIST, Function.COURIER))
    desk.emit(OperativeJoined(zone, person, function, secret.aliases[len(homes)], (number,)))
    desk.emit(Recruited(zone))
    move_influence(desk, zone, -numbers.recruit_influence, Cause.RECRUITMENT)
    for seat in state.seats:
        file = seat.files.get(recruiter.persona)
        if file and file.exhausted:
            desk.emit(ExhaustionCleared(seat.zone, recruiter.persona))


def prepare_plot(desk: Desk) -> None:
    """R6.6: preparation complete - two zones are warned, one of them is the target."""
    public, numbers, dice = desk.state.public, desk.state.scenario.numbers, desk.dice(STREAM)
    if public.prepared < numbers.preparation_needed:
        return
    desk.emit(PreparationMoved((0, 0, 0, 0), Cause.PLOT))
    order = list(range(len(public.zones)))
    dice.shuffle(order)
    warned = sorted(order, key=lambda zone: -public.zones[zone].influence)[:2]
    number = public.plots_seen + 1
    desk.emit(PlotWarned(number, sum(1 << zone for zone in warned), public.round + numbers.plot_fuse))
    desk.emit(PlotTargeted(number, dice.pick(sorted(warned))))


def fire_plots(desk: Desk) -> None:
    """R6.7: due plots, then the main plot, then influence add to the threat."""
    public, numbers = desk.state.public, desk.state.scenario.numbers
    for plot in list(public.plots):
        if plot.due <= public.round:
            target = desk.state.secret.targets[plot.number]
            shield = public.protected(target)
            desk.emit(PlotFired(plot.number, target, shield))
            damage = numbers.plot_threat_protected if shield else numbers.plot_threat
            move_track(desk, Track.THREAT, damage, Cause.PLOT)
    if public.round == desk.state.secret.main_round:
        desk.emit(MainPlotFired(public.round))
        move_track(desk, Track.THREAT, numbers.main_damage, Cause.MAIN_PLOT)
    move_track(desk, Track.THREAT, influence_threat(public, numbers), Cause.INFLUENCE)


def shadowing(desk: Desk) -> None:
    """R6.8: each staged team, right or wrong, may be noticed."""
    chance = desk.state.scenario.numbers.staged_alert_chance
    for persona in sorted(desk.state.public.index):
        for _ in bits(desk.state.public.index[persona].staged):
            if desk.dice(STREAM).chance(chance):
                move_track(desk, Track.ALERT, 1, Cause.STAGED)


def may_slip(desk: Desk, operative: Operative) -> bool:
    """Rightly named, located and not staged (R6.9): an innocent never slips away."""
    zone, persona = operative.home, operative.persona
    entry = desk.state.public.index.get(persona)
    if entry is None or not entry.located >> zone & 1 or entry.staged >> zone & 1:
        return False
    return desk.state.seats[zone].names.get(persona) == operative.person


def slipping(desk: Desk) -> None:
    """R6.9: those who may, roll to slip away."""
    numbers = desk.state.scenario.numbers
    for operative in desk.state.secret.operatives:
        chance = slip_percent(desk.state.public, numbers)
        if may_slip(desk, operative) and desk.dice(STREAM).chance(chance):
            desk.emit(LocationLost(operative.home, operative.persona))
