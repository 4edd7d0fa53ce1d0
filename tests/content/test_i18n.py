"""Messages are looked up when they are made, in the catalogue installed then."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo

from sco_tabletop import i18n
from sco_tabletop.content import check
from sco_tabletop.content.problems import suggestion

from .workshop import DECK, Workshop


@pytest.fixture
def catalogues(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """A folder with one language of two messages."""
    folder = tmp_path / "locale" / "xx" / "LC_MESSAGES"
    folder.mkdir(parents=True)
    catalogue = Catalog(locale="en")
    catalogue.add("the text is empty.", "TEXT EMPTY")
    catalogue.add(("{n} card", "{n} cards"), ("ONE {n}", "MANY {n}"))
    with (folder / "sco_tabletop.mo").open("wb") as stream:
        write_mo(stream, catalogue)
    monkeypatch.setattr(i18n, "_FOLDER", tmp_path / "locale")
    yield
    i18n.install("en")


@pytest.mark.usefixtures("catalogues")
def test_install(shop: Workshop) -> None:
    """Another language, and back to English."""
    shop.swap(DECK, "title: First Watch", "title: ''")
    assert i18n.available() == ("en", "xx")
    assert [problem.message for problem in check(shop.folder)] == ["the text is empty."]
    i18n.install("xx")
    assert [problem.message for problem in check(shop.folder)] == ["TEXT EMPTY"]
    assert i18n.n_("{n} card", "{n} cards", 1) == "ONE {n}"
    assert i18n.n_("{n} card", "{n} cards", 2) == "MANY {n}"
    i18n.install("en")
    assert i18n.n_("{n} card", "{n} cards", 2) == "{n} cards"
    assert i18n._("") == ""


@pytest.mark.parametrize("lang", ["yy", "", "../en"])
def test_unknown_language(lang: str) -> None:
    """Only what is available can be installed."""
    assert "en" in i18n.available()
    with pytest.raises(LookupError):
        i18n.install(lang)


def test_suggestions() -> None:
    """Near words only, capitals aside, and no long ones, which would be slow to compare."""
    known = ("severity", "kind", "KAZ")
    assert suggestion("severty", known) == "severity"
    assert suggestion("kaz", known) == "KAZ"
    assert suggestion("banana", known) == ""
    assert suggestion("x" * 100_000, ("x" * 100_001, "x" * 60)) == ""
