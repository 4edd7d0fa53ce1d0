"""A hot-seat exercise on the real screens, driven at random, and everything that could tell a secret on it.

Kept apart from the tests so that planted leaks can be shown to be found by the very same checks.
"""

from __future__ import annotations

import gc
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import attrs
from textual.pilot import Pilot

from sco_tabletop.core.commands import AnswerLead, AnyCommand, CallHour, Commit, GoNoGo, Share
from sco_tabletop.core.dice import Dice, stream_key
from sco_tabletop.core.legal import legal
from sco_tabletop.core.rules.strike import staged_here
from sco_tabletop.core.scenario import Effect, EffectKind, KindWeight, Scenario
from sco_tabletop.core.view import View
from sco_tabletop.core.words import COMMANDER, Depth, Kind, Phase
from sco_tabletop.session.begin import Table, begin
from sco_tabletop.session.session import Session
from sco_tabletop.tui import crash
from sco_tabletop.tui.app import TabletopApp
from sco_tabletop.tui.screens.brief import BriefScreen
from sco_tabletop.tui.screens.card import CardScreen
from sco_tabletop.tui.screens.conference import ConferenceScreen
from sco_tabletop.tui.screens.confirm import ConfirmScreen
from sco_tabletop.tui.screens.curtain import CurtainScreen
from sco_tabletop.tui.screens.end import EndScreen
from sco_tabletop.tui.screens.hour import HourScreen
from sco_tabletop.tui.screens.people import PeopleScreen
from sco_tabletop.tui.screens.room import RoomScreen
from sco_tabletop.tui.text import plain
from sco_tabletop.tui.widgets.pane import Pane
from tests.core.builder import card
from tests.core.playout import half_minded
from tests.tui.helper import dump

from .worlds import DATE, marked

NAMES = ("Ana", "Bo", "Cem", "Dee", "Eli", "Fay", "Gus", "Hal")
WORD = re.compile(r"Person\d+|Alias\d+|Canary\S+|777777")
TOUR = (*"12345678", "k", "down", "pagedown", "f1", "f2", "z", "s", "a", "left", "end")


def world(zones: int, rounds: int, depth: Depth = Depth.FULL) -> Scenario:
    """The marked scenario, long, hard to lose, with cards whose titles are like no other word."""
    base = marked(zones)
    if zones > 4:
        rare = Effect(EffectKind.BULLETINS, 1)
        more = tuple(card(rare, kind=Kind.QUIET, number=300 + n) for n in range(6))
        base = attrs.evolve(base, cards=base.cards + more)
    cards = tuple(attrs.evolve(of, title=f"Canary-{of.id}-card") for of in base.cards)
    numbers = attrs.evolve(
        base.numbers,
        rounds=rounds,
        trust=40,
        threat_limit=400,
        influence_start=3,  # with the next two, recruiters recruit, and exhausted files open again
        recruit_from=2,
        counsel_reach=0,
    )
    often = {Kind.DILEMMA: 40, Kind.QUIET: 70, Kind.LOW_LEAD: 40}
    weights = tuple(KindWeight(s.kind, often.get(s.kind, s.weight)) for s in base.kind_weights)
    return attrs.evolve(base, depth=depth, cards=cards, numbers=numbers, kind_weights=weights)


def sit_down(
    folder: Path, players: int, zones: int, rounds: int, seed: int, depth: Depth = Depth.FULL, **more: object
) -> Session:
    """An exercise with so many players; zones go round, and what is left over goes to bots."""
    dealt: dict[str, tuple[int, ...]] = dict.fromkeys(NAMES[:players], ())
    for zone in range(max(players, zones - 1) if players < zones else zones):
        name = NAMES[zone % players]
        dealt[name] = (*dealt[name], zone)
    table = Table(players=dealt, **more)  # type: ignore[arg-type]
    scenario = world(zones, rounds, depth)
    return begin(table, scenario, deck_digest="0" * 64, seed=seed, practice=False, folder=folder)


