"""Numbers and links in the replay: as of the moment shown, and never more than the chosen eyes may know."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual.pilot import Pilot

from sco_tabletop.core.progress import known_links
from sco_tabletop.core.words import COMMANDER
from sco_tabletop.record.save import Save
from sco_tabletop.tui.screens.explained import ExplainScreen
from sco_tabletop.tui.screens.replay import ReplayScreen
from sco_tabletop.tui.screens.rules import HelpScreen
from sco_tabletop.tui.widgets.figures import asked, said
from sco_tabletop.tui.widgets.graph import GraphPane
from sco_tabletop.tui.widgets.graph import sheet as graph_sheet
from sco_tabletop.tui.widgets.pane import Pane
from tests.decks import first_watch
from tests.review.saves import marked, played, struck

from .helper import SMALL, WIDE, at, dump, until
from .test_panes import text
from .test_replay import show


def screen_of(pilot: Pilot[None]) -> ReplayScreen:
    """The replay, wherever it stands."""
    return next(s for s in pilot.app.screen_stack if isinstance(s, ReplayScreen))


@pytest.mark.parametrize("size", [SMALL, WIDE])
def test_k_takes_a_number_apart_as_of_the_moment(tmp_path: Path, size: tuple[int, int]) -> None:
    """At the beginning nothing had moved; at the end the parts make what stands there. So does Enter."""
    save = struck(tmp_path)

    async def story(pilot: Pilot[None]) -> None:
        screen = screen_of(pilot)
        await pilot.press("4", "down", "up")
        assert "at the start" in dump(pilot)
        await pilot.press("k")
        assert at(pilot, ExplainScreen)
        assert "= together 0 of" in dump(pilot)
        await pilot.press("escape")
        screen.replay.go(screen.replay.last)
        screen.redraw()
        await pilot.press("down", "up", "enter")
        assert at(pilot, ExplainScreen)
        public = screen.replay.view.public
        assert f"= together {public.threat} of" in dump(pilot)
        await pilot.press("escape", "f1")
        assert at(pilot, HelpScreen)
        assert f"together {public.threat} of" in dump(pilot)

    show(save, story, size)


@pytest.mark.parametrize("key", ["2", "3", "4", "5", "7"])
def test_every_pane_with_numbers_has_one_to_ask(tmp_path: Path, key: str) -> None:
    save = struck(tmp_path)

    async def story(pilot: Pilot[None]) -> None:
        screen = screen_of(pilot)
        screen.replay.go(screen.replay.last)
        screen.redraw()
        await pilot.press(key, "k")
        assert at(pilot, ExplainScreen)
        await pilot.press("escape", "1", "k")
        assert at(pilot, ReplayScreen)
        assert "No number is here" in dump(pilot)

    show(save, story)


def test_what_was_said_of_a_number_goes_with_its_moment_and_its_eyes(tmp_path: Path) -> None:
    """A step, other eyes: the line under the panes is empty again."""
    save = struck(tmp_path)

    async def story(pilot: Pilot[None]) -> None:
        screen = screen_of(pilot)
        for key in ("z", "right"):
            await pilot.press("4", "down")
            assert screen.message
            await pilot.press(key)
            assert not screen.message

    show(save, story)


def test_what_was_said_of_a_number_goes_with_its_pane(tmp_path: Path) -> None:
    """Another pane comes with an empty line; what is no number's stays to be read."""
    save = struck(tmp_path)

    async def story(pilot: Pilot[None]) -> None:
        screen = screen_of(pilot)
        await pilot.press("3", "right")
        assert screen.message
        await pilot.press("5")
        assert not screen.message
        screen.say("Written.")
        await pilot.press("1")
        assert screen.message

    show(save, story)


def links_seen(screen: ReplayScreen) -> set[tuple[int, int]]:
    """The links that are drawn."""
    return set(screen.query_one(GraphPane).plan.ways)


