"""A facilitated exercise in plain lines, from StartEx to the hot wash, as a facilitator types it."""

from __future__ import annotations

from pathlib import Path

import attrs
import pytest

from sco_tabletop.conduct.acts import (
    ACT_TYPES,
    Act,
    Called,
    Capability,
    Completed,
    Composed,
    Dropped,
    Ended,
    Held,
    Joined,
    Observed,
    Paused,
    Planned,
    Postponed,
    Question,
    Rated,
    Rating,
    Released,
    Remarked,
    Skipped,
)
from sco_tabletop.conduct.script import DrawPolicy
from sco_tabletop.core.events import CardDrawn, DrawPassed
from sco_tabletop.core.words import Result
from sco_tabletop.record.read import read
from sco_tabletop.record.save import Conducted, Decided, Rewound, Save
from sco_tabletop.record.verify import Exact, verify
from sco_tabletop.session.conducting import Setup

from .conducting import CALLED, Planner, Screen, conduct, lines, sit

RULES = (DrawPolicy.REPLACE, DrawPolicy.MIX)
BEFORE: list[tuple[int, list[str]]] = [
    (0, ["21"]),
    (0, ["16", "Dana", "evaluator", "5", "0"]),
]
CONDUCT: list[tuple[int, list[str]]] = [
    (1, ["3", "@03 Canary", "too early"]),  # hold 03
    (1, ["4", "@03 Canary"]),  # and free it again
    (1, ["2", "@02 Canary", "2", "Z1,Z3", ""]),  # fire 02 to others than the script says
    (1, ["o", "They asked at once", "1", "2", "02", "1"]),
    (1, ["7", "@02 Canary", "Zone 1 shared it", "1"]),  # complete 02 with branch a
    (1, ["8", "A call", "A new message", "A voice", "2", "all"]),
    (1, ["9", "@H1 Canary", "1"]),  # the first contingency
    (1, ["14", "fire drill"]),
    (1, ["14"]),
    (1, ["13"]),
    (1, ["12", "1", ""]),
]
LATER: list[tuple[int, list[str]]] = [
    (2, ["15", "2", "y"]),
    (2, ["6", "@04 Canary", "5", ""]),
    (2, ["5", "@04 Canary", "no time"]),
]
HOT_WASH: list[tuple[int, list[str]]] = [
    (0, ["22", "y", "time"]),
    (0, ["17", "1", "2", "slow but right", "0"]),
    (0, ["18", "3", "A list of who holds what", "0"]),
    (0, ["19", "No list", "1", "Keep one", "Ana", "desk", "now", "then", "0"]),
    (0, ["20", "1"]),
]


def acts(save: Save) -> list[Act]:
    """Every act of the log, taken back or not."""
    return [entry.act for entry in save.entries if isinstance(entry, Conducted)]


def whole(folder: Path, policy: DrawPolicy, setup: Setup = CALLED) -> tuple[Screen, Save]:
    """The whole plan, typed at the keyboard."""
    session, clock = sit(folder, policy, setup)
    rules = [] if policy is DrawPolicy.OFF else LATER
    if policy is DrawPolicy.OFF:
        rules = [(1, ["11", "1", "We tell all four", "02"]), (1, ["15", "1", "y"])]
    plan = [*BEFORE, *CONDUCT, *rules, *HOT_WASH]
    plan = [*plan[:2], (0, ["1"]), *plan[2:]]
    screen, _ = conduct(session, clock, Planner(session, plan))
    return screen, read(session.path)


