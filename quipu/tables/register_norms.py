"""Pure. The columns of the register of norms."""

from __future__ import annotations

from quipu.model import SiteSettings
from quipu.model.norms import NormState
from quipu.tables.register_parts import YES_NO, code, register
from quipu.tables.schema import TableSchema, field, names


def norms_schema(site: SiteSettings) -> TableSchema:
    """Laws, decrees and directives."""
    return register(
        "norms",
        site,
        ("id",),
        field("id", "Código de la norma", "Code of the norm", required=True),
        names(site, "name", "Cómo se cita", "How it is cited"),
        names(site, "about", "De qué trata", "What it is about"),
        code(
            "state",
            "Vigente, derogada o no se pudo comprobar",
            "In force, repealed or could not be checked",
            tuple(NormState),
        ),
        field(
            "replaced_by",
            "Código de la norma que hoy rige la materia, si está derogada",
            "Code of the norm on its matter today, where it is repealed",
        ),
        code(
            "verified",
            "Si su estado se leyó en una fuente; «no» se muestra como «por verificar»",
            "Whether its state was read in a source; “no” is shown as “to be verified”",
            YES_NO,
        ),
        field(
            "source",
            "Códigos de las fuentes, separados por espacios",
            "Codes of the sources, parted by spaces",
        ),
        has_proof=False,
    )
