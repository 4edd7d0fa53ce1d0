"""Lines: clean, cut and wrapped by cells; the little Markdown of the manual; the crash report."""

from __future__ import annotations

import pytest
from rich.cells import cell_len

from sco_tabletop.tui.crash import report_of
from sco_tabletop.tui.markdown import lines_of
from sco_tabletop.tui.rulebook import pages
from sco_tabletop.tui.text import block, clean, clip, cut, legend_lines, line, pad, plain, width, wrap

WIDE = "日本語のテキスト"


def test_control_characters_never_reach_the_terminal() -> None:
    """Escapes, line ends, lone surrogates and direction marks become blanks; letters stay."""
    assert clean("a\x1b[2Jb\nc\ud800d\u202ee") == "a [2Jb c d e"
    assert clean("Қазақстан é 日本") == "Қазақстан é 日本"


@pytest.mark.parametrize("cells", range(1, 20))
def test_cut_pad_and_wrap_count_cells(cells: int) -> None:
    """Never wider than asked for, with wide letters too."""
    for text in (WIDE, "Кыргызстан and more", "x" * 30, "a b " + WIDE):
        assert cell_len(cut(text, cells)) <= cells
        assert cell_len(pad(text, cells)) == cells
        assert all(cell_len(piece) <= max(2, cells) for piece in wrap(text, cells))
        assert width(clip(line(text, (text, "good")), cells)) <= cells


def test_wrap_keeps_every_word() -> None:
    """Nothing is lost between the lines."""
    text = "one two three four " * 5
    assert " ".join(wrap(text, 11)).split() == text.split()
    assert [plain(of) for of in block("one two", 6, first="· ")] == ["· one", "  two"]


def test_a_legend_breaks_between_its_items_only() -> None:
    """A glyph stays with its word; two blanks part the items, one where that saves a line."""
    text = "* yours  ! plot warned  = loan"
    assert [plain(of) for of in legend_lines(text, 40)] == [text]
    assert [plain(of) for of in legend_lines(text, 29)] == ["* yours ! plot warned = loan"]
    assert [plain(of) for of in legend_lines(text, 16)] == ["* yours", "! plot warned", "= loan"]


def test_the_rule_book_is_readable_at_80_columns() -> None:
    """Headings, bold and tables; no line is wider than the screen, nothing is left of the marks."""
    lines = pages(78)
    assert max(width(of) for of in lines) <= 78
    text = "\n".join(plain(of) for of in lines)
    assert "**" not in text
    assert "|---" not in text
    assert any(span.tone == "strong" and "R1.1" in span.text for of in lines for span in of)
    assert len(lines) > 200


def test_markdown_blocks() -> None:
    """Paragraph lines are joined, items are not."""
    found = [
        plain(of)
        for of in lines_of("# T\n\none\ntwo **b**\n\n- x\n- y\n  z\n\n| a | b |\n|--|--|\n| 1 | 2 |", 40)
    ]
    assert [of for of in found if of] == ["T", "one two b", "• x", "• y z", "a  b", "1  2"]


def test_the_report_names_places_only() -> None:
    """Three parts of a path, line, function."""
    try:
        raise KeyError("Alias7")
    except KeyError as error:
        report = report_of(error)
    assert "tests/tui/test_text.py" in report
    assert "Alias7" not in report
