"""What each command of the command line does. Returns exit statuses; mistakes are one sentence on stderr.

Imports what a command needs when it runs: `--help`, `decks`, `simulate` never load a screen.
"""

from __future__ import annotations

import argparse
import os
import secrets
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from .content import (
    TUTORIAL,
    DeckError,
    ProblemKind,
    UnknownDeck,
    UnknownDifficulty,
    digest,
    find_decks,
    locate,
)
from .exits import BAD, DONE, MISUSED
from .i18n import _, n_
from .opening import run_screens
from .record.error import SaveError
from .record.place import find_save, saves_dir

if TYPE_CHECKING:
    from .core.scenario import Scenario
    from .session.session import Session

SEED_LIMIT = 2**63


class Misuse(Exception):  # noqa: N818
    """The command line asks for something that is not there; the text is the sentence."""


def run(arguments: argparse.Namespace) -> int:
    """Carry out the command. Expected mistakes never show a traceback."""
    tasks = {
        None: title,
        "play": play,
        "facilitate": conduct,
        "resume": resume,
        "replay": afterwards,
        "report": afterwards,
        "branch": afterwards,
        "saves": saves,
        "verify": verify,
        "decks": decks,
        "deck": deck,
        "msel": exchange,
        "simulate": simulate,
        "solve": solve,
    }
    by_name(arguments)
    try:
        return tasks[arguments.command](arguments)
    except Misuse as mistake:
        print(mistake, file=sys.stderr)
        return MISUSED
    except (DeckError, SaveError) as mistake:
        print(mistake, file=sys.stderr)
        return BAD


def by_name(arguments: argparse.Namespace) -> None:
    """A save may be given by its bare name, as the screens and reports print it."""
    folder = saves_dir(arguments.saves)
    for name in ("save", "other"):
        match getattr(arguments, name, None):
            case Path() as path:
                setattr(arguments, name, find_save(path, folder))
            case list() as paths:
                setattr(arguments, name, [find_save(path, folder) for path in paths])
            case _:
                pass


def number(text: str, name: str, least: int = 0) -> int:
    """A whole number given on the command line."""
    if not (text.isascii() and text.isdecimal() and least <= int(text) < SEED_LIMIT):
        sentence = _("{name} takes a whole number from {least}, not '{text}'.")
        raise Misuse(sentence.format(name=name, least=least, text=text))
    return int(text)


def scenario_of(deck: str, difficulty: str | None) -> tuple[Scenario, str]:
    """The deck at the difficulty, and its digest. An unknown deck or difficulty is misuse."""
    from .content import load

    try:
        folder = locate(deck)
        return load(folder, difficulty), digest(folder)
    except (UnknownDeck, UnknownDifficulty) as mistake:
        raise Misuse(str(mistake)) from None


def terminal_trouble() -> str:
    """Why no screen can be drawn here; empty if one can."""
    if not (sys.stdin.isatty() and sys.stdout.isatty() and sys.stderr.isatty()):
        return _("This is not a terminal, so no screen can be drawn; use --plain.")
    if os.environ.get("TERM", "") in ("", "dumb"):
        return _("The terminal says it cannot draw (TERM is dumb or empty); use --plain.")
    if "utf" not in (sys.stdout.encoding or "").lower():
        return _("The terminal's encoding is not UTF-8; set LANG to a UTF-8 locale, or use --plain.")
    return ""


def open_screen(
    arguments: argparse.Namespace, session: Session | None, facilitate: str = "", *, fresh: bool = False
) -> int:
    """Hand over to the Textual screens; with `facilitate`, to the set-up of a facilitated exercise. `fresh`:
    the exercise begins."""
    trouble = terminal_trouble()
    if trouble:
        if session:
            session.close()
        raise Misuse(trouble)
    return run_screens(arguments, session=session, facilitate=facilitate, fresh=fresh)


def open_lines(session: Session) -> int:
    """Play, or conduct, line by line over standard input and output."""
    from .plain.lines import Console
    from .session.kind import as_conducted

    console = Console(sys.stdin, sys.stdout)
    try:
        if conducted := as_conducted(session):
            from .plain.conduct import run as run_conducted

            run_conducted(conducted, console)
        else:
            from .plain.room import run

            run(session, console)
    finally:
        session.close()
    return DONE


def title(arguments: argparse.Namespace) -> int:
    """No command: the title screen."""
    return open_screen(arguments, None)


def play(arguments: argparse.Namespace) -> int:
    """Begin an exercise; without DECK, the title screen (or, in plain lines, the first deck)."""
    if arguments.deck is None and not arguments.plain:
        return open_screen(arguments, None)
    from .seating import table_of
    from .session.begin import begin
    from .session.players import TableError

    if not arguments.plain and (trouble := terminal_trouble()):
        raise Misuse(trouble)
    if arguments.deck is not None:
        take_code(arguments)
    scenario, mark = scenario_of(arguments.deck or find_decks()[0].name, arguments.difficulty)
    as_taught(scenario, arguments)
    seed = secrets.randbelow(10**6) if arguments.seed is None else number(arguments.seed, "--seed")
    try:
        session = begin(
            table_of(scenario, arguments),
            scenario,
            deck_digest=mark,
            seed=seed,
            practice=arguments.practice,
            folder=saves_dir(arguments.saves),
        )
    except TableError as mistake:
        raise Misuse(str(mistake)) from None
    return open_lines(session) if arguments.plain else open_screen(arguments, session, fresh=True)


