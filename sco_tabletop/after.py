"""The commands of the after-action review: replay, report, branch; and what a challenge code fills in.

Called by `commands` when one of them is asked for. Returns exit statuses; mistakes are one sentence.
"""

from __future__ import annotations

import argparse
import getpass
import sys
from pathlib import Path

from attrs import evolve

from .bots.policy import TIERS
from .commands import Misuse, number, scenario_of, terminal_trouble
from .core.words import COMMANDER
from .exits import DONE
from .i18n import _
from .lab.spread import processors
from .opening import run_screens
from .record.error import SaveError
from .record.place import typed
from .record.read import read
from .record.save import Header, Save
from .review.branch import bot_seats, branch, by_round, parent_of, play_out, rest
from .review.code import CodeError, decode, mark_of
from .review.compare import Sample, samples, tier_of
from .review.course import course_of
from .review.odds import odds_lines, round_lines
from .review.replay import Replay, allowed
from .review.report.build import comparison, report
from .review.report.dossier import Dossier, gather, same_deal_as
from .review.report.html import html
from .review.report.json import as_json
from .review.report.markdown import markdown
from .review.report.model import Document
from .session import pins
from .wording import words

PUBLIC = "public"
FACILITATOR = "facilitator"


def run(arguments: argparse.Namespace) -> int:
    """Carry out one of the three commands."""
    tasks = {"replay": replay, "report": write_report, "branch": what_if}
    return tasks[arguments.command](arguments)


def fill_in(arguments: argparse.Namespace) -> None:
    """Replace a challenge code by what it says. Options that it fixes may not be given beside it."""
    try:
        challenge = decode(arguments.deck)
    except CodeError as mistake:
        raise Misuse(str(mistake)) from None
    if arguments.seats or arguments.seed or arguments.difficulty:
        raise Misuse(_("The code fixes seats, seed and difficulty; leave these options out."))
    if challenge.tier not in TIERS:
        sentence = _("The code wants the bots '{tier}', which this version lacks.")
        raise Misuse(sentence.format(tier=challenge.tier))
    scenario, digest = scenario_of(challenge.deck, challenge.difficulty)
    if mark_of(digest) != challenge.mark:
        sentence = _("The code was made for another version of the deck {deck}; there is no other one here.")
        raise Misuse(sentence.format(deck=challenge.deck))
    zones = [zone.id for place, zone in enumerate(scenario.zones) if challenge.people >> place & 1]
    arguments.deck, arguments.difficulty = challenge.deck, challenge.difficulty
    arguments.seats, arguments.seed = ",".join(zones) or None, str(challenge.seed)
    arguments.bots, arguments.practice = challenge.tier, challenge.practice


