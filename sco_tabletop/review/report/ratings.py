"""Objectives and their ratings; per objective strengths and areas for improvement. Facilitator's version."""

from __future__ import annotations

from ...conduct.acts import NO_ZONE, Observed, Rating
from ...conduct.board import Happened
from ...conduct.rating import Draft, Sign, Support, Verdict, task_of
from ...core.scenario import Objective
from ...i18n import _
from ...record.save import line_of
from ...wording import words
from ...wording.conduct import task_text
from ...wording.rating import draft_text, gauge_text, letter_meaning, letter_name, support_text
from ...wording.times import time_text
from ..evaluation import line_numbers
from .dossier import Dossier
from .model import Block, Cell, Heading, Points, Table, Tone, Words, table

FIGURES = (Sign.FIGURE_HIGH, Sign.FIGURE_LOW, Sign.HARM)


def ratings(of: Dossier) -> tuple[Block, ...]:
    """The table objective by rating, then task by task."""
    if not of.staff.objectives:
        return (Heading(_("Objectives and ratings")), Words(_("This deck names no objectives to be rated.")))
    rows: list[tuple[Cell, ...]] = []
    for objective in of.staff.objectives:
        stands = of.staff.stands(objective)
        tasks = [_task_cell(of, task) for task in objective.names]
        rows.append((Cell(objective.title), _letter(stands), Cell(", ".join(tasks))))
    heads = (_("Objective"), _("Rating"), _("Tasks"))
    return (
        Heading(_("Objectives and ratings")),
        *table("", heads, rows),
        Words(
            _(
                "An objective stands where the weakest of its rated tasks stands. A draft comes from the "
                "log by rule; a person decides."
            ),
            tone="dim",
        ),
        Points(tuple(Words(meaning(letter)) for letter in Rating)),
    )


def meaning(letter: Rating) -> str:
    """A rating, and what it says."""
    text = _("{letter}: {meaning}")
    return text.format(letter=letter_name(letter), meaning=letter_meaning(letter))


def _task_cell(of: Dossier, task: str) -> str:
    one = of.staff.verdict(task)
    number = task.rpartition(".")[2]
    if one.rating is None:
        return _("{number}: not rated").format(number=number)
    text = _("{number}: {letter}") if one.settled else _("{number}: {letter} (draft)")
    return text.format(number=number, letter=one.rating.value)


def _letter(one: Verdict) -> Cell:
    if one.rating is None:
        return Cell(_("not rated"), tone="dim")
    tones: dict[str, Tone] = {"P": "good", "S": "good", "M": "lead", "U": "alarm"}
    text = _("{letter}") if one.settled else _("{letter} (draft)")
    return Cell(text.format(letter=letter_name(one.rating)), tone=tones[one.rating.value])


# ---------------------------------------------------------------------- objective by objective


def analysis(of: Dossier) -> tuple[Block, ...]:
    """Each objective: its tasks with rating and support, strengths, areas for improvement."""
    if not of.staff.objectives:
        return _loose(of)
    blocks: list[Block] = [Heading(_("Analysis by objective"))]
    for objective in of.staff.objectives:
        blocks += _objective(of, objective)
    return (*blocks, *_loose(of))


def _objective(of: Dossier, objective: Objective) -> tuple[Block, ...]:
    rows = [_task_row(of, objective, number) for number in range(1, len(objective.tasks) + 1)]
    heads = (_("Critical task"), _("Rating"), _("Draft and what supports it"))
    strengths = _findings(of, objective, strength=True)
    areas = _findings(of, objective, strength=False)
    return (
        Heading(objective.title, 3),
        Table("", heads, tuple(rows)),
        *_finding_table(_("Strengths"), _("No strength was observed."), strengths),
        *_finding_table(_("Areas for improvement"), _("No area for improvement was observed."), areas),
    )


