"""A facilitated exercise in plain lines with somebody at the keyboard: a script of canaries, a screen that
knows before whom each line appeared, and a typist who follows a plan.
"""

from __future__ import annotations

import io
from collections.abc import Callable
from pathlib import Path
from typing import Any

import attrs

from sco_tabletop.conduct.script import Branch as Way
from sco_tabletop.conduct.script import (
    Condition,
    DrawPolicy,
    Fact,
    HelpClass,
    Inject,
    InjectType,
    Script,
    Trigger,
)
from sco_tabletop.core.scenario import Effect, EffectKind, Objective, Scenario
from sco_tabletop.plain.conduct import run
from sco_tabletop.plain.lines import Console
from sco_tabletop.record.log import Writer
from sco_tabletop.session.conducted import ConductedSession
from sco_tabletop.session.conducting import Setup, begin_conducted
from tests.core.small import NUMBERS, scenario

SECONDS = 7
"""That pass with every line."""
TASKS = Objective("exchange", "Exchange", ("Share what is held", "Ask for what is missing"))
CALLED = Setup(called=True, zones=(0, 1, 2, 3))


def inject(number: str, **more: Any) -> Inject:
    """An inject of which every text is a canary of its own."""
    texts = {name: f"Canary-{number}-{name}" for name in ("title", "message", "sender", "expected", "notes")}
    return attrs.evolve(
        Inject(number, texts["title"], texts["message"], to=(), everybody=True),
        **{"sender": texts["sender"], "expected": texts["expected"], "notes": texts["notes"], **more},
    )


def script(policy: DrawPolicy) -> Script:
    """One of every kind of trigger, a branch, a condition on the truth, a pool, a line for the staff."""
    truth = Trigger(when=(Condition(Fact.OPERATIVES, 1),), round=2)
    some: dict[str, Any] = {"everybody": False}
    lines = (
        inject("01", trigger=Trigger(round=1), tasks=("exchange.1",)),
        inject("02", to=(1, 2), trigger=Trigger(after="01", minutes=1), branches=(Way("a", "W-a"),), **some),
        inject("03", to=(0,), trigger=Trigger(minutes=3), effects=(Effect(EffectKind.ACTIONS, -1),), **some),
        inject("04"),
        inject("05", trigger=truth),
        inject("06", to=(3,), trigger=Trigger(after="02", branch="a"), **some),
        inject("E1", type=InjectType.EXPECTED),
        inject("H1", type=InjectType.CONTINGENCY, help=HelpClass.HELP, use_when="Canary-H1-when"),
        inject("P1", type=InjectType.CONTINGENCY, help=HelpClass.PRESSURE, to=(2,), **some),
        inject("R1", type=InjectType.CONTINGENCY, help=HelpClass.REDIRECT),
    )
    return Script("Canary-script", "Canary-summary", 60, 4, policy, lines)


def world() -> Scenario:
    """The small scenario with an objective."""
    return attrs.evolve(
        scenario(numbers=attrs.evolve(NUMBERS, trust=40, threat_limit=99)), objectives=(TASKS,)
    )


class Clock:
    """Time that passes only when somebody types."""

    def __init__(self) -> None:
        self.seconds = 0.0

    def __call__(self) -> float:
        return self.seconds


def sit(
    folder: Path, policy: DrawPolicy, setup: Setup = CALLED, seed: int = 3
) -> tuple[ConductedSession, Clock]:
    """A new exercise before StartEx."""
    made = begin_conducted(setup, world(), script(policy), deck_digest="0" * 64, seed=seed, folder=folder)
    made.close()
    return again(made.path)


def again(path: Path) -> tuple[ConductedSession, Clock]:
    """The exercise of a save, with a clock of ours."""
    clock = Clock()
    writer, save = Writer.open(path)
    return ConductedSession(writer, save, clock), clock


class Screen(io.StringIO):
    """What was printed, with the name before whom the curtain was open, and the lines the save had then."""

    def __init__(self, session: ConductedSession) -> None:
        super().__init__()
        self._session = session
        self.written: list[tuple[str, str, int]] = []
        self.since = ""

    def write(self, text: str) -> int:
        lines = self._session.path.read_bytes().count(b"\n")
        self.written.append((self._session.open_for, text, lines))
        self.since += text
        return super().write(text)

    def before(self, name: str) -> str:
        """All that was printed while the curtain was open for this name; empty: for everybody."""
        return "".join(text for whom, text, _lines in self.written if whom == name)


Answer = Callable[[str], str | None]


class Typist(io.StringIO):
    """Answers what was printed since the last line; None ends the input. `watch` is called before each."""

    def __init__(self, screen: Screen, clock: Clock, answer: Answer, watch: Callable[[], None]) -> None:
        super().__init__()
        self._screen, self._clock, self._answer, self._watch = screen, clock, answer, watch
        self.typed: list[str] = []

    def isatty(self) -> bool:
        return False

    def readline(self, _size: int | None = -1, /) -> str:  # type: ignore[override]
        self._watch()
        asked, self._screen.since = self._screen.since, ""
        self._clock.seconds += SECONDS
        line = self._answer(asked)
        if line is None:
            return ""
        self.typed.append(line)
        return line + "\n"


def nothing() -> None:
    """No watcher."""


def conduct(
    session: ConductedSession, clock: Clock, answer: Answer, watch: Callable[[], None] = nothing
) -> tuple[Screen, list[str]]:
    """Run it to the end of input or until somebody leaves; the screen, and what was typed."""
    screen = Screen(session)
    typist = Typist(screen, clock, answer, watch)
    try:
        run(session, Console(typist, screen))
    finally:
        session.close()
    return screen, typist.typed


def lines(*typed: str) -> Answer:
    """These lines, whatever is asked, then the end of input."""
    rest = list(typed)
    return lambda _asked: rest.pop(0) if rest else None


def place(line: str, asked: str) -> str:
    """A line as it is; or, for "@words", the number of the choice that says these words."""
    if not line.startswith("@"):
        return line
    return next(text.split(".")[0].strip() for text in asked.splitlines() if line[1:] in text)


class Planner:
    """Follows a plan at the console: blocks of lines, each from its round on; else moves the exercise on."""

    def __init__(self, session: ConductedSession, plan: list[tuple[int, list[str]]]) -> None:
        self._session, self._plan = session, list(plan)
        self._queue: list[str] = []

    def __call__(self, asked: str) -> str | None:
        if self._queue:
            return place(self._queue.pop(0), asked)
        if "StartEx: exercise time" in asked:
            return "y"
        if "0 closes the console" in asked:
            return self._at_console()
        if "y for yes, Enter for no" in asked:
            return ""
        if "x the console, p public view" in asked:
            return "q" if self._session.finished and not self._plan else "x"
        return "1"

    def _at_console(self) -> str:
        if self._plan and self._plan[0][0] <= self._session.round:
            self._queue = self._plan.pop(0)[1][:]
            return self._queue.pop(0)
        return "1"
