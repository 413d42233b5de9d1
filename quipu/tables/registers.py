"""Pure. The registers: facts that are events or lists, and what they rest on."""

from __future__ import annotations

from quipu.model import SiteSettings
from quipu.model.register_codes import (
    Actor,
    AgreementBody,
    AgreementState,
    CommissionEvent,
    EntityLevel,
    FactStatus,
    FunctionEvent,
    MinimumTask,
    Seat,
    SessionKind,
    SessionOutcome,
    TaskState,
    TopicKind,
)
from quipu.tables.register_agencies import agency_schemas
from quipu.tables.register_norms import norms_schema
from quipu.tables.register_parts import YES_NO, area, code, register, statement, when
from quipu.tables.schema import TableSchema, field, names
from quipu.tables.stated import stated_schemas
from quipu.tables.support import assistance, requests


def register_schemas(site: SiteSettings) -> tuple[TableSchema, ...]:
    """The schema of every register, in the order of the codebook."""
    return (
        _institutions(site),
        _topics(site),
        _functions(site),
        _tasks(site),
        _commissions(site),
        _sessions(site),
        _agreements(site),
        _members(site),
        _periods(site),
        *agency_schemas(site),
        *stated_schemas(site),
        assistance(site),
        requests(site),
        norms_schema(site),
    )


def _institutions(site: SiteSettings) -> TableSchema:
    return register(
        "institutions",
        site,
        ("id",),
        field("id", "Código de la institución", "Code of the institution", required=True),
        code("actor", "Clase de actor", "Class of actor", tuple(Actor)),
        code("public", "Si es una entidad pública", "Whether it is a public body", YES_NO),
        names(site, "name", "Nombre", "Name"),
        has_proof=False,
    )


def _topics(site: SiteSettings) -> TableSchema:
    return register(
        "topics",
        site,
        ("id",),
        field("id", "Código del tema", "Code of the topic", required=True),
        code("kind", "Clase de tema", "Kind of topic", tuple(TopicKind)),
        names(site, "name", "Nombre", "Name"),
        has_proof=False,
    )


def _functions(site: SiteSettings) -> TableSchema:
    return register(
        "integrity_functions",
        site,
        (),
        area(),
        when(),
        code("event", "De qué trata el hecho", "What the fact is about", tuple(FunctionEvent)),
        code(
            "status",
            "Qué dice: hecho, existe, medido, previsto, no hecho",
            "What it says: done, exists, measured, planned, not done",
            tuple(FactStatus),
        ),
        code("level", "De qué entidad es", "Of which body it is", tuple(EntityLevel)),
        field(
            "setup",
            "Modalidad de la función, de 0 a 4",
            "Set-up of the function, 0 to 4",
            "integer",
        ),
        field("act", "Número de la norma o resolución", "Number of the norm or resolution"),
        field("reports_to", "Órgano ante el que responde", "Office it reports to"),
        field("value", "Valor, si el hecho trae uno", "Value, where the fact has one", "number"),
        names(site, "unit", "Unidad del valor", "Unit of the value", required=False),
        statement(site),
    )


def _tasks(site: SiteSettings) -> TableSchema:
    return register(
        "minimum_tasks",
        site,
        (),
        area(),
        code("task", "Tarea mínima", "Minimum task", tuple(MinimumTask)),
        when(),
        code("state", "Hecha o no hecha", "Done or not done", tuple(TaskState)),
        statement(site),
    )


def _commissions(site: SiteSettings) -> TableSchema:
    return register(
        "commissions",
        site,
        (),
        area(),
        when(),
        code("event", "De qué trata el hecho", "What the fact is about", tuple(CommissionEvent)),
        code(
            "status",
            "Qué dice: hecho, existe, medido, previsto, no hecho",
            "What it says: done, exists, measured, planned, not done",
            tuple(FactStatus),
        ),
        field("act", "Número de la norma o del acta", "Number of the norm or the minutes"),
        field(
            "institution",
            "Institución que preside, lleva la secretaría o se suma",
            "Institution that chairs, keeps the secretariat or joins",
        ),
        field("starts", "Primer día del plan o del cargo", "First day of the plan or the office"),
        field("ends", "Último día del plan o del cargo", "Last day of the plan or the office"),
        field(
            "value",
            "Valor o nivel, si el hecho trae uno",
            "Value or level, where the fact has one",
            "number",
        ),
        names(site, "unit", "Unidad del valor", "Unit of the value", required=False),
        statement(site),
    )


def _sessions(site: SiteSettings) -> TableSchema:
    return register(
        "sessions",
        site,
        (),
        area(),
        when("date"),
        field(
            "kind",
            "Ordinaria, extraordinaria o de instalación; vacío si no se dice",
            "Ordinary, extraordinary or installation; empty where it is not said",
            codes=tuple(SessionKind),
        ),
        code(
            "outcome",
            "Realizada, sin quórum o convocada",
            "Held, without quorum or called",
            tuple(SessionOutcome),
        ),
        field(
            "members", "Miembros plenos de la comisión", "Full members of the commission", "integer"
        ),
        field(
            "attended",
            "Miembros que asistieron, con los alternos",
            "Members who attended, alternates included",
            "integer",
        ),
        field(
            "alternates",
            "Cuántos de ellos eran alternos",
            "How many of them were alternates",
            "integer",
        ),
        field("minutes", "Dirección https del acta", "https address of the minutes"),
        field(
            "minutes_published",
            "Día en que se publicó el acta",
            "Day on which the minutes were published",
        ),
        statement(site),
    )


def _agreements(site: SiteSettings) -> TableSchema:
    return register(
        "agreements",
        site,
        ("ref_area", "id"),
        area(),
        field(
            "id",
            "Código del acuerdo en su área",
            "Code of the agreement in its area",
            required=True,
        ),
        code("body", "Quién lo acordó", "Who agreed it", tuple(AgreementBody)),
        when("agreed_on", required=True),
        names(site, "text", "Qué se acordó", "What was agreed"),
        field(
            "owner",
            "Institución que debe cumplirlo; nunca vacía",
            "Institution that must fulfil it; never empty",
        ),
        field("due", "Día en que vence", "Day on which it falls due"),
        code(
            "state",
            "Pendiente, cumplido o dejado de lado",
            "Pending, done or dropped",
            tuple(AgreementState),
        ),
        field("done_on", "Día en que se cumplió", "Day on which it was fulfilled"),
        field("evidence", "Dirección https de la evidencia", "https address of the evidence"),
        field("topics", "Temas, separados por espacios", "Topics, parted by spaces"),
    )


def _members(site: SiteSettings) -> TableSchema:
    return register(
        "members",
        site,
        (),
        area(),
        field("institution", "Institución", "Institution", required=True),
        code("seat", "Como qué participa", "As what it takes part", tuple(Seat)),
        field("starts", "Desde qué día", "From which day"),
        field("ends", "Hasta qué día", "Until which day"),
        field(
            "contact_point",
            "Si designó un punto de contacto técnico",
            "Whether it named a technical contact point",
            codes=YES_NO,
        ),
    )


def _periods(site: SiteSettings) -> TableSchema:
    return register(
        "commission_periods",
        site,
        ("ref_area", "time_period"),
        area(),
        field(
            "time_period",
            "Periodo del que todo está anotado",
            "Period of which all is on record",
            required=True,
        ),
        field(
            "sessions_expected",
            "Sesiones que se esperaban",
            "Sessions that were expected",
            "integer",
            required=True,
        ),
        names(site, "basis", "Por qué se esperaban tantas", "Why so many were expected"),
    )
