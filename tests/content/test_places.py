"""Every mistake of an author is named in its file, line, column and field, with what was probably meant."""

from __future__ import annotations

import attrs
import pytest

from sco_tabletop.content import DeckError, Problem, UnknownDifficulty, check, difficulties, load
from sco_tabletop.core.words import Depth

from .workshop import CARDS, DECK, Workshop

# file, what stands there, what stands there instead (¦ where the message must point), field, message
MISTAKES = [
    (DECK, "title: First Watch", "¦titel: First Watch", "titel", "unknown field titel; did you mean title?"),
    (
        DECK,
        "summary: Four",
        "¦zzzzzzzzzz: Four",
        "zzzzzzzzzz",
        "unknown field zzzzzzzzzz; known here: format",
    ),
    (DECK, "format: 1", "format: ¦2", "format", "format 2 is not known to this version; it reads format 1."),
    (DECK, "id: first-watch", "id: ¦First_Watch", "id", "First_Watch is not an id"),
    (DECK, 'version: "1.0"', "version: ¦1.0", "version", "a text is expected here, not 1.0"),
    (DECK, "title: First Watch", "title: ¦''", "title", "the text is empty."),
    (DECK, "title: First Watch", "title: ¦" + "x" * 61, "title", "61 columns wide; 60 at most"),
    (DECK, "title: First Watch", "title: ¦" + "界" * 31, "title", "62 columns wide; 60 at most"),
    (DECK, "title: First Watch", 'title: ¦"a\\nb"', "title", "must stand on one line"),
    (DECK, "depth: full", "depth: ¦ful", "depth", "unknown value ful; did you mean full?"),
    (DECK, "depth: full", "depth: ¦true", "depth", "unknown value true; known: find, investigate, full."),
    (DECK, "standard\n", "¦standart\n", "default_difficulty", "did you mean standard?"),
    (DECK, "id: KGZ", "id: ¦KAZ", "zones[1].id", "KAZ is used twice; first at line "),
    (DECK, "id: KGZ", "id: ¦kgz", "zones[1].id", "kgz is not an id of a zone"),
    (DECK, "short: KG", "short: ¦KGZX", "zones[1].short", "4 columns wide; 3 at most"),
    (DECK, "adjacent: [KGZ, UZB]", "adjacent: [¦KZG, UZB]", "zones[0].adjacent[0]", "did you mean KGZ?"),
    (DECK, "adjacent: [KGZ, UZB]", "adjacent: [¦KAZ, UZB]", "zones[0].adjacent[0]", "adjacent to itself"),
    (DECK, "adjacent: [KGZ, UZB]", "adjacent: ¦[KGZ]", "zones[0].adjacent", "1 entries; 2 to 4 are allowed"),
    (
        DECK,
        "adjacent: [KGZ, UZB]",
        "adjacent: [KGZ, UZB, ¦TJK]",
        "zones[0].adjacent[2]",
        "KAZ names TJK as adjacent, but TJK does not name KAZ.",
    ),
    (DECK, "adjacent: [KGZ, UZB]", "adjacent: [KGZ, UZB, ¦UZB]", "zones[0].adjacent[2]", "UZB is used twice"),
    (DECK, "sites: [Astana, Almaty, Shymkent]", "sites: ¦[]", "zones[0].sites", "the list has 0 entries"),
    (DECK, "letter: K", "letter: ¦KK", "zones[0].letter", "one letter from A to Z"),
    (DECK, "letter: K", "letter: ¦Q", "zones[0].letter", "no cell of the map has the letter Q."),
    (DECK, "{row: 1, column: 21}", "¦{row: 4, column: 34}", "zones[0].label", "is not a cell of KAZ"),
    (
        DECK,
        "{row: 1, column: 21}",
        "¦{row: 99, column: -1}",
        "zones[0].label",
        "row 99, column -1 of the map",
    ),
    (DECK, "{row: 1, column: 21}", "{row: 1, ¦colum: 21}", "zones[0].label.colum", "did you mean column?"),
    (DECK, "- ..KKK", "- ¦.KKK", "map[1]", "the row has 43 cells, the first one has 44."),
    (DECK, "- .UUUUU", "- ¦.UUUUX", "map[4]", "no zone has the letter X"),
    (DECK, "values: [dawn, ", "values: ¦[", "disciplines.signals.values", "exactly 4 entries, it has 3."),
    (DECK, "[dawn, midday", "[dawn, ¦Dawn", "disciplines.signals.values[1]", "Dawn is used twice"),
    (DECK, "name: cyber", "name: ¦signals", "disciplines.cyber.name", "signals is used twice"),
    (DECK, "levels: [3, 2, 0, 0, 0]", "levels: ¦[3, 2, 1, 0, 0]", "levels", "the other three are 0"),
    (DECK, "levels: [3, 2, 0, 0, 0]", "levels: ¦[3, 1, 0, 0, 0]", "levels", "two of at least 2"),
    (DECK, "levels: [3, 2, 0, 0, 0]", "levels: [¦4, 2, 0, 0, 0]", "levels[0]", "0 to 3 are allowed"),
    (DECK, "[leader, financier, ", "¦[financier, leader, ", "functions", "must start with leader"),
    (DECK, "[leader, financier, ", "[leader, ¦leader, ", "functions[1]", "there is only one leader"),
    (DECK, "[leader, financier, ", "[leader, ¦finansier, ", "functions[1]", "did you mean financier?"),
    (DECK, "[leader, financier, recruiter, ", "¦[leader, ", "functions", "difficulty standard needs 5"),
    (DECK, "  rounds: 8\n", "", "difficulties.standard.rounds", "the field rounds is missing."),
    (DECK, "  rounds: 8", "  ¦round: 8", "numbers.round", "unknown field round; did you mean rounds?"),
    (DECK, "  rounds: 8", "  rounds: ¦0", "numbers.rounds", "0 is out of bounds; 1 to 20 are allowed."),
    (DECK, "  rounds: 8", "  rounds: ¦true", "numbers.rounds", "a whole number is expected here, not true."),
    (DECK, "  rounds: 8", "  rounds: ¦8.0", "numbers.rounds", "a whole number is expected here, not 8.0."),
    (DECK, "lead_truth: 50", "lead_truth: ¦101", "numbers.lead_truth", "0 to 100 are allowed"),
    (DECK, "standard: {}", "standard: {quota: ¦101}", "difficulties.standard.quota", "0 to 100 are allowed"),
    (DECK, "standard: {}", "standard: {¦quotas: 1}", "difficulties.standard.quotas", "did you mean quota?"),
    (DECK, "standard: {}", "standard: ¦[]", "difficulties.standard", "a mapping of fields is expected"),
    (DECK, "standard: {}", "standard: {}\n  ¦Hard One: {}", "difficulties.Hard One", "is not an id"),
    (
        DECK,
        "main_rounds: [6, 7, 8]",
        "main_rounds: ¦[6, 9]",
        "numbers.main_rounds",
        "after the last round, 8",
    ),
    (DECK, "main_rounds: [6, 7, 8]", "main_rounds: ¦[]", "numbers.main_rounds", "the list has 0 entries"),
    (DECK, "teams: [2, 1]", "teams: ¦[0, 0]", "numbers.teams", "somebody must have a team"),
    (
        DECK,
        "operatives_high: 5\n  operatives_cap: 7",
        "operatives_high: ¦5\n  operatives_cap: 4",
        "numbers.operatives_high",
        "operatives_high must not be larger than operatives_cap.",
    ),
    (DECK, "partial_quota: 50", "partial_quota: ¦76", "numbers.partial_quota", "larger than quota"),
    (
        DECK,
        "register_size: 12",
        "register_size: 13",
        "persons",
        "48 names are listed; difficulty standard needs 52.",
    ),
    (
        DECK,
        "operatives_cap: 7",
        "operatives_cap: 15",
        "personas",
        "14 names are listed; difficulty standard needs 15.",
    ),
    (DECK, "    - {tenths: 18, ", "    ¦- {tenths: 30, ", "numbers.influence_steps", "the steps must rise"),
    (DECK, "operatives_per_zone: 2", "operatives_per_zone: ¦1", "numbers.operatives_per_zone", "room for 4"),
    (DECK, "    leader: 0", "    leader: ¦5", "chances.trace_left.leader", "never leaves a trace"),
    (DECK, "analyse: [0, ", "analyse: [¦-1, ", "chances.analyse[0]", "-1 is out of bounds; 0 to 100"),
    (DECK, "kind_weights:\n  lead: 22", "kind_weights:\n  ¦lead: 23", "kind_weights", "add up to 101"),
    (DECK, "  low-lead: 13", "  ¦low-leed: 13", "kind_weights.low-leed", "did you mean low-lead?"),
    (DECK, "- Pebble", "- ¦lantern", "personas[1]", "lantern is used twice"),
    (DECK, "- Acorn", "- ¦Lantern", "persons[0]", "Lantern is used twice"),
    (
        DECK,
        "- id: operation-coordination",
        "- id: ¦intelligence-exchange",
        "objectives[1].id",
        "is used twice",
    ),
    (
        CARDS,
        "id: lead-lost-handset",
        "id: ¦lead-night-shift",
        "cards[1].id",
        "is used twice; first at line 5.",
    ),
    (CARDS, "kind: lead", "kind: ¦leed", "cards[0].kind", "unknown value leed; did you mean lead?"),
    (CARDS, "method: phone", "method: ¦email", "cards[0].method", "did you mean e-mail?"),
    (CARDS, "grade: B2", "grade: ¦D4", "cards[0].grade", "a source grade from A1 - C3"),
    (CARDS, "grade: F6", "grade: ¦B2", "cards[4].grade", "a source grade from D4 - F6"),
    (CARDS, "- {kind: lead}", "- {kind: ¦led}", "cards[0].effects[0].kind", "did you mean lead?"),
    (CARDS, "- {kind: lead}", "- {kind: reveal}", "cards[0]", "a card of kind lead needs the effect lead."),
    (CARDS, "- {kind: low-lead}", "- {kind: reveal}", "cards[4]", "needs the effect low-lead."),
    (CARDS, "{kind: lead}", "{kind: lead, ¦amount: 1}", "cards[0].effects[0].amount", "lead has no amount"),
    (CARDS, "{kind: lead}", "{kind: lead, ¦track: trust}", "cards[0].effects[0].track", "lead has no track"),
    (CARDS, "{kind: lead}", "{kind: lead, who: ¦lots}", "cards[0].effects[0].who", "did you mean lot?"),
    (CARDS, "{kind: lead}", "{kind: lead, ¦whom: lot}", "cards[0].effects[0].whom", "did you mean who?"),
    (
        CARDS,
        "{kind: contact-lost}",
        "{kind: contact-lost, ¦who: lot}",
        "cards[9].effects[0].who",
        "leave out",
    ),
    (CARDS, "amount: -1", "amount: ¦-2", "cards[11].effects[0].amount", "from -1 to 1, and not 0"),
    (CARDS, "amount: -1", "amount: ¦0", "cards[11].effects[0].amount", "from -1 to 1, and not 0"),
    (CARDS, "track: trust", "track: ¦threat", "cards[16].options[0].effects[0].track", "trust or alert"),
    (CARDS, "    effects: []", "    ¦effects: [{kind: reveal}]", "cards[18].effects", "no effects"),
    (
        CARDS,
        "    effects: []",
        "    ¦options: [{label: a, text: b, effects: []}]",
        "cards[18].options",
        "only a dilemma has options.",
    ),
    (
        CARDS,
        "    options:",
        "    ¦effects: [{kind: lead}]\n    options:",
        "cards[16].effects",
        "in its options",
    ),
    (
        CARDS,
        "kind: quiet",
        "kind: dilemma",
        "cards[18].options",
        "the list has 0 entries; 2 to 4 are allowed.",
    ),
    (
        CARDS,
        "kind: quiet",
        "kind: quiet\n    ¦grade: A1",
        "cards[18].grade",
        "only leads have a source grade.",
    ),
    (
        CARDS,
        "question: Which routine",
        "question: ¦" + "Why " * 40 + "routine",
        "cards[0].question",
        "160 at most",
    ),
    (
        CARDS,
        "text: >-",
        "text: ¦" + "a " * 51 + "\n    teaches: >-",
        "cards[0].text",
        "has 51 words; 50 at most",
    ),
    (CARDS, "label: Stay silent", "label: ¦Publish a statement", "cards[16].options[1].label", "used twice"),
    (DECK, "difficulties:\n  standard: {}", "difficulties: ¦{}", "difficulties", "at least one difficulty"),
    (
        DECK,
        "recruiter, propagandist, ",
        "armourer, armourer, ",
        "functions",
        "one of the first 5 functions must be",
    ),
    (DECK, "channels: [", "channels: ¦~\nx: [", "channels", "a list is expected here, not null."),
    (DECK, "channels: [", "channels: ¦{a: 1}\nx: [", "channels", "a list is expected here, not {…}."),
    (DECK, "name: Kazakhstan", "name: ¦[a]", "zones[0].name", "a text is expected here, not […]"),
]


