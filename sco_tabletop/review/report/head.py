"""The head of the report: how it ended or that it is partial, lost and gap first, then what was played."""

from __future__ import annotations

from ...core.words import COMMANDER
from ...i18n import _, n_
from ...wording import words
from ...wording.result import reasons, result_text
from ..measures import Fortune
from .dossier import Dossier
from .finding import attribution
from .model import Block, Cell, Heading, Points, Table, Words
from .terms import percent, round_text, rounds_text


def stamp() -> str:
    """Stands on every page."""
    return _("EXERCISE EXERCISE EXERCISE")


def subtitle(of: Dossier) -> str:
    """Which version of the report this is."""
    if of.evaluation is not None and of.discussion:
        return _("Version for the facilitator: with the script, observations and ratings")
    if of.full and of.evaluation is not None:
        return _("Version for the facilitator: with the script, observations, ratings and the truth")
    if of.full:
        return _("Full version, with the truth")
    if of.evaluation is not None:
        return _("Version for the facilitator while the exercise runs: with the script, without the truth")
    if of.view.zone == COMMANDER:
        return _("Public version: what every zone was told, and nothing beyond it")
    return _("Version for {zone}: what this zone was told, and nothing beyond it").format(
        zone=words.zone_name(of.scenario, of.view.zone)
    )


def outcome(of: Dossier) -> tuple[Block, ...]:
    """How it ended, or that it has not."""
    if of.discussion:
        return talked(of)
    if not of.finished:
        text = _(
            "PARTIAL: the exercise is not finished. It stands in round {round} of {rounds}; "
            "every figure counts what happened up to here."
        )
        there = text.format(round=of.public.round, rounds=of.scenario.numbers.rounds)
        return (Words(there, tone="alarm"),)
    points = tuple(Words(text) for text in (result_text(of.view), *reasons(of.view)))
    return (Heading(_("Result")), Points(points))


def talked(of: Dossier) -> tuple[Block, ...]:
    """A discussion has no result of the rules."""
    if not of.finished:
        text = _("PARTIAL: the exercise is not finished. Everything counts what happened up to here.")
        return (Words(text, tone="alarm"),)
    text = _("The discussion is over. No rules were played, so that there is no result; people judge it.")
    return (Heading(_("Result")), Words(text))


def not_played(of: Dossier) -> tuple[Block, ...]:  # noqa: ARG001
    """In the place of the knowledge chapters of a discussion."""
    text = _(
        "This exercise was discussed: no rules were played and no dice thrown. It has no figures of who knew "
        "what, no network to open and no figures of the three mechanisms; those chapters are left out."
    )
    return (Heading(_("Knowledge, coordination, mechanisms")), Words(text, tone="dim"))


def rules_played(of: Dossier) -> tuple[Block, ...]:  # noqa: ARG001
    """Where the figures of the rules begin, in a facilitated exercise."""
    text = _(
        "From here on: what the rules counted. It supports the ratings above and replaces no observation."
    )
    return (Heading(_("What the rules counted")), Words(text, tone="dim"))


def overview(of: Dossier) -> tuple[Block, ...]:
    """The chapter of what was played."""
    return (Heading(_("Overview")), facts(of))


def facts(of: Dossier) -> Table:
    """What was played, by whom."""
    sc = of.scenario
    mode = _("practice") if of.header.practice or of.public.practice else _("assessed")
    if of.discussion:
        return discussed(of)
    played = _("round {round} of {rounds}").format(round=of.public.round, rounds=sc.numbers.rounds)
    rows = [
        (_("Exercise"), sc.title),
        (_("Deck"), _("{deck}, version {version}").format(deck=sc.deck, version=sc.version)),
        (_("Difficulty"), _("{difficulty}, {mode}").format(difficulty=sc.difficulty, mode=mode)),
        (_("Begun"), of.day),
        (_("Played to"), played),
        (_("Participants"), participants(of)),
        (_("Save"), of.name),
    ]
    if of.finished:
        rows.append((_("Challenge code"), of.code))
    if of.rewinds:
        text = n_("{n} rewind beyond the undo barrier", "{n} rewinds beyond the undo barrier", of.rewinds)
        rows.append((_("Rewinds"), text.format(n=of.rewinds)))
    if of.origin is not None:
        text = _("{name}, after line {line}").format(name=of.origin.name, line=of.origin.line)
        rows.append((_("Branch of"), text))
    return Table("", (_("What"), _("Value")), tuple((Cell(a), Cell(b)) for a, b in rows))


