"""Pure. How firm an area's category is, and what would change it, as sentences."""

from __future__ import annotations

from quipu.pages.benchmark.words import rounded_text, share_text
from quipu.pages.book import Book
from quipu.score.places import Change, MatrixPlaces, Placement


def firmness(book: Book, places: MatrixPlaces, place: Placement) -> tuple[str, ...]:
    """How often the category of an area holds under other weights, cuts and indicators."""
    language, matrix = book.language, places.matrix
    _ = language._
    method = book.catalog.method
    assert method is not None  # a matrix has a method
    listed = [
        _(
            "{category} en {share}",
            category=key,
            share=share_text(language, share, is_exact=place.is_borderline),
        )
        for key, share in list(place.support.items())[:4]
    ]
    found = [
        _(
            "Con otros pesos (±{spread}) y con el azar de las cuentas: {shares} de {draws} "
            "combinaciones.",
            spread=share_text(language, method.uncertainty.spread),
            shares=language.formats.listed(listed),
            draws=language.formats.number(method.uncertainty.draws, 0),
        )
    ]
    if place.is_borderline:
        found.append(
            _(
                "Ninguna llega al {needed} que se exige: por eso está en el límite.",
                needed=share_text(language, matrix.keep_below),
            )
        )
    total = sum(place.under_cuts.values())
    same = place.under_cuts.get(place.category, 0)
    found.append(
        _(
            "Con los cortes {step} puntos más arriba o más abajo: {category} en {same} de {total} "
            "maneras de moverlos.",
            step=f"{matrix.cut_step:g}",
            category=place.category,
            same=same,
            total=total,
        )
    )
    moved = {code: key for code, key in place.left_out.items() if key != place.category}
    if not moved:
        found.append(_("Sin cualquiera de los indicadores, uno a la vez: la misma categoría."))
    for code, key in moved.items():
        name = language.text(book.catalog.indicators_by_id[code].names)
        found.append(
            _("Sin «{indicator}»: pasaría a {category}.", indicator=name, category=key)
            if key
            else _("Sin «{indicator}»: no se podría clasificar.", indicator=name)
        )
    return tuple(found)


def change_text(book: Book, change: Change) -> str:
    """A single change that would lead to another category.

    The value is rounded away from where the figure is now, so that what is told suffices.
    """
    language = book.language
    indicator = book.catalog.indicators_by_id[change.indicator]
    told = {
        "category": change.category,
        "indicator": language.text(indicator.names),
        "value": rounded_text(language, indicator, change.value, is_up=change.is_rise),
        "now": language.value(indicator, change.now),
    }
    _ = language._
    if change.is_rise and change.is_strict:
        return _("{category}, si «{indicator}» fuera de más de {value} (hoy {now}).", **told)
    if change.is_rise:
        return _("{category}, si «{indicator}» fuera de {value} o más (hoy {now}).", **told)
    if change.is_strict:
        return _("{category}, si «{indicator}» fuera de menos de {value} (hoy {now}).", **told)
    return _("{category}, si «{indicator}» fuera de {value} o menos (hoy {now}).", **told)
