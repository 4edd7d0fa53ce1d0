"""Section 5 of the rule book, second half: acting on what is known (R5.9-R5.18)."""

import pytest

from sco_tabletop.core import doubt
from sco_tabletop.core.commands import (
    Analyse,
    Ask,
    Counsel,
    Discard,
    EndTurn,
    Locate,
    Name,
    Protect,
    Share,
    Stage,
    StandBy,
    TakeDown,
    Trace,
    Withdraw,
)
from sco_tabletop.core.events import Counselled, InfluenceMoved, Located, NameLost, TurnEnded
from sco_tabletop.core.rejection import Reason
from sco_tabletop.core.words import Function, NameLoss

from .builder import (
    ALL,
    ARMOURER,
    COURIER,
    DEVICE,
    FINANCIER,
    HOURS,
    LEADER,
    MONEY,
    PLANNER,
    PROPAGANDIST,
    RECRUITER,
    ROUTE,
    STYLE,
    THREE,
    Table,
    found,
    table,
)


def test_r5_9_take_down_dark_and_frozen() -> None:
    """R5.9: not the leader, not while frozen; dark in network phases r and r+1, frozen to the end of r+2."""
    it = table(round=2, main_round=8, chair=0).level(0, 3)
    leader, p = it.operative(LEADER, 1), it.operative(PROPAGANDIST, 1)
    it.give(0, leader)
    it.give(0, p)
    assert it.refused(TakeDown(0, leader)) is Reason.LEADER
    it.act(TakeDown(0, p))
    assert it.public.alert == 1
    moved = []
    for round in (2, 3, 4):
        assert it.public.round == round
        it.turn(0)
        it.public.zones[0].actions = 2
        assert it.refused(TakeDown(0, p)) is Reason.FROZEN
        assert it.refused(Analyse(0, p, HOURS)) is Reason.FROZEN
        assert it.refused(Trace(0, p)) is Reason.FROZEN
        before = sum(board.influence for board in it.public.zones)
        it.public.lead_zone = 0
        it.next_round()
        moved.append(sum(board.influence for board in it.public.zones) - before)
    assert moved == [0, 0, 1]
    it.turn(0)
    assert it.refused(Analyse(0, p, HOURS)) is None


@pytest.mark.parametrize(
    ("function", "influence", "prepared"),
    [
        (PROPAGANDIST, 1, 4),
        (RECRUITER, 1, 4),
        (COURIER, 1, 4),
        (PLANNER, 3, 2),
        (FINANCIER, 3, 2),
        (ARMOURER, 3, 2),
    ],
)
def test_r5_9_take_down_by_function(function: Function, influence: int, prepared: int) -> None:
    """R5.9: influence of the ACTING zone -2, or preparation -2; alert +1."""
    it = table()
    p = it.operative(function, 1)
    it.give(0, p)
    it.public.zones[0].influence = it.public.zones[1].influence = 3
    it.public.preparation = [1, 1, 1, 1]
    it.act(TakeDown(0, p))
    assert it.public.zones[0].influence == influence
    assert it.public.zones[1].influence == 3
    assert it.public.prepared == prepared
    assert it.public.alert == 1
    low = table()
    low.operative(function, 1)
    low.give(0, 0)
    low.act(TakeDown(0, 0))
    assert min(low.public.prepared, low.public.zones[0].influence) >= 0


def test_r5_10_counsel() -> None:
    """R5.10: own influence -1, no alert; not at 0."""
    it = table()
    assert found(it.act(Counsel(0, 0)), InfluenceMoved)
    assert [board.influence for board in it.public.zones] == [0, 1, 1, 1]
    assert it.public.alert == 0
    assert it.refused(Counsel(0, 0)) is Reason.NO_INFLUENCE


def test_r5_10_counsel_next_door() -> None:
    """R5.10: where the deck lets it reach, in an adjacent zone as well; influence counts where it is done."""
    it = table(counsel_reach=1)
    it.public.zones[0].influence = 0
    assert it.refused(Counsel(0, 0)) is Reason.NO_INFLUENCE
    assert [to for to in range(4) if it.may(Counsel(0, to))] == [1, 3]
    for far in (2, -1, 4):
        assert it.refused(Counsel(0, far)) is Reason.NOT_ADJACENT
    events = it.act(Counsel(0, 3))
    assert found(events, Counselled) == [Counselled(0, 3)]
    assert [board.influence for board in it.public.zones] == [0, 1, 1, 0]
    assert [board.actions for board in it.public.zones] == [1, 2, 2, 2]
    assert it.public.alert == 0
    assert it.refused(Counsel(0, 3)) is Reason.NO_INFLUENCE
    home = table(counsel_reach=0)
    assert [to for to in range(4) if home.may(Counsel(0, to))] == [0]
    assert home.refused(Counsel(0, 1)) is Reason.NOT_ADJACENT


