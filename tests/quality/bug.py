"""What a planted bug is: which rule it switches off, and which test has to notice.

`old` occurs exactly once in the module. The named test is in tests/core and must fail with the bug planted.
"""

from __future__ import annotations

import attrs


@attrs.frozen
class Bug:
    """In `module` (below the package's core) `old` becomes `new`; `test` is file::function."""

    rule: str
    module: str
    old: str
    new: str
    test: str


SETUP, KNOWLEDGE, ROUND = "test_r2_setup.py", "test_r3_knowledge.py", "test_r4_round.py"
LOOK = "test_r3_first_look.py"
FIND, ACT, NETWORK = "test_r5_find.py", "test_r5_act.py", "test_r6_network.py"
STRIKE, INJECTS, EDGES = "test_r7_strike.py", "test_r8_injects.py", "test_r9_edges.py"
FACILITATOR = "test_r8_facilitator.py"
DEPTHS, ENDINGS = "test_r10_depths.py", "test_r10_endings.py"


def bug(rule: str, module: str, old: str, new: str, file: str, test: str) -> Bug:
    """A bug against the test whose name begins with its rule."""
    return Bug(rule, module, old, new, f"{file}::test_{rule.lower().replace('.', '_')}_{test}")