@pytest.mark.parametrize(("name", "old", "new", "path", "message"), MISTAKES, ids=range(len(MISTAKES)))
def test_mistake(shop: Workshop, name: str, old: str, new: str, path: str, message: str) -> None:
    """File, line, column, field and message."""
    place = shop.swap(name, old, new)
    found = shop.at(name, place) if "¦" in new else check(shop.folder)
    assert [problem.path for problem in found if message in problem.message] == [path]
    with pytest.raises(DeckError):
        load(shop.folder)


def test_many_mistakes_at_once(shop: Workshop) -> None:
    """Broken trees, shapes and senses of both files come in one error, sorted by place."""
    shop.swap(DECK, "format: 1", "format: 2")
    shop.swap(DECK, "title: First Watch", "title: *old")
    shop.swap(DECK, "adjacent: [KGZ, UZB]", "adjacent: [KGZ, UZC]")
    shop.swap(DECK, "rounds: 8", "rounds: 99")
    shop.swap(CARDS, "grade: B2", "grade: F6")
    shop.swap(CARDS, "kind: quiet", "kind: quit")
    with pytest.raises(DeckError) as caught:
        load(shop.folder)
    paths = [problem.path for problem in caught.value.problems]
    assert paths == ["title", "cards[18].kind"]
    shop.swap(DECK, "title: *old", "title: Old")
    shop.swap(CARDS, "kind: quit", "kind: quiet")
    paths = [problem.path for problem in check(shop.folder)]
    assert paths == [
        "format",
        "zones[0].adjacent[1]",
        "zones[3].adjacent[1]",
        "numbers.rounds",
        "cards[0].grade",
    ]


