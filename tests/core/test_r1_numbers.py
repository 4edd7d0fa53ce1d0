"""Section 1 of the rule book: the numbers."""

from sco_tabletop.core.commands import Analyse, Locate, Monitor, Trace
from sco_tabletop.core.events import Lent
from sco_tabletop.core.words import Result, Track

from .builder import ARMOURER, LEADER, PLANNER, PROPAGANDIST, RECRUITER, THREE, deal, table
from .small import NUMBERS


def test_r1_2_success_chances_by_level() -> None:
    """R1.2: the chances by level; of several disciplines, and of own level and loan, the better counts."""
    it = table(chances={})
    p = it.operative(RECRUITER)
    it.give(0, p, THREE)
    it.named(0, p)
    rows = zip(range(4), (0, 60, 85, 100), (35, 50, 70, 90), (50, 70, 85, 100), strict=True)
    for level, analyse, monitor, locate in rows:
        assert it.level(0, 0, 0, 0, level).odds(Analyse(0, p, 3)) == analyse
        either: list[tuple[int, ...]] = [(level, 0), (0, level)]
        for levels in either:
            assert it.level(0, *levels).odds(Trace(0, p)) == analyse
        for levels in (*either, (0, 0, 0, level)):
            assert it.level(0, *levels).odds(Monitor(0)) == monitor
        for levels in (either[0], (0, 0, 0, 0, level)):
            assert it.level(0, *levels).odds(Locate(0, p)) == locate
    it.level(0, 0, 0, 3, 2)
    assert it.odds(Monitor(0)) == 70
    it.emit(Lent(1, 3, 0, 3))
    assert it.odds(Monitor(0)) == 90
    assert it.level(0, 0, 0, 0, 3).odds(Analyse(0, p, 3)) == 100


def test_r1_3_traces_fade_with_alert() -> None:
    """R1.3: a chance of a trace by function, 4 points less per alert, not below 0; the leader never."""
    assert deal().scenario.chances.trace_left == (0, 30, 35, 35, 50, 80, 45)
    assert NUMBERS.trace_per_alert == 4
    for alert, traces in ((0, 1), (2, 0), (10, 0)):
        it = table(chances={"trace_left": (100,) * 7}, trace_per_alert=50)
        it.operative(LEADER)
        it.operative(PROPAGANDIST)
        it.public.alert = it.public.alert_mark = alert
        it.network()
        assert sum(map(len, it.state.secret.traces)) == traces


def test_r1_4_common_numbers() -> None:
    """R1.4: what tracks start at, and the mean influence that adds to the threat."""
    public = deal(zones=8).public
    assert (public.trust, public.alert, public.threat, public.prepared) == (8, 0, 0, 0)
    assert [board.influence for board in public.zones] == [1] * 8
    for influence, threat in ((1, 0), (2, 1), (3, 2), (5, 2)):
        it = table()
        for board in it.public.zones:
            board.influence = influence
        it.network()
        assert it.public.threat == threat


def test_r1_5_shares_and_means_are_compared_exactly() -> None:
    """R1.5: eight zones: mean 1.8 needs a sum of 15; 75 % of 9 needs 7; dice are the seed's."""
    for total, threat in ((14, 0), (15, 1)):
        it = table(8)
        for board in it.public.zones:
            board.influence = 1
        it.public.zones[0].influence, it.public.zones[1].influence = 5, total - 11
        it.network()
        assert it.public.threat == threat
    assert (result_with(6), result_with(7)) == (Result.PARTIAL, Result.DECISIVE)
    assert deal(seed=3) == deal(seed=3)
    assert deal(seed=3) != deal(seed=4)


def result_with(captures: int) -> Result | None:
    """How a network of nine ends when the leader and `captures` - 1 others are struck."""
    from .test_r7_strike import strike

    it = table(8, operatives_cap=12)
    people = [it.operative(LEADER, 0)] + [it.operative(PLANNER, z % 8) for z in range(1, 9)]
    for p in people[:captures]:
        it.target(it.state.secret.operative(p).home, p)
    strike(it)
    return it.state.public.result


def test_r1_4_tracks_are_named() -> None:
    """R1.4: three tracks are the coalition's; preparation counts its four sources together."""
    it = table()
    it.operative(ARMOURER)
    it.operative(PLANNER, 1)
    it.network()
    assert it.public.preparation == [1, 0, 1, 0]
    assert it.public.prepared == 2
    assert {track.value for track in Track} == {"threat", "alert", "trust"}
