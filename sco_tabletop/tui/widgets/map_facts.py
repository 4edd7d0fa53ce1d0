"""What stands in a state on the map: each fact as glyph and word, in forms from long to short.

Pure functions from a look to phrases; knows nothing of where they are drawn.
"""

from __future__ import annotations

from collections.abc import Iterable

from rich.cells import cell_len

from ...core.board import Public
from ...core.commands import SendTeam
from ...core.rules.depth import plays
from ...core.scenario import Scenario
from ...core.words import CATEGORIES, Depth
from ...i18n import _, n_
from ...wording import words
from ..look import Look
from ..text import Line, Tone, block, clean, cut, legend_lines
from .tracks import influence_tone

Phrase = tuple[tuple[str, ...], Tone]
"""The same fact in its forms, longest first, and its tone."""
TIGHT = 3
"""With so many rows name, numbers and the rest have one each."""


def fitting(texts: tuple[str, ...], room: int) -> str:
    """The longest form that fits, without control characters; the shortest cut off if none does."""
    cleaned = [clean(text) for text in texts]
    return next((text for text in cleaned if cell_len(text) <= room), cut(cleaned[-1], room))


def phrased(look: Look, zone: int, rows: int) -> list[Phrase]:
    """The rows of a state for so many free ones."""
    if rows == 1:
        return [on_one_row(look, zone)]
    name: Phrase = (names(look, zone), "strong")
    found, more = essentials(look, zone), extras(look, zone)
    every = [name, *found, *more]
    skills = levels(look, zone)
    if skills and rows > len(every):
        return [*every, skills]
    if rows >= len(every):
        return every
    if rows > len(found) + 1:
        return [name, *found, joined(more)]
    return tight(look, zone, name, more if rows >= TIGHT else [])


def tight(look: Look, zone: int, name: Phrase, more: list[Phrase]) -> list[Phrase]:
    """Name and numbers on a row each; the rest on a third if there is one, else behind the numbers."""
    if more:
        return [name, numbers_of(look, zone, extra=False), joined(more)]
    return [name, numbers_of(look, zone, extra=True)]


def joined(found: list[Phrase]) -> Phrase:
    """Several facts on one row, all of them long, middling or short."""
    most = max(len(texts) for texts, _tone in found)
    forms = [
        "  ".join(unlike(texts[min(step, len(texts) - 1)] for texts, _tone in found)) for step in range(most)
    ]
    tight = "".join(unlike(texts[-1] for texts, _tone in found))
    tone: Tone = next((tone for _texts, tone in found if tone != "text"), "text")
    return (*forms, tight), tone


def unlike(texts: Iterable[str]) -> list[str]:
    """The texts in their order, each once."""
    return list(dict.fromkeys(texts))


# ---------------------------------------------------------------------- one fact each


def names(look: Look, zone: int) -> tuple[str, str]:
    """What a state is called on the map, at length and by its code alone; marks for yours, the chair, and a
    possible home of the persona under the eye."""
    marks = ("★" if zone in look.mine else "") + ("◆" if zone == look.view.public.chair else "")
    marks += "⌂" if look.homes() >> zone & 1 else ""
    code = clean(f"{marks} {look.code(zone)}".strip())
    return f"{code} {clean(look.name(zone))}", code


def essentials(look: Look, zone: int) -> list[Phrase]:
    """Influence, teams, warnings, protection."""
    public, numbers = look.view.public, look.view.scenario.numbers
    board = public.zones[zone]
    gauge = "▮" * board.influence + "▯" * (numbers.influence_max - board.influence)
    text = _("infl {gauge} {number}").format(gauge=gauge, number=board.influence)
    found: list[Phrase] = [((text, short_influence(look, zone)), influence_tone(look, zone))]
    staged = public.staged_in(zone)
    teams = _("▲ teams {number}").format(number=board.teams)
    if staged:
        teams = _("▲ {number}, {staged} staged").format(number=board.teams, staged=staged)
    if plays(look.view.scenario.depth, SendTeam):
        found.append(((teams,), "good" if staged else "text"))
    return found + warning(public, zone)


def warning(public: Public, zone: int) -> list[Phrase]:
    """Plot warnings of a state, and whether it is protected."""
    found: list[Phrase] = []
    due = [plot.due for plot in public.plots if plot.zones >> zone & 1]
    if due:
        found.append(((_("‼ plot R{round}").format(round=min(due)),), "alarm"))
    if public.protected(zone):
        found.append(((_("▣ protected"),), "good"))
    return found


def extras(look: Look, zone: int) -> list[Phrase]:
    """Loans, who was located or seen here, a possible home: glyph and word, in short the glyph."""
    found = [*loans(look, zone), *located(look, zone), *seen(look, zone)]
    if look.homes() >> zone & 1:
        found.append(((_("⌂ may be home"), _("⌂ home"), "⌂"), "lead"))
    return found


def loans(look: Look, zone: int) -> list[Phrase]:
    """What it has lent, and to whom; what it has on loan, and from whom."""
    sc, board = look.view.scenario, look.view.public.zones[zone]
    made = look.chronicle.loans
    found: list[Phrase] = []
    if board.lent:
        given = next((loan for loan in made.values() if loan.zone == zone), None)
        to = clean(look.code(given.to)) if given else "?"
        name = skill(sc, given.discipline) if given else ""
        long = _("⇆ lends {discipline} to {zone}").format(discipline=name, zone=to)
        found.append(((long, _("⇆ to {zone}").format(zone=to), "⇆"), "text"))
    for discipline in range(CATEGORIES):
        if board.borrowed[discipline] > board.levels[discipline]:
            by = made.get((zone, discipline))
            giver = clean(look.code(by.zone)) if by else "?"
            long = _("⇆ {discipline} {level} from {zone}").format(
                discipline=skill(sc, discipline),
                level=board.borrowed[discipline],
                zone=giver,
            )
            tone: Tone = "dim" if board.suspended == discipline else "good"
            found.append(((long, _("⇆ from {zone}").format(zone=giver), "⇆"), tone))
    return found


