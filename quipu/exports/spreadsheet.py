"""Pure. A table again for who opens it in a spreadsheet, where no cell is taken for a formula.

One file cannot serve both: what a program reads must be the bytes as they are, and a
spreadsheet runs whatever starts with one of a few signs.
"""

from __future__ import annotations

import csv
import re
from io import StringIO

from quipu.artifact import Artifact
from quipu.exports.dump import CSV

_FOLDER = "hoja"
_MARK = "\ufeff"
"""By this spreadsheets know UTF-8; without it they show «Ã±» for «ñ»."""
_NUMBER = re.compile(r"-?[0-9]+(?:\.[0-9]+)?")
_TRIGGERS = frozenset("=+-@\t\r\n＝＋－＠")
_SUSPECT = re.compile(r"(?:^|[,;\n])[^\S\n]*[=+\-@\t＝＋－＠]|(?<!\n)\Z")
"""A cell without quotes that may change, also a negative number; a last line that does not end."""
_WITHIN = re.compile(r";(?=\s*[=+\-@＝＋－＠])")
"""Where cells are parted by semicolons, as Excel does in some countries, one would begin here."""


def spreadsheet_copy(table: Artifact) -> Artifact:
    """The same table with an apostrophe before every cell that would be taken for a formula.

    Args:
        table: A CSV file of the site: UTF-8, comma, with a header.

    Returns:
        ``hoja/<name>`` beside it. Plain numbers stay as they are, also negative ones; a cell
        whose first sign, leading spaces apart, is ``=``, ``+``, ``-`` or ``@`` (also in full
        width), a tab or a line end is otherwise text for whoever opens the file. So is what
        stands after a semicolon, which in some countries begins a cell of its own.
    """
    text = table.body.decode("utf-8-sig")
    folder, _, name = table.path.partition("/")
    return Artifact(
        path=f"{folder}/{_FOLDER}/{name}",
        body=(_MARK + (_as_it_is(text) or _apart(text))).encode(),
        media_type=CSV,
    )


def _as_it_is(text: str) -> str:
    """The table of which no cell changes, as most are; empty where one might."""
    if '"' in text or "\r" in text or _SUSPECT.search(text):
        return ""
    return text.replace("\n", "\r\n")


def _apart(text: str) -> str:
    """The table cell by cell."""
    copy = StringIO()
    writer = csv.writer(copy, lineterminator="\r\n")
    writer.writerows(
        [_text(cell) for cell in row] for row in csv.reader(StringIO(text, newline=""))
    )
    return copy.getvalue()


def _text(cell: str) -> str:
    if not cell or _NUMBER.fullmatch(cell):
        return cell
    apart = _WITHIN.sub(";'", cell) if ";" in cell else cell
    is_formula = cell[0] in _TRIGGERS or cell.lstrip()[:1] in _TRIGGERS
    return f"'{apart}" if is_formula else apart
