"""Pure. Why a figure that was published changed: the row that the check asks for."""

from __future__ import annotations

from collections.abc import Iterator

from quipu.findings import Finding, is_blocking
from quipu.memory.changes import newest
from quipu.memory.frozen import figures_of
from quipu.memory.reasons import same_value
from quipu.model import FigureKey, Location, RevisionKind
from quipu.new.draft import Draft, Given, Root, words
from quipu.new.fields import Field
from quipu.new.kind import Kind, in_languages, indicator_field, names_of
from quipu.new.rows import new_table, with_rows
from quipu.parse.cells import read_day, read_number
from quipu.parse.revisions import REVISIONS_PATH, revision_columns

_KINDS = {
    RevisionKind.CORRECTION.value: ("corrección", "había un error", "there was a mistake"),
    RevisionKind.REVISION.value: (
        "revisión",
        "la fuente publicó datos mejores",
        "the source published better data",
    ),
}


def _fields(root: Root) -> tuple[Field, ...]:
    catalog = root.catalog
    return (
        indicator_field(catalog),
        Field(
            name="ref_area",
            says=words("Código o nombre del área", "Code or name of the area"),
            is_argument=True,
            is_required=True,
            known=names_of(catalog.areas, key="code"),
            unknown="E303",
        ),
        Field(
            name="time_period",
            says=words(
                "Periodo de la cifra (sin fecha: #1, #2…)",
                "Period of the figure (undated: #1, #2…)",
            ),
            is_argument=True,
            is_required=True,
        ),
        Field(
            name="kind",
            says=words("Qué fue", "What it was"),
            is_required=True,
            is_listed=True,
            known=_KINDS,
        ),
        *in_languages(
            catalog,
            "reason",
            words("Por qué cambió, en una frase", "Why it changed, in a sentence"),
        ),
        Field(
            name="before",
            says=words(
                "Valor que se publicó, si no es el de la última edición",
                "Value that was published, if it is not that of the last edition",
            ),
            is_asked=newest(catalog.memory.editions) is None,
            form=read_number,
        ),
        Field(
            name="date",
            says=words("Día del cambio", "Day of the change"),
            usual=root.today.isoformat(),
            form=read_day,
        ),
    )


def _draft(root: Root, given: Given, findings: list[Finding]) -> Draft | None:
    catalog = root.catalog
    key = (given["indicator"], given["ref_area"], given["time_period"])
    edition = newest(catalog.memory.editions)
    before = given["before"] or (edition.figures.get(key, "") if edition else "")
    if not before:
        # Without what was published there is nothing to explain.
        where = Location(path="--before")
        findings.append(Finding(code="E211", where=where, field="before"))
    after = figures_of(catalog).get(key, "")
    findings += _told_already(root, key, after)
    if is_blocking(findings):
        return None
    cells = {**given.texts, "before": before, "after": after}
    columns = revision_columns(catalog.site)
    body = root.files.get(REVISIONS_PATH)
    if body is None:
        write = new_table(REVISIONS_PATH, columns, [cells])
        return Draft(writes=(write,), next_command=words("diff main", "diff main"))
    added = with_rows(REVISIONS_PATH, body, columns, [cells], findings)
    if added is None:
        return None
    return Draft(writes=(added,), next_command=words("diff main", "diff main"))


def _told_already(root: Root, key: FigureKey, after: str) -> Iterator[Finding]:
    """The row that ends in the value that stands, if there is one."""
    for reason in root.catalog.memory.reasons:
        own = (reason.indicator, reason.ref_area, reason.time_period)
        if own == key and same_value(reason.after, after):
            params = {"value": ", ".join(key)}
            yield Finding(code="E854", where=reason.origin, params=params)


REVISION = Kind(
    name="revision",
    says=words(
        "Por qué cambió una cifra que ya se había publicado.",
        "Why a figure changed that had been published.",
    ),
    fields=_fields,
    draft=_draft,
)
