"""Find only (R10.1): who was found, whose home was attributed, who held his file. Everything here is public.

Stands in for the knowledge flow of traits, which this depth does not play. Knows a dossier.
"""

from __future__ import annotations

from ...core.geography import sighting_zones
from ...core.seat import bits
from ...core.words import Function
from ...i18n import _, n_
from ...wording import words
from ..records import NEVER
from .dossier import Dossier
from .model import Block, Cell, Heading, Points, Table, Words, table
from .pictures import curves
from .terms import codes, fate_text, round_text, way_text


def people(of: Dossier) -> list[tuple[int, Function]]:
    """Persona and function of everybody known to the reader: the network after EndEx, before it the Index."""
    if of.finished:
        return [
            (m.persona, m.function) for m in sorted(of.flow.members, key=lambda m: (m.function, m.persona))
        ]
    index = of.public.index
    return sorted(((p, index[p].function) for p in index), key=lambda one: (one[1], one[0]))


def attribution(of: Dossier) -> tuple[Block, ...]:
    """Who was not attributed, before anything else: never found, or seen in too few places (R10.3)."""
    sought = [persona for persona, function in people(of) if function is not Function.LEADER]
    missing = [persona for persona in sought if persona not in of.flow.attributed]
    text = n_(
        "Not attributed: {missing} of {n} operative without the leader (R10.3).",
        "Not attributed: {missing} of {n} operatives without the leader (R10.3).",
        len(sought),
    )
    if not of.finished:
        text = n_(
            "Not attributed so far: {missing} of {n} persona on the Index (R10.3).",
            "Not attributed so far: {missing} of {n} personas on the Index (R10.3).",
            len(sought),
        )
    return (
        Heading(_("Found, and attributed to a home")),
        Words(text.format(missing=len(missing), n=len(sought)), tone="alarm" if missing else "good"),
        *((Points(tuple(missing_one(of, persona) for persona in missing)),) if missing else ()),
    )


def missing_one(of: Dossier, persona: int) -> Words:
    """Why he was not attributed."""
    alias = words.persona(of.scenario, persona)
    entry = of.public.index.get(persona)
    if entry is None:
        return Words(_("{persona}: never found.").format(persona=alias))
    since, line = found(of, persona)
    left = sighting_zones(of.public, entry)
    text = n_(
        "{persona}: on the Index since {since}; seen in {n} zone, which leaves {left}.",
        "{persona}: on the Index since {since}; seen in {n} zones, which leaves {left}.",
        entry.sighted.bit_count(),
    )
    told = text.format(
        persona=alias,
        since=round_text(since),
        n=entry.sighted.bit_count(),
        left=codes(of.scenario, bits(left)),
    )
    return Words(told, (line,))


def found(of: Dossier, persona: int) -> tuple[int, int]:
    """Round and line of the first file on him; NEVER twice if there was none."""
    return next(((h.round, h.line) for h in of.flow.held if h.persona == persona), (NEVER, NEVER))


def findings(of: Dossier) -> tuple[Block, ...]:
    """The chapter's body: a row a persona, the curves, who held which file."""
    sc = of.scenario
    fates = {f.member.persona: fate_text(of.flow, f.fate) for f in of.measures.fortunes}
    homes = {member.persona: member.home for member in of.flow.members}
    rows: list[tuple[Cell, ...]] = []
    for persona, function in people(of):
        since, line = found(of, persona)
        known, sighting = of.flow.attributed.get(persona, (NEVER, NEVER))
        cells = [
            Cell(words.persona(sc, persona)),
            Cell(words.function_name(function)),
            Cell(round_text(since), (line,) if line else ()),
            Cell(round_text(known), (sighting,) if sighting else ()),
        ]
        if of.finished:
            fate, tone = fates[persona]
            cells += [Cell(words.zone_name(sc, homes[persona])), Cell(fate, tone=tone)]
        rows.append(tuple(cells))
    heads: tuple[str, ...] = (_("Persona"), _("Function"), _("On the Index"), _("Attributed"))
    if of.finished:
        heads = (*heads, _("Home"), _("Became of him"))
    return (curves(of), *table(_("Operatives") if of.finished else _("Personas"), heads, rows), *files(of))


def files(of: Dossier) -> tuple[Block, ...]:
    """Who had a file on him, in the order in which they got it."""
    sc, rows = of.scenario, list[tuple[Cell, ...]]()
    for persona, _function in people(of):
        held = [one for one in of.flow.held if one.persona == persona]
        if held:
            told = "; ".join(way_text(sc, words.zone_code(sc, one.zone), one) for one in held)
            lines = tuple(one.line for one in held)
            rows.append((Cell(words.persona(sc, persona)), Cell(told, lines)))
    if not rows:
        return ()
    text = _("A zone sights only those whose file it holds, and one new one a success (R5.2).")
    heads = (_("Persona"), _("Who had his file, when, how"))
    return (Heading(_("Who held which file"), 3), Words(text, tone="dim"), Table("", heads, tuple(rows)))
