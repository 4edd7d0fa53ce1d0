"""What the effects of a card would do on the board as it stands: numbers where they are certain.

Only what is public; a lot stays a lot.
"""

from __future__ import annotations

from ..core.rules.depth import plays_effect
from ..core.rules.injects import running_loans
from ..core.scenario import Effect, EffectKind, Option, Who
from ..core.view import View
from ..core.words import Track
from ..i18n import _
from . import words
from .cards import effect_text


def option_text(view: View, option: Option) -> str:
    """A dilemma's option with its consequences named."""
    return _("{label}: {effects}").format(label=option.label, effects=outcomes_text(view, option.effects))


def outcomes_text(view: View, effects: tuple[Effect, ...]) -> str:
    """All effects of a card or an option on one line."""
    alone = [sum(other.kind is e.kind and other.track is e.track for other in effects) == 1 for e in effects]
    texts = [outcome_text(view, e, sure=sure) for e, sure in zip(effects, alone, strict=True)]
    return "; ".join(texts) or _("no effect")


def outcome_text(view: View, effect: Effect, *, sure: bool) -> str:
    """One effect; from what to what where no lot and no other effect decides (`sure`)."""
    if not plays_effect(view.scenario.depth, effect.kind):
        return _("{effect} (not in play)").format(effect=effect_text(effect))
    span = span_of(view, effect) if sure else None
    zone = sole_zone(view, effect.who)
    if effect.kind is EffectKind.INFLUENCE and zone is not None:
        text = _("influence {amount} in {zone}").format(
            amount=f"{effect.amount:+d}", zone=words.zone_name(view.scenario, zone)
        )
    else:
        text = effect_text(effect)
    if span is None:
        return _("{effect}: no effect now").format(effect=text) if idle(view, effect) else text
    if effect.amount and span[0] == span[1]:
        template = (
            _("{effect}: no effect, it is at its maximum")
            if effect.amount > 0
            else _("{effect}: no effect, it is at its minimum")
        )
        return template.format(effect=text)
    return _("{effect} ({old} → {new})").format(effect=text, old=span[0], new=span[1])


def idle(view: View, effect: Effect) -> bool:
    """True if the board shows nothing that the effect could fall on (R8.5)."""
    public = view.public
    match effect.kind:
        case EffectKind.CONTACT_LOST:
            return not any(entry.located & ~entry.staged for entry in public.index.values())
        case EffectKind.LOAN_SUSPENDED:
            return not running_loans(public)
        case _:
            return False


def span_of(view: View, effect: Effect) -> tuple[int, int] | None:
    """The number before and after; None where a lot decides or where there is no number."""
    public, numbers, zone = view.public, view.scenario.numbers, sole_zone(view, effect.who)
    match effect.kind:
        case EffectKind.TRACK if effect.track is Track.TRUST:
            old, most = public.trust, numbers.trust
        case EffectKind.TRACK if effect.track is Track.ALERT:
            old, most = public.alert, numbers.alert_max
        case EffectKind.PREPARATION:
            old, most = public.prepared, public.prepared + abs(effect.amount)
        case EffectKind.BULLETINS:
            old, most = public.bulletins, public.bulletins + abs(effect.amount)
        case EffectKind.INFLUENCE if zone is not None:
            old, most = public.zones[zone].influence, numbers.influence_max
        case _:
            return None
    return old, max(0, min(old + effect.amount, most))


def sole_zone(view: View, who: Who) -> int | None:
    """The zone that it falls on, if the board says so already."""
    public = view.public
    if who is Who.CHAIR:
        return public.chair if 0 <= public.chair < len(public.zones) else None
    if who is Who.LOT:
        return None
    influences = [board.influence for board in public.zones]
    wanted = max(influences) if who is Who.HIGHEST else min(influences)
    return influences.index(wanted) if influences.count(wanted) == 1 else None
