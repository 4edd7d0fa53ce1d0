"""Why a bot did something: ids and numbers of what everybody may see, never the values behind them.

A reason is talk (R3.11): it names a persona on the Index, what is missing, and the alternative it beat.
"""

from __future__ import annotations

from enum import Enum

import attrs

from ..core.commands import (
    Analyse,
    AnyCommand,
    Bulletin,
    Counsel,
    Lend,
    Locate,
    Monitor,
    Name,
    Protect,
    SendTeam,
    Share,
    Stage,
    StandBy,
    TakeDown,
    Trace,
)


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


NEEDS: dict[type, Need] = {
    Analyse: Need.TRAIT,
    Trace: Need.LINK,
    Monitor: Need.PERSONA,
    Share: Need.READER,
    Bulletin: Need.READERS,
    Name: Need.PERSON,
    Locate: Need.PLACE,
    Stage: Need.TEAM,
    Lend: Need.SKILL,
    SendTeam: Need.TEAMS,
    TakeDown: Need.CALM,
    Counsel: Need.PREVENTION,
    Protect: Need.SHIELD,
    StandBy: Need.NOTHING,
}


@attrs.frozen
class Reason:
    """`persona` and `category` are -1 where none is meant; `beat` is the best move of another kind or on
    another persona that was possible, None if there was none worth anything."""

    need: Need
    persona: int = -1
    category: int = -1
    zone: int = -1
    beat: AnyCommand | None = None


@attrs.frozen
class Choice:
    """A decision and why; a decision without a reason is one that has no alternative."""

    command: AnyCommand
    reason: Reason | None = None


def reason_for(command: AnyCommand, beat: AnyCommand | None = None) -> Reason | None:
    """The reason of a move: what it is meant to bring, and what it was preferred to."""
    need = NEEDS.get(type(command))
    if need is None:
        return None
    persona = getattr(command, "persona", -1)
    category = getattr(command, "discipline", -1)
    return Reason(need, persona, category, getattr(command, "to", -1), beat)
