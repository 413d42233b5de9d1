"""Pure. The editions that stay as they were published, each at an address of its own."""

from __future__ import annotations

from datetime import date

from quipu.model import FrozenEdition, in_language
from quipu.pages.addresses import ARCHIVE_SUFFIX, EDITIONS_FOLDER, relative
from quipu.pages.book import Book
from quipu.pages.frame import counterparts, frame
from quipu.views import EditionRow, EditionsPage, Link


def editions_page(book: Book) -> EditionsPage:
    """Make the list of editions."""
    _ = book.language._
    page = book.path("editions")
    return EditionsPage(
        frame=frame(
            book,
            page,
            title=_("Ediciones"),
            description=_(
                "Copias fijas del sitio entero, con su fecha y su huella, para citar y para "
                "comprobar."
            ),
            section="data",
            alternates=counterparts(book, "editions"),
        ),
        rows=tuple(_row(book, edition, page) for edition in reversed(book.catalog.memory.editions)),
        empty=_("Esta es la primera edición: antes no hubo otra.")
        if book.edition.frozen
        else _("Todavía no se ha fijado ninguna edición. Cada página dice de qué día es."),
        changes=Link(href=relative(page, book.path("changes")), text=_("Cambios entre ediciones")),
    )


def _row(book: Book, edition: FrozenEdition, page: str) -> EditionRow:
    language, formats = book.language, book.language.formats
    folder = f"{EDITIONS_FOLDER}{edition.name}/"
    # The home page of the reader's language, as the edition has it.
    home = folder + book.path("home")
    note, code = in_language(edition.notes, language.code, language.first)
    return EditionRow(
        link=Link(href=book.current_link(page, home), text=edition.name),
        date=formats.day(date.fromisoformat(edition.date)),
        iso_date=edition.date,
        note=note,
        note_language="" if code == language.code else code,
        facts=language.plural(
            "{n} archivo, {size} MB",
            "{n} archivos, {size} MB",
            edition.file_count,
            size=formats.number(edition.size_bytes / 1_000_000, 1),
        ),
        archive=Link(
            href=book.current_link(page, f"{EDITIONS_FOLDER}{edition.name}{ARCHIVE_SUFFIX}"),
            text=f"{edition.name}{ARCHIVE_SUFFIX}",
        ),
        sha256=edition.sha256,
        citation=edition_citation(book, edition.name, date.fromisoformat(edition.date)),
    )


def edition_citation(book: Book, name: str, day: date) -> str:
    """How to cite a frozen edition."""
    site, language = book.catalog.site, book.language
    title = language.text(site.titles)
    # A frozen edition knows its own address, which lies below that of the site.
    root = site.base_url.removesuffix(f"{EDITIONS_FOLDER}{book.edition.frozen}/")
    cited = language._(
        "{title}. Edición {name}, del {day}.",
        title=title,
        name=name,
        day=language.formats.day(day),
    )
    return f"{cited} {root}{EDITIONS_FOLDER}{name}/" if root else cited
