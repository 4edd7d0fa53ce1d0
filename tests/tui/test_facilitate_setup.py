"""The set-up of a facilitated exercise, its keys, its time: header, automatic release, reminder, stall."""

from __future__ import annotations

import asyncio
import re
from pathlib import Path

import pytest
from textual.pilot import Pilot

from sco_tabletop.conduct.due import Stall
from sco_tabletop.conduct.pace import minutes_left, reminder_minute
from sco_tabletop.conduct.script import DrawPolicy
from sco_tabletop.core.words import ChairRule
from sco_tabletop.session import conducted
from sco_tabletop.session.conducted import ConductedSession
from sco_tabletop.session.reopen import reopen
from sco_tabletop.tui import conduct_keys, keys
from sco_tabletop.tui.app import Start, TabletopApp, first_room
from sco_tabletop.tui.conduct_form import ConductForm, new_conduct_form
from sco_tabletop.tui.fields import Text
from sco_tabletop.tui.screens.base import BaseScreen
from sco_tabletop.tui.screens.console import ConsoleScreen
from sco_tabletop.tui.screens.end import EndScreen
from sco_tabletop.tui.screens.facilitate import FacilitateScreen
from sco_tabletop.tui.screens.plenary import PlenaryScreen
from sco_tabletop.tui.screens.rules import HelpScreen
from sco_tabletop.tui.screens.talk import TalkScreen
from sco_tabletop.tui.text import Sheet, width
from sco_tabletop.tui.widgets.bars import foot_line
from sco_tabletop.tui.widgets.pane import Pane

from .conducting import PLAYERS, Time, conduct, start
from .helper import SMALL, WIDE, at, dump, tell

TABLES = (
    conduct_keys.CONSOLE,
    conduct_keys.PAGE,
    conduct_keys.TRUTH,
    conduct_keys.RECORDS,
    conduct_keys.FIELDS,
    conduct_keys.PIN,
    conduct_keys.TALK,
)


def test_from_the_title_to_the_public_view_by_keys(tmp_path: Path) -> None:
    """Every choice is made; name and PIN are typed; decks without a script stand there with the reason."""

    async def story(pilot: Pilot[None]) -> None:
        await pilot.press("end", "up", "up", "up", "up")
        await pilot.press("enter")
        assert at(pilot, FacilitateScreen)
        screen = pilot.app.screen
        assert isinstance(screen, FacilitateScreen)
        screen.form.open_deck("first-watch")
        screen.pane.go_to(("facilitator",))
        await pilot.press(*"Eva", "enter", *"4711")
        assert (screen.form.facilitator, screen.form.pin) == ("Eva", "4711")
        assert "4711" not in dump(pilot)
        await pilot.press("end", "pageup", "pagedown")
        assert "has no script" in dump(pilot)
        await pilot.press("home", "enter")
        assert at(pilot, TalkScreen)
        session = pilot.app.session  # type: ignore[attr-defined]
        assert isinstance(session, ConductedSession)
        assert not session.at_console
        assert session.conduct.facilitator == "Eva"
        await pilot.press("f9", *"4711", "enter")
        assert at(pilot, ConsoleScreen)

    tell(tmp_path, story)


def test_facilitate_on_the_command_line_opens_the_set_up(tmp_path: Path) -> None:
    """The deck that was named is chosen; one without a script is said to have none."""
    form = new_conduct_form("xiamen-2015")
    assert "has no script" in form.trouble
    app = TabletopApp(Start(saves=tmp_path, facilitate="xiamen-2019"))

    async def run() -> None:
        async with app.run_test(size=SMALL) as pilot:
            await pilot.pause()
            assert at(pilot, FacilitateScreen)
            assert "Xiamen 2019" in dump(pilot)

    asyncio.run(run())


def test_the_form_turns_into_a_setup() -> None:
    """Each line changes what it says."""
    form = new_conduct_form("xiamen-2019")
    zones = len(form.owner)
    assert form.setup().zones == tuple(range(zones))
    for key, step in ((("policy",), 1), (("minutes",), 1), (("automatic",), 1), (("chair",), 1)):
        form.change(key, step)
    form.change(("zone", 0), 1)
    setup = form.setup()
    assert (setup.policy, setup.minutes, setup.automatic) == (DrawPolicy.REPLACE, 95, True)
    assert setup.chair is ChairRule.COMMANDER
    assert 0 not in setup.zones
    form.change(("called",), 1)
    setup = form.setup()
    assert not setup.called
    assert sorted(zone for of in setup.players.values() for zone in of) == list(range(zones))
    form.pin = "12"
    assert _trouble(form)