@pytest.mark.parametrize("protected", [0, 2])
def test_r5_11_protect(protected: int) -> None:
    """R5.11: a warned zone is protected in the network phases of this and the next round: what the deck says
    for it, nothing at all with 0, and not 4."""
    it = table(plot_threat_protected=protected)
    assert it.refused(Protect(0)) is Reason.NOT_WARNED
    it.plot((0, 1), 0, due=2)
    it.plot((0, 1), 0, due=3)
    it.act(Protect(0))
    assert it.refused(Protect(0)) is Reason.PROTECTED
    threats = []
    for _ in range(3):
        it.network()
        threats.append(it.public.threat)
        it.public.round += 1
    assert threats == [0, protected, protected + 4]
    again = table()
    again.plot((0, 1), 0, due=2)
    again.act(Protect(0))
    again.public.round = 3
    assert again.refused(Protect(0)) is None


def suspect(zones: int = 4) -> tuple[Table, int]:
    """A recruiter at home in zone 0, named there."""
    it = table(zones)
    p = it.operative(RECRUITER, 0)
    it.give(0, p, THREE)
    it.named(0, p)
    return it, p


def test_r5_12_locate() -> None:
    """R5.12: named here, not located; success: located at one of the zone's sites, by lot."""
    sites = set()
    for seed in range(12):
        it = table(seed=seed)
        p = it.operative(RECRUITER, 0)
        it.give(0, p, THREE)
        assert it.refused(Locate(0, p)) is Reason.NOT_NAMED
        it.named(0, p)
        (event,) = found(it.act(Locate(0, p)), Located)
        assert (it.entry(p).located, it.entry(p).sites[0]) == (1, event.site)
        assert it.refused(Locate(0, p)) is Reason.LOCATED
        sites.add(event.site)
    assert sites == {0, 1, 2}


def test_r5_13_stage() -> None:
    """R5.13: located, and a team without task; it stays to the end, shadowing, until the name goes."""
    it, p = suspect()
    assert it.refused(Stage(0, p)) is Reason.NOT_LOCATED
    it.act(Locate(0, p))
    it.public.zones[0].teams = 0
    assert it.refused(Stage(0, p)) is Reason.NO_TEAM
    it.public.zones[0].teams = 1
    it.act(Stage(0, p))
    assert it.public.free_teams(0) == 0
    it.public.zones[0].actions = 1
    assert it.refused(Stage(0, p)) is Reason.STAGED
    it.act(Withdraw(0, p))
    assert it.public.free_teams(0) == 1
    assert (it.entry(p).located, it.entry(p).staged) == (0, 0)


def test_r5_14_stand_by() -> None:
    """R5.14: nothing happens; ending the turn early is the same for what is left."""
    it = table()
    before = repr(it.state.seats), it.public.alert, it.public.threat
    it.act(StandBy(0))
    assert (repr(it.state.seats), it.public.alert, it.public.threat) == before
    assert it.public.zones[0].actions == 1
    assert found(it.act(EndTurn(0)), TurnEnded) == [TurnEnded(0, 1)]
    assert it.public.acting == 1


def test_r5_15_naming() -> None:
    """R5.15: three traits, exactly ONE match of the own register, the own zone a possible home."""
    it = table()
    p = it.operative(RECRUITER, 1, 0)
    it.give(0, p, (HOURS, DEVICE))
    assert it.refused(Name(0, p)) is Reason.TOO_FEW_TRAITS
    it.give(0, p, (STYLE,))
    assert it.refused(Name(0, p)) is None
    assert it.state.seats[0].names == {p: 0}
    assert it.refused(Name(0, p)) is Reason.NAMED
    it.turn(1).give(1, p, THREE)
    assert it.refused(Name(1, p)) is None
    far = table(8)
    q = far.operative(RECRUITER, 4)
    far.sighting(5, q)
    far.sighting(3, q)
    far.give(0, q, THREE)
    assert far.entry(q).hits[0] == 1
    assert far.refused(Name(0, q)) is Reason.NOT_POSSIBLE
    nobody = table()
    nobody.operative(RECRUITER, 1)
    nobody.write(0, 0, hours=0, device=0, money=3)
    assert nobody.refused(Name(0, 0)) is Reason.NO_MATCH


def percent(it: Table, zone: int, persona: int) -> int:
    """The chance shown that the zone's name is right."""
    return doubt.right_percent(it.state.scenario, it.entry(persona), zone)


def test_r5_16_doubt() -> None:
    """R5.16: 1/(1+W): three traits and three unchecked neighbours 68 %, four 90 %; leader 48 and 79 %."""
    it = table(8)
    p = it.operative(PROPAGANDIST, 0)
    it.sighting(0, p)
    it.give(0, p, THREE)
    assert percent(it, 0, p) == 68
    it.give(0, p, (STYLE,))
    assert percent(it, 0, p) == 90
    leader = it.operative(LEADER, 0, 1)
    it.give(0, leader, THREE)
    assert percent(it, 0, leader) == 48
    it.give(0, leader, (STYLE,))
    assert percent(it, 0, leader) == 79


