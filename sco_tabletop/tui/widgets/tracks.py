"""The tracks with their last change, and the state under the eye. Pure functions from a view to lines."""

from __future__ import annotations

from rich.cells import cell_len

from ...core.commands import SendTeam
from ...core.events import InfluenceMoved, PreparationMoved
from ...core.explaining import Figure, MainPlot, Plotted, Prepared, Size, Spread, Tracked
from ...core.figures import influence_threat
from ...core.rules.depth import has_main_plot, has_preparation, plays
from ...core.words import COMMANDER, Depth, Track
from ...i18n import _, n_
from ...wording import words
from ...wording.goals import goal_text, mean_influence, standing_text
from ..look import Look
from ..text import Line, Part, Row, Sheet, Tone, block, in_rows, line, pad, width

Explained = tuple[list[Line], Figure | None]
"""Lines and the figure that they show; None for the goal of a short depth."""
GAUGE = 12
SHORTEST = 5
"""Cells of a bar that is still read."""
CELL = 11
ROOMY = 44


def gauge(value: int, limit: int, most: int = GAUGE) -> str:
    """A bar of at most `most` cells."""
    cells = min(most, max(1, limit))
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


def three(look: Look, columns: int) -> list[Explained]:
    """Threat, alert, public trust."""
    public, numbers = look.view.public, look.view.scenario.numbers
    bad_trust = numbers.trust - public.trust
    rows = (
        (Track.THREAT, public.threat, numbers.threat_limit, public.threat),
        (Track.ALERT, public.alert, numbers.alert_max, public.alert),
        (Track.TRUST, public.trust, numbers.trust, bad_trust),
    )
    found: list[Explained] = []
    for track, value, limit, bad in rows:
        head = pad(words.track_name(track), 13) + f"{value:>2}/{limit:<2} "
        change = last(look, track.value)
        found.append((gauged(head, value, limit, level_tone(bad, limit), change, columns), Tracked(track)))
    return found


def gauged(head: str, value: int, limit: int, tone: Tone, change: str, columns: int) -> list[Line]:
    """A track with its bar and, to its end, the last change: beside the bar, which gives way as far as it is
    still read, or below."""
    room = columns - cell_len(head) - 1
    beside = room - cell_len(change) - (1 if change else 0)
    bar = gauge(value, limit, min(GAUGE, max(beside, SHORTEST) if columns >= ROOMY else room))
    if cell_len(bar) <= beside and columns >= ROOMY:
        return [line(head, (bar + " ", tone), (change, "dim"))]
    bar = gauge(value, limit, min(GAUGE, room))
    return [line(head, (bar, tone)), *(block(change, columns, "dim", first="  ") if change else [])]


def preparation(look: Look, columns: int) -> list[Explained]:
    """The preparation track with its parts, plots warned, the date of the main plot."""
    view, public = look.view, look.view.public
    needed = view.scenario.numbers.preparation_needed
    head = pad(_("Preparation"), 13) + f"{public.prepared:>2}/{needed:<2} "
    plans, funds, weapons, supplies = public.preparation
    parts = _("plans {plans}, funds {funds}, weapons {weapons}, supplies {supplies}").format(
        plans=plans, funds=funds, weapons=weapons, supplies=supplies
    )
    change = last(look, "preparation")
    tone = level_tone(public.prepared, needed)
    lines = gauged(head, public.prepared, needed, tone, change, columns)
    lines += block(parts, columns, "dim", first="  ")
    found: list[Explained] = [(lines, Prepared())]
    for plot in public.plots:
        zones = words.zone_list(view.scenario, plot.zones)
        text = _("Plot warned: {zones}, end of round {round}").format(zones=zones, round=plot.due)
        found.append((block(text, columns, "alarm", first="‼ "), Plotted(plot.number)))
    if has_main_plot(view.scenario.depth):
        found.append((main_plot(look, columns), MainPlot()))
    return found


def main_plot(look: Look, columns: int) -> list[Line]:
    """The date of the main plot, as far as it is known."""
    view, public = look.view, look.view.public
    lines: list[Line] = []
    if public.main_fired:
        lines += block(_("The main plot has fired."), columns, "alarm", first="‼ ")
    elif public.main_round:
        text = _("Main plot: end of round {round}").format(round=public.main_round)
        lines += block(text, columns, "alarm", first="‼ ")
    else:
        rounds = ", ".join(str(n) for n in view.scenario.numbers.main_rounds)
        text = n_(
            "Main plot: date not known (round {rounds})",
            "Main plot: date not known (one of rounds {rounds})",
            len(view.scenario.numbers.main_rounds),
        ).format(rounds=rounds)
        lines += block(text, columns, "dim", rest="  ")
    return lines


