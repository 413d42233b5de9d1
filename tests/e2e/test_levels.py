"""Three levels of areas on one site: each compared within itself, all of them to be found."""

from __future__ import annotations

import csv
import gzip
import html
import json
import re
from collections import Counter
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from statistics import median
from urllib.parse import urljoin

import pytest

from quipu.charts import NoCache
from quipu.make.press import Press
from quipu.make.setting import make_setting
from quipu.pages.plan import page_paths
from quipu.pipeline import REPOSITORY, Options, build, check
from quipu.publish.inspect import inspect_site
from quipu.publish.known import known_facts
from tests.books import drawn
from tests.e2e.builds import AS_OF, snapshot
from tests.e2e.levels import BASE, PLACES, value_of, write_levels

DAY = date.fromisoformat(AS_OF)
BASE_URL = "https://ejemplo.example/"
FOLDERS = {"province": "provincias", "district": "distritos"}
NAMES = {"region": "regiones", **FOLDERS}
OF_LEVEL = {kind: [p for p in PLACES if p.kind == kind] for kind in BASE}
BY_CODE = {place.code: place for place in PLACES}
_LINK = re.compile(r'<a(?: rel="(?P<rel>\w+)")? href="(?P<href>[^"#]*)[^"]*">(?P<text>[^<]*)')


@dataclass(frozen=True, slots=True, kw_only=True)
class Site:
    """A built site and its root."""

    root: Path
    files: dict[str, bytes]

    def text(self, path: str) -> str:
        """A page."""
        return self.files[path].decode()

    def links(self, path: str, page: str = "") -> list[tuple[str, str, str]]:
        """The links of a page, or of a piece of it: ``rel``, file of the site, text."""
        found = []
        for match in _LINK.finditer(page or self.text(path)):
            target = urljoin(f"/{path}", match["href"]).removeprefix("/")
            found.append((match["rel"] or "", target, html.unescape(match["text"])))
        return found

    def sheets(self, folder: str) -> list[str]:
        """The sheets of a long list, in order."""
        pattern = re.compile(rf"{re.escape(folder)}/(\d+)/index\.html")
        numbers = sorted(int(m[1]) for path in self.files if (m := pattern.fullmatch(path)))
        return [f"{folder}/{number}/index.html" for number in numbers]


def site_of(root: Path, out: Path) -> Site:
    """Build a root, with an address, and read the site."""
    build(Options(root=root, out=out, as_of=DAY, base_url=BASE_URL, use_cache=False))
    return Site(root=root, files=snapshot(out))


@pytest.fixture(scope="module")
def levels(tmp_path_factory: pytest.TempPathFactory) -> Site:
    """Return the site of a few areas in three levels."""
    folder = tmp_path_factory.mktemp("levels")
    write_levels(folder / "root")
    return site_of(folder / "root", folder / "site")


@pytest.fixture(scope="module")
def large(country: Path, tmp_path_factory: pytest.TempPathFactory) -> Site:
    """Return the site of 260 areas, whose districts fill more than one sheet."""
    return site_of(country, tmp_path_factory.mktemp("large") / "site")


def section(page: str, anchor: str) -> str:
    """A section of a page; it must be there."""
    match = re.search(rf'<section id="{anchor}".*?</section>', page, re.DOTALL)
    assert match is not None, anchor
    return match[0]


def page_of(slug: str) -> str:
    """The file of an area's page."""
    return f"regiones/{slug}/index.html"


@pytest.mark.parametrize("kind", list(BASE))
def test_an_area_is_compared_with_its_own_kind(kind: str, levels: Site) -> None:
    """Number of areas, range and median of the strip are of one level; so is the fifth."""
    values = sorted(value_of(place) for place in OF_LEVEL[kind])
    middle = f"{median(values) + 1e-9:.2f}"
    told = f"De {values[0]:.2f} a {values[-1]:.2f}; mediana {middle}."
    for place in OF_LEVEL[kind]:
        page = levels.text(page_of(place.slug))
        assert told in page
        assert f"Cifra 0: {place.name} entre {len(values)} {NAMES[kind]}" in page
        assert re.search(rf"de l[ao]s {len(values)} {NAMES[kind]} comparad[ao]s", page)
        strip = re.search(r'chart-strip".*?class="c-tick" d="([^"]*)"', page, re.DOTALL)
        assert strip is not None
        assert len(re.findall("M", strip[1])) <= len(values)


