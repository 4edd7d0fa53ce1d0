"""From bytes to cells and back: encodings, delimiters, and what a spreadsheet might take for a formula.

Knows characters; must not know what a column is for. A cell is text: nothing in it is ever worked out.
"""

from __future__ import annotations

import csv
import io
import re
import unicodedata
from collections.abc import Iterable, Iterator
from itertools import islice, pairwise
from typing import Final

from ...i18n import _

MAX_BYTES: Final = 4 * 1024 * 1024
MAX_ROWS: Final = 20_000
MAX_COLUMNS: Final = 100
DELIMITERS: Final = (",", ";", "\t", "|")

_STARTS: Final = r"(?:\s*[=+\-@＝＋－＠]|[\t\r\n])"
"""What makes a spreadsheet read a cell as a formula, also in wide letters."""

_DANGEROUS: Final = re.compile(f"'*{_STARTS}")
_NEUTRALISED: Final = re.compile(f"'+{_STARTS}")
_BIDI: Final = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")


_LINE_ENDS: Final = ("\n", "\r")
_END_MARK: Final = "\ue000end of the list\ue000"


class ListError(ValueError):
    """The file cannot be read as a list of events; the text is the sentence."""


def decode(data: bytes) -> tuple[str, str]:
    """The text, and the encoding it was found to have: a byte-order mark decides, then what fits."""
    for mark, name in ((b"\xef\xbb\xbf", "utf-8"), (b"\xff\xfe", "utf-16-le"), (b"\xfe\xff", "utf-16-be")):
        if data.startswith(mark):
            return data[len(mark) :].decode(name, "replace"), name
    if (wide := _without_mark(data)) is not None:
        return data.decode(wide, "replace"), wide
    try:
        return data.decode("utf-8"), "utf-8"
    except UnicodeDecodeError:
        name = "cp1251" if _is_cyrillic(data) else "cp1252"
        return data.decode(name, "replace"), name


def _without_mark(data: bytes) -> str | None:
    """UTF-16 without a mark: every other byte of Latin text and of all delimiters is zero."""
    sample = data[:4096]
    for start, name in ((1, "utf-16-le"), (0, "utf-16-be")):
        if sample[start::2].count(0) * 3 > len(sample) // 2 and not sample[1 - start :: 2].count(0):
            return name
    return None


def _is_cyrillic(data: bytes) -> bool:
    """In Cyrillic text letters above 191 stand together; in western text they stand alone."""
    high = [byte >= 0xC0 for byte in data]
    pairs = sum(1 for one, two in pairwise(high) if one and two)
    return pairs * 2 > sum(high)


def records(text: str, delimiter: str) -> Iterator[tuple[str, ...]]:
    """Row after row; a quote that is never closed is a ListError, for it would swallow all that follows."""
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    count = 0
    try:
        for cells in reader:
            count += 1
            yield tuple(cells)
    except csv.Error as error:
        if "unexpected end" in str(error) or "limit" in str(error):
            message = _("A quotation mark that opens in row {row} of the list is never closed.")
            raise ListError(message.format(row=count + 1)) from None
        # A quote inside a quoted cell that was not doubled: spreadsheets read it, so do we.
        yield from islice(_lenient(text, delimiter), count, None)


def _lenient(text: str, delimiter: str) -> Iterator[tuple[str, ...]]:
    """Rows with quotes that are not doubled. The end mark comes back alone unless a quote swallowed it."""
    marked = f"{text}{'' if text.endswith(_LINE_ENDS) else chr(10)}{_END_MARK}"
    count = 0
    try:
        for cells in csv.reader(io.StringIO(marked, newline=""), delimiter=delimiter):
            if cells == [_END_MARK]:
                return
            count += 1
            if not (cells and cells[-1].endswith(_END_MARK)):
                yield tuple(cells)
    except csv.Error:
        count += 1
    raise ListError(
        _("A quotation mark that opens in row {row} of the list is never closed.").format(row=count)
    )


def write_rows(rows: Iterable[Iterable[str]]) -> bytes:
    """UTF-8 with a byte-order mark, commas, CR LF; every cell neutralised."""
    out = io.StringIO(newline="")
    writer = csv.writer(out, lineterminator="\r\n")
    for row in rows:
        writer.writerow([neutral(cell) for cell in row])
    return b"\xef\xbb\xbf" + out.getvalue().encode("utf-8")


def neutral(text: str) -> str:
    """The text as a cell that no spreadsheet takes for a formula; `plain_text` gives the text back."""
    return f"'{text}" if _DANGEROUS.match(text) else text


def plain_text(cell: str) -> str:
    """What the cell says: without the apostrophe that neutralises it, line ends as one character, and no
    character that steers a terminal."""
    text = cell[1:] if _NEUTRALISED.match(cell) else cell
    text = text.replace("\r\n", "\n").replace("\r", "\n").replace("\t", " ")
    return "".join(letter for letter in text if not _is_steering(letter))


def _is_steering(letter: str) -> bool:
    return letter != "\n" and (unicodedata.category(letter) in ("Cc", "Cs") or letter in _BIDI)
