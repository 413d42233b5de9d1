"""Pure. What stands around every page: navigation, languages, edition, disclaimers."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Mapping

from quipu.i18n.kinds import words_of
from quipu.model import Area
from quipu.pages.addresses import address, file_of, relative
from quipu.pages.book import MAIN_SECTIONS, Book
from quipu.views import Alternate, Frame, FrozenNote, Link
from quipu.vocab import AreaKind

_LANGUAGE_NAMES = {"es": "Español", "en": "English", "qu": "Runasimi", "ay": "Aymar aru"}


def frame(
    book: Book,
    path: str,
    *,
    title: str,
    description: str,
    section: str = "",
    alternates: Mapping[str, str] | None = None,
    is_portable: bool = True,
    feed: str = "",
) -> Frame:
    """Frame a page.

    Args:
        book: The facts in the page's language.
        path: The page's file.
        title: What the page is called; the site's name is added.
        description: One sentence on what it holds.
        section: Kind of the main section it belongs to, or empty.
        alternates: Files of the same page by language; none when it has no counterpart.
        is_portable: False for a page that is served at any depth and so links from the root.
        feed: The file of the page's own feed, if it has one.
    """
    site, language = book.catalog.site, book.language
    base = "" if is_portable else base_path(site.base_url)

    def link(target: str) -> str:
        return relative(path, target) if is_portable else f"{base}{target}"

    names, name = _section_names(book), language.text(site.titles)
    return Frame(
        language=language.code,
        title=name if title == name else f"{title} · {name.partition(' · ')[0]}",
        description=description,
        site_name=name,
        site_tagline=language.text(site.taglines),
        home=link(book.path("home")),
        stylesheet=link(book.edition.stylesheet),
        icon=link(book.edition.icon),
        canonical=f"{site.base_url}{path.removesuffix('index.html')}" if site.base_url else "",
        alternates=_alternates(alternates or {}, language.code, link),
        sections=tuple(
            Link(href=link(book.path(kind)), text=names[kind]) for kind in _sections(book)
        ),
        current=link(book.path(section)) if section else "",
        kind=words_of(language, first_kind(book)),
        areas=tuple(
            Link(href=link(file), text=name) for file, name in book.easel.once(*_finder(book))
        ),
        more_areas=_more_areas(book, link(book.path("areas"))),
        disclaimers=language.text(site.disclaimers),
        licence=language.text(site.licences),
        as_of=language.formats.day(book.edition.as_of),
        version=book.edition.version,
        reach=_reach(book),
        feed=link(site_feed(book)),
        own_feed=link(feed) if feed else "",
        memory=tuple(Link(href=link(book.path(kind)), text=names[kind]) for kind in _MEMORY),
        frozen=_frozen_note(book, path),
    )


def _alternates(
    files: Mapping[str, str], own: str, link: Callable[[str], str]
) -> tuple[Alternate, ...]:
    """The same page in the languages other than its own."""
    return tuple(
        Alternate(language=code, name=_LANGUAGE_NAMES.get(code, code), href=link(target))
        for code, target in files.items()
        if code != own
    )


_MEMORY = ("changes", "editions", "calendar")


def site_feed(book: Book) -> str:
    """The file of the feed of the whole site."""
    return book.path("home").replace("index.html", "atom.xml")


def _frozen_note(book: Book, path: str) -> FrozenNote | None:
    """What the page of a frozen edition says of itself."""
    name, language = book.edition.frozen, book.language
    if not name:
        return None
    return FrozenNote(
        text=language._(
            "Esta página es de la edición {name}, del {day}, y ya no cambia.",
            name=name,
            day=language.formats.day(book.edition.as_of),
        ),
        today=Link(href=book.current_link(path, path), text=language._("Ver la página de hoy")),
    )


MOST_NAMED = 130
"""Areas that the finder of every page names; more are found from the page of all areas."""


def first_kind(book: Book) -> AreaKind:
    """The kind whose areas are scored, named by the finder and listed in tables."""
    return next(iter(book.catalog.areas_by_kind), AreaKind.REGION)


def _finder(book: Book) -> tuple[str, Callable[[], tuple[tuple[str, str], ...]]]:
    """The files and names of the areas of the first kind, A to Z: the key, and how to make it."""
    first = book.at(first_kind(book))

    def made() -> tuple[tuple[str, str], ...]:
        if len(first.areas) > MOST_NAMED:
            return ()
        text = book.language.text
        return tuple((book.path("areas", a.slug), text(a.names)) for a in alphabetical(first))

    return f"finder {book.language.code}", made


def _more_areas(book: Book, href: str) -> Link | None:
    """The page of all areas, where the finder does not name them all."""
    catalog = book.catalog
    if len(catalog.areas_by_kind) < 2 and len(catalog.main_areas) <= MOST_NAMED:
        return None
    return Link(href=href, text=book.language._("Todas las áreas"))


def _sections(book: Book) -> list[str]:
    """The main sections; those of the matrix and of registers only where the site has them."""
    has = {"matrix": book.edition.has_matrix, "system": book.has_system}
    return [section for section in MAIN_SECTIONS if has.get(section, True)]


def alphabetical(book: Book) -> tuple[Area, ...]:
    """The areas of the kind at hand, as a reader of the language looks them up."""
    kind = book.areas[0].kind if book.areas else ""
    text = book.language.text

    def order() -> tuple[Area, ...]:
        return tuple(sorted(book.areas, key=lambda area: folded(text(area.names))))

    return book.easel.once(f"order {book.language.code} {kind}", order)


def folded(name: str) -> str:
    """A name without accents and case: «Áncash» stands between «Amazonas» and «Apurímac»."""
    return "".join(
        c for c in unicodedata.normalize("NFD", name.casefold()) if not unicodedata.combining(c)
    )


def counterparts(book: Book, kind: str, name: str = "") -> dict[str, str]:
    """The files of one page in every language."""
    first = book.language.first
    return {code: file_of(address(kind, code, first, name)) for code in book.languages}


def _section_names(book: Book) -> dict[str, str]:
    _ = book.language._
    return {
        "areas": words_of(book.language, first_kind(book)).many.capitalize(),
        "domains": _("Indicadores"),
        "matrix": _("Matriz"),
        "system": _("Sistema de integridad"),
        "coverage": _("Cobertura"),
        "method": _("Método"),
        "data": _("Datos"),
        "about": _("Acerca"),
        "changes": _("Cambios"),
        "editions": _("Ediciones"),
        "calendar": _("Calendario"),
    }


def _reach(book: Book) -> tuple[Link, ...]:
    _, site, mail = book.language._, book.catalog.site, mail_link(book)
    report = _("Avisar de un error")
    if not site.repository:
        return (Link(href=mail.href, text=report),) if mail else ()
    links = (
        Link(href=f"{site.repository}/issues/new", text=report),
        Link(href=site.repository, text=_("Repositorio de este sitio")),
    )
    return (*links, mail) if mail else links


def mail_link(book: Book) -> Link | None:
    """Whom to write to; None where the site names no address for mail."""
    contact = book.catalog.site.contact
    if "@" not in contact:
        return None
    text = book.language._("Escribir a {address}", address=contact)
    return Link(href=f"mailto:{contact}", text=text)


def base_path(base_url: str) -> str:
    """The path at which a site stands on its host, with slashes at both ends."""
    rest = base_url.partition("://")[2].partition("/")[2]
    return f"/{rest}" if not rest or rest.endswith("/") else f"/{rest}/"
