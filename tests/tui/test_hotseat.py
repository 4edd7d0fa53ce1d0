"""Hot-seat on the screens: curtain, messages first, conference, public view, leaving, and a resume."""

from __future__ import annotations

from pathlib import Path

from textual.pilot import Pilot

from sco_tabletop.core.words import ChairRule, Phase
from sco_tabletop.session.begin import Table, begin
from sco_tabletop.session.session import Session
from sco_tabletop.tui.app import TabletopApp
from sco_tabletop.tui.clock import Clock, with_clock
from sco_tabletop.tui.screens.brief import BriefScreen
from sco_tabletop.tui.screens.card import CardScreen
from sco_tabletop.tui.screens.conference import ConferenceScreen
from sco_tabletop.tui.screens.confirm import ConfirmScreen
from sco_tabletop.tui.screens.curtain import CurtainScreen
from sco_tabletop.tui.screens.end import EndScreen
from sco_tabletop.tui.screens.hour import HourScreen
from sco_tabletop.tui.screens.people import PeopleScreen
from sco_tabletop.tui.screens.room import RoomScreen
from sco_tabletop.tui.text import line, plain, width
from sco_tabletop.wording.events import event_text
from tests.core.small import scenario

from .helper import HUGE, SHORT, SMALL, at, dump, new_session, tell, to_turn, until

PLAYERS = {"Ana": (0,), "Bo": (1, 2), "Cem": (3,)}


def sit_down(folder: Path, table: Table | None = None, seed: int = 3) -> Session:
    """Three people on the small scenario, three rounds."""
    return begin(
        table or Table(PLAYERS),
        scenario(numbers=SHORT),
        deck_digest="0" * 64,
        seed=seed,
        practice=False,
        folder=folder,
    )


def test_alone_f3_shows_what_everybody_may_know(tmp_path: Path) -> None:
    """And again the own view; there is no table to leave."""
    session = new_session(tmp_path)

    async def story(pilot: Pilot[None]) -> None:
        await to_turn(pilot)
        own = dump(pilot)
        await pilot.press("f3")
        assert "This is what everybody may know." in dump(pilot)
        await pilot.press("3")
        assert "Register: " not in dump(pilot)
        await pilot.press("f3", "3")
        assert "Register: " in dump(pilot)
        await pilot.press("4")
        assert dump(pilot).splitlines()[3:20] == own.splitlines()[3:20]
        await pilot.press("f4")
        assert "You play alone" in dump(pilot)

    tell(tmp_path, story, session)


async def move_on(pilot: Pilot[None], session: Session, pin: str = "") -> bool:
    """The key that moves on from wherever we are; False at the end."""
    screen = pilot.app.screen
    match screen:
        case EndScreen():
            return False
        case CurtainScreen():
            await pilot.press(
                str(screen.number), *([*pin, "enter"] if screen.session.needs_pin(screen.due) else [])
            )
        case ConfirmScreen():
            await pilot.press("y")
        case BriefScreen() | CardScreen() | HourScreen():
            await pilot.press("enter")
        case ConferenceScreen():
            await pilot.press("e" if session.human_turn or session.finished else "f")
        case RoomScreen():
            await pilot.press("e")
    await pilot.pause()
    return True


async def to(pilot: Pilot[None], session: Session, kind: type) -> None:
    """Go on until a screen of this kind stands there."""
    for _try in range(200):
        if type(pilot.app.screen) is kind:
            return
        assert await move_on(pilot, session)
    raise AssertionError(f"no {kind.__name__}")


def test_three_people_to_the_end_at_the_smallest_size(tmp_path: Path) -> None:
    """Always a key that moves on; every screen of the mode is met; the end is public."""
    session, seen = sit_down(tmp_path), set()

    async def story(pilot: Pilot[None]) -> None:
        for _try in range(400):
            seen.add(type(pilot.app.screen).__name__)
            if not await move_on(pilot, session):
                break
        assert session.finished
        assert "Result:" in dump(pilot)
        await pilot.press("j")
        assert at(pilot, ConferenceScreen)
        assert "The exercise is over." in dump(pilot)

    tell(tmp_path, story, session, SMALL)
    assert {"ConferenceScreen", "CurtainScreen", "BriefScreen", "RoomScreen", "ConfirmScreen"} <= seen


