"""Facilitated exercises to be reported: one with rules and cards (mix), one discussion."""

from __future__ import annotations

from pathlib import Path

import attrs

from sco_tabletop.bots.policy import noise_for
from sco_tabletop.conduct.acts import (
    Act,
    Called,
    Capability,
    Completed,
    Composed,
    Continued,
    Ended,
    Held,
    Joined,
    Observed,
    Paused,
    Planned,
    Postponed,
    Question,
    Rated,
    Rating,
    Remarked,
    Skipped,
    Started,
)
from sco_tabletop.conduct.script import DrawPolicy, Inject, Script
from sco_tabletop.content import load, locate
from sco_tabletop.content.script import load_script
from sco_tabletop.core.message import Message
from sco_tabletop.core.rejection import Rejection
from sco_tabletop.core.scenario import Scenario
from sco_tabletop.record.log import Writer
from sco_tabletop.record.read import read
from sco_tabletop.record.save import Save
from sco_tabletop.session.conducted import ConductedSession, release
from sco_tabletop.session.conducting import Setup, begin_conducted
from tests.deciding import deciding


@attrs.define
class Wall:
    """A clock on the wall, moved by hand: every exercise takes the same time."""

    seconds: float = 0

    def __call__(self) -> float:
        return self.seconds


class Room:
    """A facilitator at work."""

    def __init__(self, session: ConductedSession, wall: Wall) -> None:
        self.session, self.wall, self.seed = session, wall, session.seed
        assert session.open_console()

    def do(self, *acts: Act, after: int = 0) -> None:
        """Acts, the first after so many seconds."""
        self.wall.seconds += after
        for act in acts:
            self.session.do(act)

    def release(self, number: str, after: int = 0) -> None:
        """Release an inject as the script has it."""
        self.wall.seconds += after
        self.session.do(release(self.session.console().board.items[number]))

    @property
    def entry(self) -> int:
        """The entry before the last one that stands: what going one step back goes to."""
        return self.session.rewind_points()[-1]

    def play(self, *, to_round: int = 99, seconds: int = 20) -> None:
        """Decisions as an analyst would call them out, until a round has begun or the exercise is over."""
        session = self.session
        while not session.finished and session.round < to_round:
            self.wall.seconds += seconds
            if session.human_turn:
                view = session.chair_view() if session.before_all else session.view(session.acting)
                noise = noise_for(self.seed, int(self.wall.seconds))
                assert not isinstance(session.submit(deciding("analyst")(view, noise)), Rejection)
            else:
                session.bot_step()

    def close(self) -> Save:
        """End of work: the save."""
        self.session.close()
        return read(self.session.path)


def room(folder: Path, deck: str, *, zones: tuple[int, ...] = (0, 1), seed: int = 7, **more: object) -> Room:
    """The deck's own script, decisions called out, console open."""
    scenario = load(locate(deck), None)
    script = load_script(locate(deck), scenario)
    assert script is not None
    return of_script(folder, scenario, script, zones=zones, seed=seed, **more)


def of_script(
    folder: Path, scenario: Scenario, script: Script, *, zones: tuple[int, ...], seed: int = 7, **more: object
) -> Room:
    """Any script."""
    setup = Setup(called=True, zones=zones, bots="analyst", **({"facilitator": "Lee"} | more))  # type: ignore[arg-type]
    session = begin_conducted(setup, scenario, script, deck_digest="0" * 64, seed=seed, folder=folder)
    session.close()
    wall = Wall()
    return Room(ConductedSession(*Writer.open(session.path), now=wall), wall)


