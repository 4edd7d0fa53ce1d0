"""A failure of the program on each kind of screen: the work is saved, nothing secret is told, status 1."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from pathlib import Path

import pytest

from sco_tabletop.record.read import read
from sco_tabletop.record.verify import Exact, verify
from sco_tabletop.review.replay import Replay
from sco_tabletop.tui.app import Start, TabletopApp
from sco_tabletop.tui.crash import REPORT
from sco_tabletop.tui.screens.base import BaseScreen
from tests.review.saves import played

from .conducting import conduct
from .helper import SMALL, new_session

PLANTED = "Alias7 is Person 61"


def title(folder: Path) -> Start:
    """No exercise."""
    return Start(saves=folder)


def room(folder: Path) -> Start:
    """A player's room."""
    return Start(saves=folder, session=new_session(folder))


def console(folder: Path) -> Start:
    """A facilitated exercise."""
    return Start(saves=folder, session=conduct(folder))


def replay(folder: Path) -> Start:
    """A save being read, with its truth at hand."""
    return Start(saves=folder, replay=Replay(played(folder)))


@pytest.mark.parametrize("start", [title, room, console, replay])
def test_a_planted_crash_tells_its_place_only(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capfd: pytest.CaptureFixture[str],
    start: Callable[[Path], Start],
) -> None:
    """Locals and message hold a secret; neither report nor output has it; what was decided is in the save."""

    def fail(screen: BaseScreen[object]) -> None:
        secret = f"{PLANTED} {vars(screen)!r}"
        raise RuntimeError(secret)

    monkeypatch.setattr(BaseScreen, "action_settings", fail)
    app = TabletopApp(start(tmp_path / "saves"))

    async def run() -> None:
        async with app.run_test(size=SMALL) as pilot:
            await pilot.pause()
            await pilot.press("f9", "f2")
            await pilot.pause()

    with pytest.raises(RuntimeError, match="Alias7"):
        asyncio.run(run())
    session = app.session
    app.close_session()
    assert app.return_code == 1
    told = capfd.readouterr()
    sentence = " ".join((told.out + told.err).split())
    assert "The program failed (RuntimeError)." in sentence
    report = (tmp_path / "saves" / REPORT).read_text(encoding="utf-8")
    assert "test_crash.py" in report
    assert str(tmp_path) not in report
    for word in ("Alias", "Person", "View(", "Traceback"):
        assert word not in report
        assert word not in sentence
    assert ("go on with 'sco-tabletop resume'" in sentence) == (session is not None)
    if session is not None:
        assert isinstance(verify(read(session.path)), Exact)
