"""The network opened, when the exercise is over: picture and table. Knows a dossier."""

from __future__ import annotations

from ...i18n import _
from ...wording import words
from ..measures import Fortune
from .dossier import Dossier
from .model import Block, Cell, Heading, Table
from .pictures import network_picture
from .terms import fate_text


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
