"""Section 10 of the rule book: how the short depths are judged at EndEx."""

import attrs

from sco_tabletop.core import attribution
from sco_tabletop.core.commands import EndTurn, Withdraw
from sco_tabletop.core.events import NameOpened
from sco_tabletop.core.invariants import Violation, status
from sco_tabletop.core.state import observe
from sco_tabletop.core.words import Depth, EndReason, Function, Result

from .builder import COURIER, LEADER, ROUTE, STYLE, THREE, Table, found, table

FIND, INVESTIGATE = Depth.FIND, Depth.INVESTIGATE

ABOUT_THE_END = {
    Violation.PHASE_INCOHERENT,
    Violation.END_INCOHERENT,
    Violation.DEPTH_EXCEEDED,
    Violation.WORK_DIFFERS,
    Violation.RESULT_WRONG,
}


def coherent(it: Table) -> bool:
    """True if the invariants of round, end and depth find nothing."""
    return not ABOUT_THE_END & set(status(it.state))


def find_only(attributed: int, size: int, influence: int = 4, zones: int = 4, leader: bool = True) -> Table:
    """Find only, ended with so many of `size` operatives (and a leader) attributed, and this influence."""
    it = table(zones, depth=FIND, round=6, rounds=6, operatives_cap=20)
    if leader:
        it.operative(LEADER, 1)
    for number in range(size):
        persona = it.operative(COURIER, number % zones)
        home = number % zones
        it.sighting(home, persona)
        if number < attributed:
            it.sighting((home + 1) % zones, persona)
    for board in it.public.zones:
        board.influence = 0
    it.public.zones[0].influence, it.public.zones[1].influence = influence // 2, influence - influence // 2
    it.end_turns()
    assert coherent(it)
    return it


def test_r10_1_find_only_results() -> None:
    """R10.1: 60 % attributed and calm is decisive, all of them complete, 50 % partial at any influence."""
    for attributed, result in (
        (10, Result.COMPLETE),
        (9, Result.DECISIVE),
        (6, Result.DECISIVE),
        (5, Result.PARTIAL),
        (4, Result.FAILED),
        (0, Result.FAILED),
    ):
        it = find_only(attributed, 10)
        assert (it.public.result, it.public.reason) == (result, EndReason.ENDEX), attributed
        loud = find_only(attributed, 10, influence=5)
        assert loud.public.result is (Result.PARTIAL if attributed >= 5 else Result.FAILED), attributed
    assert find_only(10, 10, leader=False).public.result is Result.COMPLETE


def test_r10_1_shares_and_the_mean_are_exact() -> None:
    """R10.1, R1.5: 60 % of 7 needs 5, 50 % needs 4; the mean of 8 zones is above 1.0 from a sum of 9."""
    results = [find_only(count, 7).public.result for count in (3, 4, 5, 7)]
    assert results == [Result.FAILED, Result.PARTIAL, Result.DECISIVE, Result.COMPLETE]
    for influence, result in ((8, Result.DECISIVE), (9, Result.PARTIAL)):
        assert find_only(5, 7, influence, zones=8).public.result is result


def rightly(names: int, size: int, *, leader: bool, wrong: int = 0, trust: int = 8) -> Table:
    """Find and investigate, ended with `names` of `size` operatives rightly named, and wrong names."""
    it = table(8, depth=INVESTIGATE, round=6, rounds=6, operatives_cap=20)
    people = [it.operative(LEADER, 0)] + [it.operative(COURIER, z % 8) for z in range(1, size)]
    for persona in people[:names] if leader else people[1 : names + 1]:
        home = it.state.secret.operative(persona).home
        it.give(home, persona, THREE)
        it.named(home, persona)
    for number in range(wrong):
        persona = people[-1 - number]
        it.write(7 - number, persona, hours=3, device=3, money=3)
        it.named(7 - number, persona)
    it.public.trust = trust
    it.end_turns()
    assert it.public.trust == trust
    assert coherent(it)
    return it


def test_r10_1_find_and_investigate_results() -> None:
    """R10.1: the leader and 70 % is decisive, the leader and 90 % complete, 40 % partial."""
    for count, result in (
        (10, Result.COMPLETE),
        (9, Result.COMPLETE),
        (8, Result.DECISIVE),
        (7, Result.DECISIVE),
        (6, Result.PARTIAL),
        (4, Result.PARTIAL),
        (3, Result.FAILED),
    ):
        it = rightly(count, 10, leader=True)
        assert (it.public.result, it.public.reason) == (result, EndReason.ENDEX), count
    assert rightly(9, 10, leader=False).public.result is Result.PARTIAL
    results = [rightly(count, 9, leader=True).public.result for count in (3, 4, 6, 7, 8, 9)]
    assert results == [
        Result.FAILED,
        Result.PARTIAL,
        Result.PARTIAL,
        Result.DECISIVE,
        Result.DECISIVE,
        Result.COMPLETE,
    ]


