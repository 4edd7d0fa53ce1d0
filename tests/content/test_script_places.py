"""Every mistake in a script is named in its line and column, with what was probably meant."""

from __future__ import annotations

import pytest

from sco_tabletop.content import DeckError, Problem, check, load, load_script

from .manuscript import MANUSCRIPT, SCRIPT
from .workshop import DECK, Workshop

ORDER, ASKING, ANSWER, NONE, CALLER, STORM = range(6)

# what stands there, what stands there instead (¦ where the message must point), field, message
MISTAKES = [
    ("format: 1", "format: ¦2", "format", "format 2 is not known to this version; it reads format 1."),
    ("draw: mix", "¦drow: mix", "drow", "unknown field drow; did you mean draw?"),
    ("draw: mix", "draw: ¦mixed", "draw", "unknown value mixed; did you mean mix?"),
    ("title: A night and a day\n", "", "title", "the field title is missing."),
    ("minutes: 90", "minutes: ¦9", "minutes", "9 is out of bounds; 10 to 480 are allowed."),
    ("minutes: 90", "minutes: ¦ninety", "minutes", "a whole number is expected here, not ninety."),
    ("rounds: 6", "rounds: ¦9", "rounds", "9 is out of bounds; 1 to 8 are allowed."),
    ("rounds: 6", "rounds: ¦0", "rounds", "0 is out of bounds; 1 to 8 are allowed."),
    ("rounds: 6\n", "", "rounds", "how many of them are planned must stand in rounds"),
    ("injects:\n", "injects: ¦many\nmore:\n", "injects", "a list is expected here, not many."),
    ('id: "01"', "id: ¦01", "injects[0].id", "a text is expected here, not 1; a number or true needs quotes"),
    ('id: "01"', "id: ¦a/b", "injects[0].id", "a/b is not the number of an inject"),
    ("id: 02a", "id: ¦1234567890123", "injects[1].id", "a text is expected"),
    ("id: 02a", "id: ¦x234567890123", "injects[1].id", "13 columns wide; 12 at most"),
    ('id: "03"', 'id: ¦"01"', "injects[4].id", "01 is used twice; first at line 8."),
    ("id: 02b", "id: ¦02A", "injects[2].id", "02A is used twice"),
    ("title: The order", "titel: The order", "injects[0].title", "the field title is missing."),
    ("title: The order", "¦titel: The order", "injects[0].titel", "did you mean title?"),
    ("type: inject", "type: ¦injekt", "injects[0].type", "unknown value injekt; did you mean inject?"),
    ("from: Director", "¦form: Director", "injects[0].form", "unknown field form; did you mean from?"),
    ("from: Director", "from: ¦7", "injects[0].from", "a text is expected here, not 7"),
    ("from: Director", "from: ¦''", "injects[0].from", "the text is empty."),
    ("from: Director", "¦from_: Director", "injects[0].from_", "unknown field from_; did you mean from?"),
    ("method: phone", "method: ¦telephone", "injects[0].method", "did you mean phone?"),
    ("grade: A1", "grade: ¦A7", "injects[0].grade", "a letter from A to F and a number from 1 to 6"),
    ("minute: 3\n", "minute: ¦-1\n", "injects[0].minute", "-1 is out of bounds; 0 to 600"),
    ("due: {round: 1}", "due: {round: ¦0}", "injects[0].due.round", "0 is out of bounds; 1 to 20"),
    ("due: {round: 1}", "due: {minutes: ¦-1}", "injects[0].due.minutes", "-1 is out of bounds"),
    ("due: {round: 1}", "due: {¦rond: 1}", "injects[0].due.rond", "did you mean round?"),
    ("due: {round: 1}", "due: ¦1", "injects[0].due", "a mapping of fields is expected here, not 1."),
    ("due: {round: 1}", "due: {¦branch: joint}", "injects[0].due.branch", "name the inject in after"),
    ("{round: 4, minutes: 50}", "{round: ¦0}", "injects[0].expires.round", "0 is out of bounds"),
    ("{round: 4, minutes: 50}", "{minutes: ¦601}", "injects[0].expires.minutes", "601 is out of bounds"),
    ("due: {round: 1}", "due: {round: 5}", "injects[0].expires", "expires before it is due"),
    ("due: {round: 1}", "due: {minutes: 50}", "injects[0].expires", "expires before it is due"),
    ("[intelligence-exchange.1, o", "[¦inteligence-exchange.1, o", "injects[0].tasks[0]", "did you mean"),
    ("[intelligence-exchange.1, o", "[¦intelligence-exchange, o", "injects[0].tasks[0]", "did you mean"),
    (
        "[intelligence-exchange.1, o",
        "[¦intelligence-exchange.4, o",
        "injects[0].tasks[0]",
        "has 3 tasks; write intelligence-exchange.1 to intelligence-exchange.3.",
    ),
    ("[intelligence-exchange.1, o", "[¦intelligence-exchange.01, o", "injects[0].tasks[0]", "has 3 tasks"),
    (
        "operation-coordination.1]\n    notes",
        "¦intelligence-exchange.1]\n    notes",
        "injects[0].tasks[1]",
        "used twice",
    ),
    ("to: [TJK, KGZ]", "to: [TJK, ¦KZG]", "injects[1].to[1]", "unknown value KZG; did you mean KGZ?"),
    ("to: [TJK, KGZ]", "to: [TJK, ¦TJK]", "injects[1].to[1]", "TJK is used twice"),
    ("to: [TJK, KGZ]", "to: [TJK, ¦all]", "injects[1].to[1]", "unknown value all; known: KAZ, KGZ"),
    ("to: [TJK, KGZ]", "to: ¦everybody", "injects[1].to", "unknown value everybody; known: all, KAZ"),
    ("to: [TJK, KGZ]", "to: ¦{}", "injects[1].to", "a list is expected here, not {}."),
    ("to: [TJK, KGZ]", "to: [TJK, ¦3]", "injects[1].to[1]", "a text is expected here, not 3"),
    ("to: [TJK, KGZ]", "to: ¦[]", "injects[1].to", "the inject goes to nobody"),
    ("  - id: 02a", "  - ¦id: 02a", "injects[1].to", "the inject goes to nobody", "    to: [TJK, KGZ]\n"),
    (
        "  - id: 02a",
        "  - ¦id: 02a",
        "injects[1].message",
        "the field message is missing.",
        "    message: EXERCISE. Who asks?\n",
    ),
    ("message: EXERCISE. Who asks?", "message: ¦''", "injects[1].message", "the text is empty."),
    ("fact: threat", "fact: ¦treat", "injects[1].due.when[0].fact", "did you mean threat?"),
    (
        "- {fact: threat, at_least: 1, at_most: 6}",
        "- ¦{fact: threat}",
        "injects[1].due.when[0]",
        "a condition needs at_least, at_most or both.",
    ),
    ("at_least: 1, at_most: 6", "at_least: ¦7, at_most: 6", "injects[1].due.when[0].at_least", "larger than"),
    ("at_least: 1, at_most: 6", "at_most: ¦-1", "injects[1].due.when[0].at_most", "0 to 200 are allowed"),
    ("at_least: 1, at_most: 6", "at_most: ¦true", "injects[1].due.when[0].at_most", "a whole number"),
    ("due: {round: 1}", "due: {when: ¦[]}", "injects[0].due.when", "the list has 0 entries; 1 to 4"),
    (
        "      - {id: apart, label: Two requests}\n",
        "",
        "injects[1].branches",
        "the list has 1 entries; 2 to 6",
    ),
    ("{id: apart, label", "{id: ¦joint, label", "injects[1].branches[1].id", "joint is used twice"),
    ("{id: apart, label", "{id: ¦A part, label", "injects[1].branches[1].id", "A part is not an id"),
    (
        "label: Two requests",
        "label: ¦One request",
        "injects[1].branches[1].label",
        "One request is used twice",
    ),
    ("{kind: actions, amount: -1}", "{kind: ¦action, amount: -1}", "injects[1].effects[0].kind", "actions?"),
    ("{kind: actions, amount: -1}", "{kind: actions, amount: ¦2}", "injects[1].effects[0].amount", "-1 to 1"),
    (
        "- {kind: actions, amount: -1}",
        "- {kind: actions, amount: -1, ¦who: chair}",
        "injects[1].effects[0].who",
        "the effect falls on the zones in to; leave out who.",
    ),
    (
        "- {kind: actions, amount: -1}",
        "- ¦{kind: preparation, amount: -1}",
        "injects[1].effects[0]",
        "the effect preparation falls on no zone and would happen once for each of 2.",
    ),
    ("after: 02a, branch: joint", "after: ¦02x, branch: joint", "injects[2].due.after", "did you mean 02"),
    (
        "after: 02a, branch: joint",
        "after: ¦02b",
        "injects[2].due.after",
        "wait for each other: 02b -> 02b.",
    ),
    (
        "after: 02a, branch: joint",
        "after: 02a, branch: ¦joined",
        "injects[2].due.branch",
        "did you mean joint?",
    ),
    (
        "after: 02a, branch: joint",
        "after: '03', branch: ¦joint",
        "injects[2].due.branch",
        "03 has no branches.",
    ),
    ("after: 02a, branch: joint", "after: ¦E1", "injects[2].due.after", "E1 is for the staff"),
    (
        "due: {round: 3}",
        'due: {after: ¦"04"}',
        "injects[4].due.after",
        "the injects wait for each other: 03 -> 04 -> 03.",
    ),
    (
        "type: expected-action\n",
        "type: expected-action\n    ¦to: all\n",
        "injects[7].to",
        "for the staff alone",
    ),
    (
        "type: information\n",
        "type: information\n    ¦effects: [{kind: lead}]\n",
        "injects[8].effects",
        "for the staff alone; leave out effects",
    ),
    ("help: help\n", "help: ¦hint\n", "injects[9].help", "unknown value hint; known: help, pressure"),
    ("help: pressure\n", "help: ¦presure\n", "injects[10].help", "did you mean pressure?"),
    (
        "  - id: H1",
        "  - ¦id: H1",
        "injects[9].help",
        "a contingency needs its class in help",
        "    help: help\n",
    ),
    ("help: help\n", "help: help\n    ¦due: {round: 2}\n", "injects[9].due", "when it fits; leave out due."),
    ("help: help\n", "help: help\n    ¦minute: 5\n", "injects[9].minute", "when it fits; leave out minute."),
    ("type: inject\n", "type: inject\n    ¦help: help\n", "injects[0].help", "only a contingency has help."),
    ("type: inject\n", "type: inject\n    ¦use_when: x\n", "injects[0].use_when", "only a contingency has"),
]


