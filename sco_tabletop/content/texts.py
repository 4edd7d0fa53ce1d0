"""Checks of every text in a file: not empty, not too long, on one line, ids well formed.

Knows the tables of bounds; must not know what a text is for. Works on the plain values, so that one
wrong field does not hide another.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from typing import Final

from ..i18n import _
from .bounds import EMPTY_ALLOWED, NAME, TEXTS, TextBound
from .checking import Checking
from .problems import Steps, shown

_ID: Final = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*", re.ASCII)
_ZONE_ID: Final = re.compile(r"[A-Z][A-Z0-9]{1,3}", re.ASCII)
_NUMBER: Final = re.compile(r"[A-Za-z0-9]+([.-][A-Za-z0-9]+)*", re.ASCII)
_IDS: Final = {
    "id": _ID,
    "default_difficulty": _ID,
    "objectives[].id": _ID,
    "cards[].id": _ID,
    "zones[].id": _ZONE_ID,
    "injects[].id": _NUMBER,
    "injects[].branches[].id": _ID,
}


def check_texts(checking: Checking) -> None:
    """Every text of the document against its bound."""
    for steps, text in _texts(checking.document.value, ()):
        pattern = _pattern(steps)
        bound = TEXTS.get(pattern, NAME)
        if not text.strip():
            if pattern not in EMPTY_ALLOWED:
                checking.error(steps, _("the text is empty."))
            continue
        _check_bound(checking, steps, text, bound)
        if pattern in _IDS and not _IDS[pattern].fullmatch(text):
            checking.error(steps, _bad_id(text, _IDS[pattern]))


def width(text: str) -> int:
    """Columns of the text on a screen: wide letters count two, marks on letters none."""
    total = 0
    for letter in text:
        if unicodedata.category(letter) not in ("Mn", "Me", "Cf"):
            total += 2 if unicodedata.east_asian_width(letter) in "WF" else 1
    return total


def check_id(checking: Checking, steps: Steps, name: str) -> None:
    """The name of a field that serves as an id."""
    if not _ID.fullmatch(name):
        checking.error(steps, _bad_id(name, _ID), key=True)


def _check_bound(checking: Checking, steps: Steps, text: str, bound: TextBound) -> None:
    if not bound.lines and "\n" in text:
        checking.error(steps, _("the text must stand on one line."))
    size = width(text)
    if size > bound.width:
        message = _("the text is {width} columns wide; {limit} at most are allowed.")
        checking.error(steps, message.format(width=size, limit=bound.width))
    words = len(text.split())
    if bound.words and words > bound.words:
        message = _("the text has {count} words; {limit} at most can be spoken as one message.")
        checking.error(steps, message.format(count=words, limit=bound.words))


def _bad_id(text: str, form: re.Pattern[str]) -> str:
    if form is _ZONE_ID:
        message = _("{name} is not an id of a zone: two to four capital letters or digits, a letter first.")
    elif form is _NUMBER:
        message = _("{name} is not the number of an inject: letters and digits, parts joined by . or -.")
    else:
        message = _("{name} is not an id: small letters and digits, parts joined by hyphens.")
    return message.format(name=shown(text))


def _texts(value: object, steps: Steps) -> Iterator[tuple[Steps, str]]:
    if isinstance(value, str):
        yield steps, value
    elif isinstance(value, list):
        for index, entry in enumerate(value):
            yield from _texts(entry, (*steps, index))
    elif isinstance(value, dict):
        for key, entry in value.items():
            yield from _texts(entry, (*steps, key))


def _pattern(steps: Steps) -> str:
    """`zones[].id`; the five disciplines count as entries of a list."""
    pattern = ""
    for step in steps:
        if isinstance(step, int) or pattern == "disciplines":
            pattern += "[]"
        else:
            pattern += f".{step}" if pattern else step
    return pattern
