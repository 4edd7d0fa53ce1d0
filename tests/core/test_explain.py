"""Every number explains itself: put together again from its parts it is the number that is shown and rolled.

Over states of exercises played by lot, on all depths, seen by the zone that decides and by everybody.
"""

from __future__ import annotations

from collections.abc import Iterator

import attrs
import pytest

from sco_tabletop.core import doubt
from sco_tabletop.core.commands import AnyCommand, Commit
from sco_tabletop.core.events import AnyEvent, Told
from sco_tabletop.core.explain import explain, figures_of
from sco_tabletop.core.explaining import (
    Captured,
    Doubted,
    Escaping,
    Figure,
    Influenced,
    MainPlot,
    Odds,
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
from sco_tabletop.core.legal import MECHANICS, odds, refusal
from sco_tabletop.core.menu import meant
from sco_tabletop.core.state import observe
from sco_tabletop.core.view import View
from sco_tabletop.core.words import COMMANDER, Function, Phase, Track

from .playout import playouts, scaled, short_playouts

Told_so_far = dict[int, list[AnyEvent]]


def shown(view: View, figure: Figure) -> int | None:
    """The number as the board, the odds or the doubt give it; None where only the parts know it."""
    public, numbers = view.public, view.scenario.numbers
    match figure:
        case Tracked(track):
            return {Track.THREAT: public.threat, Track.ALERT: public.alert, Track.TRUST: public.trust}[track]
        case Prepared():
            return public.prepared
        case Influenced(zone):
            return public.zones[zone].influence
        case Size():
            return numbers.operatives_high + len(public.recruited)
        case Doubted(persona, zone):
            return doubt.right_percent(view.scenario, public.index[persona], zone)
        case Odds(command):
            return odds(view, command)
        case Slipping():
            return numbers.slip_base + numbers.slip_per_alert * public.alert
        case _:
            return None


def moments() -> Iterator[tuple[View, list[AnyEvent]]]:
    """Views with all that their seats were told, now and then along some exercises."""
    runs = (*playouts(scaled(8)), *short_playouts(scaled(4)))
    for number, run in enumerate(runs):
        told: Told_so_far = {}
        for step, moment in enumerate(run):
            state = moment.state
            for seat in (COMMANDER, *range(len(state.public.zones))):
                told.setdefault(seat, []).extend(
                    event
                    for event in moment.events
                    if event.told is Told.PUBLIC
                    or (event.told is Told.ZONE and getattr(event, "zone", None) == seat)
                )
            if (step + number) % 9 == 0:
                seat = state.public.acting if step % 2 else COMMANDER
                yield observe(state, seat), told[seat]


def test_every_figure_is_the_sum_of_its_parts() -> None:
    """Threat, alert, trust, preparation, influence, plots, escapes, odds, doubts: parts make the total."""
    kinds: set[type] = set()
    for view, told in moments():
        for figure in figures_of(view):
            explanation = explain(view, figure, told)
            assert explanation.again() == explanation.total, (figure, explanation)
            number = shown(view, figure)
            assert number is None or number == explanation.total, (figure, explanation)
            assert explanation.rule in RULES[type(figure)], figure
            kinds.add(type(figure))
    assert kinds >= {Tracked, Prepared, Influenced, Doubted, Captured, Odds, Risked, Plotted, Traced}


RULES = {
    Tracked: ("R4.8", "R6.10", "R7.3"),
    Prepared: ("R6.5",),
    Influenced: ("R6.3",),
    Size: ("R9.7",),
    Spread: ("R6.7",),
    MainPlot: ("R6.7",),
    Plotted: ("R6.6",),
    Escaping: ("R7.1",),
    Slipping: ("R6.9",),
    Traced: ("R1.3",),
    Odds: ("R1.2",),
    Risked: ("R5.6", "R5.13", "R8.3"),
    Doubted: ("R5.16",),
    Captured: ("R7.1",),
}


def wished(view: View) -> Iterator[AnyCommand]:
    """What a person could mean in a turn, possible or not."""
    for kind, mechanic in MECHANICS.items():
        if mechanic.phase is Phase.TURN and kind is not Commit:
            yield from list(meant(view, kind, view.public.index))[:6]


def test_a_refusal_names_its_rule_and_what_there_is_too_little_of() -> None:
    """The same reason as the rules give; what is counted is not what it takes."""
    counted = 0
    for view, told in moments():
        if view.zone == COMMANDER or view.public.phase is not Phase.TURN:
            continue
        for command in wished(view):
            why = refusal(view, command)
            explanation = explain(view, Refused(command), told)
            assert explanation.refusal == why
            assert explanation.rule == (why.rule if why else "")
            have = [part.value for part in explanation.parts if part.term is Term.HAVE]
            needed = [part.value for part in explanation.parts if part.term is Term.NEEDED]
            counted += len(have)
            assert have != needed or not have, (command, explanation)
    assert counted


@pytest.mark.parametrize("alert", range(11))
def test_what_the_alert_makes_of_chances(alert: int) -> None:
    """The steps of escape, slipping away and the traces, by hand at every alert (R1.3, R1.4)."""
    view = next(moments())[0]
    view.public.alert = alert
    view = attrs.evolve(view)
    assert explain(view, Escaping()).again() == (30 if alert >= 9 else 15 if alert >= 7 else 0)
    assert explain(view, Slipping()).again() == 15 + 2 * alert
    left = view.scenario.chances.trace_left[Function.COURIER]
    assert explain(view, Traced(Function.COURIER)).again() == max(0, left - 4 * alert)
    assert explain(view, Traced(Function.LEADER)).again() == 0
