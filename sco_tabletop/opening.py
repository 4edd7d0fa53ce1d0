"""Hands over to the Textual screens, which nothing else of the command line loads."""

from __future__ import annotations

import argparse
import os
import sys
from typing import TYPE_CHECKING

from .record.place import saves_dir
from .settings import open_shelf, settings_path

if TYPE_CHECKING:
    from .review.replay import Replay
    from .session.session import Session


def run_screens(
    arguments: argparse.Namespace,
    session: Session | None = None,
    replay: Replay | None = None,
    facilitate: str = "",
    *,
    fresh: bool = False,
) -> int:
    """Open the Textual screens with what the command line and the user's settings say; a settings file that
    cannot be used is told on standard error, and by the screen of settings."""
    if arguments.no_color:
        os.environ["NO_COLOR"] = "1"
    from .tui.app import Start, run

    shelf = open_shelf(settings_path())
    if shelf.trouble:
        print(shelf.trouble, file=sys.stderr)
    return run(
        Start(
            saves=saves_dir(arguments.saves),
            session=session,
            replay=replay,
            ascii=arguments.ascii,
            facilitate=facilitate,
            fresh=fresh,
            shelf=shelf,
        )
    )