def bar(done: int, total: int) -> None:
    """Progress on a terminal's standard error."""
    if sys.stderr.isatty() and (done % max(1, total // 50) == 0 or done == total):
        full = 30 * done // total
        end = "\n" if done == total else ""
        print(f"\r[{'#' * full}{'.' * (30 - full)}] {done}/{total} ", end=end, file=sys.stderr, flush=True)


# ---------------------------------------------------------------------- replay


def replay(arguments: argparse.Namespace) -> int:
    """Step through a save."""
    if arguments.plain:
        return open_replay_lines(Replay(read(arguments.save)))
    trouble = terminal_trouble()
    if trouble:
        raise Misuse(trouble)
    return run_screens(arguments, replay=Replay(read(arguments.save)))


def open_replay_lines(replay: Replay) -> int:
    """Step through a save over standard input and output."""
    from .plain.lines import Console
    from .plain.replay import run

    run(replay, Console(sys.stdin, sys.stdout))
    return DONE


# ---------------------------------------------------------------------- report


def reader_of(save: Save, asked: str | None) -> int | None:
    """Whose report it is: None with the truth. Without a wish the full one of a finished exercise, else the
    version of the person who plays."""
    course = course_of(save)
    seats = allowed(course)
    if asked is None:
        return None if course.finished else seats[0]
    if asked.lower() == PUBLIC:
        return COMMANDER
    if asked.lower() == FACILITATOR:
        return facilitator_of(save, finished=course.finished)
    ids = [zone.id for zone in save.header.scenario.zones]
    if asked.upper() not in ids:
        sentence = _("There is no zone '{zone}' in {save}; there are: {known}.")
        raise Misuse(sentence.format(zone=asked, save=save.path, known=", ".join((*ids, PUBLIC))))
    zone = ids.index(asked.upper())
    if zone not in seats:
        sentence = _("{save} still runs; what {zone} knows stays with it until EndEx.")
        raise Misuse(sentence.format(save=save.path, zone=asked.upper()))
    return zone


def facilitator_of(save: Save, *, finished: bool) -> int | None:
    """What the facilitator reads: everything after EndEx, before it the public board beside his own part,
    which his PIN opens."""
    conduct = save.header.conduct
    if conduct is None:
        raise Misuse(_("{save} has no facilitator.").format(save=save.path))
    if finished:
        return None
    if conduct.pin and not pins.fits(ask_pin(), conduct.pin):
        raise Misuse(_("That is not the PIN of the facilitator."))
    return COMMANDER


def ask_pin() -> str:
    """The facilitator's PIN, without an echo; from a pipe without a prompt, which would be in the report."""
    if sys.stdin.isatty():
        return getpass.getpass(_("PIN of the facilitator: ")).strip()
    return sys.stdin.readline().strip()


def write_report(arguments: argparse.Namespace) -> int:
    """One exercise, or two of the same deal."""
    games = number(arguments.compare, "--compare")
    save = read(arguments.save)
    if arguments.other is not None and arguments.format == "json":
        raise Misuse(_("Two saves are compared as md or html; ask for the json of each by itself."))
    jobs = jobs_of(arguments.jobs)
    one = dossier_of(save, arguments.reader, games, jobs)
    if arguments.other is None:
        text = as_json(one) if arguments.format == "json" else written(report(one), arguments.format)
        return give(text, arguments.output)
    two = dossier_of(read(arguments.other), arguments.reader, 0, jobs)
    if one.discussion or two.discussion:
        raise Misuse(_("A discussion has no figures to compare; ask for the report of each by itself."))
    if not same_deal_as(one, two):
        sentence = _("{one} and {two} are not the same deal: deck, difficulty and seed must be equal.")
        raise SaveError(sentence.format(one=arguments.save, two=arguments.other), arguments.other)
    if one.full != two.full:
        raise Misuse(_("One of the two still runs; compare them with --for public."))
    if games and two.full:
        again = (one.tier, one.header.seating) != (two.tier, two.header.seating)
        found = bots_of(two.header, two.tier, games, jobs) if again else one.samples
        two = evolve(two, samples=found)
    return give(written(comparison(one, two), arguments.format), arguments.output)


def jobs_of(asked: str | None) -> int:
    """Processes for the bot exercises: all that there are, if nothing else is asked for."""
    return processors() if asked is None else number(asked, "--jobs", 1)


def dossier_of(save: Save, asked: str | None, games: int, jobs: int) -> Dossier:
    """The dossier for the reader; with bot exercises only for the full version."""
    reader, tier = reader_of(save, asked), tier_of(save.header)
    found: tuple[Sample, ...] = ()
    if games and reader is None:
        found = bots_of(save.header, tier, games, jobs)
    staff = asked is not None and asked.lower() == FACILITATOR
    return gather(save, reader, found, tier, staff=staff)


def bots_of(header: Header, tier: str, games: int, jobs: int) -> tuple[Sample, ...]:
    """Bot exercises of the deal of a save, with a bar."""
    return samples(header.scenario, header.seating, header.seed, tier, games, bar, jobs)


def written(document: Document, kind: str) -> str:
    """A document in a format."""
    return html(document) if kind == "html" else markdown(document)


def give(text: str, output: Path | None) -> int:
    """To a file, or to standard output."""
    if output is None:
        sys.stdout.write(text)
        return DONE
    try:
        output.write_text(text, encoding="utf-8")
    except OSError as error:
        sentence = _("{path} could not be written: {why}; choose another file.")
        raise Misuse(sentence.format(path=output, why=error.strerror or error)) from None
    print(_("Written: {path}").format(path=output))
    return DONE


# ---------------------------------------------------------------------- what if


def odds_by_round(arguments: argparse.Namespace) -> int:
    """Without a line: the odds from the beginning of each round."""
    if arguments.odds is None or arguments.bots_play:
        raise Misuse(
            _("Say with --at LINE where the branch begins; with --odds N alone, all rounds are tried.")
        )
    games, jobs = number(arguments.odds, "--odds", 1), jobs_of(arguments.jobs)
    save = read(arguments.save)
    tier = tier_of(save.header)
    for text in round_lines(by_round(save, tier, games, bar, jobs), tier):
        print(text)
    return DONE


def what_if(arguments: argparse.Namespace) -> int:
    """A branch, played by the person or by bots; or the odds of the rest."""
    if arguments.at is None:
        return odds_by_round(arguments)
    line, save = number(arguments.at, "--at", 2), read(arguments.save)
    tier = tier_of(save.header)
    if arguments.odds is not None:
        games = number(arguments.odds, "--odds", 1)
        found = rest(save, line, tier, games, bar, jobs_of(arguments.jobs))
        for text in odds_lines(found, tier, line):
            print(text)
        return DONE
    if arguments.bots_play and not course_of(save).finished:
        raise SaveError(
            _("{path} still runs; bots play its branches after EndEx.").format(path=save.path), save.path
        )
    path = branch(save, line, bot_seats(save, tier) if arguments.bots_play else None)
    if not arguments.bots_play:
        print(
            _("The branch: {path}. Play it with: sco-tabletop resume {typed}").format(
                path=path, typed=typed(path)
            )
        )
        return DONE
    result = words.result_name(play_out(path, tier))
    print(
        _("The branch: {path}. Bots ({tier}) ended it: {result}.").format(path=path, tier=tier, result=result)
    )
    if parent_of(read(path)) is not None:
        print(_("'sco-tabletop report {path}' compares it with its parent.").format(path=path))
    return DONE
