"""Section 9 of the rule book: edge cases."""

from sco_tabletop.core.commands import (
    Analyse,
    Bulletin,
    Commit,
    Discard,
    DrawInject,
    GoNoGo,
    Locate,
    Monitor,
    Name,
    Protect,
    SendTeam,
    Share,
    Stage,
    StandBy,
    TakeDown,
    Trace,
)
from sco_tabletop.core.events import HourCalled, PlotFired, TeamStruck, TrackMoved
from sco_tabletop.core.rejection import Reason
from sco_tabletop.core.scenario import Effect, EffectKind
from sco_tabletop.core.words import Phase, Result, Struck, Track

from .builder import (
    ALL,
    CERTAIN,
    COURIER,
    HOPELESS,
    HOURS,
    LEADER,
    MONEY,
    PLANNER,
    PROPAGANDIST,
    RECRUITER,
    STYLE,
    THREE,
    card,
    found,
    table,
)
from .test_r7_strike import strike


def test_r9_1_contradiction() -> None:
    """R9.1: no possible home left means that a false trait is on some file; the Index shows it."""
    it = table()
    p = it.operative(LEADER, 1)
    for zone in range(4):
        it.write(zone, p, hours=0, device=0, money=3)
    assert it.entry(p).hits == [0] * 4
    assert it.entry(p).possible == 0


def test_r9_2_discard() -> None:
    """R9.2: any trait off the own file, free; Index and check follow, other zones' copies stay."""
    it = table()
    p = it.operative(RECRUITER, 1)
    it.give(0, p, THREE)
    it.give(1, p, THREE)
    it.act(Discard(0, p, MONEY))
    assert it.file(0, p).traits == [0, 0, -1, -1, -1]
    assert it.entry(p).held[:2] == [0b00011, 0b00111]
    assert it.entry(p).tested[:2] == [2, 3]
    assert it.public.zones[0].actions == 2
    assert it.refused(Discard(0, p, MONEY)) is Reason.NOT_HELD
    assert it.refused(Discard(0, p, -1)) is Reason.NOT_HELD


def test_r9_3_two_or_more_matches() -> None:
    """R9.3: no naming while two or more match; with five traits held there is never more than one."""
    it = table(evidence=2)
    p = it.operative(RECRUITER, 0)
    it.give(0, p, (HOURS, STYLE))
    assert it.entry(p).hits[0] == 3
    assert it.refused(Name(0, p)) is Reason.MANY_MATCHES
    it.give(0, p, ALL)
    assert it.entry(p).hits[0] == 1
    assert it.refused(Name(0, p)) is None


def test_r9_4_one_persona_named_in_two_zones() -> None:
    """R9.4: allowed and flagged on the Index; each may strike, one at most is right."""
    it = table()
    p = it.operative(RECRUITER, 0)
    for zone in (0, 1):
        it.give(zone, p, THREE)
        it.turn(zone).act(Name(zone, p))
        it.act(Locate(zone, p))
        it.act(Stage(zone, p))
    assert it.entry(p).named == it.entry(p).staged == 0b11
    outcomes = [(one.zone, one.outcome) for one in strike(it)]
    assert sorted(outcomes) == [(0, Struck.CAPTURED), (1, Struck.WRONGFUL)]


def test_r9_5_one_person_named_for_two_personas() -> None:
    """R9.5: each name needs its own Locate and team; he is struck once."""
    it = table(wrongful_trust=3)
    one, two = it.operative(RECRUITER, 0, 2), it.operative(COURIER, 1, 2)
    for p in (one, two):
        it.give(0, p, THREE)
        it.public.zones[0].actions = 2
        it.act(Name(0, p))
        assert it.refused(Stage(0, p)) is Reason.NOT_LOCATED
        it.act(Locate(0, p))
        it.act(Stage(0, p))
    assert it.public.free_teams(0) == 0
    assert strike(it) == [TeamStruck(0, one, 2, Struck.CAPTURED, one)]


def test_r9_6_what_goes_on_while_taken_down() -> None:
    """R9.6: Share, Bulletin, naming, Locate, Stage and leads go on; Analyse, Trace, Take down do not."""
    it = table(cards=[card(Effect(EffectKind.REVEAL))]).level(0, 3, 3, 3, 3, 3)
    p = it.operative(RECRUITER, 0)
    it.give(0, p, THREE)
    it.act(TakeDown(0, p))
    it.public.zones[0].actions = 9
    for refused in (Analyse(0, p, STYLE), Trace(0, p), TakeDown(0, p)):
        assert it.refused(refused) is Reason.FROZEN
    for possible in (Share(0, p, 1), Bulletin(0, p), Name(0, p), Locate(0, p), Stage(0, p)):
        assert it.refused(possible) is None
    it.emit_phase(Phase.INJECT, 0)
    it.idle()
    assert it.file(0, p).count == 4


