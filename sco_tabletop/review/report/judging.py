"""The three mechanisms in words: a figure, where it stands among bots, two moments of the log."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction

from ...i18n import _, n_
from ...wording import words
from ..compare import Sample, rank
from ..mechanisms import Judged, Mechanism, Moment, Sort, zones_of
from .dossier import Dossier
from .model import Block, Heading, Points, Words
from .terms import codes, percent, rounds_text


def title_of(mechanism: Mechanism) -> str:
    """The exercise's own names."""
    titles = {
        Mechanism.EXCHANGE: _("Intelligence exchange"),
        Mechanism.COORDINATION: _("Operation coordination"),
        Mechanism.COMPLEMENT: _("Technology complement"),
    }
    return titles[mechanism]


def measure_text(mechanism: Mechanism) -> str:
    """What the figure counts (R11.6 to R11.8)."""
    texts = {
        Mechanism.EXCHANGE: _(
            "{share} of the traits that other zones held first reached the zone that had to act by a share "
            "or a bulletin, in time (R11.6)."
        ),
        Mechanism.COORDINATION: _("{share} of the rightly named operatives were struck by a team (R11.7)."),
        Mechanism.COMPLEMENT: _(
            "{share} of the traits for which the zone that had to act has no discipline of its own came into "
            "its file (R11.8)."
        ),
    }
    return texts[mechanism]


PICKS: dict[Mechanism, Callable[[Sample], Fraction | None]] = {
    Mechanism.EXCHANGE: lambda sample: sample.exchange,
    Mechanism.COORDINATION: lambda sample: sample.coordination,
    Mechanism.COMPLEMENT: lambda sample: sample.complement,
}


def mechanisms(of: Dossier) -> tuple[Block, ...]:
    """All three."""
    if not of.judged:
        return ()
    blocks: list[Block] = [Heading(_("The three mechanisms"))]
    text = _("What is judged here are processes, not persons.")
    blocks.append(Words(text, tone="dim"))
    for judged in of.judged:
        blocks += one(of, judged)
    return tuple(blocks)


def one(of: Dossier, judged: Judged) -> tuple[Block, ...]:
    """One mechanism."""
    figures: tuple[Words, ...]
    points = tuple(Words(moment_text(of, moment), (moment.line,)) for moment in judged.moments)
    figures = (Words(_("Nothing happened that this could be counted on.")),)
    if not is_played(of, judged.mechanism):
        figures = (Words(_("What this is counted on is not played in this depth (R10.1).")),)
    elif judged.figure.value is not None:
        text = measure_text(judged.mechanism).format(share=percent(judged.figure.value))
        figures = Words(text, judged.figure.lines), Words(rank_text(of, judged), tone="dim")
    return (
        Heading(title_of(judged.mechanism), 3),
        *figures,
        *quoted(of, judged, points),
    )


def quoted(of: Dossier, judged: Judged, points: tuple[Words, ...]) -> tuple[Block, ...]:
    """The moments, or that there is none."""
    if points:
        return (Points(points),)
    return (Words(_("The log holds no moment to quote.")),) if is_played(of, judged.mechanism) else ()


def is_played(of: Dossier, mechanism: Mechanism) -> bool:
    """R10.1: R11.7 is counted on strikes, the other two on traits."""
    return of.flow.strikes_played if mechanism is Mechanism.COORDINATION else of.flow.names_played


def rank_text(of: Dossier, judged: Judged) -> str:
    """The percentile against bot exercises of the same deal."""
    if not of.samples:
        return _(
            "Not compared: C in the replay, or 'sco-tabletop report SAVE --compare', shows where this stands "
            "among bots."
        )
    pick = PICKS[judged.mechanism]
    found = rank(judged.figure.value, (pick(sample) for sample in of.samples))
    if found is None:
        return _("There is nothing to compare it with.")
    text = _("Percentile {percent} of {games} bot exercises of the same deal ({tier}).")
    return text.format(percent=found.percent, games=found.games, tier=of.tier)


def moment_text(of: Dossier, moment: Moment) -> str:
    """A moment: the line of the log quoted, and what it shows in figures."""
    lines = of.quoter.of_line(moment.line)
    quote = (lines[-1] if moment.sort is Sort.TEAMS else lines[0]) if lines else ""
    return _('"{quote}" {figure}').format(quote=quote, figure=figure_text(of, moment))


def later_text(rounds: int) -> str:
    """How much later something came; -1: never."""
    if rounds < 0:
        return _("never")
    return _("{rounds} later").format(rounds=rounds_text(rounds)) if rounds else _("in the same round")


def figure_text(of: Dossier, moment: Moment) -> str:
    """What a moment shows."""
    number = moment.number
    texts = {
        Sort.HANDED: n_(
            "It brought {number} trait to the zone that had to act; the right name came {after}.",
            "It brought {number} traits to the zone that had to act; the right name came {after}.",
            number,
        ),
        Sort.WITHHELD: _(
            "After that {zones} held {category} of {persona} for {rounds} before the zone that had to act "
            "had it or no longer needed it."
        ),
        Sort.TEAMS: _("At this moment teams stood on {number} of {other} rightly named operatives."),
        Sort.UNSTRUCK: _("The exercise ended {later} without a strike on him."),
        Sort.STAKE_OUT: _("This team was staged longest before the end; the end came {later}."),
        Sort.ANSWERED: _(
            "The home of {persona} has no discipline for {category} of its own and had the answer {later}."
        ),
        Sort.LOAN: n_(
            "The borrower counted with it in {number} action.",
            "The borrower counted with it in {number} actions.",
            number,
        ),
        Sort.SIGHTED: _("With that file {zones} sighted {persona} {later}."),
        Sort.UNSEEN: _("No sighting of {persona} came of it in {zones}; the exercise ended {later}."),
        Sort.MISSING: _(
            "The home of {persona} has no discipline for {category} of its own; it lay with {zones} for "
            "{rounds} and did not come in time."
        ),
    }
    return texts[moment.sort].format(**figure_values(of, moment))


def figure_values(of: Dossier, moment: Moment) -> dict[str, object]:
    """What the sentences of the moments are filled with."""
    sc, number = of.scenario, moment.number
    return {
        "number": number,
        "other": moment.other,
        "after": later_text(moment.other),
        "later": later_text(number),
        "rounds": rounds_text(number),
        "persona": words.persona(sc, moment.persona) if moment.persona >= 0 else "",
        "category": words.category_name(sc, moment.category) if moment.category >= 0 else "",
        "zones": codes(sc, zones_of(moment)),
    }
