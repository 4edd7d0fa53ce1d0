"""The curtain is a state of the session: who may look, when it closes, what is left of a view behind it."""

from __future__ import annotations

from pathlib import Path

import pytest

from sco_tabletop.core.commands import Commit, EndTurn
from sco_tabletop.core.events import AnyEvent, ChatterHeard, Told
from sco_tabletop.core.legal import legal
from sco_tabletop.core.state import observe
from sco_tabletop.core.view import View
from sco_tabletop.core.words import COMMANDER, ChairRule, Phase
from sco_tabletop.record.fold import fold
from sco_tabletop.record.read import read
from sco_tabletop.record.save import Decided, SeatsChanged
from sco_tabletop.record.verify import Exact, verify
from sco_tabletop.session import pins
from sco_tabletop.session.begin import Table, begin
from sco_tabletop.session.curtain import CurtainClosed
from sco_tabletop.session.log import told_by_round
from sco_tabletop.session.players import TableError
from sco_tabletop.session.reopen import reopen
from sco_tabletop.session.session import Session
from sco_tabletop.session.step import Step
from tests.core.small import NUMBERS, scenario

TWO = {"Ana": (0, 2), "Bo": (1,)}
THREE = {"Ana": (0,), "Bo": (1, 3), "Cem": (2,)}


def sit_down(folder: Path, table: Table | None = None, seed: int = 3) -> Session:
    """A new exercise on the small scenario."""
    return begin(
        table or Table(TWO, bots=""),
        scenario(numbers=NUMBERS),
        deck_digest="0" * 64,
        seed=seed,
        practice=True,
        folder=folder,
    )


def to_turn(session: Session, phase: Phase = Phase.TURN) -> None:
    """Through the decisions of the chair and of others to the next private decision of a person."""
    while not (session.due and session.phase is phase and not session.before_all):
        decide(session)


def decide(session: Session) -> None:
    """The first thing that is possible, by whoever is due."""
    if not session.human_turn:
        session.bot_step()
        return
    if not session.before_all and session.open_for != session.due:
        assert session.open_curtain(session.due)
    own = session.acting in session.mine or session.acting == COMMANDER
    view = session.view(session.acting) if own else session.chair_view()
    assert isinstance(session.submit(legal(view)[0]), Step)


def test_closed_at_the_start_and_after_a_resume(tmp_path: Path) -> None:
    """Nobody's view exists before the player who is due has opened; a resume never goes past the curtain."""
    session = sit_down(tmp_path)
    to_turn(session)
    due = session.due
    assert session.open_curtain(due)
    session.close()
    session = reopen(session.path)
    assert (session.open_for, session.mine, session.due) == ("", (), due)
    for zone in range(4):
        with pytest.raises(CurtainClosed):
            session.view(zone)
        with pytest.raises(CurtainClosed):
            session.journal(zone)
    assert not session.view(COMMANDER).seat.register
    assert all(event.told is Told.PUBLIC for _, event in session.journal(COMMANDER))


def test_only_the_player_who_is_due_opens(tmp_path: Path) -> None:
    """Not the other one, and only the own zones can then be looked into."""
    session = sit_down(tmp_path)
    to_turn(session)
    other = "Bo" if session.due == "Ana" else "Ana"
    assert not session.open_curtain(other)
    assert session.open_for == ""
    assert session.open_curtain(session.due)
    assert session.mine == TWO[session.due]
    for zone in range(4):
        if zone in session.mine:
            assert session.view(zone).seat.register
        else:
            with pytest.raises(CurtainClosed):
                session.view(zone)


def test_it_closes_with_the_turn_and_blanks_what_was_handed_out(tmp_path: Path) -> None:
    """Whoever still holds a view holds the public board from then on."""
    session = sit_down(tmp_path)
    to_turn(session)
    session.open_curtain(session.due)
    kept: list[View] = [session.view(zone) for zone in session.mine]
    while session.open_for:
        session.submit(EndTurn(session.acting))
    assert {view.zone for view in kept} == {COMMANDER}
    assert not any(view.seat.register or view.seat.files for view in kept)
    assert session.mine == ()


def test_a_private_decision_needs_the_player(tmp_path: Path) -> None:
    """What the chair decides before everybody does not; a turn does."""
    session = sit_down(tmp_path)
    assert session.before_all
    assert isinstance(session.submit(legal(session.chair_view())[0]), Step)
    while session.phase is not Phase.TURN:
        decide(session)
    session.close_curtain()
    with pytest.raises(CurtainClosed):
        session.submit(EndTurn(session.acting))


def test_the_chair_view_holds_nothing_private(tmp_path: Path) -> None:
    """The public board and an empty seat, for whatever zone has the chair."""
    session = sit_down(tmp_path)
    view = session.chair_view()
    assert view.zone == session.acting >= 0
    assert not view.seat.register
    assert not view.seat.files
    assert view.seat.chatter == 0