def mixed(folder: Path, *, finish: bool = True) -> Save:
    """Xiamen 2019 with everything that a report tells of: hold, skip, postpone, an inject written on the
    spot, a contingency, a branch, a rewind, observations, ratings, hot wash, plan. Three rounds unless
    finished."""
    at = room(folder, "xiamen-2019", zones=(0, 1, 2))
    at.do(Joined("Ana", "team leader", 0), Joined("Bo", "analyst", 1), Joined("Cy", "observer"))
    at.do(Started(), after=5)
    at.release("01", after=60)
    at.play(to_round=2)
    at.do(Completed("01", "They agreed on circulars at the end of each round."), after=30)
    at.do(
        Observed("Who collects what was said in one sentence.", True, 0, "01", "intelligence-exchange.2"),
        after=10,
    )
    at.do(Held("03", "Tajikistan is still busy."), Postponed(("04",), minutes=5, rounds=1))
    at.release("02", after=20)
    at.do(Completed("02", "WRONG-WAY", "separate"), after=60)
    back = at.entry
    at.do(Skipped("P2", "WRONG-SKIP"))
    at.do(Observed("Each wrote a form of its own.", False, 1, "02"), after=5)
    at.session.rewind(back)
    at.do(Completed("02", "One request after a call.", "joint"), after=15)
    at.do(Paused("Coffee."), after=5)
    at.do(Continued(), after=600)
    at.do(
        Composed(
            at.session.console().board.next_number,
            Message("A letter", "EXERCISE. A letter is late.", "Post office", "written"),
            (1,),
        ),
        after=40,
    )
    at.play(to_round=3)
    at.release("H1", after=10)
    at.do(Skipped("06", "No time left."))
    at.do(Observed("The clerk's table was used at once.", True, -1, "H1", "intelligence-exchange.3"), after=5)
    at.do(Observed("Two asked the same state twice.", False, -1, "", "intelligence-exchange.2"))
    if finish:
        at.play()
        assert at.session.finished
        at.do(
            Rated("intelligence-exchange.2", Rating.MAJOR, "Answers came a round late."),
            Remarked(Question.WELL, "Circulars kept everybody on one page."),
            Remarked(Question.NEXT, "One form for all, by spring."),
            Planned(
                "Two forms for one question",
                "Agree on one form",
                Capability.PLANNING,
                "Legal desk",
                "desk@example.org",
                "2027-01-10",
                "2027-03-31",
            ),
        )
    return at.close()


def talked(folder: Path, *, finish: bool = True) -> Save:
    """First Watch as a discussion, to its end or to the middle of it."""
    at = room(folder, "first-watch", zones=(0, 1, 2, 3))
    at.do(Joined("Ana", "team leader", 0), Joined("Dee", "evaluator"))
    at.do(Started())
    at.release("01", after=120)
    at.do(Called(0, "We write one list for all four.", "01"), after=240)
    at.do(Called(-1, "A sighting is told at once."), after=60)
    at.do(Completed("01", "One list, kept by the chair."), after=30)
    at.do(Observed("The list was agreed in four minutes.", True, 0, "01", "intelligence-exchange.2"))
    at.release("02", after=330)
    if finish:
        at.do(Observed("Nobody said who may read it.", False, 2, "02", "intelligence-exchange.1"), after=200)
        at.do(Skipped("03", "The talk went on to the hour."), after=20)
        at.do(Remarked(Question.IMPROVE, "Say who reads before who writes."), after=60)
        at.do(Ended("Time is up."), after=1200)
        at.do(Rated("intelligence-exchange.2", Rating.PERFORMED))
    return at.close()


def on_the_way(folder: Path, pin: str) -> Save:
    """First Watch with rules, a PIN, and one inject out in the first round."""
    scenario = load(locate("first-watch"), None)
    script = Script("Short", "", 30, 2, DrawPolicy.MIX, (Inject("01", "One", "EXERCISE.", to=(0,)),))
    setup = Setup(called=True, zones=(0,), bots="analyst", pin=pin)
    session = begin_conducted(setup, scenario, script, deck_digest="0" * 64, seed=7, folder=folder)
    assert session.open_console(pin)
    session.do(Started())
    session.do(release(session.console().board.items["01"]))
    session.close()
    return read(session.path)
