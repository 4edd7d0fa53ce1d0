"""`python -m tests.record.make_sample SEED`: a sample save of the present format, once for every release.

An exercise with rewinds of both kinds, seats that change and a strike; choose a seed that has
them. Never overwrites.
"""

from __future__ import annotations

import sys
from pathlib import Path

from sco_tabletop.record.save import FORMAT
from tests.record.table import header, play, write

if __name__ == "__main__":
    seed = int(sys.argv[1])
    write(
        Path(__file__).parent / "samples" / f"format-{FORMAT}.jsonl",
        play(seed, rewinds=0.03, changes=0.02).entries,
        header(seed),
    )
