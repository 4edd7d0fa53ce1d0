"""Commands and events as plain dictionaries tagged with "type", and the canonical bytes of plain data.

Knows the closed unions and the strict converter; must not know files, lines or who is told what.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from typing import Any, Final, Generic, Protocol, TypeVar, get_args

from cattrs.errors import BaseValidationError

from ..conduct.acts import ACT_TYPES, Act
from ..core.commands import AnyCommand
from ..core.events import EVENT_TYPES, AnyEvent
from ..core.talk import Need, Reason
from ..i18n import _
from ..strict import make_converter
from .error import LineError

T = TypeVar("T")

TAG: Final = "type"
CONVERTER: Final = make_converter()
COMMAND_TYPES: Final[tuple[type[AnyCommand], ...]] = get_args(AnyCommand)
MISFITS: Final = (BaseValidationError, ValueError, TypeError, LookupError)
"""What the converter raises on input that does not fit."""

_encode: Final = json.JSONEncoder(
    sort_keys=True, separators=(",", ":"), ensure_ascii=False, allow_nan=False, check_circular=False
).encode


class Hasher(Protocol):
    """Anything of `hashlib`."""

    def update(self, data: bytes, /) -> None:
        """Take more bytes."""


class _Union(Generic[T]):
    """A closed union by the names of its classes. The converter's hook for a class is made at its first use:
    an exercise meets a part of them, and making all would hold up every start."""

    def __init__(self, kinds: Iterable[type[Any]]) -> None:
        self._kinds = {kind.__name__: kind for kind in kinds}
        self._out: dict[type[Any], Callable[[Any], dict[str, Any]]] = {}
        self._in: dict[str, Callable[[Any, Any], T]] = {}

    def encode(self, value: T) -> dict[str, Any]:
        kind = type(value)
        hook = self._out.get(kind)
        if hook is None:
            hook = self._out[kind] = CONVERTER.get_unstructure_hook(self._kinds[kind.__name__])
        return {TAG: kind.__name__, **hook(value)}

    def decode(self, data: object) -> T:
        if type(data) is not dict:
            raise LineError(_("a command or event is not a mapping"))
        fields = dict(data)
        name = fields.pop(TAG, None)
        if type(name) is not str or name not in self._kinds:
            raise LineError(_("there is no command or event {name!r}").format(name=name))
        kind = self._kinds[name]
        hook = self._in.get(name)
        if hook is None:
            hook = self._in[name] = CONVERTER.get_structure_hook(kind)
        try:
            return hook(fields, kind)
        except MISFITS:
            raise LineError(_("a field of {name!r} is wrong, missing or unknown").format(name=name)) from None


_COMMANDS: Final = _Union[AnyCommand](COMMAND_TYPES)
_EVENTS: Final = _Union[AnyEvent](EVENT_TYPES)
_ACTS: Final = _Union[Act](ACT_TYPES)
_NUMBERS: Final = ("persona", "category", "zone")
"""The numbers of a reason, in its order."""


def command_to_dict(command: AnyCommand) -> dict[str, Any]:
    """A command as JSON-able data."""
    return _COMMANDS.encode(command)


def command_from_dict(data: object) -> AnyCommand:
    """The command that `data` stands for; raises LineError on anything that is not exactly one."""
    return _COMMANDS.decode(data)


def reason_to_dict(reason: Reason | None) -> dict[str, Any] | None:
    """A reason as JSON-able data; the move that was beaten is a command."""
    if reason is None:
        return None
    numbers = {name: getattr(reason, name) for name in _NUMBERS}
    beat = command_to_dict(reason.beat) if reason.beat is not None else None
    return {"need": reason.need.value, **numbers, "beat": beat}


def reason_from_dict(data: object) -> Reason | None:
    """The reason that `data` stands for; raises LineError on anything that is not exactly one."""
    if data is None:
        return None
    if type(data) is not dict or set(data) != {"need", "beat", *_NUMBERS}:
        raise LineError(_("a reason with a field missing or unknown"))
    beat = None if data["beat"] is None else command_from_dict(data["beat"])
    try:
        persona, category, zone = (CONVERTER.structure(data[name], int) for name in _NUMBERS)
        return Reason(CONVERTER.structure(data["need"], Need), persona, category, zone, beat)
    except MISFITS:
        raise LineError(_("a field of a reason is wrong")) from None


def act_to_dict(act: Act) -> dict[str, Any]:
    """An act of the staff as JSON-able data."""
    return _ACTS.encode(act)


def act_from_dict(data: object) -> Act:
    """The act that `data` stands for; raises LineError on anything that is not exactly one."""
    return _ACTS.decode(data)


def event_to_dict(event: AnyEvent) -> dict[str, Any]:
    """An event as JSON-able data."""
    return _EVENTS.encode(event)


def event_from_dict(data: object) -> AnyEvent:
    """The event that `data` stands for; raises LineError on anything that is not exactly one."""
    return _EVENTS.decode(data)


def canonical(value: object) -> bytes:
    """The one way to write plain data: sorted keys, no spaces, UTF-8; LineError on half a character."""
    try:
        return _encode(value).encode()
    except UnicodeEncodeError:
        raise LineError(_("a text holds half a character")) from None


def parse(data: bytes) -> Any:
    """Plain data out of JSON bytes; raises LineError on what is not JSON in UTF-8."""
    try:
        return json.loads(data.decode(), parse_constant=_refuse)
    except (ValueError, RecursionError):
        raise LineError(_("this is not JSON in UTF-8")) from None


def _refuse(constant: str) -> None:
    raise ValueError(constant)


def feed(hasher: Hasher, events: Iterable[AnyEvent]) -> None:
    """Feed events to a hash. Feeding them in one call or in several gives the same digest."""
    batch = [_EVENTS.encode(event) for event in events]
    if batch:
        hasher.update(canonical(batch)[1:-1] + b",")
