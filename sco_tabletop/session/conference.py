"""What the conference talks about, from public events alone: who has acted, and what was left unused."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

import attrs

from ..core.events import (
    Analysed,
    AnyEvent,
    Asked,
    BulletinSent,
    Counselled,
    Event,
    Lent,
    Located,
    Monitored,
    Named,
    ProtectionSet,
    RoundBegan,
    Shared,
    Staged,
    StoodBy,
    TakenDown,
    TeamSent,
    Told,
    Traced,
    TurnEnded,
)

DEEDS: Final[frozenset[type[Event]]] = frozenset(
    {
        Analysed,
        BulletinSent,
        Counselled,
        Lent,
        Located,
        Monitored,
        Named,
        ProtectionSet,
        Shared,
        Staged,
        TakenDown,
        TeamSent,
        Traced,
    }
)
"""Events that show that a zone did something in its turn."""


@attrs.define
class Acted:
    """A zone in one round: what it did (actions and free moves), asked for, let pass; `ended`: its turn is over.
    `idle` counts the rounds so far that it ended without having done anything."""

    zone: int
    deeds: int = 0
    passed: int = 0
    shared: bool = False
    asked: int = 0
    ended: bool = False
    idle: int = 0

    @property
    def silent(self) -> bool:
        """True if its turn ended and it did nothing at all."""
        return self.ended and not self.deeds and not self.asked


def last_turns(journal: Iterable[tuple[int, AnyEvent]], zones: int) -> list[Acted]:
    """Every zone in the last round in which a turn has ended, in deck order; only public events count."""
    now = [Acted(zone) for zone in range(zones)]
    shown = now
    for _number, event in journal:
        if event.told is not Told.PUBLIC:
            continue
        match event:
            case RoundBegan():
                now = [Acted(old.zone, idle=old.idle) for old in now]
            case TurnEnded(zone=zone, idle=left):
                shown, of = now, now[zone]
                of.ended, of.passed = True, of.passed + left
                of.idle += of.silent
            case StoodBy(zone=zone):
                now[zone].passed += 1
            case Asked(zone=zone):
                now[zone].asked += 1
            case _ if type(event) in DEEDS:
                of = now[event.zone]  # type: ignore[union-attr]
                of.deeds += 1
                of.shared |= isinstance(event, Shared)
    return shown
