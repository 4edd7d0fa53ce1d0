"""Draft ratings, each log worked out on paper by the rules of `evaluation.md`."""

from __future__ import annotations

from fractions import Fraction
from pathlib import Path

import attrs
import pytest

from sco_tabletop.conduct.acts import (
    Act,
    Completed,
    Dropped,
    Observed,
    Rated,
    Rating,
    Released,
    Skipped,
    Started,
)
from sco_tabletop.conduct.board import Board, Happened, fold
from sco_tabletop.conduct.due import Moment
from sco_tabletop.conduct.rating import (
    Basis,
    Draft,
    Gauge,
    Sign,
    draft,
    drafts,
    judge,
    needs_reason,
    verdict,
    weakest,
)
from sco_tabletop.conduct.script import DrawPolicy, Expiry, Fact, Inject, Script
from sco_tabletop.core.scenario import Objective
from sco_tabletop.session.conducted import ConductError
from sco_tabletop.session.conducting import Setup, begin_conducted
from sco_tabletop.wording.rating import draft_text, support_text
from tests.core.small import scenario

OBJECTIVES = (Objective("o", "Objective", ("First.", "Second.", "Third.")),)
SCRIPT = Script(
    "Script",
    "",
    60,
    0,
    DrawPolicy.OFF,
    (
        Inject("01", "One", "Words.", to=(0,), tasks=("o.1",)),
        Inject("02", "Two", "Words.", to=(0,), tasks=("o.1", "o.2")),
        Inject("03", "Three", "Words.", to=(0,), tasks=("o.3",), expires=Expiry(minutes=10)),
    ),
)
GOOD = Observed("Good.", strength=True, task="o.1")
BAD = Observed("Bad.", strength=False, task="o.1")
OUT = (Started(), Released("01", (0,)))
DONE = (*OUT, Completed("01", "They did it."))


def log(*acts: Act) -> tuple[Happened, ...]:
    """Acts a minute apart, from entry 2 on."""
    return tuple(Happened(number, act, 60 * number, 1) for number, act in enumerate(acts, 2))


def of(*acts: Act, task: str = "o.1", gauges: tuple[Gauge, ...] = ()) -> Draft:
    """The draft of a task after these acts, at minute 30."""
    lines = log(*acts)
    return draft(task, fold(SCRIPT, lines), lines, Moment(1800, {Fact.ROUND: 1}), gauges)


def figure(value: Fraction, *, harm: bool = False) -> Gauge:
    """A figure of the objective."""
    return Gauge("o", "wrongful" if harm else "exchange", value, (7, 9), harm)


@pytest.mark.parametrize(
    ("acts", "rating", "basis"),
    [
        ((), None, Basis.NOT_EXERCISED),
        ((Started(), Skipped("01", "No time."), Skipped("02", "No time.")), None, Basis.NOT_EXERCISED),
        (OUT, None, Basis.NOT_OBSERVED),
        (DONE, None, Basis.NOT_OBSERVED),
        ((*DONE, GOOD), Rating.PERFORMED, Basis.WITHOUT),
        ((*OUT, GOOD), Rating.SOME, Basis.LEFT_OPEN),
        ((*DONE, GOOD, BAD), Rating.SOME, Basis.AREAS),
        ((*DONE, GOOD, BAD, BAD), Rating.MAJOR, Basis.MORE_AREAS),
        ((*DONE, BAD), Rating.MAJOR, Basis.MORE_AREAS),
        ((*OUT, BAD), Rating.UNABLE, Basis.NOT_ACHIEVED),
        ((GOOD,), Rating.PERFORMED, Basis.WITHOUT),
        ((BAD,), Rating.UNABLE, Basis.NOT_ACHIEVED),
    ],
)
def test_the_rules_one_by_one(acts: tuple[Act, ...], rating: Rating | None, basis: Basis) -> None:
    found = of(*acts)
    assert (found.rating, found.basis) == (rating, basis)
    letter = (
        f"Draft {rating.value}:" if rating else {Basis.NOT_EXERCISED: "Not", Basis.NOT_OBSERVED: "No"}[basis]
    )
    assert draft_text(found).startswith(letter)


def test_the_lines_that_support_a_draft_are_entries_of_the_log() -> None:
    found = of(*DONE, GOOD, BAD, Skipped("02", "No time."))
    told = [(one.sign, one.entries, one.inject) for one in found.support]
    assert told == [
        (Sign.COMPLETE, (3, 4), "01"),
        (Sign.SKIPPED, (7,), "02"),
        (Sign.STRENGTH, (5,), ""),
        (Sign.IMPROVE, (6,), ""),
    ]
    assert [support_text(one) for one in found.support] == [
        "Inject 01: complete. They did it.",
        "Inject 02: skipped, No time.",
        "Strength: Good.",
        "Area for improvement: Bad.",
    ]


def test_expired_and_unused_injects_are_listed_and_change_no_letter() -> None:
    found = of(Started(), Observed("Good.", strength=True, task="o.3"), task="o.3")
    assert found.rating is Rating.PERFORMED
    assert [one.sign for one in found.support] == [Sign.EXPIRED, Sign.STRENGTH]
    assert [one.sign for one in of(*OUT).support] == [Sign.LEFT_OPEN, Sign.UNUSED]


