"""Pure. The pages of courses: what is open, what a source tells of, what is over."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from quipu.model.library import CHECK_DAYS, Course, CourseState
from quipu.pages.addresses import relative
from quipu.pages.book import Book
from quipu.pages.frame import counterparts, frame
from quipu.pages.library.items import course_item
from quipu.pages.library.shelves import other_rooms, same_topic
from quipu.pages.library.tags import COURSES, by_topic, tag_groups, topic_name
from quipu.pages.page import Page
from quipu.views import LibraryPage, Link, Shelf


def course_pages(book: Book) -> Iterator[Page]:
    """Every page of courses; the first one also where there are none."""
    code, courses = book.language.code, shown(book)
    page = book.path("courses")
    yield Page(path=page, template="library", language=code, view=_all(book, courses, page))
    for topic, own in by_topic(book, courses).items():
        page = book.path(COURSES.topics, topic)
        view = _tagged(book, topic, own, page)
        yield Page(path=page, template="library", language=code, view=view)


def course_paths(book: Book) -> Iterator[str]:
    """The file of every page of courses."""
    yield book.path("courses")
    yield from (book.path(COURSES.topics, topic) for topic in by_topic(book, shown(book)))


def shown(book: Book) -> tuple[Course, ...]:
    """The courses that are listed: all but those whose link nobody opened for too long."""
    day = book.edition.as_of
    return tuple(c for c in book.catalog.library.courses if c.state(day) is not CourseState.STALE)


def _all(book: Book, courses: Sequence[Course], page: str) -> LibraryPage:
    _ = book.language._
    title = _("Cursos y materiales")
    return LibraryPage(
        frame=frame(
            book,
            page,
            title=title,
            description=_(
                "Cursos, encuentros y guías sobre integridad pública de los que hay una fuente: "
                "qué está abierto, qué falta comprobar y qué ya pasó."
            ),
            section="system",
            alternates=counterparts(book, "courses"),
        ),
        title=title,
        parents=(),
        notes=_notes(book),
        tags=tag_groups(book, COURSES, courses, page),
        shelves=(*_shelves(book, courses, page), *_hidden(book, courses)),
        others=other_rooms(book, COURSES, page),
    )


def _notes(book: Book) -> tuple[str, ...]:
    _ = book.language._
    return (
        _(
            "Un curso se muestra como abierto solo si tiene fecha de inicio y alguien comprobó su "
            "enlace en los últimos {days} días. Si sabe de uno, envíe la dirección y el día en que "
            "la abrió.",
            days=CHECK_DAYS,
        ),
        _("Las etiquetas de tema son una propuesta de este sitio."),
    )


def _hidden(book: Book, courses: Sequence[Course]) -> tuple[Shelf, ...]:
    """How many courses are not listed, and why; nothing where all are."""
    language = book.language
    hidden = len(book.catalog.library.courses) - len(courses)
    text = language.plural(
        "{n} curso no se muestra porque su enlace se comprobó hace demasiado.",
        "{n} cursos no se muestran porque sus enlaces se comprobaron hace demasiado.",
        hidden,
    )
    title = language._("No se muestran")
    shelf = Shelf(anchor="ocultos", title=title, text="", items=(), empty=text)
    return (shelf,) if hidden else ()


def _shelves(book: Book, courses: Sequence[Course], page: str) -> tuple[Shelf, ...]:
    _ = book.language._
    told = (
        (
            CourseState.OPEN,
            "abiertos",
            _("Abiertos, con enlace comprobado"),
            "",
            _("Ninguno: de ningún curso se conoce una fecha de inicio con su enlace comprobado."),
        ),
        (
            CourseState.SEEN,
            "vistos",
            _("Materiales y espacios vistos en una fuente"),
            _("Aquí no se ofrecen: se dice que existen y qué fuente los cuenta."),
            _("Ninguno."),
        ),
        (
            CourseState.PAST,
            "realizados",
            _("Ya realizados"),
            _("Sirven para saber quién los dio y a quién pedir el material u otra edición."),
            _("Ninguno."),
        ),
    )
    day = book.edition.as_of
    return tuple(
        Shelf(
            anchor=anchor,
            title=title,
            text=text,
            items=tuple(
                course_item(book, course, page)
                for course in sorted(courses, key=_newest)
                if course.state(day) is state
            ),
            empty=empty,
        )
        for state, anchor, title, text, empty in told
    )


def _of_topic(book: Book, own: Sequence[Course], page: str) -> tuple[Shelf, ...]:
    """Whether anything is open is always said; of the other sections those that hold something."""
    first, *others = _shelves(book, own, page)
    return first, *(shelf for shelf in others if shelf.items)


def _newest(course: Course) -> tuple[int, str]:
    return -course.valid_at.end.toordinal(), course.slug


def _tagged(book: Book, topic: str, own: Sequence[Course], page: str) -> LibraryPage:
    _ = book.language._
    name = topic_name(book, topic)
    title = _("Cursos y materiales: {name}", name=name)
    return LibraryPage(
        frame=frame(
            book,
            page,
            title=title,
            description=_("Cursos, encuentros y guías sobre un tema: {name}.", name=name),
            section="system",
            alternates=counterparts(book, COURSES.topics, topic),
        ),
        title=title,
        parents=(Link(href=relative(page, book.path("courses")), text=_("Cursos y materiales")),),
        notes=(),
        tags=tag_groups(book, COURSES, shown(book), page),
        shelves=_of_topic(book, own, page),
        others=same_topic(book, COURSES, topic, page),
    )
