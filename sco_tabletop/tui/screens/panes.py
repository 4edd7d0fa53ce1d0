"""What the panes of the room tell it: rows chosen, a cursor that moved, a state or persona under the eye.

Mixed into the room screen. Selecting anything marks what it touches in the other panes.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from ...core.commands import AnyCommand, Command, Commit
from ...core.explaining import Figure
from ...i18n import _
from ..keys import KIND_OF
from ..look import Look
from ..widgets import actions
from ..widgets.figures import asked, of_persona, said
from ..widgets.graph import GraphPane
from ..widgets.map_pane import MapPane
from ..widgets.pane import Pane
from ..widgets.subjects import sentence
from ..widgets.targets import explain, explain_kind, targets, weigh
from .explained import ExplainScreen

if TYPE_CHECKING:
    from .room import RoomScreen

TABS: Final = dict(
    enumerate(("map", "board", "file", "actions", "journal", "graph", "levels", "round"), start=1)
)
ROUND: Final = 8
"""What is new stands there."""
Tell = tuple[str, bool]


class Panes:
    """The half of the room screen that listens to its panes."""

    look: Look
    reading: bool
    turned: frozenset[int]

    @property
    def desk(self) -> RoomScreen:
        """The screen that this is a part of."""
        return self  # type: ignore[return-value]

    # ------------------------------------------------------------------ the eye

    def eye_on(self, persona: int, *, resting: str = "") -> None:
        """A persona under the eye: its file, its homes on the map, its node, its lines in the journal.

        The pane `resting` stays as it is, so that no list moves under the cursor.
        """
        if persona == self.look.persona or persona not in self.look.view.public.index:
            return
        self.look.persona = persona
        self.desk.pane("file").changed(forget=True)
        for name in ("board", "map", "graph", "levels", "journal", "actions"):
            if name != resting:
                self.desk.pane(name).changed()
        self.desk.pane("board").go_to(("persona", persona))

    def eye_at(self, zone: int) -> None:
        """A state under the eye: the personas that it holds are marked."""
        if zone == self.look.place:
            return
        self.look.place = zone
        for name in ("map", "tracks", "board", "graph", "levels"):
            self.desk.pane(name).changed()
        self.desk.pane("levels").go_to(("state", zone))

    def deciding(self) -> Look:
        """Through whose eyes decisions are weighed here."""
        return self.look

    # ------------------------------------------------------------------ rows

    def on_pane_chosen(self, message: Pane.Chosen) -> None:
        """Enter, Space or a click."""
        room, name, key = self.desk, message.pane.id, message.key
        if name == "strip":
            self.open_figure(key)
        elif self.reading:
            room.go_on()
        elif name != "journal" and room.come_back():
            room.go_tab(4)
        elif name == "actions":
            self.take(key)
        elif name == "tracks":
            self.action_why()
        elif name in ("board", "graph"):
            room.go_tab(3)
        elif name in ("file", "round", "map"):
            room.go_tab(4)
        elif name == "levels":
            room.go_tab(1)
        elif name == "journal":
            self.fold(key)

    def open_figure(self, key: object) -> None:
        """From the strip to the line that tells the same at length, and what it means."""
        room = self.desk
        if sentence(self.look, key):
            room.go_tab(ROUND)
        else:
            room.go_tab(1)
            room.pane("tracks").focus(scroll_visible=False)
            room.pane("tracks").go_to(key)
        self.say_row("strip", key)

    def take(self, key: object) -> None:
        """A row of the actions."""
        room = self.desk
        match key:
            case ("kind", str(name)):
                room.action_kind(name)
            case ("back",):
                room.action_back()
            case actions.CALM:
                room.draw_calmly()
            case ("team", int(persona)):
                self.look.hold = self.look.hold ^ {persona}
                room.pane("actions").changed()
            case actions.END:
                room.next_decision()
            case actions.COMMIT_ALL:
                room.commit_all()
            case ("commit",):
                room.attempt(Commit(self.look.view.zone, self.look.committed()))
            case Command():
                room.attempt(key)  # type: ignore[arg-type]

    def fold(self, key: object) -> None:
        """Open or close a group of the journal."""
        match key:
            case ("group", int(number)):
                self.turned = self.turned ^ {number}
                self.desk.pane("journal").changed()
                self.desk.pane("journal").unfold()

    def on_pane_moved(self, message: Pane.Moved) -> None:
        """The cursor tells what the row means."""
        match message.pane.id, message.key:
            case "board", ("persona", int(persona)):
                self.eye_on(persona)
            case "levels", ("state", int(zone)):
                self.eye_at(zone)
            case "actions", Command():
                self.eye_on(getattr(message.key, "persona", -1), resting="actions")
        self.say_row(message.pane.id or "", message.key)

    def on_pane_hovered(self, message: Pane.Hovered) -> None:
        """The mouse over a row says the same, and moves nothing."""
        self.say_row(message.pane.id or "", message.key)

    def say_row(self, pane: str, key: object) -> None:
        """What a row or a figure means, in the message bar."""
        match pane, key:
            case "actions", Command():
                self.hint(self.deciding(), key)  # type: ignore[arg-type]
            case "actions", ("kind", str(name)):
                self.hint_kind(KIND_OF[name])
            case "tracks" | "strip", _key if text := sentence(self.look, key):
                self.desk.tell(text)
            case "board", ("persona", int(persona)):
                self.say_figures(of_persona(self.look, persona))
            case "file", _figure if key is not None:
                self.say_figures((key,))  # type: ignore[arg-type]
            case _:
                self.say_figures(asked(self.look, pane, key))

    def say_figures(self, figures: tuple[Figure, ...]) -> None:
        """The first of them on a line."""
        text = said(self.look, figures)
        if text:
            self.desk.tell(text)

    def action_why(self) -> None:
        """K: the number under the cursor in its parts."""
        room = self.desk
        pane = room.focused
        name = pane.id or "" if isinstance(pane, Pane) else ""
        look = self.deciding() if name == "actions" else self.look
        figures = asked(look, name, pane.key) if isinstance(pane, Pane) else ()
        if isinstance(pane, Pane) and sentence(look, pane.key):
            room.action_help()
        elif figures:
            room.app.push_screen(ExplainScreen(look, figures))
        else:
            text = _("No number is here. Put the cursor on a track, an action, a persona or a state.")
            room.tell(text, "alarm")

    def hint(self, look: Look, command: AnyCommand) -> None:
        """The odds of a command, or why not."""
        self.desk.tell(*self.toned(explain(look, weigh(look.view, command))))

    def hint_kind(self, kind: type[Command]) -> None:
        """Why a kind is not possible, or what it does."""
        found = targets(self.look, kind)
        if found:
            self.desk.tell(*self.toned(explain_kind(self.look, found)))

    @staticmethod
    def toned(told: Tell) -> tuple[str, str]:
        """A sentence and its tone."""
        return told[0], "alarm" if told[1] else "text"

    def on_pane_turned(self, message: Pane.Turned) -> None:
        """Left and right."""
        name = message.pane.id
        if name == "file":
            self.eye_on(self.look.beside(message.step))
        elif name == "journal":
            self.fold(message.pane.key)
        elif name == "actions" and message.step < 0:
            self.desk.action_back()

    def on_graph_pane_picked(self, message: GraphPane.Picked) -> None:
        """A node of the graph; a click on the one under the eye opens its file."""
        self.eye_on(message.persona)
        self.say_row("graph", None)
        if message.again:
            self.desk.go_tab(3)

    def on_map_pane_placed(self, message: MapPane.Placed) -> None:
        """Another state under the eye."""
        self.eye_at(message.zone)
        self.say_row("map", None)
