"""Catalogs for the tests of scores: the worked example, and small ones made in a line."""

from __future__ import annotations

import csv
import json
import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

from quipu.method import (
    Axis,
    AxisIndicator,
    Category,
    Matrix,
    MatrixFunction,
    Method,
    PublishedCategory,
    Uncertainty,
)
from quipu.model import Area, Catalog, Group, Indicator, Observation
from quipu.vocab import (
    Aggregation,
    Direction,
    IndicatorStatus,
    IndicatorType,
    Normalisation,
    ObsStatus,
    Quality,
)
from tests import samples
from tests.stats.oracle import INPUT, REGIONS

AS_OF = date(2025, 6, 30)
PLACES: Mapping[str, Any] = json.loads(
    (Path(__file__).resolve().parents[1] / "oracles" / "worked-matrix-expected.json").read_text(
        encoding="utf-8"
    )
)
"""What the matrix must make of the worked example."""
QUIET = Uncertainty(draws=0, samples=0)
EXACT = Uncertainty(draws=1000, samples=0, seed=20210618)
"""The draws of the worked example: no counts are drawn anew."""


def core(
    code: str,
    group: str,
    *,
    low: str | None = "0",
    high: str | None = "100",
    type_: IndicatorType = IndicatorType.SCORE,
    direction: Direction = Direction.HIGHER,
    status: IndicatorStatus = IndicatorStatus.LIVE,
    weight: str | None = None,
    is_core: bool = True,
    benchmark: str = "",
    min_denominator: str | None = None,
    max_age_months: int | None = None,
) -> Indicator:
    """Make an indicator that enters a score."""
    made = samples.indicator(
        code, type_=type_, direction=direction, status=status, max_age_months=max_age_months
    )
    return replace(
        made,
        group=group,
        core=is_core,
        goalpost_low=None if low is None else Decimal(low),
        goalpost_high=None if high is None else Decimal(high),
        weight=None if weight is None else Decimal(weight),
        min_denominator=None if min_denominator is None else Decimal(min_denominator),
        benchmark=benchmark,
    )


def row(
    area: str,
    value: str | float | None,
    of: str,
    *,
    period: str = "2024",
    counts: tuple[float, float] | None = None,
    limits: tuple[str, str] | None = None,
    quality: Quality = Quality.OFFICIAL_FILE,
    status: ObsStatus | None = None,
) -> Observation:
    """Make a value, with the counts behind it."""
    text = value if value is None else str(value)
    made = samples.observation(area, text, period, of=of, quality=quality, status=status)
    return replace(
        made,
        numerator=None if counts is None else Decimal(str(counts[0])),
        denominator=None if counts is None else Decimal(str(counts[1])),
        lower=None if limits is None else Decimal(limits[0]),
        upper=None if limits is None else Decimal(limits[1]),
    )


def group(
    code: str,
    parent: str = "",
    *,
    weight: float = 1.0,
    aggregate: Aggregation = Aggregation.ARITHMETIC,
    floor: float = 1.0,
    min_coverage: float = 0.65,
) -> Group:
    """Make a node of the tree."""
    return Group(
        id=code,
        parent=parent,
        names={"es": f"Grupo {code}", "en": f"Group {code}"},
        summaries={},
        weight=weight,
        aggregate=aggregate,
        floor=floor,
        min_coverage=min_coverage,
    )


def facts(
    areas: Iterable[Area],
    groups: Iterable[Group],
    indicators: Iterable[Indicator],
    rows: Iterable[Observation],
    *,
    method: Method | None = None,
    matrix: Matrix | None = None,
) -> Catalog:
    """Gather facts, with a method of goalposts and no draws unless given."""
    return replace(
        samples.catalog(areas, indicators, rows),
        groups=tuple(groups),
        method=method or Method(version="1.0", uncertainty=QUIET),
        matrix=matrix,
    )


def table(values: Sequence[Sequence[float | None]], codes: Sequence[str]) -> list[Observation]:
    """Make rows of a table of areas A01, A02… by indicators; None is no row at all."""
    return [
        row(f"A{a:02}", value, code)
        for a, line in enumerate(values, start=1)
        for value, code in zip(line, codes, strict=True)
        if value is not None
    ]


# ── the worked example ──────────────────────────────────────────────────────────────────


def worked_areas() -> tuple[Area, ...]:
    """The six synthetic regions."""
    return tuple(samples.area(code) for code in REGIONS)


def worked_indicators(benchmark: str = "") -> tuple[Indicator, ...]:
    """The four indicators: x3 and x4 are better when lower."""
    share, rate = IndicatorType.PERCENTAGE, IndicatorType.RATE
    lower = Direction.LOWER
    return (
        core("x1", "CAPACITY", high="5", benchmark=benchmark and "median"),
        core("x2", "CAPACITY", type_=share, benchmark=benchmark),
        core("x3", "RISK_CONTROL", type_=share, direction=lower, benchmark=benchmark),
        core("x4", "RISK_CONTROL", type_=rate, direction=lower, benchmark=benchmark),
    )


