"""What can be read from the entries that stand: a zone's journal, its news, and what could be taken back.

Pure functions over entries; must not know the state.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence

from ..core.apply import redact
from ..core.events import AnyEvent, CommitmentMade, PhaseBegan, RoundBegan, Told, TurnEnded
from ..core.talk import Reason
from ..core.undo import may_recall, may_take_back
from ..record.save import Decided, Entry, SeatsChanged

ENDS = (TurnEnded, CommitmentMade)
"""With these a zone has done what was its to do."""
Lines = tuple[tuple[int, AnyEvent], ...]
"""(round, event) in their order."""


def told_to(entries: Iterable[Entry], zone: int) -> Iterator[tuple[Entry, int, AnyEvent]]:
    """(entry, round, event) for everything that the zone was told."""
    number = 0
    for entry in entries:
        for event in entry.events:
            if isinstance(event, RoundBegan):
                number = event.round
            if redact(event, zone) is not None:
                yield entry, number, event


def told_by_round(entries: Iterable[Entry], zone: int) -> Lines:
    """(round, event) for everything that the zone was told."""
    return tuple((number, event) for _entry, number, event in told_to(entries, zone))


def news_of(entries: Iterable[Entry], zone: int, player: str) -> Lines:
    """What is new to `player` up to a zone's present decision: what it alone was told since his last turn for
    it (bots may have played it meanwhile), and what all were told since his last turn for any zone."""
    lines = list(told_to(entries, zone))
    alone = public = 0
    due = len(lines)
    for place, (entry, _number, event) in enumerate(lines, 1):
        if isinstance(event, PhaseBegan) and event.acting == zone:
            due = place - 1
        elif isinstance(event, ENDS) and isinstance(entry, Decided) and entry.by == player:
            alone, public = place if event.zone == zone else alone, place
    return tuple(
        (number, event)
        for place, (_entry, number, event) in enumerate(lines[:due])
        if place >= (public if event.told is Told.PUBLIC else alone)
    )


def last_decision(entries: Sequence[Entry], zones: Collection[int]) -> tuple[int, bool] | None:
    """(place, beyond the barrier?) of the last decision of one of these zones; None if there is none since
    the set-up or since seats changed hands."""
    for place in range(len(entries) - 1, 0, -1):
        entry = entries[place]
        if isinstance(entry, SeatsChanged):
            return None
        if isinstance(entry, Decided) and entry.command.zone in zones:
            last = place == len(entries) - 1
            return place, not (last and may_take_back([(entry.command, entry.events)]))
    return None


def last_call(entries: Sequence[Entry]) -> Decided | None:
    """The chair's call if nobody has decided since, so that it may be taken back (R4.2)."""
    last = entries[-1] if entries else None
    return last if isinstance(last, Decided) and may_recall(last.command, last.events) else None


def whys(entries: Iterable[Entry]) -> dict[int, Reason]:
    """What bots said of their moves, by the `id` of the first event of each."""
    return {id(e.events[0]): e.why for e in entries if isinstance(e, Decided) and e.why and e.events}
