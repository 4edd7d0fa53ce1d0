"""What no deck may contain, refused in its place before anything is made of it."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from sco_tabletop.content import DeckError, check, digest, load, load_script
from sco_tabletop.content.problems import MAX_PROBLEMS
from sco_tabletop.content.source import MAX_BYTES
from sco_tabletop.content.tree import MAX_DEPTH, MAX_NODES

from .manuscript import SCRIPT
from .workshop import CARDS, DECK, Workshop

REFUSED = [
    ("a: [1, 2¦", "not valid YAML"),
    ("a: b¦: c", "not valid YAML"),
    ("a: &x 1\nb: ¦*x", "an alias (*x)"),
    ("a: ¦&x 1", "an anchor (&x)"),
    ("a: ¦!!python/object/apply:os.system [x]", "a tag (tag:yaml.org"),
    ("a: ¦! x", "a tag (!)"),
    ("a: 1\nb: 2\n¦a: 3", "given twice; first at line 1, column 1"),
    ("a: {b: 1, ¦b: 2}", "given twice; first at line 1, column 5"),
    ("¦1: a", "put quotes around 1"),
    ("¦12345678901234567890: a", "put quotes around 12345678901234567890"),
    ("? ¦[a]\n: 1", "not a list, mapping or alias"),
    ("a: 1\n¦---\nb: 1", "a second one starts here"),
    ("¦", "the file is empty"),
    ("¦# only a comment", "the file is empty"),
    ('a: ¦"\\e[31m"', "control characters"),
    ("a: ¦x\u202ey", "control characters"),
    ('a: ¦"\\ud800"', "control characters"),
    ('¦"a\\0": 1', "control characters"),
    ("a: x¦\0", "cannot be printed"),
    ("a: ¦" + "9" * 5000, "is too long"),
    ("[" * MAX_DEPTH + "¦" + "[" * 100_000, f"deeper than {MAX_DEPTH}"),
    ("{a: " * MAX_DEPTH + "¦{a: " + "{a: " * 9, f"deeper than {MAX_DEPTH}"),
    ("a:\n" + "- b\n" * (MAX_NODES - 2) + "- ¦b\n", f"more than {MAX_NODES} values"),
]


@pytest.mark.parametrize(("text", "message"), REFUSED, ids=range(len(REFUSED)))
@pytest.mark.parametrize("name", [DECK, CARDS, SCRIPT])
def test_refused_in_its_place(shop: Workshop, name: str, text: str, message: str) -> None:
    """Each guard speaks once, exactly where it must."""
    scenario = load(shop.folder)
    place = shop.write(name, text)
    assert [message in problem.message for problem in shop.at(name, place)].count(True) == 1
    with pytest.raises(DeckError):
        load_script(shop.folder, scenario) if name == SCRIPT else load(shop.folder)


@pytest.mark.parametrize("text", ['a: "\\UFFFFFFFF"', "%YAML " + "9" * 5000 + ".1\n---\na: 1", "'" * 999])
def test_what_the_parser_leaks(shop: Workshop, text: str) -> None:
    """Errors that PyYAML does not wrap are deck errors all the same."""
    shop.write(DECK, text)
    with pytest.raises(DeckError):
        load(shop.folder)


def test_largest_and_too_large(shop: Workshop) -> None:
    """A file of exactly the limit loads; one byte more does not."""
    path = shop.folder / DECK
    content = path.read_bytes()
    path.write_bytes(content + b"#" * (MAX_BYTES - len(content)))
    assert check(shop.folder) == ()
    path.write_bytes(path.read_bytes() + b"#")
    assert [problem.message for problem in check(shop.folder)] == [
        f"the file is larger than {MAX_BYTES} bytes."
    ]


def test_not_utf_8(shop: Workshop) -> None:
    """The place is that of the first bad byte, counted in characters."""
    (shop.folder / DECK).write_bytes("id: x\ntitle: ééx".encode() + b"\xff")
    assert "not UTF-8" in shop.at(DECK, (2, 11))[0].message


def test_missing_file_and_folder(shop: Workshop) -> None:
    """Both files are named, and the rest is still checked."""
    (shop.folder / CARDS).unlink()
    shop.swap(DECK, "depth: full", "depth: ful")
    messages = [str(problem) for problem in check(shop.folder)]
    assert any(CARDS in text and "missing" in text for text in messages)
    assert any(DECK in text and "did you mean full?" in text for text in messages)
    assert len(check(shop.folder / "nowhere")) == 2


def test_link_leading_out(shop: Workshop, tmp_path: Path) -> None:
    """A deck reads no file outside its folder; a link within it is fine."""
    outside = tmp_path / "outside.yaml"
    (shop.folder / CARDS).rename(outside)
    (shop.folder / CARDS).symlink_to(outside)
    assert ["outside the folder" in problem.message for problem in check(shop.folder)] == [True]
    with pytest.raises(DeckError):
        digest(shop.folder)
    outside.rename(shop.folder / "real.yaml")
    (shop.folder / CARDS).unlink()
    (shop.folder / CARDS).symlink_to("real.yaml")
    assert check(shop.folder) == ()


def test_link_in_a_circle_and_no_plain_file(shop: Workshop) -> None:
    """Neither hangs, neither leaks another exception."""
    for path in (shop.folder / DECK, shop.folder / CARDS):
        path.unlink()
    (shop.folder / DECK).symlink_to(DECK)
    os.mkfifo(shop.folder / CARDS)
    assert len(check(shop.folder)) == 2


def test_many_problems_are_counted(shop: Workshop) -> None:
    """A hostile file fills one screen, not a disk."""
    shop.write(CARDS, "cards:\n" + "- {kind: leed}\n" * 1000)
    problems = check(shop.folder)
    assert len(problems) == MAX_PROBLEMS + 1
    assert "more problems are not listed" in problems[-1].message


def test_warnings_do_not_hide_an_error(shop: Workshop) -> None:
    """However many warnings there are, the one error is found."""
    text = (shop.folder / CARDS).read_text(encoding="utf-8")
    effects = "effects: [{kind: actions, amount: 1}, {kind: actions, amount: 1}]"
    rest = "kind: friction, title: t, text: t, sender: s, method: chat, teaches: t, question: q"
    card = "  - {id: x-%d, " + rest + ", %s}\n"
    more = "".join(card % (number, effects) for number in range(MAX_PROBLEMS + 10))
    shop.write(CARDS, text + more)
    load(shop.folder)
    shop.write(CARDS, text + more + more[: more.index("\n") + 1])
    with pytest.raises(DeckError, match="used twice"):
        load(shop.folder)
