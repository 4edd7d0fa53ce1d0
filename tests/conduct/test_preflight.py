"""What the pre-flight check finds, on scripts made for one finding each."""

from __future__ import annotations

from pathlib import Path

import attrs
import pytest

from sco_tabletop.conduct.hindering import Hindrance, Obstacle
from sco_tabletop.conduct.preflight import Chance, Exercised, Preflight, preflight, prospect
from sco_tabletop.conduct.script import (
    Branch,
    Condition,
    DrawPolicy,
    Expiry,
    Fact,
    HelpClass,
    Inject,
    InjectType,
    Script,
    Trigger,
)
from sco_tabletop.core.flaw import Fault, Flaw
from sco_tabletop.core.scenario import Effect, EffectKind, Objective
from sco_tabletop.core.solvable import Solution
from sco_tabletop.core.words import Depth
from sco_tabletop.session.conducting import Setup, begin_conducted
from sco_tabletop.session.curtain import CurtainClosed
from sco_tabletop.wording.preflight import sections
from tests.core.small import scenario

SMALL = attrs.evolve(scenario(), objectives=(Objective("o", "Objective", ("First.", "Second.", "Third.")),))
FACTS = {Fact.ROUND: 1, Fact.OPERATIVES: 5, Fact.RECRUITED: 0, Fact.THREAT: 0}
EVERY = (0, 1, 2, 3)


def inject(number: str = "01", **more: object) -> Inject:
    """An inject to everybody unless it is said otherwise."""
    return Inject(number, f"Title {number}", "Words.", **({"everybody": "to" not in more} | more))  # type: ignore[arg-type]


def script(*injects: Inject, policy: DrawPolicy = DrawPolicy.REPLACE) -> Script:
    """Sixty minutes, six rounds of the eight that there are."""
    return Script("Script", "", 60, 6, policy, injects)


def look(*injects: Inject, policy: DrawPolicy = DrawPolicy.REPLACE) -> Preflight:
    """Pre-flight with people in every zone."""
    return preflight(script(*injects, policy=policy), SMALL, FACTS, EVERY)


def hindered(*injects: Inject, policy: DrawPolicy = DrawPolicy.REPLACE) -> dict[str, tuple[Hindrance, ...]]:
    """What never fires, with its reasons."""
    return {one.inject.id: one.hindrances for one in look(*injects, policy=policy).never}


def when(fact: Fact, low: int | None = None, high: int | None = None) -> Trigger:
    """A condition."""
    return Trigger(when=(Condition(fact, low, high),))


@pytest.mark.parametrize(
    ("trigger", "expires", "found"),
    [
        (Trigger(round=6), Expiry(), None),
        (Trigger(round=7), Expiry(), Hindrance(Obstacle.ROUND, 7, 6)),
        (when(Fact.ROUND, 7), Expiry(), Hindrance(Obstacle.ROUND, 7, 6)),
        (Trigger(minutes=59), Expiry(), None),
        (Trigger(minutes=60), Expiry(), Hindrance(Obstacle.MINUTES, 60, 60)),
        (Trigger(round=3), Expiry(round=3), None),
        (Trigger(round=4), Expiry(round=3), Hindrance(Obstacle.EXPIRES_ROUND, 4, 3)),
        (Trigger(minutes=10), Expiry(minutes=10), None),
        (Trigger(minutes=11), Expiry(minutes=10), Hindrance(Obstacle.EXPIRES_MINUTE, 11, 10)),
        (Trigger(after="99"), Expiry(), Hindrance(Obstacle.AFTER, other="99")),
    ],
)
def test_what_never_fires_and_why(trigger: Trigger, expires: Expiry, found: Hindrance | None) -> None:
    expected = {} if found is None else {"01": (found,)}
    assert hindered(inject(trigger=trigger, expires=expires)) == expected


@pytest.mark.parametrize(
    ("fact", "most"),
    [
        (Fact.THREAT, SMALL.numbers.threat_limit - 1),
        (Fact.ALERT, SMALL.numbers.alert_max),
        (Fact.TRUST, SMALL.numbers.trust),
        (Fact.INFLUENCE, SMALL.numbers.influence_max * 4),
        (Fact.PERSONAS, SMALL.numbers.operatives_cap),
        (Fact.NAMED_RIGHT, SMALL.numbers.operatives_cap),
        (Fact.RECRUITED, SMALL.numbers.operatives_cap - 5),
        (Fact.HOUR_CALLED, 1),
        (Fact.QUIET_ROUNDS, 5),
    ],
)
def test_a_fact_beyond_what_it_can_be_never_holds(fact: Fact, most: int) -> None:
    assert not hindered(inject(trigger=when(fact, most)))
    asked = Condition(fact, most + 1)
    (found,) = hindered(inject(trigger=Trigger(when=(asked,))))["01"]
    assert (found.obstacle, found.condition) == (Obstacle.CONDITION, asked)
    assert found.can is not None
    assert found.can[1] == most