def test_r5_16_doubt_counts_hits_and_tested_traits() -> None:
    """R5.16: hits elsewhere count, quartered per trait not tested there; no hits or five: certain."""
    it = table()
    p = it.operative(LEADER, 0)
    it.give(0, p, THREE)
    for zone in (2, 3):
        it.write(zone, p, hours=0, device=0, money=3)
    it.give(1, p, (HOURS, DEVICE))
    assert it.entry(p).hits == [1, 1, 0, 0]
    assert percent(it, 0, p) == 80
    it.give(1, p, (MONEY,))
    assert percent(it, 0, p) == 50
    assert percent(it, 1, p) == 50
    it.write(1, p, style=3)
    assert it.entry(p).hits[1] == 0
    assert percent(it, 0, p) == 100
    five = table()
    five.operative(LEADER, 0)
    five.give(0, 0, (HOURS, DEVICE, MONEY, STYLE))
    assert percent(five, 0, 0) < 100
    five.write(0, 0, low=1 << ROUTE, route=0)
    assert percent(five, 0, 0) == 97
    five.act(Discard(0, 0, ROUTE))
    five.give(0, 0, (ROUTE,))
    assert percent(five, 0, 0) == 100


def test_r5_16_a_sure_hit_elsewhere_makes_a_name_certainly_wrong() -> None:
    """R5.16, R2.3: a hit elsewhere on five traits, all verified, leaves nothing; on four, or with an
    unverified one, or where sightings exclude it, it is weighed as ever."""
    it = table()
    p = it.operative(LEADER, 1)
    it.give(0, p, THREE)
    it.give(1, p, (HOURS, DEVICE, MONEY, STYLE))
    assert it.entry(p).hits[:2] == [1, 1]
    assert 0 < percent(it, 0, p) < 20
    it.write(1, p, low=1 << ROUTE, route=1)
    assert (it.entry(p).hits[1], it.entry(p).tested[1]) == (1, 5)
    assert 0 < percent(it, 0, p) < 20
    it.act(Discard(0, p, MONEY))
    it.turn(1).act(Discard(1, p, ROUTE))
    it.give(1, p, (ROUTE,))
    it.give(0, p, (MONEY,))
    assert it.entry(p).unverified[1] == 0
    assert percent(it, 0, p) == 0
    assert percent(it, 1, p) == 100
    it.write(0, p, low=(1 << STYLE) | (1 << ROUTE), style=0, route=0)
    assert (it.entry(p).hits[0], it.entry(p).tested[0]) == (1, 5)
    assert percent(it, 0, p) == 0
    it.sighting(3, p)
    assert not it.entry(p).possible >> 1 & 1
    assert percent(it, 0, p) > 0


def test_r5_17_a_name_goes_when_its_ground_does() -> None:
    """R5.17: withdrawn; person no longer matches; too few traits; a sighting that excludes the own zone."""
    it, p = suspect()
    it.act(Locate(0, p))
    it.act(Stage(0, p))
    events = it.act(Discard(0, p, MONEY))
    assert found(events, NameLost) == [NameLost(0, p, NameLoss.EVIDENCE)]
    assert (it.entry(p).named, it.entry(p).located, it.entry(p).staged) == (0, 0, 0)
    assert it.state.seats[0].names == {}
    it.give(0, p, (MONEY,))
    it.act(Name(0, p))
    assert it.entry(p).located == 0
    assert found(it.act(Withdraw(0, p)), NameLost) == [NameLost(0, p, NameLoss.WITHDRAWN)]
    it.act(Name(0, p))
    it.write(0, p, style=2)
    assert it.state.seats[0].names == {}
    far, q = suspect(8)
    far.sighting(7, q)
    assert far.entry(q).named == 1
    far.sighting(5, q)
    assert far.entry(q).named == 0


def test_r5_18_request() -> None:
    """R5.18: two a zone and round, free, public; stands to the end of the next round; answered or not."""
    it = table()
    p = it.operative(RECRUITER, 3)
    it.give(1, p, ALL)
    it.act(Ask(0, p, -1, 1))
    assert it.refused(Ask(0, p, -1, 1)) is Reason.ASKED
    it.act(Ask(0, p, HOURS, 1))
    assert it.refused(Ask(0, p, DEVICE, 1)) is Reason.NO_REQUEST
    assert it.public.zones[0].actions == 2
    assert [request.answered for request in it.public.requests] == [False, False]
    it.turn(1).act(Share(1, p, 0))
    assert [request.answered for request in it.public.requests] == [True, True]
    it.next_round()
    assert len(it.public.requests) == 2
    it.next_round()
    assert it.public.requests == []


def test_r5_18_request_needs() -> None:
    """R5.18: only what the other zone holds by the Index, and the own zone does not."""
    it = table()
    p = it.operative(RECRUITER, 3)
    assert it.refused(Ask(0, p, -1, 1)) is Reason.UNKNOWN_PERSONA
    it.give(1, p, (HOURS, DEVICE))
    it.give(0, p, (HOURS,))
    assert it.refused(Ask(0, p, -1, 2)) is Reason.NOT_WITH_THEM
    assert it.refused(Ask(0, p, MONEY, 1)) is Reason.NOT_WITH_THEM
    assert it.refused(Ask(0, p, HOURS, 1)) is Reason.HELD
    assert it.may(Ask(0, p, DEVICE, 1))
