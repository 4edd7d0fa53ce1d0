"""A whole conduct on the screens, by keys alone: decisions called out, and teams at the keyboard."""

from __future__ import annotations

from pathlib import Path

from textual.pilot import Pilot

from sco_tabletop.conduct.acts import Completed, Observed, Postponed, Skipped
from sco_tabletop.conduct.board import Status
from sco_tabletop.core.words import ChairRule
from sco_tabletop.record.read import read
from sco_tabletop.record.save import Conducted, Decided, Rewound
from sco_tabletop.session.conducted import ConductedSession
from sco_tabletop.session.players import FACILITATOR
from sco_tabletop.session.reopen import reopen
from sco_tabletop.tui.screens.brief import BriefScreen
from sco_tabletop.tui.screens.called import CalledRoom
from sco_tabletop.tui.screens.console import ConsoleScreen
from sco_tabletop.tui.screens.curtain import CurtainScreen
from sco_tabletop.tui.screens.end import EndScreen
from sco_tabletop.tui.screens.pin import PinScreen
from sco_tabletop.tui.screens.plenary import PlayerRoom, PlenaryScreen
from sco_tabletop.tui.screens.room import RoomScreen

from .conducting import PLAYERS, Time, conduct, move_on, start
from .helper import SMALL, WIDE, at, dump, tell, until


def status(session: ConductedSession, number: str = "") -> Status | None:
    """Where an inject stands; without a number COMPLETE after EndEx, else None."""
    if number:
        return session.console().board.items[number].status
    return Status.COMPLETE if session.finished else None


async def to(pilot: Pilot[None], session: ConductedSession, kind: type) -> None:
    """Go on until a screen of this kind stands there."""
    for _try in range(300):
        if isinstance(pilot.app.screen, kind):
            return
        assert await move_on(pilot, session)
    raise AssertionError(f"no {kind.__name__}")


async def to_end(pilot: Pilot[None], session: ConductedSession, seen: set[str]) -> None:
    """Go on to EndEx."""
    for _try in range(600):
        seen.add(type(pilot.app.screen).__name__)
        if not await move_on(pilot, session):
            return
    raise AssertionError("no end")


def test_called_out_from_start_to_end_by_keys(tmp_path: Path) -> None:
    """Every decision, the chair's too, is entered from the console with the PIN typed once; all are logged as
    entered by the facilitator."""
    session, seen = conduct(tmp_path, pin="1234"), set[str]()

    async def story(pilot: Pilot[None]) -> None:
        assert at(pilot, PlenaryScreen)
        assert "not started" in dump(pilot)
        await pilot.press("e")
        assert not session.started
        assert "StartEx is there" in dump(pilot)
        await pilot.press("f9")
        assert at(pilot, PinScreen)
        await pilot.press("9", "9", "9", "9", "enter")
        assert "not the PIN" in dump(pilot)
        await pilot.press("1", "2", "3", "4", "enter", "s", "enter", "y")
        assert session.running
        await to_end(pilot, session, seen)
        assert at(pilot, EndScreen)
        await pilot.press("f9", "1", "2", "3", "4", "enter")
        assert at(pilot, ConsoleScreen)
        assert "EndEx" in dump(pilot).splitlines()[0]

    tell(tmp_path, story, session, SMALL)
    assert {"ConsoleScreen", "CalledRoom", "BriefScreen", "EndScreen"} <= seen
    assert "PinScreen" not in seen
    decided = [entry for entry in read(session.path).entries if isinstance(entry, Decided)]
    assert {entry.by for entry in decided} == {FACILITATOR, "rookie"}


def test_teams_at_the_keyboard_to_the_end(tmp_path: Path) -> None:
    """As the hot-seat is: curtain, brief, room; the console is not needed on the way."""
    session, seen = conduct(tmp_path, players=PLAYERS, bots="rookie"), set[str]()

    async def story(pilot: Pilot[None]) -> None:
        await start(pilot)
        await pilot.press("f9")
        assert not session.at_console
        await to_end(pilot, session, seen)

    tell(tmp_path, story, session, SMALL)
    assert {"PlenaryScreen", "CurtainScreen", "BriefScreen", "PlayerRoom"} <= seen
    assert "ConsoleScreen" not in seen


