"""Pure. What figures suggest for a SWOT, in words that decide nothing."""

from __future__ import annotations

from quipu.model import Area
from quipu.model.priorities import Quadrant
from quipu.pages.book import Book
from quipu.score.judge import FALSE_ALARMS
from quipu.score.suggestions import Suggestions
from quipu.views.priorities import SuggestionView


def suggestion_views(
    book: Book, area: Area, found: Suggestions, page: str
) -> tuple[SuggestionView, ...]:
    """Each suggestion: which quadrant, and the figure beside the national benchmark."""
    language, name = book.language, book.language.text(area.names)
    _ = language._
    views = []
    for each in found.found:
        value, benchmark = each.judged.observation.value, each.judged.benchmark
        assert value is not None and benchmark is not None  # a figure that differs has both
        told = {
            "name": name,
            "value": language.value(each.indicator, value),
            "benchmark": language.value(each.indicator, benchmark),
            "period": language.formats.period(each.judged.observation.period),
        }
        is_strength = each.quadrant is Quadrant.STRENGTH
        views.append(
            SuggestionView(
                quadrant=_("Posible fortaleza") if is_strength else _("Posible debilidad"),
                indicator=book.indicator_link(each.indicator, page),
                text=_(
                    "{name}: {value} ({period}), mejor que la referencia nacional, {benchmark}.",
                    **told,
                )
                if is_strength
                else _(
                    "{name}: {value} ({period}), peor que la referencia nacional, {benchmark}.",
                    **told,
                ),
            )
        )
    return tuple(views)


def suggestion_note(book: Book, area: Area, found: Suggestions) -> str:
    """How to read the suggestions, or why there are none."""
    language, name = book.language, book.language.text(area.names)
    number = language.formats.number
    if not found.compared:
        return language._(
            "Los datos no sugieren hoy ningún punto para {name}: ninguna de sus cifras se puede "
            "comparar con una referencia nacional al 99.8 %. Hace falta un indicador con un "
            "sentido favorable y con numerador y denominador publicados.",
            name=name,
        )
    if not found.found:
        return language.plural(
            "Los datos no sugieren hoy ningún punto para {name}: {n} cifra comparada con su "
            "referencia nacional, y no se aparta de ella con 99.8 % de confianza.",
            "Los datos no sugieren hoy ningún punto para {name}: {n} cifras comparadas con su "
            "referencia nacional, y ninguna se aparta de ella con 99.8 % de confianza.",
            found.compared,
            name=name,
        )
    return language.plural(
        "Se comparó {n} cifra con su referencia nacional, con 99.8 % de confianza; solo por azar "
        "se esperarían {alarms} avisos. Nunca se sugieren oportunidades ni amenazas, y la región "
        "decide si acepta o descarta cada punto.",
        "Se compararon {n} cifras con su referencia nacional, con 99.8 % de confianza; solo por "
        "azar se esperarían {alarms} avisos. Nunca se sugieren oportunidades ni amenazas, y la "
        "región decide si acepta o descarta cada punto.",
        found.compared,
        alarms=number(found.compared * FALSE_ALARMS[1], 3),
    )
