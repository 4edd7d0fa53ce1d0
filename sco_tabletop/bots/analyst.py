"""The analyst: values every legal action and takes the best; strikes by forecast and ignores the threat."""

from __future__ import annotations

from ..core.commands import (
    AnswerLead,
    AnyCommand,
    CallHour,
    ChooseOption,
    Commit,
    DrawInject,
    EndTurn,
    GoNoGo,
    Name,
    Share,
)
from ..core.dice import Dice
from ..core.legal import lead_waits, legal
from ..core.view import View
from ..core.words import Phase
from .chair import forecast, worth_committing
from .estimates import Estimate
from .values import ORDER, VALUES

SHARE_FROM = 0.25
NAME_FROM, NAME_LATE = 0.80, 0.70
NOISE = 0.02


def choose(view: View, noise: Dice) -> AnyCommand:
    """One legal command for the decision that is due."""
    zone, phase = view.zone, view.public.phase
    if phase is Phase.INJECT:
        return DrawInject(zone)
    if phase is Phase.CALL:
        return CallHour(zone, call=would_call(view))
    if phase is Phase.GO:
        return GoNoGo(zone, go=True)
    if phase is Phase.COMMIT:
        return Commit(zone, worth_committing(view))
    if phase is Phase.CHOICE:
        return noise.pick([o for o in legal(view) if isinstance(o, ChooseOption)])
    return turn(view, noise)


def would_call(view: View) -> bool:
    """The leader likely, and enough captures expected for a decisive result."""
    now = forecast(view, Estimate(view).size)
    return now.leader >= 0.6 and now.expected >= now.need - 0.1


def turn(view: View, noise: Dice) -> AnyCommand:
    """Names, then the free share, then the best action; a low lead is refused."""
    if lead_waits(view):
        return AnswerLead(view.zone, accept=False)
    options, e = legal(view), Estimate(view)
    bar = NAME_LATE if e.left <= 1 else NAME_FROM
    for option in options:
        if isinstance(option, Name) and e.right(view.public.index[option.persona], view.zone) >= bar:
            return option
    share = best_share(e, options)
    if share:
        return share
    return best_action(e, options, noise) or EndTurn(view.zone)


def best_share(e: Estimate, options: tuple[AnyCommand, ...]) -> Share | None:
    """The file and zone of highest worth, if it is worth anything."""
    best, worth = None, SHARE_FROM
    for option in options:
        if isinstance(option, Share):
            file = e.view.seat.files[option.persona]
            value = e.share(option.persona, option.to) if file.held or file.links else 0.0
            if value > worth:
                best, worth = option, value
    return best


def best_action(e: Estimate, options: tuple[AnyCommand, ...], noise: Dice) -> AnyCommand | None:
    """The action of highest value plus a little noise; ties by kind, then lowest id."""
    best: AnyCommand | None = None
    top: tuple[float, int] = (0.0, 0)
    for option in options:
        value_of = VALUES.get(type(option))
        if value_of is None:
            continue
        rank = (value_of(e, option) + NOISE * noise.below(1000) / 1000, -ORDER[type(option)])
        if best is None or rank > top:
            best, top = option, rank
    return best
