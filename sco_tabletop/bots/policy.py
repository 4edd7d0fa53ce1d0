"""What a policy is, and the tiers by name.

A policy sees a view and its own noise dice (never the rule dice) and returns one legal command
with its reason.
"""

from __future__ import annotations

from collections.abc import Callable, Collection

from ..core.dice import Dice
from ..core.view import View
from . import chance
from .analyst import ANALYST
from .estimates import Estimate
from .frame import Tier, choose
from .reasons import Choice
from .rookie import ROOKIE
from .veteran import VETERAN

Policy = Callable[[View, Dice], Choice]
THINKING: dict[str, Tier] = {"rookie": ROOKIE, "analyst": ANALYST, "veteran": VETERAN}


def policy(tier: Tier, without: Collection[type] = ()) -> Policy:
    """The policy of a tier; `without`: kinds of commands that it never uses."""

    def decide(view: View, noise: Dice) -> Choice:
        return choose(tier, Estimate(view), noise, without)

    return decide


TIERS: dict[str, Policy] = {
    "random": chance.choose,
    **{name: policy(tier) for name, tier in THINKING.items()},
}


def without(tier: str, kinds: Collection[type]) -> Policy:
    """A tier that never uses some kinds of commands."""
    if tier in THINKING:
        return policy(THINKING[tier], kinds)
    return chance.without(kinds)


def noise_for(key: int, decision: int) -> Dice:
    """Fresh noise for one decision, so that a resumed exercise goes on as it would have.

    `key`: 64 bits of the bots' own stream; `decision`: how many decisions came before.
    """
    return Dice(key ^ (decision * 0x9E3779B97F4A7C15 & ((1 << 64) - 1)))
