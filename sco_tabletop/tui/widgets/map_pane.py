"""The map as a pane: arrow keys by geometry, the mouse by cell."""

from __future__ import annotations

from textual import events
from textual.message import Message

from ..look import Look
from . import map as drawing
from .pane import Pane


class MapPane(Pane):
    """The map; tells the room which state was chosen."""

    class Placed(Message):
        """A state was chosen on the map."""

        def __init__(self, zone: int) -> None:
            super().__init__()
            self.zone = zone

    def __init__(self, look: Look, *, id: str) -> None:
        super().__init__(lambda columns, rows: drawing.sheet(look, columns, rows), id=id)
        self.look = look

    def action_step(self, step: int) -> None:
        """Up or down."""
        self.post_message(self.Placed(drawing.neighbour(self.look, 0, 1 if step > 0 else -1)))

    def action_turn(self, step: int) -> None:
        """Left or right."""
        self.post_message(self.Placed(drawing.neighbour(self.look, step, 0)))

    def on_click(self, event: events.Click) -> None:
        """The state under the mouse."""
        columns, rows = self.space
        zone = drawing.zone_at(self.look, columns, rows, event.x - 1, event.y - 1)
        if zone != drawing.NOBODY:
            self.post_message(self.Placed(zone))
        event.prevent_default()
