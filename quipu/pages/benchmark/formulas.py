"""Pure. Every formula of the method, with the numbers of one area, so that it can be redone."""

from __future__ import annotations

from collections.abc import Iterator

from quipu.model import Area
from quipu.pages.benchmark.comparison_formulas import (
    change_formula,
    comparison_formula,
    interval_formulas,
    peers_formula,
)
from quipu.pages.benchmark.parts import mean_text
from quipu.pages.benchmark.scores import arithmetic
from quipu.pages.benchmark.words import points_text, share_text
from quipu.pages.book import Book
from quipu.score.sheet import Sheet
from quipu.score.values import Score, ScoreSet
from quipu.views import FormulaView
from quipu.vocab import Aggregation, Direction, Normalisation


def example_area(book: Book) -> Area | None:
    """The first area that has a place in the matrix and a score; else one that has either."""
    areas = book.catalog.page_areas
    places, scores = book.benchmarks.matrix, book.benchmarks.scores
    placed = {p.ref_area for p in places.placed} if places else set()
    scored = {
        area
        for node in (scores.scored_groups() if scores else ())
        for area in (scores.sheet.areas if scores else ())
        if scores and scores.scores[node.id, area].points is not None
    }
    for wanted in (placed & scored, scored, placed):
        for area in areas:
            if area.code in wanted:
                return area
    return None


def formulas(book: Book, area: Area | None) -> tuple[FormulaView, ...]:
    """The formulas in the order in which they are applied."""
    return tuple(
        view
        for make in (
            _points,
            _means,
            _coverage,
            _ranks,
            _matrix,
            interval_formulas,
            comparison_formula,
            change_formula,
            peers_formula,
        )
        for view in make(book, area)
    )


def _points(book: Book, area: Area | None) -> Iterator[FormulaView]:
    language, method = book.language, book.catalog.method
    _ = language._
    assert method is not None  # asked by method_page
    low, high = (f"{end:g}" for end in method.range)
    text, formula = {
        Normalisation.GOALPOSTS: (
            _(
                "Dos umbrales fijos por indicador dicen qué valor obtiene el mínimo y cuál el "
                "máximo. Lo que pasa de un umbral no suma ni resta más. Un puntaje solo cambia si "
                "cambia la cifra de esa área."
            ),
            _(
                "puntos = {ends} × (valor − umbral bajo) ÷ (umbral alto − umbral bajo); si más "
                "alto es peor, al revés",
                ends=high if low == "0" else f"{low} + ({high} − {low})",
            ),
        ),
        Normalisation.MIN_MAX: (
            _("El valor más bajo y el más alto de todas las áreas y periodos son los extremos."),
            _(
                "puntos = {ends} × (valor − mínimo) ÷ (máximo − mínimo); si más alto es peor, al "
                "revés",
                ends=high if low == "0" else f"{low} + ({high} − {low})",
            ),
        ),
        Normalisation.Z_SCORE: (
            _("Cada valor se mide en desviaciones típicas desde la media de las áreas."),
            _(
                "puntos = {low} + {high} × (valor − media) ÷ desviación; si más alto es peor, con "
                "el signo cambiado",
                low=low,
                high=high,
            ),
        ),
        Normalisation.PERCENTILE_RANK: (
            _("Cada valor vale según cuántas áreas quedan por debajo."),
            _(
                "puntos = {high} × (puesto desde el menos favorable − 1) ÷ (áreas − 1)",
                high=high,
            ),
        ),
    }[method.normalisation]
    yield FormulaView(
        title=_("De la cifra a los puntos"),
        text=text,
        formula=formula,
        example=_points_example(book, area),
    )


def _points_example(book: Book, area: Area | None) -> str:
    method = book.catalog.method
    found = _first_indicator(book, area)
    if method is None or found is None or method.normalisation is not Normalisation.GOALPOSTS:
        return ""
    sheet, code, points = found
    language = book.language
    indicator = book.catalog.indicators_by_id[code]
    row = sheet.rows[area.code if area else "", code]
    low, high = indicator.goalpost_low, indicator.goalpost_high
    if row.value is None or low is None or high is None:
        return ""
    value, start, stop = (
        language.formats.number(number, indicator.decimals) for number in (row.value, low, high)
    )
    column = next(c for c in sheet.columns if c.indicator.id == code)
    share = f"100 × ({value} − {start}) ÷ ({stop} − {start})"
    if column.direction is Direction.LOWER:
        share = f"100 − {share}"
    name = language.text(indicator.names)
    return f"{name}: {share} = {points_text(language, points)}"


def _first_indicator(book: Book, area: Area | None) -> tuple[Sheet, str, float] | None:
    """An indicator of the area that has points: of a score, or else of the matrix."""
    scores, places = book.benchmarks.scores, book.benchmarks.matrix
    if area is None:
        return None
    if scores is not None:
        for code in scores.tree.columns:
            score = scores.scores[code, area.code]
            if score.points is not None:
                return scores.sheet, code, score.points
    place = places.of(area.code) if places else None
    if places is not None and place is not None:
        for own in place.axes:
            for part in own.parts:
                if part.points is not None:
                    return places.sheet, part.subject, part.points
    return None


