"""Replay: events are the whole truth, decisions can be repeated, digests agree in every process."""

from __future__ import annotations

import os
import subprocess
import sys
from hashlib import sha256
from pathlib import Path

from sco_tabletop.bots.policy import TIERS
from sco_tabletop.core.apply import apply
from sco_tabletop.core.commands import AnyCommand
from sco_tabletop.core.dice import Dice, draw, stream_key
from sco_tabletop.core.engine import decide, open_exercise
from sco_tabletop.core.events import AnyEvent
from sco_tabletop.core.state import blank_state
from sco_tabletop.lab.exercise import play

from .playout import eventful, playouts, scaled

ROOT = Path(__file__).resolve().parents[2]


def test_fold_is_live_and_decisions_repeat() -> None:
    """Folding all events over a blank state gives the live state; deciding again gives the same events."""
    for steps in playouts(scaled(24), first=500):
        log: list[AnyEvent] = []
        commands: list[AnyCommand] = []
        for step in steps:
            log += step.events
            if step.command is not None:
                commands.append(step.command)
        live = step.state
        folded = blank_state(live.scenario, live.seating, live.secret.seed)
        for event in log:
            apply(folded, event)
        assert folded == live
        again, opened = open_exercise(live.scenario, live.seating, live.secret.seed)
        repeated = [*opened]
        for command in commands:
            happened = decide(again, command)
            assert isinstance(happened, tuple)
            repeated += happened
        assert repeated == log
        assert again == live


def digest() -> str:
    """One number for some playouts and some exercises of the analyst."""
    total = sha256()
    for steps in playouts(4, first=900):
        for step in steps:
            total.update(repr((step.command, step.events)).encode())
    for seed in range(2):
        played = play(eventful(4), dict.fromkeys(range(4), TIERS["analyst"]), seed)
        total.update(repr((played.commands, played.events)).encode())
    return total.hexdigest()


def test_the_digest_is_the_same_in_fresh_processes() -> None:
    """Three processes with three hash seeds play the same exercises to the same events."""
    code = "from tests.core.test_replay import digest; print(digest())"
    found = {
        subprocess.run(
            [sys.executable, "-c", code],
            cwd=ROOT,
            env={**os.environ, "PYTHONHASHSEED": seed},
            capture_output=True,
            text=True,
            check=True,
        ).stdout.strip()
        for seed in ("0", "1", "20191212")
    }
    assert found == {digest()}


def test_dice_are_fixed_vectors() -> None:
    """The generator is SplitMix64 over a counter: first outputs of key 0, and the keys of three streams."""
    assert [draw(0, n) for n in range(3)] == [0xE220A8397B1DCDAF, 0x6E789E6AA1B965F4, 0x06C45D188009454F]
    keys = [stream_key(7, 0, "network"), stream_key(7, 1, "network"), stream_key(8, 0, "network")]
    texts = ("7/0/network", "7/1/network", "8/0/network")
    assert keys == [int.from_bytes(sha256(text.encode()).digest()[:8], "big") for text in texts]


def test_dice_are_uniform() -> None:
    """Each of n outcomes comes as often as the others; certain and impossible chances are exactly that."""
    for n in (2, 3, 7, 10):
        dice = Dice(n)
        counts = [0] * n
        for _ in range(4000):
            counts[dice.below(n)] += 1
        expected = 4000 / n
        assert sum((count - expected) ** 2 / expected for count in counts) < n - 1 + 5 * (2 * n) ** 0.5
    dice = Dice(1)
    assert all(dice.chance(100) and not dice.chance(0) for _ in range(200))
