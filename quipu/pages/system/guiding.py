"""Pure. Links to the guides and templates that a site has, by their names."""

from __future__ import annotations

from quipu.pages.addresses import relative
from quipu.pages.book import Book
from quipu.pages.system.working import texts_of
from quipu.views import Link

SESSION = "informar-una-sesion"
FACT = "corregir-un-hecho"
MISSING = "enviar-un-hecho-que-falta"
REPLY = "responder"
MISSING = "enviar-un-hecho-que-falta"
"""Names of guides that pages lead to, where the site has them."""


def guide_links(book: Book, page: str, *names: str) -> tuple[Link, ...]:
    """Links to some guides, by their titles; without those that the site lacks."""
    found = {one.name: one for one in texts_of(book, "guides")}
    return tuple(
        Link(href=relative(page, book.path("guides", name)), text=found[name].meta["title"])
        for name in names
        if name in found
    )


def templates_link(book: Book, page: str) -> Link | None:
    """A link to the templates to download; None where the site has none."""
    if not texts_of(book, "templates"):
        return None
    text = book.language._("Plantillas: reglamento interno y acta de sesión")
    return Link(href=relative(page, book.path("templates")), text=text)
