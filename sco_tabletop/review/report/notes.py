"""The end of the report: how the figures are counted, and the log that they lead to. Knows a dossier."""

from __future__ import annotations

from typing import Final

from ...conduct.acts import DrawPassedBy
from ...i18n import _
from ...record.save import line_of
from ...wording.conduct import deed_text, record_text
from ..quoting import Quote
from .dossier import Dossier
from .exercise import counts, cut_text
from .model import Block, Heading, Log, Points, Words

FIRST: Final = line_of(1)
"""The line of the set-up: a deal that a discussion does not use."""


def notes(of: Dossier) -> tuple[Block, ...]:
    """How the figures are counted, for whoever reads the report without the rule book."""
    helped = _(
        "A share or bulletin helped if it brought a receiver a trait, a link or a file that it lacked; "
        "an analysis was redundant if some zone had answered the same question before (R11.3)."
    )
    if not of.flow.names_played:
        helped = _(
            "Attributed: on the Index, and its sightings alone leave at most {zones} zones (R10.3). A share "
            "helped if it brought the receiver a file that it lacked."
        ).format(zones=of.scenario.numbers.attributed_zones)
    items = [
        helped,
        _("Numbers after a figure are lines of the save; each leads into the log below."),
        _("Persons are fictional. The report judges processes, not people."),
    ]
    if of.full and of.flow.names_played:
        items.insert(
            0,
            _(
                "Identifiable together (A): at the end of the round some files held at least {evidence} "
                "traits between them, and exactly one person of all registers in the zones that the "
                "sightings allow had them. Rightly named (B): the zone of his register named him. Gap: B "
                "minus A in rounds, the round after the last if never (R11.1)."
            ).format(evidence=of.scenario.numbers.evidence),
        )
    return (Heading(_("How the figures are counted")), Points(tuple(Words(text) for text in items)))


def log(of: Dossier) -> tuple[Block, ...]:
    """The log, line by line; for the facilitator with what the staff did and wrote down."""
    quotes = list(of.quoter.all())
    if of.discussion:
        quotes = [quote for quote in quotes if quote.line > FIRST]
    if of.evaluation is not None:
        quotes = sorted((*staff_quotes(of), *quotes), key=lambda quote: quote.line)
    return (Heading(_("The log")), Log(tuple(quotes)))


def staff_quotes(of: Dossier) -> list[Quote]:
    """What the staff did and wrote down, as far as it counts."""
    found = []
    for line in of.staff.lines:
        told = counts(line) and not isinstance(line.act, DrawPassedBy)
        text = deed_text(of.scenario, line.act) if told else ""
        if line.entry in of.staff.board.records:
            text = record_text(of.scenario, line.act)
        if text:
            found.append(Quote(line_of(line.entry), line.round, text))
    cuts = (Quote(line_of(cut.entry), cut.round, cut_text(cut)) for cut in of.staff.cuts)
    return [*found, *cuts]
