"""The review of the short depths (section 10): what they play is counted, the rest is not shown."""

from __future__ import annotations

from pathlib import Path

import pytest

from sco_tabletop.content import load, locate
from sco_tabletop.core.commands import Lend, Monitor, Share
from sco_tabletop.core.scenario import Scenario
from sco_tabletop.core.words import COMMANDER, Depth
from sco_tabletop.record.fold import fold
from sco_tabletop.record.save import Save
from sco_tabletop.review.course import told_to
from sco_tabletop.review.flow import follow
from sco_tabletop.review.measures import Fate, complement, measure
from sco_tabletop.review.mechanisms import Mechanism, Sort, judge
from sco_tabletop.review.records import How
from sco_tabletop.review.report.build import comparison, report
from sco_tabletop.review.report.dossier import gather
from sco_tabletop.review.report.html import html
from sco_tabletop.review.report.json import plain
from sco_tabletop.review.report.markdown import markdown
from sco_tabletop.review.report.model import Document, Table
from tests.core.builder import COURIER, HOURS, LEADER, PROPAGANDIST, THREE

from .saves import played
from .scribe import Scribe, scribe

FIND, INVESTIGATE = Depth.FIND, Depth.INVESTIGATE


def three_names() -> tuple[Scribe, int, int]:
    """Find and investigate, one round: zone 0 names the leader rightly, zone 1 names the courier's person for
    him, zone 2 names somebody who is not of the network for the courier."""
    it = scribe(depth=INVESTIGATE, rounds=1)
    own, other = it.operative(LEADER, 0, 0), it.operative(COURIER, 1, 1)
    it.give(0, own, THREE)
    it.named(0, own)
    it.write(1, own, hours=1, device=1, money=1)
    it.named(1, own)
    it.write(2, other, hours=2, device=2, money=2)
    it.named(2, other)
    return it, own, other


@pytest.mark.parametrize("reader", [None, 0, 3, COMMANDER])
def test_r10_4_names_opened_at_endex_are_read_by_everybody(reader: int | None) -> None:
    """Right, wrong, wrong: for the full report as for the zone that named nobody."""
    it, own, other = three_names()
    it.end_turns()
    course = it.course() if reader is None else told_to(it.course(), reader)
    flow = follow(course)
    assert [(n.zone, n.person, n.right) for n in flow.names] == [(0, 0, True), (1, 1, False), (2, 2, False)]
    assert {f.member.persona: f.fate for f in measure(flow).fortunes} == {own: Fate.NAMED, other: Fate.FOUND}
    assert flow.closes[-1].rightly == (own,)


def test_before_endex_a_zone_is_not_told_whether_a_name_is_right() -> None:
    """Zone 0 knows whom it named and nothing of the others; the full course knows all of it at once."""
    it, own, _other = three_names()
    told = follow(told_to(it.course(), 0)).names
    assert [(n.zone, n.person, n.right) for n in told] == [(0, 0, None), (1, -1, None), (2, -1, None)]
    assert [n.right for n in follow(it.course()).names] == [True, False, False]
    assert follow(it.course()).right == {own: (1, follow(it.course()).names[0].line)}


def test_a_name_that_was_never_opened_is_called_so() -> None:
    """Full process, trust lost: the network is opened, the names are not. Zone 3 can tell that zone 1's name
    is wrong, since he is not at home there; of zone 0's it cannot tell, and the report does not say it was
    wrong."""
    it = scribe()
    own = it.operative(LEADER, 0, 0)
    it.give(0, own, THREE)
    it.named(0, own)
    it.write(1, own, hours=1, device=1, money=1)
    it.named(1, own)
    it.public.trust = 0
    it.end_turns()
    flow = follow(told_to(it.course(), 3))
    assert flow.ended
    assert [n.right for n in flow.names] == [None, False]
    assert measure(flow).fortunes[0].fate is Fate.UNOPENED


