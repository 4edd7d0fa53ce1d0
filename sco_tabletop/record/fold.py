"""Folding a save: its entries after rewinds, its events, and the state they make.

Applies events, decides nothing: an old save survives a rule fix. Must not know files.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from ..core.apply import apply
from ..core.events import AnyEvent
from ..core.state import State, blank_state
from ..i18n import _
from .error import damaged
from .save import Entry, Save, SeatsChanged, line_of
from .trail import Trail


def history(entries: Iterable[Entry]) -> tuple[int, ...]:
    """The numbers of the entries that still stand after all rewinds, ascending."""
    return tuple(Trail(entries).standing)


def effective(entries: Sequence[Entry]) -> tuple[Entry, ...]:
    """The entries that still stand: what was undone is left out, a rewind stays if something came with it."""
    return tuple(entries[number - 1] for number in history(entries))


def events(save: Save) -> tuple[AnyEvent, ...]:
    """Everything that happened and still stands, in order."""
    return tuple(event for entry in effective(save.entries) for event in entry.events)


def fold(save: Save) -> State:
    """The state of the exercise now; raises SaveError where an event does not fit the state before it."""
    return fold_numbers(save, history(save.entries))


def fold_numbers(save: Save, numbers: Iterable[int]) -> State:
    """The state after the entries with these numbers, ascending; raises SaveError as `fold` does."""
    header = save.header
    state = blank_state(header.scenario, header.seating, header.seed)
    for number in numbers:
        entry = save.entries[number - 1]
        if isinstance(entry, SeatsChanged):
            state.seating = entry.seating
        try:
            for event in entry.events:
                apply(state, event)
        except Exception as error:
            raise damaged(save.path, line_of(number), _("an event does not fit")) from error
    return state
