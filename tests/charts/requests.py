"""Random charts of every kind: the same ones every time, and hard ones among them."""

from __future__ import annotations

import random
from collections.abc import Iterator

from quipu.charts import (
    DotRow,
    DotsRequest,
    NumberStyle,
    Series,
    StripRequest,
    TrendRequest,
    TrendSize,
)

PERU = NumberStyle(decimal=".", thousands=",")
SPAIN = NumberStyle(decimal=",", thousands=".")
HARD = 'Ñ <b> & "comillas" l\'á'
_SPANS = ((0.0, 1.0), (-50.0, 50.0), (0.0, 1e11), (-3e9, -1e9), (99.5, 100.0), (0.0, 3e-4))


def _values(dice: random.Random, count: int, span: tuple[float, float]) -> list[float]:
    """Values in a span: both its ends, some of them equal."""
    low, high = span
    values = [low, high] + [dice.uniform(low, high) for _ in range(count - 2)]
    values[dice.randrange(count)] = values[dice.randrange(count)]
    return values


def strips(count: int = 24) -> Iterator[StripRequest]:
    """Strips with ties, extremes, one area, no median, a unit on either side."""
    dice = random.Random(1)  # noqa: S311 (sample data)
    for n in range(count):
        span = _SPANS[n % len(_SPANS)]
        values = _values(dice, dice.choice((2, 6, 26)), span)
        if n == 0:
            values = values[:1]
        yield StripRequest(
            domain=span,
            values=tuple((f"A{i}", value) for i, value in enumerate(values)),
            median=None if n % 5 == 4 else sorted(values)[len(values) // 2],
            numbers=(PERU, SPAIN)[n % 2],
            decimals=n % 4,
            unit_short=("", "%", "S/", "<&")[n % 4],
            unit_is_prefix=n % 4 == 2,
        )


def _series(dice: random.Random, role: int, span: tuple[float, float]) -> Series:
    """A line with gaps, single points between gaps, or one point alone."""
    points: list[tuple[float, float] | None] = []
    for year in range(2010, 2025):
        chance = dice.random()
        if chance < 0.2:
            points.append(None)
        elif chance < 0.9:
            points.append((float(year), dice.uniform(*span)))
    if not any(points):
        points.append((2024.0, span[1]))
    kinds = ("own", "median", "context", "context")
    return Series(role=kinds[role % 4], code=f"A{role}", points=tuple(points))  # type: ignore[arg-type]


def trends(size: TrendSize, count: int = 18) -> Iterator[TrendRequest]:
    """Trends with one to four time labels and any number of lines."""
    dice = random.Random(2)  # noqa: S311 (sample data)
    for n in range(count):
        span = _SPANS[n % len(_SPANS)]
        labels = [(2010.0, "2010"), (2016.5, "2016-S2"), (2020.0, HARD), (2024.0, "2024")]
        yield TrendRequest(
            series=tuple(_series(dice, role, span) for role in range(n % 5)),
            x_domain=(2010.0, 2024.0),
            x_ticks=tuple(labels[: 1 + n % 4]),
            y_domain=span,
            numbers=(PERU, SPAIN)[n % 2],
            unit_short=("", "%", "S/")[n % 3],
            unit_is_prefix=n % 3 == 2,
            size=size,
        )


def rankings(count: int = 18) -> Iterator[DotsRequest]:
    """Rankings with dots or bars, negative bars, rows without a value, long and hard names."""
    dice = random.Random(3)  # noqa: S311 (sample data)
    for n in range(count):
        span = _SPANS[n % len(_SPANS)]
        from_zero = n % 2 == 1
        domain = (min(0.0, span[0]), max(0.0, span[1])) if from_zero else span
        values: list[float | None] = [*_values(dice, dice.choice((2, 6, 26)), span)]
        values[dice.randrange(len(values))] = None
        yield DotsRequest(
            rows=tuple(
                DotRow(
                    code=f"A{i}",
                    label=(HARD, "Ejemplo Norte", "Un nombre que no cabe en su columna")[i % 3],
                    value=value,
                    value_label="sin dato" if value is None else f"{value:.1f} <&",
                )
                for i, value in enumerate(values)
            ),
            domain=domain,
            zero_based=from_zero,
            reference=() if n % 4 == 3 else ((sum(domain) / 2, f"Mediana & {n}"),),
        )
