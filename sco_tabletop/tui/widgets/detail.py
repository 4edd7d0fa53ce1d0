"""The file on one persona: traits, links, register, answers of the other zones, doubt in its parts."""

from __future__ import annotations

from rich.cells import cell_len

from ...core import doubt
from ...core.attribution import is_attributed
from ...core.board import NO_FILE, UNCHECKED, Entry
from ...core.explaining import Doubted
from ...core.geography import sighting_zones
from ...core.seat import File, bits
from ...core.view import View
from ...core.words import CATEGORIES, COMMANDER, Depth
from ...i18n import _, n_
from ...wording import words
from ..look import Look
from ..text import Line, Row, Sheet, beside, block, flowing, in_rows, line, pad
from .board import letters
from .stages import could, next_lines, now_lines, stages

TWO_COLUMNS = 60
REGISTER = 24


def sheet(look: Look, columns: int, rows: int) -> Sheet:  # noqa: ARG001
    """Everything that the zone knows of the persona under the eye."""
    view, persona = look.view, look.persona
    entry = view.entry(persona)
    if entry is None:
        return Sheet(line((_("File"), "title")), (Row(line(_("No persona is on the Index yet."))),))
    order = look.order()
    title = line(
        (_("File"), "title"),
        " ◂ ",
        (look.alias(persona), "strong"),
        " ▸ ",
        words.function_name(entry.function),
        (f"  {order.index(persona) + 1}/{len(order)}", "dim"),
    )
    file = view.file(persona)
    wide = columns >= TWO_COLUMNS
    left = max(columns - 40, columns * 3 // 5, min(columns - REGISTER, 50)) if wide else columns
    main = [*where(look, entry, left), *traits(look, persona, entry, left)]
    main += links(look, persona, file, left) if view.zone != COMMANDER else []
    side = register(view, persona, file) if view.zone != COMMANDER else []
    top = [*stages(look, entry, columns), *next_lines(look, persona, columns)]
    top += now_lines(look, persona, columns)
    body = [*top, *(beside(main, side, left) if wide else main)]
    body += answers(look, entry, columns)
    rows_of = [Row(of) for of in body] + doubts(look, persona, entry, columns)
    rows_of += [] if wide else [Row(of) for of in side]
    return Sheet(title, tuple(rows_of))


def where(look: Look, entry: Entry, columns: int) -> list[Line]:
    """Sightings and possible homes."""
    public, everywhere = look.view.public, (1 << len(look.view.public.zones)) - 1
    code = look.view.scenario
    seen = words.zone_list(code, entry.sighted) if entry.sighted else _("nowhere yet")
    allowed = sighting_zones(public, entry)
    if not entry.possible:
        home, tone = _("none left: a trait on some file is false"), "alarm"
    elif entry.possible == everywhere:
        home, tone = _("any zone"), "text"
    else:
        home, tone = words.zone_list(code, entry.possible), "text"
    lines = [line((_("Seen in "), "dim"), seen)]
    excluded = allowed & ~entry.possible
    cells = [line((_("Home in "), "dim"), (home, "alarm" if tone == "alarm" else "strong"))]
    if excluded:
        cells.append(line((_("no hit: {zones}").format(zones=words.zone_list(code, excluded)), "dim")))
    lines += flowing(cells, columns)
    if code.depth is Depth.FIND and is_attributed(code, public, entry):
        lines += block(_("◇ Attributed: its sightings leave few enough zones."), columns, "good")
    if look.view.public.frozen(look.persona):
        text = _("■ Taken down: files frozen to the end of round {round}.")
        lines += block(text.format(round=entry.frozen_until), columns, "lead")
    return lines


def traits(look: Look, persona: int, entry: Entry, columns: int) -> list[Line]:
    """Five rows: category, own value, which zones hold it."""
    view, file = look.view, look.view.file(persona)
    names = min(max(cell_len(trait.name) for trait in view.scenario.traits), 10)
    head = pad(_("Trait"), names + 3) + pad(_("Own value"), 20) + _("Held by / best")
    lines = [line((head, "dim"))]
    for category in range(CATEGORIES):
        held = bool(file and file.held >> category & 1)
        unverified = bool(file and file.unverified >> category & 1)
        value = words.trait_value(view.scenario, category, file.traits[category]) if file and held else "-"
        value += _(" unverified") if unverified else ""
        value += _(" differs!") if file and file.differs >> category & 1 else ""
        holders = sum(
            1 << z
            for z, mask in enumerate(entry.held)
            if z != view.zone and mask > 0 and mask >> category & 1
        )
        lines.append(
            line(
                (f"{letters(view)[category]} ", "key"),
                pad(words.category_name(view.scenario, category), names) + " ",
                (pad(value, 19) + " ", "lead" if unverified else "strong" if held else "dim"),
                held_by(view, holders, columns - names - 24) or could(look, persona, category),
            )
        )
    return lines


def held_by(view: View, holders: int, cells: int) -> str:
    """Which other zones hold a trait; where they are too many for the room, which do not."""
    listed = words.zone_list(view.scenario, holders) if holders else ""
    if cell_len(listed) <= cells:
        return listed
    others = sum(1 << zone for zone in range(len(view.public.zones)) if zone != view.zone) & ~holders
    if not others:
        return _("all others")
    return _("all but {zones}").format(zones=words.zone_list(view.scenario, others))


def links(look: Look, persona: int, file: File | None, columns: int) -> list[Line]:
    """Links written on the own file, as a list."""
    if file is None:
        return block(
            _("Your zone holds no file on {persona}.").format(persona=look.alias(persona)), columns, "dim"
        )
    index = look.view.public.index
    known = [
        f"{look.alias(p)} ({words.function_name(index[p].function)})" for p in bits(file.links) if p in index
    ]
    text = ", ".join(known) or _("none known")
    if file.exhausted:
        text += _("; no further link to find")
    return block(text, columns, first=_("Links: "))


def register(view: View, persona: int, file: File | None) -> list[Line]:
    """The own register; persons who no longer fit are struck out, with the categories that exclude them."""
    fits = file.matches.bit_count() if file else 0
    total = len(view.seat.register)
    head = _("Register: {fits} of {total} fit").format(fits=fits, total=total)
    if file is None or not file.count:
        head = _("Register: {total} persons").format(total=total)
    lines = [line((head, "dim"))]
    entry = view.public.index[persona]
    if not entry.possible >> view.zone & 1 and (fits or file is None):
        lines = [line((_("Register: not his home"), "lead"))]
    named = view.seat.names.get(persona, -1)
    for number, person in enumerate(view.seat.register):
        alias = words.person(view.scenario, person)
        against = [
            c for c in range(CATEGORIES) if file and file.held >> c & 1 and person.traits[c] != file.traits[c]
        ]
        if against:
            why = "".join(letters(view)[c] for c in against)
            lines.append(line(("✗ ", "dim"), (alias, "gone"), (f"  {why}", "dim")))
        elif number == named:
            lines.append(line(("◇ ", "good"), (alias, "good"), (_("  named"), "good")))
        else:
            lines.append(line(("○ ", "text"), (alias, "strong" if file and file.count else "text")))
    return lines


def answers(look: Look, entry: Entry, columns: int) -> list[Line]:
    """Per zone: no file, unchecked, no hit, or n hits on k traits."""
    cell = max(24, columns // max(1, columns // 30) - 1)
    found = [answer(look, entry, zone, cell) for zone in range(len(entry.held))]
    return [line((_("Register checks"), "dim")), *in_rows(found, columns // cell)]


def answer(look: Look, entry: Entry, zone: int, cells: int) -> Line:
    """One zone's answer."""
    hits, code = entry.hits[zone], look.code(zone)
    if hits == UNCHECKED:
        text = _("no file") if entry.held[zone] == NO_FILE else _("unchecked")
        return line((pad(f"· {code} {text}", cells), "dim"))
    on = n_("on {tested} trait", "on {tested} traits", entry.tested[zone]).format(tested=entry.tested[zone])
    if hits == 0:
        return line((pad(f"✗ {code} {_('no hit')} {on}", cells), "dim"))
    text = n_("{hits} hit", "{hits} hits", hits).format(hits=hits)
    out = "" if entry.possible >> zone & 1 else " " + _("(excluded)")
    return line((pad(f"● {code} {text} {on}{out}", cells), "good"))


def doubts(look: Look, persona: int, entry: Entry, columns: int) -> list[Row]:
    """The chance that a name is right, and what each other possible home adds to the doubt."""
    view, zone = look.view, look.view.zone
    zones = [z for z in bits(entry.named) if z != zone]
    file = view.file(persona)
    could = (
        file is not None and file.count >= view.scenario.numbers.evidence and file.matches.bit_count() == 1
    )
    if could and entry.possible >> zone & 1:
        zones.insert(0, zone)
    found: list[Row] = []
    for of in zones:
        percent = doubt.right_percent(view.scenario, entry, of)
        text = _("A name from {zone} is right with {percent}%.").format(zone=look.name(of), percent=percent)
        if doubt.rests_on_unverified(entry, of):
            text += " " + _("It takes an unverified trait as true.")
        lines = block(text, columns, "good" if percent >= 90 else "lead")
        if doubt.weight(view.scenario, entry, of):
            for part in doubt.parts(view.scenario, entry, of, max(0, entry.held[of])):
                lines += block(doubt_part(look, part), columns, "dim", first="  ")
        found += [Row(line, figure=Doubted(persona, of)) for line in lines]
    return found


def doubt_part(look: Look, part: doubt.Part) -> str:
    """What one other possible home adds."""
    weight = f"{part.weight / doubt.UNIT:.2f}"
    if part.weight == doubt.CERTAIN:
        text = _("{zone}: a hit on all traits, verified: it is their person")
    elif part.unchecked:
        text = _("{zone} unchecked, {persons} persons: doubt +{weight}")
    else:
        text = n_(
            "{zone}: {persons} hit on {tested} traits: doubt +{weight}",
            "{zone}: {persons} hits on {tested} traits: doubt +{weight}",
            part.persons,
        )
    return text.format(zone=look.code(part.zone), persons=part.persons, tested=part.tested, weight=weight)
