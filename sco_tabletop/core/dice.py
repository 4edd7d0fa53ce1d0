"""Seeded dice in named streams (R1.5).

Knows integers only. A draw is a pure function of (seed, fork, stream, position), so one more roll in one
stream never shifts the dice of another, in any process and on any Python.
"""

from __future__ import annotations

from collections.abc import MutableSequence, Sequence
from hashlib import sha256
from typing import Final, TypeVar

T = TypeVar("T")

_MASK: Final = (1 << 64) - 1
_GAMMA: Final = 0x9E3779B97F4A7C15


def stream_key(seed: int, fork: int, name: str) -> int:
    """The 64-bit key of one stream; `fork` counts the rewinds that made new dice (undo in practice mode)."""
    return int.from_bytes(sha256(f"{seed}/{fork}/{name}".encode()).digest()[:8], "big")


def draw(key: int, position: int) -> int:
    """Draw number `position` of a stream: 64 uniform bits (the SplitMix64 finaliser over a counter)."""
    z = (key + (position + 1) * _GAMMA) & _MASK
    z = ((z ^ (z >> 30)) * 0xBF58476D1CE4E5B9) & _MASK
    z = ((z ^ (z >> 27)) * 0x94D049BB133111EB) & _MASK
    return z ^ (z >> 31)


class Dice:
    """One stream at a position. `position` counts the draws made so far."""

    __slots__ = ("_key", "position")

    def __init__(self, key: int, position: int = 0) -> None:
        self._key = key
        self.position = position

    def below(self, n: int) -> int:
        """A uniform whole number in 0..n-1 (n >= 1); exact, by rejection."""
        limit = _MASK + 1 - (_MASK + 1) % n
        while True:
            bits = draw(self._key, self.position)
            self.position += 1
            if bits < limit:
                return bits % n

    def chance(self, percent: int) -> bool:
        """True with `percent` per cent. Always one draw, so certain and impossible rolls cost the same."""
        return self.below(100) < percent

    def pick(self, choices: Sequence[T]) -> T:
        """One of the choices, each equally likely."""
        return choices[self.below(len(choices))]

    def shuffle(self, items: MutableSequence[T]) -> None:
        """Fisher-Yates in place."""
        for i in range(len(items) - 1, 0, -1):
            j = self.below(i + 1)
            items[i], items[j] = items[j], items[i]