@pytest.mark.parametrize("mistake", MISTAKES, ids=range(len(MISTAKES)))
def test_mistake_in_its_place(shop: Workshop, mistake: tuple[str, ...]) -> None:
    """Exactly one problem stands there, it is an error, and the script does not load."""
    old, new, field, message, *gone = mistake
    text = MANUSCRIPT
    for part in gone:
        assert text.count(part) == 1
        text = text.replace(part, "")
    assert old in text
    where = shop.write(SCRIPT, text.replace(old, new, 1))
    if "¦" not in new:
        found = [problem for problem in problems_of(shop) if problem.path == field]
    else:
        found = [problem for problem in shop.at(SCRIPT, where) if problem.path == field]
    assert [message in problem.message for problem in found].count(True) == 1, problems_of(shop)
    with pytest.raises(DeckError):
        load_script(shop.folder, load(shop.folder))


def problems_of(shop: Workshop) -> tuple[Problem, ...]:
    """Everything found in the script."""
    return tuple(problem for problem in check(shop.folder) if problem.file.endswith(SCRIPT))


def test_all_at_once(shop: Workshop) -> None:
    """One finding does not hide another, in the order of the file."""
    text = MANUSCRIPT.replace("minutes: 90", "minutes: 9").replace("to: [UZB]", "to: [UZP]")
    shop.write(SCRIPT, text.replace("help: redirect", "help: help\n    due: {round: 1}"))
    assert [problem.path for problem in problems_of(shop)] == [
        "minutes",
        "injects[4].to[0]",
        "injects[11].due",
    ]


