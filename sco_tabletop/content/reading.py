"""One file of a deck folder in its shape.

Knows the order of the steps for a file: bytes, tree, texts, shape. Must not know which files there are.
"""

from __future__ import annotations

from pathlib import Path
from typing import TypeVar

from .checking import Checking
from .problems import Problems
from .source import read_text, shown_path
from .structure import structure
from .texts import check_texts
from .tree import read

T = TypeVar("T")


def read_entry(folder: Path, name: str, kind: type[T], problems: Problems) -> tuple[Checking, T] | None:
    """One file in its shape; its texts are checked even when the shape is wrong."""
    text = read_text(folder, name, problems)
    document = None if text is None else read(text, shown_path(folder / name), problems)
    if document is None:
        return None
    checking = Checking(document, problems)
    check_texts(checking)
    value = structure(document, kind, problems)
    return None if value is None else (checking, value)