def test_acts_on_injects_by_keys(tmp_path: Path) -> None:
    """Release, hold, free, skip with a reason, postpone, complete with a branch, ad hoc, contingency."""
    session = conduct(tmp_path)
    clock = Time(session)

    async def story(pilot: Pilot[None]) -> None:
        await start(pilot)
        console = pilot.app.screen
        assert isinstance(console, ConsoleScreen)
        assert "‼ DUE" in dump(pilot)
        assert console.number == "01"
        await pilot.press("enter")
        board = session.console().board
        assert board.items["01"].status is Status.RELEASED
        assert console.number == "01"
        await pilot.press("home")
        assert console.number == "02"
        await pilot.press("h")
        assert status(session, "02") is Status.HELD
        await pilot.press("2", "home")
        assert console.number == "02"
        await pilot.press("r", "n")
        assert status(session, "02") is Status.HELD
        await pilot.press("f", "1", "home", "r")
        assert board.items["02"].to == (1,)
        await pilot.press("c", *"read", "enter", "right", "f5")
        assert status(session, "02") is Status.COMPLETE
        assert (board.items["02"].narrative, board.items["02"].branch) == ("read", "yes")
        assert [item.inject.id for item in session.console().due] == ["04"]
        await pilot.press("2", "home", "k", "f5")
        assert "Say why" in dump(pilot)
        await pilot.press(*"late", "f5")
        skipped = [number for number, item in board.items.items() if item.status is Status.SKIPPED]
        assert len(skipped) == 1
        await pilot.press("p", "down", "backspace", "9", "f5")
        assert [item.shift_minutes for item in board.items.values() if item.shift_minutes] == [9]
        await pilot.press("a", *"Call", "enter", *"Where", "enter", "down", "enter", "f5")
        assert board.items["A1"].everybody
        await pilot.press("x", "enter", "y")
        assert board.items["H1"].out
        clock.go(1)
        assert session.clock == 60

    tell(tmp_path, story, session, SMALL)
    acts = [entry.act for entry in read(session.path).entries if isinstance(entry, Conducted)]
    assert {Completed, Skipped, Postponed} <= {type(act) for act in acts}


def test_called_out_room_opens_and_goes_back(tmp_path: Path) -> None:
    """Esc leaves the room within the turn; the end of the turn leads back; the brief has the inject."""
    session = conduct(tmp_path)

    async def story(pilot: Pilot[None]) -> None:
        await start(pilot)
        await pilot.press("r", "home", "r")
        await to(pilot, session, BriefScreen)
        zone = session.acting
        shown = dump(pilot)
        assert "message-01" in shown
        assert ("message-02" in shown) == (zone == 1)
        await pilot.press("enter")
        assert at(pilot, CalledRoom)
        assert "0:00:00 of 1:00  ▸ running" in dump(pilot).splitlines()[0]
        await pilot.press("f7")
        assert "sender-01, by word of mouth" in dump(pilot)
        await pilot.press("enter", "escape")
        assert at(pilot, ConsoleScreen)
        assert session.acting == zone
        await pilot.press("e", "enter", "w", "f6", *"brave", "f5")
        assert at(pilot, CalledRoom)
        record = session.console().board.of(Observed)[0].act
        assert isinstance(record, Observed)
        assert (record.text, record.zone) == ("brave", zone)
        await pilot.press("e", "y")
        await until(pilot, lambda: at(pilot, ConsoleScreen))
        assert session.acting != zone
        await pilot.press("e", "enter", "f9")
        assert at(pilot, PlenaryScreen)
        assert not session.at_console

    tell(tmp_path, story, session, SMALL)


def test_pause_stops_everybody_and_resume_says_how_to_go_on(tmp_path: Path) -> None:
    """Also after the save was closed and opened again; bots do not move."""
    session = conduct(tmp_path, zones=(0,))

    async def story(pilot: Pilot[None]) -> None:
        await start(pilot)
        await pilot.press("t", *"tea", "f5")
        assert not session.running
        await pilot.press("f9")
        before = session.acting, session.phase
        await pilot.press("e")
        assert "Paused at" in dump(pilot)
        await pilot.pause(0.05)
        assert (session.acting, session.phase) == before

    tell(tmp_path, story, session, SMALL)
    session.close()
    again = reopen(session.path)
    assert isinstance(again, ConductedSession)

    async def second(pilot: Pilot[None]) -> None:
        assert at(pilot, PlenaryScreen)
        assert "The facilitator goes on" in dump(pilot)
        await pilot.press("f9", "t")
        assert again.running

    tell(tmp_path, second, again, WIDE)


