"""The map of six and eight zones in the room's two sizes, with everything on it that there can be."""

from __future__ import annotations

from functools import cache

import pytest
from rich.cells import cell_len

from sco_tabletop.content import load, locate
from sco_tabletop.core.board import Plot
from sco_tabletop.core.commands import SendTeam
from sco_tabletop.core.engine import open_exercise
from sco_tabletop.core.rules.depth import plays
from sco_tabletop.core.scenario import Scenario, Seating
from sco_tabletop.core.state import observe
from sco_tabletop.session.chronicle import chronicle
from sco_tabletop.tui.ascii import to_ascii
from sco_tabletop.tui.look import Look
from sco_tabletop.tui.text import Sheet, plain
from sco_tabletop.tui.widgets import map as drawing

DECKS = ("xiamen-2015", "xiamen-2017", "xiamen-2019")
NARROW, WIDE = (47, 17), (47, 11)
"""Columns and rows of the pane in a terminal of 80x24 and of 120x36."""
each_size = pytest.mark.parametrize("size", [NARROW, WIDE], ids=["80x24", "120x36"])
each_deck = pytest.mark.parametrize("name", DECKS)


@cache
def deck(name: str) -> Scenario:
    """A deck that ships."""
    return load(locate(name))


def look(name: str, place: int = 0) -> Look:
    """The first seat at the start of an exercise."""
    state, _events = open_exercise(deck(name), Seating(chair_zones=(0,)), 3)
    seen = Look(observe(state, 0), chronicle([]), (0,), practice=True)
    seen.place = place
    return seen


def crowd(seen: Look) -> None:
    """In every zone a plot, protection, influence 4, three teams, two of them staged."""
    public = seen.view.public
    everywhere = (1 << len(public.zones)) - 1
    public.plots.append(Plot(1, everywhere, 9))
    for board in public.zones:
        board.influence, board.teams, board.protected_until = 4, 3, 9
    for persona in sorted(public.index)[:2]:
        public.index[persona].staged = everywhere


def text(sheet: Sheet) -> list[str]:
    """Title and rows as they stand on the screen."""
    return [plain(sheet.title), *(plain(row.line) for row in sheet.rows)]


def words(seen: Look, size: tuple[int, int], zone: int) -> str:
    """What is drawn in one zone, its rows joined."""
    scenario = seen.view.scenario
    cells = drawing.raster(scenario.map, len(scenario.zones), *size)
    placed = drawing.place_words(seen, zone, cells, drawing.borders(cells, seen.place))
    return " ".join(word[2] for word in placed)


@each_size
@each_deck
def test_it_fits(name: str, size: tuple[int, int]) -> None:
    """No row is wider than the pane, none is missing, and the map is not enlarged beyond it."""
    seen = look(name)
    crowd(seen)
    rows = text(drawing.sheet(seen, *size))[1:]
    assert len(rows) <= size[1]
    assert max(cell_len(row) for row in rows) <= size[0]


@each_size
@each_deck
def test_every_zone_says_who_it_is_and_how_it_stands(name: str, size: tuple[int, int]) -> None:
    """Code, influence and teams can be read in each zone at the start."""
    seen = look(name)
    for number, board in enumerate(seen.view.public.zones):
        shown = words(seen, size, number)
        assert seen.code(number) in shown
        teams = f"▲{board.teams}" in shown.replace("▲ teams ", "▲")
        assert teams == plays(seen.view.scenario.depth, SendTeam)
        assert "…" not in shown


@each_size
@each_deck
def test_nothing_is_lost_in_a_crowd(name: str, size: tuple[int, int]) -> None:
    """With a plot, a protection and staged teams everywhere each zone still says all of it, yours too."""
    seen = look(name)
    crowd(seen)
    seen.mine = tuple(range(len(seen.view.public.zones)))
    for number in range(len(seen.view.public.zones)):
        shown = words(seen, size, number)
        assert seen.code(number) in shown
        assert "9" in shown.partition("‼")[2]
        assert "▣" in shown
        assert "4" in shown.replace("▮▮▮▮", "▮")
        if plays(seen.view.scenario.depth, SendTeam):
            assert "3" in shown.partition("▲")[2]
            assert "2" in shown.partition("▲")[2]
        else:
            assert "▲" not in shown
        assert "…" not in shown


@each_deck
def test_names_stand_at_length_where_there_are_two_rows(name: str) -> None:
    """At 80x24 every zone but the own, which has marks, has its whole name."""
    seen = look(name)
    for number, zone in enumerate(seen.view.scenario.zones):
        if number:
            assert f"{zone.id} {zone.name}" in words(seen, NARROW, number)


@each_deck
def test_title_names_the_neighbours(name: str) -> None:
    """Two pairs of zones are adjacent without touching: the title says so."""
    for place, zone in enumerate(deck(name).zones):
        title = text(drawing.sheet(look(name, place), *NARROW))[0]
        assert zone.name in title
        assert all(deck(name).zones[other].id in title for other in zone.adjacent)
        assert len(title) <= NARROW[0]


@each_deck
def test_every_zone_is_reached_by_arrows(name: str) -> None:
    """From the first zone the four arrows lead to all others."""
    seen = look(name)
    found, waiting = {0}, [0]
    while waiting:
        here = waiting.pop()
        for step in ((1, 0), (-1, 0), (0, 1), (0, -1)):
            seen.place = here
            there = drawing.neighbour(seen, *step)
            if there not in found:
                found.add(there)
                waiting.append(there)
    assert found == set(range(len(deck(name).zones)))


def test_legend_has_a_word_for_each_glyph() -> None:
    """At 80x24 the legend has its place below the map, in ASCII too."""
    seen = look("xiamen-2019")
    crowd(seen)
    rows = text(drawing.sheet(seen, *NARROW))
    legend = " ".join(rows[-3:])
    assert all(glyph in legend for glyph in "★◆▲▮‼▣⊙⇆◎")
    assert "?" not in to_ascii("".join(rows))
