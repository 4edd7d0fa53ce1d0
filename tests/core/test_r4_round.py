"""Section 4 of the rule book: the round."""

from sco_tabletop.core.commands import (
    Analyse,
    CallHour,
    Commit,
    Counsel,
    Discard,
    DrawInject,
    EndTurn,
    GoNoGo,
    Name,
    Share,
    StandBy,
    Withdraw,
)
from sco_tabletop.core.events import CardDrawn, HourCalled, NetworkRested, TracesVanished, TrackMoved
from sco_tabletop.core.rejection import Reason
from sco_tabletop.core.scenario import Effect, EffectKind
from sco_tabletop.core.words import Cause, EndReason, Phase, Result, Track

from .builder import LEADER, MONEY, PLANNER, PROPAGANDIST, RECRUITER, THREE, Table, card, found, table


def test_r4_1_one_card_a_round() -> None:
    """R4.1: each round opens with one card, drawn by the chair; an empty pile draws none."""
    it = table(cards=[card(number=n) for n in range(2)])
    drawn = []
    for phase in (Phase.INJECT, Phase.INJECT, Phase.CALL):
        it.end_turns()
        assert it.public.phase is phase
        if phase is Phase.INJECT:
            assert it.refused(DrawInject((it.public.chair + 1) % 4)) is Reason.NOT_YOUR_MOVE
            drawn += found(it.act(DrawInject(it.public.chair)), CardDrawn)
            it.act(CallHour(it.public.chair, call=False))
    assert sorted(event.card for event in drawn) == ["card-0", "card-1"]
    assert it.public.pile == 0


def test_r4_2_the_chair_calls() -> None:
    """R4.2: the chair calls H-hour for the end of this round, or not; in the last round it is automatic."""
    it = table().emit_phase(Phase.CALL, 0)
    assert it.refused(CallHour(1, call=True)) is Reason.NOT_YOUR_MOVE
    assert found(it.act(CallHour(0, call=True)), HourCalled) == [HourCalled(automatic=False)]
    assert it.public.called
    last = table(round=7).emit_phase(Phase.CALL, 0)
    last.act(CallHour(0, call=False))
    assert not last.public.called
    last.next_round()
    assert (last.public.round, last.public.phase, last.public.called) == (8, Phase.TURN, True)


def test_r4_3_whole_turns_clockwise_from_the_chair() -> None:
    """R4.3: chair first, clockwise, a whole turn each, two actions."""
    it = table(chair=3)
    for zone in (3, 0, 1, 2):
        assert it.public.acting == zone
        assert it.refused(StandBy((zone + 1) % 4)) is Reason.NOT_YOUR_MOVE
        it.act(StandBy(zone))
        it.act(Counsel(zone, zone))
        assert it.refused(StandBy(zone)) is Reason.NO_ACTIONS
        it.act(EndTurn(zone))
    assert it.public.round == 2


def test_r4_4_free_moves_in_the_own_turn() -> None:
    """R4.4: share, naming, withdrawing and discarding cost nothing, at any point of the own turn."""
    it = table()
    p = it.operative(RECRUITER, 0)
    it.give(0, p, THREE)
    free = (Name(0, p), Share(0, p, 1), Withdraw(0, p), Discard(0, p, MONEY))
    it.turn(1)
    assert {it.refused(command) for command in free} == {Reason.NOT_YOUR_MOVE}
    it.turn(0).act(StandBy(0))
    it.act(StandBy(0))
    for command in free:
        assert it.refused(command) is None
    assert it.public.zones[0].actions == 0
    assert it.refused(Share(0, p, 2)) is Reason.NO_SHARE
    it.next_round()
    it.turn(2)
    it.next_round()
    assert it.public.zones[0].shares == 1


def called(round: int = 1) -> Table:
    """A table where H-hour is called, with one staged team in zone 1, at the end of the turns."""
    it = table(round=round, escape_steps=())
    it.operative(LEADER, 1)
    it.target(1, 0)
    it.emit(HourCalled(automatic=False))
    it.end_turns()
    return it


def test_r4_5_go_or_no_go() -> None:
    """R4.5: the chair decides after all turns; no-go: alert +1, teams stay, later calls are possible."""
    it = called()
    assert (it.public.phase, it.public.acting) == (Phase.GO, 0)
    assert it.refused(GoNoGo(1, go=True)) is Reason.NOT_YOUR_MOVE
    moved = found(it.act(GoNoGo(0, go=False)), TrackMoved)
    assert moved[0] == TrackMoved(Track.ALERT, 1, Cause.ABORTED)
    assert it.entry(0).staged == 0b10
    assert (it.public.round, it.public.phase) == (2, Phase.CALL)
    it.act(CallHour(1, call=True))
    assert it.public.called
    assert called(round=8).public.phase is Phase.COMMIT


def test_r4_6_commit_or_hold() -> None:
    """R4.6: every zone with staged teams commits or holds each; a held one costs nothing; none: failed."""
    it = called()
    it.act(GoNoGo(0, go=True))
    assert (it.public.phase, it.public.acting) == (Phase.COMMIT, 1)
    assert it.may(Commit(1, (0,)))
    assert it.refused(Commit(1, (5,))) is Reason.NOT_STAGED
    it.act(Commit(1, ()))
    assert (it.public.result, it.public.reason) == (Result.FAILED, EndReason.NO_TEAM)
    assert (it.public.captures, it.public.alert) == ([], 0)
    strike = called()
    strike.act(GoNoGo(0, go=True))
    strike.act(Commit(1, (0,)))
    assert strike.public.result is Result.COMPLETE


def test_r4_7_the_network_moves_after_the_turns() -> None:
    """R4.7: the network phase follows the last turn, unless the exercise has just ended."""
    it = table()
    it.operative(PLANNER, 1)
    for zone in (0, 1, 2):
        assert not found(it.act(EndTurn(zone)), TracesVanished)
    events = it.act(EndTurn(3))
    assert found(events, NetworkRested) == [NetworkRested(1)]
    assert it.public.prepared == 1
    ended = called()
    ended.act(GoNoGo(0, go=True))
    assert not found(ended.act(Commit(1, (0,))), TracesVanished)


def test_r4_8_lost() -> None:
    """R4.8: threat at its limit at the end of a network phase, or public trust gone at any moment."""
    for threat, result in ((10, None), (11, Result.FAILED), (12, Result.FAILED)):
        it = table()
        it.operative(PROPAGANDIST)
        it.public.threat = threat
        it.act(StandBy(0))
        assert it.public.result is None
        it.network()
        assert it.public.result is result
    assert it.public.reason is EndReason.THREAT
    unpopular = card(Effect(EffectKind.TRACK, -1, Track.TRUST))
    for trust, reason in ((2, None), (1, EndReason.TRUST)):
        it = table(cards=[unpopular]).emit_phase(Phase.INJECT, 0)
        it.public.trust = trust
        it.act(DrawInject(0))
        assert it.public.reason is reason
    assert it.refused(Analyse(0, 0, 0)) is Reason.OVER
