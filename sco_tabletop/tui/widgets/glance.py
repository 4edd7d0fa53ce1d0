"""The round at a glance: where it stands, what is new, who has acted and what is left, what the network did.

A pure function from a look to lines; everything is public but what is new to this zone.
"""

from __future__ import annotations

from typing import Final

from ...core.rules.depth import has_hour, has_preparation
from ...core.words import COMMANDER, Phase
from ...i18n import _, n_
from ...session.changes import changes
from ...session.chronicle import Group, summary
from ...wording import words
from ..look import Look
from ..text import Line, Part, Row, Sheet, Tone, beside, block, cut, flowing, line
from .journal import lines_of, news_lines
from .tracks import main_plot

TWO: Final = 110
"""From this many columns the turns stand beside what is new."""
DECIDED: Final = (Phase.GO, Phase.COMMIT, Phase.OVER)
"""Phases after all turns."""


def sheet(look: Look, columns: int, rows: int) -> Sheet:  # noqa: ARG001
    """What is new stands right below where the round is; the network comes last."""
    public, numbers = look.view.public, look.view.scenario.numbers
    title = line(
        (_("The round"), "title"),
        _(" {round} of {rounds}").format(round=public.round, rounds=numbers.rounds),
    )
    if columns >= TWO:
        half = columns // 2 - 1
        left = [*whose(look, half), *steps(look, half), *left_over(look, half), (), *turns(look, half)]
        right = [*news(look, half), (), *network(look, half)]
        return Sheet(title, tuple(Row(of) for of in beside(left, right, half + 2)))
    lines = [*whose(look, columns), *steps(look, columns), *left_over(look, columns), ()]
    lines += [*news(look, columns), (), *turns(look, columns), (), *network(look, columns)]
    return Sheet(title, tuple(Row(of) for of in lines))


def whose(look: Look, columns: int) -> list[Line]:
    """Whose decision is due, and what it is."""
    public = look.view.public
    if public.result is not None:
        return [line((_("EndEx"), "strong"))]
    zone, phase = look.name(public.acting), words.phase_name(public.phase)
    if public.acting == COMMANDER or public.acting in look.mine:
        text = _("▸ you decide for {zone}: {phase}")
        return block(text.format(zone=zone, phase=phase), columns, "key", rest="  ")
    text = _("… {zone} decides: {phase}")
    return block(text.format(zone=zone, phase=phase), columns, "lead", rest="  ")


# ---------------------------------------------------------------------- where the round stands


def steps(look: Look, columns: int) -> list[Line]:
    """The steps of a round with the present one marked, the chair, H-hour."""
    public = look.view.public
    places: list[tuple[str, tuple[Phase, ...]]] = [(_("inject"), (Phase.INJECT, Phase.CHOICE))]
    if has_hour(look.view.scenario.depth):
        places.append((_("call"), (Phase.CALL,)))
    places.append((_("turns"), (Phase.TURN,)))
    if public.called:
        places += [(_("go or no-go"), (Phase.GO,)), (_("strike"), (Phase.COMMIT,))]
    if public.phase is not Phase.COMMIT:
        places.append((_("network"), ()))
    at = next((n for n, (_name, phases) in enumerate(places) if public.phase in phases), len(places))
    cells: list[Line] = []
    for number, (name, _phases) in enumerate(places):
        mark, tone = ("✓", "dim") if number < at else ("▸", "key") if number == at else ("·", "dim")
        cells.append(line((f"{mark} {name}", tone)))  # type: ignore[arg-type]
    text = _("Chair: {zone} (you)") if public.chair in look.mine else _("Chair: {zone}")
    return [*flowing(cells, columns), line(text.format(zone=look.name(public.chair))), *hour(look, columns)]


def hour(look: Look, columns: int) -> list[Line]:
    """Whether H-hour is called, and how many targets stand ready."""
    view, public = look.view, look.view.public
    if not has_hour(view.scenario.depth):
        return []
    staged = sum(entry.staged.bit_count() for entry in public.index.values())
    named = sum(entry.named.bit_count() for entry in public.index.values())
    text, tone = hour_state(look)
    ready = n_(
        "{text} {named} name, {staged} staged.", "{text} {named} names, {staged} staged.", named
    ).format(text=text, named=named, staged=staged)
    return block(ready, columns, tone, rest="  ")


def hour_state(look: Look) -> tuple[str, Tone]:
    """Not called, called, or by itself."""
    public = look.view.public
    if public.called:
        return _("⚑ H-hour is at the end of this round."), "lead"
    if public.round >= look.view.scenario.numbers.rounds:
        return _("⚑ Last round: H-hour comes at its end."), "lead"
    return _("H-hour is not called."), "text"


