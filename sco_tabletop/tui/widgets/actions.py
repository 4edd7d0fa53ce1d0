"""What the acting zone can do: kinds of actions, then targets; or the decision that the phase asks for.

Nothing is hidden: what is not possible stands there with its reason. Pure functions from a look to lines.
"""

from __future__ import annotations

from rich.cells import cell_len

from ...core import doubt
from ...core.commands import (
    AnswerLead,
    AnyCommand,
    CallHour,
    ChooseOption,
    Command,
    DrawInject,
    EndTurn,
    GoNoGo,
)
from ...core.legal import lead_waits
from ...core.rules.injects import card_of
from ...core.rules.strike import decisive_count, staged_here
from ...core.words import COMMANDER, Phase
from ...i18n import _, n_
from ...session.calm import nothing_waits
from ...wording import commands as says
from ...wording import words
from ...wording.outcomes import outcomes_text
from ..keys import LETTER_OF, TURN_KINDS
from ..look import Look
from ..text import Line, Part, Row, Sheet, block, line, packed, pad, push, width
from .target_list import target_list
from .targets import Target, reason, targets, weigh
from .tracks import allowance, network_range, network_size

PRIVATE = (Phase.TURN, Phase.COMMIT)
"""Phases in which a zone decides behind its curtain."""
Targets = dict[type[Command], tuple[Target, ...]]
CALM = ("calm",)
"""The row that draws the card and leaves H-hour for later."""
COMMIT_ALL = ("commit all",)
"""The row that decides for all own states."""
END = ("end",)
"""The row that goes to the result."""
SINGLE = 1
MANY = 3
"""From so many kinds on a reason that they share is said once."""
GROUPS = 3
NAMES = 17
"""Cells for the name of a kind."""


def sheet(look: Look, columns: int, rows: int) -> Sheet:
    """The pane for the phase and, in a turn, for the open list."""
    view = look.view
    phase = view.public.phase
    if not view.my_move:
        return waiting(look, columns, rows)
    if phase is Phase.TURN:
        return target_list(look, look.kind, columns) if look.kind else kinds(look, columns, rows)
    if phase is Phase.COMMIT:
        return commit(look, columns)
    return decision(look, columns)


def waiting(look: Look, columns: int, rows: int) -> Sheet:
    """Somebody else decides, or it is over: the kinds stand there all the same."""
    if look.view.public.result is not None:
        over = [Row(of) for of in block(_("The exercise is over."), columns - 2)]
        return Sheet(line((_("Actions"), "title")), (*over, end_row()), END)
    if look.view.zone == COMMANDER:
        text = _("{zone} decides now. This is what everybody may know.")
        text = text.format(zone=look.name(look.view.public.acting))
        return Sheet(line((_("Actions"), "title")), tuple(Row(of) for of in block(text, columns, "lead")))
    menu = target_list(look, look.kind, columns) if look.kind else kinds(look, columns, rows - 1)
    text = _("{zone} decides now.").format(zone=look.name(look.view.public.acting))
    return Sheet(menu.title, (Row(line((text, "lead"))), *menu.rows), menu.start)


def end_row() -> Row:
    """Where the exercise is over."""
    return Row(line((_("To the result, the replay and the report"), "key")), END)


def decision(look: Look, columns: int) -> Sheet:
    """Draw the inject, decide on it, call H-hour or not, go or no-go."""
    view, zone, inner = look.view, look.view.zone, columns - 2
    phase, card = view.public.phase, card_of(view.scenario, view.public.card)
    options: tuple[AnyCommand, ...]
    if phase is Phase.INJECT:
        options = (DrawInject(zone),)
        text = _("Round {round}, {zone} in the chair: draw the inject of the round.")
    elif phase is Phase.CHOICE and card:
        options = tuple(ChooseOption(zone, n) for n in range(len(card.options)))
        text = _("{zone} in the chair: decide on the inject.")
    elif phase is Phase.CALL:
        options = (CallHour(zone, call=False), CallHour(zone, call=True))
        text = _("{zone} in the chair: is H-hour at the end of this round? The strike ends the exercise.")
    else:
        options = (GoNoGo(zone, go=False), GoNoGo(zone, go=True))
        text = _("H-hour: go or no-go? After a go there is only the strike.")
    calm = zone in look.mine and nothing_waits(view)
    lines = block(card.title, inner, "title") if phase is Phase.CHOICE and card else []
    lines += block(text.format(round=view.public.round, zone=look.name(zone)), inner, "strong")
    lines += hour_facts(look, inner) if phase in (Phase.CALL, Phase.GO) else []
    found = [Row(of) for of in (*lines, ())]
    found += calm_rows(options[0]) if calm else []
    for option in () if calm else options:
        found += option_rows(look, option, inner)
        if isinstance(option, ChooseOption) and card:
            effects = outcomes_text(view, card.options[option.option].effects)
            found += [Row(of) for of in block(effects, inner, "dim", first="    ")]
    title = line((words.phase_name(phase), "title"), " ", (look.name(zone), "strong"))
    return Sheet(title, tuple(found), start=CALM if calm else options[0])


