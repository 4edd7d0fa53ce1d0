"""Injects at the console: fire, hold, free, skip, postpone, complete, write one now, the contingency pool."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from ..conduct.acts import Act, Completed, Composed, Freed, Held, Postponed, Skipped
from ..conduct.board import Item, Status
from ..conduct.due import HELP_FOR, coming, contingencies
from ..conduct.script import METHODS, HelpClass
from ..core.message import Delivery, Message
from ..i18n import _
from ..session.conducted import release
from ..wording.cards import way_text
from ..wording.conduct import help_name, stall_text
from .conduct_ask import line, one_of, walk
from .conduct_desk import Desk
from .conduct_show import inject_lines, item_line


def waiting(desk: Desk) -> list[Item]:
    """Every inject that may still be released: due, then coming, then all others but contingencies."""
    shown = desk.session.console()
    first = [*shown.due, *coming(shown.board, shown.moment)]
    rest = [i for i in shown.board.items.values() if i.open and i.inject.help is HelpClass.NONE]
    return first + [item for item in rest if item not in first]


def choose(desk: Desk, items: Sequence[Item], nothing: str) -> Item | None:
    """One of these injects; None to go back, or if there is none."""
    if not items:
        desk.say(nothing)
        return None
    place = desk.pick([item_line(desk.session, item) for item in items])
    return items[place] if place >= 0 else None


def fire(desk: Desk) -> None:
    """Release an inject that waits."""
    item = choose(desk, waiting(desk), _("Every inject of the list is out."))
    if item is not None:
        offer(desk, item)


def offer(desk: Desk, item: Item) -> None:
    """Show an inject in full and ask to whom it goes."""
    desk.read_inject(inject_lines(desk.session, item))
    lines = [_("Release it as the script says"), _("Release it to others")]
    place = desk.pick(lines)
    if place < 0:
        return
    act = release(item)
    if place == 1:
        found = desk.recipients()
        if found is None:
            return
        zones, everybody = found
        act = release(item, zones, everybody=everybody)
    if desk.do(act):
        shown(desk, item.inject.id)


def shown(desk: Desk, number: str) -> None:
    """After a delivery to single zones that no turn will read out: offer to show it to them."""
    item = desk.session.console().board.items[number]
    if item.everybody or not (desk.session.discussion or desk.session.conduct.called):
        return
    if desk.sure(_("Show it to its recipients on this screen now? y for yes, Enter for no:")):
        desk.hand_over(delivery_of(item), item.to)


def delivery_of(item: Item) -> Delivery:
    """What its recipients have of an inject that is out."""
    return Delivery(item.inject.id, item.round, item.clock // 60, item.inject.words)


def one_act(desk: Desk, items: Sequence[Item], nothing: str, act: Callable[[str], Act]) -> None:
    """Choose an inject and do something to it by its number."""
    item = choose(desk, items, nothing)
    if item is not None:
        desk.do(act(item.inject.id))


def hold(desk: Desk) -> None:
    """Keep an inject back."""
    items = [item for item in every(desk) if item.status is Status.READY]
    item = choose(desk, items, _("No inject is ready to be held."))
    if item is not None:
        reason = desk.text(_("Why? (may stay empty; 0 goes back)"))
        if reason is not None:
            desk.do(Held(item.inject.id, reason))


def free(desk: Desk) -> None:
    """Set a held or skipped inject free."""
    items = [item for item in every(desk) if item.status in (Status.HELD, Status.SKIPPED)]
    one_act(desk, items, _("No inject is held or skipped."), Freed)


def skip(desk: Desk) -> None:
    """Skip an inject; the reason is needed."""
    items = [item for item in every(desk) if item.open]
    item = choose(desk, items, _("Every inject is out or skipped."))
    if item is not None:
        reason = desk.text(_("Why is it skipped? It goes into the report (0 goes back):"))
        if reason is not None:
            desk.do(Skipped(item.inject.id, reason))


def every(desk: Desk) -> tuple[Item, ...]:
    """All injects in the order of the script."""
    return tuple(desk.session.console().board.items.values())


def postpone(desk: Desk) -> None:
    """Put off one inject, or all that wait but contingencies."""
    items = waiting(desk)
    if not items:
        desk.say(_("Every inject of the list is out."))
        return
    place = desk.pick([*(item_line(desk.session, item) for item in items), _("All of these")])
    if place < 0:
        return
    chosen = items if place == len(items) else [items[place]]
    minutes = desk.count(_("By how many minutes of exercise time? (empty: none)"))
    rounds = 0 if desk.session.discussion else desk.count(_("By how many rounds? (empty: none)"))
    desk.do(Postponed(tuple(item.inject.id for item in chosen), minutes, rounds))


def complete(desk: Desk) -> None:
    """Say what really happened, and which branch was taken."""
    items = [item for item in every(desk) if item.out]
    item = choose(desk, items, _("No inject has been released yet."))
    if item is None:
        return
    branches = item.inject.branches
    labels = [*(one.label for one in branches), _("None of these")]
    asked = [line(desk, _("What really happened? (may stay empty; 0 goes back)"))]
    asked += [one_of(desk, labels, _("Which way was taken?"))] if branches else []
    said = walk(*asked)
    if said is None:
        return
    narrative, place = said[0], said[-1] if branches else len(branches)
    desk.do(Completed(item.inject.id, narrative, branches[place].id if place < len(branches) else ""))


def compose(desk: Desk) -> None:
    """Write an inject now; it is delivered at once."""
    said = walk(
        line(desk, _("Title (0 goes back):"), needed=True),
        line(desk, _("Message, as it is read out:"), needed=True),
        line(desk, _("From whom? (may stay empty)")),
        one_of(desk, [way_text(method) for method in METHODS]),
        lambda _before: desk.recipients(),
    )
    if said is None:
        return
    title, text, sender, place, found = said
    zones, everybody = found
    number = desk.session.console().board.next_number
    if desk.do(Composed(number, Message(title, text, sender, METHODS[place]), zones, everybody)):
        shown(desk, number)


def pool(desk: Desk) -> None:
    """The contingency injects by class; what fits a stall stands first."""
    seen = desk.session.console()
    kinds = [HelpClass.HELP, HelpClass.PRESSURE, HelpClass.REDIRECT]
    if seen.stall is not None:
        desk.say(stall_text(seen.stall))
        kinds.sort(key=lambda kind: kind is not HELP_FOR[seen.stall])  # type: ignore[index]
    items: list[Item] = []
    for kind in kinds:
        held = contingencies(seen.board, kind)
        names = ", ".join(item.inject.id for item in held) or "-"
        desk.say(_("{kind}. Left: {numbers}").format(kind=help_name(kind), numbers=names))
        items += held
    item = choose(desk, items, _("The contingency pool is used up."))
    if item is not None:
        offer(desk, item)
