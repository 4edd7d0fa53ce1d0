"""The strict converter bends nothing: what cattrs would take leniently is refused."""

from __future__ import annotations

import json
import math
from collections import deque
from enum import Enum, IntEnum
from pathlib import Path
from typing import Any, Literal

import attrs
import pytest
from cattrs.errors import BaseValidationError, ForbiddenExtraKeysError, StructureHandlerNotFoundError
from hypothesis import given
from hypothesis import strategies as st

from sco_tabletop.strict import Expected, StrictError, by_name, make_converter


class Grade(IntEnum):
    """An enum that is also a number."""

    LOW = 0
    VERY_HIGH = 1


class Word(Enum):
    """An enum by text."""

    YES = "yes"
    NO = "no"


@attrs.frozen
class Leaf:
    """The end of a branch."""

    n: int
    f: float = 0.5


@attrs.frozen
class Tree:
    """One field of every sort."""

    b: bool
    s: str
    many: tuple[int, ...]
    pair: tuple[int, str]
    grade: Grade
    word: Word | None
    leaf: Leaf | None
    leaves: tuple[Leaf, ...]
    table: dict[Word, tuple[Leaf, ...]]
    listed: list[str]
    child: Tree | None = None


LEAVES = st.builds(Leaf, f=st.floats(allow_nan=False, allow_infinity=False))
TREES = st.builds(
    Tree,
    leaf=st.none() | LEAVES,
    leaves=st.lists(LEAVES).map(tuple),
    table=st.dictionaries(st.sampled_from(Word), st.lists(LEAVES).map(tuple)),
    many=st.lists(st.integers()).map(tuple),
    child=st.none(),
)
CONVERTER = make_converter()
GOOD: dict[str, Any] = {
    "b": True,
    "s": "x",
    "many": [1],
    "pair": [1, "x"],
    "grade": 1,
    "word": None,
    "leaf": {"n": 1},
    "leaves": [{"n": 1}, {"n": 2, "f": 1}],
    "table": {"yes": []},
    "listed": ["x"],
}

BENT = [
    ("b", "false", Expected.BOOLEAN),
    ("b", 1, Expected.BOOLEAN),
    ("s", 1, Expected.TEXT),
    ("s", None, Expected.TEXT),
    ("many", "123", Expected.LIST),
    ("many", {"a": 1}, Expected.LIST),
    ("many", [True], Expected.WHOLE),
    ("many", ["1"], Expected.WHOLE),
    ("many", [1.0], Expected.WHOLE),
    ("pair", [1], Expected.LENGTH),
    ("pair", [1, "x", 2], Expected.LENGTH),
    ("pair", "1x", Expected.LIST),
    ("pair", ["x", "x"], Expected.WHOLE),
    ("grade", True, Expected.CHOICE),
    ("grade", 1.0, Expected.CHOICE),
    ("grade", 7, Expected.CHOICE),
    ("grade", [], Expected.CHOICE),
    ("word", "maybe", Expected.CHOICE),
    ("word", True, Expected.CHOICE),
    ("leaf", "n", Expected.MAPPING),
    ("leaf", [1], Expected.MAPPING),
    ("leaf", {"n": 1, "f": math.nan}, Expected.NUMBER),
    ("leaf", {"n": 1, "f": "1"}, Expected.NUMBER),
    ("leaf", {"n": 1, "f": True}, Expected.NUMBER),
    ("leaf", {"n": 1, "f": 10**400}, Expected.NUMBER),
    ("leaves", {"n": 1}, Expected.LIST),
    ("table", [], Expected.MAPPING),
    ("table", {"maybe": []}, Expected.CHOICE),
    ("listed", "abc", Expected.LIST),
]


def causes(error: Exception) -> list[Exception]:
    """The leaves of a tree of errors."""
    if isinstance(error, BaseValidationError):
        return [leaf for inner in error.exceptions for leaf in causes(inner)]
    return [error]


def failure(value: object, kind: Any) -> list[Exception]:
    """Why a value is refused."""
    with pytest.raises((StrictError, BaseValidationError)) as caught:
        CONVERTER.structure(value, kind)
    return causes(caught.value)


def test_the_good_tree_is_good() -> None:
    """Else the next test proves nothing."""
    tree = CONVERTER.structure(GOOD, Tree)
    assert tree.leaves == (Leaf(1), Leaf(2, 1.0))
    assert tree.grade is Grade.VERY_HIGH
    assert CONVERTER.structure(GOOD | {"many": (1,)}, Tree) == tree


@pytest.mark.parametrize(("field", "value", "expected"), BENT)
def test_nothing_is_bent(field: str, value: object, expected: Expected) -> None:
    """One wrong value is one StrictError that says what was expected."""
    (cause,) = failure(GOOD | {field: value}, Tree)
    assert isinstance(cause, StrictError)
    assert cause.expected is expected


@pytest.mark.parametrize("top", ["abc", 3, None, True, [], 1.5])
def test_scalar_at_the_top(top: object) -> None:
    """cattrs leaks an AttributeError here."""
    (cause,) = failure(top, Tree)
    assert isinstance(cause, StrictError)
    assert cause.expected is Expected.MAPPING


def test_all_errors_at_once() -> None:
    """Missing, unknown and wrong fields on every level together."""
    found = failure({"b": 1, "x": 2, "leaves": [{"n": "1"}, {}, {"n": 1, "y": 1}]}, Tree)
    kinds = sorted(type(cause).__name__ for cause in found)
    missing = 8 + 1
    assert kinds == ["ForbiddenExtraKeysError"] * 2 + ["KeyError"] * missing + ["StrictError"] * 2
    extra = [cause.extra_fields for cause in found if isinstance(cause, ForbiddenExtraKeysError)]
    assert extra == [{"y"}, {"x"}]


def test_choices_are_named() -> None:
    """What a did-you-mean needs."""
    (cause,) = failure("ye", Word)
    assert isinstance(cause, StrictError)
    assert cause.choices == ("yes", "no")


def test_by_name() -> None:
    """Names in lower case with hyphens, nothing else."""
    converter = make_converter()
    converter.register_structure_hook(Grade, by_name(Grade))
    assert converter.structure(["low", "very-high"], tuple[Grade, ...]) == (Grade.LOW, Grade.VERY_HIGH)
    wrongs: tuple[object, ...] = (1, "LOW", "very_high", None, [])
    for wrong in wrongs:
        with pytest.raises(StrictError) as caught:
            converter.structure(wrong, Grade)
        assert caught.value.choices == ("low", "very-high")


@pytest.mark.parametrize(
    "kind",
    [set[int], frozenset[int], deque[int], bytes, Path, list, tuple, dict, Literal[1]],
    ids=str,
)
def test_lenient_types_have_no_hook(kind: Any) -> None:
    """Types that cattrs would build from nearly anything are not served at all."""
    with pytest.raises(StructureHandlerNotFoundError):
        CONVERTER.structure([1], kind)


@given(TREES)
def test_round_trip(tree: Tree) -> None:
    """What is written comes back equal, through JSON."""
    plain = CONVERTER.unstructure(tree)
    assert CONVERTER.structure(json.loads(json.dumps(plain)), Tree) == tree


def test_types_that_hold_themselves() -> None:
    """A class may name itself."""
    inner = CONVERTER.structure(GOOD, Tree)
    assert CONVERTER.structure(GOOD | {"child": GOOD}, Tree).child == inner
    (cause,) = failure(GOOD | {"child": GOOD | {"b": "no"}}, Tree)
    assert isinstance(cause, StrictError)
