"""The author's guide says what the loader does: fields, bounds and prices are compared."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import attrs
import pytest

import sco_tabletop
from sco_tabletop.content.bounds import MAP_ROWS, NEIGHBOURS, NUMBERS, OPTIONS, PERCENT, SITES, TEXTS, ZONES
from sco_tabletop.content.schema import CardEntry, DeckEntry, Method, ZoneEntry
from sco_tabletop.content.source import MAX_BYTES
from sco_tabletop.content.tree import MAX_DEPTH, MAX_NODES
from sco_tabletop.content.worth import ACTION, FLAT, PER_POINT, TRACKS
from sco_tabletop.core.scenario import Effect, EffectKind, Numbers, Who
from sco_tabletop.core.words import Depth, Function, Kind, Track

GUIDE = (Path(sco_tabletop.__file__).parent / "manual" / "deck-format.md").read_text(encoding="utf-8")
PROSE = re.sub(r"```.*?```", "", GUIDE, flags=re.DOTALL)
QUOTED = set(re.findall(r"`([^`\n]+)`", PROSE))
NUMBER_TABLE = GUIDE.partition("### Numbers")[2].partition("## injects.yaml")[0]


@pytest.mark.parametrize("kind", [DeckEntry, ZoneEntry, CardEntry, Effect, Numbers])
def test_every_field_is_named(kind: Any) -> None:
    """No field that an author can write is missing."""
    fields = {field.name for field in attrs.fields(kind)}
    told = QUOTED | set(re.findall(r"\w+", " ".join(QUOTED)))
    assert fields <= told


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
    ],
)
def test_other_bounds(sentence: str) -> None:
    """The bounds that stand in sentences."""
    assert sentence in GUIDE
