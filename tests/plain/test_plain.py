"""The exercise in plain lines, as pipes and screen readers use it."""

import io
import shlex
from pathlib import Path

import attrs
import pytest

from sco_tabletop.cli import parser
from sco_tabletop.core.commands import CallHour, ChooseOption, Discard, DrawInject, EndTurn, StandBy
from sco_tabletop.core.words import Depth
from sco_tabletop.plain.choices import choices, numbers
from sco_tabletop.plain.lines import Console
from sco_tabletop.plain.room import run
from sco_tabletop.record.read import read
from sco_tabletop.record.save import Decided
from sco_tabletop.record.verify import Exact, verify
from sco_tabletop.session.reopen import reopen
from sco_tabletop.session.seats import solo_seats
from sco_tabletop.session.session import Session
from tests.decks import first_watch
from tests.session.test_session import create


def play(folder: Path, answers: str, *, seed: int = 7) -> tuple[str, Path]:
    """Feed lines to an exercise; what was printed, and the save."""
    session = create(folder, seed=seed)
    target = io.StringIO()
    run(session, Console(io.StringIO(answers), target))
    session.close()
    return target.getvalue(), session.path


def test_always_one_reaches_a_result(tmp_path: Path) -> None:
    """The first choice always moves on; the network is revealed at the end, the save is exact."""
    for seed in range(1, 9):
        text, path = play(tmp_path, "1\n" * 400, seed=seed)
        assert "Result: " in text
        assert "leader, home" in text
        assert isinstance(verify(read(path)), Exact)


def test_two_runs_differ_only_in_the_line_that_names_the_save(tmp_path: Path) -> None:
    """Same deck, seats, seed and answers: the same text."""
    one, first = play(tmp_path, "1\n" * 400)
    two, second = play(tmp_path, "1\n" * 400)
    pairs = list(zip(one.splitlines(), two.splitlines(), strict=True))
    different = [(a, b) for a, b in pairs if a != b]
    assert len(different) == 1
    assert str(first) in different[0][0]
    assert str(second) in different[0][1]


def test_the_end_of_input_names_the_save(tmp_path: Path) -> None:
    """Nothing is lost; one learns where it is, and how it goes on from any folder."""
    text, path = play(tmp_path / "two words", "1\n1\n")
    hint = text.rstrip().rpartition("Go on with: ")[2]
    assert hint == f"sco-tabletop resume --plain {shlex.quote(str(path))}"
    target = io.StringIO()
    parsed = parser().parse_args(shlex.split(hint)[1:])
    assert parsed.save == path
    run(reopen(parsed.save), Console(io.StringIO(""), target))
    assert target.getvalue().rstrip().endswith(hint)


def test_letters_show_without_changing(tmp_path: Path) -> None:
    """Map, Index, files, journal, rule book, help: no decision is taken by looking."""
    text, path = play(tmp_path, "o\nm\ni\nf\nj\nr\n?\n999\nx\nq\n")
    assert len(read(path).entries) == 1
    assert "next to" in text
    assert text.count("  H-hour: the one strike") == 2
    assert "possible homes" in text
    assert "R5.15" in text


def test_a_long_list_asks_for_the_target_and_goes_back(tmp_path: Path) -> None:
    """Kinds with many targets open a list of their own; 0 goes back."""
    session = create(tmp_path)
    while session.view(0).public.phase.value != "turn":
        listed = choices(session.view(0))
        session.submit(listed[0].commands[0])
    listed = choices(session.view(0))
    place = next(i for i, choice in enumerate(listed, 1) if len(choice.commands) > 1)
    target = io.StringIO()
    before = session.view(0).public.zones[0].actions
    run(session, Console(io.StringIO(f"{place}\n0\n{place}\n1\nq\n"), target))
    assert "or 0 to go back" in target.getvalue()
    assert session.view(0).public.zones[0].actions == before - 1


