"""A script as the text of script.yaml, to be read and edited by a person.

Knows YAML's ways of writing a text; must not know where the script came from. Every text comes back as the
text that it was, under YAML 1.1 and 1.2 alike: words that could be something else are quoted.
"""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Iterable, Iterator
from typing import Final

from ..conduct.script import Condition, Expiry, HelpClass, Inject, InjectType, Script, Trigger
from ..core.scenario import Effect, Scenario, Who
from ..i18n import _
from .schema import EVERYBODY, FORMAT

WIDTH: Final = 100
"""Longer texts are folded, or stand in several lines as they are."""

_WORD: Final = re.compile(r"[A-Za-z][A-Za-z0-9]*(-[A-Za-z0-9]+)*", re.ASCII)
_OTHER_MEANING: Final = frozenset({"y", "n", "yes", "no", "on", "off", "true", "false", "null"})
_LINE_ENDS: Final = frozenset("\x85\u2028\u2029\ufeff")
_INDENT: Final = "    "


def script_yaml(script: Script, scenario: Scenario) -> str:
    """The text of script.yaml for a deck with these zones. Fields that say what is usual are left out."""
    lines = [
        "# " + _("Script (MSEL) of the deck {deck}.").format(deck=scenario.deck),
        f"format: {FORMAT}",
        *_text("", "title", script.title),
        *_text("", "summary", script.summary),
        f"minutes: {script.minutes}",
    ]
    lines += [f"rounds: {script.rounds}"] if script.rounds else []
    lines += [f"draw: {word(script.policy.value)}", "", "injects:" if script.injects else "injects: []"]
    for inject in script.injects:
        first, *more = _inject(inject, scenario)
        lines += [f"  - {first.removeprefix(_INDENT)}", *more, ""]
    return "\n".join(lines).rstrip("\n") + "\n"


def _inject(inject: Inject, scenario: Scenario) -> Iterator[str]:
    """The fields of an inject, in the order of the manual, indented."""
    yield f"{_INDENT}id: {quoted(inject.id)}"
    yield from _text(_INDENT, "title", inject.title)
    if inject.type is not InjectType.INJECT:
        yield f"{_INDENT}type: {word(inject.type.value)}"
    if inject.help is not HelpClass.NONE:
        yield f"{_INDENT}help: {word(inject.help.value)}"
    yield from _texts(inject, "use_when")
    yield from _texts(inject, "message")
    if inject.sender:
        yield from _text(_INDENT, "from", inject.sender)
    yield from _texts(inject, "by")
    if inject.method != "verbal":
        yield f"{_INDENT}method: {word(inject.method)}"
    yield from _texts(inject, "grade")
    if inject.everybody:
        yield f"{_INDENT}to: {EVERYBODY}"
    elif inject.to:
        yield f"{_INDENT}to: [{', '.join(word(scenario.zones[zone].id) for zone in inject.to)}]"
    if inject.minute >= 0 and not _is_due_then(inject):
        yield f"{_INDENT}minute: {inject.minute}"
    yield from _texts(inject, "story")
    yield from _mapping("due", _due(inject.trigger), inject.trigger.when)
    yield from _mapping("expires", _expires(inject.expires))
    if inject.branches:
        yield f"{_INDENT}branches:"
    for branch in inject.branches:
        yield f"{_INDENT}  - {{id: {quoted(branch.id)}, label: {quoted(branch.label)}}}"
    yield from _texts(inject, "expected")
    if inject.tasks:
        yield f"{_INDENT}tasks:"
        yield from (f"{_INDENT}  - {quoted(task)}" for task in inject.tasks)
    yield from _texts(inject, "notes", "resolution")
    if inject.effects:
        yield f"{_INDENT}effects:"
        yield from (f"{_INDENT}  - {{{_effect(effect)}}}" for effect in inject.effects)


def _is_due_then(inject: Inject) -> bool:
    """Whether the planned minute follows from `due`."""
    return inject.minute == inject.trigger.minutes and not inject.trigger.after


