"""Every number a seat sees, taken apart: what it is made of, how the parts make it, and its rule paragraph.

From the view and the events that this seat was told; words are made at the edge. The parts come from the same
functions that the rules ask, and a test puts each number together again from them.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final, assert_never

from . import doubt
from .commands import Analyse, AnswerLead, AnyCommand, Bulletin, Locate, Monitor, Stage, Trace
from .events import AnyEvent, InfluenceMoved, TrackMoved
from .events.network import PARTS
from .explaining import (
    Captured,
    Doubted,
    Escaping,
    Explanation,
    Figure,
    How,
    Influenced,
    MainPlot,
    Odds,
    Part,
    Plotted,
    Prepared,
    Refused,
    Risked,
    Size,
    Slipping,
    Spread,
    Term,
    Traced,
    Tracked,
)
from .figures import escape_percent, influence_threat, slip_percent, trace_fade
from .legal import legal, odds, refusal, rule_of
from .rules import locate, monitor, trace
from .rules.depth import has_hour, has_main_plot, has_preparation
from .seat import bits
from .shortage import shortage
from .view import View
from .words import Cause, Function, Track

TRACK_RULES: Final = {Track.THREAT: "R4.8", Track.ALERT: "R6.10", Track.TRUST: "R7.3"}


def explain(view: View, figure: Figure, told: Iterable[AnyEvent] = ()) -> Explanation:
    """The parts of a figure. `told`: all that this seat was told, for what has grown over time."""
    match figure:
        case Tracked(track):
            return tracked(view, track, told)
        case Prepared():
            return prepared(view)
        case Influenced(zone):
            return influenced(view, zone, told)
        case Spread():
            return spread(view)
        case Size():
            return size(view)
        case Plotted(number):
            return plotted(view, number)
        case MainPlot():
            damage = view.scenario.numbers.main_damage
            return Explanation("R6.7", How.SUM, (Part(Term.DAMAGE, damage),), damage)
        case Escaping() | Slipping() | Traced():
            return by_alert(view, figure)
        case _:
            return of_a_case(view, figure)


def of_a_case(view: View, figure: Odds | Risked | Refused | Doubted | Captured) -> Explanation:
    """A command, a name."""
    match figure:
        case Odds(command):
            return chance(view, command)
        case Risked(command):
            percent = risk(view, command) or 0
            return Explanation(rule_of(command), How.SUM, (Part(Term.BY_DECK, percent),), percent)
        case Refused(command):
            return refused(view, command)
        case Doubted(persona, zone):
            return doubted(view, persona, zone)
        case Captured(persona, zone):
            return captured(view, persona, zone)
        case _:
            assert_never(figure)


def causes(moves: Iterable[tuple[Cause, int]]) -> tuple[Part, ...]:
    """What moved a track, one part a cause, in the order in which the causes first came."""
    sums: dict[Cause, tuple[int, int]] = {}
    for cause, amount in moves:
        total, times = sums.get(cause, (0, 0))
        sums[cause] = (total + amount, times + 1)
    return tuple(Part(Term.CAUSE, total, cause=cause, count=times) for cause, (total, times) in sums.items())


def tracked(view: View, track: Track, told: Iterable[AnyEvent]) -> Explanation:
    """Threat, alert and public trust: where they began, and everything that moved them."""
    numbers, public = view.scenario.numbers, view.public
    now = {Track.THREAT: public.threat, Track.ALERT: public.alert, Track.TRUST: public.trust}[track]
    limit = {
        Track.THREAT: numbers.threat_limit,
        Track.ALERT: numbers.alert_max,
        Track.TRUST: numbers.trust,
    }[track]
    start = Part(Term.START, numbers.trust if track is Track.TRUST else 0)
    moves = ((e.cause, e.amount) for e in told if isinstance(e, TrackMoved) and e.track is track)
    return Explanation(TRACK_RULES[track], How.SUM, (start, *causes(moves)), now, limit)


def prepared(view: View) -> Explanation:
    """R6.5: plans, funds, weapons and supplies."""
    parts = tuple(
        Part(Term.SOURCE, value, cause=cause)
        for cause, value in zip(PARTS, view.public.preparation, strict=True)
    )
    needed = view.scenario.numbers.preparation_needed
    return Explanation("R6.5", How.SUM, parts, view.public.prepared, needed)


def influenced(view: View, zone: int, told: Iterable[AnyEvent]) -> Explanation:
    """The influence of one zone."""
    numbers = view.scenario.numbers
    start = Part(Term.START, numbers.influence_start)
    moves = ((e.cause, e.amount) for e in told if isinstance(e, InfluenceMoved) and e.zone == zone)
    now = view.public.zones[zone].influence
    return Explanation("R6.3", How.SUM, (start, *causes(moves)), now, numbers.influence_max)


def spread(view: View) -> Explanation:
    """What the mean influence adds to the threat a round (R1.4)."""
    boards, numbers = view.public.zones, view.scenario.numbers
    parts = tuple(Part(Term.ZONE, board.influence, zone=zone) for zone, board in enumerate(boards))
    steps = tuple((step.tenths, step.threat) for step in numbers.influence_steps)
    return Explanation("R6.7", How.MEAN, parts, influence_threat(view.public, numbers), steps=steps)


def size(view: View) -> Explanation:
    """The most operatives that there may be, as far as is public (R9.7)."""
    high, joined = view.scenario.numbers.operatives_high, len(view.public.recruited)
    parts = (Part(Term.AT_MOST, high), Part(Term.RECRUITED, joined))
    return Explanation("R9.7", How.SUM, parts, high + joined)


def plotted(view: View, number: int) -> Explanation:
    """What a warned plot may add to the threat: in each of its zones, were it to fire now."""
    numbers, public = view.scenario.numbers, view.public
    plot = next(plot for plot in public.plots if plot.number == number)
    parts = tuple(
        Part(
            Term.SHIELDED if public.protected(zone) else Term.OPEN,
            numbers.plot_threat_protected if public.protected(zone) else numbers.plot_threat,
            zone=zone,
        )
        for zone in range(len(public.zones))
        if plot.zones >> zone & 1
    )
    return Explanation("R6.6", How.MOST, parts, max(part.value for part in parts))


def by_alert(view: View, figure: Escaping | Slipping | Traced) -> Explanation:
    """What the alert makes of chances: escape at the strike, slipping away, traces."""
    public, numbers = view.public, view.scenario.numbers
    alert = Part(Term.ALERT, public.alert)
    match figure:
        case Escaping():
            steps = tuple((step.alert, step.chance) for step in numbers.escape_steps)
            return Explanation("R7.1", How.STEP, (alert,), escape_percent(public, numbers), steps=steps)
        case Slipping():
            grown = Part(Term.BY_ALERT, slip_percent(public, numbers) - numbers.slip_base, count=public.alert)
            parts = (Part(Term.BASE, numbers.slip_base), grown)
            return Explanation("R6.9", How.SUM, parts, slip_percent(public, numbers))
        case Traced(function):
            base, fade = view.scenario.chances.trace_left[function], trace_fade(public, numbers)
            base = 0 if function is Function.LEADER else base
            parts = (Part(Term.BASE, base), Part(Term.BY_ALERT, -min(base, fade), count=public.alert))
            return Explanation("R1.3", How.SUM, parts, base - min(base, fade))
        case _:
            assert_never(figure)


def chance(view: View, command: AnyCommand) -> Explanation:
    """R1.2: of the levels that may do it the best counts, own or lent."""
    disciplines, table = used(view, command)
    parts = tuple(part for discipline in disciplines for part in levels(view, discipline))
    total = odds(view, command)
    steps = tuple(enumerate(table))
    return Explanation("R1.2", How.LEVEL, parts, 0 if total is None else total, steps=steps)


def risk(view: View, command: AnyCommand) -> int | None:
    """The deck's chance that hangs on a command without a roll of its own; None for most commands."""
    numbers = view.scenario.numbers
    match command:
        case Bulletin():
            return numbers.bulletin_alert_chance
        case Stage():
            return numbers.staged_alert_chance
        case AnswerLead():
            return numbers.lead_truth
        case _:
            return None


