"""Random ranges, funnels and matrices: the same ones every time, and hard ones among them."""

from __future__ import annotations

import random
from collections.abc import Iterator
from typing import get_args

from quipu.charts import (
    ChartRequest,
    FunnelPoint,
    FunnelRequest,
    Mark,
    MatrixAxis,
    MatrixPoint,
    MatrixRequest,
    RangeRow,
    RangesRequest,
    Shape,
)
from tests.charts.requests import HARD

_DOMAINS = ((1.0, 23.0), (-50.0, 50.0), (0.0, 1e11), (99.5, 100.0), (0.0, 3e-4))
_NAMES = (HARD, "Ejemplo Norte", "Un nombre que no cabe en su columna")
_CUTS = ((50.0, ""), (20.0, "20"), (99.0, HARD), (1.0, "1"))


def judged() -> list[ChartRequest]:
    """All of them."""
    return [*ranged(), *funnels(), *matrices()]


def _row(dice: random.Random, n: int, domain: tuple[float, float]) -> RangeRow:
    """A row at an end, with a span of no length, without a span, or any other."""
    low, mid, high = sorted(dice.uniform(*domain) for _ in range(3))
    if n % 7 == 1:
        low, mid, high = domain[0], domain[0], domain[1]
    elif n % 7 == 3:
        low = mid = high
    spanned = n % 5 != 2
    return RangeRow(
        area=f"A{n}",
        label=_NAMES[n % 3],
        value_text=f"{n} <&",
        low=low if spanned else None,
        mid=mid,
        high=high if spanned else None,
        mark=dice.choice(get_args(Mark)),
        title=HARD if n % 2 else "",
    )


def ranged(count: int = 15) -> Iterator[RangesRequest]:
    """Two rows, sixty and others; with and without a reference, its label and words below."""
    dice = random.Random(5)  # noqa: S311 (sample data)
    for n in range(count):
        domain = _DOMAINS[n % len(_DOMAINS)]
        yield RangesRequest(
            rows=tuple(_row(dice, row, domain) for row in range((2, 25, 60)[n % 3])),
            domain=domain,
            reference=None if n % 4 == 3 else dice.choice((*domain, sum(domain) / 2)),
            reference_label="" if n % 4 == 2 else f"Mediana & {n}",
            low_label=("", "1.º", HARD)[n % 3],
            high_label=("", "", "último")[n % 3],
        )


def _curve(
    dice: random.Random, x_domain: tuple[float, float], y_domain: tuple[float, float]
) -> tuple[tuple[float, float], ...]:
    """A curve that runs out of the field and in again; now and then level, or none at all."""
    count = dice.choice((0, 1, 2, 9))
    low, high = y_domain
    room = high - low
    across = sorted({dice.uniform(*x_domain) for _ in range(count)})
    curve = [(x, dice.uniform(low - room / 2, high + room / 2)) for x in across]
    if count == 9:
        curve[4] = (curve[4][0], curve[3][1])
    return tuple(curve)


def funnels(count: int = 16) -> Iterator[FunnelRequest]:
    """Funnels with no area, one, or many; ties, corners, labels that crowd, one to four times."""
    dice = random.Random(6)  # noqa: S311 (sample data)
    for n in range(count):
        x_domain, y_domain = _DOMAINS[n % len(_DOMAINS)], _DOMAINS[(n + 2) % len(_DOMAINS)]
        places = [(dice.uniform(*x_domain), dice.uniform(*y_domain)) for _ in range(24)]
        places[:3] = [(x_domain[0], y_domain[1]), (x_domain[1], y_domain[0]), places[4]]
        middle = sum(x_domain) / 2
        times = [
            (x_domain[0], "10"),
            (middle, HARD),
            (middle + (x_domain[1] - middle) / 9, "b"),
            (x_domain[1], "9"),
        ]
        yield FunnelRequest(
            points=tuple(
                FunnelPoint(
                    area=f"A{i}",
                    x=x,
                    y=y,
                    mark=dice.choice(get_args(Mark)),
                    title=HARD,
                    label=("", "", "CUS", "<&")[i % 4],
                )
                for i, (x, y) in enumerate(places[: (24, 1, 0)[n % 3]])
            ),
            x_domain=x_domain,
            y_domain=y_domain,
            benchmark=dice.choice((*y_domain, sum(y_domain) / 2)),
            benchmark_label=("Perú & 34 %", "")[n % 2],
            lower_95=_curve(dice, x_domain, y_domain),
            upper_95=_curve(dice, x_domain, y_domain),
            lower_998=_curve(dice, x_domain, y_domain),
            upper_998=_curve(dice, x_domain, y_domain),
            x_ticks=tuple(sorted(times[: n % 5])),
            y_ticks=tuple((y, f"{y:g}") for y in y_domain[: n % 3]),
            x_title=("", "Casos <&")[n % 2],
            y_title=("", HARD)[n % 2],
        )


def _area(dice: random.Random, n: int, place: tuple[float, float]) -> MatrixPoint:
    """A point whose whiskers are short, missing, of no length, or as long as the field."""
    x, y = place
    spread = dice.choice((0.0, 5.0, 100.0))
    across, upwards = n % 5 != 1, n % 5 not in (1, 2)
    return MatrixPoint(
        area=f"A{n}",
        label=("CUS", HARD, "", "X")[n % 4],
        title=f"{HARD} {n}",
        x=x,
        y=y,
        x_low=max(0.0, x - spread) if across else None,
        x_high=min(100.0, x + spread) if across else None,
        y_low=max(0.0, y - spread) if upwards else None,
        y_high=min(100.0, y + spread) if upwards else None,
        css=("cat-a", "b", "c-9")[n % 3],
        shape=dice.choice(get_args(Shape)),
    )


def matrices(count: int = 16) -> Iterator[MatrixRequest]:
    """Matrices with no area, one, or many; corners, ties, one to four cuts, words or none."""
    dice = random.Random(7)  # noqa: S311 (sample data)
    for n in range(count):
        places = [(dice.uniform(0, 100), dice.uniform(0, 100)) for _ in range(25)]
        places[:3] = [(0.0, 100.0), (100.0, 0.0), places[4]]
        across, upwards = 1 + n % 4, 1 + n // 4 % 4
        yield MatrixRequest(
            x=MatrixAxis(
                cuts=tuple(sorted(_CUTS[:across])), low="0", high=HARD, title="Capacidad →"
            ),
            y=MatrixAxis(
                cuts=tuple(sorted(_CUTS[:upwards])), low="bajo", high="", title=("", HARD)[n % 2]
            ),
            cells=tuple(
                (column, row, (HARD, "A")[(column + row) % 2])
                for column in range(across + 1)
                for row in range(upwards + 1)
                if (column + row + n) % 5
            ),
            points=tuple(
                _area(dice, i, place) for i, place in enumerate(places[: (25, 1, 0)[n % 3]])
            ),
        )
