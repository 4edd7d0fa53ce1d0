"""Puts the document together from its parts. Knows a dossier; writers come after."""

from __future__ import annotations

from ...i18n import _
from ...wording import words
from ..measures import Fortune
from .dossier import Dossier
from .head import facts, first_things, outcome, stamp, subtitle
from .judging import mechanisms
from .knowledge import knowledge
from .model import Block, Cell, Document, Heading, Log, Points, Table, Words
from .pictures import network_picture
from .process import process
from .terms import fate_text
from .versus import versus, with_parent


def report(of: Dossier) -> Document:
    """The report of one exercise."""
    title = _("After-action report: {title}").format(title=of.scenario.title)
    blocks: list[Block] = [
        *outcome(of),
        *first_things(of),
        *with_parent(of),
        Heading(_("Overview")),
        facts(of),
    ]
    if of.full:
        blocks += [*mechanisms(of)]
    blocks += [Heading(_("Knowledge flow")), *knowledge(of), *process(of), *network(of)]
    blocks += [*notes(of), Heading(_("The log")), Log(tuple(of.quoter.all()))]
    return Document(title, subtitle(of), stamp(), tuple(blocks))


def comparison(a: Dossier, b: Dossier) -> Document:
    """Two teams on the same deal."""
    title = _("Two exercises on the same deal: {title}").format(title=a.scenario.title)
    first = _("A: {name}").format(name=a.name)
    second = _("B: {name}").format(name=b.name)
    text = _(
        "Figures of the same deal side by side. The mean gap is left out: between teams it misleads. What "
        "one team did that the other did not stands in the report of each."
    )
    blocks: tuple[Block, ...] = (Words(text, tone="dim"), *versus(a, b, first, second))
    for of, name in ((a, first), (b, second)):
        blocks += (Heading(name), *outcome(of)[of.finished :], facts(of))
        if of.full:
            blocks += (*first_things(of)[1:], *mechanisms(of)[1:])
    return Document(title, subtitle(a), stamp(), tuple(without_lines(block) for block in blocks))


def without_lines(block: Block) -> Block:
    """In a report of two logs a number of a line would not say which: it has none."""
    match block:
        case Words(text=text, tone=tone):
            return Words(text, tone=tone)
        case Points(items=items):
            return Points(tuple(Words(item.text, tone=item.tone) for item in items))
        case Table(caption=caption, heads=heads, rows=rows):
            bare = tuple(tuple(Cell(cell.text, tone=cell.tone) for cell in row) for row in rows)
            return Table(caption, heads, bare)
        case _:
            return block


def network(of: Dossier) -> tuple[Block, ...]:
    """The network opened: picture and table. Before EndEx a seat knows nothing of it."""
    picture = network_picture(of)
    if picture is None or not of.finished:
        return ()
    sc = of.scenario
    fortunes: list[Fortune] = sorted(
        of.measures.fortunes, key=lambda f: (f.member.function, f.member.persona)
    )
    rows = []
    for fortune in fortunes:
        member, (fate, tone) = fortune.member, fate_text(of.flow, fortune.fate)
        linked = ", ".join(words.persona(sc, persona) for persona in member.links)
        cells = (
            Cell(words.persona(sc, member.persona)),
            Cell(words.function_name(member.function)),
            Cell(words.zone_name(sc, member.home)),
            Cell(linked),
            Cell(fate, tone=tone),
        )
        rows.append(cells)
    heads = (_("Persona"), _("Function"), _("Home"), _("Linked to"), _("Became of him"))
    return (Heading(_("The network as it was")), picture, Table("", heads, tuple(rows)))


def notes(of: Dossier) -> tuple[Block, ...]:
    """How the figures are counted, for whoever reads the report without the rule book."""
    items = [
        _(
            "A share or bulletin helped if it brought a receiver a trait, a link or a file that it lacked; "
            "an analysis was redundant if some zone had answered the same question before (R11.3)."
        ),
        _("Numbers after a figure are lines of the save; each leads into the log below."),
        _("Persons are fictional. The report judges processes, not people."),
    ]
    if of.full:
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
