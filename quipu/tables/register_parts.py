"""Pure. Columns that registers have in common."""

from __future__ import annotations

from quipu.model import SiteSettings
from quipu.model.register_codes import Confidence
from quipu.tables.schema import FieldSchema, TableSchema, field, names

YES_NO = ("yes", "no")


def register(
    name: str,
    site: SiteSettings,
    key: tuple[str, ...],
    *fields: FieldSchema | tuple[FieldSchema, ...],
    has_proof: bool = True,
) -> TableSchema:
    """A register: its own columns, and those of what a fact rests on."""
    own: list[FieldSchema] = []
    for one in (*fields, *((proof(site),) if has_proof else ())):
        own += one if isinstance(one, tuple) else (one,)
    path = f"data/registers/{name}.csv"
    return TableSchema(name=name, path=path, primary_key=key, fields=tuple(own))


def proof(site: SiteSettings) -> tuple[FieldSchema, ...]:
    """The columns at the end of every register of facts."""
    return (
        field(
            "confidence",
            "Qué tan seguro es: A página oficial o documento primario; B prensa con fecha; C sin fecha, inferido u opinión",
            "How sure it is: A official page or primary document; B press with a date; C undated, inferred or an opinion",
            required=True,
            codes=tuple(Confidence),
        ),
        field(
            "source",
            "Códigos de las fuentes, separados por espacios",
            "Codes of the sources, parted by spaces",
            required=True,
        ),
        field(
            "document",
            "Dirección https del documento, si no es la de la fuente",
            "https address of the document, where it is not that of the source",
        ),
        field(
            "date_seen",
            "Fecha que muestra la fuente, hasta donde la muestra",
            "The date that the source shows, as far as it does",
        ),
        field(
            "review_by",
            "Día tras el cual se muestra como «por confirmar»; vacío: el plazo de su clase",
            "Day after which it is shown as “to be confirmed”; empty: the term of its kind",
        ),
        *names(site, "note", "Límite del hecho", "Limit of the fact", required=False),
    )


def area() -> FieldSchema:
    """Whose fact it is."""
    return field("ref_area", "Código del área", "Area code", required=True)


def when(name: str = "valid_at", *, required: bool = False) -> FieldSchema:
    """When a fact holds."""
    return field(
        name,
        "A qué fecha o periodo vale; vacío si la fuente no muestra fecha",
        "At which date or period it holds; empty where the source shows no date",
        required=required,
    )


def statement(site: SiteSettings) -> tuple[FieldSchema, ...]:
    """The fact in a sentence."""
    return names(site, "statement", "El hecho, en una frase", "The fact, in a sentence")


def code(name: str, es: str, en: str, codes: tuple[str, ...]) -> FieldSchema:
    """A required column that holds one of a few codes."""
    return field(name, es, en, required=True, codes=codes)
