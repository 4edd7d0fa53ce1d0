"""The report as one JSON object: the keys that scripts rely on, and a few more, by the names of the deck."""

from __future__ import annotations

import json
from fractions import Fraction
from typing import Any

from ...conduct.board import Item
from ...conduct.due import expired
from ...wording import words
from ..compare import rank
from ..measures import Fate, Fortune, complement, coordination, exchange
from ..records import NEVER, NameGiven
from .dossier import Dossier
from .head import stamp
from .judging import PICKS


def as_json(of: Dossier) -> str:
    """The report of one exercise, on many lines."""
    return json.dumps(plain(of), ensure_ascii=False, indent=2) + "\n"


def number(value: Fraction | None) -> float | None:
    """A share with four places, null for none."""
    return None if value is None else round(float(value), 4)


def plain(of: Dossier) -> dict[str, Any]:
    """The object. What needs the truth is null for a player; `ratings` are what persons decided, for the
    facilitator alone. A discussion has none of the figures of the rules."""
    return {**measured(of), **(without_rules() if of.discussion else {}), **evaluated(of)}


def without_rules() -> dict[str, Any]:
    """What a discussion says in the place of figures."""
    none = ("redundancy", "synchrony", "wrongful_detentions", "requests", "shares")
    return {
        **dict.fromkeys((*none, "lost_share", "gap_max", "exchange", "coordination", "complement")),
        "operatives": [],
    }


def evaluated(of: Dossier) -> dict[str, Any]:
    """What the staff of a facilitated exercise wrote down; nothing of it for a player."""
    if of.evaluation is None:
        return {"ratings": {}}
    board, moment = of.evaluation.board, of.evaluation.moment
    return {
        "ratings": {task: act.rating.value for task, act in board.ratings.items()},
        "drafts": {
            task: draft.rating.value if draft.rating else None for task, draft in of.evaluation.drafts.items()
        },
        "seconds": moment.clock,
        "injects": [inject(of, item) for item in board.items.values()],
    }


def inject(of: Dossier, item: Item) -> dict[str, Any]:
    """A line of the MSEL as conducted; `seconds` of exercise time, null where it was not delivered."""
    to, everybody = (item.to, item.everybody) if item.out else ((), False)
    status = item.status.value
    if item.open and expired(item, of.staff.moment):
        status = "expired"
    return {
        "number": item.inject.id,
        "status": status,
        "seconds": item.clock if item.out else None,
        "round": item.round if item.out and not of.discussion else None,
        "to": "all" if everybody else [words.zone_code(of.scenario, zone) for zone in to],
        "reason": item.reason,
        "narrative": item.narrative,
        "branch": item.branch or None,
    }


def measured(of: Dossier) -> dict[str, Any]:
    """The figures of section 11."""
    measures, result = of.measures, of.public.result
    return {
        "stamp": stamp(),
        "deck": of.scenario.deck,
        "difficulty": of.scenario.difficulty,
        "partial": not of.finished,
        "version": "full" if of.full else "player",
        "round": of.public.round,
        "result": result.value if result else None,
        "operatives": [operative(of, f) for f in measures.fortunes] if of.full else seen(of),
        "lost_share": number(measures.lost.value) if of.full else None,
        "gap_max": measures.gap_max if of.full else None,
        "redundancy": number(measures.redundancy.value),
        "synchrony": number(measures.synchrony.value),
        "wrongful_detentions": int(measures.wrongful.value or 0),
        "exchange": number(exchange(of.flow).value) if of.full else None,
        "coordination": number(coordination(of.flow).value) if of.full else None,
        "complement": number(complement(of.flow, of.levels).value) if of.full else None,
        "percentiles": percentiles(of),
        "requests": {
            "asked": len(of.flow.questions),
            "answered": sum(question.answered != NEVER for question in of.flow.questions),
        },
        "shares": {
            "made": len(of.flow.handovers),
            "helped": sum(handover.helped for handover in of.flow.handovers),
        },
    }


def percentiles(of: Dossier) -> dict[str, int | None] | None:
    """Where the three mechanisms stand among bots of the same deal (R11.9); null if not asked for."""
    if not of.samples:
        return None
    ranks = {j.mechanism.value: rank(j.figure.value, map(PICKS[j.mechanism], of.samples)) for j in of.judged}
    return {name: None if found is None else found.percent for name, found in ranks.items()}


def operative(of: Dossier, fortune: Fortune) -> dict[str, Any]:
    """One operative, with the truth."""
    return {
        "persona": words.persona(of.scenario, fortune.member.persona),
        "function": fortune.member.function.name.lower(),
        "home": words.zone_code(of.scenario, fortune.member.home),
        "identifiable_round": fortune.identifiable or None,
        "named_round": fortune.named or None,
        "gap": fortune.gap,
        "lost": fortune.lost,
        "captured": fortune.fate is Fate.CAPTURED if of.flow.strikes_played else None,
        "attributed": fortune.fate is Fate.ATTRIBUTED if not of.flow.names_played else None,
    }


def seen(of: Dossier) -> list[dict[str, Any]]:
    """The personas on the Index, as a player knows them: the first name of any zone, and whether one was
    right if he was told (null: not told, or nobody was named)."""
    struck = {c.operative: c.outcome.value for c in of.public.captures}
    found = []
    for persona in sorted(of.public.index):
        given = [name for name in of.flow.names if name.persona == persona]
        named = [name.round for name in given]
        found.append(
            {
                "persona": words.persona(of.scenario, persona),
                "function": of.public.index[persona].function.name.lower(),
                "identifiable_round": None,
                "named_round": min(named) if named else None,
                "named_right": verdict(given),
                "captured": struck.get(persona) == "captured" if of.flow.strikes_played else None,
                "attributed": persona in of.flow.attributed if not of.flow.names_played else None,
            }
        )
    return found


def verdict(given: list[NameGiven]) -> bool | None:
    """True if one of the names was right, False if none was, None if that was not told, or without a name."""
    verdicts = [name.right for name in given]
    if True in verdicts:
        return True
    return None if None in verdicts or not verdicts else False
