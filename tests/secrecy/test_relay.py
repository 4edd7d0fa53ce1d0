"""Hot-seat on the real screens: nobody sees what only another seat, or nobody, may know."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest
from textual.pilot import Pilot

from sco_tabletop.core.events import (
    EVENT_TYPES,
    DiceForked,
    MainPlotFired,
    PracticeMarked,
    Told,
)
from sco_tabletop.core.words import Depth, Phase
from sco_tabletop.record.read import read
from sco_tabletop.record.save import Rewound
from sco_tabletop.record.verify import Exact, verify
from tests.tui.helper import tell

from .relay import Watch, play, sit_down

NEVER = (DiceForked, PracticeMarked, MainPlotFired)
"""Nobody goes back beyond the barrier at a shared table; the marked main plot has a date that is no round."""
PHASES = tuple(phase for phase in Phase if phase is not Phase.OVER)


def run(
    folder: Path, players: int, zones: int, rounds: int, seed: int, depth: Depth = Depth.FULL, **more: object
) -> Watch:
    """One random exercise with people, looked at after every key."""
    session = sit_down(folder, players, zones, rounds, seed, depth, **more)
    watch = Watch(session)

    async def story(pilot: Pilot[None]) -> None:
        await play(pilot, watch, seed, 4000, leaving=seed % 2 == 1)

    app = tell(folder, story, session, (80, 24))
    assert app.return_code in (None, 0)
    for entry in session._entries:
        watch.counts.update(f"event: {type(event).__name__}" for event in entry.events)
        watch.counts["calls taken back"] += isinstance(entry, Rewound)
    assert isinstance(verify(read(session.path)), Exact)
    return watch


def test_nobody_sees_what_another_seat_knows(tmp_path: Path) -> None:
    """Four players who leave and come back, forty hand-overs and more; what was reached is printed."""
    watch = run(tmp_path, players=4, zones=4, rounds=14, seed=11)
    print(dict(sorted(watch.counts.items())))
    assert not watch.findings
    assert watch.counts["ends"] == 1
    assert watch.counts["hand-overs"] >= 40
    assert watch.counts["own words"] > 400
    assert watch.counts["screen: PeopleScreen"]
    for phase in PHASES:
        assert watch.counts[f"phase: {phase.value}"], phase
    for kind in EVENT_TYPES:
        if kind.told is Told.ZONE:
            assert watch.counts[f"event: {kind.__name__}"], kind


@pytest.mark.long
def test_two_to_eight_players(tmp_path: Path) -> None:
    """Every size of table and every depth, with bots or nobody in the zones left over, people leaving and
    coming back."""
    counts: Counter[str] = Counter()
    for seed, players in enumerate((2, 3, 4, 5, 6, 7, 8)):
        folder = tmp_path / str(players)
        bots = "analyst" if seed % 2 else ""
        watch = run(folder, players, 8 if players > 3 else 4, 12 if players < 5 else 9, seed, bots=bots)
        assert not watch.findings, players
        assert players < 4 or watch.counts["hand-overs"] >= 40
        counts += watch.counts
    counts += run(tmp_path / "lucky", players=4, zones=4, rounds=11, seed=5).counts
    for seed, depth in enumerate((Depth.FIND, Depth.INVESTIGATE), 7):
        watch = run(tmp_path / depth.value, players=4, zones=4, rounds=14, seed=seed, depth=depth)
        assert not watch.findings, depth
        assert watch.counts["ends"] == 1
        assert watch.counts["hand-overs"] >= 40
        counts += watch.counts
    print(dict(sorted(counts.items())))
    for kind in EVENT_TYPES:
        assert bool(counts[f"event: {kind.__name__}"]) == (kind not in NEVER), kind
    assert counts["calls taken back"]
