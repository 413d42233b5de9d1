"""Pure. The page that says how far scores and categories depend on choices."""

from __future__ import annotations

from quipu.i18n.language import Language
from quipu.i18n.numbers import DASH
from quipu.pages.benchmark.matrix_robustness import (
    matrix_robustness,
    number_or_dash,
    subject_name,
)
from quipu.pages.benchmark.robustness_places import crowd_words, grid_downloads, places_table
from quipu.pages.benchmark.words import capitalised, share_text
from quipu.pages.book import Book
from quipu.pages.frame import counterparts, frame
from quipu.score.robustness import DOUBLE, IndicatorCheck, Robustness, pairs_told
from quipu.score.spread import Scenario
from quipu.views import RobustnessBlock, RobustnessPage, TableView
from quipu.vocab import Normalisation

_MOST_CHOICES = 12
_MOST_INDICATORS = 60
"""Rows of a table of indicators; nobody reads more, and each group would repeat them."""


def robustness_page(book: Book) -> RobustnessPage:
    """Make the page; its blocks are the groups that have scores, and the matrix."""
    language, benchmarks = book.language, book.benchmarks
    page = book.path("robustness")
    _ = language._
    blocks = [_group(book, found) for found in benchmarks.robustness.values()]
    if benchmarks.matrix is not None:
        blocks.append(matrix_robustness(book, benchmarks.matrix))
    return RobustnessPage(
        frame=frame(
            book,
            page,
            title=_("Qué tan firmes son los puntajes"),
            description=_(
                "Qué decisión del método mueve más los puestos y las categorías, y si los "
                "indicadores van juntos."
            ),
            section="method",
            alternates=counterparts(book, "robustness"),
        ),
        intro=(
            _(
                "Un puntaje depende de decisiones: qué hacer con lo que falta, con qué escala se "
                "puntúa, cómo se promedia, cuánto pesa cada cosa. Esta página las cambia una a una "
                "y todas a la vez, y dice qué pasa. Se rehace en cada edición."
            ),
            _(
                "Nada de esto cambia un puntaje. Si los indicadores de un grupo no van juntos, se "
                "dice: es un resultado, no un error."
            ),
        ),
        blocks=tuple(blocks),
        downloads=grid_downloads(book) if benchmarks.robustness else (),
        method_version=book.method_version,
    )


def _group(book: Book, found: Robustness) -> RobustnessBlock:
    tables = [
        _influences(book, found),
        _left_out(book, found),
        _checks(book, found),
        places_table(book, found),
    ]
    return RobustnessBlock(
        anchor=f"r-{found.subject}",
        title=book.group_name(found.subject),
        lead=_lead(book, found),
        tables=tuple(table for table in tables if table.rows),
    )


def _lead(book: Book, found: Robustness) -> tuple[str, ...]:
    language = book.language
    _ = language._
    sentences = []
    moving = [one for one in found.influences if one.shift > 0]
    if moving:
        first = moving[0]
        sentences.append(
            _(
                "La decisión que más mueve los puestos es {choice}: {shift} puestos de media.",
                choice=scenario_words(book, first.scenario),
                shift=number_or_dash(language, first.shift),
            )
        )
    else:
        sentences.append(_("Ninguna de las decisiones, por sí sola, mueve los puestos."))
    told = pairs_told(found)
    if told is not None:
        apart, total = told
        sentences.append(
            _(
                "{apart} de {total} pares de áreas se distinguen según el método (en al menos 95 % "
                "de las combinaciones una queda delante de la otra). De los demás no se dice cuál "
                "está delante.",
                apart=language.formats.number(apart, 0),
                total=language.formats.number(total, 0),
            )
        )
    negative = [one.indicator for one in found.checks if one.is_negative]
    if negative:
        names = language.formats.listed([subject_name(book, code) for code in negative])
        sentences.append(
            _("Va en sentido contrario al grupo: {names}. No miden una sola cosa.", names=names)
        )
    if any(one.twins for one in found.checks):
        sentences.append(
            _(
                "Hay indicadores que dicen casi lo mismo (correlación mayor que {limit}): cuentan "
                "doble.",
                limit=number_or_dash(language, DOUBLE),
            )
        )
    if found.alpha is not None:
        sentences.append(
            _(
                "El alfa de Cronbach es {alpha}: cerca de 1, los indicadores van juntos; cerca de "
                "0 o negativo, miden cosas distintas.",
                alpha=number_or_dash(language, found.alpha),
            )
        )
    return (*sentences, *crowd_words(book))


