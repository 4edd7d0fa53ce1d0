"""The curtain between players: for whom it is open, and the views that were handed out while it was.

While it is closed nobody's view exists in the program: what was handed out goes blank, whoever holds it.
"""

from __future__ import annotations

import weakref

from ..core.board import Public
from ..core.scenario import Scenario, Seating
from ..core.seat import Seat
from ..core.view import View
from ..core.words import COMMANDER


class CurtainClosed(RuntimeError):  # noqa: N818
    """Somebody asks for what only another player may see. The text names the zone's number, no more."""


class Curtain:
    """Open for one player or closed. `name` is empty while it is closed."""

    def __init__(self) -> None:
        self.name = ""
        self._handed_out: list[weakref.ref[View]] = []

    def open(self, name: str) -> None:
        """Open it for a player; what another one had goes blank first."""
        if name != self.name:
            self.close()
        self.name = name

    def close(self) -> None:
        """Nobody sees more than the public board, through old views neither."""
        self.name = ""
        self.blank()

    def blank(self) -> None:
        """Take everything private out of the views that were handed out."""
        for held in self._handed_out:
            view = held()
            if view is not None:
                view.zone, view.seat = COMMANDER, Seat(COMMANDER)
        self._handed_out.clear()

    def hand_out(self, view: View) -> View:
        """Keep hold of a private view, so that it can go blank."""
        self._handed_out = [held for held in self._handed_out if held() is not None]
        self._handed_out.append(weakref.ref(view))
        return view


def chair_view(scenario: Scenario, seating: Seating, public: Public) -> View:
    """The public board from the chair: enough for what is decided before everybody, nothing private."""
    return View(scenario, seating, public.acting, public, Seat(public.acting))
