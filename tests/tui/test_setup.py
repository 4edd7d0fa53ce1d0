"""Set-up and title: every choice by keys, eight states at the smallest size, quick start and course."""

from __future__ import annotations

from pathlib import Path

import attrs
import pytest
from textual.pilot import Pilot

from sco_tabletop.content import DeckInfo
from sco_tabletop.core.scenario import Scenario
from sco_tabletop.core.words import ChairRule
from sco_tabletop.record.listing import list_saves
from sco_tabletop.record.read import read
from sco_tabletop.tui import form
from sco_tabletop.tui.form import FACILITATOR, NOBODY, OTHERS, ROTATING, Form, new_form
from sco_tabletop.tui.screens import title
from sco_tabletop.tui.screens.conference import ConferenceScreen
from sco_tabletop.tui.screens.orient import OrientScreen
from sco_tabletop.tui.screens.setup import SetupScreen
from sco_tabletop.tui.screens.title import COURSE, TitleScreen
from tests.core.small import scenario

from .helper import SMALL, at, dump, tell, until

EIGHT = attrs.evolve(
    scenario(8), zones=tuple(attrs.evolve(z, name=f"State {z.id}") for z in scenario(8).zones)
)


@pytest.fixture
def eight(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Scenario:
    """A deck of eight states, and the decks of the course, all of them the same."""
    decks = tuple(DeckInfo(name, f"Title {name}", ("standard", "severe"), tmp_path) for name in COURSE)
    monkeypatch.setattr(form, "known_decks", lambda: decks)
    monkeypatch.setattr(title, "deck_names", lambda: COURSE)
    monkeypatch.setattr(form, "load", lambda _path, level: attrs.evolve(EIGHT, difficulty=level))
    monkeypatch.setattr(form, "digest", lambda _path: "0" * 64)
    return EIGHT


def form_of(pilot: Pilot[None]) -> Form:
    """The choices on the screen."""
    screen = pilot.app.screen
    assert isinstance(screen, SetupScreen)
    return screen.form


async def go(pilot: Pilot[None], key: object) -> None:
    """The cursor on a line, by the down key alone."""
    screen = pilot.app.screen
    assert isinstance(screen, SetupScreen)
    for _try in range(60):
        if screen.pane.key == key:
            return
        await pilot.press("down")
    raise AssertionError(key)


def test_the_solo_default_is_one_seat_and_a_permanent_chair(tmp_path: Path) -> None:
    """Two keys from its line on the title; what they choose stands in the save."""

    async def story(pilot: Pilot[None]) -> None:
        await pilot.press("down", "enter", "enter")
        await until(pilot, lambda: at(pilot, OrientScreen))

    tell(tmp_path, story)
    header = read(list_saves(tmp_path)[0].path).header
    assert [seat.kind for seat in header.seats] == ["human", "bot", "bot", "bot"]
    assert (header.seating.chair, header.seating.chair_zones) == (ChairRule.ROTATING, (0,))
    assert (header.players, header.timer) == ((), 0)


def test_quick_start_begins_at_once(tmp_path: Path) -> None:
    """Two lines below the tutorial: down twice and Enter."""

    async def story(pilot: Pilot[None]) -> None:
        await until(pilot, lambda: "First Watch   begin at once" in dump(pilot))
        await pilot.press("down", "down", "enter")
        await until(pilot, lambda: at(pilot, OrientScreen))

    tell(tmp_path, story)


def test_the_course_stands_on_the_title_in_its_order(tmp_path: Path, eight: Scenario) -> None:
    """All open; each leads to its own set-up."""

    async def story(pilot: Pilot[None]) -> None:
        await until(pilot, lambda: "Title" in dump(pilot))
        shown = dump(pilot)
        assert len(eight.zones) == 8
        places = [shown.index(f"{n} Title {name}") for n, name in enumerate(COURSE, 1)]
        assert places == sorted(places)
        assert "Quit" in shown
        assert "begin at once" not in shown
        await pilot.press("down", "down", "enter")
        assert form_of(pilot).decks[form_of(pilot).deck].name == COURSE[1]
        await pilot.press("escape")
        assert at(pilot, TitleScreen)

    tell(tmp_path, story, size=SMALL)


def test_a_hot_seat_table_by_keys_on_eight_states(tmp_path: Path, eight: Scenario) -> None:
    """Three people with names and a PIN, a fixed chair, nobody elsewhere, a timer, a seed: all at 80x24."""

    async def story(pilot: Pilot[None]) -> None:
        await pilot.press("enter")
        await go(pilot, ("mode",))
        await pilot.press("right")
        await go(pilot, ("seed",))
        await pilot.press(*["backspace"] * 6, "4", "2")
        await go(pilot, ("count",))
        await pilot.press("right", "right")
        assert form_of(pilot).owner[:4] == [0, 1, 2, NOBODY]
        await go(pilot, ("others",))
        while OTHERS[form_of(pilot).others]:
            await pilot.press("right")
        await go(pilot, ("chair",))
        await pilot.press("right", "right", "right")
        assert "fixed: State Z1" in dump(pilot)
        await go(pilot, ("timer",))
        await pilot.press("right")
        await go(pilot, ("zone", 7))
        await pilot.press("left")
        assert "State Z7" in dump(pilot)
        await go(pilot, ("name", 0))
        await pilot.press("A", "n", "a", "q", "backspace", "enter", "1", "2", "3", "4")
        assert "••••" in dump(pilot)
        await go(pilot, ("name", 1))
        await pilot.press("Б", "о", "space", "2")
        await pilot.press(*["home"])
        await pilot.press("enter")
        await until(pilot, lambda: at(pilot, ConferenceScreen))

    tell(tmp_path, story, size=SMALL)
    header = read(list_saves(tmp_path)[0].path).header
    assert [player.name for player in header.players] == ["Ana", "Бо 2", "Player 3"]
    assert [bool(player.pin) for player in header.players] == [True, False, False]
    assert [seat.player for seat in header.seats] == ["Ana", "Бо 2", "Player 3", "", "", "", "", "Player 3"]
    assert (header.seed, header.timer, header.practice) == (42, 2, False)
    assert (header.seating.chair, header.seating.chair_zones) == (ChairRule.FIXED, (1,))
    assert len(eight.zones) == len(header.seats)


def test_a_facilitator_without_a_state(tmp_path: Path, eight: Scenario) -> None:
    """The own state is given to bots, the chair to the keyboard."""

    async def story(pilot: Pilot[None]) -> None:
        await pilot.press("enter")
        for zone in (0, 1):
            await go(pilot, ("zone", zone))
            await pilot.press("right")
        await pilot.press("home", "enter")
        assert "Nobody plays" in dump(pilot)
        await go(pilot, ("chair",))
        await pilot.press("right")
        await pilot.press("home", "enter")
        await until(pilot, lambda: at(pilot, ConferenceScreen))

    tell(tmp_path, story)
    header = read(list_saves(tmp_path)[0].path).header
    assert header.seating.chair is ChairRule.COMMANDER
    assert {seat.kind for seat in header.seats} == {"bot"}
    assert len(eight.zones) == 8


@pytest.mark.parametrize(
    ("typing", "says"),
    [
        ((("name", 0), ["backspace"] * 9), "1 to 16 letters"),
        ((("pin", 1), ["1", "2"]), "needs four to eight digits"),
        ((("zone", 1), ["left", "left"]), "has no zone"),
    ],
)
def test_a_mistake_is_said_on_the_screen(tmp_path: Path, typing: tuple[object, list[str]], says: str) -> None:
    """And nothing is begun."""

    async def story(pilot: Pilot[None]) -> None:
        await pilot.press("down", "enter")
        await go(pilot, ("count",))
        await pilot.press("right")
        await go(pilot, typing[0])
        await pilot.press(*typing[1])
        await pilot.press("home", "enter")
        assert says in dump(pilot)
        assert at(pilot, SetupScreen)

    tell(tmp_path, story)
    assert not list_saves(tmp_path)


def test_lines_turn_all_the_way_round() -> None:
    """Every line comes back to where it was; the chair knows every state."""
    chosen = new_form()
    assert chosen.scenario
    zones = len(chosen.scenario.zones)
    before = attrs.evolve(chosen, owner=list(chosen.owner))
    turns: tuple[tuple[object, int], ...] = (
        (("chair",), zones + 2),
        (("timer",), len(form.TIMERS)),
        (("others",), len(OTHERS)),
        (("mode",), 2),
        (("zone", 2), 2),
        (("count",), zones),
    )
    for key, count in turns:
        seen = set()
        for _turn in range(count):
            chosen.change(key, 1)
            seen.add(
                (chosen.chair, chosen.timer, chosen.others, chosen.practice, chosen.count, *chosen.owner)
            )
        assert len(seen) == count, key
        assert attrs.evolve(chosen, owner=before.owner) == before, key
    assert {ROTATING, FACILITATOR} == {-2, -1}


def test_no_deck_is_said(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Nothing breaks without decks."""
    monkeypatch.setattr(form, "known_decks", lambda: ())
    monkeypatch.setattr(title, "deck_names", lambda: ())

    async def story(pilot: Pilot[None]) -> None:
        await pilot.press("enter", "enter", "down", "right", "down", "right")
        assert "There is no deck here" in dump(pilot)
        assert at(pilot, SetupScreen)

    tell(tmp_path, story)
