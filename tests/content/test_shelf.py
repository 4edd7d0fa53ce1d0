"""Decks are found by name and path, and told apart by their digest."""

from __future__ import annotations

from pathlib import Path

import pytest

from sco_tabletop.content import DeckError, DeckInfo, UnknownDeck, check, digest, find_decks, locate, shelf

from .manuscript import SCRIPT
from .workshop import CARDS, DECK, SOURCE, Workshop


def test_first_watch_is_found() -> None:
    """By name, by path, by its deck file."""
    infos = {info.name: info for info in find_decks()}
    assert infos["first-watch"] == DeckInfo("first-watch", "First Watch", ("standard",), SOURCE)
    assert locate("first-watch") == SOURCE


def test_by_path(shop: Workshop, monkeypatch: pytest.MonkeyPatch) -> None:
    """A folder or its deck file, absolute or relative."""
    assert locate(str(shop.folder)) == shop.folder
    assert locate(str(shop.folder / DECK)) == shop.folder
    monkeypatch.chdir(shop.folder.parent)
    (shop.folder.parent / "mine").symlink_to(shop.folder)
    assert locate("mine") == Path("mine")


@pytest.mark.parametrize("name", ["", "first-wach", "/", "..", "nowhere/at/all", "a\0b", "x" * 5000])
def test_unknown_deck(name: str) -> None:
    """One sentence with the decks there are; a near miss is guessed."""
    with pytest.raises(UnknownDeck, match="first-watch") as caught:
        locate(name)
    assert isinstance(caught.value, DeckError)
    assert "first-watch" in caught.value.known
    assert ("did you mean first-watch?" in str(caught.value)) == (name == "first-wach")


def test_a_broken_deck_stays_on_the_shelf(shop: Workshop, monkeypatch: pytest.MonkeyPatch) -> None:
    """It is listed by its name without difficulties; the first folder with a name keeps it."""
    shop.write(DECK, "[")
    monkeypatch.setattr(shelf, "_roots", lambda: (shop.folder.parent, SOURCE.parent))
    found = [info for info in find_decks() if info.name == "first-watch"]
    assert found == [DeckInfo("first-watch", "first-watch", (), shop.folder)]


def test_roots_of_checkout_and_wheel(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A folder called decks beside an installed package is not ours."""
    package = tmp_path / "sco_tabletop"
    monkeypatch.setattr(shelf, "_PACKAGE", package)
    assert shelf._roots() == (package / "decks",)
    (tmp_path / "pyproject.toml").touch()
    assert shelf._roots() == (tmp_path / "decks", package / "decks")


def test_digest_follows_the_content(shop: Workshop) -> None:
    """Same bytes, same digest; one byte in any file changes it, and so does moving it to another."""
    for name in (DECK, CARDS, SCRIPT):
        (shop.folder / name).write_bytes((SOURCE / name).read_bytes())
    digests = {digest(SOURCE)}
    assert digests == {digest(shop.folder)}
    for name in (DECK, CARDS, SCRIPT):
        with (shop.folder / name).open("ab") as stream:
            stream.write(b"#")
        digests.add(digest(shop.folder))
    assert len(digests) == 4
    assert all(len(text) == 64 for text in digests)


def test_other_folder_name_is_a_warning(shop: Workshop) -> None:
    """The deck loads under any folder name, and the author is told."""
    other = shop.folder.rename(shop.folder.parent / "other")
    (problem,) = check(other)
    assert str(problem).endswith("deck.yaml:3:5: warning: id: " + problem.message)
    assert "first-watch" in problem.message
    assert "other" in problem.message
