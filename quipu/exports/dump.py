"""Pure. Values to bytes, the same bytes every time."""

from __future__ import annotations

import csv
import json
from collections.abc import Iterable, Sequence
from decimal import Decimal
from io import StringIO

from quipu.artifact import Artifact

JSON = "application/json"
_WIDEST = 100
"""An object or a list inside another one stands on one line if it has no more characters."""
# The encoder in C writes no indentation, so a piece that stands on one line is written whole.
_line = json.JSONEncoder(ensure_ascii=False, allow_nan=False).encode
CSV = "text/csv; charset=utf-8"


def json_artifact(path: str, value: object) -> Artifact:
    """A JSON file: UTF-8, never NaN, laid out to be read and compared by lines.

    A long object has a line a key, a long list a line an item; what is inside an item stays
    on its line.
    """
    return Artifact(path=path, body=f"{_laid_out(value, '')}\n".encode(), media_type=JSON)


def _laid_out(value: object, margin: str) -> str:
    inner = f"{margin} "
    if isinstance(value, dict) and value:
        parts = [f"{_line(key)}: {_inside(each, inner)}" for key, each in value.items()]
        return _spread("{", parts, "}", margin)
    if isinstance(value, list) and value:
        return _spread("[", [_line(item) for item in value], "]", margin)
    return _line(value)


def _inside(value: object, margin: str) -> str:
    """A value of an object: on one line if it fits."""
    if isinstance(value, dict):
        text = _line(value)
        return text if len(text) <= _WIDEST else _laid_out(value, margin)
    if isinstance(value, list):
        parts = [_line(item) for item in value]
        is_short = sum(len(part) + 2 for part in parts) <= _WIDEST
        return f"[{', '.join(parts)}]" if is_short else _spread("[", parts, "]", margin)
    return _line(value)


def _spread(start: str, parts: Sequence[str], end: str, margin: str) -> str:
    between = f",\n{margin} "
    return f"{start}\n{margin} {between.join(parts)}\n{margin}{end}"


def csv_artifact(path: str, head: Sequence[str], rows: Iterable[Sequence[str]]) -> Artifact:
    """A CSV file: UTF-8, comma, lines that end in LF."""
    text = StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(head)
    writer.writerows(rows)
    return Artifact(path=path, body=text.getvalue().encode(), media_type=CSV)


def number(value: Decimal | None) -> int | float | None:
    """A number as JSON writes it: a whole one without a point; None stays None.

    Figures have at most 15 significant digits, which a double holds exactly; a longer one is
    refused rather than changed.

    Raises:
        ValueError: The number would not come back as it was.
    """
    if value is None:
        return None
    if value == value.to_integral_value():
        return int(value)
    double = float(value)
    if Decimal(repr(double)) != value:
        raise ValueError(f"{value} has too many digits for JSON")
    return double
