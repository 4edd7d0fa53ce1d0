"""The letters of a turn: one for each kind of decision."""

from __future__ import annotations

from typing import Final

from ...core.commands import (
    Analyse,
    Ask,
    Bulletin,
    Command,
    Counsel,
    Discard,
    EndTurn,
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
    Withdraw,
)

TURN_KINDS: Final[tuple[tuple[str, type[Command]], ...]] = (
    ("m", Monitor),
    ("a", Analyse),
    ("t", Trace),
    ("o", Locate),
    ("g", Stage),
    ("v", SendTeam),
    ("b", Bulletin),
    ("l", Lend),
    ("d", TakeDown),
    ("c", Counsel),
    ("p", Protect),
    ("w", StandBy),
    ("s", Share),
    ("n", Name),
    ("r", Ask),
    ("y", Withdraw),
    ("x", Discard),
    ("e", EndTurn),
)
"""Letter and kind of everything a zone may do in its turn: actions, then free moves, then the end."""

KIND_OF: Final[dict[str, type[Command]]] = {kind.__name__: kind for _letter, kind in TURN_KINDS}
LETTER_OF: Final[dict[type[Command], str]] = {kind: letter for letter, kind in TURN_KINDS}