def left_over(look: Look, columns: int) -> list[Line]:
    """What all have left together."""
    public = look.view.public
    bulletins = n_("{count} bulletin", "{count} bulletins", public.bulletins).format(count=public.bulletins)
    pile = n_("{count} inject in the deck", "{count} injects in the deck", public.pile)
    text = _("Left for all: {bulletins}, {pile}.")
    return block(text.format(bulletins=bulletins, pile=pile.format(count=public.pile)), columns, rest="  ")


# ---------------------------------------------------------------------- what is new


def news(look: Look, columns: int) -> list[Line]:
    """What has changed since the own last turn."""
    if look.view.zone == COMMANDER:
        head = _("New since the round began")
    elif any(group.what == "turn" and group.zone == look.view.zone for group in look.chronicle.groups):
        head = _("New since the last turn of {zone}").format(zone=look.name(look.view.zone))
    else:
        head = _("New since the start")
    found = news_lines(changes(look.view, look.chronicle), columns)
    return [line((head, "title")), *(found or block(_("nothing"), columns, "dim"))]


# ---------------------------------------------------------------------- who acts


def turns(look: Look, columns: int) -> list[Line]:
    """Every zone in the order of this round: done and how, acting, or still to come with what it has."""
    public = look.view.public
    count = len(public.zones)
    order = [(public.lead_zone + step) % count for step in range(count)]
    now = order.index(public.acting) if public.phase is Phase.TURN else -1
    if public.phase in DECIDED:
        now = count
    found = [line((_("Turns, in order"), "title"))]
    for place, zone in enumerate(order):
        found.append(turn(look, zone, (place > now) - (place < now), columns))
    return found


def turn(look: Look, zone: int, way: int, columns: int) -> Line:
    """One zone: `way` is -1 if it has acted, 0 if it acts, 1 if it is still to come."""
    mark = ("▸", "key") if not way else ("✓", "good") if way < 0 else ("·", "dim")
    own = "★" if zone in look.mine else " "
    room = max(0, columns - 10)
    parts: list[Part] = [(f"{mark[0]} ", mark[1]), (f"{own}{look.code(zone)}  ", "strong")]  # type: ignore[list-item]
    if way < 0:
        group = last_turn(look, zone)
        parts.append(cut(summary(look.view, group) if group else _("nothing"), room))
    else:
        board = look.view.public.zones[zone]
        text = _("actions {actions}, share {shares}, requests {requests}").format(
            actions=board.actions, shares=board.shares, requests=board.requests
        )
        parts.append((cut(text, room), "text" if not way else "dim"))
    return line(*parts)


def last_turn(look: Look, zone: int) -> Group | None:
    """What a zone did in its turn of this round."""
    now = look.view.public.round
    found = [g for g in look.chronicle.groups if g.what == "turn" and g.zone == zone and g.round == now]
    return found[-1] if found else None


# ---------------------------------------------------------------------- the network


def network(look: Look, columns: int) -> list[Line]:
    """What it has, has done, and did last, as far as all were told."""
    view, public = look.view, look.view.public
    found = [line((_("The network, as far as known"), "title"))]
    if has_preparation(view.scenario.depth):
        plans, funds, weapons, supplies = public.preparation
        text = _(
            "Preparation {sum} of {needed}: plans {plans}, funds {funds}, weapons {weapons}, "
            "supplies {supplies}"
        ).format(
            sum=public.prepared,
            needed=view.scenario.numbers.preparation_needed,
            plans=plans,
            funds=funds,
            weapons=weapons,
            supplies=supplies,
        )
        found += block(text, columns, rest="  ")
        found += plots(look, columns)
    if public.recruited:
        zones = ", ".join(look.name(zone) for zone in public.recruited)
        found += block(_("Recruited in {zones}").format(zones=zones), columns, "alarm", first="! ")
    groups = [group for group in look.chronicle.groups if group.what == "network"]
    if groups:
        text = _("In the network phase of round {round}:").format(round=groups[-1].round)
        found += [line((text, "dim")), *lines_of(view, groups[-1].events, columns)]
    return found


def plots(look: Look, columns: int) -> list[Line]:
    """Plots named and fired, and the main plot."""
    view, public = look.view, look.view.public
    found: list[Line] = []
    for plot in public.plots:
        text = _("Plot warned: {zones}, end of round {round}").format(
            zones=words.zone_list(view.scenario, plot.zones), round=plot.due
        )
        found += block(text, columns, "alarm", first="‼ ")
    if public.fired:
        zones = ", ".join(look.name(zone) for zone in public.fired)
        found += block(_("Plots fired: {zones}").format(zones=zones), columns, "alarm", first="‼ ")
    return found + (main_plot(look, columns) if has_hour(view.scenario.depth) else [])
