"""A site says what its areas are: districts are never called regions, nor areas for want of it."""

from __future__ import annotations

import html
import re
from datetime import date
from pathlib import Path

import pytest

from quipu.pipeline import Options, build
from tests.e2e.builds import AS_OF, snapshot
from tests.e2e.levels import write_levels

_HIDDEN = re.compile(r"<(script|style|code)\b.*?</\1>|<[^>]*>", re.DOTALL)
_TOLD = re.compile(r'(?:aria-label|title|alt|content)="([^"]*)"')
_NAMES = re.compile(r"Región \d+")
_CODES = ("datos/index.html", "en/data/index.html", "datos/errores", "en/data/errors")
"""Pages that explain codes of the data, whatever kinds a site has."""


def built(root: Path, out: Path) -> dict[str, str]:
    """Build a root and read its pages."""
    build(Options(root=root, out=out, as_of=date.fromisoformat(AS_OF), use_cache=False))
    return {p: body.decode() for p, body in snapshot(out).items() if p.endswith(".html")}


def edit(root: Path, path: str, *changes: tuple[str, str]) -> None:
    """Change the text of a file; what is to be changed must be there."""
    text = (root / path).read_text(encoding="utf-8")
    for before, after in changes:
        assert before in text
        text = text.replace(before, after)
    (root / path).write_text(text, encoding="utf-8")


