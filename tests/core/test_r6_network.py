"""Section 6 of the rule book: the network phase."""

import pytest

from sco_tabletop.core.events import (
    ExhaustionCleared,
    InfluenceMoved,
    LocationLost,
    MainPlotFired,
    OperativeJoined,
    PlotFired,
    PlotTargeted,
    PlotWarned,
    PreparationMoved,
    Recruited,
    TraceLaid,
    TrackMoved,
)
from sco_tabletop.core.words import Cause, EndReason, Function, Result

from .builder import (
    ARMOURER,
    COURIER,
    FINANCIER,
    LEADER,
    PLANNER,
    PROPAGANDIST,
    RECRUITER,
    found,
    table,
)

LOUD = {"trace_left": (100,) * 7}


def test_r6_1_old_traces_vanish_and_the_dark_are_skipped() -> None:
    """R6.1: traces are new each phase; operatives act in order of creation, unless dark."""
    it = table(chances=LOUD)
    one, two = it.operative(PROPAGANDIST, 0), it.operative(PROPAGANDIST, 2)
    for _ in range(2):
        laid = found(it.network(), TraceLaid)
        assert [event.operative for event in laid] == [one, two]
        assert sum(len(traces) for traces in it.state.secret.traces) == 2
    it.give(0, one)
    it.entry(one).dark_until = 1
    assert [event.operative for event in found(it.network(), TraceLaid)] == [two]


def test_r6_2_field_zone_and_channel() -> None:
    """R6.2: a field zone, home or adjacent, by lot; the trace carries a channel; never the leader's."""
    fields, channels = set(), set()
    for seed in range(40):
        it = table(seed=seed, chances=LOUD)
        it.operative(LEADER, 1)
        it.operative(COURIER, 1)
        (event,) = found(it.network(), TraceLaid)
        assert event.operative == 1
        fields.add(event.field)
        channels.add(event.channel)
    assert fields == {0, 1, 2}
    assert channels == {0, 1}


def test_r6_3_propagandists_raise_the_influence() -> None:
    """R6.3: +1 in the field zone, trace or not; at 5 it is lost."""
    zones = set()
    for seed in range(20):
        it = table(seed=seed)
        it.operative(PROPAGANDIST, 0)
        (event,) = found(it.network(), InfluenceMoved)
        assert (event.amount, event.cause) == (1, Cause.PROPAGANDA)
        zones.add(event.zone)
    assert zones == {0, 1, 3}
    full = table()
    full.operative(PROPAGANDIST, 0)
    for board in full.public.zones:
        board.influence = 5
    assert not found(full.network(), InfluenceMoved)


def test_r6_4_recruiting() -> None:
    """R6.4: at influence 4 near home one new propagandist or courier of that register; influence there -2."""
    functions = set()
    for seed in range(12):
        it = table(seed=seed)
        p = it.operative(RECRUITER, 0)
        for zone in range(4):
            it.public.zones[zone].influence = 4 if zone in (1, 2) else 3
        events = it.network()
        (joined,) = found(events, OperativeJoined)
        assert (joined.home, joined.links) == (1, (0,))
        assert found(events, Recruited) == [Recruited(1)]
        assert it.public.zones[1].influence == 2
        assert it.public.recruited == [1]
        assert it.state.secret.operative(p).links == [1]
        functions.add(joined.function)
    assert functions == {PROPAGANDIST, COURIER}


def test_r6_4_recruiting_is_limited() -> None:
    """R6.4: not below 4, not beyond three of a register, not beyond the cap; a recruit acts next phase."""
    for influence, crowd, cap, recruits in (
        (4, 0, 7, 1),
        (3, 0, 7, 0),
        (4, 3, 7, 0),
        (4, 2, 7, 1),
        (4, 2, 3, 0),
    ):
        it = table(chances=LOUD, operatives_cap=cap)
        it.operative(RECRUITER, 0)
        for _ in range(crowd):
            it.operative(LEADER, 1)
        it.public.zones[1].influence = influence
        events = it.network()
        assert len(found(events, OperativeJoined)) == recruits
        assert len(found(events, TraceLaid)) == 1


def test_r6_4_recruiting_clears_exhausted_files() -> None:
    """R5.4, R6.4: the recruiter has a new link, so his files are no longer exhausted anywhere."""
    it = table()
    p = it.operative(RECRUITER, 0)
    for zone in (0, 2):
        it.give(zone, p)
        it.file(zone, p).exhausted = True
    it.public.zones[0].influence = 4
    cleared = found(it.network(), ExhaustionCleared)
    assert [event.zone for event in cleared] == [0, 2]
    assert not it.file(2, p).exhausted