def test_the_curtain_names_who_is_next_and_opens_for_nobody_else(tmp_path: Path) -> None:
    """Opaque, with the player's own key; another key says whose curtain it is."""
    session = sit_down(tmp_path)

    async def story(pilot: Pilot[None]) -> None:
        await to(pilot, session, CurtainScreen)
        screen = pilot.app.screen
        assert isinstance(screen, CurtainScreen)
        assert not screen.is_modal
        shown = dump(pilot)
        assert f"Next: {session.due}" in shown
        assert f"with the key {screen.number}" in shown
        wrong = "1" if screen.number != 1 else "2"
        await pilot.press(wrong, "enter", "escape", "e")
        assert at(pilot, CurtainScreen)
        assert session.open_for == ""
        await pilot.press(str(screen.number))
        await until(pilot, lambda: at(pilot, BriefScreen))
        assert session.open_for == screen.due
        await pilot.press("enter")
        assert at(pilot, RoomScreen)

    tell(tmp_path, story, session)


def test_a_pin_is_typed_in_dots_and_a_wrong_one_does_not_open(tmp_path: Path) -> None:
    """Backspace takes a digit, Esc begins again."""
    pin = "4711"
    session = sit_down(tmp_path, Table(PLAYERS, pins=dict.fromkeys(PLAYERS, pin)))

    async def story(pilot: Pilot[None]) -> None:
        await to(pilot, session, CurtainScreen)
        screen = pilot.app.screen
        assert isinstance(screen, CurtainScreen)
        assert "1-8 open" in dump(pilot)
        await pilot.press(str(screen.number), "4", "7", "1")
        assert "•••" in dump(pilot)
        assert "1-8 open" not in dump(pilot)
        assert "Enter try" in dump(pilot)
        assert "471" not in dump(pilot)
        await pilot.press("enter")
        assert "That is not the PIN" in dump(pilot)
        await pilot.press("9", "backspace", *pin, "enter")
        await until(pilot, lambda: at(pilot, BriefScreen))

    tell(tmp_path, story, session)


def test_the_inject_is_public_and_its_private_part_comes_with_the_turn(tmp_path: Path) -> None:
    """A lead: everybody sees the card and which zone it goes to; the value is in that zone's messages."""
    for seed in range(80):
        session = sit_down(tmp_path / str(seed), seed=seed)
        found: list[str] = []

        async def story(pilot: Pilot[None], session: Session = session, found: list[str] = found) -> None:
            await pilot.press("enter")
            told = [e for entry in session._entries for e in entry.events]
            leads = [e for e in told if type(e).__name__ == "LeadReceived"]
            if not leads or leads[0].zone not in session.humans:  # type: ignore[union-attr]
                return
            zone = leads[0].zone  # type: ignore[union-attr]
            value = next(e for e in told[told.index(leads[0]) :] if type(e).__name__ == "TraitsLearned")
            public = dump(pilot)
            assert "receives a reliable lead" in public
            while not (at(pilot, BriefScreen) and session.acting == zone):
                assert await move_on(pilot, session)
            screen = pilot.app.screen
            assert isinstance(screen, BriefScreen)
            assert value in [event for _round, event in screen.news]
            alone = " ".join(dump(pilot).split("For everybody")[0].split())
            text = event_text(session.view(zone), value)
            assert text
            assert text in alone
            assert text not in " ".join(public.split())
            found.append(text)

        tell(tmp_path, story, session)
        if found:
            return
    raise AssertionError("no lead among the first cards")


