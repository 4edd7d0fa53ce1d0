"""The author's guide says what the loader does: fields, bounds and prices are compared."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import attrs
import pytest

import sco_tabletop
from sco_tabletop.conduct.quality import PACE, RESOLUTION_WORDS, WORDS
from sco_tabletop.conduct.script import (
    PUBLIC_FACTS,
    Branch,
    Condition,
    DrawPolicy,
    Expiry,
    Fact,
    HelpClass,
    InjectType,
    Trigger,
)
from sco_tabletop.content import check, load, load_script
from sco_tabletop.content.bounds import (
    BRANCHES,
    CONDITIONS,
    EFFECTS,
    FACT,
    INJECTS,
    MAP_ROWS,
    MINUTE,
    MINUTES,
    NEIGHBOURS,
    NUMBERS,
    OPTIONS,
    PERCENT,
    ROUND,
    SITES,
    TEXTS,
    ZONES,
)
from sco_tabletop.content.schema import CardEntry, DeckEntry, InjectEntry, Method, ScriptEntry, ZoneEntry
from sco_tabletop.content.source import MAX_BYTES
from sco_tabletop.content.tree import MAX_DEPTH, MAX_NODES
from sco_tabletop.content.worth import ACTION, FLAT, PER_POINT, TRACKS
from sco_tabletop.core.scenario import Effect, EffectKind, Numbers, Who
from sco_tabletop.core.words import Depth, Function, Kind, Track
from sco_tabletop.strict import written

from .workshop import make

GUIDE = (Path(sco_tabletop.__file__).parent / "manual" / "deck-format.md").read_text(encoding="utf-8")
PROSE = re.sub(r"```.*?```", "", GUIDE, flags=re.DOTALL)
QUOTED = set(re.findall(r"`([^`\n]+)`", PROSE))
SCRIPT_CHAPTER = GUIDE.partition("## script.yaml")[2]
NUMBER_TABLE = GUIDE.partition("### Numbers")[2].partition("## injects.yaml")[0]


@pytest.mark.parametrize("kind", [DeckEntry, ZoneEntry, CardEntry, Effect, Numbers])
def test_every_field_is_named(kind: Any) -> None:
    """No field that an author can write is missing."""
    fields = {field.name for field in attrs.fields(kind)}
    told = QUOTED | set(re.findall(r"\w+", " ".join(QUOTED)))
    assert fields <= told


@pytest.mark.parametrize("kind", [ScriptEntry, InjectEntry, Trigger, Expiry, Branch, Condition])
def test_every_field_of_a_script_is_named(kind: Any) -> None:
    """The same of script.yaml, in its own chapter and under the name that an author writes."""
    quoted = " ".join(re.findall(r"`([^`\n]+)`", re.sub(r"```.*?```", "", SCRIPT_CHAPTER, flags=re.DOTALL)))
    assert {written(field.name) for field in attrs.fields(kind)} <= set(re.findall(r"\w+", quoted))


@pytest.mark.parametrize("kind", [DrawPolicy, InjectType, HelpClass, Fact])
def test_every_word_of_a_script_is_named(kind: Any) -> None:
    """The same of the values that an author can choose."""
    quoted = set(re.findall(r"`([^`\n]+)`", SCRIPT_CHAPTER))
    assert {member.value for member in kind} - {""} <= quoted


def test_facts_stand_on_their_side() -> None:
    """The guide marks exactly the facts that are not on the public board."""
    rows = re.findall(
        r"^\| (`[a-z-]+`[^|]*) \| (.+) \|$", SCRIPT_CHAPTER.partition("| fact |")[2], re.MULTILINE
    )
    secret = {
        word for names, what in rows if what.startswith("truth") for word in re.findall(r"[a-z-]+", names)
    }
    assert secret == {fact.value for fact in Fact if fact not in PUBLIC_FACTS}
    head, _mark, tail = SCRIPT_CHAPTER.partition("| fact |")[2].partition("`operatives`")
    assert all(f"`{fact.value}`" in head for fact in PUBLIC_FACTS)
    assert all(f"`{word}`" in tail for word in secret - {"operatives"})


@pytest.mark.parametrize("kind", [EffectKind, Who, Kind, Method, Depth])
def test_every_word_is_named(kind: Any) -> None:
    """No value that an author can choose is missing."""
    assert {member.value for member in kind} <= QUOTED
    assert {function.name.lower() for function in Function} <= QUOTED


def test_bounds_of_numbers() -> None:
    """Each row names its numbers and, in the same order, their bounds (one for all where they agree)."""
    told: dict[str, tuple[int, int]] = {}
    for names, bounds in re.findall(r"^\| (`[a-z_`, ]+`) \| ([^|]+) \|", NUMBER_TABLE, re.MULTILINE):
        words = re.findall(r"[a-z_]+", names)
        if set(words) <= set(NUMBERS):
            spans = [_span(bound) for bound in bounds.split(", ")]
            told |= dict(zip(words, spans * len(words) if len(spans) == 1 else spans, strict=True))
    assert told == NUMBERS


def _span(text: str) -> tuple[int, int]:
    if text == "per cent":
        return PERCENT
    low, high = re.findall(r"\d+", text)
    return int(low), int(high)


def test_defaults_of_the_short_depths() -> None:
    """What counts when a number is left out, in the order of the names."""
    told: dict[str, int] = {}
    for names, values in re.findall(r"^\| (`[a-z_`, ]+`) \|.*?([\d, ]+) if left out \|$", NUMBER_TABLE, re.M):
        words = re.findall(r"[a-z_]+", names)
        if len(words) == 3:
            told |= dict(zip(words, map(int, values.split(",")), strict=True))
    given = {of.name: of.default for of in attrs.fields(Numbers) if of.default is not attrs.NOTHING}
    assert told.items() <= given.items()
    assert len(told) == 6
    assert "(R10.3), 2 if left out" in NUMBER_TABLE
    assert "(10 is 1.0), 10 if left out" in NUMBER_TABLE
    assert (given["attributed_zones"], given["influence_goal"], len(given)) == (2, 10, 8)


def test_prices() -> None:
    """The price list is the one that `check` adds up."""
    row = r"^\| `([a-z-]+)`(?: with `track: (\w+)`)?.*\| ([+-][\d.]+)(?: a point)? \|$"
    rows = re.findall(row, GUIDE, re.MULTILINE)
    told = {(kind, track): float(price) * ACTION for kind, track, price in rows}
    prices = {(kind.value, ""): price for kind, price in (PER_POINT | FLAT).items()}
    prices |= {("track", track.value): price for track, price in TRACKS.items() if track is not Track.THREAT}
    assert told == prices


def test_effects_of_an_inject() -> None:
    """As many as on a card."""
    assert EFFECTS == 4
    assert "| `effects` | up to four, as on a card;" in SCRIPT_CHAPTER


def test_the_example_loads(tmp_path: Path) -> None:
    """What an author will copy first is right."""
    shop = make(tmp_path)
    (example,) = re.findall(r"```yaml\n(injects:.*?)```", SCRIPT_CHAPTER, re.DOTALL)
    shop.write("script.yaml", f"format: 1\ntitle: t\nsummary: s\nminutes: 90\nrounds: 6\n{example}")
    script = load_script(shop.folder, load(shop.folder))
    assert script is not None
    assert script.injects[0].to == (1, 2)
    assert {problem.path for problem in check(shop.folder)} == {"injects"}


@pytest.mark.parametrize(
    "sentence",
    [
        f"{MAX_BYTES // 1024} KB, {MAX_DEPTH} levels, {MAX_NODES:,} values",
        f"{ZONES[0]} to {ZONES[1]}, in clockwise order",
        f"{MAP_ROWS[0]} to {MAP_ROWS[1]} equally long lines of up to {TEXTS['map[]'].width} cells",
        f"{SITES[0]} to {SITES[1]} places, {TEXTS['zones[].sites[]'].width}",
        f"ids of {NEIGHBOURS[0]} to {NEIGHBOURS[1]} other zones",
        f"dilemmas only: {OPTIONS[0]} to {OPTIONS[1]}, each `label`",
        f"read aloud: {TEXTS['cards[].text'].words} words, {TEXTS['cards[].text'].width} columns",
        f"`title`, `summary` | {TEXTS['title'].width} and {TEXTS['summary'].width} |",
        f"aliases of operatives, {TEXTS['personas[]'].width};",
        f"code names, {TEXTS['persons[]'].width};",
        f"from StartEx to EndEx: {MINUTES[0]} to {MINUTES[1]}.",
        f"{INJECTS[0]} to {INJECTS[1]} lines, in their order",
        f"dots and hyphens, {TEXTS['injects[].id'].width};",
        f"read or hear: {TEXTS['injects[].message'].width}, several lines",
        f"the simulated sender, {TEXTS['injects[].from'].width} |",
        f"who injects it, {TEXTS['injects[].by'].width} |",
        f"`minute` | planned minute of exercise time, {MINUTE[0]} to {MINUTE[1]};",
        f"`Day 2, 08:30 UTC`; {TEXTS['injects[].story'].width} |",
        f"it is dropped; {ROUND[0]} to {ROUND[1]}, 1 to {MINUTE[1]} |",
        f"{BRANCHES[0]} to {BRANCHES[1]} ways that",
        f"a `label` ({TEXTS['injects[].branches[].label'].width})",
        f"in words when it fits; {TEXTS['injects[].use_when'].width} |",
        f"expected of the players, {TEXTS['injects[].expected'].width}, several",
        f"the staff alone, {TEXTS['injects[].notes'].width}, several",
        f"can disprove it; {TEXTS['injects[].resolution'].width}, several",
        f"in this round or later, {ROUND[0]} to {ROUND[1]} |",
        f"release of `after`; {MINUTE[0]} to {MINUTE[1]} |",
        f"1 to {CONDITIONS} conditions",
        f"one bound or both, {FACT[0]} to {FACT[1]} |",
        f"more than {WORDS} words",
        f"fewer than {RESOLUTION_WORDS} words",
        "; ".join(f"{low} to {high} in {minutes}" for minutes, low, high in PACE[:1]) + " minutes",
        "{1} to {2} in {0},".format(*PACE[1]),
    ],
)
def test_other_bounds(sentence: str) -> None:
    """The bounds that stand in sentences."""
    assert sentence in GUIDE
