"""Facilitated exercises conducted by seeded lot, on the small scenario: every act, every way to play, kills.

`walk` gives back what was reached; after every step the invariants of delivery are checked.
"""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from random import Random

import attrs

from sco_tabletop.conduct.acts import (
    ACT_TYPES,
    Act,
    Called,
    Capability,
    Completed,
    Composed,
    Continued,
    Dropped,
    Ended,
    Freed,
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
from sco_tabletop.conduct.board import Item, Status
from sco_tabletop.conduct.script import (
    Branch,
    Condition,
    DrawPolicy,
    Expiry,
    Fact,
    HelpClass,
    Inject,
    InjectType,
    Script,
    Trigger,
)
from sco_tabletop.core.legal import legal
from sco_tabletop.core.message import Message
from sco_tabletop.core.rejection import Rejection
from sco_tabletop.core.scenario import Effect, EffectKind
from sco_tabletop.core.words import COMMANDER, ChairRule
from sco_tabletop.record.log import Writer
from sco_tabletop.session.conducted import ConductedSession, ConductError, release
from sco_tabletop.session.conducting import Setup, begin_conducted
from sco_tabletop.session.players import FACILITATOR
from tests.core.small import scenario

SMALL = scenario()
PIN = "1234"


def script(policy: DrawPolicy = DrawPolicy.MIX) -> Script:
    """Every kind of trigger, type and recipient. Each text is a canary: it stands nowhere else."""
    lead, minus = Effect(EffectKind.LEAD), Effect(EffectKind.ACTIONS, amount=-1)
    injects = (
        inject("01", to=(0,), trigger=Trigger(round=1), effects=(lead,)),
        inject("02", to=(1, 2), trigger=Trigger(minutes=5), effects=(minus,)),
        inject(
            "03", everybody=True, trigger=Trigger(after="01"), branches=(Branch("a", "A"), Branch("b", "B"))
        ),
        inject("04", to=(3,), trigger=Trigger(after="03", branch="b", minutes=2)),
        inject("05", to=(2,), trigger=Trigger(when=(Condition(Fact.THREAT, at_least=2),))),
        inject("06", to=(0,), trigger=Trigger(when=(Condition(Fact.IDENTIFIABLE, at_least=1),))),
        inject("07", to=(1,), trigger=Trigger(round=2), expires=Expiry(round=3), resolution="rolled back"),
        inject("08", to=(0, 3)),
        inject("09", type=InjectType.EXPECTED),
        contingency("C1", HelpClass.HELP, (0,)),
        contingency("C2", HelpClass.PRESSURE, (1,)),
        contingency("C3", HelpClass.REDIRECT, ()),
    )
    return Script("Walk", "By lot.", 60, 6, policy, injects)


def inject(number: str, **more: object) -> Inject:
    """An inject with texts that are found nowhere else."""
    return Inject(number, f"Title-{number}", f"EXERCISE. Message-{number}", notes=f"Notes-{number}", **more)  # type: ignore[arg-type]


def contingency(number: str, kind: HelpClass, to: tuple[int, ...]) -> Inject:
    """An inject of the pool."""
    return inject(number, type=InjectType.CONTINGENCY, help=kind, to=to, everybody=not to)


@attrs.define
class Wall:
    """A clock on the wall, moved by hand."""

    seconds: float = 0

    def __call__(self) -> float:
        return self.seconds


def begin(
    folder: Path,
    seed: int,
    *,
    called: bool = True,
    automatic: bool = False,
    policy: DrawPolicy = DrawPolicy.MIX,
    pin: str = "",
) -> ConductedSession:
    """A facilitated exercise before StartEx, console open."""
    setup = Setup(
        called=called,
        zones=(0, 1),
        players={} if called else {"Ana": (0,), "Bo": (1, 2)},
        bots="analyst",
        chair=ChairRule.COMMANDER if seed % 3 == 0 else ChairRule.ROTATING,
        automatic=automatic,
        pin=pin,
    )
    session = begin_conducted(setup, SMALL, script(policy), deck_digest="0" * 64, seed=seed, folder=folder)
    assert session.open_console(pin)
    return session


def again(path: Path, wall: Wall, pin: str = "") -> ConductedSession:
    """The same exercise in a new process, console open."""
    session = ConductedSession(*Writer.open(path), now=wall)
    assert session.open_console(pin)
    return session


def check(session: ConductedSession) -> None:
    """Every inject that is out was delivered once to each of its recipients; nobody got another one."""
    assert session.open_console()
    board = session.console().board
    out = [item for item in board.items.values() if item.out]
    for zone in range(len(SMALL.zones)):
        delivered = Counter(of.inject for of in session.view(zone).seat.delivered)
        assert delivered == Counter(item.inject.id for item in out if zone in item.to), zone
    announced = Counter(of.inject for of in session.view(COMMANDER).public.announced)
    assert announced == Counter(item.inject.id for item in out if item.everybody)
    assert len(board.items) >= sum(of.delivered for of in board.script.injects)


class Walker:
    """Conducts one exercise by lot. `reached` counts acts, refusals, decisions, rewinds and kills."""

    def __init__(self, session: ConductedSession, wall: Wall, rng: Random) -> None:
        self.session, self.wall, self.rng = session, wall, rng
        self.reached: Counter[str] = Counter()
        self.sentences: set[str] = set()

    def step(self) -> None:
        """One thing by lot."""
        self.wall.seconds += self.rng.choice((0, 5, 40, 90))
        kind = self.rng.choices((self.decide, self.act, self.rewind, self.kill), (10, 6, 0.4, 0.6))[0]
        kind()
        check(self.session)

    def decide(self) -> None:
        """A decision of whoever is due."""
        session = self.session
        if session.finished or session.halted:
            return
        if not session.human_turn:
            session.bot_step()
            self.reached["bot"] += 1
            return
        name = session.due
        if name not in ("", FACILITATOR):
            assert session.open_curtain(name)
        view = session.chair_view() if session.before_all else session.view(session.acting)
        step = session.submit(self.rng.choice(legal(view)))
        self.reached["refused" if isinstance(step, Rejection) else "decided"] += 1

    def act(self) -> None:
        """An act of the staff."""
        session = self.session
        session.open_console()
        act = self.choose()
        before = (session.clock, len(session.rewind_points()))
        try:
            session.do(act)
        except ConductError as why:
            self.sentences.add(str(why))
            assert before == (session.clock, len(session.rewind_points()))
            self.reached["refused"] += 1
        else:
            self.reached[type(act).__name__] += 1

    def choose(self) -> Act:
        """An act, possible or not."""
        session, rng = self.session, self.rng
        console = session.console()
        if not session.started:
            return Started()
        if not session.running and rng.random() < 0.8:
            return Continued()
        if console.due and rng.random() < 0.5:
            return release(rng.choice(console.due))
        item: Item = rng.choice(list(console.board.items.values()))
        number = item.inject.id
        text = f"text {rng.randrange(1000)}"
        branch = rng.choice(item.inject.branches).id if item.inject.branches else ""
        records = tuple(console.board.records) or (0,)
        waiting = tuple(one.inject.id for one in console.board.items.values() if one.open)
        acts: tuple[Act, ...] = (
            release(item),
            release(item, (rng.randrange(4),)),
            Composed(console.board.next_number, Message(text, text, "SimCell", "chat"), (rng.randrange(4),)),
            Held(number, text),
            Freed(number),
            Skipped(number, text),
            Postponed(waiting if rng.random() < 0.5 else (number,), minutes=5),
            Postponed((number,), rounds=1),
            Completed(number, text, branch),
            Completed(number, text, branch),
            Paused(text),
            Observed(text, rng.random() < 0.5, 1, number, "exchange.1"),
            Called(0, text, number),
            Rated("exchange.1", rng.choice(tuple(Rating)), text),
            Joined(text, "player", 2),
            Remarked(rng.choice(tuple(Question)), text),
            Planned(text, text, rng.choice(tuple(Capability))),
            Dropped(rng.choice(records)),
        )
        return Ended(text) if rng.random() < 0.01 else rng.choice(acts)

    def rewind(self) -> None:
        """Back to somewhere."""
        self.session.open_console()
        points = self.session.rewind_points()
        records = dict(self.session.console().board.records)
        if not points:
            return
        self.session.rewind(self.rng.choice(points))
        assert {n: r.act for n, r in self.session.console().board.records.items()} == {
            n: r.act for n, r in records.items()
        }
        self.reached["rewound"] += 1

    def kill(self) -> None:
        """The process dies, and the exercise is opened again."""
        session = self.session
        session.open_console()
        before = picture(session)
        clock = session.clock
        session.close()
        self.wall.seconds += 1000
        self.session = again(session.path, self.wall)
        assert picture(self.session) == before
        assert self.session.halted
        assert self.session.clock <= clock
        self.reached["killed"] += 1


def picture(session: ConductedSession) -> dict[str, object]:
    """What must survive a kill: everything but what exercise time alone made due."""
    board = session.console().board
    return {
        "items": {number: attrs.asdict(item) for number, item in board.items.items()},
        "records": dict(board.records),
        "views": [repr(session.view(zone)) for zone in range(-1, len(SMALL.zones))],
        "passed": list(board.passed),
        "points": session.rewind_points(),
    }


def walk(folder: Path, seed: int, steps: int) -> tuple[ConductedSession, Counter[str]]:
    """Conduct an exercise for so many steps; the session, still open, and what was reached."""
    rng, wall = Random(seed), Wall()
    session = begin(
        folder, seed, called=seed % 2 == 0, automatic=seed % 5 == 0, policy=list(DrawPolicy)[seed % 3]
    )
    session.close()
    walker = Walker(again(session.path, wall), wall, rng)
    for _ in range(steps):
        walker.step()
    assert all(sentence.endswith((".", ").")) for sentence in walker.sentences)
    return walker.session, walker.reached


ALL = {kind.__name__ for kind in ACT_TYPES}
STATUSES = set(Status)
