"""What a screen draws when a few of its lines changed: only the widgets that lie there.

Textual's own compositor asks every widget in the same clip for all its lines, also those on the other side of
the screen: a quarter of the time from a key to what it shows. Knows regions only.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from textual._compositor import Compositor
from textual.geometry import Region
from textual.strip import Strip


class NearCompositor(Compositor):
    """The compositor of a screen, blind to what lies outside the part that is being drawn."""

    def _render_chops(
        self, crop: Region, is_rendered_line: Callable[[int], bool]
    ) -> Sequence[Mapping[int, Strip]]:
        _kept = self.cuts  # worked out once for the whole screen, so before anything is left out
        everything = self.visible_widgets
        near = {widget: place for widget, place in everything.items() if crop.overlaps(place[0])}
        self._visible_widgets = near
        try:
            return super()._render_chops(crop, is_rendered_line)
        finally:
            if self._visible_widgets is near:  # else a widget asked for a place, and all are found anew
                self._visible_widgets = everything
