"""Old saves: a sample of every released format is read and folded as long as the program lives."""

from __future__ import annotations

from pathlib import Path

import pytest

from sco_tabletop.core.words import Phase, Result
from sco_tabletop.record.fold import events, fold
from sco_tabletop.record.listing import glance
from sco_tabletop.record.log import Writer
from sco_tabletop.record.read import read
from sco_tabletop.record.save import ENTRY_TYPES, FORMAT, Decided, Opened, PlayerLine, Rewound, SeatsChanged
from sco_tabletop.record.upgrade import STEPS, Step, lift_entry, lift_header

SAMPLES = Path(__file__).parent / "samples"


def test_every_format_has_a_sample_and_a_way_up() -> None:
    assert {path.stem for path in SAMPLES.glob("*.jsonl")} == {f"format-{n}" for n in range(1, FORMAT + 1)}
    assert set(STEPS) == set(range(1, FORMAT))


def test_the_sample_of_format_1() -> None:
    """What was played then, whatever the rules are now: with every kind of line of its time and a strike."""
    save = read(SAMPLES / "format-1.jsonl")
    state = fold(save)
    assert save.format == 1
    assert (save.header.players, save.header.timer) == ((), 0)
    assert {type(entry) for entry in save.entries} == {Opened, Decided, Rewound}
    assert {entry.beyond for entry in save.entries if isinstance(entry, Rewound)} == {True, False}
    public = state.public
    assert (len(save.entries), len(events(save)), save.header.seed) == (268, 693, 2243)
    assert (public.round, public.phase, public.result) == (7, Phase.OVER, Result.PARTIAL)
    assert (len(public.captures), public.practice, state.secret.fork) == (1, True, 8)
    assert glance(save.path).result is state.public.result


def test_the_sample_of_format_2() -> None:
    """Several people, one of whom leaves and comes back; the chair follows."""
    save = read(SAMPLES / "format-2.jsonl")
    state = fold(save)
    assert save.format == FORMAT
    assert {type(entry) for entry in save.entries} == set(ENTRY_TYPES)
    assert {entry.away for entry in save.entries if isinstance(entry, SeatsChanged)} == {True, False}
    assert save.header.players == (PlayerLine("Ana", "scrypt$00$11"), PlayerLine("Bo"))
    assert (len(save.entries), save.header.seed, save.header.timer) == (244, 524, 5)
    assert (state.public.phase, state.public.result) == (Phase.OVER, Result.FAILED)
    assert state.public.captures


def test_an_old_save_is_rewritten_before_anything_is_appended(tmp_path: Path) -> None:
    """A format-1 file goes on in the present format, with all that was in it and nothing beside it."""
    path = tmp_path / "old.jsonl"
    path.write_bytes((SAMPLES / "format-1.jsonl").read_bytes())
    before = read(path)
    writer, save = Writer.open(path)
    with writer:
        assert (save.format, save.entries, save.header) == (FORMAT, before.entries, before.header)
        writer.append(SeatsChanged("Ana", True, before.header.seats, before.header.seating))
    again = read(path)
    assert again.format == FORMAT
    assert again.entries[:-1] == before.entries
    assert [one.name for one in tmp_path.iterdir()] == ["old.jsonl"]


def test_an_old_save_with_a_torn_line_is_rewritten_without_it(tmp_path: Path) -> None:
    path = tmp_path / "old.jsonl"
    path.write_bytes((SAMPLES / "format-1.jsonl").read_bytes()[:-5])
    writer, save = Writer.open(path)
    writer.close()
    assert (save.format, len(save.entries), save.torn) == (FORMAT, 267, False)


def test_steps_are_taken_in_order() -> None:
    def step(number: int) -> Step:
        return Step(
            header=lambda body: {**body, "heads": [*body.get("heads", ()), number]},
            entry=lambda body: {**body, "lines": [*body.get("lines", ()), number]},
        )

    steps = {number: step(number) for number in (1, 2, 3)}
    assert lift_header({}, 2, steps, to=4) == {"heads": [2, 3]}
    assert lift_entry({}, 1, steps, to=4) == {"lines": [1, 2, 3]}
    assert lift_entry({"n": 1}, 4, steps, to=4) == {"n": 1}
    with pytest.raises(KeyError):
        lift_entry({}, 1, {}, to=2)
