"""One row of a list as an inject. What has no place in an inject is kept in its notes, and said.

Knows the meaning of cells; must not know other rows.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Final, TypeVar

import attrs

from ...core.scenario import Scenario
from ...i18n import _
from ..quality import WORDS
from ..script import Expiry, HelpClass, Inject, InjectType, Trigger
from .columns import Column
from .people import class_of, method_of, recipients, tasks_of, type_of
from .phrases import read_branches, read_due, read_effects, read_expires
from .rows import Row
from .table import Table
from .times import LATEST, story
from .writing import READY

OBSOLETE: Final = "obsolete"
TITLE_WORDS: Final = 6
_GRADE: Final = re.compile(r"[A-F][1-6]", re.ASCII)
_FOR_PLAYERS: Final = (Column.TO, Column.BRANCHES, Column.GRADE, Column.RESOLUTION, Column.EFFECTS)

Value = TypeVar("Value")


@attrs.define
class Line:
    """A row on its way to an inject.

    `planned` is its minute since StartEx if one can be read; `kept` goes into the notes, `said` into the
    account, `aside` are names of columns that hold something for which a script has no field.
    """

    table: Table
    row: Row
    planned: int | None
    scenario: Scenario
    own: bool
    kept: list[str] = attrs.field(factory=list)
    said: list[str] = attrs.field(factory=list)
    aside: list[str] = attrs.field(factory=list)

    def inject(self, number: str) -> Inject:
        """The inject, under this number."""
        kind, to, everybody = self._kind()
        delivered = kind in (InjectType.INJECT, InjectType.CONTINGENCY)
        minute = self._minute(kind)
        title, message = self._words(delivered)
        if not delivered:
            told = bool(self.said) and kind is not type_of(self.cell(Column.TYPE))
            for column in _FOR_PLAYERS:
                self._put_aside(column, kind, told=told and column is Column.TO)
        inject = Inject(
            id=number,
            title=title,
            message=message,
            type=kind,
            sender=self._text(Column.SENDER),
            by=self._text(Column.BY),
            method=self._method(),
            to=to,
            everybody=everybody,
            minute=minute,
            story=self._story(),
            trigger=self._trigger(kind, minute),
            expires=self._phrase(Column.EXPIRES, read_expires, Expiry()),
            expected=self._block(Column.EXPECTED),
            tasks=self._tasks(),
        )
        if delivered:
            inject = self._for_players(inject)
        inject = self._contingency(inject)
        self._leftovers()
        return attrs.evolve(inject, notes="\n".join(filter(None, (self._block(Column.NOTES), *self.kept))))

    def cell(self, column: Column) -> str:
        """What stands in the column; to the letter in a list of our own."""
        text = self.table.cell(self.row.cells, column)
        return text if self.own else text.strip()

    def name(self, column: Column) -> str:
        """What the list calls the column."""
        return self.table.name(self.table.columns.index(column))

    def keep(self, column: Column, text: str = "") -> None:
        """Keep the cell, or this part of it, in the notes."""
        self.kept.append(f"{self.name(column)}: {text or self.cell(column)}")

    def _text(self, column: Column) -> str:
        """A text that stands on one line."""
        text = self.cell(column)
        return text if self.own else " ".join(text.split())

    def _block(self, column: Column) -> str:
        """A text of several lines, without spaces at their ends."""
        text = self.cell(column)
        return text if self.own else "\n".join(line.rstrip() for line in text.split("\n"))

    def _kind(self) -> tuple[InjectType, tuple[int, ...], bool]:
        """The type, and to whom the inject goes. What reaches nobody is information for the staff."""
        kind = type_of(self.cell(Column.TYPE))
        if kind is None:
            self.keep(Column.TYPE)
            message = _("the type '{type}' is not known; taken as an inject")
            self.said.append(message.format(type=self.cell(Column.TYPE)))
            kind = InjectType.INJECT
        if kind not in (InjectType.INJECT, InjectType.CONTINGENCY):
            return kind, (), False
        if self.cell(Column.STATUS).strip().casefold() == OBSOLETE:
            self.said.append(_("the status is obsolete; kept as information for the staff"))
            return InjectType.INFORMATION, (), False
        to, everybody, unknown = recipients(self.cell(Column.TO), self.scenario)
        if not to and not everybody:
            names = ", ".join(unknown)
            message = _("no recipient is a zone of the deck; kept as information for the staff: {names}")
            nobody = _("it names no recipient; kept as information for the staff")
            self.said.append(message.format(names=names) if unknown else nobody)
            return InjectType.INFORMATION, (), False
        if unknown:
            self.keep(Column.TO, ", ".join(unknown))
            message = _("these recipients are no zones of the deck and kept in the notes: {names}")
            self.said.append(message.format(names=", ".join(unknown)))
        return kind, to, everybody

    def _words(self, delivered: bool) -> tuple[str, str]:
        """Title and message. The message is never shortened."""
        title, message = self._text(Column.TITLE), self._block(Column.MESSAGE)
        if not title.strip():
            words = (message.split() or self.cell(Column.EXPECTED).split())[:TITLE_WORDS]
            title = " ".join(words)
            self.said.append(_("it has no title; the first words stand for one"))
        if delivered and not message.strip():
            message = title
            self.said.append(_("it has no message; the title is delivered"))
        count = len(message.split())
        if delivered and count > WORDS:
            text = _("the message has {count} words; {limit} at most can be spoken as one message")
            self.said.append(text.format(count=count, limit=WORDS))
        return title, message

    def _minute(self, kind: InjectType) -> int:
        """The planned minute; -1 if the list plans none that a script can hold."""
        text = self.cell(Column.TIME)
        if not text.strip():
            return -1
        if kind is InjectType.CONTINGENCY:
            self._unplanned(_("a contingency is planned for no time; '{time}' is kept in the notes"))
            return -1
        if self.planned is None:
            self._unplanned(_("the time '{time}' is not understood; kept in the notes"))
            return -1
        if not 0 <= self.planned <= LATEST:
            message = _("'{time}' is not within {limit} minutes after StartEx; kept in the notes")
            self._unplanned(message, limit=LATEST)
            return -1
        return self.planned

    def _unplanned(self, message: str, **numbers: int) -> None:
        self.keep(Column.TIME)
        self.said.append(message.format(time=self.cell(Column.TIME), **numbers))

    def _story(self) -> str:
        if self.own:
            return self.cell(Column.STORY)
        cells = [self.row.cells[place] for place in self.table.stories if place < len(self.row.cells)]
        return ", ".join(filter(None, (story(" ".join(cell.split())) for cell in cells)))

    def _method(self) -> str:
        method = method_of(self.cell(Column.METHOD))
        if method is None:
            self.keep(Column.METHOD)
            message = _("the method '{method}' is not known; taken as 'other'")
            self.said.append(message.format(method=self.cell(Column.METHOD)))
        return method or "other"

    def _trigger(self, kind: InjectType, minute: int) -> Trigger:
        """When it is due: as our column says, else at its planned minute."""
        if self.table.has(Column.DUE):
            if kind is InjectType.CONTINGENCY:
                self._put_aside(Column.DUE, kind)
                return Trigger()
            return self._phrase(Column.DUE, read_due, Trigger())
        return Trigger(minutes=minute) if kind is InjectType.INJECT else Trigger()

    def _phrase(self, column: Column, read: Callable[[str], Value | None], nothing: Value) -> Value:
        value = read(self.cell(column))
        if value is None:
            self.keep(column)
            message = _("'{text}' under {column} is not understood; kept in the notes")
            self.said.append(message.format(text=self.cell(column), column=self.name(column)))
            return nothing
        return value

    def _tasks(self) -> tuple[str, ...]:
        tasks, whole, unknown = tasks_of(self.cell(Column.OBJECTIVE), self.scenario)
        for title in whole:
            message = _("no task of the objective '{objective}' is named; all of them are tagged")
            self.said.append(message.format(objective=title))
        if unknown:
            self.keep(Column.OBJECTIVE, "; ".join(unknown))
            message = _("this is no objective or task of the deck; kept in the notes: {names}")
            self.said.append(message.format(names="; ".join(unknown)))
        return tasks

    def _for_players(self, inject: Inject) -> Inject:
        """What only a line that is delivered can have."""
        grade = self.cell(Column.GRADE)
        if grade and not _GRADE.fullmatch(grade):
            self.keep(Column.GRADE)
            message = _("'{grade}' is no source grade (A1 to F6); kept in the notes")
            self.said.append(message.format(grade=grade))
            grade = ""
        return attrs.evolve(
            inject,
            grade=grade,
            branches=self._phrase(Column.BRANCHES, read_branches, ()),
            effects=self._phrase(Column.EFFECTS, read_effects, ()),
            resolution=self._block(Column.RESOLUTION),
        )

    def _contingency(self, inject: Inject) -> Inject:
        """The class and the sign for its use."""
        if inject.type is not InjectType.CONTINGENCY:
            for column in (Column.HELP, Column.USE_WHEN):
                self._put_aside(column, inject.type)
            return inject
        help_class = class_of(self.cell(Column.HELP))
        if help_class is HelpClass.NONE:
            help_class = class_of(self.cell(Column.TYPE))
        if help_class is HelpClass.NONE:
            self.said.append(_("no class (HELP, PRESSURE, REDIRECT) is named; taken as HELP"))
            help_class = HelpClass.HELP
        return attrs.evolve(inject, help=help_class, use_when=self._text(Column.USE_WHEN))

    def _put_aside(self, column: Column, kind: InjectType, *, told: bool = False) -> None:
        """Keep in the notes what a line of this type cannot have; `told` if that was said already."""
        if self.cell(column).strip():
            self.keep(column)
            if told:
                return
            message = _("a line of type {type} has nothing under {column}; kept in the notes")
            self.said.append(message.format(type=kind.value, column=self.name(column)))

    def _leftovers(self) -> None:
        """Columns for which a script has no field, and those that it does not know."""
        for place, text in enumerate(self.row.cells):
            column = self.table.columns[place] if place < len(self.table.columns) else None
            status = column is Column.STATUS and text.strip().casefold() != READY
            unknown = column is None and place not in self.table.stories
            if text.strip() and (status or unknown or column is Column.ACTUAL):
                self.aside.append(self.table.name(place))
                self.kept.append(f"{self.table.name(place)}: {text.strip()}")
