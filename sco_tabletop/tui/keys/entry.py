"""What the registry of keys is made of: an entry, its keys on both layouts, its binding, a footer.

Only letters, digits, F-keys, arrows, Tab, Enter, Space; Esc always has a second key. Each letter is also
bound to the key at the same place of the Russian layout.
"""

from __future__ import annotations

from typing import Final

import attrs
from textual.binding import Binding

LATIN: Final = "qwertyuiopasdfghjklzxcvbnm"
RUSSIAN: Final = "йцукенгшщзфывапролдячсмить"
FOOTER_KEYS: Final = 6
"""How many keys a footer shows at most at 80 columns."""
FIRST: Final = ("f1", "f2", "f8")
"""Keys that no text field takes for itself."""
ALWAYS: Final = ("help", "palette")
"""Actions that no footer leaves out: from these two everything else is found, by key and by mouse."""


@attrs.frozen
class Entry:
    """One key of a screen. `label` stands in the footer if `place` is 1 or more (lowest first)."""

    key: str
    action: str
    label: str
    sentence: str
    place: int = 0
    shown: str = ""

    @property
    def face(self) -> str:
        """The key as a person reads it."""
        return self.shown or self.key.split(",")[0].capitalize()


def twin(keys: str) -> str:
    """The keys with, for each letter, the Russian key at the same place, and both as capitals: keys are shown
    as capitals, and caps lock may be on."""
    found = []
    for key in keys.split(","):
        found.append(key)
        if len(key) == 1 and key in LATIN:
            russian = RUSSIAN[LATIN.index(key)]
            found += [russian, key.upper(), russian.upper()]
    return ",".join(found)


def bindings(entries: tuple[Entry, ...]) -> list[Binding]:
    """Bindings of a screen; entries without an action of their own are handled by the pane in focus."""
    return [
        Binding(twin(entry.key), entry.action, show=False, priority=entry.key in FIRST)
        for entry in entries
        if entry.action != "none"
    ]


def footer(entries: tuple[Entry, ...], most: int = FOOTER_KEYS) -> tuple[Entry, ...]:
    """The entries that stand in the footer."""
    placed = sorted((entry for entry in entries if entry.place), key=lambda entry: entry.place)
    if len(placed) > most:
        keep = sorted(placed, key=lambda entry: (entry.action not in ALWAYS, entry.place))[:most]
        placed = [entry for entry in placed if entry in keep]
    return tuple(placed)
