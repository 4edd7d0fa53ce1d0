"""What keeps a deal from being won (R2.10): the findings of `solvable`, told by number."""

from __future__ import annotations

from enum import Enum

import attrs


class Flaw(Enum):
    """Why a deal cannot be won."""

    UNREACHABLE = "unreachable"
    LEADER_UNREACHABLE = "leader-unreachable"
    NO_EVIDENCE = "no-evidence"
    NO_LOCATE = "no-locate"
    NO_TEAM = "no-team"
    TOO_LATE = "too-late"


@attrs.frozen
class Fault:
    """One flaw; `operative` is his number in order of creation, -1 where it is nobody's."""

    flaw: Flaw
    operative: int = -1
