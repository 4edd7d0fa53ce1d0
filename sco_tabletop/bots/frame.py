"""The frame that all tiers share: names, then the free share, then the action of highest value (bots, 3).

A `Tier` says what a tier values and when it calls; the frame turns that into one legal command.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence

import attrs

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
    Withdraw,
)
from ..core.dice import Dice
from ..core.legal import lead_waits, legal
from ..core.words import Depth, Phase
from .chair import worth_committing
from .estimates import Estimate
from .reasons import Choice, reason_for

SHARE_FROM = 0.25
Options = Sequence[AnyCommand]


@attrs.frozen
class Tier:
    """How a tier plays. `noise` is in thousandths; `late_share` is the chance in per cent that the free share
    is used, and then only after the last action (100 and early otherwise)."""

    values: Mapping[type, Callable[..., float]]
    names: Callable[[Estimate, Name], bool]
    calls: Callable[[Estimate], bool]
    goes: Callable[[Estimate], bool]
    answers: Callable[[Estimate, Options, Dice], AnyCommand]
    noise: int = 20
    late_share: int = 0
    accepts_leads: bool = False
    careful: bool = False
    """Withdraws doubtful names, discards what contradicts, asks for what it lacks."""


def choose(
    tier: Tier,
    e: Estimate,
    noise: Dice,
    without: Collection[type] = (),
) -> Choice:
    """One legal command for the decision that is due; `without`: kinds of commands never used."""
    zone, phase = e.zone, e.public.phase
    match phase:
        case Phase.INJECT:
            return Choice(DrawInject(zone))
        case Phase.CALL:
            return Choice(CallHour(zone, call=tier.calls(e)))
        case Phase.GO:
            return Choice(GoNoGo(zone, go=tier.goes(e)))
        case Phase.COMMIT:
            return Choice(Commit(zone, worth_committing(e)))
        case Phase.CHOICE:
            options = [o for o in legal(e.view) if isinstance(o, ChooseOption)]
            return Choice(tier.answers(e, options, noise))
        case _:
            return turn(tier, e, noise, without)


def turn(tier: Tier, e: Estimate, noise: Dice, without: Collection[type]) -> Choice:
    """One decision of the own turn."""
    if lead_waits(e.view):
        return Choice(AnswerLead(e.zone, accept=tier.accepts_leads))
    options = [o for o in legal(e.view) if type(o) not in without]
    for option in options:
        if isinstance(option, Name) and tier.names(e, option):
            return Choice(option, reason_for(option))
    if tier.careful:
        second_thought = reconsider(e, options)
        if second_thought:
            return Choice(second_thought)
    spent = e.public.zones[e.zone].actions == 0
    if not tier.late_share or (spent and noise.chance(tier.late_share)):
        share = best_share(e, options)
        if share:
            return share
    return best_action(tier, e, options, noise) or Choice(EndTurn(e.zone))


def reconsider(e: Estimate, options: Options) -> AnyCommand | None:
    """Withdraw a name that is probably wrong, drop what contradicts, ask for a file once a turn."""
    asked = e.public.zones[e.zone].requests < e.view.scenario.numbers.requests
    best, worth = None, 0.0
    for option in options:
        if isinstance(option, Withdraw):
            entry = e.public.index[option.persona]
            if entry.named.bit_count() > 1 and e.doubt(entry, e.zone) > 0.9:
                return option
        elif isinstance(option, Discard):
            if e.contradicted(option.persona, option.category):
                return option
        elif isinstance(option, Ask) and not asked and option.category < 0:
            value = e.request(option.persona, option.to)
            if value > worth:
                best, worth = option, value
    return best


def best_share(e: Estimate, options: Options, least: float = SHARE_FROM) -> Choice | None:
    """The file and zone of highest worth, if it is worth more than `least`."""
    best, second, worth = None, None, least
    for option in options:
        if isinstance(option, Share):
            file = e.view.seat.files[option.persona]
            worth_a_look = file.held or file.links or e.view.scenario.depth is Depth.FIND
            value = e.share(option.persona, option.to) if worth_a_look else 0.0
            if value > worth:
                best, second, worth = option, best, value
    return Choice(best, reason_for(best, second)) if best else None


def best_action(tier: Tier, e: Estimate, options: Options, noise: Dice) -> Choice | None:
    """The action of highest value plus a little noise; ties by kind, then lowest id."""
    ranked: list[tuple[float, int, AnyCommand]] = []
    order = -1
    for option in options:
        value_of = tier.values.get(type(option))
        if value_of is not None:
            order -= 1
            value = value_of(e, option)
            ranked.append((value + tier.noise * noise.below(1000) / 1_000_000, order, option))
    if not ranked:
        return None
    best = max(ranked, key=_rank)
    others = [r for r in ranked if r[0] > 0 and _differs(r[2], best[2])]
    beat = max(others, key=_rank)[2] if others else None
    return Choice(best[2], reason_for(best[2], beat))


def _rank(ranked: tuple[float, int, AnyCommand]) -> tuple[float, int]:
    return ranked[0], ranked[1]


def _differs(one: AnyCommand, other: AnyCommand) -> bool:
    """True if two moves are of different kinds, or on different personas."""
    return type(one) is not type(other) or getattr(one, "persona", -1) != getattr(other, "persona", -1)