def test_every_circle_once(shop: Workshop) -> None:
    """A circle of two and one of one, each told once; what leads into a circle is not part of it."""
    text = MANUSCRIPT.replace("due: {round: 3}", 'due: {after: "04"}').replace(
        "due: {round: 1}", 'due: {after: "01"}'
    )
    shop.write(SCRIPT, text.replace("due: {after: 02a, branch: apart}", 'due: {after: "03"}'))
    told = [(problem.path, problem.message) for problem in problems_of(shop)]
    assert told == [
        ("injects[0].due.after", "the injects wait for each other: 01 -> 01."),
        ("injects[4].due.after", "the injects wait for each other: 03 -> 04 -> 03."),
    ]


def test_no_inject(shop: Workshop) -> None:
    """A script without a line is none."""
    where = shop.write(SCRIPT, MANUSCRIPT.partition("injects:")[0] + "injects: ¦[]")
    (problem,) = shop.at(SCRIPT, where)
    assert problem.message == "the list has 0 entries; 1 to 200 are allowed."


OFF = [
    ("rounds: 6\n", "¦rounds: 6\n", "rounds", "leave out rounds"),
    ("due: {round: 1}", "due: {¦round: 1}", "injects[0].due.round", "leave out due.round"),
    ("{round: 4, minutes: 50}", "{¦round: 4}", "injects[0].expires.round", "leave out expires.round"),
    ("      when:\n", "      ¦when:\n", "injects[1].due.when", "leave out due.when"),
    (
        "    effects:\n      - {kind: lead}",
        "    ¦effects:\n      - {kind: lead}",
        "injects[2].effects",
        "leave out effects",
    ),
]


