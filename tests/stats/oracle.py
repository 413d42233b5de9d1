"""The worked example: what goes in, and what the method must make of it."""

from __future__ import annotations

import csv
import json
import math
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

_FOLDER = Path(__file__).resolve().parents[1] / "oracles"

EXPECTED: Mapping[str, Any] = json.loads(
    (_FOLDER / "worked-expected.json").read_text(encoding="utf-8")
)
REGIONS = ("RA", "RB", "RC", "RD", "RE", "RF")
INDICATORS = ("x1", "x2", "x3", "x4")
DIRECTIONS = {"x1": 1, "x2": 1, "x3": -1, "x4": -1}


def _read() -> dict[str, dict[str, float]]:
    with (_FOLDER / "worked-input.csv").open(encoding="utf-8", newline="") as file:
        return {
            row.pop("region"): {k: float(v) if v else math.nan for k, v in row.items()}
            for row in csv.DictReader(file)
        }


INPUT: Mapping[str, Mapping[str, float]] = _read()
"""By region and column; NaN where the cell is empty."""


def column(name: str) -> list[float]:
    """Return one column of the input, in the order of the regions."""
    return [INPUT[region][name] for region in REGIONS]


def matrix(key: str) -> list[list[float]]:
    """Return the normalised values ``[region][indicator]``; NaN where there is none."""
    cells = EXPECTED["normalised"][key]
    return [[as_float(cells[region][x]) for x in INDICATORS] for region in REGIONS]


def as_float(cell: float | None) -> float:
    """Read a null of JSON as NaN."""
    return math.nan if cell is None else cell


def near(expected: object) -> Any:  # noqa: ANN401 - pytest does not type what it returns
    """Equal to 1e-9 of the figure, or 1e-9; NaN equals NaN."""
    return pytest.approx(expected, rel=1e-9, abs=1e-9, nan_ok=True)
