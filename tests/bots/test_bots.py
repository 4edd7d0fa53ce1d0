"""Bots: legal, deterministic, and blind to everything but their view."""

import attrs
import pytest

from sco_tabletop.bots.estimates import Estimate
from sco_tabletop.bots.policy import TIERS, noise_for
from sco_tabletop.core.apply import redact, tell
from sco_tabletop.core.commands import Share, StandBy
from sco_tabletop.core.engine import decide, open_exercise
from sco_tabletop.core.rejection import Rejection
from sco_tabletop.core.scenario import Seating
from sco_tabletop.core.state import observe
from sco_tabletop.core.view import blank_view
from sco_tabletop.core.words import Depth, EndReason, Result
from sco_tabletop.lab.exercise import play
from tests.core.small import NUMBERS, scenario
from tests.decks import first_watch


@pytest.mark.parametrize("tier", sorted(TIERS))
@pytest.mark.parametrize("zones", [4, 8])
def test_bots_play_to_the_end_by_the_rules(tier: str, zones: int) -> None:
    """`play` raises if any command is refused."""
    policies = dict.fromkeys(range(zones), TIERS[tier])
    for seed in range(1, 11):
        assert play(scenario(zones), policies, seed).state.public.result is not None


@pytest.mark.parametrize("tier", sorted(TIERS))
@pytest.mark.parametrize("depth", [Depth.FIND, Depth.INVESTIGATE])
def test_bots_play_the_short_depths(tier: str, depth: Depth) -> None:
    """R10.1: every tier keeps to what is in play, to the last round or a loss."""
    for zones in (4, 8):
        made = attrs.evolve(scenario(zones, attrs.evolve(NUMBERS, rounds=6)), depth=depth)
        for seed in range(1, 9):
            public = play(made, dict.fromkeys(range(zones), TIERS[tier]), seed).state.public
            assert public.reason in (EndReason.ENDEX, EndReason.THREAT, EndReason.TRUST)


@pytest.mark.parametrize("tier", sorted(TIERS))
def test_a_bot_decides_from_what_its_zone_was_told(tier: str) -> None:
    """From a view folded by itself out of the told events, a bot decides the same as in the exercise."""
    state, events = open_exercise(scenario(), Seating(), 11)
    views = [blank_view(state.scenario, state.seating, zone) for zone in range(4)]
    number = 0
    while state.public.result is None:
        for view in views:
            for event in events:
                told = redact(event, view.zone)
                if told is not None:
                    tell(view, told)
        acting = state.public.acting
        command = TIERS[tier](views[acting], noise_for(5, number)).command
        assert command == TIERS[tier](observe(state, acting), noise_for(5, number)).command
        happened = decide(state, command)
        assert not isinstance(happened, Rejection)
        events, number = happened, number + 1


def test_the_ladder_has_rungs() -> None:
    """On fresh deals of the deck the analyst wins often, the random bot as good as never."""
    won = {}
    for tier in ("random", "analyst"):
        policies = dict.fromkeys(range(4), TIERS[tier])
        results = [play(first_watch(), policies, seed).state.public.result for seed in range(9001, 9041)]
        won[tier] = sum(result in (Result.COMPLETE, Result.DECISIVE) for result in results)
    assert won["random"] <= 1
    assert won["analyst"] >= 8


def test_random_never_shares_or_stands_by() -> None:
    """The floor of the ladder has no neighbourly habits."""
    policies = dict.fromkeys(range(4), TIERS["random"])
    commands = play(scenario(), policies, 3).commands
    assert not any(isinstance(command, Share | StandBy) for command in commands)


def test_home_shares_follow_candidates_and_untested_traits() -> None:
    """P(q, y): unchecked registers weigh their size; each trait tested elsewhere but not here quarters it."""
    state, _ = open_exercise(scenario(), Seating(), 1)
    persona = min(state.public.index)
    entry = state.public.index[persona]
    entry.possible, entry.hits, entry.tested = 0b0111, [2, -1, -1, -1], [2, 0, 0, 0]
    entry.held = [0b11, -1, -1, -1]
    shares = Estimate(observe(state, 0)).homes(persona)
    unchecked = 10 / 16
    total = 2 + 2 * unchecked
    assert shares == pytest.approx([2 / total, unchecked / total, unchecked / total, 0])


def test_size_estimate_counts_recruits_and_the_unseen_leader() -> None:
    """N = max(middle of the range + recruitments, known + leader unknown)."""
    state, _ = open_exercise(scenario(), Seating(), 1)
    assert Estimate(observe(state, 0)).size == 5
    state.public.recruited += [1, 2]
    assert Estimate(observe(state, 0)).size == 7
