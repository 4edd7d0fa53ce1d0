"""Section 11 on small logs made by hand; the figures are worked out in the comments."""

from fractions import Fraction

from sco_tabletop.core.commands import (
    Analyse,
    Ask,
    Bulletin,
    CallHour,
    Commit,
    GoNoGo,
    Lend,
    Name,
    Share,
    TakeDown,
)
from sco_tabletop.core.words import Cause, Phase, Struck, Track
from sco_tabletop.review.flow import follow
from sco_tabletop.review.measures import (
    Fate,
    complement,
    coordination,
    exchange,
    measure,
)
from sco_tabletop.review.mechanisms import Sort, judge
from sco_tabletop.review.records import How
from tests.core.builder import DEVICE, HOURS, LEADER, MONEY, PLANNER, PROPAGANDIST, RECRUITER, ROUTE, THREE

from .scribe import Scribe, scribe

LEVELS = (
    (0, 0, 0, 0, 0),
    (3, 0, 0, 0, 0),
    (0, 3, 0, 0, 0),
    (0, 0, 3, 0, 3),
)
"""Zone 1 answers hours, zone 2 device, zone 3 money and route; zone 0 has nothing."""


def three_rounds_late() -> tuple[Scribe, int, dict[str, int]]:
    """The coalition knows after round 2, the home names in round 5.

    The operative is person 0 of zone 0: hours, device and money 0 as person 0 of every zone, route 0 as
    everybody of zone 0. Sighted in zone 1, so his home is 0, 1 or 2 (zones 1's neighbours and itself).
    """
    it, at = scribe(LEVELS), dict[str, int]()
    p = it.operative(PLANNER, home=0, person=0)
    it.sighting(1, p)
    for zone in (2, 3):
        it.give(zone, p)
    it.turn(1)
    it.act(Analyse(1, p, HOURS))
    at["hours"] = it.line
    it.turn(2)
    it.act(Analyse(2, p, DEVICE))
    at["device"] = it.line
    it.next_round()
    it.turn(3)
    it.act(Analyse(3, p, MONEY))
    at["money"] = it.line
    # hours, device, money: person 0 of zones 0, 1 and 2 fits - three persons, not identifiable
    it.act(Analyse(3, p, ROUTE))
    at["route"] = it.line
    # with route 0 only person 0 of zone 0 fits: identifiable after round 2
    it.next_round()
    it.turn(1)
    it.act(Share(1, p, 0))
    it.next_round()
    it.turn(3)
    it.act(Share(3, p, 0))
    at["able"] = it.line
    # the home holds hours, money, route now: person 0 alone has (0, ., 0) - it could name in round 4
    it.next_round()
    it.turn(0)
    it.act(Name(0, p))
    at["named"] = it.line
    return it, p, at


def test_r11_1_gap_of_three_rounds() -> None:
    """A = 2, his zone could in 4, B = 5: the gap is 3, and each figure names its line."""
    it, p, at = three_rounds_late()
    flow = follow(it.course())
    assert flow.identified[p] == (2, at["route"])
    assert flow.able[p] == (4, at["able"])
    assert flow.right[p] == (5, at["named"])
    fortune = measure(flow).fortunes[0]
    assert (fortune.gap, fortune.lost, fortune.fate) == (3, False, Fate.NAMED)
    assert fortune.lines == (at["route"], at["able"], at["named"])
    assert (measure(flow).gap_max, measure(flow).gap_mean) == (3, Fraction(3))
    assert measure(flow).lost.value == 0
    assert [close.round for close in flow.closes] == [1, 2, 3, 4, 5]
    assert [close.identifiable for close in flow.closes] == [(), (p,), (p,), (p,), (p,)]
    assert [close.pooled for close in flow.closes] == [2, 4, 4, 4, 4]
    assert [close.at_home for close in flow.closes] == [0, 0, 1, 3, 3]


def test_the_longest_withheld_fact_and_who_held_it() -> None:
    """Device lay in zone 2 from round 1 until he was named without it in round 5: four rounds. Hours were two
    rounds on the way (1 to 3), money and route two (2 to 4): three of four facts were handed over."""
    it, _p, at = three_rounds_late()
    flow = follow(it.course())
    facts = {w.category: w for w in measure(flow).withheld}
    assert measure(flow).withheld[0].category == DEVICE
    assert (facts[DEVICE].holders, facts[DEVICE].rounds, facts[DEVICE].given) == ((2,), 4, False)
    assert facts[DEVICE].line == at["device"]
    assert {c: (w.holders, w.since, w.until) for c, w in facts.items() if c != DEVICE} == {
        HOURS: ((1,), 1, 3),
        MONEY: ((3,), 2, 4),
        ROUTE: ((3,), 2, 4),
    }
    assert exchange(flow).value == Fraction(3, 4)
    assert exchange(flow).lines == (at["device"],)
    # nothing at home: five categories without a discipline, three of them came
    assert complement(flow, LEVELS).value == Fraction(3, 5)
    # one right name, no strike
    assert coordination(flow).value == 0
    sorts = [moment.sort for judged in judge(it.course(), flow, LEVELS) for moment in judged.moments]
    assert sorts == [Sort.HANDED, Sort.WITHHELD, Sort.ANSWERED, Sort.MISSING]


