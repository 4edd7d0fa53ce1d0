"""What can be measured of the looks: contrast, colour distance, size, number of widgets, ASCII, keys."""

from __future__ import annotations

import ast
import re
from itertools import combinations, product
from pathlib import Path

import pytest
from textual.pilot import Pilot
from textual.screen import Screen

from sco_tabletop import tui
from sco_tabletop.tui import keys
from sco_tabletop.tui.app import Start, TabletopApp
from sco_tabletop.tui.ascii import TABLE, AsciiFilter, to_ascii
from sco_tabletop.tui.joints import JOINTS
from sco_tabletop.tui.screens.room import RoomScreen
from sco_tabletop.tui.text import width
from sco_tabletop.tui.themes import (
    DARK,
    DARK_COLOURS,
    GROUNDS,
    LIGHT,
    LIGHT_COLOURS,
    PAIRED,
    QUIET,
    TEXTS,
    styles,
)
from sco_tabletop.tui.widgets.bars import foot_line
from sco_tabletop.tui.widgets.pane import Pane

from .helper import HUGE, SMALL, WIDE, at, dump, move_on, new_session, tell, to_turn, until

TUI = Path(tui.__file__).parent
DEUTAN = ((0.367322, 0.860646, -0.227968), (0.280085, 0.672501, 0.047413), (-0.011820, 0.042940, 0.968881))
Three = tuple[float, float, float]


def linear(colour: str) -> Three:
    """Linear RGB of #rrggbb."""
    found = []
    for place in (1, 3, 5):
        v = int(colour[place : place + 2], 16) / 255
        found.append(v / 12.92 if v <= 0.04045 else ((v + 0.055) / 1.055) ** 2.4)
    return found[0], found[1], found[2]


def contrast(one: str, other: str) -> float:
    """WCAG contrast ratio."""
    lights = sorted(0.2126 * r + 0.7152 * g + 0.0722 * b for r, g, b in (linear(one), linear(other)))
    return (lights[1] + 0.05) / (lights[0] + 0.05)


def lab(rgb: Three) -> Three:
    """CIE Lab of linear RGB."""
    matrix = ((0.4124, 0.3576, 0.1805), (0.2126, 0.7152, 0.0722), (0.0193, 0.1192, 0.9505))
    white = (0.9505, 1.0, 1.089)
    f = []
    for row, w in zip(matrix, white, strict=True):
        t = sum(m * c for m, c in zip(row, rgb, strict=True)) / w
        f.append(t ** (1 / 3) if t > 0.008856 else 7.787 * t + 16 / 116)
    return 116 * f[1] - 16, 500 * (f[0] - f[1]), 200 * (f[1] - f[2])


def as_deuteranope(colour: str) -> Three:
    """What is left of a colour."""
    rgb = linear(colour)
    seen = [min(1.0, max(0.0, sum(m * c for m, c in zip(row, rgb, strict=True)))) for row in DEUTAN]
    return seen[0], seen[1], seen[2]


@pytest.mark.parametrize("colours", [DARK_COLOURS, LIGHT_COLOURS])
def test_text_contrast(colours: dict[str, str]) -> None:
    """Every text colour on both grounds, 4.5:1 at least."""
    poor = {
        (text, ground): round(contrast(colours[text], colours[ground]), 2)
        for text in TEXTS
        for ground in GROUNDS
        if contrast(colours[text], colours[ground]) < 4.5
    }
    assert not poor
    assert all(contrast(colours["sco-edge"], colours[ground]) >= 3 for ground in GROUNDS)


@pytest.mark.parametrize("colours", [DARK_COLOURS, LIGHT_COLOURS])
def test_every_tone_has_one_of_the_measured_colours(colours: dict[str, str]) -> None:
    """No tone of a pane, and no field to type in, has a colour that the two tests do not know."""
    used = set(re.findall(r"\$([\w-]+)", Pane.DEFAULT_CSS))
    for path in TUI.rglob("*.tcss"):
        used |= set(re.findall(r"\$([\w-]+)", path.read_text(encoding="utf-8")))
    assert used <= {*TEXTS, *GROUNDS, "sco-edge"}
    assert used <= set(colours)


