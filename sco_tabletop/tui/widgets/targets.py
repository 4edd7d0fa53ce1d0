"""Every command of a kind that a person could mean, possible or not, and what to say of each.

Asks `core.legal` for reasons and odds; decides nothing itself.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import attrs

from ...core import doubt
from ...core.commands import (
    Analyse,
    AnyCommand,
    Ask,
    Command,
    Counsel,
    Discard,
    Lend,
    Locate,
    Name,
    SendTeam,
    Share,
    Stage,
)
from ...core.legal import odds, refusal, rule_of
from ...core.menu import meant
from ...core.rejection import Rejection
from ...core.rules.asking import WHOLE_FILE
from ...core.view import View
from ...core.words import Depth
from ...i18n import _
from ...wording import deeds, rejections
from ..look import Look

CERTAIN = 100


@attrs.frozen
class Target:
    """A command with its refusal (None: possible) and its chance (None: no roll)."""

    command: AnyCommand
    refused: Rejection | None
    chance: int | None


def commands(look: Look, kind: type[Command]) -> Iterable[AnyCommand]:
    """All commands of a kind, the persona under the eye first."""
    return meant(look.view, kind, sorted(look.order(), key=lambda p: p != look.persona))


def targets(look: Look, kind: type[Command]) -> tuple[Target, ...]:
    """Possible ones first, then those that are not, to hunt those named here before others: the first of them
    says why the kind is not possible. Of requests only those that make sense are listed."""
    found = [weigh(look.view, command) for command in commands(look, kind)]
    if kind in (Ask, Discard, Share):
        found = [t for t in found if t.refused is None or getattr(t.command, "persona", -1) == look.persona]
    possible = [target for target in found if target.refused is None]
    if kind in (Analyse, Share, Ask):
        possible.sort(key=lambda target: rank(look, target))
    refused = [target for target in found if target.refused is not None]
    if kind in (Locate, Stage):
        refused.sort(key=lambda target: getattr(target.command, "persona", -1) not in look.view.seat.names)
    return (*possible, *refused)


def rank(look: Look, target: Target) -> tuple[bool, int]:
    """The persona under the eye first, then the better chance, or the greater use."""
    other = getattr(target.command, "persona", -1) != look.persona
    return other, -(target.chance or use(look, target.command))


def use(look: Look, command: AnyCommand) -> int:
    """What a share or a request is good for, more is better: what it brings, possible homes before others."""
    view = look.view
    if isinstance(command, Share):
        file, entry = view.file(command.persona), view.public.index[command.persona]
        fresh = (file.held & ~max(0, entry.held[command.to])).bit_count() if file else 0
        return 10 * fresh + (100 if fresh and entry.possible >> command.to & 1 else 0)
    if isinstance(command, Ask):
        entry = view.public.index[command.persona]
        fresh = max(0, entry.held[command.to]) & ~max(0, entry.held[view.zone])
        return 10 * fresh.bit_count() if command.category == WHOLE_FILE else 9 if fresh else 0
    return 0


def weigh(view: View, command: AnyCommand) -> Target:
    """A command with its refusal and its chance."""
    refused = refusal(view, command)
    known = getattr(command, "persona", -1)
    askable = known < 0 or known in view.public.index
    return Target(command, refused, odds(view, command) if askable else None)


def reason(look: Look, target: Target) -> str:
    """Why a target is not possible."""
    assert target.refused is not None
    return rejections.rejection_text(look.view, target.refused)


def extra(look: Look, command: AnyCommand) -> str:
    """What else a person wants to know before doing it."""
    view = look.view
    if isinstance(command, Name | Locate | Stage):
        entry = view.public.index[command.persona]
        return _("right {percent}%").format(percent=doubt.right_percent(view.scenario, entry, view.zone))
    if isinstance(command, Counsel):
        return _("influence {number}").format(number=view.public.zones[command.to].influence)
    if isinstance(command, SendTeam):
        return _("has {teams}, free {free}").format(
            teams=view.public.zones[command.to].teams, free=view.public.free_teams(command.to)
        )
    if isinstance(command, Lend):
        return _("level {own}, they {theirs}").format(
            own=view.public.zones[view.zone].levels[command.discipline],
            theirs=view.public.zones[command.to].level(command.discipline),
        )
    if isinstance(command, Share):
        return new_there(view, command)
    return ""


def new_there(view: View, command: Share) -> str:
    """What a share brings the receiver, and whether the persona may live there (R3.10); in few words."""
    file, entry = view.file(command.persona), view.public.index[command.persona]
    theirs = entry.held[command.to]
    fresh = (file.held & ~max(0, theirs)).bit_count() if file else 0
    news = _("new: {count}").format(count=fresh) if fresh else _("no new trait")
    news = _("no file") if theirs < 0 else news
    home = entry.possible >> command.to & 1 and view.scenario.depth is not Depth.FIND
    return _("home? {news}").format(news=news) if home else news


def explain(look: Look, target: Target) -> tuple[str, bool]:
    """The hint for the row under the cursor, and whether it is a refusal."""
    if target.refused is not None:
        text = reason(look, target)
        return _("{reason} ({rule})").format(reason=text, rule=target.refused.rule), True
    rule, chance = rule_of(target.command), target.chance
    deed = deeds.deed_text(look.view, target.command)
    if chance is None:
        text = _("{deed} ({rule})") if deed else _("Nothing is rolled ({rule}).")
    elif chance == CERTAIN:
        text = _("{deed} It cannot fail ({rule}).")
    else:
        text = _("{deed} Works with {percent}%; a failed roll costs the action ({rule}).")
    return text.format(deed=deed, percent=chance, rule=rule), False


def explain_kind(look: Look, found: Sequence[Target]) -> tuple[str, bool]:
    """The same for a row that stands for several decisions: it claims of none what holds for another."""
    possible = [target for target in found if target.refused is None] or found[:1]
    chances = sorted({target.chance for target in possible if target.chance is not None})
    if len(chances) < 2:
        return explain(look, possible[0])
    text = _("Works with {low}% to {high}%; a failed roll costs the action ({rule}).")
    return text.format(low=chances[0], high=chances[-1], rule=rule_of(possible[0].command)), False
