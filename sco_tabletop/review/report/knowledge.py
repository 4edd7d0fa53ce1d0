"""The knowledge flow in tables: each operative, each trait, who learned it when, what was withheld."""

from __future__ import annotations

from itertools import groupby

from ...core.words import CATEGORIES
from ...i18n import _
from ...wording import words
from ..measures import Fortune, first_facts
from ..records import Fact
from .dossier import Dossier
from .finding import findings
from .model import Block, Cell, Heading, Table, Words, table
from .pictures import curves, flow_picture
from .terms import codes, decimal, fate_text, round_text, rounds_text, way_text

SHOWN = 8
"""How many withheld facts the report lists."""


def knowledge(of: Dossier) -> tuple[Block, ...]:
    """Section 11's knowledge flow; for a seat only its own files."""
    title = Heading(_("Knowledge flow"))
    if not of.flow.names_played:
        return (title, *findings(of))
    if not of.full:
        return (title, *own_files(of))
    return (
        title,
        *operatives(of),
        Heading(_("Who learned what when"), 3),
        Words(
            _(
                "Per trait the zones in the order in which they got it. The zone that had to act is marked "
                '*. "Had when needed" are the zones that held it at the end of the round in which the '
                "operative became identifiable from all files together."
            ),
            tone="dim",
        ),
        *(block for fortune in by_function(of) for block in traits_of(of, fortune)),
        *withheld(of),
    )


def by_function(of: Dossier) -> list[Fortune]:
    """Operatives as the network lists them."""
    return sorted(of.measures.fortunes, key=lambda f: (f.member.function, f.member.persona))


def operatives(of: Dossier) -> tuple[Block, ...]:
    """A, the first moment his zone could, B, gap and fate; and the same as a picture."""
    sc, rows = of.scenario, []
    for fortune in by_function(of):
        member, (fate, tone) = fortune.member, fate_text(of.flow, fortune.fate)
        a, able, b = ((line,) if line else () for line in fortune.lines)
        size = "-" if fortune.gap is None else f"{fortune.gap:+d}"
        rows.append(
            (
                Cell(words.persona(sc, member.persona)),
                Cell(words.function_name(member.function)),
                Cell(words.zone_name(sc, member.home)),
                Cell(round_text(fortune.identifiable), a),
                Cell(round_text(fortune.able), able),
                Cell(round_text(fortune.named), b),
                Cell(size, tone="alarm" if fortune.lost else ""),
                Cell(fate + (" - " + _("LOST") if fortune.lost else ""), tone=tone),
            )
        )
    heads = (
        _("Persona"), _("Function"), _("Home"), _("Identifiable together"), _("His zone could name"),
        _("Rightly named"), _("Gap"), _("Became of him"),
    )  # fmt: skip
    gap = of.measures.gap_mean
    mean = _(
        "Mean gap {mean} rounds. It is for comparing one team with itself: between teams it misleads, since "
        "a team that pools late has a small one."
    )
    return (
        flow_picture(of),
        Table(_("Operatives"), heads, tuple(rows)),
        *((Words(mean.format(mean=decimal(gap)), tone="dim"),) if gap is not None else ()),
        curves(of),
    )


def traits_of(of: Dossier, fortune: Fortune) -> tuple[Block, ...]:
    """One operative: a row a category."""
    sc, member = of.scenario, fortune.member
    rows: list[tuple[Cell, ...]] = []
    for category in range(CATEGORIES):
        facts = first_facts(of.flow, member.persona, category)
        if not facts:
            continue
        steps = groupby(facts, key=lambda f: (f.line, f.round, f.how, f.source))
        got = "; ".join(step_text(of, tuple(step), member.home) for _key, step in steps)
        then = [f.zone for f in facts if fortune.identifiable and f.round <= fortune.identifiable]
        home = next((f for f in facts if f.zone == member.home), None)
        rows.append(
            (
                Cell(words.category_name(sc, category)),
                Cell(got, tuple(fact.line for fact in facts)),
                Cell(codes(sc, sorted(then))),
                Cell(round_text(home.round) if home else _("never"), tone="" if home else "alarm"),
            )
        )
    name = _("{persona}, {function}, home {zone}").format(
        persona=words.persona(sc, member.persona),
        function=words.function_name(member.function),
        zone=words.zone_name(sc, member.home),
    )
    return table(name, (_("Trait"), _("Who got it, when, how"), _("Had when needed"), _("At his home")), rows)


def step_text(of: Dossier, facts: tuple[Fact, ...], home: int) -> str:
    """One step of a trait: all who got it at once, as by a bulletin."""
    marks = (words.zone_code(of.scenario, f.zone) + ("*" if f.zone == home else "") for f in facts)
    return way_text(of.scenario, " ".join(marks), facts[0])


def withheld(of: Dossier) -> tuple[Block, ...]:
    """The facts that lay elsewhere longest, and who held them."""
    sc, facts = of.scenario, of.measures.withheld
    blocks: list[Block] = [Heading(_("Longest withheld facts"), 3)]
    if not facts:
        return (*blocks, Words(_("No fact lay in another zone before the zone that had to act had it.")))
    first = facts[0]
    text = _("Longest: {category} of {persona}, {rounds}; held by {holders}, needed in {home}.")
    blocks.append(
        Words(
            text.format(
                category=words.category_name(sc, first.category),
                persona=words.persona(sc, first.persona),
                rounds=rounds_text(first.rounds),
                holders=codes(sc, first.holders),
                home=words.zone_name(sc, first.home),
            ),
            (first.line,),
        )
    )
    rows: list[tuple[Cell, ...]] = [
        (
            Cell(words.persona(sc, w.persona)),
            Cell(words.category_name(sc, w.category)),
            Cell(codes(sc, w.holders), (w.line,)),
            Cell(words.zone_code(sc, w.home)),
            Cell(_("{since} to {until}").format(since=round_text(w.since), until=round_text(w.until))),
            Cell(str(w.rounds)),
            Cell(_("yes") if w.given else _("never in time"), tone="" if w.given else "alarm"),
        )
        for w in facts[:SHOWN]
    ]
    heads = (
        _("Persona"), _("Trait"), _("Held by"), _("Needed in"), _("When"), _("Rounds"), _("Got there"),
    )  # fmt: skip
    return (*blocks, *table("", heads, rows))


def own_files(of: Dossier) -> tuple[Block, ...]:
    """What the seat's own files got, and from where."""
    sc, zone = of.scenario, of.view.zone
    facts = [fact for fact in of.flow.facts if fact.zone == zone]
    rows: list[tuple[Cell, ...]] = []
    for persona in sorted({fact.persona for fact in facts}):
        mine = [fact for fact in facts if fact.persona == persona]
        got = "; ".join(
            _("{category}: {step}").format(
                category=words.category_name(sc, fact.category), step=step_text(of, (fact,), -1)
            )
            for fact in mine
        )
        rows.append((Cell(words.persona(sc, persona)), Cell(got, tuple(fact.line for fact in mine))))
    blocks: tuple[Block, ...] = (curves(of),)
    if rows:
        blocks += (Heading(_("Your files"), 3), *table("", (_("Persona"), _("What came in")), rows))
    return blocks
