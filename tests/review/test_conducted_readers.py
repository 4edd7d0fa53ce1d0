"""The report of a facilitated exercise: what a player never reads, and texts that would like to be more."""

from __future__ import annotations

import re
from pathlib import Path

import attrs
import pytest

from sco_tabletop.conduct.acts import (
    Called,
    Capability,
    Completed,
    Composed,
    Ended,
    Joined,
    Observed,
    Planned,
    Question,
    Rated,
    Rating,
    Remarked,
    Started,
)
from sco_tabletop.conduct.script import (
    DrawPolicy,
    Script,
)
from sco_tabletop.core.apply import redact
from sco_tabletop.core.message import Message
from sco_tabletop.core.scenario import Objective
from sco_tabletop.core.words import COMMANDER
from sco_tabletop.record.fold import fold
from sco_tabletop.record.save import Conducted, Decided, Save
from sco_tabletop.review.evaluation import evaluate
from sco_tabletop.review.replay import Replay
from sco_tabletop.review.report.build import report
from sco_tabletop.review.report.dossier import gather
from sco_tabletop.review.report.html import html
from sco_tabletop.review.report.json import as_json, plain
from sco_tabletop.review.report.markdown import markdown
from sco_tabletop.review.report.model import Table
from tests.tui.test_hostile import HOSTILE

from .conducted import mixed, of_script, talked
from .test_conducted import LINES, SMALL
from .test_report import Page

# ---------------------------------------------------------------------- who may read what


def blanked(save: Save, reader: int) -> Save:
    """The save without script, acts, and events that the seat was not told."""
    entries = []
    for entry in save.entries:
        kept = tuple(event for event in entry.events if redact(event, reader) is not None)
        entry = attrs.evolve(entry, events=kept)
        if isinstance(entry, Conducted):
            entry = attrs.evolve(entry, act=Started(), clock=0)
        if isinstance(entry, Decided):
            entry = attrs.evolve(entry, clock=-1)
        entries.append(entry)
    assert save.header.conduct is not None
    script = attrs.evolve(save.header.conduct.script, injects=(), title="", summary="")
    conduct = attrs.evolve(save.header.conduct, script=script, facilitator="")
    return attrs.evolve(save, entries=tuple(entries), header=attrs.evolve(save.header, conduct=conduct))


@pytest.mark.parametrize("make", [mixed, talked])
@pytest.mark.parametrize("finish", [True, False])
def test_a_player_reads_nothing_of_the_staff(tmp_path: Path, make: object, finish: bool) -> None:
    """Page and object are the same without script and acts; no word of the staff stands in them."""
    save = make(tmp_path, finish=finish)  # type: ignore[operator]
    conduct = save.header.conduct
    state = fold(save)
    for zone in (COMMANDER, *range(len(save.header.scenario.zones))):
        one, other = gather(save, zone), gather(blanked(save, zone), zone)
        assert html(report(one)) == html(report(other))
        assert plain(one) == plain(other)
        assert plain(one)["ratings"] == {}
        text = html(report(one)) + markdown(report(one)) + as_json(one)
        told = {of.inject for of in state.public.announced}
        told |= {of.inject for of in state.seats[zone].delivered} if zone != COMMANDER else set()
        for inject in conduct.script.injects:
            for secret in (inject.expected, inject.notes, inject.use_when, inject.resolution):
                assert not secret or secret not in text
            assert (html_text(inject.title) in text) == (inject.id in told)
        for line in evaluate(save).board.records.values():
            said = getattr(line.act, "text", "") or getattr(line.act, "reason", "")
            assert not said or said not in text


def html_text(title: str) -> str:
    """A title as HTML has it."""
    return title.replace("'", "&#x27;")


@pytest.mark.parametrize("make", [mixed, talked])
def test_an_unfinished_exercise_is_partial(tmp_path: Path, make: object) -> None:
    """The facilitator reads his part beside the public board; the truth stays shut."""
    save = make(tmp_path, finish=False)  # type: ignore[operator]
    with pytest.raises(ValueError, match="EndEx"):
        gather(save)
    of = gather(save, COMMANDER, staff=True)
    text = markdown(report(of))
    assert "PARTIAL" in text
    assert "while the exercise runs" in text or of.discussion
    assert "MSEL as conducted" in text
    state, names = fold(save), save.header.scenario
    for operative in state.secret.operatives:
        if operative.persona not in state.public.index:
            assert names.personas[operative.persona] not in text
    assert Replay(save).seats == (COMMANDER,)


def test_a_discussion_has_no_figures_of_the_rules(tmp_path: Path) -> None:
    save = talked(tmp_path)
    data = plain(gather(save))
    assert data["operatives"] == []
    figures = ("lost_share", "gap_max", "redundancy", "exchange", "coordination", "complement", "requests")
    assert all(data[key] is None for key in figures)
    assert data["ratings"] == {"intelligence-exchange.2": "P"}
    text = markdown(report(gather(save)))
    assert "The three mechanisms" not in text
    assert not any(save.header.scenario.personas[o.persona] in text for o in fold(save).secret.operatives)


# ---------------------------------------------------------------------- hostile texts


@pytest.mark.parametrize("hostile", [*HOSTILE, "<script>alert(1)</script>|`[x](http://y)`", "| a | b\n# c"])
def test_hostile_texts_of_script_and_staff_are_text(tmp_path: Path, hostile: str) -> None:
    text = f"{hostile}end"
    injects = tuple(
        attrs.evolve(one, title=text, message=text, expected=text, notes=text, tasks=("o.1",))
        for one in LINES[:2]
    )
    script = Script(text, text, 60, 0, DrawPolicy.OFF, injects)
    deck = attrs.evolve(SMALL, objectives=(Objective("o", text, (text, text)),))
    at = of_script(tmp_path, deck, script, zones=(0, 1, 2, 3), facilitator=text)
    at.do(Started(), Joined(text, text, 0))
    at.release("01")
    at.release("02")
    at.do(
        Completed("01", text),
        Observed(text, strength=True, inject="01", task="o.1"),
        Observed(text, strength=False),
        Called(0, text, "01"),
        Remarked(Question.NEXT, text),
        Planned(text, text, Capability.PLANNING, text, text, text, text),
        Rated("o.1", Rating.UNABLE, text),
        Composed("A1", Message(text, text, text, text), (0,)),
        Ended(text),
    )
    save = at.close()
    for reader in (None, 0):
        document = report(gather(save, reader))
        page = Page(html(document))
        assert not {"script", "img"} & page.kinds
        bare = re.sub(r"\\.", "", markdown(document))
        assert "<script" not in bare
        assert "](http" not in bare
        for table in (block for block in document.blocks if isinstance(block, Table)):
            assert all(len(row) == len(table.heads) for row in table.rows)
