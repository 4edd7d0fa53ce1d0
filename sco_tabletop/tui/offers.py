"""What the palette offers: the commands of one screen, each with its key and, if it cannot be done, why."""

from __future__ import annotations

import attrs

from ..i18n import _
from .conduct_keys import ANYWHERE
from .keys import Entry

OF_THE_APP = {entry.key: f"app.{entry.action}" for entry in ANYWHERE}
"""Keys that the application binds; the tables of the screens only name them."""
NOT_OFFERED = ("none", "palette")


@attrs.frozen
class Offer:
    """One command. `action` runs on the screen; `why` says why not, empty if it can be done."""

    face: str
    label: str
    action: str
    sentence: str = ""
    why: str = ""

    def fits(self, wanted: str) -> bool:
        """True if every word that was typed is in it."""
        return holds(f"{self.face} {self.label} {self.sentence}", wanted)


def holds(text: str, wanted: str) -> bool:
    """True if every word of what is wanted is somewhere in the text."""
    return all(word in text.casefold() for word in wanted.casefold().split())


def fitting(offers: list[Offer], wanted: str) -> list[Offer]:
    """Those that fit: first where the name itself has it, of these first what is possible."""

    def rank(offer: Offer) -> tuple[bool, bool]:
        return not holds(f"{offer.face} {offer.label}", wanted), bool(offer.why)

    return sorted((offer for offer in offers if offer.fits(wanted)), key=rank)


def offers_of(entries: tuple[Entry, ...]) -> list[Offer]:
    """The entries that are commands; what moves a cursor is none."""
    found = []
    for entry in entries:
        action = OF_THE_APP.get(entry.key, "none") if entry.action == "none" else entry.action
        if action not in NOT_OFFERED:
            label = _(entry.label)
            found.append(Offer(entry.face, label[:1].upper() + label[1:], action, _(entry.sentence)))
    return found
