"""Pure. What stands around every page: navigation, languages, edition, disclaimers."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping

from quipu.model import Area
from quipu.pages.addresses import address, file_of, relative, root_of
from quipu.pages.book import MAIN_SECTIONS, Book
from quipu.views import Alternate, Frame, Link

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
    """
    site, language = book.catalog.site, book.language
    base = "" if is_portable else base_path(site.base_url)

    def link(target: str) -> str:
        return relative(path, target) if is_portable else f"{base}{target}"

    names = _section_names(book)
    name = language.text(site.titles)
    return Frame(
        language=language.code,
        title=name if title == name else f"{title} · {name.partition(' · ')[0]}",
        description=description,
        site_name=name,
        site_tagline=language.text(site.taglines),
        root=root_of(path) if is_portable else base,
        home=link(book.path("home")),
        stylesheet=link(book.edition.stylesheet),
        icon=link(book.edition.icon),
        canonical=f"{site.base_url}{path.removesuffix('index.html')}" if site.base_url else "",
        alternates=tuple(
            Alternate(language=code, name=_LANGUAGE_NAMES.get(code, code), href=link(target))
            for code, target in (alternates or {}).items()
            if code != language.code
        ),
        sections=tuple(
            Link(href=link(book.path(kind)), text=names[kind]) for kind in _sections(book)
        ),
        current=link(book.path(section)) if section else "",
        areas=tuple(
            Link(href=link(book.path("areas", area.slug)), text=language.text(area.names))
            for area in alphabetical(book)
        ),
        disclaimers=language.text(site.disclaimers),
        licence=language.text(site.licences),
        as_of=language.formats.day(book.edition.as_of),
        version=book.edition.version,
        report=_report(book),
        feed=link("atom.xml"),
    )


def _sections(book: Book) -> list[str]:
    """The main sections; that of the matrix only where the site has one."""
    return [s for s in MAIN_SECTIONS if s != "matrix" or book.benchmarks.matrix is not None]


def alphabetical(book: Book) -> list[Area]:
    """The areas that have a page, as a reader of the language looks them up."""
    return sorted(book.catalog.page_areas, key=lambda area: folded(book.language.text(area.names)))


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
        "areas": _("Regiones"),
        "domains": _("Indicadores"),
        "matrix": _("Matriz"),
        "coverage": _("Cobertura"),
        "method": _("Método"),
        "data": _("Datos"),
        "about": _("Acerca"),
    }


def _report(book: Book) -> Link | None:
    site, text = book.catalog.site, book.language._("Avisar de un error")
    if site.repository:
        return Link(href=f"{site.repository}/issues/new", text=text)
    return Link(href=f"mailto:{site.contact}", text=text) if "@" in site.contact else None


def base_path(base_url: str) -> str:
    """The path at which a site stands on its host, with slashes at both ends."""
    rest = base_url.partition("://")[2].partition("/")[2]
    return f"/{rest}" if not rest or rest.endswith("/") else f"/{rest}/"
