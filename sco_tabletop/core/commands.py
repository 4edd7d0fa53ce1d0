"""Commands: what somebody decides, as imperatives. `zone` is who decides (COMMANDER: a chair without zone).

Knows no rules; `legal` says which are allowed. Personas, disciplines and categories are numbers.
"""

from __future__ import annotations

from typing import ClassVar

import attrs


class Command:
    """Base of all commands. `cost` is the number of actions it takes (R5.1)."""

    zone: int
    cost: ClassVar[int] = 0


@attrs.frozen(slots=False)
class DrawInject(Command):
    """R4.1: the chair draws the round's card."""

    zone: int


@attrs.frozen(slots=False)
class ChooseOption(Command):
    """R8.8: the chair answers a dilemma; `option` counts from 0."""

    zone: int
    option: int


@attrs.frozen(slots=False)
class CallHour(Command):
    """R4.2: the chair calls H-hour for the end of this round, or not."""

    zone: int
    call: bool


@attrs.frozen(slots=False)
class AnswerLead(Command):
    """R8.3: accept or refuse a low lead, first thing in the turn."""

    zone: int
    accept: bool


@attrs.frozen(slots=False)
class Monitor(Command):
    """R5.2."""

    zone: int
    cost = 1


@attrs.frozen(slots=False)
class Analyse(Command):
    """R5.3."""

    zone: int
    persona: int
    discipline: int
    cost = 1


@attrs.frozen(slots=False)
class Trace(Command):
    """R5.4."""

    zone: int
    persona: int
    cost = 1


@attrs.frozen(slots=False)
class Share(Command):
    """R5.5: the free liaison share of one whole file."""

    zone: int
    persona: int
    to: int


@attrs.frozen(slots=False)
class Bulletin(Command):
    """R5.6."""

    zone: int
    persona: int
    cost = 1


@attrs.frozen(slots=False)
class Lend(Command):
    """R5.7."""

    zone: int
    discipline: int
    to: int
    cost = 1


@attrs.frozen(slots=False)
class SendTeam(Command):
    """R5.8."""

    zone: int
    to: int
    cost = 1


@attrs.frozen(slots=False)
class TakeDown(Command):
    """R5.9."""

    zone: int
    persona: int
    cost = 1


@attrs.frozen(slots=False)
class Counsel(Command):
    """R5.10: prevention work in `to`, the own zone or an adjacent one."""

    zone: int
    to: int
    cost = 1


@attrs.frozen(slots=False)
class Protect(Command):
    """R5.11."""

    zone: int
    cost = 1


@attrs.frozen(slots=False)
class Locate(Command):
    """R5.12."""

    zone: int
    persona: int
    cost = 1


@attrs.frozen(slots=False)
class Stage(Command):
    """R5.13."""

    zone: int
    persona: int
    cost = 1


@attrs.frozen(slots=False)
class StandBy(Command):
    """R5.14: let one action pass."""

    zone: int
    cost = 1


@attrs.frozen(slots=False)
class EndTurn(Command):
    """R5.14: stand by with whatever is left and pass on."""

    zone: int


@attrs.frozen(slots=False)
class Name(Command):
    """R5.15: name, for a persona, the one own person who matches."""

    zone: int
    persona: int


@attrs.frozen(slots=False)
class Withdraw(Command):
    """R5.17: take an own name back."""

    zone: int
    persona: int


@attrs.frozen(slots=False)
class Discard(Command):
    """R9.2: take a trait off an own file."""

    zone: int
    persona: int
    category: int


@attrs.frozen(slots=False)
class Ask(Command):
    """R5.18: a public request to `to` for a file (`category` -1) or one category of it."""

    zone: int
    persona: int
    category: int
    to: int


@attrs.frozen(slots=False)
class GoNoGo(Command):
    """R4.5."""

    zone: int
    go: bool


@attrs.frozen(slots=False)
class Commit(Command):
    """R4.6: commit these staged personas' teams, hold the others."""

    zone: int
    personas: tuple[int, ...]


AnyCommand = (
    DrawInject
    | ChooseOption
    | CallHour
    | AnswerLead
    | Monitor
    | Analyse
    | Trace
    | Share
    | Bulletin
    | Lend
    | SendTeam
    | TakeDown
    | Counsel
    | Protect
    | Locate
    | Stage
    | StandBy
    | EndTurn
    | Name
    | Withdraw
    | Discard
    | Ask
    | GoNoGo
    | Commit
)
