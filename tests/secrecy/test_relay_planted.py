"""Planted leaks of the hot-seat, one of each kind: found by the very checks that guard the real screens."""

from __future__ import annotations

import copy
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from textual.app import SystemCommand
from textual.pilot import Pilot
from textual.screen import Screen

from sco_tabletop.core.commands import EndTurn
from sco_tabletop.core.events import PersonaFound, RoundBegan
from sco_tabletop.core.words import COMMANDER, Function
from sco_tabletop.plain import relay as plain_relay
from sco_tabletop.session.session import Session
from sco_tabletop.tui import crash
from sco_tabletop.tui.app import TabletopApp
from sco_tabletop.tui.screens.conference import ConferenceScreen
from sco_tabletop.tui.screens.confirm import ConfirmScreen
from sco_tabletop.tui.screens.curtain import CurtainScreen
from sco_tabletop.tui.screens.room import RoomScreen
from sco_tabletop.tui.text import Row, Sheet, line
from sco_tabletop.tui.widgets import conference
from tests.tui.helper import dump, room_of, tell

from .relay import Watch, sit_down
from .test_relay_plain import play_plain

Plant = Callable[[pytest.MonkeyPatch], None]


def hidden_persona(session: Session) -> int:
    """A persona that nobody has discovered."""
    state = session._state
    return next(p for p in state.secret.aliases if p not in state.public.index)


def own_name(session: Session) -> str:
    """A name from the register of the zone that acts."""
    person = session._state.seats[session.acting].register[0]
    return session.scenario.persons[person.name]


def never_cleared(patch: pytest.MonkeyPatch) -> None:
    """A toast of the last player that nobody takes away."""
    patch.setattr(TabletopApp, "clear_notifications", lambda _app: None)
    see = RoomScreen.see

    def saying(room: RoomScreen, zone: int) -> None:
        see(room, zone)
        if room.over:
            room.app.notify(own_name(room.session), timeout=60)

    patch.setattr(RoomScreen, "see", saying)


def modal(patch: pytest.MonkeyPatch) -> None:
    """A curtain that lets the screen below show through."""
    make = CurtainScreen.__init__

    def made(screen: CurtainScreen, session: Session) -> None:
        make(screen, session)
        screen._modal = True

    patch.setattr(CurtainScreen, "__init__", made)


def kept_room(patch: pytest.MonkeyPatch) -> None:
    """The room of the last player stays below, with its scroll position, and the curtain covers it."""

    def not_removed(app: TabletopApp) -> ConferenceScreen:
        return next(screen for screen in app.screen_stack if isinstance(screen, ConferenceScreen))

    patch.setattr(TabletopApp, "public_room", not_removed)


def log_line(patch: pytest.MonkeyPatch) -> None:
    """The public journal tells what only one zone was told."""
    journal = Session.journal

    def leaking(session: Session, zone: int) -> Any:
        told = journal(session, zone)
        found = PersonaFound(hidden_persona(session), Function.COURIER)
        at = 1 + next(n for n, (_round, event) in enumerate(told) if isinstance(event, RoundBegan))
        return (*told[:at], (1, found), *told[at:]) if zone == COMMANDER else told

    patch.setattr(Session, "journal", leaking)


def option_list(patch: pytest.MonkeyPatch) -> None:
    """The chair's options are made from the full state."""
    sheet = conference.sheet

    def leaking(look: Any, chair: Any, roster: Any, acted: Any, columns: int) -> Sheet:
        made = sheet(look, chair, roster, acted, columns)
        option = Row(line(LEAKED[0]), ("option", 9))
        return Sheet(made.title, (option, *made.rows), made.start)

    patch.setattr(conference, "sheet", leaking)


LEAKED = [""]


def crash_locals(patch: pytest.MonkeyPatch) -> None:
    """The report prints local variables."""
    report = crash.report_of

    def leaking(error: BaseException) -> str:
        found, trace = [report(error)], error.__traceback__
        while trace is not None:
            found += [repr(value) for value in trace.tb_frame.f_locals.values()]
            trace = trace.tb_next
        return "\n".join(found)

    patch.setattr(crash, "report_of", leaking)


def title(patch: pytest.MonkeyPatch) -> None:
    """The title of the window keeps what the last player saw."""
    see = RoomScreen.see

    def saying(room: RoomScreen, zone: int) -> None:
        see(room, zone)
        if room.over:
            room.app.sub_title = own_name(room.session)

    patch.setattr(RoomScreen, "see", saying)


