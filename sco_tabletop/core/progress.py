"""How far the coalition is with a persona, from the Index alone: everybody sees the same (R3.4).

And which links a seat knows: those written on its own files, between personas on the Index (R5.4).
"""

from __future__ import annotations

from enum import IntEnum

from .board import Entry
from .seat import bits
from .view import View


class Progress(IntEnum):
    """The stages of a case, each with all before it."""

    FOUND = 0
    INVESTIGATED = 1
    IDENTIFIED = 2
    LOCATED = 3
    STAGED = 4


def progress(entry: Entry) -> Progress:
    """The furthest stage that any zone has reached: a trait on a file, a name, a location, a team."""
    if entry.staged:
        return Progress.STAGED
    if entry.located:
        return Progress.LOCATED
    if entry.named:
        return Progress.IDENTIFIED
    return Progress.INVESTIGATED if entry.pool() else Progress.FOUND


def known_links(view: View) -> tuple[tuple[int, int], ...]:
    """Pairs of personas on the Index that an own file says are linked, the lower number first, ascending."""
    index = view.public.index
    found = {
        (min(persona, other), max(persona, other))
        for persona, file in view.seat.files.items()
        for other in bits(file.links)
        if persona in index and other in index
    }
    return tuple(sorted(found))
