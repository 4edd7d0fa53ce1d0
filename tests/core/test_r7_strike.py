"""Section 7 of the rule book: the strike."""

from sco_tabletop.core.commands import Commit, GoNoGo
from sco_tabletop.core.events import NetworkOpened, TeamStruck
from sco_tabletop.core.scenario import EscapeStep
from sco_tabletop.core.words import EndReason, Phase, Result, Struck

from .builder import COURIER, LEADER, PLANNER, PROPAGANDIST, THREE, Table, found, table


def strike(it: Table) -> list[TeamStruck]:
    """Go, everybody commits everything; what the teams found."""
    it.public.called = True
    it.end_turns()
    it.act(GoNoGo(it.public.acting, go=True))
    events: list[TeamStruck] = []
    while it.public.phase is Phase.COMMIT:
        zone = it.public.acting
        staged = tuple(p for p, entry in it.public.index.items() if entry.staged >> zone & 1)
        events += found(it.act(Commit(zone, staged)), TeamStruck)
    return events


def test_r7_1_each_person_is_struck_once_and_everything_opened() -> None:
    """R7.1: all at once; an operative under another's persona is captured, others are wronged."""
    it = table(escape_steps=())
    leader, planner = it.operative(LEADER, 0, 0), it.operative(PLANNER, 1, 1)
    it.target(0, leader)
    it.write(0, planner, hours=0, device=0, money=0)
    it.named(0, planner, located=True, staged=True)
    it.write(2, planner, hours=2, device=2, money=2)
    it.named(2, planner, located=True, staged=True)
    struck = strike(it)
    assert struck == [
        TeamStruck(0, leader, 0, Struck.CAPTURED, leader),
        TeamStruck(2, planner, 2, Struck.WRONGFUL, -1),
    ]
    assert [one.persona for one in it.public.network] == [leader, planner]
    assert (it.public.phase, it.public.reason) == (Phase.OVER, EndReason.STRIKE)
    other = table(escape_steps=())
    one, two = other.operative(LEADER, 0, 0), other.operative(PLANNER, 0, 1)
    other.write(0, one, hours=1, device=1, money=1)
    other.named(0, one, located=True, staged=True)
    assert strike(other) == [TeamStruck(0, one, 1, Struck.CAPTURED, two)]


def test_r7_1_an_operative_may_escape_at_high_alert() -> None:
    """R7.1: one roll at the present alert; an escape is no wrongful detention."""
    for alert, outcome in ((6, Struck.CAPTURED), (7, Struck.ESCAPED)):
        it = table(escape_steps=(EscapeStep(7, 100),))
        leader = it.operative(LEADER)
        it.target(0, leader)
        it.public.alert = alert
        assert [one.outcome for one in strike(it)] == [outcome]
        assert it.public.trust == 8


def outcome(captured: int, size: int, *, leader: bool, wrongful: int = 0, trust: int = 8) -> Result | None:
    """The result with `captured` of `size` operatives, the leader among them or not."""
    it = table(8, operatives_cap=12)
    people = [it.operative(LEADER, 0)] + [it.operative(COURIER, z % 8) for z in range(1, size)]
    for p in people[:captured] if leader else people[1 : captured + 1]:
        it.target(it.state.secret.operative(p).home, p)
    for zone in range(wrongful):
        p = people[-1 - zone]
        it.write(6, p, hours=3 - zone, device=3 - zone, money=3 - zone)
        it.named(6, p, located=True, staged=True)
    it.public.trust = trust
    strike(it)
    assert it.public.trust == trust - 3 * wrongful
    return it.state.public.result


def test_r7_2_the_best_line_that_holds() -> None:
    """R7.2: complete, decisive (leader and 75 %), partial (leader, or 50 %), failed; unknown ones count."""
    assert outcome(4, 4, leader=True) is Result.COMPLETE
    assert outcome(3, 4, leader=True) is Result.DECISIVE
    assert outcome(2, 4, leader=True) is Result.PARTIAL
    assert outcome(1, 4, leader=True) is Result.PARTIAL
    assert outcome(3, 4, leader=False) is Result.PARTIAL
    assert outcome(2, 4, leader=False) is Result.PARTIAL
    assert outcome(1, 4, leader=False) is Result.FAILED


def test_r7_3_wrongful_detentions_cost_a_grade_and_trust_each() -> None:
    """R7.3: one grade and 3 public trust each; public trust gone is failed."""
    assert outcome(3, 4, leader=True, wrongful=1) is Result.PARTIAL
    assert outcome(3, 4, leader=True, wrongful=2) is Result.FAILED
    assert outcome(1, 8, leader=True, wrongful=2) is Result.FAILED
    assert outcome(7, 8, leader=True, wrongful=1, trust=3) is Result.FAILED


def test_r7_1_everything_is_opened() -> None:
    """R7.1: network, links and main-plot round are public after the end."""
    it = table(main_round=7)
    leader = it.operative(LEADER)
    other = it.operative(PROPAGANDIST, 2, links=(leader,))
    it.give(0, leader, THREE)
    it.target(2, other)
    it.public.called = True
    it.end_turns()
    it.act(GoNoGo(0, go=True))
    opened = found(it.act(Commit(2, (other,))), NetworkOpened)[0]
    assert opened.main_round == 7
    assert [(one.persona, one.zone, one.links) for one in opened.operatives] == [
        (leader, 0, (other,)),
        (other, 2, (leader,)),
    ]
