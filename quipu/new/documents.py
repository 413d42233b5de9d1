"""Pure. Kinds that are documents: a commentary, an update, a page, the words of an indicator."""

from __future__ import annotations

import re
from functools import partial

from quipu.findings import Finding
from quipu.new import texts
from quipu.new.draft import Draft, Given, Root, words
from quipu.new.fields import Field, matching
from quipu.new.kind import Kind, in_languages, indicator_field, names_of
from quipu.new.naming import slug_of
from quipu.parse.cells import is_date
from quipu.parse.kinds import PAGES
from quipu.parse.table import Row
from quipu.vocab import IndicatorStatus

_NAME = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_TITLE = words("Título", "Title")


def _day(root: Root) -> Field:
    return Field(
        name="date",
        says=words("Día (2024-03-31)", "Day (2024-03-31)"),
        usual=root.today.isoformat(),
        form=whole_day,
    )


def whole_day(row: Row, column: str, findings: list[Finding]) -> None:
    """Read a day of a document, as its front matter must have it."""
    if not (is_date(row[column]) and len(row[column]) == len("2024-03-31")):
        findings.append(row.finding("E422", column))


def _commentary_fields(root: Root) -> tuple[Field, ...]:
    return (
        Field(
            name="area",
            says=words("Código o nombre del área", "Code or name of the area"),
            is_argument=True,
            is_required=True,
            known=names_of(root.catalog.page_areas, "code"),
            unknown="E303",
        ),
        *in_languages(
            root.catalog,
            "author_role",
            words("Cargo o equipo que firma, sin nombres", "Post or team that signs, no names"),
        ),
        _day(root),
        *in_languages(root.catalog, "title", _TITLE, is_required=False),
    )


def _commentary(root: Root, given: Given, findings: list[Finding]) -> Draft | None:
    def text_in(language: str) -> bytes:
        known = partial(texts.known_or_marked, given.texts, language=language)
        keys = (
            ("title", known("title", what=words("de qué trata.", "what it is about."))),
            ("author_role", known("author_role", what=words("quién firma.", "who signs."))),
            ("date", given["date"]),
            (
                "sources",
                words(
                    "las direcciones de los documentos citados, una por línea.",
                    "the addresses of the documents quoted, one a line.",
                ),
            ),
        )
        body = words(
            "qué se sabe del área, con su fecha y un enlace a cada documento.",
            "what is known of the area, with its date and a link to each document.",
        )
        return texts.document(language, keys, body)

    return texts.documents_draft(root, "regions", given["area"], text_in, findings)


def _update_fields(root: Root) -> tuple[Field, ...]:
    return (
        Field(
            name="name",
            says=words(
                "Nombre del archivo: letras minúsculas y guiones",
                "Name of the file: small letters and hyphens",
            ),
            empty=words("vacío: sale del título", "empty: it comes from the title"),
            is_argument=True,
            form=matching(_NAME, "slug"),
        ),
        *in_languages(root.catalog, "title", _TITLE),
        _day(root),
    )


def _update(root: Root, given: Given, findings: list[Finding]) -> Draft | None:
    title = given[f"title_{root.catalog.site.languages[0]}"]
    name = f"{given['date']}-{given['name'] or slug_of(title) or 'update'}"

    def text_in(language: str) -> bytes:
        what = words("el título.", "the title.")
        keys = (
            ("title", texts.known_or_marked(given.texts, "title", language, what)),
            ("date", given["date"]),
            ("summary", words("qué cambió, en una frase.", "what changed, in one sentence.")),
        )
        body = words("qué cambió y por qué.", "what changed and why.")
        return texts.document(language, keys, body)

    return texts.documents_draft(root, "updates", name, text_in, findings)


def _page_fields(root: Root) -> tuple[Field, ...]:
    return (
        Field(
            name="name",
            says=words("Cuál de las páginas que el sitio tiene", "Which of the site’s pages"),
            is_argument=True,
            is_required=True,
            known=dict.fromkeys(PAGES, ()),
            is_listed=True,
        ),
        *in_languages(root.catalog, "title", _TITLE),
    )


def _page(root: Root, given: Given, findings: list[Finding]) -> Draft | None:
    def text_in(language: str) -> bytes:
        what = words("el título.", "the title.")
        keys = (
            ("title", texts.known_or_marked(given.texts, "title", language, what)),
            ("description", words("de qué trata, en una frase.", "what it is, in one sentence.")),
        )
        return texts.document(language, keys, words("el texto.", "the text."))

    return texts.documents_draft(root, "pages", given["name"], text_in, findings)


def _words_fields(root: Root) -> tuple[Field, ...]:
    return (indicator_field(root.catalog),)


def _words(root: Root, given: Given, findings: list[Finding]) -> Draft | None:
    indicator = root.catalog.indicators_by_id[given["indicator"]]
    is_wanted = indicator.status is IndicatorStatus.WANTED

    def text_in(language: str) -> bytes:
        return texts.document(language, WANTED_WORDS if is_wanted else SHOWN_WORDS)

    return texts.documents_draft(root, "indicators", indicator.id, text_in, findings)


SHOWN_WORDS: texts.Keys = (
    ("definition", texts.DEFINITION),
    ("why", texts.WHY),
    ("method", texts.METHOD),
    ("limits", texts.LIMITS),
)
"""The words of an indicator with figures."""
WANTED_WORDS: texts.Keys = (
    ("definition", texts.DEFINITION),
    ("why", texts.WHY),
    ("holder", texts.HOLDER),
    ("document", texts.DOCUMENT),
    ("send", texts.SEND),
    ("limits", texts.LIMITS),
)
"""The words of an indicator whose figures are wanted."""

COMMENTARY = Kind(
    name="commentary",
    says=words("El comentario de un área.", "The commentary of an area."),
    fields=_commentary_fields,
    draft=_commentary,
)
UPDATE = Kind(
    name="update",
    says=words("Una novedad del sitio.", "An update of the site."),
    fields=_update_fields,
    draft=_update,
)
PAGE = Kind(
    name="page",
    says=words("Una de las páginas de texto del sitio.", "One of the site’s pages of text."),
    fields=_page_fields,
    draft=_page,
)
WORDS = Kind(
    name="words",
    says=words(
        "Los textos que le faltan a un indicador, o su traducción.",
        "The words that an indicator lacks, or their translation.",
    ),
    fields=_words_fields,
    draft=_words,
)
