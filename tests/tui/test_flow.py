"""Playing with keys: two presses to a running exercise, a whole exercise, undo, quit and resume."""

from __future__ import annotations

from pathlib import Path

from textual.pilot import Pilot

from sco_tabletop.core.words import Phase
from sco_tabletop.record.listing import list_saves
from sco_tabletop.record.read import read
from sco_tabletop.record.save import Decided
from sco_tabletop.session.reopen import reopen
from sco_tabletop.tui.screens.card import CardScreen
from sco_tabletop.tui.screens.confirm import ConfirmScreen
from sco_tabletop.tui.screens.end import EndScreen
from sco_tabletop.tui.screens.orient import OrientScreen
from sco_tabletop.tui.screens.room import RoomScreen
from sco_tabletop.tui.screens.rules import HelpScreen, RulesScreen
from sco_tabletop.tui.screens.setup import SetupScreen
from sco_tabletop.tui.screens.title import TitleScreen

from .helper import SMALL, WIDE, at, dump, move_on, new_session, room_of, tell, to_turn, until

QUIET = 1
"""A deal whose first card asks nothing."""


def test_enter_twice_and_one_is_playing(tmp_path: Path) -> None:
    """Title and set-up have every choice made; one page says what it is about, and I shows it again."""

    async def story(pilot: Pilot[None]) -> None:
        assert at(pilot, TitleScreen)
        await pilot.press("down", "enter")
        assert at(pilot, SetupScreen)
        await pilot.press("enter")
        await until(pilot, lambda: at(pilot, OrientScreen))
        assert "H-hour    the one strike" in dump(pilot)
        assert "F1 explains." in dump(pilot)
        await pilot.press("enter")
        assert at(pilot, RoomScreen)
        assert "Draw the card, and no H-hour" in dump(pilot)
        assert "Kazakhstan acts (you)" in dump(pilot)
        await pilot.press("i")
        assert at(pilot, OrientScreen)

    tell(tmp_path, story)
    assert len(list_saves(tmp_path)) == 1


def test_an_exercise_to_its_end_by_keys(tmp_path: Path) -> None:
    """At 80x24 there is always a key that moves on; the end says result, network and save."""
    seen: set[str] = set()
    session = new_session(tmp_path)

    async def story(pilot: Pilot[None]) -> None:
        while await move_on(pilot):
            seen.add(type(pilot.app.screen).__name__)
        assert session.finished
        text = dump(pilot)
        assert "Result:" in text
        assert "The network as it was" in text
        await pilot.press("end")
        assert "The save:" in dump(pilot).replace("\n", "")
        await pilot.press("j")
        assert at(pilot, RoomScreen)
        await pilot.press("m")
        assert "over" in dump(pilot)
        await pilot.press("e")
        assert at(pilot, EndScreen)
        await pilot.press("end", "enter")
        await until(pilot, lambda: at(pilot, TitleScreen))
        assert "Continue" not in dump(pilot)

    tell(tmp_path, story, session)
    assert {"RoomScreen", "CardScreen", "ConfirmScreen"} <= seen


def test_an_impossible_action_says_why(tmp_path: Path) -> None:
    """Greyed but there; pressing it gives the sentence of the rules."""

    async def story(pilot: Pilot[None]) -> None:
        await to_turn(pilot)
        assert "× Protect" in dump(pilot)
        before = room_of(pilot).session.view(0).public.zones[0].actions
        await pilot.press("p")
        assert "No plot still to fire threatens Zone 0. (R5.11)" in dump(pilot)
        await pilot.press("o")
        assert "× Locate" in dump(pilot)
        await pilot.press("enter")
        assert "(R5.12)" in dump(pilot)
        assert room_of(pilot).session.view(0).public.zones[0].actions == before

    tell(tmp_path, story, new_session(tmp_path))


