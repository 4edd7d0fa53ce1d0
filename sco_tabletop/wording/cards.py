"""Inject cards and their effects in words; from whom an inject came and how, for cards and scripts alike."""

from __future__ import annotations

from ..core.message import Message
from ..core.scenario import Card, Effect, EffectKind, Who
from ..core.words import Track
from ..i18n import _
from . import words


def who_text(who: Who) -> str:
    """Which zone an effect falls on."""
    names = {
        Who.LOT: _("a zone by lot"),
        Who.CHAIR: _("the chair's zone"),
        Who.HIGHEST: _("the zone of highest influence"),
        Who.LOWEST: _("the zone of lowest influence"),
    }
    return names[who]


def effect_text(effect: Effect) -> str:
    """One effect as a short clause with its sign."""
    amount, who = f"{effect.amount:+d}", who_text(effect.who)
    templates = {
        EffectKind.TRACK: _("{track} {amount}"),
        EffectKind.INFLUENCE: _("influence {amount} in {who}"),
        EffectKind.PREPARATION: _("preparation {amount}"),
        EffectKind.ACTIONS: _("actions {amount} this round for {who}"),
        EffectKind.CONTACT_LOST: _("a located person may slip away"),
        EffectKind.LEAD: _("a reliable lead for {who}"),
        EffectKind.LOW_LEAD: _("an unverified lead is offered to {who}"),
        EffectKind.TEAM_HELD: _("a team of {who} is held up this round"),
        EffectKind.LOAN_SUSPENDED: _("a loan is suspended this round"),
        EffectKind.BULLETINS: _("bulletins {amount} this round"),
        EffectKind.REVEAL: _("a trait of a persona becomes known to all who hold a file"),
    }
    track = words.track_name(effect.track or Track.ALERT)
    return templates[effect.kind].format(track=track, amount=amount, who=who)


def effects_text(effects: tuple[Effect, ...]) -> str:
    """All effects of a card or an option on one line."""
    return "; ".join(effect_text(effect) for effect in effects) or _("no effect")


def way_text(method: str) -> str:
    """How an inject came."""
    ways = {
        "phone": _("by phone"),
        "e-mail": _("by e-mail"),
        "chat": _("by chat"),
        "radio": _("by radio"),
        "written": _("in writing"),
        "verbal": _("by word of mouth"),
    }
    return ways.get(method, _("by other means"))


def sender_text(of: Card | Message) -> str:
    """Who sends it and how; the grade of a lead with it."""
    if of.sender and of.grade:
        text = _("From {sender}, {way}, graded {grade}")
    elif of.sender:
        text = _("From {sender}, {way}")
    elif of.grade:
        text = _("Given {way}, graded {grade}")
    else:
        text = _("Given {way}")
    return text.format(sender=of.sender, way=way_text(of.method), grade=of.grade)
