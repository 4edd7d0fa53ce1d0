"""The solver against exhaustive search, over the abstract model and over the real engine."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

import pytest

from sco_tabletop.core.flaw import Flaw
from sco_tabletop.core.moving import fewest_moves, moves
from sco_tabletop.core.solvable import solve

from .deals import mite, tiny
from .search import TooLarge, earliest_on_engine, fewest_by_search, fewest_on_engine
from .small import zones

SETTLED = {0: (11, 12, 20, 38), 1: (16, 38, 39, 45)}
"""Seeds of the tiniest deals that a search is through with in a second, by traits of a first look."""
LOOKS = pytest.mark.parametrize("look", [0, 1, 2, 3])


def agreement(seeds: range, limit: int, look: int) -> Counter[str]:
    """How many deals were settled by search; the solver agrees on each of them."""
    tally: Counter[str] = Counter()
    for seed in seeds:
        deal = tiny(seed, first_look=look)
        solution = solve(deal)
        assert not any(fault.flaw is Flaw.TOO_LATE for fault in solution.faults)
        try:
            fewest = fewest_by_search(deal, limit)
        except TooLarge:
            tally["too large"] += 1
            continue
        assert (fewest is not None) is solution.solvable, seed
        assert (fewest or 0) == solution.fewest, seed
        tally["can be won" if fewest else "cannot"] += 1
    print(dict(tally))
    return tally


@LOOKS
def test_fewest_actions_agree_with_search_over_the_model(look: int) -> None:
    """Tiny deals, with and without a way: the same number, and the same ones without any."""
    tally = agreement(range(300), 1000, look)
    assert tally["can be won"] >= 80
    assert tally["cannot"] >= (60 if look else 120)


@LOOKS
@pytest.mark.long
def test_fewest_actions_agree_with_search_over_the_model_in_the_long_run(look: int) -> None:
    """The same over more deals, with more patience."""
    tally = agreement(range(1200), 6000, look)
    assert tally["can be won"] >= 350
    assert tally["too large"] < (300 if look else 240)


def on_engine(seeds: Iterable[int], limit: int, look: int) -> Counter[str]:
    """Fewest actions by real commands, and the earliest round between the solver's two bounds."""
    tally: Counter[str] = Counter()
    for seed in seeds:
        deal, lead = mite(seed, look), seed % 2
        solution = solve(deal)
        if not solution.solvable:
            continue
        try:
            assert fewest_on_engine(deal, limit) == solution.fewest, seed
            tally["fewest"] += 1
        except TooLarge:
            tally["fewest too large"] += 1
        try:
            first = earliest_on_engine(deal, lead, solution.earliest, limit)
        except TooLarge:
            tally["earliest too large"] += 1
            continue
        assert solution.floor <= first <= solution.earliest, seed
        tally["earliest"] += 1
        tally["plan is the quickest"] += first == solution.earliest
        tally["floor is reached"] += first == solution.floor
    print(dict(tally))
    return tally


@pytest.mark.parametrize("look", SETTLED)
def test_fewest_actions_agree_with_search_over_the_engine(look: int) -> None:
    """Real commands, loans and bulletins among them, and nothing does it with fewer actions."""
    tally = on_engine(SETTLED[look], 6000, look)
    assert tally["fewest"] == tally["earliest"] == len(SETTLED[look])


@pytest.mark.parametrize(("look", "earliest"), [(0, 8), (1, 5)])
@pytest.mark.long
def test_fewest_actions_agree_with_search_over_the_engine_in_the_long_run(look: int, earliest: int) -> None:
    """The same over more deals, with more patience."""
    tally = on_engine(range(70), 8000, look)
    assert tally["fewest"] >= 20
    assert tally["earliest"] >= earliest


def brute_moves(near: list[tuple[int, ...]], teams: tuple[int, ...], wanted: tuple[int, ...]) -> int | None:
    """Fewest moves by breadth first over all ways to stand."""
    seen, layer, count = {teams}, [teams], 0
    while layer:
        if any(all(a >= b for a, b in zip(row, wanted, strict=True)) for row in layer):
            return count
        following = []
        for row in layer:
            for one, ends in enumerate(near):
                for other in ends if row[one] else ():
                    moved = tuple(n - (z == one) + (z == other) for z, n in enumerate(row))
                    if moved not in seen:
                        seen.add(moved)
                        following.append(moved)
        layer, count = following, count + 1
    return None


def test_fewest_moves_of_teams() -> None:
    """Against breadth first search: every want of up to four teams on a ring of five and six zones."""
    for count in (5, 6):
        near = [zone.adjacent for zone in zones(count)]
        for code in range(4**count // 3):
            teams = tuple(code * 7 // 3**z % 3 for z in range(count))
            wanted = tuple(code // 4**z % 4 // 2 * (1 + code % 2) for z in range(count))
            if sum(teams) > 5:
                continue
            flow = fewest_moves(near, teams, wanted)
            assert (None if flow is None else moves(flow)) == brute_moves(near, teams, wanted)
