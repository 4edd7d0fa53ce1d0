"""The schema for editors takes every file that ships and refuses what the loader refuses in its fields."""

from __future__ import annotations

from typing import Any

import pytest

from sco_tabletop.content import deck_names, locate, schemas
from sco_tabletop.content.bounds import TEXTS
from sco_tabletop.content.problems import Problems
from sco_tabletop.content.tree import read

from .manuscript import MANUSCRIPT, SCRIPT
from .workshop import CARDS, DECK

KINDS = {"string": str, "integer": int, "boolean": bool, "array": list, "object": dict}
FILES = [
    (name, file) for name in deck_names() for file in (DECK, CARDS, SCRIPT) if (locate(name) / file).is_file()
]


def faults(schema: dict[str, Any], value: Any, at: str = "") -> list[str]:
    """Where a value breaks the schema: the part of JSON Schema that is used here."""
    if "oneOf" in schema:
        return [] if sum(not faults(one, value, at) for one in schema["oneOf"]) == 1 else [at]
    if "enum" in schema:
        return [] if value in schema["enum"] else [at]
    if not schema:
        return []
    if type(value) is not KINDS[schema["type"]]:
        return [at]
    match value:
        case str():
            return [] if schema.get("minLength", 0) <= len(value) <= schema.get("maxLength", 1e9) else [at]
        case list():
            found = [] if schema.get("minItems", 0) <= len(value) <= schema.get("maxItems", 1e9) else [at]
            inner = (faults(schema["items"], entry, f"{at}[{n}]") for n, entry in enumerate(value))
            return found + [fault for part in inner for fault in part]
        case dict():
            return _faults_of_fields(schema, value, at)
        case _:
            return []


def _faults_of_fields(schema: dict[str, Any], value: dict[str, Any], at: str) -> list[str]:
    found = [f"{at}.{name}" for name in schema.get("required", ()) if name not in value]
    for name, entry in value.items():
        inner = schema.get("properties", {}).get(name, schema["additionalProperties"])
        found += [f"{at}.{name}"] if inner is False else faults(inner, entry, f"{at}.{name}")
        if "propertyNames" in schema:
            found += faults(schema["propertyNames"], name, f"{at}.{name}")
    return found


def plain(text: str) -> Any:
    """The values of a YAML text."""
    document = read(text, "f", Problems())
    assert document is not None
    return document.value


@pytest.mark.parametrize(("name", "file"), FILES)
def test_what_ships_fits(name: str, file: str) -> None:
    """Every file of every deck, to the last field."""
    text = (locate(name) / file).read_text(encoding="utf-8")
    assert faults(schemas()[file], plain(text)) == []


def test_the_manuscript_fits() -> None:
    """With every field of a script in it."""
    assert faults(schemas()[SCRIPT], plain(MANUSCRIPT)) == []


BROKEN = [
    ("draw: mix", "draw: mixed", ".draw"),
    ("minutes: 90", "minutes: ninety", ".minutes"),
    ("from: Director", "form: Director", ".injects[0].form"),
    ("title: The order", "subtitle: x", ".injects[0].subtitle"),
    ("title: The order", "subtitle: x", ".injects[0].title"),
    ("to: [TJK, KGZ]", "to: {}", ".injects[1].to"),
    ("fact: threat", "fact: treat", ".injects[1].due.when[0].fact"),
    ("help: help", "help: ''", ".injects[9].help"),
    ("story: Day 1", f"story: {'x' * 31}", ".injects[0].story"),
    ("kind: lead}", "kind: led}", ".injects[2].effects[0].kind"),
]


@pytest.mark.parametrize(("old", "new", "fault"), BROKEN, ids=range(len(BROKEN)))
def test_what_the_loader_refuses_is_refused(old: str, new: str, fault: str) -> None:
    """In the same field."""
    assert old in MANUSCRIPT
    assert fault in faults(schemas()[SCRIPT], plain(MANUSCRIPT.replace(old, new, 1)))


def test_bounds_of_texts_are_in_it() -> None:
    """Those with a pattern of their own, down to the disciplines."""
    found = schemas()
    signals = found[DECK]["properties"]["disciplines"]["properties"]["signals"]["properties"]
    assert signals["name"]["maxLength"] == TEXTS["disciplines[].name"].width
    line = found[SCRIPT]["properties"]["injects"]["items"]["properties"]
    assert line["branches"]["items"]["properties"]["label"]["maxLength"] == 60
    assert found[DECK]["properties"]["levels"]["minItems"] == 5
