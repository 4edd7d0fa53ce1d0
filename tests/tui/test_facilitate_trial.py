"""What a facilitator stumbled on in a trial: old messages, the pool put off with the rest, fields, Esc."""

from __future__ import annotations

from pathlib import Path

import attrs
from textual.pilot import Pilot

from sco_tabletop.conduct.acts import Observed, Question, Remarked
from sco_tabletop.conduct.script import DrawPolicy, HelpClass
from sco_tabletop.record.read import read
from sco_tabletop.record.save import Conducted
from sco_tabletop.session.conducted import release
from sco_tabletop.tui.fields import Text
from sco_tabletop.tui.screens.console import ConsoleScreen
from sco_tabletop.tui.screens.fields import FieldScreen
from sco_tabletop.tui.screens.inbox import InboxScreen
from sco_tabletop.tui.screens.pin import PinScreen
from sco_tabletop.tui.screens.plenary import PlenaryScreen
from sco_tabletop.tui.screens.ratings import HotWashScreen
from sco_tabletop.tui.screens.talk import TalkScreen
from sco_tabletop.tui.widgets.standing import where

from .conducting import Time, conduct, move_on, start
from .helper import SMALL, WIDE, at, dump, tell


def test_putting_all_off_leaves_the_pool_alone(tmp_path: Path) -> None:
    """No contingency falls due by itself when all that wait are put off, however late it gets."""
    session = conduct(tmp_path)
    clock = Time(session)

    async def story(pilot: Pilot[None]) -> None:
        await start(pilot)
        await pilot.press("p", "left", "down", "7", "f5")
        items = session.console().board.items
        pool = {number for number, item in items.items() if item.inject.help is not HelpClass.NONE}
        assert pool
        assert {number for number, item in items.items() if item.postponed} == set(items) - pool
        assert {item.shift_minutes for item in items.values() if item.postponed} == {7}
        clock.go(30)
        due = {item.inject.id for item in session.console().due}
        assert due
        assert not due & pool

    tell(tmp_path, story, session, SMALL)


def test_a_proposed_value_gives_way_to_what_is_typed() -> None:
    """The first letter takes its place; who moves or deletes in it keeps it."""
    typed, moved = Text("a", "A", "5", fresh=True), Text("a", "A", "5", fresh=True)
    for letter in "30":
        typed.insert(letter)
    assert typed.value == "30"
    assert moved.press("home")
    moved.insert("1")
    assert moved.value == "15"


def test_a_refusal_puts_the_cursor_on_the_empty_line(tmp_path: Path) -> None:
    """From the line that does it to the reason: what is typed next is not lost."""
    session = conduct(tmp_path)

    async def story(pilot: Pilot[None]) -> None:
        await start(pilot)
        await pilot.press("k", "enter", "enter")
        assert "Say why" in dump(pilot)
        await pilot.press(*"late", "f5")
        assert at(pilot, ConsoleScreen)
        assert "late" in {item.reason for item in session.console().board.items.values()}

    tell(tmp_path, story, session, SMALL)


def test_the_console_does_not_repeat_what_is_over(tmp_path: Path) -> None:
    """A refusal before StartEx is gone after it; so is the last act once a form was opened."""
    session = conduct(tmp_path)

    async def story(pilot: Pilot[None]) -> None:
        await pilot.press("f9", "enter")
        assert "Start the exercise first" in dump(pilot)
        await pilot.press("s", "enter", "y")
        await pilot.pause()
        assert "Start the exercise first" not in dump(pilot)
        await pilot.press("enter")
        assert "Inject 01 is out." in dump(pilot)
        await pilot.press("c", "f5")
        await pilot.pause()
        assert at(pilot, ConsoleScreen)
        assert "Inject 01 is out." not in dump(pilot)

    tell(tmp_path, story, session, WIDE)


def test_who_decides_is_said_with_the_way(tmp_path: Path) -> None:
    """What players decide before everybody is named as that; in a pause nobody is asked to decide."""
    session = conduct(tmp_path, players={"Ana": (0,), "Bo": (1, 2)})

    async def story(pilot: Pilot[None]) -> None:
        await start(pilot)
        assert "decides before everybody: E" in dump(pilot)
        await pilot.press("t", "f5")
        await pilot.pause()
        assert "Paused: nobody decides." in dump(pilot)
        assert "decides before everybody" not in dump(pilot)

    tell(tmp_path, story, session, WIDE)


def test_an_observation_is_about_an_inject_that_is_out(tmp_path: Path) -> None:
    """On an inject that still waits it proposes none; on one that is out, that one and its task."""
    session = conduct(tmp_path)

    async def story(pilot: Pilot[None]) -> None:
        await start(pilot)
        await pilot.press("f6", *"Early", "f5")
        await pilot.press("1", "home", "enter", "f6", *"Later", "f5")

    tell(tmp_path, story, session, WIDE)
    acts = [entry.act for entry in read(session.path).entries if isinstance(entry, Conducted)]
    found = [(act.text, act.inject, act.task) for act in acts if isinstance(act, Observed)]
    assert found == [("Early", "", ""), ("Later", "01", "exchange.1")]


