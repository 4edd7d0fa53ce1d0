"""A shared table: the chair's call taken back, decisions before everybody, news that are new to a person."""

from __future__ import annotations

from pathlib import Path

import pytest

from sco_tabletop.core.commands import CallHour, DrawInject, EndTurn
from sco_tabletop.core.events import ChatterHeard, HourCalled, HourLeft, LeadAnswered, PhaseBegan, Told
from sco_tabletop.core.undo import may_recall, may_take_back
from sco_tabletop.core.words import Phase
from sco_tabletop.record.read import read
from sco_tabletop.record.save import Decided, Rewound
from sco_tabletop.record.verify import Diverged, Exact, verify
from sco_tabletop.session.begin import Table, begin
from sco_tabletop.session.players import TableError
from sco_tabletop.session.reopen import reopen
from sco_tabletop.session.session import Session
from tests.core.small import NUMBERS, scenario

from .test_curtain import THREE, decide, sit_down, to_turn


def called(session: Session) -> Session:
    """On to just after the chair's call."""
    while not any(isinstance(e, HourLeft | HourCalled) for e in session._entries[-1].events):
        decide(session)
    return session


def test_a_call_that_told_nothing_but_itself() -> None:
    """R4.2: not one after which a lead lapsed, and no other command."""
    turn = PhaseBegan(Phase.TURN, 1)
    assert may_recall(CallHour(1, call=False), (HourLeft(), turn))
    assert may_recall(CallHour(1, call=True), (HourCalled(automatic=False), turn))
    lapsed = LeadAnswered(1, accepted=False, lapsed=True)
    assert not may_recall(CallHour(1, call=False), (HourLeft(), turn, lapsed))
    assert not may_recall(DrawInject(1), (turn,))
    call = (CallHour(1, call=False), (HourLeft(), turn))
    assert may_take_back([call])
    assert not may_take_back([call, (EndTurn(1), ())])


def test_the_call_is_taken_back_before_everybody(tmp_path: Path) -> None:
    """While nobody has decided since; it is written down, no dice are new, and the save verifies."""
    session = called(sit_down(tmp_path, Table(THREE, bots="")))
    assert session.phase is Phase.TURN
    assert session.undo_reach() == "free"
    session.undo()
    assert (session.phase, session.open_for, session.undo_reach()) == (Phase.CALL, "", "")
    assert session._entries[-1] == Rewound(len(session._entries) - 2, False, ())
    session.submit(CallHour(session.acting, call=True))
    assert session.chair_view().public.called
    session.close()
    session = reopen(session.path)
    assert session.undo_reach() == "free"
    session.undo()
    assert not session.chair_view().public.called
    session.close()
    assert isinstance(verify(read(session.path)), Exact)


def test_not_behind_an_open_curtain_and_not_after_the_next_decision(tmp_path: Path) -> None:
    """The table made it together, so it is not changed by one who sits there alone; then it is too late."""
    session = called(sit_down(tmp_path, Table(THREE, bots="")))
    assert session.open_curtain(session.due)
    assert session.undo_reach() == ""
    session.close_curtain()
    assert session.undo_reach() == "free"
    session.open_curtain(session.due)
    session.submit(EndTurn(session.acting))
    session.close_curtain()
    assert session.undo_reach() == ""


def test_a_draw_stays_drawn(tmp_path: Path) -> None:
    """It reveals."""
    session = sit_down(tmp_path, Table(THREE, bots=""))
    session.submit(DrawInject(session.acting))
    assert session.undo_reach() == ""


def test_alone_the_call_is_within_the_barrier(tmp_path: Path) -> None:
    """Assessed too; the exercise does not become practice."""
    session = called(
        begin(
            Table(zones=(1,)),
            scenario(numbers=NUMBERS),
            deck_digest="0" * 64,
            seed=3,
            practice=False,
            folder=tmp_path,
        )
    )
    assert session.undo_reach() == "free"
    session.undo()
    assert (session.phase, session.practice) == (Phase.CALL, False)
    session.close()


def test_verify_finds_another_rewind_without_its_mark(tmp_path: Path) -> None:
    """A draw taken back as if nothing had been told."""
    session = sit_down(tmp_path, Table(THREE, bots=""))
    session.submit(DrawInject(session.acting))
    session._record(Rewound(1, False, ()))
    session.close()
    assert isinstance(verify(read(session.path)), Diverged)


def test_what_is_decided_before_everybody_closes_the_curtain(tmp_path: Path) -> None:
    """Also when the last turn and the chair are of one player: the conference is not skipped."""
    session = sit_down(tmp_path, Table({"Ana": (0, 2), "Bo": (1,)}, bots=""))
    same = 0
    while not session.finished:
        before, was = session.due, session.phase
        decide(session)
        if session.before_all and was is Phase.TURN:
            assert session.open_for == ""
            same += before == session.due != ""
    assert same


def test_one_left_alone_is_not_shut_out(tmp_path: Path) -> None:
    """The curtain stays open, and the call can be taken back there."""
    session = sit_down(tmp_path, Table({"Ana": (0, 2), "Bo": (1,)}, bots=""))
    session.leave("Bo", tier="")
    to_turn(session)
    session.open_curtain("Ana")
    session.submit(EndTurn(session.acting))
    called(session)
    assert session.open_for == "Ana"
    assert session.undo_reach() == "free"


def test_what_all_were_told_is_read_once_by_a_player_of_two_zones(tmp_path: Path) -> None:
    """Before the second zone in a row only what it alone was told."""
    session = sit_down(tmp_path, Table({"Ana": (0,), "Bo": (1, 2)}, bots=""))
    checked = 0
    while not session.finished and checked < 3:
        if session.phase is Phase.TURN and session.acting in (1, 2):
            session.open_curtain("Bo")
            second = isinstance(last := session._entries[-1], Decided) and last.command.zone == 1
            news = session.news(session.acting)
            if second and session.acting == 2:
                assert [e for _r, e in news if e.told is Told.PUBLIC] == []
                checked += 1
            else:
                assert any(e.told is Told.PUBLIC for _r, e in news)
            session.submit(EndTurn(session.acting))
        else:
            decide(session)
    assert checked == 3


def test_who_comes_back_is_told_what_the_zone_was_told_meanwhile(tmp_path: Path) -> None:
    """Bots took its turns; for the person it is all new."""
    session = sit_down(tmp_path, Table(THREE, bots="analyst"))
    while session.acting != 2 or session.phase is not Phase.TURN:
        decide(session)
    session.open_curtain("Cem")
    session.submit(EndTurn(2))
    session.leave("Cem", tier="analyst")
    start = session.round
    while session.round < start + 3:
        decide(session)
    session.come_back("Cem")
    while session.acting != 2 or session.phase is not Phase.TURN:
        decide(session)
    session.open_curtain("Cem")
    rounds = {number for number, event in session.news(2) if isinstance(event, ChatterHeard)}
    assert rounds >= {start, start + 1, start + 2}


def test_after_endex_nobody_leaves(tmp_path: Path) -> None:
    """There is nothing left to give away."""
    session = sit_down(tmp_path, Table(THREE, bots=""))
    while not session.finished:
        decide(session)
    with pytest.raises(TableError, match="over"):
        session.leave("Cem")
