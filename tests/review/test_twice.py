"""The figures of the review against an independent slow computation, on 100 random exercises."""

from __future__ import annotations

from collections import Counter

import pytest

from sco_tabletop.core.commands import AnyCommand
from sco_tabletop.core.dice import Dice
from sco_tabletop.core.scenario import Scenario
from sco_tabletop.core.view import View
from sco_tabletop.core.words import Phase
from sco_tabletop.review.course import Course
from sco_tabletop.review.flow import follow
from sco_tabletop.review.measures import coordination, exchange, measure
from tests.core.small import scenario
from tests.deciding import analyst
from tests.decks import first_watch
from tests.golden.transcript import by_kind, patient

from .slow import Policy, figures, play_slowly


def fast(course: Course) -> dict[str, object]:
    """The same figures from the log."""
    flow = follow(course)
    measures = measure(flow)
    return {
        "gaps": {f.member.persona: f.gap for f in measures.fortunes if f.gap is not None},
        "able": {p: number for p, (number, _line) in flow.able.items()},
        "named": {p: number for p, (number, _line) in flow.right.items()},
        "lost": measures.lost.value,
        "redundancy": measures.redundancy.value,
        "synchrony": measures.synchrony.value,
        "wrongful": measures.wrongful.value,
        "captured": measures.captured.value,
        "coordination": coordination(flow).value,
        "exchange": exchange(flow).value,
        "longest": measures.withheld[0].rounds if measures.withheld else None,
        "answered": sum(bool(question.answered) for question in flow.questions),
        "asked": len(flow.questions),
    }


def mixed(view: View, noise: Dice) -> AnyCommand:
    """An analyst who now and then does anything else that is legal, but for calling H-hour."""
    if view.public.phase is Phase.TURN and noise.chance(35):
        return by_kind(view, noise)
    return analysts(view, noise)


def analysts(view: View, noise: Dice) -> AnyCommand:
    """Analysts."""
    return analyst(view, noise)


def trusting(view: View, noise: Dice) -> AnyCommand:
    """Analysts who accept low leads and never call H-hour early."""
    return patient(view, noise)


GROUPS: tuple[tuple[str, Scenario | None, Policy, int], ...] = (
    ("every kind of move", None, mixed, 40),
    ("analysts", None, analysts, 30),
    ("patient, low leads accepted", None, trusting, 20),
    ("eight zones", scenario(8), mixed, 10),
)


@pytest.mark.parametrize(("name", "deck", "policy", "games"), GROUPS, ids=[g[0] for g in GROUPS])
def test_the_slow_way_gives_the_same(name: str, deck: Scenario | None, policy: Policy, games: int) -> None:
    """Every figure, every operative; and the exercises reach what the figures are about."""
    seen: Counter[str] = Counter()
    for seed in range(1, games + 1):
        course, slow, state = play_slowly(deck or first_watch(), policy, seed)
        ours, theirs = fast(course), figures(slow, state)
        assert ours == theirs, f"{name}, seed {seed}"
        seen.update(key for key, value in theirs.items() if value)
    assert seen["gaps"] > 0
    assert seen["longest"] > 0
    if policy is mixed:
        assert seen["asked"] > 0
        assert seen["redundancy"] > 0
    if policy is analysts:
        assert min(seen[key] for key in ("named", "able", "captured", "exchange", "synchrony")) > 0
