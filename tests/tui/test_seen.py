"""What was seen on pictures of the screens, so that it is not seen again: small things, one test each."""

from __future__ import annotations

from pathlib import Path

import attrs
import pytest
from textual.pilot import Pilot

from sco_tabletop.core.words import Result
from sco_tabletop.record.listing import SaveInfo
from sco_tabletop.tui.form_words import difficulty_text
from sco_tabletop.tui.screens.saves import save_lines
from sco_tabletop.tui.text import plain, width
from sco_tabletop.tui.widgets import detail
from tests.core.small import NUMBERS, scenario

from .conducting import conduct, start
from .helper import SMALL, dump, tell
from .test_panes import look


@pytest.mark.parametrize("columns", [60, 76, 116])
def test_a_save_in_the_list_is_named_to_its_end(columns: int) -> None:
    """On its line where there is room, else below; the deck stands there by its title."""
    saves = tuple(
        SaveInfo(Path(f"{deck}-20260101-10000{n}.jsonl"), deck, "2026-01-01T10:00:00", True, 12, result)
        for n, (deck, result) in enumerate((("first-watch", Result.COMPLETE), ("of-our-own", None)))
    )
    for info, lines in zip(saves, save_lines(saves, {"first-watch": "First Watch"}, columns), strict=True):
        assert info.path.name in plain(lines[-1])
        assert all(width(of) <= columns for of in lines)
    first, second = (plain(lines[0]) for lines in save_lines(saves, {"first-watch": "First Watch"}, columns))
    assert "First Watch, round 12" in first
    assert first.index("Complete") == second.index("unfinished")


def test_holders_of_a_trait_are_told_to_the_end() -> None:
    """Where they are too many for the column, those that lack it."""
    of = look()
    held = of.view.public.index[of.persona].held
    held[1:] = [1] * (len(held) - 1)
    codes = " ".join(of.code(zone) for zone in range(1, len(held)))
    everybody = (1 << len(held)) - 2
    assert detail.held_by(of.view, everybody, 40) == codes
    assert detail.held_by(of.view, everybody, 5) == "all others"
    assert detail.held_by(of.view, everybody & ~2, 4) == f"all but {of.code(1)}"
    assert detail.held_by(of.view, 0, 5) == ""


def test_one_persona_is_one() -> None:
    """The set-up counts."""
    few = scenario(numbers=attrs.evolve(NUMBERS, start_personas=1))
    assert "1 persona on the Index" in difficulty_text(few)


def test_pages_of_the_console_say_what_they_are(tmp_path: Path) -> None:
    """Stamped; no key to choose with where nothing can be chosen; the cursor on no frame."""
    session = conduct(tmp_path)

    async def story(pilot: Pilot[None]) -> None:
        await start(pilot)
        await pilot.press("home", "r", "v")
        assert "Enter choose" not in dump(pilot)
        await pilot.press("escape", "w")
        assert "EXERCISE" in dump(pilot).splitlines()[0]
        await pilot.press("escape", "f7")
        assert "EXERCISE" in dump(pilot).splitlines()[0]
        await pilot.press("enter")
        top, under = dump(pilot).splitlines()[1:3]
        assert top.startswith("   ┌")
        assert under.startswith(" ▸ │")

    tell(tmp_path, story, session, SMALL)