def test_r9_7_recruits_count_in_the_quota() -> None:
    """R9.7: a late recruit counts among all operatives."""
    for influence, result in ((3, Result.COMPLETE), (4, Result.PARTIAL)):
        it = table(escape_steps=())
        leader = it.operative(LEADER, 0)
        recruiter = it.operative(RECRUITER, 2)
        it.target(0, leader)
        it.target(2, recruiter)
        it.public.zones[2].influence = influence
        it.network()
        assert len(it.state.secret.operatives) == 2 + (influence == 4)
        strike(it)
        assert it.public.result is result


def test_r9_8_the_leader_is_found_by_trace_alone() -> None:
    """R9.8: the leader leaves no trace, so Monitor never finds him; Trace does, without geography."""
    for seed in range(6):
        it = table(chances={**CERTAIN, "trace_left": (100,) * 7}, seed=seed).level(0, 3)
        leader = it.operative(LEADER, 0)
        p = it.operative(RECRUITER, 0, links=(leader,))
        for _ in range(6):
            it.network()
            it.public.zones[0].actions = 9
            it.act(Monitor(0))
        assert leader not in it.public.index
    it.give(0, p)
    it.act(Trace(0, p))
    assert it.entry(leader).possible == 0b1111
    assert it.entry(leader).sighted == 0


def test_r9_9_more_targets_than_teams() -> None:
    """R9.9: send a team first, even the last one; never more staged teams than teams."""
    it = table()
    people = [it.operative(COURIER, 0, k) for k in range(3)]
    for p in people:
        it.target(0, p, staged=False)
    it.public.zones[0].actions = 9
    assert it.refused(Stage(0, people[0])) is None
    assert it.refused(Stage(0, people[1])) is None
    assert it.refused(Stage(0, people[2])) is Reason.NO_TEAM
    assert it.refused(SendTeam(0, 1)) is Reason.NO_TEAM
    it.turn(1)
    it.act(SendTeam(1, 0))
    it.act(SendTeam(1, 2))
    assert it.public.zones[1].teams == 0
    it.turn(0)
    assert it.refused(Stage(0, people[2])) is None


def test_r9_10_tracks_are_clipped() -> None:
    """R9.10: Monitor and Stand by are always possible; a track at its end does not move."""
    rise = (Effect(EffectKind.TRACK, 2, Track.ALERT), Effect(EffectKind.TRACK, 1, Track.TRUST))
    for alert, moved in ((9, [1]), (10, [])):
        it = table(cards=[card(*rise)], chances=HOPELESS)
        assert it.may(Monitor(0))
        assert it.may(StandBy(0))
        it.emit_phase(Phase.INJECT, 0)
        it.public.alert = alert
        events = it.act(DrawInject(0))
        assert [event.amount for event in found(events, TrackMoved)] == moved
        assert (it.public.alert, it.public.trust) == (10, 8)
    low = table(cards=[card(Effect(EffectKind.INFLUENCE, -2), Effect(EffectKind.PREPARATION, -1))])
    low.emit_phase(Phase.INJECT, 0).act(DrawInject(0))
    assert sorted(board.influence for board in low.public.zones) == [0, 1, 1, 1]
    assert low.public.prepared == 0


def test_r9_11_protecting_the_other_zone_does_nothing() -> None:
    """R9.11: protection counts at the target only; plots due in the round of the strike do not fire."""
    for protects, threat in ((0, 2), (1, 4)):
        it = table()
        it.plot((0, 1), 0, due=1)
        it.turn(protects).act(Protect(protects))
        it.network()
        assert it.public.threat == threat
    late = table(escape_steps=())
    leader = late.operative(LEADER, 0)
    late.operative(PLANNER, 1)
    late.operative(PROPAGANDIST, 1)
    late.target(0, leader)
    late.plot((0, 1), 0, due=1)
    late.emit(HourCalled(automatic=False))
    late.end_turns()
    events = [*late.act(GoNoGo(0, go=True)), *late.act(Commit(0, (leader,)))]
    assert not found(events, PlotFired)
    assert (late.public.threat, late.public.result) == (0, Result.PARTIAL)
