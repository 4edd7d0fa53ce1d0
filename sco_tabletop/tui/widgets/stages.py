"""How far a case is, and what would bring it on. Pure functions from a look to lines."""

from __future__ import annotations

from ...core.board import Entry
from ...core.progress import Progress, progress
from ...core.rules.depth import has_hour, has_traits
from ...core.settling import Aim, next_step, open_categories
from ...core.words import Depth
from ...i18n import _
from ...wording import words
from ...wording.settling import step_text
from ..look import Look
from ..text import Line, block, flowing, line


def stages(look: Look, entry: Entry, columns: int) -> list[Line]:
    """Every stage that this depth has, whole: reached or not, by glyph and word, with the zones that got
    there."""
    depth, reached = look.view.scenario.depth, progress(entry)
    who = {Progress.IDENTIFIED: entry.named, Progress.LOCATED: entry.located, Progress.STAGED: entry.staged}
    cells: list[Line] = []
    for stage in Progress:
        if (stage >= Progress.LOCATED and not has_hour(depth)) or (stage and depth is Depth.FIND):
            continue
        name = words.progress_name(stage)
        if stage > reached:
            cells.append(line((f"· {name}", "dim")))
        elif who.get(stage):
            zones = words.zone_list(look.view.scenario, who[stage])
            cells.append(line((f"{words.progress_glyph(stage)} {name} {zones}", "good")))
        else:
            cells.append(line((f"{words.progress_glyph(stage)} {name}", "good")))
    return flowing(cells, columns)


def next_lines(look: Look, persona: int, columns: int) -> list[Line]:
    """The cheapest next step, or nothing for a seat that is nobody's."""
    step = next_step(look.view, persona)
    if step is None or look.view.public.result is not None:
        return []
    text = step_text(look.view, persona, step)
    return block(text, columns, "dim" if step.aim in (Aim.DONE, Aim.THEIRS) else "lead")


def could(look: Look, persona: int, category: int) -> str:
    """Who could best analyse a category that nobody holds; empty if there is nobody."""
    if not has_traits(look.view.scenario.depth):
        return ""
    for missing, zone, level in open_categories(look.view, persona):
        if missing == category and level:
            percent = look.view.scenario.chances.analyse[level]
            return _("- / {zone} {percent}%").format(zone=look.code(zone), percent=percent)
    return ""
