"""Kill at any moment: nothing is lost for which `append` had returned."""

from __future__ import annotations

from pathlib import Path
from random import Random

import pytest

from sco_tabletop.record.fold import fold
from sco_tabletop.record.log import Writer
from sco_tabletop.record.read import read
from sco_tabletop.record.verify import Exact, verify
from tests.record.table import play, python

PLAYER = """
import sys
from pathlib import Path
from sco_tabletop.record.log import Writer
from tests.record.table import header, play
table = play(decisions=120, rewinds=0.05)
writer = Writer.create(Path(sys.argv[1]), header(), table.entries[0])
for entry in table.entries[1:]:
    number = writer.append(entry)
    print(number, flush=True)
sys.stdin.read()
"""


KILLS = [*range(5), *(pytest.param(kill, marks=pytest.mark.long) for kill in range(5, 200))]


def killed_after(path: Path, lines: int) -> int:
    """Kill a player at some moment after so many lines; the number of the last line that it had shown."""
    process = python(PLAYER, path, wait=False)
    assert process.stdout is not None
    shown = [int(process.stdout.readline()) for _ in range(lines)]
    process.kill()
    shown += [int(line) for line in process.stdout.read().splitlines(keepends=True) if line.endswith("\n")]
    process.wait()
    return shown[-1]


@pytest.mark.parametrize(
    "kill", [*range(5), *(pytest.param(k, marks=pytest.mark.long) for k in range(5, 200))]
)
def test_killed(tmp_path: Path, kill: int) -> None:
    path = tmp_path / "a.jsonl"
    shown = killed_after(path, Random(kill).randrange(1, 90))
    whole = play(decisions=120, rewinds=0.05).entries
    found = len(read(path).entries)
    assert found >= shown
    writer, save = Writer.open(path)
    with writer:
        assert list(save.entries) == whole[:found]
        for entry in whole[found:]:
            writer.append(entry)
    again = read(path)
    assert list(again.entries) == whole
    assert isinstance(verify(again), Exact)
    assert fold(again) == play(decisions=120, rewinds=0.05).state
