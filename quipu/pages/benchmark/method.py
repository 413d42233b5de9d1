"""Pure. The method page: what a person wrote, the rules as tables, and every formula."""

from __future__ import annotations

from quipu.i18n.numbers import DASH
from quipu.method import MAX_AGE_MONTHS
from quipu.model import Indicator
from quipu.pages.addresses import relative
from quipu.pages.benchmark.downloads import computed_links
from quipu.pages.benchmark.formulas import example_area, formulas
from quipu.pages.benchmark.scores import is_scored
from quipu.pages.benchmark.words import share_text
from quipu.pages.book import Book
from quipu.pages.figures import direction_words
from quipu.pages.home import text_page
from quipu.score.scores import core_indicators
from quipu.views import Link, MethodPage, TableView
from quipu.vocab import Aggregation


def method_page(book: Book) -> MethodPage:
    """Make the page."""
    language, method = book.language, book.catalog.method
    text = text_page(book, "method", "method", language._("Método"))
    area = example_area(book) if method else None
    return MethodPage(
        frame=text.frame,
        title=text.title,
        html=text.html,
        language=text.language,
        version=book.method_version,
        fingerprint=method.fingerprint if method else "",
        tables=tuple(t for t in _tables(book) if t.rows) if method else (),
        formulas=formulas(book, area) if method else (),
        example_area=language.text(area.names) if area else "",
        links=_links(book),
    )


def _links(book: Book) -> tuple[Link, ...]:
    _ = book.language._
    page = book.path("method")
    found = []
    if book.catalog.concepts:
        href = relative(page, book.path("concepts"))
        found.append(Link(href=href, text=_("Conceptos y marco legal")))
    if book.benchmarks.matrix is not None:
        found.append(Link(href=relative(page, book.path("matrix")), text=_("La matriz")))
    if book.has_robustness:
        found.append(
            Link(
                href=relative(page, book.path("robustness")),
                text=_("Qué tan firmes son los puntajes"),
            )
        )
    if book.benchmarks.has_scores:
        found += computed_links(book, page, ("scores", "contributions"))
    return tuple(found)


def _tables(book: Book) -> tuple[TableView, ...]:
    return (_tree(book), _goalposts(book), _versions(book))


def _tree(book: Book) -> TableView:
    language, scores = book.language, book.benchmarks.scores
    _ = language._
    means = {
        Aggregation.ARITHMETIC: _("aritmética"),
        Aggregation.GEOMETRIC: _("geométrica"),
        Aggregation.HARMONIC: _("armónica"),
    }
    return TableView(
        caption=_("El árbol: de qué se compone cada puntaje"),
        head=(
            _("Grupo"),
            _("Dentro de"),
            _("Peso"),
            _("Media"),
            _("Cobertura mínima"),
        ),
        rows=tuple(
            (
                book.group_name(group.id),
                book.group_name(group.parent) if group.parent else DASH,
                f"{group.weight:g}" if group.parent else DASH,
                means[group.aggregate],
                share_text(language, group.min_coverage),
            )
            for group in book.catalog.groups
            if is_scored(scores, group.id)
        ),
    )


def _goalposts(book: Book) -> TableView:
    """The indicators that enter a score or an axis, with what earns 0 and 100."""
    _ = book.language._
    matrix = book.catalog.matrix
    placed = {row.id for axis in (matrix.axes if matrix else ()) for row in axis.indicators}
    core = {i.id for i in core_indicators(book.catalog)}
    return TableView(
        caption=_("Umbrales, pesos y vigencia de cada indicador"),
        head=(
            _("Indicador"),
            _("Sentido"),
            _("Umbral bajo"),
            _("Umbral alto"),
            _("Peso"),
            _("Entra en"),
            _("Vale hasta (meses), salvo en la matriz"),
        ),
        rows=tuple(
            _goalpost_row(book, i, is_core=i.id in core, is_placed=i.id in placed)
            for i in book.catalog.indicators
            if i.id in core or i.id in placed
        ),
    )


def _goalpost_row(
    book: Book, indicator: Indicator, *, is_core: bool, is_placed: bool
) -> tuple[str, ...]:
    language = book.language
    _ = language._
    low, high = (
        DASH if post is None else language.value(indicator, post)
        for post in (indicator.goalpost_low, indicator.goalpost_high)
    )
    weight = 1 if indicator.weight is None else indicator.weight
    uses = [book.group_name(indicator.group)] if is_core else []
    if is_placed:
        uses.append(_("la matriz"))
    return (
        language.text(indicator.names),
        direction_words(language, indicator.direction),
        low,
        high,
        f"{weight:g}" if is_core else DASH,
        language.formats.listed(uses),
        str(indicator.max_age_months or MAX_AGE_MONTHS),
    )


def _versions(book: Book) -> TableView:
    language, method = book.language, book.catalog.method
    _ = language._
    return TableView(
        caption=_("Versiones del método"),
        head=(_("Versión"), _("Fecha"), _("Huella"), _("Qué cambió")),
        rows=tuple(
            (
                version.version,
                language.formats.known_date(version.date),
                version.fingerprint,
                language.text(version.notes),
            )
            for version in (reversed(method.versions) if method else ())
        ),
    )
