"""The two scripts that ship: quiet, complete, within the content rules, near the balance of their decks."""

from __future__ import annotations

from collections import Counter
from itertools import pairwise

import pytest

from sco_tabletop.conduct.quality import main_injects, pace
from sco_tabletop.conduct.script import PUBLIC_FACTS, DrawPolicy, Fact, HelpClass, Inject, InjectType, Script
from sco_tabletop.content import check, deck_names, difficulties, has_script, load, load_script, locate
from sco_tabletop.content.worth import ACTION, effect_worth
from sco_tabletop.core.scenario import EffectKind


def script_of(name: str) -> Script:
    """The script of a deck that ships."""
    found = load_script(locate(name), load(locate(name)))
    assert found is not None
    return found


SCRIPTS = {name: script_of(name) for name in ("xiamen-2019", "first-watch")}
XIAMEN, TALK = SCRIPTS["xiamen-2019"], SCRIPTS["first-watch"]
LINES = [(name, line) for name, script in SCRIPTS.items() for line in script.injects]
DELIVERED = [(name, line) for name, line in LINES if line.delivered]
each_script = pytest.mark.parametrize("name", SCRIPTS)


def test_these_decks_have_one() -> None:
    """The two short depths have none, and nobody is told anything about it."""
    assert {name for name in deck_names() if has_script(locate(name))} == set(SCRIPTS)


@each_script
def test_nothing_to_mend(name: str) -> None:
    """No error and no remark; the same script at every difficulty."""
    assert check(locate(name)) == ()
    for level in difficulties(locate(name)):
        assert load_script(locate(name), load(locate(name), level)) == SCRIPTS[name]


@pytest.mark.parametrize(("name", "line"), DELIVERED, ids=[f"{name}-{line.id}" for name, line in DELIVERED])
def test_what_goes_to_players(name: str, line: Inject) -> None:
    """Stamped, short, with sender, controller, what is expected and exercised, and notes for the staff."""
    assert line.message.startswith("EXERCISE. ")
    assert len(line.message.split()) <= 50
    assert all((line.sender, line.by, line.expected, line.tasks, line.notes))
    assert line.expected.endswith(".")
    assert line.notes.endswith((".", "?"))
    if line.type is InjectType.INJECT:
        assert line.story.startswith("Day ")
        assert line.story.endswith(" UTC")
    names = {zone.name for zone in load(locate(name)).zones}
    assert not names & set(line.message.replace(",", " ").split()) or line.everybody


@each_script
def test_every_task_is_exercised(name: str) -> None:
    """Every critical task of the deck by some inject, every objective by planned ones."""
    wanted = {
        f"{objective.id}.{number}"
        for objective in load(locate(name)).objectives
        for number in range(1, len(objective.tasks) + 1)
    }
    assert {task for line in SCRIPTS[name].injects for task in line.tasks} == wanted


@each_script
def test_plan(name: str) -> None:
    """Minutes rise along the script and lie within it; the pace is that of practice."""
    script = SCRIPTS[name]
    planned = [line.minute for line in script.injects if line.type is InjectType.INJECT and line.minute >= 0]
    assert planned == sorted(planned)
    assert all(6 <= later - earlier <= 20 for earlier, later in pairwise(planned))
    assert planned[-1] <= script.minutes - 10
    low, high = pace(script.minutes)
    assert low <= main_injects(script) <= high


def test_xiamen_has_what_a_script_can_have() -> None:
    """Mixed with the draw; a branch with two followers, a herring, both sorts of condition, an expiry."""
    assert (XIAMEN.minutes, XIAMEN.rounds, XIAMEN.policy) == (90, 7, DrawPolicy.MIX)
    followed = Counter(line.trigger.after for line in XIAMEN.injects if line.trigger.branch)
    assert followed == {"02": 2}
    assert sum(line.herring for line in XIAMEN.injects) == 1
    facts = {condition.fact for line in XIAMEN.injects for condition in line.trigger.when}
    assert facts & PUBLIC_FACTS == {Fact.THREAT}
    assert facts - PUBLIC_FACTS == {Fact.LOCATED_RIGHT}
    assert [line.id for line in XIAMEN.injects if line.expires.round] == ["05", "06"]
    classes = Counter(line.help for line in XIAMEN.injects if line.type is InjectType.CONTINGENCY)
    assert classes == {HelpClass.HELP: 2, HelpClass.PRESSURE: 2, HelpClass.REDIRECT: 2}


def test_xiamen_leaves_rounds_to_the_pile() -> None:
    """Rounds 4 and 7 have no inject of their own, rounds 5 and 6 only one that waits for a condition."""
    rounds = [line.trigger.round for line in XIAMEN.injects if line.trigger.round]
    assert rounds == [1, 2, 3, 3, 5, 6]
    assert [line.trigger.round for line in XIAMEN.injects if line.trigger.when] == [5, 6]
    assert XIAMEN.rounds == 7


def test_xiamen_keeps_the_balance() -> None:
    """All that is planned, by either branch, is worth between -2 and +1 actions; an inject at most one."""
    worth = {line.id: sum(map(effect_worth, line.effects)) for line in XIAMEN.injects}
    kinds = {effect.kind for line in XIAMEN.injects for effect in line.effects}
    assert {EffectKind.ACTIONS, EffectKind.TRACK, EffectKind.LEAD} <= kinds
    assert all(
        abs(value) * max(1, len(line.to)) <= ACTION for line in XIAMEN.injects for value in [worth[line.id]]
    )
    for other in ("02a", "02b"):
        planned = [line.id for line in XIAMEN.injects if line.type is InjectType.INJECT and line.id != other]
        assert -2 * ACTION <= sum(worth[number] for number in planned) <= ACTION


def test_talk_goes_along_the_whole_process() -> None:
    """No round and no effect; a question in every message; hooks for the hot wash."""
    assert (TALK.minutes, TALK.rounds, TALK.policy) == (60, 0, DrawPolicy.OFF)
    planned = [line for line in TALK.injects if line.type is InjectType.INJECT]
    titles = " ".join(line.title.lower() for line in planned)
    for step in ("find", "investigate", "exchange", "identify", "locate", "capture"):
        assert step in titles
        assert step in " ".join(line.notes.lower() for line in planned)
    assert all("Hot wash: " in line.notes and line.notes.endswith("?") for line in planned)
    assert not any(line.effects or line.trigger.when or line.trigger.round for line in TALK.injects)
    classes = {line.help for line in TALK.injects if line.type is InjectType.CONTINGENCY}
    assert classes == {HelpClass.HELP, HelpClass.PRESSURE, HelpClass.REDIRECT}


def test_talk_names_only_what_the_deck_has() -> None:
    """The persona that the teams talk about is an alias of the deck, and nobody's code name."""
    deck = load(locate("first-watch"))
    assert "Lantern" in deck.personas
    said = {word.strip(".,:;?") for line in TALK.injects for word in line.message.split()}
    assert not said & set(deck.persons)


def test_no_text_is_used_twice() -> None:
    """Titles and messages differ from each other and from every card of their deck."""
    for name, script in SCRIPTS.items():
        cards = load(locate(name)).cards
        titles = [line.title for line in script.injects] + [card.title for card in cards]
        messages = [line.message for line in script.injects if line.message] + [card.text for card in cards]
        for texts in (titles, messages):
            assert [text for text, times in Counter(texts).items() if times > 1] == []
