"""Words of a facilitated exercise: every value has its own, and every act is one sentence."""

from __future__ import annotations

from enum import Enum
from fractions import Fraction

import pytest

from sco_tabletop.conduct import acts
from sco_tabletop.conduct.acts import ACT_TYPES, Act, Capability, Question, Rating
from sco_tabletop.conduct.board import Item, Status
from sco_tabletop.conduct.due import Moment, Stall
from sco_tabletop.conduct.hindering import Hindrance, Obstacle
from sco_tabletop.conduct.rating import Basis, Draft, Gauge, Sign, Support
from sco_tabletop.conduct.script import (
    Condition,
    DrawPolicy,
    Expiry,
    Fact,
    HelpClass,
    Inject,
    InjectType,
    Trigger,
)
from sco_tabletop.core.message import Delivery, Message
from sco_tabletop.wording import cards, conduct, delivery, preflight, rating, times, triggers
from tests.core.small import NUMBERS, scenario

SCENARIO = scenario(numbers=NUMBERS)
WORDS = Message("A title", "The text.", "A sender", "phone", "B2", "Day 1")
ALL: tuple[Act, ...] = (
    acts.Started(),
    acts.Paused(),
    acts.Paused("fire drill"),
    acts.Continued(),
    acts.Ended(),
    acts.Ended("time"),
    acts.Released("01", (0, 1)),
    acts.Released("01", everybody=True),
    acts.Composed("A1", WORDS, (2,)),
    acts.Held("01"),
    acts.Held("01", "too early"),
    acts.Freed("01"),
    acts.Skipped("01", "no time"),
    acts.Postponed(("01", "02"), 5),
    acts.Postponed(("01",), 0, 2),
    acts.Postponed(("01",), 1, 2),
    acts.Completed("01"),
    acts.Completed("01", "all asked"),
    acts.Completed("01", branch="joint"),
    acts.Completed("01", "all asked", "joint"),
    acts.DrawPassedBy(),
    acts.Observed("seen", strength=True),
    acts.Observed("seen", strength=False, zone=1, inject="01", task="a.1"),
    acts.Called(1, "we ask"),
    acts.Called(1, "we ask", "01"),
    acts.Called(acts.NO_ZONE, "we ask"),
    acts.Called(acts.NO_ZONE, "we ask", "01"),
    acts.Rated("a.1", Rating.MAJOR),
    acts.Rated("a.1", Rating.MAJOR, "late"),
    acts.Joined("Ana", "observer"),
    acts.Joined("Ana", "player", 1),
    acts.Joined("Bo", ""),
    acts.Remarked(Question.WELL, "the list"),
    acts.Planned("issue", "action", Capability.TRAINING),
    acts.Dropped(7),
)


@pytest.mark.parametrize(
    ("kind", "say"),
    [
        (DrawPolicy, conduct.policy_name),
        (InjectType, conduct.type_name),
        (HelpClass, conduct.help_name),
        (Stall, conduct.stall_text),
        (Rating, rating.letter_name),
        (Rating, rating.letter_meaning),
        (Question, conduct.question_name),
        (Capability, conduct.capability_name),
        (Fact, triggers.fact_name),
    ],
)
def test_every_value_has_words_of_its_own(kind: type[Enum], say: object) -> None:
    """None is missing, no two are alike."""
    assert callable(say)
    said = [say(value) for value in kind]
    assert all(said)
    assert len(set(said)) == len(said)


def test_every_act_is_one_sentence() -> None:
    """All kinds, each with and without what may be missing; nothing is lost of what was written."""
    assert {type(act) for act in ALL} == set(ACT_TYPES)
    said = [conduct.act_text(SCENARIO, act) for act in ALL]
    assert all(said)
    assert len(set(said)) == len(said)
    for told in ("fire", "too early", "no time", "all asked", "late", "joint", "Ana", "training"):
        assert any(told in line for line in said), told


def test_ratings_begin_with_their_letter() -> None:
    """As they are written in a report."""
    assert [rating.letter_name(one)[0] for one in Rating] == [one.value for one in Rating]


@pytest.mark.parametrize(
    ("trigger", "said"),
    [
        (Trigger(), "when the facilitator decides"),
        (Trigger(round=3), "from round 3 on"),
        (Trigger(minutes=65), "from 1:05 of exercise time on"),
        (Trigger(after="02"), "after inject 02"),
        (Trigger(after="02", minutes=1), "1 minute after inject 02"),
        (Trigger(after="02", branch="joint"), "after inject 02, if branch joint was taken"),
        (
            Trigger(after="02", branch="joint", minutes=8),
            "8 minutes after inject 02, if branch joint was taken",
        ),
        (
            Trigger(round=5, when=(Condition(Fact.THREAT, 2), Condition(Fact.ALERT, None, 4))),
            "from round 5 on; threat 2 or more; alert 4 or less",
        ),
        (Trigger(when=(Condition(Fact.TRUST, 1, 3),)), "public trust from 1 to 3"),
        (Trigger(when=(Condition(Fact.HOUR_CALLED, 1),)), "H-hour is called"),
        (Trigger(when=(Condition(Fact.HOUR_CALLED, None, 0),)), "H-hour is not called"),
    ],
)
def test_triggers(trigger: Trigger, said: str) -> None:
    """Every part of one, and how parts stand together."""
    assert triggers.trigger_text(trigger) == said


