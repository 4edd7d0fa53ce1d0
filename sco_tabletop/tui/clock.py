"""A soft timer: counts down, reminds once, never acts. Knows minutes and the clock of the machine only."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import Final

from ..core.words import Phase
from ..i18n import _
from ..session.session import Session
from .text import Line, clip, line, width

CONFERENCE_MINUTES: Final = 5
"""When the exercise has no timer of its own."""


class Clock:
    """Not running until it is started. `now` gives seconds that only grow."""

    def __init__(self, now: Callable[[], float] = time.monotonic) -> None:
        self._now = now
        self._end: float | None = None
        self._said = False
        self._turn: tuple[int, int] | None = None

    @property
    def running(self) -> bool:
        """True from the start until it is stopped, also past its end."""
        return self._end is not None

    def start(self, minutes: int) -> None:
        """Count down from so many minutes."""
        self._end, self._said = self._now() + 60 * minutes, False

    def stop(self) -> None:
        """No timer."""
        self._end = None

    def turn(self, session: Session) -> None:
        """Start it with every turn of a person, if the exercise has a timer; stop it otherwise."""
        own = session.human_turn and session.phase is Phase.TURN
        turn = (session.round, session.acting) if own and session.timer else None
        if turn == self._turn:
            return
        self._turn = turn
        if turn is None:
            self.stop()
        else:
            self.start(session.timer)

    def left(self) -> int | None:
        """Whole seconds left, 0 when it ran out; None without a timer."""
        return None if self._end is None else max(0, round(self._end - self._now()))

    def ran_out(self) -> bool:
        """True once, when the end is reached."""
        if self._said or self.left() != 0:
            return False
        self._said = True
        return True


def with_clock(of: Line, left: int | None, columns: int) -> Line:
    """A line with the time left at its end; the rest gives way."""
    if left is None:
        return of
    text = _("  time {minutes}:{seconds:02d}").format(minutes=left // 60, seconds=left % 60)
    clock = line((text, "lead" if left else "alarm"))
    return clip(of, columns - width(clock)) + clock
