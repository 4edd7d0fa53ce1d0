"""Hot-seat on the screens, what a table of people stumbled over: the end, the call, the table, the news."""

from __future__ import annotations

from pathlib import Path

from textual.pilot import Pilot

from sco_tabletop.core.events import (
    AnyEvent,
    Asked,
    CommitmentMade,
    FileOpened,
    HourDecided,
    PhaseBegan,
    PreparationMoved,
    RoundBegan,
    TrackMoved,
    TurnEnded,
)
from sco_tabletop.core.state import observe
from sco_tabletop.core.words import Cause, Phase, Track
from sco_tabletop.session.begin import Table
from sco_tabletop.session.chronicle import chronicle
from sco_tabletop.session.conference import acted_text, last_turns
from sco_tabletop.session.session import Session
from sco_tabletop.tui.screens.brief import BriefScreen
from sco_tabletop.tui.screens.conference import ConferenceScreen
from sco_tabletop.tui.screens.curtain import CurtainScreen
from sco_tabletop.tui.screens.end import EndScreen
from sco_tabletop.tui.screens.hour import HourScreen
from sco_tabletop.tui.screens.people import PeopleScreen
from sco_tabletop.tui.screens.replay import ReplayScreen
from sco_tabletop.tui.screens.room import RoomScreen
from tests.core.small import scenario
from tests.session.test_curtain import decide, sit_down

from .helper import SMALL, at, dump, tell, until
from .test_hotseat import move_on, to

ALL: dict[str, tuple[int, ...]] = {"Ana": (0, 1), "Bo": (2, 3)}
THREE: dict[str, tuple[int, ...]] = {"Ana": (0,), "Bo": (1, 2), "Cem": (3,)}

Told = tuple[int, AnyEvent]


def at_commit(folder: Path) -> Session:
    """An exercise of two people, played by analysts until commit or hold is due."""
    for seed in range(60):
        session = sit_down(folder / str(seed), Table(ALL), seed)
        while not session.finished and session.phase is not Phase.COMMIT:
            command = session._advice("analyst", observe(session._state, session.acting)).command
            session._decide(command, "analyst")
        if not session.finished:
            return session
        session.close()
    raise AssertionError("no strike in sixty exercises")


def test_the_end_follows_the_strike_also_after_a_persons_commitment(tmp_path: Path) -> None:
    """Straight on, no further key; then the replay, the room of all, and nobody leaves any more."""
    session = at_commit(tmp_path)

    async def story(pilot: Pilot[None]) -> None:
        await to(pilot, session, HourScreen)
        for _twice in range(2):
            await pilot.press("enter")
        await until(pilot, lambda: at(pilot, EndScreen))
        await pilot.press("end")
        assert "R replays it with the eyes of every seat" in dump(pilot)
        await pilot.press("r")
        await until(pilot, lambda: at(pilot, ReplayScreen))
        await pilot.press("escape", "j")
        assert at(pilot, ConferenceScreen)
        await pilot.press("f4")
        assert at(pilot, ConferenceScreen)
        await pilot.press("z")
        assert "the replay shows what every seat knew" in dump(pilot)
        await pilot.press("enter")
        assert at(pilot, EndScreen)

    tell(tmp_path, story, session, SMALL)


def test_the_call_is_taken_back_from_the_curtain_and_from_the_public_room(tmp_path: Path) -> None:
    """The curtain says what was called; U, or the line of the conference."""
    session = sit_down(tmp_path, Table(THREE))

    async def story(pilot: Pilot[None]) -> None:
        while session.phase is not Phase.CALL:
            assert await move_on(pilot, session)
        await pilot.press("down")
        assert "not your move" not in dump(pilot)
        await pilot.press("enter")
        await until(pilot, lambda: at(pilot, CurtainScreen))
        assert "H-hour is called. U takes the call back." in dump(pilot)
        await pilot.press("u")
        await until(pilot, lambda: session.phase is Phase.CALL)
        assert "Taken back." in dump(pilot)
        await pilot.press("enter")
        await until(pilot, lambda: at(pilot, CurtainScreen))
        assert "No H-hour is called. U takes the call back." in dump(pilot)
        await pilot.press("f3")
        assert "Take the chair's call back" in dump(pilot)
        await pilot.press("down", "enter")
        await until(pilot, lambda: session.phase is Phase.CALL)
        await pilot.press("enter")
        await until(pilot, lambda: at(pilot, CurtainScreen))
        await pilot.press(str(session.roster.number_of(session.due)))
        await until(pilot, lambda: at(pilot, BriefScreen))
        await pilot.press("enter", "u")
        assert "Nothing can be taken back" in dump(pilot)

    tell(tmp_path, story, session)


