"""Every figure of the national site can be followed to its line of its table, and agrees.

What is expected is read from the CSV files here, by other code than the generator's.
"""

from __future__ import annotations

import csv
import html
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from functools import cache
from pathlib import Path

import pytest

from tests.e2e.builds import REPOSITORY

SAMPLE = ("cusco", "callao", "lima-metropolitana", "amazonas")
LANGUAGES = {"es": "regiones", "en": "en/regions"}
YES_NO = {"es": ("No", "Sí"), "en": ("No", "Yes")}
NONE = {"es": "sin dato", "en": "no data"}

_ORIGIN = re.compile(r">(data/indicators/[A-Z0-9-]+\.csv):(\d+)</a>")
_BLOCK_START = re.compile(r'<li class="row">|<li>\n<p>')
_VALUE = re.compile(r'(?:class="value[^"]*">|<strong>)\s*([^<]+?)\s*<')
_CITED = re.compile(r'href="#f-([A-Za-z0-9_-]+)"')


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """A figure as a reader finds it: its value, its sources and its line."""

    path: str
    line: int
    value: str
    sources: tuple[str, ...]


def blocks(page: str) -> Iterator[Block]:
    """Yield every figure of an area's page that names its line."""
    for match in _ORIGIN.finditer(page):
        start = max(m.start() for m in _BLOCK_START.finditer(page, 0, match.start()))
        block = page[start : match.start()]
        value = _VALUE.search(block)
        assert value is not None, block
        yield Block(
            path=match[1],
            line=int(match[2]),
            value=html.unescape(value[1]).replace("\u00a0", " "),
            sources=tuple(dict.fromkeys(_CITED.findall(block))),
        )


@cache
def rows(path: str) -> dict[int, dict[str, str]]:
    """The records of a table by the number of the line they start on."""
    found = {}
    with (REPOSITORY / path).open(encoding="utf-8", newline="") as stream:
        reader = csv.reader(stream)
        head = next(reader)
        before = reader.line_num
        for cells in reader:
            found[before + 1] = dict(zip(head, cells, strict=True))
            before = reader.line_num
    return found


@cache
def by_key(path: str, column: str) -> dict[str, dict[str, str]]:
    """The records of a table by a column."""
    return {row[column]: row for row in rows(path).values()}


def written(indicator: dict[str, str], value: str, language: str) -> str:
    """A value as it must be written, without its unit."""
    if not value:
        return NONE[language]
    if indicator["type"] == "binary":
        return YES_NO[language][int(Decimal(value))]
    places = int(indicator["decimals"] or 0)
    rounded = Decimal(value).quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP)
    return f"{rounded:,.{places}f}"


def places_of(code: str) -> set[str]:
    """An area and the joint areas that it is part of."""
    areas = by_key("data/areas.csv", "code")
    return {code} | {c for c, row in areas.items() if code in row["members"].split()}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("slug", SAMPLE)
def test_every_figure_of_a_region_is_in_its_line(site_dir: Path, slug: str, language: str) -> None:
    """Value, area and sources of each figure are those of the line that it names."""
    page = (site_dir / LANGUAGES[language] / slug / "index.html").read_text(encoding="utf-8")
    code = by_key("data/areas.csv", "slug")[slug]["code"]
    found = list(blocks(page))
    assert len(found) >= 20
    for block in found:
        row = rows(block.path)[block.line]
        indicator = by_key("data/indicators.csv", "id")[Path(block.path).stem]
        expected = written(indicator, row["value"], language)
        whole = rf"(?<![\d.,]){re.escape(expected)}(?![\d,]*\d)"
        assert re.search(whole, block.value), (block, expected)
        assert row["ref_area"] in places_of(code), block


@pytest.mark.parametrize("slug", SAMPLE)
def test_every_figure_cites_its_sources(site_dir: Path, slug: str) -> None:
    """At least one source a figure, the same as in its line, listed on the same page."""
    page = (site_dir / "regiones" / slug / "index.html").read_text(encoding="utf-8")
    listed = set(re.findall(r'id="f-([A-Za-z0-9_-]+)"', page))
    for block in blocks(page):
        assert list(block.sources) == rows(block.path)[block.line]["source"].split()
        assert block.sources
        assert set(block.sources) <= listed


def test_no_value_of_a_region_is_left_out(site_dir: Path) -> None:
    """The newest value of every live indicator with an own figure is on the area's page."""
    indicators = by_key("data/indicators.csv", "id")
    for slug in SAMPLE:
        page = (site_dir / "regiones" / slug / "index.html").read_text(encoding="utf-8")
        code = by_key("data/areas.csv", "slug")[slug]["code"]
        shown = {(block.path, block.line) for block in blocks(page)}
        for path in sorted((REPOSITORY / "data" / "indicators").glob("*.csv")):
            name = f"data/indicators/{path.name}"
            if indicators[path.stem]["status"] != "live":
                continue
            own = {n for n, row in rows(name).items() if row["ref_area"] == code and row["value"]}
            assert not own or any((name, line) in shown for line in own), (slug, name)


def test_the_interface_gives_the_numbers_of_the_tables(site_dir: Path) -> None:
    """Every observation of every table, once, with equal numbers and its line."""
    count = 0
    for path in sorted((REPOSITORY / "data" / "indicators").glob("*.csv")):
        published = site_dir / "api" / "v1" / "indicators" / f"{path.stem}.json"
        told = json.loads(published.read_text(encoding="utf-8"), parse_float=Decimal)
        counted = [o for o in told["observations"] if "/registers/" in o["origin"]["path"]]
        if counted:
            # What is counted in the registers is typed nowhere else.
            assert counted == told["observations"]
            assert rows(f"data/indicators/{path.name}") == {}
            continue
        lines = {o["origin"]["line"]: o for o in told["observations"]}
        expected = rows(f"data/indicators/{path.name}")
        assert set(lines) == set(expected)
        for line, row in expected.items():
            observation = lines[line]
            assert observation["ref_area"] == row["ref_area"]
            assert observation["time_period"] == row["time_period"]
            for column in ("value", "numerator", "denominator", "lower", "upper"):
                text = row[column]
                assert observation[column] == (Decimal(text) if text else None), (path, line)
            count += 1
    assert count > 1000


def test_the_tables_are_published_as_they_are(site_dir: Path) -> None:
    """The download of an indicator is the file of the repository, byte for byte."""
    for path in sorted((REPOSITORY / "data" / "indicators").glob("*.csv")):
        published = (site_dir / "datos" / path.name).read_bytes()
        is_blank = path.read_bytes().count(b"\n") == 1
        # Of an indicator that is counted the repository keeps the header alone.
        assert (
            published.startswith(path.read_bytes()) if is_blank else published == path.read_bytes()
        )