def test_a_pin_is_asked_for_and_kept_as_a_slow_salted_hash(tmp_path: Path) -> None:
    """Neither the PIN nor anything of it is in the file; the same PIN twice looks different."""
    session = sit_down(tmp_path, Table(TWO, pins={"Ana": "24681357", "Bo": "24681357"}, bots=""))
    to_turn(session)
    assert session.needs_pin(session.due)
    assert not session.open_curtain(session.due)
    assert not session.open_curtain(session.due, "24681358")
    assert session.open_curtain(session.due, "24681357")
    assert "24681357" not in session.path.read_text(encoding="utf-8")
    one, two = (player.pin for player in read(session.path).header.players)
    assert one != two
    assert one.startswith("scrypt$")
    assert "24681357" not in repr(read(session.path).header)


@pytest.mark.parametrize("pin", ["123", "123456789", "12a4", "١٢٣٤", " 1234"])
def test_a_malformed_pin_is_refused(pin: str) -> None:
    """Four to eight plain digits."""
    assert not pins.well_formed(pin)
    with pytest.raises(ValueError, match="four to eight"):
        pins.kept(pin)


@pytest.mark.parametrize("written", ["scrypt$zz$00", "plain$00$00", "x", "scrypt$00"])
def test_a_damaged_note_of_a_pin_fits_nothing(written: str) -> None:
    """It does not open, and does not fail."""
    assert not pins.fits("1234", written)


def test_undo_is_only_for_the_own_last_decision(tmp_path: Path) -> None:
    """Even in practice nobody takes back what another has seen since."""
    session = sit_down(tmp_path)
    to_turn(session)
    session.open_curtain(session.due)
    stand_by = next(c for c in legal(session.view(session.acting)) if type(c).__name__ == "StandBy")
    session.submit(stand_by)
    assert session.undo_reach() == "free"
    session.undo()
    assert session.undo_reach() == ""
    while session.open_for:
        session.submit(EndTurn(session.acting))
    assert session.undo_reach() == ""
    to_turn(session)
    session.open_curtain(session.due)
    assert session.undo_reach() == ""


def test_commit_or_hold_goes_round_behind_the_curtain(tmp_path: Path) -> None:
    """R4.6: nobody is told another's choice before the strike; it stands sealed in the file."""
    reached = 0
    for seed in range(60):
        session = sit_down(tmp_path / str(seed), Table(THREE, bots="analyst"), seed)
        people = set(session.humans)
        while not session.finished and session.phase is not Phase.COMMIT:
            command = session._advice("analyst", observe(session._state, session.acting)).command
            session._decide(command, "analyst")
        while session.phase is Phase.COMMIT and not session.finished:
            zone = session.acting
            if zone not in people:
                session.bot_step()
                continue
            reached += 1
            assert session.open_for != session.due
            assert session.open_curtain(session.due)
            step = session.submit(Commit(zone, ()))
            assert isinstance(step, Step)
            told = [e for e in session._entries[-1].events if e.told is Told.ZONE]
            assert told
            assert all(getattr(e, "zone", -1) == zone for e in told)
            line = session.path.read_bytes().splitlines()[-1]
            assert b'"personas"' not in line
        session.close()
        if reached >= 3:
            return
    raise AssertionError("no strike in sixty exercises")


def test_a_player_leaves_for_a_bot_and_comes_back(tmp_path: Path) -> None:
    """Both stand in the log; the seats are restored by a resume; the save verifies."""
    session = sit_down(tmp_path, Table(THREE, bots=""))
    to_turn(session)
    session.open_curtain(session.due)
    session.leave("Bo", tier="analyst")
    assert session.open_for == ""
    assert (session.roster.present, session.humans) == (("Ana", "Cem"), (0, 2))
    assert session._state.seating.chair_zones == (0, 2)
    for _ in range(40):
        decide(session)
    assert {e.by for e in read(session.path).entries if isinstance(e, Decided) and e.command.zone == 3} >= {
        "analyst"
    }
    session.close()
    session = reopen(session.path)
    assert session.roster.present == ("Ana", "Cem")
    session.come_back("Bo")
    assert session.roster.zones_of("Bo") == (1, 3)
    changes = [entry.away for entry in read(session.path).entries if isinstance(entry, SeatsChanged)]
    assert changes == [True, False]
    while not session.finished:
        decide(session)
    assert fold(read(session.path)).public.result is session._state.public.result
    assert isinstance(verify(read(session.path)), Exact)


