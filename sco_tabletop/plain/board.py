"""The board as sentences: tracks, Index, own files, register. Reads a view."""

from __future__ import annotations

from collections.abc import Iterator

from ..core import doubt
from ..core.attribution import is_attributed
from ..core.board import UNCHECKED, Entry
from ..core.commands import SendTeam
from ..core.rules.depth import has_preparation, plays
from ..core.seat import bits
from ..core.settling import next_step
from ..core.view import View
from ..core.words import CATEGORIES, COMMANDER, Depth
from ..i18n import _, n_
from ..wording import orientation as says
from ..wording import words
from ..wording.goals import goal_text, standing_text
from ..wording.settling import step_text


def orientation(view: View, mine: tuple[int, ...]) -> Iterator[str]:
    """What it is about: the goal, the words, whose turn it is."""
    yield says.aim_text(view)
    for term, meaning in says.terms(view):
        yield f"  {term}: {meaning}"
    yield says.turn_text(view, mine)


def tracks(view: View) -> Iterator[str]:
    """The tracks, one line each."""
    public, numbers = view.public, view.scenario.numbers
    yield _(
        "Round {round} of {rounds}. Chair: {chair}. Threat {threat} of {limit}. Alert {alert} of {most}."
    ).format(
        round=public.round,
        rounds=numbers.rounds,
        chair=words.zone_name(view.scenario, public.chair),
        threat=public.threat,
        limit=numbers.threat_limit,
        alert=public.alert,
        most=numbers.alert_max,
    )
    if not has_preparation(view.scenario.depth):
        yield _("Public trust {trust}.").format(trust=public.trust)
    else:
        yield preparation(view)
    if public.main_round:
        yield _("The main plot fires at the end of round {round}.").format(round=public.main_round)
    for plot in public.plots:
        yield _("Plot warning: {zones}, end of round {round}.").format(
            zones=words.zone_list(view.scenario, plot.zones), round=plot.due
        )
    if public.called:
        yield _("H-hour is at the end of this round.")
    if view.scenario.depth is not Depth.FULL:
        yield goal_text(view.scenario)
        yield standing_text(view)


def preparation(view: View) -> str:
    """Public trust, and the preparation track with its parts."""
    public = view.public
    plans, funds, weapons, supplies = public.preparation
    return _(
        "Public trust {trust}. Preparation {sum} of {needed} (plans {plans}, funds {funds}, "
        "weapons {weapons}, supplies {supplies})."
    ).format(
        trust=public.trust,
        sum=public.prepared,
        needed=view.scenario.numbers.preparation_needed,
        plans=plans,
        funds=funds,
        weapons=weapons,
        supplies=supplies,
    )


def zones(view: View) -> Iterator[str]:
    """The map as sentences: one line a zone."""
    sc = view.scenario
    for zone, board in enumerate(view.public.zones):
        near = words.zone_list(sc, view.public.reach[zone] & ~(1 << zone))
        skills = ", ".join(
            f"{words.discipline_name(sc, d)} {board.level(d)}" for d in range(CATEGORIES) if board.level(d)
        )
        template = (
            _("{zone} ({code}): influence {influence}, teams {teams}, {skills}; next to {near}.")
            if plays(sc.depth, SendTeam)
            else _("{zone} ({code}): influence {influence}, {skills}; next to {near}.")
        )
        yield template.format(
            zone=words.zone_name(sc, zone),
            code=words.zone_code(sc, zone),
            influence=board.influence,
            teams=board.teams,
            skills=skills or _("no discipline"),
            near=near,
        )


def index(view: View) -> Iterator[str]:
    """The Index: one line a persona."""
    if not view.public.index:
        yield _("Nothing is on the Index.")
    for persona in sorted(view.public.index):
        yield index_line(view, persona, view.public.index[persona])


def index_line(view: View, persona: int, entry: Entry) -> str:
    """Who holds what, possible homes, how far it is."""
    sc = view.scenario
    holders = "; ".join(
        _("{zone} {count}").format(zone=words.zone_code(sc, z), count=held.bit_count())
        for z, held in enumerate(entry.held)
        if held >= 0
    )
    homes = words.zone_list(sc, entry.possible) if entry.possible else _("contradiction")
    line = _("{persona}, {function}: traits held {holders}; possible homes {homes}.").format(
        persona=words.persona(sc, persona),
        function=words.function_name(entry.function),
        holders=holders,
        homes=homes,
    )
    names = [name_text(view, entry, zone) for zone in bits(entry.named)]
    if sc.depth is Depth.FIND and is_attributed(sc, view.public, entry):
        names.append(_("Attributed."))
    return " ".join((line, *names))


def name_text(view: View, entry: Entry, zone: int) -> str:
    """One name with its chance and stage."""
    unverified = doubt.rests_on_unverified(entry, zone)
    template = (
        _("{zone} has it {stage}, right with {percent}% (rests on unverified traits).")
        if unverified
        else _("{zone} has it {stage}, right with {percent}%.")
    )
    return template.format(
        zone=words.zone_name(view.scenario, zone),
        stage=words.stage_name(entry, zone),
        percent=doubt.right_percent(view.scenario, entry, zone),
    )


def files(view: View) -> Iterator[str]:
    """The zone's own files, values included."""
    sc = view.scenario
    if view.zone == COMMANDER or not view.seat.files:
        yield _("No file is held here.")
    for persona, file in sorted(view.seat.files.items()):
        traits = ", ".join(
            "{category} {value}{mark}".format(
                category=words.category_name(sc, c),
                value=words.trait_value(sc, c, file.traits[c]),
                mark="?" if file.unverified >> c & 1 else "",
            )
            for c in bits(file.held)
        )
        yield _("File on {persona}: {traits}. Links: {links}. {matches}").format(
            persona=words.persona(sc, persona),
            traits=traits or _("no traits"),
            links=", ".join(words.persona(sc, other) for other in bits(file.links)) or "-",
            matches=match_text(view, persona),
        )
        step = next_step(view, persona)
        if step is not None and view.public.result is None:
            yield step_text(view, persona, step)


def match_text(view: View, persona: int) -> str:
    """What the own register says of the persona."""
    file, entry = view.seat.files[persona], view.public.index[persona]
    if persona in view.seat.names:
        person = view.seat.register[view.seat.names[persona]]
        return _("Named: {person}.").format(person=words.person(view.scenario, person))
    if entry.hits[view.zone] == UNCHECKED:
        return _("Register not checked yet.")
    if not file.matches:
        return _("Nobody here fits.")
    people = ", ".join(words.person(view.scenario, view.seat.register[i]) for i in bits(file.matches))
    return n_(
        "{count} person fits: {people}.", "{count} persons fit: {people}.", file.matches.bit_count()
    ).format(count=file.matches.bit_count(), people=people)


def own(view: View) -> Iterator[str]:
    """What is left to this zone in its turn."""
    board = view.public.zones[view.zone]
    left = (
        n_("{count} action", "{count} actions", board.actions).format(count=board.actions),
        n_("{count} free share", "{count} free shares", board.shares).format(count=board.shares),
        n_("{count} request", "{count} requests", board.requests).format(count=board.requests),
    )
    yield _("{zone} has left: {actions}, {shares}, {requests}. Chatter {chatter}.").format(
        zone=words.zone_name(view.scenario, view.zone),
        actions=left[0],
        shares=left[1],
        requests=left[2],
        chatter=view.seat.chatter,
    )
