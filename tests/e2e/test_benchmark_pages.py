"""What the national site says of scores, ranks and places, read as a visitor reads it."""

from __future__ import annotations

import csv
import html
import json
import re
import tomllib
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from tests.e2e.builds import REPOSITORY

FOLDERS = {"es": "regiones", "en": "en/regions"}
MATRIX = {"es": "matriz/index.html", "en": "en/matrix/index.html"}
SCORE = {"es": "Puntaje:", "en": "Score:"}
NO_SCORE = {"es": "Sin puntaje:", "en": "No score:"}
METHOD = {"es": "método", "en": "method"}
UNPLACED = {"es": "No clasificable", "en": "Cannot be classified"}
LABEL = {
    "es": "Método propuesto, con indicadores sustitutos",
    "en": "Proposed method, with substitute indicators",
}
CATEGORIES = ("A", "B", "C", "D", "E", "E+")

# A place with its denominator; the words around it must say that it is an interval.
_PLACE = {
    "es": re.compile(r"\b\d+\.º de \d+"),
    "en": re.compile(r"\b\d+(?:st|nd|rd|th) of \d+"),
}
_INTERVAL = {
    "es": re.compile(r"entre \d+\.º y \Z"),
    "en": re.compile(r"between \d+(?:st|nd|rd|th) and \Z"),
}
_ALMOST_ALWAYS = {
    "es": re.compile(r" en (?:(?:casi )?todas las|9 de cada 10) combinaciones"),
    "en": re.compile(r" in (?:almost all|nearly all|all|9 out of 10) combinations"),
}
# «Puesto 3 o menor» is the name of a column of the draws, not a place that anyone has.
_BARE = {
    "es": re.compile(r"\bpuestos? (?:n\.º )?\d+(?! o menor)", re.IGNORECASE),
    "en": re.compile(r"\branke?d? (?:no\. |number )?\d+(?! or lower)", re.IGNORECASE),
}
_MARK = re.compile(r"[▲▼△▽●]\s*(.?)")
_MEAN = re.compile(r"\(([^()÷]+)\) ÷ ([\d.]+) = (-?[\d.]+)")


@cache
def text_of(path: Path) -> str:
    """What a page says: no tags, no styles, one space between words."""
    page = re.sub(
        r"<(style|script)\b.*?</\1>", " ", path.read_text(encoding="utf-8"), flags=re.DOTALL
    )
    return re.sub(r"\s+", " ", html.unescape(re.sub(r"<[^>]+>", " ", page)))


def language_of(site: Path, path: Path) -> str:
    """The language of a page, by its address."""
    return "en" if path.relative_to(site).parts[0] == "en" else "es"


def pages(site: Path) -> Iterator[tuple[str, Path]]:
    """Every page with its language."""
    for path in sorted(site.rglob("*.html")):
        yield language_of(site, path), path


def regions(site: Path) -> Iterator[tuple[str, Path]]:
    """Every region's page in both languages."""
    for language, folder in FOLDERS.items():
        for path in sorted((site / folder).glob("*/index.html")):
            yield language, path


@cache
def slugs() -> Mapping[str, str]:
    """Code of each region by its name in addresses."""
    with (REPOSITORY / "data" / "areas.csv").open(encoding="utf-8", newline="") as file:
        return {row["slug"]: row["code"] for row in csv.DictReader(file) if row["kind"] == "region"}


@cache
def version() -> str:
    """The version of the method, as its file says."""
    toml = tomllib.loads((REPOSITORY / "data" / "method.toml").read_text(encoding="utf-8"))
    return str(toml["version"])


def read_json(site: Path, name: str) -> Any:  # noqa: ANN401 (JSON)
    """A file of the programming interface."""
    return json.loads((site / "api" / "v1" / f"{name}.json").read_text(encoding="utf-8"))


def block_of(path: Path) -> str:
    """The place in the matrix, as its page has it."""
    found = re.search(
        r'<section id="matriz".*?</section>', path.read_text(encoding="utf-8"), re.DOTALL
    )
    assert found is not None, path
    return found[0]


