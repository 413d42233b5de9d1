"""Pure. The page that explains every message of the data check."""

from __future__ import annotations

from quipu.findings.codes import FAMILIES, Family, Rule
from quipu.i18n.language import Language
from quipu.pages.book import Book
from quipu.pages.frame import counterparts, frame
from quipu.views import ErrorFamily, ErrorRow, ErrorsPage
from quipu.vocab import Severity


def errors_page(book: Book) -> ErrorsPage:
    """Make the page that explains every message of the data check."""
    _ = book.language._
    return ErrorsPage(
        frame=frame(
            book,
            book.path("errors"),
            title=_("Mensajes de la revisión de datos"),
            description=_("Qué significa cada mensaje y cómo arreglarlo."),
            section="data",
            alternates=counterparts(book, "errors"),
        ),
        families=tuple(_family(book.language, family) for family in FAMILIES),
    )


def _family(language: Language, family: Family) -> ErrorFamily:
    return ErrorFamily(
        anchor=family.anchor,
        title=family.title_in(language.code),
        rows=tuple(_row(language, rule) for rule in family.rules),
    )


def _row(language: Language, rule: Rule) -> ErrorRow:
    _ = language._
    severities = {
        Severity.ERROR: _("Error: impide construir el sitio."),
        Severity.WARNING: _("Advertencia: no impide nada; conviene mirarlo."),
        Severity.NOTE: _("Nota: no impide nada."),
    }
    words = rule.words_in(language.code)
    text, hint = words.in_general()
    return ErrorRow(
        code=rule.code,
        anchor=rule.code.lower(),
        severity=severities[rule.severity],
        message=text,
        hint=hint,
        example=words.example,
    )
