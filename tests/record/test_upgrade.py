"""Old saves: a sample of every released format is read and folded as long as the program lives."""

from __future__ import annotations

import errno
from pathlib import Path
from typing import Any

import pytest

from sco_tabletop.core.words import Phase, Result
from sco_tabletop.record.error import SaveError
from sco_tabletop.record.fold import events, fold
from sco_tabletop.record.listing import glance
from sco_tabletop.record.log import Writer
from sco_tabletop.record.read import read
from sco_tabletop.record.save import (
    ENTRY_TYPES,
    FORMAT,
    Conducted,
    Decided,
    Opened,
    PlayerLine,
    Rewound,
    SeatsChanged,
)
from sco_tabletop.record.upgrade import STEPS, Step, lift_entry, lift_header
from sco_tabletop.record.verify import Exact, verify

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
    assert save.format == 2
    assert {type(entry) for entry in save.entries} == {Opened, Decided, Rewound, SeatsChanged}
    assert {entry.clock for entry in save.entries if isinstance(entry, Decided)} == {-1}
    assert {entry.away for entry in save.entries if isinstance(entry, SeatsChanged)} == {True, False}
    assert save.header.players == (PlayerLine("Ana", "scrypt$00$11"), PlayerLine("Bo"))
    assert (len(save.entries), save.header.seed, save.header.timer) == (244, 524, 5)
    assert (state.public.phase, state.public.result) == (Phase.OVER, Result.FAILED)
    assert state.public.captures


def test_the_sample_of_format_3() -> None:
    """A facilitated exercise: script and acts sealed, exercise time on every decision."""
    save = read(SAMPLES / "format-3.jsonl")
    state = fold(save)
    assert save.format == FORMAT
    assert {type(entry) for entry in save.entries} == set(ENTRY_TYPES) - {SeatsChanged}
    assert save.header.conduct is not None
    assert [one.id for one in save.header.conduct.script.injects][:3] == ["01", "02", "03"]
    clocks = [entry.clock for entry in save.entries if isinstance(entry, Conducted | Decided)]
    assert clocks == sorted(clocks)
    assert clocks[-1] > 0
    assert (len(save.entries), save.header.seed, state.public.phase) == (123, 4, Phase.TURN)
    assert isinstance(verify(save), Exact)
    text = (SAMPLES / "format-3.jsonl").read_text()
    assert "Notes-" not in text
    assert {number for number in ("01", "02", "05", "08", "C1") if f"Message-{number}" in text} == set()
    assert "Message-C3" in text  # was told to everybody


def test_format_1_knows_no_short_depths() -> None:
    """Their numbers are filled in as format 2 brought them; a head without scenario is lifted as well."""
    numbers = read(SAMPLES / "format-1.jsonl").header.scenario.numbers
    assert (numbers.attributed_partial, numbers.attributed_quota, numbers.attributed_complete) == (
        50,
        60,
        100,
    )
    assert (numbers.named_partial, numbers.named_quota, numbers.named_complete) == (40, 70, 90)
    assert (numbers.attributed_zones, numbers.influence_goal) == (2, 10)
    assert lift_header({"deck": "d"}, 1) == {"deck": "d", "players": [], "timer": 0}
    kept = lift_header({"scenario": {"numbers": {"named_quota": 1}}}, 1)
    assert kept["scenario"]["numbers"]["named_quota"] == 1


def test_an_old_save_is_written_anew_before_it_goes_on(tmp_path: Path) -> None:
    """The same content in the present format, nothing left beside it, owned, and ready for more."""
    path = tmp_path / "old.jsonl"
    data = (SAMPLES / "format-1.jsonl").read_bytes()
    lines = data.splitlines(keepends=True)
    path.write_bytes(b"".join(lines[:-1]) + lines[-1][:9])
    before = read(path)
    writer, save = Writer.open(path)
    with writer:
        assert (before.format, save.format, save.torn) == (1, FORMAT, True)
        assert (save.header, save.entries) == (before.header, before.entries)
        with pytest.raises(SaveError, match="in use"):
            Writer.open(path)
        writer.append(read(SAMPLES / "format-1.jsonl").entries[-1])
    again = read(path)
    assert (again.format, again.torn, len(again.entries)) == (FORMAT, False, len(lines) - 1)
    assert [file.name for file in tmp_path.iterdir()] == ["old.jsonl"]
    assert isinstance(verify(again), Exact)


def test_an_old_save_that_cannot_be_written_anew_stays(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Disk full: one clear error, the file as it was, and not owned any more."""
    path = tmp_path / "old.jsonl"
    data = (SAMPLES / "format-1.jsonl").read_bytes()
    path.write_bytes(data)

    def full(*_written: object) -> int:
        raise OSError(errno.ENOSPC, "No space left on device")

    with monkeypatch.context() as patched:
        patched.setattr("sco_tabletop.record.renew.os.write", full)
        with pytest.raises(SaveError, match="No space left"):
            Writer.open(path)
    assert path.read_bytes() == data
    assert [file.name for file in tmp_path.iterdir()] == ["old.jsonl"]
    Writer.open(path)[0].close()


def test_a_deal_of_format_1_is_never_drawn_again() -> None:
    """The least slack that it did not know is 0: it is dealt as then, and decided again it is the same."""
    save = read(SAMPLES / "format-1.jsonl")
    assert save.header.scenario.numbers.min_slack == 0
    assert isinstance(verify(save), Exact)
    broken: list[dict[str, Any]] = [{}, {"scenario": 3}, {"scenario": {"numbers": []}}]
    for body in broken:
        assert lift_header(body, 1) == {"players": [], "timer": 0, **body}


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
