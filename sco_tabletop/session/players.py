"""The people at the table: their names, their zones, who has left and who may come back.

Knows seats and names; must not know the state of the exercise or any screen.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Mapping
from typing import Final

import attrs

from ..bots.policy import TIERS
from ..core.scenario import Scenario
from ..i18n import _
from ..record.save import Entry, Header, PlayerLine, SeatLine, SeatsChanged
from . import pins
from .seats import HUMAN, other_seat

LEAST, MOST = 2, 8
"""People of a hot-seat exercise."""
LONGEST: Final = 16
FACILITATOR: Final = "facilitator"
RESERVED: Final = frozenset({*TIERS, "rookie", "veteran", "oracle", "player", "nobody", FACILITATOR})
"""Words that stand in the log where a player's name stands."""


class TableError(ValueError):
    """People and zones do not fit together; the text is one sentence with a way out."""


@attrs.frozen
class Roster:
    """Who sits where now. `players` in the order of their keys; `home` the seats of the start; `away` the
    names of those who left."""

    players: tuple[PlayerLine, ...]
    home: tuple[SeatLine, ...]
    seats: tuple[SeatLine, ...]
    away: frozenset[str] = frozenset()

    @property
    def shared(self) -> bool:
        """True for a hot-seat exercise."""
        return len(self.players) > 1

    @property
    def present(self) -> tuple[str, ...]:
        """Names of those at the table, in order."""
        return tuple(p.name for p in self.players if p.name not in self.away)

    def zones_of(self, name: str) -> tuple[int, ...]:
        """The zones that a player has now."""
        return tuple(seat.zone for seat in self.seats if seat.kind == HUMAN and seat.player == name)

    def player_of(self, zone: int) -> str:
        """Who plays a zone; empty if no person does."""
        return next((s.player for s in self.seats if s.zone == zone and s.kind == HUMAN), "")

    def number_of(self, name: str) -> int:
        """The key of a player, counted from 1."""
        return 1 + [p.name for p in self.players].index(name)

    def pin_of(self, name: str) -> str:
        """What is kept of a player's PIN; empty if there is none."""
        return next((p.pin for p in self.players if p.name == name), "")

    def check_leaving(self, name: str, to: str, pin: str) -> None:
        """Raises TableError if a player cannot leave, or not to `to` with that PIN."""
        if not self.shared or name not in self.present:
            raise TableError(_("{name} is not at the table.").format(name=name))
        if to and (to == name or to not in self.present):
            raise TableError(_("{name} is not at the table.").format(name=to))
        if to and not pins.fits(pin, self.pin_of(name)):
            raise TableError(_("That is not the PIN of {name}.").format(name=name))

    def check_return(self, name: str, pin: str) -> None:
        """Raises TableError if a player has not left, or it is not that player's PIN."""
        if name not in self.away:
            raise TableError(_("{name} has not left.").format(name=name))
        if not pins.fits(pin, self.pin_of(name)):
            raise TableError(_("That is not the PIN of {name}.").format(name=name))

    def without(self, name: str, to: str, tier: str) -> tuple[SeatLine, ...]:
        """The seats when a player leaves: his zones go to the player `to`, or to bots of `tier` (STANDS_BY:
        to nobody) if `to` is empty."""
        return tuple(
            seat
            if seat.kind != HUMAN or seat.player != name
            else SeatLine(seat.zone, to, HUMAN)
            if to
            else other_seat(seat.zone, tier)
            for seat in self.seats
        )

    def with_back(self, name: str) -> tuple[SeatLine, ...]:
        """The seats when he comes back: the zones he had at the start are his again."""
        own = {seat.zone for seat in self.home if seat.kind == HUMAN and seat.player == name}
        return tuple(SeatLine(s.zone, name, HUMAN) if s.zone in own else s for s in self.seats)