def test_zones_go_to_another_player_with_the_pin_of_the_one_who_leaves(tmp_path: Path) -> None:
    """The other will see the files: that needs the PIN; a bot does not."""
    session = sit_down(tmp_path, Table(THREE, pins={"Bo": "1234"}, bots=""))
    with pytest.raises(TableError, match="not the PIN of Bo"):
        session.leave("Bo", "Ana")
    session.leave("Bo", "Ana", pin="1234")
    assert session.roster.zones_of("Ana") == (0, 1, 3)
    with pytest.raises(TableError, match="not the PIN of Bo"):
        session.come_back("Bo", pin="9999")
    session.come_back("Bo", pin="1234")
    assert session.roster.zones_of("Ana") == (0,)
    session.leave("Bo")
    assert session.roster.present == ("Ana", "Cem")


def test_leaving_and_coming_back_in_the_wrong_order_is_said(tmp_path: Path) -> None:
    """Somebody who is not there cannot leave, take zones, or come back."""
    session = sit_down(tmp_path, Table(THREE, bots=""))
    with pytest.raises(TableError, match="has not left"):
        session.come_back("Ana")
    session.leave("Ana")
    for name, to in (("Ana", ""), ("Bo", "Ana"), ("Bo", "Bo"), ("Zed", "")):
        with pytest.raises(TableError, match="not at the table"):
            session.leave(name, to)


def test_the_last_player_keeps_the_curtain_open(tmp_path: Path) -> None:
    """Alone at the table nobody has to look away."""
    session = sit_down(tmp_path, Table(TWO, bots="analyst"))
    session.leave("Bo")
    to_turn(session)
    session.open_curtain("Ana")
    while session.round < 3 and not session.finished:
        decide(session)
        assert session.open_for == "Ana"


def test_seats_that_changed_are_never_undone(tmp_path: Path) -> None:
    """The decision before it cannot be taken back any more."""
    session = sit_down(tmp_path)
    to_turn(session)
    session.open_curtain(session.due)
    stand_by = next(c for c in legal(session.view(session.acting)) if type(c).__name__ == "StandBy")
    session.submit(stand_by)
    leaving = "Bo" if session.due == "Ana" else "Ana"
    session.leave(leaving)
    session.open_curtain(session.due)
    assert session.undo_reach() == ""


def test_a_facilitator_commands_without_a_zone(tmp_path: Path) -> None:
    """R2.9: the chair's decisions come from the keyboard, all turns from bots."""
    session = sit_down(tmp_path, Table(zones=(), bots="analyst", chair=ChairRule.COMMANDER))
    kinds = set()
    while not session.finished:
        if session.human_turn:
            assert session.acting == COMMANDER
            kinds.add(session.phase)
        decide(session)
    assert {Phase.INJECT, Phase.CALL} <= kinds
    by = {entry.by for entry in read(session.path).entries if isinstance(entry, Decided)}
    assert by == {"facilitator", "analyst"}
    assert isinstance(verify(read(session.path)), Exact)


def test_a_fixed_chair_stays_when_its_player_leaves(tmp_path: Path) -> None:
    """The seat keeps the chair, whoever sits there."""
    session = sit_down(tmp_path, Table(THREE, chair=ChairRule.FIXED, fixed=2, bots="analyst"))
    session.leave("Cem", tier="analyst")
    chairs = set()
    while not session.finished:
        chairs.add(session.chair_view().public.chair)
        decide(session)
    assert chairs == {2}


def test_a_zone_that_stands_by_only_passes(tmp_path: Path) -> None:
    """It ends its turns and never does anything else; the log says nobody."""
    session = sit_down(tmp_path, Table(TWO, bots=""))
    while not session.finished:
        decide(session)
    done = [e for e in read(session.path).entries if isinstance(e, Decided) and e.command.zone == 3]
    assert {entry.by for entry in done} == {"nobody"}
    assert {type(entry.command) for entry in done} == {EndTurn}


def test_news_are_what_came_since_the_last_turn(tmp_path: Path) -> None:
    """From the end of one's turn to the beginning of the next: each told once, in order."""
    session = sit_down(tmp_path)
    heard: dict[int, list[tuple[int, AnyEvent]]] = {0: [], 1: [], 2: []}
    while not session.finished:
        if session.due and session.phase is Phase.TURN:
            session.open_curtain(session.due)
            zone = session.acting
            heard[zone] += session.news(zone)
            session.submit(EndTurn(zone))
        else:
            decide(session)
    for zone, told in heard.items():
        whole = list(told_by_round(session._entries, zone))
        place = 0
        for item in told:
            place = whole.index(item, place) + 1
        chatter = [item for item in whole if isinstance(item[1], ChatterHeard)]
        assert len(chatter) > 3
        assert [item for item in told if isinstance(item[1], ChatterHeard)] == chatter[
            : len(heard_rounds(told))
        ]


def heard_rounds(told: list[tuple[int, AnyEvent]]) -> set[int]:
    """Rounds in which chatter was heard."""
    return {number for number, event in told if isinstance(event, ChatterHeard)}
