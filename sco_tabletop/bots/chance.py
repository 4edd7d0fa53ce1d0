"""The random tier: a legal kind by lot, then one of it. The floor of the ladder, never a good neighbour."""

from __future__ import annotations

from collections.abc import Callable, Collection

from ..core.commands import (
    AnswerLead,
    AnyCommand,
    Ask,
    CallHour,
    ChooseOption,
    Commit,
    Discard,
    DrawInject,
    EndTurn,
    GoNoGo,
    Name,
    Share,
    StandBy,
    Withdraw,
)
from ..core.dice import Dice
from ..core.legal import legal
from ..core.view import View
from ..core.words import Phase
from .reasons import Choice

CALLS_PERCENT = 4
LEFT_ALONE = (StandBy, Share, Discard, Withdraw, Ask, EndTurn, AnswerLead)


def choose(view: View, noise: Dice) -> Choice:
    """One legal command. Names whenever it can, never shares, calls with 4 %, always goes."""
    return Choice(decide(view, noise, LEFT_ALONE))


def without(kinds: Collection[type]) -> Callable[[View, Dice], Choice]:
    """The same, never using some kinds of commands."""
    left_alone = (*LEFT_ALONE, *kinds)
    return lambda view, noise: Choice(decide(view, noise, left_alone))


def decide(view: View, noise: Dice, left_alone: tuple[type, ...]) -> AnyCommand:
    """The command that is due."""
    zone, phase = view.zone, view.public.phase
    if phase is Phase.INJECT:
        return DrawInject(zone)
    if phase is Phase.CALL:
        return CallHour(zone, call=noise.chance(CALLS_PERCENT))
    if phase is Phase.GO:
        return GoNoGo(zone, go=True)
    options = legal(view)
    if phase is Phase.CHOICE:
        return noise.pick([o for o in options if isinstance(o, ChooseOption)])
    if phase is Phase.COMMIT:
        return next(o for o in options if isinstance(o, Commit))
    return turn(options, noise, left_alone)


def turn(options: tuple[AnyCommand, ...], noise: Dice, left_alone: tuple[type, ...]) -> AnyCommand:
    """A decision of the own turn."""
    for option in options:
        if isinstance(option, Name) or (isinstance(option, AnswerLead) and option.accept):
            return option
    kinds: dict[str, list[AnyCommand]] = {}
    for option in options:
        if not isinstance(option, left_alone):
            kinds.setdefault(type(option).__name__, []).append(option)
    if not kinds:
        return next(o for o in options if isinstance(o, EndTurn))
    return noise.pick(kinds[noise.pick(sorted(kinds))])