def test_whole_line(shop: Workshop) -> None:
    """The line that an author reads, to the letter."""
    shop.swap(CARDS, "kind: lead", "kind: leed")
    (problem,) = check(shop.folder)
    assert (
        str(problem)
        == f"{shop.folder}/injects.yaml:6:11: cards[0].kind: unknown value leed; did you mean lead?"
    )
    assert str(Problem("f", 0, 0, "", "gone")) == "f: gone"


def test_an_alias_is_not_complained_about_twice(shop: Workshop) -> None:
    """A value refused as such is not also of the wrong type, missing or empty."""
    shop.swap(DECK, "zones:\n", "zones: *gone\nother:\n")
    assert [problem.path for problem in check(shop.folder)] == ["zones", "other"]


def test_pile_too_small_for_the_rounds(shop: Workshop) -> None:
    """R8.1: with thirty per cent leads and four of them the pile ends at fourteen."""
    shop.swap(DECK, "rounds: 8", "rounds: 14")
    shop.swap(DECK, "  lead: 22", "  lead: 30")
    shop.swap(DECK, "  quiet: 8", "  quiet: 0")
    assert load(shop.folder).numbers.rounds == 14
    shop.swap(DECK, "rounds: 14", "rounds: 15")
    (problem,) = check(shop.folder)
    assert problem.path == "cards"
    assert "the pile has 14 cards in proportion to the weights; 15 rounds" in problem.message


