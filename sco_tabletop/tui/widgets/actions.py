"""What the acting zone can do: kinds of actions, then targets; or the decision that the phase asks for.

Nothing is hidden: what is not possible stands there with its reason. Pure functions from a look to lines.
"""

from __future__ import annotations

from ...core import doubt
from ...core.commands import (
    AnswerLead,
    AnyCommand,
    CallHour,
    Command,
    DrawInject,
    EndTurn,
    GoNoGo,
)
from ...core.legal import lead_waits
from ...core.rules.strike import staged_here
from ...core.view import View
from ...core.words import Phase
from ...i18n import _
from ...wording import commands as says
from ...wording import rejections, words
from ..keys import LETTER_OF, TURN_KINDS
from ..look import Look
from ..text import Line, Part, Row, Sheet, block, line, pad
from .targets import Target, extra, targets, weigh
from .tracks import allowance

SINGLE = 1


def sheet(look: Look, columns: int, rows: int) -> Sheet:  # noqa: ARG001
    """The pane for the phase and, in a turn, for the open list."""
    view = look.view
    phase = view.public.phase
    if not view.my_move:
        return waiting(look, columns)
    if phase is Phase.TURN:
        return target_list(look, columns) if look.kind else kinds(look, columns)
    if phase is Phase.COMMIT:
        return commit(look, columns)
    return decision(look, columns)


def waiting(look: Look, columns: int) -> Sheet:
    """Somebody else decides, or it is over: the kinds stand there all the same."""
    if look.view.public.result is not None:
        text = _("The exercise is over.")
        return Sheet(line((_("Actions"), "title")), tuple(Row(of) for of in block(text, columns)))
    menu = target_list(look, columns) if look.kind else kinds(look, columns)
    text = _("{zone} decides now.").format(zone=look.name(look.view.public.acting))
    return Sheet(menu.title, (Row(line((text, "lead"))), *menu.rows), menu.start)


def decision(look: Look, columns: int) -> Sheet:
    """Draw the inject, call H-hour or not, go or no-go."""
    view, zone = look.view, look.view.zone
    options: tuple[AnyCommand, ...]
    if view.public.phase is Phase.INJECT:
        options, text = (
            (DrawInject(zone),),
            _("Round {round}: you hold the chair. Draw the inject of the round."),
        )
    elif view.public.phase is Phase.CALL:
        options = (CallHour(zone, call=False), CallHour(zone, call=True))
        text = _("You hold the chair. Is H-hour at the end of this round? The strike ends the exercise.")
    else:
        options = (GoNoGo(zone, go=False), GoNoGo(zone, go=True))
        text = _("H-hour: go or no-go? After a go there is only the strike.")
    found = [Row(of) for of in block(text.format(round=view.public.round), columns - 2, "strong")]
    found += (
        [Row(of) for of in hour_facts(look, columns - 2)] if view.public.phase is not Phase.INJECT else []
    )
    found.append(Row(()))
    found += [target_row(look, weigh(view, option), columns - 2) for option in options]
    title = line((words.phase_name(view.public.phase), "title"), " ", (look.name(zone), "strong"))
    return Sheet(title, tuple(found), start=options[0])


def hour_facts(look: Look, columns: int) -> list[Line]:
    """What the chair weighs: targets staged with their doubt, the size of the network, the dates."""
    view, public = look.view, look.view.public
    numbers = view.scenario.numbers
    staged = [
        (p, z) for p in look.order() for z in range(len(public.zones)) if public.index[p].staged >> z & 1
    ]
    low, high = (n + len(public.recruited) for n in (numbers.operatives_low, numbers.operatives_high))
    text = _(
        "{staged} targets staged; the network has {low} to {high} operatives; decisive takes {quota}% and the leader."
    )
    lines = block(
        text.format(staged=len(staged), low=low, high=high, quota=numbers.quota),
        columns,
        "text" if staged else "lead",
    )
    for persona, zone in staged:
        entry = public.index[persona]
        percent = doubt.right_percent(view.scenario, entry, zone)
        text = _("▲ {persona}, {function}, in {zone}: right {percent}%")
        function = words.function_name(entry.function)
        text = text.format(
            persona=look.alias(persona), function=function, zone=look.name(zone), percent=percent
        )
        lines += block(text, columns, "good" if percent >= 90 else "lead", first="  ")
    return lines


