"""The audience table of the manual, parsed; findings where it and the code differ."""

from __future__ import annotations

from pathlib import Path

import attrs

from sco_tabletop.core.events import EVENT_TYPES, Told

TABLE = Path(__file__).resolve().parents[2] / "sco_tabletop" / "manual" / "audience.md"
WORDS = {"all": Told.PUBLIC, "the zone": Told.ZONE, "nobody": Told.NOBODY}
YES = {"yes": True, "no": False}


@attrs.frozen
class Row:
    """One row: who is told, and the undo barrier."""

    told: Told
    reveals: bool
    rolls: bool
    hands_over: bool


def written() -> list[tuple[str, Row, str]]:
    """Event, row and explanation of every table row of the manual, in order."""
    rows = []
    for line in TABLE.read_text(encoding="utf-8").splitlines():
        cells = [cell.strip() for cell in line.strip("|").split("|")]
        if line.startswith("| ") and cells[0] not in ("event", "---"):
            name, told, says, *flags = cells
            rows.append((name, Row(WORDS[told], *(YES[flag] for flag in flags)), says))
    return rows


def audience_findings() -> list[str]:
    """(b) Where the code declares something else than the manual says."""
    by_hand = {name: row for name, row, _ in written()}
    declared = {
        kind.__name__: Row(kind.told, kind.reveals, kind.rolls, kind.hands_over) for kind in EVENT_TYPES
    }
    return [
        f"{name}: the manual says {by_hand.get(name)}, the code {declared.get(name)}"
        for name in sorted(by_hand.keys() | declared.keys())
        if by_hand.get(name) != declared.get(name)
    ]
