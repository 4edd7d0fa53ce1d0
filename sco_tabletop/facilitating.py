"""The command `facilitate`: options become the set-up of a facilitated exercise, or the set-up screen opens.

Called by `commands`. Returns exit statuses; mistakes are one sentence.
"""

from __future__ import annotations

import argparse
import secrets
from typing import Final

from .commands import Misuse, number, open_lines, open_screen, scenario_of, terminal_trouble
from .conduct.script import DrawPolicy, Script
from .content import load_script, locate
from .content.bounds import MINUTES
from .core.scenario import Scenario
from .core.words import ChairRule
from .i18n import _
from .record.place import saves_dir
from .seating import ask_pins, bots_of, chair_of, read_pin, timer_of, zones_of
from .session.conducting import Setup, begin_conducted
from .session.players import TableError, check_name, parse_players

SET_UP: Final = (
    "bots", "chair", "draw", "minutes", "automatic", "pin", "pins", "timer", "difficulty", "seed", "name",
)  # fmt: skip
"""Options that the set-up screen asks for itself."""


def facilitate(arguments: argparse.Namespace) -> int:
    """Begin at once where it was said who plays, or in plain lines; else open the set-up screen."""
    if not arguments.plain and (trouble := terminal_trouble()):
        raise Misuse(trouble)
    scenario, mark = scenario_of(arguments.deck, arguments.difficulty)
    script = script_of(arguments.deck, scenario)
    if not arguments.plain and arguments.players is None and arguments.called is None:
        return set_up(arguments)
    seed = secrets.randbelow(10**6) if arguments.seed is None else number(arguments.seed, "--seed")
    try:
        setup = setup_of(scenario, arguments)
        session = begin_conducted(
            setup, scenario, script, deck_digest=mark, seed=seed, folder=saves_dir(arguments.saves)
        )
    except TableError as mistake:
        raise Misuse(str(mistake)) from None
    return open_lines(session) if arguments.plain else open_screen(arguments, session)


def script_of(deck: str, scenario: Scenario) -> Script:
    """The script of a deck; it is misuse if there is none. Raises DeckError for a broken one."""
    script = load_script(locate(deck), scenario)
    if script is None:
        sentence = _(
            "{deck} has no script.yaml to conduct; write one (the author's guide says how), "
            "or play it with 'sco-tabletop play {deck}'."
        )
        raise Misuse(sentence.format(deck=deck))
    return script


def set_up(arguments: argparse.Namespace) -> int:
    """The set-up screen; it asks for everything, so that an option beside it would be lost."""
    for name in SET_UP:
        if getattr(arguments, name):
            sentence = _(
                "--{option} goes with --players, --called or --plain; without them the set-up screen asks."
            )
            raise Misuse(sentence.format(option=name))
    return open_screen(arguments, None, arguments.deck)


def setup_of(scenario: Scenario, arguments: argparse.Namespace) -> Setup:
    """What the options say. Without --players decisions are called out, by default of all zones.
    Raises TableError."""
    chair, fixed = chair_of(scenario, arguments.chair)
    players = parse_players(arguments.players, scenario, 1) if arguments.players is not None else {}
    return Setup(
        called=not players,
        zones=() if players else zones_of(scenario, "all" if arguments.called is None else arguments.called),
        players=players,
        bots=bots_of(arguments.bots),
        chair=chair,
        fixed=fixed if chair is ChairRule.FIXED else 0,
        automatic=arguments.automatic,
        facilitator="" if arguments.name is None else check_name(arguments.name, players),
        policy=policy_of(arguments.draw),
        minutes=minutes_of(arguments.minutes),
        timer=timer_of(arguments.timer),
        pin=read_pin(_("Your PIN for the console, four to eight digits, empty for none: "))
        if arguments.pin
        else "",
        pins=ask_pins(tuple(players)) if arguments.pins else {},
    )


def policy_of(text: str | None) -> DrawPolicy | None:
    """What --draw says."""
    known = {policy.value: policy for policy in DrawPolicy}
    if text is not None and text not in known:
        sentence = _("--draw takes {known}, not '{text}'.")
        raise TableError(sentence.format(known=", ".join(known), text=text))
    return known[text] if text is not None else None


def minutes_of(text: str | None) -> int:
    """What --minutes says; 0 if nothing."""
    if text is None:
        return 0
    least, most = MINUTES
    if not (text.isascii() and text.isdecimal() and least <= int(text) <= most):
        sentence = _("--minutes takes minutes from {least} to {most}, not '{text}'.")
        raise TableError(sentence.format(least=least, most=most, text=text))
    return int(text)
