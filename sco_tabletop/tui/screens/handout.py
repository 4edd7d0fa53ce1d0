"""Whose injects are shown: for a facilitator who hands them out, or reads them to one team."""

from __future__ import annotations

from ...core.words import COMMANDER
from ...i18n import _, n_
from ...session.chronicle import Chronicle
from ...wording import words
from ..text import Row, Sheet, block, later, line, pad
from ..widgets.delivered import deliveries
from ..widgets.pane import Pane
from .inbox import InboxScreen
from .page import PageScreen


class HandoutScreen(PageScreen):
    """Enter opens the injects of a zone."""

    about = later(
        "Choose a zone: its injects open as the zone has them, to be read out or shown to that team alone. "
        "F9 hides everything."
    )

    def content(self, columns: int, rows: int) -> Sheet:  # noqa: ARG002
        """Everybody, then the zones, each with how many injects it has."""
        hint = _("Show a team what it was given, and nothing else. Everybody else looks away.")
        found = [*(Row(of) for of in block(hint, columns - 2, "dim")), Row(())]
        scenario = self.session.scenario
        for zone in (COMMANDER, *range(len(scenario.zones))):
            name = _("everybody") if zone == COMMANDER else words.zone_name(scenario, zone)
            count = len(deliveries(self.session.view(zone)))
            told = n_("{count} inject", "{count} injects", count).format(count=count)
            found.append(Row(line((pad(name, 24), "strong"), (told, "dim")), ("zone", zone)))
        return Sheet(line((_("Delivered injects"), "title"), "  ", (_("EXERCISE"), "lead")), tuple(found))

    def on_pane_chosen(self, message: Pane.Chosen) -> None:
        """Open them."""
        match message.key:
            case ("zone", int(zone)):
                view, rounds = self.session.view(zone), not self.session.discussion
                self.app.push_screen(InboxScreen(view, Chronicle(), rounds=rounds))
