"""The second list of a turn: the targets of a kind, what is possible in columns, the rest by reason."""

from __future__ import annotations

from rich.cells import cell_len

from ...core.commands import Command, Share
from ...i18n import _
from ...wording import commands as says
from ..look import Look
from ..text import Line, Part, Row, Sheet, block, line, pad, push
from .targets import Target, extra, reason, targets
from .tracks import allowance

Rest = tuple[str, str, str]
"""Odds, what else matters, cost."""


def target_list(look: Look, kind: type[Command], columns: int) -> Sheet:
    """Every target of a kind."""
    found, inner = targets(look, kind), columns - 2
    possible = [target for target in found if target.refused is None]
    rows = possible_rows(look, possible, inner)
    refused = [target for target in found if target.refused is not None]
    rows += refused_rows(look, refused, inner, alone=not possible)
    if kind is Share and possible:
        text = _("home? = he may live there; new = what they lack of it; no file = they hold none yet.")
        rows += [Row(of) for of in block(text, inner, "dim")]
    rows.append(Row(line((_("◂ back to the actions (Esc, Backspace)"), "dim")), ("back",)))
    name = says.action_kind_name(kind)
    title = line((name, "title"), " ", (look.name(look.view.zone), "strong"), f"  {allowance(look)}")
    return Sheet(title, tuple(rows), start=rows[0].key)


def possible_rows(look: Look, possible: list[Target], columns: int) -> list[Row]:
    """One line a target: what follows the name ends at one edge on all of them, so that odds stand under odds
    and costs under costs, and a long name has the room that its own line leaves."""
    names = [says.command_text(look.view, target.command) for target in possible]
    rests = aligned([rest_of(look, target) for target in possible])
    edge = max((cell_len(n) + cell_len(r) for n, r in zip(names, rests, strict=True)), default=0) + 4
    room = min(edge, columns) - 2
    found = []
    for target, name, rest in zip(possible, names, rests, strict=True):
        tail: Part = (f"  {rest}", "text" if target.chance is None else "good")
        found.append(Row(line("  ", (pad(name, room - cell_len(rest) - 2), "strong"), tail), target.command))
    return found


def rest_of(look: Look, target: Target) -> Rest:
    """What is said behind a name."""
    chance = "" if target.chance is None else _("{percent}%").format(percent=target.chance)
    return chance, extra(look, target.command), says.cost_text(look.view, target.command)


def aligned(rests: list[Rest]) -> list[str]:
    """The same as one text each: numbers end under one another, costs begin under one another."""
    widths = [max((cell_len(rest[at]) for rest in rests), default=0) for at in range(3)]
    found = []
    for chance, more, cost in rests:
        parts = [push(chance, widths[0]), push(more, widths[1] if widths[0] else 0), pad(cost, widths[2])]
        found.append("  ".join(part for part in parts if part))
    return found


def refused_rows(look: Look, refused: list[Target], columns: int, *, alone: bool = False) -> list[Row]:
    """What is not possible. Where targets share a reason it stands first and they stand under it; the row
    tells of the first of them. `alone`: nothing of the kind is possible, so one reason says it all."""
    reasons: dict[str, list[Target]] = {}
    for target in refused:
        reasons.setdefault(reason(look, target), []).append(target)
    found: list[Row] = []
    for why, several in reasons.items():
        lines = refused_lines(look, why, several, columns, named=not alone or len(reasons) > 1)
        found += [Row(of, several[0].command if n == 0 else None) for n, of in enumerate(lines)]
    return found


def refused_lines(look: Look, why: str, several: list[Target], columns: int, *, named: bool) -> list[Line]:
    """One target with its reason; or a reason, and below it those that it forbids."""
    names = says.commands_text(look.view, [target.command for target in several])
    if len(several) == 1:
        return block(f"{names}: {why}", columns, "off", first="× ")
    below = block(names, columns, "off", first="    ") if named else []
    return [*block(why, columns, "off", first="× "), *below]