def option_rows(look: Look, option: AnyCommand, columns: int) -> list[Row]:
    """One answer to what is asked; with its reason if it is not possible."""
    text, target = says.command_text(look.view, option), weigh(look.view, option)
    if target.refused is None:
        return [Row(line("  ", (text, "strong")), option)]
    lines = block(f"{text}: {reason(look, target)}", columns, "off", first="× ")
    return [Row(of, option if n == 0 else None) for n, of in enumerate(lines)]


def calm_rows(draw: AnyCommand) -> list[Row]:
    """The card without a question about H-hour after it, and with it."""
    calm = _("Draw the card, and no H-hour this round: nobody is located yet")
    return [
        Row(line("  ", (calm, "strong")), CALM),
        Row(line("  ", (_("Draw the card, then decide on H-hour"), "strong")), draw),
    ]


def hour_facts(look: Look, columns: int) -> list[Line]:
    """What the chair weighs: targets staged with their doubt, the size of the network."""
    view, public = look.view, look.view.public
    zones = range(len(public.zones))
    staged = [(p, z) for p in look.order() for z in zones if public.index[p].staged >> z & 1]
    text = n_("{staged} target is staged.", "{staged} targets are staged.", len(staged)) + " "
    text = text if staged else _("No target is staged.") + " "
    ready = sum(1 for p in public.index if public.index[p].located & ~public.index[p].staged)
    if ready:
        text += n_("{ready} is located, without a team.", "{ready} are located, without a team.", ready) + " "
    text += _("The network has {size} operatives; decisive takes {needed} of them, the leader included.")
    text = text.format(staged=len(staged), ready=ready, size=network_size(look), needed=needed(look))
    lines = block(text, columns, "text" if staged else "lead")
    for persona, zone in staged:
        entry = public.index[persona]
        percent = doubt.right_percent(view.scenario, entry, zone)
        text = _("{persona}, {function}, in {zone}: right {percent}%")
        function = words.function_name(entry.function)
        text = text.format(
            persona=look.alias(persona), function=function, zone=look.name(zone), percent=percent
        )
        lines += block(text, columns, "good" if percent >= 90 else "lead", first="  ▲ ")
    return lines


def needed(look: Look) -> str:
    """How many captures are decisive (R7.2), for the least and the most operatives that there may be."""
    low, high = (decisive_count(look.view.scenario.numbers, size) for size in network_range(look))
    return str(low) if low == high else _("{low} to {high}").format(low=low, high=high)


