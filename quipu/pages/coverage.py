"""Pure. The coverage page: for every indicator and area, what is known and what is not."""

from __future__ import annotations

from collections import Counter

from quipu.compare import coverage
from quipu.i18n.language import Language
from quipu.i18n.numbers import DASH
from quipu.model import Area, Indicator, Observation
from quipu.pages.addresses import relative
from quipu.pages.book import Book
from quipu.pages.frame import alphabetical, counterparts, frame
from quipu.views import CoverageCell, CoveragePage, CoverageRow, CoverageTable, Fact, Link
from quipu.vocab import Coverage

_SIGNS = {
    Coverage.REPORTED: "●",
    Coverage.JOINT: "◐",
    Coverage.PARTIAL: "◔",
    Coverage.HISTORIC: "◇",
    Coverage.MISSING: DASH,
    Coverage.WANTED: "?",
    Coverage.NOT_APPLICABLE: "×",
}


def state_words(language: Language, state: Coverage) -> str:
    """Name a state of coverage."""
    _ = language._
    return {
        Coverage.REPORTED: _("con cifra propia"),
        Coverage.JOINT: _("solo cifra conjunta"),
        Coverage.PARTIAL: _("solo dato parcial o sin fecha"),
        Coverage.HISTORIC: _("solo serie histórica"),
        Coverage.MISSING: _("sin dato"),
        Coverage.WANTED: _("aún no se publica por región"),
        Coverage.NOT_APPLICABLE: _("no corresponde"),
    }[state]


def coverage_page(book: Book) -> CoveragePage:
    """Make the coverage page."""
    language = book.language
    page = book.path("coverage")
    _ = language._
    tables = tuple(_table(book, group, rows, page) for group, rows in book.domains())
    counts = Counter(cell.state for t in tables for r in t.rows for cell in r.cells)
    return CoveragePage(
        frame=frame(
            book,
            page,
            title=_("Cobertura"),
            description=_("Qué se sabe y qué falta, indicador por indicador y región por región."),
            section="coverage",
            alternates=counterparts(book, "coverage"),
        ),
        legend=tuple(
            CoverageCell(state=s.value, sign=_SIGNS[s], date="", title=state_words(language, s))
            for s in Coverage
        ),
        numbers=tuple(
            Fact(label=state_words(language, s), text=language.formats.number(counts[s.value], 0))
            for s in Coverage
        ),
        tables=tables,
        untranslated=_untranslated(book),
    )


def _table(book: Book, group: str, indicators: tuple[Indicator, ...], page: str) -> CoverageTable:
    language = book.language
    rows = []
    known = 0
    for area in alphabetical(book):
        cells = tuple(_cell(book, area, indicator) for indicator in indicators)
        known += sum(cell.state == Coverage.REPORTED for cell in cells)
        rows.append(CoverageRow(area=book.area_link(area, page), cells=cells))
    return CoverageTable(
        id=group,
        name=book.group_name(group),
        columns=tuple(
            Link(href=relative(page, book.path("indicators", i.id)), text=i.id) for i in indicators
        ),
        column_names=tuple(language.text(i.names) for i in indicators),
        rows=tuple(rows),
        counts=language._(
            "{known} de {total} casillas con cifra propia",
            known=language.formats.number(known, 0),
            total=language.formats.number(len(rows) * len(indicators), 0),
        ),
    )


def _cell(book: Book, area: Area, indicator: Indicator) -> CoverageCell:
    language = book.language
    state, observation = coverage(book.panels[indicator.id], area)
    date = _short_date(observation)
    words = [language.text(area.names), indicator.id, state_words(language, state)]
    if date:
        words.append(date)
    return CoverageCell(state=state.value, sign=_SIGNS[state], date=date, title=" · ".join(words))


def _short_date(observation: Observation | None) -> str:
    """The year or years of an observation."""
    if observation is None or not observation.period.code or observation.value is None:
        return ""
    return str(observation.period.end.year)


def _untranslated(book: Book) -> tuple[str, ...]:
    """The texts that stand in the first language and lack this one."""
    code, first = book.language.code, book.language.first
    known = book.catalog.documents_by_key
    return tuple(
        f"content/{d.kind}/{d.name}.{code}.md"
        for d in book.catalog.documents
        if d.language == first and (d.kind, d.name, code) not in known
    )