def _texts(inject: Inject, *names: str) -> Iterator[str]:
    for name in names:
        if text := getattr(inject, name):
            yield from _text(_INDENT, name, text)


def _mapping(name: str, fields: dict[str, str], when: Iterable[Condition] = ()) -> Iterator[str]:
    conditions = [f"{{{_pairs(_condition(condition))}}}" for condition in when]
    if not conditions and not fields:
        return
    if not conditions:
        yield f"{_INDENT}{name}: {{{_pairs(fields)}}}"
        return
    yield f"{_INDENT}{name}:"
    yield from (f"{_INDENT}  {field}: {value}" for field, value in fields.items())
    yield f"{_INDENT}  when:"
    yield from (f"{_INDENT}    - {condition}" for condition in conditions)


def _due(trigger: Trigger) -> dict[str, str]:
    fields = {"round": str(trigger.round)} if trigger.round else {}
    fields |= {"minutes": str(trigger.minutes)} if trigger.minutes >= 0 else {}
    fields |= {"after": quoted(trigger.after)} if trigger.after else {}
    return fields | ({"branch": quoted(trigger.branch)} if trigger.branch else {})


def _expires(expiry: Expiry) -> dict[str, str]:
    fields = {"round": str(expiry.round)} if expiry.round else {}
    return fields | ({"minutes": str(expiry.minutes)} if expiry.minutes else {})


def _condition(condition: Condition) -> dict[str, str]:
    bounds = {"at_least": condition.at_least, "at_most": condition.at_most}
    given = {name: str(bound) for name, bound in bounds.items() if bound is not None}
    return {"fact": word(condition.fact.value)} | given


def _effect(effect: Effect) -> str:
    fields = {"kind": word(effect.kind.value)}
    fields |= {"track": word(effect.track.value)} if effect.track else {}
    fields |= {"amount": str(effect.amount)} if effect.amount else {}
    fields |= {"who": word(effect.who.value)} if effect.who is not Who.LOT else {}
    return _pairs(fields)


def _pairs(fields: dict[str, str]) -> str:
    return ", ".join(f"{name}: {value}" for name, value in fields.items())


def word(text: str) -> str:
    """A word of the program as YAML, quoted if YAML would take it for something else."""
    plain = _WORD.fullmatch(text) and text.casefold() not in _OTHER_MEANING
    return text if plain else quoted(text)


def quoted(text: str) -> str:
    """Any text in quotes, on one line."""
    written = json.dumps(text, ensure_ascii=False)
    return "".join(letter if _is_plain(letter) else _escaped(letter) for letter in written)


def _is_plain(letter: str) -> bool:
    """Whether a letter may stand in YAML as it is: it can be seen and ends no line."""
    return letter not in _LINE_ENDS and unicodedata.category(letter) not in ("Cc", "Cf", "Cn", "Co", "Cs")


def _escaped(letter: str) -> str:
    return f"\\u{ord(letter):04x}" if ord(letter) < 0x10000 else f"\\U{ord(letter):08x}"


def _text(indent: str, name: str, text: str) -> Iterator[str]:
    """A field with a text: quoted on one line, folded when it is long, or line by line as it is."""
    lines = text.split("\n")
    clean = all(_is_plain(letter) for line in lines for letter in line)
    if clean and len(lines) > 1 and all(line and line == line.strip() for line in lines):
        yield f"{indent}{name}: |-"
        yield from (f"{indent}  {line}" for line in lines)
    elif clean and len(lines) == 1 and len(text) > WIDTH and text == " ".join(text.split()):
        yield f"{indent}{name}: >-"
        yield from (f"{indent}  {line}" for line in _folded(text, WIDTH - len(indent)))
    else:
        yield f"{indent}{name}: {quoted(text)}"


def _folded(text: str, width: int) -> Iterator[str]:
    """The words of the text in lines of at most this width; a longer word has a line of its own."""
    line = ""
    for part in text.split(" "):
        if line and len(line) + 1 + len(part) > width:
            yield line
            line = ""
        line = f"{line} {part}" if line else part
    yield line
