"""Pure. The page that says how far scores and categories depend on choices."""

from __future__ import annotations

import math

import numpy as np

from quipu.i18n.language import Language
from quipu.pages.addresses import relative
from quipu.pages.benchmark.matrix_robustness import (
    matrix_robustness,
    number_or_dash,
    subject_name,
)
from quipu.pages.benchmark.words import capitalised, share_text
from quipu.pages.book import Book
from quipu.pages.frame import counterparts, frame
from quipu.score.robustness import DOUBLE, IndicatorCheck, Robustness, told_apart
from quipu.score.spread import Scenario
from quipu.views import Link, RobustnessBlock, RobustnessPage, TableView

DASH = "–"
_MOST_CHOICES = 12


def robustness_page(book: Book) -> RobustnessPage:
    """Make the page; its blocks are the groups that have scores, and the matrix."""
    language, benchmarks = book.language, book.benchmarks
    page = book.path("robustness")
    _ = language._
    method = book.catalog.method
    blocks = [_group(book, found) for found in benchmarks.robustness.values()]
    if benchmarks.matrix is not None:
        blocks.append(matrix_robustness(book, benchmarks.matrix))
    names = ["scores", "draws", "pairs", "scenarios"] if benchmarks.robustness else []
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
        downloads=tuple(
            Link(href=relative(page, f"datos/{name}.csv"), text=f"{name}.csv") for name in names
        ),
        method_version=method.version if method else "",
    )


def _group(book: Book, found: Robustness) -> RobustnessBlock:
    tables = [_influences(book, found), _left_out(book, found), _checks(book, found)]
    return RobustnessBlock(
        anchor=f"r-{found.subject}",
        title=book.group_name(found.subject),
        lead=_lead(book, found),
        tables=(*(t for t in tables if t.rows), _places(book, found)),
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
    if found.pairs is not None:
        count = int((~np.isnan(found.pairs)).any(axis=1).sum())
        total = count * (count - 1) // 2
        sentences.append(
            _(
                "{apart} de {total} pares de áreas se distinguen según el método (en al menos 95 % "
                "de las combinaciones una queda delante de la otra). De los demás no se dice cuál "
                "está delante.",
                apart=language.formats.number(int(told_apart(found.pairs).sum()), 0),
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
    return tuple(sentences)


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
    if scenario.is_z:
        return _("puntuar con puntajes z en lugar de umbrales")
    return _("cambiar el tipo de media") if scenario.is_geometric else _("usar medias aritméticas")


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
        caption=_("Qué pasa si se quita un indicador"),
        head=(_("Indicador"), _("Cambio medio de puesto"), _("Mayor cambio")),
        rows=tuple(
            (
                subject_name(book, one.indicator),
                number_or_dash(language, one.shift),
                number_or_dash(language, one.most, 0),
            )
            for one in found.left_out
        )
        if len(found.left_out) > 1
        else (),
    )


def _checks(book: Book, found: Robustness) -> TableView:
    language = book.language
    _ = language._
    return TableView(
        caption=_("Peso efectivo y correlación de cada indicador con el grupo"),
        head=(_("Indicador"), _("Peso efectivo"), _("Correlación"), _("Aviso")),
        rows=tuple(
            (
                subject_name(book, one.indicator),
                share_text(language, one.weight),
                number_or_dash(language, one.correlation),
                _warning(book, one) or DASH,
            )
            for one in found.checks
        ),
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


def _stretch(language: Language, low: int, high: int) -> str:
    """A stretch of places; one place where both ends are the same."""
    ordinal = language.formats.ordinal
    if low == high:
        return ordinal(low)
    return language._("{low} a {high}", low=ordinal(low), high=ordinal(high))


def _places(book: Book, found: Robustness) -> TableView:
    """The ranks of every area in the grid: no seed, every combination."""
    language, scores = book.language, book.benchmarks.scores
    _ = language._
    assert scores is not None  # its robustness was examined
    rows = []
    for a, code in enumerate(scores.sheet.areas):
        places = found.places[:, a]
        if np.isnan(places).all():
            continue
        low, middle, high = np.nanquantile(places, (0, 0.5, 1))
        name = language.text(book.catalog.areas_by_code[code].names)
        rows.append((float(middle), name, float(low), float(high)))
    rows.sort()
    return TableView(
        caption=_(
            "Puestos en las {count} combinaciones de la cuadrícula, sin azar",
            count=len(found.scenarios),
        ),
        head=(_("Área"), _("Entre qué puestos"), _("Puesto del medio")),
        rows=tuple(
            (
                name,
                _stretch(language, math.floor(low), math.ceil(high)),
                number_or_dash(language, middle, 1),
            )
            for middle, name, low, high in rows
        ),
    )
