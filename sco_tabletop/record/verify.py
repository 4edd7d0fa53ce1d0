"""Verifying a save: decide every command again and compare what happens with what the save says.

Knows the engine and entries; must not know files. Nothing is changed.
"""

from __future__ import annotations

from typing import assert_never

import attrs

from ..conduct.carry import carry_out
from ..core.apply import apply
from ..core.engine import RULES_VERSION, decide, open_exercise, rewind_events
from ..core.events import AnyEvent
from ..core.rejection import Rejection
from ..core.state import State
from ..core.undo import may_take_back
from ..i18n import _
from .error import damaged
from .fold import fold_numbers
from .save import Conducted, Decided, Opened, Rewound, Save, SeatsChanged, line_of
from .trail import Trail

Outcome = Rejection | tuple[AnyEvent, ...]


@attrs.frozen
class Exact:
    """Every line gives the same events again. `lines` counts them, the header included; `rules` as below."""

    lines: int
    rules: str


@attrs.frozen
class Diverged:
    """The first line that does not: the events that the save says, and what deciding again gives.

    `rules` is the version of the rules that the save was made under.
    """

    line: int
    expected: tuple[AnyEvent, ...]
    got: Outcome
    rules: str


def other_rules(verdict: Exact | Diverged) -> bool:
    """True if the save was made under another version of the rules than this program has."""
    return verdict.rules != RULES_VERSION


def verify(save: Save) -> Exact | Diverged:
    """Decide everything again, other rules or not; raises SaveError where the rules cannot go on at all."""
    header, trail = save.header, Trail()
    state: State | None = None
    for number, entry in enumerate(save.entries, start=1):
        got: Outcome
        try:
            match entry:
                case Opened():
                    state, got = open_exercise(header.scenario, header.seating, header.seed)
                case Decided(command=command):
                    assert state is not None
                    got = decide(state, command)
                case Conducted(act=act, clock=clock):
                    assert state is not None
                    assert header.conduct is not None
                    got = carry_out(state, header.conduct.script, act, clock)
                case Rewound():
                    state, got = _rewind(save, entry, trail)
                case SeatsChanged(seating=seating):
                    assert state is not None
                    state.seating, got = seating, ()
                case _:
                    assert_never(entry)
        except Exception as error:
            raise damaged(save.path, line_of(number), _("the rules cannot decide it")) from error
        if got != entry.events:
            return Diverged(line_of(number), entry.events, got, header.rules)
        trail.add(entry)
    return Exact(line_of(len(save.entries)), header.rules)


def _rewind(save: Save, entry: Rewound, trail: Trail) -> tuple[State, tuple[AnyEvent, ...]]:
    """Back to after an entry: nothing comes with it unless it went, or had to go, beyond the barrier."""
    kept = [number for number in trail.standing if number <= entry.to]
    state = fold_numbers(save, kept)
    undone = [save.entries[number - 1] for number in trail.standing if number > entry.to]
    taken = [(of.command if isinstance(of, Decided) else None, of.events) for of in undone]
    if may_take_back(taken) and not entry.beyond:
        return state, ()
    events = rewind_events(state, trail.rewinds + 1)
    for event in events:
        apply(state, event)
    return state, events
