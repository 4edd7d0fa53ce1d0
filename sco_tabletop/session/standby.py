"""What a zone without player and bot does: it passes, and answers only what must be answered.

Knows a view; must not know the state.
"""

from __future__ import annotations

from typing import Final

from ..core.commands import AnyCommand, CallHour, ChooseOption, Commit, DrawInject, EndTurn, GoNoGo
from ..core.view import View
from ..core.words import Phase

NAME: Final = "nobody"
"""Who decided, as the log says it."""


def choose(view: View) -> AnyCommand:
    """End the turn, hold every team; in the chair: draw, take the first option, never call, go if called."""
    zone = view.zone
    commands: dict[Phase, AnyCommand] = {
        Phase.INJECT: DrawInject(zone),
        Phase.CHOICE: ChooseOption(zone, 0),
        Phase.CALL: CallHour(zone, call=False),
        Phase.TURN: EndTurn(zone),
        Phase.GO: GoNoGo(zone, go=True),
        Phase.COMMIT: Commit(zone, ()),
    }
    return commands[view.public.phase]
