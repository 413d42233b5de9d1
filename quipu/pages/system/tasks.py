"""Pure. The minimum tasks of every area, with their evidence, and the list to tick off."""

from __future__ import annotations

from collections.abc import Iterator

from markupsafe import Markup

from quipu.i18n.language import Language
from quipu.model import Area
from quipu.pages.addresses import relative
from quipu.pages.book import Book
from quipu.pages.downloads import table_links
from quipu.pages.frame import alphabetical, counterparts, frame
from quipu.pages.page import Page
from quipu.pages.system.answers import SIGNS, answer_view, matter_words, standing
from quipu.pages.system.grids import count_words, link_to
from quipu.pages.system.working import body_of, text_card, texts_of
from quipu.registers.standing import Known, Matter
from quipu.views import Link, TaskCell, TaskRow, TasksPage

TASKS = (Matter.TASK_RISKS, Matter.TASK_POLICIES, Matter.TASK_MONITORING)
CHECKLIST = "tareas-minimas"
"""The template that is the list of a commission, where the root has it."""
_REGISTER = "minimum_tasks"


def tasks_paths(book: Book) -> Iterator[str]:
    """The file of the page; none where the root keeps no such register."""
    if has_tasks(book):
        yield book.path("tasks")


def tasks_pages(book: Book) -> Iterator[Page]:
    """The page."""
    if has_tasks(book):
        path, code = book.path("tasks"), book.language.code
        yield Page(path=path, template="tasks", language=code, view=tasks_page(book))


def has_tasks(book: Book) -> bool:
    """Whether the root keeps the register of minimum tasks."""
    return _REGISTER in book.catalog.registers.rows


def tasks_page(book: Book) -> TasksPage:
    """Make the page of the minimum tasks."""
    _, page = book.language._, book.path("tasks")
    checklist = next((d for d in texts_of(book, "templates") if d.name == CHECKLIST), None)
    return TasksPage(
        frame=frame(
            book,
            page,
            title=_("Las tres tareas mínimas"),
            description=_(
                "Qué evidencia publicada hay en cada región de las tres tareas que toda función "
                "de integridad debería cumplir, y una lista para comprobarlas."
            ),
            section="system",
            alternates=counterparts(book, "tasks"),
        ),
        intro=(
            _(
                "La OCDE (2021) recomienda que toda función de integridad regional identifique "
                "riesgos, proponga políticas concretas y haga seguimiento al modelo."
            ),
            _(
                "«Sin evidencia publicada» quiere decir que no se encontró en lo que se leyó. No "
                "quiere decir que la tarea no se hizo."
            ),
        ),
        counts=tuple(count_words(book, task) for task in TASKS),
        columns=tuple(matter_words(book.language, task) for task in TASKS),
        rows=tuple(_row(book, area, page) for area in alphabetical(book)),
        functions=Link(
            href=relative(page, book.path("functions")), text=_("Funciones de integridad")
        ),
        download=table_links(book, page, f"registros/{_REGISTER}"),
        checklist=text_card(book, checklist, page) if checklist else None,
        checklist_html=body_of(book, checklist, page) if checklist else Markup(""),
    )


def _row(book: Book, area: Area, page: str) -> TaskRow:
    return TaskRow(
        area=link_to(book, area, page, "areas"),
        cells=tuple(_cell(book, area, task, page) for task in TASKS),
    )


def _cell(book: Book, area: Area, task: Matter, page: str) -> TaskCell:
    told = standing(book, area)
    answer, known = answer_view(book, told, task, page), told.answers[task].known
    state, sign = SIGNS[known]
    link = None
    if answer.proof is not None:
        link = answer.proof.document or answer.proof.sources[0]
    return TaskCell(
        state=state,
        sign=sign,
        words=_words(book.language, known),
        when=answer.when,
        text=answer.text,
        text_language=answer.text_language,
        link=link,
    )


def _words(language: Language, known: Known) -> str:
    """A state of a task, in words."""
    _ = language._
    return {
        Known.YES: _("hecha"),
        Known.STALE: _("hecha; por confirmar"),
        Known.NO: _("no hecha"),
    }.get(known, _("sin evidencia publicada"))
