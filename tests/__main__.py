"""`python -m tests`: style, types, import contracts, then the tests. `--long` runs the long column."""

from __future__ import annotations

import subprocess
import sys
import time
from pathlib import Path

ROOT = Path(__file__).parent.parent
PYTHON = sys.executable
CHECKS: tuple[tuple[str, list[str]], ...] = (
    ("style", [PYTHON, "-m", "ruff", "check", "."]),
    ("format", [PYTHON, "-m", "ruff", "format", "--check", "--quiet", "."]),
    ("types", [PYTHON, "-m", "mypy"]),
    ("import contracts", [str(Path(PYTHON).parent / "lint-imports"), "--no-cache"]),
)
TESTS = [PYTHON, "-m", "pytest", "-n", "2", "--dist", "worksteal", "--durations=10"]


def run(name: str, command: list[str]) -> bool:
    """Run one step and say how long it took."""
    began = time.monotonic()
    passed = subprocess.run(command, cwd=ROOT, check=False).returncode == 0
    print(f"== {name}: {'passed' if passed else 'FAILED'} in {time.monotonic() - began:.0f} s", flush=True)
    return passed


def main() -> int:
    """All steps, even after a failure; 0 when all passed."""
    marks = ["-m", "long"] if "--long" in sys.argv else ["-m", "not long"]
    tests = [*TESTS, *marks]
    results = [run(name, command) for name, command in CHECKS]
    results.append(run("tests", tests))
    return 0 if all(results) else 1


if __name__ == "__main__":
    raise SystemExit(main())
