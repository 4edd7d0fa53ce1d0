"""However a deck is damaged: it loads, or it says where it hurts. Nothing else ever comes out."""

from __future__ import annotations

import re
import tempfile
from contextlib import nullcontext
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sco_tabletop.content import DeckError, ProblemKind, check, load
from sco_tabletop.content.problems import Problems
from sco_tabletop.content.tree import read

from .workshop import CARDS, DECK, SOURCE, make

TEXTS = {name: (SOURCE / name).read_text(encoding="utf-8") for name in (DECK, CARDS)}
SHARP = [
    "{",
    "}",
    "[",
    "]",
    ":",
    "- ",
    "? ",
    "&a ",
    "*a",
    "!!int ",
    "|",
    ">",
    '"',
    "'",
    "#",
    "\n",
    "\t",
    "%",
    "---\n",
]
VALUES = [
    "~",
    "true",
    "NO",
    "12:30",
    "-1",
    "1.5",
    ".nan",
    "[]",
    "{}",
    "''",
    "9" * 400,
    "\\",
    "\x00",
    "\ud800",
    "\u202e",
]
BITES = st.one_of(st.sampled_from(SHARP + VALUES), st.text(max_size=8))
FEW = settings(max_examples=120, deadline=None, suppress_health_check=list(HealthCheck))


@st.composite
def damaged(draw: st.DrawFn) -> tuple[str, str]:
    """A file of the deck with one to three cuts, each filled with something sharp."""
    name = draw(st.sampled_from((DECK, CARDS)))
    text = TEXTS[name]
    for _ in range(draw(st.integers(1, 3))):
        start = draw(st.integers(0, len(text)))
        end = min(len(text), start + draw(st.integers(0, 30)))
        text = text[:start] + draw(BITES) + text[end:]
    return name, text


@FEW
@given(damaged())
def test_damaged_deck(damage: tuple[str, str]) -> None:
    """Only deck errors, every one with a place that exists in the file."""
    name, text = damage
    with tempfile.TemporaryDirectory() as parent:
        shop = make(Path(parent))
        (shop.folder / name).write_bytes(text.encode("utf-8", "surrogatepass"))
        problems, lines = check(shop.folder), len(re.split("\r\n|[\r\n\x85\u2028\u2029]", text))
        for problem in problems:
            assert str(problem).isprintable()
            if problem.line and Path(problem.file).name == name:
                assert problem.line <= lines
        loads = not [problem for problem in problems if problem.kind is ProblemKind.ERROR]
        with nullcontext() if loads else pytest.raises(DeckError):
            load(shop.folder)


YAML = st.recursive(
    st.sampled_from(VALUES) | st.text(max_size=5),
    lambda inner: (
        st.lists(inner, max_size=3).map(lambda items: "[" + ", ".join(items) + "]")
        | st.lists(st.tuples(inner, inner), max_size=3).map(
            lambda pairs: "{" + ", ".join(f"{key}: {value}" for key, value in pairs) + "}"
        )
    ),
    max_leaves=12,
)


@settings(FEW, max_examples=250)
@given(YAML)
def test_any_tree(text: str) -> None:
    """A document comes out, or problems do; never neither."""
    problems = Problems()
    document = read(text, "f", problems)
    assert document is not None or problems.all()


@settings(FEW, max_examples=60)
@given(st.binary(max_size=60))
def test_any_bytes(content: bytes) -> None:
    """No sixty bytes are a deck."""
    with tempfile.TemporaryDirectory() as parent:
        shop = make(Path(parent))
        (shop.folder / DECK).write_bytes(content)
        assert check(shop.folder)