def discussed(of: Dossier) -> Table:
    """The same of a discussion."""
    sc = of.scenario
    rows = [
        (_("Exercise"), sc.title),
        (_("Deck"), _("{deck}, version {version}").format(deck=sc.deck, version=sc.version)),
        (_("Begun"), of.day),
        (_("Save"), of.name),
    ]
    return Table("", (_("What"), _("Value")), tuple((Cell(a), Cell(b)) for a, b in rows))


def participants(of: Dossier) -> str:
    """Zone and who played it."""
    sc = of.scenario
    if of.header.conduct is not None and of.header.conduct.called:
        return called_out(of)
    people = [
        _("{zone}: {player}").format(zone=words.zone_name(sc, seat.zone), player=seat.player)
        for seat in of.course.seats
        if seat.kind == "human"
    ]
    bots = [
        _("{zone}: {tier} (bot)").format(zone=words.zone_name(sc, seat.zone), tier=seat.player)
        for seat in of.course.seats
        if seat.kind != "human"
    ]
    return "; ".join((*people, *bots))


def called_out(of: Dossier) -> str:
    """The zones that people played where one person entered what they said; then all others."""
    called: list[str] = []
    others: dict[str, list[str]] = {}
    for seat in of.course.seats:
        names = called if seat.kind == "human" else others.setdefault(seat.player, [])
        names.append(words.zone_name(of.scenario, seat.zone))
    text = _("{zones}: decisions called out, entered by the facilitator")
    found = [text.format(zones=", ".join(called))] if called else []
    for tier, names in others.items():
        text = _("{zones}: {tier} (bot)") if tier else _("{zones}: standing by")
        found.append(text.format(zones=", ".join(names), tier=tier))
    return "; ".join(found)


def first_things(of: Dossier) -> tuple[Block, ...]:
    """Lost and the largest gap, before anything else (R11.1, R11.2); in find only who was not attributed."""
    if not of.flow.names_played:
        return attribution(of)
    if not of.full:
        text = _(
            "What the coalition knew together, and what the zone that had to act knew, needs the files and "
            "registers of all zones: it stands in the full version only."
        )
        return (Words(text, tone="dim"),)
    measures = of.measures
    lost = [f for f in measures.fortunes if f.lost]
    blocks: list[Block] = [Heading(_("Known together, not known where it mattered"))]
    text = _(
        "Lost: {lost} of {total} operatives ({share}) were identifiable from all files together and were "
        "never rightly named by the zone that had to act."
    )
    total = len(measures.fortunes)
    share = percent(measures.lost.value)
    blocks.append(
        Words(
            text.format(lost=len(lost), total=total, share=share),
            measures.lost.lines,
            "alarm" if lost else "good",
        )
    )
    if lost:
        blocks.append(Points(tuple(lost_one(of, fortune) for fortune in lost)))
    blocks.append(largest(of))
    return tuple(blocks)


def lost_one(of: Dossier, fortune: Fortune) -> Words:
    """Who was lost: since when he was known together, and whether his zone could have named him."""
    text = _("{persona}, home {home}: identifiable together at the end of {since}; his zone {could}.")
    could = _("never had a file that named him")
    if fortune.able:
        could = _("could have named him from {round} on").format(round=round_text(fortune.able))
    return Words(
        text.format(
            persona=words.persona(of.scenario, fortune.member.persona),
            home=words.zone_name(of.scenario, fortune.member.home),
            since=round_text(fortune.identifiable),
            could=could,
        ),
        tuple(line for line in fortune.lines if line),
    )


def largest(of: Dossier) -> Words:
    """The largest gap, and who it was."""
    sized = [f for f in of.measures.fortunes if f.gap is not None]
    if not sized:
        return Words(_("No operative was ever identifiable from all files together."))
    worst: Fortune = max(sized, key=lambda f: (f.gap or 0, f.lost, -f.lines[0]))
    who = words.persona(of.scenario, worst.member.persona)
    home = words.zone_name(of.scenario, worst.member.home)
    if worst.lost:
        text = _(
            "Largest gap: {rounds}. {persona} was identifiable at the end of {since}; {home} never named him "
            "rightly (counted as the round after the last)."
        )
    else:
        text = _(
            "Largest gap: {rounds}. {persona} was identifiable at the end of {since}; {home} named him "
            "rightly in {named}."
        )
    return Words(
        text.format(
            rounds=rounds_text(worst.gap or 0),
            persona=who,
            since=round_text(worst.identifiable),
            home=home,
            named=round_text(worst.named),
        ),
        tuple(line for line in worst.lines if line),
    )