def _trouble(form: ConductForm) -> str:
    with pytest.raises(ValueError) as caught:
        form.setup()
    return str(caught.value)


def test_conduct_keys_are_what_every_terminal_sends_and_footers_fit() -> None:
    """As for every other screen: letters once, Esc has company, six keys that fit at 80 columns."""
    named = {"enter", "space", "tab", "up", "down", "left", "right", "escape", "backspace"}
    for table in TABLES:
        for entry in table:
            parts = entry.key.split(",")
            assert all(re.fullmatch(r"[a-z0-9]|f\d", part) or part in named for part in parts)
            assert "escape" not in parts or len(parts) > 1
            assert entry.sentence
        assert len(keys.footer(table)) <= 6
        assert width(foot_line(table, 78)) <= 78
        assert width(foot_line(table, 118)) <= 118
        assert any(entry.action == "help" for entry in keys.footer(table))
        letters = [part for entry in table for part in entry.key.split(",") if part.isalpha()]
        assert len(letters) == len(set(letters))
    bound = {key for binding in conduct_keys.console_bindings() for key in binding.key.split(",")}
    assert {"к", "ф", "р", "6"} <= bound


def test_every_page_has_help(tmp_path: Path) -> None:
    """F1 says what the screen is for; Back leads back."""
    session = conduct(tmp_path)

    async def story(pilot: Pilot[None]) -> None:
        await start(pilot)
        for key in ("", "v", "l", "n", "w", "m", "u", "j", "f7", "s", "p", "a"):
            if key:
                await pilot.press(key)
            under = pilot.app.screen
            assert isinstance(under, BaseScreen)
            assert type(under).about, under
            await pilot.press("f1")
            assert at(pilot, HelpScreen), under
            await pilot.press("escape")
            if key:
                await pilot.press("escape")
            assert at(pilot, ConsoleScreen), under

    tell(tmp_path, story, session)


def watch(pane: Pane, drawn: list[str]) -> None:
    """Write down when a pane is made anew."""
    source = pane.source

    def watched(columns: int, rows: int) -> Sheet:
        drawn.append(str(pane.id))
        return source(columns, rows)

    pane.source = watched


def test_the_header_counts_seconds_without_taking_the_keys(tmp_path: Path) -> None:
    """Only the two lines of the header are drawn anew; the cursor stays where it is."""
    session = conduct(tmp_path)
    clock = Time(session)

    async def story(pilot: Pilot[None]) -> None:
        await start(pilot)
        console = pilot.app.screen
        assert isinstance(console, ConsoleScreen)
        await pilot.press("6")
        drawn: list[str] = []
        for name in ("head", "now", "next", "done", "pool", "course", "inject"):
            watch(console.pane(name), drawn)
        clock.go(0.5)
        console.tick()
        await pilot.pause()
        assert "0:00:30 of 1:00" in dump(pilot)
        assert set(drawn) == {"head"}
        assert console.focused is console.pane("inject")
        clock.go(20)
        console.tick()
        await pilot.pause()
        assert "now" in drawn
        assert console.focused is console.pane("inject")

    tell(tmp_path, story, session, WIDE)


def test_automatic_release_reaches_the_public_view(tmp_path: Path) -> None:
    """What becomes due while everybody looks at the public view is delivered and said."""
    session = conduct(tmp_path, automatic=True)
    clock = Time(session)

    async def story(pilot: Pilot[None]) -> None:
        await start(pilot)
        await pilot.press("f9")
        app = pilot.app
        assert isinstance(app, TabletopApp)
        app.beat()
        await pilot.pause()
        assert "message-01" in dump(pilot)
        assert "message-05" not in dump(pilot)
        clock.go(21)
        await pilot.press("f7")
        app.beat()
        await pilot.press("enter")
        assert "message-05" in dump(pilot)
        assert "A new inject has come." in dump(pilot)

    tell(tmp_path, story, session, SMALL)