@attrs.define
class Watch:
    """Looks at everything after every key; `findings` is empty if nothing leaked."""

    session: Session
    counts: Counter[str] = attrs.field(factory=Counter)
    findings: list[str] = attrs.field(factory=list)
    before: str = ""

    def secrets(self) -> tuple[set[str], set[str]]:
        """(words that nobody before the screen may see, words of the own register)."""
        state, scenario = self.session._state, self.session.scenario
        mine = self.session.mine
        names = {
            zone: {scenario.persons[person.name] for person in seat.register}
            for zone, seat in enumerate(state.seats)
        }
        own = set[str]().union(*(names[zone] for zone in mine))
        hidden = set[str]().union(*(names[zone] for zone in names if zone not in mine)) - own
        hidden |= {scenario.personas[p] for p in state.secret.aliases if p not in state.public.index}
        titles = {of.id: of.title for of in scenario.cards}
        hidden |= {titles[scenario.cards[n].id] for n in state.secret.pile}
        hidden -= {titles[drawn] for drawn in state.public.drawn}
        return (hidden if state.public.main_round else hidden | {str(DATE)}), own

    def look(self, app: TabletopApp, shown: str) -> None:
        """Compare everything that can be read with what may be read now."""
        if self.session.finished:
            return
        hidden, own = self.secrets()
        for place, text in (("screen", shown), *everything(app)):
            text = text.replace(f"(round {DATE})", "")
            words = set(WORD.findall(text))
            self.counts[f"words: {place}"] += len(words)
            self.counts["own words"] += len(words & own)
            for word in words & hidden:
                self.findings.append(f"{place}: {word} while open for {self.session.open_for or 'nobody'}")
        self.counts[f"screen: {type(app.screen).__name__}"] += 1
        self.counts[f"phase: {self.session.phase.value}"] += 1
        self.hand_over(app)

    def hand_over(self, app: TabletopApp) -> None:
        """While the curtain is closed there is no view, no room, no selection; the curtain is opaque."""
        if self.session.open_for:
            if self.before != self.session.open_for:
                self.counts["hand-overs"] += 1
            self.before = self.session.open_for
            return
        self.before = ""
        if not isinstance(app.screen, CurtainScreen):
            return
        self.counts["curtains"] += 1
        if app.screen.is_modal:
            self.findings.append("curtain: what lies below shines through")
        self.findings += [f"a view of zone {view.zone} exists" for view in views()]
        for screen in app.screen_stack:
            if isinstance(screen, RoomScreen) and not isinstance(screen, ConferenceScreen):
                self.findings.append("the room of a player is still there")
            if screen.selections:
                self.findings.append("a selection is still there")
        report = crash_report(self.session)
        hidden, _own = self.secrets()
        self.findings += [f"crash report: {word}" for word in set(WORD.findall(report)) & hidden]


def views() -> list[View]:
    """Every view in the program that holds a register."""
    return [
        thing
        for thing in gc.get_objects()
        if type(thing) is View and thing.zone != COMMANDER and thing.seat.register
    ]


def crash_report(session: Session) -> str:
    """What would be written if the program failed with secrets in its hands."""

    def fail(state: object) -> None:
        culprit = [session.scenario.persons[p.name] for seat in session._state.seats for p in seat.register]
        raise RuntimeError(f"{culprit} {state}")

    try:
        fail(session._state)
    except RuntimeError as error:
        return crash.report_of(error) + crash.sentence_for(error, Path("/nowhere/at/all"))
    raise AssertionError


def everything(app: TabletopApp) -> Iterator[tuple[str, str]]:
    """(place, text) of all that can be read: panes of all screens, toasts, tooltips, titles, palette."""
    yield "toast", " ".join(f"{note.title} {note.message}" for note in app._notifications)
    yield "title", f"{app.title} {app.sub_title} {app.farewell}"
    yield "clipboard", app.clipboard
    yield "exit message", " ".join(str(thing) for thing in app._exit_renderables)
    if app.ENABLE_COMMAND_PALETTE:
        commands = app.get_system_commands(app.screen)
        yield "palette", " ".join(f"{command.title} {command.help}" for command in commands)
    for screen in app.screen_stack:
        yield "title", f"{screen.title} {screen.sub_title}"
        for widget in screen.query("*"):
            yield "tooltip", str(widget.tooltip or "")
            if isinstance(widget, Pane):
                sheet = widget._sheet
                rows = "\n".join(plain(row.line) for row in sheet.rows)
                yield f"pane {widget.id}", f"{plain(sheet.title)}\n{rows}"