def roster_of(header: Header, standing: Iterable[Entry] = ()) -> Roster:
    """Who sits where after these entries."""
    seats, away = header.seats, set[str]()
    for entry in standing:
        if isinstance(entry, SeatsChanged):
            seats = entry.seats
            away = away | {entry.player} if entry.away else away - {entry.player}
    people = header.players or tuple(
        PlayerLine(name) for name in dict.fromkeys(s.player for s in header.seats if s.kind == HUMAN)
    )
    return Roster(people, header.seats, seats, frozenset(away))


def check_name(name: str, taken: Iterable[str] = ()) -> str:
    """A name without blanks around it, in one way of writing its accents. Raises TableError if it cannot be
    one; what cannot be printed is not repeated."""
    name = unicodedata.normalize("NFC", " ".join(name.split()))
    if not name or len(name) > LONGEST or not name.isprintable():
        shown = "".join(letter if letter.isprintable() else "?" for letter in name[: LONGEST + 1])
        shown = f"{shown[:LONGEST]}…" if len(name) > LONGEST else shown
        sentence = _("A player's name has 1 to {most} letters, not '{name}'.")
        raise TableError(sentence.format(most=LONGEST, name=shown))
    if name.casefold() in RESERVED:
        raise TableError(_("'{name}' cannot be a player's name; choose another.").format(name=name))
    if name.casefold() in {other.casefold() for other in taken}:
        raise TableError(_("Two players are called '{name}'; choose another name.").format(name=name))
    return name


def parse_players(text: str, scenario: Scenario, least: int = LEAST) -> dict[str, tuple[int, ...]]:
    """Names with their zones, from "Ana:KGZ,TJK;Bo:RUS", at least so many. Raises TableError."""
    codes = [zone.id for zone in scenario.zones]
    found: dict[str, tuple[int, ...]] = {}
    for part in text.split(";"):
        name, colon, zones = part.partition(":")
        name = check_name(name, found)
        asked = [code.strip().upper() for code in zones.split(",")]
        unknown = [code for code in asked if code not in codes]
        if not colon or unknown:
            sentence = _("'{part}': a player is written NAME:ZONE,ZONE; the zones are {known}.")
            raise TableError(sentence.format(part=part.strip(), known=", ".join(codes)))
        for code in asked:
            if asked.count(code) > 1:
                sentence = _("{zone} stands twice with {name}; once is enough.")
                raise TableError(sentence.format(zone=code, name=name))
        found[name] = tuple(sorted(codes.index(code) for code in asked))
    check_table(found, scenario, least)
    return found


def check_table(players: Mapping[str, tuple[int, ...]], scenario: Scenario, least: int = LEAST) -> None:
    """Two (`least`) to eight players, each with a zone, no zone twice. Raises TableError."""
    if not least <= len(players) <= MOST:
        sentence = _("A hot-seat exercise has {least} to {most} players, not {count}.")
        raise TableError(sentence.format(least=least, most=MOST, count=len(players)))
    owner: dict[int, str] = {}
    for name, zones in players.items():
        if not zones:
            raise TableError(_("{name} has no zone; give one, or leave the name out.").format(name=name))
        for zone in zones:
            if zone in owner:
                sentence = _("{zone} is given to {one} and to {two}; a zone has one player.")
                raise TableError(sentence.format(zone=scenario.zones[zone].name, one=owner[zone], two=name))
            owner[zone] = name


def shared_seats(
    scenario: Scenario, players: Mapping[str, tuple[int, ...]], bots: str
) -> tuple[SeatLine, ...]:
    """The seats of a hot-seat exercise; zones without a player go to bots, or stand by for STANDS_BY."""
    owner = {zone: name for name, zones in players.items() for zone in zones}
    return tuple(
        SeatLine(zone, owner[zone], HUMAN) if zone in owner else other_seat(zone, bots)
        for zone in range(len(scenario.zones))
    )


def player_lines(players: Iterable[str], pin_by_name: Mapping[str, str]) -> tuple[PlayerLine, ...]:
    """Players as the save keeps them, their PINs as salted slow hashes."""
    return tuple(PlayerLine(name, pins.kept(pin_by_name.get(name, ""))) for name in players)
