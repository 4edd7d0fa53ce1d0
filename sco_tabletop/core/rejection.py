"""A rejection: why a command is not possible, in terms its zone knows. A value, never an exception."""

from __future__ import annotations

from enum import Enum

import attrs


class Reason(Enum):
    """Every reason there is. Texts for them live at the edge; the value is stable."""

    OVER = "over"
    NOT_IN_PLAY = "not-in-play"
    NOT_YOUR_MOVE = "not-your-move"
    WRONG_PHASE = "wrong-phase"
    NO_ACTIONS = "no-actions"
    ANSWER_LEAD_FIRST = "answer-lead-first"
    NO_LEAD = "no-lead"
    NO_OPTION = "no-option"
    UNKNOWN_PERSONA = "unknown-persona"
    NO_FILE = "no-file"
    NO_LEVEL = "no-level"
    HELD = "held"
    FROZEN = "frozen"
    EXHAUSTED = "exhausted"
    NO_SHARE = "no-share"
    UNKNOWN_ZONE = "unknown-zone"
    OWN_ZONE = "own-zone"
    NOTHING_NEW = "nothing-new"
    TOO_FEW_TRAITS = "too-few-traits"
    NO_BULLETIN = "no-bulletin"
    LENT_BEFORE = "lent-before"
    NOT_BELOW = "not-below"
    NOT_ADJACENT = "not-adjacent"
    NO_TEAM = "no-team"
    LEADER = "leader"
    NO_INFLUENCE = "no-influence"
    NOT_WARNED = "not-warned"
    PROTECTED = "protected"
    NOT_NAMED = "not-named"
    LOCATED = "located"
    NOT_LOCATED = "not-located"
    STAGED = "staged"
    NAMED = "named"
    NO_MATCH = "no-match"
    MANY_MATCHES = "many-matches"
    NOT_POSSIBLE = "not-possible"
    NOT_HELD = "not-held"
    NO_REQUEST = "no-request"
    NOT_WITH_THEM = "not-with-them"
    ASKED = "asked"
    LAST_ROUND = "last-round"
    NOT_STAGED = "not-staged"
    NOT_STARTED = "not-started"
    PAUSED = "paused"
    DISCUSSION = "discussion"


@attrs.frozen
class Rejection:
    """`reason` with the rule paragraph it rests on and the numbers a text needs (ids as in the command)."""

    reason: Reason
    rule: str
    persona: int = -1
    zone: int = -1
    discipline: int = -1
    number: int = -1
