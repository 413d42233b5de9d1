"""Pure. What a region can learn from others on what it lacks."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date

from quipu.model import Area
from quipu.model.library import Assistance, Course, CourseState, Practice
from quipu.pages.addresses import relative
from quipu.pages.book import Book
from quipu.pages.library.practices import in_order, region_link
from quipu.pages.library.tags import ASSISTANCE, COURSES, topic_name
from quipu.views import HelpBlock, HelpRow, Link

MOST_PRACTICES = 4
MOST_COURSES = 4
_STATES = (CourseState.OPEN, CourseState.SEEN, CourseState.PAST)
"""Which courses are told of, in this order."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Help:
    """What others offer on one topic."""

    topic: str
    practices: tuple[Practice, ...]
    """Of other areas."""
    courses: tuple[Course, ...]
    """What is open first; none whose link nobody opened for too long."""
    assistance: tuple[Assistance, ...]

    @property
    def is_empty(self) -> bool:
        """Whether nothing was found."""
        return not (self.practices or self.courses or self.assistance)


def found_help(
    area: str,
    topics: Collection[str],
    practices: Sequence[Practice],
    courses: Sequence[Course],
    assistance: Sequence[Assistance],
    as_of: date,
) -> tuple[Help, ...]:
    """Match what an area lacks with what others did, by topic alone.

    Args:
        area: Code of the area. Its own practices are none of others; help that it got itself is
            no reason to ask for it again.
        topics: Ids of the topics that it lacks, the most pressing first; each is told once.
        practices: All of them.
        courses: All of them.
        assistance: All that was given.
        as_of: The day on which courses are open or not.

    Returns:
        What was found on each topic, in the order of *topics*; also where it is nothing.
    """
    found = []
    for topic in dict.fromkeys(topics):
        own = [course for course in courses if topic in course.topics]
        told = [course for state in _STATES for course in own if course.state(as_of) is state]
        found.append(
            Help(
                topic=topic,
                practices=tuple(
                    one for one in practices if topic in one.topics and one.ref_area != area
                ),
                courses=tuple(told),
                assistance=tuple(
                    one for one in assistance if topic in one.topics and one.ref_area != area
                ),
            )
        )
    return tuple(found)


def help_for(book: Book, area: Area, topics: Collection[str], page: str) -> HelpBlock | None:
    """What others offer an area on the topics that it lacks, with links.

    Args:
        book: The facts in the page's language.
        area: Who lacks something.
        topics: Ids of topics, the most pressing first.
        page: The file of the page that tells it.

    Returns:
        A row a topic on which something was found, and the names of the others; None where no
        topic is given.
    """
    catalog, language = book.catalog, book.language
    library = catalog.library
    found = found_help(
        area.code,
        topics,
        in_order(book, library.practices),
        library.courses,
        catalog.registers.assistance,
        book.edition.as_of,
    )
    if not found:
        return None
    ask = relative(page, f"{book.path('assistance')}#pedir")
    return HelpBlock(
        rows=tuple(_row(book, one, page) for one in found if not one.is_empty),
        without=tuple(topic_name(book, one.topic) for one in found if one.is_empty),
        ask=Link(href=ask, text=language._("Cómo pedir asistencia")),
    )


def _row(book: Book, found: Help, page: str) -> HelpRow:
    language = book.language
    count = len(found.assistance)
    href = relative(page, book.path(ASSISTANCE.topics, found.topic)) if count else ""
    words = language.plural("Se dio asistencia {n} vez", "Se dio asistencia {n} veces", count)
    return HelpRow(
        topic=topic_name(book, found.topic),
        practices=tuple(region_link(book, p, page) for p in found.practices[:MOST_PRACTICES]),
        courses=tuple(
            _course_link(book, course, found.topic, page) for course in found.courses[:MOST_COURSES]
        ),
        assistance=Link(href=href, text=words) if count else None,
    )


def _course_link(book: Book, course: Course, topic: str, page: str) -> Link:
    """Link to a course among those on a topic, and whether it is open."""
    _, title = book.language._, book.language.text(course.titles)
    state = course.state(book.edition.as_of)
    told = {
        CourseState.OPEN: _("{title} (abierto)", title=title),
        CourseState.PAST: _("{title} (ya realizado)", title=title),
    }
    href = relative(page, f"{book.path(COURSES.topics, topic)}#{course.slug}")
    return Link(href=href, text=told.get(state, title))
