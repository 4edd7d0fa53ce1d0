"""What a wide screen does with its room, what a narrow pane does without it, and what colour alone says."""

from __future__ import annotations

from pathlib import Path

import attrs
import pytest
from textual.pilot import Pilot

from sco_tabletop.core.events import CardDrawn, TeamStruck
from sco_tabletop.core.words import Phase, Struck
from sco_tabletop.review.replay import Replay
from sco_tabletop.session.chronicle import chronicle
from sco_tabletop.tui.conduct_keys import CONSOLE
from sco_tabletop.tui.keys import EVERYWHERE, REPLAY, ROOM, Entry
from sco_tabletop.tui.screens.hour import HourScreen
from sco_tabletop.tui.screens.inbox import InboxScreen
from sco_tabletop.tui.screens.replay import ReplayScreen
from sco_tabletop.tui.screens.rules import RulesScreen
from sco_tabletop.tui.screens.saves import SavesScreen
from sco_tabletop.tui.text import LONGEST, block, flowing, line, plain, trimmed, width
from sco_tabletop.tui.themes import DARK, styles
from sco_tabletop.tui.widgets import glance, strip, tracks
from sco_tabletop.tui.widgets.bars import foot_line
from sco_tabletop.tui.widgets.cards import options
from sco_tabletop.tui.widgets.stages import stages
from sco_tabletop.tui.widgets.truth import facts_sheet
from sco_tabletop.wording import words
from tests.review.saves import played

from .helper import HUGE, WIDE, at, dump, new_session, tell, until
from .test_panes import look, text


def test_text_stays_a_column() -> None:
    """However wide the pane; and what stands before the lines is counted."""
    words = "word " * 60
    assert max(width(of) for of in block(words, 196)) <= LONGEST
    assert max(width(of) for of in block(words, 40, rest="    ")) <= 40


def test_no_blank_around_an_alarm_is_underlined() -> None:
    """Neither what pads a column nor what stands between two texts; the characters stay the same."""
    of = line(("a", "strong"), ("  due now ", "alarm"), ("   ", "alarm"), ("b", "alarm"))
    cut = trimmed(of, "alarm")
    assert plain(cut) == plain(of)
    assert [span.text for span in cut if span.tone == "alarm"] == ["due now", "b"]


@pytest.mark.parametrize("columns", [24, 44, 90])
def test_every_step_of_the_round_stands_there_whole(columns: int) -> None:
    """Also at H-hour, which has the most of them, in a narrow pane."""
    of = look()
    of.view.public.called, of.view.public.phase = True, Phase.COMMIT
    said = text(glance.sheet(of, columns, 30))
    for step in ("✓ inject", "✓ call", "✓ turns", "✓ go or no-go", "▸ strike"):
        assert step in said
    assert max(width(row) for row in glance.steps(of, columns)[:2]) <= columns


@pytest.mark.parametrize("columns", [24, 44])
def test_what_is_to_be_decided_stands_in_the_round_to_its_end(columns: int) -> None:
    """The longest phase has its second line."""
    of = look()
    of.view.public.phase = Phase.CHOICE
    rows = glance.sheet(of, columns, 30).rows
    said = " ".join(plain(row.line).strip() for row in rows[:3])
    assert words.phase_name(Phase.CHOICE) in said
    assert max(width(row.line) for row in rows[:3]) <= columns


def test_the_mean_of_the_influence_is_one_number() -> None:
    """The tracks say it as exactly as the strip over them does."""
    of = look()
    board = of.view.public.zones
    while sum(zone.influence for zone in board) % 4 != 1:
        board[0].influence += 1
    mean = f"{sum(zone.influence for zone in board) / len(board):.2f}"
    assert f"mean {mean}:" in text(tracks.sheet(of, 60, 30))
    assert mean in plain(strip.strip(of, 118))


def test_the_course_beside_the_pool_is_headed_to_the_end() -> None:
    """In the narrowest place that it has: 33 columns with frame, mark and arrows."""
    assert width(facts_sheet({}, None, 31).title) <= 25


def test_an_option_of_a_dilemma_is_no_two() -> None:
    """What goes on below an option stands farther in than the next one."""
    of = look()
    cards = of.view.scenario.cards
    card = next(card for card in cards if card.options)
    for first, *rest in options(of.view, card, 24):
        assert not plain(first).startswith(" ")
        assert all(plain(below).startswith("  ") for below in rest)


def test_cells_flow() -> None:
    """A line ends where the next cell would be cut; no blanks follow the last one."""
    cells = [line(name) for name in ("one", "two", "three")]
    assert [plain(of) for of in flowing(cells, 8)] == ["one  two", "three"]
    assert len(flowing(cells, 99)) == 1


