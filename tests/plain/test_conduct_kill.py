"""A facilitated exercise that is killed before any line: what was shown is saved, and it goes on."""

from __future__ import annotations

import shutil
from collections import Counter
from pathlib import Path

import pytest

from sco_tabletop.conduct.acts import Composed, Released
from sco_tabletop.conduct.script import DrawPolicy
from sco_tabletop.core.words import COMMANDER
from sco_tabletop.record.read import read
from sco_tabletop.record.save import Conducted, Entry, Save
from sco_tabletop.record.trail import Trail
from sco_tabletop.record.verify import Exact, verify
from sco_tabletop.session.conducting import Setup
from sco_tabletop.wording.conduct import act_text

from .conducting import CALLED, Planner, Screen, again, conduct, lines, sit
from .test_conduct import BEFORE, CONDUCT, HOT_WASH, LATER

PLAN = [*BEFORE, (0, ["1"]), *CONDUCT]
ALONE = Setup(called=True, zones=(0, 2), bots="rookie")


def released(entries: tuple[Entry, ...]) -> Counter[str]:
    """How often each inject was delivered, as far as that still stands."""
    standing = Trail(entries).standing
    acts = [entry.act for n in standing if isinstance(entry := entries[n - 1], Conducted)]
    return Counter(act.inject for act in acts if isinstance(act, Released | Composed))


def log_first(screen: Screen, save: Save) -> int:
    """Every sentence of an act was printed after its line was in the save; how many there were."""
    place, count = 0, 0
    told = [
        (n, act_text(save.header.scenario, e.act))
        for n, e in enumerate(save.entries, 2)
        if isinstance(e, Conducted)
    ]
    for _whom, text, lines_then in screen.written:
        for later, (line, sentence) in enumerate(told[place:], place):
            if text == sentence + "\n":
                assert line <= lines_then
                place, count = later + 1, count + 1
                break
    return count


@pytest.mark.parametrize("policy", list(DrawPolicy))
def test_killed_before_any_line(tmp_path: Path, policy: DrawPolicy) -> None:
    """The save of every moment verifies EXACT and is the beginning of the whole one; coming back to every
    fifth tells again what everybody was just told, and it is conducted to its end with no inject twice."""
    kill_everywhere(tmp_path, policy, 5)


@pytest.mark.long
@pytest.mark.parametrize("policy", list(DrawPolicy))
def test_coming_back_to_every_line(tmp_path: Path, policy: DrawPolicy) -> None:
    """The same, coming back to every one of them."""
    kill_everywhere(tmp_path, policy, 1)


def kill_everywhere(tmp_path: Path, policy: DrawPolicy, stride: int) -> None:
    """Keep the save of every moment, look at all of them, and go on with every `stride`-th."""
    session, clock = sit(tmp_path, policy, CALLED if policy is DrawPolicy.OFF else ALONE)
    folder = tmp_path / "killed"
    folder.mkdir()
    moments: list[Path] = []

    def kill() -> None:
        moments.append(folder / f"{len(moments)}.jsonl")
        shutil.copy(session.path, moments[-1])

    rules = [] if policy is DrawPolicy.OFF else LATER
    screen, typed = conduct(session, clock, Planner(session, [*PLAN, *rules, *HOT_WASH]), kill)
    whole = read(session.path)
    assert len(moments) == len(typed) > 60
    assert log_first(screen, whole) > 15
    for number, path in enumerate(moments):
        save = read(path)
        assert save.entries == whole.entries[: len(save.entries)]
        assert isinstance(verify(save), Exact), number
        if number % stride == 0:
            come_back(path, save)


def come_back(path: Path, save: Save) -> None:
    """Go on with a save and end the exercise."""
    session, clock = again(path)
    told = [one for one in session.view(COMMANDER).public.announced if one.round >= session.round - 1]
    before = session.clock
    end = (session.round + (not session.discussion), ["22", "y", ""])
    planner = Planner(session, [(0, ["14" if session.started else "1"]), end])
    screen, _ = conduct(session, clock, lines("q") if session.finished else planner)
    public = screen.before("")
    for delivery in told:
        assert f"Inject {delivery.inject}: {delivery.message.title}" in public
    after = read(path)
    assert after.entries[: len(save.entries)] == save.entries
    assert isinstance(verify(after), Exact)
    assert all(count == 1 for count in released(after.entries).values())
    assert session.clock >= before
