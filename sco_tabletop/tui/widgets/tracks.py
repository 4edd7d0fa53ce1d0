"""The tracks with their last change, and the state under the eye. Pure functions from a view to lines."""

from __future__ import annotations

from ...core.events import InfluenceMoved, PreparationMoved
from ...core.words import COMMANDER, Track
from ...i18n import _
from ...wording import words
from ..look import Look
from ..text import Line, Part, Row, Sheet, Tone, block, line, pad

GAUGE = 12


def gauge(value: int, limit: int) -> str:
    """A bar of at most GAUGE cells."""
    cells = min(GAUGE, max(1, limit))
    full = 0 if limit <= 0 else min(cells, -(-max(0, value) * cells // limit))
    return "▮" * full + "▯" * (cells - full)


def level_tone(value: int, limit: int) -> Tone:
    """Good, lead or alarm by how near the limit is."""
    return "alarm" if 4 * value >= 3 * limit else "lead" if 2 * value >= limit else "good"


def last(look: Look, of: str | int) -> str:
    """The last change of a track: by how much, in which round, why."""
    change = look.chronicle.changes.get(of)
    if change is None:
        return ""
    event = change.event
    why = words.cause_name(event.cause)
    if isinstance(event, PreparationMoved):
        return _("R{round} {why}").format(round=change.round, why=why)
    return _("R{round} {amount} {why}").format(round=change.round, amount=f"{event.amount:+d}", why=why)


def three(look: Look, columns: int) -> list[Line]:
    """Threat, alert, public trust."""
    public, numbers = look.view.public, look.view.scenario.numbers
    rows = (
        (Track.THREAT, public.threat, numbers.threat_limit, level_tone(public.threat, numbers.threat_limit)),
        (Track.ALERT, public.alert, numbers.alert_max, level_tone(public.alert, numbers.alert_max)),
        (Track.TRUST, public.trust, numbers.trust, level_tone(numbers.trust - public.trust, numbers.trust)),
    )
    lines: list[Line] = []
    for track, value, limit, tone in rows:
        head = pad(words.track_name(track), 13) + f"{value:>2}/{limit:<2} "
        parts: list[Part] = [head, (gauge(value, limit) + " ", tone)]
        change = last(look, track.value)
        if columns >= 46:
            parts.append((change, "dim"))
        lines.append(line(*parts))
        if columns < 46 and change:
            lines.append(line((f"  {change}", "dim")))
    return lines


def preparation(look: Look) -> list[Line]:
    """The preparation track with its parts, plots warned, the date of the main plot."""
    view, public = look.view, look.view.public
    needed = view.scenario.numbers.preparation_needed
    head = pad(_("Preparation"), 13) + f"{public.prepared:>2}/{needed:<2} "
    plans, funds, weapons, supplies = public.preparation
    parts = _("plans {plans}, funds {funds}, weapons {weapons}, supplies {supplies}").format(
        plans=plans, funds=funds, weapons=weapons, supplies=supplies
    )
    lines = [
        line(head, (gauge(public.prepared, needed), level_tone(public.prepared, needed))),
        line((f"  {parts}", "dim")),
    ]
    for plot in public.plots:
        zones = words.zone_list(view.scenario, plot.zones)
        text = _("‼ Plot warned: {zones}, end of round {round}").format(zones=zones, round=plot.due)
        lines.append(line((text, "alarm")))
    if public.main_fired:
        lines.append(line((_("‼ The main plot has fired."), "alarm")))
    elif public.main_round:
        text = _("‼ Main plot: end of round {round}").format(round=public.main_round)
        lines.append(line((text, "alarm")))
    else:
        rounds = ", ".join(str(n) for n in view.scenario.numbers.main_rounds)
        lines.append(line((_("Main plot: date not known (one of {rounds})").format(rounds=rounds), "dim")))
    return lines


def size(look: Look) -> Line:
    """How large the network may be, and the pile."""
    numbers, public = look.view.scenario.numbers, look.view.public
    low, high = (n + len(public.recruited) for n in (numbers.operatives_low, numbers.operatives_high))
    text = _("Network: {low} operatives") if low == high else _("Network: {low}-{high} operatives")
    return line(
        text.format(low=low, high=high),
        (
            _(", {known} on the Index; {pile} injects left").format(
                known=len(public.index), pile=public.pile
            ),
            "dim",
        ),
    )


def influence(look: Look, columns: int) -> list[Line]:
    """Influence by state with the last change, and what the mean does to the threat."""
    view, public = look.view, look.view.public
    numbers, count = view.scenario.numbers, len(public.zones)
    total = sum(board.influence for board in public.zones)
    adds = max((s.threat for s in numbers.influence_steps if 10 * total >= s.tenths * count), default=0)
    text = _("Influence, mean {mean}: threat +{adds} a round").format(mean=f"{total / count:.1f}", adds=adds)
    lines = [line((text, "alarm" if adds else "dim"))]
    cells = 12
    a_row = max(1, columns // cells)
    found: list[Line] = []
    for zone, board in enumerate(public.zones):
        change = look.chronicle.changes.get(zone)
        event = change.event if change else None
        moved = f"{event.amount:+d}" if isinstance(event, InfluenceMoved) and change else ""
        tone: Tone = (
            "alarm" if board.influence >= numbers.recruit_from else "lead" if board.influence > 1 else "text"
        )
        own = "★" if zone in look.mine else " "
        found.append(line(own, (f"{look.code(zone)} {board.influence}", tone), (pad(f" {moved}", 5), "dim")))
    for start in range(0, count, a_row):
        lines.append(tuple(span for of in found[start : start + a_row] for span in of))
    return lines


def state(look: Look, columns: int) -> list[Line]:
    """The state under the eye: what it is good at, loans, teams, neighbours."""
    view, zone = look.view, look.place
    board = view.public.zones[zone]
    skills = []
    for discipline, own in enumerate(board.levels):
        level = board.level(discipline)
        if level:
            loan = _(" (loan)") if level > own else ""
            skills.append(f"{words.discipline_name(view.scenario, discipline)} {level}{loan}")
    near = ", ".join(look.name(other) for other in view.scenario.zones[zone].adjacent)
    roles = [_("you")] if zone in look.mine else []
    roles += [_("chair")] if zone == view.public.chair else []
    head: list[Part] = [(look.name(zone), "strong"), (f" {', '.join(roles)}" if roles else "", "key")]
    free = view.public.free_teams(zone)
    lines = [line(*head)]
    lines += block(", ".join(skills) or _("none"), columns, first=_("Level: "))
    lines += block(
        _("{teams}, free {free}").format(teams=board.teams, free=free), columns, first=_("Teams: ")
    )
    lines += block(near, columns, first=_("Next to: "))
    if zone == view.zone:
        lines.append(line(_("Chatter: {count} traces laid here").format(count=view.seat.chatter)))
    if board.lent:
        lines.append(line((_("Has lent its specialists."), "dim")))
    return lines


def sheet(look: Look, columns: int, rows: int) -> Sheet:  # noqa: ARG001
    """Tracks, then influence, then the state under the eye."""
    body = [*three(look, columns), *preparation(look), size(look), (), *influence(look, columns), ()]
    body += state(look, columns)
    return Sheet(line((_("Tracks"), "title"), _(" and last change")), tuple(Row(of) for of in body))


def strip(look: Look, columns: int) -> Line:
    """The tracks on one line."""
    public, numbers = look.view.public, look.view.scenario.numbers
    parts: list[Part] = [
        (
            _("Threat {n}/{limit}").format(n=public.threat, limit=numbers.threat_limit),
            level_tone(public.threat, numbers.threat_limit),
        ),
        (
            _("  Alert {n}/{limit}").format(n=public.alert, limit=numbers.alert_max),
            level_tone(public.alert, numbers.alert_max),
        ),
        (
            _("  Trust {n}/{limit}").format(n=public.trust, limit=numbers.trust),
            level_tone(numbers.trust - public.trust, numbers.trust),
        ),
        (
            _("  Prep {n}/{limit}").format(n=public.prepared, limit=numbers.preparation_needed),
            level_tone(public.prepared, numbers.preparation_needed),
        ),
    ]
    due = [f"R{plot.due} {words.zone_list(look.view.scenario, plot.zones)}" for plot in public.plots]
    if due:
        parts.append((_("  ‼ plot {plots}").format(plots="; ".join(due)), "alarm"))
    if public.main_round and not public.main_fired:
        parts.append((_("  ‼ main R{round}").format(round=public.main_round), "alarm"))
    if public.called:
        parts.append((_("  ⚑ H-hour called"), "lead"))
    del columns
    return line(*parts)


def header(look: Look) -> Line:
    """Deck, round, who acts, what is left."""
    view, public = look.view, look.view.public
    parts: list[Part] = [
        (_("EXERCISE"), "lead"),
        f" {view.scenario.title} ",
        (_("R{round}/{rounds}").format(round=public.round, rounds=view.scenario.numbers.rounds), "strong"),
        "  ",
    ]
    if public.result is not None:
        parts.append((_("EndEx"), "strong"))
        return line(*parts)
    acting = words.zone_name(view.scenario, public.acting)
    if public.acting in look.mine or public.acting == COMMANDER:
        parts.append(
            (
                _("▸ {zone} acts (you): {phase}").format(zone=acting, phase=words.phase_name(public.phase)),
                "key",
            )
        )
    else:
        parts.append(
            (_("… {zone} acts: {phase}").format(zone=acting, phase=words.phase_name(public.phase)), "dim")
        )
    if view.zone != public.acting and len(look.mine) > 1:
        parts.append((_("  seen by {zone}").format(zone=look.name(view.zone)), "lead"))
    parts.append((_("  practice"), "dim") if look.practice else "")
    return line(*parts)


def allowance(look: Look) -> str:
    """What the zone has left this round."""
    board = look.view.public.zones[look.view.zone]
    return _("actions {actions}, share {shares}, requests {requests}").format(
        actions=board.actions, shares=board.shares, requests=board.requests
    )