def test_the_indicator_tells_the_first_kind_in_rows_and_the_others_in_blocks(levels: Site) -> None:
    """Of the others count, fifths and sheets; dots of few areas, and a spread of many."""
    page = levels.text("indicadores/L-0/index.html")
    rows = section(page, "regiones")
    listed = {path for _, path, _ in levels.links("indicadores/L-0/index.html", rows)}
    assert {path for path in listed if path.startswith("regiones/")} == {
        page_of(place.slug) for place in OF_LEVEL["region"]
    }
    assert "chart-dots" in rows
    for kind, folder in FOLDERS.items():
        block = section(page, f"k-{kind}")
        values = [value_of(place) for place in OF_LEVEL[kind]]
        assert f"{len(values)} de {len(values)} {NAMES[kind]}" in block
        assert ("chart-distribution" in block) == (len(values) > 60)
        assert ("chart-dots" in block) == (len(values) <= 60)
        cells = re.findall(r"<td>([\d.]+)</td><td>([\d.]+)</td><td>([\d.]+)</td>", block)
        assert sum(int(count) for count, _, _ in cells) == len(values)
        assert (float(cells[0][1]), float(cells[-1][2])) == (min(values), max(values))
        assert [path for _, path, _ in levels.links("indicadores/L-0/index.html", block)] == (
            levels.sheets(f"indicadores/L-0/{folder}")
        )
    assert "k-region" not in page


def test_parents_lead_to_children_and_back(levels: Site) -> None:
    """Breadcrumbs name the areas around, the largest first; a list names those right below."""
    for place in PLACES:
        path = page_of(place.slug)
        page = levels.text(path)
        crumbs = re.search(r'<nav class="crumbs".*?</nav>', page, re.DOTALL)
        assert crumbs is not None
        around: list[str] = []
        above = BY_CODE.get(place.parent)
        while above is not None:
            around.insert(0, page_of(above.slug))
            above = BY_CODE.get(above.parent)
        assert [target for _, target, _ in levels.links(path, crumbs[0])][2:] == around
        below = [child for child in PLACES if child.parent == place.code]
        kinds = {child.kind for child in below}
        assert set(re.findall(r'<section id="dentro-(\w+)"', page)) == kinds
        for kind in kinds:
            block, own = section(page, f"dentro-{kind}"), [c for c in below if c.kind == kind]
            assert [target for _, target, _ in levels.links(path, block)] == [
                page_of(child.slug) for child in sorted(own, key=lambda p: p.name)
            ]
            assert all(f"{value_of(child):.2f} (2024)" in block for child in own)


@pytest.mark.parametrize("kind", ["province", "district"])
@pytest.mark.parametrize("of", ["", "SI-00", "SI-01"])
def test_sheets_tell_every_area_once(kind: str, of: str, large: Site) -> None:
    """In order of the areas around them, with its own figure; neighbours lead to one another."""
    folder = f"indicadores/{of}/{FOLDERS[kind]}" if of else f"listas/{FOLDERS[kind]}"
    sheets = large.sheets(folder)
    assert len(sheets) == (2 if kind == "district" else 1)
    with (large.root / "data" / "areas.csv").open(encoding="utf-8") as stream:
        areas = {row["code"]: row for row in csv.DictReader(stream)}
    told = []
    for number, path in enumerate(sheets):
        rows = re.findall(r'<tr><th scope="row">(.*?)</tr>', large.text(path), re.DOTALL)
        assert 0 < len(rows) <= 200
        for row in rows:
            (_, own, name), (_, around, _) = large.links(path, row)[:2]
            assert own in large.files
            told.append((around, name, own))
        turns = {rel: target for rel, target, _ in large.links(path) if rel}
        assert turns.get("prev") == (sheets[number - 1] if number else None)
        assert turns.get("next") == (sheets[number + 1] if number + 1 < len(sheets) else None)
    expected = {
        (page_of(areas[a["parent"]]["slug"]), a["name_es"], page_of(a["slug"]))
        for a in areas.values()
        if a["kind"] == kind
    }
    assert set(told) == expected
    assert len(told) == len(expected)
    assert told == sorted(told)


def test_sheets_tell_the_figure_of_the_area(levels: Site) -> None:
    """The value of each row is the one of its area in the table."""
    for kind, folder in FOLDERS.items():
        for path in levels.sheets(f"indicadores/L-1/{folder}"):
            found = dict(
                re.findall(
                    r'<a href="[^"]*">([^<]*)</a></th><td>.*?</td><td>([\d.]+)</td>',
                    levels.text(path),
                )
            )
            assert found == {p.name: f"{value_of(p, 1):.2f}" for p in OF_LEVEL[kind]}


