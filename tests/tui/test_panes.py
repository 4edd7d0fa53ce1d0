"""Change one fact of the view and the pane that owns it reads differently; the map's borders."""

from __future__ import annotations

from collections.abc import Callable

import attrs
import pytest
from rich.cells import cell_len

from sco_tabletop.core.board import Plot, Request
from sco_tabletop.core.commands import CallHour, ChooseOption, DrawInject
from sco_tabletop.core.engine import decide, open_exercise
from sco_tabletop.core.events import TrackMoved
from sco_tabletop.core.scenario import Label, Map, Scenario, Seating
from sco_tabletop.core.state import observe
from sco_tabletop.core.view import View
from sco_tabletop.core.words import Cause, Phase, Track
from sco_tabletop.session.chronicle import chronicle
from sco_tabletop.tui.look import Look
from sco_tabletop.tui.text import Sheet, plain
from sco_tabletop.tui.widgets import actions, board, detail, glance, graph, journal, levels, tracks
from sco_tabletop.tui.widgets import map as drawing
from tests.core.small import scenario

MASK = Map(
    ("aaaaaaaaaaaaaaaabbbbbbbbbbbbbbbb",) * 6 + ("ccccccccccccccccdddddddddddddddd",) * 6,
    "abcd",
    (Label(3, 8), Label(3, 24), Label(9, 8), Label(9, 24)),
)


def small() -> Scenario:
    """The small scenario on a square map."""
    return attrs.evolve(scenario(), map=MASK)


def look() -> Look:
    """Zone 0 in its first turn, looking at a persona that it holds a file on."""
    state, _events = open_exercise(small(), Seating(chair_zones=(0,)), 3)
    view = observe(state, 0)
    decide(state, DrawInject(0))
    if view.public.phase is Phase.CHOICE:
        decide(state, ChooseOption(0, 0))
    decide(state, CallHour(0, call=False))
    assert view.public.phase is Phase.TURN
    found = Look(view, chronicle([]), (0,), practice=True)
    found.follow(view, chronicle([]), practice=True)
    if found.persona not in view.seat.files:
        view.seat.open(found.persona)
        view.public.index[found.persona].held[0] = 0
    return found


def text(sheet: Sheet) -> str:
    """All characters of a sheet."""
    return "\n".join([plain(sheet.title), *(plain(row.line) for row in sheet.rows)])


PANES: dict[str, Callable[[Look], Sheet]] = {
    "map": lambda of: drawing.sheet(of, 70, 20),
    "tracks": lambda of: tracks.sheet(of, 60, 30),
    "board": lambda of: board.sheet(of, 78, 20),
    "file": lambda of: detail.sheet(of, 78, 30),
    "actions": lambda of: actions.sheet(of, 78, 20),
    "round": lambda of: glance.sheet(of, 78, 40),
    "graph": lambda of: graph.sheet(of, 78, 17),
    "levels": lambda of: levels.sheet(of, 78, 17),
    "journal": lambda of: journal.sheet(of, frozenset(), 78, 20),
}


def learn(view: View, persona: int, category: int, value: int) -> None:
    """A trait comes into the own file."""
    file = view.seat.files[persona]
    file.traits[category], file.held = value, file.held | 1 << category
    view.seat.rematch(file)
    view.public.index[persona].held[0] = file.held


def sighted(view: View, persona: int) -> None:
    """The persona was seen in every zone."""
    view.public.index[persona].sighted = 15


def staged(view: View, persona: int) -> None:
    """A team waits in zone 1."""
    entry = view.public.index[persona]
    entry.named, entry.located, entry.staged = 2, 2, 2


