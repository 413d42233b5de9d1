"""Pure. How far the categories of the matrix depend on cuts, weights and single indicators."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import combinations

import numpy as np

from quipu.i18n.language import Language
from quipu.i18n.numbers import DASH
from quipu.method import Axis
from quipu.pages.benchmark.crowd import is_crowded
from quipu.pages.benchmark.matrix_rows import instability
from quipu.pages.book import Book
from quipu.score.places import MatrixPlaces
from quipu.stats.moments import correlations
from quipu.views import RobustnessBlock, TableView

AxisPairs = tuple[Axis, list[tuple[str, str, float]]]
"""An axis with the correlation of every two of its indicators."""
WEAK = 0.4
"""Below this correlation two indicators are said to hardly go together."""


def number_or_dash(language: Language, value: float | None, decimals: int = 2) -> str:
    """A number, or a dash where it is not known."""
    if value is None or np.isnan(value):
        return DASH
    return language.formats.number(float(value), decimals)


def subject_name(book: Book, subject: str) -> str:
    """The name of an indicator or a group."""
    indicator = book.catalog.indicators_by_id.get(subject)
    if indicator is None:
        return book.group_name(subject)
    return book.language.text(indicator.names)


def matrix_robustness(book: Book, places: MatrixPlaces) -> RobustnessBlock:
    """How far the categories depend on cuts and indicators."""
    language = book.language
    _ = language._
    placed = places.placed
    pairs = _pairs(places)
    steps = sum(sum(p.under_cuts.values()) for p in placed)
    same = sum(p.under_cuts.get(p.category, 0) for p in placed)
    lead = [
        _border(book, places),
        _(
            "Al mover los cortes {step} puntos, la categoría se mantiene en {same} de {steps} "
            "casos.",
            step=f"{places.matrix.cut_step:g}",
            same=language.formats.number(same, 0),
            steps=language.formats.number(steps, 0),
        ),
        instability(book, places),
        *_together(book, pairs),
    ]
    return RobustnessBlock(
        anchor="r-matrix",
        title=_("La matriz"),
        lead=(
            f"{language.text(places.matrix.labels)}. {language.text(places.matrix.confidence)}",
            *(sentence for sentence in lead if sentence),
        ),
        tables=(_matrix_left_out(book, places), _matrix_axes(book, pairs)),
    )


def _border(book: Book, places: MatrixPlaces) -> str:
    """How many areas stand between two categories, and which ones if they may be listed."""
    language, placed = book.language, places.placed
    _ = language._
    border = [p for p in placed if p.is_borderline]
    if not border:
        return _("Ninguna área está en el límite entre dos categorías.")
    if is_crowded(places.places):
        number = language.formats.number
        return _(
            "{border} de {total} áreas están en el límite.",
            border=number(len(border), 0),
            total=number(len(placed), 0),
        )
    names = [language.text(book.catalog.areas_by_code[p.ref_area].names) for p in border]
    return _(
        "{border} de {total} áreas están en el límite: {names}.",
        border=len(border),
        total=len(placed),
        names=language.formats.listed(names),
    )


def _matrix_left_out(book: Book, places: MatrixPlaces) -> TableView:
    language = book.language
    _ = language._
    placed, number = places.placed, language.formats.number
    moved = Counter(code for p in placed for code, key in p.left_out.items() if key != p.category)
    return TableView(
        caption=_("Cuántas áreas cambian de categoría si se quita un indicador"),
        head=(_("Indicador"), _("Áreas que cambian")),
        rows=tuple(
            (
                subject_name(book, code),
                _("{n} de {total}", n=number(moved[code], 0), total=number(len(placed), 0)),
            )
            for code in places.tree.columns
        ),
    )


def _together(book: Book, pairs: Sequence[AxisPairs]) -> tuple[str, ...]:
    """What the correlations within each axis mean, in words."""
    language = book.language
    found = []
    for axis, own in pairs:
        known = [value for _one, _other, value in own if not np.isnan(value)]
        if not known:
            continue
        # An axis whose indicators hardly go together adds up separate things.
        weak = sum(value < WEAK for value in known)
        found.append(
            language._(
                "{axis}: las correlaciones entre sus indicadores van de {low} a {high}.",
                axis=language.text(axis.names),
                low=number_or_dash(language, min(known)),
                high=number_or_dash(language, max(known)),
            )
            + (
                language._(
                    " La mayoría casi no va junta: el eje suma cosas distintas, no mide una sola."
                )
                if weak * 2 > len(known)
                else ""
            )
        )
    return tuple(found)


def _pairs(places: MatrixPlaces) -> list[AxisPairs]:
    """The correlation of the points of every two indicators of each axis."""
    together = correlations(places.problem.points())
    columns = places.tree.columns
    found = []
    for axis in places.matrix.axes:
        own = [columns.index(row.id) for row in axis.indicators]
        pairs = [(columns[i], columns[j], float(together[i, j])) for i, j in combinations(own, 2)]
        found.append((axis, pairs))
    return found


def _matrix_axes(book: Book, pairs: Sequence[AxisPairs]) -> TableView:
    """Whether the indicators of each axis go together."""
    language = book.language
    _ = language._
    rows = [
        (
            language.text(axis.names),
            subject_name(book, one),
            subject_name(book, other),
            number_or_dash(language, value),
        )
        for axis, own in pairs
        for one, other, value in own
    ]
    return TableView(
        caption=_("Correlación entre los indicadores de cada eje"),
        head=(_("Eje"), _("Indicador"), _("Indicador"), _("Correlación")),
        rows=tuple(rows),
    )
