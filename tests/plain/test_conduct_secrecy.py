"""Random facilitators and random players: with the console closed nothing of the script or the truth is
printed, and behind a curtain only what that player was delivered.
"""

from __future__ import annotations

import random
import re
from collections.abc import Iterator
from pathlib import Path

import attrs
import pytest

from sco_tabletop.conduct.acts import Composed, Released
from sco_tabletop.conduct.script import DrawPolicy
from sco_tabletop.core.message import Message
from sco_tabletop.record.read import read
from sco_tabletop.record.save import Conducted, Save
from sco_tabletop.record.verify import Exact, verify
from sco_tabletop.session.conducted import ConductedSession
from sco_tabletop.session.conducting import Setup
from sco_tabletop.session.players import FACILITATOR

from .conducting import CALLED, Screen, conduct, sit

CANARY = re.compile(r"Canary-[\w-]+|Typed\d+|W-a")
HANDED = re.compile(
    r"alone: everybody else looks away\. Enter shows it:(.*?)-- The curtain is closed", re.DOTALL
)
PERSON = re.compile(r"Person\d+")
PLAYERS = Setup(players={"Ana": (0, 2), "Bo": (1, 3)}, bots="", pin="4711", pins={"Bo": "1234"})
TABLES = (
    (CALLED, DrawPolicy.OFF),
    (attrs.evolve(CALLED, zones=(0, 2), bots="rookie", pin="4711"), DrawPolicy.MIX),
    (attrs.evolve(CALLED, automatic=True), DrawPolicy.REPLACE),
    (PLAYERS, DrawPolicy.REPLACE),
    (attrs.evolve(PLAYERS, automatic=True), DrawPolicy.MIX),
    (PLAYERS, DrawPolicy.OFF),
)


class Monkey:
    """Types anything that could be typed; what it writes are words that nothing else says."""

    def __init__(self, session: ConductedSession, seed: int, count: int) -> None:
        self._session, self._chance, self._left, self._typed = session, random.Random(seed), count, 0

    def __call__(self, asked: str) -> str | None:
        self._left -= 1
        return self._answer(asked.rstrip().rsplit("\n", 1)[-1]) if self._left else None

    def _answer(self, asked: str) -> str:
        pick = self._chance.choice
        if "0 closes the console" in asked:
            letters = ["0", "0", "o", "?", "zz", "13"]
            return pick(["1"] * 8 + letters + [str(number) for number in range(2, 22)])
        if "PIN of the facilitator" in asked:
            return pick(["4711", "4711", "1234"])
        if "PIN of" in asked:
            return pick(["1234", "1234", "4711"])
        if " types " in asked:
            return pick([str(self._session.roster.number_of(self._session.due))] * 6 + ["x", "d", "p", "3"])
        if "Number, x the console" in asked or "0 back to the console" in asked:
            return pick(
                ["1"] * 9 + ["2", "3", "4", "x", "d", "?", "m", "i", "f", "j", "u", "h", "p", "0", "c"]
            )
        if "x the console" in asked:
            return pick(["x", "x", "d", "p", "", "1", "j", "o"])
        return self._staff(asked)

    def _staff(self, asked: str) -> str:
        pick = self._chance.choice
        if "Number, or 0" in asked or "Number, Enter" in asked:
            return pick(["1", "1", "2", "3", "4", "5", "0"])
        if "To whom?" in asked:
            return pick(["all", "z1", "Z0,Z2", "Z3", "Z9"])
        if "y for yes" in asked:
            return pick(["y", ""])
        if "By how many" in asked:
            return pick(["", "1", "7", "x"])
        if "Number of the inject" in asked:
            return pick(["", "02", "99"])
        if "Enter keeps" in asked:
            return pick(["", "0"])
        if "Enter" in asked:
            return ""
        self._typed += 1
        return pick([f"Typed{self._typed}", f"Typed{self._typed}", "", "0"])


def words(message: Message) -> set[str]:
    """What a recipient reads."""
    return {message.title, message.text, message.sender}


def delivered(save: Save) -> list[tuple[int, bool, tuple[int, ...], set[str]]]:
    """Every delivery: its line of the save, whether to everybody, to which zones, and its words."""
    conducted = save.header.conduct
    assert conducted is not None
    found = []
    for line, entry in enumerate(save.entries, 2):
        act = entry.act if isinstance(entry, Conducted) else None
        if isinstance(act, Composed):
            found.append((line, act.everybody, act.to, words(act.message)))
        elif isinstance(act, Released):
            inject = conducted.script.inject(act.inject)
            assert inject is not None
            found.append((line, act.everybody, act.to, words(inject.words)))
    return found


def findings(session: ConductedSession, screen: Screen, save: Save) -> Iterator[str]:
    """Everything that was printed before the wrong eyes, or before it was delivered."""
    given, handing = delivered(save), False
    for whom, text, lines in screen.written:
        if whom == FACILITATOR:
            continue
        if not whom and text.startswith("EndEx at "):
            return  # what is opened to all is opened
        handing = (
            handing or "everybody else looks away. Enter shows it" in text
        ) and "-- The curt" not in text
        zones = (0, 1, 2, 3) if handing else session.roster.zones_of(whom) if whom else ()
        sound = [said for line, every, to, said in given if line <= lines and (every or set(to) & set(zones))]
        for told in set(CANARY.findall(text)) - set().union(*sound):
            yield f"{whom or 'everybody'}: {told}"
        for told in () if whom else PERSON.findall(text):
            yield f"everybody: {told}"


@pytest.mark.parametrize("table", range(len(TABLES)))
def test_nothing_is_printed_before_the_wrong_eyes(tmp_path: Path, table: int) -> None:
    """A long random sitting at every kind of table; the log says the same when decided again."""
    setup, policy = TABLES[table]
    session, clock = sit(tmp_path, policy, setup)
    screen, typed = conduct(session, clock, Monkey(session, table, 450))
    save = read(session.path)
    assert isinstance(verify(save), Exact)
    assert not set(findings(session, screen, save))
    assert len(typed) > 400
    console = screen.before(FACILITATOR)
    assert CANARY.search(console)
    assert re.search(r"Canary-\w+-notes", console)
    assert policy is DrawPolicy.OFF or PERSON.search(console)


def test_a_planted_leak_is_found(tmp_path: Path) -> None:
    """What this file looks for, it finds."""
    session, clock = sit(tmp_path, DrawPolicy.REPLACE)
    screen, _ = conduct(session, clock, lambda _asked: None)
    save = read(session.path)
    assert not set(findings(session, screen, save))
    screen.write("Canary-02-title Person7\n")
    assert set(findings(session, screen, save)) == {"everybody: Canary-02-title", "everybody: Person7"}
