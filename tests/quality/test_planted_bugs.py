"""Every planted bug is found by the test that is named after its rule (tests/quality/planted.py)."""

from __future__ import annotations

import compileall
import os
import re
import shutil
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from queue import SimpleQueue

import pytest

from .bug import Bug
from .planted import BUGS

ROOT = Path(__file__).resolve().parents[2]
WORKERS = 2
RULES = tuple(
    f"R{section}.{number}"
    for section, last in ((2, 10), (3, 13), (4, 8), (5, 18), (6, 10), (7, 3), (8, 13), (9, 11), (10, 4))
    for number in range(1, last + 1)
)


def copy_of(place: Path) -> Path:
    """A copy of the package and of tests/core that imports itself, compiled."""
    ignore = shutil.ignore_patterns("__pycache__", "tui", "*.md")
    shutil.copytree(ROOT / "sco_tabletop", place / "sco_tabletop", ignore=ignore)
    shutil.copytree(ROOT / "tests" / "core", place / "tests" / "core", ignore=ignore)
    (place / "tests" / "__init__.py").touch()
    (place / "pytest.ini").write_text("[pytest]\nmarkers = long\n")
    compileall.compile_dir(str(place), quiet=2)
    return place


@pytest.fixture(scope="module")
def copies(tmp_path_factory: pytest.TempPathFactory) -> SimpleQueue[Path]:
    """One copy a worker; whoever takes one puts it back."""
    queue: SimpleQueue[Path] = SimpleQueue()
    for _ in range(WORKERS):
        queue.put(copy_of(tmp_path_factory.mktemp("planted")))
    return queue


def run(place: Path, tests: list[str]) -> subprocess.CompletedProcess[str]:
    """Run tests of a copy in a fresh process that imports the copy and nothing of this checkout."""
    ours = {"PYTHONPATH": str(place), "PYTHONDONTWRITEBYTECODE": "1", "PYTEST_DISABLE_PLUGIN_AUTOLOAD": "1"}
    command = [sys.executable, "-m", "pytest", "-p", "no:cacheprovider", "-x", "-q", "--assert=plain"]
    return subprocess.run(
        [*command, *(f"tests/core/{test}" for test in tests)],
        cwd=place,
        env={**{k: v for k, v in os.environ.items() if not k.startswith("PYTEST")}, **ours},
        capture_output=True,
        text=True,
        check=False,
    )


def survives(queue: SimpleQueue[Path], bug: Bug) -> str:
    """Plant the bug in a free copy, run its test, restore. Empty if the test failed as it should."""
    place = queue.get()
    file = place / "sco_tabletop" / "core" / bug.module
    good, stamp = file.read_text(), file.stat()
    try:
        if good.count(bug.old) != 1:
            return f"{bug.rule}: the text to replace occurs {good.count(bug.old)} times in {bug.module}"
        file.write_text(good.replace(bug.old, bug.new))
        os.utime(file, ns=(stamp.st_atime_ns, stamp.st_mtime_ns + 10_000_000_000))
        done = run(place, [bug.test])
        failed = done.returncode == 1 and re.search(r"^FAILED ", done.stdout, re.MULTILINE)
        found = failed and "NameError" not in done.stdout
        return (
            "" if found else f"{bug.rule}: not found by {bug.test}\n{done.stdout[-600:]}{done.stderr[-300:]}"
        )
    finally:
        file.write_text(good)
        os.utime(file, ns=(stamp.st_atime_ns, stamp.st_mtime_ns))
        queue.put(place)


def test_every_paragraph_has_a_planted_bug() -> None:
    """A bug for each paragraph of sections 2 to 10, found by a test that is named after it."""
    assert tuple(dict.fromkeys(bug.rule for bug in BUGS)) == RULES
    for bug in BUGS:
        assert f"::test_{bug.rule.lower().replace('.', '_')}_" in bug.test
        assert bug.old != bug.new


def test_every_planted_bug_is_found(copies: SimpleQueue[Path]) -> None:
    """Unplanted the named tests pass; with its bug planted each of them fails."""
    place = copies.get()
    clean = run(place, sorted({bug.test for bug in BUGS}))
    copies.put(place)
    assert clean.returncode == 0, clean.stdout[-2000:]
    with ThreadPoolExecutor(WORKERS) as pool:
        missed = [line for line in pool.map(lambda bug: survives(copies, bug), BUGS) if line]
    assert not missed, "\n".join(missed)
    print(f"{len(BUGS)} planted bugs, each found by the test named after its rule")
