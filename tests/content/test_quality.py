"""What a facilitator would miss in a script is a warning in its place and keeps nobody from playing it."""

from __future__ import annotations

import attrs
import pytest

from sco_tabletop.conduct.quality import Remark, earliest, main_injects, pace, quality
from sco_tabletop.conduct.script import DrawPolicy, Inject, InjectType, Script, Trigger
from sco_tabletop.content import Problem, ProblemKind, check, load, load_script
from sco_tabletop.core.scenario import Objective

from .manuscript import MANUSCRIPT, SCRIPT
from .workshop import Workshop

# what stands there, what stands there instead (¦ where the message must point), field, message
REMARKS = [
    (
        "message: EXERCISE. Who asks?",
        "message: ¦EXERCISE." + " word" * 50,
        "injects[1].message",
        "the message has 51 words; 50 at most can be spoken as one message.",
    ),
    ("    from: Hotline\n", "", "injects[4].from", "nobody is named as the sender"),
    ("    expected: They grade it.\n", "", "injects[4].expected", "no expected action"),
    ("    tasks: [operation-coordination.3]\n    res", "    res", "injects[4].tasks", "no task"),
    ("    use_when: They are stuck.\n", "", "injects[9].use_when", "nothing says when this contingency fits"),
    (
        "resolution: They call back and he knows no habit.",
        "resolution: ¦They find it out.",
        "injects[4].resolution",
        "must say what players can do to disprove the red herring.",
    ),
    (
        '  - id: "01"\n',
        '  - ¦id: "01"\n    resolution: They ask three others about it.\n',
        "injects[0]",
        "a red herring is never the first inject.",
    ),
    (
        "minutes: 12}",
        "minutes: ¦90}",
        "injects[5].due.minutes",
        "due at minute 90 at the earliest; the exercise ends at 90.",
    ),
    ("minute: 3\n", "minute: ¦95\n", "injects[0].minute", "planned for minute 95; the exercise ends at 90."),
    ("due: {round: 3}", "due: {round: ¦7}", "injects[4].due.round", "due in round 7; 6 rounds are planned."),
    (
        "when:\n",
        "when:\n        ¦- {fact: round, at_least: 7}\n",
        "injects[1].due.when",
        "due in round 7; 6 rounds are planned.",
    ),
    (
        f"  - id: 02a{MANUSCRIPT.partition('  - id: 02a')[2].partition('    branches:')[0]}",
        "  - ¦id: 02a\n    title: A\n    message: m\n    from: P\n    to: [TJK, KGZ]\n",
        "injects[1]",
        "other injects wait for its branches, but nothing makes it due",
    ),
    ("minutes: 90", "minutes: 180", "injects", "6 injects are planned; 11 to 15 fit into 180 minutes."),
    ("minutes: 90", "minutes: 60", "injects", "6 injects are planned; 3 to 5 fit into 60 minutes."),
    ("help: pressure", "help: help", "injects", "there is no contingency of class pressure"),
    (
        "[technology-complement.1]",
        "[operation-coordination.1]",
        "injects",
        "no planned inject exercises the objective technology-complement.",
    ),
    (
        "      - {kind: actions, amount: -1}",
        "      ¦- {kind: actions, amount: -1}\n      - {kind: influence, amount: 1}",
        "injects[1].effects",
        "this is worth -1.5 actions; -1 to 1 is allowed.",
    ),
]


@pytest.mark.parametrize(("old", "new", "field", "message"), REMARKS, ids=range(len(REMARKS)))
def test_remark_in_its_place(shop: Workshop, old: str, new: str, field: str, message: str) -> None:
    """The only thing to say, said as a warning; the script loads."""
    assert MANUSCRIPT.count(old) >= 1
    where = shop.write(SCRIPT, MANUSCRIPT.replace(old, new, 1))
    problems: tuple[Problem, ...] = check(shop.folder)
    assert [(problem.path, problem.kind) for problem in problems] == [(field, ProblemKind.WARNING)]
    assert message in problems[0].message
    if "¦" in new:
        assert (problems[0].line, problems[0].column) == where
    assert load_script(shop.folder, load(shop.folder)) is not None


@pytest.mark.parametrize(
    ("minutes", "span"),
    [(45, (3, 4)), (60, (3, 5)), (90, (5, 7)), (105, (6, 9)), (120, (7, 10)), (240, (14, 20))],
)
def test_pace(minutes: int, span: tuple[int, int]) -> None:
    """5 to 7 injects in 90 minutes, 7 to 10 in 120, and in proportion."""
    assert pace(minutes) == span


def inject(number: str, **fields: object) -> Inject:
    """A line with nothing to remark on but what the fields say."""
    line = Inject(number, "t", "m", sender="s", expected="e", tasks=("o.1",), everybody=True)
    return attrs.evolve(line, **fields)  # type: ignore[arg-type]


def script(*injects: Inject) -> Script:
    """Ninety minutes of these."""
    return Script("t", "s", 90, 6, DrawPolicy.MIX, injects)


def waiting(number: str, after: str, branch: str = "", minutes: int = -1) -> Inject:
    """A line that waits for another."""
    return inject(number, trigger=Trigger(after=after, branch=branch, minutes=minutes))


def test_only_one_way_of_a_branch_is_counted() -> None:
    """Of two followers of one branch and one of the other a run sees two at most."""
    lines = (inject("1"), waiting("2", "1", "a"), waiting("3", "1", "a"), waiting("4", "1", "b"))
    assert main_injects(script(*lines)) == 3
    assert main_injects(script(*lines, inject("5", type=InjectType.CONTINGENCY))) == 3
    assert main_injects(script(*lines, waiting("6", "4"))) == 4


def test_earliest_minute_adds_up() -> None:
    """Minutes of those that it waits for are added; a missing predecessor counts as none."""
    lines = (
        inject("1", trigger=Trigger(minutes=40)),
        waiting("2", "1", minutes=30),
        waiting("3", "2", minutes=20),
        waiting("4", "nobody"),
    )
    found = script(*lines)
    assert [earliest(found, line) for line in lines] == [40, 70, 90, 0]
    late = [remark for remark in quality(found, ()) if remark.field == "due.minutes"]
    assert [remark.inject for remark in late] == ["3"]


def test_lines_for_the_staff_are_not_judged() -> None:
    """They have no recipients, and the first inject is the first that goes to players."""
    bare = Inject("0", "t", "", InjectType.INFORMATION)
    herring = inject("2", resolution="They call back and ask him.")
    told = quality(script(bare, herring), ())
    assert Remark("2", "", "a red herring is never the first inject.") in told
    assert not [remark for remark in told if remark.inject == "0"]


def test_a_contingency_alone_exercises_no_objective() -> None:
    """It may never be released."""
    objective = (Objective("o", "t", ("a task",)),)
    pool = inject("1", type=InjectType.CONTINGENCY, use_when="u")
    message = "no planned inject exercises the objective o."
    assert message in [remark.message for remark in quality(script(pool), objective)]
    assert message not in [remark.message for remark in quality(script(pool, inject("2")), objective)]
