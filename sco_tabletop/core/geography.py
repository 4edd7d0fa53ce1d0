"""Geography (R3.8, R3.10): where a persona's home can be, as a mask of zones."""

from __future__ import annotations

from .board import Entry, Public
from .seat import bits


def sighting_zones(public: Public, entry: Entry) -> int:
    """Zones that the sightings alone allow (R3.8); all of them if never sighted."""
    allowed = (1 << len(public.zones)) - 1
    for zone in bits(entry.sighted):
        allowed &= public.reach[zone]
    return allowed


def narrow(public: Public, entry: Entry) -> None:
    """Bring `entry.possible` up to date: sightings, minus zones whose present answer is no hit (R3.10)."""
    possible = sighting_zones(public, entry)
    for zone, hits in enumerate(entry.hits):
        if hits == 0:
            possible &= ~(1 << zone)
    entry.possible = possible
