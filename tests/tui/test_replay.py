"""The replay on screen: by keys through an exercise, other eyes, the truth, figures, a branch."""

from __future__ import annotations

import asyncio
import re
from pathlib import Path

import pytest
from textual.pilot import Pilot

from sco_tabletop.core.words import COMMANDER
from sco_tabletop.record.listing import list_saves
from sco_tabletop.record.read import read
from sco_tabletop.record.save import Save
from sco_tabletop.review.branch import origin
from sco_tabletop.review.replay import Replay
from sco_tabletop.tui import counts
from sco_tabletop.tui.app import Start, TabletopApp
from sco_tabletop.tui.screens.confirm import ConfirmScreen
from sco_tabletop.tui.screens.end import EndScreen
from sco_tabletop.tui.screens.replay import ReplayScreen
from sco_tabletop.tui.screens.room import RoomScreen
from sco_tabletop.tui.screens.saves import SavesScreen
from sco_tabletop.tui.screens.search import SearchScreen
from sco_tabletop.tui.screens.title import TitleScreen
from sco_tabletop.tui.text import clean, plain
from sco_tabletop.tui.widgets.pane import Pane
from tests.core.small import scenario
from tests.review.saves import played, struck

from .helper import HUGE, SMALL, WIDE, Story, at, dump, move_on, new_session, tell, until
from .test_hostile import spoil


def show(save: Save, story: Story, size: tuple[int, int] = SMALL) -> Replay:
    """Run the app with a replay of this save."""
    replay = Replay(save)
    app = TabletopApp(Start(saves=save.path.parent, replay=replay))

    async def run() -> None:
        async with app.run_test(size=size) as pilot:
            await pilot.pause()
            await story(pilot)

    asyncio.run(run())
    return replay


@pytest.mark.parametrize("size", [SMALL, WIDE, HUGE])
def test_by_keys_through_an_exercise(tmp_path: Path, size: tuple[int, int]) -> None:
    """Steps, rounds, injects, namings, H-hour; what is shown follows."""
    save = struck(tmp_path)

    async def story(pilot: Pilot[None]) -> None:
        replay = pilot.app.screen.replay  # type: ignore[attr-defined]
        await pilot.press("right", "right")
        assert replay.position == 2
        assert f"move 2/{replay.last}" in dump(pilot)
        await pilot.press("left", "n")
        assert replay.round == 2
        await pilot.press("p")
        assert replay.round == 1
        await pilot.press("m")
        assert "names a person for" in dump(pilot)
        await pilot.press("h")
        await pilot.press("i")
        assert "Inject:" in dump(pilot)
        replay.go(replay.last - 1)
        await pilot.press("right")
        assert all(text[:30] in dump(pilot) for text in replay.texts(replay.last))
        for key in "123456":
            await pilot.press(key)
            await pilot.pause()
            assert dump(pilot)
        assert "After-action review" in dump(pilot)
        assert "EXERCISE" in dump(pilot)

    show(save, story, size)


def test_other_eyes_and_the_truth(tmp_path: Path) -> None:
    """Z goes round the seats and the public board; T shows the truth after EndEx and puts it away."""
    save = struck(tmp_path)

    async def story(pilot: Pilot[None]) -> None:
        replay = pilot.app.screen.replay  # type: ignore[attr-defined]
        assert "[truth]" not in dump(pilot)
        seen = []
        for _seat in replay.seats:
            seen.append(replay.seat)
            await pilot.press("z")
        assert seen[0] == replay.seat == 0
        assert COMMANDER in seen
        await pilot.press("t")
        assert "WITH THE TRUTH" in dump(pilot)
        assert "joins the network" in dump(pilot)
        await pilot.press("t")
        assert "joins the network" not in dump(pilot)

    show(save, story)


def test_a_running_exercise_keeps_its_truth(tmp_path: Path) -> None:
    """T, O and C say when they open; Z stays with the own zone and the public board."""
    save = played(tmp_path, decisions=50)

    async def story(pilot: Pilot[None]) -> None:
        replay = pilot.app.screen.replay  # type: ignore[attr-defined]
        for key in "toc":
            await pilot.press(key)
            assert "EndEx" in dump(pilot)
        assert not replay.truth
        await pilot.press("z")
        assert replay.seat == COMMANDER
        await pilot.press("z")
        assert replay.seat == 0
        await pilot.press("6")
        assert "PARTIAL" in dump(pilot)

    show(save, story)


