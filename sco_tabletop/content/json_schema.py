"""The files of a deck as JSON Schema (draft 2020-12), so that an editor can complete and check them.

Knows the shapes of `schema` and the bounds of texts; what must fit each other is left to `check`.
"""

from __future__ import annotations

import types
import typing
from enum import Enum
from typing import Any, Final, get_args, get_origin

import attrs

from ..conduct.script import HelpClass
from ..core.scenario import Numbers
from ..core.words import Function
from ..strict import written
from .bounds import EMPTY_ALLOWED, NAME, TEXTS
from .schema import EVERYBODY, CardsEntry, DeckEntry, Recipients, ScriptEntry
from .source import CARDS_FILE, DECK_FILE, SCRIPT_FILE

DRAFT: Final = "https://json-schema.org/draft/2020-12/schema"
_PLAIN: Final[dict[Any, dict[str, Any]]] = {int: {"type": "integer"}, bool: {"type": "boolean"}, Any: {}}

Schema = dict[str, Any]


def schemas() -> dict[str, Schema]:
    """The schema of each file by its name. A number of a deck may stand in two places; none is required."""
    found: dict[str, Schema] = {
        name: {"$schema": DRAFT, "title": name} | _of(kind, "")
        for name, kind in ((DECK_FILE, DeckEntry), (CARDS_FILE, CardsEntry), (SCRIPT_FILE, ScriptEntry))
    }
    numbers = _of(Numbers, "numbers") | {"required": []}
    found[DECK_FILE]["properties"]["numbers"] = numbers
    found[DECK_FILE]["properties"]["difficulties"]["additionalProperties"] = numbers
    return found


def _of(kind: Any, at: str) -> Schema:
    """The schema of a type; `at` is the pattern of its place, as in the table of texts."""
    if kind is str:
        bound = TEXTS.get(at, NAME)
        return {"type": "string", "minLength": int(at not in EMPTY_ALLOWED), "maxLength": bound.width}
    if kind in _PLAIN:
        return dict(_PLAIN[kind])
    if kind is Recipients:
        return {
            "oneOf": [{"type": "string"}, {"type": "array", "items": {"type": "string"}}],
            "examples": [EVERYBODY],
        }
    if isinstance(kind, type) and issubclass(kind, Enum):
        return {"enum": _words(kind)}
    if attrs.has(kind):
        return _object(kind, at)
    return _container(kind, at)


def _words(kind: type[Enum]) -> list[str]:
    """What an author writes: functions by name, all else by value; an empty word is left out instead."""
    if kind is Function:
        return [member.name.lower() for member in kind]
    return [member.value for member in kind if member is not HelpClass.NONE]


def _object(kind: Any, at: str) -> Schema:
    attrs.resolve_types(kind)
    fields = attrs.fields(kind)
    return {
        "type": "object",
        "properties": {
            written(field.name): _of(field.type, _inside(at, written(field.name))) for field in fields
        },
        "required": [field.name for field in fields if field.default is attrs.NOTHING],
        "additionalProperties": False,
    }


def _inside(at: str, name: str) -> str:
    """The pattern of a field; the five disciplines count as entries of a list."""
    if at == "disciplines":
        return "disciplines[]"
    return f"{at}.{name}" if at else name


def _container(kind: Any, at: str) -> Schema:
    """Lists of one type or of a fixed length, mappings, and what may be left empty."""
    inner = get_args(kind)
    if get_origin(kind) in (typing.Union, types.UnionType):
        (only,) = (arg for arg in inner if arg is not type(None))
        return _of(only, at)
    if get_origin(kind) is dict:
        keys, values = inner
        names = {"propertyNames": _of(keys, at)} if keys is not str else {}
        return {"type": "object", "additionalProperties": _of(values, at)} | names
    items = {"type": "array", "items": _of(inner[0], f"{at}[]")}
    if inner[-1] is Ellipsis:
        return items
    return items | {"minItems": len(inner), "maxItems": len(inner)}
