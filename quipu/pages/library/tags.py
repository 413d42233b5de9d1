"""Pure. Filters that need no program: a page a tag, and the links between them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Protocol, TypeVar

from quipu.model.register_codes import TopicKind
from quipu.pages.addresses import relative
from quipu.pages.book import Book
from quipu.pages.frame import folded
from quipu.views import Link, Tag, TagGroup


@dataclass(frozen=True, slots=True, kw_only=True)
class Room:
    """A library: what its pages are called among the addresses."""

    page: str
    topics: str = ""
    """Empty where it has no pages of topics."""
    areas: str = ""
    """Empty where it has no pages of areas."""


PRACTICES = Room(page="practices", topics="practice_topics", areas="practice_areas")
COURSES = Room(page="courses", topics="course_topics")
ASSISTANCE = Room(page="assistance", topics="assistance_topics", areas="assistance_areas")
COMMITMENTS = Room(page="commitments")


class Tagged(Protocol):
    """What carries tags."""

    @property
    def ref_area(self) -> str:
        """The area that it is about, or the country."""

    @property
    def topics(self) -> tuple[str, ...]:
        """Ids of topics."""


One = TypeVar("One", bound=Tagged)


def by_topic(book: Book, items: Iterable[One]) -> dict[str, tuple[One, ...]]:
    """What carries each topic, in the order of the list of topics; topics without any left out."""
    found: dict[str, list[One]] = {topic: [] for topic in book.catalog.registers.topics}
    for item in items:
        for topic in item.topics:
            found[topic].append(item)
    return {topic: tuple(own) for topic, own in found.items() if own}


def by_area(book: Book, items: Iterable[One]) -> dict[str, tuple[One, ...]]:
    """What is of each area that has a page, by code, A to Z; areas without any left out."""
    found: dict[str, list[One]] = {}
    for item in items:
        found.setdefault(item.ref_area, []).append(item)
    text = book.language.text
    areas = [area for area in book.catalog.page_areas if area.code in found]
    areas.sort(key=lambda area: folded(text(area.names)))
    return {area.code: tuple(found[area.code]) for area in areas}


def topic_name(book: Book, topic: str) -> str:
    """A topic with its id, as it is called everywhere: «C7: canal de denuncias»."""
    known = book.catalog.registers.topics.get(topic)
    name = book.language.text(known.names) if known else ""
    return f"{topic}: {name}" if name else topic


def topic_links(book: Book, room: Room, topics: Iterable[str], page: str) -> tuple[Link, ...]:
    """Links to the pages of topics in a library that has something on each."""
    return tuple(
        Link(href=relative(page, book.path(room.topics, topic)), text=topic_name(book, topic))
        for topic in topics
    )


def tag_groups(book: Book, room: Room, items: Sequence[Tagged], page: str) -> tuple[TagGroup, ...]:
    """The filters of a library: by component, by function, by what else there is, by area.

    Args:
        book: The facts in the page's language.
        room: The library.
        items: All that it holds.
        page: The file of the page that links to them; a filter that is this page says so.
    """
    _ = book.language._
    titles = {
        TopicKind.COMPONENT: _("Por componente del Modelo de Integridad"),
        TopicKind.FUNCTION: _("Por función de integridad"),
        TopicKind.TASK: _("Por tarea mínima"),
        TopicKind.OTHER: _("Por instancia"),
    }
    counts = {topic: len(own) for topic, own in by_topic(book, items).items()}
    known = book.catalog.registers.topics
    groups = [
        TagGroup(
            title=title,
            tags=tuple(
                _tag(book, topic_name(book, topic), book.path(room.topics, topic), count, page)
                for topic, count in counts.items()
                if known[topic].kind is kind
            ),
        )
        for kind, title in titles.items()
    ]
    if room.areas:
        tags = tuple(_of_areas(book, room, items, page))
        groups.append(TagGroup(title=_("Por región"), tags=tags))
    return tuple(group for group in groups if group.tags)


def _of_areas(book: Book, room: Room, items: Sequence[Tagged], page: str) -> Iterator[Tag]:
    for code, own in by_area(book, items).items():
        area = book.catalog.areas_by_code[code]
        name, path = book.language.text(area.names), book.path(room.areas, area.slug)
        yield _tag(book, name, path, len(own), page)


def _tag(book: Book, text: str, path: str, count: int, page: str) -> Tag:
    return Tag(
        link=Link(href=relative(page, path), text=text),
        count=book.language.formats.number(count, 0),
        is_here=path == page,
    )
