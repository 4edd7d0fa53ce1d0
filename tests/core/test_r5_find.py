"""Section 5 of the rule book, first half: finding out and exchanging (R5.1-R5.8)."""

from typing import Any

import pytest

from sco_tabletop.core.apply import redact
from sco_tabletop.core.board import NO_FILE, UNCHECKED
from sco_tabletop.core.commands import (
    Analyse,
    Bulletin,
    EndTurn,
    Lend,
    Locate,
    Monitor,
    Name,
    SendTeam,
    Share,
    Stage,
    TakeDown,
    Trace,
)
from sco_tabletop.core.events import DiceAdvanced, LoanSuspended, LoanUsed, Sighted, TraitsDiffer
from sco_tabletop.core.rejection import Reason

from .builder import (
    CERTAIN,
    COURIER,
    DEVICE,
    FINANCIER,
    HOPELESS,
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


def test_r5_1_a_failed_roll_costs_the_action_and_tells_nothing() -> None:
    """R5.1: one action each, as often as actions allow; a failure tells nothing; loans work at once."""
    it = table(chances=HOPELESS).level(0, 3, 3, 3, 3, 3)
    p = it.operative(RECRUITER, 0)
    it.give(0, p, THREE)
    it.named(0, p)
    it.trace(0, p)
    for command in (Monitor(0), Analyse(0, p, STYLE), Trace(0, p), Locate(0, p)):
        it.public.zones[0].actions = 1
        events = it.act(command)
        assert [type(event) for event in events[1:]] == [DiceAdvanced]
        assert it.public.zones[0].actions == 0
        assert it.refused(command) is Reason.NO_ACTIONS
    it.turn(1).level(1, 0, 0, 3)
    it.act(Lend(1, 2, 2))
    assert it.public.zones[2].level(2) == 3


def test_r5_2_monitor() -> None:
    """R5.2: known ones with a trace here are sighted, ONE new opened and sighted, hidden ones first."""
    for seed in range(6):
        it = table(seed=seed)
        known, away, listed, hidden = (it.operative(PROPAGANDIST, z) for z in (1, 2, 0, 3))
        it.give(0, known)
        it.give(0, away)
        it.give(1, listed)
        for p in (known, listed, hidden):
            it.trace(0, p)
        it.trace(1, away)
        sighted = [event.persona for event in found(it.act(Monitor(0)), Sighted)]
        assert sighted == [known, hidden]
        assert it.entry(hidden).held == [0, NO_FILE, NO_FILE, NO_FILE]
        assert it.entry(known).sighted == 1
        assert [event.persona for event in found(it.act(Monitor(0)), Sighted)] == [known, hidden, listed]


def test_r5_2_chatter_counts_the_traces_of_the_last_phase() -> None:
    """R5.2: the zone sees how many traces were laid here, known ones included; Monitor does not lower it."""
    it = table(chances={**CERTAIN, "trace_left": (100,) * 7})
    for zone in range(4):
        it.operative(PROPAGANDIST, zone)
    it.next_round()
    laid = [len(traces) for traces in it.state.secret.traces]
    assert [seat.chatter for seat in it.state.seats] == laid
    assert sum(laid) == 4
    zone = it.public.acting
    it.act(Monitor(zone))
    assert it.state.seats[zone].chatter == laid[zone]


def test_r5_3_analyse() -> None:
    """R5.3: needs a file, level 1, the category missing, not frozen; success: the true trait."""
    it = table(8).level(0, 1, 1)
    p = it.operative(RECRUITER, 7, 5)
    assert it.refused(Analyse(0, p, HOURS)) is Reason.UNKNOWN_PERSONA
    it.give(1, p)
    assert it.refused(Analyse(0, p, HOURS)) is Reason.NO_FILE
    it.give(0, p)
    assert it.refused(Analyse(0, p, MONEY)) is Reason.NO_LEVEL
    assert it.may(Analyse(0, p, DEVICE))
    it.act(Analyse(0, p, DEVICE))
    assert it.file(0, p).traits == [-1, 2, -1, -1, -1]
    assert it.refused(Analyse(0, p, DEVICE)) is Reason.HELD
    it.entry(p).frozen_until = 1
    assert it.refused(Analyse(0, p, HOURS)) is Reason.FROZEN


def star(seed: int = 1) -> tuple[Table, int, list[int]]:
    """A recruiter on file in zone 0, linked to three others of whom only the first is on the Index."""
    it = table(seed=seed).level(0, 3)
    ends = [it.operative(PROPAGANDIST, zone) for zone in (1, 2, 3)]
    p = it.operative(RECRUITER, 0, links=ends)
    it.give(0, p)
    it.give(1, ends[0])
    it.public.zones[0].actions = 5
    return it, p, ends


def test_r5_4_trace() -> None:
    """R5.4: one link not on the file, ends off the Index first, on both files; after the last: exhausted."""
    first = set()
    for seed in range(8):
        it, p, ends = star(seed)
        it.act(Trace(0, p))
        links = it.file(0, p).links
        assert links in (1 << ends[1], 1 << ends[2])
        first.add(links)
        end = links.bit_length() - 1
        assert it.file(0, end).links == 1 << p
        it.act(Trace(0, p))
        assert it.file(0, p).links == 1 << ends[1] | 1 << ends[2]
        assert not it.file(0, p).exhausted
        it.act(Trace(0, p))
        assert it.file(0, p).links == 0b111
        assert it.file(0, p).exhausted
        assert it.refused(Trace(0, p)) is Reason.EXHAUSTED
    assert len(first) == 2


def test_r5_4_trace_needs() -> None:
    """R5.4: file, signals or cyber, not frozen; no link left: exhausted."""
    it, p, ends = star()
    it.give(0, ends[0], links=[p])
    assert it.refused(Trace(0, ends[1])) is Reason.UNKNOWN_PERSONA
    it.level(0, 0, 0, 3, 3, 3)
    assert it.refused(Trace(0, p)) is Reason.NO_LEVEL
    it.level(0, 0, 1)
    it.entry(p).frozen_until = 1
    assert it.refused(Trace(0, p)) is Reason.FROZEN
    it.level(0, 3)
    it.act(Trace(0, ends[0]))
    assert it.file(0, ends[0]).exhausted


def test_r5_5_share() -> None:
    """R5.5: one whole file; the receiver keeps its own values, is told where they differ, gets the links."""
    it, p, ends = star()
    it.give(0, p, (HOURS, DEVICE), links=ends[:2])
    it.write(2, p, hours=3)
    events = it.act(Share(0, p, 2))
    assert it.file(2, p).traits == [3, 0, -1, -1, -1]
    assert found(events, TraitsDiffer) == [TraitsDiffer(2, p, 1 << HOURS)]
    assert it.file(2, p).links == 0b011
    assert [it.file(2, end).links for end in ends[:2]] == [1 << p] * 2
    assert it.file(2, ends[0]).held == 0
    assert it.refused(Share(0, p, 3)) is Reason.NO_SHARE


def test_r5_5_share_needs() -> None:
    """R5.5: by the Index something may be new; empty and received files too; exhausted is copied."""
    it = table()
    p, q = it.operative(FINANCIER, 3), it.operative(RECRUITER, 3)
    it.public.zones[0].shares = 9
    assert it.refused(Share(0, p, 1)) is Reason.UNKNOWN_PERSONA
    it.give(0, p)
    assert it.refused(Share(0, p, 0)) is Reason.OWN_ZONE
    it.act(Share(0, p, 1))
    assert it.refused(Share(0, p, 1)) is Reason.NOTHING_NEW
    it.give(0, p, (HOURS,))
    it.act(Share(0, p, 1))
    assert it.refused(Share(0, p, 1)) is Reason.NOTHING_NEW
    it.turn(1).act(Share(1, p, 2))
    assert it.file(2, p).traits[HOURS] == 0
    linked = table().level(0, 3)
    p, q = linked.operative(FINANCIER, 3), 1
    q = linked.operative(RECRUITER, 3, links=(p,))
    linked.give(0, q)
    linked.give(1, q)
    linked.act(Trace(0, q))
    linked.act(Share(0, q, 1))
    assert linked.file(1, q).exhausted


def test_r5_6_bulletin() -> None:
    """R5.6: three traits and the round's limit; as Share to ALL others; it may raise the alert."""
    for chance, alert in ((0, 0), (100, 1)):
        it = table(bulletin_alert_chance=chance)
        p = it.operative(LEADER, 2)
        it.give(0, p, (HOURS, DEVICE))
        assert it.refused(Bulletin(0, p)) is Reason.TOO_FEW_TRAITS
        it.give(0, p, (ROUTE,))
        assert it.entry(p).hits == [0] + [UNCHECKED] * 3
        it.act(Bulletin(0, p))
        assert it.entry(p).held == [0b10011] * 4
        assert it.entry(p).hits == [0, 0, 1, 0]
        assert it.public.alert == alert
        assert it.public.zones[0].actions == 1
        assert it.refused(Bulletin(0, p)) is Reason.NO_BULLETIN


def test_r5_7_lend() -> None:
    """R5.7: own printed level 2, once, to a zone below it; the loan counts at once and is not lent on."""
    it = table().level(0, 3, 1, 2).level(1, 2).level(2, 3)
    p = it.operative(RECRUITER, 3)
    it.give(3, p)
    assert it.refused(Lend(0, 1, 3)) is Reason.NO_LEVEL
    assert it.refused(Lend(0, 0, 2)) is Reason.NOT_BELOW
    assert it.refused(Lend(0, 0, 0)) is Reason.OWN_ZONE
    it.act(Lend(0, 0, 3))
    assert it.public.zones[0].levels[0] == 3
    assert it.public.zones[3].level(0) == 3
    assert it.refused(Lend(0, 2, 1)) is Reason.LENT_BEFORE
    it.turn(3)
    assert it.may(Analyse(3, p, HOURS))
    assert it.refused(Lend(3, 0, 1)) is Reason.NO_LEVEL
    it.turn(1)
    assert it.refused(Lend(1, 0, 3)) is Reason.NOT_BELOW
    it.next_round()
    assert it.public.zones[3].level(0) == 3


def borrower(**numbers: Any) -> tuple[Table, int, int]:
    """Zone 0 with signals 1 of its own and signals 3, cyber 3 on loan; two personas on file."""
    it = table(**numbers).level(0, 1).level(1, 3).level(2, 0, 3)
    people = it.operative(RECRUITER, 3), it.operative(FINANCIER, 3)
    for p in people:
        it.give(0, p)
    it.turn(1).act(Lend(1, 0, 0))
    it.turn(2).act(Lend(2, 1, 0))
    it.turn(0)
    return it, *people


@pytest.mark.parametrize("chances", [CERTAIN, HOPELESS])
def test_r5_7_a_loan_gives_an_action_back(chances: dict[str, Any]) -> None:
    """R5.7: the first Analyse of a round with a loan, successful or not; once for each loan, again in the
    next round; everybody is told."""
    it, p, q = borrower(chances=chances, loan_refund=1)
    spare = it.operative(COURIER, 3)
    it.give(0, spare)
    for persona in (p, q):
        it.turn(0)
        events = it.act(Analyse(0, persona, HOURS))
        assert found(events, LoanUsed) == [LoanUsed(0, HOURS)]
        assert it.public.zones[0].actions == 2
        assert found(it.act(Analyse(0, persona, DEVICE)), LoanUsed) == [LoanUsed(0, DEVICE)]
        assert it.public.zones[0].actions == 2
        it.next_round()
    it.turn(0).act(Analyse(0, spare, HOURS))
    assert it.public.zones[0].actions == 2
    again = Analyse(0, it.operative(COURIER, 2), HOURS)
    it.give(0, again.persona)
    assert found(it.act(again), LoanUsed) == []
    assert it.public.zones[0].actions == 1
    assert all(redact(LoanUsed(0, HOURS), zone) for zone in range(-1, 4))


@pytest.mark.parametrize("most", [1, 2, 3])
def test_r5_7_a_loan_gives_so_many_actions_back(most: int) -> None:
    """R5.7: the first so many analyses of a round with one loan, on whatever persona, and no more."""
    it, *people = borrower(loan_refund=most)
    people += [it.operative(COURIER, 3), it.operative(COURIER, 2)]
    it.public.zones[0].actions = 4
    given = []
    for persona in people:
        it.give(0, persona)
        given.append(bool(found(it.act(Analyse(0, persona, HOURS)), LoanUsed)))
    assert given == [number < most for number in range(4)]
    assert it.public.zones[0].actions == most


def test_r5_7_what_gives_no_action_back() -> None:
    """R5.7: a deck that says so, a suspended loan, an own discipline, and Trace and Monitor; an action is
    needed all the same."""
    off, p, _q = borrower(loan_refund=0)
    assert found(off.act(Analyse(0, p, HOURS)), LoanUsed) == []
    assert off.public.zones[0].actions == 1
    it, p, q = borrower(loan_refund=1)
    it.emit(LoanSuspended(0, HOURS))
    assert it.odds(Analyse(0, p, HOURS)) == 100
    assert found(it.act(Analyse(0, p, HOURS)), LoanUsed) == []
    assert it.public.zones[0].actions == 1
    own, p, q = borrower(loan_refund=1)
    own.level(0, 1, 0, 2)
    assert found(own.act(Analyse(0, p, MONEY)), LoanUsed) == []
    assert found(own.act(Trace(0, p)), LoanUsed) == []
    assert own.public.zones[0].actions == 0
    assert own.refused(Analyse(0, p, HOURS)) is Reason.NO_ACTIONS
    own.public.zones[0].actions = 1
    assert found(own.act(Analyse(0, p, HOURS)), LoanUsed) == [LoanUsed(0, HOURS)]
    assert found(own.act(Monitor(0)), LoanUsed) == []
    assert own.refused(Analyse(0, q, DEVICE)) is Reason.NO_ACTIONS


def test_r5_8_send_a_team() -> None:
    """R5.8: an unstaged team goes to an adjacent zone and belongs to it from now on."""
    it = table()
    p, q = it.operative(LEADER, 0), it.operative(PLANNER, 1)
    it.target(0, p)
    assert it.refused(SendTeam(0, 2)) is Reason.NOT_ADJACENT
    it.act(SendTeam(0, 1))
    assert [board.teams for board in it.public.zones] == [1, 3, 2, 2]
    assert it.refused(SendTeam(0, 3)) is Reason.NO_TEAM
    it.target(1, q, staged=False)
    it.public.zones[1].teams = 1
    it.turn(1).act(Stage(1, q))
    assert it.refused(SendTeam(1, 0)) is Reason.NO_TEAM


def test_r5_5_a_share_cannot_be_refused_and_is_lost_unused() -> None:
    """R5.5, R4.4: one a round, never two."""
    it = table()
    it.give(0, it.operative(COURIER, 2), (STYLE,))
    it.act(EndTurn(0))
    it.turn(0)
    assert it.refused(Share(0, 0, 1)) is Reason.NO_SHARE
    assert it.refused(Name(0, 0)) is Reason.TOO_FEW_TRAITS
    assert it.public.zones[0].actions == 0
    assert not it.may(TakeDown(0, 0))
