"""`solve`: deals judged and played, in any number of processes."""

from __future__ import annotations

import io
import sys

import attrs
import pytest

from sco_tabletop import measuring
from sco_tabletop.bots.policy import TIERS
from sco_tabletop.core.scenario import Scenario, Seating
from sco_tabletop.core.words import Depth, Result
from sco_tabletop.lab.exercise import Played, play
from sco_tabletop.lab.oracle import play_oracle
from sco_tabletop.lab.solve import judge, judge_deals
from tests.decks import first_watch


def stand_in(scenario: Scenario, seed: int, seating: Seating | None = None) -> Played:  # noqa: ARG001
    """In the oracle's place: any player will do to see that its exercises are counted."""
    return play(scenario, dict.fromkeys(range(len(scenario.zones)), TIERS["analyst"]), seed)


@pytest.fixture
def analysts(monkeypatch: pytest.MonkeyPatch) -> None:
    """Analysts play instead of the oracle, in this process."""
    monkeypatch.setattr("sco_tabletop.lab.solve.play_oracle", stand_in)


def deaf(done: int) -> None:
    """Who does not care how far it is."""


@pytest.mark.usefixtures("analysts")
def test_the_player_is_counted() -> None:
    """Won are complete and decisive; who does not win is listed by seed."""
    seeds = range(10, 16)
    figures = judge_deals(first_watch(), seeds, 1, deaf)
    results = {seed: stand_in(first_watch(), seed).state.public.result for seed in seeds}
    lost = [seed for seed, result in results.items() if result not in (Result.COMPLETE, Result.DECISIVE)]
    assert 0 < len(lost) < len(seeds)
    assert figures["not_won"] == lost
    assert figures["won_by_oracle"] == len(seeds) - len(lost)


def test_the_player_is_the_oracle() -> None:
    """Nobody else is asked, and it is told the deck and the seed."""
    seeds = range(1, 31)
    figures = judge_deals(first_watch(), seeds, 1, deaf)
    results = [play_oracle(first_watch(), seed).state.public.result for seed in seeds]
    won = sum(result in (Result.COMPLETE, Result.DECISIVE) for result in results)
    assert figures["won_by_oracle"] == won > 0


@pytest.mark.parametrize("depth", [depth for depth in Depth if depth is not Depth.FULL])
def test_short_depths_are_not_played(depth: Depth) -> None:
    """Without a strike nobody has won or lost: None is told apart from no wins."""
    short = attrs.evolve(first_watch(), depth=depth)
    figures = judge_deals(short, range(3), 1, deaf)
    assert (figures["won_by_oracle"], figures["not_won"]) == (None, [])
    assert judge(short, 1).won is None


def test_the_same_figures_for_any_number_of_processes() -> None:
    """Progress is heard for every deal, in order."""
    seeds = range(1, 21)
    heard: list[int] = []
    alone = judge_deals(first_watch(), seeds, 1, deaf)
    assert judge_deals(first_watch(), seeds, 2, heard.append) == alone
    assert heard == list(range(1, 21))
    assert alone["seeds"] == alone["solvable"] == 20


@pytest.mark.usefixtures("analysts")
def test_the_deal_judged_is_the_deal_played() -> None:
    """What the solver calls operatives are those that are opened at the end."""
    verdict = judge(first_watch(), 12)
    opened = stand_in(first_watch(), 12).state.public.network
    assert len(verdict.solution.routes) == sum(1 for _ in opened) - len(recruits(12))
    staged = {step.zone for step in verdict.solution.plan if step.act.name == "STAGE"}
    assert staged == {one.zone for one in opened if one.persona not in recruits(12)}


def recruits(seed: int) -> set[int]:
    """Personas of those who joined after the set-up."""
    secret = stand_in(first_watch(), seed).state.secret
    return {operative.persona for operative in secret.operatives[first_watch().numbers.operatives_low :]}


def test_every_bad_deal_is_listed_with_its_reason() -> None:
    """A deck without enough teams: no deal of it can be won, and the figures say so."""
    poor = attrs.evolve(first_watch(), numbers=attrs.evolve(first_watch().numbers, teams=(1,)))
    figures = judge_deals(poor, range(5, 8), 1, deaf)
    assert (figures["solvable"], figures["unsolvable"]) == (0, [5, 6, 7])
    assert figures["reasons"] == {"5": ["no-team"], "6": ["no-team"], "7": ["no-team"]}


class Terminal(io.StringIO):
    """A standard error that says it is a terminal."""

    def isatty(self) -> bool:
        """It is."""
        return True


def test_the_bar_grows_on_a_terminal_only(monkeypatch: pytest.MonkeyPatch) -> None:
    """It ends full, with a line break, and is not drawn more often than it changes."""
    for total in (3, 40, 1000):
        terminal, pipe = Terminal(), io.StringIO()
        for place in (terminal, pipe):
            monkeypatch.setattr(sys, "stderr", place)
            draw = measuring.progress_bar(total)
            for done in range(1, total + 1):
                draw(done)
        frames = terminal.getvalue().split("\r")[1:]
        assert frames[-1] == f"[{'#' * 40}] {total}/{total} \n"
        assert len(frames) <= 41
        assert pipe.getvalue() == ""
