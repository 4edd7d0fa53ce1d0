"""What is drawn when a key changes a line or two."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

import pytest
from textual._compositor import Compositor
from textual.geometry import Region
from textual.pilot import Pilot
from textual.strip import Strip

from sco_tabletop.tui.screens.base import BaseScreen
from sco_tabletop.tui.widgets.pane import Pane

from .helper import HUGE, SMALL, WIDE, new_session, tell, to_turn

PATIENCE = 50
"""Looks, a tenth of a second each, until nothing is drawn any more."""
Chops = Sequence[Mapping[int, Strip | None]]


def inside(chops: Chops, ends: list[list[int]], part: Region) -> list[tuple[int, int, Strip | None]]:
    """What was drawn of one part of the screen, piece by piece."""
    return [
        (y, x, strip)
        for y in part.line_range
        for end, (x, strip) in zip(ends[y], chops[y].items(), strict=True)
        if x < part.right and end > part.x
    ]


@pytest.mark.parametrize("size", [SMALL, WIDE, HUGE])
def test_a_part_is_drawn_as_the_whole_screen_has_it(tmp_path: Path, size: tuple[int, int]) -> None:
    """Nothing is missing where the widgets elsewhere are left out, also right after a new layout."""

    async def story(pilot: Pilot[None]) -> None:
        await to_turn(pilot)
        screen = pilot.app.screen
        assert isinstance(screen, BaseScreen)
        of, wide, high = screen._compositor, *size
        for part in (Region(0, high - 1, wide, 1), Region(wide // 2, 9, 3, 2), Region(1, 1, 4, high - 2)):
            of._cuts = None
            drawn = of._render_chops(part, part.line_range.__contains__)
            whole = Compositor._render_chops(of, part, part.line_range.__contains__)
            ends = [cuts[1:] for cuts in of.cuts]
            found = inside(drawn, ends, part)
            assert found == inside(whole, ends, part)
            assert all(strip is not None for _y, _x, strip in found)

    tell(tmp_path, story, new_session(tmp_path), size)


def test_a_cursor_that_moves_draws_its_own_pane(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """And the line that says what the row means; not the panes above. Those between the two are drawn too if
    both come in one frame."""
    drawn: set[str | None] = set()
    plain = Pane.render_lines

    def noting(pane: Pane, crop: Region) -> list[Strip]:
        drawn.add(pane.id)
        return plain(pane, crop)

    async def at_rest(pilot: Pilot[None]) -> None:
        """What a room draws as it opens may come late on a busy machine."""
        for _look in range(PATIENCE):
            drawn.clear()
            await pilot.pause(0.1)
            if not drawn:
                return

    async def story(pilot: Pilot[None]) -> None:
        await to_turn(pilot)
        monkeypatch.setattr(Pane, "render_lines", noting)
        await at_rest(pilot)
        await pilot.press("down", "down")
        monkeypatch.undo()
        assert {"actions", "message"} <= drawn <= {"actions", "message", "tracks", "journal"}

    tell(tmp_path, story, new_session(tmp_path), WIDE)
