"""Pure. The formulas of comparisons, with the numbers of one area."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from quipu.i18n.language import Language
from quipu.model import Area
from quipu.pages.benchmark.words import short_verdict
from quipu.pages.book import Book
from quipu.prose.sentences import benchmark_words
from quipu.score.judge import Comparison, Judged
from quipu.views import FormulaView
from quipu.vocab import IndicatorType


def interval_formulas(book: Book, area: Area | None) -> Iterator[FormulaView]:
    """Intervals of shares and rates."""
    language = book.language
    _ = language._
    shares = _judged(book, area, IndicatorType.PERCENTAGE)
    rates = _judged(book, area, IndicatorType.RATE)
    yield FormulaView(
        title=_("Intervalo de una proporción (Wilson)"),
        text=_("z es 1.96 al 95 % y 3.09 al 99.8 %; x, el numerador; n, el denominador."),
        formula="p = (2x + z² ± z·√(z² + 4x·(1 − x÷n))) ÷ [2·(n + z²)]",
        example=_interval_example(language, shares),
    )
    yield FormulaView(
        title=_("Intervalo de una tasa (Byar; exacto con menos de diez casos)"),
        text=_(
            "x son los casos. Con menos de diez se invierte la distribución de Poisson sin "
            "aproximar. La fórmula da casos: divididos entre el denominador son la tasa."
        ),
        formula="x·(1 − 1÷(9x) − z÷(3·√x))³ ; (x+1)·(1 − 1÷(9·(x+1)) + z÷(3·√(x+1)))³",
        example=_interval_example(language, rates),
    )


def _judged(book: Book, area: Area | None, kind: IndicatorType) -> tuple[Comparison, Judged] | None:
    if area is None:
        return None
    for comparison in book.benchmarks.comparisons.values():
        judged = comparison.judged.get(area.code)
        if comparison.indicator.type is kind and judged is not None and judged.lower is not None:
            return comparison, judged
    return None


def _interval_example(language: Language, found: tuple[Comparison, Judged] | None) -> str:
    if found is None or found[1].lower998 is None:
        return ""
    comparison, judged = found
    assert judged.lower is not None and judged.upper is not None  # chosen for having both
    row, indicator = judged.observation, comparison.indicator
    return language._(
        "{name}: x = {count}, n = {total}; {value}, entre {low} y {high}",
        name=language.text(indicator.names),
        count=language.formats.number(row.numerator or 0, 0),
        total=language.formats.number(row.denominator or 0, 0),
        value=language.value(indicator, row.value or Decimal(0)),
        low=language.bare_value(indicator, judged.lower),
        high=language.value(indicator, judged.upper),
    )


def comparison_formula(book: Book, area: Area | None) -> Iterator[FormulaView]:
    """When an area is said to differ."""
    language = book.language
    _ = language._
    found = _judged(book, area, IndicatorType.RATE) or _judged(book, area, IndicatorType.PERCENTAGE)
    example = ""
    if found is not None:
        comparison, judged = found
        example = language.contracted(
            _(
                "{name} frente a {benchmark}: {verdict}",
                name=language.text(comparison.indicator.names),
                benchmark=benchmark_words(language, comparison, judged.benchmark),
                verdict=short_verdict(language, judged.verdict, comparison.indicator.direction),
            )
        )
    yield FormulaView(
        title=_("Mejor, peor, similar o sin juicio"),
        text=_(
            "Cada indicador declara su referencia: el conjunto de las áreas, la mediana, las áreas "
            "parecidas o una meta. Solo difiere quien deja la referencia fuera de su intervalo; "
            "sin intervalo no hay juicio. Un indicador neutral solo puede ser más alto o más bajo. "
            "Para un titular se exige el 99.8 %. El embudo dibuja la misma regla según el tamaño."
        ),
        formula=_(
            "límite superior < referencia: por debajo; límite inferior > referencia: por encima"
        ),
        example=example,
    )


def change_formula(book: Book, _area: Area | None) -> Iterator[FormulaView]:
    """When a figure is said to have changed."""
    _ = book.language._
    yield FormulaView(
        title=_("Cambio y tendencia"),
        text=_(
            "Proporciones: diferencia con intervalo de Newcombe. Tasas: razón log-normal, con diez "
            "casos o más en ambos años. Puntajes: cambio de 5 % de su escala o más. Hechos: se "
            "adoptó o se derogó. La tendencia usa los cinco últimos periodos, al 99.8 %, y debe "
            "mantener su signo al quitar cualquiera; si falta algo, se dice por qué no se calcula."
        ),
        formula=_("χ² = (pendiente ÷ error)² > 9.55"),
    )


def peers_formula(book: Book, area: Area | None) -> Iterator[FormulaView]:
    """How alike two areas are."""
    language, peers = book.language, book.benchmarks.peers
    _ = language._
    if peers is None:
        return
    nearest = peers.by_area.get(area.code, ()) if area else ()
    example = ""
    if nearest:
        other = language.text(book.catalog.areas_by_code[nearest[0].ref_area].names)
        distance = language.formats.number(nearest[0].distance, 2)
        example = _("la más cercana: {area}, a {distance}", area=other, distance=distance)
    yield FormulaView(
        title=_("Áreas parecidas"),
        text=_("Cada variable se mide en desviaciones típicas (con n − 1) y todas pesan lo mismo."),
        formula="d = √Σ (z₁ − z₂)²",
        example=example,
    )
