"""The map's loans and sightings, the states as cards, what is new since the last turn."""

from __future__ import annotations

import pytest
from rich.cells import cell_len

from sco_tabletop.core.events import (
    AnyEvent,
    CardDrawn,
    InfluenceMoved,
    Lent,
    Named,
    PlotWarned,
    PreparationMoved,
    RoundBegan,
    Sighted,
    TrackMoved,
    TurnEnded,
)
from sco_tabletop.core.words import COMMANDER, Cause, Track
from sco_tabletop.tui.ascii import to_ascii
from sco_tabletop.tui.changes import changes, lines_of, urgent_first
from sco_tabletop.tui.chronicle import chronicle
from sco_tabletop.tui.look import Look
from sco_tabletop.tui.text import plain
from sco_tabletop.tui.widgets import glance
from sco_tabletop.tui.widgets import map as drawing
from sco_tabletop.tui.widgets.map_facts import essentials, extras

from .test_panes import look, text


def told(*events: AnyEvent) -> Look:
    """Zone 0 after these events of round 2."""
    seen = look()
    seen.chronicle = chronicle([(2, event) for event in events])
    return seen


def said(seen: Look) -> list[str]:
    """What is new, with its glyphs."""
    return [plain(of) for of in lines_of(changes(seen), 200)]


def phrases(seen: Look, zone: int) -> str:
    """Loans and sightings of a state at length."""
    return "; ".join(texts[0] for texts, _tone in extras(seen, zone))


def test_a_loan_names_both_sides() -> None:
    """Who lends what to whom stands in both states."""
    seen = told(Lent(3, 0, 1, 3))
    public = seen.view.public
    public.zones[3].lent, public.zones[1].levels[0], public.zones[1].borrowed[0] = True, 0, 3
    name = seen.view.scenario.disciplines[0]
    assert f"⇆ lends {name} to Z1" in phrases(seen, 3)
    assert f"⇆ {name} 3 from Z3" in phrases(seen, 1)


def test_a_sighting_names_the_persona_under_the_eye_and_its_round() -> None:
    """Others are counted."""
    seen = told()
    seen.chronicle = chronicle([(4, Sighted(1, seen.persona, 0))])
    for entry in seen.view.public.index.values():
        entry.sighted |= 2
    count = len(seen.view.public.index)
    assert f"⊙ {count} seen, {seen.alias(seen.persona)} in R4" in phrases(seen, 1)
    seen.persona = -1
    assert phrases(seen, 1).startswith(f"⊙ {count} seen")


@pytest.mark.parametrize(("columns", "rows"), [(14, 20), (16, 9), (16, 30)])
def test_states_are_cards_where_the_map_has_no_room(columns: int, rows: int) -> None:
    """Each state can be read and clicked; the one under the eye is marked; in ASCII too."""
    seen = look()
    shown = [plain(row.line) for row in drawing.sheet(seen, columns, rows).rows]
    assert max(cell_len(of) for of in shown) <= columns
    for zone in range(4):
        assert any(seen.code(zone) in of for of in shown)
        y = next(n for n, of in enumerate(shown) if seen.code(zone) in of)
        assert drawing.zone_at(seen, columns, rows, 3, y) == zone
    seen.place = 2
    assert [plain(row.line) for row in drawing.sheet(seen, columns, rows).rows] != shown
    assert "??" not in to_ascii("\n".join(shown))


def test_the_map_says_the_same_in_ascii() -> None:
    """Every glyph of a crowded state has a twin of its own."""
    seen = told(Lent(1, 0, 2, 3))
    public, entry = seen.view.public, seen.view.public.index[seen.persona]
    public.zones[1].lent, public.zones[1].protected_until, public.zones[1].teams = True, 9, 2
    entry.sighted, entry.located, entry.possible = 2, 2, 2
    found = [*essentials(seen, 1), *extras(seen, 1)]
    glyphs = [texts[0][0] for texts, _tone in found if not texts[0][0].isalpha()]
    assert set("▲▣⇆◎⊙⌂") == set(glyphs)
    assert len({to_ascii(glyph) for glyph in glyphs}) == len(glyphs)


def test_what_is_new_begins_with_what_presses_and_nets_the_tracks() -> None:
    """Since the own last turn; what came before is not told again."""
    seen = told(
        TrackMoved(Track.THREAT, 3, Cause.PLOT),
        PreparationMoved((1, 0, 0, 0), Cause.PLANS),
        TurnEnded(0, 0),
        CardDrawn(look().view.scenario.cards[0].id),
        TrackMoved(Track.THREAT, 2, Cause.INFLUENCE),
        TrackMoved(Track.THREAT, -1, Cause.INFLUENCE),
        InfluenceMoved(1, 1, Cause.PROPAGANDA),
        PreparationMoved((1, 2, 0, 0), Cause.FUNDS),
        Named(2, look().persona),
        PlotWarned(1, 6, 5),
    )
    public = seen.view.public
    public.threat, public.preparation = 6, [1, 2, 0, 0]
    public.zones[1].influence = 3
    new = said(seen)
    assert new[0].startswith("‼ Plot warning")
    assert new[1:4] == [
        "▲ Threat 5 → 6",
        "▲ Influence Z1 2 → 3",
        "▲ The network prepares: funds 0 → 2",
    ]
    assert new[4].startswith("▪ Inject")
    assert new[5].startswith("◇")
    assert len(new) == 6
    assert "plans 1, funds 2" in text(glance.sheet(seen, 78, 30))


def test_the_public_view_counts_from_the_beginning_of_the_round() -> None:
    """Nobody's turn is the mark there."""
    seen = told(TurnEnded(0, 0), PlotWarned(1, 6, 5), RoundBegan(2, 0, 0, 2, 1, 2, 2), PlotWarned(2, 6, 6))
    seen.view.zone = COMMANDER
    assert [one for one in said(seen) if one.startswith("‼")] == [
        "‼ Plot warning for Zone 1, Zone 2: it fires at the end of round 6."
    ]


def test_the_message_bar_has_the_most_pressing_first() -> None:
    """A plot warning is not lost behind two lines of influence."""
    events = (
        InfluenceMoved(1, 1, Cause.PROPAGANDA),
        InfluenceMoved(2, 1, Cause.PROPAGANDA),
        PlotWarned(1, 6, 5),
    )
    assert urgent_first(events) == [events[2], *events[:2]]
