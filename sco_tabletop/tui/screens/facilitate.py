"""The set-up of a facilitated exercise: script, way to play, teams, chair, draw, time, console."""

from __future__ import annotations

from pathlib import Path

from ...i18n import _
from ..conduct_form import ConductForm, new_conduct_form
from ..form import NOBODY
from ..text import Row, Sheet, Tone, block, later, line, pad
from .setup import LABEL, SetupScreen, turned


class FacilitateScreen(SetupScreen):
    """Enter on the first line deals, and opens the public view; StartEx is in the console."""

    CSS_PATH = "facilitate.tcss"
    about = later(
        "Choose a deck with a script, how the teams play, and how exercise time is planned. Enter on the "
        "first line deals and opens the public view; the console with StartEx is on F9."
    )

    def __init__(self, saves: Path, deck: str = "") -> None:
        super().__init__(saves)
        self.form: ConductForm = new_conduct_form(deck)

    def content(self, columns: int, rows: int) -> Sheet:  # noqa: ARG002
        """One line a choice."""
        inner, form = columns - 2, self.form
        found = [Row(line((_("Prepare the exercise"), "key")), ("begin",))]
        found += [Row(of) for of in block(form.trouble, inner, "alarm")] if form.trouble else []
        found += [Row(()), *self.settings(), Row(())]
        for zone, of in enumerate(form.scenario.zones if form.scenario else ()):
            tone: Tone = "good" if form.owner[zone] != NOBODY else "dim"
            found.append(turned(of.name, form.player(form.owner[zone]), ("zone", zone), tone))
        found += self.people()
        found.append(Row(()))
        if form.script:
            found += [Row(of) for of in block(form.script.summary, inner, "dim")]
        for title in form.scriptless:
            text = _("× {deck}: has no script, so it cannot be facilitated").format(deck=title)
            found += [Row(of) for of in block(text, inner, "off")]
        title_line = line((_("Facilitated exercise"), "title"), "  ", (_("EXERCISE"), "lead"))
        return Sheet(title_line, tuple(found), start=("begin",))

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
                _("Console PIN"), "•" * len(form.pin) or _("none"), ("console",), _("four to eight digits")
            ),
            typed(_("Seed"), form.seed or "0", ("seed",), _("the same seed deals the same")),
        ]

    def people(self) -> list[Row]:
        """Names and PINs of the players, where they sit at the keyboard."""
        form = self.form
        if form.called:
            return []
        found = [Row(())]
        for n in range(form.count):
            label = pad(_("Name {number}").format(number=n + 1), LABEL + 2)
            found.append(Row(line(label, (f"{form.names[n]}_", "strong")), ("name", n)))
            dots = "•" * len(form.pins[n]) or _("none")
            found.append(Row(line(pad(_("  PIN"), LABEL + 2), (dots, "text")), ("pin", n)))
        return found

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