def test_a_player_who_is_due_loses_the_room_when_the_console_opens(tmp_path: Path) -> None:
    """F9 from a room: the curtain closes first, and the room is gone when the public view comes back."""
    session = conduct(tmp_path, players=PLAYERS, bots="rookie")

    async def story(pilot: Pilot[None]) -> None:
        await start(pilot)
        await pilot.press("f9")
        await to(pilot, session, PlayerRoom)
        room = pilot.app.screen
        assert isinstance(room, RoomScreen)
        await pilot.press("f9")
        assert at(pilot, ConsoleScreen)
        assert room.look.view.seat.register == ()
        await pilot.press("e")
        assert at(pilot, CurtainScreen)
        assert session.open_for == ""
        await move_on(pilot, session)
        assert at(pilot, BriefScreen)
        await pilot.press("enter", "f9", "f9", "e")
        assert at(pilot, CurtainScreen)

    tell(tmp_path, story, session, SMALL)


def test_rewind_by_keys(tmp_path: Path) -> None:
    """Points in words, No by default, the consequence named; records stay."""
    session = conduct(tmp_path)

    async def story(pilot: Pilot[None]) -> None:
        await start(pilot)
        await pilot.press("r", "f6", *"seen", "f5", "home", "r", "w")
        shown = dump(pilot)
        assert "Inject 01 released to everybody." in shown
        await pilot.press("enter")
        assert "beyond what players may undo" in " ".join(dump(pilot).split())
        await pilot.press("enter")
        assert session.console().board.items["02"].out
        await pilot.press("enter", "y")
        assert at(pilot, ConsoleScreen)
        board = session.console().board
        assert board.items["01"].out
        assert not board.items["02"].out
        assert len(board.of(Observed)) == 1

    tell(tmp_path, story, session, SMALL)
    assert any(isinstance(entry, Rewound) and entry.beyond for entry in read(session.path).entries)


def test_pre_flight_and_drafts_come_from_the_check_and_the_log(tmp_path: Path) -> None:
    """What cannot be won and whom nobody plays is said before StartEx; a draft names its support, and to
    decide otherwise asks for a reason."""
    session = conduct(tmp_path, zones=(0,))

    async def story(pilot: Pilot[None]) -> None:
        await pilot.press("f9", "s")
        shown = dump(pilot)
        await pilot.press("pagedown", "pagedown")
        shown += dump(pilot)
        assert "What will fire" in shown
        assert "01 title-01" in shown
        await pilot.press("home", "enter", "y")
        await pilot.press("home", "r", "f6", *"good", "enter", "right", "f5", "m")
        assert "Strength: good" in dump(pilot)
        await pilot.press("enter", "right", "right", "f5")
        assert "say why" in dump(pilot)
        assert not session.console().board.ratings
        await pilot.press(*"rain", "f5")  # the empty line has the cursor
        assert session.console().board.ratings["exchange.1"].reason == "rain"

    tell(tmp_path, story, session, WIDE)


def test_endex_asks_with_no_as_the_default(tmp_path: Path) -> None:
    """And the evaluation is reached afterwards; the facilitator as commander is no hindrance."""
    session = conduct(tmp_path, chair=ChairRule.COMMANDER)

    async def story(pilot: Pilot[None]) -> None:
        await start(pilot)
        await pilot.press("d", "enter")
        assert status(session) is None
        await pilot.press("d", "y")
        assert status(session) is Status.COMPLETE
        await pilot.press("m", "enter", "right", "f5")
        assert session.console().board.ratings["exchange.1"].rating.value == "S"
        await pilot.press("escape", "u", "enter", *"all", "f5")
        assert "· all" in dump(pilot)
        await pilot.press("escape", "j", "enter", *"slow", "enter", *"train", "f5")
        assert "train (planning)" in dump(pilot)
        await pilot.press("x", "y")
        await pilot.press("escape", "l", "enter", *"Eva", "enter", *"evaluator", "f5")
        assert session.console().board.participants[0].role == "evaluator"
        await pilot.press("f9")
        assert at(pilot, EndScreen)

    tell(tmp_path, story, session, SMALL)
