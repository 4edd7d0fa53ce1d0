"""What a plain word in YAML means: the core schema of YAML 1.2, and nothing more.

Knows regular expressions; must not know where the word stood or what it is for. PyYAML's own rules are
those of 1.1, in which `NO` is false and `12:30` is 750.
"""

from __future__ import annotations

import re
from typing import Final

Scalar = None | bool | int | float | str

MAX_DIGITS: Final = 15
"""Longer whole numbers are refused: none is wanted, and huge ones are slow to read."""

_NULL: Final = frozenset({"", "~", "null", "Null", "NULL"})
_TRUE: Final = frozenset({"true", "True", "TRUE"})
_FALSE: Final = frozenset({"false", "False", "FALSE"})
_WHOLE: Final = re.compile(r"[-+]?[0-9]+", re.ASCII)
_OCTAL: Final = re.compile(r"0o[0-7]+", re.ASCII)
_HEX: Final = re.compile(r"0x[0-9a-fA-F]+", re.ASCII)
_FLOAT: Final = re.compile(r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?", re.ASCII)
_INFINITE: Final = re.compile(r"[-+]?\.(inf|Inf|INF)", re.ASCII)
_NOT_A_NUMBER: Final = frozenset({".nan", ".NaN", ".NAN"})


class TooLongError(ValueError):
    """A number with more digits than anybody needs."""


def plain(word: str) -> Scalar:
    """The value of an unquoted word; raises TooLongError."""
    if word in _NULL:
        return None
    if word in _TRUE:
        return True
    if word in _FALSE:
        return False
    if _WHOLE.fullmatch(word):
        return int(_bounded(word))
    if _OCTAL.fullmatch(word):
        return int(_bounded(word)[2:], 8)
    if _HEX.fullmatch(word):
        return int(_bounded(word)[2:], 16)
    return _float_or_text(word)


def _float_or_text(word: str) -> Scalar:
    if _FLOAT.fullmatch(word):
        return float(word)
    if _INFINITE.fullmatch(word):
        return float(word.replace(".", "", 1))
    if word in _NOT_A_NUMBER:
        return float("nan")
    return word


def _bounded(word: str) -> str:
    if len(word) > MAX_DIGITS:
        raise TooLongError(word)
    return word
