"""Pure. Texts to work with: guides for who fills in the registers, templates to complete."""

from __future__ import annotations

import re
from collections.abc import Iterator

from markupsafe import Markup, escape

from quipu.i18n.kinds import words_of
from quipu.model import Document
from quipu.pages.addresses import relative
from quipu.pages.book import Book
from quipu.pages.frame import alphabetical, counterparts, first_kind, folded, frame, mail_link
from quipu.pages.page import Page
from quipu.parse.guides import ADDRESS, WORKING, files_of
from quipu.prose.markdown import to_html
from quipu.prose.working import with_blanks, with_boxes, with_row_headers
from quipu.views import AreaCodes, Link, TextCard, TextsPage, Ways, WorkingPage

KINDS = WORKING
"""Folders of ``content/`` and kinds of address alike."""
_CITED = re.compile(rf'<a href="{ADDRESS}"(?P<rest>[^>]*)>(?P<words>.*?)</a>')
FOLDER = "datos/plantillas"
"""Where the files of templates stand, in every language of the site."""


def working_paths(book: Book) -> Iterator[str]:
    """The file of every page: the list of a kind, and each of its texts."""
    for kind in KINDS:
        found = texts_of(book, kind)
        if found:
            yield book.path(kind)
        yield from (book.path(kind, one.name) for one in found)


def working_pages(book: Book) -> Iterator[Page]:
    """Every page."""
    code = book.language.code
    for kind in KINDS:
        found = texts_of(book, kind)
        if found:
            view = _list(book, kind, found)
            yield Page(path=book.path(kind), template="texts", language=code, view=view)
        for one in found:
            path = book.path(kind, one.name)
            yield Page(path=path, template="working", language=code, view=_text(book, one))


def texts_of(book: Book, kind: str) -> tuple[Document, ...]:
    """The texts of a kind in the language of the book, or the first where they lack; by title."""
    known = book.catalog.documents_by_key
    names = {d.name for d in book.catalog.documents if d.kind == kind}
    order = (book.language.code, book.language.first)
    found = (next((known[kind, n, c] for c in order if (kind, n, c) in known), None) for n in names)
    usable = [one for one in found if one is not None]
    return tuple(sorted(usable, key=lambda one: (folded(one.meta["title"]), one.name)))


def text_card(book: Book, document: Document, page: str) -> TextCard:
    """A text in a list."""
    href = relative(page, book.path(document.kind, document.name))
    return TextCard(
        link=Link(href=href, text=document.meta["title"]),
        summary=document.meta["summary"],
        language=_own_language(book, document),
        files=file_links(book, document, page),
    )


def file_links(book: Book, document: Document, page: str) -> tuple[Link, ...]:
    """The files of a text to download; only templates have one."""
    if document.kind != "templates":
        return ()
    href = relative(page, f"{FOLDER}/{document.name}.{document.language}.docx")
    return (Link(href=href, text=book.language._("Para procesador de textos (DOCX)")),)


def shelf_title(book: Book, kind: str) -> str:
    """What the list of a kind is called."""
    _ = book.language._
    return {"guides": _("Guías"), "templates": _("Plantillas")}[kind]


def _list(book: Book, kind: str, found: tuple[Document, ...]) -> TextsPage:
    _, page = book.language._, book.path(kind)
    descriptions = {
        "guides": _(
            "Cómo informar una sesión, corregir un hecho o agregar una práctica: un archivo, una "
            "línea y lo que responde la revisión."
        ),
        "templates": _(
            "Textos para completar, imprimir o abrir en un procesador de textos. Son propuestas "
            "de este sitio, no textos oficiales: contraste cada uno con la norma."
        ),
    }
    return TextsPage(
        frame=frame(
            book,
            page,
            title=shelf_title(book, kind),
            description=descriptions[kind],
            section="system" if book.has_system else "",
            alternates=counterparts(book, kind),
        ),
        title=shelf_title(book, kind),
        cards=tuple(text_card(book, one, page) for one in found),
    )


def _text(book: Book, document: Document) -> WorkingPage:
    kind, page = document.kind, book.path(document.kind, document.name)
    title, summary = document.meta["title"], document.meta["summary"]
    return WorkingPage(
        frame=frame(
            book,
            page,
            title=title,
            description=summary,
            section="system" if book.has_system else "",
            alternates=counterparts(book, kind, document.name),
        ),
        title=title,
        summary=summary,
        language=_own_language(book, document),
        html=body_of(book, document, page),
        shelf=Link(href=relative(page, book.path(kind)), text=shelf_title(book, kind)),
        files=file_links(book, document, page),
        ways=_ways(book, document) if kind == "guides" else None,
        codes=_codes(book) if document.meta.get("codes") else None,
    )


def _ways(book: Book, document: Document) -> Ways:
    repository, files = book.catalog.site.repository, files_of(document)
    edits = [
        Link(href=f"{repository}/{'new' if path.endswith('/') else 'edit'}/main/{path}", text=path)
        for path in files
    ]
    if not edits:
        edits = [Link(href=repository, text=repository)]
    return Ways(files=files, edits=tuple(edits) if repository else (), mail=mail_link(book))


def _codes(book: Book) -> AreaCodes:
    kind, text = first_kind(book), book.language.text
    return AreaCodes(
        title=book.language._("Códigos de {areas}", areas=words_of(book.language, kind).those),
        rows=tuple((area.code, text(area.names)) for area in alphabetical(book.at(kind))),
    )


def body_of(book: Book, document: Document, page: str) -> Markup:
    """The text of a document, as it stands on a page.

    Its tables, which may be wide, scroll on their own and have row headers; links to other texts
    lead to their pages; in a template boxes and blanks can be told apart.

    Args:
        book: The facts in the page's language.
        document: A guide or a template.
        page: The page's file, from which links lead on.
    """
    is_template = document.kind == "templates"
    html = to_html(with_boxes(document.body) if is_template else document.body)
    html = with_row_headers(_linked(book, document, page, html))
    parts = (with_blanks(html) if is_template else html).split("<table>")
    found = parts[0]
    for number, part in enumerate(parts[1:], start=1):
        opened = Markup('<div class="scroll" tabindex="0" role="region" aria-label="{}"><table>')
        label = book.language._("Tabla {n}", n=number)
        found += opened.format(label) + part.replace("</table>", Markup("</table></div>"), 1)
    return Markup(found)  # noqa: S704 (of parts that are safe)


def _linked(book: Book, document: Document, page: str, html: Markup) -> Markup:
    """HTML whose links to other texts lead to their pages; words alone where one has no page."""
    names = {(kind, one.name) for kind in KINDS for one in texts_of(book, kind)}

    def led(match: re.Match[str]) -> str:
        kind, name = match["kind"] or document.kind, match["name"]
        if (kind, name) not in names:
            return match["words"]
        href = relative(page, book.path(kind, name))
        return f'<a href="{escape(href)}">{match["words"]}</a>'

    return Markup(_CITED.sub(led, str(html)))  # noqa: S704 (the same HTML, but for addresses of pages)


def _own_language(book: Book, document: Document) -> str:
    return "" if document.language == book.language.code else document.language
