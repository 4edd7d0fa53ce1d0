"""ASCII twins of the glyphs, and standard streams that never fail at a character which they do not have.

Knows characters and streams only.
"""

from __future__ import annotations

import codecs
import io
import sys
from typing import Final

TWINS: Final[dict[str, str]] = {
    "►": ">",
    "▸": ">", "▹": ">", "◂": "<", "▾": "v", "▲": "^", "▼": "v", "■": "#", "□": "-", "▣": "P", "◇": "N",
    "⌂": "h", "◎": "@", "●": "*", "○": "o", "★": "*", "◆": "C", "▮": "#", "▯": ".", "·": ".",
    "•": "*", "×": "x", "✗": "X",
    "✓": "V", "‼": "!", "⚑": "!", "…": "~", "→": ">", "⌫": "<", "–": "-", "—": "-", "’": "'", "─": "-",
    "⇆": "=", "⊙": "o", "▪": "#", "├": "+", "└": "+", "│": "|", "‘": "'", "“": '"', "”": '"',
}  # fmt: skip
"""One character each, so that nothing on a screen moves."""
LONGER: Final = {"→": "->", "…": "..."}
"""Clearer where lines may be longer."""
HANDLER: Final = "twins"


def twin_of(error: UnicodeError) -> tuple[str | bytes, int]:
    """What is written instead of characters that an encoding lacks: a twin, or a question mark each."""
    if not isinstance(error, UnicodeEncodeError):
        raise error
    lacking = error.object[error.start : error.end]
    return "".join(LONGER.get(c) or TWINS.get(c, "?") for c in lacking), error.end


def settle_streams() -> None:
    """Standard output and error write twins of what their encoding lacks; what cannot be read on standard
    input comes as a mark instead of ending the program."""
    codecs.register_error(HANDLER, twin_of)
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors=HANDLER)
    if isinstance(sys.stdin, io.TextIOWrapper):
        sys.stdin.reconfigure(errors="replace")


def only_ascii() -> None:
    """Lines on standard output are written in ASCII; the screens, which draw on standard error, have a filter
    of their own."""
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(encoding="ascii", errors=HANDLER)
