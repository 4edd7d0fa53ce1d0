"""What only this program plans, in one cell each: due, expiry, branches, effects; and back.

Knows the values of a script; must not know a row. Every `..._text` is read back by its `read_...`; what
cannot be read is None.
"""

from __future__ import annotations

import re
from typing import Final

from ...core.scenario import Effect, EffectKind, Who
from ...core.words import Track
from ..script import Branch, Condition, Expiry, Fact, Trigger

_CONDITION: Final = re.compile(r"([a-z-]+) (?:(>=|<=) (-?\d{1,9})|(-?\d{1,9})\.\.(-?\d{1,9}))")
_PART: Final = re.compile(r"(round|minute|after|branch) (\S+)")


def due_text(trigger: Trigger) -> str:
    """`round 3; minute 20; after 02; branch a; threat >= 4; trust 2..5`."""
    parts = [f"round {trigger.round}"] if trigger.round else []
    parts += [f"minute {trigger.minutes}"] if trigger.minutes >= 0 else []
    parts += [f"after {trigger.after}"] if trigger.after else []
    parts += [f"branch {trigger.branch}"] if trigger.branch else []
    return "; ".join((*parts, *map(_condition_text, trigger.when)))


def _condition_text(condition: Condition) -> str:
    name, low, high = condition.fact.value, condition.at_least, condition.at_most
    if low is not None and high is not None:
        return f"{name} {low}..{high}"
    return f"{name} <= {high}" if low is None else f"{name} >= {low}"


def read_due(text: str) -> Trigger | None:
    """The trigger that `due_text` wrote; manual for an empty cell."""
    fields: dict[str, str] = {}
    when: list[Condition] = []
    for part in _parts(text, ";"):
        if condition := _condition(part):
            when.append(condition)
        elif (found := _PART.fullmatch(part)) and found[1] not in fields:
            fields[found[1]] = found[2]
        else:
            return None
    numbers = _numbers(fields, {"round": 0, "minute": -1})
    if numbers is None:
        return None
    after, branch = fields.get("after", ""), fields.get("branch", "")
    return Trigger(numbers["round"], numbers["minute"], after, branch, tuple(when))


def _condition(part: str) -> Condition | None:
    found = _CONDITION.fullmatch(part)
    if not found or found[1] not in {fact.value for fact in Fact}:
        return None
    fact = Fact(found[1])
    if found[2]:
        bound = int(found[3])
        return Condition(fact, at_least=bound) if found[2] == ">=" else Condition(fact, at_most=bound)
    return Condition(fact, int(found[4]), int(found[5]))


def expires_text(expiry: Expiry) -> str:
    """`round 5; minute 60`."""
    parts = [f"round {expiry.round}"] if expiry.round else []
    return "; ".join(parts + ([f"minute {expiry.minutes}"] if expiry.minutes else []))


def read_expires(text: str) -> Expiry | None:
    """The expiry that `expires_text` wrote."""
    fields: dict[str, str] = {}
    for part in _parts(text, ";"):
        found = _PART.fullmatch(part)
        if not found or found[1] in fields or found[1] not in ("round", "minute"):
            return None
        fields[found[1]] = found[2]
    numbers = _numbers(fields, {"round": 0, "minute": 0})
    return Expiry(numbers["round"], numbers["minute"]) if numbers else None


def branches_text(branches: tuple[Branch, ...]) -> str:
    """A line each: `a = They share it at once`."""
    return "\n".join(f"{branch.id} = {branch.label}" for branch in branches)


def read_branches(text: str) -> tuple[Branch, ...] | None:
    """The branches that `branches_text` wrote."""
    found = [line.partition(" = ") for line in text.split("\n") if line.strip()]
    if not all(name.strip() and equals and label.strip() for name, equals, label in found):
        return None
    return tuple(Branch(name.strip(), label) for name, _equals, label in found)


def effects_text(effects: tuple[Effect, ...]) -> str:
    """`track trust -1; influence +1 highest-influence; lead`."""
    return "; ".join(map(_effect_text, effects))


def _effect_text(effect: Effect) -> str:
    words = [effect.kind.value]
    words += [effect.track.value] if effect.track else []
    words += [f"{effect.amount:+}"] if effect.amount else []
    words += [effect.who.value] if effect.who is not Who.LOT else []
    return " ".join(words)


def read_effects(text: str) -> tuple[Effect, ...] | None:
    """The effects that `effects_text` wrote."""
    found = [_effect(part.split()) for part in _parts(text, ";")]
    effects = tuple(effect for effect in found if effect)
    return effects if len(effects) == len(found) else None


def _effect(words: list[str]) -> Effect | None:
    if words[0] not in {kind.value for kind in EffectKind}:
        return None
    amount, track, who = 0, None, Who.LOT
    for word in words[1:]:
        if re.fullmatch(r"[-+]?\d{1,4}", word, re.ASCII):
            amount = int(word)
        elif word in {member.value for member in Track}:
            track = Track(word)
        elif word in {member.value for member in Who}:
            who = Who(word)
        else:
            return None
    return Effect(EffectKind(words[0]), amount, track, who)


def _parts(text: str, sign: str) -> list[str]:
    return [part.strip() for part in text.split(sign) if part.strip()]


def _numbers(fields: dict[str, str], defaults: dict[str, int]) -> dict[str, int] | None:
    """The named whole numbers, defaults where one is not given; None if one is no number."""
    words = {name: fields.get(name, str(default)) for name, default in defaults.items()}
    if not all(re.fullmatch(r"-?\d{1,4}", word, re.ASCII) for word in words.values()):
        return None
    return {name: int(word) for name, word in words.items()}
