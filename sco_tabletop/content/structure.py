"""From the plain values of a document to the values of the schema, every mismatch as a problem in its place.

Knows what cattrs reports and how to word it; must not know what a deck means.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any, TypeVar

import attrs
from cattrs.errors import (
    AttributeValidationNote,
    BaseValidationError,
    ForbiddenExtraKeysError,
    IterableValidationNote,
)

from ..i18n import _, n_
from ..strict import Expected, StrictError, written
from .problems import Place, Problem, Problems, Steps, dotted, shown, suggestion
from .schema import CONVERTER
from .tree import Document

T = TypeVar("T")


def structure(document: Document, kind: type[T], problems: Problems) -> T | None:
    """The whole document as `kind`; None after adding problems."""
    return structure_part(document, document.value, kind, problems, lambda steps: steps)


def structure_part(
    document: Document, value: object, kind: type[T], problems: Problems, where: Callable[[Steps], Steps]
) -> T | None:
    """A value as `kind`; `where` turns steps inside the value into steps inside the document."""
    try:
        return CONVERTER.structure(value, kind)
    except Exception as error:
        for steps, cause in _causes(error, ()):
            for problem in _worded(document, steps, cause, where):
                problems.add(problem)
        return None


def _causes(error: Exception, steps: Steps) -> Iterator[tuple[Steps, Exception]]:
    """Every leaf of a tree of errors with the way to it."""
    if not isinstance(error, BaseValidationError):
        yield steps, error
        return
    for inner in error.exceptions:
        yield from _causes(inner, (*steps, *_own_steps(inner)))


def _own_steps(error: Exception) -> Steps:
    for note in getattr(error, "__notes__", ()):
        if isinstance(note, AttributeValidationNote):
            return (written(note.name),)
        if isinstance(note, IterableValidationNote):
            return (note.index,)
    return ()


def _worded(
    document: Document, inside: Steps, cause: Exception, where: Callable[[Steps], Steps]
) -> Iterator[Problem]:
    steps = where(inside)
    if any(steps[:length] in document.broken for length in range(len(steps) + 1)):
        return
    if isinstance(cause, ForbiddenExtraKeysError):
        known = tuple(written(field.name) for field in attrs.fields(cause.cl))
        for name in sorted(cause.extra_fields):
            inner = where((*inside, name))
            yield _problem(document, inner, document.key_place(inner), unknown_field(name, known))
    elif isinstance(cause, KeyError):
        message = _("the field {name} is missing.").format(name=shown(str(cause.args[0])))
        yield _problem(document, steps, document.place(steps[:-1]), message)
    elif isinstance(cause, StrictError):
        # A key that is not a choice stands where the key stands.
        is_key = cause.expected is Expected.CHOICE and bool(steps) and cause.value == steps[-1]
        place = document.key_place(steps) if is_key else document.place(steps)
        yield _problem(document, steps, place, _expectation(cause))
    else:
        raise cause


def unknown_field(name: str, known: tuple[str, ...]) -> str:
    """The message for a field that nobody reads."""
    meant = suggestion(name, known)
    if meant:
        return _("unknown field {name}; did you mean {meant}?").format(name=shown(name), meant=meant)
    return _("unknown field {name}; known here: {known}.").format(name=shown(name), known=", ".join(known))


def unknown_value(value: str, known: tuple[str, ...]) -> str:
    """The message for a word that is not one of those that would do."""
    meant = suggestion(value, known)
    if meant:
        return _("unknown value {value}; did you mean {meant}?").format(value=shown(value), meant=meant)
    return _("unknown value {value}; known: {known}.").format(value=shown(value), known=", ".join(known))


def _problem(document: Document, steps: Steps, place: Place, message: str) -> Problem:
    return Problem(document.file, *place, dotted(steps), message)


def _expectation(cause: StrictError) -> str:
    if cause.expected is Expected.CHOICE:
        value = cause.value if isinstance(cause.value, str) else _described(cause.value)
        return unknown_value(value, cause.choices)
    if cause.expected is Expected.LENGTH:
        count = len(cause.value) if isinstance(cause.value, list) else 0
        text = n_(
            "the list needs exactly {length} entry, it has {count}.",
            "the list needs exactly {length} entries, it has {count}.",
            cause.length,
        )
        return text.format(length=cause.length, count=count)
    return _expected_text(cause.expected).format(value=_described(cause.value))


def _expected_text(expected: Expected) -> str:
    match expected:
        case Expected.TEXT:
            return _("a text is expected here, not {value}; a number or true needs quotes to be a text.")
        case Expected.WHOLE:
            return _("a whole number is expected here, not {value}.")
        case Expected.NUMBER:
            return _("a number is expected here, not {value}.")
        case Expected.BOOLEAN:
            return _("true or false is expected here, not {value}.")
        case Expected.LIST:
            return _("a list is expected here, not {value}.")
        case _:
            return _("a mapping of fields is expected here, not {value}.")


def _described(value: Any) -> str:
    """The value as YAML would write it, in every language the same."""
    if isinstance(value, list):
        return "[…]" if value else "[]"
    if isinstance(value, dict):
        return "{…}" if value else "{}"
    if value is None:
        return "null"
    if isinstance(value, bool):
        return "true" if value else "false"
    return shown(value)
