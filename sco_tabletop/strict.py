"""The strict converter: plain data to attrs values and back, for decks, saves and messages.

Knows cattrs and attrs only; must not know a file, a deck or a wording. What cattrs would bend (a bool to
an int, a string to a list of letters, a scalar to a class) is refused with a `StrictError`.
"""

from __future__ import annotations

import math
import types
import typing
from collections.abc import Callable
from enum import Enum, IntEnum
from functools import cache
from pathlib import Path
from typing import Any, get_args, get_origin

import attrs
import cattrs
from cattrs.errors import IterableValidationError, IterableValidationNote, StructureHandlerNotFoundError
from cattrs.gen import make_dict_structure_fn, override

Hook = Callable[[Any, Any], Any]


class Expected(Enum):
    """What stood in the place of something else."""

    TEXT = "text"
    WHOLE = "whole number"
    NUMBER = "number"
    BOOLEAN = "true or false"
    LIST = "list"
    MAPPING = "mapping"
    CHOICE = "choice"
    LENGTH = "length"


class StrictError(ValueError):
    """A value is not what its type asks for: what was `expected`, and for a choice the `choices`.

    `length` is the number of entries that a list must have, for `Expected.LENGTH`.
    """

    def __init__(
        self, expected: Expected, value: object, choices: tuple[str, ...] = (), length: int = 0
    ) -> None:
        super().__init__(f"expected {expected.value}, got {type(value).__name__}")
        self.expected = expected
        self.value = value
        self.choices = choices
        self.length = length


def make_converter() -> cattrs.Converter:
    """A fresh strict converter: hooks are generated once a type, unknown keys are refused.

    Structures int, float, str, bool, None, enums by value, `tuple[X, ...]`, `tuple[X, Y]`, `list[X]`,
    `dict[K, V]`, `X | None` and attrs classes; any other type is a StructureHandlerNotFoundError.
    Unstructures tuples to lists and enums to their values. A field is read under its `written` name.
    """
    converter = cattrs.Converter(
        forbid_extra_keys=True,
        detailed_validation=True,
        unstruct_collection_overrides={tuple: list},
    )
    for kind, hook in _SCALARS.items():
        converter.register_structure_hook(kind, hook)
    for refused in (bytes, Path):
        converter.register_structure_hook(refused, _unsupported)
    for predicate, factory in (
        (_is_lenient, _refuse),
        (_is_list, _list_hook),
        (_is_tuple, _tuple_hook),
        (_is_dict, _dict_hook),
        (_is_optional, _optional_hook),
        (attrs.has, _attrs_hook),
    ):
        converter.register_structure_hook_factory(predicate, _bound(factory, converter))
    return converter


def by_name(kind: type[Enum]) -> Hook:
    """A hook that takes the members of `kind` by their names in lower case with hyphens."""
    members = {member.name.lower().replace("_", "-"): member for member in kind}
    choices = tuple(members)

    def structure(value: Any, _kind: Any) -> Any:
        if type(value) is not str or value not in members:
            raise StrictError(Expected.CHOICE, value, choices)
        return members[value]

    return structure


def written(field: str) -> str:
    """The name of a field in plain data: `from_` is read from `from`, a word that Python keeps for itself."""
    return field.removesuffix("_")


def _bound(
    factory: Callable[[Any, cattrs.Converter], Hook], converter: cattrs.Converter
) -> Callable[[Any], Hook]:
    return lambda kind: factory(kind, converter)


def _text(value: Any, _kind: Any) -> str:
    if type(value) is str:
        return value
    raise StrictError(Expected.TEXT, value)


def _whole(value: Any, _kind: Any) -> int:
    if type(value) is int:
        return value
    raise StrictError(Expected.WHOLE, value)


def _number(value: Any, _kind: Any) -> float:
    if type(value) is float and math.isfinite(value):
        return value
    if type(value) is int and abs(value) < 1 << 53:
        return float(value)
    raise StrictError(Expected.NUMBER, value)


def _boolean(value: Any, _kind: Any) -> bool:
    if type(value) is bool:
        return value
    raise StrictError(Expected.BOOLEAN, value)


@cache
def _members(kind: type[Enum]) -> dict[tuple[type, Any], Enum]:
    return {_enum_key(member.value): member for member in kind}


def _enum_key(value: Any) -> tuple[type, Any]:
    """Type and value, so that True is not 1."""
    return type(value), value


def _enum(value: Any, kind: type[Enum]) -> Enum:
    try:
        return _members(kind)[_enum_key(value)]
    except (KeyError, TypeError):
        choices = tuple(str(member.value) for member in kind)
        raise StrictError(Expected.CHOICE, value, choices) from None


