"""What is loaded before the first screen stands, and that every name loaded later is there."""

from __future__ import annotations

import subprocess
import sys
from importlib import import_module

import pytest

LATER = ("yaml", "cattrs", "sco_tabletop.core.engine", "sco_tabletop.session", "sco_tabletop.tui.look")


def test_the_title_is_drawn_before_rules_and_decks_are_loaded() -> None:
    """What takes long to load waits until something stands on the screen."""
    code = (
        "import sys\nfrom sco_tabletop import commands\nfrom sco_tabletop.tui import app\n"
        f"found = [name for name in {LATER!r} if name in sys.modules]\nassert not found, found\n"
    )
    subprocess.run([sys.executable, "-c", code], check=True)


@pytest.mark.parametrize("name", ["sco_tabletop.content", "sco_tabletop.tui.screens"])
def test_every_name_of_a_package_is_there(name: str) -> None:
    """A name that type checkers know is found when it is asked for; others are not."""
    package = import_module(name)
    for exported in package.__all__:
        assert getattr(package, exported) is package.__dict__[exported]
    with pytest.raises(AttributeError, match="nothing_like_it"):
        _ = package.nothing_like_it
