"""What follows from the tracks: one function for each figure, asked by the rules and by who explains them.

From the public board and the deck's numbers alone; per cent and points are whole numbers.
"""

from __future__ import annotations

from .board import Public
from .scenario import Numbers


def influence_total(public: Public) -> int:
    """The influence of all zones together; its mean is this over their number."""
    return sum(board.influence for board in public.zones)


def influence_threat(public: Public, numbers: Numbers) -> int:
    """What the mean influence adds to the threat a round, compared exactly (R1.4, R1.5)."""
    total, count = influence_total(public), len(public.zones)
    return max((s.threat for s in numbers.influence_steps if 10 * total >= s.tenths * count), default=0)


def escape_percent(public: Public, numbers: Numbers) -> int:
    """The chance that a struck operative escapes at the present alert (R1.4, R7.1)."""
    return max((step.chance for step in numbers.escape_steps if public.alert >= step.alert), default=0)


def slip_percent(public: Public, numbers: Numbers) -> int:
    """The chance a round that a located operative without a team slips away (R6.9)."""
    return numbers.slip_base + numbers.slip_per_alert * public.alert


def trace_fade(public: Public, numbers: Numbers) -> int:
    """By how many points traces are rarer at the present alert (R1.3)."""
    return numbers.trace_per_alert * public.alert
