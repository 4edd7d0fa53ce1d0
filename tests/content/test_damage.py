"""However a deck is damaged: it loads, or it says where it hurts. Nothing else ever comes out."""

from __future__ import annotations

import re
import tempfile
from contextlib import nullcontext
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sco_tabletop.content import DeckError, ProblemKind, check, load, load_script
from sco_tabletop.content.problems import Problems
from sco_tabletop.content.tree import read

from .manuscript import MANUSCRIPT, SCRIPT
from .workshop import CARDS, DECK, SOURCE, make

TEXTS = {name: (SOURCE / name).read_text(encoding="utf-8") for name in (DECK, CARDS)}
TEXTS[SCRIPT] = MANUSCRIPT
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
def damaged(draw: st.DrawFn, *names: str) -> tuple[str, str]:
    """One of these files with one to three cuts, each filled with something sharp."""
    name = draw(st.sampled_from(names))
    text = TEXTS[name]
    for _ in range(draw(st.integers(1, 3))):
        start = draw(st.integers(0, len(text)))
        end = min(len(text), start + draw(st.integers(0, 30)))
        text = text[:start] + draw(BITES) + text[end:]
    return name, text


@FEW
@given(damaged(DECK, CARDS))
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


@FEW
@given(damaged(SCRIPT))
def test_damaged_script(damage: tuple[str, str]) -> None:
    """The same of the script; whatever it holds, the deck itself loads."""
    name, text = damage
    with tempfile.TemporaryDirectory() as parent:
        shop = make(Path(parent))
        scenario = load(shop.folder)
        (shop.folder / name).write_bytes(text.encode("utf-8", "surrogatepass"))
        problems, lines = check(shop.folder), len(re.split("\r\n|[\r\n\x85\u2028\u2029]", text))
        for problem in problems:
            assert str(problem).isprintable()
            assert Path(problem.file).name == name
            assert problem.line <= lines
        loads = not [problem for problem in problems if problem.kind is ProblemKind.ERROR]
        with nullcontext() if loads else pytest.raises(DeckError):
            load_script(shop.folder, scenario)
        assert load(shop.folder) == scenario


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


@settings(FEW, max_examples=60)
@given(YAML)
def test_any_tree_in_the_place_of_a_field(text: str) -> None:
    """Whatever stands for the injects, or for one line of them, is named and nothing else happens."""
    head = MANUSCRIPT.partition("injects:")[0]
    with tempfile.TemporaryDirectory() as parent:
        shop = make(Path(parent))
        scenario = load(shop.folder)
        for whole in (f"{head}injects: {text}", MANUSCRIPT.replace("[TJK, KGZ]", text, 1), text):
            (shop.folder / SCRIPT).write_bytes(whole.encode("utf-8", "surrogatepass"))
            errors = [p for p in check(shop.folder) if p.kind is ProblemKind.ERROR]
            with pytest.raises(DeckError) if errors else nullcontext():
                load_script(shop.folder, scenario)