FACTS: dict[str, tuple[str, Callable[[Look], object]]] = {
    "influence on the map": ("map", lambda of: setattr(of.view.public.zones[1], "influence", 4)),
    "teams on the map": ("map", lambda of: setattr(of.view.public.zones[1], "teams", 5)),
    "warning on the map": ("map", lambda of: of.view.public.plots.append(Plot(1, 2, 4))),
    "protection on the map": ("map", lambda of: setattr(of.view.public.zones[1], "protected_until", 9)),
    "staged on the map": ("map", lambda of: staged(of.view, of.persona)),
    "a loan made on the map": ("map", lambda of: setattr(of.view.public.zones[1], "lent", True)),
    "a loan had on the map": ("map", lambda of: of.view.public.zones[1].borrowed.__setitem__(0, 3)),
    "a sighting on the map": ("map", lambda of: sighted(of.view, of.persona)),
    "located on the map": ("map", lambda of: setattr(of.view.public.index[of.persona], "located", 2)),
    "a home on the map": ("map", lambda of: setattr(of.view.public.index[of.persona], "possible", 2)),
    "the chair in the round": ("round", lambda of: setattr(of.view.public, "chair", 2)),
    "H-hour in the round": ("round", lambda of: setattr(of.view.public, "called", True)),
    "the phase in the round": ("round", lambda of: setattr(of.view.public, "phase", Phase.GO)),
    "an action in the round": ("round", lambda of: setattr(of.view.public.zones[0], "actions", 1)),
    "a share in the round": ("round", lambda of: setattr(of.view.public.zones[2], "shares", 0)),
    "a request in the round": ("round", lambda of: setattr(of.view.public.zones[2], "requests", 0)),
    "bulletins in the round": ("round", lambda of: setattr(of.view.public, "bulletins", 0)),
    "the deck in the round": ("round", lambda of: setattr(of.view.public, "pile", 2)),
    "funds in the round": ("round", lambda of: setattr(of.view.public, "preparation", [0, 1, 0, 0])),
    "weapons in the round": ("round", lambda of: setattr(of.view.public, "preparation", [0, 0, 1, 0])),
    "a plot in the round": ("round", lambda of: of.view.public.plots.append(Plot(1, 2, 4))),
    "a plot fired in the round": ("round", lambda of: of.view.public.fired.append(2)),
    "recruited in the round": ("round", lambda of: of.view.public.recruited.append(2)),
    "a target in the round": ("round", lambda of: staged(of.view, of.persona)),
    "asked in the round": (
        "round",
        lambda of: of.view.public.requests.append(Request(2, 0, of.persona, -1, 9)),
    ),
    "the selected state": ("map", lambda of: setattr(of, "place", 2)),
    "threat": ("tracks", lambda of: setattr(of.view.public, "threat", 5)),
    "alert": ("tracks", lambda of: setattr(of.view.public, "alert", 5)),
    "trust": ("tracks", lambda of: setattr(of.view.public, "trust", 5)),
    "preparation": ("tracks", lambda of: setattr(of.view.public, "preparation", [1, 0, 1, 0])),
    "its parts": ("tracks", lambda of: setattr(of.view.public, "preparation", [0, 0, 0, 1])),
    "main-plot date": ("tracks", lambda of: setattr(of.view.public, "main_round", 7)),
    "plot": ("tracks", lambda of: of.view.public.plots.append(Plot(1, 2, 4))),
    "influence": ("tracks", lambda of: setattr(of.view.public.zones[1], "influence", 4)),
    "recruitment": ("tracks", lambda of: of.view.public.recruited.append(1)),
    "chatter": ("tracks", lambda of: setattr(of.view.seat, "chatter", 7)),
    "last change": (
        "tracks",
        lambda of: setattr(of, "chronicle", chronicle([(2, TrackMoved(Track.THREAT, 4, Cause.PLOT))])),
    ),
    "own trait on the board": ("board", lambda of: learn(of.view, of.persona, 1, 0)),
    "unverified on the board": (
        "board",
        lambda of: set_unverified(of.view, of.persona, 2),
    ),
    "another file": ("board", lambda of: of.view.public.index[of.persona].held.__setitem__(2, 3)),
    "homes": ("board", lambda of: setattr(of.view.public.index[of.persona], "possible", 2)),
    "contradiction": ("board", lambda of: setattr(of.view.public.index[of.persona], "possible", 0)),
    "named": ("board", lambda of: setattr(of.view.public.index[of.persona], "named", 2)),
    "staged": ("board", lambda of: staged(of.view, of.persona)),
    "frozen": ("board", lambda of: setattr(of.view.public.index[of.persona], "frozen_until", 9)),
    "own value": ("file", lambda of: learn(of.view, of.persona, 1, 0)),
    "sighting": ("file", lambda of: setattr(of.view.public.index[of.persona], "sighted", 15)),
    "no hit": ("file", lambda of: answer(of.view, of.persona, 2, 0)),
    "two hits": ("file", lambda of: answer(of.view, of.persona, 2, 2)),
    "link": ("file", lambda of: setattr(of.view.seat.files[of.persona], "links", link_mask(of))),
    "exhausted": ("file", lambda of: setattr(of.view.seat.files[of.persona], "exhausted", True)),
    "differs": ("file", lambda of: set_differs(of.view, of.persona)),
    "doubt": ("file", lambda of: setattr(of.view.public.index[of.persona], "named", 2)),
    "stage in the file": ("file", lambda of: staged(of.view, of.persona)),
    "next step": ("file", lambda of: setattr(of.view.public.zones[0], "actions", 0)),
    "who could analyse best": ("file", lambda of: setattr(of.view.public.zones[1], "levels", [3] * 5)),
    "link in the graph": (
        "graph",
        lambda of: setattr(of.view.seat.files[of.persona], "links", link_mask(of)),
    ),
    "exhausted in the graph": (
        "graph",
        lambda of: setattr(of.view.seat.files[of.persona], "exhausted", True),
    ),
    "stage in the graph": ("graph", lambda of: staged(of.view, of.persona)),
    "new on the Index": ("graph", lambda of: of.view.public.index.pop(of.persona)),
    "loan in the table": ("levels", lambda of: setattr(of.view.public.zones[1], "borrowed", [3] * 5)),
    "lent in the table": ("levels", lambda of: setattr(of.view.public.zones[1], "lent", True)),
    "teams in the table": ("levels", lambda of: setattr(of.view.public.zones[1], "teams", 5)),
    "homes on the map": ("map", lambda of: setattr(of.view.public.index[of.persona], "possible", 2)),
    "actions left": ("actions", lambda of: setattr(of.view.public.zones[0], "actions", 1)),
    "no share left": ("actions", lambda of: setattr(of.view.public.zones[0], "shares", 0)),
    "odds": ("actions", lambda of: setattr(of.view.public.zones[0], "levels", [0, 0, 0, 0, 0])),
    "what was told": (
        "journal",
        lambda of: setattr(of, "chronicle", chronicle([(2, TrackMoved(Track.THREAT, 4, Cause.PLOT))])),
    ),
}