def test_how_each_trait_came() -> None:
    """By analysis where it was answered, by share from whom it came; a share says what it brought."""
    it, p, _at = three_rounds_late()
    flow = follow(it.course())
    home = {f.category: (f.how, f.source, f.round) for f in flow.facts if f.zone == 0}
    assert home == {HOURS: (How.SHARE, 1, 3), MONEY: (How.SHARE, 3, 4), ROUTE: (How.SHARE, 3, 4)}
    assert {f.how for f in flow.facts if f.zone != 0} == {How.ANALYSIS}
    brought = [(h.zone, h.gains[0].zone, h.gains[0].categories, h.helped) for h in flow.handovers]
    assert brought == [(1, 0, 1 << HOURS, True), (3, 0, 1 << MONEY | 1 << ROUTE, True)]
    assert p == 0


def test_r11_2_lost_is_known_together_and_never_named() -> None:
    """Two operatives: one identifiable after round 1 and never named, one never identifiable. Lost: a half.
    Never counts as the round after the last: 2 - 1 = 1 here, 3 - 1 = 2 a round later."""
    it = scribe(LEVELS)
    p = it.operative(PLANNER, home=0, person=0)
    it.operative(LEADER, home=3, person=1)
    it.sighting(1, p)
    it.give(2, p, (DEVICE, MONEY, ROUTE))
    measures = measure(follow(it.course()))
    assert (measures.lost.value, measures.gap_max) == (Fraction(1, 2), 1)
    it.next_round()
    measures = measure(follow(it.course()))
    assert (measures.lost.value, measures.gap_max) == (Fraction(1, 2), 2)
    assert [(f.fate, f.lost) for f in measures.fortunes] == [(Fate.FOUND, True), (Fate.UNKNOWN, False)]


def test_a_name_on_a_guess_makes_the_gap_negative() -> None:
    """Named in round 1 on three traits that fit one person of the own register; together they still fit
    person 0 of zones 1 and 2, until route is known in round 3: 1 - 3 = -2."""
    it = scribe(LEVELS)
    p = it.operative(PLANNER, home=0, person=0)
    it.sighting(1, p)
    it.give(0, p, THREE)
    it.named(0, p)
    it.next_round()
    it.next_round()
    it.give(3, p, (ROUTE,))
    flow = follow(it.course())
    assert (flow.right[p][0], flow.identified[p][0]) == (1, 3)
    assert measure(flow).gap_max == -2


def test_a_wrong_name_is_not_a_right_one() -> None:
    """Zone 1 names its own person 0 for him: named, but never rightly."""
    it = scribe(LEVELS)
    p = it.operative(PLANNER, home=0, person=0)
    it.sighting(1, p)
    it.give(1, p, THREE)
    it.named(1, p)
    flow = follow(it.course())
    assert [(name.zone, name.person) for name in flow.names] == [(1, 0)]
    assert p not in flow.right
    assert (flow.closes[-1].named, flow.closes[-1].rightly) == ((p,), ())


def test_r11_3_redundancy() -> None:
    """Three analyses; the third asks zone 1's question again: a third is redundant. One that failed answers
    nothing, so asking after it is not redundant."""
    it = scribe(((0,) * 5, (3, 0, 0, 0, 0), (3, 3, 0, 0, 0), (0,) * 5))
    p = it.operative(PLANNER, home=0, person=0)
    for zone in (1, 2):
        it.give(zone, p)
    it.turn(1)
    it.act(Analyse(1, p, HOURS))
    it.turn(2)
    it.act(Analyse(2, p, DEVICE))
    it.act(Analyse(2, p, HOURS))
    flow = follow(it.course())
    assert measure(flow).redundancy.value == Fraction(1, 3)
    assert measure(flow).redundancy.lines == (it.line,)


