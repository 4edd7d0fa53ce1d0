"""Where decks stand: beside the package in a checkout, inside it in a wheel, or where the user says.

Knows folders; must not know what is in a deck beyond its title and difficulties.
"""

from __future__ import annotations

from pathlib import Path
from typing import Final

import attrs

from .problems import DeckError, UnknownDeck
from .source import DECK_FILE

FIRST: Final = "first-watch"
"""The deck for a first exercise."""

TUTORIAL: Final = "tutorial"
"""The deck that is played with a coach."""

_PACKAGE: Final = Path(__file__).resolve().parents[1]


@attrs.frozen
class DeckInfo:
    """A deck on the shelf. A deck with errors has its name for a title and no difficulties."""

    name: str
    title: str
    difficulties: tuple[str, ...]
    path: Path


def find_decks() -> tuple[DeckInfo, ...]:
    """Every deck that can be called by name, in alphabetical order."""
    return tuple(_info(name, path) for name, path in sorted(_shelved().items()))


def deck_names() -> tuple[str, ...]:
    """The names of all decks that can be called by name, without reading them."""
    return tuple(sorted(_shelved()))


def locate(name_or_path: str) -> Path:
    """The folder of a deck, by the name on the shelf or by path; raises UnknownDeck."""
    shelved = _shelved()
    if name_or_path in shelved:
        return shelved[name_or_path]
    path = Path(name_or_path)
    try:
        if name_or_path and path.name == DECK_FILE and path.is_file():
            return path.parent
        if name_or_path and path.is_dir() and (path / DECK_FILE).is_file():
            return path
    except (OSError, ValueError):
        pass
    raise UnknownDeck(name_or_path, tuple(sorted(shelved)))


def _roots() -> tuple[Path, ...]:
    checkout = _PACKAGE.parent
    inside = (_PACKAGE / "decks",)
    return (checkout / "decks", *inside) if (checkout / "pyproject.toml").is_file() else inside


def _shelved() -> dict[str, Path]:
    """Folders with a deck file by name; the first place that has a name keeps it."""
    found: dict[str, Path] = {}
    for root in _roots():
        if root.is_dir():
            for path in sorted(root.iterdir()):
                if (path / DECK_FILE).is_file():
                    found.setdefault(path.name, path)
    return found


def _info(name: str, path: Path) -> DeckInfo:
    from .loader import outline  # reads YAML, which no name on the shelf needs

    try:
        title, difficulties = outline(path)
    except DeckError:
        return DeckInfo(name, name, (), path)
    return DeckInfo(name, title, difficulties, path)
