"""Pure. The pages of domains and the list of areas."""

from __future__ import annotations

from collections import Counter

from quipu.i18n.kinds import words_of
from quipu.i18n.numbers import DASH
from quipu.model import Indicator
from quipu.pages.benchmark.scores import group_scores
from quipu.pages.book import Book
from quipu.pages.charts import facts
from quipu.pages.figures import direction_words
from quipu.pages.frame import alphabetical, counterparts, frame
from quipu.pages.lists import kind_words, listed_kinds, sheet_links
from quipu.pages.maps import finder
from quipu.pages.requests import MOST_LISTED
from quipu.views import (
    AreaRow,
    AreasPage,
    DomainCard,
    DomainPage,
    DomainsPage,
    IndicatorRow,
    KindSheets,
    Link,
)
from quipu.vocab import IndicatorStatus

_STATES = ("live", "partial", "wanted", "retired")


def state_of(book: Book, indicator: Indicator) -> str:
    """Where an indicator stands for a reader: live, partial, wanted or retired."""
    if indicator.status is IndicatorStatus.LIVE:
        panel = book.panels[indicator.id]
        return "live" if panel.current or panel.joint else "partial"
    return indicator.status.value


def counts_text(book: Book, indicators: tuple[Indicator, ...]) -> str:
    """How many indicators are in which state, as one phrase."""
    plural = book.language.plural
    states = Counter(state_of(book, indicator) for indicator in indicators)
    phrases = {
        "live": plural("{n} con cifras", "{n} con cifras", states["live"]),
        "partial": plural("{n} con datos parciales", "{n} con datos parciales", states["partial"]),
        "wanted": plural("{n} por conseguir", "{n} por conseguir", states["wanted"]),
        "retired": plural("{n} serie histórica", "{n} series históricas", states["retired"]),
    }
    return book.language.formats.listed([phrases[s] for s in _STATES if states[s]])


def domain_page(book: Book, group: str, indicators: tuple[Indicator, ...]) -> DomainPage:
    """Make the page of a domain."""
    return _domain(book, group, indicators, book.path("domains", group))


def _domain(book: Book, group: str, indicators: tuple[Indicator, ...], page: str) -> DomainPage:
    language = book.language
    name = book.group_name(group)
    summary = language.text(book.group(group).summaries)
    return DomainPage(
        frame=frame(
            book,
            book.path("domains", group),
            title=name,
            description=summary or name,
            section="domains",
            alternates=counterparts(book, "domains", group),
        ),
        id=group,
        name=name,
        summary=summary,
        counts=counts_text(book, indicators),
        rows=tuple(_row(book, indicator, page) for indicator in indicators),
        parts=tuple(
            book.domain_link(part.id, page) for part in book.catalog.groups if part.parent == group
        ),
        scores=group_scores(book, group, page),
    )


def _row(book: Book, indicator: Indicator, page: str) -> IndicatorRow:
    _ = book.language._
    state = state_of(book, indicator)
    definition, code = book.words(indicator, "definition")
    return IndicatorRow(
        link=book.indicator_link(indicator, page),
        id=indicator.id,
        definition=definition,
        definition_language=code,
        direction=direction_words(book.language, indicator.direction),
        state={
            "live": _("con cifras"),
            "partial": _("datos parciales"),
            "wanted": _("por conseguir"),
            "retired": _("serie histórica"),
        }[state],
        state_code=state,
        facts=facts(book, book.panels[indicator.id]),
    )


def domains_page(book: Book) -> DomainsPage:
    """Make the list of all indicators by domain."""
    page = book.path("domains")
    _ = book.language._
    domains = book.catalog.domains
    return DomainsPage(
        frame=frame(
            book,
            page,
            title=_("Indicadores"),
            description=_("Todo lo que se mide, por dominio: lo que tiene cifras y lo que falta."),
            section="domains",
            alternates=counterparts(book, "domains"),
        ),
        domains=tuple(_domain(book, group, rows, page) for group, rows in domains),
        links=tuple(book.domain_link(group, page) for group, _rows in domains),
    )


def domain_cards(book: Book, page: str) -> tuple[DomainCard, ...]:
    """The domains as cards, for the home page."""
    return tuple(
        DomainCard(
            link=book.domain_link(group, page),
            id=group,
            summary=book.language.text(book.group(group).summaries),
            counts=counts_text(book, rows),
            known=sum(state_of(book, indicator) == "live" for indicator in rows),
            total=len(rows),
        )
        for group, rows in book.catalog.domains
    )


def areas_page(book: Book) -> AreasPage:
    """Make the list of areas."""
    page = book.path("areas")
    _, kind = book.language._, words_of(book.language, book.areas[0].kind if book.areas else None)
    keys = {"capital": _("Capital"), "zone": _("Zona"), "government": _("Gobierno")}
    used = [key for key in keys if any(key in area.attributes for area in book.areas)]
    map_, tiles = finder(book, page)
    return AreasPage(
        frame=frame(
            book,
            page,
            title=kind.many.capitalize(),
            description=_("{kinds}, de la A a la Z.", kinds=kind.every.capitalize()),
            section="areas",
            alternates=counterparts(book, "areas"),
        ),
        head=(kind.one.capitalize(), *(keys[key] for key in used)),
        rows=tuple(
            AreaRow(
                link=Link(
                    href=book.area_link(area, page).href, text=book.language.text(area.names)
                ),
                facts=tuple(area.attributes.get(key, DASH) for key in used),
            )
            for area in alphabetical(book)
            if len(book.areas) <= MOST_LISTED
        ),
        kinds=tuple(_kind_sheets(book.at(kind), page) for kind in listed_kinds(book)),
        map=map_,
        tiles=tiles,
    )


def _kind_sheets(book: Book, page: str) -> KindSheets:
    kind = book.areas[0].kind
    return KindSheets(
        anchor=f"k-{kind.value}",
        title=kind_words(book.language, kind),
        count=book.language.plural("{n} área", "{n} áreas", len(book.areas)),
        sheets=sheet_links(book, page),
    )
