"""The analyst: values every legal action and takes the best; strikes by forecast, sees the threat late."""

from __future__ import annotations

from ..core.commands import AnyCommand, Name
from ..core.dice import Dice
from .chair import always_goes, analyst_calls
from .estimates import Estimate
from .frame import Options, Tier
from .values import VALUES

NAME_FROM, NAME_LATE = 0.80, 0.70


def names(e: Estimate, option: Name) -> bool:
    """A likely name, whoever else has one."""
    bar = NAME_LATE if e.left <= 1 else NAME_FROM
    return e.right(e.public.index[option.persona], e.zone) >= bar


def by_lot(e: Estimate, options: Options, noise: Dice) -> AnyCommand:  # noqa: ARG001
    """A coin for every dilemma."""
    return noise.pick(options)


ANALYST = Tier(values=VALUES, names=names, calls=analyst_calls, goes=always_goes, answers=by_lot)
