"""Planted leaks: each kind is found by the very checks that guard the real program."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable

import attrs
import pytest

from sco_tabletop.core import engine, legal
from sco_tabletop.core.commands import AnyCommand, Ask, Lend, Share
from sco_tabletop.core.events import (
    AnyEvent,
    ChatterHeard,
    Event,
    FileOpened,
    LeadValueDrawn,
    LinksLearned,
    MainPlotSet,
    OperativeJoined,
    PersonNamed,
    PileShuffled,
    RegisterDealt,
    Shared,
    Sighted,
    TeamsCommitted,
    Told,
    TraceLaid,
    TraitsLearned,
)
from sco_tabletop.core.rejection import Reason, Rejection
from sco_tabletop.core.state import State, observe
from sco_tabletop.core.undo import may_undo
from sco_tabletop.core.view import View
from tests.core.builder import LEADER, RECRUITER, table
from tests.core.playout import playouts

from . import twins, watch
from .audience import audience_findings
from .twins import twin_findings
from .watch import Steps, canary_findings, fold_findings
from .worlds import exercises

Check = Callable[[Steps, Counter[str]], list[str]]
SECRET = (LeadValueDrawn, MainPlotSet, OperativeJoined, PileShuffled, TraceLaid)
PRIVATE = (ChatterHeard, LinksLearned, PersonNamed, RegisterDealt, TeamsCommitted, TraitsLearned)


def finds(check: Check, first: int = 0) -> bool:
    """True if the check finds anything in a few exercises."""
    return any(check(steps, Counter()) for steps in exercises(4, first))


@pytest.mark.parametrize("kind", SECRET + PRIVATE)
def test_an_event_told_to_too_many(kind: type[Event], monkeypatch: pytest.MonkeyPatch) -> None:
    """An event made public is noticed by the audience table."""
    monkeypatch.setattr(kind, "told", Told.PUBLIC)
    (line,) = audience_findings()
    assert line.startswith(kind.__name__)


@pytest.mark.parametrize("kind", [MainPlotSet, OperativeJoined, RegisterDealt, PersonNamed])
def test_a_secret_in_what_is_told(kind: type[Event], monkeypatch: pytest.MonkeyPatch) -> None:
    """A date, an undiscovered persona, a register, a name made public: canaries."""
    monkeypatch.setattr(kind, "told", Told.PUBLIC)
    assert finds(canary_findings, first=2)


@pytest.mark.parametrize(
    ("kind", "told"),
    [
        (LinksLearned, Told.NOBODY),
        (TraitsLearned, Told.NOBODY),
        (FileOpened, Told.ZONE),
        (Sighted, Told.ZONE),
    ],
)
def test_an_event_told_to_too_few(kind: type[Event], told: Told, monkeypatch: pytest.MonkeyPatch) -> None:
    """Who was not told falls behind what is observed."""
    monkeypatch.setattr(kind, "told", told)
    assert finds(fold_findings)


def test_a_view_that_is_no_fold(monkeypatch: pytest.MonkeyPatch) -> None:
    """A view with a secret filled in by the state is found by the fold and by the canaries."""

    def leaky(state: State, zone: int) -> View:
        view = observe(state, zone)
        return attrs.evolve(view, public=attrs.evolve(view.public, main_round=state.secret.main_round))

    monkeypatch.setattr(watch, "observe", leaky)
    assert finds(fold_findings)
    assert finds(canary_findings)


def twin(word: str = "") -> bool:
    """True if the twins find a line with this word in a few exercises."""
    for steps in playouts(6, first=702):
        if any(word in line for line in twin_findings(steps, Counter(), every=7)):
            return True
    return False


def test_options_from_a_secret(monkeypatch: pytest.MonkeyPatch) -> None:
    """Options that depend on the network size are found by the twins."""
    sizes: dict[int, int] = {}

    def leaky_observe(state: State, zone: int) -> View:
        sizes[id(state.public)] = len(state.secret.operatives)
        return observe(state, zone)

    def leaky_legal(view: View) -> tuple[AnyCommand, ...]:
        return legal.legal(view)[sizes[id(view.public)] % 2 :]

    monkeypatch.setattr(twins, "observe", leaky_observe)
    monkeypatch.setattr(twins, "legal", leaky_legal)
    assert twin("network: zone")


def test_a_refusal_from_a_secret(monkeypatch: pytest.MonkeyPatch) -> None:
    """A refusal that gives away the main-plot round is found by the twins."""
    honest = engine.decide

    def leaky(state: State, command: AnyCommand) -> Rejection | tuple[AnyEvent, ...]:
        answer = honest(state, command)
        if isinstance(answer, Rejection):
            return attrs.evolve(answer, number=state.secret.main_round)
        return answer

    monkeypatch.setattr(engine, "decide", leaky)
    assert twin("main-plot round: zone")


def test_an_option_that_fails_by_a_secret(monkeypatch: pytest.MonkeyPatch) -> None:
    """An option that is refused after all, because of how large the network is, is found by the twins."""
    honest = engine.decide

    def leaky(state: State, command: AnyCommand) -> Rejection | tuple[AnyEvent, ...]:
        if isinstance(command, Share | Ask | Lend) and len(state.secret.operatives) % 2:
            return Rejection(Reason.NOTHING_NEW, "R5.5")
        return honest(state, command)

    monkeypatch.setattr(engine, "decide", leaky)
    assert twin("refused")


def undo_answers() -> list[bool]:
    """Whether a share can be undone if the receiver had its links, and if not: its own secret."""
    answers, views = [], []
    for links in ((0,), ()):
        it = table()
        leader = it.operative(LEADER, 0)
        p = it.operative(RECRUITER, 1, links=(leader,))
        it.give(0, p, links=(leader,))
        it.give(1, leader)
        it.give(1, p, links=links)
        views.append(observe(it.state, 0))
        answers.append(may_undo(it.act(Share(0, p, 1))))
    assert views[0].seat == views[1].seat
    return answers


def test_an_undo_barrier_that_tells(monkeypatch: pytest.MonkeyPatch) -> None:
    """If a share could be undone when it brought nothing, the sender would learn what others hold."""
    assert undo_answers() == [False, False]
    monkeypatch.setattr(Shared, "reveals", False)
    assert undo_answers() == [True, False]
