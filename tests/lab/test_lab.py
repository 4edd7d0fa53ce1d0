"""Measurement: known intervals, and one digest in every process."""

import os
import subprocess
import sys
import threading
import time
from functools import partial
from pathlib import Path

import pytest

from sco_tabletop.lab.simulate import simulate, wilson
from sco_tabletop.lab.spread import spread
from tests.decks import first_watch


@pytest.mark.parametrize(
    ("won", "games", "low", "high"),
    [(0, 10, 0.0, 0.2775), (5, 10, 0.2366, 0.7634), (10, 10, 0.7225, 1.0), (81, 263, 0.2553, 0.3662)],
)
def test_wilson_interval(won: int, games: int, low: float, high: float) -> None:
    """Against published values (81 of 263: Newcombe 1998)."""
    assert wilson(won, games) == pytest.approx((low, high), abs=1e-4)


def test_progress_is_heard() -> None:
    """One call a game, in order."""
    heard: list[int] = []
    simulate(first_watch(), "random", 4, 1, heard.append)
    assert heard == [1, 2, 3, 4]


def test_jobs_change_nothing_but_the_time() -> None:
    """The same figures from one process and from two."""
    figures = [simulate(first_watch(), "rookie", 9, 1, lambda _: None, jobs) for jobs in (1, 2)]
    for one in figures:
        del one["seconds"], one["decisions_per_second"]
    assert figures[0] == figures[1]


@pytest.mark.parametrize("tier", ["random", "rookie", "analyst", "veteran"])
def test_a_forbidden_action_is_never_used(tier: str) -> None:
    """--without: not once, and everything else goes on."""
    figures = simulate(first_watch(), tier, 4, 1, lambda _: None, forbidden=("lend", "analyse"))
    assert figures["actions"]["lend"] == figures["actions"]["analyse"] == 0
    assert figures["actions"]["monitor"] > 0


def slow_double(seed: int) -> int:
    """A piece of work that takes a moment."""
    time.sleep(0.02)
    return 2 * seed


def leave_a_mark(folder: Path, seed: int) -> int:
    """A piece of work that can be counted."""
    (folder / str(seed)).touch()
    return slow_double(seed)


def test_what_progress_raises_ends_the_work(tmp_path: Path) -> None:
    """Two processes, 400 pieces: stopped at the third, most of them are never begun."""
    heard: list[int] = []

    def stop(done: int) -> None:
        heard.append(done)
        if done == 3:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        spread(partial(leave_a_mark, tmp_path), range(400), 2, stop)
    assert heard == [1, 2, 3]
    assert 3 <= len(list(tmp_path.iterdir())) < 200


def test_beside_other_threads_the_work_is_the_same() -> None:
    """A screen counts in a thread; the processes are fresh ones then."""
    found: list[int] = []
    thread = threading.Thread(target=lambda: found.extend(spread(slow_double, range(6), 2, lambda _: None)))
    thread.start()
    thread.join()
    assert found == [0, 2, 4, 6, 8, 10]


def test_one_digest_in_fresh_processes_with_three_hash_seeds() -> None:
    """Deterministic: the order of sets and dicts, and the process, do not matter."""
    code = (
        "from sco_tabletop.content import load, locate\n"
        "from sco_tabletop.lab.simulate import simulate\n"
        "print(simulate(load(locate('first-watch')), 'analyst', 5, 1, lambda n: None)['digest'])\n"
    )
    digests = set()
    for hash_seed in ("0", "1", "4242"):
        environment = {**os.environ, "PYTHONHASHSEED": hash_seed}
        done = subprocess.run(
            [sys.executable, "-c", code], env=environment, capture_output=True, text=True, check=True
        )
        digests.add(done.stdout)
    assert len(digests) == 1
