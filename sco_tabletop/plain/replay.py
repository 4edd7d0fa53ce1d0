"""Stepping through a save over standard input and output: numbered choices, appended lines."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from ..core.words import COMMANDER
from ..i18n import _
from ..lab.spread import processors
from ..record.error import SaveError
from ..record.place import typed
from ..review.branch import branch, by_round, rest
from ..review.compare import Progress, tier_of
from ..review.odds import odds_lines, round_lines
from ..review.replay import Goal, Replay
from ..review.report.build import report
from ..review.report.dossier import gather
from ..review.report.markdown import markdown
from ..wording import words
from . import board
from .lines import Console, EndOfInput

ODDS = 100
FEWER = 40
Task = Callable[[Replay, Console], None]


def run(replay: Replay, console: Console) -> None:
    """Until the reader leaves or the input ends. Nothing is changed; a branch is a save of its own."""
    console.say(_("EXERCISE EXERCISE EXERCISE. Replay of {title}").format(title=replay.course.scenario.title))
    shown = -1, replay.seat, replay.truth
    try:
        while True:
            here = replay.position, replay.seat, replay.truth
            if here != shown:
                tell(replay, console)
                shown = here
            tasks = choices(replay)
            for number, (text, _task) in enumerate(tasks, 1):
                console.say(f"{number:>3}. {text}")
            answer = console.ask(_("Number, or 0 to leave:"))
            if answer == "0" or answer.lower() == "q":
                return
            if answer == "" or (answer.isdecimal() and 1 <= int(answer) <= len(tasks)):
                tasks[int(answer or 1) - 1][1](replay, console)
            else:
                console.say(_("There is no choice '{answer}'.").format(answer=answer))
    except EndOfInput:
        return


def choices(replay: Replay) -> list[tuple[str, Task]]:
    """What can be done now; the first goes on."""
    truth = _("Put the truth away") if replay.truth else _("With the truth")
    return [
        (_("Next decision"), lambda r, _c: r.step(1)),
        (_("Decision before"), lambda r, _c: r.step(-1)),
        (_("Next round"), seek(Goal.ROUND)),
        (_("Round before"), seek(Goal.ROUND, forward=False)),
        (_("Next inject"), seek(Goal.INJECT)),
        (_("Next naming"), seek(Goal.NAMING)),
        (_("Next about H-hour"), seek(Goal.HOUR)),
        (_("Go to a line"), to_line),
        (_("Search for a text"), search),
        (_("What these eyes see here"), see),
        (_("Other eyes"), other_eyes),
        (truth, toggle_truth),
        (_("Knowledge curves"), curves),
        (_("After-action review"), review),
        (_("What if: a branch from here"), make_branch),
        (_("How likely the rest is: bots play it {n} times").format(n=ODDS), odds),
        (_("In which round it was decided: bots play on {n} times from each").format(n=FEWER), odds_by_round),
    ]


def eyes_of(replay: Replay, seat: int) -> str:
    """Whose eyes."""
    return _("the public board") if seat == COMMANDER else words.zone_name(replay.course.scenario, seat)


def tell(replay: Replay, console: Console) -> None:
    """Where we are, and what was just told."""
    move = replay.move
    text = _("-- Move {position} of {last}, line {line}, round {round}. Eyes: {eyes}. --")
    console.say()
    console.say(
        text.format(
            position=replay.position,
            last=replay.last,
            line=move.line,
            round=replay.round,
            eyes=eyes_of(replay, replay.seat),
        )
    )
    for line in replay.texts(replay.position) or (_("Nothing that this seat was told."),):
        console.say(line)


def seek(goal: Goal, forward: bool = True) -> Task:
    """To the next or previous of a kind."""

    def task(replay: Replay, console: Console) -> None:
        if not replay.seek(goal, forward):
            console.say(_("There is none further on.") if forward else _("There is none before."))

    return task


def to_line(replay: Replay, console: Console) -> None:
    """A line of the save, as figures name them."""
    answer = console.ask(_("Line:"))
    if answer.isdecimal() and len(answer) < 8:
        replay.to_line(int(answer))


def search(replay: Replay, console: Console) -> None:
    """The next line that has a text."""
    text = console.ask(_("Text:"))
    if text and not replay.search(text):
        console.say(_("'{text}' does not come after this place.").format(text=text))


def see(replay: Replay, console: Console) -> None:
    """What the seat saw at this moment: tracks, Index, its own files; with the truth, the network so far."""
    for line in (*board.tracks(replay.view), *board.index(replay.view), *board.files(replay.view)):
        console.say(line)
    sc = replay.course.scenario
    for member in replay.members():
        text = _("[truth] {persona} is a {function} at home in {zone}.")
        console.say(
            text.format(
                persona=words.persona(sc, member.persona),
                function=words.function_name(member.function),
                zone=words.zone_name(sc, member.home),
            )
        )


def other_eyes(replay: Replay, console: Console) -> None:
    """Choose a seat."""
    for number, seat in enumerate(replay.seats, 1):
        console.say(f"{number:>3}. {eyes_of(replay, seat)}")
    answer = console.ask(_("Number, or 0 to go back:"))
    if answer.isdecimal() and 1 <= int(answer) <= len(replay.seats):
        replay.sit(replay.seats[int(answer) - 1])


def toggle_truth(replay: Replay, console: Console) -> None:
    """Ask for the truth, or put it away."""
    if not replay.show_truth(not replay.truth) and not replay.finished:
        console.say(_("The truth opens at EndEx."))


def curve_lines(replay: Replay) -> Iterator[str]:
    """Knowledge by round."""
    for close in replay.flow().closes:
        if not replay.flow().names_played:
            text = _("Round {round}: on the Index {found}; attributed {attributed}.")
            yield text.format(round=close.round, found=len(close.found), attributed=len(close.attributed))
            continue
        text = _("Round {round}: traits held anywhere {pooled}; on the Index {found}; named {named}.")
        values = {
            "round": close.round,
            "pooled": close.pooled,
            "found": len(close.found),
            "named": len(close.named),
        }
        if replay.truth:
            text = _(
                "Round {round}: traits held anywhere {pooled}, where it mattered {home}; on the Index "
                "{found}; identifiable together {identifiable}; rightly named {right}."
            )
            values |= {
                "home": close.at_home,
                "identifiable": len(close.identifiable),
                "right": len(close.rightly),
            }
        elif replay.seat != COMMANDER:
            text = _(
                "Round {round}: traits held anywhere {pooled}, held here {own}; on the Index {found}; "
                "named {named}."
            )
            values["own"] = close.own
        yield text.format(**values)


def curves(replay: Replay, console: Console) -> None:
    """Knowledge by round."""
    for line in curve_lines(replay):
        console.say(line)


def review(replay: Replay, console: Console) -> None:
    """The report of these eyes, or the full one with the truth. Line numbers can be gone to."""
    reader = None if replay.truth else replay.seat
    console.say(markdown(report(gather(replay.save, reader))))


def make_branch(replay: Replay, console: Console) -> None:
    """A new save from here."""
    try:
        path = branch(replay.save, replay.move.line)
    except SaveError as error:
        console.say(str(error))
        return
    console.say(
        _("The branch: {path}. Play it with: sco-tabletop resume {typed}").format(
            path=path, typed=typed(path)
        )
    )


def progress_in(console: Console) -> Progress:
    """A line each quarter."""

    def progress(done: int, total: int) -> None:
        if done % max(1, total // 4) == 0:
            console.say(_("Bots play: {done} of {total}.").format(done=done, total=total))

    return progress


def odds(replay: Replay, console: Console) -> None:
    """Bots play the rest."""
    tier, line = tier_of(replay.save.header), replay.move.line
    try:
        found = rest(replay.save, line, tier, ODDS, progress_in(console), processors())
    except SaveError as error:
        console.say(str(error))
        return
    for text in odds_lines(found, tier, line):
        console.say(text)


def odds_by_round(replay: Replay, console: Console) -> None:
    """Bots play on from the beginning of every round."""
    tier = tier_of(replay.save.header)
    try:
        found = by_round(replay.save, tier, FEWER, progress_in(console), processors())
    except SaveError as error:
        console.say(str(error))
        return
    for text in round_lines(found, tier):
        console.say(text)
