"""The room's keys that take no decision: eyes, the table, undo, search, help, and what the palette has.

A part of the room screen, as `course` is; reads its look, and asks the session only what may be done.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, ClassVar

import attrs

from ...core.commands import Command, EndTurn
from ...core.words import COMMANDER
from ...i18n import _
from ...session.questions import beyond
from ...session.session import Session
from ...wording import rejections
from ...wording.commands import action_kind_name
from ..keys import TURN_KINDS
from ..look import Look
from ..offers import Offer, offers_of
from ..text import plain
from ..topics import Topic
from ..widgets import journal
from ..widgets.pane import Pane
from ..widgets.subjects import subject
from ..widgets.targets import explain_kind, targets
from .search import SearchScreen

if TYPE_CHECKING:
    from .room import RoomScreen


class RoomKeys:
    """Mixed into the room screen."""

    session: Session
    look: Look
    letters: ClassVar[bool] = True
    wanted = ""
    """What the journal was searched for last."""
    hit = -1

    @property
    def of_room(self) -> RoomScreen:
        """The screen that this is a part of."""
        return self  # type: ignore[return-value]

    # ------------------------------------------------------------------ what can be done, and why not

    def why_not(self, action: str) -> str:
        """Why a key that decides nothing cannot be used now; empty if it can."""
        session = self.session
        match action:
            case "undo" if not session.undo_reach():
                return _("Nothing can be taken back: what was learned, rolled or handed on stays.")
            case "eyes" if len(session.mine) < 2:
                return _("You play one state only.")
            case "people" if not session.shared:
                return _("You play alone; several people share a keyboard in a hot-seat exercise.")
            case "skip" if session.human_turn or session.finished:
                return _("There is nothing to skip: the decision is yours.")
            case "advice" if not (session.practice and session.human_turn and session.acting in session.mine):
                return _("The staff recommends in practice mode, when the decision is yours.")
            case _:
                return ""

    def offers(self) -> list[Offer]:
        """The decisions of a turn, the own keys, the panes; what cannot be done with its reason."""
        room = self.of_room
        kinds = [of for of in TURN_KINDS if of[1] is not EndTurn] if room.letters else []
        found = [self.offer_of(letter, kind) for letter, kind in kinds]
        found += [attrs.evolve(of, why=self.why_not(of.action)) for of in offers_of(room.entries)]
        text = _("Go to this pane.")
        return [*found, *(Offer(str(n), name, f"pane({n})", text) for n, name in room.tab_names().items())]

    def offer_of(self, letter: str, kind: type[Command]) -> Offer:
        """One kind of decision, in the words of the rules if it is refused."""
        found = targets(self.look, kind)
        refused = found[0].refused if found else None
        why = "" if any(target.refused is None for target in found) else _("Nothing to act on.")
        if why and refused is not None:
            reason = rejections.rejection_text(self.look.view, refused)
            why = _("{reason} ({rule})").format(reason=reason, rule=refused.rule)
        text = explain_kind(self.look, found)[0] if found else ""
        return Offer(letter.upper(), action_kind_name(kind), f"kind('{kind.__name__}')", text, why)

    def topic(self) -> Topic:
        """What stands under the cursor of the pane in focus."""
        pane = self.of_room.focused
        if not isinstance(pane, Pane) or pane.id is None:
            return Topic()
        row = pane.row
        return subject(self.look, pane.id, pane.key, plain(row.line).strip() if row else "")

    # ------------------------------------------------------------------ keys

    def action_figures(self) -> None:
        """To the figures over the panes."""
        self.of_room.pane("strip").focus(scroll_visible=False)

    def action_eyes(self) -> None:
        """Look with the eyes of the next own state."""
        room, mine = self.of_room, self.session.mine
        if why := self.why_not("eyes"):
            room.tell(why, "alarm")
            return
        now = self.look.view.zone
        after = mine[(mine.index(now) + 1) % len(mine)] if now in mine else mine[0]
        room.see(after)
        room.tell(_("You see what {zone} knows.").format(zone=self.look.name(after)), "lead")

    def action_public(self) -> None:
        """What everybody may know: hot-seat closes the curtain first; alone, again for the own view."""
        room = self.of_room
        if self.session.shared:
            room.table.show_public()
            return
        if self.come_back():
            return
        room.see(COMMANDER)
        room.tell(_("Public view: what everybody may know. F3 or Esc goes back."), "lead")

    @property
    def away(self) -> bool:
        """True while somebody who plays alone looks at the public view from the own room."""
        room, own = self.of_room, self.session.reader_of(self.session.acting)
        alone = not self.session.shared and not room.before_all
        return alone and own != COMMANDER and self.look.view.zone == COMMANDER

    def come_back(self) -> bool:
        """From the public view to the own one; False if that is not where we are."""
        if not self.away:
            return False
        room, own = self.of_room, self.session.reader_of(self.session.acting)
        room.see(own)
        room.tell(_("You see what {zone} knows.").format(zone=self.look.name(own)), "lead")
        return True

    def action_people(self) -> None:
        """Somebody leaves the table or comes back."""
        if why := self.why_not("people"):
            self.of_room.tell(why, "alarm")
        else:
            self.of_room.table.show_people()

    def action_undo(self) -> None:
        """Take back the last decision."""
        room = self.of_room
        if why := self.why_not("undo"):
            room.tell(why, "alarm")
        elif self.session.undo_reach() == "free":
            room.take_back(True)
        else:
            room.ask(*beyond(), room.take_back)

    # ------------------------------------------------------------------ searching the journal

    def action_find(self) -> None:
        """Ask for a text; the same again goes on to the next older line."""
        room = self.of_room
        room.app.push_screen(SearchScreen(_("Search the journal for:"), self.wanted), self.look_for)

    def look_for(self, text: str | None) -> None:
        """Show the next line that has the text, its group open."""
        if not text:
            return
        room = self.of_room
        hits = journal.holding(self.look, text)
        self.hit = (self.hit + 1) % len(hits) if hits and text == self.wanted else 0
        self.wanted = text
        if not hits:
            room.tell(_("'{text}' stands nowhere in this journal.").format(text=text), "alarm")
            return
        number, found = hits[self.hit]
        group = next(group for group in self.look.chronicle.groups if group.number == number)
        if not journal.is_open(self.look, group, room.turned):
            room.turned = room.turned ^ {number}
        room.go_tab(5)
        place = _("{number} of {count}: {text}")
        if len(hits) > 1:
            place = _("{number} of {count} (F5, Enter: the next): {text}")
        room.tell(place.format(number=self.hit + 1, count=len(hits), text=found), "lead")
        room.pane("journal").when_sized(partial(self.bring_line, number, found))

    def bring_line(self, number: int, text: str) -> None:
        """Scroll the journal to a line of a group."""
        pane = self.of_room.pane("journal")
        pane.go_to(("group", number))
        pane.unfold()
        pane.bring(journal.row_of(pane.sheet.rows, number, text))
