"""A copy of First Watch to damage, and the place where a message must point.

Numbers that are tuned from time to time are set to fixed ones in the copy, so that tuning moves no test.

In a replacement the mark `¦` stands where the problem is expected; it is taken out before writing.
"""

from __future__ import annotations

import re
from pathlib import Path

import attrs

from sco_tabletop.content import Problem, check

MARK = "¦"
SOURCE = Path(__file__).parents[2] / "decks" / "first-watch"
DECK, CARDS = "deck.yaml", "injects.yaml"
FIXED = {"rounds": "8", "main_rounds": "[6, 7, 8]", "threat_limit": "11"}


@attrs.define
class Workshop:
    """A deck folder of its own."""

    folder: Path

    def write(self, name: str, text: str) -> tuple[int, int]:
        """Write a file; the place of the mark, or the first character of the file."""
        before = text.partition(MARK)[0] if MARK in text else ""
        (self.folder / name).write_text(text.replace(MARK, ""), encoding="utf-8")
        return before.count("\n") + 1, len(before) - before.rfind("\n")

    def swap(self, name: str, old: str, new: str) -> tuple[int, int]:
        """Replace the first `old`; the place of the mark in `new`."""
        text = (self.folder / name).read_text(encoding="utf-8")
        assert old in text, f"{old!r} is not in {name}"
        return self.write(name, text.replace(old, new, 1))

    def at(self, name: str, place: tuple[int, int]) -> tuple[Problem, ...]:
        """The problems that point exactly here."""
        return tuple(
            problem
            for problem in check(self.folder)
            if Path(problem.file).name == name and (problem.line, problem.column) == place
        )


def make(parent: Path) -> Workshop:
    """A fresh copy below `parent`."""
    folder = parent / "first-watch"
    folder.mkdir()
    for name in (DECK, CARDS):
        (folder / name).write_bytes((SOURCE / name).read_bytes())
    shop = Workshop(folder)
    text = (folder / DECK).read_text(encoding="utf-8")
    for number, value in FIXED.items():
        (line,) = re.findall(rf"^  {number}: .*$", text, re.MULTILINE)
        shop.swap(DECK, f"{line}\n", f"  {number}: {value}\n")
    return shop