def test_a_figure_opens_its_lines(tmp_path: Path) -> None:
    """In the review Enter on a figure goes to its line of the log, pressed again to the next."""
    save = struck(tmp_path)

    async def story(pilot: Pilot[None]) -> None:
        screen = pilot.app.screen
        assert isinstance(screen, ReplayScreen)
        await pilot.press("t", "6")
        pane = screen.query_one("#review", Pane)
        await pilot.press("enter")
        assert "no single line" in dump(pilot)
        figures = [row.key for row in pane.sheet.rows if isinstance(row.key, tuple) and row.key[2:] > ((),)]
        pane.go_to(figures[0])
        lines = figures[0][2]
        await pilot.press("enter")
        assert screen.tab == 1
        assert screen.replay.move.line == lines[0]
        assert f"Log line {lines[0]};" in dump(pilot)

    show(save, story)


def test_the_review_by_chapter(tmp_path: Path) -> None:
    """Right and left go from heading to heading and move nothing else; the truth opens it at its beginning,
    whether the T is a capital or not, and before that a line says that there is a truth."""
    save = struck(tmp_path)

    async def story(pilot: Pilot[None]) -> None:
        screen = pilot.app.screen
        assert isinstance(screen, ReplayScreen)
        await pilot.press("6")
        assert "T shows the full review" in dump(pilot)
        await pilot.press("end", "T")
        assert screen.replay.truth
        assert "T shows the full review" not in dump(pilot)
        pane = screen.query_one("#review", Pane)
        assert "Result: " in dump(pilot)
        titles = [plain(row.line) for row in pane.sheet.rows if is_head(row.key)]
        assert titles[:2] == ["Result", "Known together, not known where it mattered"]
        seen = []
        for _title in titles[1:]:
            await pilot.press("right")
            seen.append(plain(next(row.line for row in pane.sheet.rows if row.key == pane.key)))
        assert seen == titles[1:]
        await pilot.press("left")
        assert plain(next(row.line for row in pane.sheet.rows if row.key == pane.key)) == titles[-2]
        assert screen.replay.position == 0
        await pilot.press("t")
        assert not screen.replay.truth

    show(save, story)


def is_head(key: object) -> bool:
    """The key of a heading."""
    return isinstance(key, tuple) and key[0] == "head"


def test_search(tmp_path: Path) -> None:
    """S asks for a text and goes there; one that is nowhere says so."""
    save = struck(tmp_path)

    async def story(pilot: Pilot[None]) -> None:
        screen = pilot.app.screen
        assert isinstance(screen, ReplayScreen)
        await pilot.press("s")
        assert at(pilot, SearchScreen)
        await pilot.press(*"ENDEX", "enter")
        await until(pilot, lambda: at(pilot, ReplayScreen))
        assert screen.replay.position == screen.replay.last
        await pilot.press("s", *"zzz", "enter")
        await until(pilot, lambda: at(pilot, ReplayScreen))
        assert "'zzz' stands nowhere" in dump(pilot)
        assert screen.replay.position == screen.replay.last

    show(save, story)


def test_a_branch_opens_in_the_room(tmp_path: Path) -> None:
    """B asks first; then a new save is played from that decision. At the end there is nothing to branch."""
    save = struck(tmp_path)
    before = len(list_saves(tmp_path))

    async def story(pilot: Pilot[None]) -> None:
        screen = pilot.app.screen
        assert isinstance(screen, ReplayScreen)
        screen.replay.go(screen.replay.last)
        await pilot.press("b")
        assert "The exercise is over here" in dump(pilot)
        screen.replay.go(12)
        await pilot.press("b")
        assert at(pilot, ConfirmScreen)
        await pilot.press("y")
        await until(pilot, lambda: at(pilot, RoomScreen))

    show(save, story)
    saves = list_saves(tmp_path)
    assert len(saves) == before + 1
    assert any(origin(read(info.path)) is not None for info in saves)