def test_hot_wash_reminder_in_the_header(tmp_path: Path) -> None:
    """At 40 of 60 minutes."""
    assert [reminder_minute(minutes) for minutes in (60, 90, 120, 30)] == [40, 60, 85, 20]
    assert [minutes_left(60, clock) for clock in (0, 3541, 3600, 3661)] == [60, 1, 0, -1]
    session = conduct(tmp_path)
    clock = Time(session)

    async def story(pilot: Pilot[None]) -> None:
        await start(pilot)
        console = pilot.app.screen
        assert isinstance(console, ConsoleScreen)
        clock.go(39.9)
        console.tick()
        await pilot.pause()
        assert "Keep time for the hot wash" not in dump(pilot)
        clock.go(0.2)
        console.tick()
        await pilot.pause()
        assert "Keep time for the hot wash" in dump(pilot)

    tell(tmp_path, story, session, WIDE)


@pytest.mark.parametrize(("wrong", "number"), [(Stall.QUIET, "H1"), (Stall.ASTRAY, "R1"), (Stall.EASY, "P1")])
def test_a_stall_offers_the_class_that_fits(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, wrong: Stall, number: str
) -> None:
    """The header says that something is wrong; X goes to the fitting inject; without recipients it asks."""
    monkeypatch.setattr(conducted, "stall", lambda *_facts: wrong)
    session = conduct(tmp_path)

    async def story(pilot: Pilot[None]) -> None:
        await start(pilot)
        assert "! off course" in dump(pilot)
        await pilot.press("x")
        console = pilot.app.screen
        assert isinstance(console, ConsoleScreen)
        assert console.number == number
        assert "Fits now." in dump(pilot)
        await pilot.press("enter", "y")
        if number == "P1":
            assert "Choose to whom" in dump(pilot)
            await pilot.press("b", "down", "down", "enter", "f5")
        assert session.console().board.items[number].out

    tell(tmp_path, story, session, WIDE)


def test_discussion_shows_the_inject_large_and_keeps_decisions(tmp_path: Path) -> None:
    """No engine rounds; left and right; a called-out decision; EndEx leads to the title."""
    session = conduct(tmp_path, DrawPolicy.OFF)
    assert isinstance(first_room(session), TalkScreen)

    async def story(pilot: Pilot[None]) -> None:
        await start(pilot)
        await pilot.press("home", "r", "f9")
        assert at(pilot, TalkScreen)
        assert "T I T L E - 0 1" in dump(pilot)
        await pilot.press("f9", "e", "down", *"share", "f5", "n")
        assert "Zone 0 decides: share" in dump(pilot)
        await pilot.press("escape", "a", *"More", "enter", *"Why", "enter", "down", "enter", "f5", "f9")
        assert "M O R E" in dump(pilot)
        await pilot.press("left")
        assert "T I T L E - 0 1" in dump(pilot)
        await pilot.press("t")
        assert "time 5:00" in dump(pilot)
        await pilot.press("f9", "d", "y", "f9")
        assert "back to the title" in dump(pilot)
        assert not at(pilot, EndScreen)
        await pilot.press("enter")
        assert session is not pilot.app.session  # type: ignore[attr-defined]

    tell(tmp_path, story, session)


def test_continue_on_the_title_opens_the_public_view(tmp_path: Path) -> None:
    """A facilitated exercise that was left goes on there, standing still."""
    session = conduct(tmp_path, players=PLAYERS)
    session.open_console()
    session.close()
    reopened = reopen(session.path)
    assert isinstance(reopened, ConductedSession)
    reopened.close()

    async def story(pilot: Pilot[None]) -> None:
        await pilot.press("enter")
        assert at(pilot, PlenaryScreen)
        assert "not started" in dump(pilot)

    tell(tmp_path, story)


def test_a_text_is_edited_at_its_caret() -> None:
    """Letters, arrows, Home and End, Backspace and Delete; no more letters than there is room for."""
    text = Text("key", "label", "ab", most=5)
    text.press("left")
    text.insert("xy\n")
    assert (text.value, text.caret) == ("axy b", 4)
    text.insert("z")
    assert text.value == "axy b"
    for key in ("home", "delete", "end", "backspace", "left", "right"):
        assert text.press(key)
    assert text.value == "xy "
    assert not text.press("enter")
