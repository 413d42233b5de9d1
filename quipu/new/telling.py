"""Pure. Kinds that are documents on a fact: a practice, a reply."""

from __future__ import annotations

import re
from functools import partial

from quipu.findings import Finding
from quipu.new import texts
from quipu.new.documents import whole_day
from quipu.new.draft import Draft, Given, Root, words
from quipu.new.fields import Field, matching
from quipu.new.kind import Kind, in_languages
from quipu.new.naming import slug_of
from quipu.new.proof import (
    area_field,
    confidence_field,
    link_reader,
    seen_field,
    source_field,
    topics_field,
)
from quipu.parse.cells import read_period

_NAME = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_TITLE = words("Título", "Title")


def _practice_fields(root: Root) -> tuple[Field, ...]:
    catalog = root.catalog
    return (
        area_field(catalog, "area"),
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
        *in_languages(catalog, "title", _TITLE),
        *in_languages(
            catalog,
            "body",
            words("Institución u oficina que responde", "Institution or office that answers"),
        ),
        Field(
            name="valid_at",
            says=words(
                "De cuándo es (2024, 2024-03 o 2024-03-31)",
                "Of when it is (2024, 2024-03 or 2024-03-31)",
            ),
            empty=words("vacío si la fuente no lo dice", "empty if the source does not say"),
            form=read_period,
        ),
        topics_field(catalog),
        confidence_field(),
        source_field(catalog),
        seen_field(),
    )


def _practice(root: Root, given: Given, findings: list[Finding]) -> Draft | None:
    first = root.catalog.site.languages[0]

    def text_in(language: str) -> bytes:
        known = partial(texts.known_or_marked, given.texts, language=language)
        facts = ("valid_at", "topics", "confidence", "source", "date_seen")
        keys = (
            ("title", known("title", what=words("qué se hizo.", "what was done."))),
            ("area", given["area"]),
            ("body", known("body", what=words("quién responde.", "who answers for it."))),
            *((key, given[key]) for key in facts if given[key]),
        )
        body = words(
            "qué se hizo, cómo copiarlo y qué no se sabe.",
            "what was done, how to copy it and what is not known.",
        )
        return texts.document(language, keys, body)

    name = given["name"] or slug_of(given[f"title_{first}"]) or "practice"
    return texts.documents_draft(root, "practices", name, text_in, findings)


def _reply_fields(root: Root) -> tuple[Field, ...]:
    catalog = root.catalog
    return (
        area_field(catalog, "area"),
        Field(
            name="date",
            says=words("Día de la respuesta (2024-03-31)", "Day of the reply (2024-03-31)"),
            is_argument=True,
            usual=root.today.isoformat(),
            form=whole_day,
        ),
        *in_languages(catalog, "title", _TITLE),
        *in_languages(
            catalog, "institution", words("Institución que responde", "Institution that replies")
        ),
        Field(
            name="answers",
            says=words(
                "A qué responde: un indicador (CI-02) o un hecho (sessions 1a2b3c4d)",
                "What it answers: an indicator (CI-02) or a fact (sessions 1a2b3c4d)",
            ),
            is_required=True,
        ),
        Field(
            name="source",
            says=words(
                "Dirección https del documento con la respuesta",
                "https address of the document with the reply",
            ),
            is_required=True,
            form=link_reader(catalog),
        ),
    )


def _reply(root: Root, given: Given, findings: list[Finding]) -> Draft | None:
    def text_in(language: str) -> bytes:
        known = partial(texts.known_or_marked, given.texts, language=language)
        who = words("qué institución responde.", "which institution replies.")
        keys = (
            ("title", known("title", what=words("sobre qué.", "on what."))),
            ("institution", known("institution", what=who)),
            ("date", given["date"]),
            ("answers", given["answers"]),
            ("source", given["source"]),
        )
        body = words(
            "la respuesta, con las palabras de la institución.",
            "the reply, in the words of the institution.",
        )
        return texts.document(language, keys, body)

    name = f"{given['area']}/{given['date']}"
    return texts.documents_draft(root, "replies", name, text_in, findings)


PRACTICE = Kind(
    name="practice",
    says=words("Una práctica que otra área puede copiar.", "A practice others can copy."),
    fields=_practice_fields,
    draft=_practice,
)
REPLY = Kind(
    name="reply",
    says=words(
        "La respuesta de una institución a lo publicado.",
        "The reply of an institution to what is published.",
    ),
    fields=_reply_fields,
    draft=_reply,
)
