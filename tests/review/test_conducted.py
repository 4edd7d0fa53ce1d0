"""The report of a facilitated exercise: what stands in it, by hand, and what a player never reads."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import attrs

from sco_tabletop.conduct.acts import (
    Called,
    Capability,
    Completed,
    Composed,
    Ended,
    Held,
    Joined,
    Observed,
    Planned,
    Postponed,
    Question,
    Rated,
    Rating,
    Remarked,
    Skipped,
    Started,
)
from sco_tabletop.conduct.script import (
    Branch,
    DrawPolicy,
    Expiry,
    HelpClass,
    Inject,
    InjectType,
    Script,
    Trigger,
)
from sco_tabletop.core.message import Message
from sco_tabletop.core.scenario import Objective
from sco_tabletop.record.save import Rewound
from sco_tabletop.review.evaluation import evaluate
from sco_tabletop.review.report.build import report
from sco_tabletop.review.report.dossier import gather
from sco_tabletop.review.report.html import html
from sco_tabletop.review.report.json import as_json, plain
from sco_tabletop.review.report.markdown import markdown
from sco_tabletop.review.report.model import Block, Document, Heading, Points, Table, Words
from tests.core.small import scenario

from .conducted import Room, mixed, of_script
from .test_report import Page, texts

SMALL = attrs.evolve(scenario(), objectives=(Objective("o", "Objective", ("First.", "Second.")),))
LINES = (
    Inject("01", "One", "Words.", to=(0, 2), minute=2, trigger=Trigger(minutes=2), tasks=("o.1",)),
    Inject("02", "Two", "Words.", everybody=True, branches=(Branch("a", "A way"), Branch("b", "B way"))),
    Inject("03", "Three", "Words.", to=(1,), trigger=Trigger(after="02", branch="b", minutes=3)),
    Inject("04", "Four", "Words.", to=(1,), minute=20, trigger=Trigger(minutes=20)),
    Inject("05", "Five", "Words.", to=(3,), minute=5, trigger=Trigger(minutes=5), expires=Expiry(minutes=8)),
    Inject("06", "Six", "Words.", to=(3,), minute=30),
    Inject("07", "Seven", "Words.", to=(3,), trigger=Trigger(minutes=9)),
    Inject("H1", "Help", "Words.", InjectType.CONTINGENCY, to=(1,), help=HelpClass.HELP),
    Inject("E1", "Expected", "", InjectType.EXPECTED, minute=10, expected="They met."),
)


def on_paper(folder: Path) -> Room:
    """A discussion of fourteen minutes, StartEx at entry 2."""
    script = Script("On paper", "", 60, 0, DrawPolicy.OFF, LINES)
    at = of_script(folder, SMALL, script, zones=(0, 1, 2, 3))
    at.do(Started(), after=100)
    at.release("01", after=125)
    at.release("02", after=60)
    at.do(Completed("02", "They split.", "a"), after=60)
    at.do(Skipped("04", "Not today."), Held("06", "Wait for it."), Postponed(("07",), minutes=5))
    at.do(Composed("A1", Message("New", "Words.", "Desk", "chat"), (1, 3)), after=55)
    at.do(Ended(), after=540)
    return at


def tables(document: Document, title: str) -> list[Table]:
    """The tables under a heading of level 2."""
    found: list[Table] = []
    under = ""
    for block in document.blocks:
        if isinstance(block, Heading) and block.level == 2:
            under = block.text
        elif isinstance(block, Table) and under == title:
            found.append(block)
    return found


def heads(document: Document) -> list[str]:
    """All headings of level 2."""
    return [block.text for block in document.blocks if isinstance(block, Heading) and block.level == 2]


def rows(table: Table) -> list[list[str]]:
    """The texts of a table."""
    return [[cell.text for cell in row] for row in table.rows]


# ---------------------------------------------------------------------- worked out on paper


def test_the_msel_as_conducted_on_paper(tmp_path: Path) -> None:
    (table,) = tables(report(gather(on_paper(tmp_path).close())), "MSEL as conducted")
    assert rows(table) == [
        ["01", "One", "0:02", "0:02:05", "Zone 0, Zone 2", "released", "", ""],
        [
            "02",
            "Two",
            "when the facilitator decides",
            "0:03:05",
            "everybody",
            "complete",
            "",
            "Branch a (A way). They split.",
        ],
        [
            "03",
            "Three",
            "3 minutes after inject 02, if branch b was taken",
            "-",
            "Zone 1",
            "not released",
            "",
            "",
        ],
        ["04", "Four", "0:20", "-", "Zone 1", "skipped", "Not today.", ""],
        ["05", "Five", "0:05", "-", "Zone 3", "expired", "", ""],
        ["06", "Six", "0:30", "-", "Zone 3", "held", "Wait for it.", ""],
        [
            "07",
            "Seven",
            "from 0:09 of exercise time on",
            "-",
            "Zone 3",
            "deferred",
            "postponed by 5 minutes",
            "",
        ],
        ["H1", "Help", "HELP, when it fits", "-", "Zone 1", "not used", "", ""],
        ["A1", "New", "written on the spot", "0:05:00", "Zone 1, Zone 3", "released", "", ""],
        ["E1", "Expected: They met.", "0:10", "-", "staff", "for the staff", "", ""],
    ]
    lines = [row[0].lines for row in table.rows]
    assert lines == [(4,), (5, 6), (), (7,), (), (8,), (9,), (), (10,), ()]


def test_the_timeline_on_paper(tmp_path: Path) -> None:
    (table,) = tables(report(gather(on_paper(tmp_path).close())), "Appendix: timeline")
    assert rows(table) == [
        ["0:00:00", "StartEx."],
        ["0:02:05", "Inject 01 released to Zone 0, Zone 2."],
        ["0:03:05", "Inject 02 released to everybody."],
        ["0:04:05", "Inject 02 complete, branch a: They split."],
        ["0:04:05", "Inject 04 skipped: Not today."],
        ["0:04:05", "Inject 06 held: Wait for it."],
        ["0:04:05", "07: postponed by 5 minutes."],
        ["0:05:00", "Inject A1 written on the spot for Zone 1, Zone 3: New."],
        ["0:14:00", "EndEx."],
    ]


def test_ratings_strengths_and_areas_on_paper(tmp_path: Path) -> None:
    """One strength and one area for the first task; the second one is exercised by nothing."""
    at = on_paper(tmp_path)
    at.do(
        Observed("Quick.", strength=True, zone=0, inject="01"),
        Observed("Loud.", strength=False, task="o.1"),
        Observed("Late.", strength=False, inject="02"),
        Rated("o.1", Rating.MAJOR, "A neighbour lost a day."),
    )
    save = at.close()
    document = report(gather(save))
    (table,) = tables(document, "Objectives and ratings")
    assert rows(table) == [["Objective", "M - performed with major challenges", "1: M, 2: not rated"]]
    tasks, strengths, areas, loose = tables(document, "Analysis by objective")
    assert rows(tasks)[0][1] == "M - performed with major challenges. Decided: A neighbour lost a day."
    assert rows(tasks)[0][2].startswith("Draft S: strengths, and areas")
    assert rows(tasks)[1][1] == "not rated"
    assert tasks.rows[0][2].lines == (4, 12, 13)
    assert rows(strengths) == [["Quick.", "0:14:00, inject 01, Zone 0", "Task: First."]]
    assert rows(areas) == [["Loud.", "0:14:00", "Task: First."]]
    assert rows(loose) == [["Late.", "0:14:00, inject 02", "area for improvement"]]
    data = plain(gather(save))
    assert data["ratings"] == {"o.1": "M"}
    assert data["drafts"] == {"o.1": "S", "o.2": None}
    assert [one["status"] for one in data["injects"]].count("expired") == 1


def test_the_other_chapters_on_paper(tmp_path: Path) -> None:
    at = on_paper(tmp_path)
    at.do(
        Joined("Ana", "leader", 1),
        Joined("Bo", "observer"),
        Joined("Ana", "leader of two", 2),
        Called(1, "We wait.", "01"),
        Called(-1, "We all wait."),
        Remarked(Question.WELL, "Calm."),
        Planned("Issue", "Action", Capability.TRAINING, "Bo", "", "", "May"),
    )
    document = report(gather(at.close()))
    assert heads(document) == [
        "Result",
        "Exercise overview",
        "Objectives and ratings",
        "Analysis by objective",
        "MSEL as conducted",
        "Decision log",
        "Hot wash",
        "Improvement plan",
        "Knowledge, coordination, mechanisms",
        "Appendix: participants",
        "Appendix: timeline",
        "The log",
    ]
    (people,) = tables(document, "Appendix: participants")
    assert rows(people) == [["Ana", "leader of two", "Zone 2"], ["Bo", "observer", "-"]]
    (decided,) = tables(document, "Decision log")
    assert rows(decided) == [
        ["0:14:00", "Zone 1", "called out", "We wait. (inject 01)"],
        ["0:14:00", "all together", "called out", "We all wait."],
    ]
    (plan,) = tables(document, "Improvement plan")
    assert rows(plan) == [["Issue", "Action", "training", "Bo", "-", "-", "May"]]
    assert under(document, "What went well, and why?") == ["Calm."]
    assert under(document, "What happened?") == ["No note."]
    assert "no rules were played" in texts(document)


def under(document: Document, title: str) -> list[str]:
    """What stands under a heading of level 3, up to the next."""
    found: list[str] = []
    on = False
    block: Block
    for block in document.blocks:
        match block:
            case Heading(text=text):
                on = text == title
            case Points(items=items) if on:
                found += [item.text for item in items]
            case Words(text=text) if on:
                found.append(text)
            case _:
                pass
    return found


# ---------------------------------------------------------------------- a whole exercise with rules


def test_a_facilitated_exercise_with_rules(tmp_path: Path) -> None:
    """Figures of the rules follow; what was rewound is not told but named; links lead somewhere."""
    save = mixed(tmp_path)
    of = gather(save)
    document = report(of)
    titles = heads(document)
    assert titles[:8] == [
        "Result",
        "Exercise overview",
        "Objectives and ratings",
        "Analysis by objective",
        "MSEL as conducted",
        "Decision log",
        "Hot wash",
        "Improvement plan",
    ]
    assert "The three mechanisms" in titles
    assert titles[-3:] == ["Appendix: participants", "Appendix: timeline", "The log"]
    text = html(document)
    assert "WRONG" not in text + markdown(document) + as_json(of)
    (cut,) = evaluate(save).cuts
    at, to = (timedelta(seconds=clock) for clock in (cut.clock, cut.to_clock))
    assert text.count(f"Rewound at {at} to {to}: 2 entries") == 3
    page = Page(text)
    assert {link[1:] for link in page.links} <= set(page.ids)
    (decided,) = tables(document, "Decision log")
    assert decided.rows
    standing = {move.line for move in of.course.moves if move.by}
    assert {row[-1].lines[0] for row in decided.rows} <= standing
    assert {row[3].text for row in decided.rows} == {"entered by the facilitator", "bot (analyst)"}
    clocks = [row[0].text for row in decided.rows]
    assert clocks == sorted(clocks)


def test_a_rewind_counts_what_it_took_back(tmp_path: Path) -> None:
    """A completion and a skip; the observation between them stays and is not counted."""
    save = mixed(tmp_path, finish=False)
    (cut,) = evaluate(save).cuts
    assert isinstance(save.entries[cut.entry - 1], Rewound)
    assert cut.undone == 2
    seen = [line.act.text for line in evaluate(save).board.of(Observed) if isinstance(line.act, Observed)]
    assert "Each wrote a form of its own." in seen


def test_figures_of_the_rules_support_a_draft_only_after_endex(tmp_path: Path) -> None:
    early = evaluate(mixed(tmp_path / "early", finish=False)).drafts["intelligence-exchange.2"]
    late = evaluate(mixed(tmp_path / "late")).drafts["intelligence-exchange.2"]
    assert not any(one.gauge for one in early.support)
    assert [one.gauge.name for one in late.support if one.gauge] == ["exchange"]
