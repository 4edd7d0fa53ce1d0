"""Texts: every reason, event, command and effect has words; every message is a literal for the catalogue."""

import ast
from pathlib import Path

import pytest

import sco_tabletop
from sco_tabletop.core.events import EVENT_TYPES, Told
from sco_tabletop.core.rejection import Reason, Rejection
from sco_tabletop.core.scenario import Effect, EffectKind, Who
from sco_tabletop.core.state import observe
from sco_tabletop.core.words import Cause, Depth, EndReason, Function, NameLoss, Phase, Result, Struck, Track
from sco_tabletop.wording import words
from sco_tabletop.wording.cards import effect_text
from sco_tabletop.wording.commands import command_text
from sco_tabletop.wording.events import event_text
from sco_tabletop.wording.rejections import rejection_text
from tests.golden.transcript import GOLDEN, play

PACKAGE = Path(sco_tabletop.__file__).parent
SILENT = {
    "PhaseBegan",
    "HoldingChanged",
    "LevelsDealt",
    "TeamsDealt",
    "RegisterDealt",
    "PileBuilt",
    "NetworkRested",
    "NetworkOpened",
    "TurnEnded",
}
"""Told events without a line of their own: the screen shows them where they belong."""


@pytest.mark.parametrize("reason", list(Reason))
def test_every_reason_is_a_sentence(reason: Reason) -> None:
    """With known and unknown ids alike, and no placeholder left."""
    view = observe(play(GOLDEN[0]).state, 0)
    for rejection in (Rejection(reason, "R5.1"), Rejection(reason, "R5.1", 0, 1, 2, 3)):
        text = rejection_text(view, rejection)
        assert text[-1] in ".;"
        assert "{" not in text


def test_a_lead_has_one_name() -> None:
    """The card and the row offer an "unverified lead"; what must be answered first is no other thing."""
    waits = rejection_text(observe(play(GOLDEN[0]).state, 0), Rejection(Reason.ANSWER_LEAD_FIRST, "R8.3"))
    assert "the unverified lead" in waits


@pytest.mark.parametrize("reason", [Reason.NOT_NAMED, Reason.NOT_LOCATED])
def test_a_name_elsewhere_is_said(reason: Reason) -> None:
    """By the Index: nobody is named here but somebody there; with a name here the location lacks."""
    view = observe(play(GOLDEN[0]).state, 0)
    persona, entry = next(iter(view.public.index.items()))
    rejection = Rejection(reason, "R5.13", persona=persona)
    texts = []
    for entry.named in (0, 0b10, 0b01):
        texts.append(rejection_text(view, rejection))
    nobody, there, here = texts
    assert nobody == f"Nobody is named for {words.persona(view.scenario, persona)} in your zone."
    assert there.startswith(f"{nobody} Named in: {words.zone_code(view.scenario, 1)};")
    assert ("has to be located first" in here) == (reason is Reason.NOT_LOCATED)


def test_every_told_event_and_command_has_words() -> None:
    """In the golden transcripts nothing is without a line but the few that are shown elsewhere."""
    heard, mute = set[str](), set[str]()
    for golden in GOLDEN:
        told = play(golden)
        views = [observe(told.state, zone) for zone in range(4)]
        for event in told.events:
            if event.told is not Told.NOBODY:
                text = event_text(views[getattr(event, "zone", 0)], event)
                (heard if text else mute).add(type(event).__name__)
        view = views[0]
        assert all(command_text(view, command) for command in told.commands)
    assert mute - heard <= SILENT
    expected = {kind.__name__ for kind in EVENT_TYPES if kind.told is not Told.NOBODY}
    assert expected - heard - SILENT == set()


def test_closed_vocabularies_have_names() -> None:
    """A new member without a name fails here."""
    assert all(words.function_name(member) for member in Function)
    assert all(words.phase_name(member) for member in Phase)
    assert all(words.track_name(member) for member in Track)
    assert all(words.cause_name(member) for member in Cause)
    assert all(words.result_name(member) for member in Result)
    assert all(words.end_reason(member) for member in EndReason)
    assert all(words.struck_name(member) for member in Struck)
    assert all(words.name_loss(member) for member in NameLoss)
    assert all(words.depth_name(member) for member in Depth)
    assert all(effect_text(Effect(kind, 1, Track.ALERT, who)) for kind in EffectKind for who in Who)


MARKERS = {"_": 1, "n_": 2, "later": 1}
"""Functions that mark a message, and how many of their arguments are messages."""


def test_messages_are_literals() -> None:
    """Marked messages are plain strings, so that a catalogue can be extracted; what `later` marked may be
    looked up through the field that holds it."""
    wrong, found = [], 0
    for path in sorted(PACKAGE.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if not isinstance(node, ast.Call) or not isinstance(node.func, ast.Name):
                continue
            messages = node.args[: MARKERS.get(node.func.id, 0)]
            found += bool(messages)
            held = node.func.id == "_" and isinstance(messages[0], ast.Attribute)
            if not held and not all(
                isinstance(m, ast.Constant) and isinstance(m.value, str) for m in messages
            ):
                wrong.append(f"{path.name}:{node.lineno}")
    assert wrong == []
    assert found > 200
