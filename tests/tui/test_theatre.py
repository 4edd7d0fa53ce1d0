"""The map's loans and sightings, the states as cards, what is new since the last turn, the inject cards."""

from __future__ import annotations

from pathlib import Path

import attrs
import pytest
from rich.cells import cell_len
from textual.pilot import Pilot

from sco_tabletop.core.events import (
    AnyEvent,
    CardDrawn,
    InfluenceMoved,
    Lent,
    Named,
    OptionChosen,
    PlotWarned,
    PreparationMoved,
    RoundBegan,
    Sighted,
    TeamStruck,
    TrackMoved,
    TurnEnded,
)
from sco_tabletop.core.scenario import Card, Effect, EffectKind, Option, Who
from sco_tabletop.core.words import COMMANDER, Cause, Kind, Struck, Track
from sco_tabletop.plain.cards import so_far
from sco_tabletop.session.changes import changes, urgent_first
from sco_tabletop.session.chronicle import chronicle
from sco_tabletop.tui.ascii import to_ascii
from sco_tabletop.tui.look import Look
from sco_tabletop.tui.screens.hour import HourScreen
from sco_tabletop.tui.screens.inbox import InboxScreen
from sco_tabletop.tui.screens.room import RoomScreen
from sco_tabletop.tui.text import plain
from sco_tabletop.tui.widgets import cards, glance, strip, tracks
from sco_tabletop.tui.widgets import map as drawing
from sco_tabletop.tui.widgets.journal import news_lines
from sco_tabletop.tui.widgets.map_facts import essentials, extras
from sco_tabletop.wording.outcomes import option_text

from .helper import at, dump, new_session, room_of, tell, to_turn, until
from .test_panes import look, text


def told(*events: AnyEvent) -> Look:
    """Zone 0 after these events of round 2."""
    seen = look()
    seen.chronicle = chronicle([(2, event) for event in events])
    return seen


def said(seen: Look) -> list[str]:
    """What is new, with its glyphs."""
    return [plain(of) for of in news_lines(changes(seen.view, seen.chronicle), 200)]


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


def dilemma() -> Card:
    """A card with two options."""
    deny = Option("Deny", "Loudly.", (Effect(EffectKind.TRACK, 2, Track.ALERT), LOWER))
    return Card(
        id="d1",
        kind=Kind.DILEMMA,
        title="A notice",
        text="Text of it",
        sender="Desk",
        method="chat",
        grade="B2",
        teaches="",
        question="",
        effects=(),
        options=(deny, Option("Wait", "", ())),
    )


LOWER = Effect(EffectKind.INFLUENCE, -1, None, Who.HIGHEST)


def test_a_dilemma_names_its_consequences_in_numbers_where_no_lot_decides() -> None:
    """From what to what; the zone by name when it is the only one; a tie stays a tie."""
    view = look().view
    view.public.alert, view.public.zones[2].influence = 3, 4
    assert option_text(view, dilemma().options[0]) == "Deny: Alert +2 (3 → 5); influence -1 in Zone 2 (4 → 3)"
    view.public.zones[1].influence = 4
    assert "influence -1 in the zone of highest influence" in option_text(view, dilemma().options[0])
    assert "(4" not in option_text(view, dilemma().options[0])
    assert option_text(view, dilemma().options[1]) == "Wait: no effect"
    view.public.alert = view.scenario.numbers.alert_max
    assert "Alert +2: no effect, it is at its maximum" in option_text(view, dilemma().options[0])


def test_an_effect_that_can_fall_on_nobody_says_so() -> None:
    """Whoever chooses knows that nobody is located outside a team's reach, that nothing is on loan."""
    view = look().view
    slip = Option("Rest", "", (Effect(EffectKind.CONTACT_LOST, 0),))
    recall = Option("Recall", "", (Effect(EffectKind.LOAN_SUSPENDED, 0),))
    for entry in view.public.index.values():
        entry.located = 0
    assert option_text(view, slip) == "Rest: a located person may slip away: no effect now"
    assert option_text(view, recall).endswith("no effect now")
    persona = next(iter(view.public.index))
    view.public.index[persona].located = 1
    view.public.zones[1].borrowed[0] = view.public.zones[1].levels[0] + 1
    assert "no effect" not in option_text(view, slip) + option_text(view, recall)


