"""Pure. What the libraries hold, and the way from one to another."""

from __future__ import annotations

from collections.abc import Sequence

from quipu.model.library import CourseState
from quipu.pages.addresses import relative
from quipu.pages.book import Book
from quipu.pages.library.tags import (
    ASSISTANCE,
    COMMITMENTS,
    COURSES,
    PRACTICES,
    Room,
    Tagged,
    by_topic,
)
from quipu.views import Link

ASKING = "pedir-asistencia"
AGREEING = "anotar-un-acuerdo"
"""Names of guides that the libraries lead to, where the site has them."""


def held(book: Book, room: Room) -> Sequence[Tagged]:
    """What a library shows: of courses not those whose link nobody opened for long."""
    if room is PRACTICES:
        return book.catalog.library.practices
    if room is ASSISTANCE:
        return book.catalog.registers.assistance
    day = book.edition.as_of
    shown = (c for c in book.catalog.library.courses if c.state(day) is not CourseState.STALE)
    return tuple(shown)


def other_rooms(book: Book, room: Room, page: str) -> tuple[Link, ...]:
    """Links to the libraries other than the one at hand."""
    _ = book.language._
    names = {
        PRACTICES.page: _("Buenas prácticas"),
        COURSES.page: _("Cursos y materiales"),
        ASSISTANCE.page: _("Asistencia y cómo pedirla"),
        COMMITMENTS.page: _("Compromisos"),
    }
    return tuple(
        Link(href=relative(page, book.path(kind)), text=name)
        for kind, name in names.items()
        if kind != room.page
    )


def same_topic(book: Book, room: Room, topic: str, page: str) -> tuple[Link, ...]:
    """Links to the same topic in the other libraries, where they hold something on it."""
    _ = book.language._
    names = {
        PRACTICES.page: _("Prácticas sobre este tema: {count}"),
        COURSES.page: _("Cursos y materiales sobre este tema: {count}"),
        ASSISTANCE.page: _("Asistencia que se dio sobre este tema: {count}"),
    }
    found = []
    for other in (PRACTICES, COURSES, ASSISTANCE):
        count = len(by_topic(book, held(book, other)).get(topic, ()))
        if other is not room and count:
            number = book.language.formats.number(count, 0)
            href = relative(page, book.path(other.topics, topic))
            found.append(Link(href=href, text=names[other.page].format(count=number)))
    return tuple(found)