def test_two_bounds_of_one_fact_that_exclude_each_other_never_hold() -> None:
    both = Trigger(when=(Condition(Fact.ALERT, at_least=5), Condition(Fact.ALERT, at_most=4)))
    assert hindered(inject(trigger=both))["01"][0].condition == Condition(Fact.ALERT, 5, 4)
    fits = Trigger(when=(Condition(Fact.ALERT, at_least=4), Condition(Fact.ALERT, at_most=4)))
    assert not hindered(inject(trigger=fits))


def test_trust_at_nothing_and_facts_of_a_depth_that_is_not_played_never_hold() -> None:
    assert hindered(inject(trigger=when(Fact.TRUST, None, 0)))["01"][0].obstacle is Obstacle.CONDITION
    find = attrs.evolve(SMALL, depth=Depth.FIND)
    lead = Effect(EffectKind.LEAD)
    found = preflight(
        script(
            inject(trigger=when(Fact.LOCATED, 1)), inject("02", trigger=Trigger(round=1), effects=(lead,))
        ),
        find,
        FACTS,
        EVERY,
    )
    assert [one.inject.id for one in found.never] == ["01"]
    assert [one.idle for one in found.fires] == [(EffectKind.LEAD,)]
    assert found.prospect.chance is Chance.SHORT


def test_who_waits_for_what_never_comes_never_comes() -> None:
    late = inject("01", trigger=Trigger(round=7))
    then = inject("02", trigger=Trigger(after="01"))
    last = inject("03", trigger=Trigger(after="02", minutes=2))
    assert set(hindered(late, then, last)) == {"01", "02", "03"}
    assert Hindrance(Obstacle.AFTER, other="02") in hindered(late, then, last)["03"]


def test_a_branch_that_the_other_has_not_can_be_taken_by_nobody() -> None:
    first = inject("01", trigger=Trigger(round=1), branches=(Branch("a", "A"), Branch("b", "B")))
    assert not hindered(first, inject("02", trigger=Trigger(after="01", branch="b")))
    found = hindered(first, inject("02", trigger=Trigger(after="01", branch="c")))
    assert found == {"02": (Hindrance(Obstacle.BRANCH, other="01", branch="c"),)}


def test_time_after_another_inject_adds_up() -> None:
    first = inject("01", trigger=Trigger(minutes=50))
    then = inject("02", trigger=Trigger(after="01", minutes=9))
    assert [one.minute for one in look(first, then).fires] == [50, 59]
    then = inject("02", trigger=Trigger(after="01", minutes=10))
    assert hindered(first, then) == {"02": (Hindrance(Obstacle.MINUTES, 60, 60),)}


def test_what_only_a_person_releases_and_what_waits_for_it() -> None:
    by_hand = inject("01", to=(1, 2))
    then = inject("02", trigger=Trigger(after="01"), to=(3,))
    pool = inject("H1", type=InjectType.CONTINGENCY, help=HelpClass.HELP)
    behind = inject("03", trigger=Trigger(after="H1"))
    staff = inject("N1", type=InjectType.INFORMATION)
    found = preflight(script(by_hand, then, pool, behind, staff), SMALL, FACTS, (0, 1, 2))
    assert [one.inject.id for one in found.asks] == ["01"]
    assert [(one.inject.id, one.hand) for one in found.fires] == [("02", "01"), ("03", "H1")]
    assert [one.unheard for one in found.fires] == [(3,), ()]
    assert [one.inject.id for one in found.pool[HelpClass.HELP]] == ["H1"]
    assert found.missing == (HelpClass.PRESSURE, HelpClass.REDIRECT)
    assert [one.id for one in found.staff] == ["N1"]


def test_in_a_discussion_facts_stay_where_they_are() -> None:
    lines = (
        inject("01", trigger=Trigger(minutes=5)),
        inject("02", trigger=when(Fact.THREAT, 1)),
        inject("03", trigger=Trigger(round=2)),
        inject("04", trigger=when(Fact.THREAT, None, 3)),
    )
    found = look(*lines, policy=DrawPolicy.OFF)
    assert [one.inject.id for one in found.fires] == ["01", "04"]
    assert {one.inject.id: one.hindrances[0].obstacle for one in found.never} == {
        "02": Obstacle.FACTS,
        "03": Obstacle.FACTS,
    }
    assert found.prospect.chance is Chance.TALK


