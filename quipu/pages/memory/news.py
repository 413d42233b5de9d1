"""Pure. What each feed tells: editions, changes of figures, and news that people wrote."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace

from quipu.memory.changes import Change
from quipu.memory.ledger import moved
from quipu.model import Area, Indicator
from quipu.pages.book import Book
from quipu.pages.frame import site_feed
from quipu.pages.home import updates
from quipu.pages.lists import full_name
from quipu.pages.memory.changes import (
    MOST_IN_LOG,
    MOST_ON_PAGE,
    anchor_of,
    change_view,
    feed_beside,
    feed_path,
    named,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """Something that a feed tells."""

    key: str
    title: str
    day: str
    target: str
    """The page and fragment, relative to the root of the site."""
    summary: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Channel:
    """A feed: where it stands, of what it is, what it tells."""

    path: str
    title: str
    page: str
    told: tuple[Told, ...]


def site_channels(book: Book) -> Iterator[Channel]:
    """The feed of the whole site, and that of changes alone."""
    _, site = book.language._, book.language.text(book.catalog.site.titles)
    written = tuple(
        Told(
            key=update.anchor,
            title=update.title,
            day=update.iso_date,
            target=f"{book.path('updates')}#{update.anchor}",
            summary=update.summary,
        )
        for update in updates(book)
    )
    yield Channel(
        path=site_feed(book),
        title=site,
        page=book.path("home"),
        told=(*written, *_editions(book)),
    )
    page = book.path("changes")
    yield Channel(
        path=feed_path(book, "changes"),
        title=_("{title}: cambios de cifras publicadas", title=site),
        page=page,
        told=_changes(book, book.history.log, page),
    )


def area_channels(book: Book, area: Area) -> Iterator[Channel]:
    """The feed of an area: what each edition brought it, and what changed."""
    page = book.path("areas", area.slug)
    codes = {area.code, *(c.code for c in book.catalog.composites_by_member[area.code])}
    channel = Channel(
        path=feed_path(book, "areas", area.slug),
        title=full_name(book.at(area.kind), area),
        page=page,
        told=(
            *_changes(book, book.history.of_areas(codes), page),
            *_brought(book, page, codes),
        ),
    )
    return _at_all(book, channel)


def indicator_channels(book: Book, indicator: Indicator) -> Iterator[Channel]:
    """The feed of an indicator: what each edition brought, and what changed."""
    page = book.path("indicators", indicator.id)
    channel = Channel(
        path=feed_path(book, "indicators", indicator.id),
        title=book.language.text(indicator.names),
        page=page,
        told=(
            *_changes(book, book.history.of_indicator(indicator.id), page),
            *_brought(book, page, (indicator.id,)),
        ),
    )
    return _at_all(book, channel)


def _at_all(book: Book, channel: Channel) -> Iterator[Channel]:
    """A channel, and the same where it stood while its page had another address.

    Who subscribed there is told on, under the ids that were given there.
    """
    addresses = book.easel.once("moved", lambda: moved(book.catalog.memory.addresses))
    yield channel
    for old, page in addresses.items():
        if page == channel.page:
            yield replace(channel, path=feed_beside(old))


def _changes(book: Book, changes: Sequence[Change], page: str) -> tuple[Told, ...]:
    found = []
    most = MOST_IN_LOG if page == book.path("changes") else MOST_ON_PAGE
    for n, (change, key) in enumerate(named(changes)):
        anchor = anchor_of(key)
        view = change_view(book, change, page, anchor)
        kind = view.kind or book.language._("Cambio")
        found.append(
            Told(
                key=key,
                title=f"{kind}: {view.indicator.text}, {view.area.text}, {view.period}",
                day=change.date,
                target=f"{page}#{anchor}" if n < most else page,
                summary=f"{view.before} → {view.after}. {view.reason}"
                if change.is_of_one
                else view.reason,
            )
        )
    return tuple(found)


def _editions(book: Book) -> Iterator[Told]:
    for edition in book.catalog.memory.editions:
        yield Told(
            key=f"edicion {edition.name}",
            title=book.language._("Edición {name}", name=edition.name),
            day=edition.date,
            target=f"{book.path('editions')}#e-{edition.name}",
            summary=book.language.text(edition.notes),
        )


def _brought(book: Book, page: str, subjects: Collection[str]) -> Iterator[Told]:
    """What each edition brought: how many figures there are, and how many of them are new."""
    language, number = book.language, book.language.formats.number
    for arrival in book.history.arrivals(subjects):
        yield Told(
            key=f"edicion {arrival.edition}",
            title=language._("Edición {name}", name=arrival.edition),
            day=arrival.date,
            target=page,
            summary=language._(
                "Cifras: {count}. Nuevas: {new}.",
                count=number(arrival.count, 0),
                new=number(arrival.new_count, 0),
            ),
        )
