"""The rule book by paragraph: the text of R5.16 as it stands in the manual. Reads the book, nothing else."""

from __future__ import annotations

import re
from functools import lru_cache
from pathlib import Path
from typing import Final

BOOK: Final = Path(__file__).resolve().parents[1] / "manual" / "rules.md"
BEGINS: Final = re.compile(r"^(?:#|- |\*\*R\d|\| R\d)")
MARK: Final = re.compile(r"\*\*|`|(?<![\w*])\*(?=\w)|(?<=\w)\*(?![\w*])")
NEXT: Final = re.compile(r" \*\*R\d")


@lru_cache(maxsize=1)
def book() -> tuple[str, ...]:
    """The lines of the book; none if the installation lacks it."""
    try:
        return tuple(BOOK.read_text(encoding="utf-8").splitlines())
    except OSError:
        return ()


@lru_cache(maxsize=64)
def paragraph(rule: str) -> str:
    """A paragraph as plain text, line ends kept; empty if there is none of this number. A row of a table is
    its cells with the headings of their columns."""
    return plain("\n".join(lines_of(rule)))


@lru_cache(maxsize=64)
def quoted(rule: str, note: str) -> str:
    """The paragraph without the tables in it, which hold the numbers of all decks that ship; in their place
    stands `note`."""
    lines = lines_of(rule)
    kept = [text for text in lines if not text.startswith("|")]
    return plain("\n".join(kept)) + (f"\n{note}" if len(kept) < len(lines) else "")


def lines_of(rule: str) -> list[str]:
    """The lines of a paragraph as they stand in the book, of a row of a table what `row` makes of it."""
    number = re.escape(rule)
    head = re.compile(rf"(?:^|[ (])\*\*{number}(?!\d)")
    cell = re.compile(rf"^\| {number} \|")
    lines = book()
    for at, text in enumerate(lines):
        if cell.match(text):
            return [row(lines, at)]
        found = head.search(text)
        if found:
            following = NEXT.search(text, found.end())
            own = text[found.start() : following.start() if following else None].strip()
            return [own] if following else [own, *rest(lines, at + 1)]
    return []


def row(lines: tuple[str, ...], at: int) -> str:
    """A row of a table: its first two cells, then each other one behind the heading of its column."""
    top = next(n for n in range(at, -1, -1) if set(lines[n]) <= set("|-: ")) - 1
    heads, cells = ([part.strip() for part in lines[n].strip("|").split("|")] for n in (top, at))
    others = zip(heads[2:], cells[2:], strict=True)
    named = (f"{head}: {cell}" for head, cell in others if cell not in ("", "-"))
    return "; ".join((" ".join(cells[:2]), *named))


def rest(lines: tuple[str, ...], start: int) -> list[str]:
    """The lines that go on with a paragraph: to the next one, or a blank line that no table follows."""
    found: list[str] = []
    for at in range(start, len(lines)):
        text = lines[at]
        following = lines[at + 1] if at + 1 < len(lines) else ""
        if BEGINS.match(text) or (not text.strip() and not following.startswith("|")):
            break
        found.append(text.strip())
    return found


def plain(text: str) -> str:
    """Without marks of emphasis; rows of tables with their cells apart, rules between them left out."""
    kept = [line for line in text.splitlines() if not re.fullmatch(r"[|\-: ]+", line)]
    return MARK.sub("", "\n".join(line.strip("| ").replace(" | ", "  ") for line in kept))
