"""The menu of a seat: every kind of command of the phase, possible or not, with the reason if not.

From the view alone. Front ends show it; nothing is hidden, what is impossible says why.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

import attrs

from .commands import (
    Analyse,
    AnyCommand,
    Ask,
    Bulletin,
    Command,
    Discard,
    Lend,
    Locate,
    Name,
    SendTeam,
    Share,
    Stage,
    TakeDown,
    Trace,
    Withdraw,
)
from .legal import BY_PHASE, legal, refusal
from .rejection import Rejection
from .view import View
from .words import CATEGORIES

ON_PERSONA: Final = (Trace, Bulletin, TakeDown, Locate, Stage, Name, Withdraw)


@attrs.frozen
class Item:
    """One kind of command: what is possible of it, or why nothing is. `rule` is its paragraph."""

    kind: type[Command]
    rule: str
    commands: tuple[AnyCommand, ...]
    rejection: Rejection | None


def menu(view: View) -> tuple[Item, ...]:
    """All kinds of the phase in a stable order; empty when the decision is not this seat's."""
    if not view.my_move:
        return ()
    by_kind: dict[type[Command], list[AnyCommand]] = {}
    for command in legal(view):
        by_kind.setdefault(type(command), []).append(command)
    items = []
    for mechanic in BY_PHASE[view.public.phase]:
        possible = tuple(by_kind.get(mechanic.command, ()))
        why = None if possible else why_not(view, mechanic.command)
        items.append(Item(mechanic.command, mechanic.rule, possible, why))
    return tuple(items)


def why_not(view: View, kind: type[Command]) -> Rejection | None:
    """The most telling reason why nothing of this kind is possible now; None if something is.

    Candidates are asked first, nearest to possible; then probes that meet the first requirement missing.
    """
    mechanic = next(m for m in BY_PHASE[view.public.phase] if m.command is kind)
    first: Rejection | None = None
    for command in mechanic.candidates(view):
        reason = refusal(view, command)
        if reason is None:
            return None
        first = first or reason
    if first:
        return first
    return next((reason for probe in probes(view, kind) if (reason := refusal(view, probe))), None)


def probes(view: View, kind: type[Command]) -> Iterator[AnyCommand]:
    """Commands of a kind that fail for the first thing lacking: own files first, then the Index."""
    zone, other = view.zone, (view.zone + 1) % len(view.public.zones)
    if kind is SendTeam:
        yield SendTeam(zone, other)
    if kind is Lend:
        yield from (Lend(zone, discipline, other) for discipline in range(CATEGORIES))
    for persona in (*view.seat.files, *view.public.index, -1):
        for on_persona in ON_PERSONA:
            if kind is on_persona:
                yield on_persona(zone, persona)
        if kind is Analyse:
            yield from (Analyse(zone, persona, discipline) for discipline in range(CATEGORIES))
        elif kind is Share:
            yield Share(zone, persona, other)
        elif kind is Discard:
            yield Discard(zone, persona, 0)
        elif kind is Ask:
            yield Ask(zone, persona, -1, other)