def found_in_two_rounds() -> tuple[Scribe, int, int, dict[str, int]]:
    """Find only. Ring of four zones: one sighting leaves three of them, two next to each other leave two.

    The propagandist of zone 0 is sighted there in round 1; zone 0 hands the file to zone 1, which sights him
    in round 2: attributed. The courier of zone 2 is found in round 2 and sighted once; the leader never.
    """
    it, at = scribe(depth=FIND, rounds=2), dict[str, int]()
    it.operative(LEADER, 3, 0)
    p, q = it.operative(PROPAGANDIST, 0, 0), it.operative(COURIER, 2, 1)
    it.give(0, p)
    at["found"] = it.line
    it.sighting(0, p)
    it.turn(0)
    it.act(Share(0, p, 1))
    at["shared"] = it.line
    it.next_round()
    it.sighting(1, p)
    at["seen"] = it.line
    it.give(2, q)
    it.sighting(2, q)
    return it, p, q, at


@pytest.mark.parametrize("reader", [None, 3])
def test_r10_3_found_and_attributed_by_round(reader: int | None) -> None:
    """Public, so a seat counts the same: on the Index in 1 and 2, attributed in 2 and never."""
    it, p, q, at = found_in_two_rounds()
    it.end_turns()
    flow = follow(it.course() if reader is None else told_to(it.course(), reader))
    assert flow.attributed == {p: (2, at["seen"])}
    assert [(close.found, close.attributed) for close in flow.closes] == [((p,), ()), ((p, q), (p,))]
    fates = {f.member.function: f.fate for f in measure(flow).fortunes}
    assert fates == {LEADER: Fate.UNSOUGHT, PROPAGANDIST: Fate.ATTRIBUTED, COURIER: Fate.FOUND}
    held = [(h.zone, h.how, h.source, h.round, h.line) for h in flow.held if h.persona == p]
    assert held[:2] == [(0, How.OTHER, -1, 1, at["found"]), (1, How.SHARE, 0, 1, at["shared"])]
    assert measure(flow).lost.value is None
    assert complement(flow, ((0,) * 5,) * 4).value is None
    exchange = next(j for j in judge(it.course(), flow, ((0,) * 5,) * 4) if j.mechanism is Mechanism.EXCHANGE)
    assert [(m.sort, m.line, m.number) for m in exchange.moments] == [(Sort.SIGHTED, at["shared"], 1)]


def test_r5_7_a_loan_counts_in_every_action_that_it_helped() -> None:
    """Zone 1 lends signals 3 to zone 0, which has language 1 of its own: Monitor counts with the loan; once
    zone 0's own language is 3, it does not."""
    it = scribe(((0, 0, 0, 1, 0), (3, 0, 0, 0, 0), (0,) * 5, (0,) * 5))
    it.turn(1)
    it.act(Lend(1, HOURS, 0))
    it.turn(0)
    it.act(Monitor(0))
    assert [loan.uses for loan in follow(it.course()).loans] == [1]
    it = scribe(((0, 0, 0, 3, 0), (3, 0, 0, 0, 0), (0,) * 5, (0,) * 5))
    it.turn(1)
    it.act(Lend(1, HOURS, 0))
    it.turn(0)
    it.act(Monitor(0))
    assert [loan.uses for loan in follow(it.course()).loans] == [0]


# ---------------------------------------------------------------------- the report


@pytest.fixture(scope="module")
def saves(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Save]:
    """An exercise of each short deck, played by analysts."""
    folder = tmp_path_factory.mktemp("short")
    return {name: played(folder, 5, of=load(locate(name))) for name in ("xiamen-2015", "xiamen-2017")}


def heads(document: Document) -> set[str]:
    """Heads of all tables."""
    return {head for block in document.blocks if isinstance(block, Table) for head in block.heads}


