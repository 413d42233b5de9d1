"""Pure. The code lists of the registers, with what each code means in es and en."""

from __future__ import annotations

from quipu.model.library import RequestState, Urgency
from quipu.model.register_codes import (
    AgreementBody,
    AgreementState,
    CommissionEvent,
    Confidence,
    EntityLevel,
    FactStatus,
    FunctionEvent,
    SessionKind,
    SessionOutcome,
)
from quipu.new.naming import Names

CONFIDENCES: Names = {
    Confidence.OFFICIAL.value: ("página oficial o documento", "official page or document"),
    Confidence.PRESS.value: ("prensa con fecha", "press with a date"),
    Confidence.WEAK.value: (
        "sin fecha, deducido u opinión",
        "undated, inferred or an opinion",
    ),
}
STATUSES: Names = {
    FactStatus.DONE.value: ("se hizo", "was done"),
    FactStatus.EXISTS.value: ("existe", "exists"),
    FactStatus.MEASURED.value: ("se midió", "was measured"),
    FactStatus.PLANNED.value: ("se prevé: no es un hecho", "is planned: it is not done"),
    FactStatus.NOT_DONE.value: ("no se hizo", "was not done"),
}
LEVELS: Names = {
    EntityLevel.REGIONAL_GOVERNMENT.value: ("el gobierno regional", "the regional government"),
    EntityLevel.DEPENDENCY.value: ("una dependencia suya", "a body within it"),
    EntityLevel.METROPOLITAN_MUNICIPALITY.value: (
        "la municipalidad metropolitana",
        "the metropolitan municipality",
    ),
}
SETUPS: Names = {
    "0": ("ninguna", "none"),
    "1": ("una persona", "a person"),
    "2": ("unidad funcional por resolución", "functional unit by resolution"),
    "3": ("oficina", "office"),
    "4": ("oficina con enlaces", "office with liaisons"),
}
FUNCTION_EVENTS: Names = {
    FunctionEvent.UNIT_CREATED.value: ("se creó la unidad", "the unit was created"),
    FunctionEvent.UNIT_EXISTS.value: ("hay unidad", "there is a unit"),
    FunctionEvent.NO_UNIT.value: ("no hay unidad", "there is no unit"),
    FunctionEvent.OFFICER_DESIGNATED.value: ("se designó quién dirige", "a head was designated"),
    FunctionEvent.PROGRAMME.value: ("programa de integridad", "integrity programme"),
    FunctionEvent.PLAN.value: ("plan", "plan"),
    FunctionEvent.RISK_MAP.value: ("identificación de riesgos", "identification of risks"),
    FunctionEvent.TRAINING.value: ("capacitación", "training"),
    FunctionEvent.COMPLAINTS_CHANNEL.value: ("canal de denuncias", "complaints channel"),
    FunctionEvent.MEASUREMENT.value: ("medición", "measurement"),
    FunctionEvent.CONTROL.value: ("observación de control", "observation of a control body"),
    FunctionEvent.OTHER.value: ("otro", "other"),
}
COMMISSION_EVENTS: Names = {
    CommissionEvent.NORM.value: ("norma que la crea o cambia", "norm that creates or changes it"),
    CommissionEvent.REPEALED.value: ("norma derogada", "norm repealed"),
    CommissionEvent.INSTALLED.value: ("instalación", "installation"),
    CommissionEvent.REACTIVATED.value: ("reactivación", "reactivation"),
    CommissionEvent.INACTIVE.value: ("sin sesiones", "no sessions"),
    CommissionEvent.RULES.value: ("reglamento interno", "internal rules"),
    CommissionEvent.PLAN.value: ("plan", "plan"),
    CommissionEvent.CHAIR.value: ("presidencia", "chair"),
    CommissionEvent.SECRETARIAT.value: ("secretaría técnica", "technical secretariat"),
    CommissionEvent.MEMBERSHIP.value: ("integrantes", "membership"),
    CommissionEvent.ACTIVITY.value: ("actividad pública", "public activity"),
    CommissionEvent.OTHER.value: ("otro", "other"),
}
SESSION_KINDS: Names = {
    SessionKind.ORDINARY.value: ("ordinaria", "ordinary"),
    SessionKind.EXTRAORDINARY.value: ("extraordinaria", "extraordinary"),
    SessionKind.INSTALLATION.value: ("de instalación", "installation"),
}
SESSION_OUTCOMES: Names = {
    SessionOutcome.HELD.value: ("se realizó", "was held"),
    SessionOutcome.NO_QUORUM.value: ("no hubo quórum", "there was no quorum"),
    SessionOutcome.CALLED.value: ("solo se convocó", "was only announced"),
}
AGREEMENT_BODIES: Names = {
    AgreementBody.COMMISSION.value: ("la comisión", "the commission"),
    AgreementBody.REGIONAL_GOVERNMENT.value: ("el gobierno regional", "the regional government"),
}
AGREEMENT_STATES: Names = {
    AgreementState.PENDING.value: ("pendiente", "pending"),
    AgreementState.DONE.value: ("cumplido", "fulfilled"),
    AgreementState.DROPPED.value: ("sin efecto", "dropped"),
}
URGENCIES: Names = {
    Urgency.HIGH.value: ("alta", "high"),
    Urgency.NORMAL.value: ("normal", "normal"),
    Urgency.LOW.value: ("baja", "low"),
}
REQUEST_STATES: Names = {
    RequestState.OPEN.value: ("sin respuesta", "without an answer"),
    RequestState.ACCEPTED.value: ("aceptado", "accepted"),
    RequestState.UNDER_WAY.value: ("en curso", "under way"),
    RequestState.CLOSED.value: ("cerrado", "closed"),
}
