"""What is loaded before the first screen stands, and that every name loaded later is there."""

from __future__ import annotations

import subprocess
import sys
from importlib import import_module
from pathlib import Path

import pytest

LATER = ("yaml", "cattrs", "sco_tabletop.core.engine", "sco_tabletop.session", "sco_tabletop.tui.look")


def test_the_title_is_drawn_before_rules_and_decks_are_loaded() -> None:
    """What takes long to load waits until something stands on the screen."""
    code = (
        "import sys\nfrom sco_tabletop import commands\nfrom sco_tabletop.tui import app\n"
        f"found = [name for name in {LATER!r} if name in sys.modules]\nassert not found, found\n"
    )
    subprocess.run([sys.executable, "-c", code], check=True)


STAFF = (
    "sco_tabletop.session.conducted",
    "sco_tabletop.review.evaluation",
    "sco_tabletop.conduct.preflight",
    "sco_tabletop.lab",
    "multiprocessing",
)
ROOM = """
import sys
from pathlib import Path
from sco_tabletop.content import load, locate
from sco_tabletop.session.begin import Table, begin
from sco_tabletop.tui.app import first_room
deck = load(locate("first-watch"))
room = first_room(begin(Table(), deck, deck_digest="0" * 64, seed=1, practice=True, folder=Path(sys.argv[1])))
assert type(room).__name__ == "RoomScreen"
found = [name for name in {later!r} if name in sys.modules]
assert not found, found
"""


def test_the_room_of_one_player_stands_without_the_staffs_modules(tmp_path: Path) -> None:
    """Script, evaluation and console belong to facilitated exercises: a tenth of the time until a room is."""
    code = ROOM.format(later=STAFF)
    subprocess.run([sys.executable, "-c", code, str(tmp_path)], check=True)


@pytest.mark.parametrize("name", ["sco_tabletop.content", "sco_tabletop.tui.screens"])
def test_every_name_of_a_package_is_there(name: str) -> None:
    """A name that type checkers know is found when it is asked for; others are not."""
    package = import_module(name)
    for exported in package.__all__:
        assert getattr(package, exported) is package.__dict__[exported]
    with pytest.raises(AttributeError, match="nothing_like_it"):
        _ = package.nothing_like_it