@pytest.mark.parametrize("reader", [None, 2, COMMANDER])
def test_find_only_tells_of_what_it_plays(saves: dict[str, Save], reader: int | None) -> None:
    """No names, traits, teams, gaps; who was found and attributed, as the state has it."""
    of = gather(saves["xiamen-2015"], reader)
    state, document = fold(saves["xiamen-2015"]), report(of)
    unplayed = {"Named", "Located", "Staged", "Gap", "Preparation", "Rightly named", "Identifiable together"}
    assert not unplayed & heads(document)
    assert {"On the Index", "Attributed"} <= heads(document)
    text = markdown(document).split("## The log")[0]
    for word in ("Lost", "captured", "Redundancy", "Synchrony", "traits", "Leaks", "bulletin", "H-hour"):
        assert word not in text, word
    assert set(of.flow.attributed) == set(state.public.attributed)
    sought = [o for o in state.secret.operatives if o.function is not LEADER]
    missing = sum(o.persona not in state.public.attributed for o in sought)
    assert f"Not attributed: {missing} of {len(sought)} operatives" in text
    data = plain(of)
    assert {o["captured"] for o in data["operatives"]} == {None}
    assert sum(bool(o["attributed"]) for o in data["operatives"]) == len(state.public.attributed)
    assert (data["lost_share"], data["synchrony"], data["complement"]) == (None, None, None)
    assert html(document).count("<svg") == 3


@pytest.mark.parametrize("zone", range(8))
def test_find_and_investigate_opens_the_names_to_a_seat(saves: dict[str, Save], zone: int) -> None:
    """The seat's report says of every name what the state says; nothing of strikes, teams and places."""
    of, state = gather(saves["xiamen-2017"], zone), fold(saves["xiamen-2017"])
    right = {name.persona for name in state.public.opened if name.right}
    assert len(right) > 3
    assert {f.member.persona for f in of.measures.fortunes if f.fate is Fate.NAMED} == right
    document = report(of)
    assert not {"Located", "Staged"} & heads(document)
    assert "Opened" in heads(document)
    text = markdown(document).split("## The log")[0]
    for word in ("captured", "Synchrony", "waiting teams", "H-hour", "team staged"):
        assert word not in text, word
    data = plain(of)
    given = {o["persona"]: o["named_right"] for o in data["operatives"] if o["named_round"]}
    assert {alias for alias, verdict in given.items() if verdict} == {
        of.scenario.personas[persona] for persona in right
    }
    assert {o["captured"] for o in data["operatives"]} == {None}


def test_two_teams_of_a_short_depth(saves: dict[str, Save], tmp_path: Path) -> None:
    """Side by side only what the depth plays."""
    deck: Scenario = load(locate("xiamen-2015"))
    other = played(tmp_path, 5, of=deck, human="random")
    text = markdown(comparison(gather(saves["xiamen-2015"]), gather(other)))
    assert "Attributed" in text
    for word in ("Captured", "Lost", "Synchrony", "Redundancy", "rightly named", "Wrongful"):
        assert word not in text, word
    other = played(tmp_path / "b", 5, of=load(locate("xiamen-2017")), human="random")
    text = markdown(comparison(gather(saves["xiamen-2017"]), gather(other)))
    assert "Ever rightly named" in text
    for word in ("Captured", "Synchrony", "Wrongful", "R11.7"):
        assert word not in text, word


@pytest.mark.parametrize("name", ["xiamen-2015", "xiamen-2017"])
def test_a_running_short_depth_says_nothing_of_the_truth(name: str, tmp_path: Path) -> None:
    """Partial; personas on the Index only."""
    save = played(tmp_path, 5, of=load(locate(name)), decisions=60)
    state = fold(save)
    text = markdown(report(gather(save, 0)))
    assert "PARTIAL" in text
    assert "not told to you" not in text
    assert "Opened" not in text
    hidden = [o.persona for o in state.secret.operatives if o.persona not in state.public.index]
    assert hidden
    assert not any(save.header.scenario.personas[p] in text for p in hidden)