def choose(view: View, dice: Dice, last: int) -> AnyCommand:
    """What the player does: anything, but H-hour not before the last rounds, and then go and commit."""
    if view.public.phase is Phase.CALL:
        return CallHour(view.zone, call=view.public.round >= last)
    if view.public.phase is Phase.GO:
        return GoNoGo(view.zone, go=view.public.round > last)
    if view.public.phase is Phase.COMMIT:
        return Commit(view.zone, staged_here(view))
    commands = legal(view)
    wanted = [command for command in commands if spreads_doubt(view, command)]
    return half_minded(view, wanted or commands, dice)


def spreads_doubt(view: View, command: AnyCommand) -> bool:
    """Takes a doubtful lead, or hands an unverified trait to a zone that holds that category: else values
    that differ are too rare to be met in a few exercises."""
    match command:
        case AnswerLead():
            return command.accept
        case Share(persona=persona, to=to):
            held = view.public.index[persona].held[to]
            return held > 0 and bool(held & view.seat.files[persona].unverified)
        case _:
            return False


async def play(pilot: Pilot[None], watch: Watch, seed: int, steps: int, leaving: bool = False) -> None:
    """Press keys at random until EndEx or for so many steps, looking after each."""
    app, dice = pilot.app, Dice(stream_key(seed, 0, "keys"))
    assert isinstance(app, TabletopApp)
    for number in range(steps):
        if isinstance(app.screen, EndScreen):
            watch.counts["ends"] += 1
            return
        if leaving and number % 97 == 50 and isinstance(app.screen, CurtainScreen | RoomScreen):
            await pilot.press("f4")
        else:
            await step(pilot, watch.session, dice)
        watch.look(app, dump(pilot))


async def step(pilot: Pilot[None], session: Session, dice: Dice) -> None:
    """One thing that a person could do on the screen that stands there."""
    screen = pilot.app.screen
    match screen:
        case CurtainScreen():
            wrong = dice.pick(("1", "u"))
            keys = "f3" if dice.chance(8) else wrong if dice.chance(8) else str(screen.number)
            await pilot.press(keys)
        case ConfirmScreen():
            await pilot.press("y")
        case PeopleScreen():
            await pilot.press(*(["down"] * dice.below(4)), "enter")
            if screen.is_current:
                await pilot.press("backspace")
        case BriefScreen():
            await pilot.press(dice.pick(("enter", "down", "end")))
        case CardScreen() | HourScreen():
            await pilot.press("enter")
        case ConferenceScreen():
            await talk(pilot, screen, session, dice)
        case RoomScreen():
            await turn(pilot, screen, session, dice)
        case _:
            await pilot.press("escape")


async def talk(pilot: Pilot[None], room: ConferenceScreen, session: Session, dice: Dice) -> None:
    """At the conference: look about, then decide for the chair, or hand over."""
    if dice.chance(25):
        await pilot.press(dice.pick(("1", "2", "3", "5", "t", "down", "z", "f1", "u")))
    elif not session.human_turn:
        await pilot.press("f")
        await pilot.pause(0.02)
    elif session.before_all:
        room.go_tab(4)
        view = session.chair_view()
        room.attempt(choose(view, dice, session.scenario.numbers.rounds - 2))
        await pilot.pause()
    else:
        await pilot.press("e")


async def turn(pilot: Pilot[None], room: RoomScreen, session: Session, dice: Dice) -> None:
    """In the own room: look about, act, or close the curtain for a while."""
    if dice.chance(35):
        await pilot.press(dice.pick(TOUR))
    elif dice.chance(2):
        await pilot.press("f3")
    else:
        view = session.view(session.acting)
        room.see(session.acting)
        room.attempt(choose(view, dice, session.scenario.numbers.rounds - 2))
        await pilot.pause()