def test_the_links_are_those_of_the_chosen_eyes_at_the_moment(tmp_path: Path) -> None:
    """None at the beginning, the own ones at the end, none on the public board; with the truth no more."""
    save = struck(tmp_path)

    async def story(pilot: Pilot[None]) -> None:
        screen = screen_of(pilot)
        replay = screen.replay
        await pilot.press("7")
        assert "Links" in dump(pilot)
        seen = []
        for _seat in replay.seats:
            for position in (0, replay.last // 2, replay.last):
                replay.go(position)
                screen.redraw()
                for _truth in range(2):
                    await pilot.press("t")
                    assert links_seen(screen) == set(known_links(replay.view))
                    shown = text(graph_sheet(screen.look, *screen.query_one(GraphPane).space))
                    assert shown.splitlines()[0].strip() in dump(pilot)
                seen.append((replay.seat, position, len(known_links(replay.view))))
            await pilot.press("z")
        assert any(links for _seat, _position, links in seen)
        assert not any(links for seat, position, links in seen if seat == COMMANDER or not position)

    show(save, story)


def test_a_node_by_keys_and_by_mouse(tmp_path: Path) -> None:
    """The cursor and a click look at a persona, a click on it again opens the file."""
    save = struck(tmp_path)

    async def story(pilot: Pilot[None]) -> None:
        screen = screen_of(pilot)
        screen.replay.go(screen.replay.last)
        screen.redraw()
        await pilot.press("7")
        pane = screen.query_one(GraphPane)
        before, position = screen.look.persona, screen.replay.position
        for key in ("left", "right", "up", "down"):
            await pilot.press(key)
        assert screen.replay.position == position
        other = next(p for p in screen.look.view.public.index if p not in (before, screen.look.persona))
        place = pane.plan.places[other]
        await pilot.click("#graph", offset=(place.column + 4, place.row + 1))
        assert screen.look.persona == other
        await pilot.click("#graph", offset=(place.column + 4, place.row + 1))
        await until(pilot, lambda: screen.focused is screen.query_one("#file", Pane))
        assert screen.look.alias(other) in dump(pilot)

    show(save, story)


def test_the_mouse_over_a_figure_says_what_it_is(tmp_path: Path) -> None:
    async def story(pilot: Pilot[None]) -> None:
        screen = screen_of(pilot)
        await pilot.press("4")
        pane = screen.query_one("#tracks", Pane)
        row = next(n for n, row in enumerate(pane.sheet.rows) if row.key is not None)
        screen.say()
        await pilot.hover("#tracks", offset=(6, row + 1))
        await until(pilot, lambda: "at the start" in dump(pilot))

    show(struck(tmp_path), story)


def test_numbers_of_these_eyes_say_nothing_that_they_were_not_told(tmp_path: Path) -> None:
    """In a running exercise, from the own zone and the public board: of a save without anything else the
    same pages come out."""
    from tests.review.saves import stripped

    save = played(tmp_path, decisions=80, of=marked(first_watch()))

    def pages(of: Save, seat: int) -> list[str]:
        found: list[str] = []

        async def story(pilot: Pilot[None]) -> None:
            screen = screen_of(pilot)
            screen.replay.sit(seat)
            screen.look = screen.query_one(GraphPane).look = screen.fresh_look()
            screen.replay.go(screen.replay.last)
            screen.redraw()
            for key in ("2", "3", "4", "5", "7"):
                await pilot.press(key, "k")
                found.append(dump(pilot))
                await pilot.press("escape")
                found.append(dump(pilot))

        show(of, story, WIDE)
        return found

    for seat in (0, COMMANDER):
        assert pages(save, seat) == pages(stripped(save, seat), seat)


def test_asking_in_the_replay_is_asking_in_the_room(tmp_path: Path) -> None:
    """The same figure of the same view in the same words."""
    save = struck(tmp_path)

    async def story(pilot: Pilot[None]) -> None:
        screen = screen_of(pilot)
        screen.replay.go(screen.replay.last)
        screen.redraw()
        await pilot.press("7")
        await pilot.press("left")
        await pilot.press("right")
        figures = asked(screen.look, "graph", None)
        assert said(screen.look, figures)[:40] in dump(pilot)

    show(save, story)
