"""How long a text and how large a number in a deck may be.

Tables only; must not know how they are checked. Patterns name a field with `[]` for any entry of a list.
"""

from __future__ import annotations

from typing import Final

import attrs


@attrs.frozen
class TextBound:
    """Most columns of a text on the screen; `lines` when it may run over several; `words` at most, or 0."""

    width: int
    lines: bool = False
    words: int = 0


NAME: Final = TextBound(24)
"""For every text that no table names."""

TEXTS: Final[dict[str, TextBound]] = {
    "id": TextBound(30),
    "version": TextBound(20),
    "title": TextBound(60),
    "summary": TextBound(200),
    "briefing": TextBound(1600, lines=True),
    "zones[].short": TextBound(3),
    "zones[].letter": TextBound(1),
    "zones[].sites[]": TextBound(20),
    "map[]": TextBound(60),
    "disciplines[].name": TextBound(14),
    "disciplines[].trait": TextBound(14),
    "disciplines[].values[]": TextBound(14),
    "personas[]": TextBound(12),
    "persons[]": TextBound(14),
    "objectives[].id": TextBound(30),
    "objectives[].title": TextBound(60),
    "objectives[].tasks[]": TextBound(120),
    "cards[].id": TextBound(30),
    "cards[].title": TextBound(60),
    "cards[].text": TextBound(400, lines=True, words=50),
    "cards[].sender": TextBound(40),
    "cards[].teaches": TextBound(160),
    "cards[].question": TextBound(160),
    "cards[].options[].label": TextBound(24),
    "cards[].options[].text": TextBound(200),
    "injects[].id": TextBound(12),
    "injects[].title": TextBound(60),
    "injects[].message": TextBound(800, lines=True),
    "injects[].from": TextBound(40),
    "injects[].by": TextBound(40),
    "injects[].story": TextBound(30),
    "injects[].due.after": TextBound(12),
    "injects[].branches[].label": TextBound(60),
    "injects[].use_when": TextBound(200),
    "injects[].expected": TextBound(400, lines=True),
    "injects[].tasks[]": TextBound(34),
    "injects[].notes": TextBound(800, lines=True),
    "injects[].resolution": TextBound(400, lines=True),
}

EMPTY_ALLOWED: Final = frozenset({"cards[].grade"})

PERCENT: Final = (0, 100)

NUMBERS: Final[dict[str, tuple[int, int]]] = {
    "rounds": (1, 20),
    "actions": (1, 6),
    "shares": (0, 4),
    "requests": (0, 10),
    "register_size": (2, 20),
    "date_evidence": (1, 5),
    "first_look": (0, 5),
    "loan_refund": (0, 6),
    "date_leader": (0, 1),
    "counsel_reach": (0, 1),
    "operatives_low": (1, 20),
    "operatives_high": (1, 20),
    "operatives_cap": (1, 24),
    "operatives_per_zone": (1, 10),
    "start_personas": (1, 10),
    "threat_limit": (1, 30),
    "main_rounds": (1, 20),
    "main_damage": (0, 30),
    "preparation_needed": (1, 30),
    "bulletins": (0, 10),
    "teams": (0, 4),
    "trust": (1, 20),
    "alert_max": (1, 20),
    "influence_start": (0, 10),
    "influence_max": (1, 10),
    "plot_threat": (0, 30),
    "plot_threat_protected": (0, 30),
    "plot_fuse": (1, 10),
    "staged_alert_chance": PERCENT,
    "take_down_alert": (0, 10),
    "take_down_influence": (0, 10),
    "take_down_preparation": (0, 10),
    "dark_rounds": (0, 10),
    "frozen_rounds": (0, 10),
    "bulletin_alert_chance": PERCENT,
    "aborted_alert": (0, 10),
    "slip_base": PERCENT,
    "slip_per_alert": PERCENT,
    "wrongful_trust": (0, 20),
    "quota": PERCENT,
    "partial_quota": PERCENT,
    "evidence": (1, 5),
    "check_from": (1, 5),
    "trace_per_alert": PERCENT,
    "recruit_from": (1, 11),
    "recruit_zone_limit": (0, 20),
    "recruit_influence": (0, 10),
    "lend_from": (1, 3),
    "lead_truth": PERCENT,
    "attributed_zones": (1, 12),
    "attributed_partial": PERCENT,
    "attributed_quota": PERCENT,
    "attributed_complete": PERCENT,
    "influence_goal": (0, 100),
    "named_partial": PERCENT,
    "named_quota": PERCENT,
    "named_complete": PERCENT,
    "min_slack": (0, 500),
}

ZONES: Final = (3, 12)
NEIGHBOURS: Final = (2, 4)
SITES: Final = (1, 8)
MAP_ROWS: Final = (3, 20)
OPTIONS: Final = (2, 4)
EFFECTS: Final = 4
AMOUNT: Final[dict[str, int]] = {"track": 2, "influence": 2, "preparation": 2, "actions": 1, "bulletins": 1}
"""Largest amount of an effect, up or down, by kind (R8.10); the other kinds have none."""

INJECTS: Final = (1, 200)
MINUTES: Final = (10, 480)
"""Planned exercise time."""

MINUTE: Final = (0, 600)
"""A minute of exercise time, which may lie after the planned end."""

ROUND: Final = (1, 20)
BRANCHES: Final = (2, 6)
CONDITIONS: Final = 4
FACT: Final = (0, 200)
"""What a condition may ask of a fact."""
