"""The palette, clicks on footers and tabs, help of the thing in focus, search, and keys typed ahead."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from textual import events
from textual.pilot import Pilot
from textual.widgets import Input

from sco_tabletop.core import legal
from sco_tabletop.core.commands import Ask, Monitor
from sco_tabletop.tui import keys
from sco_tabletop.tui.offers import Offer, offers_of
from sco_tabletop.tui.rulebook import pages, place_of
from sco_tabletop.tui.screens.brief import BriefScreen
from sco_tabletop.tui.screens.confirm import ConfirmScreen
from sco_tabletop.tui.screens.curtain import CurtainScreen
from sco_tabletop.tui.screens.orient import OrientScreen
from sco_tabletop.tui.screens.palette import PaletteScreen
from sco_tabletop.tui.screens.panes import TABS
from sco_tabletop.tui.screens.room import RoomScreen
from sco_tabletop.tui.screens.rules import HelpScreen, RulesScreen
from sco_tabletop.tui.screens.search import SearchScreen
from sco_tabletop.tui.screens.setup import SetupScreen
from sco_tabletop.tui.screens.title import TitleScreen
from sco_tabletop.tui.text import line, plain
from sco_tabletop.tui.widgets.bars import foot_line, key_at
from sco_tabletop.tui.widgets.pane import Pane, arrow_at
from sco_tabletop.tui.widgets.subjects import of_pane
from sco_tabletop.wording.rulebook import paragraph

from .helper import SMALL, at, dump, new_session, room_of, tell, to_turn, until
from .test_hotseat import sit_down, to


async def click_on(pilot: Pilot[None], text: str) -> None:
    """A click on the first place where this stands on the screen."""
    rows = dump(pilot).splitlines()
    y = next(n for n, row in enumerate(rows) if text in row)
    await pilot.click(offset=(rows[y].index(text), y))
    await pilot.pause()


def test_the_palette_has_the_commands_of_this_screen_and_says_why_not(tmp_path: Path) -> None:
    """Typing filters, Cyrillic too; Enter does one; what is not possible says why and stays open."""

    async def story(pilot: Pilot[None]) -> None:
        await to_turn(pilot)
        await pilot.press("f8")
        assert "Stand by" in dump(pilot)
        assert "StartEx" not in dump(pilot)
        await pilot.press(*"protect", "enter")
        assert at(pilot, PaletteScreen)
        assert "(R5.11)" in dump(pilot)
        await pilot.press(*["backspace"] * 7, *"щё")
        assert "щё" in dump(pilot)
        await pilot.press("backspace", "backspace", *"board", "enter")
        await until(pilot, lambda: at(pilot, RoomScreen) and room_of(pilot).tab == 2)
        await pilot.press("f8", *"request", "enter")
        await until(pilot, lambda: room_of(pilot).look.kind is Ask)
        await pilot.press("f8", "backspace")
        assert at(pilot, RoomScreen)

    tell(tmp_path, story, new_session(tmp_path))


def test_what_the_palette_refuses_the_rules_refuse(tmp_path: Path) -> None:
    """In each pane the same list; a reason exactly where no way of it is possible."""
    session = new_session(tmp_path)

    async def story(pilot: Pilot[None]) -> None:
        await to_turn(pilot)
        room = room_of(pilot)
        whys = {offer.action: offer.why for offer in room.offers()}
        for _letter, kind in keys.TURN_KINDS[:-1]:
            possible = any(isinstance(c, kind) for c in legal.legal(room.look.view))
            assert bool(whys[f"kind('{kind.__name__}')"]) != possible, kind
        assert whys["undo"] == ""
        assert "one state" in whys["eyes"]

    tell(tmp_path, story, session)


def test_every_command_of_every_table_can_be_found() -> None:
    """What has an action is offered, with its key and a sentence; moving the cursor is no command."""
    for table in (keys.ROOM, keys.CONFERENCE, keys.CURTAIN, keys.AT_PIN, keys.REPLAY, keys.END, keys.TITLE):
        faces = {offer.face for offer in offers_of((*table, *keys.EVERYWHERE))}
        assert faces >= {entry.face for entry in table if entry.action != "none"}
    assert Offer("F3", "Public view", "public", "For a projector").fits("proj f3")
    assert not Offer("F3", "Public view", "public").fits("undo")


@pytest.mark.parametrize("columns", [78, 118])
def test_each_key_of_a_footer_takes_a_click(columns: int) -> None:
    """Where its face and its label stand; a face of two keys gives each its half."""
    table = (*keys.ROOM, *keys.EVERYWHERE)
    text = plain(foot_line(table, columns))
    for wanted, key in (("F1 help", "f1"), ("F8 commands", "f8"), ("E end turn", "e"), ("Enter", "enter")):
        assert key_at(table, columns, text.index(wanted)) == key
    assert [key_at(table, columns, text.index("1-8") + n) for n in (0, 2)] == ["1", "6"]
    moves = plain(foot_line(keys.SETUP, columns))
    found = [key_at(keys.SETUP, columns, moves.index("◂ ▸") + n) for n in (0, 2)]
    assert found == ["left", "right"]
    assert key_at(table, columns, len(text) + 5) == ""
    assert [arrow_at(line("Deck  ◂ 日本 ▸"), x) for x in (0, 6, 9, 13)] == [0, -1, 0, 1]


def test_a_round_by_mouse_alone(tmp_path: Path) -> None:
    """Title, set-up, room, tabs, help, palette, yes and no: clicks only."""

    async def story(pilot: Pilot[None]) -> None:
        await click_on(pilot, "New exercise")
        if at(pilot, TitleScreen):
            await click_on(pilot, "New exercise")
        await until(pilot, lambda: at(pilot, SetupScreen))
        before = pilot.app.screen.form.practice  # type: ignore[attr-defined]
        rows = dump(pilot).splitlines()
        y = next(n for n, row in enumerate(rows) if "Mode " in row)
        await pilot.click(offset=(rows[y].index("▸", rows[y].index("◂")), y))
        assert pilot.app.screen.form.practice != before  # type: ignore[attr-defined]
        await click_on(pilot, "Begin the exercise")
        if at(pilot, SetupScreen):
            await click_on(pilot, "Begin the exercise")
        await until(pilot, lambda: at(pilot, OrientScreen))
        await pilot.pause()
        await click_on(pilot, "Enter go on")
        await until(pilot, lambda: at(pilot, RoomScreen))
        await click_on(pilot, "2 Board")
        assert room_of(pilot).tab == 2
        await click_on(pilot, "F1 help")
        await until(pilot, lambda: at(pilot, HelpScreen))
        await click_on(pilot, "F1 rule book")
        await until(pilot, lambda: at(pilot, RulesScreen))
        top = dump(pilot).splitlines()[3]
        await pilot._post_mouse_events([events.MouseScrollDown], offset=(5, 5))
        await until(pilot, lambda: dump(pilot).splitlines()[3] != top)
        await click_on(pilot, "Esc ⌫ back")
        await until(pilot, lambda: at(pilot, RoomScreen))
        pilot.app.push_screen(ConfirmScreen("Really?", "It is for good."))
        await until(pilot, lambda: at(pilot, ConfirmScreen))
        await pilot.pause()
        await click_on(pilot, "N no")
        await until(pilot, lambda: at(pilot, RoomScreen))
        await click_on(pilot, "F8 commands")
        await until(pilot, lambda: at(pilot, PaletteScreen))
        await click_on(pilot, "Search")
        await click_on(pilot, "Search")
        await until(pilot, lambda: at(pilot, SearchScreen))

    tell(tmp_path, story, size=SMALL)


def test_help_is_of_what_stands_under_the_cursor(tmp_path: Path) -> None:
    """An action with its odds or its refusal, a persona, a track: each ends in its paragraph."""

    async def story(pilot: Pilot[None]) -> None:
        await to_turn(pilot)
        room_of(pilot).pane("actions").go_to(("kind", Monitor.__name__))
        for before, words in (
            ((), ("Monitor", "R5.2 Monitor; effect: success")),
            (("4", "end", "up", "up"), ("(R",)),
            (("2",), ("R3.4 The Index",)),
            (("3",), ("R3.2 File", "R3.10 Possible homes")),
            (("5",), ("R3.6 Private",)),
            (("1",), ("R3.5 Public too",)),
            (("1", "tab", "down"), ("R6.9", "R7.1")),
        ):
            await pilot.press(*before, "f1")
            assert at(pilot, HelpScreen)
            shown = dump(pilot)
            assert all(word in shown for word in words), (before, shown)
            await pilot.press("backspace")

    tell(tmp_path, story, new_session(tmp_path))


def test_every_pane_of_the_room_says_what_it_is() -> None:
    """A name of its own, a sentence, and rules that are in the book."""
    found = [of_pane(name) for name in TABS.values()]
    assert len({topic.title for topic in found}) == len(TABS)
    assert all(topic.texts and all(map(paragraph, topic.rules)) and topic.rules for topic in found)
    assert "▸ before a line" in of_pane("journal").texts[0]


def test_every_rule_that_the_program_names_is_in_the_book() -> None:
    """A paragraph and a place for each number in the code; other numbers have none."""
    named = set()
    for path in Path(keys.__file__).parents[2].rglob("*.py"):
        named |= set(re.findall(r"\bR\d+\.\d+\b", path.read_text(encoding="utf-8")))
    lines = pages(78)
    known = {rule for rule in named if paragraph(rule)}
    assert {rule for rule in known if not place_of(lines, rule)} == set()
    assert {rule for kind in legal.MECHANICS.values() for rule in [kind.rule]} <= known
    assert "5.10" not in paragraph("R5.1")
    assert paragraph("R99.1") == ""


def test_searching_the_journal_and_the_rule_book(tmp_path: Path) -> None:
    """The next hit at each time; what is nowhere is said; the group of a line opens."""

    async def story(pilot: Pilot[None]) -> None:
        await to_turn(pilot)
        await pilot.press("f5", *"inject", "enter")
        await until(pilot, lambda: room_of(pilot).tab == 5)
        assert "1 of " in dump(pilot)
        assert "(F5, Enter: the next)" in dump(pilot)
        await pilot.press("f5", *"йцу[/x]", "enter")
        assert "'йцу[/x]' stands nowhere" in dump(pilot)
        await pilot.press("f1", "f1", "f5", *"liaison share", "enter")
        await until(pilot, lambda: at(pilot, RulesScreen))
        first = pilot.app.screen.found  # type: ignore[attr-defined]
        assert "liaison share" in dump(pilot)
        await pilot.press("f5", "enter")
        assert pilot.app.screen.found > first  # type: ignore[attr-defined]
        await pilot.press("f5", *"zzzz", "enter")
        assert "'zzzz' stands nowhere" in dump(pilot)

    tell(tmp_path, story, new_session(tmp_path))


def test_keys_typed_ahead_are_read_in_their_order(tmp_path: Path) -> None:
    """Sent all at once, while screens open and close: none is lost, none goes to a screen that closes."""

    def type_ahead(pilot: Pilot[None], *names: str) -> None:
        for name in names:
            pilot.app.post_message(events.Key(name, name if len(name) == 1 else None))

    async def story(pilot: Pilot[None]) -> None:
        await to_turn(pilot)
        type_ahead(pilot, "f8", *"request", "enter", "f5", *"inject", "enter", "1")
        await until(pilot, lambda: room_of(pilot).wanted == "inject" and room_of(pilot).tab == 1)
        assert room_of(pilot).look.kind is Ask
        type_ahead(pilot, "escape", "w", "e", "n", "f1", "backspace", "2")
        await until(pilot, lambda: at(pilot, RoomScreen) and room_of(pilot).tab == 2)

    tell(tmp_path, story, new_session(tmp_path))

    async def title(pilot: Pilot[None]) -> None:
        type_ahead(pilot, "down", "enter", "down", "right", "f1", "backspace", "down", "f5")
        await until(pilot, lambda: at(pilot, SetupScreen))
        pane = pilot.app.screen.query_one("#setup", Pane)
        await until(pilot, lambda: pane.key == ("difficulty",))

    tell(tmp_path / "b", title)


def test_a_search_takes_letters_of_any_layout(tmp_path: Path) -> None:
    """The field is a text field: no letter is read as a key of the screen."""

    async def story(pilot: Pilot[None]) -> None:
        await to_turn(pilot)
        await pilot.press("f5", *"ymйq")
        assert pilot.app.screen.query_one(Input).value == "ymйq"
        await pilot.press("escape")
        assert at(pilot, RoomScreen)

    tell(tmp_path, story, new_session(tmp_path))


def test_a_curtain_opens_by_a_click_and_not_by_enter(tmp_path: Path) -> None:
    """The row that names the player; Enter may still be the last player's."""
    session = sit_down(tmp_path)

    async def story(pilot: Pilot[None]) -> None:
        await to(pilot, session, CurtainScreen)
        await pilot.press("enter", "space")
        assert session.open_for == ""
        await click_on(pilot, f"{session.due} opens the curtain")
        await until(pilot, lambda: at(pilot, BriefScreen))

    tell(tmp_path, story, session)


