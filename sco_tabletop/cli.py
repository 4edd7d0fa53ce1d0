"""The one entry point: reads the command line, loads only what the command needs.

Knows the contract of names, options and exit statuses; `textual` is imported when a screen opens, not before.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import NoReturn

from . import __version__, i18n
from .exits import DONE, INTERRUPTED, MISUSED
from .i18n import _
from .twins import only_ascii, settle_streams


class Parser(argparse.ArgumentParser):
    """argparse, but a mistake is one sentence with a way out."""

    def error(self, message: str) -> NoReturn:
        sentence = _("{program}: {message}; see '{program} --help'.").format(
            program=self.prog, message=message
        )
        print(sentence, file=sys.stderr)
        raise SystemExit(MISUSED)


def main(argv: Sequence[str] | None = None) -> NoReturn:
    """Run one command and leave with its exit status: 0 done, 1 the thing asked about is bad, 2 misuse."""
    settle_streams()
    arguments = parser().parse_args(argv)
    if arguments.ascii:
        only_ascii()
    try:
        i18n.install(arguments.lang)
    except LookupError:
        leave(
            MISUSED,
            _("There is no language '{lang}' installed; there are: {known}.").format(
                lang=arguments.lang, known=", ".join(i18n.available())
            ),
        )
    from . import commands

    try:
        raise SystemExit(commands.run(arguments))
    except BrokenPipeError:
        sys.stderr.close()
        raise SystemExit(DONE) from None
    except KeyboardInterrupt:
        leave(INTERRUPTED, _("Interrupted; what was shown is saved."))


def leave(status: int, sentence: str) -> NoReturn:
    """One sentence on standard error, then out."""
    print(sentence, file=sys.stderr)
    raise SystemExit(status)


def common() -> Parser:
    """Options that every command takes, before or after its name."""
    options = Parser(add_help=False, argument_default=argparse.SUPPRESS)
    options.add_argument("--lang", metavar="en", help=_("language of the texts"))
    options.add_argument("--ascii", action="store_true", help=_("draw with ASCII characters only"))
    options.add_argument("--no-color", action="store_true", help=_("no colours"))
    options.add_argument("--saves", type=Path, metavar="DIR", help=_("folder of the saves"))
    return options


def parser() -> argparse.ArgumentParser:
    """The whole command line."""
    shared = common()  # not the instance that `top` takes: its defaults would overrule what stands before
    top = Parser(
        prog="sco-tabletop",
        parents=[common()],
        description=_("A terminal tabletop exercise: find, share, name, locate - and strike once."),
        epilog=_("Examples: sco-tabletop | sco-tabletop play first-watch --seed 7 | sco-tabletop resume"),
    )
    top.add_argument("--version", action="version", version=f"sco-tabletop {__version__}")
    top.set_defaults(lang="en", ascii=False, no_color=False, saves=None, plain=False)
    names = top.add_subparsers(dest="command", metavar=_("COMMAND"), parser_class=Parser)
    add_play(names, shared)
    add_facilitate(names, shared)
    add_review(names, shared)
    add_saves(names, shared)
    add_decks(names, shared)
    add_msel(names, shared)
    add_simulate(names, shared)
    add_solve(names, shared)
    return top


Names = argparse._SubParsersAction  # the type argparse gives; it has no public name


def add_play(names: Names[Parser], shared: Parser) -> None:
    """`play` and `resume`."""
    play = names.add_parser("play", parents=[shared], help=_("begin an exercise"))
    play.add_argument(
        "deck", nargs="?", metavar="DECK|CODE", help=_("a name from 'decks', a folder, or a code")
    )
    add_table(play)
    play.add_argument("--difficulty", metavar="D", help=_("one that the deck declares"))
    play.add_argument("--seed", metavar="N", help=_("number of the deal; the same seed deals the same"))
    mode = play.add_mutually_exclusive_group()
    mode.add_argument(
        "--practice",
        dest="practice",
        action="store_true",
        default=True,
        help=_("undo without limits (default)"),
    )
    mode.add_argument(
        "--assessed", dest="practice", action="store_false", help=_("undo within the barrier only")
    )
    play.add_argument("--plain", action="store_true", help=_("line by line, no screen"))
    resume = names.add_parser("resume", parents=[shared], help=_("go on with a saved exercise"))
    resume.add_argument(
        "save", nargs="?", type=Path, metavar="SAVE", help=_("default: the newest unfinished")
    )
    resume.add_argument("--plain", action="store_true", help=_("line by line, no screen"))


def add_table(play: Parser) -> None:
    """Who sits where."""
    who = play.add_mutually_exclusive_group()
    who.add_argument("--seats", metavar="KGZ,TJK|all", help=_("zones you play; the others are bots"))
    who.add_argument(
        "--players",
        metavar='"Ana:KGZ,TJK;Bo:RUS"',
        help=_("hot-seat: several people at this keyboard, each with a zone or more"),
    )
    play.add_argument(
        "--bots", metavar="TIER|nobody", default=None, help=_("who plays the others; nobody: they stand by")
    )
    play.add_argument(
        "--chair",
        metavar="rotating|fixed:ZONE|facilitator",
        help=_("who leads; the facilitator commands from this keyboard without a zone"),
    )
    play.add_argument("--timer", metavar="MINUTES", help=_("remind when a turn lasts longer; never acts"))
    play.add_argument("--pins", action="store_true", help=_("ask every player for a PIN first"))


def add_facilitate(names: Names[Parser], shared: Parser) -> None:
    """`facilitate`. No option has a default here: what was not said, the set-up screen asks."""
    way = names.add_parser("facilitate", parents=[shared], help=_("conduct a scripted exercise for a group"))
    way.add_argument("deck", metavar="DECK", help=_("a deck with a script.yaml: a name or a folder"))
    who = way.add_mutually_exclusive_group()
    who.add_argument(
        "--players", metavar='"Ana:KGZ;Bo:TJK"', help=_("teams at this keyboard, behind the curtain")
    )
    who.add_argument(
        "--called", metavar="KGZ,TJK|all", help=_("you enter the decisions of these zones as called out")
    )
    way.add_argument("--bots", metavar="TIER|nobody", help=_("who plays the others; nobody: they stand by"))
    way.add_argument("--chair", metavar="rotating|fixed:ZONE|facilitator", help=_("who leads"))
    way.add_argument(
        "--draw",
        metavar="replace|mix|off",
        help=_("cards of the pile: never, where the script has nothing, or talk without rounds"),
    )
    way.add_argument("--minutes", metavar="N", help=_("planned exercise time (default: of the script)"))
    way.add_argument("--automatic", action="store_true", help=_("release injects as they fall due"))
    way.add_argument("--pin", action="store_true", help=_("ask for your PIN for the console first"))
    way.add_argument("--pins", action="store_true", help=_("ask every player for a PIN first"))
    way.add_argument("--timer", metavar="MINUTES", help=_("remind when a turn lasts longer; never acts"))
    way.add_argument("--difficulty", metavar="D", help=_("one that the deck declares"))
    way.add_argument("--seed", metavar="N", help=_("number of the deal; the same seed deals the same"))
    way.add_argument("--name", metavar="NAME", help=_("your name, for the report"))
    way.add_argument("--plain", action="store_true", help=_("line by line, no screen"))


def add_saves(names: Names[Parser], shared: Parser) -> None:
    """`saves` and `verify`."""
    names.add_parser("saves", parents=[shared], help=_("list the saves"))
    verify = names.add_parser("verify", parents=[shared], help=_("decide every command of a save again"))
    verify.add_argument("save", nargs="+", type=Path, metavar="SAVE")


def add_decks(names: Names[Parser], shared: Parser) -> None:
    """`decks`, `deck check`, `deck show` and `deck schema`."""
    names.add_parser("decks", parents=[shared], help=_("list the decks"))
    deck = names.add_parser("deck", parents=[shared], help=_("work on a deck"))
    tasks = deck.add_subparsers(dest="task", metavar=_("TASK"), required=True, parser_class=Parser)
    check = tasks.add_parser("check", parents=[shared], help=_("list everything wrong with a deck"))
    check.add_argument("path", nargs="+", type=Path, metavar="PATH")
    show = tasks.add_parser("show", parents=[shared], help=_("say what is in a deck"))
    show.add_argument("path", type=Path, metavar="PATH")
    tasks.add_parser("schema", parents=[shared], help=_("print the files of a deck as JSON Schema"))


def add_msel(names: Names[Parser], shared: Parser) -> None:
    """`msel import` and `msel export`."""
    msel = names.add_parser("msel", parents=[shared], help=_("exchange a script (MSEL) with lists in CSV"))
    tasks = msel.add_subparsers(dest="task", metavar=_("TASK"), required=True, parser_class=Parser)
    take = tasks.add_parser("import", parents=[shared], help=_("make script.yaml from a list"))
    take.add_argument("list", type=Path, metavar="FILE.csv")
    take.add_argument("--deck", required=True, metavar="DECK", help=_("whose zones and objectives count"))
    take.add_argument(
        "-o", dest="output", type=Path, metavar="FILE", help=_("default: script.yaml of the deck")
    )
    give = tasks.add_parser("export", parents=[shared], help=_("write the script of a deck as a list"))
    give.add_argument("deck", metavar="DECK")
    give.add_argument("-o", dest="output", type=Path, metavar="FILE.csv", help=_("default: standard output"))


def add_review(names: Names[Parser], shared: Parser) -> None:
    """`replay`, `report` and `branch`."""
    replay = names.add_parser("replay", parents=[shared], help=_("step through an exercise"))
    replay.add_argument("save", type=Path, metavar="SAVE")
    replay.add_argument("--plain", action="store_true", help=_("line by line, no screen"))
    report = names.add_parser("report", parents=[shared], help=_("write the after-action report"))
    report.add_argument("save", type=Path, metavar="SAVE")
    report.add_argument(
        "other", type=Path, nargs="?", metavar="SAVE2", help=_("a second save of the same deal, to compare")
    )
    report.add_argument("--format", choices=("md", "html", "json"), default="md")
    report.add_argument("-o", dest="output", type=Path, metavar="FILE", help=_("default: standard output"))
    report.add_argument(
        "--for",
        dest="reader",
        metavar="ZONE|public|facilitator",
        help=_("for a zone or for everybody: only what was told there; for the facilitator"),
    )
    report.add_argument(
        "--compare",
        nargs="?",
        const="200",
        default="0",
        metavar="N",
        help=_("percentiles against N bot exercises of the same deal (200 if N is left out)"),
    )
    report.add_argument("--jobs", metavar="J", help=_("processes to share the bot exercises (default: all)"))
    branch = names.add_parser("branch", parents=[shared], help=_("what if: go another way from a line on"))
    branch.add_argument("save", type=Path, metavar="SAVE")
    branch.add_argument("--at", metavar="LINE", help=_("line of the save to branch after"))
    branch.add_argument("--bots-play", action="store_true", help=_("let bots play the branch to its end"))
    branch.add_argument(
        "--odds",
        metavar="N",
        help=_("make no branch: let bots play the rest N times and count; without --at from every round"),
    )
    branch.add_argument("--jobs", metavar="J", help=_("processes to share the bot exercises (default: all)"))


def add_simulate(names: Names[Parser], shared: Parser) -> None:
    """`simulate`."""
    simulate = names.add_parser("simulate", parents=[shared], help=_("let bots play many exercises"))
    simulate.add_argument("deck", metavar="DECK")
    simulate.add_argument("--bots", choices=("random", "rookie", "analyst", "veteran"), default="analyst")
    simulate.add_argument("--difficulty", metavar="D")
    simulate.add_argument("--games", metavar="N", default="100")
    simulate.add_argument("--seed", metavar="S", default="1")
    simulate.add_argument("--jobs", metavar="J", default="1", help=_("processes to share the work"))
    simulate.add_argument("--without", metavar="ACTION,...", help=_("actions that the bots never use"))
    simulate.add_argument("--json", action="store_true", help=_("print one JSON object"))


def add_solve(names: Names[Parser], shared: Parser) -> None:
    """`solve`."""
    solve = names.add_parser("solve", parents=[shared], help=_("ask whether the deals of a deck can be won"))
    solve.add_argument("deck", metavar="DECK")
    solve.add_argument("--difficulty", metavar="D", help=_("one that the deck declares"))
    solve.add_argument("--seeds", metavar="A:B", default="1:100", help=_("from seed A up to and with seed B"))
    solve.add_argument("--jobs", metavar="J", default="1", help=_("processes to share the work"))
    solve.add_argument("--json", action="store_true", help=_("print one JSON object"))
