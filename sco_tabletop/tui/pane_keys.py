"""Keys of every pane in focus, the part of the registry of keys that no screen changes."""

from __future__ import annotations

from typing import Final

PANES: Final = range(1, 9)
"""The panes of a room by number."""
STEPS: Final = {"up": -1, "down": 1}
"""The keys pressed most move the cursor in the pane itself: a binding is found only after a way up through
every part of the screen."""


def pane_bindings() -> tuple[tuple[str, str], ...]:
    """Keys of every pane in focus besides STEPS."""
    return (
        ("pageup", "page(-1)"),
        ("pagedown", "page(1)"),
        ("home", "far(-1)"),
        ("end", "far(1)"),
        ("left", "turn(-1)"),
        ("right", "turn(1)"),
        ("enter,space", "choose"),
    )
