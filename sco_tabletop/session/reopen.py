"""Going on with a save: the kind of session that its header asks for."""

from __future__ import annotations

from pathlib import Path

from ..record.log import Writer
from .session import Session


def reopen(path: Path) -> Session:
    """Go on where a save stops: curtain closed, exercise time standing still. Raises SaveError if it cannot
    be read or is in use."""
    writer, save = Writer.open(path)
    if save.header.conduct is None:
        return Session(writer, save)
    from .conducted import ConductedSession

    return ConductedSession(writer, save)
