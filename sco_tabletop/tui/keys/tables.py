"""The keys of every screen, in tables: bindings, footer, palette and help are read from them, so they cannot
disagree.
"""

from __future__ import annotations

from typing import Final

import attrs
from textual.binding import Binding

from ...core.commands import EndTurn
from ..pane_keys import PANES
from ..text import later
from .entry import Entry, bindings, twin
from .turn import TURN_KINDS

HELP = Entry("f1", "help", later("help"), later("What this screen is and what its keys do."), 8, "F1")
QUIT = Entry("q", "leave", later("quit"), later("Quit. Everything decided is saved already."), 10, "Q")
PALETTE = Entry(
    "f8",
    "palette",
    later("commands"),
    later("All commands of this screen in one list; type to filter, Enter does one."),
    9,
    "F8",
)
SETTINGS = Entry(
    "f2", "settings", later("settings"), later("Colours, ASCII, motion, and the pace of bots."), 0, "F2"
)
EVERYWHERE: Final = (PALETTE, SETTINGS)
"""Bound by every screen besides its own keys."""
FIND = Entry("f5", "find", later("search"), later("Search the journal for a text."), 0, "F5")
BACK = Entry("escape,backspace", "back", later("back"), later("Back."), 5, "Esc ⌫")
PUBLIC = Entry(
    "f3",
    "public",
    later("public view"),
    later("What everybody may know, for a projector; at a shared keyboard this closes the curtain."),
    7,
    "F3",
)
PEOPLE = Entry(
    "f4",
    "people",
    later("table"),
    later("Somebody leaves the table or comes back; closes the curtain."),
    7,
    "F4",
)
RECALL = Entry(
    "u",
    "undo",
    later("undo the call"),
    later("Take the chair's call back, as long as nobody has decided since."),
    0,
    "U",
)
INBOX = Entry(
    "f7",
    "inbox",
    later("injects"),
    later("Every inject card so far, and all that was delivered to this view, to be read again."),
    0,
    "F7",
)
"""Bound by the application, so that it does the same on every screen of an exercise."""
CARDS: Final = attrs.evolve(INBOX, action="none")
FIGURES: Final = Entry(
    "0",
    "figures",
    later("figures"),
    later("To the figures over the panes: Left and Right from one to the next, K explains it."),
    0,
)
WHY = Entry("k", "why", later("why"), later("The number under the cursor: its parts, sum and rule."), 5)
MOVE: Final = Entry("up,down", "none", later("move"), later("Move the cursor."), 2, "▲ ▼")
DO: Final = Entry(
    "enter", "none", later("do it"), later("Do what the cursor stands on; Space does the same."), 1
)
ROOM: Final = (
    DO,
    Entry(
        "e", "kind('EndTurn')", later("end turn"), later("End the turn, or go on to what is next."), 2, "E"
    ),
    Entry(
        "u",
        "undo",
        later("undo"),
        later("Take back the last decision, if nothing was learned or rolled."),
        4,
        "U",
    ),
    Entry(
        "1,2,3,4,5,6,7,8",
        "none",
        later("panes"),
        later("1 map, 2 board, 3 file, 4 actions, 5 journal, 6 links, 7 levels, 8 the round."),
        3,
        "1-8",
    ),
    FIGURES,
    Entry("tab", "none", later("next pane"), later("Go to the next pane; with Shift to the one before."), 0),
    Entry(
        "left,right",
        "none",
        later("turn"),
        later("Another persona in the file, another state on the map, a journal entry open or closed."),
        0,
        "◂ ▸",
    ),
    WHY,
    Entry("f", "skip", later("skip"), later("Do not wait for the turns of the others."), 6, "F"),
    Entry(
        "h",
        "advice",
        later("staff"),
        later("In practice: what the staff recommends here, and why."),
        0,
        "H",
    ),
    Entry("i", "orient", later("about"), later("The goal and the words, on one page."), 0, "I"),
    Entry(
        "z",
        "eyes",
        later("other state"),
        later("If you play several states: look with the eyes of the next."),
        0,
        "Z",
    ),
    Entry(
        "escape,backspace",
        "back",
        later("back"),
        later("From a list of targets back to the actions."),
        0,
        "Esc ⌫",
    ),
    FIND,
    CARDS,
    attrs.evolve(PUBLIC, place=0),
    attrs.evolve(PEOPLE, place=0),
    HELP,
    QUIT,
)
CONFERENCE: Final = (
    DO,
    Entry("e", "on", later("go on"), later("To the decision that is due."), 2, "E"),
    Entry(
        "1,2,3,4,5,6,7,8",
        "none",
        later("panes"),
        later("1 map, 2 board, 3 file, 4 conference, 5 journal, 6 links, 7 levels, 8 the round."),
        5,
        "1-8",
    ),
    Entry("t", "timer", later("timer"), later("Start or stop a timer for the talk; it reminds."), 4, "T"),
    Entry("z", "own", later("own view"), later("The chair looks into the own room first."), 0, "Z"),
    RECALL,
    WHY,
    Entry("f", "skip", later("skip"), later("Do not wait for the turns of bots."), 6, "F"),
    FIGURES,
    Entry("tab", "none", later("next pane"), later("Go to the next pane; with Shift to the one before."), 0),
    Entry("escape,backspace", "back", later("back"), later("Back to the conference."), 0, "Esc ⌫"),
    FIND,
    CARDS,
    attrs.evolve(PEOPLE, place=3),
    HELP,
    QUIT,
)
CURTAIN: Final = (
    Entry("1,2,3,4,5,6,7,8", "none", later("open"), later("The player who is named opens it."), 1, "1-8"),
    PUBLIC,
    PEOPLE,
    RECALL,
    attrs.evolve(BACK, place=0, sentence=later("Leave the PIN and begin again.")),
    HELP,
    QUIT,
)
TRY_PIN = Entry("enter", "none", later("try"), later("Try the PIN."), 1)
ASKING: Final = (
    TRY_PIN,
    Entry("0,1,2,3,4,5,6,7,8,9", "none", later("PIN"), later("Type the own PIN."), 2, "0-9"),
    attrs.evolve(BACK, place=3, sentence=later("Leave the PIN and begin again.")),
    *CURTAIN[1:4],
    HELP,
    QUIT,
)
"""The curtain while it asks for a PIN: the same keys, and digits are no players."""
BRIEF: Final = (
    Entry("enter", "none", later("go on"), later("Go on to the room."), 1),
    Entry("up,down", "none", later("scroll"), later("Scroll."), 2, "▲ ▼"),
    PUBLIC,
    HELP,
    QUIT,
)
ORIENT: Final = (BRIEF[0], BACK, HELP, QUIT)
TABLE: Final = (
    Entry("enter", "none", later("choose"), later("Do what the cursor stands on."), 1),
    MOVE,
    BACK,
    HELP,
    QUIT,
)
TITLE: Final = (
    Entry("enter", "none", later("choose"), later("Choose what the cursor stands on."), 1),
    MOVE,
    HELP,
    QUIT,
)
SETUP: Final = (
    Entry("enter", "none", later("choose"), later("On the first line: start. Elsewhere: change it."), 1),
    Entry("up,down", "none", later("move"), later("Move between the lines."), 2, "▲ ▼"),
    Entry("left,right", "none", later("change"), later("Change a line."), 3, "◂ ▸"),
    Entry("0,1,2,3,4,5,6,7,8,9", "none", later("type"), later("Type a seed, a name or a PIN."), 0, "A-Z"),
    BACK,
    HELP,
    QUIT,
)
CARD: Final = (
    Entry("enter", "none", later("acknowledge"), later("Acknowledge the card, or choose the option."), 1),
    Entry("up,down", "none", later("move"), later("Move between the options, or scroll."), 2, "▲ ▼"),
    HELP,
    QUIT,
)
DILEMMA: Final = (
    Entry("enter", "none", later("choose"), later("Choose the option under the cursor."), 1),
    *CARD[1:],
)
STRIKE: Final = (
    Entry("enter", "none", later("go on"), later("Go on; while the teams strike: show all at once."), 1),
    HELP,
    QUIT,
)
REPLAY: Final = (
    Entry(
        "left,right",
        "none",
        later("step"),
        later("Back or on by one decision; in file and links by persona, in the review by chapter."),
        1,
        "◂ ▸",
    ),
    Entry("n", "seek('round')", later("next round"), later("To the beginning of the next round."), 0, "N"),
    Entry("p", "back_round", later("round back"), later("To the beginning of a round before."), 0, "P"),
    Entry("i", "seek('inject')", later("inject"), later("To the next inject."), 0, "I"),
    Entry("m", "seek('naming')", later("naming"), later("To the next naming."), 0, "M"),
    Entry("h", "seek('hour')", later("H-hour"), later("To the next call, decision or strike."), 0, "H"),
    Entry("z", "eyes", later("other eyes"), later("Look with the eyes of the next seat."), 2, "Z"),
    Entry("t", "truth", later("truth"), later("With the truth, or without; after EndEx only."), 3, "T"),
    Entry("s,f5", "find", later("search"), later("Search the log for a text."), 5, "S"),
    Entry("b", "branch", later("branch"), later("What if: play on from here in a new save."), 4, "B"),
    Entry(
        "o",
        "odds",
        later("odds"),
        later("Let bots play the rest from here 100 times; in 5 from the beginning of each round."),
        0,
        "O",
    ),
    Entry(
        "c", "compare", later("compare"), later("Percentiles against 200 bot exercises of this deal."), 0, "C"
    ),
    attrs.evolve(WHY, place=6),
    Entry("w", "write", later("write report"), later("Write the report as HTML and Markdown."), 7, "W"),
    Entry(
        "1,2,3,4,5,6,7",
        "none",
        later("panes"),
        later("1 log, 2 board, 3 file, 4 tracks, 5 curves, 6 review, 7 links."),
        0,
        "1-7",
    ),
    Entry("enter", "none", later("open"), later("Go to the line; from a figure to its lines of the log."), 0),
    Entry("escape,backspace", "back", later("back"), later("Close the replay."), 8, "Esc ⌫"),
    HELP,
    QUIT,
)
SEARCH: Final = (
    Entry("enter", "none", later("search"), later("Go to the next line that has the text."), 1),
    Entry(
        "escape",
        "back",
        later("back"),
        later("Back without searching; an empty text does the same."),
        2,
        "Esc",
    ),
    HELP,
)
SAVES: Final = (
    Entry("enter", "none", later("replay"), later("Replay the exercise under the cursor."), 1),
    MOVE,
    BACK,
    HELP,
    QUIT,
)
END: Final = (
    Entry("up,down", "none", later("scroll"), later("Scroll."), 1, "▲ ▼"),
    Entry(
        "enter",
        "title",
        later("go on"),
        later("Read on; from the end of the page back to the title screen."),
        2,
    ),
    Entry("r", "replay", later("replay"), later("Replay it, with the after-action review."), 4, "R"),
    Entry("j", "journal", later("room"), later("Back into the room, to read board and journal."), 3, "J"),
    CARDS,
    HELP,
    QUIT,
)
READ: Final = (
    Entry("up,down", "none", later("scroll"), later("Scroll; Page Up and Page Down by a screen."), 1, "▲ ▼"),
    BACK,
    Entry("f1", "help", later("rule book"), later("Open the rule book at the rule that is named."), 6, "F1"),
)
BOOK: Final = (
    *READ[:2],
    attrs.evolve(FIND, place=2, sentence=later("Search the rule book; again: the next place.")),
)
LIST: Final = (
    Entry("enter", "none", later("do it"), later("Do what the cursor stands on."), 1),
    MOVE,
    Entry(
        "escape,backspace", "back", later("back"), later("Back; Backspace takes a letter first."), 3, "Esc ⌫"
    ),
)
CHOICES: Final = (
    Entry("left,right", "none", later("change"), later("Change the line; so does Enter."), 1, "◂ ▸"),
    MOVE,
    BACK,
    HELP,
)
CONFIRM: Final = (
    Entry("y,e", "yes", later("yes"), later("Yes, do it."), 1, "Y"),
    Entry("n,escape,backspace", "no", later("no"), later("No, leave it."), 2, "N"),
    Entry("enter", "none", later("choose"), later("Take the answer under the cursor; No at first."), 3),
    HELP,
)


def room_bindings() -> list[Binding]:
    """The room's own keys, the panes by number, and a letter for each kind of action."""
    kinds = [
        Binding(twin(letter), f"kind('{kind.__name__}')", show=False)
        for letter, kind in TURN_KINDS
        if kind is not EndTurn
    ]
    panes = [Binding(str(n), f"pane({n})", show=False) for n in PANES]
    return [*bindings((*ROOM, *EVERYWHERE)), *kinds, *panes]


def conference_bindings() -> list[Binding]:
    """The public room: its own keys and the panes; no letter of a turn."""
    panes = [Binding(str(n), f"pane({n})", show=False) for n in PANES]
    return [*bindings((*CONFERENCE, *EVERYWHERE)), *panes]


def replay_bindings() -> list[Binding]:
    """The keys of the replay, and its panes by number."""
    return [*bindings(REPLAY), *(Binding(str(n), f"tab({n})", show=False) for n in range(1, 8))]