def _task_row(of: Dossier, objective: Objective, number: int) -> tuple[Cell, ...]:
    task = f"{objective.id}.{number}"
    draft, one = of.staff.drafts[task], of.staff.verdict(task)
    letter = _letter(one)
    if one.decided is not None and one.decided.reason:
        text = _("{letter}. Decided: {reason}").format(letter=letter.text, reason=one.decided.reason)
        letter = Cell(text, tone=letter.tone)
    own = (support for support in draft.support if support.gauge is None)
    lines = tuple(n for support in own for n in line_numbers(support.entries))
    text = _("{number}. {task}").format(number=number, task=objective.tasks[number - 1])
    return (Cell(text), letter, Cell(_support(draft), lines))


def _support(draft: Draft) -> str:
    shown = [draft_text(draft)]
    shown += [support_text(one) for one in draft.support if one.sign not in (Sign.STRENGTH, Sign.IMPROVE)]
    return " ".join(text if text.endswith((".", "!", "?")) else f"{text}." for text in shown)


def _findings(of: Dossier, objective: Objective, *, strength: bool) -> list[tuple[Cell, ...]]:
    found, told = [], set[str]()
    tasks = objective.names
    for line in of.staff.board.of(Observed):
        act = line.act
        if isinstance(act, Observed) and act.strength is strength and task_of(of.staff.board, line) in tasks:
            found.append(_finding(of, line))
    for task in tasks:
        for support in of.staff.drafts[task].support:
            high = support.sign is Sign.FIGURE_HIGH
            if (
                support.sign in FIGURES
                and high is strength
                and support.gauge
                and support.gauge.name not in told
            ):
                told.add(support.gauge.name)
                found.append(_figure(support))
    return found


def _finding(of: Dossier, line: Happened) -> tuple[Cell, ...]:
    """Observation - reference - analysis."""
    act = line.act
    assert isinstance(act, Observed)
    return (
        Cell(act.text),
        Cell(_reference(of, line, act), (line_of(line.entry),)),
        Cell(_analysis(of, line, act)),
    )


def _reference(of: Dossier, line: Happened, act: Observed) -> str:
    zone = words.zone_name(of.scenario, act.zone) if act.zone != NO_ZONE else ""
    values = {"time": time_text(line.clock), "inject": act.inject, "zone": zone}
    if act.inject and zone:
        text = _("{time}, inject {inject}, {zone}")
    elif act.inject:
        text = _("{time}, inject {inject}")
    else:
        text = _("{time}, {zone}") if zone else "{time}"
    return text.format(**values)


def _analysis(of: Dossier, line: Happened, act: Observed) -> str:
    """The task it speaks of, what was expected and what was written down as having happened."""
    task = task_of(of.staff.board, line)
    said = [_("Task: {task}").format(task=task_text(of.scenario, task))] if task else []
    item = of.staff.board.items.get(act.inject)
    if item is not None and item.inject.expected:
        said.append(_("Expected: {text}").format(text=item.inject.expected))
    if item is not None and item.narrative:
        said.append(_("What happened: {text}").format(text=item.narrative))
    return " ".join(said)


def _figure(support: Support) -> tuple[Cell, ...]:
    assert support.gauge is not None
    text = _("A figure of the rules played; the log leads to what it was counted on.")
    return (
        Cell(gauge_text(support.gauge)),
        Cell(_("figure of the log"), line_numbers(support.entries)),
        Cell(text),
    )


def _finding_table(title: str, nothing: str, rows: list[tuple[Cell, ...]]) -> tuple[Block, ...]:
    if not rows:
        return (Words(nothing, tone="dim"),)
    return table(title, (_("Observation"), _("Reference"), _("Analysis")), rows)


def _loose(of: Dossier) -> tuple[Block, ...]:
    """Observations that count for no task of an objective."""
    known = {task for objective in of.staff.objectives for task in objective.names}
    rows = []
    for line in of.staff.board.of(Observed):
        act = line.act
        if isinstance(act, Observed) and task_of(of.staff.board, line) not in known:
            kind = _("strength") if act.strength else _("area for improvement")
            rows.append((*_finding(of, line)[:2], Cell(kind)))
    if not rows:
        return ()
    heads = (_("Observation"), _("Reference"), _("Kind"))
    return (Heading(_("Observations without a task"), 3), *table("", heads, rows))