def test_f1_in_a_box_explains_the_box_and_leaves_it_open(tmp_path: Path) -> None:
    """A question says what it asks and that nothing is done yet; a search keeps what was typed."""

    async def story(pilot: Pilot[None]) -> None:
        await to_turn(pilot)
        room = room_of(pilot)
        room.ask("Do it (R5.3)?", "Nobody can take it back.", lambda _yes: None)
        await until(pilot, lambda: "Enter choose   F1 help" in dump(pilot))
        await click_on(pilot, "F1 help")
        assert at(pilot, HelpScreen)
        shown = dump(pilot)
        assert "Do it (R5.3)?" in shown
        assert "Nothing has been done yet" in " ".join(shown.split())
        assert "R5.3 " in shown.replace("(R5.3)", "")
        await pilot.press("escape")
        assert at(pilot, ConfirmScreen)
        await pilot.press("n", "f5", *"Inje")
        assert at(pilot, SearchScreen)
        await pilot.press("f1")
        assert at(pilot, HelpScreen)
        assert "Search the journal for:" in dump(pilot)
        await pilot.press("f1")
        assert at(pilot, RulesScreen)
        await pilot.press("escape")
        assert at(pilot, SearchScreen)
        assert pilot.app.screen.query_one(Input).value == "Inje"

    tell(tmp_path, story, new_session(tmp_path))
