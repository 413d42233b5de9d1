"""Pure. What of a table can be mended without guessing: how it was saved, never what it says.

Byte-order mark, line ends, blank lines, spaces around cells, empty columns at the right, an
older encoding, and the semicolons or tabs and the decimal commas of a spreadsheet, as far as the
columns of the table confirm them. Whatever could be read in two ways is left as it is, and told
by the check.
"""

from __future__ import annotations

import codecs
import csv
import re
from collections.abc import Iterator, Sequence
from io import StringIO

from quipu.model import SiteSettings
from quipu.parse import areas, history, indicators, observations, revisions, sources
from quipu.parse.header import Columns
from quipu.parse.lines import split

_SPACES = " \u00a0\u2007\u202f\t"
_UTF16 = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
# What Spanish is written with. Another letter means that the guess of the encoding is wrong.
_SPANISH = frozenset("áéíóúüñÁÉÍÓÚÜÑçÇàèòÀÈÒºª°¿¡«»“”‘’–—…·€§\u00a0")
# In the encoding of MS-DOS these bytes are á and í: such a file is no Windows file.
_OF_DOS = re.compile("[a-zA-Z][\u00a0¡][a-z]")
_SEPARATOR_LINE = re.compile(r"sep=[;,\t]", re.IGNORECASE)

_PLAIN = re.compile(r"-?[0-9]+")


def _numbers_with(decimal: str, thousands: str) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """The numbers that only this decimal sign explains, and those that the other does as well."""
    certain = (
        rf"-?[0-9]+{decimal}(?:[0-9]{{1,2}}|[0-9]{{4,}})|-?(?:0|[0-9]{{4,}}){decimal}[0-9]+"
        rf"|-?[0-9]{{1,3}}(?:{thousands}[0-9]{{3}})+{decimal}[0-9]+"
        rf"|-?[0-9]{{1,3}}(?:{thousands}[0-9]{{3}}){{2,}}"
    )
    return re.compile(certain), re.compile(rf"-?[0-9]{{1,3}}{decimal}[0-9]{{3}}")


_WAYS = ((",", ".", *_numbers_with(",", r"\.")), (".", ",", *_numbers_with(r"\.", ",")))
"""Decimal and thousands sign of each way to write numbers, and what is written so."""


def mended(body: bytes, columns: Columns) -> bytes:
    """The table as it should have been saved; the same bytes where nothing is to be mended.

    Args:
        body: The file.
        columns: Which columns it has: they tell a list separator from text, and where a comma
            is a decimal one.
    """
    text = _decoded(body)
    if text is None or not text.strip():
        return body
    text = text.replace("\r\n", "\n")
    # Beside other line ends, a return stands inside a cell: somebody has to look.
    text = text if "\n" in text else text.replace("\r", "\n")
    lines = [line for line in text.split("\n") if line.strip(_SPACES)]
    if lines and _SEPARATOR_LINE.fullmatch(lines[0].strip(_SPACES)):
        lines = lines[1:]
    lines = _with_commas(lines, columns)
    width = _width(lines)
    fixed = [fixed for line in lines if (fixed := _trimmed(line, width)) is not None]
    return "".join(f"{line}\n" for line in fixed).encode()


def _decoded(body: bytes) -> str | None:
    """The text, where there is one way to read it."""
    if body.startswith(_UTF16):
        try:
            return body.decode("utf-16")
        except UnicodeDecodeError:
            return None
    try:
        return body.decode("utf-8-sig")
    except UnicodeDecodeError:
        pass
    try:
        text = body.decode("cp1252")
    except UnicodeDecodeError:
        return None
    is_spanish = all(c < "\x80" or c in _SPANISH for c in text)
    return text if is_spanish and not _OF_DOS.search(text) else None


def _with_commas(lines: list[str], columns: Columns) -> list[str]:
    """The lines with commas between cells, where others stood between known columns."""
    delimiter = next((sign for sign in ";\t" if lines and sign in lines[0]), "")
    if not delimiter or "," in lines[0]:
        return lines
    try:
        records = list(csv.reader(lines, delimiter=delimiter, strict=True))
    except csv.Error:
        return lines
    names = [name.strip(_SPACES) for name in records[0]]
    known = [name for name in names if name]
    is_known = set(known) <= set(columns.known) and columns.required <= set(known)
    is_even = len(records) == len(lines) and all(len(one) == len(names) for one in records)
    if not is_known or not is_even:
        return lines
    numeric = [n for n, name in enumerate(names) if name in columns.numbers]
    cells = [record[n].strip(_SPACES) for record in records[1:] for n in numeric]
    signs = _signs_of([cell for cell in cells if cell and not _PLAIN.fullmatch(cell)])
    if signs is None:
        return lines
    decimal, thousands = signs
    for record in records[1:]:
        for n in numeric:
            record[n] = record[n].replace(thousands, "").replace(decimal, ".")
    return list(_written([names, *records[1:]]))


def _signs_of(cells: Sequence[str]) -> tuple[str, str] | None:
    """The decimal and the thousands sign of the numbers of a table.

    «12,5» and «1.234,5» can only have a decimal comma; «1,234» and «1.234» may be either, and
    are read as the others confirm. None where nothing does, or where two signs are confirmed.
    """
    found = [
        (decimal, thousands)
        for decimal, thousands, certain, unclear in _WAYS
        if any(certain.fullmatch(cell) for cell in cells)
        and all(certain.fullmatch(cell) or unclear.fullmatch(cell) for cell in cells)
    ]
    if cells:
        return found[0] if len(found) == 1 else None
    return ".", ","


def _width(lines: Sequence[str]) -> int:
    """How many columns have a name, where those at the right have none and hold nothing.

    0 where no column may go. A row that is longer than the header has a comma too many
    somewhere in it, and is left as it is.
    """
    records = [split(line) for line in lines]
    names = records[0] if records else 0
    if isinstance(names, int):
        return 0
    width = len(names)
    while width and not names[width - 1].strip(_SPACES):
        width -= 1
    is_empty = all(
        isinstance(cells, list)
        and len(cells) == len(names)
        and not any(cell.strip(_SPACES) for cell in cells[width:])
        for cells in records
    )
    return width if is_empty else 0


def _trimmed(line: str, width: int) -> str | None:
    """A line without spaces around its cells; None where no cell holds anything."""
    cells = split(line)
    if isinstance(cells, int):
        return line
    if not any(cell.strip(_SPACES) for cell in cells):
        return None
    stripped = [cell.strip(_SPACES) for cell in cells[: width or len(cells)]]
    return line if stripped == cells else next(_written([stripped]))


def _written(records: list[list[str]]) -> Iterator[str]:
    for record in records:
        text = StringIO()
        csv.writer(text, lineterminator="").writerow(record)
        yield text.getvalue()


def columns_of(path: str, site: SiteSettings) -> Columns | None:
    """The columns of a table by its path; None for a file that is no table of the project."""
    if path.startswith(observations.FOLDER) and path.endswith(".csv"):
        return observations.columns(site)
    return {
        areas.PATH: areas.columns(site),
        indicators.PATH: indicators.columns(site),
        sources.SOURCES_PATH: sources.SOURCE_COLUMNS,
        sources.UNITS_PATH: sources.unit_columns(site),
        revisions.REVISIONS_PATH: revisions.revision_columns(site),
        history.VERSIONS_PATH: history.version_columns(site),
        history.CATEGORIES_PATH: history.CATEGORY_COLUMNS,
    }.get(path)
