"""One observation as a reader sees it: value, date, place, trust and origin, all in words."""

from __future__ import annotations

from dataclasses import dataclass, replace
from decimal import Decimal

import pytest
from markupsafe import Markup

from quipu.model import Catalog, Observation
from quipu.pages.charts import credited
from quipu.pages.figures import (
    behind,
    cited,
    direction_words,
    figure,
    is_old,
    position_of,
    position_words,
    quality_words,
    scope_words,
    short_place,
    source_view,
    status_words,
)
from quipu.pages.page import Page
from quipu.pipeline import REPOSITORY
from quipu.render import Renderer
from quipu.views import FigureView, SourceView
from quipu.vocab import AreaKind, Direction, IndicatorStatus, ObsStatus, Quality, Scope
from tests.books import book
from tests.samples import SOURCE, area, catalog, indicator, language, observation, regions, unit

PAGE = "regiones/a01/index.html"
TEMPLATES = REPOSITORY / "templates"
PAIR = area("A01+A02", kind=AreaKind.COMPOSITE, members=("A01", "A02"), name="Norte y Sur")
MEASURE = indicator(measure=unit("%"))


def facts_of(
    *rows: Observation, repository: str = "", status: IndicatorStatus | None = None
) -> Catalog:
    """Gather rows about six areas and a composite."""
    measure = replace(MEASURE, status=status) if status else MEASURE
    return catalog((*regions(6), PAIR), [measure], rows, repository=repository)


def shown(*rows: Observation, status: IndicatorStatus | None = None) -> FigureView:
    """Write out the first of some rows, on the page of the first area."""
    pages = book(facts_of(*rows, status=status))
    area_ = pages.catalog.areas[0]
    return figure(pages, pages.panels["T-01"], rows[0], PAGE, area_)


SIX = [observation(f"A{n:02}", n, line=n + 1) for n in range(1, 7)]


def test_a_figure_tells_all() -> None:
    """Value with unit, date, place with its denominator, grade, source and line."""
    view = shown(*SIX)
    assert view.value == "1.0\u00a0%"
    assert view.period == "2024"
    assert view.position == "en el quinto más bajo de 6 áreas"
    assert (view.quality, view.quality_text) == ("A", "archivo oficial")
    assert view.status == ""
    assert view.place == "el más bajo"
    assert not view.is_missing
    assert view.area.href == "index.html"
    assert view.indicator.href == "../../indicadores/T-01/index.html"
    assert [source.id for source in view.sources] == ["S1"]


def test_a_missing_figure_shows_no_number() -> None:
    """Neither zero nor a dash that could be read as one."""
    view = shown(observation("A01", None, status=ObsStatus.SUPPRESSED), *SIX[1:])
    assert view.is_missing
    assert view.value == "sin dato"
    assert view.status == "reservado para no identificar a personas"
    assert (view.position, view.place) == ("", "")


@pytest.mark.parametrize(
    ("row", "reason"),
    [
        (
            observation(PAIR.code, 9),
            f"dato conjunto de {PAIR.names['es']}: no se ordena",
        ),
        (observation("A01", 9, "2020"), "de otro periodo o área: no se ordena"),
    ],
)
def test_why_a_figure_has_no_place(row: Observation, reason: str) -> None:
    """What is not compared says why, and is in no fifth."""
    view = shown(row, *SIX[1:])
    assert (view.position, view.place) == (reason, "")


@pytest.mark.parametrize(
    ("quality", "period", "words"),
    [(Quality.PARTIAL_LIST, "2024", "lista parcial"), (Quality.UNDATED, "", "sin fecha")],
)
def test_a_grade_says_why_a_figure_has_no_place(quality: Quality, period: str, words: str) -> None:
    """The reason is not told twice."""
    view = shown(observation("A01", 9, period, quality=quality), *SIX[1:])
    assert (view.position, view.place, view.quality_text) == ("", "", words)


def test_few_areas_have_no_places() -> None:
    """Said on the figure itself."""
    assert shown(SIX[0], SIX[1]).position == "pocas regiones con dato: no se ordena"


def test_a_retired_series_has_no_places() -> None:
    """History is not ranked."""
    view = shown(*SIX, status=IndicatorStatus.RETIRED)
    assert view.position == "serie histórica: no se ordena"


def test_an_undated_figure_says_so() -> None:
    """Instead of a date it has the words."""
    assert shown(observation("A01", 9, "", quality=Quality.UNDATED)).period == "sin fecha"


def test_a_partial_value_of_the_compared_period_takes_no_ones_place() -> None:
    """A value of grade C in the very period that is compared stays without a place."""
    row = observation("A01", 9, quality=Quality.PARTIAL_LIST)
    pages = book(facts_of(row, *SIX))
    assert position_of(pages.panels["T-01"], row) is None
    assert position_of(pages.panels["T-01"], SIX[0]) is not None


def test_equal_values_are_told_as_equal() -> None:
    """Areas of one value share their fifth; where all are equal, no fifth is told."""
    pages = book(facts_of(*(replace(o, value=Decimal(1)) for o in SIX[:5]), SIX[5]))
    compared = pages.panels["T-01"].compared
    assert compared is not None
    assert position_words(language(), compared.positions["A01"]) == (
        "en el quinto más bajo de 6 áreas"
    )
    assert short_place(language(), compared.positions["A01"]) == "el más bajo"
    assert short_place(language(), compared.positions["A06"]) == "el más alto"
    same = book(facts_of(*(replace(o, value=Decimal(1)) for o in SIX))).panels["T-01"].compared
    assert same is not None
    assert position_words(language(), same.positions["A01"]) == "las 6 áreas tienen la misma cifra"
    assert short_place(language(), same.positions["A01"]) == "todas iguales"


