"""The next step for a persona as sentences."""

from __future__ import annotations

from ..core import doubt
from ..core.commands import Analyse, AnyCommand, Ask
from ..core.legal import refusal
from ..core.rejection import Reason
from ..core.seat import bits
from ..core.settling import Aim, Step
from ..core.view import View
from ..i18n import _
from . import words
from .commands import command_text, cost_text
from .rejections import rejection_text


def step_text(view: View, persona: int, step: Step) -> str:
    """What to do next, what it costs, what it may bring; and why not now, if it is not possible now."""
    text = {
        Aim.DONE: _("Next: nothing here would make it surer."),
        Aim.BEST: best_text(view, step),
        Aim.THEIRS: _("Settled, by all that is known: he is a person of {zone}.").format(
            zone=words.zone_name(view.scenario, step.zone)
        ),
    }.get(step.aim) or done_by(view, persona, step)
    refused = refusal(view, step.command) if step.command is not None else None
    if refused is None:
        return text
    if refused.reason is Reason.WRONG_PHASE:
        return _("{text} In your turn.").format(text=text)
    return _("{text} Not now: {reason}").format(text=text, reason=rejection_text(view, refused))


def best_text(view: View, step: Step) -> str:
    """Somebody else is able to."""
    if step.category < 0:
        return ""
    return _("Next: {zone} can analyse {category} best, with {percent}%; ask, or ask for a loan.").format(
        zone=words.zone_name(view.scenario, step.zone),
        category=words.category_name(view.scenario, step.category),
        percent=step.percent,
    )


def done_by(view: View, persona: int, step: Step) -> str:
    """A step of this seat."""
    assert step.command is not None
    templates = {
        Aim.SIGHT: _("Next: {command} ({cost}). More sightings leave fewer homes."),
        Aim.FILE: _("Next: {command} ({cost})."),
        Aim.TRAIT: _("Next: {command} ({cost}). Of {fits} who fit, about {left} would be left."),
        Aim.HOME: _("Next: {command} ({cost}). He may live there; new to them: {fresh}."),
        Aim.NAME: _("Next: {command} ({cost}). One person fits; right with {now}%."),
        Aim.SURE: _("Next: {command} ({cost}). If they have no hit, it is right with {then}%, now {now}%."),
        Aim.MORE: _("Next: {command} ({cost}). With it the name is right with {then}%, now {now}%."),
        Aim.PLACE: _("Next: {command} ({cost})."),
        Aim.TEAM: _("Next: {command} ({cost}). Then he cannot slip away."),
    }
    fits, left = count_of(view, persona), f"{step.left // 10}.{step.left % 10}"
    template = templates[step.aim]
    if step.aim is Aim.TRAIT and fits == "-":
        template = _("Next: {command} ({cost}). It helps whoever has him in the register.")
    if step.aim is Aim.TRAIT and fits == "1":
        template = _("Next: {command} ({cost}). One person fits; it confirms him or rules him out.")
    entry = view.public.index[persona]
    if step.aim is Aim.HOME and entry.named:
        return named_text(view, persona, step)
    return template.format(
        command=command_text(view, step.command),
        cost=price_text(view, step.command, step.percent),
        fits=fits,
        left=left,
        now=doubt.right_percent(view.scenario, entry, view.zone),
        then=step.left,
        fresh=fresh_text(view, persona, step.command),
    )


def named_text(view: View, persona: int, step: Step) -> str:
    """A share of somebody who is named in another zone: what it does for that name, the likeliest one."""
    entry, to = view.public.index[persona], getattr(step.command, "to", -1)
    zone = max(bits(entry.named), key=lambda z: doubt.right_percent(view.scenario, entry, z))
    assert step.command is not None
    text = (
        _("Next: {command} ({cost}). They have named him, right with {now}%; new to them: {fresh}.")
        if to == zone
        else _("Next: {command} ({cost}). {zone} has named him, right with {now}%; no hit there adds to it.")
    )
    return text.format(
        command=command_text(view, step.command),
        cost=price_text(view, step.command, step.percent),
        zone=words.zone_name(view.scenario, zone),
        now=doubt.right_percent(view.scenario, entry, zone),
        fresh=fresh_text(view, persona, step.command),
    )


def price_text(view: View, command: AnyCommand, percent: int) -> str:
    """The cost, and the chance where something is rolled."""
    cost = cost_text(view, command)
    if isinstance(command, Ask) or percent == doubt.SURE:
        return cost
    return _("{cost}, {percent}%").format(cost=cost, percent=percent)


def count_of(view: View, persona: int) -> str:
    """How many of the own register fit; a dash where he cannot be of it."""
    file, entry = view.file(persona), view.public.index[persona]
    if file is None or not file.matches or not entry.possible >> view.zone & 1:
        return "-"
    return str(file.matches.bit_count())


def fresh_text(view: View, persona: int, command: AnyCommand) -> str:
    """The categories that a share brings the receiver."""
    to = getattr(command, "to", -1)
    file = view.file(persona)
    if file is None or to < 0 or isinstance(command, Analyse):
        return "-"
    theirs = max(0, view.public.index[persona].held[to])
    return words.category_list(view.scenario, file.held & ~theirs) or "-"
