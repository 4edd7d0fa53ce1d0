"""Reasons and recommendations: every need has a sentence, and nothing private is in it."""

from pathlib import Path

import pytest

from sco_tabletop.bots.reasons import NEEDS
from sco_tabletop.core.commands import Monitor
from sco_tabletop.core.talk import Need, Reason
from sco_tabletop.session.begin import Table, begin
from sco_tabletop.session.reopen import reopen
from sco_tabletop.session.session import Session
from sco_tabletop.wording.reasons import advice_text, need_text, reason_text
from tests.decks import first_watch


def sit_down(folder: Path, practice: bool = True) -> Session:
    """One person in the first zone of First Watch."""
    folder.mkdir(exist_ok=True)
    return begin(Table(), first_watch(), deck_digest="", seed=5, practice=practice, folder=folder)


@pytest.mark.parametrize("need", list(Need))
def test_every_need_has_a_sentence(need: Need, tmp_path: Path) -> None:
    """With and without a move that it beat."""
    session = sit_down(tmp_path)
    view = session.view(0)
    assert set(NEEDS.values()) == set(Need)
    text = need_text(view, Reason(need, 0, 1, 1))
    assert text.endswith(".")
    assert reason_text(view, Reason(need, 0, 1, 1)) == text
    assert "Monitor" in reason_text(view, Reason(need, 0, 1, 1, Monitor(0)))
    session.close()


def test_bots_say_why_and_the_save_keeps_it(tmp_path: Path) -> None:
    """In practice the journal has a reason for moves of bots, also after resuming; assessed it has none."""
    session = sit_down(tmp_path)
    while len(session.reasons()) < 6:
        if session.human_turn:
            advice = session.advice()
            assert advice is not None
            assert advice_text(session.view(session.acting), advice.command, advice.reason)
            session.submit(advice.command)
        else:
            session.bot_step()
    told = list(session.reasons().values())
    beaten = [reason for reason in told if reason.beat is not None]
    assert beaten
    session.close()
    again = reopen(session.path)
    assert list(again.reasons().values()) == told
    again.close()


def test_assessed_exercises_are_without_advice(tmp_path: Path) -> None:
    """No recommendation, no reasons."""
    session = sit_down(tmp_path, practice=False)
    while not session.human_turn:
        session.bot_step()
    assert session.advice() is None
    assert session.reasons() == {}
    session.close()