def worked_rows() -> list[Observation]:
    """The input of the example as published values with their counts."""
    found = []
    for code in REGIONS:
        cells = INPUT[code]
        found.append(row(code, cells["x1"], "x1"))
        for name, over, scale in (
            ("x2", ("x2_num", "x2_den"), 100),
            ("x3", ("x3_num", "x3_den"), 100),
            ("x4", ("x4_count", "x4_pop"), 100_000),
        ):
            count, total = (cells[key] for key in over)
            if not math.isnan(count):
                found.append(row(code, count * scale / total, name, counts=(count, total)))
    return found


def worked(
    normalisation: Normalisation = Normalisation.GOALPOSTS,
    ends: tuple[float, float] = (0.0, 100.0),
    *,
    pillars: Aggregation = Aggregation.ARITHMETIC,
    index: Aggregation = Aggregation.ARITHMETIC,
    min_coverage: float = 0.5,
    uncertainty: Uncertainty = QUIET,
    matrix: Matrix | None = None,
) -> Catalog:
    """The worked example under a method of scoring."""
    return facts(
        worked_areas(),
        [
            group("INDEX", aggregate=index, min_coverage=1.0),
            group("CAPACITY", "INDEX", aggregate=pillars, min_coverage=min_coverage),
            group("RISK_CONTROL", "INDEX", aggregate=pillars, min_coverage=min_coverage),
        ],
        worked_indicators(),
        worked_rows(),
        method=Method(
            version="1.0", normalisation=normalisation, range=ends, uncertainty=uncertainty
        ),
        matrix=matrix,
    )


# ── the matrix ──────────────────────────────────────────────────────────────────────────

FUNCTIONS = ("F1", "F2", "F12", "F11")


def category(code: str, priority: int, setup: int = 2) -> Category:
    """Make a category of the matrix."""
    return Category(
        id=code,
        names={"es": f"Categoría {code}"},
        setups={"es": f"Modalidad {setup}"},
        setup_low=setup,
        setup_high=setup,
        functions=FUNCTIONS,
        support={"es": "Apoyo"},
        review_months=12,
        priority=priority,
    )


def axis(
    code: str,
    *indicators: tuple[str, Direction],
    min_coverage: float = 0.65,
    min_indicators: int = 1,
    weights: Sequence[float] = (),
) -> Axis:
    """Make an axis with cuts at 40 and 70."""
    return Axis(
        id=code,
        names={"es": code},
        indicators=tuple(
            AxisIndicator(id=one, direction=way, weight=weights[n] if weights else 1.0)
            for n, (one, way) in enumerate(indicators)
        ),
        cuts=tuple(float(cut) for cut in PLACES["cuts"]),
        levels=({"es": "baja"}, {"es": "media"}, {"es": "alta"}),
        min_coverage=min_coverage,
        min_indicators=min_indicators,
    )


def matrix_of(
    capacity: Axis,
    risk: Axis,
    *,
    cells: Sequence[Sequence[str]] = tuple(PLACES["cells"]),
    previous: Mapping[str, str] | None = None,
    setup_indicator: str = "",
    tasks_indicator: str = "",
) -> Matrix:
    """Make a matrix of nine cells; ties go to the category that brings more help."""
    return Matrix(
        labels={"es": "Método propuesto"},
        confidence={"es": "Baja"},
        notice={"es": "Orientativa"},
        capacity=capacity,
        risk=risk,
        cells=tuple(tuple(line) for line in cells),
        categories=tuple(
            category(code, n) for n, code in enumerate(("B", "A", "D", "C", "E+", "E"), start=1)
        ),
        functions=tuple(
            MatrixFunction(id=code, names={"es": code}, steps={"es": code}) for code in FUNCTIONS
        ),
        minimum=("F1", "F2", "F12"),
        setup_indicator=setup_indicator,
        tasks_indicator=tasks_indicator,
        published=tuple(
            PublishedCategory(edition="2000-01-01", ref_area=area, category=code)
            for area, code in (previous or {}).items()
        ),
    )


def worked_matrix(min_coverage: float = 0.5, previous: Mapping[str, str] | None = None) -> Matrix:
    """The matrix of the example: on the axis of risk a high value is more risk."""
    up = Direction.HIGHER
    return matrix_of(
        axis("capacity", ("x1", up), ("x2", up), min_coverage=min_coverage),
        axis("risk", ("x3", up), ("x4", up), min_coverage=min_coverage),
        previous=previous,
    )


# ── the published example of 51 countries ────────────────────────────────────────────────

ASEM = Path(__file__).resolve().parents[1] / "oracles" / "asem"


def asem(name: str) -> list[dict[str, str]]:
    """Read a table of the published example."""
    with (ASEM / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))