@pytest.mark.parametrize(
    ("months", "period", "expected"),
    [
        (None, "1990", False),
        (12, "2025", False),
        (12, "2024", False),
        (12, "2023", True),
        (12, "2025-01-15", False),
        (12, "2024-12-15", True),
        (12, "", False),
    ],
)
def test_a_figure_grows_old(months: int | None, period: str, expected: bool) -> None:
    """Counted in whole months to the edition's date, the fifteenth of January 2026."""
    quality = Quality.OFFICIAL_FILE if period else Quality.UNDATED
    row = observation("A01", 1, period, quality=quality)
    measure = indicator(max_age_months=months)
    assert is_old(book(facts_of(row)), measure, row) is expected


def test_a_share_tells_its_parts() -> None:
    """Numerator and denominator, when the source gives both."""
    row = replace(SIX[0], numerator=Decimal(917), denominator=Decimal(453100))
    assert shown(row).ratio == "917 entre 453,100"
    assert shown(SIX[0]).ratio == ""


def test_the_origin_is_a_line_of_a_file() -> None:
    """In the repository when there is one, else in the list of tables."""
    rows = [observation("A01", 1, line=7)]
    at_home = book(facts_of(*rows))
    view = figure(at_home, at_home.panels["T-01"], rows[0], PAGE)
    assert view.origin.text == "data/indicators/T-01.csv:7"
    assert view.origin.href == "../../datos/index.html#t-T-01"
    hosted = book(facts_of(*rows, repository="https://example.org/x"))
    view = figure(hosted, hosted.panels["T-01"], rows[0], PAGE)
    assert view.origin.href == "https://example.org/x/blob/main/data/indicators/T-01.csv#L7"


def test_composites_have_no_page_to_link_to() -> None:
    """They are named, without an address."""
    view = shown(observation(PAIR.code, 9))
    assert (view.area.href, view.area.text) == ("", "Norte y Sur")


def test_a_source_is_cited_with_its_dates_in_words() -> None:
    """And links to its place in the list of sources."""
    view = source_view(book(facts_of()), SOURCE, PAGE)
    assert (view.published, view.accessed) == ("mayo de 2024", "1 de junio de 2024")
    assert view.anchor == "../../datos/index.html#s-S1"


@pytest.mark.parametrize(
    ("title", "code", "expected"),
    [
        ("", "es", ("", "")),
        ("", "en", ("es", "es")),
        ("en", "es", ("", "en")),
        ("en", "en", ("es", "")),
    ],
)
def test_a_source_says_the_language_of_its_words(
    title: str, code: str, expected: tuple[str, str]
) -> None:
    """Publisher and note are in the site's first language; a title may be in another."""
    view = source_view(book(facts_of(), code), replace(SOURCE, language=title), PAGE)
    assert (view.language, view.title_language) == expected


@pytest.mark.parametrize(("code", "lang"), [("es", ""), ("en", ' lang="es"')])
def test_a_list_of_sources_marks_what_is_in_another_language(code: str, lang: str) -> None:
    """Publisher, title, licence and note; on pages in their own language nothing is marked."""
    view = source_view(book(facts_of(), code), replace(SOURCE, licence="Libre", note="Ojo"), PAGE)
    html = rendered("{{ source_list([it]) }}", view, code)
    assert f"<strong{lang}>Nadie.</strong>" in html
    assert f'rel="noopener noreferrer"{lang}>Cuadro inventado</a>' in html
    assert f'<span class="soft"{lang}>Ojo</span>' in html
    assert ('<span lang="es">Libre</span>' in html) is bool(lang)


def test_charts_mark_who_published_their_figures() -> None:
    """In a line of the page's language."""
    pages = {code: book(facts_of(*SIX), code) for code in ("es", "en")}
    told = {code: credited(own, own.panels["T-01"], "a < b") for code, own in pages.items()}
    assert told["es"] == "a < b · Fuente: Nadie"
    assert told["en"] == 'a &lt; b · Fuente: <span lang="es">Nadie</span>'
    assert isinstance(told["en"], Markup)


def rendered(body: str, view: SourceView, code: str) -> str:
    """A macro of figures, as a page writes it."""
    templates = {
        path.relative_to(TEMPLATES).as_posix(): path.read_text(encoding="utf-8")
        for path in (TEMPLATES / "parts").glob("*.html")
    }
    opening = '{% from "parts/figures.html" import source_list %}'
    templates["pages/part.html"] = opening + body
    renderer = Renderer(templates, {code: language(code).translations})
    page = Page(path=PAGE, template="part", language=code, view=_Part(it=view))
    return renderer.render(page).body.decode()


@dataclass(frozen=True, slots=True, kw_only=True)
class _Part:
    it: SourceView


def test_a_source_is_cited_once() -> None:
    """However many figures rest on it; of what the facts do not hold, nothing is made up."""
    pages = book(facts_of(*SIX))
    assert [source.id for source in behind(pages, SIX, PAGE)] == ["S1"]
    assert [source.id for source in cited(pages, {"S1", "S9"}, PAGE)] == ["S1"]


def test_every_code_has_words_of_its_own() -> None:
    """A new code without words fails here; no two mean the same."""
    spanish = language()
    for words in (
        [direction_words(spanish, code) for code in Direction],
        [status_words(spanish, code) for code in ObsStatus],
        [quality_words(spanish, code) for code in Quality],
        [scope_words(spanish, code) for code in (None, *Scope)],
    ):
        assert len(set(words)) == len(words)