@pytest.mark.parametrize(
    ("function", "source"),
    [(PLANNER, Cause.PLANS), (FINANCIER, Cause.FUNDS), (ARMOURER, Cause.WEAPONS), (COURIER, Cause.SUPPLIES)],
)
def test_r6_5_preparation(function: Function, source: Cause) -> None:
    """R6.5: planner, financier, armourer +1 each, courier in even rounds; each names its source."""
    for round in (1, 2):
        it = table(round=round)
        it.operative(function, 0)
        moved = found(it.network(), PreparationMoved)
        acts = function is not COURIER or round == 2
        assert [event.cause for event in moved] == [source] * acts
        assert it.public.prepared == acts


def test_r6_6_a_plot_is_prepared() -> None:
    """R6.6: preparation complete: set to 0, the two zones of highest influence warned, one is the target."""
    targets, ties = set(), set()
    for seed in range(30):
        it = table(seed=seed, round=2)
        it.operative(PLANNER, 0)
        it.public.preparation = [0, 2, 2, 0]
        for zone, influence in enumerate((1, 3, 1, 2)):
            it.public.zones[zone].influence = influence
        events = it.network()
        assert found(events, PlotWarned) == [PlotWarned(1, 0b1010, 5)]
        assert it.public.prepared == 0
        targets |= {event.target for event in found(events, PlotTargeted)}
        tied = table(seed=seed)
        tied.public.preparation = [5, 2, 0, 0]
        ties |= {event.zones for event in found(tied.network(), PlotWarned)}
    assert targets == {1, 3}
    assert len(ties) == 6
    early = table()
    early.public.preparation = [4, 0, 0, 0]
    assert not found(early.network(), PlotWarned)


def test_r6_7_plots_fire_then_the_main_plot_then_influence() -> None:
    """R6.7: due plots (the target is shown), the main plot in its round, then influence add to the threat."""
    it = table(round=3, main_round=3, threat_limit=99)
    it.plot((0, 2), 2, due=3)
    it.plot((0, 1), 1, due=4)
    for board in it.public.zones:
        board.influence = 2
    events = it.network()
    order = [type(event) for event in events if isinstance(event, PlotFired | MainPlotFired | TrackMoved)]
    assert order == [PlotFired, TrackMoved, MainPlotFired, TrackMoved, TrackMoved]
    assert found(events, PlotFired) == [PlotFired(1, 2, False)]
    assert [event.amount for event in found(events, TrackMoved)] == [4, 7, 1]
    assert [plot.number for plot in it.plots()] == [2]
    it.public.round = 4
    assert not found(it.network(), MainPlotFired)


def test_r6_8_staged_teams_may_be_noticed() -> None:
    """R6.8: each staged team, right or wrong, rolls for alert +1."""
    for chance, noticed in ((0, 0), (100, 2)):
        it = table(staged_alert_chance=chance)
        p = it.operative(LEADER, 0)
        it.target(0, p)
        it.write(1, p, hours=2, device=2, money=2)
        it.named(1, p, located=True, staged=True)
        moved = found(it.network(), TrackMoved)
        assert [event.amount for event in moved if event.cause is Cause.STAGED] == [1] * noticed


def test_r6_9_slipping_away() -> None:
    """R6.9: rightly named, located, not staged: he may slip away, dark or not; an innocent never does."""
    it = table(slip_base=100)
    right, wrong, staged = (
        it.operative(LEADER, 0, 0),
        it.operative(PLANNER, 1, 1),
        it.operative(COURIER, 2, 2),
    )
    it.target(0, right, staged=False)
    it.write(0, wrong, hours=1, device=1, money=1)
    it.named(0, wrong, located=True)
    it.target(2, staged)
    it.entry(right).dark_until = 9
    assert found(it.network(), LocationLost) == [LocationLost(0, right)]
    assert (it.entry(right).named, it.entry(right).located) == (1, 0)
    assert it.entry(wrong).located == 1
    assert it.entry(staged).located == 0b100
    alert = table(slip_base=0, slip_per_alert=50)
    alert.operative(LEADER, 0)
    alert.target(0, 0, staged=False)
    assert not found(alert.network(), LocationLost)
    alert.public.alert = 2
    assert found(alert.network(), LocationLost)


def test_r6_10_alert_calms_down() -> None:
    """R6.10: alert falls by 1 unless higher than at the end of the last network phase; round 1: than 0."""
    it = table()
    it.public.alert = 2
    alerts = []
    for raised in (0, 0, 1, 0, 0, 0):
        it.public.alert += raised
        it.network()
        alerts.append(it.public.alert)
    assert alerts == [2, 1, 2, 1, 0, 0]


def test_r6_7_the_threat_is_judged_at_the_end() -> None:
    """R4.8, R6.7: the main plot may end the exercise; everything is opened."""
    it = table(round=6, main_round=6)
    it.operative(LEADER, 3)
    it.public.threat = 4
    it.network()
    assert (it.public.result, it.public.reason) == (Result.FAILED, EndReason.THREAT)
    assert [one.zone for one in it.public.network] == [3]
    assert it.public.main_round == 6