def used(view: View, command: AnyCommand) -> tuple[tuple[int, ...], tuple[int, ...]]:
    """Which disciplines a roll asks for, and its chances by level."""
    chances = view.scenario.chances
    match command:
        case Analyse(discipline=discipline):
            return (discipline,), chances.analyse
        case Trace():
            return trace.DISCIPLINES, chances.analyse
        case Monitor():
            return monitor.DISCIPLINES, chances.monitor
        case Locate():
            return locate.DISCIPLINES, chances.locate
        case _:
            return (), ()


def levels(view: View, discipline: int) -> tuple[Part, ...]:
    """The own level, and a loan: it counts, or a card has suspended it (R8.10)."""
    board = view.public.zones[view.zone]
    own = Part(Term.OWN_LEVEL, board.levels[discipline], discipline=discipline)
    loan = board.borrowed[discipline]
    if loan <= board.levels[discipline]:
        return (own,)
    if discipline == board.suspended:
        return own, Part(Term.SUSPENDED, 0, discipline=discipline, count=loan)
    return own, Part(Term.LOAN, loan, discipline=discipline)


def doubted(view: View, persona: int, zone: int) -> Explanation:
    """R5.16: what each other possible home adds; 100 per cent by 1 + all of it is the chance."""
    scenario, entry = view.scenario, view.public.index[persona]
    held = max(0, entry.held[zone])
    parts: tuple[Part, ...] = ()
    if doubt.weight(scenario, entry, zone):
        parts = tuple(
            Part(
                Term.UNCHECKED if of.unchecked else Term.THEIRS if of.weight == doubt.CERTAIN else Term.HITS,
                of.weight,
                zone=of.zone,
                count=of.persons,
                power=held.bit_count() - of.tested,
            )
            for of in doubt.parts(scenario, entry, zone, held)
        )
    elif held.bit_count() == len(scenario.traits):
        parts = (Part(Term.ALL_TRAITS, 0, count=held.bit_count()),)
    else:
        parts = (Part(Term.ALONE, 0),)
    total = doubt.right_percent(scenario, entry, zone)
    return Explanation("R5.16", How.DOUBT, parts, total, unsure=doubt.rests_on_unverified(entry, zone))


