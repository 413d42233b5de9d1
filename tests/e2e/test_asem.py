"""A published index of 51 countries, rebuilt from files alone by the ordinary command.

Nothing here is told to the generator but a project root: areas, sources, indicators with their
directions and groups, a method and a table an indicator. What it publishes must be the figures
that the authors published (see ``tests/oracles/README.md``).
"""

from __future__ import annotations

import csv
import json
from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from tests.e2e.builds import built

ASEM = Path(__file__).resolve().parents[1] / "oracles" / "asem"
DIGITS = 15
"""Significant digits that a table may have."""
PERIOD = "2025"
"""Any year that is not out of date: the example's own figures are of about 2018."""

_WORDS = """---
definition: Indicador {code} del ejemplo.
why: Forma parte de un índice publicado.
method: El de sus autores.
limits: Los de sus autores.
---
"""


def read(name: str) -> list[dict[str, str]]:
    """The rows of a table of the example."""
    with (ASEM / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def rounded(text: str) -> str:
    """A number with as many digits as a table may have, and no exponent."""
    return format(Decimal(f"{float(text):.{DIGITS}g}"), "f")


def write(path: Path, rows: Iterable[Sequence[object]]) -> None:
    """Write a table."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file, lineterminator="\n").writerows(rows)


def indicators() -> list[dict[str, str]]:
    """The 49 indicators."""
    return [row for row in read("meta") if row["Type"] == "Indicator"]


def groups() -> list[dict[str, str]]:
    """The 8 pillars, 2 sub-indexes and the index."""
    return [row for row in read("meta") if row["Type"] == "Aggregate"]


def make_root(root: Path) -> Path:
    """Write the example as a project root."""
    countries = read("treated")
    write(
        root / "data" / "areas.csv",
        [
            ("code", "kind", "parent", "members", "slug", "name_es"),
            *(
                (row["uCode"], "region", "", "", row["uCode"].lower(), row["uCode"])
                for row in countries
            ),
        ],
    )
    write(
        root / "data" / "sources.csv",
        [
            ("id", "title", "publisher", "url", "published", "accessed", "licence", "note"),
            ("S1", "ASEM", "COINr", "https://example.org/", PERIOD, "", "MIT", ""),
        ],
    )
    write(
        root / "data" / "indicators.csv",
        [
            (
                *("id", "group", "name_es", "unit", "decimals", "type", "direction", "status"),
                *("core", "weight"),
            ),
            *(
                (
                    *(row["iCode"].upper(), row["Parent"].upper(), row["iName"], row["Unit"]),
                    *(2, "score", "higher" if row["Direction"] == "1" else "lower", "live"),
                    *("yes", row["Weight"]),
                )
                for row in indicators()
            ),
        ],
    )
    for row in indicators():
        code = row["iCode"].upper()
        write(
            root / "data" / "indicators" / f"{code}.csv",
            [
                ("ref_area", "time_period", "value", "obs_status", "quality", "source"),
                *(
                    (country["uCode"], PERIOD, rounded(country[row["iCode"]]), "A", "A", "S1")
                    for country in countries
                ),
            ],
        )
        words = root / "content" / "indicators" / f"{code}.es.md"
        words.parent.mkdir(parents=True, exist_ok=True)
        words.write_text(_WORDS.format(code=code), encoding="utf-8")
    (root / "data" / "method.toml").write_text(method(), encoding="utf-8")
    (root / "content" / "site.toml").write_text(
        'title_es = "ASEM"\nlanguages = ["es"]\nkey_indicators = ["LPI"]\n', encoding="utf-8"
    )
    return root


def method() -> str:
    """The tree of the example: min-max to 0-100, arithmetic means, nothing required."""
    lines = [
        'version = "1.0"',
        "[normalise]",
        'method = "min-max"',
        "range = [0, 100]",
        "[uncertainty]",
        "draws = 200",
        "seed = 1",
    ]
    for row in groups():
        lines += [
            "[[group]]",
            f'id = "{row["iCode"].upper()}"',
            f'parent = "{row["Parent"].upper()}"',
            f'name_es = "{row["iName"]}"',
            f"weight = {row['Weight']}",
            'aggregate = "arithmetic"',
            "min_coverage = 0",
        ]
    return "\n".join(lines) + "\n"


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build the site of the example once."""
    folder = tmp_path_factory.mktemp("asem")
    built(make_root(folder / "root"), folder / "site")
    return folder / "site"


@pytest.fixture(scope="module")
def scores(site: Path) -> Mapping[tuple[str, str], Mapping[str, Any]]:
    """Every published score, by subject and country."""
    read_back = json.loads((site / "api" / "v1" / "scores.json").read_text(encoding="utf-8"))
    assert read_back["method_version"] == "1.0"
    return {(one["subject"], one["ref_area"]): one for one in read_back["scores"]}


def test_the_example_is_whole() -> None:
    """51 countries, 49 indicators, 8 pillars, 2 sub-indexes and 1 index."""
    levels = [row["Level"] for row in groups()]
    assert (len(read("treated")), len(indicators())) == (51, 49)
    assert (levels.count("2"), levels.count("3"), levels.count("4")) == (8, 2, 1)


def test_every_aggregate_comes_out(
    scores: Mapping[tuple[str, str], Mapping[str, Any]],
) -> None:
    """All eleven aggregates of all 51 countries, to nine digits."""
    checked = 0
    for country in read("aggregated"):
        for group in groups():
            found = scores[group["iCode"].upper(), country["uCode"]]
            assert found["points"] == pytest.approx(
                float(country[group["iCode"]]), rel=1e-9, abs=1e-12
            )
            assert found["reason"] == ""
            assert found["coverage"] == 1
            assert found["level"] == int(group["Level"])
            checked += 1
    assert checked == 51 * 11


def test_every_indicator_comes_out_normalised(
    scores: Mapping[tuple[str, str], Mapping[str, Any]],
) -> None:
    """The published 0-100 values of all 49 indicators; those printed with 15 digits."""
    for country in read("aggregated"):
        for row in indicators():
            found = scores[row["iCode"].upper(), country["uCode"]]
            expected = float(country[row["iCode"]])
            assert found["points"] == pytest.approx(expected, rel=1e-9, abs=1e-9)


def test_the_first_three(scores: Mapping[tuple[str, str], Mapping[str, Any]]) -> None:
    """Switzerland 68.38, the Netherlands 64.82, Denmark 64.80, as published."""
    index = {area: one["points"] for (subject, area), one in scores.items() if subject == "INDEX"}
    first = sorted(index, key=lambda area: -index[area])[:3]
    assert [(area, round(index[area], 2)) for area in first] == [
        ("CHE", 68.38),
        ("NLD", 64.82),
        ("DNK", 64.80),
    ]


def test_ranks_are_intervals_around_the_published_order(
    scores: Mapping[tuple[str, str], Mapping[str, Any]],
) -> None:
    """Switzerland is among the first in nearly all draws; no interval is outside 1 to 51."""
    for (subject, _), one in scores.items():
        if one["level"] > 1:
            assert 1 <= one["rank_low"] <= one["rank_median"] <= one["rank_high"] <= 51, subject
    assert scores["INDEX", "CHE"]["rank_high"] <= 3


def test_the_generator_was_told_nothing_else(site: Path) -> None:
    """The same figures stand in the table that can be downloaded."""
    with (site / "datos" / "scores.csv").open(encoding="utf-8-sig", newline="") as file:
        rows = {(row["subject"], row["ref_area"]): row for row in csv.DictReader(file)}
    assert round(float(rows["INDEX", "CHE"]["points"]), 2) == 68.38
    assert len(rows) == 51 * (49 + 11)