@pytest.mark.parametrize("policy", list(DrawPolicy))
def test_a_whole_exercise(tmp_path: Path, policy: DrawPolicy) -> None:
    """Every kind of act is in the log as it was typed; deciding it all again gives the same."""
    screen, save = whole(tmp_path, policy)
    assert isinstance(verify(save), Exact)
    done = acts(save)
    missing = {kind.__name__ for kind in ACT_TYPES} - {type(act).__name__ for act in done}
    discussed = policy is DrawPolicy.OFF
    assert missing == ({"Postponed", "Skipped", "DrawPassedBy"} if discussed else {"Called"})
    assert Released("02", (1, 3)) in done
    assert Completed("02", "Zone 1 shared it", "a") in done
    assert Observed("They asked at once", True, 1, "02", "exchange.1") in done
    assert Held("03", "too early") in done
    assert Paused("fire drill") in done
    (made,) = [act for act in done if isinstance(act, Composed)]
    assert (made.inject, made.message.text, made.message.method) == ("A1", "A new message", "phone")
    assert Ended("time") in done
    assert Rated("exchange.1", Rating.SOME, "slow but right") in done
    assert Remarked(Question.IMPROVE, "A list of who holds what") in done
    assert Planned("No list", "Keep one", Capability.PLANNING, "Ana", "desk", "now", "then") in done
    assert Joined("Dana", "evaluator") in done
    assert any(isinstance(act, Dropped) for act in done)
    assert any(isinstance(entry, Rewound) and entry.beyond for entry in save.entries)
    assert screen.getvalue().rstrip().endswith(str(save.path))
    console = screen.before("facilitator")
    for found in ("What will fire", "Contingency pool", "Objectives and tasks", "Can the deal be won?"):
        assert f"\n{found}\n  - " in console, found
    assert "Draft " in console
    assert "\n  - Strength: They asked at once" in console
    if discussed:
        assert Called(0, "We tell all four", "02") in done
        assert not any(isinstance(entry, Decided) for entry in save.entries)
    else:
        assert Skipped("04", "no time") in done
        assert Postponed(("04",), 5) in done


@pytest.mark.parametrize("policy", RULES)
def test_the_draw_goes_by_the_policy(tmp_path: Path, policy: DrawPolicy) -> None:
    """Nothing of the script is due in round 3: a card there if it mixes, none if it replaces."""
    session, clock = sit(tmp_path, policy)
    plan = [(0, ["1"]), (1, ["5", "@05 Canary", "not today"]), (4, ["22", "y", ""])]
    conduct(session, clock, Planner(session, plan))
    events = [event for entry in read(session.path).entries for event in entry.events]
    drawn = sum(isinstance(event, CardDrawn) for event in events)
    passed = sum(isinstance(event, DrawPassed) for event in events)
    assert passed >= 1
    assert (drawn > 0) == (policy is DrawPolicy.MIX)
    assert drawn + passed >= 3


def test_an_exercise_played_to_its_own_end(tmp_path: Path) -> None:
    """Nobody calls EndEx: the rules end it, the network is opened to all, the hot wash follows."""
    session, clock = sit(tmp_path, DrawPolicy.REPLACE)
    screen, _ = conduct(session, clock, Planner(session, [(0, ["1"])]))
    text = screen.before("")
    assert "The network was:" in text
    assert "Hot wash." in text
    save = read(session.path)
    assert isinstance(verify(save), Exact)
    assert session.chair_view().public.result not in (None, Result.UNDECIDED)


PLAYERS = Setup(players={"Ana": (0, 2), "Bo": (1, 3)}, bots="", pin="4711", pins={"Bo": "1234"})


def test_players_behind_the_curtain(tmp_path: Path) -> None:
    """What went to a zone is read out in full at the start of its turn, to nobody else."""
    session, clock = sit(tmp_path, DrawPolicy.REPLACE, PLAYERS)
    keys = {"Ana": "1", "Bo": "2"}

    def answer(asked: str) -> str | None:
        if session.round == 3:
            return None
        if "PIN of the facilitator:" in asked:
            return "4711"
        if "PIN of Bo:" in asked:
            return "1234"
        if " types " in asked:
            return keys[session.due]
        return planner(asked)

    planner = Planner(
        session, [(0, ["1"]), (1, ["2", "@01 Canary", "1"]), (1, ["2", "@02 Canary", "1"]), (1, ["0"])]
    )
    screen, _ = conduct(session, clock, answer)
    assert "Canary-01-message" in screen.before("")
    assert "Canary-02-message" not in screen.before("")
    assert "Canary-02-message" in screen.before("Ana")
    assert "Canary-02-message" in screen.before("Bo")
    assert screen.before("Bo").count("Canary-02-message") == 1
    assert screen.before("Ana").count("Canary-01-message") == 0
    told = screen.before("Bo")
    assert (
        told.index("Since your last turn") < told.index("Canary-02-message") < told.index("== Turn: Zone 1")
    )