def test_what_is_impossible_says_why(tmp_path: Path) -> None:
    """Nothing is hidden: every kind of action of a turn is listed, possible or with its reason and rule."""
    session = create(tmp_path)
    while session.view(0).public.phase.value != "turn":
        session.submit(choices(session.view(0))[0].commands[0])
    listed = choices(session.view(0))
    impossible = [choice.text for choice in listed if not choice.commands]
    assert any("Protect" in text and "R5.11" in text for text in impossible)
    assert listed[0].text.startswith("End the turn")


def test_a_reason_that_several_kinds_share_is_read_once(tmp_path: Path) -> None:
    """Without an action left a dozen kinds are impossible: one line, with its kinds, after all others."""
    session = create(tmp_path)
    while session.view(0).public.phase.value != "turn":
        session.submit(choices(session.view(0))[0].commands[0])
    while session.view(0).public.zones[0].actions:
        session.submit(StandBy(0))
    shared = [choice.text for choice in choices(session.view(0)) if "No action is left" in choice.text]
    assert len(shared) == 1
    assert "Monitor, Analyse" in shared[0]
    assert choices(session.view(0))[-1].text == shared[0]


def test_the_staff_names_its_number(tmp_path: Path) -> None:
    """In a list of two dozen lines its sentence alone would have to be looked for."""
    session = create(tmp_path)
    while session.view(0).public.phase.value != "turn":
        session.submit(choices(session.view(0))[0].commands[0])
    advised = session.advice()
    assert advised is not None
    typed = numbers(advised.command, choices(session.view(0)))
    target = io.StringIO()
    run(session, Console(io.StringIO("h\nq\n"), target))
    said = " ".join(target.getvalue().split())
    assert said.count("Staff: ") == 1
    assert f"Number {', then '.join(map(str, typed))}. == " in said
    chosen = choices(session.view(0))[typed[0] - 1]
    assert advised.command in chosen.commands


def test_the_end_of_a_turn_with_something_unused_is_asked_back(tmp_path: Path) -> None:
    """An empty line keeps the turn; the number ends it."""
    text, path = play(tmp_path, "1\n1\n\nq\n")
    assert "Unused and lost: 2 actions" in text
    assert not [e for e in read(path).entries if isinstance(e, Decided) and isinstance(e.command, EndTurn)]
    path = play(tmp_path, "1\n1\n1\nq\n")[1]
    assert [e for e in read(path).entries if isinstance(e, Decided) and isinstance(e.command, EndTurn)]


def test_a_terminal_gets_lines_broken_between_words() -> None:
    """Under the words of the first line, behind the number; a pipe gets the sentence whole."""

    class Terminal(io.StringIO):
        def isatty(self) -> bool:
            return True

    target, pipe = Terminal(), io.StringIO()
    sentence = "  3. " + "captured " * 20
    Console(io.StringIO(), target).say(sentence)
    Console(io.StringIO(), pipe).say(sentence)
    lines = target.getvalue().splitlines()
    assert len(lines) > 1
    assert all(len(line) < 80 and set(line[5:].split()) == {"captured"} for line in lines)
    assert [line[:5] for line in lines] == ["  3. ", *["     "] * (len(lines) - 1)]
    assert pipe.getvalue() == sentence + "\n"


def test_undo_in_plain_lines(tmp_path: Path) -> None:
    """u takes the last decision back and says how far it went; beyond the barrier it is asked back."""
    text, path = play(tmp_path, "u\n2\nu\n\nu\n1\nq\n")
    assert "Nothing can be undone" in text
    assert text.count("Take back your last decision and everything since?") == 2
    assert text.count("Rewound: logged as practice") == 1
    assert "Rewound: logged as practice" in text
    assert isinstance(verify(read(path)), Exact)


def test_one_line_draws_and_leaves_the_hour(tmp_path: Path) -> None:
    """While nobody is located; the commands in the save are the two that would have been typed."""
    saves = [play(tmp_path, answers)[1] for answers in ("1\nq\n", "2\n1\nq\n")]
    made = [[e.command for e in read(path).entries if isinstance(e, Decided)] for path in saves]
    assert made[0] == made[1] == [DrawInject(0), CallHour(0, call=False)]


