"""Pure. The first page, and the page of news."""

from __future__ import annotations

from markupsafe import Markup

from quipu.compare import IndicatorPanel
from quipu.i18n.kinds import words_of
from quipu.model import Document
from quipu.pages.addresses import relative
from quipu.pages.benchmark.front import home_matrix, home_tiers, no_index
from quipu.pages.book import Book
from quipu.pages.domain import domain_cards, state_of
from quipu.pages.frame import counterparts, first_kind, frame
from quipu.pages.maps import finder, maps
from quipu.pages.system.front import home_system
from quipu.prose.markdown import to_html
from quipu.views import Fact, HomePage, Link, TextPage, UpdateView

_NEWS_ON_HOME = 3


def home_page(book: Book) -> HomePage:
    """Make the first page."""
    language = book.language
    page = book.path("home")
    map_, tiles = finder(book, page)
    shown = _shown_indicator(book)
    return HomePage(
        frame=frame(
            book,
            page,
            title=language.text(book.catalog.site.titles),
            description=language.text(book.catalog.site.taglines),
            alternates=counterparts(book, "home"),
        ),
        title=language.text(book.catalog.site.titles),
        tagline=language.text(book.catalog.site.taglines),
        map=map_,
        tiles=tiles,
        finding=maps(book, shown, page) if shown else None,
        finding_link=book.indicator_link(shown.indicator, page) if shown else None,
        domains=domain_cards(book, page),
        updates=updates(book)[:_NEWS_ON_HOME],
        updates_link=Link(
            href=relative(page, book.path("updates")), text=language._("Todas las novedades")
        ),
        numbers=_numbers(book),
        matrix=home_matrix(book, page),
        system=home_system(book, page),
        tiers=home_tiers(book, page),
        no_index=no_index(book),
    )


def _shown_indicator(book: Book) -> IndicatorPanel | None:
    """The first key indicator that has a direction and is compared."""
    for code in book.catalog.site.key_indicators:
        panel = book.panels.get(code)
        if panel is not None and panel.compared and panel.indicator.direction != "neutral":
            return panel
    return None


def _numbers(book: Book) -> tuple[Fact, ...]:
    language, catalog = book.language, book.catalog
    plural, number = language.plural, language.formats.number
    states = [state_of(book, indicator) for indicator in catalog.published_indicators]
    values = sum(o.value is not None for o in catalog.observations)
    areas = catalog.areas_by_kind or {first_kind(book): ()}
    kinds = [(len(own), words_of(language, kind)) for kind, own in areas.items()]
    counted = (
        *((count, words.one if count == 1 else words.many) for count, words in kinds),
        (
            len(states) - states.count("wanted"),
            plural("indicador con datos", "indicadores con datos", 2),
        ),
        (states.count("wanted"), plural("cifra por conseguir", "indicadores por conseguir", 2)),
        (values, plural("valor publicado", "valores publicados", values)),
        (len(catalog.sources), plural("fuente", "fuentes", len(catalog.sources))),
    )
    return tuple(Fact(label=label, text=number(count, 0)) for count, label in counted)


def updates(book: Book) -> tuple[UpdateView, ...]:
    """The news, newest first; in the first language where this one lacks a piece."""
    names = sorted({d.name for d in book.catalog.documents if d.kind == "updates"}, reverse=True)
    documents = [d for name in names if (d := _document(book, "updates", name))]
    documents.sort(key=lambda d: d.meta["date"], reverse=True)
    return tuple(
        UpdateView(
            anchor=d.name,
            title=d.meta["title"],
            date=book.language.formats.known_date(d.meta["date"]),
            iso_date=d.meta["date"],
            summary=d.meta.get("summary", ""),
            html=to_html(d.body),
            language=d.language,
        )
        for d in documents
    )


def _document(book: Book, kind: str, name: str) -> Document | None:
    for code in (book.language.code, book.language.first):
        document = book.catalog.documents_by_key.get((kind, name, code))
        if document is not None:
            return document
    return None


def text_page(book: Book, name: str, kind: str, title: str) -> TextPage:
    """Make a page that a person wrote; an empty one when the site has no such text."""
    document = _document(book, "pages", name)
    page = book.path(kind)
    meta = document.meta if document else {}
    return TextPage(
        frame=frame(
            book,
            page,
            title=meta.get("title", title),
            description=meta.get("description", title),
            section=kind,
            alternates=counterparts(book, kind),
        ),
        title=meta.get("title", title),
        html=to_html(document.body) if document else Markup(""),
        language=document.language if document else book.language.code,
        notes=_notes(book) if name == "about" else (),
    )


def _notes(book: Book) -> tuple[Fact, ...]:
    _ = book.language._
    found = (
        (_("Cifras al"), book.language.formats.day(book.edition.as_of)),
        (_("Versión del generador"), book.edition.version),
        (_("Licencia"), book.language.text(book.catalog.site.licences)),
        (_("Contacto"), book.catalog.site.contact),
    )
    return tuple(Fact(label=label, text=text) for label, text in found if text)