@pytest.mark.parametrize("colours", [DARK_COLOURS, LIGHT_COLOURS])
def test_paired_states_for_deuteranopes(colours: dict[str, str]) -> None:
    """Good, lead and alarm stay at least dE 30 apart, and as far from text that says no state."""
    near = {}
    for one, other in (*combinations(PAIRED, 2), *product(PAIRED, QUIET)):
        a, b = lab(as_deuteranope(colours[one])), lab(as_deuteranope(colours[other]))
        distance = sum((x - y) ** 2 for x, y in zip(a, b, strict=True)) ** 0.5
        if distance < 30:
            near[one, other] = round(distance, 1)
    assert not near


@pytest.mark.parametrize("theme", [DARK.name, LIGHT.name])
def test_an_alarm_is_no_whisper_without_colours(theme: str) -> None:
    """No tone is brighter than it in grey, and none but it is underlined."""
    grey = styles(theme, grey=True)
    assert grey["alarm"].color == grey["strong"].color
    assert [tone for tone, style in grey.items() if style.underline] == ["alarm"]
    assert styles(theme)["alarm"].color != grey["alarm"].color


def test_colours_come_from_the_theme_only() -> None:
    """No style sheet and no widget names a colour of its own."""
    for path in [*TUI.rglob("*.tcss"), *TUI.rglob("*.py")]:
        if path.name != "themes.py":
            text = path.read_text(encoding="utf-8")
            assert not re.search(r"#[0-9a-fA-F]{6}\b|(?:color|background): *(?!\$)[a-z]", text), path.name


def test_too_small_says_what_is_needed(tmp_path: Path) -> None:
    """One sentence below 80x24; it goes when there is room again, and Q still quits."""

    async def story(pilot: Pilot[None]) -> None:
        await pilot.resize_terminal(70, 20)
        await until(pilot, lambda: "80 columns and 24 rows" in dump(pilot))
        await pilot.resize_terminal(80, 24)
        await until(pilot, lambda: at(pilot, RoomScreen))
        await pilot.resize_terminal(200, 60)
        await until(pilot, lambda: pilot.app.screen.has_class("-huge"))

    tell(tmp_path, story, new_session(tmp_path))

    async def small(pilot: Pilot[None]) -> None:
        await until(pilot, lambda: "80 columns and 24 rows" in dump(pilot))

    tell(tmp_path / "b", small, size=(60, 10))


@pytest.mark.parametrize("size", [SMALL, WIDE, HUGE])
def test_no_screen_has_many_widgets(tmp_path: Path, size: tuple[int, int]) -> None:
    """Under 150 on every screen of an exercise, with what Textual adds."""
    most: dict[str, int] = {}

    def count(screen: Screen[object]) -> None:
        most[type(screen).__name__] = max(most.get(type(screen).__name__, 0), len(screen.query("*")))

    async def story(pilot: Pilot[None]) -> None:
        await to_turn(pilot)
        count(pilot.app.screen)
        await pilot.press("f1")
        count(pilot.app.screen)
        await pilot.press("f1")
        count(pilot.app.screen)
        await pilot.press("backspace")
        while size == WIDE and await move_on(pilot):
            count(pilot.app.screen)

    tell(tmp_path, story, new_session(tmp_path), size)
    assert len(most) >= (5 if size == WIDE else 3)
    assert max(most.values()) < 150


