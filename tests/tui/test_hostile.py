"""Deck texts that look like markup, links, formats or escapes are drawn character by character."""

from __future__ import annotations

import asyncio
from pathlib import Path

import attrs
import pytest
from textual.pilot import Pilot

from sco_tabletop.content import DeckInfo
from sco_tabletop.core.scenario import Card, Option, Scenario, Trait, Zone
from sco_tabletop.session.begin import Table, begin
from sco_tabletop.settings import open_shelf
from sco_tabletop.tui import form
from sco_tabletop.tui.app import Start, TabletopApp
from sco_tabletop.tui.screens.curtain import CurtainScreen
from sco_tabletop.tui.screens.people import PeopleScreen
from sco_tabletop.tui.text import clean
from tests.core.small import scenario

from .helper import HUGE, SHORT, SMALL, WIDE, at, dump, move_on, new_session, tell, to_turn, until

HOSTILE = ("[/x]", "[@click=app.quit]x[/]", "\x1b[31mred", "[bold", "{0}{zone}%s", "日本[b]", "a\nb\tc")


def spoilt(text: str, number: int) -> str:
    """A hostile text that still says which one it was."""
    return HOSTILE[number % len(HOSTILE)] + text


def spoil(of: Scenario) -> Scenario:
    """The scenario with every text spoilt."""
    return attrs.evolve(
        of,
        title=spoilt("title", 0),
        summary=spoilt("summary", 1),
        briefing=spoilt("briefing", 2),
        zones=tuple(spoil_zone(zone, n) for n, zone in enumerate(of.zones)),
        disciplines=tuple(spoilt(d, n) for n, d in enumerate(of.disciplines)),
        traits=tuple(
            Trait(spoilt(t.name, n), tuple(spoilt(v, n + 1) for v in t.values))  # type: ignore[arg-type]
            for n, t in enumerate(of.traits)
        ),
        cards=tuple(spoil_card(card, n) for n, card in enumerate(of.cards)),
        personas=tuple(spoilt(p, n) for n, p in enumerate(of.personas)),
        persons=tuple(spoilt(p, n) for n, p in enumerate(of.persons)),
        channels=tuple(spoilt(c, n) for n, c in enumerate(of.channels)),
    )


def spoil_zone(zone: Zone, n: int) -> Zone:
    """Name, codes and sites."""
    sites = tuple(spoilt(site, n) for site in zone.sites)
    return attrs.evolve(zone, name=spoilt(zone.name, n), short=spoilt(zone.short, n), sites=sites)


def spoil_card(card: Card, n: int) -> Card:
    """Every text of a card and of its options."""
    options = tuple(
        Option(spoilt(option.label, n), spoilt("why", n + 1), option.effects) for option in card.options
    )
    return attrs.evolve(
        card,
        options=options,
        title=spoilt("title", n),
        text=spoilt("text", n + 1),
        sender=spoilt("sender", n + 2),
        method=spoilt("method", n + 3),
        grade=spoilt("grade", n + 4),
        teaches=spoilt("teaches", n + 5),
        question=spoilt("question", n + 6),
    )


@pytest.mark.parametrize("size", [SMALL, HUGE])
def test_every_text_is_drawn_as_it_is(tmp_path: Path, size: tuple[int, int]) -> None:
    """Through the room, its panes, cards, questions and the end; nothing runs, nothing breaks."""
    spoiled = spoil(scenario(numbers=SHORT))
    session = new_session(tmp_path, of=spoiled, seed=5)
    shown: list[str] = []

    async def story(pilot: Pilot[None]) -> None:
        await to_turn(pilot)
        for key in (*"12345", *"matogvbldcpwsnryx"):
            await pilot.press(key)
            shown.append(dump(pilot))
            await pilot.press("backspace")
        for before in ((), ("2",), ("3",), ("1", "tab", "down")):
            await pilot.press(*before, "f1")
            shown.append(dump(pilot))
            await pilot.press("backspace")
        await pilot.press("f8", *"[/x]{0}%s")
        shown.append(dump(pilot))
        assert "[/x]{0}%s" in shown[-1]
        await pilot.press("escape", "f8")
        shown.append(dump(pilot))
        await pilot.press("escape", "f5", *HOSTILE[1], "enter")
        assert f"'{HOSTILE[1]}'" in dump(pilot) or HOSTILE[1] in dump(pilot)
        while size == SMALL and await move_on(pilot):
            shown.append(dump(pilot))

    app = tell(tmp_path, story, session, size)
    assert app.return_code in (None, 0)
    text = "\n".join(shown)
    assert "\x1b" not in text
    for zone in spoiled.zones:
        assert clean(zone.name)[:12] in text
    assert any(clean(spoiled.personas[p]) in text for p in session.view(0).public.index)
    if size != SMALL:
        return
    drawn = [card for card in spoiled.cards if card.id in session.view(0).public.drawn]
    assert all(" ".join(clean(card.title).split()) in text for card in drawn)


def test_a_hostile_deck_in_the_set_up(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Titles, difficulties and summaries too."""
    info = DeckInfo("x", HOSTILE[1], ("[/x]",), tmp_path)
    monkeypatch.setattr(form, "known_decks", lambda: (info,))
    monkeypatch.setattr(form, "load", lambda _path, _level: spoil(scenario()))

    async def story(pilot: Pilot[None]) -> None:
        await pilot.press("down", "enter")
        text = dump(pilot)
        assert HOSTILE[1] in text
        assert "◂ [/x] ▸" in text
        assert "[@click=app.quit]x[/]summary" in text

    tell(tmp_path, story)


def test_hostile_names_at_a_shared_table(tmp_path: Path) -> None:
    """On curtain, conference, palette, help, list of people and messages: as they were typed."""
    names = {"[/x]": (0,), "{0}%s[b]": (1, 2), "日本[@click=app.quit]": (3,)}
    session = begin(
        Table(names), scenario(numbers=SHORT), deck_digest="0" * 64, seed=3, practice=False, folder=tmp_path
    )

    async def story(pilot: Pilot[None]) -> None:
        while not at(pilot, CurtainScreen):
            await pilot.press("e", "enter")
            await pilot.pause()
        assert f"Next: {session.due}" in dump(pilot)
        for key in ("f8", "f1", "f2"):
            await pilot.press(key)
            assert not at(pilot, CurtainScreen)
            await pilot.press("escape")
        await pilot.press("f4")
        await until(pilot, lambda: at(pilot, PeopleScreen))
        assert all(f"{name} leaves" in dump(pilot) for name in names)

    assert tell(tmp_path, story, session, WIDE).return_code in (None, 0)


def test_hostile_settings_are_told_as_they_are(tmp_path: Path) -> None:
    """The key of a file that cannot be used, in the sentence about it."""
    path = tmp_path / "settings.json"
    path.write_text('{"[@click=app.quit]x[/]": 1}', encoding="utf-8")
    app = TabletopApp(Start(saves=tmp_path, shelf=open_shelf(path)))

    async def run() -> None:
        async with app.run_test(size=SMALL) as pilot:
            await pilot.press("f2")
            shown = " ".join(dump(pilot).split())
            assert "there is no setting '[@click=app.quit]x[/]'" in shown

    asyncio.run(run())
