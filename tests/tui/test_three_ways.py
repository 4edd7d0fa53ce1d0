"""The same steps of one exercise by keys, by mouse alone and in plain lines: the same saves."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import get_args

import attrs
import pytest
from textual.pilot import Pilot

from sco_tabletop.core.commands import AnyCommand, ChooseOption
from sco_tabletop.core.scenario import KindWeight
from sco_tabletop.core.words import Kind
from sco_tabletop.record.save import Decided, Rewound
from sco_tabletop.session.session import Session
from tests.core.small import WEIGHTS, scenario

from .helper import SHORT, SMALL, new_session, tell
from .three_ways import Step, Typist, Use, by_keys, by_mouse, decisions, log, play, play_plain

COUNT = 60
SEED = 320
"""A deal in which so many decisions bring every kind, a dilemma and a strike."""
OFTEN = {Kind.DILEMMA: 60, Kind.LOW_LEAD: 60}


def table(folder: Path) -> Session:
    """One person in all zones of a network that is soon prepared, so that zones are warned of plots."""
    folder.mkdir()
    weights = tuple(KindWeight(of.kind, OFTEN.get(of.kind, of.weight)) for of in WEIGHTS)
    numbers = attrs.evolve(SHORT, preparation_needed=2)
    dealt = attrs.evolve(scenario(numbers=numbers), kind_weights=weights)
    return new_session(folder, tuple(range(len(dealt.zones))), SEED, dealt, practice=True)


@pytest.fixture(scope="module")
def played(tmp_path_factory: pytest.TempPathFactory) -> list[Decided | Rewound]:
    """The steps and what they did."""
    session = table(tmp_path_factory.mktemp("three") / "list")
    decisions(session)
    session.close()
    return log(session.path)


@pytest.fixture(scope="module")
def steps(played: list[Decided | Rewound]) -> list[Step]:
    """The steps alone."""
    return [of.command if isinstance(of, Decided) else None for of in played]


@pytest.fixture(scope="module")
def typist(
    played: list[Decided | Rewound], steps: list[Step], tmp_path_factory: pytest.TempPathFactory
) -> Typist:
    """The same numbers that somebody would type who reads the lists, which give the same save."""
    session = table(tmp_path_factory.mktemp("three") / "plain")
    found = play_plain(session, steps)
    session.close()
    assert log(session.path) == played
    return found


def test_the_list_has_all_kinds(played: list[Decided | Rewound], steps: list[Step]) -> None:
    """What is compared is worth comparing: every command of a player, both ways of taking back."""
    assert len(steps) >= COUNT
    assert {type(step) for step in steps} - {type(None)} == {*get_args(AnyCommand)}
    assert {of.beyond for of in played if isinstance(of, Rewound)} == {True, False}


def test_in_plain_lines(typist: Typist) -> None:
    """Also the card without H-hour that asks the chair something was one choice, and its answer."""
    assert ChooseOption in typist.calm


@pytest.mark.parametrize("use", [by_keys, by_mouse])
def test_in_the_room(
    tmp_path: Path, played: list[Decided | Rewound], steps: list[Step], typist: Typist, use: Use
) -> None:
    """By keys; by mouse, no key pressed at all. What is asked back is the same as in plain lines."""
    session = table(tmp_path / "room")
    found: Counter[str] = Counter()

    async def story(pilot: Pilot[None]) -> None:
        found.update(await play(pilot, steps, use))

    tell(tmp_path, story, session, SMALL)
    assert log(session.path) == played
    assert +found == +typist.asked
    assert {"EndTurn", "Discard", "Withdraw", "GoNoGo", "Commit", "NoneType"} == {*+found}
