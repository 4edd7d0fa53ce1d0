"""Entries as lines: public events readable and in order, everything else sealed behind holes.

Knows which commands are secret and how any kind of entry is laid out; must not know files or hashes.
"""

from __future__ import annotations

from typing import Any, Final, get_type_hints

from ..core.commands import Commit
from ..core.events import AnyEvent, Told
from ..i18n import _
from .codec import (
    CONVERTER,
    MISFITS,
    act_from_dict,
    act_to_dict,
    command_from_dict,
    command_to_dict,
    event_from_dict,
    event_to_dict,
    reason_from_dict,
    reason_to_dict,
)
from .error import LineError
from .save import ENTRY_TYPES, At, Entry
from .seal import Unsealer, seal

SECRET_COMMANDS: Final = (Commit,)
"""Commands whose content is secret until the strike (R4.6)."""
_KINDS: Final = {kind.__name__: kind for kind in ENTRY_TYPES}
_FIELDS: Final = {kind: get_type_hints(kind) for kind in ENTRY_TYPES}
_FRAME: Final = ("n", "kind", "at", "sealed")


def entry_to_body(number: int, entry: Entry, at: At) -> dict[str, Any]:
    """An entry as the plain data of its line. `sealed` lists what is missing in the holes, in their order."""
    body: dict[str, Any] = {"n": number, "kind": type(entry).__name__, "at": CONVERTER.unstructure(at)}
    hidden: list[dict[str, Any]] = []
    for name, kind in _FIELDS[type(entry)].items():
        value = getattr(entry, name)
        if name == "command":
            secret = isinstance(value, SECRET_COMMANDS)
            body[name] = _hide(command_to_dict(value), secret, hidden)
        elif name == "act":
            body[name] = _hide(act_to_dict(value), True, hidden)
        elif name == "events":
            body[name] = [_hide(event_to_dict(e), e.told is not Told.PUBLIC, hidden) for e in value]
        elif name == "why":
            body[name] = reason_to_dict(value)
        else:
            body[name] = CONVERTER.unstructure(value, kind)
    body["sealed"] = seal(hidden) if hidden else ""
    return body


def _hide(data: dict[str, Any], secret: bool, hidden: list[dict[str, Any]]) -> dict[str, Any] | None:
    if not secret:
        return data
    hidden.append(data)
    return None


def entry_from_body(body: dict[str, Any], number: int, unsealer: Unsealer) -> tuple[Entry, At]:
    """The entry of a line, and where it says the exercise stands; LineError if anything does not fit."""
    name = body.get("kind")
    if type(name) is not str or name not in _KINDS:
        raise LineError(_("there is no kind of line {name!r}").format(name=name))
    kind = _KINDS[name]
    if set(body) != {*_FRAME, *_FIELDS[kind]}:
        raise LineError(_("a line {name!r} with a field missing or unknown").format(name=name))
    if type(body["n"]) is not int or body["n"] != number:
        raise LineError(_("the line should be number {number}").format(number=number))
    hidden = _Hidden(unsealer.open(body["sealed"]) if body["sealed"] != "" else [])
    try:
        at = CONVERTER.structure(body["at"], At)
        entry: Entry = kind(**{name: _field(kind, name, body[name], hidden) for name in _FIELDS[kind]})
    except MISFITS:
        raise LineError(_("a field of {name!r} is wrong, missing or unknown").format(name=name)) from None
    hidden.done()
    return entry, at


def _field(kind: type[Entry], name: str, value: Any, hidden: _Hidden) -> Any:
    if name == "command":
        command = command_from_dict(hidden.next() if value is None else value)
        _check(isinstance(command, SECRET_COMMANDS), value is None)
        return command
    if name == "act":
        _check(True, value is None)
        return act_from_dict(hidden.next())
    if name == "events":
        if type(value) is not list:
            raise LineError(_("the events are not a list"))
        return tuple(_event(data, hidden) for data in value)
    if name == "why":
        return reason_from_dict(value)
    return CONVERTER.structure(value, _FIELDS[kind][name])


def _event(data: object, hidden: _Hidden) -> AnyEvent:
    event = event_from_dict(hidden.next() if data is None else data)
    _check(event.told is not Told.PUBLIC, data is None)
    return event


def _check(secret: bool, sealed: bool) -> None:
    if secret != sealed:
        raise LineError(_("something secret stands open, or something public is sealed"))


class _Hidden:
    """The content of a sealed part, given out once in order."""

    def __init__(self, items: object) -> None:
        if type(items) is not list:
            raise LineError(_("a sealed part is damaged"))
        self._items: list[Any] = items
        self._used = 0

    def next(self) -> Any:
        if self._used == len(self._items):
            raise LineError(_("a sealed part lacks an entry"))
        self._used += 1
        return self._items[self._used - 1]

    def done(self) -> None:
        if self._used != len(self._items):
            raise LineError(_("a sealed part has an entry too many"))
