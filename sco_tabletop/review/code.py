"""The challenge code: one short string for deck, version, difficulty, options and seed.

`first-watch-standard-7H2K-0A1R9XG`: deck and difficulty as words, a mark of the deck's version, then options,
seed and a check, in 32 letters without I, L, O and U; whoever types it may use small letters, and O for 0,
I or L for 1. Knows strings only; finding the deck is the caller's.
"""

from __future__ import annotations

import re
from hashlib import sha256
from typing import Final

import attrs

from ..i18n import _
from ..record.save import Header

LETTERS: Final = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
MARK: Final = 4
CHECK: Final = 3
TIERS: Final = ("random", "rookie", "analyst", "veteran", "oracle")
"""Never reordered: a code holds the place of a tier. A new one goes to the end."""
_SHAPE: Final = re.compile(rf"(.+)-([a-z]+)-([0-9a-z]{{{MARK}}})-([0-9a-z]{{7,40}})")


class CodeError(Exception):
    """A code that is none; its text is one sentence with a way out."""


@attrs.frozen
class Challenge:
    """What a code says. `mark` is the version of the deck, `people` a mask of the zones that people play."""

    deck: str
    difficulty: str
    mark: str
    seed: int
    people: int
    tier: str
    practice: bool


def mark_of(deck_digest: str) -> str:
    """Four letters that tell versions of a deck apart."""
    return hashed(deck_digest, MARK)


def hashed(text: str, width: int) -> str:
    """So many letters that another text hardly shares."""
    return letters(int(sha256(text.encode()).hexdigest()[:10], 16) % 32**width, width)


def letters(number: int, width: int = 1) -> str:
    """A number in the 32 letters, at least `width` of them."""
    text = ""
    while number or len(text) < width:
        text = LETTERS[number & 31] + text
        number >>= 5
    return text


def number(text: str) -> int:
    """The number that letters stand for. Raises CodeError."""
    value = 0
    for letter in plain(text):
        if letter not in LETTERS:
            raise CodeError(_("There is no letter '{letter}' in a challenge code.").format(letter=letter))
        value = value << 5 | LETTERS.index(letter)
    return value


def plain(text: str) -> str:
    """Capital letters, what is easily taken for another put right."""
    return text.upper().replace("O", "0").replace("I", "1").replace("L", "1")


def encode(challenge: Challenge) -> str:
    """The code of a challenge: options with the count of the seed's letters, seed, zones, check."""
    options = TIERS.index(challenge.tier) << 1 | challenge.practice
    seed = letters(challenge.seed)
    body = letters(options << 4 | len(seed), 2) + seed + letters(challenge.people)
    head = f"{challenge.deck.lower()}-{challenge.difficulty}-{challenge.mark}-{body}"
    return head + hashed(head, CHECK)


def looks_like(text: str) -> bool:
    """True if the text has the shape of a code; whether it is one, `decode` says."""
    return _SHAPE.fullmatch(text.lower()) is not None


def decode(text: str) -> Challenge:
    """The challenge that a code stands for. Raises CodeError when it is mistyped or from a newer program."""
    found = _SHAPE.fullmatch(text.lower().strip())
    if found is None:
        raise CodeError(_("'{code}' is not a challenge code; copy it whole.").format(code=text))
    deck, difficulty, mark, body = found.groups()
    mark, body = plain(mark), plain(body)
    head = f"{deck}-{difficulty}-{mark}-{body[:-CHECK]}"
    if hashed(head, CHECK) != body[-CHECK:]:
        raise CodeError(_("'{code}' is mistyped: its check does not fit; copy it again.").format(code=text))
    options, count = number(body[:2]) >> 4, number(body[:2]) & 15
    tier = options >> 1
    if tier >= len(TIERS):
        raise CodeError(_("'{code}' needs a newer version of SCO Tabletop.").format(code=text))
    seed, people = body[2 : 2 + count], body[2 + count : -CHECK]
    return Challenge(
        deck, difficulty, mark, number(seed), number(people), TIERS[tier], practice=bool(options & 1)
    )


def challenge_of(header: Header) -> Challenge:
    """The challenge that a save was an answer to."""
    bots = [seat.player for seat in header.seats if seat.kind == "bot" and seat.player in TIERS]
    return Challenge(
        deck=header.deck,
        difficulty=header.scenario.difficulty,
        mark=mark_of(header.deck_digest),
        seed=header.seed,
        people=sum(1 << seat.zone for seat in header.seats if seat.kind == "human"),
        tier=bots[0] if bots else "analyst",
        practice=header.practice,
    )
