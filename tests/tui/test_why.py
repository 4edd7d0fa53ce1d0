"""Numbers that explain themselves in the room: on focus, under the mouse, on K; and what the eye marks."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual.pilot import Pilot

from sco_tabletop.core import doubt
from sco_tabletop.core.commands import Analyse, Ask, Monitor, Name, Share
from sco_tabletop.core.events import InfluenceMoved, NameLost, TrackMoved
from sco_tabletop.core.explaining import Doubted, Escaping, Influenced, Odds, Prepared, Refused, Tracked
from sco_tabletop.core.seat import File
from sco_tabletop.core.words import Cause, NameLoss, Track
from sco_tabletop.session.chronicle import chronicle
from sco_tabletop.tui.look import Look
from sco_tabletop.tui.screens.explained import ExplainScreen
from sco_tabletop.tui.screens.room import RoomScreen
from sco_tabletop.tui.screens.rules import RulesScreen
from sco_tabletop.tui.widgets import actions, board, figures, graph, journal, levels, tracks
from sco_tabletop.tui.widgets import map as drawing
from sco_tabletop.tui.widgets.targets import targets
from sco_tabletop.wording.commands import command_text
from sco_tabletop.wording.rulebook import paragraph, quoted
from tests.tui.helper import WIDE, at, dump, new_session, room_of, tell, to_turn, until
from tests.tui.test_panes import learn, look, staged, text


def grown() -> Look:
    """A look with a history: the threat rose twice, the influence in zone 1 once."""
    of = look()
    told = (
        TrackMoved(Track.THREAT, 4, Cause.PLOT),
        InfluenceMoved(1, 1, Cause.PROPAGANDA),
        TrackMoved(Track.THREAT, 1, Cause.INFLUENCE),
        TrackMoved(Track.THREAT, 4, Cause.PLOT),
    )
    of.chronicle = chronicle([(2, event) for event in told])
    of.view.public.threat = 9
    return of


def test_a_track_is_told_by_its_causes() -> None:
    """The line of the message bar and the page: start, causes with how often, sum, rule and paragraph."""
    of = grown()
    said = figures.said(of, (Tracked(Track.THREAT),))
    assert said == (
        "Threat: 0 at the start; +8 plot, 2 times; +1 influence of the network; together 9 of 11 (R4.8)."
    )
    page = text(figures.sheet(of, figures.asked(of, "tracks", ("figure", Tracked(Track.THREAT))), 78, 40))
    assert "= together 9 of 11" in page
    assert "R4.8 Lost" in page
    assert "the mean" in page


def test_every_figure_of_the_tracks_can_be_asked() -> None:
    """Each track's first row asks for its own figure."""
    of = grown()
    keys = [row.key for row in tracks.sheet(of, 60, 40).rows if row.key is not None]
    asked = [figure for key in keys for figure in figures.asked(of, "tracks", key)[:1]]
    assert len(asked) == len(keys)
    assert Prepared() in asked


def test_odds_and_refusals_are_told_with_their_parts() -> None:
    of = look()
    asked = figures.asked(of, "actions", Monitor(0))
    assert asked == (Odds(Monitor(0)),)
    page = text(figures.sheet(of, asked, 78, 40))
    assert "own level" in page
    assert "R1.2 Success chances" in page
    assert "R5.2 Monitor" in page
    of.view.public.zones[0].actions = 0
    asked = figures.asked(of, "actions", Monitor(0))
    assert asked == (Refused(Monitor(0)),)
    page = text(figures.sheet(of, asked, 78, 40))
    assert "No action is left" in page
    assert "there is 0" in page
    assert "it takes 1" in page


def test_a_loan_that_counts_is_named() -> None:
    of = look()
    of.view.public.zones[0].levels = [1, 0, 0, 0, 0]
    of.view.public.zones[0].borrowed = [3, 0, 0, 0, 0]
    page = text(figures.sheet(of, (Odds(Monitor(0)),), 78, 40))
    assert "level 3 by a loan" in page
    of.view.public.zones[0].suspended = 0
    assert "a loan of level 3 is suspended" in text(figures.sheet(of, (Odds(Monitor(0)),), 78, 40))


def test_a_doubt_is_told_home_by_home() -> None:
    of = look()
    entry = of.view.public.index[of.persona]
    entry.named, entry.held[1], entry.possible = 2, 0b00111, 0b1010
    asked = figures.asked(of, "board", ("persona", of.persona))
    assert asked[0] == Doubted(of.persona, 1)
    page = text(figures.sheet(of, asked, 78, 60))
    percent = doubt.right_percent(of.view.scenario, entry, 1)
    assert "Zone 3 unchecked: 10 persons / 4^3" in page
    assert f"1 / (1 + doubt) is {percent}%" in page
    assert "R5.16 Doubt." in page