def test_no_stage_of_a_file_is_cut() -> None:
    """Also beside a log, with the zones that got there."""
    of = look()
    entry = of.view.public.index[of.persona]
    entry.named = entry.located = entry.staged = 3
    lines = stages(of, entry, 50)
    assert max(width(row) for row in lines) <= 50
    said = " ".join(plain(row) for row in lines)
    assert all(word in said for word in ("found", "investigated", "identified", "located", "staged"))


def test_two_cards_beside_each_other_where_there_is_room() -> None:
    """Each whole in its frame, the last one first."""
    of = look()
    drawn = [CardDrawn(card.id) for card in of.view.scenario.cards[:3]]
    page = InboxScreen(of.view, chronicle([(n, event) for n, event in enumerate(drawn, 1)]))
    wide, narrow = page.content(196, 58).rows, page.content(118, 34).rows
    assert plain(wide[0].line).count("┌") == 2
    assert plain(narrow[0].line).count("┌") == 1
    titles = [card.title for card in of.view.scenario.cards[:3]]
    first = next(plain(row.line) for row in wide if titles[2] in plain(row.line))
    assert titles[1] in first
    assert len([row for row in wide if row.key is not None]) == 2
    assert len([row for row in narrow if row.key is not None]) == 3


@pytest.mark.parametrize("entries", [REPLAY, ROOM, CONSOLE])
def test_no_key_of_a_footer_is_cut(entries: tuple[Entry, ...]) -> None:
    """At any width; the blanks between two keys do not follow the last one."""
    for columns in range(76, 200):
        assert width(foot_line((*entries, *EVERYWHERE), columns)) <= columns


def test_what_is_found_in_the_rule_book_needs_no_colour(tmp_path: Path) -> None:
    """The line stands there reversed."""

    async def story(pilot: Pilot[None]) -> None:
        book = RulesScreen()
        pilot.app.push_screen(book)
        await until(pilot, lambda: at(pilot, RulesScreen) and bool(book.query("#rules")))
        book.look_for("liaison")
        row = book.pane.sheet.rows[book.found]
        assert "liaison" in plain(row.line)
        assert {span.tone for span in row.line} == {"flash"}
        assert styles(DARK.name, grey=True)["flash"].reverse

    tell(tmp_path, story)


def test_the_save_under_the_cursor_is_told_beside_the_list(tmp_path: Path) -> None:
    """Who plays what, how it was begun; another one when the cursor moves. Not where there is no room."""
    for zones in ((0,), (0, 1)):
        new_session(tmp_path, zones).close()
    (tmp_path / "broken.jsonl").write_text("nothing", encoding="utf-8")

    async def story(pilot: Pilot[None]) -> None:
        pilot.app.push_screen(SavesScreen(tmp_path))
        await until(pilot, lambda: at(pilot, SavesScreen) and "Begun" in dump(pilot))
        bots = dump(pilot).count("(bot)")
        assert bots in (2, 3)
        await pilot.press("down")
        await until(pilot, lambda: dump(pilot).count("(bot)") == 5 - bots)
        await pilot.press("down")
        await until(pilot, lambda: "Begun" not in dump(pilot))
        assert dump(pilot).count("broken.jsonl") == 3
        await pilot.press("up")
        await pilot.resize_terminal(*WIDE)
        await until(pilot, lambda: "(bot)" not in dump(pilot))

    tell(tmp_path, story, size=HUGE)


def test_a_replay_has_board_file_and_tracks_beside_the_log(tmp_path: Path) -> None:
    """All at once where there is room, whichever of them has the keys; the curves stand alone."""
    save = played(tmp_path, decisions=20)

    async def story(pilot: Pilot[None]) -> None:
        pilot.app.push_screen(ReplayScreen(Replay(save)))
        await until(pilot, lambda: at(pilot, ReplayScreen))
        for number in "1234":
            await pilot.press(number)
            await pilot.pause()
            shown = dump(pilot)
            assert all(title in shown for title in ("Log ", "Case board", "Home in", "Public trust"))
        await pilot.press("5")
        await until(pilot, lambda: "Case board" not in dump(pilot))
        await pilot.press("1")
        await pilot.resize_terminal(*WIDE)
        await until(pilot, lambda: "Public trust" not in dump(pilot))
        assert "Case board" in dump(pilot)

    tell(tmp_path, story, size=HUGE)


def test_nothing_wrongful_is_no_alarm() -> None:
    """A count of none stands there in no colour of its own."""
    of = look()
    page = HourScreen(of.view, (TeamStruck(0, of.persona, 0, Struck.CAPTURED, 1),))
    page.beats = page.last
    assert [span.tone for span in page.tally()] == ["good", "dim", "dim"]
    page.strikes = tuple(attrs.evolve(one, outcome=Struck.WRONGFUL) for one in page.strikes)
    assert [span.tone for span in page.tally()] == ["dim", "dim", "alarm"]