def set_unverified(view: View, persona: int, mask: int) -> None:
    """Some of the traits held come from a low lead."""
    learn(view, persona, 1, 0)
    view.seat.files[persona].unverified = mask
    view.public.index[persona].unverified[0] = mask


def set_differs(view: View, persona: int) -> None:
    """A file received says otherwise."""
    learn(view, persona, 1, 0)
    view.seat.files[persona].differs = 2


def answer(view: View, persona: int, zone: int, hits: int) -> None:
    """A register has answered on three traits."""
    view.public.index[persona].hits[zone], view.public.index[persona].tested[zone] = hits, 3


def link_mask(of: Look) -> int:
    """A link to another persona on the Index."""
    return sum(1 << persona for persona in of.view.public.index if persona != of.persona)


@pytest.mark.parametrize("fact", FACTS)
def test_a_changed_fact_is_seen(fact: str) -> None:
    """And seen without colour: the characters differ."""
    pane, change = FACTS[fact]
    seen = look()
    before = text(PANES[pane](seen))
    change(seen)
    assert text(PANES[pane](seen)) != before


def test_a_person_who_no_longer_fits_is_struck_out_with_the_reason() -> None:
    """The register in the file: a cross and the category that excludes."""
    seen = look()
    value = seen.view.seat.register[0].traits[1]
    learn(seen.view, seen.persona, 1, (value + 1) % 4)
    assert "✗ Person" in text(PANES["file"](seen))
    tones = [span.tone for row in PANES["file"](seen).rows for span in row.line]
    assert "gone" in tones


