"""The truth beside what each zone knows, operative by operative."""

from __future__ import annotations

from ..conduct_keys import TRUTH
from ..text import Sheet, later
from ..widgets.truth import network_sheet
from .page import PageScreen


class TruthScreen(PageScreen):
    """For the facilitator's eyes: blank the projector first."""

    KEYS = TRUTH
    about = later(
        "Every operative with home and function, what each zone holds on him, who has named whom and whether "
        "rightly, and whether all zones together could identify him. For the facilitator alone."
    )

    def content(self, columns: int, rows: int) -> Sheet:  # noqa: ARG002
        """Operative by operative."""
        return network_sheet(self.session.scenario, self.session.truth(), columns)
