"""The report: what stands in it for whom, in every format; nothing of a deck can break or run."""

from __future__ import annotations

import json
import re
from fractions import Fraction
from html.parser import HTMLParser
from pathlib import Path

import attrs
import pytest

from sco_tabletop.core.events import OperativeJoined, PileShuffled, RegisterDealt
from sco_tabletop.core.words import COMMANDER, EndReason, Function, Struck, Track
from sco_tabletop.record.fold import fold
from sco_tabletop.record.read import read
from sco_tabletop.record.save import Save
from sco_tabletop.review.branch import bot_seats, branch, play_out
from sco_tabletop.review.compare import rank, same_deal, samples
from sco_tabletop.review.report.build import comparison, report
from sco_tabletop.review.report.dossier import gather
from sco_tabletop.review.report.html import html
from sco_tabletop.review.report.json import plain
from sco_tabletop.review.report.markdown import markdown
from sco_tabletop.review.report.missing import causes
from sco_tabletop.review.report.model import Block, Document, Heading, Log, Picture, Points, Table, Words
from tests.decks import first_watch
from tests.tui.test_hostile import spoil

from .saves import marked, played, stripped, struck


class Page(HTMLParser):
    """What a browser would make of a page: open tags, links, ids, text."""

    VOID = frozenset({"meta", "br", "circle", "line", "polyline", "rect"})

    def __init__(self, text: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.kinds: set[str] = set()
        self.links: list[str] = []
        self.ids: list[str] = []
        self.words: list[str] = []
        self.feed(text)
        assert not self.open

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        self.kinds.add(tag)
        for name, value in attributes:
            assert not name.startswith("on")
            if name == "href":
                self.links.append(value or "")
            if name == "id":
                self.ids.append(value or "")
        if tag not in self.VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if tag not in self.VOID:
            assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.words.append(data)


def texts(document: Document) -> str:
    """Everything that the blocks say, the log aside."""
    found = []
    for block in document.blocks:
        match block:
            case Words(text=text):
                found.append(text)
            case Table(caption=caption, rows=rows):
                found += [caption, *(cell.text for row in rows for cell in row)]
            case _:
                found.append(str(getattr(block, "text", "")))
    return "\n".join(found)


def test_every_format_of_a_finished_exercise(tmp_path: Path) -> None:
    """Stamped, sound, every figure's lines in the log; four pictures; the JSON keys are the contract's."""
    save = struck(tmp_path)
    of = gather(save)
    document = report(of)
    page = Page(html(document))
    assert page.words.count("EXERCISE EXERCISE EXERCISE") == 2
    assert {"svg", "table", "nav"} <= page.kinds
    assert "script" not in page.kinds
    assert sum(isinstance(block, Picture) for block in document.blocks) == 4
    inside = [link[1:] for link in page.links if link.startswith("#")]
    assert inside == [link[1:] for link in page.links]
    assert set(inside) <= set(page.ids)
    assert len(page.ids) == len(set(page.ids))
    text = markdown(document)
    assert text.count("**EXERCISE EXERCISE EXERCISE**") == 2
    assert set(re.findall(r"\]\(#(line-\d+)\)", text)) <= set(re.findall(r'<a id="(line-\d+)">', text))
    assert text.index("Lost:") < text.index("Largest gap:") < text.index("Mean gap")
    data = plain(of)
    assert {
        "result", "operatives", "lost_share", "redundancy", "synchrony", "wrongful_detentions", "ratings",
    } <= set(data)  # fmt: skip
    assert {"persona", "identifiable_round", "named_round", "captured"} <= set(data["operatives"][0])
    state = fold(save)
    assert len(data["operatives"]) == len(state.secret.operatives)
    assert data["result"] == state.public.result.value  # type: ignore[union-attr]
    assert sum(o["captured"] for o in data["operatives"]) == sum(
        capture.outcome is Struck.CAPTURED for capture in state.public.captures
    )
    assert (data["partial"], data["ratings"]) == (False, {})
    assert json.loads(json.dumps(data)) == data


def test_every_line_that_is_named_is_in_the_log(tmp_path: Path) -> None:
    """A figure opens the lines that it rests on: they are lines of this save, and they have words."""
    document = report(gather(struck(tmp_path)))
    (log,) = (block for block in document.blocks if isinstance(block, Log))
    known = {quote.line for quote in log.quotes}
    named: set[int] = set()
    for block in document.blocks:
        if isinstance(block, Words):
            named.update(block.lines)
        if isinstance(block, Table):
            named.update(n for row in block.rows for cell in row for n in cell.lines)
    assert len(named) > 20
    assert named <= known


def test_a_running_exercise_has_a_partial_report(tmp_path: Path) -> None:
    """It says so; there is no full version, no network, no code."""
    save = played(tmp_path, decisions=60)
    with pytest.raises(ValueError, match="EndEx"):
        gather(save)
    of = gather(save, 0)
    text = markdown(report(of))
    assert "PARTIAL: the exercise is not finished." in text
    assert "The network as it was" not in text
    assert of.code not in text
    assert "Lost:" not in text
    data = plain(of)
    assert data["partial"]
    assert (data["result"], data["lost_share"], data["synchrony"]) == (None, None, None)


@pytest.mark.parametrize("decisions", [25, 10_000])
def test_a_players_report_holds_nothing_he_was_not_told(tmp_path: Path, decisions: int) -> None:
    """The same report comes of a save from which all that was taken; no name of another register is in it."""
    save = played(tmp_path, seed=11, decisions=decisions, of=marked(first_watch()))
    state = fold(save)
    for zone in (0, COMMANDER):
        one, other = gather(save, zone), gather(stripped(save, zone), zone)
        mine, theirs = report(one), report(other)
        if decisions < 100:
            assert html(mine) == html(theirs)
        assert replace_code(mine, one.code) == replace_code(theirs, other.code)
        text = html(mine) + markdown(mine) + json.dumps(plain(one))
        names = save.header.scenario.persons
        for seat in state.seats:
            for person in seat.register:
                assert seat.zone == zone or names[person.name] not in text
        if decisions < 100:
            hidden = [o.persona for o in state.secret.operatives if o.persona not in state.public.index]
            assert hidden
            assert not any(save.header.scenario.personas[p] in text for p in hidden)


def replace_code(document: Document, code: str) -> str:
    """The page without the code, which says the seed after EndEx."""
    return html(document).replace(code, "")


def test_the_full_report_says_who_and_when(tmp_path: Path) -> None:
    """Operatives with home, rounds and fate, as the state has them."""
    save = struck(tmp_path)
    state, said = fold(save), texts(report(gather(save)))
    for operative in state.secret.operatives:
        assert save.header.scenario.personas[operative.persona] in said
    assert "Intelligence exchange" in said
    assert "Operation coordination" in said
    assert "Technology complement" in said
    assert "C in the replay, or 'sco-tabletop report SAVE --compare'" in said


def test_who_was_lost_is_named_first(tmp_path: Path) -> None:
    """Each lost operative in a line of his own under the share; of equal gaps a lost one is the largest."""
    lost_ones = 0
    for seed in range(1, 16):
        of = gather(played(tmp_path, seed, human="random"))
        lost = [f for f in of.measures.fortunes if f.lost]
        document = report(of)
        told = [item.text for b in document.blocks if isinstance(b, Points) for item in b.items]
        named = [text for text in told if "identifiable together at the end of" in text]
        aliases = [of.scenario.personas[f.member.persona] for f in lost]
        assert [text.split(",")[0] for text in named] == aliases
        largest = [f for f in of.measures.fortunes if f.gap == of.measures.gap_max and f.gap is not None]
        if any(f.lost for f in largest):
            assert any("never named him rightly" in b.text for b in document.blocks if isinstance(b, Words))
        lost_ones += len(lost)
    assert lost_ones > 0


def test_a_hostile_deck_is_text_in_every_format(tmp_path: Path) -> None:
    """Markup, links, scripts and escapes of a deck stand there as characters."""
    deck = spoil(marked(first_watch()))
    zones = tuple(
        attrs.evolve(zone, name=f"<script>alert({n})</script>|`[x](http://y)`")
        for n, zone in enumerate(deck.zones)
    )
    save = played(tmp_path, of=attrs.evolve(deck, zones=zones, title='"><img src=x onerror=y>'))
    for reader in (None, 0):
        document = report(gather(save, reader))
        page = Page(html(document))
        assert not {"script", "img"} & page.kinds
        assert any("<script>alert(0)</script>" in words for words in page.words)
        text = markdown(document)
        bare = re.sub(r"\\.", "", text)
        assert "<script" not in bare
        assert "](http" not in bare


def test_two_teams_on_the_same_deal(tmp_path: Path) -> None:
    """Side by side, without the mean gap."""
    one, two = played(tmp_path, 5), played(tmp_path, 5, human="random")
    text = markdown(comparison(gather(one), gather(two)))
    assert "Side by side" in text
    assert one.path.name in text
    assert two.path.name in text
    assert "Mean gap" not in text
    assert "Largest gap, rounds" in text
    assert "#line-" not in text


def test_a_branch_is_compared_with_its_parent(tmp_path: Path) -> None:
    """The report of the branch shows both; that of the parent knows of none."""
    save = played(tmp_path)
    path = branch(save, 30, bot_seats(save, "analyst"))
    play_out(path, "analyst")
    text = markdown(report(gather(read(path))))
    assert "What if: this branch" in text
    assert "Both are the same up to line 30, in round" in text
    assert save.path.name in text
    assert "What if: this branch" not in markdown(report(gather(save)))


def test_percentiles_against_bots_on_the_same_deal(tmp_path: Path) -> None:
    """Counted by hand: of 1, 2, 2, 4 two lies above one and beside two, so at 2 of 4."""
    values = [Fraction(1), Fraction(2), None, Fraction(2), Fraction(4)]
    found = rank(Fraction(2), iter(values))
    assert found is not None
    assert (found.percent, found.games) == (50, 4)
    assert rank(None, iter(values)) is None
    assert rank(Fraction(1), iter([None])) is None
    save = played(tmp_path)
    header, told = save.header, []
    some = samples(
        header.scenario, header.seating, header.seed, "analyst", 6, lambda n, total: told.append((n, total))
    )
    assert told[-1] == (6, 6)
    assert len({sample.exchange for sample in some}) > 1
    again = samples(header.scenario, header.seating, header.seed, "analyst", 6, lambda _n, _total: None, 2)
    assert again == some
    text = markdown(report(gather(save, None, some, "analyst")))
    assert re.search(r"Percentile \d+ of \d bot exercises of the same deal \\?\(analyst", text)
    data = plain(gather(save, None, some, "analyst"))
    assert set(data["percentiles"]) == {"exchange", "coordination", "complement"}
    (percent,) = re.findall(r"in time \(R11.6\).*?Percentile (\d+)", text.replace("\\", ""), re.DOTALL)
    assert data["percentiles"]["exchange"] == int(percent)
    assert plain(gather(save))["percentiles"] is None


def test_the_bots_have_the_same_deal(tmp_path: Path) -> None:
    """Registers, network and pile as in the save; what follows differs from game to game."""
    save: Save = played(tmp_path)
    header = save.header
    games = [
        same_deal(header.scenario, header.seating, header.seed, "analyst", number) for number in (1, 2, 3)
    ]
    kinds = (OperativeJoined, RegisterDealt, PileShuffled)
    dealt = [event for event in save.entries[0].events if isinstance(event, kinds)]
    assert len(dealt) > 8
    for game in games:
        assert [event for event in game.moves[0].events if isinstance(event, kinds)] == dealt
    assert games[0].moves[1:] != games[1].moves[1:] != games[2].moves[1:]


def head_at(blocks: tuple[Block, ...], text: str) -> int:
    """Where a heading stands."""
    return next(n for n, block in enumerate(blocks) if isinstance(block, Heading) and block.text == text)


def test_why_it_was_not_more(tmp_path: Path) -> None:
    """Everybody who was not captured stands on the first page with how far it came with him, the leader
    first; for a zone too, since all of that is open then. The alert that let men escape stands there."""
    seen: set[str] = set()
    for seed in range(1, 16):
        save = played(tmp_path, seed, human="random")
        state = fold(save)
        captured = {c.operative for c in state.public.captures if c.outcome is Struck.CAPTURED}
        wanted = {o.persona for o in state.secret.operatives if o.persona not in captured}
        for reader in (None, 0):
            of = gather(save, reader)
            blocks = report(of).blocks
            place = head_at(blocks, "What was missing")
            overview = head_at(blocks, "Overview")
            assert place < overview
            (points,) = (b for b in blocks[place:overview] if isinstance(b, Points))
            aliases = [of.scenario.personas[persona] for persona in wanted]
            assert sorted(item.text.split(",")[0] for item in points.items) == sorted(aliases)
            if any(o.function is Function.LEADER and o.persona in wanted for o in state.secret.operatives):
                assert ", leader, " in points.items[0].text
            reason = state.public.reason
            told = "".join(b.text for b in blocks[place:overview] if isinstance(b, Words))
            if reason is EndReason.THREAT:
                assert "Threat reached its limit" in told
            if any(c.outcome is Struck.ESCAPED for c in state.public.captures):
                assert f"Alert stood at {state.public.alert} of" in told
            seen |= {reason.name} if reason else set()
    assert len(seen) > 1


def test_what_moved_a_track_sums_to_where_it_stands(tmp_path: Path) -> None:
    """Threat begins at 0: what it came from, less what lowered it, is the threat at the end."""
    for seed in range(1, 6):
        of = gather(played(tmp_path, seed, human="random"))
        both = ", ".join(filter(None, (causes(of, Track.THREAT, 1), causes(of, Track.THREAT, -1))))
        assert sum(map(int, re.findall(r"[+-]\d+", both))) == of.public.threat
