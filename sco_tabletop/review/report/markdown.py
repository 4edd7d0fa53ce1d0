"""The report as Markdown. Everything that a deck or a save says is escaped; pictures are told by tables."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

from ...i18n import _
from ..quoting import Quote
from .model import Document, Heading, Log, Picture, Points, Table, Words

_SPECIAL: Final = re.compile(r"([\\`*_{}\[\]<>#|~&$])")
_FIRST: Final = re.compile(r"^(\s*)([-+=]|\d+[.)])")


def safe(text: str) -> str:
    """Text that Markdown shows as it is."""
    flat = " ".join(text.split())
    return _FIRST.sub(r"\1\\\2", _SPECIAL.sub(r"\\\1", flat))


def link(lines: Iterable[int]) -> str:
    """Lines of the save as links into the log."""
    found = ", ".join(f"[{n}](#line-{n})" for n in sorted(set(lines)) if n)
    return f" ({found})" if found else ""


def markdown(document: Document) -> str:
    """The whole report."""
    parts = [f"**{document.stamp}**", f"# {safe(document.title)}", f"*{safe(document.subtitle)}*"]
    for block in document.blocks:
        match block:
            case Heading(text=text, level=level):
                parts.append(f"{'#' * level} {safe(text)}")
            case Words(text=text, lines=lines):
                parts.append(safe(text) + link(lines))
            case Points(items=items):
                parts.append("\n".join(f"- {safe(item.text)}{link(item.lines)}" for item in items))
            case Table():
                parts.append(table(block))
            case Picture(caption=caption):
                text = _("(Picture, in the HTML report) {caption}").format(caption=caption)
                parts.append(f"*{safe(text)}*")
            case Log(quotes=quotes):
                parts.append(log(quotes))
    parts.append(f"**{document.stamp}**")
    return "\n\n".join(parts) + "\n"


def table(of: Table) -> str:
    """A table; its caption stands above it."""
    lines = [f"**{safe(of.caption)}**\n"] if of.caption else []
    lines.append("| " + " | ".join(map(safe, of.heads)) + " |")
    lines.append("|" + " --- |" * len(of.heads))
    lines += ["| " + " | ".join(safe(c.text) + link(c.lines) for c in row) + " |" for row in of.rows]
    return "\n".join(lines)


def log(quotes: tuple[Quote, ...]) -> str:
    """The log, with a place to jump to at each line's first sentence."""
    found, seen = [], 0
    for quote in quotes:
        place = f'<a id="line-{quote.line}"></a>' if quote.line != seen else ""
        seen = quote.line
        text = _("{line}, R{round}: {text}").format(line=quote.line, round=quote.round, text=safe(quote.text))
        found.append(f"- {place}{text}")
    return "\n".join(found)