def test_the_wrong_pin_opens_nothing(tmp_path: Path) -> None:
    """Neither the console nor a line of the script."""
    session, clock = sit(tmp_path, DrawPolicy.REPLACE, attrs.evolve(CALLED, pin="4711"))
    screen, _ = conduct(session, clock, lines("x", "4712", "x", "", "x", "4711", "0", "q"))
    assert screen.getvalue().count("That is not the PIN of the facilitator.") == 2
    assert screen.getvalue().count("The console is open") == 1
    assert "4711" not in screen.getvalue()


def test_nothing_moves_before_startex_and_in_a_pause(tmp_path: Path) -> None:
    """Bots neither; it is said how to go on."""
    setup = Setup(called=True, zones=(0,), bots="rookie")
    session, clock = sit(tmp_path, DrawPolicy.REPLACE, setup)
    shown, _ = conduct(
        session, clock, lines("", "p", "1", "d", "x", "1", "y", "14", "drill", "0", "", "p", "x", "11")
    )
    assert "The exercise has not started. The facilitator starts it at the console" in shown.before("")
    assert "The exercise is paused. The facilitator goes on at the console." in shown.before("")
    assert "No zone's decision is due" in shown.before("facilitator")
    assert not any(isinstance(entry, Decided) for entry in read(session.path).entries)


def test_a_slip_goes_back(tmp_path: Path) -> None:
    """0 at a question for text does nothing; no reason for a skip is refused with a sentence."""
    session, clock = sit(tmp_path, DrawPolicy.OFF)
    answers = "x 1 y 5 1 0 5 1 - 3 1 0 8 T 0 0 10 0 22 - q".replace("-", "").split(" ")
    screen, typed = conduct(session, clock, lines(*answers))
    assert len(typed) == len(answers)
    assert "Say why the inject is skipped" in screen.getvalue()
    assert [type(act).__name__ for act in acts(read(session.path))] == ["Started"]


def test_a_number_that_is_not_in_the_list_is_said(tmp_path: Path) -> None:
    """Nothing is done, and that is said; 0 and an empty line go back in silence."""
    session, clock = sit(tmp_path, DrawPolicy.OFF)
    answers = ("x", "1", "y", "3", "y", "3", "99", "3", "0", "3", "", "q")
    screen, typed = conduct(session, clock, lines(*answers))
    assert len(typed) == len(answers)
    assert screen.getvalue().count("That is none of these numbers; nothing was done.") == 2
    assert [type(act).__name__ for act in acts(read(session.path))] == ["Started"]


def test_the_hot_wash_is_announced_in_time(tmp_path: Path) -> None:
    """At minute 40 of 60, once to everybody, and on the console until EndEx."""
    session, clock = sit(tmp_path, DrawPolicy.OFF)
    count = 0

    def answer(_asked: str) -> str | None:
        nonlocal count
        count += 1
        if count == 5:
            clock.seconds += 40 * 60
        return ["x", "1", "y", "0", "p", "p", "x", "q"][count - 1]

    screen, _ = conduct(session, clock, answer)
    assert screen.before("").count("Keep time for the hot wash: 20 minutes") == 1
    assert "Keep time for the hot wash" in screen.before("facilitator")


def test_what_is_due_goes_out_by_itself_where_that_was_chosen(tmp_path: Path) -> None:
    """Without a key of the facilitator; to single zones it is shown when he opens the console."""
    session, clock = sit(tmp_path, DrawPolicy.OFF, attrs.evolve(CALLED, automatic=True))
    screen, _ = conduct(session, clock, lines("x", "1", "y", "0", *["p"] * 12, "x", "q"))
    assert "Canary-01-message" in screen.before("")
    assert "Canary-02-message" not in screen.before("")
    assert "Not shown to Zone 1 yet: 02" in screen.before("facilitator")
