"""Pure. Concepts, each on a page of its own, and the norms of today."""

from __future__ import annotations

from collections.abc import Iterator

from quipu.model import Document
from quipu.model.norms import Norm, NormState
from quipu.pages.addresses import relative
from quipu.pages.book import Book
from quipu.pages.downloads import table_links
from quipu.pages.figures import cited
from quipu.pages.frame import counterparts, folded, frame
from quipu.pages.page import Page
from quipu.pages.system.proofs import source_link, text_of, when_words
from quipu.parse.concepts import frameworks_of, is_due, norm_named
from quipu.periods import parse_period
from quipu.prose.markdown import to_html
from quipu.views import Fact, Link
from quipu.views.concepts import ConceptCard, ConceptPage, ConceptsPage, NormRow, NormTable


def concept_paths(book: Book) -> Iterator[str]:
    """The file of every page of concepts; none where the site explains nothing."""
    if not (book.catalog.concepts or book.catalog.registers.norms):
        return
    yield book.path("concepts")
    yield from (book.path("concepts", document.name) for document in _documents(book))


def concept_pages(book: Book) -> Iterator[Page]:
    """Every page of concepts."""
    paths = list(concept_paths(book))
    if not paths:
        return
    first, *own = paths
    code = book.language.code
    yield Page(path=first, template="concepts", language=code, view=concepts_page(book))
    for path, document in zip(own, _documents(book), strict=True):
        view = concept_page(book, document)
        yield Page(path=path, template="concept", language=code, view=view)


def concepts_page(book: Book) -> ConceptsPage:
    """Make the page of all concepts."""
    _ = book.language._
    page = book.path("concepts")
    found = tuple(_card(book, document, page) for document in _documents(book))
    has_norms = bool(book.catalog.registers.norms)
    return ConceptsPage(
        frame=frame(
            book,
            page,
            title=_("Conceptos y marco legal"),
            description=_(
                "Las palabras de este sitio, explicadas con su fuente, y las normas que hoy rigen."
            ),
            section="system" if book.has_system else "method",
            alternates=counterparts(book, "concepts"),
        ),
        concepts=found,
        norms=_norm_tables(book, page),
        downloads=(
            *(table_links(book, page, "registros/norms") if has_norms else ()),
            *([_json(page)] if found else ()),
        ),
    )


def concept_page(book: Book, document: Document) -> ConceptPage:
    """Make the page of a concept."""
    page, meta = book.path("concepts", document.name), document.meta
    others = (other for other in _documents(book) if other.name != document.name)
    return ConceptPage(
        frame=frame(
            book,
            page,
            title=book.language._("{title} (concepto)", title=meta["title"]),
            description=meta["summary"],
            section="system" if book.has_system else "method",
            alternates=counterparts(book, "concepts", document.name),
        ),
        title=meta["title"],
        summary=meta["summary"],
        html=to_html(document.body),
        language=_other_language(book, document.language),
        is_due=is_due(document, book.edition.as_of),
        norms=tuple(_norm_of(book, name, page) for name in frameworks_of(document)),
        facts=_facts(book, document),
        sources=cited(book, set(meta["sources"].split()), page),
        listed=Link(href=relative(page, book.path("concepts")), text=book.language._("Conceptos")),
        others=tuple(_link(book, other, page) for other in others),
    )


def _documents(book: Book) -> tuple[Document, ...]:
    """The concepts in the book's language, or else in the first, A to Z."""
    language = book.language
    found: dict[str, Document] = {}
    for code in (language.first, language.code):
        found |= {d.name: d for d in book.catalog.concepts.get(code, ())}
    return tuple(sorted(found.values(), key=lambda d: (folded(d.meta["title"]), d.name)))


def _card(book: Book, document: Document, page: str) -> ConceptCard:
    return ConceptCard(
        link=_link(book, document, page),
        summary=document.meta["summary"],
        language=_other_language(book, document.language),
    )


def _link(book: Book, document: Document, page: str) -> Link:
    href = relative(page, book.path("concepts", document.name))
    return Link(href=href, text=document.meta["title"])


def _other_language(book: Book, language: str) -> str:
    return "" if language == book.language.code else language


def _json(page: str) -> Link:
    return Link(href=relative(page, "api/v1/concepts.json"), text="JSON")


def _facts(book: Book, document: Document) -> tuple[Fact, ...]:
    language, meta = book.language, document.meta
    found = []
    if meta.get("valid_at"):
        text = when_words(book, parse_period(meta["valid_at"]))
        found.append(Fact(label=language._("Vale a la fecha de"), text=text))
    if meta.get("review_by"):
        text = language.formats.known_date(meta["review_by"])
        found.append(Fact(label=language._("Se revisa hasta el"), text=text))
    return tuple(found)


def _norm_tables(book: Book, page: str) -> tuple[NormTable, ...]:
    _ = book.language._
    captions = {
        NormState.IN_FORCE: _("Normas vigentes"),
        NormState.REPEALED: _("Normas derogadas"),
        NormState.UNKNOWN: _("Normas cuyo estado está por verificar"),
    }
    found = []
    for state, caption in captions.items():
        norms = (n for n in book.catalog.registers.norms.values() if n.state is state)
        rows = tuple(_norm_row(book, norm, page) for norm in norms)
        if rows:
            has_successors = any(row.replaced_by for row in rows)
            found.append(NormTable(caption=caption, rows=rows, has_successors=has_successors))
    return tuple(found)


def _norm_row(book: Book, norm: Norm, page: str) -> NormRow:
    about, language = text_of(book, norm.about)
    _ = book.language._
    states = {
        NormState.IN_FORCE: _("vigente"),
        NormState.REPEALED: _("derogada"),
        NormState.UNKNOWN: _("por verificar"),
    }
    today = book.catalog.registers.norms.get(norm.replaced_by)
    return NormRow(
        anchor=f"n-{norm.id}",
        name=book.language.text(norm.names),
        about=about,
        language=language,
        state=states[norm.state],
        is_verified=norm.is_verified,
        replaced_by=_norm_link(book, today, page) if today else None,
        sources=tuple(source_link(book, key, page) for key in norm.sources),
    )


def _norm_link(book: Book, norm: Norm, page: str) -> Link:
    listed = book.path("concepts")
    href = f"#n-{norm.id}" if page == listed else f"{relative(page, listed)}#n-{norm.id}"
    return Link(href=href, text=book.language.text(norm.names))


def _norm_of(book: Book, name: str, page: str) -> NormRow:
    """The norm that a concept names; its name alone where the register does not have it."""
    norm = norm_named(name, book.catalog.registers.norms)
    if norm is not None:
        return _norm_row(book, norm, page)
    return NormRow(
        anchor="",
        name=name,
        about="",
        language="",
        state=book.language._("por verificar"),
        is_verified=False,
        replaced_by=None,
        sources=(),
    )
