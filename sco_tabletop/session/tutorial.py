"""The tutorial: an exercise like any other, on a deck of its own, with a coach beside it.

The coach reads what the player's seat was told, so a save that is opened again goes on where it was.
"""

from __future__ import annotations

from pathlib import Path
from typing import Final

from ..coach.advice import Advice, advise
from ..coach.lessons import learned
from ..content import TUTORIAL, digest, load, locate
from .begin import Table, begin
from .session import Session

SEED: Final = 387
"""A deal in which every lesson comes in its order and the request is answered at once."""
BOTS: Final = "analyst"
"""Who plays the others in that deal."""


def begin_tutorial(folder: Path) -> Session:
    """Deal and save it. Raises DeckError and SaveError."""
    path = locate(TUTORIAL)
    table = Table(bots=BOTS)
    return begin(table, load(path), deck_digest=digest(path), seed=SEED, practice=True, folder=folder)


def coached(session: Session) -> bool:
    """True for one person in one zone of the tutorial, in practice mode."""
    return (
        session.scenario.deck == TUTORIAL
        and session.practice
        and not session.shared
        and len(session.humans) == 1
    )


def advice_of(session: Session) -> Advice | None:
    """The coach's word for the player's zone; None where there is no coach."""
    if not coached(session):
        return None
    zone = session.humans[0]
    return advise(session.view(zone), session.journal(zone))


def learned_in(session: Session) -> frozenset[str]:
    """The lessons that the player of a tutorial has done."""
    zone = session.humans[0]
    return learned(session.journal(zone), zone)
