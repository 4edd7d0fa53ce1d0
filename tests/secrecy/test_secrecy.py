"""Secrecy: a seat knows the fold of what it was told, and nothing secret is in it."""

from __future__ import annotations

from collections import Counter
from itertools import chain

from sco_tabletop.core.events import EVENT_TYPES
from tests.core.playout import conducted_playouts, playouts, scaled, short_playouts

from .audience import audience_findings, written
from .twins import CHANGES, twin_findings
from .watch import canary_findings, fold_findings
from .worlds import exercises, short_exercises


def test_what_a_seat_knows_is_what_it_was_told() -> None:
    """For every seat at every step: an independent fold of the told events equals the observation."""
    counts: Counter[str] = Counter()
    for steps in chain(exercises(scaled(5)), short_exercises(scaled(4))):
        assert not fold_findings(steps, counts)
    print(f"fold: {dict(counts)}")
    assert counts["compared"] > 5000
    assert counts["told"] > 10_000


def test_the_audience_table_is_what_the_code_declares() -> None:
    """The table written by hand in the manual and the declarations in the code say the same."""
    assert not audience_findings()
    rows = written()
    assert len(rows) == len(EVENT_TYPES) == len({name for name, _, _ in rows})
    assert all(len(says) > 10 for _, _, says in rows)


def test_twin_worlds_look_the_same() -> None:
    """Worlds that told a seat the same give it the same view, options, odds, refusals, advice and undo."""
    counts: Counter[str] = Counter()
    walks = (playouts(scaled(9), first=700), short_playouts(scaled(4), first=700))
    for steps in chain(*walks, conducted_playouts(scaled(4), first=700)):
        assert not twin_findings(steps, counts)
    print(f"twins: {dict(counts)}")
    assert counts.keys() == CHANGES.keys()
    assert sum(counts.values()) > 1000
    assert min(counts.values()) >= 5


def test_no_canary_is_seen() -> None:
    """Names of other registers, undiscovered personas, undrawn cards, the date: in nothing a seat is told."""
    counts: Counter[str] = Counter()
    for steps in chain(exercises(scaled(4), first=40), short_exercises(scaled(4), first=40)):
        assert not canary_findings(steps, counts)
    print(f"canaries: {dict(counts)}")
    assert counts["events"] > 5000
    assert counts["views"] > 300
    assert counts["watched"] > 100_000
    assert counts["dates"] > 1000
