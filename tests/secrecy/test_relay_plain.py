"""Hot-seat in plain lines: what stands on the screen is only what the player before it may know."""

from __future__ import annotations

import io
import re
from pathlib import Path

from sco_tabletop.core.commands import AnyCommand
from sco_tabletop.core.dice import Dice, stream_key
from sco_tabletop.plain.choices import choices
from sco_tabletop.plain.lines import Console
from sco_tabletop.plain.relay import PAGE
from sco_tabletop.plain.room import run
from sco_tabletop.record.read import read
from sco_tabletop.record.verify import Exact, verify

from .relay import WORD, Watch, choose, sit_down
from .worlds import DATE

KEY = re.compile(r"types (\d) \(p public")
LETTERS = "fffffmijupc"


class Person(io.StringIO):
    """Types answers at random, and looks at the screen before each: the last lines that were printed."""

    def __init__(self, watch: Watch, target: io.StringIO, dice: Dice, most: int) -> None:
        super().__init__()
        self.watch, self.target, self.dice, self.most = watch, target, dice, most
        self.targets: tuple[AnyCommand, ...] = ()
        self.wanted: AnyCommand | None = None

    def readline(self, size: int | None = -1) -> str:  # type: ignore[override]  # noqa: ARG002
        """The next answer; empty after so many."""
        self.most -= 1
        screen = self.target.getvalue().splitlines()[-PAGE:]
        self.look("\n".join(screen))
        return "" if self.most < 0 else self.answer(screen) + "\n"

    def look(self, text: str) -> None:
        """Everything on the screen against what may be read now."""
        watch = self.watch
        if watch.session.finished:
            return
        hidden, own = watch.secrets()
        words = set(WORD.findall(text.replace(f"one of {DATE}", "")))
        watch.counts["own words"] += len(words & own)
        for word in words & hidden:
            watch.findings.append(f"line: {word} while open for {watch.session.open_for or 'nobody'}")

    def answer(self, screen: list[str]) -> str:
        """Open the curtain, look about, or take a choice by lot."""
        prompt = screen[-1]
        targets, found = self.targets, KEY.search(prompt)
        self.targets = targets if "0 to go back" in prompt else ()
        if found:
            if self.dice.chance(15):
                return self.dice.pick(("p", "9", "w"))
            self.watch.counts["hand-overs"] += 1
            return found.group(1)
        if "0 to go back" in prompt:
            return str(1 + self.targets.index(self.wanted)) if self.targets else str(self.dice.below(4))
        if self.dice.chance(30):
            return self.dice.pick(LETTERS)
        return self.decide()

    def decide(self) -> str:
        """The number of what a player would choose."""
        session = self.watch.session
        own = session.acting in session.mine
        view = session.view(session.acting) if own else session.chair_view()
        self.wanted = choose(view, self.dice, session.scenario.numbers.rounds - 2)
        for number, choice in enumerate(choices(view), 1):
            if self.wanted in choice.commands:
                self.targets = choice.commands
                return str(number)
        raise AssertionError(self.wanted)

    def isatty(self) -> bool:
        """A pipe."""
        return False


def play_plain(folder: Path, players: int, seed: int, most: int) -> Watch:
    """One exercise, or so many answers of it."""
    session = sit_down(folder, players, 4, 9, seed, bots="")
    watch, target = Watch(session), io.StringIO()
    person = Person(watch, target, Dice(stream_key(seed, 0, "lines")), most)
    run(session, Console(person, target))
    watch.counts["lines"] = target.getvalue().count("\n")
    watch.counts["finished"] = session.finished
    session.close()
    assert isinstance(verify(read(session.path)), Exact)
    return watch


def test_only_what_the_player_may_know_stands_on_the_screen(tmp_path: Path) -> None:
    """Three players to the end: private lines are read by their owner and by nobody else."""
    watch = play_plain(tmp_path, players=3, seed=2, most=3000)
    print(dict(watch.counts))
    assert not watch.findings
    assert watch.counts["finished"]
    assert watch.counts["hand-overs"] >= 20
    assert watch.counts["own words"] > 20