@pytest.mark.parametrize(("old", "new", "field", "message"), OFF, ids=range(len(OFF)))
def test_a_discussion_has_no_rounds(shop: Workshop, old: str, new: str, field: str, message: str) -> None:
    """With draw: off, whatever rests on rounds of the engine would never come."""
    text = MANUSCRIPT.replace("draw: mix", "draw: off")
    where = shop.write(SCRIPT, text.replace(old, new, 1))
    (problem,) = shop.at(SCRIPT, where)
    assert (problem.path, message in problem.message) == (field, True)


DEPTHS = [
    ("find", "kind: ¦lead}", "injects[2].effects[0].kind", "the depth find does not play the effect lead."),
    (
        "find",
        "fact: ¦named-right, ",
        "injects[1].due.when[0].fact",
        "does not play what would move named-right",
    ),
    ("investigate", "kind: ¦team-held}", "injects[2].effects[0].kind", "does not play the effect team-held."),
    ("investigate", "fact: ¦located-right, ", "injects[1].due.when[0].fact", "what would move located-right"),
]


@pytest.mark.parametrize(("depth", "new", "field", "message"), DEPTHS, ids=range(len(DEPTHS)))
def test_r10_1_what_the_depth_does_not_play(
    shop: Workshop, depth: str, new: str, field: str, message: str
) -> None:
    """Of the deck's own depth: it can neither happen nor be waited for."""
    shop.swap(DECK, "depth: full", f"depth: {depth}")
    old = "kind: lead}" if new.startswith("kind") else "fact: threat, "
    where = shop.write(SCRIPT, MANUSCRIPT.replace(old, new, 1))
    assert [(p.path, message in p.message) for p in shop.at(SCRIPT, where)] == [(field, True)]


def test_rounds_of_the_shortest_difficulty(shop: Workshop) -> None:
    """A script is for every difficulty of its deck, so the one with the fewest rounds bounds it."""
    shop.swap(DECK, "standard: {}", "standard: {}\n  short: {rounds: 5, main_rounds: [5]}")
    where = shop.write(SCRIPT, MANUSCRIPT.replace("rounds: 6", "rounds: ¦6"))
    (problem,) = shop.at(SCRIPT, where)
    assert problem.message == "6 is out of bounds; 1 to 5 are allowed."
    assert load_script(shop.folder, load(shop.folder)) is not None
    with pytest.raises(DeckError):
        load_script(shop.folder, load(shop.folder, "short"))
