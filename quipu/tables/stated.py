"""Pure. The registers of what regions say of themselves: SWOT items, and actions."""

from __future__ import annotations

from quipu.model import SiteSettings
from quipu.model.priorities import EvidenceType, Quadrant
from quipu.model.register_codes import AgreementState
from quipu.tables.register_parts import area, code, register, statement
from quipu.tables.schema import TableSchema, field, names


def stated_schemas(site: SiteSettings) -> tuple[TableSchema, ...]:
    """The schema of each of these registers, in the order of the codebook."""
    return (_swot(site), _actions(site))


def _swot(site: SiteSettings) -> TableSchema:
    return register(
        "swot",
        site,
        ("id",),
        field("id", "Código del punto", "Code of the item", required=True),
        area(),
        field("time_period", "Periodo del diagnóstico", "Period of the diagnosis", required=True),
        code(
            "quadrant",
            "F fortaleza, O oportunidad, D debilidad, A amenaza",
            "F strength, O opportunity, D weakness, A threat",
            tuple(Quadrant),
        ),
        statement(site),
        code(
            "evidence_type",
            "En qué se apoya: un indicador, un documento o un taller",
            "What it rests on: an indicator, a document or a workshop",
            tuple(EvidenceType),
        ),
        field(
            "evidence",
            "Código del indicador o dirección https; puede faltar en un taller",
            "Code of the indicator or https address; a workshop may lack it",
        ),
        field("impact", "Impacto, de 1 a 3", "Impact, 1 to 3", "integer", required=True),
        field("certainty", "Certeza, de 1 a 3", "Certainty, 1 to 3", "integer", required=True),
        names(
            site,
            "roles",
            "Cargos de quienes participaron; nunca nombres",
            "Posts of those who took part; never names",
            required=False,
        ),
    )


def _actions(site: SiteSettings) -> TableSchema:
    return register(
        "priority_actions",
        site,
        (),
        area(),
        field(
            "priority",
            "Nombre del documento de la prioridad",
            "Name of the document of the priority",
            required=True,
        ),
        names(site, "text", "Qué se hará", "What will be done"),
        field(
            "owner",
            "Institución que debe cumplirla; nunca vacía",
            "Institution that must fulfil it; never empty",
        ),
        field("due", "Día en que vence", "Day on which it falls due", required=True),
        code(
            "state",
            "Pendiente, cumplida o dejada de lado",
            "Pending, done or dropped",
            tuple(AgreementState),
        ),
        field("done_on", "Día en que se cumplió", "Day on which it was done"),
    )
