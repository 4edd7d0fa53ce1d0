"""A script comes out as it was written, and counts for the digest of its deck alone."""

from __future__ import annotations

import hashlib
import os
from pathlib import Path

import attrs
import pytest

from sco_tabletop.conduct.script import (
    Branch,
    Condition,
    DrawPolicy,
    Expiry,
    Fact,
    HelpClass,
    Inject,
    InjectType,
    Script,
    Trigger,
)
from sco_tabletop.content import DeckError, check, digest, has_script, load, load_script
from sco_tabletop.content.problems import MAX_PROBLEMS
from sco_tabletop.core.scenario import Effect, EffectKind, Who
from sco_tabletop.core.words import Track
from sco_tabletop.strict import make_converter

from .manuscript import MANUSCRIPT, SCRIPT
from .workshop import CARDS, DECK, Workshop

KGZ, TJK, UZB = 1, 2, 3


@pytest.fixture
def script(shop: Workshop) -> Script:
    """The manuscript as a value."""
    shop.write(SCRIPT, MANUSCRIPT)
    found = load_script(shop.folder, load(shop.folder))
    assert found is not None
    return found


def line(script: Script, number: str) -> Inject:
    """A line that is there."""
    found = script.inject(number)
    assert found is not None
    return found


def test_nothing_to_mend(shop: Workshop) -> None:
    """The manuscript is sound and quiet, so that every finding in these tests is the test's own."""
    shop.write(SCRIPT, MANUSCRIPT)
    assert check(shop.folder) == ()


def test_head(script: Script) -> None:
    """What stands above the injects; their order is the author's."""
    head = (script.title, script.summary, script.minutes, script.rounds, script.policy)
    assert head == ("A night and a day", "Six injects for four teams.", 90, 6, DrawPolicy.MIX)
    numbers = [inject.id for inject in script.injects]
    assert numbers == ["01", "02a", "02b", "02c", "03", "04", "05", "E1", "N1", "H1", "P1", "R1"]


def test_a_full_line(script: Script) -> None:
    """Every field arrives where it belongs; `to: all` is everybody."""
    assert line(script, "01") == Inject(
        id="01",
        title="The order",
        message="EXERCISE. Say who collects what.",
        type=InjectType.INJECT,
        sender="Director",
        by="Controller A",
        method="phone",
        grade="A1",
        to=(),
        everybody=True,
        minute=3,
        story="Day 1, 08:00 UTC",
        trigger=Trigger(round=1),
        expires=Expiry(4, 50),
        expected="They agree.",
        tasks=("intelligence-exchange.1", "operation-coordination.1"),
        notes="Read it aloud.",
    )


def test_triggers_branches_effects(script: Script) -> None:
    """Zones are numbers in ascending order, one zone needs no list, who counts for everybody alone."""
    asking, answer, none = line(script, "02a"), line(script, "02b"), line(script, "02c")
    conditions = (Condition(Fact.THREAT, 1, 6), Condition(Fact.QUIET_ROUNDS, 2))
    assert asking.trigger == Trigger(round=2, minutes=10, when=conditions)
    assert asking.branches == (Branch("joint", "One request"), Branch("apart", "Two requests"))
    assert (asking.to, answer.to, none.to) == ((KGZ, TJK), (KGZ,), ())
    assert answer.trigger == Trigger(minutes=5, after="02a", branch="joint")
    assert none.effects == (
        Effect(EffectKind.TRACK, -1, Track.TRUST),
        Effect(EffectKind.ACTIONS, 1, who=Who.CHAIR),
    )


def test_lines_of_other_types(script: Script) -> None:
    """Herring, contingency, lines for the staff; what is left out has the default of the value."""
    assert line(script, "03").herring
    assert not line(script, "01").herring
    assert [line(script, number).help for number in ("H1", "P1", "R1", "03")] == [
        HelpClass.HELP,
        HelpClass.PRESSURE,
        HelpClass.REDIRECT,
        HelpClass.NONE,
    ]
    assert line(script, "05").trigger.manual
    assert line(script, "H1").use_when == "They are stuck."
    assert line(script, "N1") == Inject("N1", "Reserve the room", "", InjectType.INFORMATION)
    assert not line(script, "E1").delivered


def test_planned_minute_follows_the_due_minute(script: Script) -> None:
    """A minute left out is that of `due` where this counts from StartEx, else there is none."""
    assert [line(script, number).minute for number in ("01", "02a", "02b", "04", "05")] == [3, 10, -1, -1, -1]


