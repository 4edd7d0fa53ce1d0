"""One decision, as a person is told of it. Knows commands and events; must not know the state."""

from __future__ import annotations

import attrs

from ..core.commands import AnyCommand
from ..core.events import AnyEvent
from ..core.talk import Reason


@attrs.frozen
class Step:
    """One decision as `reader` was told it: the acting zone if a person who may look plays it, else the first
    zone of that person, else everybody. What other seats were told is in their journals (R3.3)."""

    zone: int
    by: str
    command: AnyCommand
    reader: int
    told: tuple[AnyEvent, ...]
    why: Reason | None = None
