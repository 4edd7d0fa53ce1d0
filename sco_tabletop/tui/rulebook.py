"""The rule book laid out for a width, and where a paragraph stands in it. Knows no screen and no exercise."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from ..i18n import _
from ..wording.rulebook import book
from .markdown import lines_of
from .text import Line, plain


@lru_cache(maxsize=4)
def pages(columns: int) -> tuple[Line, ...]:
    """The whole book as lines of this width; one sentence if the file is missing."""
    text = "\n".join(book()) or _("The rule book is missing from this installation.")
    return tuple(lines_of(text, columns))


def place_of(lines: Sequence[Line], rule: str) -> int:
    """The number of the line on which the paragraph begins; 0 if it is nowhere."""
    begins = re.compile(rf"{re.escape(rule)}(?![\d.]*\d)")
    named = [n for n, of in enumerate(lines) if any(s.tone == "strong" and begins.match(s.text) for s in of)]
    rows = [n for n, of in enumerate(lines) if begins.match(plain(of)) and "  " in plain(of)]
    return next(iter((*named, *rows)), 0)
