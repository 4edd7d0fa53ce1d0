"""The trail of an exercise: where it stood after each entry, and which entries still stand after rewinds.

Knows entries and two public events; must not know the state, files or lines.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable

from ..core.events import AnyEvent, ExerciseEnded, RoundBegan
from .save import At, Entry, Opened, Rewound


class Trail:
    """Follows entries one by one. `standing` holds the numbers of those that still count, ascending."""

    def __init__(self, entries: Iterable[Entry] = ()) -> None:
        self.standing: list[int] = []
        self.rewinds = 0
        self._ats: list[At] = []
        for entry in entries:
            self.add(entry)

    @property
    def count(self) -> int:
        """How many entries there are; the number of the newest."""
        return len(self._ats)

    def at(self, entry: Entry) -> At:
        """Where the exercise will stand after `entry` if it comes next; raises ValueError if it cannot."""
        if isinstance(entry, Opened) != (self.count == 0):
            raise ValueError("the set-up is the first entry, and only the first")
        if isinstance(entry, Rewound):
            self._place(entry.to)
        before = self._ats[entry.to - 1] if isinstance(entry, Rewound) else self._last()
        return _advance(before, entry.events)

    def add(self, entry: Entry) -> At:
        """Take the next entry, see `at`. A rewind stays in the history only if something happened with it."""
        at = self.at(entry)
        self._ats.append(at)
        if isinstance(entry, Rewound):
            del self.standing[self._place(entry.to) + 1 :]
            self.rewinds += entry.beyond
        if not isinstance(entry, Rewound) or entry.events:
            self.standing.append(self.count)
        return at

    def where(self, number: int) -> At:
        """Where the exercise stood after the entry with this number."""
        return self._ats[number - 1]

    def _last(self) -> At:
        return self._ats[-1] if self._ats else At()

    def _place(self, number: int) -> int:
        place = bisect_left(self.standing, number)
        if place == len(self.standing) or self.standing[place] != number:
            raise ValueError(f"no entry {number} stands")
        return place


def _advance(at: At, events: Iterable[AnyEvent]) -> At:
    for event in events:
        if isinstance(event, RoundBegan):
            at = At(event.round, at.result)
        elif isinstance(event, ExerciseEnded):
            at = At(at.round, event.result)
    return at
