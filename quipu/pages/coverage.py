"""Pure. The coverage page: for every indicator and area, what is known and what is not."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

from quipu.coverage import coverage
from quipu.i18n.kinds import words_of
from quipu.i18n.language import Language
from quipu.i18n.numbers import DASH
from quipu.model import Area, Indicator, Observation
from quipu.pages.addresses import relative
from quipu.pages.book import Book
from quipu.pages.frame import alphabetical, counterparts, first_kind, frame
from quipu.pages.lists import kind_words, listed_kinds
from quipu.pages.requests import MOST_LISTED
from quipu.views import (
    CoverageCell,
    CoveragePage,
    CoverageRow,
    CoverageTable,
    Fact,
    Link,
    TableView,
)
from quipu.vocab import AreaKind, Coverage

_States = Mapping[AreaKind, Mapping[str, Counter[Coverage]]]
_SIGNS = {
    Coverage.REPORTED: "●",
    Coverage.JOINT: "◐",
    Coverage.PARTIAL: "◔",
    Coverage.HISTORIC: "◇",
    Coverage.MISSING: DASH,
    Coverage.WANTED: "?",
    Coverage.NOT_APPLICABLE: "×",
}


def state_words(language: Language, state: Coverage, kind: AreaKind) -> str:
    """Name a state of coverage, of areas of a kind."""
    _ = language._
    return {
        Coverage.REPORTED: _("con cifra propia"),
        Coverage.JOINT: _("solo cifra conjunta"),
        Coverage.PARTIAL: _("solo dato parcial o sin fecha"),
        Coverage.HISTORIC: _("solo serie histórica"),
        Coverage.MISSING: _("sin dato"),
        Coverage.WANTED: _("aún no se publica por {kind}", kind=words_of(language, kind).one),
        Coverage.NOT_APPLICABLE: _("no corresponde"),
    }[state]


def coverage_page(book: Book) -> CoveragePage:
    """Make the coverage page."""
    language = book.language
    page = book.path("coverage")
    _ = language._
    one = words_of(language, first_kind(book)).one
    names = {state: state_words(language, state, first_kind(book)) for state in Coverage}
    states = book.easel.once("coverage", lambda: _states(book))
    tables = tuple(
        _table(book, group, rows, page, names, states) for group, rows in book.catalog.domains
    )
    counts = sum(
        (own for panels in states.values() for own in panels.values()), Counter[Coverage]()
    )
    return CoveragePage(
        frame=frame(
            book,
            page,
            title=_("Cobertura"),
            description=_(
                "Qué se sabe y qué falta, indicador por indicador y {kind} por {kind}.", kind=one
            ),
            section="coverage",
            alternates=counterparts(book, "coverage"),
        ),
        legend=tuple(
            CoverageCell(
                state=s.value,
                sign=_SIGNS[s],
                words=names[s],
                date="",
                title=names[s],
            )
            for s in Coverage
        ),
        numbers=tuple(
            Fact(label=names[s], text=language.formats.number(counts[s], 0)) for s in Coverage
        ),
        tables=tables,
        untranslated=_untranslated(book),
    )


def _states(book: Book) -> _States:
    """How many areas are in which state, by kind and indicator."""
    return {
        kind: {
            code: Counter(coverage(panel, area)[0] for area in field.areas)
            for code, panel in field.panels.items()
        }
        for kind, field in book.fields.items()
    }


def _table(
    book: Book,
    group: str,
    indicators: tuple[Indicator, ...],
    page: str,
    names: Mapping[Coverage, str],
    states: _States,
) -> CoverageTable:
    language = book.language
    is_short = len(book.areas) <= MOST_LISTED
    rows = tuple(
        CoverageRow(
            area=book.area_link(area, page),
            cells=tuple(_cell(book, area, indicator, names) for indicator in indicators),
        )
        for area in alphabetical(book)
        if is_short
    )
    reported = {
        kind: tuple(panels[indicator.id][Coverage.REPORTED] for indicator in indicators)
        for kind, panels in states.items()
    }
    known = sum(sum(counts) for counts in reported.values())
    total = len(book.catalog.page_areas) * len(indicators)
    return CoverageTable(
        id=group,
        name=book.group_name(group),
        columns=tuple(
            Link(href=relative(page, book.path("indicators", i.id)), text=i.id) for i in indicators
        ),
        column_names=tuple(language.text(i.names) for i in indicators),
        rows=rows,
        kinds=_kinds(book, indicators, reported),
        counts=language._(
            "{known} de {total} casillas con cifra propia",
            known=language.formats.number(known, 0),
            total=language.formats.number(total, 0),
        ),
    )


def _kinds(
    book: Book,
    indicators: tuple[Indicator, ...],
    reported: Mapping[AreaKind, tuple[int, ...]],
) -> TableView | None:
    """The kinds that the table of areas leaves out, in numbers; None where it leaves out none."""
    language = book.language
    kinds = listed_kinds(book)
    if not kinds:
        return None
    number = language.formats.number
    return TableView(
        caption=language._("Áreas con cifra propia, de cada clase"),
        head=(language._("Clase"), *(indicator.id for indicator in indicators)),
        rows=tuple(
            (
                kind_words(language, kind),
                *(
                    f"{number(n, 0)} / {number(len(book.fields[kind].areas), 0)}"
                    for n in reported[kind]
                ),
            )
            for kind in kinds
        ),
    )


def _cell(
    book: Book, area: Area, indicator: Indicator, names: Mapping[Coverage, str]
) -> CoverageCell:
    language = book.language
    state, observation = coverage(book.panels[indicator.id], area)
    date = _short_date(observation)
    told = names[state]
    words = [language.text(area.names), indicator.id, told]
    if date:
        words.append(date)
    return CoverageCell(
        state=state.value, sign=_SIGNS[state], words=told, date=date, title=" · ".join(words)
    )


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
