"""What every tool is given: the areas of a synthetic country as plain values.

Read from the CSV tables and the Markdown of a root that ``benchmarks.country`` wrote, in Spanish.
Every area, figure and text is invented. Each area has, for each indicator, its latest value, its
rank among the areas of its kind and up to ten yearly points; what is drawn and worded from them
is left to each tool's own template.
"""

from __future__ import annotations

import csv
import json
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

LANGUAGE = "es"
_DECIMALS = 1

PlainValue = str | int | float | list[list[float]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Indicator:
    """An invented indicator."""

    code: str
    name: str
    unit: str
    """What stands after a value, such as ``%``."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """An indicator of an area."""

    indicator: Indicator
    value: float
    """The latest known value, in the unit of the indicator."""
    rank: int
    """One for the highest value; equal values share a rank."""
    ranked: int
    """How many areas of the kind have a value."""
    series: tuple[tuple[int, float], ...]
    """Years since the first one, and values; missing years are left out."""

    def plain(self) -> dict[str, PlainValue]:
        """The figure as the templates read it."""
        return {
            "code": self.indicator.code,
            "name": self.indicator.name,
            "unit": self.indicator.unit,
            "value": self.value,
            "rank": self.rank,
            "of": self.ranked,
            "series": [list(point) for point in self.series],
        }


@dataclass(frozen=True, slots=True, kw_only=True)
class Area:
    """An area and what its page holds."""

    code: str
    kind: str
    slug: str
    name: str
    figures: tuple[Figure, ...]
    words: str
    """Markdown, about 300 words, without front matter."""

    def figures_plain(self) -> list[dict[str, PlainValue]]:
        """The figures as the templates read them."""
        return [figure.plain() for figure in self.figures]


def figures_by_slug(areas: Sequence[Area]) -> str:
    """JSON: the figures of every area by its slug, for tools that read one data file."""
    return json.dumps({a.slug: a.figures_plain() for a in areas}, ensure_ascii=False)


def read(root: Path) -> tuple[Area, ...]:
    """Read the areas of a synthetic country, the country itself left out, in file order."""
    rows = [r for r in _rows(root / "data" / "areas.csv") if r["kind"] != "country"]
    kinds = {row["code"]: row["kind"] for row in rows}
    figures: dict[str, list[Figure]] = defaultdict(list)
    for indicator in _indicators(root):
        points = _points(root / "data" / "indicators" / f"{indicator.code}.csv")
        for code, figure in _figures(indicator, points, kinds):
            figures[code].append(figure)
    return tuple(
        Area(
            code=row["code"],
            kind=row["kind"],
            slug=row["slug"],
            name=row[f"name_{LANGUAGE}"],
            figures=tuple(figures[row["code"]]),
            words=_words(root / "content" / "regions" / f"{row['code']}.{LANGUAGE}.md"),
        )
        for row in rows
    )


def _rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


def _indicators(root: Path) -> Iterator[Indicator]:
    units = {row["code"]: row[f"short_{LANGUAGE}"] for row in _rows(root / "data" / "units.csv")}
    for row in _rows(root / "data" / "indicators.csv"):
        yield Indicator(
            code=row["id"], name=row[f"name_{LANGUAGE}"], unit=units.get(row["unit"], row["unit"])
        )


def _points(path: Path) -> dict[str, list[tuple[int, float]]]:
    """The known values of each area: year and value, in file order (oldest first)."""
    found: dict[str, list[tuple[int, float]]] = defaultdict(list)
    for row in _rows(path):
        if row["value"]:
            value = round(float(row["value"]), _DECIMALS)
            found[row["ref_area"]].append((int(row["time_period"]), value))
    return found


def _figures(
    indicator: Indicator, points: Mapping[str, list[tuple[int, float]]], kinds: Mapping[str, str]
) -> Iterator[tuple[str, Figure]]:
    """The figure of every area with a value."""
    first = min(series[0][0] for series in points.values())
    by_kind: dict[str, list[float]] = defaultdict(list)
    for code, series in points.items():
        by_kind[kinds[code]].append(series[-1][1])
    ranks: dict[str, dict[float, int]] = {}
    for kind, values in by_kind.items():
        values.sort(reverse=True)
        ranks[kind] = {value: n for n, value in reversed(list(enumerate(values, start=1)))}
    for code, series in points.items():
        kind, latest = kinds[code], series[-1][1]
        yield (
            code,
            Figure(
                indicator=indicator,
                value=latest,
                rank=ranks[kind][latest],
                ranked=len(by_kind[kind]),
                series=tuple((year - first, value) for year, value in series),
            ),
        )


def _words(path: Path) -> str:
    """The body of a Markdown file, after its front matter."""
    _, _, body = path.read_text(encoding="utf-8").split("---\n", 2)
    return body
