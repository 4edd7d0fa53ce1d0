"""Words of a list that stand for things of the exercise: recipients, types, methods, tasks.

Knows the scenario's zones and objectives; must not know a row. What is not understood is given back.
"""

from __future__ import annotations

import re
from typing import Final

from ...core.scenario import Scenario
from ..script import HelpClass, InjectType

EVERYBODY: Final = ("all", "all zones", "all teams", "all states", "all players", "all participants")
EVERYBODY_TOO: Final = ("everybody", "everyone", "plenary")

TYPES: Final[dict[str, InjectType]] = {
    "": InjectType.INJECT,
    "inject": InjectType.INJECT,
    "contingency": InjectType.CONTINGENCY,
    "contingency inject": InjectType.CONTINGENCY,
    "expected action": InjectType.EXPECTED,
    "information": InjectType.INFORMATION,
    "info": InjectType.INFORMATION,
    "administrative": InjectType.INFORMATION,
    "admin": InjectType.INFORMATION,
}

METHODS: Final[dict[str, str]] = {
    "phone": "phone",
    "telephone": "phone",
    "phone call": "phone",
    "call": "phone",
    "email": "e-mail",
    "mail": "e-mail",
    "chat": "chat",
    "message": "chat",
    "radio": "radio",
    "written": "written",
    "letter": "written",
    "paper": "written",
    "hand out": "written",
    "handout": "written",
    "verbal": "verbal",
    "oral": "verbal",
    "in person": "verbal",
    "face to face": "verbal",
    "other": "other",
}
"""Words by the method they stand for; hyphens do not count in `e-mail`."""

_BETWEEN: Final = re.compile(r"[;,/|&+()\n]|\band\b", re.IGNORECASE)
_LESS: Final = re.compile(r"\b(?:except|excluding|but|not|without|minus|no)\b", re.IGNORECASE)
_AROUND: Final = re.compile(r"\b(?:combat|national|zone|team)\b")
_CLASS: Final = re.compile(r"help|pressure|redirect")


def recipients(text: str, scenario: Scenario) -> tuple[tuple[int, ...], bool, tuple[str, ...]]:
    """Zones (ascending), whether everybody is meant, and the names that are neither.

    With a word that takes somebody out ("all except") nothing is guessed: a zone could see what it must not.
    """
    if _LESS.search(text):
        return (), False, (" ".join(text.split()),)
    known = {
        name.casefold(): number
        for number, zone in enumerate(scenario.zones)
        for name in (zone.short, zone.name, zone.id)
    }
    zones: set[int] = set()
    everybody, unknown = False, list[str]()
    for name in filter(None, (part.strip() for part in _BETWEEN.split(text))):
        word = " ".join(name.casefold().split())
        core = " ".join(_AROUND.sub(" ", word).split())
        if word in (*EVERYBODY, *EVERYBODY_TOO):
            everybody = True
        elif word in known or core in known:
            zones.add(known[word] if word in known else known[core])
        else:
            unknown.append(name)
    return (() if everybody else tuple(sorted(zones))), everybody, tuple(unknown)


def type_of(text: str) -> InjectType | None:
    """The type of a line, None if the word is not known. A class may stand beside `contingency inject`."""
    word = " ".join(re.findall(r"[^\W_]+", _CLASS.sub(" ", text.casefold())))
    return TYPES.get(word)


def class_of(text: str) -> HelpClass:
    """The class of a contingency inject that is named in the text."""
    found = _CLASS.search(text.casefold())
    return HelpClass(found[0]) if found else HelpClass.NONE


def method_of(text: str) -> str | None:
    """How an inject is delivered; None if the word is not known, verbal if there is none."""
    word = " ".join(text.casefold().replace("e-mail", "email").replace("-", " ").split())
    return METHODS.get(word) if word else "verbal"


def tasks_of(text: str, scenario: Scenario) -> tuple[tuple[str, ...], tuple[str, ...], tuple[str, ...]]:
    """Tasks that are named, objectives of which no task is named (all their tasks count), words left over."""
    known = {name for one in scenario.objectives for name in one.names}
    names = {name.casefold(): one for one in scenario.objectives for name in (one.id, one.title)}
    tasks, whole, unknown = list[str](), list[str](), list[str]()
    for part in filter(None, (part.strip() for part in re.split(r"[;,\n]", text))):
        word = " ".join(part.split())
        if word in known:
            tasks.append(word)
        elif objective := names.get(word.casefold()):
            whole.append(objective.title)
            tasks += objective.names
        else:
            unknown.append(part)
    return tuple(dict.fromkeys(tasks)), tuple(whole), tuple(unknown)