def test_public_view_closes_the_curtain(tmp_path: Path) -> None:
    """F3 from the room, the messages and the curtain; back only through the curtain."""
    session = sit_down(tmp_path)

    async def story(pilot: Pilot[None]) -> None:
        await to(pilot, session, RoomScreen)
        await pilot.press("f3")
        assert at(pilot, ConferenceScreen)
        assert session.open_for == ""
        assert "Hand over the keyboard" in dump(pilot)
        await pilot.press("enter")
        assert at(pilot, CurtainScreen)
        await pilot.press("f3")
        assert at(pilot, ConferenceScreen)
        await pilot.press("e")
        await to(pilot, session, BriefScreen)
        await pilot.press("f3")
        assert at(pilot, ConferenceScreen)
        assert not any(type(screen) is RoomScreen for screen in pilot.app.screen_stack)

    tell(tmp_path, story, session)


def test_somebody_leaves_and_comes_back(tmp_path: Path) -> None:
    """F4: a bot takes the zones, the curtain is closed; coming back stands first in the list."""
    session = sit_down(tmp_path)

    async def story(pilot: Pilot[None]) -> None:
        await to(pilot, session, RoomScreen)
        await pilot.press("f4")
        assert at(pilot, PeopleScreen)
        assert session.open_for == ""
        assert "Ana leaves; bots (analyst) play Zone 0" in dump(pilot)
        await pilot.press("enter")
        assert session.roster.away == {"Ana"}
        await until(pilot, lambda: not at(pilot, PeopleScreen))
        await to(pilot, session, CurtainScreen)
        assert session.due != "Ana"
        await pilot.press("f4")
        assert "Ana: has left the table" in dump(pilot)
        await pilot.press("enter")
        await until(pilot, lambda: not session.roster.away)

    tell(tmp_path, story, session)


def test_giving_zones_away_asks_for_the_pin(tmp_path: Path) -> None:
    """The other player will see the files."""
    session = sit_down(tmp_path, Table(PLAYERS, pins={"Ana": "1234"}))

    async def story(pilot: Pilot[None]) -> None:
        await pilot.press("f4", "down", "down", "enter")
        assert "PIN of Ana" in dump(pilot)
        await pilot.press("1", "1", "1", "1", "enter")
        assert "not the PIN of Ana" in dump(pilot)
        assert not session.roster.away
        await pilot.press("enter", "1", "2", "3", "4", "enter")
        await until(pilot, lambda: session.roster.away == {"Ana"})
        assert session.roster.zones_of("Bo") == (0, 1, 2)

    tell(tmp_path, story, session)


def test_a_resume_never_goes_past_the_curtain(tmp_path: Path) -> None:
    """Quit in the middle of a turn; Continue stands before the curtain of the same player."""
    session = sit_down(tmp_path)

    async def leave(pilot: Pilot[None]) -> None:
        await to(pilot, session, RoomScreen)
        await pilot.press("w", "q")

    app = tell(tmp_path, leave, session)
    app.close_session()

    async def back(pilot: Pilot[None]) -> None:
        assert "Continue" in dump(pilot)
        await pilot.press("enter")
        await until(pilot, lambda: at(pilot, CurtainScreen))
        again = pilot.app.session  # type: ignore[attr-defined]
        assert (again.open_for, again.phase) == ("", Phase.TURN)

    tell(tmp_path, back).close_session()


def test_the_chair_may_look_into_the_own_room_first(tmp_path: Path) -> None:
    """Z at the conference: through the curtain; the draw there is shown as everybody is told it."""
    session = sit_down(tmp_path)

    async def story(pilot: Pilot[None]) -> None:
        chair = session.due
        await pilot.press("z")
        assert at(pilot, CurtainScreen)
        await pilot.press(str(session.roster.number_of(chair)))
        await until(pilot, lambda: at(pilot, RoomScreen))
        await pilot.press("enter")
        assert at(pilot, CardScreen)
        screen = pilot.app.screen
        assert isinstance(screen, CardScreen)
        assert screen.view.zone == -1
        while session.phase is not Phase.TURN:
            await pilot.press("enter")
        await until(pilot, lambda: at(pilot, BriefScreen) or at(pilot, CurtainScreen))

    tell(tmp_path, story, session)