@pytest.fixture(scope="module")
def districts(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """Return the pages of a site of districts alone, in two languages, with an empty figure."""
    root = tmp_path_factory.mktemp("districts") / "root"
    write_levels(root)
    (root / "data/matrix.toml").unlink()
    edit(
        root,
        "content/site.toml",
        ('page_kinds = ["region", "province", "district"]', 'page_kinds = ["district"]'),
        ('languages = ["es"]', 'title_en = "Districts"\nlanguages = ["es", "en"]'),
    )
    wanted = "L-2,G,Cifra 2,score,2,score,higher,,annual,0,100,1,yes,0,100,,60,median,wanted,N,,\n"
    edit(root, "data/indicators.csv", (",department,", ",,"))
    path = root / "data/indicators.csv"
    path.write_text(path.read_text(encoding="utf-8") + wanted, encoding="utf-8")
    words = "---\ndefinition: Nada.\nwhy: Nada.\nholder: Nadie.\ndocument: Uno.\nsend: Todo.\n---\n"
    (root / "content/indicators/L-2.es.md").write_text(words, encoding="utf-8")
    gap = "D03,2024,,,,,,L,A,S1,,\n"
    lines = (root / "data/indicators/L-1.csv").read_text(encoding="utf-8").splitlines(True)
    kept = [line for line in lines if not line.startswith("D03,")]
    (root / "data/indicators/L-1.csv").write_text("".join([*kept, gap]), encoding="utf-8")
    (root / "data/indicators/L-2.csv").write_text(lines[0], encoding="utf-8")
    return built(root, root.parent / "site")


@pytest.fixture(scope="module")
def twins(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """Return the pages of three levels where two districts share a name and one lies nowhere."""
    root = tmp_path_factory.mktemp("twins") / "root"
    write_levels(root)
    edit(
        root,
        "data/areas.csv",
        (",dist-00,Dist 00", ",dist-00,Gemelo"),
        (",dist-01,Dist 01", ",dist-01,Gemelo"),
        ("D02,district,P2,", "D02,district,SN,"),
        (",prov-1,Prov 1", ",prov-1,Prov 0"),
    )
    return built(root, root.parent / "site")


def test_a_site_of_districts_never_says_region(districts: dict[str, str]) -> None:
    """In no language, in no text that is seen or read aloud."""
    for path, page in districts.items():
        if path.startswith(_CODES):
            continue
        seen = f"{_HIDDEN.sub(' ', page)} {' '.join(_TOLD.findall(page))}"
        seen = _NAMES.sub("", html.unescape(seen))
        assert not re.findall(r".{0,40}regi[oó].{0,20}", seen, re.IGNORECASE), path


@pytest.mark.parametrize(
    ("path", "told"),
    [
        ("index.html", ["<dt>distritos</dt><dd>64</dd>"]),
        ("index.html", ["Busque su distrito", "en qué quinto de los distritos cae"]),
        ("en/index.html", ["Find your district", "<dt>districts</dt><dd>64</dd>"]),
        ("404.html", ["Busque su distrito"]),
        ("regiones/index.html", ["<h1>Distritos</h1>", "Todos los distritos, de la A a la Z."]),
        ("en/regions/index.html", ["<h1>Districts</h1>", "All districts, from A to Z."]),
        ("regiones/dist-03/index.html", ["Sin dato para este distrito", "pública por distrito"]),
        ("indicadores/L-0/index.html", ["Todos los distritos"]),
        ("indicadores/L-1/index.html", ["Distritos sin dato"]),
        ("indicadores/L-2/index.html", ["esta cifra por distrito", "una fila por distrito"]),
        ("cobertura/index.html", ["distrito por distrito", "aún no se publica por distrito"]),
        ("cobertura/index.html", ['<th scope="col">Distrito</th>']),
        ("datos/index.html", ["Por distrito"]),
    ],
)
def test_pages_name_the_kind(path: str, told: list[str], districts: dict[str, str]) -> None:
    """Whole phrases, in the gender of the kind."""
    assert [text for text in told if text not in districts[path]] == []


def test_a_site_of_one_kind_compares_areas(districts: dict[str, str]) -> None:
    """Where nothing else could be meant, areas are areas."""
    assert "de las 64 áreas comparadas" in districts["regiones/dist-00/index.html"]


def test_a_site_of_several_kinds_says_which_are_compared(twins: dict[str, str]) -> None:
    """In the sentences that open a page, in positions, in the tables of trends."""
    page = twins["regiones/dist-05/index.html"]
    assert "de los 64 distritos comparados" in page
    assert "Sin dato para esta región" not in page
    assert "6 de 6 regiones" in twins["indicadores/L-0/index.html"]


def test_only_what_is_scored_speaks_of_the_scale(twins: dict[str, str]) -> None:
    """A district has fifths and no points; a strip of many areas has intervals."""
    assert "puntos que le da la escala fija" in twins["regiones/reg-0/index.html"]
    page = twins["regiones/dist-05/index.html"]
    assert "El quinto es el lugar de la cifra entre las áreas." in page
    assert "tramo" not in page


def test_areas_of_one_name_are_told_apart(twins: dict[str, str]) -> None:
    """By the area around them, in titles and descriptions; other areas keep their name."""
    page = twins["regiones/dist-00/index.html"]
    assert "<title>Integridad pública en Gemelo (Prov 0) · " in page
    assert '<meta name="description" content="Gemelo (Prov 0). ' in page
    assert "<h1>Gemelo</h1>" in page
    assert "<title>Integridad pública en Dist 05 · " in twins["regiones/dist-05/index.html"]


def test_sheets_keep_together_what_lies_in_one_area(twins: dict[str, str]) -> None:
    """Two provinces of one name are two runs of rows, not one that is mixed."""
    page = twins["listas/distritos/1/index.html"]
    around = re.findall(r'</th><td><a href="[^"]*/(prov-\d)/[^"]*">', page)
    runs = [one for n, one in enumerate(around) if n == 0 or around[n - 1] != one]
    assert len(runs) == len(set(runs))


def test_columns_of_a_sheet_do_not_shift(twins: dict[str, str]) -> None:
    """A row without an area around it has a dash; every row has as many cells as the head."""
    for path in ("listas/distritos/1/index.html", "indicadores/L-0/distritos/1/index.html"):
        table = re.findall(r"<tr>.*?</tr>", twins[path], re.DOTALL)
        assert len({len(re.findall(r"<t[hd]\b", row)) for row in table}) == 1
        (own,) = [row for row in table if "Dist 02" in row]
        assert "</th><td>–</td>" in own


def test_a_sheet_says_its_ends_in_a_sentence(twins: dict[str, str]) -> None:
    """Once, without a second colon."""
    page = twins["indicadores/L-0/distritos/1/index.html"]
    assert re.search(r'content="Cifra 0: distritos\. De Dist 02 a Dist \d\d \([^)]+\)\."', page)
