"""Pure. The categories that an edition published, kept so that the next one can hold on to them."""

from __future__ import annotations

from quipu.findings import Finding, is_blocking
from quipu.model import Location
from quipu.new.draft import Draft, Given, Root, words
from quipu.new.fields import Field
from quipu.new.kind import Kind
from quipu.new.rows import Cells, new_table, with_rows
from quipu.parse.cells import read_date
from quipu.parse.header import Columns
from quipu.parse.history import CATEGORIES_PATH, CATEGORY_COLUMNS
from quipu.parse.matrix import MATRIX_PATH
from quipu.parse.table import Row, read_table
from quipu.score.derived_fields import MATRIX

_PUBLISHED = Columns(
    known=(*(name for name, *_ in MATRIX), "method_version"),
    required=frozenset({"ref_area", "method_version"}),
    always=frozenset({"category"}),
    spare=frozenset(name for name, *_ in MATRIX),
)
"""The table that the page of the matrix offers."""


def _fields(root: Root) -> tuple[Field, ...]:
    del root  # no answer depends on what is there
    return (
        Field(
            name="date",
            says=words(
                "Fecha de la edición, al pie de cada página",
                "Date of the edition, at the foot of each page",
            ),
            is_argument=True,
            is_required=True,
            form=read_date,
        ),
        Field(
            name="from",
            says=words(
                "El archivo matrix.csv, bajado de la página de la matriz de esa edición",
                "The file matrix.csv, downloaded from the page of the matrix of that edition",
            ),
            is_required=True,
            is_file=True,
        ),
    )


def _draft(root: Root, given: Given, findings: list[Finding]) -> Draft | None:
    if root.catalog.matrix is None:
        findings.append(Finding(code="E107", where=Location(path=MATRIX_PATH)))
        return None
    rows = read_table(given["from"], given.table or b"", _PUBLISHED, findings)
    placed = [row for row in rows if row["category"]]
    body = root.files.get(CATEGORIES_PATH)
    recorded = read_table(CATEGORIES_PATH, body, CATEGORY_COLUMNS, []) if body is not None else ()
    there = next((row for row in recorded if row["edition"] == given["date"]), None)
    if there is not None:
        params = {"value": given["date"]}
        findings.append(Finding(code="E854", where=there.where("edition"), params=params))
    elif not placed and not is_blocking(findings):
        where = Location(path=given["from"])
        findings.append(Finding(code="E331", where=where, params={"form": "area"}))
    if is_blocking(findings):
        return None
    cells = [_cells(given["date"], row) for row in placed]
    write = (
        new_table(CATEGORIES_PATH, CATEGORY_COLUMNS, cells)
        if body is None
        else with_rows(CATEGORIES_PATH, body, CATEGORY_COLUMNS, cells, findings)
    )
    if write is None or write.lines is None:
        return None
    return Draft(writes=(write,), rows=dict(enumerate(placed, start=write.lines[0])))


def _cells(date: str, row: Row) -> Cells:
    same = {name: row[name] for name in ("ref_area", "category", "method_version")}
    return {"edition": date, **same}


CATEGORIES = Kind(
    name="categories",
    says=words(
        "Las categorías que publicó una edición de la matriz.",
        "The categories that an edition of the matrix published.",
    ),
    fields=_fields,
    draft=_draft,
)