def test_script_survives_a_save(script: Script) -> None:
    """The strict converter writes and reads it without loss."""
    converter = make_converter()
    assert converter.structure(converter.unstructure(script), Script) == script


def test_least_script(shop: Workshop) -> None:
    """What may be left out; the policy is then to replace the draw."""
    shop.write(
        SCRIPT,
        "format: 1\ntitle: t\nsummary: s\nminutes: 90\nrounds: 2\n"
        'injects: [{id: "1", title: t, message: m, to: all}]',
    )
    script = load_script(shop.folder, load(shop.folder))
    inject = Inject("1", "t", "m", everybody=True)
    assert script == Script("t", "s", 90, 2, DrawPolicy.REPLACE, (inject,))


def test_no_script(shop: Workshop) -> None:
    """None is not an error."""
    assert not has_script(shop.folder)
    assert load_script(shop.folder, load(shop.folder)) is None


def test_errors_stop_the_script_and_not_the_deck(shop: Workshop) -> None:
    """All errors at once from `load_script` and from `check`; the scenario is not concerned."""
    shop.write(SCRIPT, MANUSCRIPT.replace("KAZ", "KAS").replace("after: 02a", "after: 02x"))
    scenario = load(shop.folder)
    with pytest.raises(DeckError) as caught:
        load_script(shop.folder, scenario)
    assert len(caught.value.problems) == 3
    assert caught.value.problems == check(shop.folder)


def test_a_broken_deck_does_not_hide_the_script(shop: Workshop) -> None:
    """Without the deck's zones the rest of the script is checked all the same."""
    shop.write(SCRIPT, MANUSCRIPT.replace("after: 02a", "after: 02x").replace("KAZ", "KAS"))
    shop.swap(DECK, "depth: full", "depth: ful")
    found = [(Path(problem.file).name, problem.message) for problem in check(shop.folder)]
    assert [name for name, _message in found] == [DECK, SCRIPT, SCRIPT]
    assert all("did you mean" in message for _name, message in found)


def test_many_problems_are_counted(shop: Workshop) -> None:
    """A hostile script fills one screen, and what is wrong with the deck is still there."""
    shop.write(SCRIPT, MANUSCRIPT + "  - {tipe: inject}\n" * 300)
    shop.swap(CARDS, "kind: lead", "kind: leed")
    problems = check(shop.folder)
    assert len(problems) == MAX_PROBLEMS + 1
    assert "leed" in problems[0].message
    assert problems[-1].message.startswith("701 more problems")


def old_digest(folder: Path) -> str:
    """The digest as it was before there were scripts."""
    total = hashlib.sha256()
    for name in (DECK, CARDS):
        content = (folder / name).read_bytes()
        total.update(f"{name}\0{len(content)}\0".encode())
        total.update(content)
    return total.hexdigest()


def test_digest(shop: Workshop) -> None:
    """Unchanged without a script; with one, every byte of it counts."""
    assert digest(shop.folder) == old_digest(shop.folder)
    digests = {digest(shop.folder)}
    for text in (MANUSCRIPT, MANUSCRIPT + "#"):
        shop.write(SCRIPT, text)
        digests.add(digest(shop.folder))
    assert len(digests) == 3
    (shop.folder / SCRIPT).unlink()
    assert digest(shop.folder) == old_digest(shop.folder)


def test_link_leading_out(shop: Workshop, tmp_path: Path) -> None:
    """A script is read from within the folder only; a link to nowhere is not taken for no script."""
    outside = tmp_path / "outside.yaml"
    outside.write_text(MANUSCRIPT, encoding="utf-8")
    scenario = load(shop.folder)
    for target, message in ((outside, "outside the folder"), (tmp_path / "nowhere", "missing")):
        (shop.folder / SCRIPT).symlink_to(target)
        assert [message in problem.message for problem in check(shop.folder)] == [True]
        for reading in (lambda: load_script(shop.folder, scenario), lambda: digest(shop.folder)):
            with pytest.raises(DeckError, match=message):
                reading()
        (shop.folder / SCRIPT).unlink()
    os.mkfifo(shop.folder / SCRIPT)
    assert len(check(shop.folder)) == 1


def test_every_field_is_in_the_manuscript() -> None:
    """What these tests rest on: no field of a line is left at its default everywhere."""
    for field in attrs.fields(Inject):
        name = {"sender": "from", "trigger": "due", "everybody": "to: all"}.get(field.name, field.name)
        assert f" {name}" in MANUSCRIPT
