"""Pure. An indicator beside its benchmark: the rule, who differs, the funnel, the last change."""

from __future__ import annotations

from collections import Counter
from decimal import Decimal

from quipu.compare import IndicatorPanel
from quipu.i18n.language import Language
from quipu.i18n.numbers import DASH
from quipu.pages.benchmark.parts import dated_value
from quipu.pages.benchmark.requests import (
    funnel_key,
    funnel_request,
    intervals_key,
    intervals_request,
    sorted_judged,
)
from quipu.pages.benchmark.words import move_words, short_verdict, trend_words
from quipu.pages.book import Book
from quipu.pages.charts import chart_view, credited, facts, uid
from quipu.pages.foreign import filled
from quipu.pages.requests import MOST_LISTED
from quipu.prose.sentences import benchmark_words
from quipu.score.judge import FALSE_ALARMS, BenchmarkKind, Comparison, Judged, Verdict
from quipu.score.movement import Move, Movement
from quipu.views import ChartView, ComparisonBlock, TableView


def comparison_block(book: Book, panel: IndicatorPanel) -> ComparisonBlock | None:
    """The comparison of an indicator; None where nothing is compared and nothing moved."""
    comparison = book.benchmarks.comparisons.get(panel.indicator.id)
    moves = _movements(book, panel)
    if comparison is None and not moves:
        return None
    return ComparisonBlock(
        rule=f"{_rule(book, comparison)} {_joint(book, comparison)}".rstrip() if comparison else "",
        counts=_counts(book, comparison) if comparison else "",
        chart=_intervals(book, panel, comparison) if comparison else None,
        funnel=_funnel(book, panel, comparison) if comparison else None,
        table=_table(book, comparison)
        if comparison and len(comparison.judged) <= MOST_LISTED
        else None,
        changes=_changes_text(book, moves),
        changes_table=_changes_table(book, panel, moves),
        method_version=book.method_version,
    )


def _rule(book: Book, comparison: Comparison) -> str:
    """What the benchmark is, printed under every comparison."""
    language, benchmark = book.language, comparison.benchmark
    _ = language._
    name = benchmark_words(language, comparison, benchmark.value)
    what = {
        BenchmarkKind.NATIONAL: _(
            "suma de los numeradores entre suma de los denominadores de {count} áreas",
            count=benchmark.count,
        ),
        BenchmarkKind.MEDIAN: _("el valor del medio de {count} áreas", count=benchmark.count),
        BenchmarkKind.PEERS: _("el valor del medio de las áreas más parecidas a cada una"),
        BenchmarkKind.TARGET: _("un valor fijado de antemano"),
    }[benchmark.kind]
    return _("Se compara con {benchmark}: {what}.", benchmark=name, what=what)


def _joint(book: Book, comparison: Comparison) -> str:
    """Which areas are in the benchmark only together, and what it would be without them."""
    language, benchmark = book.language, comparison.benchmark
    _ = language._
    if not benchmark.joint:
        return ""
    joint = [language.text(book.catalog.areas_by_code[code].names) for code in benchmark.joint]
    told = language.plural(
        "En la suma entra {areas}, que solo tiene una cifra conjunta y no se compara.",
        "En la suma entran {areas}, que solo tienen una cifra conjunta y no se comparan.",
        len(joint),
        areas=language.formats.listed(joint),
    )
    if benchmark.without_joint is None:
        return told
    value = language.value(comparison.indicator, benchmark.without_joint)
    return f"{told} " + _("Sin eso, la referencia sería {value}.", value=value)


def _counts(book: Book, comparison: Comparison) -> str:
    """How many areas differ and how many would by chance; or why nothing is said."""
    language = book.language
    _ = language._
    number = language.formats.number
    total = comparison.comparisons
    if not total:
        return _(
            "No se dice que un área sea mejor, peor ni distinta: la fuente no publica las cuentas "
            "ni el intervalo de cada cifra. Solo se muestra en qué quinto de las áreas cae y, "
            "si entra en un puntaje, cuántos puntos le da el método."
        )
    found = Counter(j.verdict for j in comparison.judged.values())
    strict = Counter(j.headline for j in comparison.judged.values())
    expected = [total * share for share in FALSE_ALARMS]
    direction = comparison.indicator.direction
    listed = [
        f"{short_verdict(language, verdict, direction)}: {number(found[verdict], 0)}"
        for verdict in Verdict
        if found[verdict]
    ]
    differing = sum(n for verdict, n in strict.items() if verdict.differs)
    return _(
        "Al 95 %: {listed}. Al 99.8 %, el nivel que se exige para un titular, difieren {strict} de "
        "{total}. Si ninguna difiriera, el azar señalaría a cerca de {alarms} al 95 % y a {few} al "
        "99.8 %.",
        listed="; ".join(listed),
        strict=number(differing, 0),
        total=number(total, 0),
        alarms=_few(language, expected[0]),
        few=_few(language, expected[1]),
    )


def _few(language: Language, count: float) -> str:
    """An expected number of areas; never rounded down to none."""
    least = 0.1
    if count < least:
        return language._("menos de {least}", least=language.formats.number(least, 1))
    return language.formats.number(count, 1)


