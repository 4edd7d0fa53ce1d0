"""Moving tracks: every change is clipped to its range (R9.10) and told with its cause."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..events import InfluenceMoved, PreparationMoved, TrackMoved
from ..events.network import PARTS
from ..words import Cause, Track
from .depth import has_preparation

if TYPE_CHECKING:
    from ..desk import Desk


def move_track(desk: Desk, track: Track, amount: int, cause: Cause) -> None:
    """Move threat (from 0), alert (0..max) or public trust (to its starting value, its maximum; R1.4)."""
    public, numbers = desk.state.public, desk.state.scenario.numbers
    if track is Track.THREAT:
        amount = max(amount, -public.threat)
    elif track is Track.ALERT:
        amount = max(min(amount, numbers.alert_max - public.alert), -public.alert)
    else:
        amount = min(amount, numbers.trust - public.trust)
    if amount:
        desk.emit(TrackMoved(track, amount, cause))


def move_influence(desk: Desk, zone: int, amount: int, cause: Cause) -> None:
    """Move the influence in a zone within 0..max (R1.4); what goes beyond is lost (R6.3)."""
    now, top = desk.state.public.zones[zone].influence, desk.state.scenario.numbers.influence_max
    amount = max(min(amount, top - now), -now)
    if amount:
        desk.emit(InfluenceMoved(zone, amount, cause))


def move_preparation(desk: Desk, amount: int, part: Cause) -> None:
    """Move preparation; a loss comes off the named part first, then off the others in order (R6.5, R5.9).

    Find only has none (R10.1).
    """
    if not has_preparation(desk.state.scenario.depth):
        return
    parts = list(desk.state.public.preparation)
    first = PARTS.index(part)
    if amount > 0:
        parts[first] += amount
    else:
        for i in (first, *(i for i in range(len(PARTS)) if i != first)):
            taken = min(parts[i], -amount)
            parts[i] -= taken
            amount += taken
    if parts != desk.state.public.preparation:
        desk.emit(PreparationMoved((parts[0], parts[1], parts[2], parts[3]), part))