def test_every_screen_writes_its_widgets_out() -> None:
    """Also those that the walk above does not open: none makes widgets in a loop or adds any later, so what
    a deck or a save holds makes no more of them, and each screen has as many as its source says."""
    most: dict[str, int] = {}
    for path in TUI.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            later = isinstance(node, ast.Attribute) and node.attr in ("mount", "mount_all", "recompose")
            assert not later, path.name
            if isinstance(node, ast.FunctionDef) and node.name == "compose":
                parts = list(ast.walk(node))
                many = [part for part in parts if isinstance(part, ast.For | ast.While | ast.Starred)]
                assert not many, path.name
                others = [ast.unparse(part.value) for part in parts if isinstance(part, ast.YieldFrom)]
                assert set(others) <= {"super().compose()"}, path.name
                most[path.name] = sum(isinstance(part, ast.Yield | ast.withitem) for part in parts)
    assert len(most) >= 27
    assert max(most.values()) < 50


def test_ascii_has_a_twin_for_everything_we_draw() -> None:
    """Each of our glyphs becomes one ASCII character; wide letters keep their width."""
    ours = set()
    for path in TUI.rglob("*.py"):
        if path.name not in ("ascii.py", "entry.py"):
            ours |= {c for c in path.read_text(encoding="utf-8") if not c.isascii()}
    assert not {c for c in ours if ord(c) not in TABLE}
    assert to_ascii("日x") == "??x"
    assert to_ascii("Zoë Çelik, Бо, Ａ") == "Zoe Celik, ??, A "
    assert all(len(to_ascii(c)) == 1 for c in JOINTS)
    assert to_ascii("✓") not in to_ascii(JOINTS)
    assert to_ascii("✗") not in to_ascii(JOINTS)
    app = TabletopApp(Start(saves=Path(), ascii=True))
    assert any(isinstance(f, AsciiFilter) for f in app.get_line_filters())
    assert not any(isinstance(f, AsciiFilter) for f in TabletopApp(Start(saves=Path())).get_line_filters())


def test_no_color_is_respected(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Grey only; the words still say everything."""
    monkeypatch.setenv("NO_COLOR", "1")

    async def story(pilot: Pilot[None]) -> None:
        await to_turn(pilot)
        assert any(type(f).__name__ == "Monochrome" for f in pilot.app.get_line_filters())
        assert "× Protect" in dump(pilot)

    tell(tmp_path, story, new_session(tmp_path))


def test_keys_are_only_what_every_terminal_sends() -> None:
    """Letters, digits, F-keys, arrows, Enter, Tab; Esc has company; each letter its Russian twin."""
    named = {"enter", "space", "tab", "up", "down", "left", "right", "escape", "backspace"}
    tables = (keys.ROOM, keys.TITLE, keys.SETUP, keys.CARD, keys.DILEMMA, keys.STRIKE, keys.END, keys.READ)
    others = (keys.BOOK, keys.LIST, keys.CHOICES, keys.EVERYWHERE, keys.CURTAIN, keys.CONFERENCE, keys.REPLAY)
    for entry in [entry for table in (*tables, *others, keys.CONFIRM) for entry in table]:
        parts = entry.key.split(",")
        for part in parts:
            assert re.fullmatch(r"[a-z0-9]|f\d", part) or part in named, part
        assert "escape" not in parts or len(parts) > 1
    letters = [letter for letter, _kind in keys.TURN_KINDS]
    letters += [
        part for entry in keys.ROOM for part in entry.key.split(",") if len(part) == 1 and part != "e"
    ]
    assert len(letters) == len(set(letters))
    bound = {key for binding in keys.room_bindings() for key in binding.key.split(",")}
    assert {"й", "ь", "ф", "у"} <= bound


def test_footers_have_six_keys_at_most_and_fit() -> None:
    """At 80 columns; help and quit are always among them."""
    for table in (keys.ROOM, keys.TITLE, keys.SETUP, keys.CARD, keys.STRIKE, keys.END, keys.READ):
        assert len(keys.footer(table)) <= 6
        assert width(foot_line(table, 78)) <= 78
        if any(entry.action == "help" for entry in table):
            assert any(entry.action == "help" for entry in keys.footer(table))
