"""Pure. Who can help a region: who assists it, what it did and got, what others did."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from quipu.model import Area
from quipu.model.library import Assistance, Course, CourseState, Practice
from quipu.pages.addresses import relative
from quipu.pages.book import Book
from quipu.pages.library.items import practice_link, years_of
from quipu.pages.library.practices import in_order, region_link
from quipu.pages.library.shelves import ASKING
from quipu.pages.library.tags import ASSISTANCE, COURSES, PRACTICES, topic_name
from quipu.pages.system.guiding import guide_links
from quipu.views import HelpBlock, HelpRow, Link, OwnItem

MOST_PRACTICES = 2
MOST_COURSES = 2
WHO = "can-y-sip"
"""Name of the concept that says who assists the regions."""
_OFFERED = (CourseState.OPEN, CourseState.SEEN)
"""Which courses are told of one by one, in this order."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Help:
    """What others offer on one topic."""

    topic: str
    practices: tuple[Practice, ...]
    """Of other areas; none that was only announced."""
    courses: tuple[Course, ...]
    """What is open first; none that is over or whose link nobody opened for too long."""
    past: tuple[Course, ...]
    assistance: tuple[Assistance, ...]

    @property
    def is_empty(self) -> bool:
        """Whether nothing was found."""
        return not (self.practices or self.courses or self.past or self.assistance)


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
        practices: All of them; those that were only announced are left out.
        courses: All of them.
        assistance: All that was given.
        as_of: The day on which courses are open or not.

    Returns:
        What was found on each topic, in the order of *topics*; also where it is nothing.
    """
    done = [one for one in practices if not one.is_planned and one.ref_area != area]
    given = [one for one in assistance if one.ref_area != area]
    found = []
    for topic in dict.fromkeys(topics):
        own = [course for course in courses if topic in course.topics]
        states = {course.slug: course.state(as_of) for course in own}
        told = [course for state in _OFFERED for course in own if states[course.slug] is state]
        found.append(
            Help(
                topic=topic,
                practices=tuple(one for one in done if topic in one.topics),
                courses=tuple(told),
                past=tuple(one for one in own if states[one.slug] is CourseState.PAST),
                assistance=tuple(one for one in given if topic in one.topics),
            )
        )
    return tuple(found)


def help_for(book: Book, area: Area, topics: Collection[str], page: str) -> HelpBlock | None:
    """Who can help an area with what it lacks.

    Args:
        book: The facts in the page's language.
        area: Who lacks something.
        topics: Ids of topics, the most pressing first.
        page: The file of the page that tells it.

    Returns:
        Who assists the regions, what this one did and got, a row a topic on which something was
        found, and the names of the other topics; None where no topic is given.
    """
    catalog, _ = book.catalog, book.language._
    library, given = catalog.library, catalog.registers.assistance
    found = found_help(
        area.code,
        topics,
        in_order(book, library.practices),
        library.courses,
        given,
        book.edition.as_of,
    )
    if not found:
        return None
    concept = _concept(book, page)
    received = [one for one in given if one.ref_area == area.code]
    return HelpBlock(
        who=_who(book) if concept else "",
        links=(
            Link(href=_href(book, page, ASSISTANCE.page, "", "pedir"), text=_("Cómo pedir ayuda")),
            *guide_links(book, page, ASKING),
            *((concept,) if concept else ()),
        ),
        practices=tuple(_own_practices(book, area, page)),
        received=tuple(_received(book, received)),
        received_all=Link(
            href=_href(book, page, ASSISTANCE.areas, area.slug),
            text=_(
                "La ayuda que recibió {name}, con sus fuentes", name=book.language.text(area.names)
            ),
        )
        if received
        else None,
        title=_("Qué hay en otras regiones sobre lo que aquí falta"),
        rows=tuple(_row(book, one, page) for one in found if not one.is_empty),
        without=tuple(topic_name(book, one.topic) for one in found if one.is_empty),
    )


def _who(book: Book) -> str:
    return book.language._(
        "La Secretaría de Integridad Pública (SIP), de la Presidencia del Consejo de Ministros "
        "(PCM), da asistencia a las entidades, también a los gobiernos regionales. La Comisión de "
        "Alto Nivel Anticorrupción (CAN) coordina las acciones contra la corrupción en el país."
    )


def _concept(book: Book, page: str) -> Link | None:
    """The concept that says who assists the regions; None where the site lacks it."""
    known, language = book.catalog.documents_by_key, book.language
    for code in (language.code, language.first):
        if document := known.get(("concepts", WHO, code)):
            return Link(href=_href(book, page, "concepts", WHO), text=document.meta["title"])
    return None


def _own_practices(book: Book, area: Area, page: str) -> Iterator[OwnItem]:
    for one in in_order(book, book.catalog.library.practices):
        if one.ref_area == area.code:
            yield OwnItem(
                link=practice_link(book, one, page),
                when=years_of(book, one.valid_at),
                mark=book.language._("Anunciado") if one.is_planned else "",
            )


def _received(book: Book, received: Sequence[Assistance]) -> Iterator[OwnItem]:
    text = book.language.text
    for one in sorted(received, key=lambda a: (-a.valid_at.end.toordinal(), a.proof.origin.line)):
        words = f"{text(one.providers)}: {text(one.forms)}"
        yield OwnItem(link=Link(href="", text=words), when=years_of(book, one.valid_at), mark="")


def _row(book: Book, found: Help, page: str) -> HelpRow:
    _, topic = book.language._, found.topic
    shown = _of_regions(found.practices)
    practices, past, given = (len(x) for x in (found.practices, found.past, found.assistance))

    def told(words: str, kind: str, count: int, anchor: str = "") -> Link:
        number = book.language.formats.number(count, 0)
        text = words.format(topic=topic, n=number)
        return Link(href=_href(book, page, kind, topic, anchor), text=text)

    more, over = (
        _("Todas las prácticas sobre {topic}: {n}"),
        _("Cursos ya realizados sobre {topic}: {n}"),
    )
    helped = _("Ayuda a otros sobre {topic}: {n}")
    return HelpRow(
        topic=topic_name(book, topic),
        practices=tuple(region_link(book, one, page) for one in shown),
        more=told(more, PRACTICES.topics, _on_page(book, topic))
        if practices > len(shown)
        else None,
        courses=tuple(
            _course_link(book, course, topic, page) for course in found.courses[:MOST_COURSES]
        ),
        past=told(over, COURSES.topics, past, "realizados") if past else None,
        assistance=told(helped, ASSISTANCE.topics, given) if given else None,
    )


def _on_page(book: Book, topic: str) -> int:
    """How many practices the page of a topic holds."""
    return sum(topic in one.topics for one in book.catalog.library.practices)


def _of_regions(practices: Sequence[Practice]) -> list[Practice]:
    """The first practice of each region, of two regions at most."""
    firsts: dict[str, Practice] = {}
    for one in practices:
        firsts.setdefault(one.ref_area, one)
    return list(firsts.values())[:MOST_PRACTICES]


def _course_link(book: Book, course: Course, topic: str, page: str) -> Link:
    """Link to a course among those on a topic, and whether it is open."""
    _, title = book.language._, book.language.text(course.titles)
    told = {
        CourseState.OPEN: _("{title} (abierto)", title=title),
        CourseState.SEEN: _("{title} (visto en la fuente)", title=title),
    }
    href = _href(book, page, COURSES.topics, topic, course.slug)
    return Link(href=href, text=told[course.state(book.edition.as_of)])


def _href(book: Book, page: str, kind: str, name: str = "", anchor: str = "") -> str:
    path = book.path(kind, name) if name else book.path(kind)
    return relative(page, f"{path}#{anchor}" if anchor else path)