def test_one_line_leaves_the_hour_also_if_the_card_asks(tmp_path: Path) -> None:
    """The card of the second round asks the chair something; after the answer the call is not asked again."""
    text, path = play(tmp_path, "1\n1\n1\n1\n1\nq\n")
    made = [e.command for e in read(path).entries if isinstance(e, Decided) and e.command.zone == 0]
    assert [type(command) for command in made[-3:]] == [DrawInject, ChooseOption, CallHour]
    assert "== H-hour call" not in text
    assert "== Turn: Kazakhstan ==" in text.rpartition("== Decision on the inject")[2]


def test_what_cannot_be_taken_back_is_asked_back(tmp_path: Path) -> None:
    """As on the screens: the question with its consequence; an empty line goes back."""
    session = create(tmp_path, seed=5)
    while session.view(0).public.phase.value != "turn":
        session.submit(choices(session.view(0))[0].commands[0])
    listed = choices(session.view(0))
    place = next(i for i, of in enumerate(listed, 1) if of.commands and isinstance(of.commands[0], Discard))
    target = io.StringIO()
    run(session, Console(io.StringIO(f"{place}\n\nq\n"), target))
    session.close()
    assert "The value is gone from your file" in target.getvalue()
    made = [e.command for e in read(session.path).entries if isinstance(e, Decided)]
    assert not [command for command in made if isinstance(command, Discard)]


def test_the_briefing_is_stamped(tmp_path: Path) -> None:
    """Every briefing says that it is an exercise."""
    text, _ = play(tmp_path, "")
    assert text.startswith("EXERCISE EXERCISE EXERCISE")
    assert first_watch().title in text


def test_a_second_zone_hears_what_it_alone_was_told(tmp_path: Path) -> None:
    """R3.3: private news of the other zone is read out at its own turn, under its own name."""
    session = create(tmp_path, zones=(0, 1))
    target = io.StringIO()
    run(session, Console(io.StringIO("1\n" * 40), target))
    assert "Told to Kyrgyzstan in round" in target.getvalue()
    assert "Told to Kazakhstan" not in target.getvalue()


@pytest.mark.parametrize("depth", [Depth.FIND, Depth.INVESTIGATE])
def test_a_short_depth_in_lines(tmp_path: Path, depth: Depth) -> None:
    """What is off stands on one line with its reason; the goal is told; it ends with what was found out."""
    deck = first_watch()
    made = attrs.evolve(deck, depth=depth, numbers=attrs.evolve(deck.numbers, rounds=6))
    session = Session.create(
        made, deck_digest="0" * 64, seats=solo_seats(made, (0,)), seed=7, practice=True, folder=tmp_path
    )
    target = io.StringIO()
    run(session, Console(io.StringIO("1\n" * 400), target))
    session.close()
    text = target.getvalue()
    off = [line for line in text.splitlines() if "Not in play" in line]
    assert off
    assert all("Send a team" in line and "R10.1" in line for line in off)
    assert ("Analyse" in off[0]) == (depth is Depth.FIND)
    assert ("Preparation" in text) == (depth is Depth.INVESTIGATE)
    assert "H-hour" not in text.partition("Result:")[0].partition("== ")[2]
    assert "To win: " in text
    assert "The last round is over" in text
    assert isinstance(verify(read(session.path)), Exact)


def test_a_number_is_taken_apart_and_a_paragraph_read(tmp_path: Path) -> None:
    """K lists the numbers; a line gives parts, sum and rule; a paragraph its text; nothing is decided."""
    text, path = play(tmp_path, "k\n1\nk\nr5.16\nk\nx\nk\n0\nq\n")
    assert "1. Threat: 0" in text
    assert "= together 0 of " in text
    assert "R4.8 Lost" in text
    assert "R5.16 Doubt." in text
    assert "There is no such line or paragraph." in text
    assert not [entry for entry in read(path).entries if isinstance(entry, Decided)]
