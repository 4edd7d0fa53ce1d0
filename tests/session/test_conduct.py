"""A facilitated exercise: no inject lost, doubled or shown to the wrong zone, killed at whatever point."""

from collections import Counter
from pathlib import Path

import pytest

from sco_tabletop.conduct.acts import Continued, Ended, Held, Observed, Paused, Skipped, Started
from sco_tabletop.conduct.board import Status
from sco_tabletop.conduct.script import DrawPolicy
from sco_tabletop.core.commands import CallHour, DrawInject, Monitor
from sco_tabletop.core.events import CardDrawn, DrawPassed
from sco_tabletop.core.legal import legal
from sco_tabletop.core.rejection import Reason, Rejection
from sco_tabletop.core.words import Phase, Result
from sco_tabletop.record.read import read
from sco_tabletop.record.save import Conducted, Decided
from sco_tabletop.record.verify import Exact, verify
from sco_tabletop.session.conducted import ConductError, release
from sco_tabletop.session.curtain import CurtainClosed
from sco_tabletop.session.reopen import reopen
from sco_tabletop.session.step import Step
from tests.session.conduct_walk import ALL, PIN, Wall, again, begin, check, picture, walk

SEEDS = range(20)


@pytest.mark.long
def test_long_walks(tmp_path: Path) -> None:
    """As below, with many more seeds."""
    for seed in range(1000, 1600):
        session, _reached = walk(tmp_path, seed, 200)
        session.close()
        assert isinstance(verify(read(session.path)), Exact), seed


def test_walks(tmp_path: Path) -> None:
    """Every act, refusals, rewinds and kills by lot; the saves verify."""
    total: Counter[str] = Counter()
    for seed in SEEDS:
        session, reached = walk(tmp_path, seed, 120)
        session.close()
        assert isinstance(verify(read(session.path)), Exact), seed
        total += reached
    print(dict(sorted(total.items())))
    assert set(total) >= ALL - {"DrawPassedBy", "Released"} | {
        "Released",
        "decided",
        "bot",
        "rewound",
        "killed",
    }


@pytest.mark.parametrize("seed", [2, 3, 5, 10])
def test_killed_at_every_line(tmp_path: Path, seed: int) -> None:
    """Whatever line was the last to be written: what it opens with is what the lines say, and it goes on."""
    session, _reached = walk(tmp_path, seed, 60)
    session.close()
    lines = session.path.read_bytes().splitlines(keepends=True)
    wall = Wall()
    for count in range(2, len(lines) + 1):
        path = tmp_path / f"cut-{count}.jsonl"
        path.write_bytes(
            b"".join(lines[:count]) + lines[count][:7] if count < len(lines) else b"".join(lines)
        )
        cut = again(path, wall)
        check(cut)
        held = picture(cut)
        cut.close()
        once_more = again(path, wall)
        assert picture(once_more) == held
        if not once_more.finished:
            once_more.do(Continued() if once_more.started else Started())
            due = once_more.console().due
            if due and once_more.phase is not Phase.COMMIT:
                once_more.do(release(due[0]))
                check(once_more)
        once_more.close()
        assert isinstance(verify(read(path)), Exact)


def test_nothing_is_decided_before_startex_and_in_a_pause(tmp_path: Path) -> None:
    session = begin(tmp_path, 2)
    draw = DrawInject(session.acting)
    assert session.submit(draw) == Rejection(Reason.NOT_STARTED, "R8.11")
    with pytest.raises(RuntimeError):
        session.bot_step()
    session.do(Started())
    session.do(Paused("coffee"))
    assert session.submit(draw) == Rejection(Reason.PAUSED, "R8.11")
    session.do(Continued())
    assert isinstance(session.submit(draw), Step)


def test_exercise_time(tmp_path: Path) -> None:
    """It runs from StartEx, stands in a pause and while the program is closed, and is on every line."""
    begin(tmp_path, 2).close()
    wall = Wall()
    session = again(next(tmp_path.glob("*.jsonl")), wall)
    wall.seconds = 50
    assert session.clock == 0
    session.do(Started())
    wall.seconds += 65
    assert session.clock == 65
    session.do(Paused())
    wall.seconds += 300
    assert (session.clock, session.running) == (65, False)
    session.do(Continued())
    wall.seconds += 10
    assert session.clock == 75
    session.submit(DrawInject(session.acting))
    session.close()
    wall.seconds += 999
    session = again(session.path, wall)
    assert (session.clock, session.halted) == (75, True)
    session.close()
    entries = read(session.path).entries
    assert [e.clock for e in entries if isinstance(e, Conducted | Decided)][-4:] == [0, 65, 65, 75]