def as_taught(scenario: Scenario, arguments: argparse.Namespace) -> None:
    """In the tutorial, where nothing else is asked for, its own deal and bots."""
    from .session.tutorial import BOTS, SEED

    if scenario.deck == TUTORIAL:
        arguments.seed = str(SEED) if arguments.seed is None else arguments.seed
        arguments.bots = arguments.bots or BOTS


def take_code(arguments: argparse.Namespace) -> None:
    """If a challenge code stands where a deck is named, fill in what it says."""
    from .review.code import looks_like

    if looks_like(arguments.deck):
        from .after import fill_in

        fill_in(arguments)


def conduct(arguments: argparse.Namespace) -> int:
    """Conduct an exercise by the script of a deck."""
    from .facilitating import facilitate

    return facilitate(arguments)


def afterwards(arguments: argparse.Namespace) -> int:
    """The commands of the after-action review."""
    from . import after

    return after.run(arguments)


def resume(arguments: argparse.Namespace) -> int:
    """Go on with a save at the same decision."""
    from .record.listing import newest_unfinished
    from .session.reopen import reopen

    if not arguments.plain and (trouble := terminal_trouble()):
        raise Misuse(trouble)
    path = arguments.save
    if path is None:
        folder = saves_dir(arguments.saves)
        newest = newest_unfinished(folder)
        if newest is None:
            sentence = _("There is no unfinished exercise in {folder}; begin one with 'sco-tabletop play'.")
            raise Misuse(sentence.format(folder=folder))
        path = newest.path
    session = reopen(path)
    return open_lines(session) if arguments.plain else open_screen(arguments, session)


def saves(arguments: argparse.Namespace) -> int:
    """List the saves: deck, round, result, path."""
    from .record.listing import list_saves
    from .wording import words

    folder = saves_dir(arguments.saves)
    found = list_saves(folder)
    if not found:
        print(_("There are no saves in {folder}.").format(folder=folder))
    for info in found:
        if info.damaged:
            print(_("damaged  {path}: {why}").format(path=info.path, why=info.damaged))
            continue
        result = words.result_name(info.result) if info.result else _("unfinished")
        line = _("{deck}  round {round}  {result}  {created}  {path}")
        print(
            line.format(deck=info.deck, round=info.round, result=result, created=info.created, path=info.path)
        )
    return DONE


def verify(arguments: argparse.Namespace) -> int:
    """EXACT or DIVERGED, for each save."""
    from .record.read import read
    from .record.verify import Exact, other_rules
    from .record.verify import verify as verify_save

    status = DONE
    for path in arguments.save:
        try:
            verdict = verify_save(read(path))
        except SaveError as mistake:
            print(mistake, file=sys.stderr)
            status = BAD
            continue
        if other_rules(verdict):
            print(_("{path} was made under rules {rules}.").format(path=path, rules=verdict.rules))
        if isinstance(verdict, Exact):
            print(_("{path}: EXACT").format(path=path))
        else:
            print(_("{path}: DIVERGED at line {line}").format(path=path, line=verdict.line))
            status = BAD
    return status


def decks(arguments: argparse.Namespace) -> int:  # noqa: ARG001
    """List the decks found."""
    for info in find_decks():
        levels = ", ".join(info.difficulties)
        line = _("{name}  {title}  ({difficulties})  {path}")
        print(line.format(name=info.name, title=info.title, difficulties=levels, path=info.path))
    return DONE


def deck(arguments: argparse.Namespace) -> int:
    """`deck check`, `deck show`, `deck schema`."""
    from . import shown

    match arguments.task:
        case "show":
            for line in shown.show(locate(str(arguments.path))):
                print(line)
            return DONE
        case "schema":
            print(shown.schema())
            return DONE
        case _:
            return deck_check(arguments)


def deck_check(arguments: argparse.Namespace) -> int:
    """Everything wrong with the decks, errors and warnings, each with its place."""
    from .content import check

    status = DONE
    for path in arguments.path:
        problems = check(locate(str(path)))
        errors = sum(problem.kind is ProblemKind.ERROR for problem in problems)
        for problem in problems:
            print(problem)
        if errors:
            status = BAD
        count = len(problems) - errors
        summary = _("{path}: {errors} and {warnings}.").format(
            path=path,
            errors=n_("{n} error", "{n} errors", errors).format(n=errors),
            warnings=n_("{n} warning", "{n} warnings", count).format(n=count),
        )
        print(summary)
    return status


def exchange(arguments: argparse.Namespace) -> int:
    """The commands that exchange the MSEL with lists."""
    from . import exchange

    return exchange.run(arguments)


def simulate(arguments: argparse.Namespace) -> int:
    """Bots play many exercises."""
    from . import measuring

    return measuring.simulate(arguments)


def solve(arguments: argparse.Namespace) -> int:
    """Judge whether deals can be won."""
    from . import measuring

    return measuring.solve(arguments)