def test_no_page_tells_a_bare_rank(site_dir: Path) -> None:
    """A place stands in an interval, or says that it holds in nearly all combinations."""
    seen = 0
    for language, path in pages(site_dir):
        text = text_of(path)
        for match in _PLACE[language].finditer(text):
            seen += 1
            before, after = text[: match.start()], text[match.end() :]
            is_interval = _INTERVAL[language].search(before[-40:])
            is_sure = _ALMOST_ALWAYS[language].match(after)
            assert is_interval or is_sure, (path, text[match.start() - 60 : match.end() + 60])
        bare = _BARE[language].search(text)
        assert bare is None, (path, bare)
    assert seen > 50


def test_the_search_for_bare_ranks_finds_one() -> None:
    """What would be refused, and what would not."""
    assert _BARE["es"].search("está en el puesto 3 de 24")
    assert not _BARE["es"].search("Parte con puesto 3 o menor")
    match = _PLACE["es"].search("es 3.º de 24 en salud")
    assert match is not None
    assert not _ALMOST_ALWAYS["es"].match(" en salud")
    assert _INTERVAL["es"].search("entre 3.º y ")
    assert _PLACE["en"].search("between 3rd and 5th of 24")


def test_every_mark_is_followed_by_a_word(site_dir: Path) -> None:
    """A shape never stands for a judgement alone, for those who see no shapes or colours."""
    seen = 0
    for _language, path in pages(site_dir):
        for match in _MARK.finditer(text_of(path)):
            seen += 1
            assert match[1].isalpha(), (path, text_of(path)[match.start() - 40 : match.end() + 40])
    assert seen > 100


def test_the_matrix_is_called_a_proposal_wherever_it_is_shown(site_dir: Path) -> None:
    """On its own page and on the page of every region, in both languages."""
    for language, name in MATRIX.items():
        assert LABEL[language] in text_of(site_dir / name)
    found = list(regions(site_dir))
    assert len(found) == 2 * 26
    for language, path in found:
        assert LABEL[language] in html.unescape(re.sub(r"<[^>]+>", "", block_of(path)))


def test_every_score_names_the_version_of_its_method(site_dir: Path) -> None:
    """In the line of the score itself, and on every page that shows points."""
    lines = 0
    for language, path in pages(site_dir):
        page = path.read_text(encoding="utf-8")
        for line in re.findall(r"<p[^>]*>(?:(?!</p>).)*</p>", page, re.DOTALL):
            words = re.sub(r"\s+", " ", html.unescape(re.sub(r"<[^>]+>", "", line)))
            if words.strip().startswith(SCORE[language]):
                lines += 1
                assert f"{METHOD[language]} {version()}" in words, (path, words)
        if 'class="axis"' in page or 'class="score"' in page or f"{SCORE[language]} " in page:
            assert f"{METHOD[language]} {version()}" in text_of(path).casefold(), path
    assert lines >= 2 * 24


@pytest.mark.parametrize(
    "name", ["matriz", "metodo", "robustez", "dominios/CAE", "en/matrix", "en/method"]
)
def test_pages_about_scores_name_the_version(site_dir: Path, name: str) -> None:
    """Whoever quotes a number can quote the method."""
    path = site_dir / name / "index.html"
    method, text = METHOD[language_of(site_dir, path)], text_of(path).casefold()
    ways = (f"{method} {version()}", f"versión {version()} del {method}", f"version {version()} of")
    assert any(words in text for words in ways)


def test_every_region_has_a_category_or_says_why_not(site_dir: Path) -> None:
    """All 26, as ``matrix.json`` has them."""
    by_area = {one["ref_area"]: one for one in read_json(site_dir, "matrix")}
    assert len(by_area) == len(slugs()) == 26
    for language, path in regions(site_dir):
        one = by_area[slugs()[path.parent.name]]
        block = block_of(path)
        verdict = re.search(r'<p class="verdict">(.*?)</p>', block, re.DOTALL)
        assert verdict is not None, path
        words = html.unescape(re.sub(r"<[^>]+>", " ", verdict[1]))
        if one["category"] is None:
            assert one["reason"] == "coverage"
            assert UNPLACED[language] in words
            # What is missing is listed.
            assert re.search(r"</p>\s*<ul>\s*<li>", block), path
        else:
            assert one["category"] in CATEGORIES
            assert words.split()[0] == one["category"]
            assert UNPLACED[language] not in words
            assert one["functions"][:3] == ["F1", "F2", "F12"]