def test_u_on_a_curtain_without_a_call_does_nothing(tmp_path: Path) -> None:
    """Before somebody else's turn."""
    session = sit_down(tmp_path, Table(THREE))

    async def story(pilot: Pilot[None]) -> None:
        await to(pilot, session, RoomScreen)
        await pilot.press("e", "y")
        await until(pilot, lambda: at(pilot, CurtainScreen))
        assert "U takes" not in dump(pilot)
        await pilot.press("u")
        assert at(pilot, CurtainScreen)

    tell(tmp_path, story, session)


def test_leaving_from_the_own_room_is_said_and_goes_on(tmp_path: Path) -> None:
    """The public room names what has changed; the next key goes on from there."""
    session = sit_down(tmp_path, Table({"Ana": (0,), "Bo": (1, 2, 3)}))

    async def story(pilot: Pilot[None]) -> None:
        await to(pilot, session, RoomScreen)
        due = session.due
        other = "Bo" if due == "Ana" else "Ana"
        await pilot.press("f4")
        await until(pilot, lambda: at(pilot, PeopleScreen))
        await pilot.press(*(["down"] * (0 if other == "Ana" else 3)), "enter")
        await until(pilot, lambda: at(pilot, ConferenceScreen))
        await until(pilot, lambda: "It is written down." in dump(pilot))
        assert f"{other} leaves; bots" in dump(pilot)
        assert f"Not at the table: {other}." in dump(pilot)
        assert session.due == due
        await pilot.press("e")
        await until(pilot, lambda: at(pilot, CurtainScreen))

    tell(tmp_path, story, session)


def test_the_conference_tells_what_the_network_did(tmp_path: Path) -> None:
    """Of the round before, at the end of the pane; the timer of the talk ends with it."""
    session = sit_down(tmp_path, Table(ALL))
    while session.round < 2:
        decide(session)

    async def story(pilot: Pilot[None]) -> None:
        assert at(pilot, ConferenceScreen)
        await pilot.press("end")
        assert "The network phase of round 1" in dump(pilot)
        await pilot.press("t")
        assert "time " in dump(pilot)
        await to(pilot, session, CurtainScreen)
        await pilot.press("f3")
        assert "time " not in dump(pilot)

    tell(tmp_path, story, session)


def test_news_after_the_last_turn_of_a_round_stand_under_the_network_phase() -> None:
    """They begin in the middle of the exercise, not with a set-up."""
    moved = PreparationMoved((1, 0, 0, 0), Cause.PLANS)
    told: list[Told] = [(2, moved), (3, RoundBegan(3, 0, 0, 2, 1, 2, 2))]
    assert [(g.round, g.what) for g in chronicle(told).groups] == [(2, "network"), (3, "round")]
    assert [(g.round, g.what) for g in chronicle([(0, moved)]).groups] == [(0, "setup")]


def test_h_hour_is_one_group_and_a_no_go_ends_it() -> None:
    """Go and all commitments together; after a no-go the network phase has its own heading."""
    go: list[Told] = [
        (4, TurnEnded(3, 0)),
        (4, PhaseBegan(Phase.GO, 0)),
        (4, HourDecided(go=True)),
        (4, PhaseBegan(Phase.COMMIT, 0)),
        (4, CommitmentMade(0)),
        (4, PhaseBegan(Phase.COMMIT, 1)),
        (4, CommitmentMade(1)),
    ]
    assert [group.what for group in chronicle(go).groups] == ["network", "hour"]
    aborted = TrackMoved(Track.ALERT, 1, Cause.ABORTED)
    after: list[Told] = [(4, PreparationMoved((1, 0, 0, 0), Cause.PLANS))]
    cases: tuple[list[Told], ...] = ([(4, aborted)], [])
    for told in cases:
        groups = chronicle([*go[:2], (4, HourDecided(go=False)), *told, *after]).groups
        assert [group.what for group in groups[-2:]] == ["hour", "network"]
        assert len(groups[-2].events) == 2 + len(told)


def test_a_free_share_counts_as_unused_only_for_a_zone_with_a_file() -> None:
    """Nobody is blamed for what was not possible; a file of an earlier round counts, a later one not."""
    asked = [Asked(zone, 0, -1, 3, 2) for zone in range(3)]
    told: list[Told] = [
        (1, RoundBegan(1, 0, 0, 2, 1, 2, 2)),
        (1, FileOpened(1, 0)),
        (2, RoundBegan(2, 0, 0, 2, 1, 2, 2)),
        *((2, event) for event in asked),
        (2, TurnEnded(0, 0)),
        (2, TurnEnded(1, 0)),
        (2, TurnEnded(2, 1)),
        (2, FileOpened(2, 0)),
    ]
    texts = [acted_text(scenario(), of, "") for of in last_turns(told, 4)[:3]]
    assert [text.partition("unused: ")[2] for text in texts] == ["nothing.", "the free share.", "1 action."]
