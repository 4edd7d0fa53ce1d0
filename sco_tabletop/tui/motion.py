"""Whether anything may move by itself, and for how long what has changed stands out. One switch for all."""

from __future__ import annotations

from typing import Final

from textual.app import App

FLASH: Final = 0.7
"""Seconds that something changed stands out."""
SLIDE: Final = 0.25
"""Seconds in which a card comes in."""


def moves(app: App[object]) -> bool:
    """False where the person or TEXTUAL_ANIMATIONS asked for no motion."""
    return app.animation_level != "none"