def test_an_action_by_letter_and_enter(tmp_path: Path) -> None:
    """Analyse: letter, target, done; the value is told and one action is gone."""

    async def story(pilot: Pilot[None]) -> None:
        await to_turn(pilot)
        session = room_of(pilot).session
        await pilot.press("m")
        await until(pilot, lambda: session.view(0).public.zones[0].actions == 1)
        assert "Zone 0 monitors its channels" in dump(pilot)
        assert "actions 1" in dump(pilot)

    tell(tmp_path, story, new_session(tmp_path))


def test_undo_within_the_barrier_and_beyond(tmp_path: Path) -> None:
    """Stand by is taken back at once; a roll only in practice, and only after a question."""
    session = new_session(tmp_path, practice=True)

    async def story(pilot: Pilot[None]) -> None:
        await to_turn(pilot)
        await pilot.press("w")
        assert session.view(0).public.zones[0].actions == 1
        await pilot.press("u")
        await until(pilot, lambda: session.view(0).public.zones[0].actions == 2)
        await pilot.press("m")
        await pilot.press("u")
        assert at(pilot, ConfirmScreen)
        await pilot.press("enter")
        assert session.view(0).public.zones[0].actions == 1
        await pilot.press("u")
        await pilot.press("y")
        await until(pilot, lambda: session.view(0).public.zones[0].actions == 2)

    tell(tmp_path, story, session)


def test_assessed_undo_says_why_not(tmp_path: Path) -> None:
    """What was rolled stays."""
    session = new_session(tmp_path)

    async def story(pilot: Pilot[None]) -> None:
        await to_turn(pilot)
        await pilot.press("m")
        await pilot.press("u")
        assert "Nothing can be taken back" in dump(pilot)
        assert session.view(0).public.zones[0].actions == 1

    tell(tmp_path, story, session)


def test_quit_says_where_and_resume_stands_at_the_same_decision(tmp_path: Path) -> None:
    """Q leaves at once; Continue on the title is the same room."""
    session = new_session(tmp_path)
    path, left = session.path, ""

    async def leave(pilot: Pilot[None]) -> None:
        nonlocal left
        await to_turn(pilot)
        await pilot.press("m")
        left = pilot.app.screen.query_one("#actions").key  # type: ignore[attr-defined]
        await pilot.press("q")

    app = tell(tmp_path, leave, session)
    assert f"sco-tabletop resume {path}" in app.farewell
    app.close_session()

    async def back(pilot: Pilot[None]) -> None:
        assert "Continue" in dump(pilot)
        await pilot.press("enter")
        await until(pilot, lambda: at(pilot, RoomScreen))
        view = room_of(pilot).session.view(0)
        assert (view.public.phase.value, view.public.acting, view.public.zones[0].actions) == ("turn", 0, 1)
        assert "actions 1" in dump(pilot)
        room = room_of(pilot)
        await until(pilot, lambda: room.tab == 8)
        assert "New since" in dump(pilot)
        assert "You go on here: " in dump(pilot)
        await pilot.press("enter")
        assert room.tab == 4
        assert room.focused is room.pane("actions")
        assert "You go on here" not in dump(pilot)

    app = tell(tmp_path, back)
    assert app.session is not None
    app.close_session()
    again = reopen(path)
    assert again.view(0).public.zones[0].actions == 1
    again.close()


def test_two_states_each_with_its_own_view(tmp_path: Path) -> None:
    """Solo with two states: the header names the acting one, the board shows its own files only (R3.3)."""
    session = new_session(tmp_path, zones=(0, 2))

    async def story(pilot: Pilot[None]) -> None:
        await to_turn(pilot)
        first = session.acting
        assert f"Zone {first} acts (you)" in dump(pilot)
        assert room_of(pilot).look.view.zone == first
        while session.acting == first or not session.human_turn:
            assert await move_on(pilot)
        await to_turn(pilot)
        assert room_of(pilot).look.view.zone == session.acting != first
        await pilot.press("z")
        assert room_of(pilot).look.view.zone == first
        assert f"seen by Zone {first}" in dump(pilot)

    tell(tmp_path, story, session, WIDE)


