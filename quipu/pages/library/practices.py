"""Pure. The pages of practices: all of them, those on a topic, those of a region, each one."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from quipu.model.library import Practice
from quipu.pages.addresses import relative
from quipu.pages.book import Book
from quipu.pages.frame import counterparts, frame
from quipu.pages.library.items import found_result, practice_item, practice_link, years_of
from quipu.pages.library.shelves import other_rooms, same_topic
from quipu.pages.library.tags import PRACTICES, by_area, by_topic, tag_groups, topic_name
from quipu.pages.page import Page
from quipu.pages.system.proofs import text_of
from quipu.periods import Period
from quipu.prose.markdown import to_html
from quipu.views import LibraryPage, Link, PracticePage, Shelf

_MOST_OTHERS = 6


def practice_pages(book: Book) -> Iterator[Page]:
    """Every page of practices; the first one also where there are none."""
    code, practices = book.language.code, book.catalog.library.practices
    page = book.path("practices")
    yield Page(path=page, template="library", language=code, view=_all(book, page))
    for topic, own in by_topic(book, practices).items():
        page = book.path(PRACTICES.topics, topic)
        view = _tagged(book, page, PRACTICES.topics, topic, topic_name(book, topic), own)
        yield Page(path=page, template="library", language=code, view=view)
    for area, own in by_area(book, practices).items():
        known = book.catalog.areas_by_code[area]
        page, name = book.path(PRACTICES.areas, known.slug), book.language.text(known.names)
        view = _tagged(book, page, PRACTICES.areas, known.slug, name, own)
        yield Page(path=page, template="library", language=code, view=view)
    for practice in practices:
        page = book.path("practices", practice.slug)
        yield Page(path=page, template="practice", language=code, view=_one(book, practice, page))


def practice_paths(book: Book) -> Iterator[str]:
    """The file of every page of practices."""
    practices = book.catalog.library.practices
    yield book.path("practices")
    yield from (book.path(PRACTICES.topics, topic) for topic in by_topic(book, practices))
    areas = book.catalog.areas_by_code
    yield from (book.path(PRACTICES.areas, areas[a].slug) for a in by_area(book, practices))
    yield from (book.path("practices", practice.slug) for practice in practices)


def in_order(book: Book, practices: Sequence[Practice]) -> tuple[Practice, ...]:
    """Those with a measured result first, then the newest; those only announced at the end."""

    def order(practice: Practice) -> tuple[bool, bool, int, str]:
        found = found_result(book, practice)
        is_measured = found is not None and found.is_measured
        return practice.is_planned, not is_measured, -_age(practice.valid_at), practice.slug

    return tuple(sorted(practices, key=order))


def _age(period: Period) -> int:
    return period.end.toordinal()


def _all(book: Book, page: str) -> LibraryPage:
    _, practices = book.language._, book.catalog.library.practices
    title = _("Buenas prácticas")
    return LibraryPage(
        frame=frame(
            book,
            page,
            title=title,
            description=_(
                "Lo que hicieron o anunciaron regiones y comisiones, con su fuente y sus límites, "
                "para que otras puedan adaptarlo."
            ),
            section="system",
            alternates=counterparts(book, "practices"),
        ),
        title=title,
        parents=(),
        notes=_notes(book),
        tags=tag_groups(book, PRACTICES, practices, page),
        shelves=_shelves(book, practices, page),
        others=other_rooms(book, PRACTICES, page),
    )


def _notes(book: Book) -> tuple[str, ...]:
    language, practices = book.language, book.catalog.library.practices
    _ = language._
    planned = sum(one.is_planned for one in practices)
    found = [found_result(book, one) for one in practices if not one.is_planned]
    measured = sum(one is not None and one.is_measured for one in found)
    return (
        _(
            "Una práctica está aquí porque una fuente la cuenta, no porque se haya comprobado que "
            "funciona. Dice «resultado medido» solo si una cifra de este sitio mejoró después, "
            "más de lo que explicaría el azar; y ni siquiera eso prueba que la práctica fuera la "
            "causa."
        ),
        _(
            "Hechas: {done}. Solo anunciadas: {planned}. Con resultado medido: {measured}.",
            done=language.formats.number(len(practices) - planned, 0),
            planned=language.formats.number(planned, 0),
            measured=language.formats.number(measured, 0),
        ),
        _(
            "Las etiquetas de tema son una propuesta de este sitio. Que una región no aparezca no "
            "dice que no haga nada: dice que no se encontró una fuente."
        ),
    )


def _shelves(book: Book, practices: Sequence[Practice], page: str) -> tuple[Shelf, ...]:
    """What was done, and apart from it what was only announced, if anything was."""
    _, ordered = book.language._, in_order(book, practices)
    done = [one for one in ordered if not one.is_planned]
    planned = [one for one in ordered if one.is_planned]
    shelves = (
        Shelf(
            anchor="practicas",
            title=_("Prácticas hechas"),
            text="",
            items=tuple(practice_item(book, one, page) for one in done),
            empty=_("Todavía no se ha registrado ninguna práctica."),
        ),
        Shelf(
            anchor="anunciadas",
            title=_("Prácticas anunciadas"),
            text=_("Una fuente las anuncia o las programa; aquí no consta que se hicieran."),
            items=tuple(practice_item(book, one, page) for one in planned),
            empty="",
        ),
    )
    # One shelf is always there, so that a page says at least that nothing is on record.
    return tuple(s for s in shelves if s.items) or shelves[:1]


def _tagged(
    book: Book, page: str, kind: str, key: str, name: str, own: Sequence[Practice]
) -> LibraryPage:
    _ = book.language._
    title = _("Buenas prácticas: {name}", name=name)
    is_topic = kind == PRACTICES.topics
    return LibraryPage(
        frame=frame(
            book,
            page,
            title=title,
            description=_about_topic(book, name) if is_topic else _about_area(book, name, own),
            section="system",
            alternates=counterparts(book, kind, key),
        ),
        title=title,
        parents=(_library_link(book, page),),
        notes=(),
        tags=tag_groups(book, PRACTICES, book.catalog.library.practices, page),
        shelves=_shelves(book, own, page),
        others=same_topic(book, PRACTICES, key, page) if is_topic else (),
    )


def _about_topic(book: Book, name: str) -> str:
    return book.language._(
        "Lo que hicieron o anunciaron las regiones, con su fuente y sus límites: {name}.", name=name
    )


def _about_area(book: Book, name: str, own: Sequence[Practice]) -> str:
    """What an area did, what it announced, or both."""
    _, kinds = book.language._, {one.is_planned for one in own}
    if kinds == {True}:
        return _("Lo que anunció {name}, con su fuente y sus límites.", name=name)
    if kinds == {False}:
        return _("Lo que hizo {name}, con su fuente y sus límites.", name=name)
    return _("Lo que hizo y lo que anunció {name}, con su fuente y sus límites.", name=name)


def _library_link(book: Book, page: str) -> Link:
    href = relative(page, book.path("practices"))
    return Link(href=href, text=book.language._("Buenas prácticas"))


def _one(book: Book, practice: Practice, page: str) -> PracticePage:
    language = book.language
    item = practice_item(book, practice, page)
    body, code = text_of(book, practice.texts)
    return PracticePage(
        frame=frame(
            book,
            page,
            title=language.text(practice.titles),
            description=language._(
                "Práctica {of_area}: {title}.",
                of_area=language.of(book.catalog.areas_by_code[practice.ref_area]),
                title=language.text(practice.titles),
            ),
            section="system",
            alternates=counterparts(book, "practices", practice.slug),
        ),
        parents=(_library_link(book, page),),
        item=item,
        cost=language.text(practice.costs),
        conditions=language.text(practice.conditions),
        html=to_html(body),
        language=code,
        others=_others(book, practice, page),
    )


def _others(book: Book, practice: Practice, page: str) -> tuple[Link, ...]:
    """Practices of other areas on one of its topics."""
    topics = set(practice.topics)
    alike = [
        one
        for one in book.catalog.library.practices
        if topics & set(one.topics) and one.ref_area != practice.ref_area
    ]
    return tuple(region_link(book, one, page) for one in in_order(book, alike)[:_MOST_OTHERS])


def region_link(book: Book, practice: Practice, page: str) -> Link:
    """Link to a practice that says of which region it is, of when, and if it was only announced."""
    _, link = book.language._, practice_link(book, practice, page)
    told = {
        "area": book.language.text(book.catalog.areas_by_code[practice.ref_area].names),
        "title": link.text,
        "years": years_of(book, practice.valid_at),
    }
    text = (
        _("{area}: {title} ({years}, anunciado)", **told)
        if practice.is_planned
        else _("{area}: {title} ({years})", **told)
    )
    return Link(href=link.href, text=text)