def _means(book: Book, area: Area | None) -> Iterator[FormulaView]:
    language = book.language
    _ = language._
    scores = book.benchmarks.scores
    used = {node.aggregate for node in scores.tree.nodes} if scores else set()
    if Aggregation.ARITHMETIC in used:
        yield FormulaView(
            title=_("De los indicadores al dominio"),
            text=_(
                "Media aritmética con los pesos publicados. El peso de lo que falta se reparte "
                "entre lo que hay: no se completa ninguna cifra."
            ),
            formula="s = Σ w·x ÷ Σ w",
            example=_arithmetic_example(book, scores, area),
        )
    if Aggregation.GEOMETRIC in used:
        yield FormulaView(
            title=_("Media geométrica"),
            text=_(
                "Donde un dominio bajo no debe taparse con uno alto. Los puntos por debajo del "
                "piso del grupo entran como el piso."
            ),
            formula="s = exp(Σ w·ln x ÷ Σ w)",
        )
    if Aggregation.HARMONIC in used:
        yield FormulaView(
            title=_("Media armónica"),
            text=_("Pesa todavía más lo bajo. Los puntos por debajo del piso entran como el piso."),
            formula="s = Σ w ÷ Σ (w ÷ x)",
        )


def _arithmetic_example(book: Book, scores: ScoreSet | None, area: Area | None) -> str:
    score = _group_score(scores, area)
    if score is None:
        return ""
    return f"{book.group_name(score.subject)}: {arithmetic(book, score)}"


def _group_score(scores: ScoreSet | None, area: Area | None) -> Score | None:
    """A score of the area on a group that takes an arithmetic mean."""
    if scores is None or area is None:
        return None
    for node in scores.tree.nodes:
        score = scores.scores[node.id, area.code]
        if score.points is not None and node.aggregate is Aggregation.ARITHMETIC:
            return score
    return None


def _coverage(book: Book, area: Area | None) -> Iterator[FormulaView]:
    language, scores = book.language, book.benchmarks.scores
    _ = language._
    if scores is None or not scores.tree.nodes:
        return
    example = ""
    if area is not None:
        found = [scores.scores[node.id, area.code] for node in scores.tree.nodes]
        partly = [score for score in found if 0 < score.coverage < 1] or found
        score = partly[0]
        example = _(
            "{group}: {share}",
            group=book.group_name(score.subject),
            share=share_text(language, score.coverage),
        )
    yield FormulaView(
        title=_("Cobertura"),
        text=_(
            "Sin bastante peso con cifra no hay puntaje, sino «datos insuficientes». Solo cuentan "
            "cifras de calidad A o B, propias del área, de su último periodo y no antiguas."
        ),
        formula=_("cobertura = peso de lo que tiene cifra ÷ peso total"),
        example=example,
    )


def _ranks(book: Book, area: Area | None) -> Iterator[FormulaView]:
    language, scores = book.language, book.benchmarks.scores
    _ = language._
    if scores is None or not scores.method.uncertainty.draws:
        return
    how = scores.method.uncertainty
    score = _group_score(scores, area)
    example = ""
    if score is not None and score.rank is not None:
        example = _(
            "{group}: percentil 5 = {low}, mediana = {middle}, percentil 95 = {high}",
            group=book.group_name(score.subject),
            low=language.formats.number(score.rank.low, 1),
            middle=language.formats.number(score.rank.median, 1),
            high=language.formats.number(score.rank.high, 1),
        )
    yield FormulaView(
        title=_("Puestos como intervalos"),
        text=_(
            "En cada combinación se sortea si lo que falta se deja fuera o se completa con la "
            "media, si se puntúa con la escala del método o con otra (puntajes z o, si el método "
            "ya los usa, mínimo y máximo), si se promedia como dice el método o con la otra media "
            "(aritmética o geométrica), y cada peso por 1 ± {spread}; donde hay cuentas o un "
            "intervalo publicado, también se sortean ({samples} veces). El puesto se da entre los "
            "percentiles 5 y 95. Los números salen de random.Random({seed}) de Python: cualquiera "
            "obtiene los mismos.",
            spread=share_text(language, how.spread),
            samples=how.samples,
            seed=how.seed,
        ),
        formula=_(
            "{draws} combinaciones; dos áreas se distinguen si una queda delante en ≥ 95 %",
            draws=language.formats.number(how.draws, 0),
        ),
        example=example,
    )


def _matrix(book: Book, area: Area | None) -> Iterator[FormulaView]:
    language, places = book.language, book.benchmarks.matrix
    _ = language._
    if places is None:
        return
    matrix, example = places.matrix, ""
    place = places.of(area.code) if area else None
    if place is not None and place.category:
        texts = []
        for axis, own in zip(matrix.axes, place.axes, strict=True):
            parts = [part for part in own.parts if part.points is not None]
            texts.append(
                f"{language.text(axis.names)}: {mean_text(book, parts, own.points or 0.0)}"
            )
        example = f"{'; '.join(texts)} → {place.category}"
    cuts = "; ".join(
        f"{language.text(axis.names).lower()} {', '.join(f'{cut:g}' for cut in axis.cuts)}"
        for axis in matrix.axes
    )
    yield FormulaView(
        title=_("Lugar en la matriz"),
        text=_(
            "Cada eje es la media de los puntos de sus indicadores. Quien cae justo en un corte "
            "está en el nivel de arriba. Se sortean los pesos y las cuentas; una categoría nueva "
            "necesita el apoyo de {share} de las combinaciones y, si no lo tiene, se conserva la "
            "de la edición anterior o, la primera vez, se aplica la más apoyada y se dice que está "
            "en el límite.",
            share=share_text(language, matrix.keep_below),
        ),
        formula=_("cortes: {cuts}", cuts=cuts),
        example=example,
    )
