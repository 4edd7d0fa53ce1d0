"""What to do next: one command that is possible now, from the view alone.

First what was not learned yet, then what brings the capture nearer. No dice, no noise; ties by id.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TypeVar

from ..core import doubt
from ..core.commands import (
    Analyse,
    AnswerLead,
    AnyCommand,
    Ask,
    CallHour,
    ChooseOption,
    Command,
    Commit,
    DrawInject,
    EndTurn,
    GoNoGo,
    Locate,
    Monitor,
    Name,
    Share,
    Stage,
    Trace,
)
from ..core.legal import lead_waits, legal
from ..core.rules.strike import staged_here
from ..core.view import View
from ..core.words import Function, Phase
from .lessons import LESSONS

LIKELY = 60
"""Per cent from which a name is worth a team."""
Options = Sequence[AnyCommand]
C = TypeVar("C", bound=Command)


def next_command(view: View, learned: frozenset[str]) -> AnyCommand | None:
    """What the coach would do for the decision that is due; None if it is not this seat's."""
    if not view.my_move:
        return None
    zone = view.zone
    match view.public.phase:
        case Phase.INJECT:
            return DrawInject(zone)
        case Phase.CHOICE:
            return ChooseOption(zone, 0)
        case Phase.CALL:
            return CallHour(zone, call=time_to_strike(view))
        case Phase.GO:
            return GoNoGo(zone, go=bool(staged_anywhere(view)))
        case Phase.COMMIT:
            return Commit(zone, tuple(p for p in staged_here(view) if right(view, p) >= LIKELY))
        case _:
            return in_turn(view, learned)


def in_turn(view: View, learned: frozenset[str]) -> AnyCommand:
    """One decision of the own turn."""
    if lead_waits(view):
        return AnswerLead(view.zone, accept=False)
    options = legal(view)
    ready = {type(c): c for pick in TAUGHT if (c := pick(view, options)) is not None}
    for lesson in LESSONS:
        if lesson.id not in learned and lesson.kind in ready:
            return ready[lesson.kind]
    found = (pick(view, options) for pick in ONWARD)
    return next((command for command in found if command is not None), EndTurn(view.zone))


def right(view: View, persona: int) -> int:
    """How sure a name of the own zone would be, in per cent."""
    return doubt.right_percent(view.scenario, view.public.index[persona], view.zone)


def staged_anywhere(view: View) -> tuple[int, ...]:
    """Personas beside whom a team stands."""
    return tuple(p for p, entry in view.public.index.items() if entry.staged)


def time_to_strike(view: View) -> bool:
    """As many names as there may be operatives, the leader among them, each with a team, and all of them
    staged or within reach of this round's actions."""
    public, numbers = view.public, view.scenario.numbers
    named = [entry for entry in public.index.values() if entry.named]
    return (
        len(named) >= numbers.operatives_high
        and any(entry.function is Function.LEADER for entry in named)
        and all(within_reach(view, zone) for zone in range(len(public.zones)))
    )


def within_reach(view: View, zone: int) -> bool:
    """True if the zone can have a team beside every name it gave by the end of its turn."""
    bit = 1 << zone
    own = [entry for entry in view.public.index.values() if entry.named & bit]
    work = sum(2 - bool(entry.located & bit) - bool(entry.staged & bit) for entry in own)
    return work <= view.scenario.numbers.actions and len(own) <= view.public.zones[zone].teams


# ---------------------------------------------------------------------- the best of each kind


def monitor(view: View, options: Options) -> Monitor | None:
    """Look, while there are traces, and somebody unknown or a file of the own to be filled."""
    unknown = view.scenario.numbers.operatives_high - len(view.public.index)
    known = any(entry.function is Function.LEADER for entry in view.public.index.values())
    wanted = unknown - (not known) > 0 or any(at_home(view, p) for p in open_files(view))
    return first(options, Monitor) if view.seat.chatter and wanted else None


def analyse_own(view: View, options: Options) -> Analyse | None:
    """A trait of a persona who may live here."""
    return best(options, Analyse, lambda c: worth(view, c) if at_home(view, c.persona) else 0)


def analyse_any(view: View, options: Options) -> Analyse | None:
    """A trait that nobody holds yet."""
    return best(options, Analyse, lambda c: worth(view, c))


def worth(view: View, command: Analyse) -> int:
    """More for what nobody holds, and for the fuller file; 0 for a persona who is named."""
    entry, file = view.public.index[command.persona], view.seat.files[command.persona]
    new = not entry.pool() >> command.discipline & 1
    return 0 if entry.named or not new else 1 + file.count


def request(view: View, options: Options) -> Ask | None:
    """A file on somebody who may live here and is named nowhere: one that is lacking, else traits of it."""

    def value(command: Ask) -> int:
        entry = view.public.index[command.persona]
        new = (entry.held[command.to] & ~max(0, entry.held[view.zone])).bit_count()
        wanted = command.category < 0 and at_home(view, command.persona) and not entry.named
        return new + (entry.held[view.zone] < 0) if wanted else 0

    return best(options, Ask, value)


def share(view: View, options: Options) -> Share | None:
    """The file of somebody who is named nowhere, to where he may live: most first if nobody here fits."""

    def value(command: Share) -> int:
        entry, own = view.public.index[command.persona], view.seat.files[command.persona].held
        new = (own & ~max(0, entry.held[command.to])).bit_count()
        useful = new and entry.possible >> command.to & 1 and not entry.named
        return new + 5 * (not at_home(view, command.persona)) if useful else 0

    return best(options, Share, value)


def trace(view: View, options: Options) -> Trace | None:
    """The way to the leader while he is not known: from a recruiter first."""
    index = view.public.index
    if any(entry.function is Function.LEADER for entry in index.values()):
        return None
    return best(options, Trace, lambda c: 1 + (index[c.persona].function is Function.RECRUITER))


def name(view: View, options: Options) -> Name | None:
    """A person that is likely enough."""
    return best(options, Name, lambda c: right(view, c.persona) if right(view, c.persona) >= LIKELY else 0)


def locate(view: View, options: Options) -> Locate | None:
    """The surest name."""
    return best(options, Locate, lambda c: right(view, c.persona))


def stage(view: View, options: Options) -> Stage | None:
    """A team beside the surest."""
    return best(options, Stage, lambda c: right(view, c.persona))


def at_home(view: View, persona: int) -> bool:
    """True if the persona may live in the own zone."""
    return bool(view.public.index[persona].possible >> view.zone & 1)


def open_files(view: View) -> tuple[int, ...]:
    """Own files on personas that nobody has named."""
    return tuple(p for p in view.seat.files if not view.public.index[p].named)


def first(options: Options, kind: type[C]) -> C | None:
    """The first possible command of a kind."""
    return next((c for c in options if isinstance(c, kind)), None)


def best(options: Options, kind: type[C], value: Callable[[C], int]) -> C | None:
    """The possible command of a kind with the highest value above 0; the first of equals."""
    found = max((c for c in options if isinstance(c, kind)), key=value, default=None)
    return found if found is not None and value(found) > 0 else None


ONWARD = (stage, locate, name, analyse_own, trace, monitor, analyse_any, share)
"""What brings the capture nearer, in this order; what is free comes last, with the most to hand on."""
TAUGHT = (monitor, analyse_any, analyse_own, request, share, name, locate, stage)
"""The best of each kind that is taught; of two for a kind the later counts."""
