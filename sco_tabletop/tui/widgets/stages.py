"""How far a case is, and what would bring it on. Pure functions from a look to lines."""

from __future__ import annotations

from ...core.board import Entry
from ...core.legal import lead_waits, refusal
from ...core.menu import meant
from ...core.progress import Progress, progress
from ...core.rules.depth import has_hour, has_traits
from ...core.settling import Aim, next_step, open_categories
from ...core.words import Depth, Phase
from ...i18n import _
from ...wording import commands as says
from ...wording import words
from ...wording.settling import step_text
from ..keys import TURN_KINDS
from ..look import Look
from ..text import LONGEST, Line, block, flowing, line, packed


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


def now_lines(look: Look, persona: int, columns: int) -> list[Line]:
    """What can be done for a persona right now, each with its key and its cost; nothing outside of the own
    turn."""
    view = look.view
    if not view.my_move or view.public.phase is not Phase.TURN or lead_waits(view):
        return []
    parts = []
    for letter, kind in TURN_KINDS:
        able = (c for c in meant(view, kind, (persona,)) if hasattr(c, "persona") and not refusal(view, c))
        if command := next(able, None):
            name, cost = says.action_kind_name(kind), says.cost_text(view, command)
            parts.append(_("{key} {command} - {cost}").format(key=letter.upper(), command=name, cost=cost))
    if not parts:
        return block(_("For this persona nothing can be done now."), columns, "dim")
    text = _("For this persona: {commands}").format(commands=",  ".join(parts))
    return [line(of) for of in packed(text.split("  "), min(columns, LONGEST), " ")]


def could(look: Look, persona: int, category: int) -> str:
    """Who could best analyse a category that nobody holds; empty if there is nobody."""
    if not has_traits(look.view.scenario.depth):
        return ""
    for missing, zone, level in open_categories(look.view, persona):
        if missing == category and level:
            percent = look.view.scenario.chances.analyse[level]
            return _("- / {zone} {percent}%").format(zone=look.code(zone), percent=percent)
    return ""