def test_esc_leaves_the_injects_that_are_read_again(tmp_path: Path) -> None:
    """As Enter does."""
    session = conduct(tmp_path)

    async def story(pilot: Pilot[None]) -> None:
        await pilot.press("f7")
        assert at(pilot, InboxScreen)
        await pilot.press("escape")
        assert at(pilot, PlenaryScreen)

    tell(tmp_path, story, session, SMALL)


def test_the_pin_page_says_whose_decisions_wait(tmp_path: Path) -> None:
    """Nobody before StartEx; then the zone that is due, which everybody knows. The PIN is asked for as at the
    curtain, with a place for the next digit."""
    session = conduct(tmp_path, pin="1234")

    async def story(pilot: Pilot[None]) -> None:
        await pilot.press("f9")
        assert "is due" not in dump(pilot)
        await pilot.press(*"12")
        assert "PIN of the facilitator: ••_" in dump(pilot)
        assert "4 to 8 digits, then Enter" in dump(pilot)
        await pilot.press(*"34", "enter", "s", "enter", "y")
        while session.before_all or not session.human_turn:
            await move_on(pilot, session)
        await pilot.press("f9", "f9")
        assert at(pilot, PinScreen)
        assert "not for it" in dump(pilot)
        assert f"Zone {session.acting} is due: its decisions are entered at the console." in dump(pilot)

    tell(tmp_path, story, session, WIDE)


def test_why_nobody_decides_is_read_to_the_end(tmp_path: Path) -> None:
    """The sentence wraps beside the cursor, so that no word of it is cut."""
    session = conduct(tmp_path)

    async def story(pilot: Pilot[None]) -> None:
        lines = dump(pilot).splitlines()
        first = next(number for number, text in enumerate(lines) if "The exercise has not started" in text)
        assert not any("\N{HORIZONTAL ELLIPSIS}" in text[48:] for text in lines[first : first + 3])

    tell(tmp_path, story, session, WIDE)


def test_a_key_pressed_twice_in_a_hurry_does_one_thing(tmp_path: Path) -> None:
    """The note is written once, and the page under the form stays. A note takes Enter for one more."""
    session = conduct(tmp_path)

    async def story(pilot: Pilot[None]) -> None:
        await start(pilot)
        await pilot.press("u", "1", *"once")
        form = pilot.app.screen
        assert isinstance(form, FieldScreen)
        for _again in range(3):
            form.action_do()
        await pilot.pause()
        assert at(pilot, HotWashScreen)
        assert len(session.console().board.of(Remarked)) == 1
        await pilot.press("down", "enter", *"twice", "f5")
        notes = [line.act for line in session.console().board.of(Remarked)]
        assert notes == [Remarked(Question.HAPPENED, "once"), Remarked(Question.HAPPENED, "twice")]

    tell(tmp_path, story, session, SMALL)


def test_in_a_discussion_a_player_reads_what_came_to_the_own_zone(tmp_path: Path) -> None:
    """Behind the own PIN and nobody else's; the curtain closes with Enter."""
    session = conduct(tmp_path, DrawPolicy.OFF, players={"Ana": (0,), "Bo": (1, 2)}, pins={"Bo": "1234"})

    async def story(pilot: Pilot[None]) -> None:
        await start(pilot)
        session.do(release(session.console().board.items["02"]))
        await pilot.press("f9", "o", "9")
        assert "Nobody has this number" in dump(pilot)
        await pilot.press("2", *"9999", "enter")
        assert "not the PIN of Bo" in dump(pilot)
        assert "message-02" not in dump(pilot)
        await pilot.press(*"1234", "enter")
        assert "message-02" in dump(pilot)
        await pilot.press("enter")
        assert at(pilot, TalkScreen)
        assert not session.mine
        await pilot.press("o", "1")
        assert "message-02" not in dump(pilot)
        assert session.mine == (0,)

    tell(tmp_path, story, session, SMALL)


def test_rounds_are_those_that_are_planned(tmp_path: Path) -> None:
    """As long as the exercise stands in one of them; beyond that those of the rules."""
    session = conduct(tmp_path)
    assert where(session).startswith("R1/3")
    session.conduct = attrs.evolve(session.conduct, script=attrs.evolve(session.conduct.script, rounds=2))
    assert where(session).startswith("R1/2")
    session.conduct = attrs.evolve(session.conduct, script=attrs.evolve(session.conduct.script, rounds=0))
    assert where(session).startswith("R1/3")
    session.close()
