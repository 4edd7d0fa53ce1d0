"""The link graph: nothing overlaps, every link has its own way, the same input gives the same picture."""

from __future__ import annotations

import random

from sco_tabletop.core.progress import Progress, known_links, progress
from sco_tabletop.tui.ascii import to_ascii
from sco_tabletop.tui.graph import Layout, Link, Node, arms, layout, neighbour
from sco_tabletop.tui.look import Look
from sco_tabletop.tui.widgets import graph
from sco_tabletop.wording import words
from tests.tui.test_panes import look, text

LAYERS = (0, 1, 1, 1, 1, 2, 2, 2, 2, 1, 2, 2)
CORE: tuple[Link, ...] = ((0, 1), (0, 2), (0, 4), (1, 2), (1, 3), (2, 3), (4, 5), (6, 9), (4, 8), (2, 9))
STRAIGHT = ((1, 1, 0, 0), (0, 0, 1, 1))


def known(seed: int) -> tuple[tuple[Node, ...], tuple[Link, ...]]:
    """As much of a network of twelve as somebody might know."""
    lot = random.Random(seed)
    links = {*CORE, (3, 7), (lot.choice((1, 2, 4, 5, 6)), 7), (4, 10), (lot.choice((4, 9)), 11)}
    kept = sorted(lot.sample(range(12), lot.choice((3, 6, 8, 10, 12))))
    pairs = sorted(link for link in links if set(link) <= set(kept) and lot.random() < 0.9)
    return tuple(Node(n, LAYERS[n]) for n in kept), tuple(pairs)


def problems(plan: Layout, links: tuple[Link, ...], columns: int) -> list[str]:
    """What overlaps or is missing."""
    cells = [cell for place in plan.places.values() for cell in place.cells()]
    found = ["nodes overlap"] if len(cells) != len(set(cells)) else []
    found += [f"node outside: {cell}" for cell in cells if not 0 <= cell[1] < columns]
    taken: dict[tuple[int, int], list[tuple[int, int, int, int]]] = {}
    for link in links:
        if not plan.ways[link].cells:
            found.append(f"no way for {link}")
        for cell, of in plan.ways[link].arms().items():
            taken.setdefault(cell, []).append(of)
    found += [f"a line through a node: {cell}" for cell in set(cells) & set(taken)]
    crossed = [of for of in taken.values() if len(of) > 1]
    return found + [f"lines share a cell: {of}" for of in crossed if sorted(of) != sorted(STRAIGHT)]


def test_up_to_twelve_personas_fit_a_small_terminal_without_overlaps() -> None:
    """Sixty networks as far as somebody might know them, in the pane of 80 x 24."""
    for seed in range(60):
        nodes, links = known(seed)
        plan = layout(nodes, links, 14, 76, 15)
        assert problems(plan, links, 76) == [], seed
        assert plan.rows <= 15, seed


def test_the_same_knowledge_gives_the_same_picture() -> None:
    nodes, links = known(5)
    once = layout(nodes, links, 14, 76, 15)
    assert layout(nodes, links, 14, 76, 15) == once


def test_a_crossing_shows_the_upright_line_over_the_other() -> None:
    """So it is no corner, in ASCII neither."""
    crossed = 0
    for seed in range(60):
        nodes, links = known(seed)
        plan = layout(nodes, links, 14, 76, 15)
        drawn = arms(plan.ways, frozenset())
        seen: set[tuple[int, int]] = set()
        for way in plan.ways.values():
            for cell in way.cells:
                if cell in seen:
                    crossed += 1
                    assert drawn[cell][2:] == (0, 0)
                seen.add(cell)
    assert crossed


def test_the_cursor_reaches_every_node_by_arrows() -> None:
    for seed in range(20):
        nodes, links = known(seed)
        places = layout(nodes, links, 14, 76, 15).places
        reached, ahead = {nodes[0].number}, [nodes[0].number]
        while ahead:
            here = ahead.pop()
            around = {neighbour(places, here, *step) for step in ((1, 0), (-1, 0), (0, 1), (0, -1))}
            ahead += around - reached
            reached |= around
        assert reached == set(places), seed


def linked() -> tuple[Look, int]:
    """A look whose persona is linked to another one on the Index."""
    seen = look()
    other = next(p for p in seen.view.public.index if p != seen.persona)
    seen.view.seat.files[seen.persona].links |= 1 << other
    return seen, other


def test_only_known_links_between_personas_on_the_index_are_drawn() -> None:
    seen, other = linked()
    assert known_links(seen.view) == ((min(seen.persona, other), max(seen.persona, other)),)
    hidden = next(p for p in range(20) if p not in seen.view.public.index)
    before = text(graph.sheet(seen, 78, 17))
    seen.view.seat.files[seen.persona].links |= 1 << hidden
    assert text(graph.sheet(seen, 78, 17)) == before
    assert words.persona(seen.view.scenario, hidden) not in before


def test_stage_and_links_are_read_without_colour_and_in_ascii() -> None:
    """The selected persona's line is heavy, its links stand in words, its stage is a glyph of the legend."""
    seen, other = linked()
    entry = seen.view.public.index[seen.persona]
    plain_text = text(graph.sheet(seen, 78, 17))
    assert "is linked to " + seen.alias(other) in plain_text
    assert {"━", "┃"} & set(plain_text)
    entry.named, entry.located = 1, 1
    assert progress(entry) is Progress.LOCATED
    assert f"▸◎ {seen.alias(seen.persona)}" in text(graph.sheet(seen, 78, 17))
    drawn = to_ascii(text(graph.sheet(seen, 78, 17)))
    assert f">@ {seen.alias(seen.persona)}" in drawn
    assert "#" in drawn
    assert drawn.isascii()
