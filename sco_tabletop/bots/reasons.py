"""What a bot says of its own move: the reason beside the command."""

from __future__ import annotations

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
from ..core.talk import Need, Reason

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
