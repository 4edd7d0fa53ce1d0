"""What a policy is, and the tiers by name.

A policy sees a view and its own noise dice (never the rule dice) and returns one legal command.
"""

from __future__ import annotations

from collections.abc import Callable

from ..core.commands import AnyCommand
from ..core.dice import Dice
from ..core.view import View
from .analyst import choose as analyst
from .chance import choose as chance

Policy = Callable[[View, Dice], AnyCommand]

TIERS: dict[str, Policy] = {"random": chance, "analyst": analyst}


def noise_for(key: int, decision: int) -> Dice:
    """Fresh noise for one decision, so that a resumed exercise goes on as it would have.

    `key`: 64 bits of the bots' own stream; `decision`: how many decisions came before.
    """
    return Dice(key ^ (decision * 0x9E3779B97F4A7C15 & ((1 << 64) - 1)))