def test_the_finder_names_the_first_kind(levels: Site) -> None:
    """Regions, and one link to all other areas, on every page."""
    home = levels.links("index.html")
    named = {target for _, target, _ in home if target.startswith("regiones/")}
    assert named == {page_of(p.slug) for p in OF_LEVEL["region"]} | {"regiones/index.html"}
    page = levels.text(page_of("dist-00"))
    main = page[page.index("<main") : page.index("</main>")]
    elsewhere = page.replace(main, "")
    assert all(f"/{p.slug}/" in elsewhere for p in OF_LEVEL["region"])
    assert not any(f"/{p.slug}/" in elsewhere for p in OF_LEVEL["province"])
    every = section(levels.text("regiones/index.html"), "k-district")
    assert "64 áreas" in every


def test_only_the_first_kind_is_scored_and_placed(levels: Site) -> None:
    """Scores and the matrix name the regions and nobody else, in files and on pages."""
    regions = {place.code for place in OF_LEVEL["region"]}
    with_scores = csv.DictReader(levels.text("datos/scores.csv").splitlines())
    assert {row["ref_area"] for row in with_scores} == regions
    placed = csv.DictReader(levels.text("datos/matrix.csv").splitlines())
    assert {row["ref_area"] for row in placed} == regions
    codes = set(re.findall(r'"((?:SN-|P|D)\d+)"', levels.text("api/v1/scores.json")))
    assert codes == regions
    for place in PLACES:
        page = levels.text(page_of(place.slug))
        assert ('id="matriz"' in page) == (place.kind == "region")
        assert ("Puntaje:" in page) == (place.kind == "region")
    linked = {target for _, target, _ in levels.links("matriz/index.html")}
    assert not linked & {page_of(p.slug) for p in PLACES if p.kind != "region"}


def test_coverage_counts_every_kind(levels: Site) -> None:
    """A table of the regions, the other kinds in numbers, and all of them in the sum."""
    page = levels.text("cobertura/index.html")
    total = len(PLACES) * 2
    assert f"<dt>con cifra propia</dt><dd>{total}</dd>" in page
    assert f"{total} de {total} casillas con cifra propia" in page
    for name, kind in (("Provincias", "province"), ("Distritos", "district")):
        cell = f"<td>{len(OF_LEVEL[kind])} / {len(OF_LEVEL[kind])}</td>"
        assert f'<th scope="row">{name}</th>{cell}{cell}' in page
    table = re.search(r'<table class="cover">.*?</table>', page, re.DOTALL)
    assert table is not None
    assert Counter(target for _, target, _ in levels.links("cobertura/index.html", table[0])) == (
        Counter(page_of(p.slug) for p in OF_LEVEL["region"])
    )


@pytest.mark.parametrize("name", ["levels", "large"])
def test_every_page_is_light_and_every_link_resolves(
    name: str, request: pytest.FixtureRequest
) -> None:
    """No page above 100 kB compressed; the inspection finds nothing."""
    site: Site = request.getfixturevalue(name)
    for path, body in site.files.items():
        if path.endswith(".html"):
            assert len(gzip.compress(body, mtime=0)) <= 100_000, path
    assert inspect_site(known_facts(site.files, NoCache()), site.files.keys()) == ()


@pytest.mark.parametrize("name", ["levels", "large"])
def test_the_plan_names_every_page(name: str, request: pytest.FixtureRequest) -> None:
    """Pages written, pages planned and pages in the map for search engines are the same."""
    site: Site = request.getfixturevalue(name)
    checked = check(site.root, DAY)
    setting = make_setting(checked.catalog, DAY, site.root, REPOSITORY, is_kept=False)
    planned = [path for book in Press(setting, drawn)._books for path in page_paths(book)]
    written = {path for path in site.files if path.endswith(".html")}
    assert Counter(planned) == Counter(written)
    listed = re.findall(r"<loc>([^<]+)</loc>", site.text("sitemap.xml"))
    assert Counter(listed) == Counter(
        BASE_URL + path.removesuffix("index.html") for path in written - {"404.html"}
    )


def test_machines_learn_which_area_lies_in_which(levels: Site) -> None:
    """Every area has its file, and its table of figures."""
    told = json.loads(levels.text("api/v1/areas.json"))
    parents = {area["code"]: area["parent"] for area in told}
    assert parents == {"SN": "", **{place.code: place.parent for place in PLACES}}
    for place in PLACES:
        assert f"api/v1/areas/{place.code}.json" in levels.files
        rows = list(csv.DictReader(levels.text(f"datos/{place.slug}.csv").splitlines()))
        assert {row["ref_area"] for row in rows} == {place.code}