@pytest.mark.parametrize("depth", list(Depth))
def test_depths(shop: Workshop, depth: Depth) -> None:
    """R10.1: a deck says how far it goes; the numbers that judge a short depth may be left out, or given."""
    shop.swap(DECK, "depth: full", f"depth: {depth.value}")
    numbers = load(shop.folder).numbers
    assert load(shop.folder).depth is depth
    assert numbers == attrs.evolve(numbers, attributed_partial=50, attributed_quota=60)
    assert numbers == attrs.evolve(numbers, attributed_complete=100, named_partial=40)
    assert numbers == attrs.evolve(numbers, named_quota=70, named_complete=90)
    assert (numbers.attributed_zones, numbers.influence_goal) == (2, 10)
    shop.swap(DECK, "standard: {}", "standard: {attributed_quota: 75, influence_goal: 12, named_quota: 80}")
    numbers = load(shop.folder).numbers
    assert (numbers.attributed_quota, numbers.influence_goal, numbers.named_quota) == (75, 12, 80)


def test_shares_of_a_short_depth_rise(shop: Workshop) -> None:
    """Partial, decisive, complete; a number left out is compared as well."""
    shop.swap(
        DECK, "standard: {}", "standard: {attributed_quota: 49, named_complete: 60, influence_goal: 101}"
    )
    found = {problem.message for problem in check(shop.folder)}
    assert found == {
        "attributed_partial must not be larger than attributed_quota.",
        "named_quota must not be larger than named_complete.",
        "101 is out of bounds; 0 to 100 are allowed.",
    }


