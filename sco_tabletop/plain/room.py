"""One exercise over standard input and output: the same session as the screen, line by line."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import Final

from ..core.commands import AnyCommand
from ..core.events import CardDrawn, Told
from ..core.rejection import Rejection
from ..core.rules.injects import card_of
from ..core.view import View
from ..core.words import COMMANDER, Phase
from ..i18n import _
from ..record.place import typed
from ..session import calm
from ..session.questions import Question, beyond, question_for
from ..session.session import Session
from ..session.step import Step
from ..session.tutorial import advice_of
from ..wording import words
from ..wording.commands import command_text
from ..wording.events import event_text
from ..wording.reasons import advice_text, reason_text
from ..wording.rejections import rejection_text
from ..wording.result import network_lines, reasons, result_text, strike_lines
from . import board, coach, relay
from .cards import card_lines, so_far
from .choices import Choice, choices, line, numbers, with_calm
from .lines import Console, EndOfInput, Leave
from .news import News, lines, nothing, where
from .why import ask_why

RULES: Final = Path(__file__).parent.parent / "manual" / "rules.md"


def run(session: Session, console: Console) -> None:
    """Play until EndEx, the end of input, or the player leaves. The save is complete at every moment."""
    opening(session, console)
    console.say(_("Everything is saved as you go."))
    begin(session, console)
    try:
        news = News()
        talked, greeted = "", (-1, -1)
        timer = relay.Timer(session.timer)
        while not session.finished:
            if not session.human_turn:
                tell(session, console, session.bot_step())
            elif not session.shared:
                timer.remind((session.acting, session.round), console)
                say_all(console, news.due(session))
                zone = session.acting
                decide(session, console)
                news.decided(session, zone)
            elif session.before_all and not session.open_for:
                talked = talk(session, console, talked)
                decide(session, console)
            elif session.open_for != session.due:
                relay.let_in(session, console)
            else:
                greeted = greet(session, console, greeted)
                timer.remind(greeted, console)
                decide(session, console)
        ending(session, console)
    except (EndOfInput, Leave):
        kept(session, console)


def kept(session: Session, console: Console) -> None:
    """The last line: where the save is and, before the end, how it goes on from any folder."""
    sentence = (
        _("The exercise is saved: {path}")
        if session.finished
        else _("Everything is saved. Go on with: sco-tabletop resume --plain {path}")
    )
    console.say(sentence.format(path=session.path if session.finished else typed(session.path)))


def opening(session: Session, console: Console) -> None:
    """The stamp, then the briefing; whoever goes on with a save hears instead where it stands."""
    console.say(_("EXERCISE EXERCISE EXERCISE. {title}").format(title=session.scenario.title))
    if session.resumed:
        say_all(console, where(session))
    else:
        console.read_out(session.scenario.briefing)


def begin(session: Session, console: Console) -> None:
    """One person, before the first decision: what it is about."""
    if session.human_turn and not session.shared and not session.view(COMMANDER).public.drawn:
        say_all(console, board.orientation(seen(session), session.mine))


def talk(session: Session, console: Console, talked: str) -> str:
    """The conference, once a round and phase; gives back for which it was."""
    public = session.view(COMMANDER).public
    now = f"{public.round} {public.phase.value}"
    if now != talked and relay.conference_due(session):
        relay.conference(session, console)
    return now


def greet(session: Session, console: Console, greeted: tuple[int, int]) -> tuple[int, int]:
    """The messages since a zone's last turn come first, once a turn; gives back for which they were read."""
    now = (session.acting, session.view(COMMANDER).public.round)
    if now != greeted and not session.before_all:
        relay.messages(session, console)
    return now


def seen(session: Session) -> View:
    """What the one who decides may see: the own view, or from the chair the public board."""
    own = session.acting in session.mine or session.acting == COMMANDER
    return session.view(session.acting) if own else session.chair_view()


