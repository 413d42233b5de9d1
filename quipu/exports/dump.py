"""Pure. Values to bytes, the same bytes every time."""

from __future__ import annotations

import csv
import json
from collections.abc import Iterable, Sequence
from decimal import Decimal
from io import StringIO

from quipu.artifact import Artifact

JSON = "application/json"
CSV = "text/csv; charset=utf-8"


def json_artifact(path: str, value: object) -> Artifact:
    """A JSON file: UTF-8, one level of indentation, never NaN."""
    text = json.dumps(value, ensure_ascii=False, indent=1, allow_nan=False)
    return Artifact(path=path, body=f"{text}\n".encode(), media_type=JSON)


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