def test_tasks_count_only_where_a_planned_inject_can_be_due() -> None:
    late = inject("01", trigger=Trigger(round=7), tasks=("o.1",))
    due = inject("02", trigger=Trigger(round=1), tasks=("o.2",))
    pool = inject("H1", type=InjectType.CONTINGENCY, help=HelpClass.HELP, tasks=("o.1", "o.2"))
    assert look(late, due, pool).tasks == (
        Exercised("o.1", (), ("H1",)),
        Exercised("o.2", ("02",), ("H1",)),
        Exercised("o.3", (), ()),
    )


def test_the_estimate_on_paper() -> None:
    """Two injects at 4 minutes; six rounds of four turns and the rest, a minute each: 8 + 6 * 5 = 38."""
    two = (inject("01", trigger=Trigger(round=1)), inject("02", trigger=Trigger(round=2)))
    of = look(*two).estimate
    assert (of.planned, of.minutes, of.over, of.injects) == (60, 38, -22, 2)
    assert of.fit == min(SMALL.numbers.rounds, (60 - 8) // 5) == 8
    tight = preflight(attrs.evolve(script(*two), minutes=30), SMALL, FACTS, EVERY).estimate
    assert (tight.over, tight.fit) == (8, 4)
    timed = (inject("01", trigger=Trigger(minutes=1)), inject("02", trigger=Trigger(minutes=9)))
    talk = look(*timed, policy=DrawPolicy.OFF).estimate
    assert (talk.minutes, talk.rounds, talk.fit) == (22, 0, 0)


def test_the_verdict_on_the_deal() -> None:
    plan = script()
    won = Solution((), (1,), 48, fewest=30, slack=18, floor=4, earliest=6)
    assert prospect(plan, SMALL, won).chance is Chance.WINNABLE
    assert prospect(plan, SMALL, won).slack == 18
    late = prospect(plan, SMALL, attrs.evolve(won, earliest=7))
    assert (late.chance, late.earliest, late.floor, late.rounds) == (Chance.LATE, 7, 4, 6)
    lost = prospect(plan, SMALL, Solution((Fault(Flaw.NO_TEAM),), (), 0))
    assert (lost.chance, lost.faults) == (Chance.UNWINNABLE, (Fault(Flaw.NO_TEAM),))
    assert prospect(plan, SMALL, None).chance is Chance.UNJUDGED


def test_every_finding_has_its_sentence() -> None:
    first = inject("01", trigger=Trigger(round=1), branches=(Branch("a", "A"),), tasks=("o.1",))
    lines = (
        first,
        inject("02", trigger=Trigger(round=7), expires=Expiry(round=6)),
        inject("03", trigger=Trigger(minutes=70), expires=Expiry(minutes=65)),
        inject("04", trigger=Trigger(after="01", branch="z")),
        inject("05", trigger=Trigger(after="02")),
        inject("06", trigger=when(Fact.ALERT, 99)),
        inject("07"),
        inject("08", trigger=Trigger(after="07"), to=(3,)),
        inject("H1", type=InjectType.CONTINGENCY, help=HelpClass.HELP, tasks=("o.2",), use_when="Stuck."),
    )
    plan = script(*lines)
    found = preflight(plan, SMALL, FACTS, (0,), Solution((Fault(Flaw.NO_TEAM),), (), 0))
    said = [text for _title, texts in sections(SMALL, plan, found) for text in texts]
    assert all(text.endswith((".", "?")) for text in said), said
    for part in (
        "02 Title 02: it is not due before round 7; the plan ends after round 6.",
        "02 Title 02: it is not due before round 7 and expires after round 6.",
        "03 Title 03: it is not due before minute 70; the plan ends at minute 60.",
        "04 Title 04: it waits for the branch z of 01, which has no such branch.",
        "05 Title 05: it waits for 02, which is never released.",
        "06 Title 06: its condition cannot hold (alert 99 or more): only 0 to 10 can be.",
        "07 Title 07, to everybody: when the facilitator decides.",
        "Objective - First. Exercised by 01.",
        "Objective - Second. NOT exercised by a planned inject; only from the pool by H1.",
        "Objective - Third. NOT exercised by any inject.",
        "There are not enough teams where they are needed.",
    ):
        assert part in said, part


def test_the_session_tells_it_only_at_the_open_console(tmp_path: Path) -> None:
    plan = script(inject(trigger=Trigger(round=1)))
    setup = Setup(called=True, zones=(0, 1), pin="1234")
    session = begin_conducted(setup, SMALL, plan, deck_digest="0" * 64, seed=5, folder=tmp_path)
    with pytest.raises(CurtainClosed):
        session.preflight()
    with pytest.raises(CurtainClosed):
        session.solution()
    assert session.open_console("1234")
    found = session.preflight()
    assert found.prospect.chance is not Chance.UNJUDGED
    assert found.estimate.turns == 2
    session.close()
