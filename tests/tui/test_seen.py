"""What was seen on pictures of the screens, so that it is not seen again: small things, one test each."""

from __future__ import annotations

from pathlib import Path

import attrs
import pytest
from textual.pilot import Pilot

from sco_tabletop.core.board import Revealed
from sco_tabletop.core.commands import Command, Monitor, Protect, SendTeam, Stage
from sco_tabletop.core.words import COMMANDER, Depth, Function, Result
from sco_tabletop.record.listing import SaveInfo
from sco_tabletop.tui.conduct_keys import CONSOLE
from sco_tabletop.tui.form_words import difficulty_text
from sco_tabletop.tui.keys import REPLAY, ROOM
from sco_tabletop.tui.look import Look
from sco_tabletop.tui.screens.brief import BriefScreen
from sco_tabletop.tui.screens.console import ConsoleScreen
from sco_tabletop.tui.screens.saves import save_lines
from sco_tabletop.tui.screens.setup import SetupScreen
from sco_tabletop.tui.text import plain, width
from sco_tabletop.tui.widgets import actions, aftermath, board, detail, graph, stages, tracks, truth
from sco_tabletop.tui.widgets.bars import foot_line
from sco_tabletop.wording import words
from sco_tabletop.wording.rulebook import paragraph
from tests.core.small import NUMBERS, scenario

from .conducting import conduct, start
from .helper import SMALL, WIDE, dump, new_session, room_of, tell, to_turn, until
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


def test_a_rule_is_quoted_alone_and_without_marks() -> None:
    """Also where the book has two on a line, or emphasis of one star."""
    assert "R8.9" not in paragraph("R8.8")
    assert paragraph("R8.9").startswith("R8.9 Quiet")
    assert not [rule for rule in ("R3.2", "R3.10", "R5.4") if "*" in paragraph(rule)]


def test_the_palette_tells_of_what_was_filtered(tmp_path: Path) -> None:
    """At once, not only when the cursor moves; nothing when nothing fits."""

    async def story(pilot: Pilot[None]) -> None:
        await to_turn(pilot)
        await pilot.press("f8", *"undo")
        told = dump(pilot).splitlines()[-3:-1]
        assert any(line.strip() for line in told)
        await pilot.press(*"xyz")
        assert not any(line.strip() for line in dump(pilot).splitlines()[-3:-1])

    tell(tmp_path, story, new_session(tmp_path))


def test_after_the_end_the_room_leads_to_the_result() -> None:
    """A row for it, as in the conference."""
    of = look()
    of.view.public.result, of.view.public.acting = Result.COMPLETE, -1
    shown = actions.sheet(of, 78, 20)
    assert "To the result" in plain(shown.rows[-1].line)
    assert shown.start == shown.rows[-1].key == actions.END


def test_the_head_of_a_called_out_room_fits(tmp_path: Path) -> None:
    """Exercise time and whether it runs stand there whole in the smallest terminal."""
    session = conduct(tmp_path)

    async def story(pilot: Pilot[None]) -> None:
        await start(pilot)
        await pilot.press("e", "enter")
        head = dump(pilot).splitlines()[0]
        assert "NOT FOR THE PROJECTOR" in head
        assert "running" in head

    tell(tmp_path, story, session, SMALL)


def test_the_set_up_uses_the_rows_there_are(tmp_path: Path) -> None:
    """Three players of eight states stand on one screen of 36 rows."""

    async def story(pilot: Pilot[None]) -> None:
        await pilot.app.push_screen(SetupScreen(tmp_path, "xiamen-2019"))
        await pilot.press(*["down"] * 5, "right", "right")
        shown = dump(pilot)
        assert "Name 3" in shown
        assert "Deck" in shown
        rows = shown.splitlines()
        assert rows[-3].index("How many") == next(row.index("■") for row in rows if "■" in row)

    tell(tmp_path, story, size=WIDE)


@pytest.mark.parametrize("columns", [30, 45, 47, 60, 76])
def test_the_last_change_of_a_track_is_read_to_its_end(columns: int) -> None:
    """Beside the bar, which gives way, or below it."""
    change = "R4 +1 influence of the network"
    for why in (change, change[:18], ""):
        lines = tracks.gauged("Threat        4/11 ", 4, 11, "good", why, columns)
        assert why in " ".join(" ".join(plain(of) for of in lines).split())
        assert all(width(of) <= columns for of in lines)
        assert plain(lines[0]).count("▮") >= 2


def test_the_head_says_that_a_view_is_public_and_cuts_no_word() -> None:
    """Practice is left out where it has no room."""
    of = look()
    head = plain(tracks.header(of, 100))
    assert head.endswith("practice")
    assert plain(tracks.header(of, width(tracks.header(of, 100)) - 1)) == head.removesuffix("  practice")
    of.view = attrs.evolve(of.view, zone=COMMANDER)
    assert "public view" in plain(tracks.header(of, 100))


@pytest.mark.parametrize("columns", [40, 78, 118])
def test_a_footer_ends_with_a_whole_word(columns: int) -> None:
    """What is after its last key does not count."""
    for screen in (ROOM, REPLAY, CONSOLE):
        for less in range(12):
            assert width(foot_line(screen, columns - less)) <= columns - less


def test_the_board_says_the_standing_to_its_end_beside_the_log() -> None:
    """In the narrowest place that it has: functions in two letters, with what these mean."""
    of = look()
    of.view.public.index[of.persona].named = of.view.public.index[of.persona].located = 0b0010
    rows = [plain(row.line) for row in board.sheet(of, 58, 30).rows]
    assert all(len(row) <= 56 for row in rows)
    assert rows[0].endswith("Standing")
    assert any("located Z1" in row and "%" in row for row in rows)
    short = words.function_short(of.view.public.index[of.persona].function)
    assert f"{short} " in rows[-1]


