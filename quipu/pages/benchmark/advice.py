"""Pure. What a category recommends to an area: the set-up, its distance, the next steps."""

from __future__ import annotations

from quipu.i18n.kinds import words_of
from quipu.method import Category
from quipu.pages.book import Book
from quipu.score.places import MatrixPlaces, Placement
from quipu.views import Fact

STEPS = 3
"""Next steps told on an area's page."""


def setup_facts(
    book: Book, places: MatrixPlaces, place: Placement, category: Category
) -> tuple[Fact, ...]:
    """Current and recommended set-up, minimum tasks, support and review."""
    language, matrix = book.language, places.matrix
    _ = language._
    kinds = words_of(language, book.areas[0].kind).many
    current = _("sin una cifra que se pueda comparar entre {kinds}", kinds=kinds)
    if book.commentary(place.ref_area) is not None:
        current = _("{current}; vea en el comentario lo que se pudo leer", current=current)
    if place.setup_current is not None and place.setup_current < len(matrix.setup_levels):
        current = language.text(matrix.setup_levels[place.setup_current])
    gap = ""
    if place.setup_current is not None:
        short = category.setup_low - place.setup_current
        gap = (
            _("ninguna: ya la cumple")
            if short <= 0
            else language.plural("{n} nivel", "{n} niveles", short)
        )
    tasks = _("sin información publicada")
    if place.tasks_done is not None:
        tasks = _("{done} de {total}", done=place.tasks_done, total=len(matrix.minimum))
    facts = (
        (_("Modalidad actual"), current),
        (_("Modalidad recomendada"), language.text(category.setups)),
        (_("Diferencia"), gap),
        (_("Tareas mínimas cumplidas"), tasks),
        (_("Apoyo nacional propuesto"), language.text(category.support)),
        (
            _("Se revisa"),
            language.plural("cada {n} mes", "cada {n} meses", category.review_months),
        ),
    )
    return tuple(Fact(label=label, text=text) for label, text in facts if text)


def next_steps(
    book: Book, places: MatrixPlaces, place: Placement, category: Category
) -> tuple[str, ...]:
    """The set-up first where it is unknown or short, then the functions in their order."""
    language, matrix = book.language, places.matrix
    steps = []
    if matrix.setup_indicator and place.setup_current is None:
        steps.append(language.text(matrix.setup_unknown))
    elif place.setup_current is not None and place.setup_current < category.setup_low:
        steps.append(
            language._(
                "Pasar a la modalidad recomendada: {setup}", setup=language.text(category.setups)
            )
        )
    steps += [
        text
        for key in category.functions
        if key in matrix.minimum and (text := language.text(matrix.function(key).steps))
    ]
    return tuple([text for text in steps if text][:STEPS])


def own_step(book: Book, places: MatrixPlaces, category: Category) -> str:
    """What the category puts first of its own, beyond the tasks that are the same for all."""
    language, matrix = book.language, places.matrix
    for key in category.functions:
        step = language.text(matrix.function(key).steps)
        if key not in matrix.minimum and step:
            return language._(
                "Después, lo primero propio de la categoría {category}: {step}",
                category=category.id,
                step=f"{step[:1].lower()}{step[1:]}",
            )
    return ""
