"""The figures over the panes: reached by keys, told under the mouse, taken apart by K."""

from __future__ import annotations

from pathlib import Path

import attrs
import pytest
from rich.cells import cell_len
from textual.pilot import Pilot

from sco_tabletop.core.board import Plot
from sco_tabletop.core.explaining import Plotted, Prepared, Spread, Tracked
from sco_tabletop.core.words import Track
from sco_tabletop.tui.screens.explained import ExplainScreen
from sco_tabletop.tui.screens.room import RoomScreen
from sco_tabletop.tui.screens.rules import HelpScreen
from sco_tabletop.tui.text import plain
from sco_tabletop.tui.widgets import strip, tracks
from sco_tabletop.tui.widgets.figures import asked
from sco_tabletop.tui.widgets.subjects import sentence

from .helper import HUGE, SMALL, WIDE, at, dump, new_session, room_of, tell, to_turn, until
from .test_hotseat import sit_down
from .test_panes import look


def place_of(pilot: Pilot[None], text: str) -> tuple[int, int]:
    """Where this stands in the strip, for the mouse."""
    region = room_of(pilot).pane("strip").region
    row = dump(pilot).splitlines()[region.y]
    return cell_len(row[: row.index(text)]), region.y


def test_every_item_says_what_it_is() -> None:
    """A number by its parts and where the pane of the tracks has it; H-hour and the round by a sentence."""
    of = look()
    public = of.view.public
    public.called, public.main_round = True, 6
    public.plots = [Plot(1, 0b0010, 4)]
    keys = [item.key for item in strip.fitting(of, 198)[0]]
    rows = [row.key for row in tracks.sheet(of, 60, 60).rows]
    for key in keys:
        assert asked(of, "strip", key) or "(R" in sentence(of, key)
        assert key in rows or key in (strip.HOUR, strip.ROUND)
    figures = [key[1] for key in keys if key[0] == "figure"]
    assert {Tracked(track) for track in Track} | {Prepared(), Plotted(1), Spread()} <= set(figures)


@pytest.mark.parametrize("columns", [30, 64, 78, 118, 198])
def test_no_item_is_cut(columns: int) -> None:
    """What has no room is left out whole, the alarms last."""
    of = look()
    of.view.public.called, of.view.public.main_round = True, 6
    drawn = plain(strip.strip(of, columns, ("figure", Tracked(Track.ALERT))))
    shown, _gap = strip.fitting(of, columns)
    assert cell_len(drawn) <= columns
    assert drawn.replace("▸", " ").split() == " ".join(item.text for item in shown).split()
    assert ("main R6" in drawn) == (columns >= 64)


def test_the_last_round_is_told() -> None:
    of = look()
    rounds = of.view.scenario.numbers.rounds
    of.view.public.round = rounds - 1
    assert "1 round left" in plain(strip.strip(of, 118))
    of.view.public.round, of.view.public.called = rounds, True
    assert "last round" in plain(strip.strip(of, 118))
    assert "no no-go" in sentence(of, strip.HOUR)
    of.view.public.result = object()  # type: ignore[assignment]
    assert "round" not in plain(strip.strip(of, 118))


@pytest.mark.parametrize("size", [SMALL, WIDE, HUGE])
def test_by_keys_alone(tmp_path: Path, size: tuple[int, int]) -> None:
    """0 goes there, arrows from one to the next, each says what it is; K takes it apart, Enter goes on."""

    async def story(pilot: Pilot[None]) -> None:
        await to_turn(pilot)
        room = room_of(pilot)
        pane = room.pane("strip")
        await pilot.press("0")
        assert room.focused is pane
        await until(pilot, lambda: "Threat: 0 at the start" in dump(pilot))
        assert "▸Threat" in dump(pilot)
        await pilot.press("right", "right")
        assert "▸Trust" in dump(pilot)
        assert "Public trust: " in dump(pilot)
        await pilot.press("k")
        assert at(pilot, ExplainScreen)
        assert "R7.3" in dump(pilot)
        await pilot.press("escape", "f1")
        assert at(pilot, HelpScreen)
        assert "Public trust" in dump(pilot)
        await pilot.press("escape", "end")
        assert "(R4.2)" in dump(pilot)
        await pilot.press("k")
        assert at(pilot, HelpScreen)
        assert "R4.2 Call" in dump(pilot)
        await pilot.press("escape", "home", "enter")
        assert room.focused is room.pane("tracks")
        assert room.pane("tracks").key == ("figure", Tracked(Track.THREAT))
        assert "▸Threat" not in dump(pilot)
        assert "Threat: 0 at the start" in dump(pilot)
        await pilot.press("0", "end", "enter")
        assert room.focused is room.pane("round")

    tell(tmp_path, story, new_session(tmp_path), size)


@pytest.mark.parametrize("size", [SMALL, WIDE])
def test_by_mouse_alone(tmp_path: Path, size: tuple[int, int]) -> None:
    """Over an item the bar says what it is and no key moves; a click goes to its line among the tracks."""

    async def story(pilot: Pilot[None]) -> None:
        await to_turn(pilot)
        room, focused = room_of(pilot), room_of(pilot).focused
        room.say()
        await pilot.hover(offset=place_of(pilot, "Alert"))
        await until(pilot, lambda: "Alert: 0 at the start" in dump(pilot))
        assert room.focused is focused
        await pilot.hover(offset=place_of(pilot, "Influence"))
        await until(pilot, lambda: "Threat a round by influence: " in dump(pilot))
        await pilot.click(offset=place_of(pilot, "Alert"))
        await until(pilot, lambda: room.focused is room.pane("tracks"))
        assert room.pane("tracks").key == ("figure", Tracked(Track.ALERT))
        region = room.pane("tracks").region
        row = next(y for y in range(region.y, region.bottom) if "▸ Alert" in dump(pilot).splitlines()[y])
        await pilot.click(offset=(region.x + 6, row))
        await until(pilot, lambda: at(pilot, ExplainScreen))

    tell(tmp_path, story, new_session(tmp_path), size)


def test_in_the_public_room_the_strip_tells_what_everybody_knows(tmp_path: Path) -> None:
    session = sit_down(tmp_path)

    async def story(pilot: Pilot[None]) -> None:
        await pilot.press("0", "k")
        assert at(pilot, ExplainScreen)
        assert "Threat" in dump(pilot)
        await pilot.press("escape")
        assert isinstance(pilot.app.screen, RoomScreen)
        assert room_of(pilot).look.view.zone == -1

    tell(tmp_path, story, session)


def test_a_room_that_opens_says_nothing_of_its_figures(tmp_path: Path) -> None:
    """The keys begin at what can be done; the strip speaks when it is gone to."""
    session = sit_down(tmp_path)

    async def story(pilot: Pilot[None]) -> None:
        room = room_of(pilot)
        await until(pilot, lambda: room.focused is room.pane("actions"))
        await pilot.pause()
        assert "at the start" not in dump(pilot)

    tell(tmp_path, story, session)


def test_the_cursor_stays_on_its_item_as_others_come(tmp_path: Path) -> None:
    async def story(pilot: Pilot[None]) -> None:
        await to_turn(pilot)
        room = room_of(pilot)
        await pilot.press("0", "end")
        room.look.view = attrs.evolve(room.look.view)
        room.look.view.public.called = True
        room.redraw()
        await pilot.pause()
        assert room.pane("strip").key == strip.ROUND
        assert "H-hour called" in dump(pilot)

    tell(tmp_path, story, new_session(tmp_path))