def test_the_index_has_no_points_and_says_why(site_dir: Path) -> None:
    """Not in a file, not on a page: six of the seven domains have no figures yet."""
    index = [one for one in read_json(site_dir, "scores")["scores"] if one["subject"] == "IDX"]
    assert len(index) == 26
    for one in index:
        assert one["points"] is None
        assert one["rank_median"] is None
        assert one["reason"] in ("coverage", "no_figures")
    with (site_dir / "datos" / "scores.csv").open(encoding="utf-8-sig", newline="") as file:
        rows = [row for row in csv.DictReader(file) if row["subject"] == "IDX"]
    assert len(rows) == 26
    assert all(not row["points"] and row["reason"] for row in rows)
    names = {"es": "Índice de integridad regional", "en": "Regional integrity index"}
    for language, path in regions(site_dir):
        text = text_of(path)
        told = re.search(
            rf"{names[language]}\W*{NO_SCORE[language]} (.{{10}})", text.replace("\u00a0", " ")
        )
        assert told is not None, path
        assert f"{names[language]}. {SCORE[language]}" not in text
    own = text_of(site_dir / "dominios" / "IDX" / "index.html")
    assert re.search(r"(?:No hay puntaje|Sin puntaje): \w+", own)


def test_the_arithmetic_on_every_region_page_adds_up(site_dir: Path) -> None:
    """Re-added from its printed terms it agrees with its printed result, to rounding."""
    added = 0
    for _language, path in regions(site_dir):
        text = text_of(path).replace("\u00a0", " ")
        for terms, divisor, result in _MEAN.findall(text):
            total = weights = 0.0
            for term in terms.split(" + "):
                number, _, weight = term.partition(" × ")
                total += float(number) * float(weight or 1)
                weights += float(weight or 1)
            assert weights == pytest.approx(float(divisor)), (path, terms)
            # Terms and result are rounded to one decimal: half a tenth each.
            assert total / weights == pytest.approx(float(result), abs=0.1 + 1e-9), (path, terms)
            added += 1
    assert added > 2 * (24 + 26)


def test_printed_places_are_those_of_the_files(site_dir: Path) -> None:
    """The points of both axes on a region's page are those of ``matrix.json``, rounded."""
    by_area = {one["ref_area"]: one for one in read_json(site_dir, "matrix")}
    for _language, path in regions(site_dir):
        one = by_area[slugs()[path.parent.name]]
        block = html.unescape(block_of(path)).replace("\u00a0", " ")
        heads = re.findall(r'<div class="axis">\s*<p><strong>[^<]*</strong>\s*([^<]*)</p>', block)
        assert len(heads) == 2, path
        for side, head in zip(("capacity", "risk"), heads, strict=True):
            if one[side] is None:
                assert not re.match(r"[\d.]+ ", head), path
            else:
                assert float(head.split()[0]) == pytest.approx(one[side], abs=0.05 + 1e-9)


def test_terms_of_an_axis_are_the_points_in_its_table(site_dir: Path) -> None:
    """Nobody has to wonder where a term of the mean comes from."""
    checked = 0
    for _language, path in regions(site_dir):
        for axis in block_of(path).split('<div class="axis">')[1:]:
            mean = _MEAN.search(html.unescape(re.sub(r"<[^>]+>", " ", axis)))
            if mean is not None:
                table = axis.partition("</table>")[0]
                points = re.findall(r'<td class="r">(-?[\d.]+)</td>', table)
                assert [term.partition(" × ")[0] for term in mean[1].split(" + ")] == points
                checked += 1
    assert checked > 26