def test_what_was_searched_for_stands_on_the_screen(tmp_path: Path) -> None:
    """Also at the end of a long turn in a low journal."""

    async def story(pilot: Pilot[None]) -> None:
        await to_turn(pilot)
        room = room_of(pilot)
        text = "Chatter here"
        await pilot.press("f5", *text, "enter")
        pane = room.pane("journal")
        seen = pane.sheet.rows[pane._top : pane._top + pane.space[1]]
        assert any(text in plain(row.line) for row in seen)

    tell(tmp_path, story, new_session(tmp_path), WIDE)


def test_what_was_searched_for_is_shown_when_the_journal_comes_from_behind(tmp_path: Path) -> None:
    """A pane that was not on the screen has no size yet; the group of the line is longer than the pane."""

    async def story(pilot: Pilot[None]) -> None:
        await to_turn(pilot)
        room = room_of(pilot)
        assert room.tab != 5
        group = next(of for of in room.look.chronicle.groups if of.what == "round")
        group.events[:0] = group.events[:1] * 40
        pane, text = room.pane("journal"), "Alert +1: inject"
        await pilot.press("f5", *text, "enter")
        await until(pilot, lambda: pane.content_size.width > 0)
        await pilot.pause()
        assert text in "\n".join(dump(pilot).splitlines()[:-4])

    tell(tmp_path, story, new_session(tmp_path), SMALL)


def test_kinds_that_share_a_reason_keep_their_letters() -> None:
    """The reason stands first; no line ends between a letter and its name."""
    kinds: list[type[Command]] = [Monitor, SendTeam, Stage, Protect]
    for columns in range(30, 80):
        rows = [plain(row.line) for row in actions.folded_rows("No action is left.", kinds, columns)]
        assert rows[0] == "× No action is left."
        assert not [row for row in rows if row.rstrip().endswith((" M", " V", " G", " P"))]


def test_the_room_opens_with_nothing_said_of_what_has_no_focus(tmp_path: Path) -> None:
    """The strip does not take the keys for a moment, nor speak in the bar of messages."""

    async def story(pilot: Pilot[None]) -> None:
        room = room_of(pilot)
        assert room.focused is room.pane("actions")
        assert "Threat: " not in "\n".join(dump(pilot).splitlines()[-4:])

    tell(tmp_path, story, new_session(tmp_path), SMALL)


def test_after_endex_the_console_leads_to_what_follows(tmp_path: Path) -> None:
    """No key of its footer decides or stops the time any more."""
    session = conduct(tmp_path)

    async def story(pilot: Pilot[None]) -> None:
        await start(pilot)
        assert "E decision" in dump(pilot).splitlines()[-1]
        await pilot.press("d", "y")
        await pilot.pause()
        assert isinstance(pilot.app.screen, ConsoleScreen)
        foot = dump(pilot).splitlines()[-1]
        assert "U hot wash" in foot
        assert "M ratings" in foot
        assert "decision" not in foot

    tell(tmp_path, story, session, SMALL)


def test_what_can_be_done_for_a_persona_parts_no_key_from_its_name() -> None:
    """Each kind stands whole on a line, with its cost."""
    whole = "T Trace links - 1 action"
    for columns in range(40, 110):
        rows = [plain(of) for of in stages.now_lines(look(), look().persona, columns)]
        assert any(whole in row for row in rows)
        assert all(len(row) <= columns for row in rows)


def test_homes_that_are_excluded_are_told_to_the_end() -> None:
    """Below the possible ones where there is no room beside them."""
    of = look()
    entry = of.view.public.index[of.persona]
    entry.sighted, entry.possible = 0, 0b0001
    told = [plain(line) for line in detail.where(of, entry, 20)]
    assert told[1:] == ["Home in Z0", "no hit: Z1 Z2 Z3"]
    assert "Home in Z0  no hit: Z1 Z2 Z3" in [plain(line) for line in detail.where(of, entry, 40)]


def test_who_was_located_is_said_so_at_the_end() -> None:
    """As on the board and in the review, not as named alone."""
    of = look()
    persona, zone = of.persona, 1
    entry = of.view.public.index[persona]
    entry.named, entry.located = 1 << zone, 0
    member = Revealed(persona, Function.COURIER, zone, 0, ())
    assert aftermath.fate_of(of.view, member)[0] == "◇ named, not struck"
    entry.located = 1 << zone
    assert aftermath.fate_of(of.view, member)[0] == "◎ located, not struck"
    assert "◎ located" in aftermath.legend(Depth.FULL)


def test_the_heads_of_briefing_and_course_stand_there_whole() -> None:
    """A briefing is stamped; the course beside the pool at 120 columns has 25 cells for its name."""
    of = look()
    assert "EXERCISE" in plain(BriefScreen(of.view, (), "Ana").content(78, 20).title)
    assert width(truth.facts_sheet({}, None, 30).title) <= 25


def test_aliases_in_a_low_graph_stand_there_whole_where_there_is_room(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """One row a node, as in the lower half of 120 columns."""
    monkeypatch.setattr(Look, "alias", lambda _look, persona: f"Marble{persona}")
    of = look()
    entry = attrs.evolve(of.view.public.index[of.persona], function=Function.PROPAGANDIST)
    of.view.public.index = dict.fromkeys(range(6), entry)
    drawn = "\n".join(plain(row.line) for row in graph.sheet(of, 69, 6).rows)
    for persona in of.view.public.index:
        assert of.alias(persona) in drawn
