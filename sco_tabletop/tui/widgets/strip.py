"""The figures over the panes, on one line: each can be reached by keys, and says what it is under the mouse.

What stands there is worked out by pure functions from a look; the widget only knows where which one is.
"""

from __future__ import annotations

from typing import Final

import attrs
from rich.cells import cell_len
from textual import events

from ...core.explaining import Figure, MainPlot, Plotted, Prepared, Spread, Tracked
from ...core.rules.depth import has_preparation
from ...core.words import Track
from ...i18n import _, n_
from ...wording import words
from ...wording.goals import mean_influence
from ..look import TRACKS, Look
from ..text import Line, Part, Row, Sheet, Tone, line
from .pane import Pane
from .tracks import influence_spread_tone, level_tone

HOUR: Final = ("hour",)
ROUND: Final = ("round",)
"""What is no figure, but explained by a sentence: that H-hour is called, and which round it is."""


@attrs.frozen
class Item:
    """One thing of the strip. `key` is that of the row in the pane of the tracks that tells the same."""

    text: str
    tone: Tone
    key: tuple[object, ...]


def figure_item(text: str, tone: Tone, figure: Figure) -> Item:
    """A number that can be taken apart."""
    return Item(text, tone, ("figure", figure))


def levels(look: Look) -> list[Item]:
    """Threat, alert, public trust, preparation."""
    public, numbers = look.view.public, look.view.scenario.numbers
    trust = numbers.trust
    four: tuple[tuple[str, int, int, int, Figure], ...] = (
        (_("Threat {n}/{limit}"), public.threat, public.threat, numbers.threat_limit, Tracked(Track.THREAT)),
        (_("Alert {n}/{limit}"), public.alert, public.alert, numbers.alert_max, Tracked(Track.ALERT)),
        (_("Trust {n}/{limit}"), public.trust, trust - public.trust, trust, Tracked(Track.TRUST)),
        (_("Prep {n}/{limit}"), public.prepared, public.prepared, numbers.preparation_needed, Prepared()),
    )
    found = []
    shown = four[: 4 if has_preparation(look.view.scenario.depth) else 3]
    for name, (text, value, bad, limit, figure) in zip(TRACKS, shown, strict=False):
        tone = "flash" if name in look.fresh else level_tone(bad, limit)
        found.append(figure_item(text.format(n=value, limit=limit), tone, figure))
    return found


def warnings(look: Look, *, short: bool) -> list[Item]:
    """H-hour, the main plot, plots that are warned of."""
    public, found = look.view.public, list[Item]()
    if public.called:
        found.append(Item(_("⚑ H-hour") if short else _("⚑ H-hour called"), "lead", HOUR))
    if public.main_round and not public.main_fired:
        text = _("‼ main R{round}").format(round=public.main_round)
        found.append(figure_item(text, "alarm", MainPlot()))
    for plot in public.plots:
        text = _("‼ R{round} {zones}") if short else _("‼ plot R{round} {zones}")
        zones = words.zone_list(look.view.scenario, plot.zones)
        found.append(figure_item(text.format(round=plot.due, zones=zones), "alarm", Plotted(plot.number)))
    return found


def further(look: Look, *, short: bool) -> list[Item]:
    """What gives way where there is no room: mean influence, rounds."""
    public, rounds = look.view.public, look.view.scenario.numbers.rounds
    text = (_("Infl. {mean}") if short else _("Influence {mean}")).format(mean=mean_influence(look.view))
    tone = influence_spread_tone(look)
    found = [figure_item(f"‼ {text}" if tone == "alarm" else text, tone, Spread())]
    if public.result is not None:
        return found
    left = n_("{count} round left", "{count} rounds left", rounds - public.round)
    whole = left.format(count=rounds - public.round) if public.round < rounds else _("last round")
    brief = _("R{round}/{rounds}").format(round=public.round, rounds=rounds)
    return [*found, Item(brief if short else whole, "text", ROUND)]


def fitting(look: Look, columns: int) -> tuple[list[Item], int]:
    """What fits on the line and how far apart: what goes without saying gives way first, then words are
    shorter, then the last is left out."""
    first, full, short = levels(look), warnings(look, short=False), warnings(look, short=True)
    more, less = further(look, short=False), further(look, short=True)
    for rest, gap in ((more, 2), (less, 2), (less, 1), (less[:1], 1), ([], 2)):
        found = [*first, *full, *rest]
        if span_of(found, gap) <= columns:
            return found, gap
    found = [*first, *short, *less]
    while len(found) > 1 and span_of(found, 1) > columns:
        found.pop()
    return found, 1


def span_of(of: list[Item], gap: int) -> int:
    """How many cells they take with a gap before each."""
    return sum(cell_len(item.text) + gap for item in of)


def strip(look: Look, columns: int, under: object = None) -> Line:
    """The line; before the item `under` the cursor stands its mark."""
    found, gap = fitting(look, columns)
    parts: list[Part] = []
    for item in found:
        mark: Part = ("▸", "key") if item.key == under else " "
        parts += [" " * (gap - 1), mark, (item.text, item.tone)]
    return line(*parts)


class TrackStrip(Pane):
    """The strip: Left and Right go from one to the next; Enter or a click goes where more is told."""

    DEFAULT_CSS = "TrackStrip { height: 1; }"

    def __init__(self, look: Look) -> None:
        super().__init__(self.drawn, id="strip", boxed=False)
        self.look = look
        self._chosen: object = None

    def drawn(self, columns: int, rows: int) -> Sheet:  # noqa: ARG002
        """The line, with the cursor while the keys are here."""
        return Sheet((), (Row(strip(self.look, columns, self.key if self.has_focus else None)),))

    @property
    def shown(self) -> list[object]:
        """The keys of what stands there."""
        return [item.key for item in fitting(self.look, self.space[0])[0]]

    @property
    def key(self) -> object:
        """Of the item under the cursor: the one that it was put on, as long as that stands there."""
        return self._chosen if self._chosen in self.shown else self.shown[0]

    def put(self, key: object) -> None:
        """The cursor on an item."""
        self._chosen = key
        self.changed()

    def action_step(self, step: int) -> None:
        """To the next or the last one."""
        keys = self.shown
        self.put(keys[max(0, min(keys.index(self.key) + step, len(keys) - 1))])
        self.post_message(self.Moved(self, self.key))

    def action_far(self, step: int) -> None:
        """To one end."""
        self.action_step(step * len(self.shown))

    def action_turn(self, step: int) -> None:
        """Left and right do the same on one line."""
        self.action_step(step)

    def under_mouse(self, event: events.MouseEvent) -> object:
        """The key of the item there; None between and beside them."""
        at = event.get_content_offset(self)
        found, gap = fitting(self.look, self.space[0])
        end = 0
        for item in found if at is not None else ():
            start, end = end + gap, end + gap + cell_len(item.text)
            if at is not None and start <= at.x < end:
                return item.key
        return None

    def on_click(self, event: events.Click) -> None:
        """Choose the item under the mouse."""
        event.prevent_default()
        if (key := self.under_mouse(event)) is not None:
            self.put(key)
            self.post_message(self.Chosen(self, key, clicked=True))

    def on_mouse_move(self, event: events.MouseMove) -> None:
        """Tell once what the mouse is over."""
        event.prevent_default()
        key = self.under_mouse(event)
        if key != self._under:
            self._under = key
            if key is not None:
                self.post_message(self.Hovered(self, key))

    def on_focus(self) -> None:
        """What the cursor stands on says what it is at once: there is no list around it to look at first."""
        self.changed()
        self.post_message(self.Moved(self, self.key))

    def on_blur(self) -> None:
        self.changed()