def located(look: Look, zone: int) -> list[Phrase]:
    """Whose person was located here and has no team yet."""
    index = look.view.public.index
    here = [p for p in index if (index[p].located & ~index[p].staged) >> zone & 1]
    if not here:
        return []
    count = len(here)
    word = n_("◎ {count} located", "◎ {count} located", count).format(count=count)
    names = ", ".join(look.alias(p) for p in here)
    return [((_("◎ located: {names}").format(names=names), word, f"◎{count}"), "good")]


def seen(look: Look, zone: int) -> list[Phrase]:
    """How many personas were seen acting here; the one under the eye by name, with the round."""
    index = look.view.public.index
    count = sum(entry.sighted >> zone & 1 for entry in index.values())
    if not count:
        return []
    word = n_("⊙ {count} seen", "⊙ {count} seen", count).format(count=count)
    entry = index.get(look.persona)
    if entry is None or not entry.sighted >> zone & 1:
        return [((word, f"⊙{count}"), "text")]
    alias, when = look.alias(look.persona), look.chronicle.seen.get((look.persona, zone), 0)
    text = _("{seen}, {persona} in R{round}") if when else _("{seen}, {persona} at the start")
    long = text.format(seen=word, persona=alias, round=when)
    return [((long, _("⊙ {persona}").format(persona=alias), word, f"⊙{count}"), "lead")]


def skill(scenario: Scenario, discipline: int) -> str:
    """A discipline of the deck, without what would move the cursor."""
    return clean(words.discipline_name(scenario, discipline))


def levels(look: Look, zone: int) -> Phrase | None:
    """What the state is good at, where there is room for it."""
    sc, board = look.view.scenario, look.view.public.zones[zone]
    found = [d for d in range(CATEGORIES) if board.level(d)]
    if not found:
        return None
    text = ", ".join(f"{skill(sc, d)} {board.level(d)}" for d in found)
    best = max(found, key=board.level)
    return (text, f"{skill(sc, best)} {board.level(best)}"), "dim"


# ---------------------------------------------------------------------- several on a row


def short_influence(look: Look, zone: int) -> str:
    """The influence without its gauge."""
    return _("infl {number}").format(number=look.view.public.zones[zone].influence)


def numbers_of(look: Look, zone: int, *, extra: bool) -> Phrase:
    """Everything but the name on one row, in words and, for a narrow state, in glyphs; loans and sightings
    are the first to go."""
    public = look.view.public
    board, staged = public.zones[zone], public.staged_in(zone)
    due = [plot.due for plot in public.plots if plot.zones >> zone & 1]
    teamed = plays(look.view.scenario.depth, SendTeam)
    alarm = [_("‼R{round}").format(round=min(due))] if due else []
    alarm += ["▣"] if public.protected(zone) else []
    wordy = [*alarm, short_influence(look, zone), *([f"▲{board.teams}"] if teamed else [])]
    wordy += [_("staged {staged}").format(staged=staged)] if staged else []
    teams = f"▲{board.teams}/{staged}" if staged else f"▲{board.teams}"
    glyphs = [*alarm, f"▮{board.influence}", *([teams] if teamed else [])]
    tone: Tone = "alarm" if due else influence_tone(look, zone)
    more = unlike(texts[-1] for texts, _tone in extras(look, zone) if texts[-1] != "⌂") if extra else []
    forms = [" ".join((*wordy, *more)), " ".join((*glyphs, *more))] if more else []
    return (*forms, " ".join(wordy), " ".join(glyphs), "".join(glyphs)), tone


def on_one_row(look: Look, zone: int) -> Phrase:
    """Name and numbers together, longest form first; the shortest gives up the marks, not a number."""
    forms, tone = numbers_of(look, zone, extra=True)
    marked = tuple(f"{name}  {form}" for name in names(look, zone) for form in forms)
    code = names(look, zone)[1]
    return (*marked, f"{code} {forms[-1]}", f"{clean(look.code(zone))} {forms[-1]}"), tone


# ---------------------------------------------------------------------- what the glyphs mean


def legend(look: Look, columns: int) -> list[Line]:
    """Whose homes are marked; then the glyphs in words, as far as this depth can show them."""
    depth = look.view.scenario.depth
    texts = {
        Depth.FIND: _("★ yours  ◆ chair  ▮ influence  ⊙ seen  ⇆ loan"),
        Depth.INVESTIGATE: _("★ yours  ◆ chair  ▮ influence  ‼ plot  ▣ protected  ⊙ seen  ⇆ loan"),
        Depth.FULL: _(
            "★ yours  ◆ chair  ▲ teams/staged  ▮ influence  ‼ plot  ▣ protected  ⊙ seen  ⇆ loan  ◎ located"
        ),
    }
    return [*homes_text(look, columns), *legend_lines(texts[depth], columns)]


def homes_text(look: Look, columns: int) -> list[Line]:
    """Whose possible homes are marked."""
    if not look.homes():
        return []
    text = _("⌂ {persona} may live there").format(persona=look.alias(look.persona))
    return block(text, columns, "lead")
