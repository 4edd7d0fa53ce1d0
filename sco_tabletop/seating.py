"""The table as the command line asks for it: zones, players, bots, chair, timer, PINs.

Turns options into the values of `session.begin`; mistakes are TableErrors, one sentence each.
"""

from __future__ import annotations

import argparse
import getpass
import sys
from typing import Final

from .core.scenario import Scenario
from .core.words import ChairRule
from .i18n import _
from .session import pins
from .session.begin import DEFAULT_TIER, LONGEST_TIMER, TIER_NAMES, Table
from .session.players import TableError, parse_players
from .session.seats import STANDS_BY, solo_zones

NOBODY: Final = "nobody"


def table_of(scenario: Scenario, arguments: argparse.Namespace) -> Table:
    """What the options say about the table. Raises TableError."""
    chair, fixed = chair_of(scenario, arguments.chair)
    players = parse_players(arguments.players, scenario) if arguments.players is not None else {}
    alone = () if chair is ChairRule.COMMANDER else solo_zones(scenario)
    return Table(
        players=players,
        zones=zones_of(scenario, arguments.seats) if arguments.seats is not None else alone,
        bots=bots_of(arguments.bots),
        chair=chair,
        fixed=fixed,
        timer=timer_of(arguments.timer),
        pins=ask_pins(tuple(players)) if arguments.pins else {},
    )


def zones_of(scenario: Scenario, seats: str) -> tuple[int, ...]:
    """The zones named in --seats."""
    if seats == "all":
        return tuple(range(len(scenario.zones)))
    return tuple(sorted({zone_of(scenario, part) for part in seats.split(",")}))


def zone_of(scenario: Scenario, code: str) -> int:
    """The zone with this code, in capitals or not."""
    ids = [zone.id for zone in scenario.zones]
    if code.strip().upper() not in ids:
        sentence = _("There is no zone '{zone}' in {deck}; there are: {known}.")
        raise TableError(sentence.format(zone=code.strip().upper(), deck=scenario.deck, known=", ".join(ids)))
    return ids.index(code.strip().upper())


def chair_of(scenario: Scenario, text: str | None) -> tuple[ChairRule, int]:
    """The rule for the chair, and the zone that keeps it if it is fixed."""
    name, _colon, zone = (text or "rotating").partition(":")
    if name == "fixed" and zone:
        return ChairRule.FIXED, zone_of(scenario, zone)
    rules = {"rotating": ChairRule.ROTATING, "facilitator": ChairRule.COMMANDER}
    if zone or name not in rules:
        sentence = _("--chair takes rotating, fixed:ZONE or facilitator, not '{text}'.")
        raise TableError(sentence.format(text=text))
    return rules[name], 0


def bots_of(text: str | None) -> str:
    """The tier of the bots, or STANDS_BY."""
    if text == NOBODY:
        return STANDS_BY
    if text is not None and text not in TIER_NAMES:
        sentence = _("There are no bots '{name}'; there are: {known}.")
        raise TableError(sentence.format(name=text, known=", ".join((*TIER_NAMES, NOBODY))))
    return text or DEFAULT_TIER


def timer_of(text: str | None) -> int:
    """Minutes of a turn."""
    if text is None:
        return 0
    if not (text.isascii() and text.isdecimal() and int(text) <= LONGEST_TIMER):
        sentence = _("--timer takes minutes from 0 to {most}, not '{text}'.")
        raise TableError(sentence.format(most=LONGEST_TIMER, text=text))
    return int(text)


def ask_pins(names: tuple[str, ...]) -> dict[str, str]:
    """A PIN for every player, asked for on the terminal without an echo; an empty line is none."""
    if not names:
        raise TableError(_("--pins goes with --players."))
    found = {}
    for name in names:
        prompt = _("PIN of {name}, four to eight digits, empty for none: ").format(name=name)
        found[name] = read_pin(prompt)
    return found


def read_pin(prompt: str) -> str:
    """A PIN, asked for until it is one, or empty. What is wrong with an answer is said; on a terminal, which
    shows nothing of it, it is typed twice."""
    while True:
        pin = read_hidden(prompt)
        if pin and not pins.well_formed(pin):
            print(_("A PIN is four to eight digits and nothing else."))
        elif pin and sys.stdin.isatty() and read_hidden(_("The same once more: ")) != pin:
            print(_("The two differ; begin again."))
        else:
            return pin


def read_hidden(prompt: str) -> str:
    """A line without an echo on a terminal; a plain line from a pipe."""
    if sys.stdin.isatty():
        return getpass.getpass(prompt).strip()
    print(prompt, end="", flush=True)
    line = sys.stdin.readline()
    if not line:
        raise TableError(_("The input ended before every PIN was given."))
    print()
    return line.strip()
