"""Two own themes on the Okabe-Ito palette: sky = good, orange = lead, vermillion = alarm.

Every text colour stands at 4.5:1 or more against both the ground and the bar under the cursor; the test
computes it, so change nothing here by eye alone.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Final

from rich.style import Style
from textual.theme import Theme

from .text import Tone

DARK_COLOURS: Final = {
    "sco-ground": "#0f1418",
    "sco-bar": "#1b2731",
    "sco-edge": "#647889",
    "sco-text": "#e6eaee",
    "sco-strong": "#ffffff",
    "sco-dim": "#a3b0bb",
    "sco-good": "#56b4e9",
    "sco-lead": "#ffc21a",
    "sco-alarm": "#e07038",
    "sco-key": "#b9dcf2",
}
LIGHT_COLOURS: Final = {
    "sco-ground": "#fbfaf6",
    "sco-bar": "#e6eef3",
    "sco-edge": "#6f8391",
    "sco-text": "#1b2228",
    "sco-strong": "#000000",
    "sco-dim": "#4c5862",
    "sco-good": "#005a9c",
    "sco-lead": "#513c0c",
    "sco-alarm": "#c43a00",
    "sco-key": "#0b4a73",
}
PAIRED: Final = ("sco-good", "sco-lead", "sco-alarm")
"""What says how a thing stands; each differs from the others, and from what says nothing."""
QUIET: Final = ("sco-text", "sco-strong", "sco-dim")
TEXTS: Final = (*QUIET, *PAIRED, "sco-key")
GROUNDS: Final = ("sco-ground", "sco-bar")

TONES: Final[dict[Tone, str]] = {
    "text": "sco-text",
    "strong": "bold sco-strong",
    "dim": "sco-dim",
    "off": "italic sco-dim",
    "good": "sco-good",
    "lead": "sco-lead",
    "alarm": "bold sco-alarm",
    "title": "bold sco-strong",
    "gone": "strike sco-dim",
    "key": "bold sco-key",
    "flash": "bold reverse sco-strong",
}
"""How each tone looks. Made once for all panes: by style sheet each would work it out at every focus."""
GREY: Final[dict[Tone, str]] = {**TONES, "alarm": "bold underline sco-strong"}
"""The same without colours, where vermillion would be the faintest grey of all."""


@cache
def styles(theme: str, *, grey: bool = False) -> Mapping[str, Style]:
    """How tones look in a theme, or in it without colours, and as "under" the bar under the cursor and behind
    titles."""
    colours = LIGHT_COLOURS if theme == LIGHT.name else DARK_COLOURS
    found = {"under": Style(bgcolor=colours["sco-bar"])}
    for tone, look in (GREY if grey else TONES).items():
        *how, colour = look.split()
        found[tone] = Style.parse(" ".join((*how, colours[colour])))
    return found


def _theme(name: str, colours: dict[str, str], dark: bool) -> Theme:
    return Theme(
        name=name,
        primary=colours["sco-good"],
        secondary=colours["sco-key"],
        warning=colours["sco-lead"],
        error=colours["sco-alarm"],
        success=colours["sco-good"],
        accent=colours["sco-lead"],
        foreground=colours["sco-text"],
        background=colours["sco-ground"],
        surface=colours["sco-ground"],
        panel=colours["sco-bar"],
        dark=dark,
        text_alpha=1.0,
        variables=dict(colours),
    )


DARK: Final = _theme("sco-dark", DARK_COLOURS, dark=True)
LIGHT: Final = _theme("sco-light", LIGHT_COLOURS, dark=False)
