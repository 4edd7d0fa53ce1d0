"""The table of the console's keys in the facilitator's guide, made from the registry of keys.

`python -m tests.tui.keys_in_manual` writes it anew between its two marks.
"""

from __future__ import annotations

from pathlib import Path
from typing import Final

import sco_tabletop
from sco_tabletop.tui.conduct_keys import CONSOLE
from sco_tabletop.tui.keys import EVERYWHERE, Entry

GUIDE: Final = Path(sco_tabletop.__file__).parent / "manual" / "facilitator.md"
AT_CONSOLE: Final = (*CONSOLE, *EVERYWHERE)
BEGIN: Final = "<!-- keys of the console -->"
END: Final = "<!-- end of the keys -->"


def table(entries: tuple[Entry, ...]) -> str:
    """One row a key, in the order of the registry, which is that of the help page."""
    rows = [f"| **{entry.face}** | {entry.sentence} |" for entry in entries]
    return "\n".join(["| key at the console | what it does |", "| --- | --- |", *rows])


def renewed(text: str, entries: tuple[Entry, ...] = AT_CONSOLE) -> str:
    """The guide with the table as the registry has it. Raises ValueError if a mark is missing."""
    before, rest = text.split(BEGIN)
    _old, after = rest.split(END)
    return f"{before}{BEGIN}\n\n{table(entries)}\n\n{END}{after}"


if __name__ == "__main__":
    GUIDE.write_text(renewed(GUIDE.read_text(encoding="utf-8")), encoding="utf-8")