def test_a_short_depth_has_no_main_plot_to_date(shop: Workshop) -> None:
    """Rounds of the main plot beyond the last are an error in the full process alone."""
    shop.swap(DECK, "  rounds: 8", "  rounds: 6")
    assert [problem.path for problem in check(shop.folder)] == ["numbers.main_rounds"]
    for depth in ("find", "investigate"):
        shop.swap(DECK, "depth: full" if depth == "find" else "depth: find", f"depth: {depth}")
        assert check(shop.folder) == ()


def test_difficulties_override_and_are_asked_for(shop: Workshop) -> None:
    """A difficulty gives its numbers over the common ones; another one is an error that lists them."""
    shop.swap(DECK, "standard: {}", "standard: {}\n  severe: {threat_limit: 9, teams: [1]}")
    assert difficulties(shop.folder) == ("standard", "severe")
    severe, standard = load(shop.folder, "severe"), load(shop.folder)
    assert (severe.difficulty, standard.difficulty) == ("severe", "standard")
    assert (severe.numbers.threat_limit, standard.numbers.threat_limit) == (9, 11)
    assert (severe.numbers.teams, standard.numbers.teams) == ((1,), (2, 1))
    assert severe.numbers.rounds == standard.numbers.rounds
    with pytest.raises(UnknownDifficulty, match="the deck has no difficulty easy; it has standard, severe"):
        load(shop.folder, "easy")


HOSTILE = [
    "[KZ] note",
    "[/x]",
    "[@click=a.b]",
    "{0} {title}",
    "{path.x}",
    "%s %n",
    "NO",
    "12:30",
    "<b>",
    "\\e[31m",
    "界面",
]


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_strings_load_literally(shop: Workshop, text: str) -> None:
    """Nothing in a text means anything; a message about such a text survives it too."""
    quoted = "'" + text.replace("'", "''") + "'"
    shop.swap(DECK, "title: First Watch", f"title: {quoted}")
    shop.swap(DECK, "- Pebble", f"- {quoted}")
    scenario = load(shop.folder)
    assert (scenario.title, scenario.personas[1]) == (text, text)
    shop.swap(DECK, "depth: full", f"depth: {quoted}")
    (problem,) = check(shop.folder)
    assert text in problem.message


def test_more_operatives_a_zone_than_persons(shop: Workshop) -> None:
    """R2.4: every operative needs a person of the register."""
    shop.swap(DECK, "register_size: 12", "register_size: 2")
    assert check(shop.folder) == ()
    shop.swap(DECK, "operatives_per_zone: 2", "operatives_per_zone: 3")
    (problem,) = check(shop.folder)
    assert problem.path == "numbers.operatives_per_zone"
    assert problem.message == "operatives_per_zone must not be larger than register_size."
