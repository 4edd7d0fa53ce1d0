"""The number tables of the rule book, made from the decks that ship.

`python -m tests.content.book` writes their cells anew; heads, labels and all else are written by hand.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import TypeVar

import sco_tabletop
from sco_tabletop.content import difficulties, load, locate
from sco_tabletop.core.scenario import Numbers, Scenario
from sco_tabletop.core.words import Depth, Function, Kind

PATH = Path(sco_tabletop.__file__).parent / "manual" / "rules.md"
LEVELS = ("introductory", "standard", "severe")
DECKS = ("first-watch", "xiamen-2019", "xiamen-2017", "xiamen-2015")
ALL = {(deck, level): load(locate(deck), level) for deck in DECKS for level in difficulties(locate(deck))}
SHORT = ("xiamen-2017", "xiamen-2015")
T = TypeVar("T")
Telling = Callable[[Numbers], str]
Rows = dict[str, list[str]]
"""Of a table: its cells by the label that a row begins with."""


def span(low: int, high: int) -> str:
    """A range, or one number."""
    return f"{low}-{high}" if low < high else f"{low}"


def row(numbers: Sequence[int]) -> str:
    """Numbers of a list."""
    return ",".join(map(str, numbers))


def each(values: Iterable[str]) -> str:
    """All of them in order, or one where they agree."""
    found = list(values)
    return found[0] if len(set(found)) == 1 else " / ".join(found)


COLUMN: dict[str, Telling] = {
    "rounds (EndEx = end of the last)": lambda n: f"{n.rounds}",
    "actions per zone per round": lambda n: f"{n.actions}",
    "free liaison shares per zone per round": lambda n: f"{n.shares}",
    "register persons per zone": lambda n: f"{n.register_size}",
    "operatives at start (public as a range)": lambda n: span(n.operatives_low, n.operatives_high),
    "cap on operatives ever": lambda n: f"{n.operatives_cap}",
    "personas known at start (R2.6)": lambda n: f"{n.start_personas}",
    "least slack of a deal, in actions (R2.10)": lambda n: f"{n.min_slack}",
    "public trust at start, its maximum": lambda n: f"{n.trust}",
    "influence per zone at start": lambda n: f"{n.influence_start}",
    "threat limit (reached = lost)": lambda n: f"{n.threat_limit}",
    "main plot: round drawn from": lambda n: row(n.main_rounds),
    "main plot: threat": lambda n: f"+{n.main_damage}",
    "plot in an unprotected zone: threat": lambda n: f"+{n.plot_threat}",
    "plot in a protected zone: threat": lambda n: f"+{n.plot_threat_protected}",
    "preparation needed for a plot": lambda n: f"{n.preparation_needed}",
    "bulletins per round, whole coalition": lambda n: f"{n.bulletins}",
    "teams per zone (alternating round the table)": lambda n: row(n.teams),
}
OFF = {
    Depth.FIND: {
        "plot in an unprotected zone: threat",
        "plot in a protected zone: threat",
        "preparation needed for a plot",
        "bulletins per round, whole coalition",
    },
    Depth.INVESTIGATE: set[str](),
}
"""Rows of the second table that a short depth does not play (R10.1)."""
SAME = {
    "actions per zone per round",
    "free liaison shares per zone per round",
}
"""Rows of the first table that say it for all decks; and those that neither short depth plays."""
UNPLAYED = {
    "main plot: round drawn from",
    "main plot: threat",
    "teams per zone (alternating round the table)",
}
SHARES: dict[str, tuple[Telling, Telling]] = {
    "won, share of the network (R10.1)": (lambda n: f"{n.attributed_quota}%", lambda n: f"{n.named_quota}%"),
    "complete, share of the network": (
        lambda n: f"{n.attributed_complete}%",
        lambda n: f"{n.named_complete}%",
    ),
    "won, mean influence at most (R10.1)": (
        lambda n: f"{n.influence_goal / 10:.1f}",
        lambda n: "off",  # noqa: ARG005
    ),
    "partial, share of the network": (lambda n: f"{n.attributed_partial}%", lambda n: f"{n.named_partial}%"),
}
ONCE: dict[str, Telling] = {
    "alert": lambda n: f"0..{n.alert_max}",
    "influence per zone": lambda n: f"0..{n.influence_max}",
    "threat a round from mean influence": lambda n: "; ".join(
        f"{step.tenths / 10:.1f}: +{step.threat}" for step in n.influence_steps
    ),
    "plot: fuse (R6.6)": lambda n: f"{n.plot_fuse} rounds",
    "most operatives of one register at start (R2.4)": lambda n: f"{n.operatives_per_zone}",
    "register check (R3.9), naming (R5.15)": lambda n: f"from {n.check_from}, from {n.evidence} traits",
    "first look (R3.13)": lambda n: f"{n.first_look} trait",
    "planner's file dates the main plot (R3.7)": lambda n: f"at {n.date_evidence} traits",
    "leader's file dates the main plot (R3.7)": lambda n: "as well" if n.date_leader else "never",
    "lowest own level that can be lent (R5.7)": lambda n: f"{n.lend_from}",
    "actions that a loan gives back in a round (R5.7)": lambda n: f"{n.loan_refund}",
    "Counsel (R5.10)": lambda n: "own or adjacent zone" if n.counsel_reach else "own zone",
    "take down: alert; influence; preparation (R5.9)": lambda n: (
        f"+{n.take_down_alert}; -{n.take_down_influence}; -{n.take_down_preparation}"
    ),
    "take down: rounds dark, frozen after this one": lambda n: f"{n.dark_rounds}, {n.frozen_rounds}",
    "bulletin: alert +1": lambda n: f"{n.bulletin_alert_chance}%",
    "staged team, each round: alert +1": lambda n: f"{n.staged_alert_chance}%",
    "aborted H-hour (R4.5): alert": lambda n: f"+{n.aborted_alert}",
    "located operative slips away (R6.9)": lambda n: f"{n.slip_base}% + {n.slip_per_alert}% per alert",
    "escape at the strike (R7.1) from alert": lambda n: "; ".join(
        f"{step.alert}: {step.chance}%" for step in n.escape_steps
    ),
    "recruiting (R6.4): influence from, operatives below, influence": lambda n: (
        f"{n.recruit_from}, {n.recruit_zone_limit}, -{n.recruit_influence}"
    ),
    "low lead is true (R8.3)": lambda n: f"{n.lead_truth}%",
    "wrongful detention: public trust, result": lambda n: f"-{n.wrongful_trust}, one grade",
}
CHANCES = {
    "Analyse (that discipline), Trace (best of signals, cyber)": "analyse",
    "Monitor (best of signals, cyber, language)": "monitor",
    "Locate (best of signals, border)": "locate",
}
TRACED = (
    Function.PROPAGANDIST,
    Function.RECRUITER,
    Function.COURIER,
    Function.FINANCIER,
    Function.ARMOURER,
    Function.PLANNER,
)
NAMES = {Kind.LOW_LEAD: "low lead", Kind.MOVES: "network moves"}


def of(*decks: str) -> list[Scenario]:
    """These decks at all their difficulties."""
    return [scenario for (deck, _level), scenario in ALL.items() if deck in decks]


def levelled() -> Rows:
    """R1.1, first table: the full process."""
    scenarios = [*of("xiamen-2019"), *of("first-watch")]
    zones = [str(len(scenario.zones)) for scenario in scenarios]
    return {"zones": zones} | {
        label: [tell(scenario.numbers) for scenario in scenarios] for label, tell in COLUMN.items()
    }


def short() -> Rows:
    """R1.1, second table: the short depths, three difficulties in a cell."""
    rows: Rows = {"zones": [each(str(len(s.zones)) for s in of(deck)) for deck in SHORT]}
    for label, tell in COLUMN.items():
        if label not in SAME | UNPLAYED:
            rows[label] = [
                "off" if label in OFF[of(deck)[0].depth] else each(tell(s.numbers) for s in of(deck))
                for deck in SHORT
            ]
    for label, (found, named) in SHARES.items():
        tellings = zip(SHORT, (named, found), strict=True)
        rows[label] = [each(tell(s.numbers) for s in of(deck)) for deck, tell in tellings]
    return rows


def chances() -> Rows:
    """R1.2: by level; Xiamen 2019, and the other decks, which agree among themselves."""
    rows: Rows = {}
    for label, kind in CHANCES.items():
        families = [
            agreed(getattr(scenario.chances, kind) for scenario in of(*decks))
            for decks in (("xiamen-2019",), tuple(deck for deck in DECKS if deck != "xiamen-2019"))
        ]
        rows[label] = [each(percent(chance) for chance in level) for level in zip(*families, strict=True)]
    return rows


def percent(chance: int) -> str:
    """A chance, 0 without sign."""
    return f"{chance}%" if chance else "0"


def agreed(values: Iterable[T]) -> T:
    """The one value that all have; decks that part need another table."""
    found = list(values)
    assert all(value == found[0] for value in found), found
    return found[0]


def traces() -> Rows:
    """R1.3: the only row, in the order of the table's head."""
    left = agreed(scenario.chances.trace_left for scenario in ALL.values())
    first, *others = (f"{left[function]}%" for function in TRACED)
    return {first: [*others, "never"]}


