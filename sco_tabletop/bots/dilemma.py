"""What an option of a card is worth to the chair, in actions, by the state of play (R8.8, R8.10).

From the chair's view alone. Tables are cumulative, so that a step is worth more where it tips something.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from ..core.commands import AnyCommand, ChooseOption
from ..core.dice import Dice
from ..core.rules.injects import running_loans
from ..core.scenario import Effect, EffectKind, Option, Who
from ..core.words import ALL_TRAITS, COMMANDER, Track
from .estimates import Estimate
from .frame import Options

ALERT: Final = (0.0, 0.1, 0.3, 0.55, 0.85, 1.2, 1.6, 2.5, 2.9, 3.9, 4.1)
"""What an alert costs, 0..10: fewer traces, more who slip away, escapes from 7 and 9 on (R1.4)."""
TRUST: Final = (5.0, 2.4, 1.4, 0.8, 0.45, 0.25, 0.1, 0.05, 0.0)
"""What is missing of public trust, 0..8: at 0 the exercise is lost, and a wrongful detention takes 3."""


def best_option(e: Estimate, options: Options, noise: Dice) -> AnyCommand:
    """The option of highest worth; `noise` settles what is as good as equal."""
    card = next(card for card in e.view.scenario.cards if card.id == e.public.card)
    ranked = [
        (worth(e, card.options[option.option]) + noise.below(50) / 1000, -place, option)
        for place, option in enumerate(options)
        if isinstance(option, ChooseOption)
    ]
    return max(ranked, key=lambda r: (r[0], r[1]))[2]


def worth(e: Estimate, option: Option) -> float:
    """What the effects of an option add up to, in actions."""
    return sum(WORTH[effect.kind](e, effect) for effect in option.effects)


def track(e: Estimate, effect: Effect) -> float:
    """Alert and public trust, by where they stand."""
    table: tuple[float, ...]
    if effect.track is Track.TRUST:
        table, now, top = TRUST, e.public.trust, e.view.scenario.numbers.trust
    else:
        table, now, top = ALERT, e.public.alert, e.view.scenario.numbers.alert_max
    after = max(0, min(top, now + effect.amount))
    last = len(table) - 1
    return table[min(now, last)] - table[min(after, last)]


def influence(e: Estimate, effect: Effect) -> float:
    """As many steps as there is room for, each worth what Counsel is."""
    now = e.zone_influence(effect.who)
    top = e.view.scenario.numbers.influence_max
    steps = max(-now, min(top - now, effect.amount))
    return -steps * (0.1 + 0.9 * e.press) if e.left else 0.0


def preparation(e: Estimate, effect: Effect) -> float:
    """By how much is there to lose, how near a plot is, and whether it could still fire."""
    numbers, prepared = e.view.scenario.numbers, e.public.prepared
    steps = max(float(-prepared), effect.amount)
    if e.left < numbers.plot_fuse:
        return -steps * 0.05
    return -steps * (0.65 if prepared >= numbers.preparation_needed - 3 else 0.45)


def actions(e: Estimate, effect: Effect) -> float:
    """An action is worth more where files wait for it."""
    waiting = len(e.open_files()) if _is_own(e, effect) else 2
    return effect.amount * (0.35 + 0.15 * min(3, waiting)) * (1.0 if e.left else 0.6)


def contact_lost(e: Estimate, effect: Effect) -> float:  # noqa: ARG001
    """One operative by lot: lost if he is located and no team stands at his door."""
    at_risk = sum((entry.located & ~entry.staged).bit_count() for entry in e.public.index.values())
    return -1.2 * at_risk / e.size * (2.0 if e.left <= 1 else 1.0)


def lead(e: Estimate, effect: Effect) -> float:
    """A true trait, if a file is open for it."""
    if _is_own(e, effect):
        return 1.2 if e.open_files() else 0.0
    wanting = 0
    for entry in e.public.index.values():
        wanting |= sum(
            1 << zone for zone, held in enumerate(entry.held) if 0 <= held < ALL_TRAITS and not entry.named
        )
    return wanting.bit_count() / len(e.public.zones)


def low_lead(e: Estimate, effect: Effect) -> float:  # noqa: ARG001
    """Refused anyway."""
    return 0.0


def team_held(e: Estimate, effect: Effect) -> float:  # noqa: ARG001
    """Hurts late, where names wait for teams."""
    waiting = sum(entry.named.bit_count() > entry.staged.bit_count() for entry in e.public.index.values())
    return -0.1 - (0.12 * min(6, waiting) if e.left <= 2 else 0.0)


def loan_suspended(e: Estimate, effect: Effect) -> float:  # noqa: ARG001
    """Hurts when many loans run."""
    running = len(running_loans(e.public))
    return -0.5 if running >= 4 else -0.25 if running else 0.0


def bulletins(e: Estimate, effect: Effect) -> float:
    """By how many files are ripe for everybody."""
    ripe = sum(
        not entry.named and entry.pool().bit_count() >= e.view.scenario.numbers.evidence
        for entry in e.public.index.values()
    )
    scarce = max(0, ripe - e.public.bulletins) if effect.amount > 0 else ripe - e.public.bulletins + 1
    return effect.amount * (0.6 if scarce > 0 else 0.05)


def reveal(e: Estimate, effect: Effect) -> float:  # noqa: ARG001
    """A trait for all holders of a file."""
    lacking = [entry for entry in e.public.index.values() if entry.pool() != ALL_TRAITS]
    return 0.9 * len(lacking) / max(1, len(e.public.index))


def _is_own(e: Estimate, effect: Effect) -> bool:
    return effect.who is Who.CHAIR and e.public.chair != COMMANDER


WORTH: Final[dict[EffectKind, Callable[[Estimate, Effect], float]]] = {
    EffectKind.TRACK: track,
    EffectKind.INFLUENCE: influence,
    EffectKind.PREPARATION: preparation,
    EffectKind.ACTIONS: actions,
    EffectKind.CONTACT_LOST: contact_lost,
    EffectKind.LEAD: lead,
    EffectKind.LOW_LEAD: low_lead,
    EffectKind.TEAM_HELD: team_held,
    EffectKind.LOAN_SUSPENDED: loan_suspended,
    EffectKind.BULLETINS: bulletins,
    EffectKind.REVEAL: reveal,
}