def _intervals(book: Book, panel: IndicatorPanel, comparison: Comparison) -> ChartView | None:
    language = book.language
    drawing = book.easel.shared(
        intervals_key(comparison, language),
        lambda: intervals_request(book.catalog, comparison, language),
    )
    if drawing is None:
        return None
    title = language._(
        "{name}: cada área con su intervalo de 95 %", name=language.text(panel.indicator.names)
    )
    description = language._(
        "La línea es el intervalo y la raya vertical, la referencia. Triángulo hacia arriba: por "
        "encima de la referencia; hacia abajo: por debajo; círculo: no se distingue; rombo vacío: "
        "sin intervalo."
    )
    told = _after(_rule(book, comparison), credited(book, panel, facts(book, panel)))
    return chart_view(book, drawing, uid("intervals"), title, description, told)


def _funnel(book: Book, panel: IndicatorPanel, comparison: Comparison) -> ChartView | None:
    language = book.language
    drawing = book.easel.shared(
        funnel_key(comparison, language), lambda: funnel_request(book.catalog, comparison, language)
    )
    if drawing is None:
        return None
    title = language._(
        "{name}: lo que el azar explicaría según el tamaño",
        name=language.text(panel.indicator.names),
    )
    description = language._(
        "Cada punto es un área; más a la derecha, mayor denominador (en escala logarítmica). La "
        "línea es la referencia y las curvas, hasta dónde llegaría el azar el 95 % y el 99.8 % de "
        "las veces. Estar fuera no dice por qué: puede deberse a cómo se cuenta o a cuánto se "
        "detecta."
    )
    judged = comparison.judged.values()
    outside = sum(j.headline.differs for j in judged)
    if outside * 2 > comparison.comparisons:
        description = language._(
            "{description} Aquí más de la mitad queda fuera: las diferencias tienen causas que el "
            "azar no explica, así que el embudo no sirve para señalar a ninguna.",
            description=description,
        )
    counted = language._(
        "{outside} de {total} áreas fuera del 99.8 %",
        outside=outside,
        total=comparison.comparisons,
    )
    told = _after(_rule(book, comparison), credited(book, panel, counted))
    return chart_view(book, drawing, uid("funnel"), title, description, told)


def _after(rule: str, told: str) -> str:
    return filled("{rule} {told}", rule=rule, told=told)


def _table(book: Book, comparison: Comparison) -> TableView | None:
    """Every area with its interval and what is said of it; None where nothing is compared."""
    if not comparison.comparisons:
        return None
    language, areas = book.language, book.catalog.areas_by_code
    _ = language._
    return TableView(
        caption=_("Cada área frente a la referencia"),
        head=(_("Área"), _("Valor"), _("Intervalo de 95 %"), _("Al 95 %"), _("Al 99.8 %")),
        rows=tuple(
            (
                language.text(areas[j.observation.ref_area].names),
                language.value(comparison.indicator, j.observation.value or Decimal(0)),
                interval_text(language, comparison, j),
                short_verdict(language, j.verdict, comparison.indicator.direction),
                short_verdict(language, j.headline, comparison.indicator.direction),
            )
            for j in sorted_judged(comparison)
        ),
    )


def interval_text(language: Language, comparison: Comparison, judged: Judged) -> str:
    """The 95 % interval of a figure; a dash where there is none."""
    if judged.lower is None or judged.upper is None:
        return DASH
    low = language.bare_value(comparison.indicator, judged.lower)
    high = language.value(comparison.indicator, judged.upper)
    return language._("{low} a {high}", low=low, high=high)


def _movements(book: Book, panel: IndicatorPanel) -> dict[str, Movement]:
    return {
        area.code: found
        for area in panel.areas
        if (found := book.benchmarks.movements.get((panel.indicator.id, area.code))) is not None
    }


def _changes_text(book: Book, moves: dict[str, Movement]) -> str:
    """One sentence for all areas: who moved, or the reason that they share."""
    language = book.language
    _ = language._
    if all(m.move is Move.NO_EARLIER for m in moves.values()):
        return ""
    found = Counter(
        move_words(language, m) for m in moves.values() if m.move is not Move.NO_EARLIER
    )
    listed = [
        language.plural("{n} área: {words}", "{n} áreas: {words}", n, words=words)
        for words, n in found.most_common()
    ]
    return _(
        "Cambio desde la cifra anterior de cada área (los años pueden diferir). {listed}.",
        listed="; ".join(listed),
    )


def _changes_table(
    book: Book, panel: IndicatorPanel, moves: dict[str, Movement]
) -> TableView | None:
    """Every area whose change could be judged; None where none could."""
    language, areas = book.language, book.catalog.areas_by_code
    told = [
        (code, m, m.before) for code, m in moves.items() if m.move.is_told and m.before is not None
    ]
    if not 0 < len(told) <= MOST_LISTED:
        return None
    _ = language._
    return TableView(
        caption=_("Cambio desde la cifra anterior de cada área"),
        head=(_("Área"), _("Antes"), _("Después"), _("Qué se puede decir"), _("Cinco periodos")),
        rows=tuple(
            (
                language.text(areas[code].names),
                dated_value(book, before),
                dated_value(book, m.after),
                move_words(language, m),
                trend_words(language, m.trend.state, panel.indicator.direction),
            )
            for code, m, before in told
        ),
    )
