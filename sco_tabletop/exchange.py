"""The commands that exchange the MSEL: a list in CSV becomes script.yaml, and the other way round.

Called by `commands`. Prints what became of every row; never writes over a file that is there.
"""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Iterable
from itertools import groupby
from pathlib import Path
from tempfile import TemporaryDirectory

import attrs

from .commands import Misuse, scenario_of
from .conduct.msel import Changed, Imported, Left, ListError, read_msel, write_msel
from .conduct.msel.cells import MAX_BYTES
from .content import DeckError, Problem, load_script, locate, script_yaml
from .content.source import SCRIPT_FILE, shown_path
from .core.scenario import Scenario
from .exits import BAD, DONE
from .i18n import _, n_


def run(arguments: argparse.Namespace) -> int:
    """Carry out one of the two commands."""
    tasks = {"import": take, "export": give}
    return tasks[arguments.task](arguments)


def take(arguments: argparse.Namespace) -> int:
    """A list becomes a script; BAD if a row was not imported or the script needs work before it is played."""
    refuse_workbook(arguments.list)
    scenario, _mark = scenario_of(arguments.deck, None)
    target = arguments.output or locate(arguments.deck) / SCRIPT_FILE
    refuse_present(target, _("{path} is there and is not overwritten; name another file with -o."))
    try:
        found = read_msel(read_list(arguments.list), scenario)
    except ListError as mistake:
        print(f"{arguments.list}: {mistake}", file=sys.stderr)
        return BAD
    print_account(arguments.list, found)
    if not found.lines:
        print(_("No row was imported, so no script was written."), file=sys.stderr)
        return BAD
    text = script_yaml(found.script, scenario)
    write(target, text.encode("utf-8"))
    print(_("Written: {path}.").format(path=target))
    problems = examine(text, scenario, target)
    if problems:
        print(_("Before it can be played, this needs to be put right in it:"))
    for problem in problems:
        print(f"  {problem}")
    return BAD if found.lost or problems else DONE


def give(arguments: argparse.Namespace) -> int:
    """The script of a deck becomes a list, in a file or on standard output."""
    if arguments.output:
        refuse_workbook(arguments.output)
        refuse_present(arguments.output, _("{path} is there and is not overwritten; name another file."))
    scenario, _mark = scenario_of(arguments.deck, None)
    script = load_script(locate(arguments.deck), scenario)
    if script is None:
        sentence = _("The deck {deck} has no script; 'sco-tabletop msel import' makes one from a list.")
        raise Misuse(sentence.format(deck=arguments.deck))
    content = write_msel(script, scenario)
    if arguments.output:
        write(arguments.output, content)
        print(_("Written: {path}.").format(path=arguments.output))
    else:
        sys.stdout.buffer.write(content)
        sys.stdout.buffer.flush()
    return DONE


def refuse_workbook(path: Path) -> None:
    """Workbooks are not read or written; say how to get there."""
    if path.suffix.casefold() in (".xlsx", ".xlsm", ".xls", ".ods"):
        raise Misuse(
            _(
                "This build reads and writes CSV only; in the spreadsheet choose 'Save as', "
                "'CSV UTF-8', and name that file instead of {path}."
            ).format(path=path)
        )


def refuse_present(path: Path, sentence: str) -> None:
    """Misuse if something is there already."""
    if os.path.lexists(path):
        raise Misuse(sentence.format(path=path))


def read_list(path: Path) -> bytes:
    """The bytes of the list, one more than allowed if it is too large."""
    try:
        with path.open("rb") as stream:
            return stream.read(MAX_BYTES + 1)
    except OSError as error:
        reason = os.strerror(error.errno) if error.errno else ""
        raise Misuse(_("{path} cannot be read: {reason}.").format(path=path, reason=reason)) from None


def write(path: Path, content: bytes) -> None:
    """A new file; one that appeared meanwhile stays as it is."""
    try:
        with path.open("xb") as stream:
            stream.write(content)
    except OSError as error:
        reason = os.strerror(error.errno) if error.errno else ""
        raise Misuse(_("{path} cannot be written: {reason}.").format(path=path, reason=reason)) from None


def examine(text: str, scenario: Scenario, target: Path) -> tuple[Problem, ...]:
    """What keeps the script from being played, with the places in the file that was written."""
    with TemporaryDirectory() as folder:
        (Path(folder) / SCRIPT_FILE).write_bytes(text.encode("utf-8"))
        try:
            load_script(Path(folder), scenario)
        except DeckError as error:
            return tuple(attrs.evolve(problem, file=shown_path(target)) for problem in error.problems)
    return ()


def print_account(path: Path, found: Imported) -> None:
    """What became of every row."""
    message = n_("{path}: {n} row read.", "{path}: {n} rows read.", found.rows)
    print(message.format(path=path, n=found.rows))
    for remark in found.remarks:
        print(f"  {remark}")
    count = len(found.lines)
    print(n_("{n} row imported.", "{n} rows imported.", count).format(n=count))
    count = len(found.left)
    print(n_("{n} row not imported:", "{n} rows not imported:", count).format(n=count))
    for rows, reason in left_lines(found.left):
        print(_("  row {rows}: {reason}").format(rows=rows, reason=reason))
    if found.changed:
        print(_("Imported, but look at these:"))
    for rows, text in changed_lines(found.changed):
        print(_("  row {rows}: {reason}").format(rows=rows, reason=text))


def left_lines(left: Iterable[Left]) -> Iterable[tuple[str, str]]:
    """Rows that stand together and are left out for the same reason, as one."""
    for (_first, reason), group in groupby(enumerate(left), lambda one: (one[1].row - one[0], one[1].reason)):
        rows = [one.row for _place, one in group]
        yield (f"{rows[0]}-{rows[-1]}" if len(rows) > 1 else str(rows[0])), reason


def changed_lines(changed: Iterable[Changed]) -> Iterable[tuple[str, str]]:
    """Rows of which the same is said, as one, each with the number of its inject."""
    texts: dict[str, list[str]] = {}
    for one in changed:
        texts.setdefault(one.text, []).append(f"{one.row} ({one.inject})")
    return ((", ".join(rows), text) for text, rows in texts.items())