def commit(look: Look, columns: int) -> Sheet:
    """Commit or hold each staged team, then strike."""
    view, found = look.view, list[Row]()
    text = _(
        "Commit or hold each team. A wrong name is a wrongful detention: trust -{trust}, "
        "and the result falls one grade."
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
    decided = n_("Decide: {count} team strikes", "Decide: {count} teams strike", count)
    found += [
        Row(()),
        Row(line((decided.format(count=count), "strong")), ("commit",)),
    ]
    every = teams_of_all(look)
    if every:
        text = n_(
            "All your states, every name certain: {count} team strikes",
            "All your states, every name certain: {count} teams strike",
            every,
        )
        found.append(Row(line((text.format(count=every), "strong")), COMMIT_ALL))
    title = line((words.phase_name(Phase.COMMIT), "title"), " ", (look.name(view.zone), "strong"))
    return Sheet(title, tuple(found), start=COMMIT_ALL if every else ("commit",))


def teams_of_all(look: Look) -> int:
    """How many teams one decision for all own states would commit; 0 where another own state has none left to
    decide on, or where a name is not certain."""
    public = look.view.public
    waiting = [zone for zone in look.mine if public.staged_in(zone) and not public.committed >> zone & 1]
    index = public.index.values()
    staged = [(entry, zone) for entry in index for zone in waiting if entry.staged >> zone & 1]
    sure = all(
        doubt.right_percent(look.view.scenario, entry, zone) == 100
        and not doubt.rests_on_unverified(entry, zone)
        for entry, zone in staged
    )
    return len(staged) if sure and len(waiting) > 1 and not look.hold else 0


def kinds(look: Look, columns: int, rows: int) -> Sheet:
    """The first list: one row a kind, with the best odds or the reason why there is none."""
    view, inner = look.view, columns - 2
    title = line((_("Actions"), "title"), " ", (look.name(view.zone), "strong"), f"  {allowance(look)}")
    found = lead_rows(look, inner) if lead_waits(view) else []
    seen: set[str] = set()
    all_of = {kind: targets(look, kind) for _letter, kind in TURN_KINDS}
    folded = same_reason(look, all_of)
    alone = [kind for _letter, kind in TURN_KINDS if not any(kind in kinds for kinds in folded.values())]
    below = [row for why, kinds in folded.items() for row in folded_rows(why, kinds, inner)]
    rows_of = kind_rows(look, {kind: all_of[kind] for kind in alone}, inner)
    heads = GROUPS + bool(below)
    roomy = rows >= heads + len(found) + len(below) + sum(len(of) for of in rows_of.values())
    start = next((row.key for row in found if row.key is not None), first_kind(all_of, alone))
    for kind in alone:
        group = group_name(kind)
        if roomy and group not in seen:
            seen.add(group)
            found.append(Row(line((group, "dim"))))
        found += rows_of[kind]
    if roomy and below:
        found.append(Row(line((_("Not possible for the same reason"), "dim"))))
    return Sheet(title, (*found, *below), start)


def first_kind(all_of: Targets, kinds: list[type[Command]]) -> object:
    """The row where the cursor starts: a kind that opens a list, so that Enter alone spends nothing; else one
    that is possible, else the first."""
    able = [kind for kind in kinds if any(target.refused is None for target in all_of[kind])]
    lists = [kind for kind in able if len(all_of[kind]) > SINGLE]
    return next((("kind", kind.__name__) for kind in (*lists, *able, *kinds)), None)


def same_reason(look: Look, all_of: Targets) -> dict[str, list[type[Command]]]:
    """Kinds that are not possible, by their reason, where several share it: said once, below the others."""
    found: dict[str, list[type[Command]]] = {}
    for kind, meant in all_of.items():
        if meant and all(target.refused is not None for target in meant):
            found.setdefault(reason(look, meant[0]), []).append(kind)
    return {why: kinds for why, kinds in found.items() if len(kinds) >= MANY}


def folded_rows(why: str, kinds: list[type[Command]], columns: int) -> list[Row]:
    """The reason, then the kinds with their letters; the row tells and opens the first of them."""
    names = [f"{LETTER_OF[kind].upper()} {says.action_kind_name(kind)}" for kind in kinds]
    items = [*(f"{name}," for name in names[:-1]), names[-1]]
    lines = block(why, columns, "off", first="× ")
    lines += [line("  ", (of, "off")) for of in packed(items, columns - 2, " ")]
    key = ("kind", kinds[0].__name__)
    return [Row(of, key if n == 0 else None) for n, of in enumerate(lines)]


def group_name(kind: type[Command]) -> str:
    """Under which heading a kind stands."""
    if kind.cost:
        return _("One action each")
    return _("Turn") if kind is EndTurn else _("Free moves")


def lead_rows(look: Look, columns: int) -> list[Row]:
    """A low lead that waits for the answer."""
    view, offer = look.view, look.view.public.offer
    assert offer is not None
    text = _(
        "An unverified lead is offered: {category} of {persona}. True with {percent}%. Answer it first."
    ).format(
        category=words.category_name(view.scenario, offer.category),
        persona=look.alias(offer.persona),
        percent=view.scenario.numbers.lead_truth,
    )
    found = [Row(of) for of in block(text, columns, "lead")]
    for accept in (True, False):
        command = AnswerLead(view.zone, accept)
        found.append(Row(line(says.command_text(view, command)), command))
    return found


def kind_rows(look: Look, all_of: Targets, columns: int) -> dict[type[Command], list[Row]]:
    """The lines of each kind: letter, name, cost, best odds and how many targets, in columns - or the first
    reason against it, to its end."""
    faces = {kind: face_of(look, kind, found) for kind, found in all_of.items()}
    cost, odds = (max((cell_len(face[at]) for face in faces.values()), default=0) for at in (1, 2))
    found: dict[type[Command], list[Row]] = {}
    for kind, (why, price, best, count) in faces.items():
        name, letter = says.action_kind_name(kind), LETTER_OF[kind].upper()
        if why:
            lines = reason_lines(line((f"{letter} × ", "off"), (pad(name, NAMES), "off")), why, columns)
        else:
            rest = pad(price, cost) + "  " + push(best, odds) + ("  " if odds else "") + count
            lines = [line((f"{letter}   ", "key"), (pad(name, NAMES), "strong"), rest.rstrip())]
        found[kind] = [Row(of, ("kind", kind.__name__) if n == 0 else None) for n, of in enumerate(lines)]
    return found


def reason_lines(head: Line, why: str, columns: int) -> list[Line]:
    """A reason behind a name, the lines after the first under its beginning."""
    first, *rest = block(why, columns - width(head), "off")
    return [head + first, *(line((" " * width(head), "off")) + of for of in rest)]


def face_of(look: Look, kind: type[Command], found: tuple[Target, ...]) -> tuple[str, str, str, str]:
    """Of one kind the first reason against it, or else cost, best odds, and how many targets there are."""
    possible = [target for target in found if target.refused is None]
    if not possible:
        return (reason(look, found[0]) if found else _("Nothing to act on.")), "", "", ""
    chances = [t.chance for t in possible if t.chance is not None]
    best = _("{percent}%").format(percent=max(chances)) if chances else ""
    if len(set(chances)) > 1:
        best = _("up to {percent}%").format(percent=max(chances))
    count = "" if len(found) == SINGLE else _("{count} possible").format(count=len(possible))
    cost = says.cost_text(look.view, possible[0].command) if kind is not EndTurn else ""
    return "", cost, best, count
