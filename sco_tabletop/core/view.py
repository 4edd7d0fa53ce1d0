"""A zone's view: the public board and its own seat, and nothing else.

The fold of the events this zone was told (the first law). Options, odds, reasons, screens and bots work
from here. A view of `COMMANDER` has an empty seat: it is the public view.
"""

from __future__ import annotations

import attrs

from .board import Entry, Public, blank_public
from .scenario import Scenario, Seating
from .seat import File, Seat
from .words import COMMANDER


@attrs.define
class View:
    """What `zone` knows."""

    scenario: Scenario
    seating: Seating
    zone: int
    public: Public
    seat: Seat

    @property
    def my_move(self) -> bool:
        """True if this seat's decision is awaited."""
        return self.public.result is None and self.public.acting == self.zone

    def file(self, persona: int) -> File | None:
        """The own file on a persona, if there is one."""
        return self.seat.files.get(persona)

    def entry(self, persona: int) -> Entry | None:
        """The Index entry of a persona, if it is on the Index."""
        return self.public.index.get(persona)


def blank_view(scenario: Scenario, seating: Seating, zone: int = COMMANDER) -> View:
    """The view before any event was told."""
    return View(scenario, seating, zone, blank_public(scenario), Seat(zone))
