"""What every event declares: who is told, whether it reveals, rolls, or hands over.

No default: an event class that leaves one out does not type-check and does not run. An event changes the
public board, the seat of its own `zone`, and the secret part - each through one method.
"""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING, ClassVar

from ..board import Public
from ..seat import Seat

if TYPE_CHECKING:
    from ..secret import Secret


class Told(Enum):
    """Who is told an event (R3.12)."""

    PUBLIC = "public"
    ZONE = "zone"
    NOBODY = "nobody"


class Event:
    """Something that happened. Subclasses are frozen attrs classes with numbers for ids.

    `told`: everybody, only the zone in the field `zone`, or nobody. `reveals`: somebody knows more after it.
    `rolls`: it rests on dice. `hands_over`: another decision, perhaps another seat, is due.
    The last three together are the undo barrier.
    """

    told: ClassVar[Told]
    reveals: ClassVar[bool]
    rolls: ClassVar[bool]
    hands_over: ClassVar[bool]
    touches_public: ClassVar[bool]
    touches_seat: ClassVar[bool]
    touches_secret: ClassVar[bool]

    def __init_subclass__(cls, *, told: Told, reveals: bool, rolls: bool, hands_over: bool) -> None:
        cls.told, cls.reveals, cls.rolls, cls.hands_over = told, reveals, rolls, hands_over
        cls.touches_public = cls.on_public is not Event.on_public
        cls.touches_seat = cls.on_seat is not Event.on_seat
        cls.touches_secret = cls.on_secret is not Event.on_secret
        if (told is Told.ZONE or cls.touches_seat) and "zone" not in cls.__annotations__:
            raise TypeError(f"{cls.__name__}: an event told to a zone needs the field 'zone'")
        if told is not Told.PUBLIC and cls.touches_public:
            raise TypeError(f"{cls.__name__}: only public events change the public board")
        if told is Told.NOBODY and cls.touches_seat:
            raise TypeError(f"{cls.__name__}: a secret event changes no seat")

    def on_public(self, public: Public) -> None:
        """Change the public board."""

    def on_seat(self, seat: Seat) -> None:
        """Change the seat of `self.zone`."""

    def on_secret(self, secret: Secret) -> None:
        """Change the secret part."""