def test_r10_1_the_numbers_are_the_decks() -> None:
    """R10.1: another deck may ask for other shares and another calm."""
    for number, result in ((50, Result.DECISIVE), (51, Result.FAILED)):
        it = table(depth=FIND, round=6, rounds=6, attributed_quota=number, attributed_partial=number)
        for home in (0, 1):
            persona = it.operative(COURIER, home)
            it.sighting(0, persona)
        it.sighting(1, 0)
        it.end_turns()
        assert it.public.result is result
    for goal, result in ((10, Result.PARTIAL), (13, Result.COMPLETE)):
        it = table(depth=FIND, round=6, rounds=6, influence_goal=goal)
        it.sighting(0, it.operative(COURIER, 0))
        it.sighting(1, 0)
        it.public.zones[0].influence = 2
        it.end_turns()
        assert it.public.result is result
    for quota, result in ((50, Result.DECISIVE), (51, Result.PARTIAL)):
        it = table(depth=INVESTIGATE, round=6, rounds=6, named_quota=quota)
        it.operative(COURIER, 1)
        leader = it.operative(LEADER, 0)
        it.give(0, leader, THREE)
        it.named(0, leader)
        it.end_turns()
        assert it.public.result is result


def test_r10_3_attributed_by_sightings_alone() -> None:
    """R10.3: on the Index, and its sightings alone leave at most two zones; register answers do not count."""
    it = table(depth=INVESTIGATE)
    never, once, twice, hidden = (it.operative(COURIER, 0) for _ in range(4))
    it.give(0, never)
    it.sighting(0, once)
    for zone in (1, 3):
        it.give(zone, once, (STYLE, ROUTE))
    assert it.entry(once).possible == 0b0001
    it.sighting(0, twice)
    assert attribution.attributed(it.state.scenario, it.public) == ()
    it.sighting(1, twice)
    assert attribution.attributed(it.state.scenario, it.public) == (twice,)
    for zone in range(4):
        view = observe(it.state, zone)
        assert attribution.attributed(view.scenario, view.public) == (twice,)
    assert hidden not in it.public.index
    wide = attrs.evolve(it.state.scenario.numbers, attributed_zones=3)
    generous = attrs.evolve(it.state.scenario, numbers=wide)
    assert attribution.attributed(generous, it.public) == (once, twice)


def test_r10_3_attribution_is_opened_at_endex() -> None:
    """R10.3: at EndEx the board says who counts, and the network with its leader is open beside it."""
    it = find_only(2, 3)
    assert it.public.attributed == (1, 2)
    assert [one.function for one in it.public.network] == [Function.LEADER, *(COURIER,) * 3]
    assert it.public.opened == []
    assert coherent(it)


def test_r10_3_the_leader_does_not_count() -> None:
    """R10.3: the share is of the network without its leader, whatever is known of him."""
    it = table(depth=FIND, round=6, rounds=6, attributed_zones=4)
    leader, other = it.operative(LEADER), it.operative(COURIER)
    it.give(0, leader)
    it.end_turns()
    assert it.public.attributed == (leader,)
    assert it.public.result is Result.FAILED
    assert other not in it.public.index


def test_r10_4_names_are_opened() -> None:
    """R10.4: right is the persona's own operative; another operative is wrong, and so is anybody else."""
    it = table(depth=INVESTIGATE, round=6, rounds=6)
    own, other = it.operative(LEADER, 0, 0), it.operative(COURIER, 1, 1)
    it.give(0, own, THREE)
    it.named(0, own)
    it.write(1, own, hours=1, device=1, money=1)
    it.named(1, own)
    it.write(2, other, hours=2, device=2, money=2)
    it.named(2, other)
    assert it.public.opened == []
    for zone in (0, 1, 2):
        it.act(EndTurn(zone))
    assert found(it.act(EndTurn(3)), NameOpened) == [
        NameOpened(0, own, 0, own),
        NameOpened(1, own, 1, other),
        NameOpened(2, other, 2, -1),
    ]
    assert [name.right for name in it.public.opened] == [True, False, False]
    assert it.public.result is Result.FAILED


def test_r10_4_each_wrong_name_lowers_the_result_one_grade() -> None:
    """R10.4: one grade for each, not below failed; public trust stays, even at 1."""
    for wrong, result in ((1, Result.DECISIVE), (2, Result.PARTIAL), (3, Result.FAILED), (4, Result.FAILED)):
        it = rightly(10, 10, leader=True, wrong=wrong, trust=1)
        assert (it.public.result, len(it.public.opened)) == (result, 10 + wrong)
    assert rightly(4, 10, leader=True, wrong=1).public.result is Result.FAILED


def test_r10_4_a_name_that_went_is_not_opened() -> None:
    """R10.4: only names that stand at EndEx count."""
    it = table(depth=INVESTIGATE, round=6, rounds=6)
    leader = it.operative(LEADER, 0)
    it.give(0, leader, THREE)
    it.write(1, leader, hours=1, device=1, money=1)
    it.named(0, leader)
    it.named(1, leader)
    it.act(EndTurn(0))
    it.act(Withdraw(1, leader))
    it.end_turns()
    assert [(name.zone, name.right) for name in it.public.opened] == [(0, True)]
    assert it.public.result is Result.COMPLETE
    assert coherent(it)