def test_r11_4_synchrony_and_the_strike() -> None:
    """One team staged in round 1, one in round 2; the strike is in round 2: one half. Zone 0's target is
    right, zone 1's name is wrong: a wrongful detention with the three traits that led there."""
    it = scribe()
    p = it.operative(PLANNER, home=0, person=0)
    q = it.operative(RECRUITER, home=2, person=1)
    it.sighting(1, p)
    it.sighting(1, q)
    it.target(0, p)
    it.next_round()
    it.give(1, q, THREE, low=1 << MONEY)
    it.named(1, q, located=True, staged=True)
    it.emit_phase(Phase.CALL, 1)
    it.act(CallHour(1, call=True))
    it.end_turns()
    it.act(GoNoGo(1, go=True))
    it.act(Commit(1, (q,)))
    it.act(Commit(0, (p,)))
    flow = follow(it.course())
    measures = measure(flow)
    assert measures.synchrony.value == Fraction(1, 2)
    assert measures.wrongful.value == 1
    assert {s.persona: s.outcome for s in flow.strikes} == {p: Struck.CAPTURED, q: Struck.WRONGFUL}
    wrong = next(s for s in flow.strikes if s.outcome is Struck.WRONGFUL)
    assert wrong.file == ((HOURS, 1, False), (DEVICE, 1, False), (MONEY, 1, True))
    # zones 0 and 2 stay possible, unchecked, 10 persons each: W = 20 / 64, 76%
    assert wrong.doubt == 76
    assert coordination(flow).value == 1
    assert (flow.rounds, flow.ended, flow.strikes_played) == (2, True, True)
    assert measures.captured.value == Fraction(1, 2)


def test_requests_answered_and_not() -> None:
    """Zone 0 asks zone 1 for the file and zone 2 for device; only zone 1 shares."""
    it = scribe(LEVELS)
    p = it.operative(PLANNER, home=0, person=0)
    it.give(0, p)
    it.give(1, p, (HOURS,))
    it.give(2, p, (DEVICE,))
    it.turn(0)
    it.act(Ask(0, p, -1, 1))
    it.act(Ask(0, p, DEVICE, 2))
    it.turn(1)
    it.act(Share(1, p, 0))
    answer = it.line
    it.next_round()
    it.next_round()
    asked = follow(it.course()).questions
    assert [(q.to, q.category, q.answered) for q in asked] == [(1, -1, answer), (2, DEVICE, 0)]


def test_a_share_that_brings_nothing() -> None:
    """A bulletin after everybody has everything: nobody got anything. Alert by cause: overheard once."""
    it = scribe(bulletin_alert_chance=100)
    p = it.operative(PLANNER, home=0, person=0)
    for zone in range(4):
        it.give(zone, p, THREE)
    it.turn(0)
    it.act(Bulletin(0, p))
    flow = follow(it.course())
    assert [(h.bulletin, h.helped, len(h.gains)) for h in flow.handovers] == [(True, False, 3)]
    assert [(m.track, m.amount, m.cause) for m in flow.tracks] == [(Track.ALERT, 1, Cause.BULLETIN)]


def test_gain_and_loss_of_a_take_down() -> None:
    """A propagandist is taken down in zone 0 with influence 1: it falls to 0, one and not two. He is dark in
    two network phases. Alert +1. Two traits are known at home, one more elsewhere: 2 are missing in all files
    together, 3 at home; files stay frozen for rounds 1 to 3."""
    it = scribe()
    p = it.operative(PROPAGANDIST, home=0, person=0)
    it.sighting(0, p)
    it.give(0, p, (HOURS, DEVICE))
    it.give(1, p, (MONEY,))
    it.turn(0)
    it.act(TakeDown(0, p))
    for _round in range(3):
        it.next_round()
    (cost,) = follow(it.course()).take_downs
    assert (cost.influence, cost.preparation, cost.phases) == (1, 0, 2)
    assert (cost.alert, cost.frozen, cost.pool_missing, cost.home_missing) == (1, 3, 2, 3)


def test_a_loan_counts_where_it_was_used() -> None:
    """Zone 1 lends signals to zone 0, which then analyses hours with it: one use, on level 3 instead of 0."""
    it = scribe(LEVELS)
    p = it.operative(PLANNER, home=0, person=0)
    it.give(0, p)
    it.turn(1)
    it.act(Lend(1, HOURS, 0))
    it.turn(0)
    it.act(Analyse(0, p, HOURS))
    flow = follow(it.course())
    assert [(loan.zone, loan.to, loan.uses) for loan in flow.loans] == [(1, 0, 1)]
    assert [(a.own, a.used) for a in flow.analyses] == [(0, 3)]


def test_what_is_known_from_the_set_up_is_known_in_round_1() -> None:
    """Hours lie in zone 1 before the first round begins, and reach the home in round 2: one round."""
    it = scribe(LEVELS)
    began = it.log[0].pop()
    p = it.operative(PLANNER, home=0, person=0)
    it.give(0, p)
    it.give(1, p, (HOURS,))
    it.log.append([began])
    it.next_round()
    it.turn(1)
    it.act(Share(1, p, 0))
    (fact,) = measure(follow(it.course())).withheld
    assert (fact.since, fact.until, fact.rounds) == (1, 2, 1)
