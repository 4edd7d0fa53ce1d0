"""Exercise time in words, for everybody."""

from __future__ import annotations


def time_text(seconds: int) -> str:
    """Exercise time as hours, minutes and seconds; a dash where there is none."""
    return f"{seconds // 3600}:{seconds // 60 % 60:02d}:{seconds % 60:02d}" if seconds >= 0 else "-"


def minute_text(minutes: int) -> str:
    """A time of the plan in hours and minutes."""
    return f"{minutes // 60}:{minutes % 60:02d}"
