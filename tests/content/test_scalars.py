"""Plain words mean what the core schema of YAML 1.2 says."""

from __future__ import annotations

import math

import pytest

from sco_tabletop.content.problems import Problems
from sco_tabletop.content.scalars import MAX_DIGITS, TooLongError, plain
from sco_tabletop.content.tree import read

TEXTS = [
    "yes",
    "no",
    "NO",
    "on",
    "off",
    "y",
    "12:30",
    "1_000",
    "0b11",
    "2019-12-12",
    "1e",
    "+",
    ".",
    "0x",
    "=",
    "<<",
    "१२",
]
NUMBERS = [("0", 0), ("-7", -7), ("+7", 7), ("010", 10), ("0o10", 8), ("0xFf", 255)]
FLOATS = [("1.5", 1.5), ("-.5", -0.5), ("1.", 1.0), ("1e3", 1000.0), (".inf", math.inf), ("-.INF", -math.inf)]


@pytest.mark.parametrize("word", TEXTS)
def test_stays_a_text(word: str) -> None:
    """YAML 1.1 takes most of these for something else."""
    assert plain(word) == word


@pytest.mark.parametrize(("word", "value"), [*NUMBERS, *FLOATS])
def test_numbers(word: str, value: float) -> None:
    """Type and value."""
    assert plain(word) == value
    assert type(plain(word)) is type(value)


def test_the_rest() -> None:
    """Booleans, nothing, not a number."""
    assert [plain(word) for word in ("true", "True", "TRUE")] == [True] * 3
    assert [plain(word) for word in ("false", "False", "FALSE")] == [False] * 3
    assert [plain(word) for word in ("", "~", "null", "Null", "NULL")] == [None] * 5
    assert str(plain(".nan")) == "nan"
    assert plain("nULL") == "nULL"


def test_long_number_is_refused() -> None:
    """No quadratic conversion, no limit of the interpreter hit."""
    assert plain("9" * MAX_DIGITS) == 10**MAX_DIGITS - 1
    with pytest.raises(TooLongError):
        plain("9" * 5000)


def test_in_a_document() -> None:
    """Quotes make a text; a block loses its last line break and nothing else."""
    problems = Problems()
    text = "a: NO\nb: 12:30\nc: '1'\nd: \"true\"\ne: |\n  x\n\n  y\nf: [yes, ~, 1.0]\ng: '[/x] {0} %s'\n"
    document = read(text, "f", problems)
    assert document is not None
    assert not problems.all()
    assert document.value == {
        "a": "NO",
        "b": "12:30",
        "c": "1",
        "d": "true",
        "e": "x\n\ny",
        "f": ["yes", None, 1.0],
        "g": "[/x] {0} %s",
    }
