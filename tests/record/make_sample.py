"""`python -m tests.record.make_sample SEED`: a sample save of the present format, once for every release.

A facilitated exercise with acts, decisions and rewinds; choose a seed that has what its test asks for. Never
overwrites.
"""

from __future__ import annotations

import shutil
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from sco_tabletop.record.save import FORMAT
from tests.session.conduct_walk import walk

if __name__ == "__main__":
    target = Path(__file__).parent / "samples" / f"format-{FORMAT}.jsonl"
    if target.exists():
        sys.exit(f"{target} is there already")
    with TemporaryDirectory() as folder:
        session, reached = walk(Path(folder), int(sys.argv[1]), 150)
        session.close()
        shutil.copy(session.path, target)
    print(dict(reached))
