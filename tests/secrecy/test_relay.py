"""Hot-seat on the real screens: nobody sees what only another seat, or nobody, may know."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest
from textual.pilot import Pilot

from sco_tabletop.core.events import (
    EVENT_TYPES,
    DiceForked,
    DrawPassed,
    InjectAnnounced,
    InjectDelivered,
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

FACILITATED = (InjectAnnounced, InjectDelivered, DrawPassed)
"""Nobody delivers anything at a table without a facilitator."""
NEVER = (DiceForked, PracticeMarked, MainPlotFired, *FACILITATED)
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
    """Four players who leave and come back; what was reached is printed. As many exercises as it takes to
    meet every phase, every event that only one zone is told, and forty hand-overs in one of them."""
    private = [
        f"event: {kind.__name__}"
        for kind in EVENT_TYPES
        if kind.told is Told.ZONE and kind not in FACILITATED
    ]
    wanted = [*private, *(f"phase: {phase.value}" for phase in PHASES), "screen: PeopleScreen"]
    counts: Counter[str] = Counter()
    most = 0
    for seed in (17, 23, 11, 13, 15, 19):
        watch = run(tmp_path / str(seed), players=4, zones=4, rounds=14, seed=seed)
        assert not watch.findings
        assert watch.counts["ends"] == 1
        assert watch.counts["own words"] > 100
        counts += watch.counts
        most = max(most, watch.counts["hand-overs"])
        if most >= 40 and all(counts[name] for name in wanted):
            break
    print(most, dict(sorted(counts.items())))
    assert most >= 40
    assert counts["own words"] > 400
    assert [name for name in wanted if not counts[name]] == []


def short(folder: Path, depth: Depth) -> Counter[str]:
    """Four players at a short depth: exercises until forty hand-overs are met in one of them. People who
    leave may stay away for most of one, so that the same hands keep the keyboard."""
    counts: Counter[str] = Counter()
    most = 0
    for seed in (9, 7, 8, 11):
        watch = run(folder / f"{depth.value}-{seed}", players=4, zones=4, rounds=14, seed=seed, depth=depth)
        assert not watch.findings, depth
        assert watch.counts["ends"] == 1
        counts += watch.counts
        most = max(most, watch.counts["hand-overs"])
        if most >= 40:
            break
    assert most >= 40, depth
    return counts


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
    counts += short(tmp_path, Depth.FIND) + short(tmp_path, Depth.INVESTIGATE)
    print(dict(sorted(counts.items())))
    for kind in EVENT_TYPES:
        assert bool(counts[f"event: {kind.__name__}"]) == (kind not in NEVER), kind
    assert counts["calls taken back"]
