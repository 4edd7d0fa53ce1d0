"""The case board: one row a persona on the Index. A pure function from a view to lines."""

from __future__ import annotations

from ...core import doubt
from ...core.attribution import is_attributed
from ...core.board import Entry
from ...core.progress import Progress, progress
from ...core.seat import bits
from ...core.view import View
from ...core.words import CATEGORIES, Depth, Function
from ...i18n import _, n_
from ...wording import words
from ..look import Look
from ..text import Line, Part, Row, Sheet, Tone, block, line, pad

UNKNOWN = "·"
TIGHT = 67
"""Below so many columns functions stand there in two letters."""
WORDY = 90
"""From this many columns a frozen file is said in words behind the name; below, its glyph alone."""


def letters(view: View) -> tuple[str, ...]:
    """One letter for each category: its first, if these differ, else its number."""
    firsts = tuple(trait.name[:1].upper() for trait in view.scenario.traits)
    return firsts if len(set(firsts)) == CATEGORIES and all(f.isalpha() for f in firsts) else tuple("12345")


def holding(view: View, held: int, unverified: int) -> str:
    """Categories held as letters; an unverified one as a small letter."""
    cells = ""
    for category, letter in enumerate(letters(view)):
        if not held >> category & 1:
            cells += UNKNOWN
        else:
            cells += letter.lower() if unverified >> category & 1 else letter
    return cells


def pooled(entry: Entry, zone: int) -> tuple[int, int, int]:
    """What the other zones hold together: categories, those only unverified, and how many files."""
    held = sure = files = 0
    for other, mask in enumerate(entry.held):
        if other != zone and mask >= 0:
            held |= mask
            sure |= mask & ~entry.unverified[other]
            files += 1
    return held, held & ~sure, files


def standing(look: Look, persona: int, columns: int) -> Line:
    """Named, located, staged with the doubt; contradiction, frozen - glyph and word."""
    view, entry = look.view, look.view.public.index[persona]
    if not entry.possible:
        return line((_("! contradiction"), "alarm"))
    parts: list[Part] = []
    for zone in bits(entry.named):
        parts += [" " if parts else "", named_part(look, entry, zone)]
    if view.scenario.depth is Depth.FIND and is_attributed(view.scenario, view.public, entry):
        parts.append((_("◇ attributed"), "good"))
    if entry.named.bit_count() > 1:
        parts.insert(0, (_("! twice "), "alarm"))
    if view.public.frozen(persona) and not (entry.named and columns < WORDY):
        parts.append(" " if parts else "")
        parts.append((_("■ frozen to R{round}").format(round=entry.frozen_until), "dim"))
    if not parts:
        stage = progress(entry)
        parts.append((f"{words.progress_glyph(stage)} {words.progress_name(stage)}", "dim"))
    return line(*parts)


def named_part(look: Look, entry: Entry, zone: int) -> tuple[str, Tone]:
    """One zone's name on a persona: how far it is, and the chance that it is right."""
    stage = Progress(2 + (entry.located >> zone & 1) + (entry.staged >> zone & 1))
    percent = doubt.right_percent(look.view.scenario, entry, zone)
    sure = "?" if doubt.rests_on_unverified(entry, zone) else ""
    text = _("{glyph} {stage} {zone} {percent}%{unsure}").format(
        glyph=words.progress_glyph(stage),
        stage=words.stage_name(entry, zone),
        zone=look.code(zone),
        percent=percent,
        unsure=sure,
    )
    return text, "good" if percent >= 90 else "lead"


def candidates(view: View, persona: int) -> tuple[str, Tone]:
    """How many of the own register still fit the own file; none are meant where he cannot live (R3.10)."""
    file, entry = view.file(persona), view.public.index[persona]
    if file is None or not file.count:
        return "-", "dim"
    count = file.matches.bit_count()
    if count and not entry.possible >> view.zone & 1:
        return "-", "dim"
    return str(count), "good" if count == 1 else "text" if count else "dim"


