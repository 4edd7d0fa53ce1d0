"""The injects of a facilitated exercise as one zone, or everybody, had them; never a line of the script."""

from __future__ import annotations

from ...core.words import COMMANDER
from ...i18n import _
from ...wording.cards import sender_text
from ...wording.times import minute_text
from .dossier import Dossier
from .model import Block, Cell, Heading, Words, table


def received(of: Dossier) -> tuple[Block, ...]:
    """For a player of a facilitated exercise: what was announced, and what came to the own zone alone."""
    if of.header.conduct is None or of.evaluation is not None:
        return ()
    view = of.view
    given = [(one, _("everybody")) for one in view.public.announced]
    given += [(one, _("this zone alone")) for one in view.seat.delivered]
    given.sort(key=lambda pair: (pair[0].minute, pair[0].round))
    rows: list[tuple[Cell, ...]] = [
        (
            Cell(minute_text(one.minute)),
            Cell(one.inject),
            Cell(_("{title}: {text}").format(title=one.message.title, text=one.message.text)),
            Cell(sender_text(one.message)),
            Cell(to),
        )
        for one, to in given
    ]
    heads: tuple[str, ...] = (_("Exercise time"), _("Number"), _("Inject"), _("Sender"), _("To"))
    if view.zone == COMMANDER:
        heads, rows = heads[:-1], [row[:-1] for row in rows]
    return (Heading(_("Injects received")), *(table("", heads, rows) or (Words(_("No inject so far.")),)))
