"""The report as one self-contained HTML file: no script, nothing loaded, light, dark and print.

Everything that a deck or a save says is escaped. The look is in `style.css` beside this file, put inside.
"""

from __future__ import annotations

from collections.abc import Iterable
from html import escape
from pathlib import Path
from typing import Final

from ...i18n import _
from ..quoting import Quote
from .model import Document, Heading, Log, Picture, Points, Table, Tone, Words

STYLE: Final = Path(__file__).with_name("style.css")
MANY: Final = 4
"""Columns that a phone held upright has room for."""
PROSE: Final = 60
"""A cell with more letters than this holds sentences; a column of them keeps its width on a phone."""
SHORT: Final = 12
"""Rows of a table that is not torn between two printed pages."""
POLICY: Final = "default-src 'none'; style-src 'unsafe-inline'; img-src data:"


def html(document: Document) -> str:
    """The whole page. Head and foot of the outer table are what every printed page begins and ends with."""
    stamp = escape(document.stamp)
    title = escape(document.title)
    body = "\n".join(block_html(number, block) for number, block in enumerate(document.blocks))
    return (
        f'<!doctype html>\n<html lang="{escape(_("en"))}">\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{POLICY}">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{title}</title>\n<style>\n{STYLE.read_text(encoding='utf-8')}</style>\n</head>\n<body>\n"
        '<table class="sheet" role="presentation">\n'
        f'<thead><tr><td class="stamp">{stamp}</td></tr></thead>\n'
        "<tbody><tr><td>\n"
        f'<header><h1>{title}</h1>\n<p class="dim">{escape(document.subtitle)}</p></header>\n'
        f"{contents(document)}\n<main>\n{body}\n</main>\n"
        f'<footer class="dim">{escape(disclaimer())}</footer>\n'
        f'</td></tr></tbody>\n<tfoot><tr><td class="stamp">{stamp}</td></tr></tfoot>\n</table>\n'
        "</body>\n</html>\n"
    )


def disclaimer() -> str:
    """What every page of the program says of itself."""
    return _(
        "All persons and networks are fictional. An independent training game, "
        "not affiliated with the SCO, RATS or any state."
    )


def contents(document: Document) -> str:
    """Links to the sections."""
    items = "".join(
        f'<li><a href="#s{number}">{escape(block.text)}</a></li>'
        for number, block in enumerate(document.blocks)
        if isinstance(block, Heading) and block.level == 2
    )
    return f'<nav aria-label="{escape(_("Contents"))}"><ul>{items}</ul></nav>'


def tone_class(tone: Tone) -> str:
    """The class of a tone."""
    return f' class="{tone}"' if tone else ""


def links(lines: Iterable[int]) -> str:
    """Lines of the save as links into the log."""
    found = [f'<a href="#line-{n}">{n}</a>' for n in sorted(set(lines)) if n]
    return f' <span class="ref">{" ".join(found)}</span>' if found else ""


def block_html(number: int, block: object) -> str:
    """One block."""
    match block:
        case Heading(text=text, level=level):
            return f'<h{level} id="s{number}">{escape(text)}</h{level}>'
        case Words(text=text, lines=lines, tone=tone):
            return f"<p{tone_class(tone)}>{escape(text)}{links(lines)}</p>"
        case Points(items=items):
            inner = "".join(
                f"<li{tone_class(item.tone)}>{escape(item.text)}{links(item.lines)}</li>" for item in items
            )
            return f"<ul>{inner}</ul>"
        case Table():
            return table(block)
        case Picture(svg=svg, caption=caption):
            return f"<figure>{svg}<figcaption>{escape(caption)}</figcaption></figure>"
        case Log(quotes=quotes):
            return log(quotes)
        case _:
            raise TypeError(type(block).__name__)


def table(of: Table) -> str:
    """A table that scrolls by itself on a narrow screen; one of many columns becomes a list of its rows
    there, each value after its head."""
    kind = "wide many" if len(of.heads) > MANY else "wide"
    long = any(len(cell.text) > PROSE for row in of.rows for cell in row)
    kind += " prose" if long and len(of.heads) <= MANY else ""
    kind += " short" if len(of.rows) <= SHORT else ""
    caption = f"<caption>{escape(of.caption)}</caption>" if of.caption else ""
    heads = "".join(f'<th scope="col">{escape(head)}</th>' for head in of.heads)
    rows = []
    for row in of.rows:
        cells = [
            f'<td data-head="{escape(label)}"{tone_class(c.tone)}>{escape(c.text)}{links(c.lines)}</td>'
            for label, c in zip(of.heads[1:], row[1:], strict=True)
        ]
        first = row[0]
        head = f'<th scope="row">{escape(first.text)}{links(first.lines)}</th>'
        rows.append(f"<tr>{head}{''.join(cells)}</tr>")
    return (
        f'<div class="{kind}" tabindex="0"><table>{caption}<thead><tr>{heads}</tr></thead>'
        f"<tbody>{''.join(rows)}</tbody></table></div>"
    )


def log(quotes: tuple[Quote, ...]) -> str:
    """The log: one item a line of the save."""
    found: list[str] = []
    seen = 0
    for quote in quotes:
        if quote.line != seen:
            seen = quote.line
            close = "</li>" if found else ""
            head = escape(_("{line}, R{round}").format(line=quote.line, round=quote.round))
            found.append(f'{close}<li id="line-{quote.line}"><span class="ref">{head}</span>')
        found.append(f" <span>{escape(quote.text)}</span>")
    return f'<ol class="log">{"".join(found)}</li></ol>' if found else ""