def captured(view: View, persona: int, zone: int) -> Explanation:
    """The chance that a team at H-hour takes an operative: the name is right, and he does not escape."""
    right = doubt.right_percent(view.scenario, view.public.index[persona], zone)
    stays = 100 - escape_percent(view.public, view.scenario.numbers)
    parts = (Part(Term.RIGHT, right), Part(Term.STAYS, stays))
    return Explanation("R7.1", How.PRODUCT, parts, right * stays // 100)


def refused(view: View, command: AnyCommand) -> Explanation:
    """What a refused command is short of, where that can be counted."""
    why = refusal(view, command)
    if why is None:
        return Explanation("", How.SHORT, (), 0)
    parts = shortage(view, command, why)
    needed = next((part.value for part in parts if part.term is Term.NEEDED), 0)
    return Explanation(why.rule, How.SHORT, parts, needed, refusal=why)


def figures_of(view: View) -> tuple[Figure, ...]:
    """Every figure that the depth has and this seat sees now, but for refusals: tracks first, then what the
    alert makes of chances, then names with their doubt, then the odds of what may be done."""
    depth, public = view.scenario.depth, view.public
    found: list[Figure] = [Tracked(track) for track in Track]
    if has_preparation(depth):
        found.append(Prepared())
    found += [Size(), Spread(), *(Influenced(zone) for zone in range(len(public.zones)))]
    found += [Plotted(plot.number) for plot in public.plots]
    if has_main_plot(depth):
        found.append(MainPlot())
    if has_hour(depth):
        found += [Escaping(), Slipping()]
    found += [Traced(function) for function in Function if function in view.scenario.functions]
    for persona, entry in public.index.items():
        for zone in bits(entry.named):
            found.append(Doubted(persona, zone))
            found += [Captured(persona, zone)] if entry.staged >> zone & 1 else []
    possible = legal(view)
    found += [Risked(command) for command in possible if risk(view, command) is not None]
    return (*found, *(Odds(command) for command in possible if odds(view, command) is not None))