def _unsupported(_value: Any, kind: Any) -> Any:
    raise StructureHandlerNotFoundError(f"the strict converter has no hook for {kind}", kind)


# IntEnum stands beside Enum because cattrs would else take the hook of its base int.
_SCALARS: dict[Any, Hook] = {
    str: _text,
    int: _whole,
    float: _number,
    bool: _boolean,
    Enum: _enum,
    IntEnum: _enum,
}


def _is_list(kind: Any) -> bool:
    return get_origin(kind) is list


def _is_tuple(kind: Any) -> bool:
    return get_origin(kind) is tuple


def _is_dict(kind: Any) -> bool:
    return get_origin(kind) is dict


def _is_optional(kind: Any) -> bool:
    union = get_origin(kind) in (typing.Union, types.UnionType)
    return union and len(get_args(kind)) == 2 and type(None) in get_args(kind)


def _is_lenient(kind: Any) -> bool:
    """Types that cattrs knows and takes leniently, and that no value of ours has."""
    bare = kind in (list, tuple, dict, set, frozenset)
    return bare or get_origin(kind) not in (None, list, tuple, dict, typing.Union, types.UnionType)


def _refuse(kind: Any, _converter: cattrs.Converter) -> Hook:
    raise StructureHandlerNotFoundError(f"the strict converter has no hook for {kind}", kind)


def _each(hook: Hook, item: Any, value: list[Any], kind: Any) -> list[Any]:
    """Structure every item; only when one fails look for all that fail."""
    try:
        return [hook(entry, item) for entry in value]
    except Exception:
        errors = []
        for index, entry in enumerate(value):
            try:
                hook(entry, item)
            except Exception as error:
                error.add_note(IterableValidationNote(f"entry {index}", index, item))
                errors.append(error)
        raise IterableValidationError("entries", errors, kind) from None


def _as_list(value: object) -> list[Any]:
    if type(value) is list:
        return value
    if type(value) is tuple:
        return list(value)
    raise StrictError(Expected.LIST, value)


def _list_hook(kind: Any, converter: cattrs.Converter) -> Hook:
    (item,) = get_args(kind)
    hook = converter.get_structure_hook(item)
    return lambda value, _kind: _each(hook, item, _as_list(value), kind)


def _tuple_hook(kind: Any, converter: cattrs.Converter) -> Hook:
    args = get_args(kind)
    if len(args) == 2 and args[1] is Ellipsis:
        hook = converter.get_structure_hook(args[0])
        return lambda value, _kind: tuple(_each(hook, args[0], _as_list(value), kind))
    hooks = tuple((converter.get_structure_hook(item), item) for item in args)

    def structure(value: Any, _kind: Any) -> Any:
        entries = _as_list(value)
        if len(entries) != len(hooks):
            raise StrictError(Expected.LENGTH, value, length=len(hooks))
        paired = list(zip(entries, hooks, strict=True))
        return tuple(_each(_structure_pair, None, paired, kind))

    return structure


def _structure_pair(pair: Any, _kind: Any) -> Any:
    value, (hook, item) = pair
    return hook(value, item)


def _dict_hook(kind: Any, converter: cattrs.Converter) -> Hook:
    key_kind, value_kind = get_args(kind)
    key_hook = converter.get_structure_hook(key_kind)
    value_hook = converter.get_structure_hook(value_kind)

    def structure(value: Any, _kind: Any) -> Any:
        if type(value) is not dict:
            raise StrictError(Expected.MAPPING, value)
        result, errors = {}, []
        for key, entry in value.items():
            try:
                result[key_hook(key, key_kind)] = value_hook(entry, value_kind)
            except Exception as error:
                error.add_note(IterableValidationNote(f"entry {key!r}", key, value_kind))
                errors.append(error)
        if errors:
            raise IterableValidationError("entries", errors, kind)
        return result

    return structure


def _optional_hook(kind: Any, converter: cattrs.Converter) -> Hook:
    (item,) = (arg for arg in get_args(kind) if arg is not type(None))
    hook = converter.get_structure_hook(item)
    return lambda value, _kind: None if value is None else hook(value, item)


def _attrs_hook(kind: Any, converter: cattrs.Converter) -> Hook:
    attrs.resolve_types(kind)
    names = [field.name for field in attrs.fields(kind)]
    renamed: dict[str, Any] = {
        name: override(rename=written(name)) for name in names if name != written(name)
    }
    build: Hook = make_dict_structure_fn(kind, converter, **renamed)

    def structure(value: Any, _kind: Any) -> Any:
        if type(value) is not dict:
            raise StrictError(Expected.MAPPING, value)
        return build(value, kind)

    return structure