def goal(look: Look, columns: int) -> list[Line]:
    """What wins a short depth, and how far it is."""
    view = look.view
    lines = block(goal_text(view.scenario), columns, "strong")
    return lines + block(standing_text(view), columns, "dim", first="  ")


def network_range(look: Look) -> tuple[int, int]:
    """The least and the most operatives that there may be, as far as is public (R9.7): all whom the Index has
    are of them."""
    numbers, public = look.view.scenario.numbers, look.view.public
    low, high = (n + len(public.recruited) for n in (numbers.operatives_low, numbers.operatives_high))
    return max(low, len(public.index)), high


def network_size(look: Look) -> str:
    """How many operatives there may be, in words."""
    low, high = network_range(look)
    return str(low) if low == high else _("{low} to {high}").format(low=low, high=high)


def size(look: Look, columns: int) -> list[Line]:
    """How large the network may be, and the pile."""
    public = look.view.public
    text = _("Network: {size} operatives, {known} on the Index; {pile} injects left")
    text = text.format(size=network_size(look), known=len(public.index), pile=public.pile)
    return block(text, columns, rest="  ")


def influence_tone(look: Look, zone: int) -> Tone:
    """Alarm from where the network recruits."""
    value = look.view.public.zones[zone].influence
    return "alarm" if value >= look.view.scenario.numbers.recruit_from else "lead" if value > 1 else "text"


def influence_spread_tone(look: Look) -> Tone:
    """Alarm while influence adds to the threat."""
    return "alarm" if influence_threat(look.view.public, look.view.scenario.numbers) else "dim"


def influence(look: Look, columns: int) -> list[Line]:
    """Influence by state with the last change, and what the mean does to the threat."""
    view, public = look.view, look.view.public
    adds = influence_threat(public, view.scenario.numbers)
    text = _("Influence, mean {mean}: threat +{adds} a round").format(mean=mean_influence(view), adds=adds)
    lines = block(text, columns, influence_spread_tone(look), rest="  ")
    found: list[Line] = []
    for zone, board in enumerate(public.zones):
        change = look.chronicle.changes.get(zone)
        moved = f"{change.event.amount:+d}" if change and isinstance(change.event, InfluenceMoved) else ""
        own = "★" if zone in look.mine else " "
        value = (f"{look.code(zone)} {board.influence}", influence_tone(look, zone))
        found.append(line(own, value, (pad(f" {moved}", CELL - 6), "dim")))
    return lines + in_rows(found, columns // CELL)


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
    if plays(view.scenario.depth, SendTeam):
        lines += block(
            _("{teams}, free {free}").format(teams=board.teams, free=free), columns, first=_("Teams: ")
        )
    lines += block(near, columns, first=_("Next to: "))
    if zone == view.zone:
        count = view.seat.chatter
        chatter = n_("Chatter: {count} trace laid here", "Chatter: {count} traces laid here", count)
        lines.append(line(chatter.format(count=count)))
    if board.lent:
        lines.append(line((_("Has lent its specialists."), "dim")))
    return lines


def sheet(look: Look, columns: int, rows: int) -> Sheet:  # noqa: ARG001
    """The state under the eye first, which a low terminal would cut off, then tracks and influence."""
    inner, depth = columns - 2, look.view.scenario.depth
    parts: list[Explained] = [
        *([(goal(look, inner), None)] if depth is not Depth.FULL else []),
        *three(look, inner),
        *(preparation(look, inner) if has_preparation(depth) else []),
        (size(look, inner), Size()),
        (influence(look, inner), Spread()),
    ]
    found = [Row(of) for of in (*state(look, inner), ())]
    for lines, figure in parts:
        key = ("goal",) if figure is None else ("figure", figure)
        found += [Row(of, key if of is lines[0] else None) for of in lines]
    return Sheet(line((_("Tracks"), "title"), _(" and last change")), tuple(found))


def header(look: Look, columns: int) -> Line:
    """Deck, round, who acts, what is left; that it is practice only where it has room."""
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
    if view.zone == COMMANDER and look.mine:
        parts.append((_("  public view"), "lead"))
    elif view.zone != public.acting and len(look.mine) > 1:
        parts.append((_("  seen by {zone}").format(zone=look.name(view.zone)), "lead"))
    whole = line(*parts, (_("  practice"), "dim") if look.practice else "")
    return whole if width(whole) <= columns else line(*parts)


def allowance(look: Look) -> str:
    """What the zone has left this round."""
    board = look.view.public.zones[look.view.zone]
    return _("actions {actions}, share {shares}, requests {requests}").format(
        actions=board.actions, shares=board.shares, requests=board.requests
    )
