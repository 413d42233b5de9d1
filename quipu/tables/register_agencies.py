"""Pure. The registers of agencies, of risks and of the advice for agencies."""

from __future__ import annotations

from quipu.model import SiteSettings
from quipu.model.agencies import (
    AgencyState,
    ControlKind,
    Effort,
    Publication,
    RiskCategory,
    RiskScope,
    RiskState,
    YesMeans,
)
from quipu.tables.register_parts import YES_NO, area, code, register, statement, when
from quipu.tables.schema import FieldSchema, TableSchema, field, names


def agency_schemas(site: SiteSettings) -> tuple[TableSchema, ...]:
    """The schema of every register, in the order of the codebook."""
    return (
        _agencies(site),
        _risks(site),
        _controls(site),
        _questions(site),
        _mitigations(site),
    )


def _agencies(site: SiteSettings) -> TableSchema:
    return register(
        "agencies",
        site,
        (),
        area(),
        when(),
        code(
            "state",
            "Qué dice la fuente: constituida, en creación, anunciada, solo mencionada, no hay",
            "What the source says: constituted, in creation, announced, only mentioned, none",
            tuple(AgencyState),
        ),
        field(
            "norm", "Norma que la crea o la contempla", "Norm that creates it or provides for it"
        ),
        _yes_no(
            "integrity_seat",
            "Si la función de integridad tiene un asiento",
            "Whether the integrity function has a seat",
        ),
        _yes_no(
            "rules_published",
            "Si publica su reglamento",
            "Whether its internal rules are published",
        ),
        _yes_no(
            "conflicts_register",
            "Si publica un registro de conflictos de intereses",
            "Whether a register of conflicts of interest is published",
        ),
        _yes_no("minutes_published", "Si publica sus actas", "Whether its minutes are published"),
        statement(site),
    )


def _risks(site: SiteSettings) -> TableSchema:
    return register(
        "risks",
        site,
        ("id",),
        field("id", "Código del riesgo", "Code of the risk", required=True),
        area(),
        code(
            "scope",
            "De quién es: gobierno regional o agencia",
            "Whose it is: regional government or agency",
            tuple(RiskScope),
        ),
        names(site, "process", "Proceso", "Process"),
        names(site, "stage", "Etapa del proceso", "Stage of the process", required=False),
        names(
            site,
            "description",
            "Causa, suceso y consecuencia",
            "Cause, event and consequence",
        ),
        code(
            "category",
            "Acto de corrupción, inconducta funcional o práctica cuestionable",
            "Act of corruption, functional misconduct or questionable practice",
            tuple(RiskCategory),
        ),
        field(
            "likelihood", "Probabilidad, de 1 a 5", "Likelihood, 1 to 5", "integer", required=True
        ),
        field("impact", "Impacto, de 1 a 5", "Impact, 1 to 5", "integer", required=True),
        field("owner", "Institución que responde por él", "Institution that answers for it"),
        field("due", "Día en que se revisa", "Day on which it is reviewed"),
        code(
            "state", "Abierto, en marcha o cerrado", "Open, under way or closed", tuple(RiskState)
        ),
        code(
            "publication",
            "Público o solo resumen; lo interno no se publica",
            "Public or summary only; what is internal is not published",
            tuple(Publication),
        ),
    )


def _controls(site: SiteSettings) -> TableSchema:
    return register(
        "risk_controls",
        site,
        (),
        field("risk", "Código del riesgo", "Code of the risk", required=True),
        code(
            "kind",
            "Preventivo, detectivo o correctivo",
            "Preventive, detective or corrective",
            tuple(ControlKind),
        ),
        names(site, "text", "En qué consiste", "What it consists of"),
        field("evidence", "Dirección https de la evidencia", "https address of the evidence"),
        field(
            "effectiveness",
            "Eficacia, de 0 a 1; vacío si nadie la evaluó",
            "Effectiveness, 0 to 1; empty where nobody assessed it",
            "number",
        ),
    )


def _questions(site: SiteSettings) -> TableSchema:
    return register(
        "advice_questions",
        site,
        ("card", "number"),
        field("card", "Ficha", "Card", required=True),
        field("number", "Número en la ficha", "Number in the card", "integer", required=True),
        names(site, "question", "Pregunta de sí o no", "Yes-or-no question"),
        code(
            "yes_means",
            "Qué quiere decir el sí: un riesgo o un control",
            "What yes means: a risk or a control",
            tuple(YesMeans),
        ),
        has_proof=False,
    )


def _mitigations(site: SiteSettings) -> TableSchema:
    return register(
        "advice_mitigations",
        site,
        ("card", "number"),
        field("card", "Ficha", "Card", required=True),
        field("number", "Número en la ficha", "Number in the card", "integer", required=True),
        names(site, "text", "Medida", "Measure"),
        field(
            "norm",
            "Código de la norma en que se apoya",
            "Code of the norm it rests on",
            required=True,
        ),
        code(
            "effort", "Esfuerzo: bajo, medio o alto", "Effort: low, medium or high", tuple(Effort)
        ),
        names(site, "owner", "Cargo u órgano a cargo", "Office in charge"),
        has_proof=False,
    )


def _yes_no(name: str, es: str, en: str) -> FieldSchema:
    return field(name, f"{es}; vacío si no se sabe", f"{en}; empty where not known", codes=YES_NO)