@pytest.mark.parametrize("pane", ["map", "levels", "board", "file", "graph"])
def test_every_pane_has_a_number_to_ask(pane: str) -> None:
    of = look()
    asked = figures.asked(of, pane, None)
    assert asked
    assert figures.said(of, asked)


def test_the_journal_has_none() -> None:
    assert figures.asked(look(), "journal", ("group", 0)) == ()


@pytest.mark.parametrize("rule", ["R1.2", "R4.8", "R5.3", "R5.16", "R6.10", "R7.1", "R8.3", "R10.1"])
def test_a_paragraph_is_found_by_its_number(rule: str) -> None:
    """Its own text, and not that of another one."""
    found = paragraph(rule)
    assert found.startswith(rule)
    assert "**" not in found


@pytest.mark.parametrize("rule", ["R1.2", "R1.3", "R8.1"])
def test_a_quoted_paragraph_leaves_its_table_to_the_book(rule: str) -> None:
    """The numbers in it are those of other decks; what has no table is quoted whole."""
    found = quoted(rule, "See the book.")
    assert found.startswith(rule)
    assert found.endswith("\nSee the book.")
    assert "Monitor (" not in found
    assert "80%" not in found
    assert quoted("R5.16", "See the book.") == paragraph("R5.16")
    assert quoted("R5.12", "See the book.") == paragraph("R5.12")


def test_there_is_no_paragraph_of_another_number() -> None:
    assert paragraph("R99.1") == ""


# ---------------------------------------------------------------------- what the eye marks


def test_the_persona_under_the_eye_lights_its_homes_on_the_map() -> None:
    of = look()
    of.view.public.index[of.persona].possible = 0b0110
    drawn = text(drawing.sheet(of, 70, 24))
    assert drawn.count("⌂ may be home") == 2
    assert f"⌂ {of.alias(of.persona)} may live there" in drawn
    of.view.public.index[of.persona].possible = 0b1111
    assert "⌂" not in text(drawing.sheet(of, 70, 24))


def test_the_state_under_the_eye_marks_what_it_holds() -> None:
    of = look()
    of.view.public.index[of.persona].held[2] = 3
    alias = of.alias(of.persona)
    of.place = 2
    (row,) = (row for row in text(board.sheet(of, 78, 20)).splitlines() if alias in row)
    assert "+" in row
    assert "+ file in Zone 2" in text(board.sheet(of, 78, 20))
    of.persona = next(p for p in of.view.public.index if p != of.persona)
    assert f"+● {alias}" in text(graph.sheet(of, 78, 17))


def test_the_journal_marks_the_lines_of_the_persona_under_the_eye() -> None:
    of = look()
    of.chronicle = chronicle([(2, NameLost(1, of.persona, NameLoss.WITHDRAWN))])
    assert "  ▸ " in text(journal.sheet(of, frozenset({0}), 78, 20))
    of.persona = -1
    assert "  ▸ " not in text(journal.sheet(of, frozenset({0}), 78, 20))


def test_all_levels_stand_in_one_table() -> None:
    """A level, a loan, a team, an influence, a file: each changes it."""
    of = look()
    board_of = of.view.public.zones[1]
    seen = [text(levels.sheet(of, 78, 17))]
    for name, value in (("levels", [3, 1, 0, 0, 2]), ("borrowed", [0, 2, 0, 0, 0]), ("influence", 4)):
        setattr(board_of, name, value)
        seen.append(text(levels.sheet(of, 78, 17)))
    of.view.public.index[of.persona].held[1] = 7
    seen.append(text(levels.sheet(of, 78, 17)))
    assert len(set(seen)) == len(seen)
    assert "1+1" in seen[-1]


# ---------------------------------------------------------------------- rows


def test_a_row_that_names_says_whom_and_only_to_his_zone() -> None:
    of = look()
    for category in range(5):
        learn(of.view, of.persona, category, of.view.seat.register[4].traits[category])
    person = of.view.scenario.persons[of.view.seat.register[4].name]
    assert command_text(of.view, Name(0, of.persona)) == f"Name {person} for {of.alias(of.persona)}"
    assert person not in command_text(of.view, Name(1, of.persona))


