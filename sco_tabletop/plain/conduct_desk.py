"""What the facilitator's lines share: session and streams, what was read out already, asking, doing.

Knows the session; must not know the order in which things happen.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

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
    messages were read; `told_end` and `reminded` what was said once. `heard` has the injects that were read
    out to each zone, and under COMMANDER to everybody."""

    session: ConductedSession
    console: Console
    timer: Timer
    greeted: tuple[int, int] = (-1, -1)
    talked: str = ""
    told_end: bool = False
    reminded: bool = False
    heard: dict[int, set[str]] = attrs.field(factory=dict)

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
        """After a rewind, at the console: what was taken back no longer counts as read."""
        self.greeted, self.talked, self.told_end = (-1, -1), "", False
        for zone, heard in self.heard.items():
            view = self.session.view(zone)
            given = view.public.announced if zone == COMMANDER else view.seat.delivered
            heard &= {delivery.inject for delivery in given}

    # ------------------------------------------------------------------ reading out

    def read_announced(self) -> None:
        """Injects to everybody that were not read out yet."""
        self._read_new(COMMANDER, self.session.view(COMMANDER).public.announced, _("everybody"))

    def read_delivered(self, zone: int) -> None:
        """Injects to a zone alone that were not read out yet. Raises CurtainClosed if nobody may look."""
        name = words.zone_name(self.session.scenario, zone)
        self._read_new(zone, self.session.view(zone).seat.delivered, name)

    def _read_new(self, zone: int, given: list[Delivery], name: str) -> None:
        for delivery in self.unread(zone, given):
            self.read(delivery, name)
        self.heard[zone] = {delivery.inject for delivery in given}

    def unread(self, zone: int, given: list[Delivery]) -> list[Delivery]:
        """Those of them that were not read out. Coming back to a save: all that came since the zone's last
        turn, or, to everybody, in this round and the one before."""
        if zone not in self.heard:
            self.heard[zone] = self._told_before(zone)
        return [delivery for delivery in given if delivery.inject not in self.heard[zone]]

    def _told_before(self, zone: int) -> set[str]:
        if zone == COMMANDER:
            last = self.session.round - 1
            return {one.inject for one in self.session.view(zone).public.announced if one.round < last}
        told, since = set[str](), set[str]()
        for _round, event in self.session.journal(zone):
            if isinstance(event, InjectDelivered) and event.zone == zone:
                since.add(event.delivery.inject)
            elif isinstance(event, TurnEnded) and event.zone == zone:
                told |= since
        return told

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

    def read_own(self, zone: int) -> None:
        """Everything that came to a zone alone. Raises CurtainClosed if nobody may look."""
        given, name = self.session.view(zone).seat.delivered, words.zone_name(self.session.scenario, zone)
        if not given:
            self.say(_("{zone}: no inject so far.").format(zone=name))
        for delivery in given:
            self.read(delivery, name)
        self.heard[zone] = {delivery.inject for delivery in given}

    def read(self, delivery: Delivery, to: str) -> None:
        """One inject in full."""
        self.say()
        for text in delivery_lines(delivery, to, rounds=not self.session.discussion):
            self.console.read_out(text)

    def read_inject(self, lines: Iterable[str]) -> None:
        """An inject as the staff has it; the lines of its notes stay lines."""
        for text in lines:
            for one in text.split("\n"):
                self.console.read_out(one)

    def hand_over(self, delivery: Delivery, zones: tuple[int, ...]) -> None:
        """Leave the console and show a delivered inject to its recipients alone, under a page of blank lines
        before and after."""
        for zone in zones:
            self.unread(zone, self.session.view(zone).seat.delivered)
            self.heard[zone].add(delivery.inject)
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
        """A number from 1 to `count` as the place in the list; -1 for anything else, which is said."""
        answer = self.console.ask(_("Number, or 0 to go back:"))
        if answer.isdecimal() and 1 <= int(answer) <= count:
            return int(answer) - 1
        if answer not in ("", "0"):
            self.say(_("That is none of these numbers; nothing was done."))
        return -1

    def sure(self, question: str) -> bool:
        """True only for a y: what is asked cannot be taken back."""
        return self.console.ask(question).lower() == "y"

    def text(self, prompt: str) -> str | None:
        """A line of text; None for a 0, which goes back."""
        answer = self.console.ask(prompt)
        return None if answer == "0" else answer

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
        """Zones, or everybody, as codes; None for a 0."""
        codes = [zone.id for zone in self.session.scenario.zones]
        prompt = _("To whom? {codes} separated by commas, or all (0 goes back):")
        while True:
            answer = self.console.ask(prompt.format(codes=", ".join(codes))).upper()
            asked = [part.strip() for part in answer.split(",")]
            if answer == "ALL":
                return (), True
            if answer == "0":
                return None
            if all(code in codes for code in asked):
                return tuple(sorted({codes.index(code) for code in asked})), False
            self.say(_("There is no such zone."))
