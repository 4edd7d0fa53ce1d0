"""Tiers as functions that give the bare command, for tests that drive exercises themselves."""

from collections.abc import Callable

from sco_tabletop.bots.policy import TIERS
from sco_tabletop.core.commands import AnyCommand
from sco_tabletop.core.dice import Dice
from sco_tabletop.core.view import View

Deciding = Callable[[View, Dice], AnyCommand]


def deciding(tier: str) -> Deciding:
    """What a tier decides, without its reason."""
    policy = TIERS[tier]
    return lambda view, noise: policy(view, noise).command


analyst = deciding("analyst")
