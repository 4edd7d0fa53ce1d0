"""What each depth of the process plays (R10.1): commands, effects of cards, parts of the network phase.

Knows the depth alone; what is off is refused with its reason, never hidden.
"""

from __future__ import annotations

from typing import Final

from ..commands import (
    AnyCommand,
    Ask,
    CallHour,
    ChooseOption,
    Command,
    Commit,
    Counsel,
    DrawInject,
    EndTurn,
    GoNoGo,
    Lend,
    Locate,
    Monitor,
    SendTeam,
    Share,
    Stage,
    StandBy,
    TakeDown,
)
from ..rejection import Reason, Rejection
from ..scenario import EffectKind
from ..words import Depth

RULE = "R10.1"
WHOLE_FILE: Final = -1

FIND_PLAYS: Final[tuple[type[Command], ...]] = (
    DrawInject,
    ChooseOption,
    EndTurn,
    Monitor,
    TakeDown,
    Counsel,
    Lend,
    Share,
    Ask,
    StandBy,
)
INVESTIGATE_LACKS: Final[tuple[type[Command], ...]] = (Locate, Stage, SendTeam, CallHour, GoNoGo, Commit)

HUNT_EFFECTS: Final = (EffectKind.CONTACT_LOST, EffectKind.TEAM_HELD)
FIND_LACKS: Final = (
    *HUNT_EFFECTS,
    EffectKind.LEAD,
    EffectKind.LOW_LEAD,
    EffectKind.REVEAL,
    EffectKind.PREPARATION,
    EffectKind.BULLETINS,
)


def plays(depth: Depth, kind: type[Command]) -> bool:
    """True if a kind of command is in play at all."""
    if depth is Depth.FULL:
        return True
    return kind in FIND_PLAYS if depth is Depth.FIND else kind not in INVESTIGATE_LACKS


def out_of_play(depth: Depth, command: AnyCommand) -> Rejection | None:
    """Why a command is not in play; None if it is. Find only asks for whole files: it has no traits."""
    if depth is Depth.FULL:
        return None
    asks_a_trait = depth is Depth.FIND and isinstance(command, Ask) and command.category != WHOLE_FILE
    if plays(depth, type(command)) and not asks_a_trait:
        return None
    return Rejection(Reason.NOT_IN_PLAY, RULE)


def plays_effect(depth: Depth, kind: EffectKind) -> bool:
    """True if an effect of a card is in play; in find only no lead, of any kind, has one."""
    lacking = {Depth.FIND: FIND_LACKS, Depth.INVESTIGATE: HUNT_EFFECTS, Depth.FULL: ()}[depth]
    return kind not in lacking


def has_preparation(depth: Depth) -> bool:
    """True if the network prepares plots."""
    return depth is not Depth.FIND


def has_traits(depth: Depth) -> bool:
    """True if files hold traits: find only looks at nobody closely."""
    return depth is not Depth.FIND


def has_main_plot(depth: Depth) -> bool:
    """True if there is a main plot."""
    return depth is Depth.FULL


def has_hour(depth: Depth) -> bool:
    """True if H-hour can be called: else the last turn ends the exercise (R10.2)."""
    return plays(depth, CallHour)