def scenario_words(book: Book, scenario: Scenario) -> str:
    """A scenario that differs from the method in one thing, in words."""
    _ = book.language._
    if scenario.emphasis:
        return _(
            "dar a «{name}» {share} del peso",
            name=subject_name(book, scenario.emphasis),
            share=share_text(book.language, scenario.share),
        )
    if scenario.is_filled:
        return _("completar lo que falta con la media")
    if scenario.other_scale:
        method = book.catalog.method
        if method is not None and method.normalisation is Normalisation.GOALPOSTS:
            return _("puntuar con puntajes z en lugar de umbrales")
        return _("puntuar con otra escala")
    return _("cambiar el tipo de media")


def _influences(book: Book, found: Robustness) -> TableView:
    language = book.language
    _ = language._
    return TableView(
        caption=_("Cuánto mueve los puestos cada decisión, una a la vez"),
        head=(_("Decisión"), _("Cambio medio de puesto")),
        rows=tuple(
            (capitalised(scenario_words(book, one.scenario)), number_or_dash(language, one.shift))
            for one in found.influences[:_MOST_CHOICES]
        ),
    )


def _left_out(book: Book, found: Robustness) -> TableView:
    language = book.language
    _ = language._
    return TableView(
        caption=_shortened(language, _("Qué pasa si se quita un indicador"), len(found.left_out)),
        head=(_("Indicador"), _("Cambio medio de puesto"), _("Mayor cambio")),
        rows=tuple(
            (
                subject_name(book, one.indicator),
                number_or_dash(language, one.shift),
                number_or_dash(language, one.most, 0),
            )
            for one in found.left_out[:_MOST_INDICATORS]
        )
        if len(found.left_out) > 1
        else (),
    )


def _checks(book: Book, found: Robustness) -> TableView:
    language = book.language
    _ = language._
    return TableView(
        caption=_shortened(
            language,
            _("Qué parte del puntaje viene de cada indicador y si va con el grupo"),
            len(found.checks),
        ),
        head=(
            _("Indicador"),
            _("Peso en el puntaje"),
            _("Parte de las diferencias entre áreas"),
            _("Correlación con el grupo"),
            _("Aviso"),
        ),
        rows=tuple(
            (
                subject_name(book, one.indicator),
                share_text(language, one.weight),
                DASH if one.explained is None else share_text(language, one.explained),
                number_or_dash(language, one.correlation),
                _warning(book, one) or DASH,
            )
            for one in found.checks[:_MOST_INDICATORS]
        ),
    )


def _shortened(language: Language, caption: str, total: int) -> str:
    """A caption that says how many indicators its table leaves out, if any."""
    if total <= _MOST_INDICATORS:
        return caption
    return language._(
        "{caption} (los {shown} primeros en el orden del método; {hidden} más no se muestran)",
        caption=caption,
        shown=_MOST_INDICATORS,
        hidden=total - _MOST_INDICATORS,
    )


def _warning(book: Book, check: IndicatorCheck) -> str:
    language = book.language
    _ = language._
    found = []
    if check.is_negative:
        found.append(_("correlación negativa"))
    if check.twins:
        names = language.formats.listed([subject_name(book, code) for code in check.twins])
        found.append(_("casi lo mismo que {names}", names=names))
    if check.has_outliers:
        found.append(_("tiene valores muy alejados"))
    return "; ".join(found)
