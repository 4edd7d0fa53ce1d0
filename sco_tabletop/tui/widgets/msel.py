"""The lists of the console: now, next, done, the contingency pool. Rows of one line; the staff's alone."""

from __future__ import annotations

from ...conduct.board import Item, Status
from ...conduct.due import HELP_FOR, contingencies, expired
from ...conduct.script import HelpClass
from ...core.scenario import Scenario
from ...i18n import _
from ...session.conducted import Console
from ...wording.conduct import help_name, short_plan, stall_text, status_name
from ...wording.delivery import recipients_codes
from ...wording.times import time_text
from ..text import Line, Part, Row, Sheet, Tone, block, clip, line, pad

ROOMY = 60
GLYPHS: dict[Status, tuple[str, Tone]] = {
    Status.READY: ("□ ", "text"),
    Status.HELD: ("■ ", "lead"),
    Status.RELEASED: ("● ", "good"),
    Status.COMPLETE: ("✓ ", "good"),
    Status.SKIPPED: ("× ", "dim"),
}


def status_part(console: Console, item: Item) -> tuple[str, Tone]:
    """Glyph and word: due, or where it stands."""
    if item in console.due:
        return _("‼ DUE"), "alarm"
    if expired(item, console.moment):
        return "× " + status_name(item, console.moment), "dim"
    glyph, tone = GLYPHS[item.status]
    return glyph + status_name(item, console.moment), tone


def row(scenario: Scenario, console: Console, item: Item, columns: int) -> Row:
    """One inject on one line: number, where it stands, the plan, to whom, its title."""
    status, tone = status_part(console, item)
    parts: list[Part] = [(pad(item.inject.id, 5), "key"), (pad(status, 11), tone), " "]
    when = time_text(item.clock) if item.out else short_plan(item)
    if columns >= ROOMY:
        parts += [(pad(when, 8), "dim"), (pad(recipients_codes(scenario, *item.recipients), 12), "dim"), " "]
    elif not item.out:
        parts += [(pad(when, 5), "dim"), " "]
    parts.append(item.inject.title)
    return Row(clip(line(*parts), columns), ("inject", item.inject.id))


def list_sheet(
    scenario: Scenario, console: Console, name: str, items: tuple[Item, ...], columns: int, empty: str
) -> Sheet:
    """A list with its title."""
    inner = columns - 2
    rows = [row(scenario, console, item, inner) for item in items]
    if not rows:
        rows = [Row(of) for of in block(empty, columns, "dim")]
    title = line((name, "title"), f" {len(items)}")
    return Sheet(title, tuple(rows))


def pool_sheet(console: Console, columns: int) -> Sheet:
    """The contingency injects by class; when something is wrong, what it is, and the fitting class first."""
    inner = columns - 2
    found: list[Row] = []
    fitting = HELP_FOR[console.stall] if console.stall else None
    if console.stall:
        found += [Row(of) for of in block(stall_text(console.stall), inner, "alarm", first="! ")]
    for kind in sorted(
        (HelpClass.HELP, HelpClass.PRESSURE, HelpClass.REDIRECT), key=lambda k: k is not fitting
    ):
        items = contingencies(console.board, kind)
        fits = kind is fitting
        head = _("Fits now. {name}") if fits else "{name}"
        found += [
            Row(of) for of in block(head.format(name=help_name(kind)), inner, "lead" if fits else "dim")
        ]
        found += [pool_row(item, inner) for item in items]
        if not items:
            found.append(Row(line((_("  none left"), "dim"))))
    start = next((of.key for of in found if of.key is not None), None)
    return Sheet(line((_("Contingency pool"), "title")), tuple(found), start)


def pool_row(item: Item, columns: int) -> Row:
    """One of the pool."""
    held = "■ " if item.status is Status.HELD else "  "
    of: Line = line((pad(item.inject.id, 5), "key"), (held, "lead"), item.inject.title)
    return Row(clip(of, columns), ("inject", item.inject.id))
