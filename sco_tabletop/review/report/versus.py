"""Two exercises side by side: two teams on the same deal, or a branch and its parent.

The mean gap is not among the figures: between teams it misleads (R11.1).
"""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from ...i18n import _
from ...wording import words
from ..measures import complement, coordination, exchange
from ..records import NEVER
from .dossier import Dossier
from .model import Block, Cell, Heading, Points, Table, Words
from .terms import fate_text, percent, round_text


def versus(a: Dossier, b: Dossier, first: str, second: str) -> tuple[Block, ...]:
    """Figures and operatives of both, under these names."""
    rows = tuple(
        (Cell(name), Cell(mine), Cell(theirs))
        for (name, mine), (_name, theirs) in zip(figures(a), figures(b), strict=True)
    )
    blocks: tuple[Block, ...] = (Table(_("Side by side"), (_("Figure"), first, second), rows),)
    return blocks + (operatives(a, b, first, second) if a.full and b.full else ())


def figures(of: Dossier) -> list[tuple[str, str]]:
    """Name and value of what may be compared; lost and the largest gap first after the result."""
    measures, flow = of.measures, of.flow
    result = of.public.result
    found = [
        (_("Result"), words.result_name(result) if result else _("unfinished")),
        (_("How it ended"), words.end_reason(of.public.reason) if of.public.reason else "-"),
        (_("Played to"), round_text(of.public.round)),
    ]
    if not flow.names_played:
        found.append((_("On the Index"), str(len(of.public.index))))
        found.append((_("Attributed"), str(len(flow.attributed))))
    elif of.full:
        found += knowledge_figures(of)
    answered = sum(question.answered != NEVER for question in flow.questions)
    count = len(flow.handovers)
    helped = sum(handover.helped for handover in flow.handovers)
    of_all = _("{part} of {whole}")
    if flow.strikes_played:
        found.append((_("Wrongful detentions"), str(measures.wrongful.value)))
        found.append((_("Synchrony"), percent(measures.synchrony.value)))
    if flow.names_played:
        found.append((_("Redundancy"), percent(measures.redundancy.value)))
    return [
        *found,
        (_("Requests answered"), of_all.format(part=answered, whole=len(flow.questions))),
        (_("Shares that helped"), of_all.format(part=helped, whole=count)),
        (_("Threat at the end"), str(of.public.threat)),
        (_("Alert at the end"), str(of.public.alert)),
        (_("Public trust at the end"), str(of.public.trust)),
    ]


def knowledge_figures(of: Dossier) -> list[tuple[str, str]]:
    """What needs the truth, for a depth in which people are named."""
    measures, flow = of.measures, of.flow
    gap = "-" if measures.gap_max is None else f"{measures.gap_max:+d}"
    named = percent(Fraction(len(flow.right), len(measures.fortunes)))
    found = [(_("Lost"), percent(measures.lost.value)), (_("Largest gap, rounds"), gap)]
    if flow.strikes_played:
        found.append((_("Captured"), percent(measures.captured.value)))
    found += [
        (_("Ever rightly named"), named),
        (_("Intelligence exchange (R11.6)"), percent(exchange(flow).value)),
        (_("Technology complement (R11.8)"), percent(complement(flow, of.levels).value)),
    ]
    if flow.strikes_played:
        found.insert(-1, (_("Operation coordination (R11.7)"), percent(coordination(flow).value)))
    return found


def operatives(a: Dossier, b: Dossier, first: str, second: str) -> tuple[Block, ...]:
    """Per operative of the deal: identifiable, named, fate. Recruits are each exercise's own."""
    sc = a.scenario
    theirs = {f.member.persona: f for f in b.measures.fortunes if not f.member.joined}
    rows = []
    for fortune in sorted(a.measures.fortunes, key=lambda f: (f.member.function, f.member.persona)):
        other = theirs.get(fortune.member.persona)
        if fortune.member.joined or other is None:
            continue
        cells = [Cell(words.persona(sc, fortune.member.persona))]
        for flow, of in ((a.flow, fortune), (b.flow, other)):
            fate, tone = fate_text(flow, of.fate)
            if not flow.names_played:
                cells.append(Cell(fate, tone=tone))
                continue
            text = _("{identifiable} / {named}, {fate}").format(
                identifiable=round_text(of.identifiable), named=round_text(of.named), fate=fate
            )
            cells.append(Cell(text, tone=tone))
        rows.append(tuple(cells))
    caption = _("Operatives: identifiable together / rightly named")
    if not a.flow.names_played:
        caption = _("Operatives: what became of them")
    return (Table(caption, (_("Persona"), first, second), tuple(rows)),)


def with_parent(of: Dossier) -> tuple[Block, ...]:
    """A branch beside the exercise that it came from."""
    if of.parent is None:
        return ()
    heading = Heading(_("What if: this branch and the exercise that it came from"))
    first, second = _("This branch"), _("The parent")
    return (heading, *parting(of, of.parent, first, second), *versus(of, of.parent, first, second))


def parting(a: Dossier, b: Dossier, first: str, second: str) -> tuple[Block, ...]:
    """Where two logs with the same beginning part, and the first decisions that differ or went otherwise;
    nothing if they never met."""
    pairs = list(zip(a.course.moves, b.course.moves, strict=False))
    same = next((n for n, (x, y) in enumerate(pairs) if x.events != y.events), len(pairs))
    if same < 2:
        return ()
    last = a.course.moves[same - 1]
    text = _("Both are the same up to line {line}, in round {round}.")
    told = Words(text.format(line=last.line, round=last.round))
    after = zip(decisions(a, same), decisions(b, same), strict=False)
    other = next((both for both in after if both[0] != both[1]), None)
    if other is None:
        return (told,)
    points = tuple(
        Words(_("{name}: {quote}").format(name=name, quote=quote))
        for name, quote in zip((first, second), other, strict=True)
    )
    return (told, Words(_("The first thing that went another way:")), Points(points))


def decisions(of: Dossier, place: int) -> Iterator[str]:
    """What the log says first of each decision from a move on; a rewind is none."""
    for move in of.course.moves[place:]:
        lines = of.quoter.of_line(move.line)
        if lines and move.by:
            yield lines[0]