def test_borders_follow_the_mask_and_are_heavy_round_the_selected_state() -> None:
    """Four squares: light crossing lines, heavy ones round state 0."""
    seen = look()
    drawn = text(PANES["map"](seen))
    assert {"┏", "━", "┃", "─", "│", "┘"} <= set(drawn)
    assert [word in drawn for word in ("Z0 Zone 0", "Z3 Zone 3")] == [True, True]
    seen.place = 3
    assert text(PANES["map"](seen)).splitlines()[1].strip().startswith("┌")


def test_arrows_go_by_geometry() -> None:
    """Right, down and back; at the rim one stays."""
    seen = look()
    assert drawing.neighbour(seen, 1, 0) == 1
    assert drawing.neighbour(seen, 0, 1) == 2
    assert drawing.neighbour(seen, -1, 0) == 0
    seen.place = 3
    assert drawing.neighbour(seen, -1, 0) == 2
    assert drawing.neighbour(seen, 0, -1) == 1


def test_the_mouse_goes_by_cell() -> None:
    """The middle of each quarter belongs to its state."""
    seen = look()
    found = [drawing.zone_at(seen, 70, 30, x, y) for y in (5, 20) for x in (10, 60)]
    assert found == [0, 1, 2, 3]


def test_a_map_larger_than_the_pane_is_thinned_out() -> None:
    """Every state still has its name."""
    seen = look()
    drawn = drawing.sheet(seen, 28, 9)
    assert len(drawn.rows) <= 9
    assert all(f"Z{zone} Zone" in text(drawn) for zone in range(4))


def test_the_file_says_what_can_be_done_now_and_at_what_cost() -> None:
    """Each kind that is possible for the persona, with its key; not when somebody else decides."""
    seen = look()
    assert "For this persona: A Analyse - 1 action, T Trace links - 1 action" in text(
        detail.sheet(seen, 120, 20)
    )
    assert "S Share a file - free" in " ".join(text(detail.sheet(seen, 120, 20)).split())
    seen.view.public.zones[0].actions = 0
    assert "For this persona: S Share a file - free" in text(detail.sheet(seen, 120, 20))
    seen.view.public.acting = 1
    assert "For this persona" not in text(detail.sheet(seen, 120, 20))


def test_a_reason_against_a_kind_is_never_cut() -> None:
    """It goes on under its first words; the letter and the cursor stand on the first line alone."""
    for columns in (50, 78):
        found = actions.sheet(look(), columns, 20)
        shown = " ".join(text(found).split())
        assert "It takes 3 traits on Alias3; analyse or ask for more." in shown
        refused = [row.line for row in found.rows if {span.tone for span in row.line} == {"off"}]
        assert len(refused) >= 4
        assert all(cell_len(plain(of)) <= columns - 2 for of in refused)
        keys = [row.key for row in found.rows if row.key is not None]
        assert len(keys) == len(set(keys))


def test_the_cursor_starts_at_a_list_and_not_at_what_is_refused() -> None:
    """Enter alone neither spends an action nor asks for what is not possible."""
    seen = look()
    assert actions.sheet(seen, 78, 20).start == ("kind", "Analyse")
    seen.view.public.zones[0].actions = 0
    assert actions.sheet(seen, 78, 20).start == ("kind", "Share")
    seen.view.public.zones[0].shares = seen.view.public.zones[0].requests = 0
    assert actions.sheet(seen, 78, 20).start == ("kind", "EndTurn")
