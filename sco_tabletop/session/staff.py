"""What the staff adds to the advice of a bot: nothing that is free is left lying.

Knows views and what bots make of them; must not know the session.
"""

from __future__ import annotations

from ..bots.estimates import Estimate
from ..bots.frame import best_share
from ..bots.reasons import Choice
from ..core.commands import EndTurn
from ..core.legal import legal
from ..core.view import View


def before_leaving(view: View, advised: Choice) -> Choice:
    """The same advice; instead of the end of the turn the share of most use, if one is of any.

    A bot keeps its share back when it brings little, but it costs nothing and is lost with the turn (R5.5).
    """
    if not isinstance(advised.command, EndTurn):
        return advised
    return best_share(Estimate(view), tuple(legal(view)), least=0.0) or advised
