"""Pure. What is asked of every fact: of which area it is, and what it rests on."""

from __future__ import annotations

from quipu.findings import Finding
from quipu.model import Catalog
from quipu.new.draft import words
from quipu.new.fields import Field, Reader
from quipu.new.kind import in_languages, names_of
from quipu.new.register_lists import CONFIDENCES
from quipu.parse.cells import read_date, read_day
from quipu.parse.registers.reading import Desk
from quipu.parse.table import Row


def area_field(catalog: Catalog, name: str = "ref_area") -> Field:
    """The argument that names an area, by its code or its whole name."""
    return Field(
        name=name,
        says=words("Código o nombre del área", "Code or name of the area"),
        is_argument=True,
        is_required=True,
        known=names_of(catalog.page_areas, "code"),
        unknown="E303",
    )


def topics_field(catalog: Catalog) -> Field:
    """The topics of a fact; one of them is told by its code or its whole name."""
    return Field(
        name="topics",
        says=words(
            "Temas, por su código; si son varios, con un espacio entre ellos",
            "Topics, by their id; several with a space between them",
        ),
        known=names_of(catalog.registers.topics.values()),
        unknown="E628",
        is_many=True,
    )


def link_reader(catalog: Catalog) -> Reader:
    """A reader of ``https:`` addresses."""

    def read(row: Row, column: str, findings: list[Finding]) -> None:
        desk = Desk(files={}, site=catalog.site, areas={}, sources={}, findings=findings)
        desk.link(row, column)

    return read


def confidence_field() -> Field:
    """How sure a fact is: nothing is usual, for it is a claim of who brings it."""
    return Field(
        name="confidence",
        says=words("Qué tan seguro es", "How sure it is"),
        is_required=True,
        known=CONFIDENCES,
        is_listed=True,
    )


def source_field(catalog: Catalog) -> Field:
    """The sources of a fact."""
    return Field(
        name="source",
        says=words(
            "Código de la fuente; si son varias, con un espacio entre ellas",
            "Id of the source; several with a space between them",
        ),
        is_required=True,
        known=names_of(catalog.sources, name="title"),
        is_many=True,
        unknown="E304",
    )


def seen_field() -> Field:
    """The date that the source shows."""
    return Field(
        name="date_seen",
        says=words(
            "Fecha que muestra la fuente (2024, 2024-03 o 2024-03-31)",
            "Date that the source shows (2024, 2024-03 or 2024-03-31)",
        ),
        empty=words("vacío si no muestra ninguna", "empty if it shows none"),
        form=read_date,
    )


def proof_fields(catalog: Catalog) -> tuple[Field, ...]:
    """The columns at the end of every register of facts."""
    return (
        confidence_field(),
        source_field(catalog),
        Field(
            name="document",
            says=words(
                "Dirección del documento, si no es la de la fuente",
                "Address of the document, where it is not that of the source",
            ),
            empty=words("vacío si es la misma", "empty if it is the same"),
            form=link_reader(catalog),
        ),
        seen_field(),
        Field(
            name="review_by",
            says=words("Día desde el que hay que confirmarlo", "Day after which to confirm it"),
            is_asked=False,
            form=read_day,
        ),
        *in_languages(
            catalog, "note", words("Límite del hecho", "Limit of the fact"), is_required=False
        ),
    )
