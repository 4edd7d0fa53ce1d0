"""What the facilitator's lines share: session and streams, what was read out already, asking, doing.

Knows the session; must not know the order in which things happen.
"""

from __future__ import annotations

from collections.abc import Sequence

import attrs

from ..conduct.acts import Act
from ..core.events import InjectDelivered, TurnEnded
from ..core.message import Delivery
from ..core.words import COMMANDER
from ..i18n import _
from ..session.conducted import ConductedSession, ConductError
from ..wording import words
from ..wording.conduct import act_text
from ..wording.delivery import delivery_lines, recipients_text
from .lines import Console
from .relay import Timer, cover


@attrs.define
class Desk:
    """One sitting at the keyboard. `greeted` and `talked` say for which turn and for which conference the
    messages were read; `told_end` and `reminded` what was said once. `heard` and `heard_all` count what was
    read out of what each zone, and everybody, was delivered."""

    session: ConductedSession
    console: Console
    timer: Timer
    greeted: tuple[int, int] = (-1, -1)
    talked: str = ""
    told_end: bool = False
    reminded: bool = False
    heard: dict[int, int] = attrs.field(factory=dict)
    heard_all: int = -1

    def say(self, text: str = "") -> None:
        """Print a line."""
        self.console.say(text)

    def do(self, act: Act) -> bool:
        """An act of the staff, and its sentence; or why it is not possible."""
        try:
            self.session.do(act)
        except ConductError as trouble:
            self.say(str(trouble))
            return False
        self.say(act_text(self.session.scenario, act))
        return True

    def forget(self) -> None:
        """After a rewind nothing counts as read: it is told again from where the exercise stands."""
        self.greeted, self.talked, self.told_end = (-1, -1), "", False
        self.heard.clear()
        self.heard_all = -1

    # ------------------------------------------------------------------ reading out

    def read_announced(self) -> None:
        """Injects to everybody that were not read out yet. Coming back to a save, those of this round and the
        one before count as not read."""
        announced = self.session.view(COMMANDER).public.announced
        if self.heard_all < 0 or self.heard_all > len(announced):
            self.heard_all = sum(one.round < self.session.round - 1 for one in announced)
        for delivery in announced[self.heard_all :]:
            self.read(delivery, _("everybody"))
        self.heard_all = len(announced)

    def read_delivered(self, zone: int) -> None:
        """Injects to a zone alone that were not read out yet; coming back to a save, all that came since its
        last turn. Raises CurtainClosed if nobody may look into the zone."""
        delivered = self.session.view(zone).seat.delivered
        start = self.heard.get(zone, -1)
        if start < 0 or start > len(delivered):
            start = self._before_last_turn(zone)
        for delivery in delivered[start:]:
            self.read(delivery, words.zone_name(self.session.scenario, zone))
        self.heard[zone] = len(delivered)

    def read_again(self, zone: int = COMMANDER) -> None:
        """Everything that was delivered to everybody, and to `zone`."""
        view = self.session.view(zone)
        name = words.zone_name(self.session.scenario, zone)
        if not view.public.announced and not view.seat.delivered:
            self.say(_("No inject has been delivered here yet."))
        for delivery in view.public.announced:
            self.read(delivery, _("everybody"))
        for delivery in view.seat.delivered:
            self.read(delivery, name)

    def read(self, delivery: Delivery, to: str) -> None:
        """One inject in full."""
        self.say()
        for text in delivery_lines(delivery, to):
            self.say(text)

    def _before_last_turn(self, zone: int) -> int:
        count = last = 0
        for _round, event in self.session.journal(zone):
            if isinstance(event, InjectDelivered) and event.zone == zone:
                count += 1
            elif isinstance(event, TurnEnded) and event.zone == zone:
                last = count
        return last

    def hand_over(self, delivery: Delivery, zones: tuple[int, ...]) -> None:
        """Leave the console and show a delivered inject to its recipients alone, under a page of blank lines
        before and after."""
        self.session.close_curtain()
        cover(self.console)
        to = recipients_text(self.session.scenario, zones, everybody=False)
        self.console.ask(_("For {to} alone: everybody else looks away. Enter shows it:").format(to=to))
        self.read(delivery, to)
        self.console.ask(_("Enter when it is read:"))
        cover(self.console)

    # ------------------------------------------------------------------ asking

    def pick(self, lines: Sequence[str]) -> int:
        """Choose a line by its number: the place in the list; -1 to go back."""
        for number, text in enumerate(lines, 1):
            self.say(f"{number:>3}. {text}")
        return self.place(len(lines))

    def place(self, count: int) -> int:
        """A number from 1 to `count` as the place in the list; -1 for anything else."""
        answer = self.console.ask(_("Number, or 0 to go back:"))
        return int(answer) - 1 if answer.isdecimal() and 1 <= int(answer) <= count else -1

    def sure(self, question: str) -> bool:
        """True only for a y: what is asked cannot be taken back."""
        return self.console.ask(question).lower() == "y"

    def count(self, prompt: str) -> int:
        """A whole number; an empty line is 0, anything else -1, which no act takes."""
        answer = self.console.ask(prompt)
        if not answer:
            return 0
        return int(answer) if answer.isascii() and answer.isdecimal() and len(answer) < 5 else -1

    def zone(self) -> int:
        """A zone, or -1."""
        return self.pick([zone.name for zone in self.session.scenario.zones])

    def recipients(self) -> tuple[tuple[int, ...], bool] | None:
        """Zones, or everybody, as codes; None if they are no zones."""
        codes = [zone.id for zone in self.session.scenario.zones]
        prompt = _("To whom? {codes} separated by commas, or all:")
        answer = self.console.ask(prompt.format(codes=", ".join(codes))).upper()
        asked = [part.strip() for part in answer.split(",")]
        if answer == "ALL":
            return (), True
        if all(code in codes for code in asked):
            return tuple(sorted({codes.index(code) for code in asked})), False
        self.say(_("There is no such zone; nothing was done."))
        return None