def test_the_network_is_at_least_as_large_as_the_index() -> None:
    """All on the Index are of it, so fewer captures than that can never be asked for."""
    seen = look()
    low, high = tracks.network_range(seen)
    numbers = attrs.evolve(seen.view.scenario.numbers, operatives_low=1)
    seen.view.scenario = attrs.evolve(seen.view.scenario, numbers=numbers)
    assert tracks.network_range(seen) == (len(seen.view.public.index), high)
    assert low >= len(seen.view.public.index) > 1


def test_the_card_file_has_every_card_and_what_was_decided() -> None:
    """The last one first, each in its frame, with sender, method, grade and round."""
    seen = look()
    seen.view.scenario = attrs.evolve(seen.view.scenario, cards=(dilemma(), *seen.view.scenario.cards))
    other = seen.view.scenario.cards[1]
    begun = [RoundBegan(number, 0, 0, 2, 1, 2, 2) for number in (1, 2)]
    late: list[tuple[int, AnyEvent]] = [(2, CardDrawn("d1")), (2, OptionChosen("d1", 0))]
    told = chronicle([(1, begun[0]), (1, CardDrawn(other.id)), (2, begun[1]), *late])
    found = [[plain(of) for of in lines] for lines in cards.filed(seen.view, told, 78)]
    assert [any(other.title in of for of in lines) for lines in found] == [False, True]
    first = "\n".join(found[0])
    for part in ("DILEMMA  round 2", "From Desk, by chat", "reliable source; probably", "Decided: Deny"):
        assert part in first
    assert {cell_len(of) for lines in found for of in lines} == {78}
    said = "\n".join(so_far(seen.view, late))
    assert "Round 2:" in said
    assert "The chair decides: Deny." in said
    assert "left in the deck" in said


def test_cards_are_read_again_by_key(tmp_path: Path) -> None:
    """F7 in the room of one player."""

    async def story(pilot: Pilot[None]) -> None:
        await to_turn(pilot)
        await pilot.press("f7")
        assert at(pilot, InboxScreen)
        room = room_of(pilot)
        assert "round 1 of 3" in dump(pilot)
        assert f"{room.look.view.public.pile} cards left" in dump(pilot)
        await pilot.press("enter")
        assert at(pilot, RoomScreen)

    tell(tmp_path, story, new_session(tmp_path))


def test_a_track_that_moved_stands_out_once(tmp_path: Path) -> None:
    """For a moment, in the strip; not at all where nothing may move by itself."""

    async def story(pilot: Pilot[None]) -> None:
        await to_turn(pilot)
        room, public = room_of(pilot), room_of(pilot).look.view.public
        await until(pilot, lambda: not room.look.fresh)
        public.alert += 1
        room.see(0)
        assert room.look.fresh == {"alert"}
        shown = [span.text for span in strip.strip(room.look, 78) if span.tone == "flash"]
        assert shown == [f"Alert {public.alert}/10"]
        await until(pilot, lambda: not room.look.fresh)
        pilot.app.animation_level = "none"
        public.threat += 1
        room.see(0)
        assert not room.look.fresh

    tell(tmp_path, story, new_session(tmp_path))


def test_without_motion_the_strikes_stand_there_at_once(tmp_path: Path) -> None:
    """One switch for everything that moves."""
    told = (TeamStruck(0, 1, 0, Struck.CAPTURED, 1), TeamStruck(1, 2, 0, Struck.ESCAPED, 2))

    async def story(pilot: Pilot[None]) -> None:
        pilot.app.animation_level = "none"
        pilot.app.push_screen(HourScreen(room_of(pilot).session.view(0), told))
        await until(pilot, lambda: at(pilot, HourScreen))
        await pilot.pause()
        assert "Go on" in dump(pilot)
        assert "✗ Zone 1 strikes" in dump(pilot)

    tell(tmp_path, story, new_session(tmp_path))
