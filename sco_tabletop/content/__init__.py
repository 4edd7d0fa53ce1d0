"""Decks: folders of YAML that become scenarios, with every mistake named in its place.

Knows files, shapes and bounds; must not know screens, seats or saves. This is what other rooms import.
"""

from .loader import check, difficulties, load
from .problems import DeckError, Problem, ProblemKind, UnknownDeck, UnknownDifficulty
from .script import load_script
from .shelf import DeckInfo, deck_names, find_decks, locate
from .source import digest, has_script

__all__ = [
    "DeckError",
    "DeckInfo",
    "Problem",
    "ProblemKind",
    "UnknownDeck",
    "UnknownDifficulty",
    "check",
    "deck_names",
    "difficulties",
    "digest",
    "find_decks",
    "has_script",
    "load",
    "load_script",
    "locate",
]
