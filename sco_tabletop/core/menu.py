"""The menu of a seat: every kind of command of the phase, possible or not, with the reason if not.

From the view alone. Front ends show it; nothing is hidden, what is impossible says why.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

import attrs

from .commands import (
    Analyse,
    AnswerLead,
    AnyCommand,
    Ask,
    Bulletin,
    Command,
    Counsel,
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

NOBODY: Final = -1
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

    Candidates are asked first, nearest to possible; then what a person could mean, own files first.
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
    personas = (*view.seat.files, *(p for p in view.public.index if p not in view.seat.files)) or (NOBODY,)
    return next(
        (reason for command in meant(view, kind, personas) if (reason := refusal(view, command))), None
    )


def meant(view: View, kind: type[Command], personas: Iterable[int]) -> Iterator[AnyCommand]:
    """Every command of a kind that a person could mean, possible or not, along `personas` in their order."""
    zone, others = view.zone, [z for z in range(len(view.public.zones)) if z != view.zone]
    if kind is Analyse:
        yield from (Analyse(zone, p, d) for p in personas for d in range(CATEGORIES))
    elif kind is Share:
        yield from (Share(zone, p, to) for p in personas for to in others)
    elif kind is Ask:
        yield from (Ask(zone, p, c, to) for p in personas for to in others for c in range(-1, CATEGORIES))
    elif kind is Discard:
        yield from (Discard(zone, p, c) for p in personas for c in range(CATEGORIES))
    elif kind is Lend:
        yield from (Lend(zone, d, to) for d in range(CATEGORIES) for to in others)
    elif kind is Counsel:
        near = view.scenario.zones[zone].adjacent if view.scenario.numbers.counsel_reach else ()
        yield from (Counsel(zone, to) for to in (zone, *near))
    elif kind is SendTeam:
        near = view.scenario.zones[zone].adjacent
        yield from (SendTeam(zone, to) for to in sorted(others, key=lambda z: z not in near))
    elif kind in ON_PERSONA:
        for one in ON_PERSONA:
            if kind is one:
                yield from (one(zone, p) for p in personas)
    elif kind is not AnswerLead:  # which exists only while a lead waits
        yield kind(zone)  # type: ignore[call-arg, misc]
