"""The facilitator's part of the one registry of keys; what it is made of and how it binds is in `keys`."""

from __future__ import annotations

from typing import Final

import attrs
from textual.binding import Binding

from .keys import BACK, HELP, INBOX, QUIT, TRY_PIN, Entry, bindings
from .text import later

SWITCH = Entry(
    "f9",
    "switch",
    later("console"),
    later("Facilitated exercise: between the facilitator's console (PIN) and the public view."),
    6,
    "F9",
)
OBSERVE = Entry(
    "f6",
    "observe",
    later("observe"),
    later("Write down an observation, from everywhere in the console."),
    4,
    "F6",
)
ANYWHERE: Final = (SWITCH, INBOX, OBSERVE)
"""Bound by the application, so that they do the same on every screen of a facilitated exercise."""

TO_PUBLIC = attrs.evolve(SWITCH, label=later("public"))
MOVE = Entry("up,down", "none", later("move"), later("Move the cursor, or scroll."), 0, "▲ ▼")
ON_BACK = attrs.evolve(BACK, place=5)
LEAVE = attrs.evolve(BACK, place=3)
"""Where injects are read again, Esc leaves as Enter does."""

CONSOLE: Final = (
    Entry(
        "enter",
        "none",
        later("do it"),
        later("Release the inject under the cursor; of one that is out: complete it."),
        1,
    ),
    Entry("e", "decide", later("decision"), later("Enter the decision that is due, as called out."), 2, "E"),
    Entry("t", "time", later("pause"), later("Stop exercise time, or let it go on."), 5, "T"),
    attrs.evolve(OBSERVE, action="none", place=3),
    attrs.evolve(TO_PUBLIC, action="none", place=4),
    Entry("r", "release", later("release"), later("Release the inject; asks if it is not due yet."), 0, "R"),
    Entry("b", "release_to", later("to others"), later("Release it to zones that you choose."), 0, "B"),
    Entry("h", "hold", later("hold"), later("Hold it: it is not due until it is set free."), 6, "H"),
    Entry("f", "free", later("free"), later("Set a held or skipped inject free."), 0, "F"),
    Entry("k", "skip", later("skip"), later("Skip it, with a reason for the report."), 0, "K"),
    Entry("p", "postpone", later("postpone"), later("Postpone it, or all that wait."), 0, "P"),
    Entry("c", "complete", later("complete"), later("What really happened, and which branch."), 0, "C"),
    Entry("a", "compose", later("ad hoc"), later("Write an inject now, for the zones you choose."), 7, "A"),
    Entry(
        "x", "pool", later("pool"), later("Go to the contingency injects; the fitting class first."), 0, "X"
    ),
    Entry("s", "start", later("StartEx"), later("The pre-flight, and StartEx from there."), 0, "S"),
    Entry("d", "end", later("EndEx"), later("End the exercise now; asks first."), 0, "D"),
    Entry("v", "truth", later("truth"), later("The network beside what each zone knows."), 0, "V"),
    Entry("l", "people", later("participants"), later("Who takes part, with roles."), 0, "L"),
    Entry("n", "notes", later("notes"), later("Observations and called-out decisions so far."), 0, "N"),
    Entry("w", "rewind", later("rewind"), later("Take the exercise back; asks first."), 0, "W"),
    Entry("m", "ratings", later("ratings"), later("Rate the critical tasks."), 0, "M"),
    Entry("u", "hotwash", later("hot wash"), later("The questions of the hot wash, with notes."), 0, "U"),
    Entry("j", "plan", later("plan"), later("The improvement plan."), 0, "J"),
    attrs.evolve(INBOX, action="none", place=0, sentence=later("What a zone got so far, for showing it.")),
    Entry(
        "1,2,3,4,5,6",
        "none",
        later("panes"),
        later("1 now, 2 next, 3 done, 4 pool, 5 course, 6 inject."),
        0,
        "1-6",
    ),
    Entry("tab", "none", later("next pane"), later("Go to the next pane; with Shift to the one before."), 0),
    MOVE,
    HELP,
    QUIT,
)
"""The console. Its letters stand for the inject under the cursor, or for a page of the console."""
AFTER_ENDEX: Final = {"hotwash": 1, "ratings": 2, "plan": 3, "decide": 0, "time": 0, "hold": 0, "compose": 0}
"""Where keys of the console stand in its footer once the exercise is over."""

