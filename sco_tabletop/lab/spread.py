"""One piece of work for each seed, in one process or several; results come in the order of the seeds."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from concurrent.futures import ProcessPoolExecutor
from typing import Final, TypeVar

T = TypeVar("T")

CHUNK: Final = 4
"""Seeds that a process takes at a time."""


def spread(
    work: Callable[[int], T], seeds: Sequence[int], jobs: int, progress: Callable[[int], None]
) -> list[T]:
    """`work` on every seed; `progress` hears how many are done. The same result for any number of jobs.

    `work` has to be a function of a module, or a partial of one, so that it reaches the other processes.
    """
    if jobs == 1 or len(seeds) == 1:
        return _told(map(work, seeds), progress)
    with ProcessPoolExecutor(min(jobs, len(seeds))) as pool:
        return _told(pool.map(work, seeds, chunksize=CHUNK), progress)


def _told(results: Iterable[T], progress: Callable[[int], None]) -> list[T]:
    found = []
    for result in results:
        found.append(result)
        progress(len(found))
    return found
