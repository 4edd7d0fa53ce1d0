"""The one registry of keys: bindings, footer, palette and help are read from it, so they cannot disagree."""

from .entry import ALWAYS, FIRST, FOOTER_KEYS, LATIN, RUSSIAN, Entry, bindings, footer, twin
from .tables import (
    BACK,
    BOOK,
    BRIEF,
    CARD,
    CHOICES,
    CONFERENCE,
    CONFIRM,
    CURTAIN,
    DILEMMA,
    END,
    EVERYWHERE,
    FIND,
    HELP,
    INBOX,
    LIST,
    ORIENT,
    PALETTE,
    PEOPLE,
    PUBLIC,
    QUIT,
    READ,
    RECALL,
    REPLAY,
    ROOM,
    SAVES,
    SEARCH,
    SETTINGS,
    SETUP,
    STRIKE,
    TABLE,
    TITLE,
    conference_bindings,
    replay_bindings,
    room_bindings,
)
from .turn import KIND_OF, LETTER_OF, TURN_KINDS

__all__ = [
    "ALWAYS", "BACK", "BOOK", "BRIEF", "CARD", "CHOICES", "CONFERENCE", "CONFIRM", "CURTAIN",
    "DILEMMA", "END", "EVERYWHERE", "FIND", "FIRST", "FOOTER_KEYS", "HELP", "INBOX", "KIND_OF", "LATIN",
    "LETTER_OF", "LIST", "ORIENT", "PALETTE", "PEOPLE", "PUBLIC", "QUIT", "READ", "RECALL", "REPLAY", "ROOM",
    "RUSSIAN", "SAVES", "SEARCH", "SETTINGS", "SETUP", "STRIKE", "TABLE", "TITLE", "TURN_KINDS",
    "Entry", "bindings", "conference_bindings", "footer", "replay_bindings", "room_bindings",
    "twin",
]  # fmt: skip
