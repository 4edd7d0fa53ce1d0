"""Keys of every pane in focus, the part of the registry of keys that no screen changes."""

from __future__ import annotations

from typing import Final

PANES: Final = range(1, 9)
"""The panes of a room by number."""


def pane_bindings() -> tuple[tuple[str, str], ...]:
    """Keys of every pane in focus."""
    return (
        ("up", "step(-1)"),
        ("down", "step(1)"),
        ("pageup", "page(-1)"),
        ("pagedown", "page(1)"),
        ("home", "far(-1)"),
        ("end", "far(1)"),
        ("left", "turn(-1)"),
        ("right", "turn(1)"),
        ("enter,space", "choose"),
    )
