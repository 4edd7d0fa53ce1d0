"""What a row says before it is chosen: what it does, where a share helps, how many captures decide."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual.pilot import Pilot

from sco_tabletop.bots.reasons import Choice
from sco_tabletop.core.commands import (
    Analyse,
    AnswerLead,
    AnyCommand,
    Ask,
    CallHour,
    DrawInject,
    GoNoGo,
    Lend,
    Monitor,
    Name,
    Share,
    TakeDown,
)
from sco_tabletop.core.engine import open_exercise
from sco_tabletop.core.legal import lead_waits
from sco_tabletop.core.rejection import Reason, Rejection
from sco_tabletop.core.scenario import Seating
from sco_tabletop.core.state import observe
from sco_tabletop.core.words import Function, Phase
from sco_tabletop.session.chronicle import chronicle
from sco_tabletop.session.session import Session
from sco_tabletop.tui.keys import twin
from sco_tabletop.tui.look import Look
from sco_tabletop.tui.screens import end
from sco_tabletop.tui.screens.end import EndScreen
from sco_tabletop.tui.text import plain
from sco_tabletop.tui.widgets import actions, board, detail, strip, target_list, tracks
from sco_tabletop.tui.widgets.targets import Target, explain, explain_kind, new_there
from sco_tabletop.wording import cards
from tests.tui.helper import at, dump, new_session, room_of, tell, to_turn, until
from tests.tui.test_late import over
from tests.tui.test_panes import learn, look, small, text


def hint(command: AnyCommand, chance: int | None = None) -> str:
    """The hint for a possible command in the small scenario."""
    return explain(look(), Target(command, None, chance))[0]


def test_no_hint_claims_that_a_decision_without_a_roll_is_safe() -> None:
    """A name can be wrong, a strike ends the exercise: neither "always works"."""
    of = look()
    assert "can be wrong" in hint(Name(0, of.persona))
    assert "ends" in hint(GoNoGo(0, go=True))
    assert "Alert +1" in hint(GoNoGo(0, go=False))
    assert hint(CallHour(0, call=False)) != hint(CallHour(0, call=True))


@pytest.mark.parametrize(("chance", "says"), [(100, "cannot fail"), (85, "Works with 85%")])
def test_a_roll_is_told_with_its_chance(chance: int, says: str) -> None:
    assert says in hint(Monitor(0), chance)


@pytest.mark.parametrize(
    ("chances", "says"),
    [((100, 85), "85% to 100%"), ((100, 100), "cannot fail"), ((85, 85), "Works with 85%")],
)
def test_a_row_for_several_decisions_claims_of_none_what_holds_for_another(
    chances: tuple[int, int], says: str
) -> None:
    of = look()
    found = [Target(Analyse(0, of.persona, n), None, chance) for n, chance in enumerate(chances)]
    assert says in explain_kind(of, found)[0]


def test_monitor_says_how_many_traces_there_are() -> None:
    of = look()
    for chatter, says in ((0, "nobody to sight"), (1, "1 trace here"), (3, "3 traces here")):
        of.view.seat.chatter = chatter
        assert says in explain(of, Target(Monitor(0), None, 90))[0]


def test_a_take_down_says_what_it_takes_off_by_function() -> None:
    of = look()
    entry = of.view.public.index[of.persona]
    entry.function = Function.PROPAGANDIST
    assert "Influence here -2" in explain(of, Target(TakeDown(0, of.persona), None, None))[0]
    entry.function = Function.PLANNER
    assert "Preparation -2" in explain(of, Target(TakeDown(0, of.persona), None, None))[0]


def test_a_loan_that_gives_nothing_back_promises_nothing() -> None:
    """The small scenario has loans of the first format."""
    assert not look().view.scenario.numbers.loan_refund
    assert "give the action back" not in hint(Lend(0, 1, 0))


def test_one_person_for_two_personas_is_pointed_out() -> None:
    """R3.1: an operative has one persona, so of two names of one person one at most is right."""
    of = look()
    persona = of.persona
    file = of.view.seat.files[persona]
    for category, value in enumerate(of.view.seat.register[4].traits):
        learn(of.view, persona, category, value)
    assert file.matches == 1 << 4
    command = Target(Name(0, persona), None, None)
    of.view.seat.names[persona] = 4
    assert "same person" not in explain(of, command)[0]
    other = next(p for p in range(20) if p != persona)
    of.view.seat.names[other] = 4
    assert "same person" in explain(of, command)[0]


def test_a_share_points_to_possible_homes() -> None:
    of = look()
    entry = of.view.public.index[of.persona]
    entry.held[1] = entry.held[2] = -1
    entry.possible = 0b0010
    assert new_there(of.view, Share(0, of.persona, 1)) == "home? no file"
    assert new_there(of.view, Share(0, of.persona, 2)) == "no file"


def test_a_register_that_cannot_be_his_home_shows_no_fits() -> None:
    """R3.10: what fits in a zone that the sightings exclude misleads."""
    of = look()
    learn(of.view, of.persona, 0, of.view.seat.register[0].traits[0])
    entry = of.view.public.index[of.persona]
    entry.possible = 0b0001
    assert board.candidates(of.view, of.persona)[0] != "-"
    assert "fit" in text(detail.sheet(of, 78, 30))
    entry.possible = 0b0010
    assert board.candidates(of.view, of.persona)[0] == "-"
    assert "Register: not his home" in text(detail.sheet(of, 78, 30))


def test_the_call_says_how_many_captures_decide() -> None:
    """R7.2 in persons, not in per cent: 75% of 5 are 4; after a recruitment 75% of 6 are 5."""
    of = look()
    assert actions.needed(of) == "4"
    of.view.public.recruited.append(1)
    assert actions.needed(of) == "5"
    shown = "\n".join(plain(row) for row in actions.hour_facts(of, 78))
    assert "5 of them, the leader included" in shown.replace("\n", " ")
    entry = of.view.public.index[of.persona]
    entry.named = entry.located = 2
    assert "1 is located, without a team" in plain(actions.hour_facts(of, 78)[0])


def test_a_frozen_file_is_seen_in_a_narrow_board() -> None:
    of = look()
    entry = of.view.public.index[of.persona]
    entry.named, entry.located, entry.frozen_until = 2, 2, 8
    row = plain(board.row(of, of.persona, 76))
    assert "■" in row
    assert row.endswith("%")
    assert len(row) <= 76


def test_an_unsure_name_has_its_mark_in_the_board_of_120_columns() -> None:
    """The longest standing of English fits there; what "?" is stands below."""
    of = look()
    entry = of.view.public.index[of.persona]
    entry.named, entry.located, entry.unverified[1] = 2, 2, 1
    row = plain(board.row(of, of.persona, board.TIGHT))
    assert row.endswith("%?")
    assert len(row) - len(" ".join(row.split()[-2:])) + len("KGZ 100%?") <= board.TIGHT
    assert "?: unverified." in text(board.sheet(of, 78, 20))


def test_levels_stand_first_in_the_tracks() -> None:
    of = look()
    first = [plain(row.line) for row in tracks.sheet(of, 30, 18).rows[:3]]
    assert any("Level" in line for line in first)


def test_another_zone_looks_at_a_file_of_its_own() -> None:
    """The eye stays on a persona only if the zone that looks now holds a file on it."""
    state, _events = open_exercise(small(), Seating(chair_zones=(0,)), 3)
    views = [observe(state, zone) for zone in range(len(state.public.zones))]
    mine = {zone: p for zone, view in enumerate(views) for p in view.seat.files}
    zone, own = next(iter(mine.items()))
    other, strange = next((z, p) for z, p in mine.items() if p not in views[zone].seat.files)
    of = Look(views[other], chronicle([]), (zone, other), practice=True, persona=strange)
    of.follow(views[other], of.chronicle, practice=True)
    assert of.persona == strange
    of.follow(views[zone], of.chronicle, practice=True)
    assert of.persona == own


def test_how_an_inject_came_reads_as_english() -> None:
    assert cards.way_text("written") == "in writing"
    assert cards.way_text("phone") == "by phone"


def test_capitals_do_what_small_letters_do(tmp_path: Path) -> None:
    """Caps Lock, or a person who reads "H" and presses Shift."""
    assert "H" in twin("h").split(",")

    async def story(pilot: Pilot[None]) -> None:
        await to_turn(pilot)
        await pilot.press("V")
        assert "Send a team" in dump(pilot)

    tell(tmp_path, story, new_session(tmp_path))


def test_enter_reads_the_end_before_it_leaves(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """An Enter too many after the strike does not skip how it ended."""
    view = over(look().view)
    monkeypatch.setattr(end, "work", lambda _view, _columns: [()] * 40)

    async def story(pilot: Pilot[None]) -> None:
        pilot.app.push_screen(EndScreen(view, tmp_path / "x.jsonl"))
        await until(pilot, lambda: at(pilot, EndScreen))
        await pilot.pause()
        assert "Enter go on" in dump(pilot)
        await pilot.press("enter")
        assert at(pilot, EndScreen)
        for _press in range(4):
            await pilot.press("enter")
        await until(pilot, lambda: not at(pilot, EndScreen))

    tell(tmp_path, story, new_session(tmp_path))


def test_a_share_names_its_receiver_in_the_narrowest_list() -> None:
    """The cue behind the row leaves room for the zone: a share to an unread name is a wrong share."""
    of = look()
    of.view.public.index[of.persona].possible = 0b1111
    for to in range(1, len(of.view.public.zones)):
        target = Target(Share(0, of.persona, to), None, None)
        assert of.name(to) in plain(target_list.possible_rows(of, [target], 66)[0].line)


def test_requests_that_one_reason_forbids_stand_together() -> None:
    """The reason is read to its end, every category is named, and the row explains the first of them."""
    of = look()
    of.view.public.index[of.persona].held[1] = -1
    why = Rejection(Reason.NOT_WITH_THEM, "R5.18", of.persona, 1)
    asks = [Target(Ask(0, of.persona, category, 1), why, None) for category in (-1, 0)]
    rows = target_list.refused_rows(of, asks, 60)
    shown = " ".join(plain(row.line).strip() for row in rows)
    assert [row.key for row in rows if row.key is not None] == [asks[0].command]
    assert "the file, " in shown
    assert "…" not in shown


def test_the_strip_takes_shorter_words_before_it_is_cut() -> None:
    of = look()
    of.view.public.called, of.view.public.main_round = True, 6
    assert "H-hour called" in plain(strip.strip(of, 78))
    short = plain(strip.strip(of, 64))
    assert "H-hour called" not in short
    assert "main R6" in short
    assert len(short) <= 64


def until_asked(folder: Path, answers: int) -> Session:
    """A practice exercise where so many decisions of the chair are made and an unverified lead waits (2), or
    H-hour is asked for (1)."""
    for seed in range(200):
        session = new_session(folder / str(seed), seed=seed, practice=True)
        for command in (DrawInject(0), CallHour(0, call=False))[:answers]:
            session.submit(command)
        view = session.view(0)
        if session.phase is Phase.CALL if answers == 1 else view.my_move and lead_waits(view):
            return session
    raise AssertionError("no deal of these asks so")


@pytest.mark.parametrize(
    ("answers", "advised"), [(1, CallHour(0, call=True)), (2, AnswerLead(0, accept=False))]
)
def test_enter_after_asking_the_staff_does_what_it_said(
    tmp_path: Path, answers: int, advised: AnyCommand, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The row it means need not be the first: H, then Enter never does the opposite."""
    session = until_asked(tmp_path, answers)
    monkeypatch.setattr(session, "advice", lambda: Choice(advised))

    async def story(pilot: Pilot[None]) -> None:
        room = room_of(pilot)
        room.go_tab(4)
        await pilot.press("h")
        assert room.pane("actions").key == advised

    tell(tmp_path, story, session)