def common() -> Rows:
    """R1.4: the same in all decks; the quota is that of the full process."""
    rows = {label: [agreed(tell(s.numbers) for s in ALL.values())] for label, tell in ONCE.items()}
    full = [scenario.numbers for scenario in ALL.values() if scenario.depth is Depth.FULL]
    rows["quota for decisive, partial (R7.2)"] = [agreed(f"{n.quota}%, {n.partial_quota}%" for n in full)]
    return rows


def kinds() -> Rows:
    """R8.1: the weights of the kinds, by deck."""
    weights = [
        agreed({entry.kind: entry.weight for entry in scenario.kind_weights} for scenario in of(deck))
        for deck in DECKS
    ]
    return {
        f"R8.{place} {NAMES.get(kind, kind.value)}": [str(found.get(kind, 0)) for found in weights]
        for place, kind in enumerate(Kind, start=2)
    }


TABLES: tuple[tuple[str, Callable[[], Rows]], ...] = (
    ("| item | introductory |", levelled),
    ("| item | Xiamen 2017", short),
    ("| level of a discipline |", chances),
    ("| propagandist |", traces),
    ("| number | value |", common),
    ("| kind | First Watch |", kinds),
)
"""How the head of a table begins, and what makes its rows."""


def renewed(book: str) -> str:
    """The book with the cells of the decks. Every table has exactly its rows, in any order."""
    lines = book.splitlines(keepends=True)
    for head, make in TABLES:
        (start,) = (number for number, text in enumerate(lines) if text.startswith(head))
        rows = make()
        for number in below(lines, start):
            old = [cell.strip() for cell in lines[number].strip("|\n").split("|")]
            label = next(iter(rows)) if make is traces else old[0]
            cells = [label, *rows.pop(label)]
            bold = [f"**{cell}**" if "**" in was else cell for cell, was in zip(cells, old, strict=True)]
            lines[number] = f"| {' | '.join(bold)} |\n"
        assert not rows, f"the book lacks {sorted(rows)}"
    return "".join(lines)


def below(lines: list[str], head: int) -> Iterator[int]:
    """The numbers of the lines of a table below its head."""
    number = head + 2
    while lines[number].startswith("|"):
        yield number
        number += 1


if __name__ == "__main__":
    PATH.write_text(renewed(PATH.read_text(encoding="utf-8")), encoding="utf-8")
