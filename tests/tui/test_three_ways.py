"""The same decisions of one exercise by keys, by mouse alone and in plain lines: the same saves."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import get_args

import pytest

from sco_tabletop.core.commands import AnswerLead, AnyCommand, GoNoGo, Protect
from sco_tabletop.record.save import Decided
from sco_tabletop.session.session import Session
from tests.core.small import scenario

from .helper import SHORT, SMALL, new_session, tell
from .three_ways import Use, by_keys, by_mouse, decisions, log, play, play_plain

COUNT = 60
SEED = 304
"""A deal in which so many decisions bring most kinds, a dilemma and a strike."""
MISSING = {AnswerLead, GoNoGo, Protect}
"""Kinds that do not occur in it."""


def table(folder: Path) -> Session:
    """One person in all zones."""
    folder.mkdir()
    dealt = scenario(numbers=SHORT)
    return new_session(folder, tuple(range(len(dealt.zones))), SEED, dealt, practice=True)


@pytest.fixture(scope="module")
def played(tmp_path_factory: pytest.TempPathFactory) -> list[Decided]:
    """The decisions and what they did."""
    session = table(tmp_path_factory.mktemp("three") / "list")
    decisions(session)
    session.close()
    return log(session.path)


@pytest.fixture(scope="module")
def commands(played: list[Decided]) -> list[AnyCommand]:
    """The decisions alone."""
    return [decided.command for decided in played]


def test_the_list_has_most_kinds(commands: list[AnyCommand]) -> None:
    """What is compared is worth comparing."""
    assert len(commands) >= COUNT
    assert {type(command) for command in commands} == {*get_args(AnyCommand)} - MISSING


@pytest.mark.parametrize("use", [by_keys, by_mouse])
def test_in_the_room(tmp_path: Path, played: list[Decided], commands: list[AnyCommand], use: Use) -> None:
    """By keys; by mouse, no key pressed at all."""
    session = table(tmp_path / "room")
    tell(tmp_path, partial(play, commands=commands, use=use), session, SMALL)
    assert log(session.path) == played


def test_in_plain_lines(tmp_path: Path, played: list[Decided], commands: list[AnyCommand]) -> None:
    """The same numbers that somebody would type who reads the lists."""
    session = table(tmp_path / "plain")
    play_plain(session, commands)
    session.close()
    assert log(session.path) == played
