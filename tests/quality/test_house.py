"""The house style that can be counted: small files, short functions, a docstring in every module."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
FILE_LINES, FUNCTION_LINES = 400, 40


def modules(*folders: str) -> Iterator[tuple[str, str]]:
    """Name and text of every Python file below these folders."""
    for folder in folders:
        for path in sorted((ROOT / folder).rglob("*.py")):
            yield path.relative_to(ROOT).as_posix(), path.read_text(encoding="utf-8")


def test_no_file_is_long() -> None:
    """No file of the program or of the tests has more than 400 lines."""
    long = {
        name: lines
        for name, text in modules("sco_tabletop", "tests")
        if (lines := text.count("\n")) > FILE_LINES
    }
    assert not long


def test_no_function_is_long() -> None:
    """No function of the program has more than 40 lines."""
    long = {}
    for name, text in modules("sco_tabletop"):
        for node in ast.walk(ast.parse(text)):
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
                lines = (node.end_lineno or node.lineno) - node.lineno + 1
                if lines > FUNCTION_LINES:
                    long[f"{name}::{node.name}"] = lines
    assert not long


def test_every_module_says_what_it_is() -> None:
    """Every module with anything in it opens with a docstring."""
    found = list(modules("sco_tabletop", "tests"))
    silent = [name for name, text in found if text.strip() and not ast.get_docstring(ast.parse(text))]
    assert len(found) > 60
    assert not silent


def test_core_is_deterministic_by_construction() -> None:
    """No module of core imports chance, clocks or ids of the machine, or calls hash() or id()."""
    banned = {"random", "time", "datetime", "uuid", "secrets", "os", "hash", "id"}
    found = []
    for name, text in modules("sco_tabletop/core"):
        for node in ast.walk(ast.parse(text)):
            if isinstance(node, ast.Import):
                found += [(name, alias.name) for alias in node.names if alias.name.split(".")[0] in banned]
            if isinstance(node, ast.ImportFrom) and not node.level and node.module in banned:
                found.append((name, str(node.module)))
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in banned:
                found.append((name, node.func.id))
    assert not found
