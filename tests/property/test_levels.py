"""Long lists, ranks, spreads and judgements in batches, whatever the areas and their values."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal
from fractions import Fraction
from itertools import pairwise
from unittest.mock import patch

import pandas as pd
from hypothesis import given, settings
from hypothesis import strategies as st

from quipu.compare import IndicatorPanel
from quipu.model import Area, Observation
from quipu.pages import lists
from quipu.pages.frame import folded
from quipu.pages.requests import MOST_ROWS, distribution_key, distribution_request, field_key
from quipu.pages.trends import QUANTILES, all_trends_request, quantile_lines
from quipu.score.counts import counted_intervals, unit_scale
from quipu.score.movement import movements
from quipu.stats.intervals import Z95
from quipu.vocab import AreaKind, Direction, IndicatorType, ObsStatus
from tests.books import book
from tests.samples import (
    area,
    catalog,
    indicator,
    language,
    observation,
    panel,
    panel_of,
    regions,
)

BASE = book(catalog(regions(1), [indicator()], []))
NAMES = st.text(st.sampled_from("aáÁbñNzZ -"), min_size=1, max_size=4)


def provinces(names: Sequence[tuple[str, int]]) -> tuple[Area, ...]:
    """Two regions, and provinces with these names in one of them, or in none."""
    made = [
        replace(
            area(f"P{n:03}", kind=AreaKind.PROVINCE, name=name),
            parent=("A01", "A02", "")[around],
            slug=f"p{n}",
        )
        for n, (name, around) in enumerate(names)
    ]
    return (*regions(2), *made)


@settings(max_examples=60)
@given(
    names=st.lists(st.tuples(NAMES, st.integers(0, 2)), min_size=1, max_size=40),
    rows=st.integers(1, 9),
)
def test_sheets_hold_every_area_once(names: list[tuple[str, int]], rows: int) -> None:
    """Full but for the last; by the area around them, then by name, without case or accents."""
    areas = provinces(names)
    known = replace(
        BASE.catalog,
        areas=areas,
        site=replace(BASE.catalog.site, page_kinds=(AreaKind.REGION, AreaKind.PROVINCE)),
    )
    opened = replace(book(known), areas=areas[2:])
    with patch.object(lists, "SHEET_ROWS", rows):
        found = lists.sheets(opened)
    told = [one for sheet in found for one in sheet]
    assert sorted(a.code for a in told) == [a.code for a in areas[2:]]
    assert all(len(sheet) == rows for sheet in found[:-1])
    assert 1 <= len(found[-1]) <= rows

    def place(one: Area) -> tuple[str, str]:
        around = known.areas_by_code.get(one.parent)
        return folded(around.names["es"]) if around else "", folded(one.names["es"])

    assert all(place(one) <= place(other) for one, other in pairwise(told))


VALUES = st.lists(
    st.one_of(st.integers(0, 6), st.decimals(-1000, 1000, places=2)).map(str),
    min_size=5,
    max_size=40,
)


@settings(max_examples=80)
@given(values=VALUES)
def test_positions_are_those_of_pandas(values: list[str]) -> None:
    """First and last place of equal values, and the fifth that the lowest of them falls in."""
    compared = panel(values).compared
    assert compared is not None
    series = pd.Series([float(value) for value in values])
    first = series.rank(method="min", ascending=False)
    last = series.rank(method="max", ascending=False)
    lowest = series.rank(method="min") - 1
    for n in range(len(values)):
        place = compared.positions[f"A{n + 1:02}"]
        assert (place.first, place.last) == (first[n], last[n])
        assert place.quintile == math.floor(Fraction(int(lowest[n]) * 5, len(values))) + 1
        assert place.count == len(values)
    assert math.isclose(float(compared.median), series.median(), abs_tol=1e-9)


def many(count: int, years: Sequence[int], step: int = 37) -> IndicatorPanel:
    """A panel of many areas, whose values are spread without order."""
    rows = [
        observation(f"A{n:02}", (n * step + year) % 997, period=str(year), line=n + 1)
        for year in years
        for n in range(1, count + 1)
    ]
    return panel_of(catalog(regions(count), [indicator()], rows))


@settings(max_examples=25)
@given(count=st.integers(MOST_ROWS + 1, 130), step=st.integers(1, 996))
def test_quantile_lines_pass_through_values_of_areas(count: int, step: int) -> None:
    """Each share of the areas lies at or below its line; lines never cross."""
    found = many(count, (2021, 2022, 2023), step)
    lines = dict(quantile_lines(found))
    assert tuple(lines) == QUANTILES == (0.1, 0.25, 0.75, 0.9)
    for at in range(3):
        values = sorted(float(rows[at].value or 0) for rows in found.series.values())
        series = pd.Series(values)
        heights = []
        for share, points in lines.items():
            point = points[at]
            assert point is not None
            assert point[1] == series.quantile(share, interpolation="lower")
            heights.append(point[1])
        assert heights == sorted(heights)


def test_quantile_lines_are_parted_where_the_median_is() -> None:
    """No line is drawn through a year that too few areas have a value of."""
    rows = [
        observation(f"A{n:02}", n, period=str(year), line=n)
        for year in (2019, 2020, 2021, 2022, 2023)
        for n in range(1, 71)
        if year != 2021 or n < 9
    ]
    found = panel_of(catalog(regions(70), [indicator()], rows))
    asked = all_trends_request(found, language())
    assert asked is not None
    [median] = [series.points for series in asked.series if series.role == "median"]
    for _, points in quantile_lines(found):
        assert [p and p[0] for p in points] == [p and p[0] for p in median]
    assert {series.code for series in asked.series if series.role == "context"} == {
        f"{share:g}" for share in QUANTILES
    }


def test_quantiles_are_of_the_values_that_the_median_is_of() -> None:
    """A share of too few cases is in neither; without a median there is nothing to draw."""
    weak = replace(indicator(type_=IndicatorType.PERCENTAGE), min_denominator=Decimal(50))
    rows = [
        replace(
            observation(f"A{n:02}", 0 if n > 60 else n, period=str(year), line=n),
            numerator=Decimal(0 if n > 60 else n),
            denominator=Decimal(1 if n > 60 else 100),
        )
        for year in (2021, 2022, 2023)
        for n in range(1, 81)
    ]
    found = panel_of(catalog(regions(80), [weak], rows))
    lowest = dict(quantile_lines(found))[0.1]
    assert lowest
    assert all(point is not None and point[1] > 0 for point in lowest)
    scattered = [
        observation(f"A{n:02}", n, period=str(2000 + (n + step) % 9), line=n)
        for step in (0, 2, 4)
        for n in range(1, 81)
    ]
    assert all_trends_request(panel_of(catalog(regions(80), [weak], scattered)), language()) is None


def test_few_values_are_counted_and_not_spread() -> None:
    """Between no and yes, or of equals, there is no stretch to part."""
    binary = indicator(type_=IndicatorType.BINARY)
    equal = [observation(f"A{n:02}", 1, period="2023", line=n) for n in range(1, 81)]
    for measure in (binary, indicator()):
        found = panel_of(catalog(regions(80), [measure], equal))
        assert found.compared is not None
        assert distribution_request(found, language()) is None


def test_the_spread_takes_the_place_of_rows() -> None:
    """Of no more areas than have rows there is none; of more, every area is in one bin."""
    assert distribution_request(many(MOST_ROWS, [2023]), language()) is None
    found = many(MOST_ROWS + 1, [2023])
    asked = distribution_request(found, language())
    assert asked is not None
    compared = found.compared
    assert compared is not None
    assert sum(count for *_, count in asked.bins) == MOST_ROWS + 1
    assert asked.domain == (asked.bins[0][0], asked.bins[-1][1])
    assert asked.median == float(compared.median)
    assert asked.fifths == tuple(float(low) for _, low, _ in compared.classes[1:])
    assert len(asked.fifths) == 4
    key = distribution_key(found, language())
    assert field_key(found) in key
    assert key != distribution_key(found, language("en"))
    assert all(
        title.endswith(f"{count} área{'' if count == 1 else 's'}")
        for title, (*_, count) in zip(asked.titles, asked.bins, strict=True)
    )


def test_nothing_compared_has_no_spread() -> None:
    """Areas without a value of one period are not spread out."""
    empty = panel_of(catalog(regions(70), [indicator()], [observation("A01", 1)]))
    assert distribution_request(empty, language()) is None


def counted(code: str, year: int, part: int, whole: int, scale: int) -> Observation:
    """Make a figure with the counts behind it."""
    return replace(
        observation(code, "0", str(year)),
        value=Decimal(part * scale) / Decimal(whole),
        numerator=Decimal(part),
        denominator=Decimal(whole),
    )


COUNTS = st.tuples(st.integers(0, 400), st.integers(1, 400))
CELL = st.one_of(st.none(), COUNTS, COUNTS, COUNTS)
TABLE = st.lists(st.lists(CELL, min_size=1, max_size=7), min_size=1, max_size=6)
KINDS = st.sampled_from((IndicatorType.PERCENTAGE, IndicatorType.RATE))


def rows_of(
    table: Sequence[Sequence[tuple[int, int] | None]], kind: IndicatorType, breaks: int
) -> dict[str, list[Observation]]:
    """Series by area: None is a value without counts; one value breaks its series."""
    scale = 100 if kind is IndicatorType.PERCENTAGE else 100_000
    found: dict[str, list[Observation]] = {}
    for n, cells in enumerate(table, start=1):
        code = f"A{n:02}"
        found[code] = [
            counted(code, 2015 + at, min(cell), max(cell), scale)
            if cell
            else observation(code, 7, str(2015 + at))
            for at, cell in enumerate(cells)
        ]
        if breaks < len(cells):
            found[code][breaks] = replace(found[code][breaks], status=ObsStatus.BREAK)
    return found


@settings(max_examples=80)
@given(table=TABLE, kind=KINDS)
def test_intervals_of_a_batch_are_those_of_each(
    table: list[list[tuple[int, int] | None]], kind: IndicatorType
) -> None:
    """A figure's interval depends on no other figure."""
    rows = [o for series in rows_of(table, kind, 99).values() for o in series]
    measure = indicator(type_=kind)
    scale = unit_scale(measure, rows)
    batch = counted_intervals(measure, rows, scale, Z95)
    assert len(batch) == len(rows)
    for row, found in zip(rows, batch, strict=True):
        [alone] = counted_intervals(measure, [row], scale, Z95)
        assert (found is None) == (alone is None)
        assert found is None or alone is None or all(map(math.isclose, found, alone))
        assert (found is None) >= (row.counts is None)


@settings(max_examples=80)
@given(table=TABLE, kind=KINDS, breaks=st.integers(0, 9), direction=st.sampled_from(Direction))
def test_movements_of_a_batch_are_those_of_each(
    table: list[list[tuple[int, int] | None]],
    kind: IndicatorType,
    breaks: int,
    direction: Direction,
) -> None:
    """A change or a trend of an area depends on no other area, once the unit is known."""
    series = rows_of(table, kind, breaks)
    # Two rows that tell the scale stand in every batch.
    scale = 100 if kind is IndicatorType.PERCENTAGE else 100_000
    known = {"A99": [counted("A99", 2015 + n, 20, 90, scale) for n in range(2)]}
    measure = indicator(type_=kind, direction=direction)
    batch = movements(measure, {**series, **known})
    assert set(batch) == {*series, "A99"}
    for code, rows in series.items():
        alone = movements(measure, {code: rows, **known})[code]
        found = batch[code]
        assert (found.move, found.before, found.after) == (alone.move, alone.before, alone.after)
        assert found.trend.state is alone.trend.state
        for one, other in ((found.lower, alone.lower), (found.upper, alone.upper)):
            assert one == other or (one and other and math.isclose(one, other))
