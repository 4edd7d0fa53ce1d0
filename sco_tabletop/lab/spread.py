"""One piece of work for each seed, in one process or several; results come in the order of the seeds."""

from __future__ import annotations

import os
import sys
import threading
from collections.abc import Callable, Iterable, Sequence
from concurrent.futures import ProcessPoolExecutor
from contextlib import redirect_stderr
from multiprocessing import get_context, resource_tracker
from multiprocessing.context import BaseContext
from typing import Final, TypeVar

T = TypeVar("T")

CHUNK: Final = 4
"""Seeds that a process takes at a time."""


def spread(
    work: Callable[[int], T], seeds: Sequence[int], jobs: int, progress: Callable[[int], None]
) -> list[T]:
    """`work` on every seed; `progress` hears how many are done. The same result for any number of jobs.

    `work` has to be a function of a module, or a partial of one, so that it reaches the other processes. What
    `progress` raises ends the work: what has not begun is dropped.
    """
    if jobs == 1 or len(seeds) == 1:
        return _told(map(work, seeds), progress)
    with ProcessPoolExecutor(min(jobs, len(seeds)), mp_context=_context()) as pool:
        try:
            return _told(pool.map(work, seeds, chunksize=CHUNK), progress)
        except BaseException:
            pool.shutdown(cancel_futures=True)
            raise


def processors() -> int:
    """How many processes can run here at the same time."""
    allowed = getattr(os, "sched_getaffinity", None)
    return len(allowed(0)) if allowed else os.cpu_count() or 1


def _context() -> BaseContext | None:
    """A fork beside other threads (a screen has some) may hang; a fresh process is slower, but never does."""
    if threading.active_count() == 1:
        return None
    # a screen puts an error stream without a file in the place of the real one, and the helper process that
    # fresh ones need wants to inherit a file
    with redirect_stderr(sys.__stderr__):
        resource_tracker.ensure_running()
    return get_context("spawn")


def _told(results: Iterable[T], progress: Callable[[int], None]) -> list[T]:
    found = []
    for result in results:
        found.append(result)
        progress(len(found))
    return found
