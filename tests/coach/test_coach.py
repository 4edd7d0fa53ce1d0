"""The coach without a screen: its own word leads to the end on any deal, and holds no secret."""

from __future__ import annotations

import io
import random
import re
from pathlib import Path

import pytest

from sco_tabletop.cli import main
from sco_tabletop.content import load, locate
from sco_tabletop.core.events import NetworkOpened
from sco_tabletop.core.legal import legal, refusal
from sco_tabletop.core.view import View
from sco_tabletop.core.words import Phase, Result
from sco_tabletop.plain.lines import Console
from sco_tabletop.plain.room import run
from sco_tabletop.record.read import read
from sco_tabletop.record.verify import Exact, verify
from sco_tabletop.session.begin import Table, begin
from sco_tabletop.session.session import Session
from sco_tabletop.session.tutorial import SEED, advice_of, begin_tutorial, coached, learned_in
from sco_tabletop.wording import words
from tests.session.test_session import create

NAMED = re.compile(r"Coach: .*?Number (\d+)(?:, then (\d+))?\.")


def deal(folder: Path, seed: int, table: Table | None = None, *, practice: bool = True) -> Session:
    """The tutorial's deck with another deal or table."""
    scenario = load(locate("tutorial"))
    return begin(
        table or Table(),
        scenario,
        deck_digest="0" * 64,
        seed=seed,
        practice=practice,
        folder=folder,
    )


def unheard(view: View, everybody: set[str]) -> set[str]:
    """Aliases and code names that this seat has not been told."""
    known = {words.persona(view.scenario, p) for p in view.public.index}
    known |= {words.person(view.scenario, person) for person in view.seat.register}
    return everybody - known


@pytest.mark.parametrize("seed", [SEED, 1, 2, 4, 9])
def test_its_word_is_always_possible_and_known(tmp_path: Path, seed: int) -> None:
    """Whatever the deal: every command it means is legal, no text names what the seat was not told, and its
    way captures everybody."""
    session = deal(tmp_path, seed)
    everybody = {*session.scenario.personas, *session.scenario.persons}
    while not session.finished:
        view, advice = session.view(0), advice_of(session)
        assert advice is not None
        said = f"{advice.gain} {advice.task}"
        assert not [name for name in unheard(view, everybody) if name in said]
        assert len(said) < 190
        if not session.human_turn:
            session.bot_step()
            continue
        assert advice.command is not None
        assert refusal(view, advice.command) is None
        session.submit(advice.command)
    assert session.view(0).public.result is Result.COMPLETE
    session.close()


@pytest.mark.parametrize("lot", range(3))
def test_beside_the_path_it_finds_the_way_on(tmp_path: Path, lot: int) -> None:
    """Two rounds of anything that is possible, then its word again: always legal, and it comes to an end."""
    session, dice = begin_tutorial(tmp_path), random.Random(lot)
    while not session.finished:
        view, advice = session.view(0), advice_of(session)
        assert advice
        if not session.human_turn:
            session.bot_step()
            continue
        assert advice.command
        assert refusal(view, advice.command) is None
        free = view.public.round < 3 and view.public.phase is Phase.TURN
        session.submit(dice.choice(legal(view)) if free else advice.command)
    assert "strike" in learned_in(session)
    session.close()


def test_the_lessons_come_in_their_order(tmp_path: Path) -> None:
    """On the tutorial's own deal: one after another, and the network is not opened before the strike."""
    session, order = begin_tutorial(tmp_path), list[str]()
    while not session.finished:
        advice = advice_of(session)
        if session.human_turn and advice and advice.command:
            session.submit(advice.command)
        else:
            session.bot_step()
        order += sorted(learned_in(session) - set(order))
        opened = any(isinstance(event, NetworkOpened) for _round, event in session.journal(0))
        assert opened == session.finished
    assert order == ["find", "analyse", "request", "share", "name", "locate", "stage", "call", "strike"]
    session.close()


class Obedient(io.StringIO):
    """Standard input of somebody who types the numbers that the coach names in `target`."""

    def __init__(self, target: io.StringIO) -> None:
        super().__init__()
        self.target, self.typed, self.queue = target, 0, list[str]()

    def readline(self, _size: int | None = -1, /) -> str:  # type: ignore[override]
        if not self.queue:
            self.queue = [n for n in NAMED.findall(self.target.getvalue())[-1] if n]
        self.typed += 1
        return self.queue.pop(0) + "\n"


def test_in_plain_lines_the_numbers_lead_to_the_end(tmp_path: Path) -> None:
    """The same coach, as lines; the save decides again exactly."""
    session, target = begin_tutorial(tmp_path), io.StringIO()
    source = Obedient(target)
    run(session, Console(source, target))
    session.close()
    text = target.getvalue()
    assert "Result: Complete" in text
    assert "Coach: That was the whole process." in text
    assert "Coach, 8 of 9 learned" in text
    assert source.typed < 40
    assert isinstance(verify(read(session.path)), Exact)


def test_undo_takes_the_lesson_back(tmp_path: Path) -> None:
    """Progress is what stands in the log, nothing else."""
    session = begin_tutorial(tmp_path)
    while "find" not in learned_in(session):
        advice = advice_of(session)
        assert advice
        assert advice.command
        session.submit(advice.command)
    session.undo()
    assert "find" not in learned_in(session)
    session.close()


def test_the_command_line_deals_the_same(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """`play tutorial --plain` begins what the title begins, with the coach's first word."""
    monkeypatch.setattr("sys.stdin", io.StringIO(""))
    with pytest.raises(SystemExit):
        main(["play", "tutorial", "--plain", "--saves", str(tmp_path / "a")])
    assert "Coach: You hold the chair" in capsys.readouterr().out
    session = begin_tutorial(tmp_path / "b")
    session.close()
    [typed] = (tmp_path / "a").glob("*.jsonl")
    one, other = read(typed).header, read(session.path).header
    assert (one.seed, one.seats, one.practice) == (other.seed, other.seats, other.practice)


def test_who_has_a_coach(tmp_path: Path) -> None:
    """One person, one zone, practice, this deck; otherwise nobody speaks."""
    seats = [
        (deal(tmp_path, 1), True),
        (deal(tmp_path, 1, practice=False), False),
        (deal(tmp_path, 1, Table(zones=(0, 1))), False),
        (create(tmp_path), False),
    ]
    for session, expected in seats:
        assert coached(session) == expected
        assert (advice_of(session) is not None) == expected
        session.close()
