"""H-hour: the strikes resolve one zone after another, before the end is told."""

from __future__ import annotations

from itertools import groupby
from typing import ClassVar, Final

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Center

from ...core.events import AnyEvent, TeamStruck
from ...core.view import View
from ...core.words import Struck
from ...i18n import _, n_
from ...wording import words
from ...wording.events import event_text
from ..keys import STRIKE, bindings
from ..motion import moves
from ..text import Line, Row, Sheet, Tone, block, later, line
from ..widgets.aftermath import struck_mark
from ..widgets.pane import Pane
from .base import BaseScreen

PACE: Final = 0.8
"""Seconds between two strikes."""
AROUND: Final = 5
"""Rows round the zones."""
FRESH: Final = 2
"""A strike that has just been told stands out for one of so many beats."""


class HourScreen(BaseScreen[None]):
    """Shows one strike after another; Enter shows them all, then goes on. Where nothing may move by itself
    all stand there at once."""

    CSS_PATH = "hour.tcss"
    KEYS = STRIKE
    BINDINGS: ClassVar[list[BindingType]] = [*bindings(STRIKE)]
    rule = "R7.1"
    about = later("All committed teams strike at once; what each of them found is told zone by zone.")

    def __init__(self, view: View, told: tuple[AnyEvent, ...]) -> None:
        super().__init__()
        self.view = view
        self.strikes = tuple(event for event in told if isinstance(event, TeamStruck))
        self.beats = 0

    def compose(self) -> ComposeResult:
        with Center(id="middle"):
            yield Pane(self.content, id="hour")
        yield self.foot()

    def on_mount(self) -> None:
        self.query_one("#hour").focus()
        if moves(self.app):
            self.set_interval(PACE / FRESH, self.tick)
        else:
            self.beats = self.last

    @property
    def last(self) -> int:
        """The beat after which nothing more comes."""
        return FRESH * len(self.strikes)

    @property
    def shown(self) -> int:
        """How many strikes have been told."""
        return -(-self.beats // FRESH)

    def tick(self) -> None:
        """The next strike, or the one that has just been told stands out no longer."""
        if self.beats < self.last:
            self.beats += 1
            self.query_one("#hour", Pane).changed()

    def content(self, columns: int, rows: int) -> Sheet:
        """Zone by zone what is known so far, and how many are still to come."""
        inner = columns - 2
        found = [Row(line((_("All committed teams strike at once."), "strong"))), Row(())]
        zones = [list(of) for _zone, of in groupby(enumerate(self.strikes), key=lambda pair: pair[1].zone)]
        headed = len(zones) + len(self.strikes) + AROUND <= rows
        for strikes in zones:
            found += self.zone_rows(strikes, inner, headed=headed)
        found += [Row(()), Row(self.tally())]
        waiting = len(self.strikes) - self.shown
        word = _("Go on") if not waiting else _("Show all ({count} to come)").format(count=waiting)
        found.append(Row(line((word, "key")), ("on",)))
        title = line((_("H-HOUR"), "lead"), _("   round {round}   ").format(round=self.view.public.round))
        return Sheet((*title, *line((_("EXERCISE"), "lead"))), tuple(found), start=("on",))

    def zone_rows(self, strikes: list[tuple[int, TeamStruck]], columns: int, *, headed: bool) -> list[Row]:
        """One zone: its name if there is room, then each of its teams, told or still waiting."""
        sc, zone = self.view.scenario, strikes[0][1].zone
        count = n_("{count} team", "{count} teams", len(strikes)).format(count=len(strikes))
        begun = strikes[0][0] < self.shown
        head = line((words.zone_name(sc, zone), "strong" if begun else "dim"), ("  " + count, "dim"))
        found = [Row(head)] if headed else []
        for number, strike in strikes:
            if number < self.shown:
                found += [Row(of) for of in self.told(number, strike, columns)]
            else:
                text = _("for {persona}") if headed else _("{zone}, for {persona}")
                text = text.format(zone=words.zone_name(sc, zone), persona=words.persona(sc, strike.persona))
                found.append(Row(line((f"  · {text} …", "dim"))))
        return found

    def told(self, number: int, strike: TeamStruck, columns: int) -> list[Line]:
        """What a team found; the one just told stands out."""
        glyph, tone = struck_mark(strike.outcome)
        fresh = self.beats % FRESH == 1 and number == self.shown - 1
        text = event_text(self.view, strike) or ""
        return block(text, columns, "flash" if fresh else tone, first=f"  {glyph}")

    def tally(self) -> Line:
        """Captured, escaped and wronged so far."""
        told = [strike.outcome for strike in self.strikes[: self.shown]]
        three: tuple[tuple[str, Struck, Tone], ...] = (
            (_("✓ captured {count}   "), Struck.CAPTURED, "good"),
            (_("✗ escaped {count}   "), Struck.ESCAPED, "lead"),
            (_("! wrongful {count}"), Struck.WRONGFUL, "alarm"),
        )
        counted = [(text, told.count(outcome), tone) for text, outcome, tone in three]
        return line(*((text.format(count=count), tone if count else "dim") for text, count, tone in counted))

    def on_pane_chosen(self) -> None:
        if self.shown < len(self.strikes):
            self.beats = self.last
            self.query_one("#hour", Pane).changed()
        else:
            self.dismiss()
