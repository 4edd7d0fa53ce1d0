"""Commands and events there and back; strict on the way in; one canonical form for hashes."""

from __future__ import annotations

from hashlib import sha256
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sco_tabletop.core.commands import Analyse, AnyCommand, Commit
from sco_tabletop.core.events import EVENT_TYPES, AnyEvent, Event, Monitored, Named, RegisterDealt, StoodBy
from sco_tabletop.core.seat import Person
from sco_tabletop.record.codec import (
    COMMAND_TYPES,
    canonical,
    command_from_dict,
    command_to_dict,
    event_from_dict,
    event_to_dict,
    feed,
    parse,
)
from sco_tabletop.record.error import LineError
from tests.record.table import all_events, play


@pytest.mark.parametrize("kind", COMMAND_TYPES)
@settings(max_examples=10, deadline=None)
@given(data=st.data())
def test_every_command_comes_back(kind: type[AnyCommand], data: st.DataObject) -> None:
    command = data.draw(st.from_type(kind))
    assert command_from_dict(parse(canonical(command_to_dict(command)))) == command


@pytest.mark.parametrize("kind", EVENT_TYPES)
@settings(max_examples=10, deadline=None)
@given(data=st.data())
def test_every_event_comes_back(kind: type[Event], data: st.DataObject) -> None:
    event: Any = data.draw(st.from_type(kind))
    back = event_from_dict(parse(canonical(event_to_dict(event))))
    assert back == event
    assert type(back) is kind


def test_types_survive() -> None:
    event = RegisterDealt(2, (Person(0, (1, 2, 3, 0, 1)),))
    back = event_from_dict(parse(canonical(event_to_dict(event))))
    assert isinstance(back, RegisterDealt)
    assert type(back.persons) is tuple
    assert type(back.persons[0].traits) is tuple


ANALYSE = {"type": "Analyse", "zone": 1, "persona": 2, "discipline": 3}


def test_the_shape_is_fixed() -> None:
    assert command_to_dict(Analyse(1, 2, 3)) == ANALYSE
    assert command_to_dict(Commit(0, (4, 5))) == {"type": "Commit", "zone": 0, "personas": [4, 5]}
    assert event_to_dict(Monitored(3, True)) == {"type": "Monitored", "zone": 3, "success": True}


@pytest.mark.parametrize(
    "data",
    [
        None,
        7,
        "Analyse",
        [ANALYSE],
        {},
        {**ANALYSE, "type": "Monitored"},
        {**ANALYSE, "type": "Analyze"},
        {**ANALYSE, "type": ["Analyse"]},
        {**ANALYSE, "zone": True},
        {**ANALYSE, "zone": 1.0},
        {**ANALYSE, "zone": "1"},
        {**ANALYSE, "zone": None},
        {**ANALYSE, "cost": 0},
        {key: ANALYSE[key] for key in ("type", "zone", "persona")},
        {"type": "Commit", "zone": 0, "personas": "12"},
        {"type": "Commit", "zone": 0, "personas": [1, [2]]},
    ],
)
def test_what_is_not_exactly_a_command_is_refused(data: object) -> None:
    with pytest.raises(LineError):
        command_from_dict(data)


@pytest.mark.parametrize(
    "data",
    [
        ANALYSE,
        {"type": "Monitored", "zone": 3, "success": 1},
        {"type": "NameLost", "zone": 3, "persona": 1, "why": "whim"},
        {"type": "PersonaFound", "persona": 1, "function": True},
        {"type": "PreparationMoved", "parts": [1, 2, 3], "cause": "plans"},
        {"type": "RegisterDealt", "zone": 1, "persons": [{"name": 1, "traits": [1], "age": 30}]},
    ],
)
def test_what_is_not_exactly_an_event_is_refused(data: object) -> None:
    with pytest.raises(LineError):
        event_from_dict(data)


@pytest.mark.parametrize("data", [b"", b"{", b"\xff", b"NaN", b"[" * 100_000, b"9" * 10_000])
def test_what_is_not_json_is_refused(data: bytes) -> None:
    with pytest.raises(LineError):
        parse(data)


def test_canonical_bytes() -> None:
    assert canonical({"b": 1, "a": ["é", None, True]}) == '{"a":["é",null,true],"b":1}'.encode()
    with pytest.raises(LineError):
        canonical("\ud800")


def digest(*batches: list[AnyEvent]) -> str:
    hasher = sha256()
    for batch in batches:
        feed(hasher, batch)
    return hasher.hexdigest()


def test_the_digest_of_events_is_fixed() -> None:
    events: list[AnyEvent] = [Monitored(3, True), StoodBy(1)]
    text = '{"success":true,"type":"Monitored","zone":3},{"type":"StoodBy","zone":1},'
    assert digest(events) == sha256(text.encode()).hexdigest()


def test_the_digest_tells_exercises_apart_and_not_batches() -> None:
    events = all_events(play(decisions=40).entries)
    whole = digest(events)
    assert digest(events[:9], [], events[9:]) == whole
    assert digest(events[:-1]) != whole
    assert digest([*events[:-1], Named(0, 99)]) != whole
