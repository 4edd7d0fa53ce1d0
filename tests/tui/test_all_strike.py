"""One answer for all own states at the strike: it does what the single ones would; taken back; done again."""

from __future__ import annotations

from pathlib import Path

from textual.pilot import Pilot

from sco_tabletop.core.commands import Commit
from sco_tabletop.core.dice import Dice
from sco_tabletop.core.words import Phase
from sco_tabletop.record.read import read
from sco_tabletop.record.save import Decided
from sco_tabletop.record.verify import Exact, verify
from sco_tabletop.session.chronicle import chronicle
from sco_tabletop.session.session import Session
from sco_tabletop.tui.look import Look
from sco_tabletop.tui.screens.confirm import ConfirmScreen
from sco_tabletop.tui.screens.end import EndScreen
from sco_tabletop.tui.screens.hour import HourScreen
from sco_tabletop.tui.screens.room import RoomScreen
from sco_tabletop.tui.widgets import actions
from tests.core.small import scenario
from tests.deciding import deciding

from .helper import at, dump, new_session, room_of, tell, until

STATES = 3
"""So many of the own states have teams, every name of them certain."""
SEEDS = range(8, 80)


def at_the_strike(folder: Path) -> Session:
    """The first deal that veterans bring so far that one answer for so many states is offered."""
    veteran = deciding("veteran")
    for seed in SEEDS:
        session = new_session(folder, (0, 1, 2, 3), seed, scenario(), practice=True)
        while not session.finished and session.phase is not Phase.COMMIT:
            session.submit(veteran(session.view(session.acting), Dice(seed)))
        if not session.finished and len(waiting(session)) >= STATES and offered(session):
            return session
        session.close()
    raise AssertionError("no deal has a strike of so many states")


def waiting(session: Session) -> list[int]:
    """States with teams that are not decided on yet, in the order in which they are asked."""
    public = session.view(-1).public
    order = [(public.lead_zone + step) % len(public.zones) for step in range(len(public.zones))]
    return [z for z in order if public.staged_in(z) and not public.committed >> z & 1]


def offered(session: Session) -> int:
    """How many teams the one answer would commit."""
    zone = session.acting
    told = chronicle(session.journal(zone))
    return actions.teams_of_all(Look(session.view(zone), told, session.mine, practice=True))


def commits(session: Session) -> list[Commit]:
    """What was committed, all of it."""
    found = [entry.command for entry in read(session.path).entries if isinstance(entry, Decided)]
    return [command for command in found if isinstance(command, Commit)]


async def undo(pilot: Pilot[None]) -> None:
    """Take the last decision back, and yes to the question."""
    await pilot.press("u")
    if at(pilot, ConfirmScreen):
        await pilot.press("y")
    await until(pilot, lambda: at(pilot, RoomScreen))


def test_all_own_states_strike_and_again(tmp_path: Path) -> None:
    """No changes nothing; yes commits every team of every state in one go. Taken back, each state is asked
    again, and the one answer does the same once more."""
    session = at_the_strike(tmp_path)
    states, teams, before = waiting(session), offered(session), len(commits(session))

    async def strike(pilot: Pilot[None]) -> None:
        room = room_of(pilot)
        assert room.pane("actions").key == actions.COMMIT_ALL
        await pilot.press("enter")
        assert "Commit all teams of" in dump(pilot)
        await pilot.press("y")
        await until(pilot, lambda: session.finished and at(pilot, HourScreen))
        await pilot.press("enter", "enter")
        await until(pilot, lambda: at(pilot, EndScreen))

    async def story(pilot: Pilot[None]) -> None:
        room = room_of(pilot)
        await until(pilot, lambda: room.pane("actions").key == actions.COMMIT_ALL)
        await pilot.press("enter", "n")
        assert waiting(session) == states
        await strike(pilot)
        assert [command.zone for command in commits(session)[before:]] == states
        await pilot.press("j")
        await until(pilot, lambda: at(pilot, RoomScreen))
        for left in range(1, len(states) + 1):
            await undo(pilot)
            await pilot.pause(0.05)
            assert waiting(session) == states[-left:]
        assert offered(session) == teams
        await strike(pilot)

    tell(tmp_path, story, session)
    made = commits(session)[before:]
    assert made[: len(states)] == made[len(states) :]
    assert sum(len(command.personas) for command in made) == 2 * teams
    assert isinstance(verify(read(session.path)), Exact)
