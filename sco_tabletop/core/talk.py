"""Why somebody did something: ids and numbers of what everybody may see, never the values behind them.

A reason is talk (R3.11): it names a persona on the Index, what is missing, and the alternative it beat.
"""

from __future__ import annotations

from enum import Enum

import attrs

from .commands import AnyCommand


class Need(Enum):
    """What a move is meant to bring."""

    TRAIT = "trait"
    LINK = "link"
    PERSONA = "persona"
    READER = "reader"
    READERS = "readers"
    PERSON = "person"
    PLACE = "place"
    TEAM = "team"
    SKILL = "skill"
    TEAMS = "teams"
    CALM = "calm"
    PREVENTION = "prevention"
    SHIELD = "shield"
    NOTHING = "nothing"


@attrs.frozen
class Reason:
    """`persona` and `category` are -1 where none is meant; `beat` is the best move of another kind or on
    another persona that was possible, None if there was none worth anything."""

    need: Need
    persona: int = -1
    category: int = -1
    zone: int = -1
    beat: AnyCommand | None = None
