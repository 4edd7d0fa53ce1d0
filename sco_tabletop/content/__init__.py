"""Decks: folders of YAML that become scenarios, with every mistake named in its place.

Knows files, shapes and bounds; must not know screens, seats or saves. This is what other rooms import; each
name is loaded when it is first asked for, because the list of decks needs no YAML.
"""

from typing import TYPE_CHECKING

from ..on_demand import on_demand

if TYPE_CHECKING:
    from .json_schema import schemas
    from .loader import check, difficulties, load
    from .problems import DeckError, Problem, ProblemKind, UnknownDeck, UnknownDifficulty
    from .script import load_script
    from .script_writer import script_yaml
    from .shelf import FIRST, TUTORIAL, DeckInfo, deck_names, find_decks, locate
    from .source import digest, has_script
else:
    __getattr__ = on_demand(
        __name__,
        {
            "schemas": "json_schema",
            **dict.fromkeys(("check", "difficulties", "load"), "loader"),
            **dict.fromkeys(
                ("DeckError", "Problem", "ProblemKind", "UnknownDeck", "UnknownDifficulty"), "problems"
            ),
            "load_script": "script",
            "script_yaml": "script_writer",
            **dict.fromkeys(("FIRST", "TUTORIAL", "DeckInfo", "deck_names", "find_decks", "locate"), "shelf"),
            **dict.fromkeys(("digest", "has_script"), "source"),
        },
    )

__all__ = [
    "FIRST",
    "TUTORIAL",
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
    "schemas",
    "script_yaml",
]