def test_help_then_rule_book(tmp_path: Path) -> None:
    """F1 ends in the rule of what is in focus; F1 again opens the book there; Esc or Backspace back."""

    async def story(pilot: Pilot[None]) -> None:
        await pilot.press("f1")
        assert at(pilot, HelpScreen)
        assert "R4.1 Inject" in dump(pilot)
        await pilot.press("end")
        assert "Letters of the turn" in dump(pilot)
        await pilot.press("f1")
        assert at(pilot, RulesScreen)
        await until(pilot, lambda: "R4.1 Inject" in dump(pilot).splitlines()[1])
        await pilot.press("backspace")
        assert at(pilot, RoomScreen)

    tell(tmp_path, story, new_session(tmp_path))


def test_bots_are_told_one_line_a_zone_and_unfold(tmp_path: Path) -> None:
    """After the others have acted what is new stands open; in the journal a line unfolds; Enter goes on."""

    async def story(pilot: Pilot[None]) -> None:
        await to_turn(pilot)
        room = room_of(pilot)
        await pilot.press("e", "y")
        await until(pilot, lambda: room.session.human_turn and room.reading)
        assert "New since the last turn" in dump(pilot)
        assert "Zone 1: " in dump(pilot)
        assert "Your decision" in dump(pilot)
        await pilot.press("5")
        lines = len(room.pane("journal").sheet.rows)
        groups = room.look.chronicle.groups
        number = next(group.number for group in groups if group.what == "turn" and group.zone == 1)
        room.pane("journal").go_to(("group", number))
        await pilot.press("right")
        assert len(room.pane("journal").sheet.rows) > lines
        await pilot.press("enter")
        assert room.tab == 4

    tell(tmp_path, story, new_session(tmp_path), SMALL)


def test_a_dilemma_can_be_put_aside(tmp_path: Path) -> None:
    """Its options stand in the room too."""
    for seed in range(40):
        session = new_session(tmp_path / str(seed), seed=seed)
        found: list[bool] = []

        async def story(pilot: Pilot[None], found: list[bool] = found) -> None:
            await pilot.press("enter")
            screen = pilot.app.screen
            if isinstance(screen, CardScreen) and screen.chooses:
                found.append(True)
                assert "DILEMMA" in dump(pilot)
                assert "INJECT" not in dump(pilot)
                await pilot.press("backspace")
                assert "Stay silent" in dump(pilot)
                await pilot.press("enter")
                assert room_of(pilot).session.view(0).public.phase.value == "turn"

        tell(tmp_path, story, session)
        if found:
            return
    raise AssertionError("no dilemma among the first cards")


def test_a_card_without_a_question_about_the_hour(tmp_path: Path) -> None:
    """While nobody is located, one row draws the card and leaves H-hour; the save has the same two commands,
    undo brings the question back, and the row below asks it in its place."""

    async def story(pilot: Pilot[None]) -> None:
        session = room_of(pilot).session
        assert "no H-hour this round: nobody is located yet" in dump(pilot)
        await pilot.press("enter", "enter")
        phases.append(session.phase)
        await pilot.press("u")
        phases.append(session.phase)
        await pilot.press("u", "y")
        phases.append(session.phase)
        await pilot.press("down", "enter", "enter")
        phases.append(session.phase)

    phases: list[Phase] = []
    session = new_session(tmp_path, seed=QUIET, practice=True)
    tell(tmp_path, story, session)
    assert phases == [Phase.TURN, Phase.CALL, Phase.INJECT, Phase.CALL]
    made = [entry for entry in read(session.path).entries if isinstance(entry, Decided)]
    commands = [type(entry.command).__name__ for entry in made]
    assert commands == ["DrawInject", "CallHour", "DrawInject"]
