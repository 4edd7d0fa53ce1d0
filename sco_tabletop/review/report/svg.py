"""Pieces of inline SVG: every text escaped, every colour a variable of the page, for light, dark and print.

Knows nothing of exercises.
"""

from __future__ import annotations

from collections.abc import Iterable
from html import escape
from typing import Final

WIDTH: Final = 440
"""Units of a picture's width: about the pixels of a phone held upright, so texts stay readable there."""
LETTER: Final = 6.2
"""Units that a letter of a small text takes, about."""


def text(
    x: float, y: float, words: str, kind: str = "", anchor: str = "start", size: int = 11, room: float = 0
) -> str:
    """A text; cut to `room` units if given."""
    if room and len(words) * LETTER * size / 11 > room:
        words = words[: max(1, int(room / (LETTER * size / 11)) - 1)] + "…"
    return (
        f'<text x="{x:.1f}" y="{y:.1f}" class="t {kind}" text-anchor="{anchor}" font-size="{size}">'
        f"{escape(words)}</text>"
    )


def line(x: float, y: float, x2: float, y2: float, kind: str = "edge") -> str:
    """A straight line."""
    return f'<line x1="{x:.1f}" y1="{y:.1f}" x2="{x2:.1f}" y2="{y2:.1f}" class="l {kind}"/>'


def path(points: Iterable[tuple[float, float]], kind: str) -> str:
    """A broken line."""
    steps = " ".join(f"{x:.1f},{y:.1f}" for x, y in points)
    return f'<polyline points="{steps}" class="p {kind}"/>'


def box(x: float, y: float, width: float, height: float, kind: str) -> str:
    """A filled bar."""
    return (
        f'<rect x="{x:.1f}" y="{y:.1f}" width="{max(0.0, width):.1f}" height="{height:.1f}" rx="2" '
        f'class="b {kind}"/>'
    )


def disc(x: float, y: float, radius: float, kind: str, title: str = "") -> str:
    """A filled disc with a tooltip."""
    inner = f"<title>{escape(title)}</title>" if title else ""
    return f'<circle cx="{x:.1f}" cy="{y:.1f}" r="{radius:.1f}" class="b {kind}">{inner}</circle>'


def drawing(height: float, title: str, parts: Iterable[str]) -> str:
    """The whole picture; its title is read out by screen readers."""
    inner = "".join(parts)
    return (
        f'<svg viewBox="0 0 {WIDTH} {height:.0f}" role="img" xmlns="http://www.w3.org/2000/svg">'
        f"<title>{escape(title)}</title>{inner}</svg>"
    )
