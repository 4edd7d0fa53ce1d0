"""A YAML text as plain values, with the place of every key and value.

Knows PyYAML's event stream (the parser in Python: the one in C crashes on deep nesting) and the guards;
must not know what a deck holds. No aliases, anchors, tags, second documents or repeated keys.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from typing import Final, NoReturn

import attrs
import yaml
from yaml.events import (
    AliasEvent,
    DocumentStartEvent,
    MappingEndEvent,
    MappingStartEvent,
    NodeEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
)

from ..i18n import _
from .problems import Place, Problem, Problems, Steps, dotted, shown
from .scalars import TooLongError, plain

MAX_DEPTH: Final = 12
MAX_NODES: Final = 20_000

_BIDI: Final = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")


@attrs.frozen
class Document:
    """One file of a deck. `broken` are values already complained about: checks pass over them."""

    file: str
    value: object
    values: dict[Steps, Place]
    keys: dict[Steps, Place]
    broken: frozenset[Steps]

    def place(self, steps: Steps) -> Place:
        """Where the value stands, or the nearest thing around it that stands anywhere."""
        for length in range(len(steps), -1, -1):
            if steps[:length] in self.values:
                return self.values[steps[:length]]
        return 1, 1

    def key_place(self, steps: Steps) -> Place:
        """Where the name of a field stands."""
        return self.keys.get(steps) or self.place(steps)


class _StopError(Exception):
    """Nothing after this point of the file can be read."""


def read(text: str, file: str, problems: Problems) -> Document | None:
    """The document in `text`; None when it cannot be read to its end. Problems are added, never raised."""
    reader = _Reader(text, file, problems)
    try:
        value = reader.document()
    except _StopError:
        return None
    return Document(file, value, reader.values, reader.keys, frozenset(reader.broken))


def _is_steering(letter: str) -> bool:
    """Control and direction characters and halves of pairs: no text needs them, terminals obey them."""
    return letter != "\n" and (unicodedata.category(letter) in ("Cc", "Cs") or letter in _BIDI)


class _Reader:
    """One pass over the events of one file."""

    def __init__(self, text: str, file: str, problems: Problems) -> None:
        self.values: dict[Steps, Place] = {}
        self.keys: dict[Steps, Place] = {}
        self.broken: set[Steps] = set()
        self._text = text
        self._file = file
        self._problems = problems
        self._loader: yaml.SafeLoader | None = None
        self._events = self._stream()
        self._nodes = 0

    def document(self) -> object:
        """The only document; an empty file and a second document are problems."""
        for event in self._events:
            if isinstance(event, DocumentStartEvent):
                break
        else:
            self._stop((1, 1), (), _("the file is empty."))
        value = self._node(next(self._events), ())
        for event in self._events:
            if isinstance(event, DocumentStartEvent):
                self._stop(_place(event), (), _("a file holds one document; a second one starts here."))
        return value

    def _stream(self) -> Iterator[yaml.events.Event]:
        try:
            self._loader = yaml.SafeLoader(self._text)
            while self._loader.check_event():
                yield self._loader.get_event()  # type: ignore[no-untyped-call]
        except yaml.MarkedYAMLError as error:
            mark = error.problem_mark or error.context_mark
            place = (mark.line + 1, mark.column + 1) if mark else self._here()
            self._not_yaml(place, error.problem or error.context or "")
        except yaml.reader.ReaderError as error:
            before = self._text[: error.position]
            place = (before.count("\n") + 1, error.position - (before.rfind("\n") + 1) + 1)
            self._stop(place, (), _("a character that cannot be printed is not allowed."))
        except Exception as error:
            # PyYAML leaks ValueError and OverflowError for some escapes and directives.
            self._not_yaml(self._here(), str(error))

    def _here(self) -> Place:
        mark = self._loader.get_mark() if self._loader else None
        return (mark.line + 1, mark.column + 1) if mark else (1, 1)

    def _not_yaml(self, place: Place, reason: str) -> NoReturn:
        self._stop(place, (), _("this is not valid YAML: {reason}.").format(reason=shown(reason)))

    def _stop(self, place: Place, steps: Steps, message: str) -> NoReturn:
        self._add(place, steps, message)
        raise _StopError

    def _add(self, place: Place, steps: Steps, message: str) -> None:
        self._problems.add(Problem(self._file, *place, dotted(steps), message))

    def _break(self, place: Place, steps: Steps, message: str) -> None:
        self.broken.add(steps)
        self._add(place, steps, message)

    def _node(self, event: yaml.events.Event, steps: Steps) -> object:
        place = _place(event)
        self.values.setdefault(steps, place)
        self._nodes += 1
        if self._nodes > MAX_NODES:
            self._stop(place, steps, _("the file holds more than {limit} values.").format(limit=MAX_NODES))
        if isinstance(event, AliasEvent):
            name = shown(event.anchor)
            message = _("an alias (*{name}) is not allowed; write the value out again.").format(name=name)
            self._break(place, steps, message)
            return None
        self._refuse_properties(event, steps, place)
        if isinstance(event, ScalarEvent):
            return self._scalar(event, steps, place)
        if len(steps) >= MAX_DEPTH:
            self._stop(
                place, steps, _("lists and mappings nest deeper than {limit}.").format(limit=MAX_DEPTH)
            )
        return self._mapping(steps) if isinstance(event, MappingStartEvent) else self._sequence(steps)

    def _refuse_properties(self, event: yaml.events.Event, steps: Steps, place: Place) -> None:
        anchor = event.anchor if isinstance(event, NodeEvent) else None
        if anchor is not None:
            message = _("an anchor (&{name}) is not allowed.").format(name=shown(anchor))
            self._break(place, steps, message)
        if isinstance(event, ScalarEvent | SequenceStartEvent | MappingStartEvent) and event.tag is not None:
            message = _("a tag ({tag}) is not allowed.").format(tag=shown(event.tag))
            self._break(place, steps, message)

    def _scalar(self, event: ScalarEvent, steps: Steps, place: Place) -> object:
        text = event.value
        if any(_is_steering(letter) for letter in text):
            self._break(place, steps, _("control characters are not allowed in a text."))
        if event.style in ("|", ">"):
            return text.rstrip("\n")
        if event.style:
            return text
        try:
            return plain(text)
        except TooLongError:
            self._break(place, steps, _("the number {number} is too long.").format(number=shown(text)))
            return 0

    def _sequence(self, steps: Steps) -> list[object]:
        entries: list[object] = []
        for event in self._events:
            if isinstance(event, SequenceEndEvent):
                break
            entries.append(self._node(event, (*steps, len(entries))))
        return entries

    def _mapping(self, steps: Steps) -> dict[str, object]:
        result: dict[str, object] = {}
        for event in self._events:
            if isinstance(event, MappingEndEvent):
                break
            key = self._key(event, steps)
            inner = (*steps, key)
            if inner in self.keys:
                line, column = self.keys[inner]
                message = _("the field {name} is given twice; first at line {line}, column {column}.")
                name = shown(key)
                self._add(_place(event), inner, message.format(name=name, line=line, column=column))
            else:
                self.keys[inner] = _place(event)
            value = self._node(next(self._events), inner)
            result.setdefault(key, value)
        return result

    def _key(self, event: yaml.events.Event, steps: Steps) -> str:
        place = _place(event)
        if not isinstance(event, ScalarEvent):
            self._stop(place, steps, _("the name of a field is a text, not a list, mapping or alias."))
        self._refuse_properties(event, (*steps, event.value), place)
        if not event.style and not isinstance(_plain_or_zero(event.value), str):
            message = _("the name of a field is a text; put quotes around {name}.")
            self._break(place, (*steps, event.value), message.format(name=shown(event.value)))
        if any(_is_steering(letter) for letter in event.value):
            message = _("control characters are not allowed in the name of a field.")
            self._break(place, (*steps, event.value), message)
        return event.value


def _plain_or_zero(word: str) -> object:
    try:
        return plain(word)
    except TooLongError:
        return 0


def _place(event: yaml.events.Event) -> Place:
    mark = event.start_mark
    return (mark.line + 1, mark.column + 1) if mark else (1, 1)
