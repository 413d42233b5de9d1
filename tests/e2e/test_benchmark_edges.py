"""Valid roots at the edges: one area, no draws, hundreds of areas, equal or empty counts."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path

import pytest

from quipu.method import Method, Uncertainty
from quipu.pages.benchmark.method import method_page
from quipu.pages.benchmark.robustness import robustness_page
from quipu.pages.benchmark.scores import group_scores
from quipu.pages.book import Book
from quipu.score.robustness import MOST_PAIRED
from tests.books import book
from tests.e2e.builds import built
from tests.samples import regions
from tests.score.made import QUIET, core, facts, group, table

_HEAD = (
    "ref_area,time_period,value,numerator,denominator,lower,upper,obs_status,quality,source,"
    "evidence_url,note_es,note_en"
)
_INDICATORS = (
    "id,group,name_es,name_en,unit,decimals,type,direction,scope,frequency,goalpost_low,"
    "goalpost_high,weight,core,valid_min,valid_max,min_denominator,max_age_months,benchmark,"
    "status,owner,next_release,framework_version"
)
_WORDS = "---\ndefinition: Palabra.\nwhy: Palabra.\nmethod: Palabra.\nlimits: Palabra.\n---\n"
_CODES = ("IN-00", "IN-01")
_DATA_LINK = re.compile(r'href="[^"]*?(datos/[a-z]+\.csv)"')
Figure = Callable[[int], tuple[float, int, int]]
"""Value, numerator and denominator of the area with a number."""


def write_root(folder: Path, areas: int, figure: Figure, *, draws: int = 100) -> Path:
    """Write a root of shares that stand beside that of the whole country."""
    zones = "".join(
        f"ZZ-{n},region,ZZ,,zona-{n},Zona {n},Zone {n}\n" for n in range(100, 100 + areas)
    )
    measures = "".join(
        f"{code},G0,Indicador {code},Indicator {code},percent,1,percentage,higher,department,"
        "annual,0,100,1,yes,0,100,,60,national,live,Ente,,\n"
        for code in _CODES
    )
    rows = "".join(
        "ZZ-{},2025,{},{},{},,,A,A,S1,,,\n".format(n + 100, *figure(n)) for n in range(areas)
    )
    files = {
        "data/areas.csv": "code,kind,parent,members,slug,name_es,name_en\n"
        f"ZZ,country,,,pais,País,Country\n{zones}",
        "data/sources.csv": "id,title,publisher,url,published,accessed,licence,note\n"
        "S1,T,E,https://example.org/1,2024-05,2025-01-31,CC0,\n",
        "data/indicators.csv": f"{_INDICATORS}\n{measures}",
        "data/method.toml": 'version = "1.0"\n[uncertainty]\n'
        f"draws = {draws}\nsamples = {min(draws, 20)}\nseed = 7\n"
        '[[group]]\nid = "G0"\nname_es = "Grupo"\nname_en = "Group"\n',
        "content/site.toml": 'title_es = "Sitio"\ntitle_en = "Site"\nlanguages = ["es", "en"]\n'
        'key_indicators = ["IN-00"]\n',
    }
    files |= {f"data/indicators/{code}.csv": f"{_HEAD}\n{rows}" for code in _CODES}
    files |= {
        f"content/indicators/{code}.{of}.md": _WORDS for code in _CODES for of in ("es", "en")
    }
    for path, text in files.items():
        target = folder / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text, encoding="utf-8")
    return folder


def spread(n: int) -> tuple[float, int, int]:
    """A share that differs from area to area."""
    return 20.0 + 10 * n, 20 + 10 * n, 100


ROOTS: Mapping[str, tuple[int, Figure, int]] = {
    "one area": (1, spread, 100),
    "no draws": (5, spread, 0),
    "equal counts": (5, lambda _: (50.0, 50, 100), 100),
    "no cases": (5, lambda n: (0.0, 0, 100 + n), 100),
    "rounded": (5, lambda n: (50.0, 5_004_000 * (n + 1), 10_000_000 * (n + 1)), 100),
}


@pytest.mark.parametrize("name", ROOTS)
def test_valid_data_at_an_edge_make_a_site(tmp_path: Path, name: str) -> None:
    """The build ends well, and no page links to a table that was not written."""
    areas, figure, draws = ROOTS[name]
    site = tmp_path / "site"
    built(write_root(tmp_path / "root", areas, figure, draws=draws), site, "--no-cache")
    linked = {
        found
        for page in site.rglob("*.html")
        for found in _DATA_LINK.findall(page.read_text(encoding="utf-8"))
    }
    assert "datos/scores.csv" in linked
    assert all((site / path).is_file() for path in linked)


def scored(areas: int, indicators: int = 2, *, draws: int = 0) -> Book:
    """A book of scores of one group."""
    codes = [f"X{n:02}" for n in range(indicators)]
    values = [[(31 * a + 17 * c) % 97 for c in range(indicators)] for a in range(areas)]
    how = Uncertainty(draws=draws, samples=0) if draws else QUIET
    return book(
        facts(
            regions(areas),
            [group("G")],
            [core(code, "G") for code in codes],
            table(values, codes),
            method=Method(version="1.0", uncertainty=how),
        )
    )


@pytest.mark.parametrize(
    ("areas", "draws", "absent"),
    [(5, 20, set()), (5, 0, {"draws.csv", "pairs.csv"}), (MOST_PAIRED + 1, 20, {"pairs.csv"})],
)
def test_pages_link_to_the_tables_that_there_are(areas: int, draws: int, absent: set[str]) -> None:
    """A table without rows is not written, so no page promises it."""
    made = scored(areas, draws=draws)
    written = {f"{own.schema.name}.csv" for own in made.derived}
    linked = {link.text for link in robustness_page(made).downloads}
    assert linked == written & {"scores.csv", "draws.csv", "pairs.csv", "scenarios.csv"}
    assert "scores.csv" in linked
    assert not linked & absent
    found = group_scores(made, "G", "indicadores/index.html")
    assert found is not None
    assert [link.text for link in found.downloads] == ["scores.csv", "contributions.csv"]
    bare = replace(made, derived=())
    found = group_scores(bare, "G", "indicadores/index.html")
    assert found is not None
    assert found.downloads == robustness_page(bare).downloads == ()
    assert not any(link.text.endswith(".csv") for link in method_page(bare).links)


@pytest.mark.parametrize("more", [0, 1])
def test_a_row_an_area_stops_where_nobody_reads_on(more: int) -> None:
    """Beyond the limit the table is left out, and the page says which files there are."""
    areas = MOST_PAIRED + more
    page = robustness_page(scored(areas))
    (block,) = page.blocks
    longest = max(len(found.rows) for found in block.tables)
    said = any(page.downloads[0].text in sentence for sentence in block.lead)
    assert (longest == areas, said) == (not more, bool(more))


@pytest.mark.parametrize(("indicators", "rest"), [(60, ""), (63, "3 más")])
def test_tables_of_indicators_say_what_they_leave_out(indicators: int, rest: str) -> None:
    """At most 60 rows; the caption counts the others."""
    (block,) = robustness_page(scored(5, indicators)).blocks
    long = [found for found in block.tables if found.head[0] == "Indicador"]
    assert [len(found.rows) for found in long] == [60, 60]
    assert all(("más" in found.caption) == bool(rest) for found in long)
    assert all(rest in found.caption for found in long)
