"""Pure. What of a table can be mended without guessing: how it was saved, never what it says.

Byte-order mark, line ends, blank lines, spaces around cells, an older encoding, and the
semicolons with decimal commas of a spreadsheet, as far as the columns of the table confirm
them. Whatever could be read in two ways is left as it is, and told by the check.
"""

from __future__ import annotations

import codecs
import csv
import re
from collections.abc import Iterator
from io import StringIO

from quipu.model import SiteSettings
from quipu.parse import areas, history, indicators, observations, sources
from quipu.parse.header import Columns
from quipu.parse.lines import split

_SPACES = " \u00a0\u2007\u202f\t"
_UTF16 = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
# What Spanish is written with. Another letter means that the guess of the encoding is wrong.
_SPANISH = frozenset("áéíóúüñÁÉÍÓÚÜÑçÇàèòÀÈÒºª°¿¡«»“”‘’–—…·€§\u00a0")
_PLAIN, _COMMA = re.compile(r"-?[0-9]+"), re.compile(r"-?[0-9]+,[0-9]+")


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
    lines = _with_commas([line for line in text.split("\n") if line.strip(_SPACES)], columns)
    fixed = [fixed for line in lines if (fixed := _trimmed(line)) is not None]
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
    return text if all(c < "\x80" or c in _SPANISH for c in text) else None


def _with_commas(lines: list[str], columns: Columns) -> list[str]:
    """The lines with commas between cells, where semicolons stood between known columns."""
    if not lines or "," in lines[0] or ";" not in lines[0]:
        return lines
    try:
        records = list(csv.reader(lines, delimiter=";", strict=True))
    except csv.Error:
        return lines
    names = [name.strip(_SPACES) for name in records[0]]
    is_known = set(names) <= set(columns.known) and columns.required <= set(names)
    is_even = len(records) == len(lines) and all(len(one) == len(names) for one in records)
    if not is_known or not is_even:
        return lines
    numeric = [n for n, name in enumerate(names) if name in columns.numbers]
    cells = [record[n].strip(_SPACES) for record in records[1:] for n in numeric]
    # A point may stand between thousands there: then a comma says nothing for sure.
    if not all(not c or _PLAIN.fullmatch(c) or _COMMA.fullmatch(c) for c in cells):
        return lines
    for record in records[1:]:
        for n in numeric:
            record[n] = record[n].replace(",", ".")
    return list(_written([names, *records[1:]]))


def _trimmed(line: str) -> str | None:
    """A line without spaces around its cells; None where no cell holds anything."""
    cells = split(line)
    if isinstance(cells, int):
        return line
    if not any(cell.strip(_SPACES) for cell in cells):
        return None
    stripped = [cell.strip(_SPACES) for cell in cells]
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
        history.VERSIONS_PATH: history.version_columns(site),
        history.CATEGORIES_PATH: history.CATEGORY_COLUMNS,
    }.get(path)