def commit(look: Look, columns: int) -> Sheet:
    """Commit or hold each staged team, then strike."""
    view, found = look.view, []
    text = _(
        "Commit or hold each team. A wrong name is a wrongful detention: trust -{trust}, the result one grade lower."
    )
    found += [Row(of) for of in block(text.format(trust=view.scenario.numbers.wrongful_trust), columns - 2)]
    found.append(Row(()))
    for persona in staged_here(view):
        entry = view.public.index[persona]
        percent = doubt.right_percent(view.scenario, entry, view.zone)
        person = words.person(view.scenario, view.seat.register[view.seat.names[persona]])
        held = persona in look.hold
        mark: Part = (_("[ ] hold  "), "lead") if held else (_("[x] commit"), "good")
        text = _("{persona} = {person}, right {percent}%")
        text = text.format(persona=look.alias(persona), person=person, percent=percent)
        unsure = doubt.rests_on_unverified(entry, view.zone)
        rest: Part = (_("  takes an unverified trait as true"), "lead") if unsure else ""
        found.append(Row(line(mark, "  ", text, rest), ("team", persona)))
    count = len(look.committed())
    found += [
        Row(()),
        Row(line((_("Decide: {count} teams strike").format(count=count), "strong")), ("commit",)),
    ]
    title = line((words.phase_name(Phase.COMMIT), "title"), " ", (look.name(view.zone), "strong"))
    return Sheet(title, tuple(found), start=("commit",))


def kinds(look: Look, columns: int) -> Sheet:
    """The first list: one row a kind, with the best odds or the reason why there is none."""
    view, inner = look.view, columns - 2
    title = line((_("Actions"), "title"), " ", (look.name(view.zone), "strong"), f"  {allowance(look)}")
    found: list[Row] = []
    if lead_waits(view):
        found += lead_rows(look, inner)
    seen: set[str] = set()
    for _letter, kind in TURN_KINDS:
        group = group_name(kind)
        if group not in seen:
            seen.add(group)
            found.append(Row(line((group, "dim"))))
        found.append(kind_row(look, kind, inner))
    start = next((row.key for row in found if row.key is not None), None)
    return Sheet(title, tuple(found), start)


def group_name(kind: type[Command]) -> str:
    """Under which heading a kind stands."""
    if kind.cost:
        return _("One action each")
    return _("Turn") if kind is EndTurn else _("Free moves")


def lead_rows(look: Look, columns: int) -> list[Row]:
    """A low lead that waits for the answer."""
    view, offer = look.view, look.view.public.offer
    assert offer is not None
    truth = view.scenario.numbers.lead_truth
    text = _(
        "An unverified lead is offered: {category} of {persona}. True with {percent}%. Answer it first."
    ).format(
        category=words.category_name(view.scenario, offer.category),
        persona=look.alias(offer.persona),
        percent=truth,
    )
    found = [Row(of) for of in block(text, columns, "lead")]
    for accept in (True, False):
        command = AnswerLead(view.zone, accept)
        found.append(Row(line(says.command_text(view, command)), command))
    return found


def kind_row(look: Look, kind: type[Command], columns: int) -> Row:
    """One kind: letter, name, best odds and how many targets - or the first reason against it."""
    all_of = targets(look, kind)
    possible = [target for target in all_of if target.refused is None]
    name = says.action_kind_name(kind)
    key = (LETTER_OF[kind].upper(), "key")
    if not possible:
        refused = all_of[0].refused if all_of else None
        why = rejections.rejection_text(look.view, refused) if refused else _("Nothing to act on.")
        return Row(line((f"{key[0]} ", "dim"), (pad(f"× {name}", 20) + why, "off")), ("kind", kind.__name__))
    chances = [t.chance for t in possible if t.chance is not None]
    best = _("{percent}%").format(percent=max(chances)) if chances else ""
    upto = _("up to ") if len(set(chances)) > 1 else ""
    count = "" if len(all_of) == SINGLE else _("{count} possible").format(count=len(possible))
    rest = ", ".join(part for part in (upto + best, count) if part)
    del columns
    return Row(line((f"{key[0]} ", "key"), (pad(f"  {name}", 20), "strong"), rest), ("kind", kind.__name__))


def target_list(look: Look, columns: int) -> Sheet:
    """The second list: every target of the open kind."""
    assert look.kind is not None
    kind = look.kind
    name = says.action_kind_name(kind)
    rows = [target_row(look, target, columns - 2) for target in targets(look, kind)]
    rows.append(Row(line((_("◂ back to the actions (Esc, Backspace)"), "dim")), ("back",)))
    title = line((name, "title"), " ", (look.name(look.view.zone), "strong"), f"  {allowance(look)}")
    return Sheet(title, tuple(rows), start=rows[0].key)


def target_row(look: Look, target: Target, columns: int) -> Row:
    """One target with odds, cost and what else matters; greyed with the reason if it is not possible."""
    text = says.command_text(look.view, target.command)
    if target.refused is not None:
        why = rejections.rejection_text(look.view, target.refused)
        return Row(line((f"× {text}  {why}", "off")), target.command)
    chance = "" if target.chance is None else _("{percent}%").format(percent=target.chance)
    parts = [
        chance,
        extra(look, target.command),
        says.cost_text(target.command) if is_move(look.view) else "",
    ]
    rest = "  ".join(part for part in parts if part)
    room = max(10, columns - len(rest) - 4)
    return Row(
        line("  ", (pad(text, min(room, 52)), "strong"), "  ", (rest, "good" if chance else "text")),
        target.command,
    )


def is_move(view: View) -> bool:
    """True in a turn, where things cost actions."""
    return view.public.phase is Phase.TURN
