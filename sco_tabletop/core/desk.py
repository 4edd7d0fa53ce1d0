"""The desk where a decision is resolved: emits events, each applied at once, and rolls dice.

The only place with the state and the dice in one hand. Rules get a desk, and only their `resolve` does.
"""

from __future__ import annotations

from .apply import apply
from .dice import Dice, stream_key
from .events import AnyEvent, DiceAdvanced
from .state import State, observe
from .view import View


class Desk:
    """One decision at work on `state`; `events` is what came of it so far."""

    __slots__ = ("_dice", "events", "state")

    def __init__(self, state: State) -> None:
        self.state = state
        self.events: list[AnyEvent] = []
        self._dice: dict[str, Dice] = {}

    def emit(self, event: AnyEvent) -> None:
        """Write an event down and let it happen."""
        self.events.append(event)
        apply(self.state, event)

    def dice(self, stream: str) -> Dice:
        """The dice of a stream, where the last decision left them."""
        dice = self._dice.get(stream)
        if dice is None:
            secret = self.state.secret
            dice = Dice(stream_key(secret.seed, secret.fork, stream), secret.dice.get(stream, 0))
            self._dice[stream] = dice
        return dice

    def zone_dice(self, zone: int) -> Dice:
        """The dice of a zone's own actions."""
        return self.dice(f"zone/{zone}")

    def view(self, zone: int) -> View:
        """What a zone knows at this moment."""
        return observe(self.state, zone)

    def close(self) -> tuple[AnyEvent, ...]:
        """Write down how far the dice were used; everything that happened, in order."""
        for stream in sorted(self._dice):
            dice = self._dice[stream]
            if dice.position != self.state.secret.dice.get(stream, 0):
                self.emit(DiceAdvanced(stream, dice.position))
        return tuple(self.events)
