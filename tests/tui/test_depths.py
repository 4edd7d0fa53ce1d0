"""The short depths on the screen: goal and standing, tracks that are off, greyed actions, the end."""

from __future__ import annotations

from pathlib import Path

import attrs
import pytest
from textual.pilot import Pilot

from sco_tabletop.core.events import (
    AttributionOpened,
    ExerciseEnded,
    NameOpened,
    NetworkOpened,
    PhaseBegan,
    TurnEnded,
)
from sco_tabletop.core.words import Depth, EndReason, Phase, Result
from sco_tabletop.session.chronicle import chronicle
from sco_tabletop.tui.screens.end import EndScreen
from sco_tabletop.tui.text import plain
from sco_tabletop.tui.widgets import actions, board, detail, strip, tracks
from sco_tabletop.tui.widgets import map as drawing
from sco_tabletop.wording.consequences import consequence_text
from tests.core.small import NUMBERS, scenario

from .helper import dump, move_on, new_session, room_of, tell, to_turn
from .test_panes import look, text

SHORT = [Depth.FIND, Depth.INVESTIGATE]
OFF = "Not in play: this exercise is "


@pytest.mark.parametrize("depth", SHORT)
def test_an_exercise_to_its_end_by_keys(tmp_path: Path, depth: Depth) -> None:
    """At 80x24: no H-hour is asked for, the end says what was found out and who the network was."""
    made = scenario(numbers=attrs.evolve(NUMBERS, rounds=3))
    session = new_session(tmp_path, of=attrs.evolve(made, depth=depth))
    seen: set[str] = set()

    async def story(pilot: Pilot[None]) -> None:
        await to_turn(pilot)
        assert OFF[:11] in " ".join(dump(pilot).split())
        while await move_on(pilot):
            seen.add(type(pilot.app.screen).__name__)
            seen.add(room_of(pilot).session.view(-1).public.phase.value)
        shown = dump(pilot)
        assert "The last round is over" in shown
        assert ("The personas, one by one" if depth is Depth.FIND else "The names, one by one") in shown
        assert "The network as it was" in shown

    tell(tmp_path, story, session)
    assert EndScreen.__name__ in seen
    assert seen.isdisjoint({"call", "go", "commit", "HourScreen"})


@pytest.mark.parametrize("depth", list(Depth))
def test_the_tracks_show_what_is_in_play(depth: Depth) -> None:
    """Goal and standing in the short depths; preparation, main plot and teams only where there are any."""
    of = look()
    of.view.scenario = attrs.evolve(of.view.scenario, depth=depth)
    shown = text(tracks.sheet(of, 80, 40))
    assert ("To win: " in shown) == (depth is not Depth.FULL)
    assert ("Preparation" in shown) == (depth is not Depth.FIND)
    assert ("Main plot" in shown) == (depth is Depth.FULL)
    assert ("Teams: " in shown) == (depth is Depth.FULL)
    assert ("Prep " in plain(strip.strip(of, 78))) == (depth is not Depth.FIND)
    chart = text(drawing.sheet(of, 70, 20))
    assert ("▲" in chart) == (depth is Depth.FULL)
    assert ("plot" in chart) == (depth is not Depth.FIND)
    keys = [row.key for row in tracks.sheet(of, 80, 40).rows if isinstance(row.key, tuple)]
    assert (("goal",) in keys) == (depth is not Depth.FULL)
    why = [consequence_text(of.view, key[1]) for key in keys if key[0] == "figure"]
    assert any("main plot" in one for one in why) == (depth is Depth.FULL)
    assert any("wrongful" in one for one in why) == (depth is Depth.FULL)


def test_the_standing_follows_the_board() -> None:
    """Find only: a second sighting attributes a persona; tracks, case board and file say so."""
    of = look()
    of.view.scenario = attrs.evolve(of.view.scenario, depth=Depth.FIND)
    entry = of.view.public.index[of.persona]

    def shown() -> list[str]:
        return [text(pane(of, 100, 40)) for pane in (tracks.sheet, board.sheet, detail.sheet)]

    entry.sighted = 0b0001
    before = shown()
    entry.sighted = 0b0011
    after = shown()
    assert "Attributed: 1 of 2" in after[0]
    assert "Attributed: 0 of 2" in before[0]
    for one, two in zip(before[1:], after[1:], strict=True):
        assert "ttributed" not in one
        assert "ttributed" in two


@pytest.mark.parametrize("depth", SHORT)
def test_what_is_off_is_greyed_with_its_reason(depth: Depth) -> None:
    """No kind is missing; those off stand together, with the reason that the exercise does not go so far."""
    of = look()
    of.view.scenario = attrs.evolve(of.view.scenario, depth=depth)
    rows = [plain(row.line) for row in actions.sheet(of, 100, 40).rows]
    start = next(n for n, row in enumerate(rows) if row.startswith("× ") and OFF in row)
    end = next((n for n in range(start + 1, len(rows)) if not rows[n].startswith("  ")), len(rows))
    off = " ".join(row.strip() for row in rows[start:end])
    rows[start:end] = [off]
    for name in ("Locate", "Stage a team", "Send a team", "Name", "Analyse", "Bulletin", "Protect"):
        (row,) = (row for row in rows if f" {name}" in row)
        hunt = name in ("Locate", "Stage a team", "Send a team")
        assert (row == off) == (hunt or depth is Depth.FIND), row
    assert off.count(",") + 1 == {Depth.FIND: 10, Depth.INVESTIGATE: 3}[depth]


@pytest.mark.parametrize("opened", [AttributionOpened((1,)), NameOpened(0, 1, 2, 1), None])
def test_the_end_has_a_place_of_its_own_in_the_journal(opened: AttributionOpened | NameOpened | None) -> None:
    """What is opened after the last turn is no network phase."""
    last = (NetworkOpened((), 0), ExerciseEnded(Result.PARTIAL, EndReason.ENDEX))
    events = [PhaseBegan(Phase.TURN, 0), TurnEnded(0, 0), *([opened] if opened else []), *last]
    groups = chronicle([(6, event) for event in events]).groups
    assert [group.what for group in groups] == ["turn", "endex"]
    assert groups[1].events == events[2:]
