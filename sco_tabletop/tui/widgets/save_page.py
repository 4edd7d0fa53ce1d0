"""What a save is, beside the list of saves: from its header and the list; nothing that was dealt."""

from __future__ import annotations

from typing import Final

from ...i18n import _
from ...record.error import SaveError
from ...record.listing import SaveInfo
from ...record.read import read_header
from ...record.save import Header, SeatLine
from ...wording import words
from ..text import Line, Row, Sheet, block, line, pad

LABEL: Final = 14


def sheet(info: SaveInfo | None, columns: int) -> Sheet:
    """The save under the cursor; a damaged one says what is wrong."""
    lines = [] if info is None else told(info, columns)
    return Sheet(line((_("The save"), "title")), tuple(Row(of) for of in lines))


def told(info: SaveInfo, columns: int) -> list[Line]:
    """Title and summary, how it was begun, how it stands, who plays what, where it lies."""
    path = block(str(info.path), columns, "dim")
    try:
        header = read_header(info.path)
    except SaveError as error:
        return [*block(info.damaged or str(error), columns, "alarm"), (), *path]
    scenario = header.scenario
    stands = words.result_name(info.result) if info.result else _("unfinished")
    played = _("round {round} of {rounds}").format(round=info.round, rounds=scenario.numbers.rounds)
    mode = _("practice") if header.practice else _("assessed")
    facts = [
        (_("Begun"), info.created[:16].replace("T", " ")),
        (_("Difficulty"), _("{difficulty}, {mode}").format(difficulty=scenario.difficulty, mode=mode)),
        (_("Played to"), played),
        (_("Result"), stands),
    ]
    found = [*block(scenario.title, columns, "strong"), *block(scenario.summary, columns), ()]
    found += [of for label, text in facts for of in pair(label, text, columns)]
    found += [(), *(of for seat in header.seats for of in pair(*seated(header, seat), columns)), ()]
    return found + path


def pair(label: str, text: str, columns: int) -> list[Line]:
    """A fact behind its label."""
    return block(text, columns, first=pad(label, LABEL) + " ")


def seated(header: Header, seat: SeatLine) -> tuple[str, str]:
    """A zone and who plays it."""
    who = {"bot": _("{player} (bot)"), "nobody": _("nobody")}.get(seat.kind, "{player}")
    return words.zone_name(header.scenario, seat.zone), who.format(player=seat.player)
