"""The set-up of a facilitated exercise: script, way to play, teams, chair, draw, time, console."""

from __future__ import annotations

from pathlib import Path

from ...i18n import _
from ..conduct_form import ConductForm, new_conduct_form
from ..text import Row, block, later, line, pad
from .setup import LABEL, SetupScreen, turned


class FacilitateScreen(SetupScreen):
    """Enter on the first line deals, and opens the public view; StartEx is in the console."""

    CSS_PATH = "facilitate.tcss"
    head = later("Facilitated exercise")
    begin_text = later("Prepare the exercise")
    about = later(
        "Choose a deck with a script, how the teams play, and how exercise time is planned. Enter on the "
        "first line deals and opens the public view; the console with StartEx is on F9."
    )

    def __init__(self, saves: Path, deck: str = "") -> None:
        super().__init__(saves)
        self.form: ConductForm = new_conduct_form(deck)

    def summary(self, columns: int) -> list[Row]:
        """The script; decks that have none, with the reason."""
        form = self.form
        found = [Row(of) for of in block(form.script.summary, columns, "dim")] if form.script else []
        for title in form.scriptless:
            text = _("× {deck}: has no script, so it cannot be facilitated").format(deck=title)
            found += [Row(of) for of in block(text, columns, "off")]
        return found

    def settings(self) -> list[Row]:
        """The lines that turn, and those to type on."""
        form = self.form
        found: list[Row] = []
        if form.decks:
            deck = form.decks[form.deck]
            found.append(turned(_("Deck"), deck.title, ("deck",)))
            found.append(turned(_("Difficulty"), deck.difficulties[form.difficulty], ("difficulty",)))
        found.append(turned(_("Way to play"), form.called_text(), ("called",)))
        if not form.called:
            found.append(turned(_("Players"), str(form.count), ("count",)))
        return [
            *found,
            turned(_("Other states"), form.other_text(), ("others",)),
            turned(_("Chair"), form.chair_text(), ("chair",)),
            turned(_("Draw"), form.policy_text(), ("policy",)),
            turned(_("Planned"), form.minutes_text(), ("minutes",)),
            turned(_("Release"), form.automatic_text(), ("automatic",)),
            turned(_("Turn timer"), form.timer_text(), ("timer",)),
            typed(_("Facilitator"), f"{form.facilitator}_", ("facilitator",), _("your name, for the report")),
            typed(
                _("Console PIN"), f"{'•' * len(form.pin)}_", ("console",), _("four to eight digits, or none")
            ),
            typed(_("Seed"), form.seed or "0", ("seed",), _("the same seed deals the same")),
        ]

    def people(self) -> list[Row]:
        """Names and PINs of the players, where they sit at the keyboard."""
        form = self.form
        if form.called:
            return []
        return [Row(()), *self.names()]

    def types(self, key: object) -> bool:
        """True for a line to type on."""
        match key:
            case ("facilitator" | "console" | "seed",) | ("name" | "pin", _):
                return True
            case _:
                return False


def typed(label: str, value: str, key: object, hint: str) -> Row:
    """A line to type on."""
    return Row(line(pad(label, LABEL + 2), (value, "strong"), (f"   {hint}", "dim")), key)