PAGE: Final = (
    Entry("enter", "none", later("choose"), later("Do what the cursor stands on."), 1),
    MOVE,
    attrs.evolve(OBSERVE, action="none", place=3),
    attrs.evolve(TO_PUBLIC, action="none", place=4),
    ON_BACK,
    HELP,
    QUIT,
)
"""A page of the console that is read, or a list of which one line is taken."""

TRUTH: Final = (attrs.evolve(MOVE, place=1), *PAGE[2:])
"""A page of the console on which there is nothing to choose."""
RECORDS: Final = (
    *PAGE[:2],
    Entry("x", "drop", later("drop"), later("A record that was a slip no longer counts."), 2, "X"),
    attrs.evolve(OBSERVE, action="none", place=0),
    *PAGE[3:],
)
HOTWASH: Final = (
    *RECORDS[:1],
    Entry("1,2,3,4", "none", later("note"), later("A note to the question with this number."), 2, "1-4"),
    *RECORDS[1:],
)
FIELDS: Final = (
    Entry("enter", "none", later("next line"), later("On to the next line; on a command: do it."), 1),
    Entry("f5", "do", later("done"), later("Do it, wherever the cursor stands."), 2, "F5"),
    Entry("left,right", "none", later("turn"), later("Turn a choice, or move within a text."), 3, "◂ ▸"),
    attrs.evolve(MOVE, place=4),
    attrs.evolve(BACK, sentence=later("Leave it without doing it; in a text Backspace takes a letter.")),
    HELP,
)
PIN: Final = (
    TRY_PIN,
    Entry("0,1,2,3,4,5,6,7,8,9", "none", later("PIN"), later("Type the PIN of the console."), 2, "0-9"),
    BACK,
    HELP,
    QUIT,
)
TALK: Final = (
    Entry("left,right", "turn", later("inject"), later("To the inject before, or the next one."), 1, "◂ ▸"),
    MOVE,
    Entry("t", "timer", later("timer"), later("Start or stop a timer for the talk; it reminds."), 3, "T"),
    Entry("enter", "none", later("title"), later("After EndEx: back to the title."), 0),
    Entry(
        "o",
        "own",
        later("own injects"),
        later("A player reads what came to the own zone alone; everybody else looks away."),
        4,
        "O",
    ),
    attrs.evolve(SWITCH, action="none", place=2),
    attrs.evolve(INBOX, action="none"),
    HELP,
    QUIT,
)
OWN: Final = (
    Entry("1,2,3,4,5,6,7,8", "none", later("player"), later("Whose injects; then the PIN."), 1, "1-8"),
    Entry("enter", "enter", later("go on"), later("Try the PIN; when all is read, close the curtain."), 2),
    attrs.evolve(MOVE, place=0),
    ON_BACK,
    attrs.evolve(SWITCH, action="none", place=3),
    HELP,
    QUIT,
)
"""Where a player reads the own injects in an exercise that is talked over."""
CALLED: Final = (
    Entry(
        "escape,backspace",
        "back",
        later("back"),
        later("From the targets to the actions; from there to the console."),
        5,
        "Esc ⌫",
    ),
    attrs.evolve(OBSERVE, action="none", place=0),
)
"""What the room of a zone has besides its own keys when its decisions are called out."""
IN_ROOM: Final = (attrs.evolve(SWITCH, action="none"), attrs.evolve(INBOX, action="none", place=5))
"""What every room has besides its own keys in a facilitated exercise."""
IN_PUBLIC: Final = (attrs.evolve(IN_ROOM[0], place=2), IN_ROOM[1])
"""The same where everybody looks: there the console is two steps away."""


def staffed(entries: tuple[Entry, ...], at: int, more: tuple[Entry, ...] = IN_ROOM) -> tuple[Entry, ...]:
    """The keys of a screen with more of them from a place on; none stands there twice."""
    keys = {entry.key for entry in more}
    first, rest = (tuple(e for e in part if e.key not in keys) for part in (entries[:at], entries[at:]))
    return (*first, *more, *rest)


def talk_bindings() -> list[Binding]:
    """The keys of the discussion: left and right are told apart."""
    turns = [Binding("left", "turn(-1)", show=False), Binding("right", "turn(1)", show=False)]
    return [*bindings(tuple(entry for entry in TALK if entry.action != "turn")), *turns]


def console_bindings() -> list[Binding]:
    """The keys of the console, and its panes by number."""
    return [*bindings(CONSOLE), *(Binding(str(n), f"pane({n})", show=False) for n in range(1, 7))]


def anywhere_bindings() -> list[Binding]:
    """The keys that do the same on every screen of a facilitated exercise."""
    return [Binding(entry.key, entry.action, show=False, priority=True) for entry in ANYWHERE]