def decide(session: Session, console: Console) -> None:
    """Show where things stand and take one decision of the acting zone."""
    view = seen(session)
    status(view, console, own=view.zone in session.mine)
    listed = choices(view) if session.shared else with_calm(view, choices(view))
    for number, choice in enumerate(listed, 1):
        console.say(f"{number:>3}. {choice.text}")
    advice = advice_of(session)
    if advice is not None:
        say_all(console, coach.lines(advice, listed))
    answer = console.ask(_("Number, or ? for other keys:"))
    if answer.isdecimal() and 1 <= int(answer) <= len(listed):
        chosen(session, console, listed[int(answer) - 1])
    else:
        other(session, console, answer.lower(), listed)


def status(view: View, console: Console, *, own: bool) -> None:
    """The heading of a decision; with `own` what the zone has left."""
    console.say()
    console.say(
        _("== {phase}: {zone} ==").format(
            phase=words.phase_name(view.public.phase), zone=words.zone_name(view.scenario, view.zone)
        )
    )
    say_all(console, board.tracks(view))
    if own:
        say_all(console, board.own(view))


def say_all(console: Console, lines: Iterable[str]) -> None:
    """Print line after line."""
    for text in lines:
        console.say(text)


def read_all(console: Console, lines: Iterable[str]) -> None:
    """Read out line after line."""
    for text in lines:
        console.read_out(text)


def chosen(session: Session, console: Console, choice: Choice) -> None:
    """Carry out a choice, asking for the target first where there are several."""
    if choice.calm:
        draw_calmly(session, console)
        return
    if not choice.commands:
        console.say(choice.text)
        return
    command: AnyCommand | None = choice.commands[0]
    if len(choice.commands) > 1:
        command = pick(seen(session), console, choice)
    if command is None or not sure(seen(session), console, command):
        return
    was_open = session.open_for
    result = session.submit(command)
    if isinstance(result, Rejection):
        console.say(f"{rejection_text(seen(session), result)} {result.rule}")
        return
    if was_open and not session.open_for:
        relay.cover(console)
    tell(session, console, result)


def pick(view: View, console: Console, choice: Choice) -> AnyCommand | None:
    """Choose one of several commands of a kind; 0 goes back."""
    for number, command in enumerate(choice.commands, 1):
        console.say(f"{number:>3}. {line(view, command)}")
    answer = console.ask(_("Number, or 0 to go back:"))
    if answer.isdecimal() and 1 <= int(answer) <= len(choice.commands):
        return choice.commands[int(answer) - 1]
    return None


def draw_calmly(session: Session, console: Console) -> None:
    """The card, the answer to it if it asks the chair something, and no H-hour: that is asked no more."""
    zone = session.acting
    steps = calm.draw(session, zone)
    for step in steps:
        tell(session, console, step)
    while session.phase is Phase.CHOICE and session.acting == zone:
        decide(session, console)
    for step in calm.leave(session, zone):
        tell(session, console, step)


def sure(view: View, console: Console, command: AnyCommand) -> bool:
    """Ask back what the screens ask back, too."""
    question = question_for(view, command)
    return question is None or asked_back(console, question, command_text(view, command))


def asked_back(console: Console, question: Question, yes: str) -> bool:
    """A question with its consequence; an empty line, or anything but 1, goes back. It is a number, so that
    always the first choice still comes to the end."""
    for text in question:
        console.say(text)
    console.say(f"  1. {yes}")
    return console.ask(_("Number, or 0 to go back:")) == "1"


def tell(session: Session, console: Console, step: Step) -> None:
    """What the reader's zone was told of a decision, one line an event; a card in full."""
    view = session.view(step.reader if step.reader in session.mine else COMMANDER)
    for event in step.told:
        if event.told is not Told.PUBLIC and getattr(event, "zone", COMMANDER) != view.zone:
            continue
        if isinstance(event, CardDrawn):
            card = card_of(session.scenario, event.card)
            if card:
                read_all(console, card_lines(card))
            continue
        text = event_text(view, event)
        if text:
            console.say(f"  {text}")
    if step.why and session.practice:
        console.say(_("    why: {reason}").format(reason=reason_text(view, step.why)))