def test_an_observation_without_a_task_counts_for_the_only_task_of_its_inject() -> None:
    one = Observed("Seen.", strength=True, inject="01")
    two = Observed("Seen.", strength=True, inject="02")
    assert of(*DONE, one).rating is Rating.PERFORMED
    assert of(*DONE, two).rating is None
    assert of(*DONE, two, task="o.2").basis is Basis.NOT_EXERCISED


def test_a_dropped_observation_counts_no_more_and_a_rewound_release_neither() -> None:
    assert of(*DONE, GOOD, Dropped(5)).rating is None
    lines = (*log(*DONE), Happened(5, GOOD, 300, 1, stands=False))
    taken_back = tuple(attrs.evolve(line, stands=line.entry not in (3, 4, 5)) for line in lines)
    found = draft("o.1", fold(SCRIPT, taken_back), taken_back, Moment(1800, {}))
    assert [one.sign for one in found.support] == [Sign.UNUSED, Sign.UNUSED, Sign.STRENGTH]
    assert found.rating is Rating.PERFORMED


@pytest.mark.parametrize(
    ("acts", "value", "rating", "basis"),
    [
        (DONE, Fraction(1, 2), Rating.PERFORMED, Basis.WITHOUT),
        (OUT, Fraction(1, 2), Rating.SOME, Basis.LEFT_OPEN),
        (DONE, Fraction(49, 100), Rating.MAJOR, Basis.MORE_AREAS),
        ((*DONE, GOOD), Fraction(1, 3), Rating.SOME, Basis.AREAS),
        ((*DONE, BAD), Fraction(1), Rating.SOME, Basis.AREAS),
        (DONE, Fraction(0), Rating.UNABLE, Basis.NOT_ACHIEVED),
        ((*DONE, GOOD), Fraction(0), Rating.SOME, Basis.AREAS),
        ((), Fraction(1), None, Basis.NOT_EXERCISED),
    ],
)
def test_the_figure_of_the_objective(
    acts: tuple[Act, ...], value: Fraction, rating: Rating | None, basis: Basis
) -> None:
    found = of(*acts, gauges=(figure(value),))
    assert (found.rating, found.basis) == (rating, basis)


def test_harm_makes_it_major_but_never_better_than_not_achieved() -> None:
    harm = figure(Fraction(2), harm=True)
    assert of(*DONE, GOOD, gauges=(harm,)).basis is Basis.HARMED
    assert of(*OUT, BAD, gauges=(harm,)).basis is Basis.NOT_ACHIEVED
    assert of(*DONE, GOOD, gauges=(figure(Fraction(0), harm=True),)).rating is Rating.PERFORMED
    assert judge(of(*DONE, gauges=(harm,)).support) == (Rating.MAJOR, Basis.HARMED)
    assert of(gauges=(harm,)).basis is Basis.NOT_EXERCISED


def test_every_task_has_a_draft_and_figures_speak_for_their_own_objective_only() -> None:
    lines = log(*DONE)
    board = fold(SCRIPT, lines)
    other = (*OBJECTIVES, Objective("p", "Other", ("Fourth.",)))
    found = drafts(other, board, lines, Moment(0, {}), (Gauge("p", "exchange", Fraction(1)),))
    assert list(found) == ["o.1", "o.2", "o.3", "p.1"]
    assert {one.basis for one in found.values()} == {Basis.NOT_OBSERVED, Basis.NOT_EXERCISED}


def test_a_person_decides_and_says_why_where_it_differs() -> None:
    found = of(*DONE, GOOD)
    assert needs_reason(found, Rated("o.1", Rating.SOME))
    assert not needs_reason(found, Rated("o.1", Rating.SOME, "Too slow."))
    assert not needs_reason(found, Rated("o.1", Rating.PERFORMED))
    assert not needs_reason(of(), Rated("o.1", Rating.SOME))
    board: Board = fold(SCRIPT, log(*DONE, GOOD, Rated("o.1", Rating.SOME, "Too slow.")))
    assert verdict(board, found).rating is Rating.SOME
    assert verdict(board, found).settled
    assert not verdict(board, of(task="o.2")).settled


def test_an_objective_stands_where_its_weakest_task_stands() -> None:
    assert weakest((Rating.PERFORMED, None, Rating.MAJOR, Rating.SOME)) is Rating.MAJOR
    assert weakest((None, None)) is None


def test_the_session_asks_for_the_reason(tmp_path: Path) -> None:
    sc = attrs.evolve(scenario(), objectives=OBJECTIVES)
    setup = Setup(called=True, zones=(0,))
    session = begin_conducted(setup, sc, SCRIPT, deck_digest="0" * 64, seed=5, folder=tmp_path)
    assert session.open_console()
    for act in (*DONE, GOOD):
        session.do(act)
    assert session.drafts()["o.1"].rating is Rating.PERFORMED
    with pytest.raises(ConductError, match="say why"):
        session.do(Rated("o.1", Rating.MAJOR))
    session.do(Rated("o.1", Rating.MAJOR, "It cost a neighbour a day."))
    session.do(Rated("o.1", Rating.PERFORMED))
    assert session.console().board.ratings["o.1"].rating is Rating.PERFORMED
    session.do(BAD)
    assert session.drafts()["o.1"].rating is Rating.SOME
    session.close()
