"""The pace of a facilitated exercise: when time must be kept for the hot wash. Minutes of exercise time."""

from __future__ import annotations

from typing import Final

REMINDERS: Final = {60: 40, 90: 60, 120: 85}
"""Of so many planned minutes, the minute at which the facilitator is reminded (practice)."""


def reminder_minute(minutes: int) -> int:
    """When the facilitator is reminded of the hot wash; two thirds where practice has no number."""
    return REMINDERS.get(minutes, minutes * 2 // 3)


def minutes_left(minutes: int, clock: int) -> int:
    """Whole minutes to the planned end at this exercise time in seconds, rounded up; negative beyond it."""
    return -((clock - minutes * 60) // 60)