def other(session: Session, console: Console, key: str, listed: Sequence[Choice]) -> None:
    """What is asked for by letter instead of a number, before the list that was read out."""
    own = session.acting in session.mine
    view = session.view(session.acting if own else COMMANDER)
    shown: dict[str, Callable[[], Iterable[str]]] = {
        "o": lambda: board.orientation(view, session.mine),
        "m": lambda: board.zones(view),
        "i": lambda: board.index(view),
        "f": lambda: board.files(view),
        "j": lambda: journal(session, view),
        "n": lambda: nothing(lines(session, view)),
        "r": lambda: RULES.read_text(encoding="utf-8").splitlines(),
    }
    if key in shown:
        say_all(console, shown[key]())
    elif key == "q":
        raise Leave
    elif key == "u":
        undo(session, console)
    elif key == "h":
        advise(session, console, listed)
    elif key == "d":
        read_all(console, so_far(view, session.journal(view.zone)))
    elif key == "k":
        ask_why(view, (event for _round, event in session.journal(view.zone)), console)
    elif session.shared and key == "p":
        relay.public(session, console)
    elif session.shared and key in ("c", "w"):
        close(session, console, key)
    else:
        console.say(
            _(
                "o what it is about, m map, i Index, f own files, j journal, n what is new, "
                "d injects so far, k why a number, r rule book, h staff recommendation, u undo, "
                "q leave (everything is saved)."
            )
        )
        if session.shared:
            console.say(_("p public view, c close or open the curtain, w who is at the table."))


def advise(session: Session, console: Console, listed: Sequence[Choice]) -> None:
    """The staff recommendation, in practice mode, with its number in the list."""
    choice = session.advice()
    if choice is None:
        console.say(_("The staff recommends in practice mode, when the decision is yours."))
    else:
        text = advice_text(session.view(session.acting), choice.command, choice.reason)
        typed = coach.typed_text(numbers(choice.command, listed))
        console.say(_("{advice} {numbers}").format(advice=text, numbers=typed).rstrip())


def close(session: Session, console: Console, key: str) -> None:
    """Close the curtain in the middle of a turn; with "w" somebody leaves or comes back."""
    if session.open_for:
        session.close_curtain()
        relay.cover(console)
    elif key == "c" and session.due:
        relay.let_in(session, console)
    if key == "w":
        relay.people(session, console)


def journal(session: Session, view: View) -> Iterable[str]:
    """All that the zone was told, by round."""
    for number, event in session.journal(view.zone):
        text = event_text(view, event)
        if text:
            yield _("Round {round}: {text}").format(round=number, text=text)


def undo(session: Session, console: Console) -> None:
    """Take the last own decision back, if that is possible."""
    reach = session.undo_reach()
    if not reach:
        console.say(_("Nothing can be undone: the last decision revealed, rolled or passed on."))
        return
    if reach == "practice" and not asked_back(console, beyond(), _("Take it back")):
        return
    session.undo()
    console.say(
        _("Undone.") if reach == "free" else _("Rewound: logged as practice, the dice from here on are new.")
    )


def ending(session: Session, console: Console) -> None:
    """Result, reasons, the strike, the network."""
    view = session.view(session.reader_of(COMMANDER))
    console.say()
    console.say(result_text(view))
    say_all(console, reasons(view))
    say_all(console, strike_lines(view))
    console.say(_("The network was:"))
    say_all(console, network_lines(view))
    advice = advice_of(session)
    if advice is not None:
        say_all(console, coach.lines(advice, ()))
    console.say(
        _("'sco-tabletop replay --plain' shows what every seat knew, 'sco-tabletop report' the review.")
    )
    kept(session, console)