def tooltip(patch: pytest.MonkeyPatch) -> None:
    """A tooltip on a pane of the public room."""
    see = RoomScreen.see

    def saying(room: RoomScreen, zone: int) -> None:
        see(room, zone)
        if room.over:
            room_of_all = next(s for s in room.app.screen_stack if isinstance(s, ConferenceScreen))
            room_of_all.pane("board").tooltip = own_name(room.session)

    patch.setattr(RoomScreen, "see", saying)


def clipboard(patch: pytest.MonkeyPatch) -> None:
    """What the last player copied; and a hand-over that forgets it."""
    see = RoomScreen.see

    def saying(room: RoomScreen, zone: int) -> None:
        see(room, zone)
        if room.over:
            LEAKED[0] = own_name(room.session)

    patch.setattr(RoomScreen, "see", saying)
    patch.setattr(TabletopApp, "clipboard", property(lambda _app: LEAKED[0]))


def palette(patch: pytest.MonkeyPatch) -> None:
    """A palette with an entry for every persona there is."""
    patch.setattr(TabletopApp, "ENABLE_COMMAND_PALETTE", True)

    def commands(app: TabletopApp, _screen: Screen[Any]) -> list[SystemCommand]:
        assert app.session is not None
        alias = app.session.scenario.personas[hidden_persona(app.session)]
        return [SystemCommand(alias, "", lambda: None)]

    patch.setattr(TabletopApp, "get_system_commands", commands)


KEPT: list[object] = []


def kept_view(patch: pytest.MonkeyPatch) -> None:
    """Somebody copies a view and keeps it beyond the hand-over."""
    view = Session.view

    def keeping(session: Session, zone: int) -> Any:
        made = view(session, zone)
        if zone != COMMANDER:
            KEPT[:] = [copy.copy(made)]
        return made

    patch.setattr(Session, "view", keeping)


PLANTED: dict[str, tuple[Plant, str]] = {
    "toast": (never_cleared, "toast: Person"),
    "modal curtain": (modal, "curtain: what lies below shines through"),
    "scroll back": (kept_room, "the room of a player is still there"),
    "log line": (log_line, "pane journal: Alias"),
    "option list": (option_list, "pane actions: Alias"),
    "crash locals": (crash_locals, "crash report: Person"),
    "title": (title, "title: Person"),
    "tooltip": (tooltip, "tooltip: Person"),
    "clipboard": (clipboard, "clipboard: Person"),
    "palette": (palette, "palette: Alias"),
    "kept view": (kept_view, "a view of zone"),
}


async def one_turn(pilot: Pilot[None], watch: Watch) -> None:
    """From the conference through the first player's turn to the curtain of the second."""
    app, session = pilot.app, watch.session
    assert isinstance(app, TabletopApp)
    LEAKED[0] = session.scenario.personas[hidden_persona(session)]
    seen = 0
    for _try in range(40):
        screen = app.screen
        if isinstance(screen, CurtainScreen):
            seen += 1
            if seen == 2:
                break
            await pilot.press(str(screen.number))
        elif isinstance(screen, RoomScreen) and not isinstance(screen, ConferenceScreen):
            await pilot.press("3", "5")
            watch.look(app, dump(pilot))
            screen.attempt(EndTurn(session.acting))
            await pilot.pause()
        elif isinstance(screen, ConferenceScreen):
            await pilot.press("5")
            watch.look(app, dump(pilot))
            await pilot.press("e", "enter")
        else:
            await pilot.press("y" if isinstance(screen, ConfirmScreen) else "enter")
        watch.look(app, dump(pilot))
    assert seen == 2


def findings(folder: Path) -> list[str]:
    """What one turn shows."""
    session = sit_down(folder, 4, 4, 8, 2)
    watch = Watch(session)

    async def story(pilot: Pilot[None]) -> None:
        await one_turn(pilot, watch)
        assert room_of(pilot)

    tell(folder, story, session)
    return watch.findings


def test_nothing_planted_nothing_found(tmp_path: Path) -> None:
    """The same turn without a leak."""
    assert not findings(tmp_path)


@pytest.mark.parametrize("kind", PLANTED)
def test_a_planted_leak_is_found(kind: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """One of each kind."""
    plant, expected = PLANTED[kind]
    plant(monkeypatch)
    found = findings(tmp_path)
    KEPT.clear()
    assert any(expected in finding for finding in found), found[:5]


def test_a_page_that_is_not_cleared_is_found(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Plain lines: without the blank page the last player's lines still stand on the screen."""
    monkeypatch.setattr(plain_relay, "cover", lambda _console: None)
    assert any("Person" in finding for finding in play_plain(tmp_path, players=3, seed=2, most=900).findings)