@pytest.mark.parametrize(
    ("expires", "said"),
    [
        (Expiry(), ""),
        (Expiry(round=6), "expires after round 6"),
        (Expiry(minutes=70), "expires at 1:10"),
        (Expiry(6, 70), "expires after round 6, or at 1:10"),
    ],
)
def test_expiry(expires: Expiry, said: str) -> None:
    """By round, by minute, by both, never."""
    assert triggers.expiry_text(expires) == said


@pytest.mark.parametrize(
    ("kind", "asked", "can", "said"),
    [
        (Obstacle.CONDITION, Condition(Fact.ALERT, 99), (0, 10), "(alert 99 or more): only 0 to 10 can be."),
        (Obstacle.CONDITION, Condition(Fact.TRUST, None, 0), (1, None), "(public trust 0 or less): 1 is"),
        (Obstacle.FACTS, Condition(Fact.THREAT, 2), (0, 0), "no rules are played, the fact stays at 0."),
        (
            Obstacle.CONDITION,
            Condition(Fact.HOUR_CALLED, 1),
            (0, 0),
            "(H-hour is called): no H-hour is called",
        ),
        (Obstacle.FACTS, Condition(Fact.HOUR_CALLED, 1), (0, 0), "(H-hour is called): no H-hour is called"),
    ],
)
def test_a_condition_that_cannot_hold(
    kind: Obstacle, asked: Condition, can: tuple[int, int | None], said: str
) -> None:
    """The condition as everywhere else, then what is possible; H-hour has no numbers."""
    assert said in preflight.why_text(Hindrance(kind, condition=asked, can=can))


@pytest.mark.parametrize(
    ("message", "said"),
    [
        (WORDS, "From A sender, by phone, graded B2"),
        (Message("t", "x", "A sender", "written"), "From A sender, in writing"),
        (Message("t", "x", "", "chat", "C3"), "Given by chat, graded C3"),
        (Message("t", "x", "", "verbal"), "Given by word of mouth"),
    ],
)
def test_from_whom_and_how(message: Message, said: str) -> None:
    """What is missing is not named."""
    assert cards.sender_text(message) == said


def test_exercise_time() -> None:
    """Hours, minutes, seconds; what did not happen has none."""
    assert [times.time_text(of) for of in (0, 3725, -1)] == ["0:00:00", "1:02:05", "-"]
    assert times.minute_text(65) == "1:05"


def test_status_at_a_moment() -> None:
    """Ready, postponed and expired are told apart; every other status has its name."""
    moment = Moment(600, {Fact.ROUND: 2})
    inject = Inject("01", "t", "m")
    assert conduct.status_name(Item(inject), moment) == "ready"
    assert conduct.status_name(Item(inject, shift_minutes=5), moment) == "postponed"
    late = Item(Inject("01", "t", "m", expires=Expiry(round=1)))
    assert conduct.status_name(late, moment) == "expired"
    names = {conduct.status_name(Item(inject, status), moment) for status in Status}
    assert len(names) == len(Status)


def test_a_delivery_is_read_out_in_full() -> None:
    """Stamp, number, recipients, sender, method, grade, story time, text."""
    text = "\n".join(delivery.delivery_lines(Delivery("01", 2, 65, WORDS), "Zone 1"))
    for part in (
        "EXERCISE",
        "01",
        "A title",
        "Zone 1",
        "1:05",
        "A sender",
        "phone",
        "B2",
        "Day 1",
        "The text.",
    ):
        assert part in text


def test_what_was_put_off_stands_at_its_new_time() -> None:
    """In minutes, or in rounds where it was put off by those; without a plan, at the time it waits for."""
    item = Item(Inject("01", "a", "b", minute=14, trigger=Trigger(round=2)))
    assert conduct.short_plan(item) == "0:14"
    item.shift_minutes, item.wait_clock = 10, 600
    assert conduct.short_plan(item) == "0:24"
    item.wait_clock = 30 * 60 + 1
    assert conduct.short_plan(item) == "0:31"
    item.shift_rounds, item.wait_round = 1, 1
    assert conduct.short_plan(item) == "R3"
    assert conduct.plan_text(item) == "from round 2 on; postponed by minutes: 10, rounds: 1"
    pool = Item(Inject("H1", "a", "b"), shift_minutes=5, wait_clock=420)
    assert conduct.short_plan(pool) == "0:07"


def test_held_and_out_of_date_is_out_of_date() -> None:
    """One word for it in console, lines, report and JSON."""
    item = Item(Inject("01", "a", "b", expires=Expiry(round=2)), status=Status.HELD)
    assert conduct.status_name(item, Moment(0, {Fact.ROUND: 2})) == "held"
    assert conduct.status_name(item, Moment(0, {Fact.ROUND: 3})) == "expired"


def test_a_draft_of_u_names_the_figure_that_is_nothing() -> None:
    """With the figure if there is one at 0 %, else with the injects."""
    low = Support(Sign.IMPROVE, text="late")
    nothing = Support(Sign.FIGURE_LOW, gauge=Gauge("a", "exchange", Fraction(0)))
    said = rating.draft_text(Draft("a.1", Rating.UNABLE, Basis.NOT_ACHIEVED, (low, nothing)))
    assert said.startswith("Draft U: no strength was seen, and nothing was reached. 0% of what others held")
    said = rating.draft_text(Draft("a.1", Rating.UNABLE, Basis.NOT_ACHIEVED, (low,)))
    assert said == "Draft U: areas for improvement alone, and no inject for it was completed."
