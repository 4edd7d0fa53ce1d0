"""Names, zones and tables as they are typed; every mistake is one sentence with a way out."""

from __future__ import annotations

from pathlib import Path

import pytest

from sco_tabletop.core.words import ChairRule
from sco_tabletop.session.begin import TIER_NAMES, Table, begin
from sco_tabletop.session.conference import acted_text, last_turns
from sco_tabletop.session.moves import Move, carry_out, move_text, moves, wants_pin
from sco_tabletop.session.players import MOST, TableError, parse_players
from tests.core.small import scenario

from .test_curtain import decide, sit_down

SMALL = scenario(4)


def test_players_are_read_as_the_contract_writes_them() -> None:
    """Order is kept, capitals do not matter, zones are in deck order."""
    found = parse_players("Ana:z2,Z0;  Bo Li : Z1", SMALL)
    assert found == {"Ana": (0, 2), "Bo Li": (1,)}
    assert list(found) == ["Ana", "Bo Li"]


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("Ana:Z0", "2 to 8 players"),
        ("Ana:Z0;Bo:Z9", "the zones are Z0, Z1, Z2, Z3"),
        ("Ana:Z0;Bo", "NAME:ZONE,ZONE"),
        ("Ana:Z0;Bo:", "NAME:ZONE,ZONE"),
        ("Ana:Z0;:Z1", "1 to 16 letters"),
        ("Ana:Z0;ana:Z1", "Two players are called"),
        ("Ana:Z0;Bo:Z0,Z1", "a zone has one player"),
        ("Ana:Z0;analyst:Z1", "cannot be a player's name"),
        ("Ana:Z0;Bo\x07:Z1", "1 to 16 letters"),
        ("Ana:Z0;" + "B" * 17 + ":Z1", "1 to 16 letters"),
    ],
)
def test_a_mistake_says_what_is_wrong(text: str, says: str) -> None:
    """One sentence."""
    with pytest.raises(TableError, match=says):
        parse_players(text, SMALL)


def test_eight_players_find_room_and_nine_do_not() -> None:
    """As many as an eight-zone deck has zones."""
    eight = scenario(8)
    text = ";".join(f"P{n}:Z{n}" for n in range(MOST))
    assert len(parse_players(text, eight)) == MOST
    nine = scenario(9)
    with pytest.raises(TableError, match="2 to 8"):
        parse_players(text + ";P8:Z8", nine)


@pytest.mark.parametrize(
    ("table", "says"),
    [
        (Table({"Ana": (0,), "Bo": ()}), "Bo has no zone"),
        (Table(zones=()), "Nobody plays"),
        (Table(zones=(0,), bots="", chair=ChairRule.FIXED, fixed=1), "stands by"),
    ],
)
def test_a_table_that_cannot_play_is_refused(table: Table, says: str, tmp_path: Path) -> None:
    """Before anything is written."""
    with pytest.raises(TableError, match=says):
        begin(table, SMALL, deck_digest="0", seed=1, practice=True, folder=tmp_path)
    assert not list(tmp_path.iterdir())


def test_bots_that_can_be_sat_down_with() -> None:
    """Every tier but the one that plays by lot."""
    assert "random" not in TIER_NAMES
    assert "analyst" in TIER_NAMES


def test_the_list_of_moves_is_complete_and_says_what_it_does(tmp_path: Path) -> None:
    """Each present player can leave to a bot, to nobody, to each other; each away can come back."""
    session = sit_down(tmp_path, Table({"Ana": (0,), "Bo": (1, 3)}, pins={"Bo": "1234"}, bots=""))
    listed = moves(session.roster)
    assert listed == (
        Move("Ana", tier="analyst"),
        Move("Ana"),
        Move("Ana", to="Bo"),
        Move("Bo", tier="analyst"),
        Move("Bo"),
        Move("Bo", to="Ana"),
    )
    assert [wants_pin(session.roster, move) for move in listed] == [False] * 5 + [True]
    texts = [move_text(session.scenario, session.roster, move) for move in listed]
    assert texts[3] == "Bo leaves; bots (analyst) play Zone 1, Zone 3"
    assert texts[5] == "Bo leaves; Ana takes Zone 1, Zone 3"
    carry_out(session, listed[3])
    assert moves(session.roster)[0] == Move("Bo", back=True)
    text = move_text(session.scenario, session.roster, Move("Bo", back=True))
    assert text == "Bo comes back and takes Zone 1, Zone 3 again"
    carry_out(session, Move("Bo", back=True), "1234")
    assert session.roster.present == ("Ana", "Bo")


def test_the_conference_names_who_has_not_acted(tmp_path: Path) -> None:
    """A zone that stands by did nothing, round after round; one that did something is not named silent."""
    session = sit_down(tmp_path, Table({"Ana": (0,), "Bo": (1,)}, bots="analyst"))
    silent = sit_down(tmp_path / "other", Table({"Ana": (0,), "Bo": (1,)}, bots=""))
    for one in (session, silent):
        while one.round < 3 and not one.finished:
            decide(one)
    busy = last_turns(session.journal(-1), 4)
    assert all(of.ended for of in busy)
    assert busy[2].deeds + busy[3].deeds > 0
    idle = last_turns(silent.journal(-1), 4)
    assert [idle[2].silent, idle[2].idle, idle[2].passed] == [True, 2, 2]
    assert acted_text(SMALL, idle[2], "") == "Zone 2: did nothing in its turn (2 rounds so far)."
    of = next(of for of in busy if of.deeds)
    assert acted_text(SMALL, of, "Cem").startswith(f"Zone {of.zone} (Cem): {of.deeds} deed")
