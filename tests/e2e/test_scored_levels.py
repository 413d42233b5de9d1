"""Hundreds of areas of one scored kind: pages count them, and name none; fewer are listed."""

from __future__ import annotations

import csv
import gzip
import html
import re
from collections import Counter
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from statistics import median

import pytest

from benchmarks.country import Place, Size, places, write_country
from quipu.charts import NoCache
from quipu.pages.requests import MOST_LISTED
from quipu.pipeline import Options, build
from quipu.publish.inspect import inspect_site
from quipu.publish.known import known_facts
from tests.e2e.builds import AS_OF, snapshot
from tests.e2e.matrices import matrix_text

MOST_BYTES = 100_000
MESSAGES = ("datos/errores/index.html", "data/errors/index.html")
MANY, FEW = Size(areas=340, indicators=3, periods=2), Size(areas=224, indicators=3, periods=2)
GROUPS = ("IDX", "G0", "G1", "G2")
PAGES = (
    *("index.html", "matriz/index.html", "robustez/index.html", "metodo/index.html"),
    *(f"dominios/{group}/index.html" for group in GROUPS),
)
_NAME = re.compile(r"Distrito sintético \d+")
_TABLE = re.compile(r"<table.*?</table>", re.DOTALL)
_ROW = re.compile(r'<tr><th scope="row">(.*?)</th>(.*?)</tr>', re.DOTALL)
MATRIX = matrix_text(
    capacity="SI-00", risk="SI-01", setup="SI-02", cells=("AAA", "AAB", "ABB"), spare="C"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Site:
    """A built site whose districts alone have pages."""

    districts: tuple[Place, ...]
    files: dict[str, bytes]

    def text(self, path: str) -> str:
        """A page without what stands for characters."""
        return html.unescape(self.files[path].decode())

    def named(self, path: str) -> Counter[str]:
        """The districts that a page names, and how often."""
        return Counter(_NAME.findall(self.text(path)))

    def rows(self, path: str, caption: str) -> dict[str, list[str]]:
        """The cells of the table with a caption, by the heading of their row."""
        (table,) = (t for t in _TABLE.findall(self.text(path)) if caption in t)
        return {head: re.findall(r"<td>(.*?)</td>", cells) for head, cells in _ROW.findall(table)}

    def records(self, path: str) -> list[dict[str, str]]:
        """The rows of a published table."""
        return list(csv.DictReader(self.files[path].decode().splitlines()))


def site_of(size: Size, folder: Path) -> Site:
    """Build a country whose districts alone are scored and placed."""
    root, out = folder / "root", folder / "site"
    write_country(root, size)
    (root / "data/matrix.toml").write_text(MATRIX, encoding="utf-8")
    settings = root / "content/site.toml"
    text = settings.read_text(encoding="utf-8")
    kinds = 'page_kinds = ["region", "province", "district"]'
    assert kinds in text
    settings.write_text(text.replace(kinds, 'page_kinds = ["district"]'), encoding="utf-8")
    for area in places(size):
        if area.kind != "district":
            (root / f"content/regions/{area.code}.es.md").unlink()
    day = date.fromisoformat(AS_OF)
    build(Options(root=root, out=out, as_of=day, base_url="https://e.example/", use_cache=False))
    districts = tuple(area for area in places(size) if area.kind == "district")
    return Site(districts=districts, files=snapshot(out))


@pytest.fixture(scope="module")
def many(tmp_path_factory: pytest.TempPathFactory) -> Site:
    """Return the site of more districts than a table lists."""
    site = site_of(MANY, tmp_path_factory.mktemp("many"))
    assert len(site.districts) > MOST_LISTED
    return site


@pytest.fixture(scope="module")
def few(tmp_path_factory: pytest.TempPathFactory) -> Site:
    """Return the site of as many districts as tables list."""
    site = site_of(FEW, tmp_path_factory.mktemp("few"))
    assert 200 <= len(site.districts) <= MOST_LISTED
    return site


@pytest.mark.parametrize("path", PAGES)
def test_too_many_areas_are_named_on_no_page_of_all(path: str, many: Site) -> None:
    """The method page alone names one: its example."""
    assert len(many.named(path)) == (path == "metodo/index.html")


@pytest.mark.parametrize("path", PAGES)
def test_fewer_areas_are_listed(path: str, few: Site) -> None:
    """Every area on the pages of scores and places."""
    if path == "metodo/index.html":
        assert len(few.named(path)) == 1
        return
    records = few.records("datos/scores.csv")
    scored = {row["ref_area"] for row in records if row["subject"] == "IDX" and row["tier"]}
    assert len(few.named(path)) >= len(scored) > 0.9 * len(few.districts)
    assert "en su propia página" not in few.text(path)


@pytest.mark.parametrize("group", GROUPS)
def test_scores_are_counted_by_tier(group: str, many: Site) -> None:
    """Number, lowest, median and highest are those of the table of all scores."""
    path = f"dominios/{group}/index.html"
    rows = many.rows(path, "cuántas áreas hay en cada grupo de puestos")
    own = [r for r in many.records("datos/scores.csv") if r["subject"] == group]
    known = [float(row["points"]) for row in own if row["points"]]
    assert len(own) == len(many.districts)
    told = rows.pop("Con puntaje, en total")
    assert told[0] == str(len(known))
    assert [float(cell) for cell in told[1:]] == pytest.approx(
        [min(known), median(known), max(known)], abs=0.06
    )
    without = rows.pop("Sin puntaje", ["0"])
    assert int(without[0]) == len(own) - len(known)
    assert sum(int(cells[0]) for cells in rows.values()) == len(known)
    assert all(head.startswith("Grupo") for head in rows)
    assert len(rows) <= 12
    page = many.text(path)
    assert "El puntaje de cada área está en su propia página." in page
    assert 'en un archivo: <a href="../../datos/scores.csv">scores.csv</a>.' in page


def test_the_first_page_counts_tiers_and_categories(many: Site) -> None:
    """As the pages of the index and of the matrix do, with the files of all."""
    page = many.text("index.html")
    rows = many.rows("dominios/IDX/index.html", "cuántas áreas hay en cada grupo de puestos")
    for head, (count, low, middle, high) in rows.items():
        assert f"<dt>{head}</dt><dd>{count} área" in page
        spread = f"de {low} a {high} puntos, con mediana {middle}"
        assert low in {"–", high} or spread in page
    assert 'en un archivo: <a href="datos/scores.csv">scores.csv</a>' in page
    assert 'en un archivo: <a href="datos/matrix.csv">matrix.csv</a>.' in page
    placed = Counter(r["category"] for r in many.records("datos/matrix.csv"))
    assert all(f"{placed[key]} áreas; en el límite: " in page for key in "AB")
    assert "Categoría C" not in page


def test_places_are_counted_by_category(many: Site) -> None:
    """As many as the table of all places has; nothing is drawn of all of them."""
    path = "matriz/index.html"
    rows = many.rows(path, "Cuántas áreas hay en cada categoría")
    records = many.records("datos/matrix.csv")
    placed = Counter(row["category"] for row in records)
    for key in "AB":
        assert rows[f"{key} · Categoría {key}"][0] == str(placed[key])
    assert rows["C · Categoría C"] == ["0", "0", "–", "–"]
    assert rows["Sin clasificar: faltan datos"][0] == str(
        len(many.districts) - len(placed_of(many))
    )
    page = many.text(path)
    assert "chart-matrix" not in page
    assert 'en un archivo: <a href="../datos/matrix.csv">matrix.csv</a>.' in page
    assert "Ninguna área hoy." in page
    assert "áreas están en el límite." in many.text("robustez/index.html")


def placed_of(site: Site) -> list[str]:
    """The areas that have a category."""
    return [r["ref_area"] for r in site.records("datos/matrix.csv") if r["category"]]


def test_an_area_stands_alone_in_the_matrix_of_its_page(many: Site, few: Site) -> None:
    """One mark among hundreds would be lost, and hundreds of pages would draw them all."""
    for site, is_alone in ((many, True), (few, False)):
        own = next(place for place in site.districts if place.code == placed_of(site)[0])
        path = f"regiones/{own.slug}/index.html"
        assert ("Las otras áreas no se dibujan" in site.text(path)) == is_alone
        drawn = re.search(r'<svg[^>]*class="[^"]*chart-matrix.*?</svg>', site.text(path), re.DOTALL)
        assert drawn is not None
        assert (len(set(_NAME.findall(drawn[0])) - {own.name}) == 0) == is_alone


@pytest.mark.parametrize("name", ["many", "few"])
def test_every_page_is_light_and_every_link_resolves(
    name: str, request: pytest.FixtureRequest
) -> None:
    """The inspection of the build finds nothing, and no page is near its limit."""
    site: Site = request.getfixturevalue(name)
    for path, body in site.files.items():
        if path.endswith(".html"):
            # Nobody reads all messages: the page is a reference that messages link into.
            most = MOST_BYTES / (2 if path.endswith(MESSAGES) else 4)
            assert len(gzip.compress(body, mtime=0)) <= most, path
    assert inspect_site(known_facts(site.files, NoCache()), site.files.keys()) == ()
