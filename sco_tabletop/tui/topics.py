"""What help can say of the thing in focus: its name, some sentences, and the rules it rests on."""

from __future__ import annotations

import re
from typing import Final

import attrs

RULE: Final = re.compile(r"\bR\d+\.\d+\b")
MOST: Final = 3
"""How many paragraphs help shows at most; the sentence names them all."""


@attrs.frozen
class Topic:
    """`rules` are numbers of paragraphs of the rule book, the most important first."""

    title: str = ""
    texts: tuple[str, ...] = ()
    rules: tuple[str, ...] = ()


def rules_in(*texts: str) -> tuple[str, ...]:
    """The rules that sentences name, in their order, each once."""
    return tuple(dict.fromkeys(rule for text in texts for rule in RULE.findall(text)))