def test_shares_and_requests_stand_by_use() -> None:
    """Whoever learns most and may have him at home first; the file with most traits first."""
    of = look()
    entry = of.view.public.index[of.persona]
    entry.possible, entry.held = 0b0111, [0b00111, 0b00111, -1, -1]
    of.view.seat.files[of.persona].traits, of.view.seat.files[of.persona].held = [0, 0, 0, -1, -1], 0b00111
    shares = [t.command for t in targets(of, Share) if t.refused is None]
    assert [getattr(c, "to", -1) for c in shares][:2] == [2, 3]
    entry.held = [0b00111, 0b00111, 0b01000, 0b11000]
    asked = [t.command for t in targets(of, Ask) if t.refused is None]
    assert (getattr(asked[0], "to", -1), getattr(asked[0], "category", 0)) == (3, -1)


def test_kinds_refused_for_one_reason_stand_together_and_none_is_missing() -> None:
    of = look()
    of.view.public.zones[0].actions = 0
    drawn = " ".join(text(actions.sheet(of, 78, 40)).split())
    assert drawn.count("No action is left this round") == 1
    for name in ("M Monitor", "A Analyse", "T Trace links", "W Stand by", "B Bulletin"):
        assert name in drawn
    of.persona = max(of.view.public.index)
    refused = targets(of, Analyse)[0].refused
    assert refused is None or refused.persona in (of.persona, -1)


def test_a_stage_is_a_glyph_and_a_word() -> None:
    of = look()
    before = text(board.sheet(of, 78, 20))
    staged(of.view, of.persona)
    assert "▲ staged" in text(board.sheet(of, 78, 20))
    assert "▲ staged" not in before


# ---------------------------------------------------------------------- in the room


def test_k_takes_a_number_apart_and_goes_back(tmp_path: Path) -> None:
    """From the actions, the tracks, the board; by the mouse over a row the bar says it."""

    async def story(pilot: Pilot[None]) -> None:
        await to_turn(pilot)
        room = room_of(pilot)
        await pilot.press("home", "k")
        assert at(pilot, ExplainScreen)
        assert "R1.2 Success chances" in dump(pilot)
        await pilot.press("f1")
        assert at(pilot, RulesScreen)
        await until(pilot, lambda: "R1.2 Success chances" in dump(pilot))
        await pilot.press("escape")
        assert at(pilot, RoomScreen)
        room.pane("tracks").focus()
        await pilot.press("down")
        assert "at the start" in dump(pilot)
        await pilot.press("K")
        assert "together" in dump(pilot)
        await pilot.press("backspace", "6")
        assert room.focused is room.pane("graph")
        await pilot.press("7", "down")
        assert room.look.place == 1
        await pilot.press("5", "k")
        assert "No number is here" in dump(pilot)
        room.tell("")
        await pilot.hover("#tracks", offset=(6, 9))
        await until(pilot, lambda: bool(room.message))

    tell(tmp_path, story, new_session(tmp_path), WIDE)


def test_a_click_on_a_node_looks_at_the_persona_and_again_opens_its_file(tmp_path: Path) -> None:
    async def story(pilot: Pilot[None]) -> None:
        await to_turn(pilot)
        room = room_of(pilot)
        await pilot.press("6")
        pane = room.query_one("#graph", graph.GraphPane)
        other = next(p for p in room.look.view.public.index if p != room.look.persona)
        place = pane.plan.places[other]
        await pilot.click("#graph", offset=(place.column + 4, place.row + 1))
        assert room.look.persona == other
        assert room.pane("board").key == ("persona", other)
        await pilot.click("#graph", offset=(place.column + 4, place.row + 1))
        assert room.focused is room.pane("file")

    tell(tmp_path, story, new_session(tmp_path))


def test_what_the_alert_does_hangs_on_the_alert() -> None:
    of = look()
    asked = figures.asked(of, "tracks", ("figure", Tracked(Track.ALERT)))
    assert Escaping() in asked
    assert figures.asked(of, "map", None)[0] == Influenced(of.place)


def test_the_eye_goes_with_the_cursor_over_the_targets_and_the_list_stands_still(tmp_path: Path) -> None:
    """Board, file and map follow the persona under the cursor of a list."""

    async def story(pilot: Pilot[None]) -> None:
        await to_turn(pilot)
        room = room_of(pilot)
        room.look.view.seat.files.update({p: File([-1] * 5) for p in room.look.view.public.index})
        pane, first = room.pane("actions"), room.look.persona
        await pilot.press("n")
        order = [row.key for row in pane.sheet.rows]
        for _row in order:
            await pilot.press("down")
            if isinstance(pane.key, Name) and pane.key.persona != first:
                break
        assert isinstance(pane.key, Name)
        assert room.look.persona == pane.key.persona != first
        assert room.pane("board").key == ("persona", room.look.persona)
        assert [row.key for row in pane.sheet.rows] == order

    tell(tmp_path, story, new_session(tmp_path))