@pytest.mark.parametrize(
    ("policy", "released", "card"),
    [
        (DrawPolicy.REPLACE, False, False),
        (DrawPolicy.REPLACE, True, False),
        (DrawPolicy.MIX, True, False),
        (DrawPolicy.MIX, False, True),
    ],
)
def test_the_draw_goes_by_the_script(tmp_path: Path, policy: DrawPolicy, released: bool, card: bool) -> None:
    """R8.12: a card only where the script mixes and has nothing due in this round."""
    session = begin(tmp_path, 2, policy=policy)
    session.do(Started())
    if released:
        session.do(release(session.console().board.items["01"]))
    else:
        session.do(Skipped("01", "not today"))
    step = session.submit(DrawInject(session.acting))
    assert isinstance(step, Step)
    assert any(isinstance(event, CardDrawn) for event in step.told) is card
    assert any(isinstance(event, DrawPassed) for event in step.told) is not card


def test_discussion(tmp_path: Path) -> None:
    """No rules decide anything; injects are delivered and EndEx comes from the facilitator."""
    session = begin(tmp_path, 2, policy=DrawPolicy.OFF)
    session.do(Started())
    assert session.submit(DrawInject(session.acting)) == Rejection(Reason.DISCUSSION, "R8.11")
    session.do(release(session.console().board.items["08"]))
    session.do(Ended("time"))
    assert session.finished
    assert session.view(0).public.result is Result.UNDECIDED
    with pytest.raises(ConductError):
        session.do(Ended("again"))


def test_the_console_opens_with_its_pin_alone(tmp_path: Path) -> None:
    session = begin(tmp_path, 2, called=False, pin=PIN)
    session.close_curtain()
    assert not session.open_console("4321")
    for forbidden in (session.console, session.truth, session.rewind_points, session.facts_before):
        with pytest.raises(CurtainClosed):
            forbidden()
    with pytest.raises(CurtainClosed):
        session.do(Started())
    with pytest.raises(CurtainClosed):
        session.view(0)
    assert session.open_console(PIN)
    session.do(Started())
    view = session.view(0)
    session.close_curtain()
    assert view.seat.register == ()


def test_the_facilitator_plays_no_zone_of_the_teams(tmp_path: Path) -> None:
    """With teams at the keyboard, an open console decides nothing for a zone."""
    session = begin(tmp_path, 2, called=False)
    session.do(Started())
    session.submit(DrawInject(session.acting))
    while session.phase is not Phase.TURN or not session.due:
        if session.human_turn:
            session.submit(CallHour(session.acting, call=False))
        else:
            session.bot_step()
    with pytest.raises(CurtainClosed):
        session.submit(Monitor(session.acting))


def test_called_out_decisions_are_logged_as_entered_by_the_facilitator(tmp_path: Path) -> None:
    session = begin(tmp_path, 2)
    session.do(Started())
    session.do(Skipped("01", "no"))
    session.submit(DrawInject(session.acting))
    session.close()
    decided = [entry for entry in read(session.path).entries if isinstance(entry, Decided)]
    assert [entry.by for entry in decided] == ["facilitator"]


def test_a_rewind_takes_back_what_the_script_did_and_nothing_that_was_written_down(tmp_path: Path) -> None:
    session = begin(tmp_path, 2)
    session.do(Started())
    session.do(release(session.console().board.items["01"]))
    session.do(Observed("They asked at once.", strength=True, zone=0))
    session.do(Held("02", "later"))
    session.rewind(1)
    board = session.console().board
    assert board.items["01"].status is board.items["02"].status is Status.READY
    assert not session.view(0).seat.delivered
    assert [type(record.act) for record in board.records.values()] == [Observed]
    assert session.started
    assert not session.practice
    session.do(release(board.items["01"]))
    check(session)
    session.close()
    assert isinstance(verify(read(session.path)), Exact)


def test_what_is_due_goes_by_itself_where_that_was_chosen(tmp_path: Path) -> None:
    session = begin(tmp_path, 2, automatic=True)
    assert session.pump() == 0
    session.do(Started())
    assert [session.pump() for _ in range(3)] == [1, 1, 0]  # 03 waits for 01
    assert [item.inject.id for item in session.console().board.items.values() if item.out] == ["01", "03"]


def test_reopen_finds_the_kind_of_session(tmp_path: Path) -> None:
    session = begin(tmp_path, 2)
    session.close()
    again_ = reopen(session.path)
    assert type(again_) is type(session)
    again_.close()


def test_undo_at_the_console_takes_back_what_was_called_out_and_nothing_of_bots(tmp_path: Path) -> None:
    """The facilitator looks into every zone; that gives no way to undo for it (free undo only)."""
    session = begin(tmp_path, 2)
    session.do(Started())
    session.submit(DrawInject(session.acting))
    bots = 0
    for _ in range(200):
        if session.finished:
            break
        if session.human_turn:
            view = session.chair_view() if session.before_all else session.view(session.acting)
            session.submit(legal(view)[0])
        elif session.bot_step().by != "facilitator":
            assert session.undo_reach() == ""
            bots += 1
    assert bots > 20
