"""Where saves live, and what a new one is called.

Knows folders and the environment; must not know what is in a save. A name never tells a secret.
"""

from __future__ import annotations

import os
import re
import shlex
from collections.abc import Mapping
from datetime import datetime
from pathlib import Path
from typing import Final

import platformdirs

from .error import reason, unusable

SUFFIX: Final = ".jsonl"
VARIABLE: Final = "SCO_SAVES"
_LONGEST: Final = 40


def saves_dir(
    given: Path | None = None, environ: Mapping[str, str] = os.environ, here: Path | None = None
) -> Path:
    """The folder of saves: `given`, else $SCO_SAVES, else ./saves if it is there and writable, else the
    user's data folder. It may not exist yet. `here` is the current folder when not given."""
    if given is not None:
        return given
    if environ.get(VARIABLE):
        return Path(environ[VARIABLE])
    local = (here or Path()) / "saves"
    if local.is_dir() and os.access(local, os.W_OK | os.X_OK):
        return local
    return platformdirs.user_data_path("sco-tabletop", appauthor=False) / "saves"


def new_path(folder: Path, deck: str, when: datetime) -> Path:
    """A path for a new save, like `first-watch-20261124-101500.jsonl`, free at this moment.

    Makes the folder if need be; raises SaveError when that fails. `when` is the time as the player reads it.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise unusable(folder, reason(error)) from error
    stem = f"{_slug(deck)}-{when:%Y%m%d-%H%M%S}"
    path, copy = folder / f"{stem}{SUFFIX}", 1
    while os.path.lexists(path):
        copy += 1
        path = folder / f"{stem}-{copy}{SUFFIX}"
    return path


def typed(path: Path) -> str:
    """A path as it is typed on a command line: quoted where it has blanks, as the user's folders may."""
    return shlex.quote(str(path))


def any_save(folder: Path) -> bool:
    """True if something in the folder looks like a save. Never fails; what is in it nobody has seen."""
    try:
        return any(path.suffix == SUFFIX for path in folder.iterdir())
    except OSError:
        return False


def _slug(deck: str) -> str:
    """The name of a deck with nothing in it that a file system or a shell would stumble over."""
    words = re.sub(r"[^a-z0-9]+", "-", deck.lower()).strip("-")
    return words[:_LONGEST].rstrip("-") or "exercise"


def find_save(given: Path, folder: Path) -> Path:
    """The save that is meant: `given`, or of that name in the folder of saves if nothing is at `given`."""
    inside = folder / given
    return inside if not given.exists() and inside.is_file() else given
