"""Pure. The tables of what was published before: versions of the method, categories."""

from __future__ import annotations

from quipu.model import SiteSettings
from quipu.tables.schema import TableSchema, field, names


def method_versions(site: SiteSettings) -> TableSchema:
    """Every version of the method that was published, and its fingerprint."""
    return TableSchema(
        name="method-versions",
        path="data/method-versions.csv",
        primary_key=("version",),
        fields=(
            field("version", "Versión del método", "Version of the method", required=True),
            field("date", "Desde cuándo rige", "Since when it applies", required=True),
            field(
                "fingerprint",
                "Huella de todos los números que deciden un puntaje o un lugar",
                "Fingerprint of all the numbers that decide a score or a place",
                required=True,
            ),
            *names(site, "note", "Qué cambió", "What changed"),
        ),
    )


def matrix_categories() -> TableSchema:
    """The category that each published edition gave each area."""
    return TableSchema(
        name="matrix-categories",
        path="data/matrix-categories.csv",
        primary_key=("edition", "ref_area"),
        fields=(
            field("edition", "Fecha de la edición", "Date of the edition", required=True),
            field("ref_area", "Código del área", "Area code", required=True),
            field("category", "Categoría publicada", "Category published", required=True),
            field("method_version", "Versión del método", "Version of the method", required=True),
        ),
    )