def test_unused_actions_and_share_are_called_out(tmp_path: Path) -> None:
    """Before a turn ends."""
    session = sit_down(tmp_path)

    async def story(pilot: Pilot[None]) -> None:
        await to(pilot, session, RoomScreen)
        await pilot.press("e")
        assert at(pilot, ConfirmScreen)
        assert "Unused and lost: 2 actions" in dump(pilot)
        await pilot.press("n")
        await pilot.press("w", "w", "e")
        share = bool(session.view(session.acting).seat.files)
        assert at(pilot, ConfirmScreen) == share

    tell(tmp_path, story, session)


def test_the_timer_reminds_and_never_acts(tmp_path: Path) -> None:
    """It counts down in the head of the room; at its end one sentence, and nothing else."""
    session = sit_down(tmp_path, Table(PLAYERS, timer=2))

    async def story(pilot: Pilot[None]) -> None:
        await to(pilot, session, RoomScreen)
        room = pilot.app.screen
        assert isinstance(room, RoomScreen)
        assert "time 2:00" in dump(pilot) or "time 1:5" in dump(pilot)
        entries = len(session._entries)
        room.clock._end = room.clock._now() - 1
        room.tick()
        await pilot.pause()
        assert "The time is up." in dump(pilot)
        assert "time 0:00" in dump(pilot)
        assert len(session._entries) == entries
        await pilot.press("f3", "t")
        assert "time 2:00" in dump(pilot) or "time 1:5" in dump(pilot)
        await pilot.press("t")
        assert "The timer is stopped." in dump(pilot)

    tell(tmp_path, story, session)


def test_a_clock_says_once_that_it_ran_out() -> None:
    """With a clock of our own."""
    now = [0.0]
    clock = Clock(lambda: now[0])
    assert clock.left() is None
    clock.start(1)
    assert clock.left() == 60
    now[0] = 61
    assert [clock.ran_out(), clock.ran_out()] == [True, False]
    assert width(with_clock(line("x" * 90), 59, 40)) == 40
    assert plain(with_clock(line("x"), 61, 40)) == "x  time 1:01"


def test_a_facilitator_commands_from_the_public_room(tmp_path: Path) -> None:
    """Without a zone: draw, call; all turns are told as everybody is told them."""
    session = sit_down(tmp_path, Table(zones=(), chair=ChairRule.COMMANDER))

    async def story(pilot: Pilot[None]) -> None:
        assert at(pilot, ConferenceScreen)
        assert "Commander in the chair" in dump(pilot)
        for key in "12345":
            await pilot.press(key)
            assert "Register: " not in dump(pilot)
        for _try in range(60):
            if not await move_on(pilot, session):
                break
        assert session.finished

    tell(tmp_path, story, session, HUGE)


def test_nothing_is_carried_from_player_to_player(tmp_path: Path) -> None:
    """Tab, scroll, open list and journal folds of a room are gone with it; the next one is new."""
    session = sit_down(tmp_path)

    async def story(pilot: Pilot[None]) -> None:
        await to(pilot, session, RoomScreen)
        first = pilot.app.screen
        assert isinstance(first, RoomScreen)
        await pilot.press("5", "left", "end", "1", "l")
        pilot.app.notify("private")
        app = pilot.app
        assert isinstance(app, TabletopApp)
        await pilot.press("escape", "e", "y")
        await to(pilot, session, CurtainScreen)
        assert not list(app._notifications)
        await to(pilot, session, RoomScreen)
        second = pilot.app.screen
        assert isinstance(second, RoomScreen)
        assert second is not first
        assert (second.tab, second.turned, second.look.kind) == (4, frozenset(), None)
        assert not first.is_attached

    tell(tmp_path, story, session)
