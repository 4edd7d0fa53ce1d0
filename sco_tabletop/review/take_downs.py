"""Gain and loss of every take-down (R5.9), collected from the events that came of it. Knows a pool."""

from __future__ import annotations

import attrs

from ..core.events import (
    AnyEvent,
    InfluenceMoved,
    NetworkRested,
    PreparationMoved,
    TakenDown,
    TrackMoved,
)
from ..core.words import ALL_TRAITS, Cause, Track
from .pool import Pool
from .records import TakeDownCost


class TakeDowns:
    """Hears every event after the pool has taken it."""

    def __init__(self, pool: Pool) -> None:
        self.pool = pool
        self._costs: list[TakeDownCost] = []
        self._until: list[tuple[int, int]] = []
        self._prepared = 0

    def event(self, event: AnyEvent, round: int, line: int) -> None:
        """Count an event towards the take-down that caused it."""
        match event:
            case TakenDown():
                self._costs.append(self._begin(event, round, line))
                self._until.append((round, event.dark_until))
            case InfluenceMoved(amount=amount, cause=Cause.TAKE_DOWN) if self._at(line):
                last = self._costs[-1]
                self._costs[-1] = attrs.evolve(last, influence=last.influence - amount)
            case PreparationMoved(parts=parts) if self._at(line):
                last = self._costs[-1]
                self._costs[-1] = attrs.evolve(last, preparation=self._prepared - sum(parts))
            case TrackMoved(track=Track.ALERT, amount=amount, cause=Cause.TAKE_DOWN) if self._at(line):
                last = self._costs[-1]
                self._costs[-1] = attrs.evolve(last, alert=last.alert + amount)
            case NetworkRested(round=rested):
                self._rest(rested)
            case _:
                pass
        self._prepared = self.pool.public.prepared

    def _at(self, line: int) -> bool:
        return bool(self._costs) and self._costs[-1].line == line

    def _begin(self, event: TakenDown, round: int, line: int) -> TakeDownCost:
        entry, member = self.pool.public.index[event.persona], self.pool.members.get(event.persona)
        home = -1
        if member is not None:
            home = (ALL_TRAITS & ~max(0, entry.held[member.home])).bit_count()
        return TakeDownCost(
            zone=event.zone,
            persona=event.persona,
            influence=0,
            preparation=0,
            phases=0,
            alert=0,
            frozen=event.frozen_until - round + 1,
            pool_missing=(ALL_TRAITS & ~entry.pool()).bit_count(),
            home_missing=home,
            round=round,
            line=line,
        )

    def _rest(self, rested: int) -> None:
        """A network phase went by: those who are dark missed it."""
        for place, (since, until) in enumerate(self._until):
            if since <= rested <= until:
                cost = self._costs[place]
                self._costs[place] = attrs.evolve(cost, phases=cost.phases + 1)

    def found(self) -> tuple[TakeDownCost, ...]:
        """All of them."""
        return tuple(self._costs)
