"""Pure. The tables of what was published before: editions, and why figures changed."""

from __future__ import annotations

from quipu.model import RevisionKind, SiteSettings
from quipu.tables.schema import TableSchema, field, names


def editions(site: SiteSettings) -> TableSchema:
    """Every edition that was frozen."""
    return TableSchema(
        name="editions",
        path="data/editions.csv",
        primary_key=("name",),
        fields=(
            field(
                "name", "Nombre, parte de su dirección", "Name, part of its address", required=True
            ),
            field("date", "Día del que habla", "Day it speaks of", required=True),
            field(
                "files", "Cuántos archivos tiene", "How many files it has", "integer", required=True
            ),
            field("bytes", "Cuánto ocupan", "How many bytes they take", "integer", required=True),
            field("site_sha256", "Huella de su archivo", "Hash of its archive", required=True),
            field("figures_sha256", "Huella de sus cifras", "Hash of its figures", required=True),
            field(
                "definitions_sha256",
                "Huella de lo que medía cada indicador",
                "Hash of what each indicator measured",
                required=True,
            ),
            field(
                "reasons_sha256",
                "Huella de las razones declaradas",
                "Hash of the reasons declared",
                required=True,
            ),
            *names(site, "note", "Qué trae de nuevo", "What is new in it", required=False),
        ),
    )


def revisions(site: SiteSettings) -> TableSchema:
    """Why figures that were published changed."""
    return TableSchema(
        name="revisions",
        path="data/revisions.csv",
        primary_key=(),
        fields=(
            field("indicator", "Código del indicador", "Indicator code", required=True),
            field("ref_area", "Código del área; vacío: todas", "Area code; empty: all of them"),
            field("time_period", "Periodo; vacío: todos", "Period; empty: all of them"),
            field("before", "Valor que se publicó", "Value that was published", "number"),
            field(
                "after",
                "Valor que queda; vacío: se retiró",
                "Value that stands; empty: it was withdrawn",
                "number",
            ),
            field(
                "kind",
                "Revisión (la fuente publicó datos mejores) o corrección (había un error)",
                "Revision (the source published better data) or correction (there was a mistake)",
                required=True,
                codes=tuple(RevisionKind),
            ),
            field("date", "Día del cambio", "Day of the change", required=True),
            *names(site, "reason", "Por qué cambió", "Why it changed"),
        ),
    )