def test_bots_play_the_rest_with_progress(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """O counts in the background and tells the result, on the curves by round; C puts percentiles into the
    review."""
    monkeypatch.setattr(counts, "ODDS", 4)
    monkeypatch.setattr(counts, "FEWER", 2)
    monkeypatch.setattr(counts, "GAMES", 4)
    monkeypatch.setattr(counts, "processors", lambda: 1)
    save = struck(tmp_path)

    async def story(pilot: Pilot[None]) -> None:
        screen = pilot.app.screen
        assert isinstance(screen, ReplayScreen)
        screen.replay.go(40)
        await pilot.press("o")
        await until(pilot, lambda: "played the rest 4 times" in dump(pilot))
        await pilot.press("5", "o")
        await until(pilot, lambda: bool(screen.by_round))
        assert "play on 2 times from the beginning of each round" in screen.by_round[0]
        assert re.search(r"R2, line \d+: \d+% \(95% interval", dump(pilot))
        await pilot.press("c")
        await until(pilot, lambda: len(screen.samples) == 4)
        await pilot.press("6", "end")
        rows = screen.query_one("#review", Pane).sheet.rows
        assert any("Percentile" in plain(row.line) for row in rows)

    show(save, story, WIDE)


def test_bots_play_in_processes_beside_the_screen(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Two fresh processes, begun under a running screen, count the same as one."""
    monkeypatch.setattr(counts, "GAMES", 8)
    monkeypatch.setattr(counts, "processors", lambda: 2)
    save = struck(tmp_path)

    async def story(pilot: Pilot[None]) -> None:
        screen = pilot.app.screen
        assert isinstance(screen, ReplayScreen)
        await pilot.press("c")
        await until(pilot, lambda: len(screen.samples) == 8, 3000)
        monkeypatch.setattr(counts, "processors", lambda: 1)
        assert screen.samples == counts.same_deals(save, lambda _done, _total: None)

    show(save, story)


def test_the_report_is_written_beside_the_save(tmp_path: Path) -> None:
    """W writes HTML and Markdown, the full one after EndEx."""
    save = struck(tmp_path)

    async def story(pilot: Pilot[None]) -> None:
        await pilot.press("w")
        await until(pilot, lambda: "Written:" in dump(pilot))

    show(save, story)
    assert "Full version" in save.path.with_suffix(".md").read_text(encoding="utf-8")
    assert save.path.with_suffix(".html").exists()


def test_from_the_title_and_from_the_end(tmp_path: Path) -> None:
    """The title lists the saves; the end of an exercise leads to its replay and back."""
    save = struck(tmp_path)

    async def story(pilot: Pilot[None]) -> None:
        pilot.app.screen.query_one("#title", Pane).go_to(("replay",))
        await pilot.press("enter")
        assert at(pilot, SavesScreen)
        assert save.path.name in dump(pilot)
        await pilot.press("enter")
        assert at(pilot, ReplayScreen)
        await pilot.press("escape")
        await until(pilot, lambda: at(pilot, SavesScreen))

    tell(tmp_path, story)
    session = new_session(tmp_path / "other")

    async def ending(pilot: Pilot[None]) -> None:
        while await move_on(pilot):
            pass
        await pilot.press("r")
        assert at(pilot, ReplayScreen)
        await pilot.press("escape")
        await until(pilot, lambda: at(pilot, EndScreen))

    tell(tmp_path / "other", ending, session)


def test_a_hostile_deck_is_drawn_as_it_is(tmp_path: Path) -> None:
    """Through all panes, with the truth."""
    spoiled = spoil(scenario())
    save = played(tmp_path, of=spoiled)
    shown: list[str] = []

    async def story(pilot: Pilot[None]) -> None:
        await pilot.press("t", "m")
        for key in "123456":
            await pilot.press(key)
            shown.append(dump(pilot))

    show(save, story)
    text = "\n".join(shown)
    assert "\x1b" not in text
    assert any(clean(name)[:8] in text for name in spoiled.personas)


@pytest.mark.parametrize("key", ["q", "escape"])
def test_leaving_while_bots_play(tmp_path: Path, key: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """The count in the background stops; nothing hangs and nothing breaks."""
    monkeypatch.setattr(counts, "processors", lambda: 1)
    save = struck(tmp_path)
    replay = Replay(save)
    app = TabletopApp(Start(saves=tmp_path, replay=replay))

    async def run() -> None:
        async with app.run_test(size=SMALL) as pilot:
            await pilot.pause()
            screen = pilot.app.screen
            assert isinstance(screen, ReplayScreen)
            await pilot.press("c")
            await until(pilot, lambda: "Bots play" in dump(pilot))
            await pilot.press(key)
            if key == "escape":
                await until(pilot, lambda: at(pilot, TitleScreen))

    asyncio.run(run())
    assert app.return_code in (None, 0)
