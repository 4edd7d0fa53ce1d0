"""What the short depths say: the goal, how far it is, why something is off, how it ended."""

from __future__ import annotations

import attrs
import pytest

from sco_tabletop.core.commands import Stage
from sco_tabletop.core.legal import refusal
from sco_tabletop.core.state import observe
from sco_tabletop.core.words import Depth
from sco_tabletop.wording.endex import findings, nothing, title
from sco_tabletop.wording.goals import goal_rule, goal_text, standing_text
from sco_tabletop.wording.rejections import rejection_text
from sco_tabletop.wording.result import network_lines, reasons, result_text, strike_lines
from tests.core.builder import COURIER, LEADER, THREE, Table, table
from tests.core.small import NUMBERS, scenario

FIND, INVESTIGATE, FULL = Depth.FIND, Depth.INVESTIGATE, Depth.FULL
GOALS = {
    FIND: "To win: 60% of the network without its leader attributed, mean influence at most 1.2.",
    INVESTIGATE: "To win: 70% of the network rightly named, the leader among them.",
    FULL: "To win: 75% of the network captured, the leader among them.",
}


@pytest.mark.parametrize("depth", list(Depth))
def test_the_goal_has_the_numbers_of_the_deck(depth: Depth) -> None:
    """One sentence says what wins, another one where it stands in the rule book."""
    made = attrs.evolve(scenario(numbers=attrs.evolve(NUMBERS, influence_goal=12)), depth=depth)
    assert goal_text(made) == GOALS[depth]
    assert {FIND: "R10.3", INVESTIGATE: "R10.4", FULL: "R7.2"}[depth] in goal_rule(made)


def finding() -> Table:
    """Find only in its last round: one attributed, one not, and the leader."""
    it = table(depth=FIND, round=6, rounds=6)
    it.operative(LEADER, 2)
    for home in (0, 1):
        it.sighting(home, it.operative(COURIER, home, links=(0,)))
    it.sighting(1, 1)
    return it


def naming() -> Table:
    """Find and investigate in its last round: the leader, an innocent and another operative are named."""
    it = table(depth=INVESTIGATE, round=6, rounds=6)
    leader, other = it.operative(LEADER, 0), it.operative(COURIER, 1, 1, links=(0,))
    it.give(0, leader, THREE)
    it.named(0, leader)
    it.write(1, leader, hours=1, device=1, money=1)
    it.named(1, leader)
    it.write(2, other, hours=2, device=2, money=2)
    it.named(2, other)
    return it


def test_how_far_it_is() -> None:
    """Public facts alone, and whether the calm is enough; nothing in the full process."""
    it = finding()
    view = observe(it.state, 3)
    assert standing_text(view) == "Attributed: 1 of 2 on the Index. Mean influence 1.00: within the goal."
    it.public.zones[0].influence = 2
    assert standing_text(view) == "Attributed: 1 of 2 on the Index. Mean influence 1.25: above the goal."
    assert standing_text(observe(naming().state, 3)) == "Named: 2 of 2 on the Index, the leader among them."
    assert standing_text(observe(table(depth=INVESTIGATE).state, 0)).endswith("the leader not yet.")
    assert standing_text(observe(table().state, 0)) == ""


@pytest.mark.parametrize(("depth", "name"), [(FIND, "find only"), (INVESTIGATE, "find and investigate")])
def test_what_is_off_says_so(depth: Depth, name: str) -> None:
    """The refusal names the depth."""
    view = observe(table(depth=depth).state, 0)
    why = refusal(view, Stage(0, 0))
    assert why is not None
    assert rejection_text(view, why) == f"Not in play: this exercise is {name}."


def test_the_end_of_find_only() -> None:
    """Result, share, calm; each persona; the leader was not sought."""
    it = finding()
    it.end_turns()
    view = observe(it.state, 0)
    assert result_text(view) == "Result: Partial. The last round is over; what was found out is opened."
    assert reasons(view) == (
        "1 of 2 operatives without the leader attributed (50%; decisive takes 60%).",
        "Mean influence 1.00: within the goal of 1.0.",
        "2 of 3 were on the Index; threat 0 of 11; public trust 8.",
    )
    assert (title(view), nothing(view)) == ("The personas, one by one", "Nobody was on the Index.")
    assert findings(view) == (
        ("Alias1, courier: attributed; sightings leave Z0 Z1", True),
        ("Alias2, courier: not attributed; sightings leave Z0 Z1 Z2", False),
    )
    assert strike_lines(view) == tuple(text for text, _ in findings(view))
    fates = [line.split(": ")[1].split(";")[0] for line in network_lines(view)]
    assert fates == ["not sought in find only", "attributed", "on the Index"]


def test_the_end_of_find_and_investigate() -> None:
    """Right, another operative, nobody of the network; wrong names lower the result."""
    it = naming()
    it.end_turns()
    view = observe(it.state, 3)
    assert result_text(view).startswith("Result: Failed. The last round is over")
    assert reasons(view)[:3] == (
        "1 of 2 operatives rightly named (50%; decisive takes 70% and the leader).",
        "The leader was rightly named.",
        "2 wrong names: one grade lower for each.",
    )
    assert (title(view), nothing(view)) == ("The names, one by one", "Nobody was named.")
    assert findings(view) == (
        ("Zone 0, for Alias0: the right person", True),
        ("Zone 1, for Alias0: wrong, that person is Alias1", False),
        ("Zone 2, for Alias1: wrong, that person is not of the network", False),
    )
    fates = [line.split(": ")[1].split(";")[0] for line in network_lines(view)]
    assert fates == ["rightly named", "on the Index"]
