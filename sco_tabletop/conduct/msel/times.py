"""Exercise time as lists write it, and the minute since StartEx that it means.

Knows forms of clock times, days and spreadsheet serials; must not know a row. No calendar is needed: a day is
a text that differs from the day before.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date, timedelta
from fractions import Fraction
from typing import Final

import attrs

DAY: Final = 24 * 60
LATEST: Final = 600
"""The last minute of exercise time that a script can plan."""

LONGEST: Final = 60
"""No time takes more characters to write."""

ELAPSED_BELOW: Final = 3 * 60
"""A list whose earliest time is before three o'clock, and whose times name no day, counts from StartEx: then
0:30 is half an hour."""

_CLOCK: Final = r"(\d{1,2})[:.h](\d{2})(?::\d{2}(?:\.\d+)?)?\s*([ap]m)?"
_MILITARY: Final = r"(\d{2})(\d{2})\s*(?:hrs?|[a-z])?"
_TAIL: Final = re.compile(rf"(?:(.*?)(?:[\s,]+|(?<=\d)t))?(?:{_CLOCK}|{_MILITARY})(?:\s*[-–]\s*\d.*)?")
_SINCE: Final = re.compile(
    r"(?:startex|h|t|h-hour)?\s*\+\s*(?:(\d{1,2}):(\d{2})|(\d{1,2})\s*h\s*(\d{2})?|(\d{1,3})\s*(?:m|min|minutes)?)"
)
_MINUTES: Final = re.compile(r"(\d{1,3})\s*(?:'|m|min|minutes?)?")
_DTG: Final = re.compile(r"(\d{2})(\d{2})(\d{2})\s*[a-z]\s*([a-z]{3})\s*(\d{2,4})?")
_NUMBER: Final = re.compile(r"(?:0|[2-7]\d{4})\.\d{1,20}")
_SERIAL: Final = re.compile(r"[2-7]\d{4}")
_EPOCH: Final = date(1899, 12, 30)


@attrs.frozen
class Moment:
    """A time as written: minutes since midnight if it is of the `clock`, else since StartEx; `day` as far as
    the cell says one."""

    minutes: int
    clock: bool
    day: str = ""


def moment(text: str) -> Moment | None:
    """What the cell says, None if no time can be seen in it."""
    word = " ".join(text.casefold().split())
    if len(word) > LONGEST:
        return None
    if word in ("startex", "start", "h", "h-hour"):
        return Moment(0, clock=False)
    if found := _SINCE.fullmatch(word):
        hours, minutes, own_hours, own_minutes, alone = (int(part or 0) for part in found.groups())
        return Moment((hours + own_hours) * 60 + minutes + own_minutes + alone, clock=False)
    if _NUMBER.fullmatch(word):
        days, rest = divmod(Fraction(word), 1)
        return Moment(int(rest * DAY + Fraction(1, 2)) % DAY, clock=True, day=str(days) if days else "")
    if found := _DTG.fullmatch(word):
        day, hour, minute, month, year = found.groups()
        return _clock(int(hour), int(minute), "", f"{day} {month} {year or ''}")
    if found := _MINUTES.fullmatch(word):
        return Moment(int(found[1]), clock=False)
    if found := _TAIL.fullmatch(word):
        before, hour, minute, half, plain_hour, plain_minute = found.groups()
        return _clock(int(hour or plain_hour), int(minute or plain_minute), half or "", before or "")
    return None


def _clock(hour: int, minute: int, half: str, day: str) -> Moment | None:
    if half and 1 <= hour <= 12:
        hour = hour % 12 + (12 if half == "pm" else 0)
    return Moment(hour * 60 + minute, clock=True, day=day.strip()) if hour < 24 and minute < 60 else None


def story(text: str) -> str:
    """Story time to be read: the serials that spreadsheets leave behind become a date or a time."""
    word = text.strip()
    if _SERIAL.fullmatch(word):
        return (_EPOCH + timedelta(days=int(word))).isoformat()
    found = moment(word) if _NUMBER.fullmatch(word) else None
    if not found:
        return word
    clock = f"{found.minutes // 60:02}:{found.minutes % 60:02}"
    return f"{story(found.day)} {clock}" if found.day else clock


@attrs.frozen
class Scale:
    """How the times of a list become minutes since StartEx: `start` of the clock, on the first of `days`.
    `clock` is False when clock times of the list count from StartEx."""

    clock: bool = False
    start: int = 0
    days: tuple[str, ...] = ("",)

    def minute(self, found: Moment, day: str) -> int:
        """The minute since StartEx; below 0 if the time lies before it."""
        if not (found.clock and self.clock):
            return found.minutes
        return self.days.index(day) * DAY + found.minutes - self.start


def scale(moments: Sequence[tuple[Moment, str, bool]]) -> Scale:
    """The scale of a list, from its times in order: what each says, its day, and whether it is StartEx."""
    clocks = [(found.minutes, day, start) for found, day, start in moments if found.clock]
    dated = any(found.day for found, _day, _start in moments)
    if not clocks or (not dated and min(clocks)[0] < ELAPSED_BELOW):
        return Scale()
    named = [(minutes, day) for minutes, day, start in clocks if start]
    first_day = named[0][1] if named else clocks[0][1]
    opening = named[0][0] if named else min(minutes for minutes, day, _start in clocks if day == first_day)
    days = dict.fromkeys((first_day, *(day for _minutes, day, _start in clocks)))
    return Scale(clock=True, start=opening, days=tuple(days))


def since(minute: int) -> str:
    """Exercise time as a list is given it: `H+0:30`; empty for a minute that is not planned."""
    return f"H+{minute // 60}:{minute % 60:02}" if minute >= 0 else ""
