"""Folding a save: its entries after rewinds, its events, and the state they make.

Applies events, decides nothing: an old save survives a rule fix. Must not know files.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from ..core.apply import apply
from ..core.events import AnyEvent
from ..core.state import State, blank_state
from .save import Entry, Header, Save
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
    """The state of the exercise now."""
    return fold_entries(save.header, effective(save.entries))


def fold_entries(header: Header, standing: Iterable[Entry]) -> State:
    """The state after these entries, none of which was undone."""
    state = blank_state(header.scenario, header.seating, header.seed)
    for entry in standing:
        for event in entry.events:
            apply(state, event)
    return state
