"""The lists of the console: now, next, done, the contingency pool. The staff's alone.

No title is cut where its list has room for all of them whole.
"""

from __future__ import annotations

from rich.cells import cell_len

from ...conduct.board import Item, Status
from ...conduct.due import HELP_FOR, contingencies, expired
from ...conduct.script import HelpClass
from ...core.scenario import Scenario
from ...i18n import _
from ...session.conducted import Console
from ...wording.conduct import help_name, short_plan, stall_text, status_name
from ...wording.delivery import recipients_codes
from ...wording.times import time_text
from ..text import Line, Row, Sheet, Tone, block, clip, line, pad, width, wrap

ROOMY = 60
MOST_CUT = 12
"""Cells that a title has at least, however much stands before it."""
TALL = 12
MOST_TOLD = 4
"""From so many rows on a list also tells what is expected, on so many lines if all have room for them."""
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


def plan_of(item: Item, *, roomy: bool) -> str:
    """When it is planned; of one that is out when it came, where there is room for that."""
    if item.out:
        return time_text(item.clock) if roomy else ""
    return short_plan(item)


def cells_of(scenario: Scenario, console: Console, item: Item, *, roomy: bool) -> list[tuple[str, Tone]]:
    """What stands before the title: number, where it stands, the plan, to whom if there is room."""
    status, tone = status_part(console, item)
    found: list[tuple[str, Tone]] = [(item.inject.id, "key"), (status, tone)]
    found.append((plan_of(item, roomy=roomy), "dim"))
    return [*found, (recipients_codes(scenario, *item.recipients), "dim")] if roomy else found


def heads_of(scenario: Scenario, console: Console, items: tuple[Item, ...], columns: int) -> list[Line]:
    """The cells of each inject, every column as wide as this list needs."""
    roomy = columns >= ROOMY
    cells = [cells_of(scenario, console, item, roomy=roomy) for item in items]
    wide = [max(cell_len(text) for text, _tone in column) for column in zip(*cells, strict=True)]
    wide = [min(cells, columns // 4) for cells in wide]
    return [
        line(*((pad(text, w) + "  " * bool(w), tone) for w, (text, tone) in zip(wide, one, strict=True)))
        for one in cells
    ]


def inject_rows(head: Line, item: Item, columns: int, told: int = 0) -> list[Row]:
    """The title whole behind its cells; below it what is expected of the players, on `told` lines at most."""
    before = width(head)
    first, *rest = block(item.inject.title, max(MOST_CUT, columns - before))
    below = [line(" " * before, *((span.text, span.tone) for span in of)) for of in rest]
    below += expected_lines(item, before, columns, told) if told and item.inject.expected else []
    return [Row((*head, *first), ("inject", item.inject.id)), *(Row(of) for of in below)]


def expected_lines(item: Item, before: int, columns: int, most: int) -> list[Line]:
    """What is expected of the players, from the column of the titles on; the last line is cut if need be."""
    texts = wrap(item.inject.expected, columns - before)
    shown = [*texts[: most - 1], " ".join(texts[most - 1 :])] if len(texts) > most else texts
    return [clip(line(" " * before, (text, "dim")), columns) for text in shown]


def cut_row(head: Line, item: Item, columns: int) -> Row:
    """The same on one line."""
    return Row(clip((*head, *line(item.inject.title)), columns), ("inject", item.inject.id))


def list_sheet(
    scenario: Scenario,
    console: Console,
    name: str,
    items: tuple[Item, ...],
    space: tuple[int, int],
    empty: str,
) -> Sheet:
    """A list with its title: as much of each inject as all of them have room for."""
    inner, high = space[0] - 2, space[1]
    title = line((name, "title"), f" {len(items)}")
    if not items:
        return Sheet(title, tuple(Row(of) for of in block(empty, space[0], "dim")))
    heads = heads_of(scenario, console, items, inner)
    pairs = list(zip(heads, items, strict=True))
    for told in range(MOST_TOLD, -1, -1) if inner >= ROOMY and high >= TALL else (0,):
        rows = [row for head, item in pairs for row in inject_rows(head, item, inner, told)]
        if len(rows) <= high:
            return Sheet(title, tuple(rows))
    return Sheet(title, tuple(cut_row(head, item, inner) for head, item in pairs))


def pool_sheet(console: Console, columns: int, rows: int) -> Sheet:
    """The contingency injects by class; when something is wrong, what it is, and the fitting class first."""
    inner = columns - 2
    for whole in (True, False):
        found = pool_rows(console, inner, whole=whole)
        if len(found) <= rows:
            break
    start = next((of.key for of in found if of.key is not None), None)
    return Sheet(line((_("Contingency pool"), "title")), tuple(found), start)


def pool_rows(console: Console, columns: int, *, whole: bool) -> list[Row]:
    """Class by class; titles `whole` or on one line."""
    found: list[Row] = []
    fitting = HELP_FOR[console.stall] if console.stall else None
    if console.stall:
        found += [Row(of) for of in block(stall_text(console.stall), columns, "alarm", first="! ")]
    for kind in sorted(
        (HelpClass.HELP, HelpClass.PRESSURE, HelpClass.REDIRECT), key=lambda k: k is not fitting
    ):
        items = contingencies(console.board, kind)
        fits = kind is fitting
        head = _("Fits now. {name}") if fits else "{name}"
        found += [
            Row(of) for of in block(head.format(name=help_name(kind)), columns, "lead" if fits else "dim")
        ]
        for item in items:
            before = pool_head(item)
            found += inject_rows(before, item, columns) if whole else [cut_row(before, item, columns)]
        if not items:
            found.append(Row(line((_("  none left"), "dim"))))
    return found


def pool_head(item: Item) -> Line:
    """Number, and whether it is held."""
    held = "■ " if item.status is Status.HELD else "  "
    return line((pad(item.inject.id, 3), "key"), (held, "lead"))