def homes(look: Look, entry: Entry, cells: int) -> str:
    """Possible homes as codes, as many as fit; all of them as a word."""
    zones = bits(entry.possible)
    if len(zones) == len(look.view.public.zones):
        return _("any")
    text = " ".join(look.code(zone) for zone in zones)
    if len(text) <= cells:
        return text
    kept = zones[: max(1, (cells - 2) // 4)]
    return " ".join(look.code(zone) for zone in kept) + f"+{len(zones) - len(kept)}"


def function(of: Function, columns: int) -> str:
    """What a persona does, in two letters where there is no room for the word."""
    return words.function_name(of) if columns >= TIGHT else words.function_short(of)


def widths(columns: int) -> tuple[int, int, int]:
    """Cells for alias, function and homes."""
    if columns >= 90:
        return 14, 13, 20
    if columns >= TIGHT:
        return (11, 12, 11) if columns >= 74 else (9, 9, 8)
    return 9, 2, 5


def row(look: Look, persona: int, columns: int) -> Line:
    """One persona."""
    view, entry = look.view, look.view.public.index[persona]
    alias, does, home = widths(columns)
    own = entry.held[view.zone] if view.zone >= 0 else -1
    unverified = entry.unverified[view.zone] if view.zone >= 0 else 0
    others, unsure, files = pooled(entry, view.zone)
    count, tone = candidates(view, persona)
    mine = holding(view, own, unverified) if own >= 0 else _("none")
    theirs = holding(view, others, unsure) + f" {files}" if files else "-"
    return (
        *line(
            (pad(look.alias(persona), alias), "strong"),
            ("+" if look.touches(persona) else " ", "key"),
            pad(function(entry.function, columns), does) + " ",
            (pad(mine, 5) + " ", "lead" if unverified else "text" if own >= 0 else "dim"),
            (pad(theirs, 7) + " ", "lead" if unsure else "text"),
            (pad(count, 4) + " ", tone),
            pad(homes(look, entry, home), home),
            ("■" if view.public.frozen(persona) else " ", "dim"),
        ),
        *standing(look, persona, columns),
    )


def held_text(look: Look) -> str:
    """What the mark beside a persona means, while the eye is on another state."""
    return _("  + file in {zone}").format(zone=look.name(look.place)) if look.elsewhere else ""


def sheet(look: Look, columns: int, rows: int) -> Sheet:
    """All personas, the heads of the columns above them, a legend below if there is room."""
    view, inner = look.view, columns - 2
    alias, does, home = widths(inner)
    heads = (
        (_("Persona"), alias),
        (_("Function") if inner >= TIGHT else "", does),
        (_("Own"), 5),
        (_("Others"), 7),
        (_("Fits"), 4),
        (_("Homes"), home),
    )
    head = "".join(pad(text, cells) + " " for text, cells in heads) + _("Standing")
    found = [Row(line((head, "dim")))]
    found += [Row(row(look, persona, inner), ("persona", persona)) for persona in look.order()]
    names = ", ".join(
        f"{letter} {trait.name}" for letter, trait in zip(letters(view), view.scenario.traits, strict=True)
    )
    legend = [(), *block(_("{names}; small letter, ?: unverified.").format(names=names), inner, "dim")]
    text = _(
        "Others: what they hold together, and how many files. "
        "Fits: how many in your register, if he may live with you. ■ frozen."
    )
    legend += block(text, inner, "dim")
    if inner < TIGHT:
        known = sorted({entry.function for entry in view.public.index.values()}, key=list(Function).index)
        codes = ", ".join(f"{words.function_short(of)} {words.function_name(of)}" for of in known)
        legend += block(codes, inner, "dim")
    if rows >= len(found) + len(legend):
        found += [Row(of) for of in legend]
    count = len(view.public.index)
    index = n_("the Index: {count} persona", "the Index: {count} personas", count).format(count=count)
    title = line((_("Case board"), "title"), " ", index, (held_text(look), "key"))
    return Sheet(title, tuple(found), start=("persona", look.persona))
