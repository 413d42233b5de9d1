"""Pure. Kinds that are one row of one table: a source, a unit, an area."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from quipu.findings import Finding
from quipu.model import Localised
from quipu.new.draft import Draft, Given, Root, ToDo, Write, words
from quipu.new.fields import Field, matching
from quipu.new.kind import Kind, in_languages, names_of
from quipu.new.lists import AREA_KINDS, POSITIONS
from quipu.new.naming import slug_of
from quipu.new.rows import Cells, new_table, with_rows
from quipu.parse import areas, sources
from quipu.parse.cells import read_address, read_date
from quipu.parse.header import Columns
from quipu.parse.table import read_table


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A table, and the column whose cells stand in it once."""

    path: str
    columns: Columns
    key: str


def row_added(root: Root, place: Place, cells: Cells, findings: list[Finding]) -> Write | None:
    """Add a row to a table, or start the table with it.

    Args:
        root: The root.
        place: Which table.
        cells: The row.
        findings: A row of the same key is added here: it stays as it is.

    Returns:
        The table; None when it has the row, or cannot take it.
    """
    body = root.files.get(place.path)
    if body is None:
        return new_table(place.path, place.columns, [cells])
    value = cells[place.key]
    for row in read_table(place.path, body, place.columns, []):
        if row[place.key] == value:
            where = row.where(place.key)
            findings.append(Finding(code="E854", where=where, params={"value": value}))
            return None
    return with_rows(place.path, body, place.columns, [cells], findings)


def one_row(
    root: Root, place: Place, given: Given, findings: list[Finding], then: Localised
) -> Draft | None:
    """The draft of a kind that is a row and nothing else."""
    write = row_added(root, place, given.texts, findings)
    if write is None:
        return None
    optional = [
        name
        for name in place.columns.known
        if not given[name] and name not in place.columns.required | place.columns.spare
    ]
    left = ToDo(
        where=write.where(),
        says=words(
            f"si se sabe: {', '.join(optional)}.", f"where it is known: {', '.join(optional)}."
        ),
    )
    return Draft(writes=(write,), to_do=(left,) if optional else (), next_command=then)


_NUMBERED = re.compile(r"([A-Za-z]*)([0-9]+)")


def next_id(ids: Mapping[str, object]) -> str:
    """The id after the last of those that are letters and a number; empty where there is none."""
    matches = [match for one in ids if (match := _NUMBERED.fullmatch(one))]
    if not matches:
        return ""
    letters, digits = matches[-1].groups()
    last = max(int(match[2]) for match in matches if match[1] == letters)
    return f"{letters}{last + 1:0{len(digits)}d}"


def _source_fields(root: Root) -> tuple[Field, ...]:
    usual = next_id(root.catalog.sources_by_id)
    return (
        Field(
            name="id",
            says=words("Código de la fuente", "Id of the source"),
            is_argument=True,
            is_required=True,
            usual=usual,
            form=matching(sources.SOURCE_ID, "source-id"),
        ),
        Field(
            name="title",
            says=words("Título del documento o de los datos", "Title of the document or data"),
            is_required=True,
        ),
        Field(name="publisher", says=words("Quién publica", "Who publishes it"), is_required=True),
        Field(name="url", says=words("Dirección web", "Web address"), form=read_address),
        Field(
            name="published",
            says=words(
                "Fecha de publicación (2024, 2024-03 o 2024-03-31)",
                "Date of publication (2024, 2024-03 or 2024-03-31)",
            ),
            form=read_date,
        ),
        Field(
            name="accessed",
            says=words("Fecha en que se leyó", "Date on which it was read"),
            form=read_date,
        ),
        Field(name="licence", says=words("Licencia", "Licence")),
        Field(name="note", says=words("Nota", "Note")),
    )


def _source(root: Root, given: Given, findings: list[Finding]) -> Draft | None:
    place = Place(path=sources.SOURCES_PATH, columns=sources.SOURCE_COLUMNS, key="id")
    then = words(
        f"new period INDICADOR PERIODO --source {given['id']}",
        f"new period INDICATOR PERIOD --source {given['id']}",
    )
    return one_row(root, place, given, findings, then)


def _unit_fields(root: Root) -> tuple[Field, ...]:
    return (
        Field(
            name="code",
            says=words("Código de la unidad", "Code of the unit"),
            is_argument=True,
            is_required=True,
            form=matching(sources.UNIT_CODE, "unit-code"),
        ),
        Field(
            name="position",
            says=words("Dónde va la forma corta", "Where the short form goes"),
            is_required=True,
            known=POSITIONS,
            is_listed=True,
        ),
        *in_languages(root.catalog, "name", words("Nombre", "Name")),
        *in_languages(
            root.catalog,
            "short",
            words("Forma corta, junto al número", "Short form, beside the number"),
            is_required=False,
        ),
        *in_languages(
            root.catalog,
            "one",
            words("Forma corta de 1, si es otra", "Short form of 1, where it differs"),
            is_required=False,
        ),
    )


def _unit(root: Root, given: Given, findings: list[Finding]) -> Draft | None:
    columns = sources.unit_columns(root.catalog.site)
    place = Place(path=sources.UNITS_PATH, columns=columns, key="code")
    then = words(
        f"new indicator CÓDIGO --unit {given['code']}", f"new indicator ID --unit {given['code']}"
    )
    return one_row(root, place, given, findings, then)


def _area_fields(root: Root) -> tuple[Field, ...]:
    known = names_of(root.catalog.areas, "code")
    return (
        Field(
            name="code",
            says=words("Código del área", "Code of the area"),
            is_argument=True,
            is_required=True,
            form=matching(areas.AREA_CODE, "area-code"),
        ),
        Field(
            name="kind",
            says=words("Clase de área", "Kind of area"),
            is_required=True,
            known=AREA_KINDS,
            is_listed=True,
        ),
        *in_languages(root.catalog, "name", words("Nombre", "Name")),
        Field(
            name="parent",
            says=words("Área que la contiene", "Area that contains it"),
            known=known,
            unknown="E303",
        ),
        Field(
            name="members",
            says=words("Miembros, si es «composite»", "Members, if it is a “composite”"),
            known=known,
            unknown="E303",
            is_many=True,
        ),
        Field(
            name="slug",
            says=words(
                "Nombre en las direcciones, que ya no cambia",
                "Name in addresses, which never changes",
            ),
            empty=words("vacío: sale del nombre", "empty: it comes from the name"),
            form=matching(areas.SLUG, "slug"),
        ),
    )


def _area(root: Root, given: Given, findings: list[Finding]) -> Draft | None:
    site = root.catalog.site
    place = Place(path=areas.PATH, columns=areas.columns(site), key="code")
    texts = dict(given.texts)
    if not given["slug"] and given["kind"] in site.page_kinds:
        texts["slug"] = slug_of(given[f"name_{site.languages[0]}"])
    return one_row(root, place, Given(texts=texts), findings, words("check", "check"))


SOURCE = Kind(
    name="source",
    says=words("Una fuente en data/sources.csv.", "A source in data/sources.csv."),
    fields=_source_fields,
    draft=_source,
)
UNIT = Kind(
    name="unit",
    says=words("Una unidad en data/units.csv.", "A unit in data/units.csv."),
    fields=_unit_fields,
    draft=_unit,
)
AREA = Kind(
    name="area",
    says=words("Un área en data/areas.csv.", "An area in data/areas.csv."),
    fields=_area_fields,
    draft=_area,
)
