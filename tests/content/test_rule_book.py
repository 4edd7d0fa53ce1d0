"""The numbers in the rule book are those of the decks: its tables are read, so the two can never part."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import Any

import attrs
import pytest

import sco_tabletop
from sco_tabletop.content import difficulties, load, locate
from sco_tabletop.core.scenario import Numbers, Scenario
from sco_tabletop.core.words import Depth, Function, Kind

BOOK = (Path(sco_tabletop.__file__).parent / "manual" / "rules.md").read_text(encoding="utf-8")
LEVELS = ("introductory", "standard", "severe")
DECKS = ("xiamen-2019", "first-watch", "xiamen-2017", "xiamen-2015")
ALL = {(deck, level): load(locate(deck), level) for deck in DECKS for level in difficulties(locate(deck))}
Telling = Callable[[Numbers], str]


def tables(paragraph: str, following: str) -> list[list[list[str]]]:
    """The tables between two marks, without the lines below their heads; cells without bold."""
    text = BOOK.partition(paragraph)[2].partition(following)[0]
    found: list[list[list[str]]] = []
    for block in re.findall(r"(?:^\|.*\n)+", text, re.MULTILINE):
        lines = [line.strip("|").split("|") for line in block.splitlines() if set(line) - set("|-")]
        found.append([[cell.replace("**", "").strip() for cell in line] for line in lines])
    return found


LEVELLED, SHORT = tables("**R1.1 ", "**R1.2 ")
((_, *BY_LEVEL),) = tables("**R1.2 ", "**R1.3 ")
((FUNCTIONS, TRACES),) = tables("**R1.3 ", "**R1.4 ")
((_, *COMMON),) = tables("**R1.4 ", "**R1.5 ")
((_, *KINDS),) = tables("**R8.1** ", "- **R8.2 ")


def span(low: int, high: int) -> str:
    """A range, or one number."""
    return f"{low}-{high}" if low < high else f"{low}"


def row(numbers: Sequence[int]) -> str:
    return ",".join(map(str, numbers))


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
    "plot in a protected zone: threat": lambda n: f"+{n.plot_threat_protected}",
    "preparation needed for a plot": lambda n: f"{n.preparation_needed}",
    "bulletins per round, whole coalition": lambda n: f"{n.bulletins}",
    "teams per zone (alternating round the table)": lambda n: row(n.teams),
}
OFF = {
    Depth.FIND: {
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
    "register persons per zone",
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
    "partial, share of the network": (lambda n: f"{n.attributed_partial}%", lambda n: f"{n.named_partial}%"),
}
ONCE: dict[str, Telling] = {
    "alert": lambda n: f"0..{n.alert_max}",
    "influence per zone": lambda n: f"0..{n.influence_max}",
    "threat a round from mean influence": lambda n: "; ".join(
        f"{step.tenths / 10:.1f}: +{step.threat}" for step in n.influence_steps
    ),
    "plot: threat, where the zone is not protected": lambda n: f"+{n.plot_threat}",
    "plot: fuse (R6.6)": lambda n: f"{n.plot_fuse} rounds",
    "most operatives of one register at start (R2.4)": lambda n: f"{n.operatives_per_zone}",
    "register check (R3.9), naming (R5.15)": lambda n: f"from {n.check_from}, from {n.evidence} traits",
    "first look (R3.13)": lambda n: f"{n.first_look} trait",
    "planner's file dates the main plot (R3.7)": lambda n: f"at {n.date_evidence} traits",
    "leader's file dates the main plot (R3.7)": lambda n: "as well" if n.date_leader else "never",
    "lowest own level that can be lent (R5.7)": lambda n: f"{n.lend_from}",
    "loan gives an action back (R5.7)": lambda n: "once a round" if n.loan_refund else "never",
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
QUOTA = "quota for decisive, partial (R7.2)"
ELSEWHERE = {"requests", "trace_per_alert", "attributed_zones", "influence_goal"}
"""Numbers that stand in R5.18, R1.3, R10.3 and R10.1; compared below."""


def of(deck: str, level: str) -> Scenario:
    return ALL[deck, level]


@pytest.mark.parametrize("place", range(4), ids=[*LEVELS, "quick"])
def test_r1_1_columns(place: int) -> None:
    """R1.1, first table: every row of every column."""
    scenario = (*(of("xiamen-2019", level) for level in LEVELS), of("first-watch", "standard"))[place]
    told = {label: cells[place] for label, *cells in LEVELLED[1:]}
    assert told.pop("zones") == str(len(scenario.zones))
    assert told == {label: tell(scenario.numbers) for label, tell in COLUMN.items()}


@pytest.mark.parametrize("place", range(2), ids=["2017", "2015"])
def test_r1_1_short_depths(place: int) -> None:
    """R1.1, second table: three difficulties in a cell, or one value for all; off is what is not in play."""
    scenarios = [of(("xiamen-2017", "xiamen-2015")[place], level) for level in LEVELS]
    depth = scenarios[0].depth
    told = {label: cells[place] for label, *cells in SHORT[1:]}
    assert {label for label, cell in told.items() if cell == "off"} == OFF[depth]
    expected: dict[str, str] = {"zones": str(len(scenarios[0].zones))}
    shares = {label: tell[depth is Depth.INVESTIGATE] for label, tell in SHARES.items()}
    for label, tell in {**COLUMN, **shares}.items():
        if label not in OFF[depth] | SAME | UNPLAYED:
            expected[label] = " / ".join(each(tell(scenario.numbers) for scenario in scenarios))
    assert {label: cell for label, cell in told.items() if label not in OFF[depth]} == expected
    same = of("xiamen-2019", "standard").numbers
    assert all(COLUMN[label](s.numbers) == COLUMN[label](same) for label in SAME for s in scenarios)


def each(values: Iterable[str]) -> list[str]:
    """All of them, or one where they agree."""
    found = list(values)
    return found[:1] if len(set(found)) == 1 else found


@pytest.mark.parametrize(("deck", "level"), ALL)
def test_r1_2_r1_3_chances(deck: str, level: str) -> None:
    """R1.2 by level; R1.3 by function, and what an alert takes off."""
    chances = of(deck, level).chances
    for label, *cells in BY_LEVEL:
        kind = label.split()[0].lower()
        assert [cell.rstrip("%") for cell in cells] == [str(c) for c in getattr(chances, kind)]
    told = {
        name: cell.rstrip("%").replace("never", "0") for name, cell in zip(FUNCTIONS, TRACES, strict=True)
    }
    assert [told[function.name.lower()] for function in Function] == [str(c) for c in chances.trace_left]
    assert f"minus {of(deck, level).numbers.trace_per_alert} points per alert" in BOOK


@pytest.mark.parametrize(("deck", "level"), ALL)
def test_r1_4_common_numbers(deck: str, level: str) -> None:
    """R1.4: every row, the same in every deck; the quota is that of the full process."""
    told = {label: cell for label, cell in COMMON}  # noqa: C416 - cells come in pairs
    quota = told.pop(QUOTA)
    numbers = of(deck, level).numbers
    assert told == {label: tell(numbers) for label, tell in ONCE.items()}
    if of(deck, level).depth is Depth.FULL:
        assert quota == f"{numbers.quota}%, {numbers.partial_quota}%"
    assert numbers.requests == 2
    assert "two a zone and round" in BOOK
    assert f"leave at most {numbers.attributed_zones} zones" in BOOK
    assert f"mean influence <= {numbers.influence_goal / 10:.1f} at EndEx" in BOOK


def test_r8_1_weights() -> None:
    """R8.1: the share of each kind of card, in every deck and at every difficulty."""
    order = ("first-watch", "xiamen-2019", "xiamen-2017", "xiamen-2015")
    assert [label.partition(" ")[2].removeprefix("network ").replace(" ", "-") for label, *_ in KINDS] == [
        kind.value for kind in Kind
    ]
    for (deck, _level), scenario in ALL.items():
        weights = {entry.kind: entry.weight for entry in scenario.kind_weights}
        told = [int(cells[order.index(deck)]) for _label, *cells in KINDS]
        assert told == [weights.get(kind, 0) for kind in Kind]


def test_r10_1_shares_of_a_deck_that_gives_none() -> None:
    """R10.1: the table gives what counts where a deck says nothing."""
    given = {field.name: field.default for field in attrs.fields(Numbers)}
    for share, words in (
        ("attributed_quota", "of the network without its leader is **attributed**"),
        ("attributed_partial", "attributed |"),
        ("named_quota", "of all operatives rightly named"),
        ("named_complete", "+ leader"),
        ("named_partial", "|"),
    ):
        assert f">= {given[share]}% {words}" in BOOK
    assert given["attributed_complete"] == 100


def test_every_number_stands_in_a_table() -> None:
    """No number of a deck is left out: changing it alone changes some cell, or it is compared by itself."""
    numbers = of("first-watch", "standard").numbers
    tellings = [*COLUMN.values(), *ONCE.values(), *(tell for pair in SHARES.values() for tell in pair)]
    silent = set()
    for field in attrs.fields(Numbers):
        value = getattr(numbers, field.name)
        other: Any = () if isinstance(value, tuple) else 1 - value if value in (0, 1) else value + 1
        changed = attrs.evolve(numbers, **{field.name: other})
        if all(tell(changed) == tell(numbers) for tell in tellings):
            silent.add(field.name)
    assert silent == ELSEWHERE | {"quota", "partial_quota"}
