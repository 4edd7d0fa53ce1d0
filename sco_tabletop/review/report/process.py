"""How the coalition worked: requests, shares, analyses, take-downs, alert by cause, rounds, strikes."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from ...core.words import Cause, Struck, Track
from ...i18n import _, n_
from ...wording import words
from ..records import NEVER, Close, Handover, TakeDownCost
from .dossier import Dossier
from .model import Block, Cell, Heading, Table, Words, table
from .pictures import timeline
from .terms import categories, codes, percent, round_text


def process(of: Dossier) -> tuple[Block, ...]:
    """All of it, in the order of the work."""
    return (
        Heading(_("How it went, round by round")),
        timeline(of),
        *per_round(of),
        Heading(exchanged(of)),
        *requests(of),
        *shares(of),
        *analyses(of),
        Heading(_("Pressure on the network, and what gave the coalition away")),
        *alert(of),
        *take_downs(of),
        *names(of),
        *(strikes(of) if of.flow.strikes_played else ()),
    )


def exchanged(of: Dossier) -> str:
    """The heading over what went between the zones."""
    if not of.flow.names_played:
        return _("Requests and shares")
    return _("Requests, shares and analyses")


def per_round(of: Dossier) -> tuple[Block, ...]:
    """R11.5: how far it had come, and the tracks, at the end of each round; only what this depth plays."""
    columns: list[tuple[str, Callable[[Close], str]]] = [
        (_("Round"), lambda c: round_text(c.round)),
        (_("Found"), lambda c: str(len(c.found))),
    ]
    if of.flow.names_played:
        columns.append((_("Named"), partial(named_text, of)))
    else:
        columns.append((_("Attributed"), lambda c: str(len(c.attributed))))
    if of.flow.strikes_played:
        columns += [
            (_("Located"), lambda c: str(len(c.located))),
            (_("Staged"), lambda c: str(len(c.staged))),
        ]
    columns += [
        (words.track_name(Track.THREAT), lambda c: str(c.threat)),
        (words.track_name(Track.ALERT), lambda c: str(c.alert)),
        (words.track_name(Track.TRUST), lambda c: str(c.trust)),
    ]
    if of.flow.names_played:
        columns.append((_("Preparation"), lambda c: str(c.preparation)))
    columns.append((_("Influence, all"), lambda c: str(c.influence)))
    rows = [tuple(Cell(text(close)) for _head, text in columns) for close in of.flow.closes]
    return table(_("At the end of each round"), tuple(head for head, _text in columns), rows)


def named_text(of: Dossier, close: Close) -> str:
    """How many were named, and with the truth how many rightly."""
    if not of.full:
        return str(len(close.named))
    return _("{named} ({right} right)").format(named=len(close.named), right=len(close.rightly))


def requests(of: Dossier) -> tuple[Block, ...]:
    """Requests answered and not (R5.18)."""
    sc, asked = of.scenario, of.flow.questions
    if not asked:
        return (Words(_("No request was made.")),)
    count = sum(question.answered != NEVER for question in asked)
    text = n_("{answered} of {n} request answered.", "{answered} of {n} requests answered.", len(asked))
    rows: list[tuple[Cell, ...]] = []
    for question in asked:
        what = _("the file") if question.category < 0 else words.category_name(sc, question.category)
        answer = Cell(_("yes"), (question.answered,)) if question.answered else Cell(_("no"), tone="alarm")
        rows.append(
            (
                Cell(round_text(question.round), (question.line,)),
                Cell(words.zone_code(sc, question.zone)),
                Cell(words.zone_code(sc, question.to)),
                Cell(words.persona(sc, question.persona)),
                Cell(what),
                answer,
            )
        )
    heads = (_("Round"), _("From"), _("To"), _("Persona"), _("Asked for"), _("Answered"))
    return (Words(text.format(answered=count, n=len(asked))), *table(_("Requests"), heads, rows))


def shares(of: Dossier) -> tuple[Block, ...]:
    """Shares and bulletins that helped, and those that did not."""
    done = of.flow.handovers
    if not done:
        return (Words(_("No file was handed over.")),)
    helped = [h for h in done if h.helped]
    idle = [h for h in done if not h.helped]
    text, caption = (
        _(
            "{helped} of {total} shares and bulletins brought the receiver something it lacked; "
            "{idle} brought nothing."
        ),
        _("Shares and bulletins"),
    )
    if not of.flow.names_played:
        text, caption = (
            _("{helped} of {total} shares brought the receiver something it lacked; {idle} brought nothing."),
            _("Shares"),
        )
    rows = [share_row(of, handover) for handover in done]
    heads: tuple[str, ...] = (_("Round"), _("From"), _("To"), _("Persona"), _("Brought"))
    if of.full and of.flow.names_played:
        heads = (*heads, _("To the zone that had to act"))
    return (
        Words(
            text.format(helped=len(helped), total=len(done), idle=len(idle)),
            tuple(h.line for h in idle),
        ),
        *table(caption, heads, rows),
    )


def share_row(of: Dossier, handover: Handover) -> tuple[Cell, ...]:
    """One share: what it brought, and whether it reached the desk that had to act."""
    sc = of.scenario
    traits = links = files = 0
    for gain in handover.gains:
        traits += gain.categories.bit_count()
        links += gain.links
        files += gain.opened
    brought = ", ".join(
        text
        for count, text in (
            (traits, n_("{n} trait", "{n} traits", traits).format(n=traits)),
            (links, n_("{n} link", "{n} links", links).format(n=links)),
            (files, n_("{n} new file", "{n} new files", files).format(n=files)),
        )
        if count
    )
    to = _("all") if handover.bulletin else codes(sc, (gain.zone for gain in handover.gains))
    cells = (
        Cell(round_text(handover.round), (handover.line,)),
        Cell(words.zone_code(sc, handover.zone)),
        Cell(to),
        Cell(words.persona(sc, handover.persona)),
        Cell(brought or _("nothing"), tone="" if brought else "alarm"),
    )
    if not (of.full and of.flow.names_played):
        return cells
    home = next((m.home for m in of.flow.members if m.persona == handover.persona), -1)
    got = sum(gain.categories for gain in handover.gains if gain.zone == home)
    return (*cells, Cell(categories(sc, got)))


def analyses(of: Dossier) -> tuple[Block, ...]:
    """R11.3; nothing where no traits are played."""
    if not of.flow.names_played:
        return ()
    done, again = of.flow.analyses, [a for a in of.flow.analyses if a.again]
    text = _("Redundancy: {again} of {total} analyses ({share}) asked what some zone had already answered.")
    sc = of.scenario
    rows: list[tuple[Cell, ...]] = [
        (
            Cell(round_text(a.round), (a.line,)),
            Cell(words.zone_code(sc, a.zone)),
            Cell(words.persona(sc, a.persona)),
            Cell(words.category_name(sc, a.category)),
            Cell(_("success") if a.success else _("no success")),
        )
        for a in again
    ]
    heads = (_("Round"), _("Zone"), _("Persona"), _("Trait"), _("Roll"))
    share = percent(of.measures.redundancy.value)
    words_ = Words(text.format(again=len(again), total=len(done), share=share), tuple(a.line for a in again))
    return (words_, *table(_("Redundant analyses"), heads, rows))


def alert(of: Dossier) -> tuple[Block, ...]:
    """Leaks, where this depth has any, and every move of the tracks by its cause."""
    sums: dict[tuple[Track, Cause], list[tuple[int, int]]] = {}
    for moved in of.flow.tracks:
        sums.setdefault((moved.track, moved.cause), []).append((moved.amount, moved.line))
    order = list(Track)
    rows: list[tuple[Cell, ...]] = []
    for (track, cause), found in sorted(sums.items(), key=lambda item: order.index(item[0][0])):
        total = sum(amount for amount, _line in found)
        rows.append(
            (
                Cell(words.track_name(track)),
                Cell(words.cause_name(cause)),
                Cell(f"{total:+d}"),
                Cell(str(len(found)), tuple(line for _amount, line in found)),
            )
        )
    heads = (_("Track"), _("Cause"), _("Sum"), _("Times"))
    return (*leak_words(of), *table(_("Tracks by cause"), heads, rows))


def leak_words(of: Dossier) -> tuple[Block, ...]:
    """What the network noticed: bulletins, and teams that waited."""
    if not of.flow.names_played:
        return ()
    leaks = [
        m for m in of.flow.tracks if m.track is Track.ALERT and m.cause in (Cause.BULLETIN, Cause.STAGED)
    ]
    text = _("Leaks: bulletins overheard: {overheard}; waiting teams noticed: {noticed}.")
    if not of.flow.strikes_played:
        text = _("Leaks: bulletins overheard: {overheard}.")
    overheard = sum(m.cause is Cause.BULLETIN for m in leaks)
    told = text.format(overheard=overheard, noticed=len(leaks) - overheard)
    return (Words(told, tuple(m.line for m in leaks)),)


def take_downs(of: Dossier) -> tuple[Block, ...]:
    """Gain and loss of every take-down (R5.9)."""
    rows = [take_down_row(of, cost) for cost in of.flow.take_downs]
    if not rows:
        return (Words(_("Nobody was taken down.")),)
    heads = (_("Round"), _("Zone"), _("Persona"), _("Gained"), _("Lost"))
    return table(_("Take-downs"), heads, rows)


def take_down_row(of: Dossier, cost: TakeDownCost) -> tuple[Cell, ...]:
    """One take-down."""
    sc = of.scenario
    gained = _(
        "influence lowered by {influence}, preparation by {preparation}; network phases without him: {phases}"
    )
    lost = _(
        "alert +{alert}; files frozen for {frozen} rounds with {pool} traits missing in all files together"
    )
    if cost.home_missing >= 0:
        lost = _(
            "alert +{alert}; files frozen for {frozen} rounds with {pool} traits missing in all files "
            "together, {home} at his home"
        )
    return (
        Cell(round_text(cost.round), (cost.line,)),
        Cell(words.zone_code(sc, cost.zone)),
        Cell(words.persona(sc, cost.persona)),
        Cell(gained.format(influence=cost.influence, preparation=cost.preparation, phases=cost.phases)),
        Cell(
            lost.format(alert=cost.alert, frozen=cost.frozen, pool=cost.pool_missing, home=cost.home_missing)
        ),
    )


def names(of: Dossier) -> tuple[Block, ...]:
    """Every name given, whether it stands, and what was opened: all of it in the full version, for a player
    what he was told by EndEx (R10.4)."""
    sc, flow, opened = of.scenario, of.flow, of.full or of.finished
    rows: list[tuple[Cell, ...]] = []
    for name in flow.names:
        went = Cell(_("went"), (name.lost,)) if name.lost else Cell(_("stands"))
        cells = [
            Cell(round_text(name.round), (name.line,)),
            Cell(words.zone_code(sc, name.zone)),
            Cell(words.persona(sc, name.persona)),
            went,
        ]
        if opened:
            cells.append(verdict_cell(name.right))
        rows.append(tuple(cells))
    heads: tuple[str, ...] = (_("Round"), _("Zone"), _("Persona"), _("At the end"))
    if opened:
        heads = (*heads, _("Opened"))
    return (Heading(_("Names")), *table("", heads, rows)) if rows else ()


def verdict_cell(right: bool | None) -> Cell:
    """Whether a name was right, as far as the reader was told."""
    if right is None:
        return Cell(_("not told to you"), tone="dim")
    return Cell(_("right"), tone="good") if right else Cell(_("wrong"), tone="alarm")


def strikes(of: Dossier) -> tuple[Block, ...]:
    """R11.4 and R11.5: synchrony, doubt at the strike, wrongful detentions with their file."""
    sc, struck = of.scenario, of.flow.strikes
    synchrony = of.measures.synchrony
    staged = len(of.flow.staged)
    blocks: list[Block] = [Heading(_("The strike"))]
    if of.finished:
        text = _(
            "Synchrony: {last} of {staged} teams ({share}) were staged in the round of the strike, or of the "
            "loss. Neither high nor low is good in itself."
        )
        last = len(synchrony.lines)
        blocks.append(
            Words(text.format(last=last, staged=staged, share=percent(synchrony.value)), synchrony.lines)
        )
    if not struck:
        return (*blocks, Words(_("No team struck.")))
    rows: list[tuple[Cell, ...]] = []
    for strike in struck:
        tone = {Struck.CAPTURED: "good", Struck.ESCAPED: "lead", Struck.WRONGFUL: "alarm"}
        rows.append(
            (
                Cell(words.persona(sc, strike.persona), (strike.line,)),
                Cell(words.zone_name(sc, strike.zone)),
                Cell(_("{percent}%").format(percent=strike.doubt)),
                Cell(words.struck_name(strike.outcome), tone=tone[strike.outcome]),  # type: ignore[arg-type]
            )
        )
    heads = (_("Named for"), _("Zone"), _("Shown as right with"), _("Outcome"))
    return (*blocks, Table(_("Targets"), heads, tuple(rows)), *detentions(of))


def detentions(of: Dossier) -> tuple[Block, ...]:
    """Wrongful detentions: the file that led there, trait by trait, with where each came from."""
    sc, blocks = of.scenario, list[Block]()
    for strike in of.flow.strikes:
        if strike.outcome is not Struck.WRONGFUL:
            continue
        rows: list[tuple[Cell, ...]] = []
        for category, value, unsure in strike.file:
            facts = [
                f
                for f in of.flow.facts
                if (f.zone, f.persona, f.category) == (strike.zone, strike.persona, category)
            ]
            lines = tuple(fact.line for fact in facts[-1:])
            mark = _("unverified") if unsure else _("verified")
            shown = words.trait_value(sc, category, value) if value >= 0 else _("not told to you")
            rows.append((Cell(words.category_name(sc, category), lines), Cell(shown), Cell(mark)))
        caption = _("Wrongful detention in {zone}, for {persona}: the file that led there").format(
            zone=words.zone_name(sc, strike.zone), persona=words.persona(sc, strike.persona)
        )
        blocks += table(caption, (_("Trait"), _("Value"), _("Standing")), rows)
    return tuple(blocks)
